//! Lines of gap assessments: one per sub-clause or control that somebody has looked at.

use cairn_domain::gap::{Confidence, Conformity, Grade, Maturity};
use cairn_domain::id::{MemberId, RecordId, WorkspaceId, natural_id};
use cairn_domain::requirement::RequirementRef;
use cairn_domain::state::Pass;
use cairn_domain::time::Date;

use crate::error::Result;
use crate::row::Rows;

row! {
    /// One assessed line. A line without a row is not assessed.
    "gap_line" => GapLine {
        /// The assessment.
        assessment: RecordId,
        /// The sub-clause or control.
        requirement: RequirementRef,
        /// Conformity; none while not assessed.
        conformity: Option<Conformity>,
        /// Maturity; optional, never merged with conformity.
        maturity: Option<Maturity>,
        /// What was found.
        statement: Option<String>,
        /// Our forecast of the grade.
        grade: Option<Grade>,
        /// How sure the assessor is.
        confidence: Option<Confidence>,
        /// Who assessed it.
        assessor: Option<MemberId>,
        /// A remark.
        note: Option<String>,
        /// The fact by which a control is probably not needed; a proposal for the SoA, never a decision.
        not_needed_fact: Option<String>,
        /// Which way through the lines it was last assessed on.
        pass: Option<Pass>,
        /// When it was last assessed.
        assessed_on: Option<Date>,
    }
}

/// The id of a line: the same on every laptop.
#[must_use]
pub fn gap_line_id(workspace: WorkspaceId, assessment: RecordId, requirement: &RequirementRef) -> RecordId {
    natural_id(workspace, "gap_line", &format!("{assessment}/{requirement}"))
}

impl Rows<'_, GapLine> {
    /// Lines of an assessment; their order is the framework's, which the caller knows.
    ///
    /// # Errors
    /// When reading fails.
    pub fn of(&self, assessment: RecordId) -> Result<Vec<GapLine>> {
        self.select("WHERE assessment = ?1 ORDER BY requirement", [assessment.to_string()])
    }

    /// Lines about a requirement in any assessment, newest assessment first.
    ///
    /// # Errors
    /// When reading fails.
    pub fn about(&self, requirement: &RequirementRef) -> Result<Vec<GapLine>> {
        self.select("WHERE requirement = ?1 ORDER BY assessment DESC", [requirement.to_string()])
    }
}
