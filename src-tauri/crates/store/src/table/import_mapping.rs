//! Column mappings of imports, remembered by the header they fit.

use cairn_domain::id::{RecordId, WorkspaceId, natural_id};

use crate::error::Result;
use crate::row::Rows;

row! {
    /// A mapping from columns of a sheet to fields.
    "import_mapping" => ImportMapping {
        /// What people call it.
        name: String,
        /// What it imports, for example `system`.
        kind: String,
        /// SHA-256 of the normalised header in hexadecimal.
        header_sha256: String,
        /// The mapping.
        mapping: serde_json::Value,
    }
}

/// The id of a mapping: one per kind and header.
#[must_use]
pub fn import_mapping_id(workspace: WorkspaceId, kind: &str, header_sha256: &str) -> RecordId {
    natural_id(workspace, "import_mapping", &format!("{kind}/{header_sha256}"))
}

impl Rows<'_, ImportMapping> {
    /// The mapping for a header.
    ///
    /// # Errors
    /// When reading fails.
    pub fn for_header(&self, kind: &str, header_sha256: &str) -> Result<Option<ImportMapping>> {
        let tail = "WHERE kind = ?1 AND header_sha256 = ?2";
        Ok(self.select(tail, [kind, header_sha256])?.into_iter().next())
    }
}
