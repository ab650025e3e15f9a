//! Packs adopted by the workspace; their bytes are blobs.

use cairn_domain::id::{RecordId, WorkspaceId, natural_id};
use cairn_domain::state::PackState;

use crate::error::Result;
use crate::row::Rows;

row! {
    /// One version of a framework, crosswalk or rule pack.
    "pack" => Pack {
        /// Id of the pack.
        pack: String,
        /// Its version.
        version: String,
        /// Its date as stated in the pack.
        date: String,
        /// SHA-256 of its bytes in hexadecimal; names the blob.
        sha256: String,
        /// Whether new decisions use it.
        state: PackState,
    }
}

/// The id of an adopted version: the same on every laptop.
#[must_use]
pub fn pack_id(workspace: WorkspaceId, pack: &str, version: &str) -> RecordId {
    natural_id(workspace, "pack", &format!("{pack}/{version}"))
}

impl Rows<'_, Pack> {
    /// The version in use.
    ///
    /// # Errors
    /// When reading fails.
    pub fn current(&self, pack: &str) -> Result<Option<Pack>> {
        let tail = "WHERE pack = ?1 AND state = ?2 ORDER BY id DESC LIMIT 1";
        Ok(self.select(tail, [pack, PackState::Current.as_str()])?.into_iter().next())
    }
}
