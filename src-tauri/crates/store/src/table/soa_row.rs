//! Rows of the Statement of Applicability.

use std::collections::BTreeSet;

use cairn_domain::id::{RecordId, WorkspaceId, natural_id};
use cairn_domain::requirement::RequirementRef;
use cairn_domain::soa::{Decision, Delivery, ExclusionBasis, Reason};

use crate::error::Result;
use crate::row::Rows;

row! {
    /// The decision on one control, 6.1.3. A control without a row is not decided.
    "soa_row" => SoaRow {
        /// The control.
        control: RequirementRef,
        /// Included, excluded or not decided.
        decision: Decision,
        /// Reasons for inclusion.
        reasons: BTreeSet<Reason>,
        /// The facts, in words.
        justification: Option<String>,
        /// Ground of an exclusion.
        exclusion_basis: Option<ExclusionBasis>,
        /// Who delivers it.
        delivery: Option<Delivery>,
        /// The contract behind a provider's delivery.
        delivery_note: Option<String>,
        /// What the reasons for inclusion rest on: by reason, ids of records or requirements.
        reason_links: Option<serde_json::Value>,
    }
}

/// The id of a row: the same on every laptop.
#[must_use]
pub fn soa_row_id(workspace: WorkspaceId, control: &RequirementRef) -> RecordId {
    natural_id(workspace, "soa_row", &control.to_string())
}

impl Rows<'_, SoaRow> {
    /// The row of a control, if it was ever touched.
    ///
    /// # Errors
    /// When reading fails.
    pub fn by_control(&self, control: &RequirementRef) -> Result<Option<SoaRow>> {
        Ok(self.select("WHERE control = ?1", [control.to_string()])?.into_iter().next())
    }
}
