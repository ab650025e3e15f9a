//! Reuse: what exists under other frameworks, and what of it could count here.
//!
//! A person notes what is met under ISO/IEC 27001, NIST or another framework; the crosswalks lead from there to the lines
//! of ISO/IEC 42001, each way with its hops, relations and whose mapping it is. What counts is accepted line by line by
//! a person; a way is a candidate, never a score.

mod accepted;
mod change;
mod import;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use cairn_domain::crosswalk::{Confidence, Hop, PairOrigin, Relation, Way, ways};
use cairn_domain::gap::Conformity;
use cairn_domain::id::RecordId;
use cairn_domain::requirement::RequirementRef;
use cairn_domain::state::ReuseState;
use cairn_store::ReadTx;
use cairn_store::table::gap_assessment::GapAssessment;
use serde::{Deserialize, Serialize};

use crate::error::{AppError, AppResult};
use crate::names::Names;
use crate::pack::{ISO_42001, Library, library};
use crate::system::MemberRef;
use crate::tag::Tag;
use crate::usecase::{Query, Reading};

pub use accepted::{Basis, Reused};
pub(crate) use accepted::{accepted, accepted_for};
pub use change::{AssessSource, Decide};
pub use import::{Import, Imported, Unresolved};

/// A framework of which something may exist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "ReuseSource")]
pub struct Source {
    /// Id of the framework.
    pub framework: String,
    /// Title with edition.
    pub title: String,
    /// Entries one can say something about.
    pub lines: u32,
    /// Of these, assessed.
    pub assessed: u32,
    /// Of these, met on paper or shown by records.
    pub met: u32,
}

/// An entry of another framework with what was said of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "ReuseSourceLine")]
pub struct SourceLine {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it asks, in our own words.
    pub summary: String,
    /// Title of the group it stands in.
    pub group: String,
    /// What was found; none while nobody said anything.
    pub conformity: Option<Conformity>,
    /// Lines of ISO/IEC 42001 it leads to.
    pub reaches: u32,
    /// The record that was noted for it.
    pub record: Option<String>,
}

/// A hop of a way in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "ReuseHop")]
pub struct HopView {
    /// Id of the crosswalk.
    pub crosswalk: String,
    /// Where it starts, for example `iso27001:A.5.1`.
    pub from: String,
    /// Where it leads.
    pub to: String,
    /// How the start relates to the end, as stated.
    pub relation: Relation,
    /// Who says so.
    pub origin: PairOrigin,
    /// The source by name.
    pub source: String,
    /// Confidence as stated.
    pub confidence: Option<Confidence>,
    /// Strength as stated, in the source's own scale.
    pub strength: Option<String>,
}

/// Something that could count for a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "ReuseCandidate")]
pub struct Candidate {
    /// Id of the framework.
    pub framework: String,
    /// The entry that is met.
    pub source: String,
    /// Its title.
    pub title: String,
    /// What was found there.
    pub conformity: Conformity,
    /// The record noted there.
    pub record: Option<String>,
    /// How the entry relates to the line over all hops.
    pub relation: Relation,
    /// Over which hops.
    pub hops: Vec<HopView>,
    /// A person's word; none for a candidate.
    pub state: Option<ReuseState>,
    /// Why.
    pub note: Option<String>,
    /// Who decided.
    pub decided_by: Option<MemberRef>,
    /// When.
    pub decided_at: Option<String>,
}

/// A line with what could count for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "ReuseLine")]
pub struct Line {
    /// Id of the line, for example `A.6.2.4`.
    pub id: String,
    /// Official title.
    pub title: String,
    /// Its conformity in the latest assessment.
    pub conformity: Option<Conformity>,
    /// What could count, the shortest and strongest ways first.
    pub candidates: Vec<Candidate>,
}

/// What could count, line by line, with its basis.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "ReuseView")]
pub struct View {
    /// Frameworks with a way to ours.
    pub sources: Vec<Source>,
    /// Titles of frameworks with a crosswalk but without a way from any entry to a line of ours.
    pub unreached: Vec<String>,
    /// Lines that something could count for.
    pub lines: Vec<Line>,
    /// All lines of ISO/IEC 42001.
    pub total: u32,
    /// Lines with an accepted reuse.
    pub accepted: u32,
    /// Lines with a candidate, accepted ones among them.
    pub candidates: u32,
    /// Lines nobody has decided anything about.
    pub open: u32,
    /// The mappings these figures count over.
    pub basis: Vec<Basis>,
}

/// What could count.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "ReuseGetInput")]
pub struct Get {}

impl Query for Get {
    const NAME: &'static str = "reuse.get";
    const TAGS: &'static [Tag] = &[Tag::Gaps, Tag::Members, Tag::Packs];
    type Output = View;

    fn run(self, cx: &Reading<'_>) -> AppResult<View> {
        view(cx)
    }
}

/// Entries of one other framework.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "ReuseSourceInput")]
pub struct GetSource {
    /// Id of the framework.
    pub framework: String,
}

impl Query for GetSource {
    const NAME: &'static str = "reuse.source";
    const TAGS: &'static [Tag] = &[Tag::Gaps];
    type Output = Vec<SourceLine>;

    fn run(self, cx: &Reading<'_>) -> AppResult<Self::Output> {
        let library = library()?;
        let framework = &library.framework(&self.framework)?.framework;
        let said = said(cx.tx, &framework.id)?;
        let mut records = records(cx.tx, &framework.id)?;
        let all: Vec<_> =
            framework.assessable().map(|entry| RequirementRef::new(&framework.id, &entry.id)).collect();
        let mut reaches: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for way in paths(library, &all)? {
            reaches.entry(way.source.id).or_default().insert(way.line.id);
        }
        let group = |id: &str| {
            let above = framework.ancestors(id);
            above.first().map(|above| format!("{} {}", above.id, above.title)).unwrap_or_default()
        };
        let lines = framework.assessable().map(|entry| SourceLine {
            group: group(&entry.id),
            conformity: said.get(&entry.id).copied(),
            record: records.remove(&entry.id),
            reaches: reaches.get(&entry.id).map_or(0, |lines| count(lines.len())),
            id: entry.id.clone(),
            title: entry.title.clone(),
            summary: entry.summary.clone(),
        });
        Ok(lines.collect())
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// Every way from the entries to our lines.
fn paths(library: &Library, met: &[RequirementRef]) -> AppResult<Vec<Way>> {
    let mut bound = Vec::new();
    for crosswalk in library.crosswalks() {
        let from = &library.framework(&crosswalk.from)?.framework;
        let to = &library.framework(&crosswalk.to)?.framework;
        bound.push(crosswalk.bind(from, to).map_err(|error| AppError::internal(error.to_string()))?);
    }
    Ok(ways(&bound, met, ISO_42001))
}

/// The assessment in which is noted what exists under another framework.
pub(super) fn assessment_of(tx: &ReadTx<'_>, framework: &str) -> AppResult<Option<GapAssessment>> {
    let all = tx.gap_assessment().all()?;
    Ok(all.into_iter().rev().find(|assessment| assessment.framework == framework))
}

/// The records noted for the entries of a framework.
fn records(tx: &ReadTx<'_>, framework: &str) -> AppResult<BTreeMap<String, String>> {
    let Some(assessment) = assessment_of(tx, framework)? else { return Ok(BTreeMap::new()) };
    let lines = tx.gap_line().of(assessment.id)?.into_iter();
    Ok(lines.filter_map(|line| Some((line.requirement.id, line.note?))).collect())
}

/// What was said of the entries of a framework.
fn said(tx: &ReadTx<'_>, framework: &str) -> AppResult<BTreeMap<String, Conformity>> {
    let Some(assessment) = assessment_of(tx, framework)? else { return Ok(BTreeMap::new()) };
    let lines = tx.gap_line().of(assessment.id)?.into_iter();
    Ok(lines.filter_map(|line| Some((line.requirement.id, line.conformity?))).collect())
}

fn is_met(conformity: Conformity) -> bool {
    conformity >= Conformity::OnPaper
}

/// How many lines of ours the entries of each framework lead to, of every framework that a crosswalk speaks of. The
/// packs do not change while the program runs.
fn reach(library: &Library) -> AppResult<&'static BTreeMap<String, usize>> {
    static REACH: OnceLock<BTreeMap<String, usize>> = OnceLock::new();
    if let Some(known) = REACH.get() {
        return Ok(known);
    }
    let spoken: BTreeSet<&str> = library
        .crosswalks()
        .iter()
        .flat_map(|crosswalk| [crosswalk.from.as_str(), crosswalk.to.as_str()])
        .filter(|framework| *framework != ISO_42001)
        .collect();
    let mut found = BTreeMap::new();
    for id in spoken {
        let framework = &library.framework(id)?.framework;
        let entries: Vec<_> =
            framework.assessable().map(|entry| RequirementRef::new(&framework.id, &entry.id)).collect();
        let lines: BTreeSet<String> = paths(library, &entries)?.into_iter().map(|way| way.line.id).collect();
        found.insert(id.to_owned(), lines.len());
    }
    Ok(REACH.get_or_init(|| found))
}

/// Frameworks that something could be reused from, and the titles of those that lead nowhere.
fn sources(cx: &Reading<'_>, library: &Library) -> AppResult<(Vec<Source>, Vec<String>)> {
    let reach = reach(library)?;
    let (mut found, mut unreached) = (Vec::new(), Vec::new());
    for shipped in library.frameworks() {
        let framework = &shipped.framework;
        let Some(lines) = reach.get(&framework.id) else { continue };
        if *lines == 0 {
            unreached.push(framework.title.clone());
            continue;
        }
        let said = said(cx.tx, &framework.id)?;
        found.push(Source {
            framework: framework.id.clone(),
            title: framework.title.clone(),
            lines: count(framework.assessable().count()),
            assessed: count(said.len()),
            met: count(said.values().filter(|conformity| is_met(**conformity)).count()),
        });
    }
    Ok((found, unreached))
}

fn view(cx: &Reading<'_>) -> AppResult<View> {
    let library = library()?;
    let iso = &library.framework(ISO_42001)?.framework;
    let (sources, unreached) = sources(cx, library)?;
    let mut met: BTreeMap<RequirementRef, Conformity> = BTreeMap::new();
    for source in &sources {
        for (id, conformity) in said(cx.tx, &source.framework)? {
            if is_met(conformity) {
                met.insert(RequirementRef::new(&source.framework, &id), conformity);
            }
        }
    }
    let mut noted: BTreeMap<&str, BTreeMap<String, String>> = BTreeMap::new();
    for source in &sources {
        noted.insert(&source.framework, records(cx.tx, &source.framework)?);
    }
    let keys: Vec<RequirementRef> = met.keys().cloned().collect();
    let decided = Decided::read(cx)?;
    let mut by_line: BTreeMap<String, Vec<Candidate>> = BTreeMap::new();
    for way in paths(library, &keys)? {
        let Some(conformity) = met.get(&way.source).copied() else { continue };
        let title = library.framework(&way.source.framework)?.framework.get(&way.source.id);
        let title = title.map(|entry| entry.title.clone()).unwrap_or_default();
        let record =
            noted.get(way.source.framework.as_str()).and_then(|all| all.get(&way.source.id)).cloned();
        let line = way.line.id.clone();
        let candidate = Candidate { record, ..decided.candidate(way, title, conformity) };
        by_line.entry(line).or_default().push(candidate);
    }
    let conformity = said(cx.tx, ISO_42001)?;
    let mut lines = Vec::new();
    for entry in iso.assessable() {
        let Some(mut candidates) = by_line.remove(&entry.id) else { continue };
        candidates.sort_by_key(|each| (each.hops.len(), weight(each.relation), each.source.clone()));
        lines.push(Line {
            id: entry.id.clone(),
            title: entry.title.clone(),
            conformity: conformity.get(&entry.id).copied(),
            candidates,
        });
    }
    let of = |test: &dyn Fn(&Candidate) -> bool| {
        count(lines.iter().filter(|line| line.candidates.iter().any(test)).count())
    };
    Ok(View {
        total: count(iso.assessable().count()),
        accepted: of(&|each| each.state == Some(ReuseState::Accepted)),
        candidates: count(lines.len()),
        open: count(
            lines.iter().filter(|line| line.candidates.iter().all(|each| each.state.is_none())).count(),
        ),
        basis: accepted::basis(library, &lines),
        sources,
        unreached,
        lines,
    })
}

/// Stronger relations first; only for the order in which they are shown.
const fn weight(relation: Relation) -> u8 {
    match relation {
        Relation::Equal => 0,
        Relation::Equivalent => 1,
        Relation::Superset => 2,
        Relation::Subset => 3,
        Relation::Intersects => 4,
        Relation::Related | Relation::NotRelated | Relation::None => 5,
    }
}

/// Decisions on candidates of the present assessment.
struct Decided {
    rows: BTreeMap<(String, RequirementRef), cairn_store::table::reuse::Reuse>,
    names: Names,
}

impl Decided {
    fn read(cx: &Reading<'_>) -> AppResult<Self> {
        let rows = match crate::gap::latest(cx.tx)? {
            Some(assessment) => cx.tx.reuse().of(assessment.id)?,
            None => Vec::new(),
        };
        let keyed = rows.into_iter().map(|row| ((row.requirement.id.clone(), row.source.clone()), row));
        Ok(Self { rows: keyed.collect(), names: Names::read(cx.tx)? })
    }

    fn candidate(&self, way: Way, title: String, conformity: Conformity) -> Candidate {
        let row = self.rows.get(&(way.line.id.clone(), way.source.clone()));
        Candidate {
            framework: way.source.framework.clone(),
            source: way.source.id.clone(),
            title,
            conformity,
            record: None,
            relation: way.relation,
            state: row.map(|row| row.state),
            note: row.and_then(|row| row.note.clone()),
            decided_by: row.and_then(|row| row.decided_by).map(|by| self.names.member(by)),
            decided_at: row.and_then(|row| row.decided_at.as_ref()).map(ToString::to_string),
            hops: way.hops.into_iter().map(hop).collect(),
        }
    }
}

fn hop(hop: Hop) -> HopView {
    HopView {
        crosswalk: hop.crosswalk,
        from: hop.from.to_string(),
        to: hop.to.to_string(),
        relation: hop.relation,
        origin: hop.origin,
        source: hop.source,
        confidence: hop.confidence,
        strength: hop.strength,
    }
}

/// The record of an assessment, for what is written beside it.
pub(super) fn target(cx: &Reading<'_>) -> AppResult<Option<RecordId>> {
    Ok(crate::gap::latest(cx.tx)?.map(|assessment| assessment.id))
}
