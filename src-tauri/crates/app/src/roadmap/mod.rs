//! The roadmap: the steps to the certificate planned back from the audits, and every open action ordered by what it
//! blocks and what it waits for.

mod change;
mod order;

use std::collections::BTreeMap;

use cairn_domain::gap::Grade;
use cairn_domain::plan::{Brief, Moved, OPERATION_DAYS, Planned, STAGE2_AFTER, Step, plan};
use cairn_domain::state::ActionStatus;
use cairn_domain::trail::{Stone, StoneStanding, StoneState};
use serde::{Deserialize, Serialize};

use crate::error::AppResult;
use crate::names::Names;
use crate::relation::ActionView;
use crate::system::MemberRef;
use crate::tag::Tag;
use crate::usecase::{Query, Reading};

pub use change::MoveStep;

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
    /// When work on it is to begin.
    pub starts_on: Option<String>,
    /// Working days it is thought to take.
    pub effort_days: Option<u32>,
    /// Codes of the actions it waits for.
    pub after: Vec<String>,
}

/// What one person has to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct OwnerLoad {
    /// Who; none for what nobody owns.
    pub owner: Option<MemberRef>,
    /// Open actions.
    pub actions: u32,
    /// Of these, late.
    pub late: u32,
    /// Working days in all, of actions with an estimate.
    pub days: u32,
    /// Actions without an estimate.
    pub unestimated: u32,
    /// Open actions by the month they are due, `YYYY-MM`.
    pub months: BTreeMap<String, u32>,
}

/// The roadmap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct RoadmapView {
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
    let words = cx.around.words;
    let actions = order::actions(cx)?;
    let load = load(&actions);
    let Some(stage1) = organisation.stage1_on else {
        return Ok(RoadmapView {
            stage1_on: None,
            stage2_on: organisation.stage2_on.map(|day| day.to_string()),
            stage2_proposed: false,
            steps: Vec::new(),
            short_by: 0,
            critical: Vec::new(),
            warnings: vec![words.say("roadmap-no-stage-1")],
            actions,
            load,
        });
    };
    let brief = Brief {
        today: cx.around.today(),
        stage1: stage1.clone(),
        stage2: organisation.stage2_on.clone(),
        done: done(cx)?,
        moved: moved(cx)?,
    };
    let planned = plan(&brief);
    let short = planned.iter().filter(|step| !step.done).map(|step| step.slack).min().unwrap_or(0).min(0);
    let steps = steps(cx, planned)?;
    let stage2 = organisation.stage2_on.clone().unwrap_or_else(|| stage1.plus_days(STAGE2_AFTER));
    Ok(RoadmapView {
        stage1_on: Some(stage1.to_string()),
        stage2_proposed: organisation.stage2_on.is_none(),
        warnings: warnings(cx, &brief, &steps, short, stage2.days_since(&stage1)),
        stage2_on: Some(stage2.to_string()),
        critical: steps.iter().filter(|step| step.planned.critical).map(|step| step.label.clone()).collect(),
        short_by: short.unsigned_abs(),
        steps,
        actions,
        load,
    })
}

/// Steps whose result the data show.
fn done(cx: &Reading<'_>) -> AppResult<Vec<Step>> {
    Ok(shown_done(&crate::overview::stones(cx)?))
}

/// Steps whose result the stones show.
pub(crate) fn shown_done(stones: &[StoneStanding]) -> Vec<Step> {
    let set = |stone: Stone| stones.iter().any(|each| each.stone == stone && each.state == StoneState::Set);
    let mut done: Vec<Step> = Step::ALL
        .iter()
        .copied()
        .filter(|step| match step {
            Step::Context => set(Stone::ScopeApproved),
            Step::Inventory => set(Stone::RegisterConfirmed),
            Step::Classification => set(Stone::SystemsClassified),
            Step::Gap => set(Stone::BaselineFrozen),
            Step::Policy => set(Stone::PolicyApproved) && set(Stone::RolesSet),
            Step::Impacts => set(Stone::ImpactsApproved),
            Step::Risks => set(Stone::RisksTreated),
            Step::Treatment => set(Stone::RisksTreated) && set(Stone::SoaApproved),
            Step::Controls => set(Stone::ControlsEvidenced) && set(Stone::DocumentsInForce),
            Step::Kpis => set(Stone::KpiPeriodClosed),
            Step::Audit => set(Stone::AuditDone),
            Step::Review => set(Stone::ReviewHeld),
            Step::Correction => set(Stone::AuditDone) && set(Stone::ActionsVerified),
            Step::Package => set(Stone::PackageComplete),
            Step::KickOff | Step::RiskMethod | Step::Stage1 | Step::Operation | Step::Stage2 => false,
        })
        .collect();
    // Whoever has a result of a later step has begun, and has a method if the risks are assessed.
    if !done.is_empty() {
        done.push(Step::KickOff);
    }
    if done.contains(&Step::Risks) {
        done.push(Step::RiskMethod);
    }
    done
}

fn moved(cx: &Reading<'_>) -> AppResult<BTreeMap<Step, Moved>> {
    let rows = cx.tx.plan_step().all()?.into_iter();
    let chosen = rows.filter(|row| row.starts_on.is_some() || row.ends_on.is_some());
    Ok(chosen
        .filter_map(|row| {
            Some((row.step.parse().ok()?, Moved { starts_on: row.starts_on, ends_on: row.ends_on }))
        })
        .collect())
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

fn warnings(cx: &Reading<'_>, brief: &Brief, steps: &[StepView], short: i32, between: i32) -> Vec<String> {
    let words = cx.around.words;
    let mut found = Vec::new();
    if brief.stage1 < brief.today {
        found.push(words.say("roadmap-stage-1-passed"));
    } else if short < 0 {
        found.push(words.say_with("roadmap-short", &[("days", i64::from(-short).into())]));
    }
    // Two to three months of operation cannot fit when stage 2 follows stage 1 too closely and controls come late.
    if between < OPERATION_DAYS / 2 {
        found.push(words.say_with("roadmap-stages-close", &[("days", i64::from(between).into())]));
    }
    for step in steps.iter().filter(|step| !step.clashes.is_empty()) {
        found.push(words.say_with(
            "roadmap-clash",
            &[("step", step.label.clone().into()), ("before", step.clashes.join(", ").into())],
        ));
    }
    found
}

fn load(actions: &[RoadmapAction]) -> Vec<OwnerLoad> {
    let mut found: Vec<OwnerLoad> = Vec::new();
    for each in actions {
        let action = &each.action;
        let at = found.iter().position(|load| {
            load.owner.as_ref().map(|owner| owner.id) == action.owner.as_ref().map(|owner| owner.id)
        });
        let at = at.unwrap_or_else(|| {
            found.push(OwnerLoad {
                owner: action.owner.clone(),
                actions: 0,
                late: 0,
                days: 0,
                unestimated: 0,
                months: BTreeMap::new(),
            });
            found.len() - 1
        });
        let Some(load) = found.get_mut(at) else { continue };
        load.actions += 1;
        load.late += u32::from(action.days_late.is_some());
        load.days += each.effort_days.unwrap_or_default();
        load.unestimated += u32::from(each.effort_days.is_none());
        if let Some(month) = action.due.as_deref().and_then(|due| due.get(..7)) {
            *load.months.entry(month.to_owned()).or_default() += 1;
        }
    }
    found.sort_by_key(|load| std::cmp::Reverse(load.actions));
    found
}

/// Whether an action still has to be done.
fn is_open(status: ActionStatus) -> bool {
    matches!(status, ActionStatus::Open | ActionStatus::InProgress)
}
