//! Frameworks and crosswalks as the library shows them. They need no open workspace.

use cairn_domain::crosswalk::{BoundRow, Confidence, Crosswalk, PairOrigin, Relation, Side, Strength};
use cairn_domain::framework::{Documentation, Framework, Requirement, RequirementKind};
use cairn_domain::requirement::Basis;
use serde::{Deserialize, Serialize};

use crate::error::{AppError, AppResult};
use crate::host::Host;
use crate::pack::{Library, library};
use crate::tag::Tag;
use crate::usecase::HostCall;

/// A framework in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct FrameworkSummary {
    /// Id, for example `iso42001`.
    pub id: String,
    /// Title with edition.
    pub title: String,
    /// Version of the pack.
    pub version: String,
    /// Date of the pack.
    pub date: String,
    /// All entries.
    pub requirements: usize,
    /// Entries one can assess.
    pub assessable: usize,
    /// Where the facts come from.
    pub sources: Vec<String>,
}

/// A must-item with its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct MustItemView {
    /// Key within the requirement.
    pub key: String,
    /// Requirement, good practice or law.
    pub basis: Basis,
    /// Where it comes from.
    #[serde(rename = "ref")]
    #[ts(rename = "ref")]
    pub reference: String,
    /// The demand in our own words.
    pub text: String,
}

/// A requirement with its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct RequirementView {
    /// The framework's own id.
    pub id: String,
    /// Official title.
    pub title: String,
    /// Id of the entry above.
    pub parent: Option<String>,
    /// What the framework calls it.
    pub kind: RequirementKind,
    /// Whether one can assess it.
    pub assessable: bool,
    /// What it wants, in our own words.
    pub summary: String,
    /// Separate demands.
    pub must: Vec<MustItemView>,
    /// What convinces.
    pub evidence: Vec<String>,
    /// Whether the text asks for something written.
    pub documentation: Option<Documentation>,
    /// What that is.
    pub documented_information: String,
    /// Role that usually owns it, in words.
    pub owner_role: Option<String>,
    /// Related entries of the same framework.
    pub related: Vec<String>,
}

/// A framework with all its entries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct FrameworkView {
    /// What the list shows.
    pub summary: FrameworkSummary,
    /// Entries in the framework's order.
    pub requirements: Vec<RequirementView>,
}

/// Short description of a framework.
#[must_use]
pub fn summarise(framework: &Framework) -> FrameworkSummary {
    FrameworkSummary {
        id: framework.id.clone(),
        title: framework.title.clone(),
        version: framework.version.clone(),
        date: framework.date.to_string(),
        requirements: framework.requirements().len(),
        assessable: framework.assessable().count(),
        sources: framework.sources.clone(),
    }
}

/// One entry with its words.
#[must_use]
pub fn view(framework: &Framework, requirement: &Requirement) -> RequirementView {
    let must = requirement.must.iter().map(|item| MustItemView {
        key: item.key.clone(),
        basis: item.basis,
        reference: item.reference.clone(),
        text: item.text.clone(),
    });
    RequirementView {
        id: requirement.id.clone(),
        title: requirement.title.clone(),
        parent: requirement.parent.clone(),
        kind: requirement.kind,
        assessable: requirement.assessable,
        summary: requirement.summary.clone(),
        must: must.collect(),
        evidence: requirement.evidence.clone(),
        documentation: requirement.documentation,
        documented_information: requirement.documented_information.clone(),
        owner_role: requirement.owner_role.as_deref().map(|key| framework.owner_role_label(key).to_owned()),
        related: requirement.related.clone(),
    }
}

/// All frameworks.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "FrameworkListInput")]
pub struct List {}

impl HostCall for List {
    const NAME: &'static str = "framework.list";
    const TAGS: &'static [Tag] = &[Tag::Packs];
    const CHANGES: bool = false;
    type Output = Vec<FrameworkSummary>;

    fn run(self, _: &Host) -> AppResult<Self::Output> {
        Ok(library()?.frameworks().iter().map(|shipped| summarise(&shipped.framework)).collect())
    }
}

/// One framework with all its entries.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "FrameworkGetInput")]
pub struct Get {
    /// Id of the framework.
    pub id: String,
}

impl HostCall for Get {
    const NAME: &'static str = "framework.get";
    const TAGS: &'static [Tag] = &[Tag::Packs];
    const CHANGES: bool = false;
    type Output = FrameworkView;

    fn run(self, _: &Host) -> AppResult<Self::Output> {
        let framework = &library()?.framework(&self.id)?.framework;
        let requirements = framework.requirements().iter().map(|r| view(framework, r)).collect();
        Ok(FrameworkView { summary: summarise(framework), requirements })
    }
}

/// A crosswalk in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct CrosswalkSummary {
    /// Id.
    pub id: String,
    /// Title.
    pub title: String,
    /// Framework it starts from.
    pub from: String,
    /// Framework it goes to.
    pub to: String,
    /// Pairs.
    pub rows: usize,
}

/// One end of a pair.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct CrosswalkEnd {
    /// Id as the source has it.
    pub id: String,
    /// Official title; none when the framework has no such entry.
    pub title: Option<String>,
    /// The framework's own id of the entry, which may hold the point that the source names; none when it has none.
    pub entry: Option<String>,
    /// Id of the top entry it stands under, its own when it is one; none when the framework has no such entry.
    pub area: Option<String>,
}

/// A top entry of a framework, such as a clause, an area of controls, a function or a chapter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct CrosswalkArea {
    /// The framework's own id.
    pub id: String,
    /// Official title.
    pub title: String,
}

/// One pair, everything as its source states it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct CrosswalkPair {
    /// Entry of the first framework.
    pub from: Option<CrosswalkEnd>,
    /// Entry of the second framework.
    pub to: Option<CrosswalkEnd>,
    /// Relation as stated.
    pub relation: Relation,
    /// Published, title identity or judgement.
    pub origin: PairOrigin,
    /// Who says so.
    pub source: String,
    /// How sure.
    pub confidence: Option<Confidence>,
    /// Strength on the source's own scale.
    pub strength: Option<String>,
    /// Remark.
    pub note: Option<String>,
    /// The id that the source prints where it differs from the entry's own.
    pub published_as: Option<String>,
}

/// How many entries have a counterpart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct CrosswalkCoverage {
    /// Entries with a counterpart.
    pub covered: usize,
    /// Of these, by a named source.
    pub covered_by_source: usize,
    /// Entries one can assess.
    pub items: usize,
    /// Entries without any.
    pub without: Vec<String>,
}

/// A crosswalk with all its pairs, read from `from` to `to`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct CrosswalkView {
    /// What the list shows.
    pub summary: CrosswalkSummary,
    /// Title of the first framework.
    pub from_title: String,
    /// Title of the second framework.
    pub to_title: String,
    /// Top entries of the first framework, in its order.
    pub from_areas: Vec<CrosswalkArea>,
    /// Top entries of the second framework, in its order.
    pub to_areas: Vec<CrosswalkArea>,
    /// Where the pairs come from.
    pub sources: Vec<String>,
    /// What to know about them.
    pub notes: Vec<String>,
    /// Pairs in the order of the first framework.
    pub pairs: Vec<CrosswalkPair>,
    /// Coverage of the first framework.
    pub from_coverage: CrosswalkCoverage,
    /// Coverage of the second framework.
    pub to_coverage: CrosswalkCoverage,
}

fn summarise_crosswalk(crosswalk: &Crosswalk) -> CrosswalkSummary {
    CrosswalkSummary {
        id: crosswalk.id.clone(),
        title: crosswalk.title.clone(),
        from: crosswalk.from.clone(),
        to: crosswalk.to.clone(),
        rows: crosswalk.rows.len(),
    }
}

fn end(framework: &Framework, side: Side<'_>) -> Option<CrosswalkEnd> {
    let entry = side.requirement();
    let area = entry.map(|entry| {
        framework.ancestors(&entry.id).first().map_or_else(|| entry.id.clone(), |top| top.id.clone())
    });
    let (own, title) = entry.map(|entry| (entry.id.clone(), entry.title.clone())).unzip();
    side.id().map(|id| CrosswalkEnd { id: id.to_owned(), title, entry: own, area })
}

fn areas(framework: &Framework) -> Vec<CrosswalkArea> {
    let top = framework.children(None);
    top.map(|entry| CrosswalkArea { id: entry.id.clone(), title: entry.title.clone() }).collect()
}

fn coverage(found: cairn_domain::crosswalk::Coverage) -> CrosswalkCoverage {
    CrosswalkCoverage {
        covered: found.covered,
        covered_by_source: found.covered_by_source,
        items: found.items,
        without: found.without,
    }
}

/// The crosswalk between two frameworks, turned round when it is stored the other way.
///
/// # Errors
/// When there is none, or its frameworks are not there.
pub fn crosswalk(library: &Library, from: &str, to: &str) -> AppResult<CrosswalkView> {
    read(library, library.crosswalk(from, to)?, from)
}

/// A crosswalk read from one of its two frameworks.
///
/// # Errors
/// When its frameworks are not there.
pub(crate) fn read(library: &Library, stored: &Crosswalk, from: &str) -> AppResult<CrosswalkView> {
    let (stored_from, stored_to) =
        (&library.framework(&stored.from)?.framework, &library.framework(&stored.to)?.framework);
    let bound = stored.bind(stored_from, stored_to).map_err(|error| AppError::internal(error.to_string()))?;
    let turn = stored.from != from;
    let (first, second) = if turn { (stored_to, stored_from) } else { (stored_from, stored_to) };
    let pair = |row: &BoundRow<'_>| {
        let (from, to) = if turn { (row.to, row.from) } else { (row.from, row.to) };
        let stated = row.row;
        let pair = CrosswalkPair {
            from: end(first, from),
            to: end(second, to),
            relation: if turn { stated.relation.reversed() } else { stated.relation },
            origin: stated.origin,
            source: stated.source.clone(),
            confidence: stated.confidence,
            strength: stated.strength.as_ref().map(Strength::to_string),
            note: stated.note.clone(),
            published_as: stated.published_as.clone(),
        };
        (from.id().and_then(|id| first.position(id)), pair)
    };
    let mut pairs: Vec<(Option<usize>, CrosswalkPair)> = bound.rows().iter().map(pair).collect();
    // Stable: pairs of one entry keep the order of the source; unknown ids go last.
    pairs.sort_by_key(|(position, _)| position.unwrap_or(usize::MAX));
    let (from_coverage, to_coverage) = (coverage(bound.coverage_of_from()), coverage(bound.coverage_of_to()));
    let (from_coverage, to_coverage) =
        if turn { (to_coverage, from_coverage) } else { (from_coverage, to_coverage) };
    Ok(CrosswalkView {
        summary: CrosswalkSummary {
            from: first.id.clone(),
            to: second.id.clone(),
            ..summarise_crosswalk(stored)
        },
        from_title: first.title.clone(),
        to_title: second.title.clone(),
        from_areas: areas(first),
        to_areas: areas(second),
        sources: stored.sources.clone(),
        notes: stored.notes.clone(),
        pairs: pairs.into_iter().map(|(_, pair)| pair).collect(),
        from_coverage,
        to_coverage,
    })
}

/// All crosswalks.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "CrosswalkListInput")]
pub struct ListCrosswalks {}

impl HostCall for ListCrosswalks {
    const NAME: &'static str = "crosswalk.list";
    const TAGS: &'static [Tag] = &[Tag::Packs];
    const CHANGES: bool = false;
    type Output = Vec<CrosswalkSummary>;

    fn run(self, _: &Host) -> AppResult<Self::Output> {
        Ok(library()?.crosswalks().iter().map(summarise_crosswalk).collect())
    }
}

/// One crosswalk with all its pairs.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "CrosswalkGetInput")]
pub struct GetCrosswalk {
    /// Framework to read from.
    pub from: String,
    /// Framework to read to.
    pub to: String,
}

impl HostCall for GetCrosswalk {
    const NAME: &'static str = "crosswalk.get";
    const TAGS: &'static [Tag] = &[Tag::Packs];
    const CHANGES: bool = false;
    type Output = CrosswalkView;

    fn run(self, _: &Host) -> AppResult<Self::Output> {
        crosswalk(library()?, &self.from, &self.to)
    }
}
