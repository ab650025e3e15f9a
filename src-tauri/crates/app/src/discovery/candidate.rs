//! Candidates as the list and the panel show them, with what each is probably the same as.

use std::collections::{BTreeMap, BTreeSet};

use cairn_domain::discovery::likeness::{Crowd, Face, LikeReason, LikeStrength, Likeness, Traits};
use cairn_domain::id::RecordId;
use cairn_domain::state::CandidateState;
use cairn_store::ReadTx;
use cairn_store::table::ai_system::AiSystem;
use cairn_store::table::candidate::Candidate;
use cairn_store::table::record::Record;
use cairn_words::Words;
use serde::{Deserialize, Serialize};

use super::{count, guide, live};
use crate::error::{AppError, AppResult, Code};
use crate::names::record_ref;
use crate::relation::RecordRef;
use crate::system::ImportedFact;
use crate::tag::Tag;
use crate::usecase::{Query, Reading};

/// Most likenesses shown of one candidate.
const MOST_LIKE: usize = 12;

/// Candidates by state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct CandidateCounts {
    /// Nobody has decided.
    pub new: u32,
    /// Became a system.
    pub accepted: u32,
    /// Belong to a system that was there.
    pub merged: u32,
    /// Put aside.
    pub dismissed: u32,
}

impl CandidateCounts {
    pub(super) fn of(rows: &[(Record, Candidate)]) -> Self {
        let in_state = |state| count(rows.iter().filter(|(_, row)| row.state == state).count());
        Self {
            new: in_state(CandidateState::New),
            accepted: in_state(CandidateState::Accepted),
            merged: in_state(CandidateState::Merged),
            dismissed: in_state(CandidateState::Dismissed),
        }
    }
}

/// What a candidate is probably the same as.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct CandidateLike {
    /// The other: a system or a candidate.
    pub record: RecordRef,
    /// How much speaks for it.
    pub strength: LikeStrength,
    /// Why, in words.
    pub why: String,
}

/// A candidate in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct CandidateItem {
    /// The record.
    pub id: RecordId,
    /// Human code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Who makes it.
    pub vendor: Option<String>,
    /// The product.
    pub product: Option<String>,
    /// The model.
    pub model: Option<String>,
    /// Who uses it.
    pub department: Option<String>,
    /// What for.
    pub purpose: Option<String>,
    /// How it was found, in words.
    pub found_by: Option<String>,
    /// The sweep that found it.
    pub sweep: Option<RecordRef>,
    /// What became of it.
    pub state: CandidateState,
    /// Why it was dismissed.
    pub reason: Option<String>,
    /// The system it became or belongs to.
    pub system: Option<RecordRef>,
    /// What it is most probably the same as; only while nobody has decided.
    pub like: Option<CandidateLike>,
}

/// A page of candidates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct CandidatePage {
    /// The candidates.
    pub items: Vec<CandidateItem>,
    /// How many fit the filter.
    pub found: u32,
    /// How many there are.
    pub total: u32,
    /// All of them by state.
    pub counts: CandidateCounts,
    /// Vendors that are named, for the filter.
    pub vendors: Vec<String>,
}

/// Which candidates to show. Empty parts do not restrict.
#[derive(Debug, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(rename = "CandidateListInput")]
pub struct List {
    /// Text that code, name, vendor, product, model, department or purpose holds.
    pub text: Option<String>,
    /// Only these states.
    pub states: Vec<CandidateState>,
    /// Only what sweeps of these areas found; `none` stands for no sweep.
    pub areas: Vec<String>,
    /// Only these vendors; `none` stands for no vendor.
    pub vendors: Vec<String>,
    /// Only candidates that are likely something that is there already, or only the others.
    pub like: Option<bool>,
    /// Rows to leave out at the beginning.
    pub offset: u32,
    /// Rows at most; 0 stands for all.
    pub limit: u32,
}

impl Query for List {
    const NAME: &'static str = "candidate.list";
    const TAGS: &'static [Tag] = &[Tag::Discovery, Tag::Systems];
    type Output = CandidatePage;

    fn run(self, cx: &Reading<'_>) -> AppResult<Self::Output> {
        let rows = live(cx.tx)?;
        let vendors: BTreeSet<&str> = rows.iter().filter_map(|(_, row)| row.vendor.as_deref()).collect();
        let scene = Scene::read(cx.tx, &rows)?;
        let sweeps = Places::read(cx.tx, &rows)?;
        let text = self.text.as_deref().unwrap_or_default().trim().to_lowercase();
        let mut items = Vec::new();
        for (record, row) in rows.iter().filter(|(record, row)| self.fits(record, row, &text, &sweeps)) {
            let like = scene.first(record.id, row, cx.around.words);
            if self.like.is_none_or(|wanted| wanted == like.is_some()) {
                items.push(item(record, row, &sweeps, like)?);
            }
        }
        let found = count(items.len());
        let limit = if self.limit == 0 { usize::MAX } else { self.limit as usize };
        Ok(CandidatePage {
            items: items.into_iter().skip(self.offset as usize).take(limit).collect(),
            found,
            total: count(rows.len()),
            counts: CandidateCounts::of(&rows),
            vendors: vendors.into_iter().map(str::to_owned).collect(),
        })
    }
}

impl List {
    fn fits(&self, record: &Record, row: &Candidate, text: &str, places: &Places) -> bool {
        let one_of = |wanted: &[String], value: Option<&str>| {
            wanted.is_empty() || wanted.iter().any(|word| word == value.unwrap_or("none"))
        };
        let area = row.sweep.and_then(|sweep| places.areas.get(&sweep)).map(String::as_str);
        let texts = [&record.code, &row.vendor, &row.product, &row.model, &row.department, &row.purpose];
        let holds = |value: &str| value.to_lowercase().contains(text);
        (self.states.is_empty() || self.states.contains(&row.state))
            && one_of(&self.areas, area)
            && one_of(&self.vendors, row.vendor.as_deref())
            && (text.is_empty()
                || holds(&record.title)
                || texts.iter().any(|value| value.as_deref().is_some_and(holds)))
    }
}

/// Sweeps and systems that candidates name.
struct Places {
    areas: BTreeMap<RecordId, String>,
    names: BTreeMap<RecordId, RecordRef>,
}

impl Places {
    fn read(tx: &ReadTx<'_>, rows: &[(Record, Candidate)]) -> AppResult<Self> {
        let areas = tx.sweep().all()?.into_iter().map(|row| (row.id, row.area)).collect();
        let named: BTreeSet<RecordId> =
            rows.iter().flat_map(|(_, row)| row.sweep.into_iter().chain(row.system)).collect();
        let mut names = BTreeMap::new();
        for id in named {
            if let Some(record) = tx.record().find(id)? {
                names.insert(id, record_ref(&record));
            }
        }
        Ok(Self { areas, names })
    }
}

fn item(
    record: &Record,
    row: &Candidate,
    places: &Places,
    like: Option<CandidateLike>,
) -> AppResult<CandidateItem> {
    let named = |id: Option<RecordId>| id.and_then(|id| places.names.get(&id)).cloned();
    let guide = guide()?;
    let found_by = row.found_by.as_deref().map(|key| guide.source(key).unwrap_or(key).to_owned());
    Ok(CandidateItem {
        id: record.id,
        code: record.code.clone().unwrap_or_default(),
        name: record.title.clone(),
        vendor: row.vendor.clone(),
        product: row.product.clone(),
        model: row.model.clone(),
        department: row.department.clone(),
        purpose: row.purpose.clone(),
        found_by,
        sweep: named(row.sweep),
        state: row.state,
        reason: row.reason.clone(),
        system: named(row.system),
        like,
    })
}

/// Everything a candidate can be the same as: systems, and candidates that did not become one.
struct Scene {
    crowd: Crowd,
    records: Vec<RecordRef>,
    at: BTreeMap<RecordId, usize>,
}

impl Scene {
    fn read(tx: &ReadTx<'_>, rows: &[(Record, Candidate)]) -> AppResult<Self> {
        let mut scene = Self { crowd: Crowd::default(), records: Vec::new(), at: BTreeMap::new() };
        for (record, system) in tx.ai_system().all_with_records()? {
            if record.deleted_at.is_none() {
                scene.add(&record, &traits(&record, &system));
            }
        }
        for (record, row) in rows {
            if matches!(row.state, CandidateState::New | CandidateState::Dismissed) {
                let text = |value: &'_ Option<String>| value.clone().unwrap_or_default();
                let (vendor, product) = (text(&row.vendor), text(&row.product));
                let (model, department) = (text(&row.model), text(&row.department));
                scene.add(
                    record,
                    &Traits {
                        name: &record.title,
                        vendor: &vendor,
                        product: &product,
                        model: &model,
                        department: &department,
                    },
                );
            }
        }
        Ok(scene)
    }

    fn add(&mut self, record: &Record, traits: &Traits<'_>) {
        self.at.insert(record.id, self.crowd.add(Face::of(traits)));
        self.records.push(record_ref(record));
    }

    /// What a candidate nobody has decided about is most probably the same as.
    fn first(&self, id: RecordId, row: &Candidate, words: &Words) -> Option<CandidateLike> {
        if row.state != CandidateState::New {
            return None;
        }
        let all = self.crowd.like(*self.at.get(&id)?);
        let (other, like) = all.into_iter().find(|(_, like)| like.strength == LikeStrength::Likely)?;
        self.shown(other, &like, words)
    }

    /// Everything it may be the same as.
    fn all(&self, id: RecordId, words: &Words) -> Vec<CandidateLike> {
        let Some(at) = self.at.get(&id) else { return Vec::new() };
        let like = self.crowd.like(*at).into_iter().take(MOST_LIKE);
        like.filter_map(|(other, like)| self.shown(other, &like, words)).collect()
    }

    fn shown(&self, other: usize, like: &Likeness, words: &Words) -> Option<CandidateLike> {
        let record = self.records.get(other)?.clone();
        Some(CandidateLike { record, strength: like.strength, why: why(&like.reasons, words) })
    }
}

/// What a system is compared by.
pub(crate) fn traits<'a>(record: &'a Record, system: &'a AiSystem) -> Traits<'a> {
    let field = |key| system.field(key).unwrap_or_default();
    Traits {
        name: &record.title,
        vendor: field("supplier"),
        product: field("platform"),
        model: field("model"),
        department: field("department"),
    }
}

/// Reasons as one phrase: “same vendor, nearly the same name and same department”.
pub(crate) fn why(reasons: &[LikeReason], words: &Words) -> String {
    let said: Vec<String> =
        reasons.iter().map(|reason| words.say(&format!("like-reason-{reason}"))).collect();
    match said.split_last() {
        None => String::new(),
        Some((only, [])) => only.clone(),
        Some((last, rest)) => words
            .say_with("like-reasons", &[("first", rest.join(", ").into()), ("last", last.as_str().into())]),
    }
}

/// A candidate with everything known of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct CandidateView {
    /// What the list shows.
    pub item: CandidateItem,
    /// Facts an import brought along.
    pub imported: Vec<ImportedFact>,
    /// Where it was imported from.
    pub source: Option<String>,
    /// Everything it may be the same as, the likeliest first.
    pub alike: Vec<CandidateLike>,
}

/// One candidate.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "CandidateGetInput")]
pub struct Get {
    /// The record.
    pub id: RecordId,
}

impl Query for Get {
    const NAME: &'static str = "candidate.get";
    const TAGS: &'static [Tag] = List::TAGS;
    type Output = CandidateView;

    fn run(self, cx: &Reading<'_>) -> AppResult<Self::Output> {
        let rows = live(cx.tx)?;
        let found = rows.iter().find(|(record, _)| record.id == self.id);
        let (record, row) = found.ok_or_else(|| AppError::new(Code::NotFound))?;
        let scene = Scene::read(cx.tx, &rows)?;
        let like = scene.first(self.id, row, cx.around.words);
        let alike =
            if row.state == CandidateState::New { scene.all(self.id, cx.around.words) } else { Vec::new() };
        let facts = row.imported_facts.as_ref().and_then(serde_json::Value::as_object);
        let imported = facts.into_iter().flatten().map(|(header, value)| ImportedFact {
            header: header.clone(),
            value: value.as_str().map_or_else(|| value.to_string(), str::to_owned),
        });
        Ok(CandidateView {
            item: item(record, row, &Places::read(cx.tx, &rows)?, like)?,
            imported: imported.collect(),
            source: row.source.clone(),
            alike,
        })
    }
}
