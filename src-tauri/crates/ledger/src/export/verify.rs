//! Verification of a ledger in the form of text files.

use std::io::{self, BufRead};

use crate::chain::{Checked, Code, Finding, Item, Outcome, PayloadSeen, Rules, Verifier};
use crate::checkpoint::{Checkpoint, SignedCheckpoint};
use crate::export::keys::Keys;
use crate::export::record::{Body, Record, RecordError, RecordReader};
use crate::payload::{Sections, payload_hash};

/// What verifying an export gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Entries, head and absent payloads. All findings are in [`Report::findings`].
    pub outcome: Outcome,
    /// The checkpoint, if one was given and could be read.
    pub checkpoint: Option<Checkpoint>,
    /// All findings: per entry in stored order, then about the checkpoint, then about the whole.
    pub findings: Vec<Finding>,
}

/// Verifies `entries.jsonl` with `keys`, and the text of a checkpoint against it.
///
/// # Errors
/// When `entries` cannot be read; what is wrong with its content is a finding.
pub fn verify_export(
    entries: impl BufRead,
    keys: &Keys,
    checkpoint: Option<&str>,
    rules: Rules,
) -> io::Result<Report> {
    let mut verifier = Verifier::new(rules);
    let mut findings = Vec::new();
    for record in RecordReader::new(entries) {
        match record {
            Ok(record) => findings.append(&mut feed(&mut verifier, &record, keys).findings),
            Err(RecordError::Io(stop)) => return Err(stop),
            Err(refused) => findings.push(verifier.feed_unreadable(refused.to_string())),
        }
    }
    let signed = checkpoint.map(SignedCheckpoint::parse);
    match &signed {
        Some(Ok(signed)) => {
            let public = keys.iter().map(|(_, key)| &key.public);
            findings.append(&mut verifier.check_checkpoint(signed, public));
        }
        Some(Err(refused)) => {
            let detail = refused.to_string();
            findings.push(Finding { code: Code::BadCheckpoint, number: 0, entry: None, detail });
        }
        None => {}
    }
    let mut outcome = verifier.finish();
    findings.append(&mut outcome.findings);
    let checkpoint = signed.and_then(Result::ok).map(|signed| signed.checkpoint);
    Ok(Report { outcome, checkpoint, findings })
}

fn feed(verifier: &mut Verifier, record: &Record, keys: &Keys) -> Checked {
    let payload = record.body.as_ref().map_or(PayloadSeen::Absent, |body| PayloadSeen::Held {
        length: body.payload.len() as u64,
        hash: payload_hash(&body.salt, &body.payload),
    });
    let item =
        Item { line: record.line.as_bytes(), id: None, signature: record.signature.as_bytes(), payload };
    let mut checked = verifier.feed(&item, &|device| keys.get(device));
    if let Some(Body { payload, .. }) = &record.body
        && let Err(refused) = Sections::read(payload)
    {
        checked.findings.push(Finding {
            code: Code::BadPayload,
            number: verifier.entries(),
            entry: Some(checked.id),
            detail: refused.to_string(),
        });
    }
    checked
}
