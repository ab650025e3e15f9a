//! Classification of AI systems under the EU AI Act: a person answers, the rules propose, a person decides.

mod change;
mod compare;
mod evidence;
mod facts;
mod list;
mod queue;
mod similar;
mod view;
mod words;

use std::collections::BTreeMap;

use cairn_domain::field::is_fact;
use cairn_domain::id::RecordId;
use cairn_domain::role::{MemberKind, Standing};
use cairn_domain::rules::file::Weight;
use cairn_domain::rules::{Answers, Decision};
use cairn_domain::state::{ClassificationState, ScreeningLevel};
use cairn_domain::time::Date;
use cairn_store::ReadTx;
use cairn_store::table::ai_system::AiSystem;
use cairn_store::table::classification::Classification;
use cairn_store::table::record::Record;

use crate::error::{AppError, AppResult, Code};
use crate::pack::{EU_AI_ACT, Rules, library};

pub(crate) use change::decide_again;
pub use change::{Answer, Begin, BeginMany, Decide, ResetDraft};
pub use compare::{ClassificationComparison, Compare};
pub use evidence::AnswerEvidence;
pub use facts::ClassificationFact;
pub use list::{ClassificationItem, ClassificationMark, ClassificationPage, ClassificationStanding, List};
pub use queue::Queue;
pub use similar::Similar;
pub use view::{ClassificationEffect, ClassificationView, Get};
pub use words::{
    ClassificationDuty, ClassificationFinding, ClassificationGap, ClassificationOutcome, ClassificationResult,
};
pub(crate) use words::{answer, duty};

#[cfg(test)]
mod tests;

/// The draft of a system under a rule pack.
fn draft(tx: &ReadTx<'_>, system: RecordId, pack: &str) -> AppResult<Option<Classification>> {
    Ok(tx.classification().latest(system, pack, ClassificationState::Draft)?)
}

/// The decision in force of a system under a rule pack.
fn in_force(tx: &ReadTx<'_>, system: RecordId, pack: &str) -> AppResult<Option<Classification>> {
    Ok(tx.classification().latest(system, pack, ClassificationState::Decided)?)
}

/// The rules that systems are classified by unless a caller names others.
fn usual_pack() -> String {
    EU_AI_ACT.to_owned()
}

/// The rules whose words fit a row: those it was decided by, shipped or kept in the workspace, else the newest of its
/// pack. A draft follows the newest.
pub(crate) fn rules_of(tx: &ReadTx<'_>, row: &Classification) -> AppResult<&'static Rules> {
    let library = library()?;
    let exact = || library.all_rules().into_iter().find(|rules| rules.sha256 == row.pack_sha256);
    match row.state {
        ClassificationState::Draft => library.rules(&row.pack),
        ClassificationState::Decided | ClassificationState::Superseded => match exact() {
            Some(rules) => Ok(rules),
            None => crate::adopted::kept(tx, &row.pack_sha256)?.map_or_else(|| library.rules(&row.pack), Ok),
        },
    }
}

/// Screening level of each system that was screened.
fn levels(tx: &ReadTx<'_>) -> AppResult<BTreeMap<RecordId, ScreeningLevel>> {
    Ok(tx.screening().all()?.into_iter().map(|row| (row.system, row.level)).collect())
}

/// Place of a screening level in the queue: what was screened high first, and what nobody screened before what is low.
fn urgency(level: Option<ScreeningLevel>) -> u8 {
    match level {
        Some(ScreeningLevel::High) => 0,
        Some(ScreeningLevel::Medium) => 1,
        None => 2,
        Some(ScreeningLevel::Low) => 3,
    }
}

/// The record of a system that is still in the register.
fn system(tx: &ReadTx<'_>, id: RecordId) -> AppResult<Record> {
    tx.ai_system().get(id)?;
    let record = tx.record().get(id)?;
    if record.deleted_at.is_some() { Err(AppError::new(Code::NotFound)) } else { Ok(record) }
}

/// A system's name as the history tells it: under other rules than the EU AI Act, with theirs.
fn told(record: &Record, rules: &Rules) -> String {
    if rules.pack.file().id == EU_AI_ACT {
        record.title.clone()
    } else {
        format!("{} ({})", record.title, rules.text.short)
    }
}

/// The stored answers and notes of a row.
fn answers(row: &Classification) -> AppResult<Answers> {
    let damaged = |error: serde_json::Error| {
        AppError::new(Code::Damaged).detail(format!("classification {}: {error}", row.id))
    };
    Ok(Answers {
        answers: serde_json::from_value(row.answers.clone()).map_err(damaged)?,
        notes: serde_json::from_value(row.notes.clone()).map_err(damaged)?,
    })
}

/// What a row comes to: the stored result of a decision, which never changes, or what the answers of a draft come to
/// under the rules of today.
fn decision(row: &Classification, rules: &Rules) -> AppResult<Decision> {
    match &row.result {
        Some(result) if row.state != ClassificationState::Draft => serde_json::from_value(result.clone())
            .map_err(|error| {
                AppError::new(Code::Damaged).detail(format!("classification {}: {error}", row.id))
            }),
        _ => Ok(rules.pack.evaluate(&answers(row)?)),
    }
}

/// What a decision came to, in the words of its rules, and their short title.
pub(crate) fn result_of(tx: &ReadTx<'_>, row: &Classification) -> AppResult<(ClassificationResult, String)> {
    let rules = rules_of(tx, row)?;
    Ok((words::result(&decision(row, rules)?, rules), rules.text.short.clone()))
}

/// Whether the register says something else of a system than when it was decided.
pub(crate) fn facts_changed(row: &Classification, system: &AiSystem) -> bool {
    row.facts.as_ref().is_some_and(|then| facts::changed(then, system))
}

/// Why a case cannot be signed yet, and the question at which that can be mended.
struct Refused {
    error: AppError,
    question: Option<String>,
}

/// The day proposed to look at a decision again: a year after it is signed. The law sets no interval; what changes before
/// is flagged when it happens.
fn review_proposed(signed: &Date) -> Date {
    signed.plus_years(1)
}

/// Why this member signs nothing, whatever the case.
fn unsigned_by(standing: &Standing) -> Option<AppError> {
    let key = match standing {
        _ if standing.may_sign() => return None,
        Standing { kind: MemberKind::Agent, .. } => "error-classification-agent",
        _ => "error-classification-not-at-work",
    };
    Some(AppError::refused(key))
}

/// Why a case cannot be signed yet, the most pressing first; empty when it can.
fn refusals(decision: &Decision, answers: &Answers, rules: &Rules) -> Vec<Refused> {
    let mut found = Vec::new();
    let mut refuse = |error: AppError, question: Option<&String>| {
        found.push(Refused { error, question: question.cloned() });
    };
    if decision.provisional {
        let open = i64::try_from(decision.missing.len()).unwrap_or(i64::MAX);
        let error = AppError::refused("error-classification-provisional").with("count", open);
        refuse(error, decision.missing.first());
    }
    for conflict in decision.contradictions.iter().filter(|found| found.weight == Weight::Contradiction) {
        let words = rules.text.contradictions.get(&conflict.id).unwrap_or(&conflict.id);
        let error = AppError::refused("error-classification-contradiction").with("what", words.as_str());
        refuse(error, conflict.questions.last());
    }
    for note in decision.required_notes.iter().filter(|note| !note.given) {
        let words = rules.text.notes.get(&note.id).map_or(note.id.as_str(), |words| &words.label);
        let thin = |text: &String| !text.trim().is_empty() && !is_fact(text);
        let thin = answers.notes.get(&note.id).is_some_and(thin);
        let key = if thin { "error-classification-note-thin" } else { "error-classification-note" };
        refuse(AppError::refused(key).with("what", words), Some(&note.question));
    }
    found
}
