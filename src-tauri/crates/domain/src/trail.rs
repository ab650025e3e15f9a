//! The trail of 22 stones: each a question to the data, reversible, never ticked by hand.

use serde::{Deserialize, Serialize};

use crate::words;

words! {
    /// The five phases, which are also the navigation.
    Phase = "phase" {
        /// Find out what there is and where we stand.
        Assess = "assess",
        /// Decide.
        Plan = "plan",
        /// Do.
        Implement = "implement",
        /// Look whether it works.
        Evaluate = "evaluate",
        /// Mend.
        Improve = "improve",
    }
}

words! {
    /// The stones, from the first to the last.
    Stone = "stone" {
        /// Scope statement approved (4.3).
        ScopeApproved = "scope-approved",
        /// Discovery sweep closed.
        DiscoveryClosed = "discovery-closed",
        /// Register confirmed.
        RegisterConfirmed = "register-confirmed",
        /// Every in-scope system classified and signed.
        SystemsClassified = "systems-classified",
        /// Baseline gap analysis frozen.
        BaselineFrozen = "baseline-frozen",
        /// Policy and objectives approved (5.2, 6.2).
        PolicyApproved = "policy-approved",
        /// Roles and committees set (5.3, A.3.2).
        RolesSet = "roles-set",
        /// Impact assessments of in-scope systems approved (6.1.4).
        ImpactsApproved = "impacts-approved",
        /// Risks assessed, treatment plan and residual risk approved (6.1.2, 6.1.3).
        RisksTreated = "risks-treated",
        /// Statement of Applicability approved (6.1.3).
        SoaApproved = "soa-approved",
        /// Required documents in force (7.5).
        DocumentsInForce = "documents-in-force",
        /// Evidence for every included control.
        ControlsEvidenced = "controls-evidenced",
        /// Data and model records complete (A.7, A.6.2).
        DataRecordsComplete = "data-records-complete",
        /// Suppliers covered (A.10.3).
        SuppliersCovered = "suppliers-covered",
        /// Changes and event records running (A.6.2.8, 6.3).
        ChangesRunning = "changes-running",
        /// First KPI period closed (9.1).
        KpiPeriodClosed = "kpi-period-closed",
        /// Internal audit done (9.2).
        AuditDone = "audit-done",
        /// Management review held (9.3).
        ReviewHeld = "review-held",
        /// Audit package complete.
        PackageComplete = "package-complete",
        /// Corrective actions verified (10.2).
        ActionsVerified = "actions-verified",
        /// Reviews on schedule.
        ReviewsOnSchedule = "reviews-on-schedule",
        /// Competence current (7.2).
        CompetenceCurrent = "competence-current",
    }
}

impl Stone {
    /// The phase whose cairn the stone belongs to.
    #[must_use]
    pub const fn phase(self) -> Phase {
        match self {
            Self::ScopeApproved
            | Self::DiscoveryClosed
            | Self::RegisterConfirmed
            | Self::SystemsClassified
            | Self::BaselineFrozen => Phase::Assess,
            Self::PolicyApproved
            | Self::RolesSet
            | Self::ImpactsApproved
            | Self::RisksTreated
            | Self::SoaApproved => Phase::Plan,
            Self::DocumentsInForce
            | Self::ControlsEvidenced
            | Self::DataRecordsComplete
            | Self::SuppliersCovered
            | Self::ChangesRunning => Phase::Implement,
            Self::KpiPeriodClosed | Self::AuditDone | Self::ReviewHeld | Self::PackageComplete => {
                Phase::Evaluate
            }
            Self::ActionsVerified | Self::ReviewsOnSchedule | Self::CompetenceCurrent => Phase::Improve,
        }
    }
}

words! {
    /// Where a stone stands.
    StoneState = "stone-state" {
        /// The question is answered yes.
        Set = "set",
        /// Work has begun.
        InProgress = "in-progress",
        /// Nothing there yet.
        ToCome = "to-come",
    }
}

/// Part and whole of what a stone counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "StoneProgress")]
pub struct Progress {
    /// What is done.
    pub done: u32,
    /// What there is to do; 0 means nothing to count yet.
    pub total: u32,
}

impl Progress {
    /// Set when all is done and there is something; in progress when something is done or begun.
    #[must_use]
    pub const fn state(self, begun: bool) -> StoneState {
        if self.total > 0 && self.done >= self.total {
            StoneState::Set
        } else if self.done > 0 || begun {
            StoneState::InProgress
        } else {
            StoneState::ToCome
        }
    }
}

/// The facts the stones of the parts built so far are read from. Every field is a count over live records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Facts {
    /// Whether a scope statement is written.
    pub scope_written: bool,
    /// Whether the scope document is approved in its present form.
    pub scope_approved: bool,
    /// Discovery sweeps.
    pub sweeps: u32,
    /// Of these, closed ones.
    pub sweeps_closed: u32,
    /// Candidates that nobody has decided about.
    pub candidates_new: u32,
    /// Areas of discovery that nobody looks through and nobody set aside with a reason.
    pub areas_open: u32,
    /// Areas of discovery that were set aside with a reason.
    pub areas_aside: u32,
    /// Systems that are not retired.
    pub systems: u32,
    /// Of these, systems whose scope is decided.
    pub scope_decided: u32,
    /// Systems in scope.
    pub in_scope: u32,
    /// Systems in scope with a decided, not provisional classification.
    pub classified: u32,
    /// Lines of the latest assessment.
    pub gap_lines: u32,
    /// Lines with a conformity.
    pub gap_assessed: u32,
    /// Whether any assessment is frozen, also one that leaves lines open.
    pub gap_frozen: bool,
    /// Whether a baseline is frozen in which every line that applies is assessed: the stone asks for the whole picture, so a
    /// baseline frozen before that leaves it in progress.
    pub baseline_frozen: bool,
    /// Rows of the Statement of Applicability.
    pub soa_rows: u32,
    /// Rows decided.
    pub soa_decided: u32,
    /// Whether the statement is approved in its present form.
    pub soa_approved: bool,
    /// Controls included.
    pub included: u32,
    /// Included controls with evidence attached.
    pub evidenced: u32,
    /// Actions that are not dropped.
    pub actions: u32,
    /// Actions verified.
    pub actions_verified: u32,
    /// Records with a review date.
    pub reviews: u32,
    /// Of these, records whose review date has not passed.
    pub reviews_on_time: u32,
}

/// Where one stone stands, with the figures behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct StoneStanding {
    /// The stone.
    pub stone: Stone,
    /// Its phase.
    pub phase: Phase,
    /// Where it stands.
    pub state: StoneState,
    /// What is counted.
    pub progress: Progress,
}

/// Reads all 22 stones from the facts. A stone whose part of the product has no data is still to come.
#[must_use]
pub fn standing(facts: &Facts) -> Vec<StoneStanding> {
    Stone::ALL
        .iter()
        .map(|stone| {
            let (progress, begun) = progress(*stone, facts);
            StoneStanding { stone: *stone, phase: stone.phase(), state: progress.state(begun), progress }
        })
        .collect()
}

fn progress(stone: Stone, facts: &Facts) -> (Progress, bool) {
    let once = |done: bool| Progress { done: u32::from(done), total: 1 };
    match stone {
        Stone::ScopeApproved => (once(facts.scope_approved), facts.scope_written),
        // An area nobody came to and a candidate nobody has decided about are one more thing to do each, so the sweeps
        // being closed is not enough.
        Stone::DiscoveryClosed if facts.sweeps + facts.areas_aside > 0 => {
            let done = facts.sweeps_closed + facts.areas_aside;
            let total = facts.sweeps + facts.areas_aside + facts.areas_open + facts.candidates_new;
            (Progress { done, total }, true)
        }
        Stone::DiscoveryClosed => (Progress::default(), facts.candidates_new > 0),
        Stone::RegisterConfirmed => {
            (Progress { done: facts.scope_decided, total: facts.systems }, facts.systems > 0)
        }
        Stone::SystemsClassified => (Progress { done: facts.classified, total: facts.in_scope }, false),
        Stone::BaselineFrozen => (once(facts.baseline_frozen), facts.gap_assessed > 0 || facts.gap_frozen),
        Stone::SoaApproved => (once(facts.soa_approved), facts.soa_decided > 0),
        Stone::ControlsEvidenced => (Progress { done: facts.evidenced, total: facts.included }, false),
        Stone::ActionsVerified => {
            (Progress { done: facts.actions_verified, total: facts.actions }, facts.actions > 0)
        }
        Stone::ReviewsOnSchedule => {
            (Progress { done: facts.reviews_on_time, total: facts.reviews }, facts.reviews > 0)
        }
        _ => (Progress::default(), false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn state(facts: &Facts, stone: Stone) -> StoneState {
        standing(facts).into_iter().find(|s| s.stone == stone).unwrap().state
    }

    #[test]
    fn there_are_22_stones_in_five_phases() {
        let count = |phase| Stone::ALL.iter().filter(|stone| stone.phase() == phase).count();
        assert_eq!(Phase::ALL.iter().map(|phase| count(*phase)).collect::<Vec<_>>(), [5, 5, 5, 4, 3]);
    }

    #[test]
    fn an_empty_workspace_has_no_stone_set() {
        assert!(standing(&Facts::default()).iter().all(|stone| stone.state == StoneState::ToCome));
    }

    #[test]
    fn a_stone_falls_back_when_the_data_does() {
        let done = Facts { systems: 2, scope_decided: 2, in_scope: 2, classified: 2, ..Facts::default() };
        assert_eq!(state(&done, Stone::SystemsClassified), StoneState::Set);
        let one_more = Facts { in_scope: 3, ..done };
        assert_eq!(state(&one_more, Stone::SystemsClassified), StoneState::InProgress);
    }

    #[test]
    fn discovery_is_closed_when_every_sweep_is_and_no_candidate_waits() {
        let none = Facts { candidates_new: 3, ..Facts::default() };
        assert_eq!(state(&none, Stone::DiscoveryClosed), StoneState::InProgress);
        let open = Facts { sweeps: 4, ..Facts::default() };
        assert_eq!(state(&open, Stone::DiscoveryClosed), StoneState::InProgress);
        let waiting = Facts { sweeps: 4, sweeps_closed: 4, candidates_new: 1, ..Facts::default() };
        assert_eq!(state(&waiting, Stone::DiscoveryClosed), StoneState::InProgress);
        let closed = Facts { candidates_new: 0, ..waiting };
        assert_eq!(state(&closed, Stone::DiscoveryClosed), StoneState::Set);
        let left = Facts { areas_open: 3, ..closed };
        assert_eq!(state(&left, Stone::DiscoveryClosed), StoneState::InProgress, "three areas never began");
        let aside = Facts { areas_open: 0, areas_aside: 3, ..left };
        assert_eq!(state(&aside, Stone::DiscoveryClosed), StoneState::Set);
    }

    #[test]
    fn work_begun_shows_as_in_progress() {
        let facts = Facts { gap_lines: 70, gap_assessed: 1, ..Facts::default() };
        assert_eq!(state(&facts, Stone::BaselineFrozen), StoneState::InProgress);
        assert_eq!(state(&Facts { baseline_frozen: true, ..facts }, Stone::BaselineFrozen), StoneState::Set);
        // A new, empty assessment after one that was frozen in part.
        let again = Facts { gap_lines: 70, gap_frozen: true, ..Facts::default() };
        assert_eq!(state(&again, Stone::BaselineFrozen), StoneState::InProgress);
    }
}
