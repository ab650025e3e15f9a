//! Approvals: requests and what became of them.

use cairn_domain::id::{MemberId, RecordId};
use cairn_domain::state::{ApprovalManner, ApprovalState};
use cairn_domain::time::Timestamp;

use crate::error::Result;
use crate::row::Rows;

row! {
    /// An approval of one version of one record, bound to a hash of its content.
    "approval" => Approval {
        /// What is to be approved.
        subject_record: RecordId,
        /// Its version.
        version: i64,
        /// Hash of the content; other content makes the approval stale.
        content_hash: String,
        /// Where it stands.
        state: ApprovalState,
        /// How it was given.
        how: Option<ApprovalManner>,
        /// Who asked.
        requested_by: Option<MemberId>,
        /// When.
        requested_at: Option<Timestamp>,
        /// Who decided in the program.
        decided_by: Option<MemberId>,
        /// When it was decided; for one on paper the day on the paper.
        decided_at: Option<Timestamp>,
        /// Who signed on paper.
        signatory: Option<String>,
        /// Why; asked for at a rejection and an override.
        reason: Option<String>,
        /// The signed page, minutes or e-mail.
        evidence: Option<RecordId>,
        /// Who recorded an approval on paper.
        recorded_by: Option<MemberId>,
    }
}

impl Rows<'_, Approval> {
    /// Approvals of a record, newest first.
    ///
    /// # Errors
    /// When reading fails.
    pub fn of(&self, subject: RecordId) -> Result<Vec<Approval>> {
        self.select("WHERE subject_record = ?1 ORDER BY id DESC", [subject.to_string()])
    }

    /// Requests nobody has answered yet, oldest first.
    ///
    /// # Errors
    /// When reading fails.
    pub fn waiting(&self) -> Result<Vec<Approval>> {
        self.select("WHERE state = ?1 ORDER BY id", [ApprovalState::Requested.as_str()])
    }
}
