//! Undo and redo: both write the old values of an entry as a new one.

use cairn_domain::id::RecordId;
use cairn_domain::role::Permission;
use cairn_store::{FieldConflict, HistoryFilter, Page, StoreError, TAKEN_BACK};
use serde::{Deserialize, Serialize};

use super::{TrailEntry, change_words, shown, subject_of, touches_frozen, what};
use crate::error::{AppError, AppResult, Code};
use crate::names::Names;
use crate::tag::Tag;
use crate::usecase::{Mutation, Query, Reading, Writing};

/// Most fields a conflict names.
const MOST_CONFLICTS: usize = 5;

/// Takes back an entry by writing the old values as a new one. Taking back an undo does the entry again.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "TrailUndoInput")]
pub struct Undo {
    /// Number of the entry.
    pub n: u64,
}

/// What was undone or done again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Undone {
    /// The sentence of the entry taken back or done again.
    pub what: String,
    /// Rows written.
    pub rows: usize,
    /// Whether the entry was done again.
    pub redone: bool,
}

impl Mutation for Undo {
    const NAME: &'static str = "trail.undo";
    const TAGS: &'static [Tag] = Tag::ALL;
    type Output = Undone;

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<Self::Output> {
        let lineage = cx.read().lineage(self.n)?;
        let root = cx.read().entry(lineage.root)?;
        // Doing something again needs what doing it needed.
        let needed = crate::usecase::all().iter().find(|case| case.name == root.action);
        let needed = needed.map_or(Permission::Write, |case| case.permission);
        if !cx.around.standing.may(needed) {
            return Err(AppError::new(Code::NoPermission)
                .with("permission", cx.around.words.say(&format!("permission-{needed}"))));
        }
        let changes = cx.read().changes(self.n, None, usize::MAX)?;
        if touches_frozen(cx.read(), &root)? || crate::gap::changes_frozen(cx.read(), &changes)? {
            return Err(AppError::refused("error-assessment-frozen"));
        }
        let what = what(&root, cx.around.words);
        let redone = lineage.undos % 2 == 1;
        let rows = match cx.tx.undo(self.n) {
            Err(StoreError::Conflict(fields)) => return Err(conflict(&cx.as_reading(), &fields)?),
            Err(StoreError::Reference { table, row, .. }) => {
                return Err(still_used(&cx.as_reading(), &table, &row)?);
            }
            done => done?,
        };
        cx.tell(
            subject_of(&root),
            if redone { "history-redo" } else { "history-undo" },
            &[(TAKEN_BACK, self.n.into()), ("of", lineage.root.into()), ("what", what.as_str().into())],
        );
        Ok(Undone { what, rows, redone })
    }
}

/// Says which fields were changed since.
fn conflict(cx: &Reading<'_>, fields: &[FieldConflict]) -> AppResult<AppError> {
    let words = cx.around.words;
    let mut named: Vec<String> = Vec::new();
    for field in fields {
        let name = change_words::place(cx, &field.table, &field.row, field.column.as_deref())?;
        if !named.contains(&name) {
            named.push(name);
        }
    }
    let more = named.len().saturating_sub(MOST_CONFLICTS);
    named.truncate(MOST_CONFLICTS);
    let mut list = named.join(", ");
    if more > 0 {
        list =
            words.say_with("trail-conflict-more", &[("fields", list.into()), ("more", count(more).into())]);
    }
    let error = AppError { key: "error-undo-conflict".to_owned(), ..AppError::new(Code::Conflict) };
    Ok(error.with("fields", list))
}

/// Says what was written since and rests on what was to be taken back.
fn still_used(cx: &Reading<'_>, table: &str, row: &str) -> AppResult<AppError> {
    let id = row.parse::<RecordId>();
    let id = match (table, id) {
        // A use of evidence has no name of its own: what it is used for has.
        ("evidence_use", Ok(id)) => cx.tx.evidence_use().find(id)?.map(|used| used.record),
        (_, id) => id.ok(),
    };
    let record = id.map(|id| cx.tx.record().find(id)).transpose()?.flatten();
    let what = record.map_or_else(
        || cx.around.words.say(&format!("table-{table}")),
        |record| format!("{} {}", record.code.unwrap_or_default(), record.title).trim().to_owned(),
    );
    let error = AppError { key: "error-undo-used".to_owned(), ..AppError::new(Code::Conflict) };
    Ok(error.with("what", what))
}

fn count(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}

/// What Ctrl Z and Ctrl Shift Z would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct TrailSteps {
    /// My newest deed that still stands; where it cannot be undone it also bars what is older.
    pub undo: Option<TrailEntry>,
    /// My last undo, as long as I did nothing else after it: the entry of kind undo.
    pub redo: Option<TrailEntry>,
}

/// What Ctrl Z and Ctrl Shift Z would do, among what I did after an entry.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "TrailStepsInput")]
pub struct Steps {
    /// Number of the newest entry when the workspace was opened.
    #[serde(default)]
    pub after: u64,
}

impl Query for Steps {
    const NAME: &'static str = "trail.steps";
    const TAGS: &'static [Tag] = &[Tag::Trail];
    type Output = TrailSteps;

    fn run(self, cx: &Reading<'_>) -> AppResult<Self::Output> {
        let steps = cx.tx.steps(cx.around.me, self.after)?;
        let names = Names::read(cx.tx)?;
        let named = |n: Option<u64>| n.map(|n| shown(cx, &cx.tx.entry(n)?, &names)).transpose();
        Ok(TrailSteps { undo: named(steps.undo)?, redo: named(steps.redo.map(|redo| redo.undo))? })
    }
}

/// The newest entry this member wrote, if it can be undone.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "TrailLastInput")]
pub struct Last {}

impl Query for Last {
    const NAME: &'static str = "trail.last";
    const TAGS: &'static [Tag] = &[Tag::Trail];
    type Output = Option<TrailEntry>;

    fn run(self, cx: &Reading<'_>) -> AppResult<Self::Output> {
        let filter = HistoryFilter { actor: Some(cx.around.me), ..HistoryFilter::default() };
        let names = Names::read(cx.tx)?;
        let newest = cx.tx.history(&filter, Page::first(1))?.rows;
        let newest = newest.first().map(|entry| shown(cx, entry, &names)).transpose()?;
        Ok(newest.filter(|entry| entry.undoable))
    }
}
