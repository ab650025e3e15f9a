//! The engagement plan: the steps to a certificate, planned back from the days of stage 1 and stage 2.
//!
//! Order and dependencies are practice, not text of the standard, except that impact assessments (6.1.4) feed the risk
//! assessment (6.1.2) and that stage 2 looks for records: the system should have run two to three months by then.
//! Lengths are sensible beginnings for a small organisation; a person moves a step where they know better.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::time::Date;
use crate::trail::Stone;
use crate::words;

words! {
    /// A step of the engagement.
    Step = "plan-step" {
        /// Kick-off and roles.
        KickOff = "kick-off",
        /// Context, interested parties, scope.
        Context = "context",
        /// AI inventory.
        Inventory = "inventory",
        /// Roles and legal classification of each system.
        Classification = "classification",
        /// Gap analysis.
        Gap = "gap",
        /// Policy, objectives, responsibilities.
        Policy = "policy",
        /// Risk criteria and method.
        RiskMethod = "risk-method",
        /// Impact assessments.
        Impacts = "impacts",
        /// Risk assessment.
        Risks = "risks",
        /// Treatment, Statement of Applicability, approval.
        Treatment = "treatment",
        /// Documents ready for stage 1.
        Package = "package",
        /// Stage 1 audit.
        Stage1 = "stage-1",
        /// Controls put to work and shown.
        Controls = "controls",
        /// The system runs and leaves records.
        Operation = "operation",
        /// Figures and monitoring.
        Kpis = "kpis",
        /// Internal audit.
        Audit = "audit",
        /// Management review.
        Review = "review",
        /// Corrective action.
        Correction = "correction",
        /// Stage 2 audit.
        Stage2 = "stage-2",
    }
}

/// Days from stage 1 to stage 2 when no day for stage 2 is chosen: room for the audit, the review and corrections.
pub const STAGE2_AFTER: i32 = 70;
/// Days the system should run before stage 2: two to three months.
pub const OPERATION_DAYS: i32 = 75;

impl Step {
    /// Calendar days it takes, as a beginning.
    #[must_use]
    pub const fn days(self) -> i32 {
        match self {
            Self::Stage1 | Self::Stage2 => 1,
            Self::KickOff | Self::RiskMethod | Self::Package | Self::Review => 7,
            Self::Context
            | Self::Classification
            | Self::Policy
            | Self::Treatment
            | Self::Kpis
            | Self::Audit => 14,
            Self::Inventory | Self::Gap | Self::Impacts | Self::Risks | Self::Correction => 21,
            Self::Controls => 45,
            Self::Operation => OPERATION_DAYS,
        }
    }

    /// Steps that must have ended before it begins.
    #[must_use]
    pub const fn after(self) -> &'static [Self] {
        match self {
            Self::KickOff => &[],
            Self::Context | Self::Inventory => &[Self::KickOff],
            Self::Classification => &[Self::Inventory],
            Self::Gap => &[Self::Context, Self::Inventory],
            Self::Policy | Self::RiskMethod => &[Self::Context],
            Self::Impacts => &[Self::Classification],
            Self::Risks => &[Self::RiskMethod, Self::Impacts],
            Self::Treatment => &[Self::Risks, Self::Gap],
            Self::Package => &[Self::Treatment, Self::Policy],
            Self::Stage1 => &[Self::Package],
            Self::Controls => &[Self::Treatment, Self::Policy],
            Self::Operation | Self::Kpis | Self::Audit => &[Self::Controls],
            Self::Review => &[Self::Audit, Self::Kpis],
            Self::Correction => &[Self::Audit],
            Self::Stage2 => &[Self::Stage1, Self::Operation, Self::Review, Self::Correction],
        }
    }

    /// The step whose result a stone of the trail shows; none where the plan has no such step.
    #[must_use]
    pub const fn shown_by(stone: Stone) -> Option<Self> {
        Some(match stone {
            Stone::ScopeApproved => Self::Context,
            Stone::DiscoveryClosed | Stone::RegisterConfirmed => Self::Inventory,
            Stone::SystemsClassified => Self::Classification,
            Stone::BaselineFrozen => Self::Gap,
            Stone::PolicyApproved | Stone::RolesSet => Self::Policy,
            Stone::ImpactsApproved => Self::Impacts,
            Stone::RisksTreated => Self::Risks,
            Stone::SoaApproved => Self::Treatment,
            Stone::DocumentsInForce | Stone::ControlsEvidenced => Self::Controls,
            Stone::KpiPeriodClosed => Self::Kpis,
            Stone::AuditDone => Self::Audit,
            Stone::ReviewHeld => Self::Review,
            Stone::PackageComplete => Self::Package,
            Stone::ActionsVerified => Self::Correction,
            Stone::DataRecordsComplete
            | Stone::SuppliersCovered
            | Stone::ChangesRunning
            | Stone::ReviewsOnSchedule
            | Stone::CompetenceCurrent => return None,
        })
    }

    /// Whether the data can show that it is done.
    const fn is_seen(self) -> bool {
        !matches!(self, Self::KickOff | Self::RiskMethod | Self::Stage1 | Self::Operation | Self::Stage2)
    }

    /// Whether others wait for it while it waits for nothing itself.
    #[must_use]
    pub fn holds_up(self, done: &[Self]) -> bool {
        let open = |step: Self| step.is_seen() && !done.contains(&step);
        let waits = self.after().iter().any(|before| open(*before));
        let mut others = Self::ALL.iter().filter(|step| open(**step));
        open(self) && !waits && others.any(|later| later.after().contains(&self))
    }

    /// Whether it is one of the two audits, whose day is chosen.
    #[must_use]
    pub const fn is_audit_day(self) -> bool {
        matches!(self, Self::Stage1 | Self::Stage2)
    }
}

/// Days a person chose for a step.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Moved {
    /// First day.
    pub starts_on: Option<Date>,
    /// Last day.
    pub ends_on: Option<Date>,
}

/// What a plan is made from.
#[derive(Debug, Clone)]
pub struct Brief {
    /// The day it is made on.
    pub today: Date,
    /// The day of stage 1.
    pub stage1: Date,
    /// The day of stage 2; without one it follows stage 1 and the time the system has to run.
    pub stage2: Option<Date>,
    /// Steps that are done.
    pub done: Vec<Step>,
    /// Days chosen by a person.
    pub moved: BTreeMap<Step, Moved>,
}

/// A step with its days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "PlannedStep")]
pub struct Planned {
    /// The step.
    pub step: Step,
    /// First day.
    pub starts_on: Date,
    /// Last day.
    pub ends_on: Date,
    /// Days it may slip before a chosen audit day slips; negative when time is short by so many days.
    pub slack: i32,
    /// Whether it belongs to the chain with the least slack.
    pub critical: bool,
    /// Whether a person chose its days.
    pub moved: bool,
    /// Whether it is done.
    pub done: bool,
    /// Whether its last day has passed and it is not done.
    pub late: bool,
    /// Steps that end after it begins although it builds on them.
    pub clashes: Vec<Step>,
}

/// Plans every step back from the audits: each ends as late as what builds on it allows. What cannot be done in the time
/// left shows as negative slack, never as a silently moved audit.
#[must_use]
pub fn plan(brief: &Brief) -> Vec<Planned> {
    let day = |date: &Date| date.days_since(&brief.today);
    let stage1 = day(&brief.stage1);
    let stage2 = brief.stage2.as_ref().map_or(stage1 + STAGE2_AFTER, day);
    let latest = latest_ends(stage1, stage2);
    let earliest = earliest_ends(&brief.done);
    let slack_of = |step: Step| latest[&step] - earliest[&step];
    let open = |step: &Step| !brief.done.contains(step);
    let least = Step::ALL.iter().filter(|step| open(step)).map(|step| slack_of(*step)).min().unwrap_or(0);
    let days: BTreeMap<Step, (i32, i32)> = Step::ALL
        .iter()
        .map(|step| {
            let moved = brief.moved.get(step).cloned().unwrap_or_default();
            let end = moved.ends_on.as_ref().map(day);
            let start = moved.starts_on.as_ref().map(day);
            let end = end.unwrap_or_else(|| start.map_or(latest[step], |start| start + step.days() - 1));
            (*step, (start.unwrap_or(end - step.days() + 1).min(end), end))
        })
        .collect();
    let planned = Step::ALL.iter().map(|step| {
        let (start, end) = days[step];
        let done = brief.done.contains(step);
        let clashes = step.after().iter().filter(|before| open(before) && days[before].1 >= start);
        Planned {
            step: *step,
            starts_on: brief.today.plus_days(start),
            ends_on: brief.today.plus_days(end),
            slack: slack_of(*step),
            critical: !done && slack_of(*step) == least,
            moved: brief.moved.contains_key(step) && !step.is_audit_day(),
            done,
            late: !done && end < 0,
            clashes: if done { Vec::new() } else { clashes.copied().collect() },
        }
    });
    planned.collect()
}

/// The last day each step may end on, in days from today.
fn latest_ends(stage1: i32, stage2: i32) -> BTreeMap<Step, i32> {
    let mut ends: BTreeMap<Step, i32> = BTreeMap::new();
    for step in Step::ALL.iter().rev() {
        let fixed = match step {
            Step::Stage1 => Some(stage1),
            Step::Stage2 => Some(stage2),
            _ => None,
        };
        let followers = Step::ALL.iter().filter(|other| other.after().contains(step));
        let before = followers.filter_map(|other| Some(ends.get(other)? - other.days())).min();
        ends.insert(*step, fixed.or(before).unwrap_or(stage2));
    }
    ends
}

/// The first day each step can end on when work begins today, in days from today; a step that is done ended yesterday.
fn earliest_ends(done: &[Step]) -> BTreeMap<Step, i32> {
    let mut ends: BTreeMap<Step, i32> = BTreeMap::new();
    let mut open: Vec<Step> = Step::ALL.to_vec();
    while !open.is_empty() {
        let ready: Vec<Step> = open
            .iter()
            .copied()
            .filter(|step| step.after().iter().all(|each| ends.contains_key(each)))
            .collect();
        if ready.is_empty() {
            break;
        }
        for step in &ready {
            let begin = step.after().iter().map(|before| ends[before] + 1).max().unwrap_or(0);
            ends.insert(*step, if done.contains(step) { -1 } else { begin.max(0) + step.days() - 1 });
        }
        open.retain(|step| !ready.contains(step));
    }
    ends
}

#[cfg(test)]
mod tests {
    use super::*;

    fn brief(stage1: &str) -> Brief {
        Brief {
            today: "2026-11-24".parse().unwrap(),
            stage1: stage1.parse().unwrap(),
            stage2: None,
            done: Vec::new(),
            moved: BTreeMap::new(),
        }
    }

    fn of(planned: &[Planned], step: Step) -> Planned {
        planned.iter().find(|each| each.step == step).unwrap().clone()
    }

    #[test]
    fn what_others_wait_for_holds_them_up_once_its_turn_has_come() {
        assert!(Step::Context.holds_up(&[]), "the gap analysis waits for the scope");
        assert!(!Step::Gap.holds_up(&[]), "it waits itself");
        let done = [Step::Context, Step::Inventory];
        assert!(Step::Gap.holds_up(&done) && Step::Classification.holds_up(&done));
        assert!(!Step::Context.holds_up(&done), "it is done");
        assert!(!Step::Correction.holds_up(&[Step::Audit]), "only an audit day waits for it");
    }

    #[test]
    fn no_step_begins_before_what_it_builds_on_has_ended() {
        let planned = plan(&brief("2027-09-01"));
        for step in &planned {
            for before in step.step.after() {
                assert!(of(&planned, *before).ends_on < step.starts_on, "{} after {before}", step.step);
            }
            assert!(step.clashes.is_empty());
        }
        assert_eq!(of(&planned, Step::Stage1).starts_on.as_str(), "2027-09-01");
        assert!(planned.iter().all(|step| step.slack >= 0 && !step.late));
    }

    #[test]
    fn impacts_feed_risks_and_the_system_runs_before_stage_2() {
        let planned = plan(&Brief { stage2: Some("2028-01-15".parse().unwrap()), ..brief("2027-09-01") });
        assert!(of(&planned, Step::Impacts).ends_on < of(&planned, Step::Risks).starts_on);
        let operation = of(&planned, Step::Operation);
        assert_eq!(operation.ends_on.as_str(), "2028-01-14");
        assert_eq!(operation.ends_on.days_since(&operation.starts_on) + 1, OPERATION_DAYS);
    }

    #[test]
    fn too_little_time_is_said_and_the_audit_stays() {
        let planned = plan(&brief("2026-12-20"));
        assert_eq!(of(&planned, Step::Stage1).starts_on.as_str(), "2026-12-20");
        let short = planned.iter().map(|step| step.slack).min().unwrap();
        assert!(short < 0);
        assert!(planned.iter().filter(|step| step.critical).all(|step| step.slack == short));
        assert!(of(&planned, Step::KickOff).late);
    }

    #[test]
    fn what_is_done_gives_time_back() {
        let before = plan(&brief("2027-06-01"));
        let done = vec![Step::KickOff, Step::Context, Step::Inventory, Step::Classification];
        let after = plan(&Brief { done, ..brief("2027-06-01") });
        assert!(of(&after, Step::Stage1).slack > of(&before, Step::Stage1).slack);
        assert!(!of(&after, Step::Context).critical && of(&after, Step::Context).done);
    }

    #[test]
    fn a_moved_step_keeps_its_days_and_names_what_it_clashes_with() {
        let moved = Moved { starts_on: Some("2026-12-01".parse().unwrap()), ends_on: None };
        let planned = plan(&Brief { moved: [(Step::Risks, moved)].into(), ..brief("2027-09-01") });
        let risks = of(&planned, Step::Risks);
        assert_eq!((risks.starts_on.as_str(), risks.ends_on.as_str()), ("2026-12-01", "2026-12-21"));
        assert_eq!(risks.clashes, [Step::RiskMethod, Step::Impacts]);
        assert!(risks.moved);
    }

    #[test]
    fn every_step_is_reached_and_none_waits_for_itself() {
        assert_eq!(earliest_ends(&[]).len(), Step::ALL.len());
    }
}
