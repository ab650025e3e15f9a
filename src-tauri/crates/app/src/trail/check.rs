//! Verification of the whole trail.

use cairn_domain::role::Permission;
use cairn_store::Problem;
use cairn_words::Words;
use serde::{Deserialize, Serialize};

use crate::error::{AppError, AppResult};
use crate::host::Host;
use crate::job::JobContext;
use crate::local::{Recent, TrailState};
use crate::tag::Tag;
use crate::usecase::Job;

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
        let words = host.words();
        let verifier = host.with_open(|open| Ok(open.workspace.verifier()))?;
        let verifier = verifier.ok_or_else(|| AppError::internal("the workspace has no file"))?;
        let report = verifier
            .run(&mut |at| job.progress(&format!("verify-{}", at.stage), at.done, at.total), &|| {
                job.cancel().is_cancelled()
            })?;
        let at = host.now();
        let problems = report.problems.iter().map(|problem| VerifyProblem {
            entry: problem.entry,
            table: problem.table.clone(),
            record: problem.record.clone(),
            message: in_words(problem, &words),
            code: problem.code.clone(),
        });
        let view = VerifyView {
            ok: report.ok,
            entries: report.entries,
            checkpoint: report.checkpoint.map(|checkpoint| checkpoint.head.to_string()),
            problems: problems.collect(),
            at: at.to_string(),
        };
        remember(host, view.ok, view.entries)?;
        Ok(view)
    }
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

/// The start page shows the last result for each file.
fn remember(host: &Host, ok: bool, entries: u64) -> AppResult<()> {
    let Some(path) = host.open_path() else { return Ok(()) };
    let trail = if ok { TrailState::Intact } else { TrailState::Broken };
    if let Some(recent) = host.local.recent().into_iter().find(|recent| recent.path == path) {
        host.local.remember(Recent { trail, entries, ..recent })?;
    }
    Ok(())
}
