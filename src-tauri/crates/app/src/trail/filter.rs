//! The trail as a list: what it can be narrowed to, its pages, and how much each choice would show.

use std::collections::BTreeMap;

use cairn_domain::id::{MemberId, RecordId};
use cairn_domain::record::RecordKind;
use cairn_domain::time::Timestamp;
use cairn_store::{HistoryEntry, HistoryFilter, Page};
use cairn_words::Words;
use serde::{Deserialize, Serialize};

use super::{TrailEntry, shown};
use crate::error::AppResult;
use crate::names::Names;
use crate::relation::RecordRef;
use crate::system::MemberRef;
use crate::tag::Tag;
use crate::usecase::{Query, Reading};

/// Which entries are meant. Empty parts do not restrict.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", default)]
pub struct TrailFilter {
    /// Only entries about this record or beside it.
    pub subject: Option<RecordId>,
    /// Only entries of this member.
    pub actor: Option<MemberId>,
    /// Only this use case, or all of a noun when it ends with a dot.
    pub action: Option<String>,
    /// Only entries about a record of this kind.
    pub record_kind: Option<RecordKind>,
    /// Only entries that hold every one of these words in their sentence, their reason, or the code or title of their
    /// record.
    pub text: Option<String>,
    /// Not before this moment.
    pub from: Option<Timestamp>,
    /// Before this moment.
    pub until: Option<Timestamp>,
}

impl TrailFilter {
    fn in_store(&self) -> HistoryFilter {
        HistoryFilter {
            subject: self.subject,
            actor: self.actor,
            action: self.action.clone(),
            record_kind: self.record_kind,
            from: self.from.clone(),
            until: self.until.clone(),
        }
    }

    fn sought(&self) -> Option<&str> {
        self.text.as_deref().map(str::trim).filter(|text| !text.is_empty())
    }

    /// A page of the entries that fit, newest first, and how many fit in all.
    ///
    /// # Errors
    /// When reading fails or an entry is damaged.
    pub(super) fn page(&self, cx: &Reading<'_>, page: Page) -> AppResult<(Vec<HistoryEntry>, u64)> {
        let filter = self.in_store();
        let Some(text) = self.sought() else {
            let listed = cx.tx.history(&filter, page)?;
            return Ok((listed.rows, listed.total));
        };
        let numbers = cx.around.history.find(text, &filter, cx.tx, cx.around.words)?;
        let wanted = numbers.iter().skip(page.offset as usize).take(page.limit as usize);
        let rows = wanted.map(|n| cx.tx.entry(*n)).collect::<Result<_, _>>()?;
        Ok((rows, u64::try_from(numbers.len()).unwrap_or(u64::MAX)))
    }
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
    /// Which entries.
    #[serde(flatten)]
    pub filter: TrailFilter,
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
        let limit = if self.limit == 0 { 200 } else { self.limit };
        let (rows, found) = self.filter.page(cx, Page { offset: self.offset, limit })?;
        let total = cx.tx.history(&HistoryFilter::default(), Page::first(0))?.total;
        let names = Names::read(cx.tx)?;
        let entries = rows.iter().map(|entry| shown(cx, entry, &names));
        Ok(TrailPage { entries: entries.collect::<AppResult<_>>()?, found, total })
    }
}

/// A choice of a filter and how many entries of the whole trail it would show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct TrailChoice {
    /// What to filter by.
    pub value: String,
    /// In words.
    pub label: String,
    /// Entries.
    pub count: u64,
}

/// The choices of the filters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct TrailChoices {
    /// Who acted.
    pub actors: Vec<TrailChoice>,
    /// What was done, by the noun of the use case with a dot behind.
    pub actions: Vec<TrailChoice>,
    /// Kinds of records.
    pub record_kinds: Vec<TrailChoice>,
    /// The record the list is narrowed to.
    pub subject: Option<RecordRef>,
}

/// What the trail can be narrowed to.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "TrailChoicesInput")]
pub struct Choices {
    /// The record the list is narrowed to, to be named.
    #[serde(default)]
    pub subject: Option<RecordId>,
}

impl Query for Choices {
    const NAME: &'static str = "trail.choices";
    const TAGS: &'static [Tag] = &[Tag::Trail, Tag::Members];
    type Output = TrailChoices;

    fn run(self, cx: &Reading<'_>) -> AppResult<Self::Output> {
        let words = cx.around.words;
        let counts = cx.tx.history_counts()?;
        let names = Names::read(cx.tx)?;
        let actors = counts.actors.into_iter().map(|(id, count)| {
            let MemberRef { id, name } = names.member(id);
            TrailChoice { value: id.to_string(), label: name, count }
        });
        let mut nouns: BTreeMap<String, u64> = BTreeMap::new();
        for (action, count) in counts.actions {
            let noun = action.split_once('.').map_or(action.as_str(), |(noun, _)| noun).to_owned();
            *nouns.entry(noun).or_default() += count;
        }
        let actions = nouns.into_iter().map(|(noun, count)| TrailChoice {
            label: action_label(&noun, words),
            value: format!("{noun}."),
            count,
        });
        let record_kinds = counts.record_kinds.into_iter().map(|(kind, count)| {
            let label = words.say(&format!("record-kind-{kind}"));
            TrailChoice { value: kind.to_string(), label, count }
        });
        let subject = match self.subject {
            Some(id) => cx.tx.record().find(id)?.as_ref().map(crate::names::record_ref),
            None => None,
        };
        Ok(TrailChoices {
            actors: by_label(actors),
            actions: by_label(actions),
            record_kinds: by_label(record_kinds),
            subject,
        })
    }
}

/// The noun of a use case, or of all of it, in words.
pub(super) fn action_label(action: &str, words: &Words) -> String {
    let noun = action.split('.').next().unwrap_or_default();
    let key = format!("trail-noun-{}", noun.replace('_', "-"));
    if words.has(&key) { words.say(&key) } else { noun.replace('_', " ") }
}

fn by_label(choices: impl Iterator<Item = TrailChoice>) -> Vec<TrailChoice> {
    let mut all: Vec<_> = choices.collect();
    all.sort_by(|a, b| a.label.cmp(&b.label));
    all
}
