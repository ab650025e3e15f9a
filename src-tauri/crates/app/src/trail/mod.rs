//! The trail: what was done, by whom, when and why; search; undo and redo; verification.

mod change_words;
mod check;
mod export;
mod filter;
mod object_words;
mod text;
mod undo;
mod value_words;

use cairn_domain::id::RecordId;
use cairn_store::table::device::device_row_id;
use cairn_store::{HistoryEntry, MessageValue, ReadTx, StoreError, undoable};
use cairn_words::{Value, Words};
use serde::{Deserialize, Serialize};

use crate::error::AppResult;
use crate::names::Names;
use crate::relation::RecordRef;
use crate::system::MemberRef;
use crate::tag::Tag;
use crate::usecase::{Query, Reading};

pub use change_words::RowChangeView;
pub(crate) use check::check_new;
pub use check::{CheckFile, Verify, VerifyProblem, VerifyView};
pub use export::Export;
pub use filter::{Choices, List, TrailChoice, TrailChoices, TrailFilter, TrailPage};
pub use text::HistoryTexts;
pub use undo::{Last, Steps, TrailSteps, Undo, Undone};

/// Most changed rows an entry shows; an import touches thousands.
const MOST_CHANGES: usize = 200;

/// One changed field, both values as people read them; none is empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct FieldChangeView {
    /// Its label.
    pub label: String,
    /// Value before.
    pub old: Option<String>,
    /// Value after.
    pub new: Option<String>,
}

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
    /// Ids of the entries it follows, hexadecimal; none for the first, two for a merge.
    pub parents: Vec<String>,
    /// Id of the entry after it, hexadecimal; none for the newest.
    pub next: Option<String>,
    /// The program that wrote it.
    pub app: String,
    /// Name of the device that signed it; its id where it has no name.
    pub device: String,
    /// The signature, hexadecimal.
    pub signature: String,
    /// Whether id, signature and payload fit the entry, checked just now.
    pub holds: bool,
    /// The entry it took back, for an undo.
    pub taken_back: Option<u64>,
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
        let proof = cx.tx.proof(self.n)?;
        let device = cx.tx.device().find(device_row_id(&proof.device))?;
        let next = match cx.tx.entry(self.n + 1) {
            Ok(next) => Some(next.id.to_string()),
            Err(StoreError::NoSuchEntry(_)) => None,
            Err(error) => return Err(error.into()),
        };
        let in_words = changes.iter().map(|change| change_words::in_words(cx, change, &names));
        Ok(TrailDetail {
            entry: shown(cx, &entry, &names)?,
            parents: proof.parents.iter().map(ToString::to_string).collect(),
            next,
            app: entry.app,
            device: device
                .map(|device| device.name)
                .filter(|name| !name.is_empty())
                .unwrap_or_else(|| proof.device.to_string()),
            signature: proof.signature.iter().map(|byte| format!("{byte:02x}")).collect(),
            holds: proof.holds,
            taken_back: cx.tx.taken_back(self.n)?,
            changes: in_words.collect::<AppResult<_>>()?,
            more,
        })
    }
}
