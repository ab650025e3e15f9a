//! What counts from another framework: a person's word on each line the crosswalk proposes.

use cairn_domain::id::{MemberId, RecordId, WorkspaceId, natural_id};
use cairn_domain::requirement::RequirementRef;
use cairn_domain::state::ReuseState;
use cairn_domain::time::Timestamp;

use crate::error::Result;
use crate::row::Rows;

row! {
    /// A decision on one proposal. Without a row it is a candidate.
    "reuse" => Reuse {
        /// The assessment it counts for.
        assessment: RecordId,
        /// The line it counts for.
        requirement: RequirementRef,
        /// The requirement of the other framework that is met.
        source: RequirementRef,
        /// Crosswalk rows it goes over, first hop first, as JSON.
        via: serde_json::Value,
        /// Accepted or declined.
        state: ReuseState,
        /// Why.
        note: Option<String>,
        /// Who decided.
        decided_by: Option<MemberId>,
        /// When.
        decided_at: Option<Timestamp>,
    }
}

/// The id of a decision: the same on every laptop.
#[must_use]
pub fn reuse_id(
    workspace: WorkspaceId,
    assessment: RecordId,
    requirement: &RequirementRef,
    source: &RequirementRef,
) -> RecordId {
    natural_id(workspace, "reuse", &format!("{assessment}/{requirement}/{source}"))
}

impl Rows<'_, Reuse> {
    /// Decisions for an assessment.
    ///
    /// # Errors
    /// When reading fails.
    pub fn of(&self, assessment: RecordId) -> Result<Vec<Reuse>> {
        self.select("WHERE assessment = ?1 ORDER BY requirement, source", [assessment.to_string()])
    }
}
