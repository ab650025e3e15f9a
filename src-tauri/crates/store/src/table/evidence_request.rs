//! Requests for evidence: what is needed from whom, until when.

use cairn_domain::requirement::RequirementRef;
use cairn_domain::state::RequestState;
use cairn_domain::time::Date;

use crate::error::Result;
use crate::row::Rows;

row! {
    /// A request; who is asked and until when are owner and due date of the record, what came is its evidence.
    "evidence_request" => EvidenceRequest {
        /// The line it is for.
        requirement: RequirementRef,
        /// What is needed.
        what: String,
        /// The department asked, where no person is named.
        department: Option<String>,
        /// What was said of the whole: asked for or withdrawn; in files of older formats also received, accepted or
        /// refused. Where it stands follows from this and its files (see [`cairn_domain::request::standing`]).
        state: RequestState,
        /// Why it was withdrawn, or refused as a whole.
        reason: Option<String>,
        /// When it was asked for.
        requested_on: Option<Date>,
        /// When something came last.
        received_on: Option<Date>,
        /// When it was withdrawn, or decided as a whole.
        decided_on: Option<Date>,
    }
}

impl Rows<'_, EvidenceRequest> {
    /// Requests for a line.
    ///
    /// # Errors
    /// When reading fails.
    pub fn about(&self, requirement: &RequirementRef) -> Result<Vec<EvidenceRequest>> {
        self.select("WHERE requirement = ?1 ORDER BY id", [requirement.to_string()])
    }
}
