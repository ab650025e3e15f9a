//! Obligations of a system that somebody keeps track of.

use cairn_domain::id::{RecordId, WorkspaceId, natural_id};
use cairn_domain::state::ObligationStatus;

use crate::error::Result;
use crate::row::Rows;

row! {
    /// One duty for one system; owner and due date are on the record. Without a row it is open.
    "obligation" => Obligation {
        /// The system.
        system: RecordId,
        /// Rule pack it comes from.
        pack: String,
        /// Its id in the pack.
        obligation: String,
        /// Where it stands.
        status: ObligationStatus,
        /// Why it is not ours, or a remark.
        reason: Option<String>,
    }
}

/// The id of an obligation: the same on every laptop.
#[must_use]
pub fn obligation_id(workspace: WorkspaceId, system: RecordId, pack: &str, obligation: &str) -> RecordId {
    natural_id(workspace, "obligation", &format!("{system}/{pack}/{obligation}"))
}

impl Rows<'_, Obligation> {
    /// Obligations of a system.
    ///
    /// # Errors
    /// When reading fails.
    pub fn of(&self, system: RecordId) -> Result<Vec<Obligation>> {
        self.select("WHERE system = ?1 ORDER BY pack, obligation", [system.to_string()])
    }
}
