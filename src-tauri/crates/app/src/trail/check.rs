//! Verification of the whole trail.

use std::path::Path;

use cairn_domain::role::Permission;
use cairn_store::{Problem, Verifier};
use cairn_words::Words;
use serde::{Deserialize, Serialize};

use crate::error::{AppError, AppResult};
use crate::host::Host;
use crate::job::JobContext;
use crate::local::{Recent, TrailState};
use crate::place::Token;
use crate::secret::Secret;
use crate::tag::Tag;
use crate::usecase::Job;

/// Code of a finding in derived rows.
const DERIVED: &str = "derived";

/// What verification found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct VerifyView {
    /// Whether nothing was found.
    pub ok: bool,
    /// Entries checked.
    pub entries: u64,
    /// Head entry, hexadecimal; none when it cannot be read.
    pub checkpoint: Option<String>,
    /// Problems, in the order of the ledger.
    pub problems: Vec<VerifyProblem>,
    /// When, UTC.
    pub at: String,
}

/// One thing that does not fit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct VerifyProblem {
    /// Number of the entry.
    pub entry: Option<u64>,
    /// Table.
    pub table: Option<String>,
    /// Id of the row.
    pub record: Option<String>,
    /// Its code.
    pub code: String,
    /// In words.
    pub message: String,
}

/// Checks chain, signatures, payloads, replay and every recorded table.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "TrailVerifyInput")]
pub struct Verify {}

impl Job for Verify {
    const NAME: &'static str = "trail.verify";
    const TAGS: &'static [Tag] = &[Tag::Workspace, Tag::Preferences];
    const PERMISSION: Permission = Permission::Read;
    type Output = VerifyView;

    fn run(self, host: &Host, job: &JobContext<'_>) -> AppResult<Self::Output> {
        let (verifier, path) = host.with_open(|open| Ok((open.workspace.verifier(), open.path.clone())))?;
        let verifier = verifier.ok_or_else(|| AppError::internal("the workspace has no file"))?;
        let view = check(host, &verifier, Some(job))?;
        if view.problems.iter().any(|problem| problem.code == DERIVED) {
            // Derived rows hold nothing of their own: they are made anew, and the finding still tells of them.
            host.with_open(|open| Ok(open.workspace.rebuild_derived()?))?;
        }
        remember(host, &path, &view);
        Ok(view)
    }
}

/// Checks the trail of a file that need not be open, nor fit to be opened.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "TrailCheckInput")]
pub struct CheckFile {
    /// The file.
    pub file: Token,
    /// Passphrase of an encrypted file.
    #[ts(type = "string | null")]
    pub passphrase: Option<Secret>,
}

impl Job for CheckFile {
    const NAME: &'static str = "trail.check";
    const TAGS: &'static [Tag] = &[Tag::Preferences];
    const PERMISSION: Permission = Permission::Read;
    type Output = VerifyView;

    fn run(self, host: &Host, job: &JobContext<'_>) -> AppResult<Self::Output> {
        let path = host.places.path(&self.file)?;
        let verifier = Verifier::open(&path, Secret::passphrase(self.passphrase))?;
        let view = check(host, &verifier, Some(job))?;
        remember(host, &path, &view);
        Ok(view)
    }
}

/// Checks a file that was made a moment ago, so that it does not begin with a warning. Nothing depends on it: a file that
/// cannot be checked now is checked when somebody asks.
pub(crate) fn check_new(host: &Host) -> AppResult<()> {
    let (verifier, path) = host.with_open(|open| Ok((open.workspace.verifier(), open.path.clone())))?;
    if let Some(view) = verifier.and_then(|verifier| check(host, &verifier, None).ok()) {
        remember(host, &path, &view);
    }
    Ok(())
}

fn check(host: &Host, verifier: &Verifier, job: Option<&JobContext<'_>>) -> AppResult<VerifyView> {
    let words = host.words();
    let report = verifier.run(
        &mut |at| {
            if let Some(job) = job {
                job.progress(&format!("verify-{}", at.stage), at.done, at.total);
            }
        },
        &|| job.is_some_and(|job| job.cancel().is_cancelled()),
    )?;
    let problems = report.problems.iter().map(|problem| VerifyProblem {
        entry: problem.entry,
        table: problem.table.clone(),
        record: problem.record.clone(),
        message: in_words(problem, &words),
        code: problem.code.clone(),
    });
    Ok(VerifyView {
        ok: report.ok,
        entries: report.entries,
        checkpoint: report.checkpoint.map(|checkpoint| checkpoint.head.to_string()),
        problems: problems.collect(),
        at: host.now().to_string(),
    })
}

/// Where and what, in words; a code without its own sentence is named with its particulars.
fn in_words(problem: &Problem, words: &Words) -> String {
    let key = format!("verify-problem-{}", problem.code);
    let table = problem.table.as_deref().unwrap_or_default();
    let args = [
        ("entry", problem.entry.unwrap_or_default().into()),
        ("table", table.into()),
        ("record", problem.record.clone().unwrap_or_default().into()),
        ("code", problem.code.clone().into()),
        ("detail", problem.detail.clone().into()),
    ];
    let place = match (problem.entry, &problem.table) {
        (Some(_), _) => "verify-problem-entry",
        (None, Some(_)) => "verify-problem-row",
        (None, None) => "verify-problem-file",
    };
    words.say_with(if words.has(&key) { &key } else { place }, &args)
}

/// The start page shows the last result for each file. What was found is told even where it cannot be written down.
fn remember(host: &Host, path: &Path, view: &VerifyView) {
    let trail = if view.ok { TrailState::Intact } else { TrailState::Broken };
    if let Some(recent) = host.local.recent().into_iter().find(|recent| recent.path == path) {
        let _ = host.local.remember(Recent { trail, entries: view.entries, ..recent });
    }
}
