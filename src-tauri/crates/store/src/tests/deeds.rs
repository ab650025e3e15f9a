//! Further deeds for the properties: evidence with its bytes, documents and approvals, gap analysis, classification,
//! imports.

use cairn_domain::gap::Answer;
use cairn_domain::id::{RecordId, Stamp};
use cairn_domain::record::RecordKind;
use cairn_domain::requirement::RequirementRef;
use cairn_domain::state::{
    ApprovalState, AssessmentKind, AssessmentState, ClassificationState, DocumentKind, DocumentState,
};
use proptest::prelude::*;

use super::bench::add_system;
use crate::table::approval::Approval;
use crate::table::blob::measure;
use crate::table::classification::Classification;
use crate::table::document::Document;
use crate::table::document_version::DocumentVersion;
use crate::table::evidence::Evidence;
use crate::table::evidence_use::EvidenceUse;
use crate::table::gap_answer::{GapAnswer, gap_answer_id};
use crate::table::gap_assessment::GapAssessment;
use crate::table::gap_line::{GapLine, gap_line_id};
use crate::table::import_mapping::{ImportMapping, import_mapping_id};
use crate::table::pack::words_of;
use crate::{Result, Row, Value, WriteTx};

/// A deed on what a system has around it.
#[derive(Debug, Clone)]
pub enum Wider {
    Attach(Vec<u8>),
    Submit(u8),
    Decide(bool),
    Assess(u8, u8),
    Classify(String),
    Sign(u8),
    Freeze(u8),
    Import(Vec<String>),
}

pub fn wider() -> impl Strategy<Value = Wider> {
    prop_oneof![
        prop::collection::vec(any::<u8>(), 0..40).prop_map(Wider::Attach),
        (0..3u8).prop_map(Wider::Submit),
        any::<bool>().prop_map(Wider::Decide),
        (0..3u8, 0..3u8).prop_map(|(line, answer)| Wider::Assess(line, answer)),
        "[a-z]{1,8}".prop_map(Wider::Classify),
        (0..4u8).prop_map(Wider::Sign),
        (0..4u8).prop_map(Wider::Freeze),
        prop::collection::vec("[a-z]{1,8}", 1..5).prop_map(Wider::Import),
    ]
}

pub fn apply(tx: &mut WriteTx<'_>, deed: &Wider, system: RecordId) -> Result<()> {
    let rev = tx.stamp();
    match deed {
        Wider::Attach(bytes) => attach(tx, bytes, system, rev),
        Wider::Submit(content) => submit(tx, *content, rev),
        Wider::Decide(approve) => decide(tx, *approve),
        Wider::Assess(line, answer) => assess(tx, *line, *answer, rev),
        Wider::Classify(tier) => classify(tx, tier, system, rev),
        Wider::Sign(pack) => sign(tx, *pack, system).map(|_| ()),
        Wider::Freeze(pack) => freeze(tx, *pack),
        Wider::Import(names) => import(tx, names, rev),
    }
}

fn attach(tx: &mut WriteTx<'_>, bytes: &[u8], system: RecordId, rev: Stamp) -> Result<()> {
    let blob = tx.put_blob(&mut &*bytes)?;
    let record = tx.create_record(RecordKind::Evidence, "minutes.pdf", None, None)?;
    let uploaded_at = tx.time().clone();
    tx.evidence().insert(&Evidence {
        id: record.id,
        rev,
        sha256: Some(blob.sha256),
        file_name: Some("minutes.pdf".to_owned()),
        media_type: None,
        size: i64::try_from(blob.size).ok(),
        reference: None,
        effective_on: None,
        uploaded_at,
        valid_until: None,
        note: None,
    })?;
    let id = RecordId(tx.fresh_id());
    tx.evidence_use().insert(&EvidenceUse {
        id,
        rev,
        evidence: record.id,
        record: system,
        note: None,
        point: None,
        state: None,
        state_on: None,
        reason: None,
    })
}

/// Freezes a version; an earlier one is kept beside.
fn submit(tx: &mut WriteTx<'_>, content: u8, rev: Stamp) -> Result<()> {
    let blob = Some(tx.put_blob(&mut &[content][..])?.sha256);
    let (actor, hash) = (tx.actor(), format!("hash {content}"));
    let known = tx.document().of_kind(DocumentKind::Scope)?.into_iter().next();
    let document = match known {
        Some(known) => {
            let id = RecordId(tx.fresh_id());
            tx.document_version().insert(&DocumentVersion {
                id,
                rev,
                document: known.id,
                version: known.version,
                state: DocumentState::Superseded,
                content_hash: known.content_hash.clone().unwrap_or_default(),
                blob: known.blob.clone().unwrap_or_default(),
                prepared_by: known.prepared_by,
                approved_by: None,
                approval: None,
                effective_on: None,
                next_review: None,
            })?;
            let next =
                Document { version: known.version + 1, content_hash: Some(hash.clone()), blob, ..known };
            tx.document().update(&next)?;
            next
        }
        None => {
            let record = tx.create_record(RecordKind::Document, "Scope", None, None)?;
            let made = Document {
                id: record.id,
                rev,
                kind: DocumentKind::Scope,
                version: 1,
                state: DocumentState::InReview,
                content_hash: Some(hash.clone()),
                prepared_by: Some(actor),
                reviewed_by: None,
                approved_by: None,
                effective_on: None,
                next_review: None,
                blob,
            };
            tx.document().insert(&made)?;
            made
        }
    };
    let record = tx.create_record(RecordKind::Approval, "Approve the scope", None, None)?;
    let requested_at = Some(tx.time().clone());
    tx.approval().insert(&Approval {
        id: record.id,
        rev,
        subject_record: document.id,
        version: document.version,
        content_hash: hash,
        state: ApprovalState::Requested,
        how: None,
        requested_by: Some(actor),
        requested_at,
        decided_by: None,
        decided_at: None,
        signatory: None,
        reason: None,
        evidence: None,
        recorded_by: None,
    })
}

fn decide(tx: &mut WriteTx<'_>, approve: bool) -> Result<()> {
    let open = tx.approval().all()?.into_iter().find(|one| one.state == ApprovalState::Requested);
    let Some(open) = open else { return Ok(()) };
    let state = if approve { ApprovalState::Approved } else { ApprovalState::Rejected };
    tx.approval().set(open.id, &[("state", state.as_str().into())])?;
    let state = if approve { DocumentState::Approved } else { DocumentState::Draft };
    tx.document().set(open.subject_record, &[("state", state.as_str().into())])?;
    if approve {
        tx.keep_checkpoint();
    }
    Ok(())
}

fn assess(tx: &mut WriteTx<'_>, line: u8, answer: u8, rev: Stamp) -> Result<()> {
    let known = tx.gap_assessment().all()?.first().map(Row::id);
    let assessment = match known {
        Some(known) => known,
        None => {
            let record = tx.create_record(RecordKind::GapAssessment, "Baseline", None, None)?;
            tx.gap_assessment().insert(&GapAssessment {
                id: record.id,
                rev,
                name: "Baseline".to_owned(),
                framework: "iso42001".to_owned(),
                pack_version: "1".to_owned(),
                pack_sha256: "-".to_owned(),
                state: AssessmentState::Open,
                kind: AssessmentKind::Baseline,
                frozen_on: None,
                based_on: None,
                decisions: None,
            })?;
            record.id
        }
    };
    let requirement = RequirementRef::new("iso42001", format!("A.2.{line}"));
    let id = gap_line_id(tx.workspace(), assessment, &requirement);
    if tx.gap_line().find(id)?.is_none() {
        tx.create_record_with_id(id, RecordKind::GapLine, "A line", None, None)?;
        tx.gap_line().insert(&GapLine {
            id,
            rev,
            assessment,
            requirement,
            conformity: None,
            maturity: None,
            statement: None,
            grade: None,
            confidence: None,
            assessor: None,
            note: None,
            not_needed_fact: None,
            pass: None,
            assessed_on: None,
        })?;
    }
    let given = Answer::ALL.get(usize::from(answer) % Answer::ALL.len()).copied().unwrap();
    let row = gap_answer_id(tx.workspace(), id, "policy");
    match tx.gap_answer().find(row)? {
        Some(_) => tx.gap_answer().set(row, &[("answer", given.as_str().into())]).map(|_| ()),
        None => tx.gap_answer().insert(&GapAnswer {
            id: row,
            rev,
            line: id,
            item: "policy".to_owned(),
            answer: given,
            record_seen: None,
            seen_on: None,
            seen_owner: None,
        }),
    }
}

fn classify(tx: &mut WriteTx<'_>, tier: &str, system: RecordId, rev: Stamp) -> Result<()> {
    let draft = tx.classification().all()?.into_iter().find(|one| one.state == ClassificationState::Draft);
    if let Some(draft) = draft {
        let decided = [("state", ClassificationState::Decided.as_str().into()), ("tier", Value::from(tier))];
        return tx.classification().set(draft.id, &decided).map(|_| ());
    }
    let record = tx.create_record(RecordKind::Decision, "Classification", None, None)?;
    tx.classification().insert(&Classification {
        id: record.id,
        rev,
        system,
        pack: "eu-ai-act".to_owned(),
        pack_version: "1".to_owned(),
        pack_sha256: "-".to_owned(),
        answers: serde_json::json!({"subject": "ai-system"}),
        notes: serde_json::json!({}),
        result: None,
        tier: None,
        provisional: true,
        state: ClassificationState::Draft,
        decided_by: None,
        decided_at: None,
        review_on: None,
        facts: None,
    })
}

/// Keeps one of four packs; two of one version have the same words. Gives its hash.
fn keep(tx: &mut WriteTx<'_>, name: &str, pack: u8) -> Result<String> {
    let (version, structure) = ((pack / 2).to_string(), format!("{name} {pack}"));
    tx.keep_pack(&words_of(name, "en"), &version, "2026-11-23", &format!("words of {name} {version}"))?;
    tx.keep_pack(name, &version, "2026-11-23", &structure)?;
    let all = tx.pack().all()?;
    let kept = all.into_iter().find(|row| row.sha256 == measure(&mut structure.as_bytes()).unwrap().0);
    Ok(kept.unwrap().sha256)
}

/// Decides a case under a pack and keeps the pack.
pub fn sign(tx: &mut WriteTx<'_>, pack: u8, system: RecordId) -> Result<String> {
    let rev = tx.stamp();
    let sha256 = keep(tx, "eu-ai-act", pack)?;
    classify(tx, "high", system, rev)?;
    let newest = tx.classification().all()?.pop().unwrap();
    let decided = [
        ("state", ClassificationState::Decided.as_str().into()),
        ("pack_sha256", Value::from(sha256.as_str())),
    ];
    tx.classification().set(newest.id, &decided)?;
    Ok(sha256)
}

/// Freezes the assessment under a pack.
fn freeze(tx: &mut WriteTx<'_>, pack: u8) -> Result<()> {
    let Some(assessment) = tx.gap_assessment().all()?.pop() else { return Ok(()) };
    let sha256 = keep(tx, "iso42001", pack)?;
    let frozen =
        [("state", AssessmentState::Frozen.as_str().into()), ("pack_sha256", Value::from(sha256.as_str()))];
    tx.gap_assessment().set(assessment.id, &frozen).map(|_| ())
}

/// Many rows and what their columns mean, in one entry.
fn import(tx: &mut WriteTx<'_>, names: &[String], rev: Stamp) -> Result<()> {
    for name in names {
        add_system(tx, name)?;
    }
    let id = import_mapping_id(tx.workspace(), "system", "header");
    let name = names.join(" ");
    match tx.import_mapping().find(id)? {
        Some(_) => tx.import_mapping().set(id, &[("name", name.into())]).map(|_| ()),
        None => tx.import_mapping().insert(&ImportMapping {
            id,
            rev,
            name,
            kind: "system".to_owned(),
            header_sha256: "header".to_owned(),
            mapping: serde_json::json!({}),
        }),
    }
}
