//! The Statement of Applicability: one row per Annex A control, decided by a person.

use std::collections::{BTreeMap, BTreeSet};

use cairn_domain::framework::{Framework, Requirement};
use cairn_domain::gap::Conformity;
use cairn_domain::id::{MemberId, RecordId};
use cairn_domain::record::RecordKind;
use cairn_domain::requirement::RequirementRef;
use cairn_domain::soa::{
    self, Check, ControlStatus, Counts, Decision, Delivery, ExclusionBasis, Reason, Weight,
};
use cairn_store::table::control_status::{ControlStatus as StatusRow, control_status_id};
use cairn_store::table::soa_row::{SoaRow, soa_row_id};
use cairn_store::{ReadTx, Value};
use cairn_words::Words;
use serde::{Deserialize, Serialize};

use crate::error::{AppError, AppResult};
use crate::framework::{RequirementView, view};
use crate::names::Names;
use crate::pack::{ISO_42001, library};
use crate::system::MemberRef;
use crate::tag::Tag;
use crate::usecase::{Mutation, Query, Reading, Writing};

mod links;

pub(crate) use links::label as target_label;
pub use links::{LinkReason, ReasonLink, Targets};

/// Longest justification, in characters.
const LONGEST: usize = 10_000;

/// A check in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct CheckView {
    /// Its code.
    pub code: String,
    /// How it came out.
    pub weight: Weight,
    /// In words.
    pub label: String,
}

/// One control in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct SoaItem {
    /// The control's own id.
    pub control: String,
    /// Official title.
    pub title: String,
    /// Id of its area.
    pub area: String,
    /// Decision.
    pub decision: Decision,
    /// Reasons for inclusion.
    pub reasons: Vec<Reason>,
    /// What they rest on.
    pub reason_links: Vec<ReasonLink>,
    /// The facts, in words.
    pub justification: String,
    /// Ground of an exclusion.
    pub exclusion_basis: Option<ExclusionBasis>,
    /// Who delivers it.
    pub delivery: Option<Delivery>,
    /// The contract behind a provider's delivery.
    pub delivery_note: String,
    /// Organisation-wide status.
    pub status: Option<ControlStatus>,
    /// Who owns it.
    pub owner: Option<MemberRef>,
    /// Pieces of evidence.
    pub evidence: u32,
    /// Latest conformity in the gap analysis.
    pub conformity: Option<Conformity>,
    /// A fact by which an interview proposes that it is not needed.
    pub not_needed_fact: Option<String>,
    /// The worst of its checks.
    pub weight: Weight,
    /// Its checks.
    pub checks: Vec<CheckView>,
    /// The record, once somebody touched the row.
    pub record: Option<RecordId>,
}

/// An area of controls.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct SoaArea {
    /// Id, for example `A.6`.
    pub id: String,
    /// Official title.
    pub title: String,
}

/// The whole statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct SoaView {
    /// Areas in order.
    pub areas: Vec<SoaArea>,
    /// Rows in order.
    pub items: Vec<SoaItem>,
    /// Counts over the rows.
    pub counts: Counts,
    /// Rows that must be mended before approval.
    pub open_checks: u32,
    /// Whether a risk treatment is approved.
    pub treatment_approved: bool,
}

/// The whole statement.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "SoaListInput")]
pub struct List {}

impl Query for List {
    const NAME: &'static str = "soa.list";
    const TAGS: &'static [Tag] = &[Tag::Soa, Tag::Gaps, Tag::Evidence, Tag::Members];
    type Output = SoaView;

    fn run(self, cx: &Reading<'_>) -> AppResult<Self::Output> {
        statement(cx.tx, cx.around.words)
    }
}

/// One control with all a person needs to decide it.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "SoaGetInput")]
pub struct Get {
    /// The control's own id.
    pub control: String,
}

/// One control with what the standard wants.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct SoaDetail {
    /// The row.
    pub item: SoaItem,
    /// The control in the pack.
    pub requirement: RequirementView,
    /// Title of its area.
    pub area: SoaArea,
}

impl Query for Get {
    const NAME: &'static str = "soa.get";
    const TAGS: &'static [Tag] = List::TAGS;
    type Output = SoaDetail;

    fn run(self, cx: &Reading<'_>) -> AppResult<Self::Output> {
        let iso = &library()?.framework(ISO_42001)?.framework;
        let requirement = control(iso, &self.control)?;
        let whole = statement(cx.tx, cx.around.words)?;
        let area = area_of(iso, requirement);
        let item = whole.items.into_iter().find(|item| item.control == requirement.id);
        let item = item.ok_or_else(|| AppError::new(crate::error::Code::NotFound))?;
        Ok(SoaDetail { item, requirement: view(iso, requirement), area })
    }
}

/// Decides one control. The whole row is sent; what is unchanged is not recorded.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "SoaDecideInput")]
pub struct Decide {
    /// The control's own id.
    pub control: String,
    /// Decision.
    pub decision: Decision,
    /// Reasons for inclusion.
    pub reasons: BTreeSet<Reason>,
    /// The facts, in words.
    pub justification: String,
    /// Ground of an exclusion.
    pub exclusion_basis: Option<ExclusionBasis>,
    /// Who delivers it.
    pub delivery: Option<Delivery>,
    /// The contract behind a provider's delivery.
    pub delivery_note: String,
    /// Organisation-wide status.
    pub status: Option<ControlStatus>,
    /// Who owns it.
    pub owner: Option<MemberId>,
}

impl Mutation for Decide {
    const NAME: &'static str = "soa.decide";
    const TAGS: &'static [Tag] = &[Tag::Soa, Tag::Trail];
    type Output = SoaItem;

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<Self::Output> {
        let iso = &library()?.framework(ISO_42001)?.framework;
        let requirement = control(iso, &self.control)?;
        for (field, text) in [("justification", &self.justification), ("deliveryNote", &self.delivery_note)] {
            if text.chars().count() > LONGEST {
                return Err(
                    cairn_domain::field::FieldError { field: field.to_owned(), code: "too-long" }.into()
                );
            }
        }
        let reference = RequirementRef::new(ISO_42001, &requirement.id);
        let id = touch(cx, &reference, &requirement.title)?;
        let mut row = cx.tx.soa_row().get(id)?;
        let before = row.decision;
        row.decision = self.decision;
        // A reason that is not given any more rests on nothing.
        let mut kept = links::stored(&row)?;
        kept.retain(|reason, _| self.reasons.contains(reason));
        row.reason_links = links::to_store(&kept)?;
        row.reasons = self.reasons;
        row.justification = filled(&self.justification);
        row.exclusion_basis = self.exclusion_basis;
        row.delivery = self.delivery;
        row.delivery_note = filled(&self.delivery_note);
        cx.tx.soa_row().update(&row)?;
        cx.tx.record().set_owner(id, self.owner)?;
        set_status(cx, &reference, self.status)?;
        let (key, decision) =
            (if before == row.decision { "history-soa-change" } else { "history-soa-decide" }, row.decision);
        cx.tell(
            Some(id),
            key,
            &[
                ("control", requirement.id.as_str().into()),
                ("title", requirement.title.as_str().into()),
                ("decision", decision.as_str().into()),
            ],
        );
        let whole = statement(cx.read(), cx.around.words)?;
        let item = whole.items.into_iter().find(|item| item.control == requirement.id);
        item.ok_or_else(|| AppError::new(crate::error::Code::NotFound))
    }
}

fn filled(text: &str) -> Option<String> {
    Some(text.trim()).filter(|text| !text.is_empty()).map(str::to_owned)
}

fn control<'a>(iso: &'a Framework, id: &str) -> AppResult<&'a Requirement> {
    let found = iso.get(id).filter(|requirement| requirement.assessable && is_control(requirement));
    found.ok_or_else(|| AppError::refused("error-unknown-control").with("id", id))
}

fn is_control(requirement: &Requirement) -> bool {
    requirement.kind == cairn_domain::framework::RequirementKind::Control
}

/// Makes the row and its record on the first answer; gives its id.
pub(crate) fn touch(cx: &mut Writing<'_, '_>, control: &RequirementRef, title: &str) -> AppResult<RecordId> {
    let id = soa_row_id(cx.around.workspace, control);
    if cx.tx.soa_row().find(id)?.is_none() {
        let name = format!("{} {title}", control.id);
        let record = cx.tx.create_record_with_id(id, RecordKind::SoaRow, &name, None, None)?;
        cx.tx.soa_row().insert(&SoaRow {
            id,
            rev: record.rev,
            control: control.clone(),
            decision: Decision::NotDecided,
            reasons: BTreeSet::new(),
            justification: None,
            exclusion_basis: None,
            delivery: None,
            delivery_note: None,
            reason_links: None,
        })?;
    }
    Ok(id)
}

/// Sets the organisation-wide status of a control; none leaves it as it is.
fn set_status(
    cx: &mut Writing<'_, '_>,
    control: &RequirementRef,
    status: Option<ControlStatus>,
) -> AppResult<()> {
    let Some(status) = status else { return Ok(()) };
    let id = control_status_id(cx.around.workspace, control, None);
    if cx.tx.control_status().find(id)?.is_some() {
        cx.tx.control_status().set(id, &[("status", Value::from(status.as_str()))])?;
    } else {
        let rev = cx.tx.stamp();
        cx.tx.control_status().insert(&StatusRow {
            id,
            rev,
            control: control.clone(),
            system: None,
            status,
        })?;
    }
    Ok(())
}

pub(crate) fn area_of(iso: &Framework, requirement: &Requirement) -> SoaArea {
    let area = iso
        .ancestors(&requirement.id)
        .into_iter()
        .find(|above| above.kind == cairn_domain::framework::RequirementKind::Area)
        .unwrap_or(requirement);
    SoaArea { id: area.id.clone(), title: area.title.clone() }
}

/// Everything the rows are made of, read once.
struct Facts {
    rows: BTreeMap<String, SoaRow>,
    statuses: BTreeMap<String, Vec<ControlStatus>>,
    evidence: BTreeMap<RecordId, u32>,
    conformity: BTreeMap<String, Conformity>,
    not_needed: BTreeMap<String, String>,
    names: Names,
    owners: BTreeMap<RecordId, MemberId>,
}

impl Facts {
    fn read(tx: &ReadTx<'_>) -> AppResult<Self> {
        let mut rows = BTreeMap::new();
        let mut owners = BTreeMap::new();
        for row in tx.soa_row().all()? {
            if let Some(owner) = tx.record().get(row.id)?.owner {
                owners.insert(row.id, owner);
            }
            rows.insert(row.control.id.clone(), row);
        }
        let mut statuses: BTreeMap<String, Vec<ControlStatus>> = BTreeMap::new();
        for row in tx.control_status().all()? {
            statuses.entry(row.control.id).or_default().push(row.status);
        }
        let (mut conformity, mut not_needed) = (BTreeMap::new(), BTreeMap::new());
        if let Some(assessment) = crate::gap::latest(tx)? {
            for line in tx.gap_line().of(assessment.id)? {
                if let Some(found) = line.conformity {
                    conformity.insert(line.requirement.id.clone(), found);
                }
                if let Some(fact) = line.not_needed_fact {
                    not_needed.insert(line.requirement.id, fact);
                }
            }
        }
        Ok(Self {
            rows,
            statuses,
            evidence: tx.evidence_use().counts()?.into_iter().collect(),
            conformity,
            not_needed,
            names: Names::read(tx)?,
            owners,
        })
    }

    fn row(&self, control: &str) -> soa::Row {
        let stored = self.rows.get(control);
        soa::Row {
            control: control.to_owned(),
            decision: stored.map(|row| row.decision),
            reasons: stored.map(|row| row.reasons.clone()).unwrap_or_default(),
            justification: stored.and_then(|row| row.justification.clone()).unwrap_or_default(),
            exclusion_basis: stored.and_then(|row| row.exclusion_basis),
            delivery: stored.and_then(|row| row.delivery),
            delivery_note: stored.and_then(|row| row.delivery_note.clone()).unwrap_or_default(),
            status: self.statuses.get(control).and_then(|all| soa::weakest(all.iter().copied())),
            conformity: self.conformity.get(control).copied(),
            has_owner: stored.is_some_and(|row| self.owners.contains_key(&row.id)),
            evidence: stored.and_then(|row| self.evidence.get(&row.id)).copied().unwrap_or_default(),
            not_needed_fact: self.not_needed.get(control).cloned(),
        }
    }
}

/// One row with all that is derived from it.
pub(crate) struct Assembled {
    pub(crate) row: soa::Row,
    pub(crate) checks: Vec<Check>,
    pub(crate) record: Option<RecordId>,
    pub(crate) owner: Option<MemberRef>,
    pub(crate) links: Vec<ReasonLink>,
}

/// All rows of the standard's controls, in its order.
pub(crate) fn assemble(tx: &ReadTx<'_>, iso: &Framework) -> AppResult<Vec<Assembled>> {
    let facts = Facts::read(tx)?;
    let rows: Vec<soa::Row> =
        iso.assessable().filter(|r| is_control(r)).map(|requirement| facts.row(&requirement.id)).collect();
    let mut sentences: BTreeMap<String, u32> = BTreeMap::new();
    for row in &rows {
        *sentences.entry(row.justification.trim().to_lowercase()).or_default() += 1;
    }
    let mut rests_on = BTreeMap::new();
    for (control, row) in &facts.rows {
        rests_on.insert(control.clone(), links::of(tx, row)?);
    }
    let assembled = rows.into_iter().map(|row| {
        let same = sentences.get(&row.justification.trim().to_lowercase()).is_some_and(|count| *count > 1);
        let record = facts.rows.get(&row.control).map(|stored| stored.id);
        let owner = record.and_then(|id| facts.owners.get(&id)).map(|id| facts.names.member(*id));
        let links = rests_on.remove(&row.control).unwrap_or_default();
        Assembled { checks: soa::checks(&row, same, TREATMENT_APPROVED), row, record, owner, links }
    });
    Ok(assembled.collect())
}

/// Whether a risk treatment is approved. Risk treatment is not part of this version, so none can be.
pub(crate) const TREATMENT_APPROVED: bool = false;

fn statement(tx: &ReadTx<'_>, words: &Words) -> AppResult<SoaView> {
    let iso = &library()?.framework(ISO_42001)?.framework;
    let rows = assemble(tx, iso)?;
    let counts = Counts::of(rows.iter().map(|row| (&row.row, row.checks.as_slice())));
    let mut areas: Vec<SoaArea> = Vec::new();
    let items = rows.into_iter().filter_map(|row| {
        let requirement = iso.get(&row.row.control)?;
        let area = area_of(iso, requirement);
        if areas.last() != Some(&area) {
            areas.push(area.clone());
        }
        Some(item(row, requirement, area.id, words))
    });
    let items: Vec<SoaItem> = items.collect();
    Ok(SoaView {
        areas,
        open_checks: counts.rows - counts.complete,
        items,
        counts,
        treatment_approved: TREATMENT_APPROVED,
    })
}

fn item(assembled: Assembled, requirement: &Requirement, area: String, words: &Words) -> SoaItem {
    let Assembled { row, checks, record, owner, links } = assembled;
    let worst = checks.iter().map(|check| check.weight).min().unwrap_or(Weight::Met);
    let checks = checks.into_iter().map(|check| CheckView {
        label: words.say(&format!("soa-check-{}", check.code)),
        code: check.code,
        weight: check.weight,
    });
    SoaItem {
        decision: row.decided(),
        control: row.control,
        title: requirement.title.clone(),
        area,
        reasons: row.reasons.into_iter().collect(),
        reason_links: links,
        justification: row.justification,
        exclusion_basis: row.exclusion_basis,
        delivery: row.delivery,
        delivery_note: row.delivery_note,
        status: row.status,
        owner,
        evidence: row.evidence,
        conformity: row.conformity,
        not_needed_fact: row.not_needed_fact,
        weight: worst,
        checks: checks.collect(),
        record,
    }
}

/// The record of a control's row, made if need be: evidence, comments and actions hang on it.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "SoaTouchInput")]
pub struct Touch {
    /// The control's own id.
    pub control: String,
}

impl Mutation for Touch {
    const NAME: &'static str = "soa.touch";
    const TAGS: &'static [Tag] = &[Tag::Soa, Tag::Trail];
    type Output = RecordId;

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<RecordId> {
        let iso = &library()?.framework(ISO_42001)?.framework;
        let requirement = control(iso, &self.control)?;
        let id = touch(cx, &RequirementRef::new(ISO_42001, &requirement.id), &requirement.title)?;
        cx.tell(
            Some(id),
            "history-soa-touch",
            &[("control", requirement.id.as_str().into()), ("title", requirement.title.as_str().into())],
        );
        Ok(id)
    }
}
