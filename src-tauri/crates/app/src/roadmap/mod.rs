//! The roadmap: the steps to the certificate planned back from the audits, and every open action ordered by what it
//! blocks and what it waits for.

mod change;
mod load;
mod order;

use std::collections::{BTreeMap, BTreeSet};

use cairn_domain::gap::Grade;
use cairn_domain::plan::{Brief, Moved, Placed, Planned, SHORTEST_OPERATION, Step, plan};
use cairn_domain::state::{ActionStatus, DocumentKind};
use cairn_domain::time::Date;
use cairn_store::table::plan_step::PlanStep;
use serde::{Deserialize, Serialize};

use crate::error::AppResult;
use crate::names::Names;
use crate::pack::EU_AI_ACT;
use crate::relation::ActionView;
use crate::system::MemberRef;
use crate::tag::Tag;
use crate::usecase::{Query, Reading};

pub use change::MoveStep;
pub use load::{MonthLoad, OwnerLoad};

/// Days before stage 1 from which audit and review should have days.
const NEAR: i32 = 30;

/// A step in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct StepView {
    /// Its days.
    pub planned: Planned,
    /// Its name.
    pub label: String,
    /// Names of the steps it builds on.
    pub after: Vec<String>,
    /// Names of steps that end after it begins although it builds on them.
    pub clashes: Vec<String>,
    /// Who answers for it.
    pub owner: Option<MemberRef>,
    /// A remark.
    pub note: Option<String>,
}

/// An action in its place on the roadmap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct RoadmapAction {
    /// The action.
    pub action: ActionView,
    /// Grade of the gap it closes.
    pub grade: Option<Grade>,
    /// The line it closes, for example `A.6.2.4`.
    pub line: Option<String>,
    /// Codes of the open actions it waits for.
    pub after: Vec<String>,
    /// Where it stands in time; none while nothing says when.
    pub placed: Option<Placed>,
}

/// A line that blocks certification.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Blocker {
    /// The requirement's own id.
    pub line: String,
    /// Its title.
    pub title: String,
}

/// The roadmap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct RoadmapView {
    /// The day it is made on.
    pub today: Date,
    /// The day of stage 1; without it there is no plan, only actions.
    pub stage1_on: Option<String>,
    /// The day of stage 2, chosen or proposed.
    pub stage2_on: Option<String>,
    /// Whether the day of stage 2 is a proposal.
    pub stage2_proposed: bool,
    /// Steps in order.
    pub steps: Vec<StepView>,
    /// Days that are missing to hold the audit days; 0 when there is enough time.
    pub short_by: u32,
    /// Names of the critical steps.
    pub critical: Vec<String>,
    /// The lines that block certification and have no open action.
    pub blockers_without_action: Vec<Blocker>,
    /// Lines that block certification, with an action or without.
    pub blockers: u32,
    /// Months in which anything is due, `YYYY-MM`.
    pub months: Vec<String>,
    /// What does not fit, in words.
    pub warnings: Vec<String>,
    /// Open actions in the order to take them.
    pub actions: Vec<RoadmapAction>,
    /// Load per owner, the heaviest first.
    pub load: Vec<OwnerLoad>,
}

/// The roadmap.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "RoadmapGetInput")]
pub struct Get {}

impl Query for Get {
    const NAME: &'static str = "roadmap.get";
    const TAGS: &'static [Tag] = Tag::ALL;
    type Output = RoadmapView;

    fn run(self, cx: &Reading<'_>) -> AppResult<Self::Output> {
        view(cx)
    }
}

/// The roadmap as it stands.
pub(crate) fn view(cx: &Reading<'_>) -> AppResult<RoadmapView> {
    let organisation = cx.tx.organisation().the()?;
    let brief =
        organisation.stage1_on.clone().map(|stage1| brief(cx, stage1, organisation.stage2_on.clone()));
    let brief = brief.transpose()?;
    let stage2 = brief.as_ref().map(Brief::stage2_day).or_else(|| organisation.stage2_on.clone());
    let actions = order::actions(cx, stage2.as_ref())?;
    let (blockers, blockers_without_action) = blockers(cx, &actions)?;
    let (load, months) = load::load(&actions);
    let mut view = RoadmapView {
        today: cx.around.today(),
        stage1_on: brief.as_ref().map(|brief| brief.stage1_day().to_string()),
        stage2_on: stage2.map(|day| day.to_string()),
        stage2_proposed: false,
        steps: Vec::new(),
        short_by: 0,
        critical: Vec::new(),
        blockers_without_action,
        blockers,
        months,
        warnings: vec![cx.around.words.say("roadmap-no-stage-1")],
        actions,
        load,
    };
    let Some(brief) = brief else { return Ok(view) };
    let planned = plan(&brief);
    let short = planned.iter().filter(|step| !step.done).map(|step| step.slack).min().unwrap_or(0).min(0);
    view.steps = steps(cx, planned)?;
    view.stage2_proposed = brief.stage2.is_none() && !brief.said.contains_key(&Step::Stage2);
    view.warnings = warnings(cx, &brief, &view.steps, short);
    let critical = view.steps.iter().filter(|step| step.planned.critical);
    view.critical = critical.map(|step| step.label.clone()).collect();
    view.short_by = short.unsigned_abs();
    Ok(view)
}

fn brief(cx: &Reading<'_>, stage1: Date, stage2: Option<Date>) -> AppResult<Brief> {
    let rows = cx.tx.plan_step().all()?;
    let said = rows.iter().filter_map(|row| Some((row.step.parse::<Step>().ok()?, row.done_on.clone()?)));
    Ok(Brief {
        today: cx.around.today(),
        stage1,
        stage2,
        shown: shown(cx)?,
        said: said.filter(|(step, _)| step.is_said_done()).collect(),
        recorded: recorded(cx)?,
        moved: moved(rows),
    })
}

/// Steps whose result the data show.
fn shown(cx: &Reading<'_>) -> AppResult<BTreeSet<Step>> {
    Ok(cairn_domain::plan::shown(&crate::overview::stones(cx)?))
}

/// Days of the records that show steps: the gap analysis was done when its baseline was frozen, the context when its scope
/// was approved, the inventory when the register was, the treatment when the Statement of Applicability was, the
/// classification when the last system got its first signed one. What no part of the file records has no day.
fn recorded(cx: &Reading<'_>) -> AppResult<BTreeMap<Step, Date>> {
    let approved = |kind| crate::document::approved_on(cx, kind);
    let classified = cx.tx.classification().last_first_decision(EU_AI_ACT)?;
    let days = [
        (Step::Inventory, approved(DocumentKind::Register)?),
        (Step::Classification, classified.map(|at| at.date())),
        (Step::Gap, crate::gap::baseline_frozen(cx.tx)?),
        (Step::Context, approved(DocumentKind::Scope)?),
        (Step::Treatment, approved(DocumentKind::Soa)?),
    ];
    Ok(days.into_iter().filter_map(|(step, day)| Some((step, day?))).collect())
}

/// How many lines block certification, and those of them that no open action is made for.
fn blockers(cx: &Reading<'_>, actions: &[RoadmapAction]) -> AppResult<(u32, Vec<Blocker>)> {
    let mut lines = crate::gap::lines(cx.tx)?;
    lines.retain(|state| state.item.blocks() && !state.item.excluded);
    let count = u32::try_from(lines.len()).unwrap_or(u32::MAX);
    let planned: BTreeSet<&str> = actions.iter().filter_map(|each| each.line.as_deref()).collect();
    lines.retain(|state| !planned.contains(state.item.requirement.as_str()));
    let bare =
        lines.into_iter().map(|state| Blocker { line: state.item.requirement, title: state.item.title });
    Ok((count, bare.collect()))
}

fn moved(rows: Vec<PlanStep>) -> BTreeMap<Step, Moved> {
    let days = rows.into_iter().filter_map(|row| {
        Some((row.step.parse().ok()?, Moved { starts_on: row.starts_on, ends_on: row.ends_on }))
    });
    days.filter(|(_, days)| days.is_set()).collect()
}

fn steps(cx: &Reading<'_>, planned: Vec<Planned>) -> AppResult<Vec<StepView>> {
    let words = cx.around.words;
    let names = Names::read(cx.tx)?;
    let rows = cx.tx.plan_step().all()?;
    let label = |step: &Step| words.say(&format!("plan-step-{step}"));
    Ok(planned
        .into_iter()
        .map(|planned| {
            let row = rows.iter().find(|row| row.step == planned.step.as_str());
            StepView {
                label: label(&planned.step),
                after: planned.step.after().iter().map(label).collect(),
                clashes: planned.clashes.iter().map(label).collect(),
                owner: row.and_then(|row| row.owner).map(|owner| names.member(owner)),
                note: row.and_then(|row| row.note.clone()),
                planned,
            }
        })
        .collect())
}

fn warnings(cx: &Reading<'_>, brief: &Brief, steps: &[StepView], short: i32) -> Vec<String> {
    let words = cx.around.words;
    let mut found = Vec::new();
    let open = |step: Step| steps.iter().any(|each| each.planned.step == step && !each.planned.done);
    let (stage1, stage2) = (brief.stage1_day(), brief.stage2_day());
    let stage1_passed = open(Step::Stage1) && stage1 < brief.today;
    let stage2_passed = open(Step::Stage2) && stage2 < brief.today;
    if stage1_passed {
        found.push(words.say("roadmap-stage-1-passed"));
    }
    if stage2_passed {
        found.push(words.say("roadmap-stage-2-passed"));
    }
    if short < 0 && !stage1_passed && !stage2_passed {
        found.push(words.say_with("roadmap-short", &[("days", i64::from(-short).into())]));
    }
    // Stage 2 looks for two to three months of records, however far from stage 1 it lies.
    let operation = brief.operation_days(&steps.iter().map(|each| each.planned.clone()).collect::<Vec<_>>());
    if let Some(days) = operation.filter(|days| *days < SHORTEST_OPERATION && !stage2_passed) {
        found.push(words.say_with("roadmap-operation-short", &[("days", i64::from(days).into())]));
    }
    let unplanned = |step: Step| open(step) && !brief.moved.contains_key(&step);
    let near = stage1.days_since(&brief.today) <= NEAR && open(Step::Stage1);
    if near && (unplanned(Step::Audit) || unplanned(Step::Review)) {
        found.push(words.say("roadmap-plan-audit"));
    }
    for step in steps.iter().filter(|step| !step.clashes.is_empty()) {
        found.push(words.say_with(
            "roadmap-clash",
            &[("step", step.label.clone().into()), ("before", step.clashes.join(", ").into())],
        ));
    }
    found
}

/// Whether an action still has to be done.
fn is_open(status: ActionStatus) -> bool {
    matches!(status, ActionStatus::Open | ActionStatus::InProgress)
}
