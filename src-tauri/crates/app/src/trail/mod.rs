//! The trail: what was done, by whom, when and why; undo; verification.

mod change_words;
mod check;

use cairn_domain::id::{MemberId, RecordId};
use cairn_domain::role::Permission;
use cairn_store::{HistoryEntry, HistoryFilter, MessageValue, Page, ReadTx, undoable};
use cairn_words::{Value, Words};
use serde::{Deserialize, Serialize};

use crate::error::{AppError, AppResult};
use crate::names::Names;
use crate::relation::RecordRef;
use crate::system::MemberRef;
use crate::tag::Tag;
use crate::usecase::{Mutation, Query, Reading, Writing};

pub use change_words::{FieldChangeView, RowChangeView};
pub use check::{Verify, VerifyProblem, VerifyView};

/// Most changed rows an entry shows; an import touches thousands.
const MOST_CHANGES: usize = 200;

/// An entry in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct TrailEntry {
    /// Number in this file, from 1.
    pub n: u64,
    /// Id, hexadecimal.
    pub id: String,
    /// When, UTC.
    pub time: String,
    /// Who.
    pub actor: MemberRef,
    /// What, in words.
    pub what: String,
    /// Why, in the person's words; may be empty.
    pub reason: String,
    /// The use case.
    pub action: String,
    /// Kind of entry.
    pub kind: String,
    /// The record it is about, when it is one that can be opened.
    pub subject: Option<RecordRef>,
    /// Whether it can be undone.
    pub undoable: bool,
}

/// A page of the trail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct TrailPage {
    /// Entries, newest first.
    pub entries: Vec<TrailEntry>,
    /// Entries that fit.
    pub found: u64,
    /// Entries in all.
    pub total: u64,
}

/// What was done, newest first.
#[derive(Debug, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(rename = "TrailListInput")]
pub struct List {
    /// Only entries about this record or beside it.
    pub subject: Option<RecordId>,
    /// Only entries of this member.
    pub actor: Option<MemberId>,
    /// Only this use case, or all of a noun when it ends with a dot.
    pub action: Option<String>,
    /// Not before this moment.
    pub from: Option<cairn_domain::time::Timestamp>,
    /// Before this moment.
    pub until: Option<cairn_domain::time::Timestamp>,
    /// Entries to leave out at the beginning.
    pub offset: u32,
    /// Entries at most; 0 stands for 200.
    pub limit: u32,
}

impl Query for List {
    const NAME: &'static str = "trail.list";
    const TAGS: &'static [Tag] = &[Tag::Trail, Tag::Members];
    type Output = TrailPage;

    fn run(self, cx: &Reading<'_>) -> AppResult<Self::Output> {
        let filter = HistoryFilter {
            subject: self.subject,
            actor: self.actor,
            action: self.action,
            from: self.from,
            until: self.until,
        };
        let limit = if self.limit == 0 { 200 } else { self.limit };
        let found = cx.tx.history(&filter, Page { offset: self.offset, limit })?;
        let none = Page { offset: 0, limit: 0 };
        let total = cx.tx.history(&HistoryFilter::default(), none)?.total;
        let names = Names::read(cx.tx)?;
        let entries = found.rows.iter().map(|entry| shown(cx, entry, &names));
        Ok(TrailPage { entries: entries.collect::<AppResult<_>>()?, found: found.total, total })
    }
}

/// Puts an entry into words.
pub(crate) fn shown(cx: &Reading<'_>, entry: &HistoryEntry, names: &Names) -> AppResult<TrailEntry> {
    let subject = match subject_of(entry) {
        Some(id) => cx.tx.record().find(id)?.as_ref().map(crate::names::record_ref),
        None => None,
    };
    let undoable = undoable(entry.kind) && !touches_frozen(cx.tx, entry)?;
    Ok(TrailEntry {
        n: entry.n,
        id: entry.id.to_string(),
        time: entry.time.to_string(),
        actor: names.member(entry.actor),
        what: what(entry, cx.around.words),
        reason: entry.reason.clone(),
        action: entry.action.clone(),
        kind: entry.kind.as_str().to_owned(),
        subject,
        undoable,
    })
}

fn subject_of(entry: &HistoryEntry) -> Option<RecordId> {
    entry.subject.as_deref().and_then(|id| id.parse().ok())
}

/// Whether an entry is about a frozen assessment or one of its lines.
fn touches_frozen(tx: &ReadTx<'_>, entry: &HistoryEntry) -> AppResult<bool> {
    subject_of(entry).map_or(Ok(false), |id| crate::gap::frozen(tx, id))
}

/// The sentence of an entry. Arguments that are words of a list come out in words.
fn what(entry: &HistoryEntry, words: &Words) -> String {
    let key = &entry.message.key;
    if key.is_empty() || !words.has(key) {
        let key = format!("history-action-{}", entry.action.replace(['.', '_'], "-"));
        return if words.has(&key) {
            words.say(&key)
        } else {
            words.say(&format!("history-kind-{}", entry.kind))
        };
    }
    let args: Vec<(&str, Value)> = entry
        .message
        .args
        .iter()
        .map(|(name, value)| {
            let value = match value {
                MessageValue::Number(number) => Value::Number(*number),
                MessageValue::Text(text) if name == "decision" => {
                    Value::Text(words.say(&format!("soa-decision-{text}")))
                }
                MessageValue::Text(text) => Value::Text(text.clone()),
            };
            (name.as_str(), value)
        })
        .collect();
    words.say_with(key, &args)
}

/// An entry with everything it changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct TrailDetail {
    /// The entry.
    pub entry: TrailEntry,
    /// Id of the entry before, hexadecimal; none for the first.
    pub before: Option<String>,
    /// The program that wrote it.
    pub app: String,
    /// What it changed.
    pub changes: Vec<RowChangeView>,
    /// Whether there is more than is shown.
    pub more: bool,
}

/// An entry with everything it changed.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "TrailGetInput")]
pub struct Get {
    /// Number of the entry.
    pub n: u64,
    /// Only rows of this record or beside it.
    #[serde(default)]
    pub record: Option<RecordId>,
}

impl Query for Get {
    const NAME: &'static str = "trail.get";
    const TAGS: &'static [Tag] = &[Tag::Trail, Tag::Members];
    type Output = TrailDetail;

    fn run(self, cx: &Reading<'_>) -> AppResult<Self::Output> {
        let entry = cx.tx.entry(self.n)?;
        let names = Names::read(cx.tx)?;
        let mut changes = cx.tx.changes(self.n, self.record, MOST_CHANGES + 1)?;
        let more = changes.len() > MOST_CHANGES;
        changes.truncate(MOST_CHANGES);
        let before = if self.n > 1 { Some(cx.tx.entry(self.n - 1)?.id.to_string()) } else { None };
        let in_words = changes.iter().map(|change| change_words::in_words(cx, change, &names));
        Ok(TrailDetail {
            entry: shown(cx, &entry, &names)?,
            before,
            app: entry.app,
            changes: in_words.collect::<AppResult<_>>()?,
            more,
        })
    }
}

/// Takes back an entry by writing the old values as a new one.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "TrailUndoInput")]
pub struct Undo {
    /// Number of the entry.
    pub n: u64,
}

/// What was undone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Undone {
    /// The sentence of the entry taken back.
    pub what: String,
    /// Rows written.
    pub rows: usize,
}

impl Mutation for Undo {
    const NAME: &'static str = "trail.undo";
    const TAGS: &'static [Tag] = Tag::ALL;
    type Output = Undone;

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<Self::Output> {
        let entry = cx.read().entry(self.n)?;
        let needed = crate::usecase::all().iter().find(|case| case.name == entry.action);
        let needed = needed.map_or(Permission::Write, |case| case.permission);
        if !cx.around.standing.may(needed) {
            return Err(AppError::new(crate::error::Code::NoPermission)
                .with("permission", cx.around.words.say(&format!("permission-{needed}"))));
        }
        if touches_frozen(cx.read(), &entry)? {
            return Err(AppError::refused("error-assessment-frozen"));
        }
        let what = what(&entry, cx.around.words);
        let rows = cx.tx.undo(self.n)?;
        cx.tell(
            subject_of(&entry),
            "history-undo",
            &[("entry", self.n.into()), ("what", what.as_str().into())],
        );
        Ok(Undone { what, rows })
    }
}

/// The newest entry this member wrote that can be undone, for Ctrl Z.
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
