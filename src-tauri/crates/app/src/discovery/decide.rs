//! What becomes of candidates: a new system, part of one that is there, nothing; and back again.

use std::collections::BTreeSet;

use cairn_domain::field::FieldError;
use cairn_domain::id::RecordId;
use cairn_domain::record::RecordKind;
use cairn_domain::state::{CandidateState, ClassificationState};
use cairn_store::table::ai_system::AiSystem;
use cairn_store::table::candidate::Candidate;
use cairn_store::table::record::Record;
use cairn_store::{HistoryFilter, Page, Value};
use serde::{Deserialize, Serialize};
use serde_json::Map;

use super::change::checked;
use super::guide;
use crate::error::{AppError, AppResult, Code};
use crate::names::record_ref;
use crate::relation::RecordRef;
use crate::tag::Tag;
use crate::usecase::{Mutation, Writing};

/// Rows of an entry looked at when a merge is taken back: a merge writes few.
const MOST_ROWS: usize = 50;

/// The fields of a system that a candidate knows something about.
fn fields(row: &Candidate) -> [(&'static str, Option<&String>); 5] {
    [
        ("supplier", row.vendor.as_ref()),
        ("platform", row.product.as_ref()),
        ("model", row.model.as_ref()),
        ("department", row.department.as_ref()),
        ("purpose", row.purpose.as_ref()),
    ]
}

/// Candidates by id, each once; refused unless they stand as `wanted` says.
fn chosen(
    cx: &Writing<'_, '_>,
    ids: &[RecordId],
    wanted: impl Fn(CandidateState) -> bool,
) -> AppResult<Vec<(Record, Candidate)>> {
    let ids: BTreeSet<RecordId> = ids.iter().copied().collect();
    if ids.is_empty() {
        return Err(AppError::refused("error-candidate-none"));
    }
    let mut found = Vec::with_capacity(ids.len());
    for id in ids {
        let record = cx.read().record().get(id)?;
        if record.deleted_at.is_some() {
            return Err(AppError::new(Code::NotFound));
        }
        let row = cx.read().candidate().get(id)?;
        if !wanted(row.state) {
            let state = cx.around.words.say(&format!("candidate-state-{}", row.state));
            return Err(AppError::refused("error-candidate-decided")
                .with("code", record.code.unwrap_or_default())
                .with("state", state));
        }
        found.push((record, row));
    }
    found.sort_by(|a, b| a.0.code.cmp(&b.0.code));
    Ok(found)
}

fn named(record: &Record) -> String {
    format!("{} {}", record.code.as_deref().unwrap_or_default(), record.title)
}

/// Takes candidates into the register: each becomes a system with what is known of it. Its scope is not decided and it
/// is not classified.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "CandidateAcceptInput")]
pub struct Accept {
    /// The candidates.
    pub ids: Vec<RecordId>,
}

impl Mutation for Accept {
    const NAME: &'static str = "candidate.accept";
    const TAGS: &'static [Tag] = &[Tag::Discovery, Tag::Systems, Tag::Trail];
    type Output = Vec<RecordRef>;

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<Vec<RecordRef>> {
        let chosen = chosen(cx, &self.ids, |state| state == CandidateState::New)?;
        let mut made = Vec::with_capacity(chosen.len());
        for (record, row) in &chosen {
            made.push(accept(cx, record, row)?);
        }
        match (chosen.as_slice(), made.as_slice()) {
            ([(from, _)], [system]) => cx.tell(
                Some(from.id),
                "history-candidate-accept",
                &[("name", named(from).into()), ("code", system.code.clone().unwrap_or_default().into())],
            ),
            _ => cx.tell(None, "history-candidate-accept-many", &[("count", made.len().into())]),
        }
        Ok(made)
    }
}

fn accept(cx: &mut Writing<'_, '_>, record: &Record, row: &Candidate) -> AppResult<RecordRef> {
    let made = cx.tx.create_record(RecordKind::System, &record.title, None, None)?;
    let mut system = AiSystem::new(made.id, made.rev);
    for (key, value) in fields(row) {
        if let Some(value) = value {
            system.set_field(key, Some(value.clone()))?;
        }
    }
    let (source, source_id) = provenance(cx, record, row)?;
    system.source = Some(source);
    system.source_id = Some(source_id);
    system.imported_facts = row.imported_facts.clone();
    cx.tx.ai_system().insert(&system)?;
    let decided = Candidate { state: CandidateState::Accepted, system: Some(made.id), ..row.clone() };
    cx.tx.candidate().update(&decided)?;
    Ok(record_ref(&made))
}

/// Where a system comes from: the list it was in, else the sweep and the candidate.
fn provenance(cx: &Writing<'_, '_>, record: &Record, row: &Candidate) -> AppResult<(String, String)> {
    if let (Some(source), Some(id)) = (&row.source, &row.source_id) {
        return Ok((source.clone(), id.clone()));
    }
    let words = cx.around.words;
    let by = row.found_by.as_deref().and_then(|key| guide().ok()?.source(key));
    let sweep = row.sweep.map(|sweep| cx.read().record().get(sweep)).transpose()?;
    let parts: Vec<String> =
        sweep.map(|sweep| sweep.title).into_iter().chain(by.map(str::to_owned)).collect();
    let source = if parts.is_empty() {
        words.say("discovery-source")
    } else {
        words.say_with("discovery-source-of", &[("where", parts.join(", ").into())])
    };
    Ok((source, record.code.clone().unwrap_or_default()))
}

/// Adds candidates to a system that is there already: only empty fields are filled.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "CandidateMergeInput")]
pub struct Merge {
    /// The candidates.
    pub ids: Vec<RecordId>,
    /// The system.
    pub into: RecordId,
}

/// What a merge did, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "CandidateMerged")]
pub struct Merged {
    /// The system.
    pub system: RecordRef,
    /// Labels of the fields that were filled.
    pub filled: Vec<String>,
    /// Labels of fields in which both say something different; the system's value was kept.
    pub kept: Vec<String>,
}

impl Mutation for Merge {
    const NAME: &'static str = "candidate.merge";
    const TAGS: &'static [Tag] = Accept::TAGS;
    type Output = Merged;

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<Merged> {
        let chosen = chosen(cx, &self.ids, |state| state == CandidateState::New)?;
        let into = cx.tx.record().get(self.into)?;
        if into.deleted_at.is_some() || into.kind != RecordKind::System {
            return Err(AppError::new(Code::NotFound));
        }
        let mut system = cx.tx.ai_system().get(self.into)?;
        let (mut filled, mut kept) = (BTreeSet::new(), BTreeSet::new());
        for (_, row) in &chosen {
            for (key, value) in fields(row) {
                let Some(value) = value else { continue };
                match system.field(key) {
                    None => {
                        filled.insert(key);
                        system.set_field(key, Some(value.clone()))?;
                    }
                    Some(own) if own != value => {
                        kept.insert(key);
                    }
                    Some(_) => {}
                }
            }
            system.imported_facts = with_facts(system.imported_facts.take(), row);
        }
        cx.tx.ai_system().update(&system)?;
        for (_, row) in &chosen {
            let decided = Candidate { state: CandidateState::Merged, system: Some(self.into), ..row.clone() };
            cx.tx.candidate().update(&decided)?;
        }
        let system = named(&into);
        match chosen.as_slice() {
            [(from, _)] => cx.tell(
                Some(from.id),
                "history-candidate-merge",
                &[("name", named(from).into()), ("system", system.into())],
            ),
            many => cx.tell(
                Some(into.id),
                "history-candidate-merge-many",
                &[("count", many.len().into()), ("system", system.into())],
            ),
        }
        let words = cx.around.words;
        let labels = |keys: BTreeSet<&str>| {
            keys.into_iter().map(|key| words.say(&format!("system-field-{key}"))).collect()
        };
        Ok(Merged { system: record_ref(&into), filled: labels(filled), kept: labels(kept) })
    }
}

/// The facts of a system with those of a candidate; what the system has under a header stays.
fn with_facts(own: Option<serde_json::Value>, row: &Candidate) -> Option<serde_json::Value> {
    let Some(more) = row.imported_facts.as_ref().and_then(serde_json::Value::as_object) else { return own };
    let mut facts: Map<String, serde_json::Value> =
        own.as_ref().and_then(serde_json::Value::as_object).cloned().unwrap_or_default();
    for (header, value) in more {
        facts.entry(header.clone()).or_insert_with(|| value.clone());
    }
    Some(serde_json::Value::Object(facts))
}

/// Puts candidates aside, with a reason.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "CandidateDismissInput")]
pub struct Dismiss {
    /// The candidates.
    pub ids: Vec<RecordId>,
    /// Why they are no AI systems, or none of ours.
    pub reason: String,
}

impl Mutation for Dismiss {
    const NAME: &'static str = "candidate.dismiss";
    const TAGS: &'static [Tag] = &[Tag::Discovery, Tag::Trail];
    type Output = usize;

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<usize> {
        let required = || FieldError { field: "reason".to_owned(), code: "required" };
        let reason = checked("reason", "notes", Some(&self.reason))?.ok_or_else(required)?;
        let chosen = chosen(cx, &self.ids, |state| state == CandidateState::New)?;
        for (_, row) in &chosen {
            let reason = Some(reason.clone());
            cx.tx.candidate().update(&Candidate {
                state: CandidateState::Dismissed,
                reason,
                ..row.clone()
            })?;
        }
        cx.because(&reason);
        match chosen.as_slice() {
            [(one, _)] => {
                cx.tell(Some(one.id), "history-candidate-dismiss", &[("name", named(one).into())]);
            }
            many => cx.tell(None, "history-candidate-dismiss-many", &[("count", many.len().into())]),
        }
        Ok(chosen.len())
    }
}

/// Takes back what was decided about candidates, each on its own: a system made of one is hidden again unless it was
/// worked on since; what a merge filled is emptied unless it was changed since.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "CandidateReturnInput")]
pub struct Return {
    /// The candidates.
    pub ids: Vec<RecordId>,
}

impl Mutation for Return {
    const NAME: &'static str = "candidate.return";
    const TAGS: &'static [Tag] = Accept::TAGS;
    type Output = usize;

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<usize> {
        let chosen = chosen(cx, &self.ids, |state| state != CandidateState::New)?;
        for (record, row) in &chosen {
            match (row.state, row.system) {
                (CandidateState::Accepted, Some(system)) => hide(cx, record, row, system)?,
                (CandidateState::Merged, Some(system)) => empty(cx, row, system)?,
                _ => {}
            }
            cx.tx.candidate().update(&Candidate {
                state: CandidateState::New,
                reason: None,
                system: None,
                ..row.clone()
            })?;
        }
        match chosen.as_slice() {
            [(one, _)] => {
                cx.tell(Some(one.id), "history-candidate-return", &[("name", named(one).into())]);
            }
            many => cx.tell(None, "history-candidate-return-many", &[("count", many.len().into())]),
        }
        Ok(chosen.len())
    }
}

/// Hides the system a candidate became, as long as nobody worked on it.
fn hide(cx: &mut Writing<'_, '_>, from: &Record, row: &Candidate, id: RecordId) -> AppResult<()> {
    let record = cx.tx.record().get(id)?;
    if record.deleted_at.is_some() {
        return Ok(());
    }
    let system = cx.tx.ai_system().get(id)?;
    let carried = fields(row).into_iter().filter_map(|(key, value)| Some((key, value?.clone()))).collect();
    let decided = [ClassificationState::Draft, ClassificationState::Decided];
    let mut worked = record.title != from.title
        || record.owner.is_some()
        || record.due.is_some()
        || system.fields != carried
        || system.imported_facts != row.imported_facts;
    worked |= cx.tx.classification().of(id)?.iter().any(|row| decided.contains(&row.state));
    let hangs = crate::relation::counts(cx.read(), id)?;
    worked |= hangs.links + hangs.evidence + hangs.comments + hangs.actions > 0;
    if worked {
        return Err(AppError::refused("error-candidate-worked-on").with("system", named(&record)));
    }
    cx.tx.delete_record(id)?;
    Ok(())
}

/// Empties the fields that merging this candidate filled and nobody changed since.
fn empty(cx: &mut Writing<'_, '_>, row: &Candidate, id: RecordId) -> AppResult<()> {
    let filter = HistoryFilter {
        subject: Some(row.id),
        action: Some(Merge::NAME.to_owned()),
        ..HistoryFilter::default()
    };
    let Some(entry) = cx.read().history(&filter, Page::first(1))?.rows.into_iter().next() else {
        return Ok(());
    };
    let changes = cx.read().changes(entry.n, Some(id), MOST_ROWS)?;
    let Some(change) =
        changes.iter().find(|change| change.table == "ai_system" && change.row == id.to_string())
    else {
        return Ok(());
    };
    let mut system = cx.tx.ai_system().get(id)?;
    for (key, value) in fields(row) {
        let filled = change.column(key).is_some_and(|column| column.old == Value::Null);
        if filled && value.is_some() && system.field(key) == value.map(String::as_str) {
            system.set_field(key, None)?;
        }
    }
    let brought = change.column("imported_facts").is_some_and(|column| column.old == Value::Null);
    if brought && system.imported_facts == row.imported_facts {
        system.imported_facts = None;
    }
    cx.tx.ai_system().update(&system)?;
    Ok(())
}
