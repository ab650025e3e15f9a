//! Statement of Applicability: decisions, reasons, control status, and the checks an auditor would make.
//!
//! 6.1.3 asks for the necessary controls and a justification for each inclusion and exclusion. Status, owner and
//! evidence are practice, not text of ISO/IEC 42001; they are shown because auditors expect them.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::gap::Conformity;
use crate::record::RecordKind;
use crate::words;

words! {
    /// Decision on one control. An absent row is not decided.
    Decision = "soa-decision" {
        /// Necessary.
        Included = "included",
        /// Not necessary, with a reason.
        Excluded = "excluded",
        /// Nobody has decided.
        NotDecided = "not-decided",
    }
}

words! {
    /// Who delivers an included control.
    Delivery = "delivery" {
        /// We do.
        Own = "own",
        /// We and a provider do.
        Shared = "shared",
        /// A provider does, under a contract and with evidence; counted as included.
        Provider = "provider",
    }
}

words! {
    /// How far a control is in place.
    ControlStatus = "control-status" {
        /// Nothing done.
        NotStarted = "not-started",
        /// Decided and scheduled.
        Planned = "planned",
        /// Partly done.
        InPart = "in-part",
        /// Done.
        InPlace = "in-place",
        /// Done, and records show it.
        InPlaceWithRecords = "in-place-with-records",
    }
}

words! {
    /// Why a control is included.
    Reason = "inclusion-reason" {
        /// A risk is treated by it.
        RiskTreatment = "risk-treatment",
        /// A law asks for it.
        Law = "law",
        /// A contract asks for it.
        Contract = "contract",
        /// An AI objective needs it.
        Objective = "ai-objective",
        /// Our own policy asks for it.
        OwnPolicy = "own-policy",
        /// Good practice.
        GoodPractice = "good-practice",
    }
}

impl Reason {
    /// Kinds of records that a reason can rest on.
    #[must_use]
    pub const fn records(self) -> &'static [RecordKind] {
        match self {
            Self::Law => &[RecordKind::Obligation, RecordKind::Evidence],
            Self::Contract | Self::OwnPolicy => &[RecordKind::Document, RecordKind::Evidence],
            Self::RiskTreatment | Self::Objective => {
                &[RecordKind::Action, RecordKind::Document, RecordKind::Evidence]
            }
            Self::GoodPractice => &[RecordKind::Document, RecordKind::Evidence],
        }
    }

    /// Whether a reason can rest on an entry of a framework: an article of a law, or a line of other good practice.
    #[must_use]
    pub const fn requirements(self) -> bool {
        matches!(self, Self::Law | Self::GoodPractice)
    }
}

words! {
    /// The two grounds on which a control may be left out.
    ExclusionBasis = "exclusion-basis" {
        /// The risk assessment does not need it.
        NotNeededByRisk = "not-needed-by-risk",
        /// Outside requirements do not ask for it, or exempt it.
        NotRequired = "not-required-or-exempt",
    }
}

/// One row with the facts its checks need.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Row {
    /// The control, for example `A.6.2.4`.
    pub control: String,
    /// The decision, none while not decided.
    pub decision: Option<Decision>,
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
    /// Weakest status over the systems in scope.
    pub status: Option<ControlStatus>,
    /// Latest conformity of the same control in the gap analysis.
    pub conformity: Option<Conformity>,
    /// Whether somebody owns it.
    pub has_owner: bool,
    /// Evidence attached.
    pub evidence: u32,
    /// A fact by which a gap interview marked it "probably not needed"; a proposal, never a decision.
    pub not_needed_fact: Option<String>,
}

words! {
    /// How much a finding weighs.
    Weight = "check-weight" {
        /// Must be mended before approval.
        Stop = "stop",
        /// Should be looked at.
        Attention = "attention",
        /// Fine.
        Met = "met",
    }
}

/// One check on a row and how it came out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Check {
    /// Key of the message, `soa-check-<code>`.
    pub code: String,
    /// How it came out.
    pub weight: Weight,
}

/// The decision, with an absent one read as not decided.
impl Row {
    /// The decision of the row.
    #[must_use]
    pub fn decided(&self) -> Decision {
        self.decision.unwrap_or(Decision::NotDecided)
    }

    /// Whether it is excluded although something outside our own choice needs it.
    #[must_use]
    pub fn excluded_but_needed(&self) -> bool {
        self.decided() == Decision::Excluded && self.shown_reasons().next().is_some()
    }

    /// The reasons that count for the decision: of an excluded control only those that contradict it.
    pub fn shown_reasons(&self) -> impl Iterator<Item = Reason> {
        let needed =
            |reason: &Reason| matches!(reason, Reason::RiskTreatment | Reason::Law | Reason::Contract);
        let excluded = self.decided() == Decision::Excluded;
        self.reasons.iter().copied().filter(move |reason| !excluded || needed(reason))
    }

    /// Whether the row rests on a risk assessment or treatment that nobody has approved yet (6.1.3).
    #[must_use]
    pub fn ahead_of_treatment(&self, treatment_approved: bool) -> bool {
        !treatment_approved
            && match self.decided() {
                Decision::Included => self.reasons.contains(&Reason::RiskTreatment),
                Decision::Excluded => self.exclusion_basis == Some(ExclusionBasis::NotNeededByRisk),
                Decision::NotDecided => false,
            }
    }
}

/// Runs every check on one row. `same_justification` tells that another row carries the very same sentence,
/// `treatment_approved` that a risk treatment is approved.
#[must_use]
pub fn checks(row: &Row, same_justification: bool, treatment_approved: bool) -> Vec<Check> {
    let mut found = Vec::new();
    let mut add = |code: &str, weight| {
        found.push(Check { code: code.to_owned(), weight });
    };
    match row.decided() {
        Decision::NotDecided => {
            add("not-decided", Weight::Stop);
            if row.not_needed_fact.is_some() {
                add("proposed-not-needed", Weight::Attention);
            }
            return found;
        }
        Decision::Included => {
            if row.reasons.is_empty() {
                add("no-reason", Weight::Stop);
            }
            if !row.has_owner {
                add("no-owner", Weight::Attention);
            }
            if row.status == Some(ControlStatus::InPlaceWithRecords) && row.evidence == 0 {
                add("records-without-evidence", Weight::Stop);
            }
            if row.delivery.is_some_and(|d| d != Delivery::Own) && row.delivery_note.trim().is_empty() {
                add("provider-without-contract", Weight::Attention);
            }
            if disagrees(row.status, row.conformity) {
                add("status-against-gap", Weight::Attention);
            }
        }
        Decision::Excluded => {
            if row.exclusion_basis.is_none() {
                add("no-exclusion-basis", Weight::Stop);
            }
            if row.excluded_but_needed() {
                add("excluded-but-needed", Weight::Stop);
            }
        }
    }
    if row.ahead_of_treatment(treatment_approved) {
        add("ahead-of-treatment", Weight::Attention);
    }
    if row.justification.trim().is_empty() {
        add("no-justification", Weight::Stop);
    } else if same_justification {
        add("same-justification", Weight::Attention);
    } else {
        add("justification-written", Weight::Met);
    }
    found
}

/// Whether status and latest conformity tell different stories.
fn disagrees(status: Option<ControlStatus>, conformity: Option<Conformity>) -> bool {
    match (status, conformity) {
        (Some(ControlStatus::InPlaceWithRecords), Some(found)) => found < Conformity::ShownByRecords,
        (Some(ControlStatus::InPlace), Some(found)) => found < Conformity::OnPaper,
        (Some(ControlStatus::NotStarted | ControlStatus::Planned) | None, Some(found)) => {
            found >= Conformity::OnPaper
        }
        _ => false,
    }
}

/// The weakest of several statuses; none when there is none.
#[must_use]
pub fn weakest(statuses: impl IntoIterator<Item = ControlStatus>) -> Option<ControlStatus> {
    statuses.into_iter().min()
}

/// Counts of a whole statement; every sentence on its cover is made of these.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "SoaCounts")]
pub struct Counts {
    /// Rows in all, 38 for Annex A plus own controls.
    pub rows: u32,
    /// Included, provider-delivered ones among them.
    pub included: u32,
    /// Excluded.
    pub excluded: u32,
    /// Not decided.
    pub not_decided: u32,
    /// Included and delivered, wholly or partly, by a provider.
    pub by_provider: u32,
    /// Rows with no check that must be mended.
    pub complete: u32,
}

impl Counts {
    /// Counts rows with their checks.
    pub fn of<'a>(rows: impl IntoIterator<Item = (&'a Row, &'a [Check])>) -> Self {
        let mut counts = Self::default();
        for (row, checks) in rows {
            counts.rows += 1;
            match row.decided() {
                Decision::Included => counts.included += 1,
                Decision::Excluded => counts.excluded += 1,
                Decision::NotDecided => counts.not_decided += 1,
            }
            if row.decided() == Decision::Included && row.delivery.is_some_and(|d| d != Delivery::Own) {
                counts.by_provider += 1;
            }
            if checks.iter().all(|check| check.weight != Weight::Stop) {
                counts.complete += 1;
            }
        }
        counts
    }

    /// Rows decided either way.
    #[must_use]
    pub const fn decided(&self) -> u32 {
        self.included + self.excluded
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn included() -> Row {
        Row {
            control: "A.2.2".to_owned(),
            decision: Some(Decision::Included),
            reasons: [Reason::OwnPolicy].into(),
            justification: "Policy 2.0 sets duties.".to_owned(),
            status: Some(ControlStatus::InPlace),
            has_owner: true,
            evidence: 1,
            ..Row::default()
        }
    }

    fn codes(row: &Row) -> Vec<String> {
        checks(row, false, true).into_iter().filter(|c| c.weight != Weight::Met).map(|c| c.code).collect()
    }

    #[test]
    fn a_complete_row_has_nothing_to_mend() {
        assert!(codes(&included()).is_empty());
    }

    #[test]
    fn every_rule_is_seen() {
        let base = included();
        let cases: [(Row, &str); 8] = [
            (Row { decision: None, ..base.clone() }, "not-decided"),
            (Row { reasons: BTreeSet::new(), ..base.clone() }, "no-reason"),
            (Row { justification: " ".to_owned(), ..base.clone() }, "no-justification"),
            (Row { has_owner: false, ..base.clone() }, "no-owner"),
            (
                Row { status: Some(ControlStatus::InPlaceWithRecords), evidence: 0, ..base.clone() },
                "records-without-evidence",
            ),
            (Row { delivery: Some(Delivery::Provider), ..base.clone() }, "provider-without-contract"),
            (Row { conformity: Some(Conformity::NotAddressed), ..base.clone() }, "status-against-gap"),
            (
                Row {
                    decision: Some(Decision::Excluded),
                    reasons: [Reason::RiskTreatment].into(),
                    exclusion_basis: Some(ExclusionBasis::NotNeededByRisk),
                    ..base
                },
                "excluded-but-needed",
            ),
        ];
        for (row, code) in cases {
            assert_eq!(codes(&row), [code]);
        }
    }

    #[test]
    fn what_rests_on_a_treatment_that_is_not_approved_is_noticed() {
        let treated = Row { reasons: [Reason::RiskTreatment, Reason::Law].into(), ..included() };
        let left_out = Row {
            decision: Some(Decision::Excluded),
            reasons: BTreeSet::new(),
            exclusion_basis: Some(ExclusionBasis::NotNeededByRisk),
            ..included()
        };
        let noticed = |row: &Row, approved| {
            checks(row, false, approved).iter().any(|check| check.code == "ahead-of-treatment")
        };
        for row in [&treated, &left_out] {
            assert!(noticed(row, false) && !noticed(row, true));
        }
        let exempt = Row { exclusion_basis: Some(ExclusionBasis::NotRequired), ..left_out };
        for row in [&included(), &exempt, &Row::default()] {
            assert!(!noticed(row, false));
        }
    }

    #[test]
    fn only_reasons_that_contradict_an_exclusion_stay_with_it() {
        let excluded = |reasons: BTreeSet<Reason>| Row {
            decision: Some(Decision::Excluded),
            exclusion_basis: Some(ExclusionBasis::NotRequired),
            reasons,
            ..Row::default()
        };
        let harmless = excluded([Reason::OwnPolicy, Reason::GoodPractice].into());
        assert!(!harmless.excluded_but_needed() && harmless.shown_reasons().next().is_none());
        let needed = excluded([Reason::OwnPolicy, Reason::Law].into());
        assert!(needed.excluded_but_needed());
        assert_eq!(needed.shown_reasons().collect::<Vec<_>>(), [Reason::Law]);
        assert_eq!(included().shown_reasons().count(), 1);
    }

    #[test]
    fn an_interview_only_proposes() {
        let row = Row { not_needed_fact: Some("No own models".to_owned()), ..Row::default() };
        assert_eq!(row.decided(), Decision::NotDecided);
        assert_eq!(codes(&row), ["not-decided", "proposed-not-needed"]);
    }

    #[test]
    fn counts_add_up_and_a_providers_control_is_included() {
        let rows = [
            Row { delivery: Some(Delivery::Provider), delivery_note: "Contract 7".to_owned(), ..included() },
            Row { decision: Some(Decision::Excluded), ..Row::default() },
            Row::default(),
        ];
        let checked: Vec<Vec<Check>> = rows.iter().map(|row| checks(row, false, true)).collect();
        let counts = Counts::of(rows.iter().zip(checked.iter().map(Vec::as_slice)));
        assert_eq!((counts.rows, counts.included, counts.excluded, counts.not_decided), (3, 1, 1, 1));
        assert_eq!((counts.by_provider, counts.complete, counts.decided()), (1, 1, 2));
    }
}
