//! Discovery: sweeps that look for AI nobody has told of, and the candidates they find.

mod aside;
mod candidate;
mod change;
mod decide;
mod import;
mod note;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use cairn_domain::discovery::{Area, Guide, ItemStanding, standing};
use cairn_domain::id::RecordId;
use cairn_domain::record::RecordKind;
use cairn_domain::state::{CandidateState, SweepAnswer, SweepState};
use cairn_domain::trail::Facts;
use cairn_store::table::candidate::Candidate;
use cairn_store::table::record::Record;
use cairn_store::table::sweep::Sweep;
use cairn_store::table::sweep_item::SweepItem;
use cairn_store::{Page, ReadTx};
use serde::{Deserialize, Serialize};

use crate::error::{AppError, AppResult, Code};
use crate::names::{Names, record_ref};
use crate::relation::RecordRef;
use crate::system::MemberRef;
use crate::tag::Tag;
use crate::usecase::{Query, Reading};

pub use aside::SetAside;
pub use candidate::{
    CandidateCounts, CandidateItem, CandidateLike, CandidatePage, CandidateView, Get as GetCandidate,
    List as ListCandidates,
};
pub(crate) use candidate::{traits, why};
pub use change::{Answer, Close, Delete, Reopen, Start, Update};
pub use decide::{Accept, Dismiss, Merge, Return};
pub use import::Import;
pub use note::{Create as CreateCandidate, Update as UpdateCandidate};

static LIST: &str = include_str!("../../../../../assets/discovery/sweeps.json");
static WORDS: &str = include_str!("../../../../../assets/discovery/sweeps.en.json");

/// What to ask whom, read on first use.
pub(crate) fn guide() -> AppResult<&'static Guide> {
    static GUIDE: OnceLock<Result<Guide, String>> = OnceLock::new();
    let read = || Guide::parse(LIST, WORDS).map_err(|error| error.to_string());
    GUIDE.get_or_init(read).as_ref().map_err(|reason| AppError::internal(reason.clone()))
}

/// A source of findings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "DiscoverySource")]
pub struct SourceView {
    /// Its key.
    pub key: String,
    /// In words.
    pub label: String,
}

/// An area that is looked through.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "DiscoveryArea")]
pub struct AreaView {
    /// Its key.
    pub key: String,
    /// Its name.
    pub title: String,
    /// What belongs to it.
    pub about: String,
    /// Whether it is looked through once for each department.
    pub per_department: bool,
    /// Where it is looked: names of the sources.
    pub sources: Vec<String>,
    /// Whether a sweep of it exists.
    pub started: bool,
    /// Why it is not looked through; none while nobody set it aside.
    pub set_aside: Option<String>,
}

/// A sweep in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "SweepSummary")]
pub struct SweepView {
    /// The record.
    pub id: RecordId,
    /// Key of the area.
    pub area: String,
    /// Its name: the area and, where there is one, the department.
    pub title: String,
    /// The department, where the area is looked at per department.
    pub department: Option<String>,
    /// Who leads it.
    pub owner: Option<MemberRef>,
    /// Until when.
    pub due: Option<String>,
    /// Whole days past that date; none while in time or closed.
    pub days_late: Option<i32>,
    /// Whether it is closed.
    pub state: SweepState,
    /// When it was closed.
    pub closed_on: Option<String>,
    /// A remark.
    pub note: Option<String>,
    /// Items answered, or left out with a remark.
    pub settled: u32,
    /// Items in all.
    pub items: u32,
    /// Candidates found.
    pub found: u32,
    /// Of these, candidates nobody has decided about.
    pub waiting: u32,
}

/// Everything about discovery but the candidates themselves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct DiscoveryView {
    /// The areas, with what to propose.
    pub areas: Vec<AreaView>,
    /// All sources.
    pub sources: Vec<SourceView>,
    /// Sweeps, in the order of the areas.
    pub sweeps: Vec<SweepView>,
    /// Departments known from the register and from sweeps.
    pub departments: Vec<String>,
    /// Items settled in all sweeps.
    pub settled: u32,
    /// Items of all sweeps.
    pub items: u32,
    /// Sweeps closed.
    pub closed: u32,
    /// Candidates by state.
    pub candidates: CandidateCounts,
}

/// Sweeps, areas and coverage.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "DiscoveryGetInput")]
pub struct Get {}

impl Query for Get {
    const NAME: &'static str = "discovery.get";
    const TAGS: &'static [Tag] = &[Tag::Discovery, Tag::Systems, Tag::Members];
    type Output = DiscoveryView;

    fn run(self, cx: &Reading<'_>) -> AppResult<Self::Output> {
        let guide = guide()?;
        let sweeps = sweeps(cx)?;
        let departments = departments(cx.tx, &sweeps)?;
        let started: BTreeSet<&str> = sweeps.iter().map(|sweep| sweep.area.as_str()).collect();
        let aside = aside::stored(cx.tx)?;
        let areas = guide.areas.iter().map(|area| AreaView {
            set_aside: aside.get(&area.key).cloned(),
            key: area.key.clone(),
            title: area.title.clone(),
            about: area.about.clone(),
            per_department: area.per_department,
            sources: area.items.iter().map(|item| item.source.clone()).collect(),
            started: started.contains(area.key.as_str()),
        });
        let sources = guide.sources.iter();
        Ok(DiscoveryView {
            areas: areas.collect(),
            sources: sources
                .map(|source| SourceView { key: source.key.clone(), label: source.label.clone() })
                .collect(),
            departments,
            settled: sweeps.iter().map(|sweep| sweep.settled).sum(),
            items: sweeps.iter().map(|sweep| sweep.items).sum(),
            closed: count(sweeps.iter().filter(|sweep| sweep.state == SweepState::Closed).count()),
            sweeps,
            candidates: CandidateCounts::of(&live(cx.tx)?),
        })
    }
}

/// One thing to ask, and what came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "SweepQuestion")]
pub struct QuestionView {
    /// Its key; also the source of what is found here.
    pub key: String,
    /// Name of the source.
    pub source: String,
    /// Whom to ask.
    pub whom: String,
    /// What to ask for.
    pub ask: Vec<String>,
    /// What typically hides there.
    pub hides: String,
    /// What came of it; none while nobody asked.
    pub answer: Option<SweepAnswer>,
    /// Who was asked.
    pub asked_whom: Option<String>,
    /// When.
    pub asked_on: Option<String>,
    /// What they said.
    pub note: Option<String>,
    /// How it stands.
    pub standing: ItemStanding,
    /// Candidates found here.
    pub candidates: Vec<CandidateRef>,
}

/// A candidate by name and state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "SweepCandidate")]
pub struct CandidateRef {
    /// The record.
    pub record: RecordRef,
    /// What became of it.
    pub state: CandidateState,
}

/// A sweep with everything to ask.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "SweepDetail")]
pub struct DetailView {
    /// The sweep.
    pub sweep: SweepView,
    /// What belongs to the area.
    pub about: String,
    /// What to ask.
    pub questions: Vec<QuestionView>,
}

/// A sweep with everything to ask.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "SweepGetInput")]
pub struct GetSweep {
    /// The sweep.
    pub id: RecordId,
}

impl Query for GetSweep {
    const NAME: &'static str = "discovery.get_sweep";
    const TAGS: &'static [Tag] = &[Tag::Discovery, Tag::Members];
    type Output = DetailView;

    fn run(self, cx: &Reading<'_>) -> AppResult<Self::Output> {
        detail(cx, self.id)
    }
}

/// A sweep with everything to ask.
fn detail(cx: &Reading<'_>, id: RecordId) -> AppResult<DetailView> {
    let (record, row) = sweep_of(cx.tx, id)?;
    let area = area_of(&row)?;
    let mut answers: BTreeMap<String, SweepItem> =
        cx.tx.sweep_item().of(id)?.into_iter().map(|item| (item.item.clone(), item)).collect();
    let mut found: BTreeMap<String, Vec<CandidateRef>> = BTreeMap::new();
    for (record, candidate) in live(cx.tx)? {
        if candidate.sweep == Some(id) {
            let key = candidate.found_by.clone().unwrap_or_default();
            let state = candidate.state;
            found.entry(key).or_default().push(CandidateRef { record: record_ref(&record), state });
        }
    }
    let questions = area.items.iter().map(|item| {
        let answer = answers.remove(&item.key);
        let candidates = found.remove(&item.key).unwrap_or_default();
        let (said, note) = answer.as_ref().map_or((None, None), |row| (Some(row.answer), row.note.clone()));
        QuestionView {
            key: item.key.clone(),
            source: item.source.clone(),
            whom: item.whom.clone(),
            ask: item.ask.clone(),
            hides: item.hides.clone(),
            answer: said,
            asked_whom: answer.as_ref().and_then(|row| row.asked_whom.clone()),
            asked_on: answer.and_then(|row| row.asked_on).map(|date| date.to_string()),
            standing: standing(said, note.as_deref(), candidates.len()),
            note,
            candidates,
        }
    });
    let questions: Vec<QuestionView> = questions.collect();
    let names = Names::read(cx.tx)?;
    Ok(DetailView {
        sweep: sweep_view(cx, &record, &row, &questions, &names),
        about: area.about.clone(),
        questions,
    })
}

fn sweep_view(
    cx: &Reading<'_>,
    record: &Record,
    row: &Sweep,
    questions: &[QuestionView],
    names: &Names,
) -> SweepView {
    let late = record.due.as_ref().map(|due| cx.around.today().days_since(due));
    let found = || questions.iter().flat_map(|question| &question.candidates);
    SweepView {
        id: record.id,
        area: row.area.clone(),
        title: record.title.clone(),
        department: row.department.clone(),
        owner: record.owner.map(|owner| names.member(owner)),
        due: record.due.as_ref().map(ToString::to_string),
        days_late: late.filter(|days| *days > 0 && row.state == SweepState::Open),
        state: row.state,
        closed_on: row.closed_on.as_ref().map(ToString::to_string),
        note: row.note.clone(),
        settled: count(questions.iter().filter(|item| item.standing == ItemStanding::Settled).count()),
        items: count(questions.len()),
        found: count(found().count()),
        waiting: count(found().filter(|each| each.state == CandidateState::New).count()),
    }
}

/// All sweeps that were not taken away, in the order of the areas and departments.
fn sweeps(cx: &Reading<'_>) -> AppResult<Vec<SweepView>> {
    let guide = guide()?;
    let mut found = Vec::new();
    for record in cx.tx.record().of_kind(RecordKind::Sweep, Page::ALL)? {
        found.push(detail(cx, record.id)?.sweep);
    }
    let place = |key: &str| guide.areas.iter().position(|area| area.key == key);
    found
        .sort_by_key(|sweep| (place(&sweep.area), sweep.department.as_ref().map(|name| name.to_lowercase())));
    Ok(found)
}

/// What the trail asks of discovery; its other facts are left empty.
pub(crate) fn facts(tx: &ReadTx<'_>) -> AppResult<Facts> {
    let rows: BTreeMap<RecordId, Sweep> = tx.sweep().all()?.into_iter().map(|row| (row.id, row)).collect();
    let live_sweeps = tx.record().of_kind(RecordKind::Sweep, Page::ALL)?;
    let sweeps: Vec<&Sweep> = live_sweeps.iter().filter_map(|record| rows.get(&record.id)).collect();
    let closed = sweeps.iter().filter(|row| row.state == SweepState::Closed).count();
    let waiting = live(tx)?.iter().filter(|(_, row)| row.state == CandidateState::New).count();
    let begun: BTreeSet<&str> = sweeps.iter().map(|row| row.area.as_str()).collect();
    let aside = aside::stored(tx)?;
    let left = guide()?.areas.iter().filter(|area| !begun.contains(area.key.as_str()));
    let (set_aside, open): (Vec<&Area>, Vec<&Area>) = left.partition(|area| aside.contains_key(&area.key));
    Ok(Facts {
        sweeps: count(sweeps.len()),
        sweeps_closed: count(closed),
        candidates_new: count(waiting),
        areas_open: count(open.len()),
        areas_aside: count(set_aside.len()),
        ..Facts::default()
    })
}

/// The first open sweep, as the place to go on.
pub(crate) fn open_sweep(tx: &ReadTx<'_>) -> AppResult<Option<RecordId>> {
    for record in tx.record().of_kind(RecordKind::Sweep, Page::ALL)? {
        if tx.sweep().get(record.id)?.state == SweepState::Open {
            return Ok(Some(record.id));
        }
    }
    Ok(None)
}

/// Candidates that were not taken away, in the order of their codes.
fn live(tx: &ReadTx<'_>) -> AppResult<Vec<(Record, Candidate)>> {
    let mut rows: BTreeMap<RecordId, Candidate> =
        tx.candidate().all()?.into_iter().map(|row| (row.id, row)).collect();
    let records = tx.record().of_kind(RecordKind::Candidate, Page::ALL)?;
    Ok(records.into_iter().filter_map(|record| rows.remove(&record.id).map(|row| (record, row))).collect())
}

/// A sweep that was not taken away.
fn sweep_of(tx: &ReadTx<'_>, id: RecordId) -> AppResult<(Record, Sweep)> {
    let record = tx.record().get(id)?;
    if record.deleted_at.is_some() {
        return Err(AppError::new(Code::NotFound));
    }
    Ok((record, tx.sweep().get(id)?))
}

fn area_of(sweep: &Sweep) -> AppResult<&'static Area> {
    guide()?.area(&sweep.area).ok_or_else(|| AppError::refused("error-discovery-area"))
}

/// Departments of the register and of sweeps; the same name in another case is the same department.
fn departments(tx: &ReadTx<'_>, sweeps: &[SweepView]) -> AppResult<Vec<String>> {
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    let systems = tx.ai_system().all_with_records()?.into_iter();
    let live = systems.filter(|(record, _)| record.deleted_at.is_none());
    let named = live.filter_map(|(_, system)| system.field("department").map(str::to_owned));
    for name in named.chain(sweeps.iter().filter_map(|sweep| sweep.department.clone())) {
        found.entry(name.to_lowercase()).or_insert(name);
    }
    Ok(found.into_values().collect())
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
