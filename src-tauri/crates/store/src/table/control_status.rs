//! How far a control is put to work, per system or for the organisation.

use cairn_domain::id::{RecordId, WorkspaceId, natural_id};
use cairn_domain::requirement::RequirementRef;
use cairn_domain::soa::ControlStatus as Status;

use crate::error::Result;
use crate::row::Rows;

row! {
    /// Status of one control, for one system or organisation-wide.
    "control_status" => ControlStatus {
        /// The control.
        control: RequirementRef,
        /// The system; none for the whole organisation.
        system: Option<RecordId>,
        /// How far it is.
        status: Status,
    }
}

/// The id of a status: the same on every laptop.
#[must_use]
pub fn control_status_id(
    workspace: WorkspaceId,
    control: &RequirementRef,
    system: Option<RecordId>,
) -> RecordId {
    let system = system.map(|id| id.to_string()).unwrap_or_default();
    natural_id(workspace, "control_status", &format!("{control}/{system}"))
}

impl Rows<'_, ControlStatus> {
    /// Statuses of a control.
    ///
    /// # Errors
    /// When reading fails.
    pub fn of(&self, control: &RequirementRef) -> Result<Vec<ControlStatus>> {
        self.select("WHERE control = ?1 ORDER BY system", [control.to_string()])
    }
}
