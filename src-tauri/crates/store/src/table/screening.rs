//! Screening levels: how deep and how soon a system is looked at before its risks are assessed.

use std::collections::BTreeMap;

use cairn_domain::id::{MemberId, RecordId, WorkspaceId, natural_id};
use cairn_domain::state::ScreeningLevel;
use cairn_domain::time::Timestamp;

use crate::error::Result;
use crate::row::Rows;

row! {
    /// The screening of one system; never the legal tier.
    "screening" => Screening {
        /// The system.
        system: RecordId,
        /// Version of the criteria.
        criteria: String,
        /// Answers by criterion.
        answers: BTreeMap<String, String>,
        /// The level they give.
        level: ScreeningLevel,
        /// A remark.
        note: Option<String>,
        /// Who screened.
        decided_by: Option<MemberId>,
        /// When.
        decided_at: Option<Timestamp>,
    }
}

impl Rows<'_, Screening> {
    /// The screening of a system, if somebody screened it.
    ///
    /// # Errors
    /// When reading fails.
    pub fn of(&self, system: RecordId) -> Result<Option<Screening>> {
        Ok(self.select("WHERE system = ?1", [system.to_string()])?.into_iter().next())
    }
}

/// The id of a screening: the same on every laptop.
#[must_use]
pub fn screening_id(workspace: WorkspaceId, system: RecordId) -> RecordId {
    natural_id(workspace, "screening", &system.to_string())
}
