//! The engagement plan: the steps to a certificate, planned back from the days of stage 1 and stage 2.
//!
//! Order and dependencies are practice, not text of the standard, except that impact assessments (6.1.4) feed the risk
//! assessment (6.1.2) and that stage 2 looks for records: the system should have run two to three months by then.
//! Lengths are sensible beginnings for a small organisation; a person moves a step where they know better.

mod days;
#[cfg(test)]
mod tests;
mod work;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::time::Date;
use crate::trail::{Stone, StoneStanding, StoneState};
use crate::words;

pub use work::{Placed, Work, place};

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
        /// Controls put to work and shown.
        Controls = "controls",
        /// The system runs and leaves records.
        Operation = "operation",
        /// Documents ready for stage 1.
        Package = "package",
        /// Stage 1 audit.
        Stage1 = "stage-1",
        /// Figures and monitoring.
        Kpis = "kpis",
        /// Internal audit.
        Audit = "audit",
        /// Management review.
        Review = "review",
        /// Corrective action.
        Correction = "correction",
        /// Audit package.
        AuditPackage = "audit-package",
        /// Stage 2 audit.
        Stage2 = "stage-2",
    }
}

/// Days from stage 1 to stage 2 when no day for stage 2 is chosen: room for the audit, the review and corrections.
pub const STAGE2_AFTER: i32 = 70;
/// Days the system should run before stage 2: two to three months.
pub const OPERATION_DAYS: i32 = 75;
/// Fewest days the system should run before stage 2: two months.
pub const SHORTEST_OPERATION: i32 = 60;

impl Step {
    /// Calendar days it takes, as a beginning.
    #[must_use]
    pub const fn days(self) -> i32 {
        match self {
            Self::Stage1 | Self::Stage2 => 1,
            Self::KickOff | Self::RiskMethod | Self::Package | Self::Review | Self::AuditPackage => 7,
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
            Self::Context => &[Self::KickOff],
            Self::Inventory => &[Self::Context],
            Self::Classification => &[Self::Inventory],
            Self::Gap => &[Self::Classification],
            Self::Policy => &[Self::Gap],
            Self::RiskMethod => &[Self::Policy],
            Self::Impacts => &[Self::Classification, Self::RiskMethod],
            Self::Risks => &[Self::RiskMethod, Self::Impacts],
            Self::Treatment => &[Self::Risks],
            Self::Controls => &[Self::Treatment],
            Self::Operation | Self::Kpis => &[Self::Controls],
            // Stage 1 looks at documents and at whether audit and review are planned; both are held before stage 2.
            Self::Package => &[Self::Treatment],
            Self::Stage1 => &[Self::Package],
            Self::Audit => &[Self::Kpis],
            Self::Review => &[Self::Audit],
            Self::Correction => &[Self::Review],
            Self::AuditPackage => &[Self::Correction],
            Self::Stage2 => &[Self::Stage1, Self::Operation, Self::AuditPackage],
        }
    }

    /// Everything it needs, directly or over other steps, in the order of the plan.
    #[must_use]
    pub fn needs(self) -> BTreeSet<Self> {
        let mut found: BTreeSet<Self> = self.after().iter().copied().collect();
        for before in self.after() {
            found.extend(before.needs());
        }
        found
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
            Stone::PackageComplete => Self::AuditPackage,
            Stone::ActionsVerified => Self::Correction,
            Stone::DataRecordsComplete
            | Stone::SuppliersCovered
            | Stone::ChangesRunning
            | Stone::ReviewsOnSchedule
            | Stone::CompetenceCurrent => return None,
        })
    }

    /// Whether others wait for it while it waits for nothing itself.
    #[must_use]
    pub fn holds_up(self, done: &BTreeSet<Self>) -> bool {
        let open = |step: Self| !step.is_said_done() && !done.contains(&step);
        let waits = self.after().iter().any(|before| open(*before));
        let mut others = Self::ALL.iter().filter(|step| open(**step));
        open(self) && !waits && others.any(|later| later.after().contains(&self))
    }

    /// Whether it is one of the two audits, whose day is chosen.
    #[must_use]
    pub const fn is_audit_day(self) -> bool {
        matches!(self, Self::Stage1 | Self::Stage2)
    }

    /// Whether no record shows that it is done, so that a person says when it was.
    #[must_use]
    pub const fn is_said_done(self) -> bool {
        matches!(
            self,
            Self::KickOff | Self::RiskMethod | Self::Operation | Self::Package | Self::Stage1 | Self::Stage2
        )
    }

    /// Steps that cannot be open any more once it is done, though no record shows them.
    const fn proves(self) -> &'static [Self] {
        match self {
            Self::Risks => &[Self::RiskMethod],
            Self::Stage1 => &[Self::Package],
            Self::Stage2 => &[Self::Stage1, Self::Operation],
            _ => &[],
        }
    }
}

/// Steps whose result the stones of the trail show.
#[must_use]
pub fn shown(stones: &[StoneStanding]) -> BTreeSet<Step> {
    let set = |stone: Stone| stones.iter().any(|each| each.stone == stone && each.state == StoneState::Set);
    let is_shown = |step: &Step| match step {
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
        Step::AuditPackage => set(Stone::PackageComplete),
        Step::KickOff | Step::RiskMethod | Step::Operation | Step::Package | Step::Stage1 | Step::Stage2 => {
            false
        }
    };
    Step::ALL.iter().copied().filter(is_shown).collect()
}

/// Days a person chose for a step.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Moved {
    /// First day; when it is past, the step has begun and the days since count.
    pub starts_on: Option<Date>,
    /// Last day.
    pub ends_on: Option<Date>,
}

impl Moved {
    /// Whether any day is chosen.
    #[must_use]
    pub const fn is_set(&self) -> bool {
        self.starts_on.is_some() || self.ends_on.is_some()
    }
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
    /// Steps whose result the records show.
    pub shown: BTreeSet<Step>,
    /// Steps a person said were done, with the day.
    pub said: BTreeMap<Step, Date>,
    /// Days of records that show a step is done, where the record has one day.
    pub recorded: BTreeMap<Step, Date>,
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
    /// Whether these days mean anything: not for a step that is done on a day nobody said and no record has. Such days
    /// are not to be shown.
    pub dated: bool,
    /// Days it may slip before a chosen audit day slips; negative when time is short by so many days. 0 once done.
    pub slack: i32,
    /// Whether it belongs to the chain with the least slack.
    pub critical: bool,
    /// Whether a person chose its days.
    pub moved: bool,
    /// Whether it is done.
    pub done: bool,
    /// The day a person said it was done.
    pub done_on: Option<Date>,
    /// Whether a person says when it is done, because no record shows it.
    pub said_done: bool,
    /// Whether it has begun on the day a person chose and is not done.
    pub begun: bool,
    /// Whether its last day has passed and it is not done.
    pub late: bool,
    /// Steps that end after it begins although it builds on them; none once it has begun.
    pub clashes: Vec<Step>,
}

impl Brief {
    /// The day stage 1 was held, or is to be.
    #[must_use]
    pub fn stage1_day(&self) -> Date {
        self.said.get(&Step::Stage1).unwrap_or(&self.stage1).clone()
    }

    /// The day stage 2 was held, is to be, or is proposed for.
    #[must_use]
    pub fn stage2_day(&self) -> Date {
        let said = self.said.get(&Step::Stage2).or(self.stage2.as_ref());
        said.cloned().unwrap_or_else(|| self.stage1_day().plus_days(STAGE2_AFTER))
    }

    /// Days the system is planned to run before stage 2, those in which it ran already among them; none where that is
    /// done. Days that have passed without it, and days after the audit, are none.
    #[must_use]
    pub fn operation_days(&self, planned: &[Planned]) -> Option<i32> {
        let operation = planned.iter().find(|each| each.step == Step::Operation && !each.done)?;
        let first =
            if operation.begun { &operation.starts_on } else { (&operation.starts_on).max(&self.today) };
        let stage2 = self.stage2_day();
        let days = if operation.ends_on < stage2 {
            operation.ends_on.days_since(first) + 1
        } else {
            stage2.days_since(first)
        };
        Some(days.max(0))
    }

    /// Every step that is done: shown by records, said, run its time, or proved by a later one.
    #[must_use]
    pub fn done(&self) -> BTreeSet<Step> {
        let mut done: BTreeSet<Step> = self.shown.iter().chain(self.said.keys()).copied().collect();
        let begun = self.moved.get(&Step::Operation).and_then(|days| days.starts_on.as_ref());
        if begun.is_some_and(|first| self.today.days_since(first) >= OPERATION_DAYS) {
            done.insert(Step::Operation);
        }
        // Backwards, so that what a proved step proves is found too.
        for step in Step::ALL.iter().rev().filter(|step| !step.proves().is_empty()) {
            if done.contains(step) {
                done.extend(step.proves());
            }
        }
        // Whoever has a result of a later step has begun.
        if !done.is_empty() {
            done.insert(Step::KickOff);
        }
        done
    }
}

/// Plans every step back from the audits: each ends as late as what builds on it allows. What cannot be done in the time
/// left shows as negative slack, never as a silently moved audit. Days a person chose hold for the steps before and
/// after too.
#[must_use]
pub fn plan(brief: &Brief) -> Vec<Planned> {
    let done = brief.done();
    let days = days::Days::of(brief, &done);
    let open = |step: &Step| !done.contains(step);
    let least = Step::ALL.iter().filter(|step| open(step)).map(|step| days.slack(*step)).min().unwrap_or(0);
    let planned = Step::ALL.iter().map(|step| {
        let is_done = done.contains(step);
        let (start, end) = days.planned(*step);
        let slack = if is_done { 0 } else { days.slack(*step) };
        // An audit day stays where it is while all that leads to it moves: what lies behind it is named, however far back.
        let before = if step.is_audit_day() { step.needs() } else { step.after().iter().copied().collect() };
        let clashes = before.into_iter().filter(|before| open(before) && days.planned(*before).1 >= start);
        let chosen = brief.moved.get(step).filter(|days| days.is_set() && !step.is_audit_day());
        let begun = chosen.and_then(|days| days.starts_on.as_ref()).is_some_and(|day| *day <= brief.today);
        Planned {
            step: *step,
            starts_on: brief.today.plus_days(start),
            ends_on: brief.today.plus_days(end),
            dated: !is_done || days.done_end(*step).is_some(),
            slack,
            critical: !is_done && slack == least,
            moved: chosen.is_some(),
            done: is_done,
            done_on: brief.said.get(step).cloned(),
            said_done: step.is_said_done(),
            begun: begun && !is_done,
            late: !is_done && end < 0,
            // What has begun, or is done, can no longer be put behind anything.
            clashes: if is_done || begun { Vec::new() } else { clashes.collect() },
        }
    });
    planned.collect()
}
