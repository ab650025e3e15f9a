//! Controlled documents and their versions.

use cairn_domain::id::MemberId;
use cairn_domain::state::{DocumentKind, DocumentState};
use cairn_domain::time::Date;

use crate::error::Result;
use crate::row::Rows;

row! {
    /// One version of a controlled document, 7.5.
    "document" => Document {
        /// What it is.
        kind: DocumentKind,
        /// Version, from 1.
        version: i64,
        /// Where it stands.
        state: DocumentState,
        /// Hash of its content.
        content_hash: Option<String>,
        /// Who prepared it.
        prepared_by: Option<MemberId>,
        /// Who reviewed it.
        reviewed_by: Option<MemberId>,
        /// Who approved it.
        approved_by: Option<MemberId>,
        /// From when it is in force.
        effective_on: Option<Date>,
        /// When it is to be looked at again.
        next_review: Option<Date>,
        /// SHA-256 of the frozen content; names the blob.
        blob: Option<String>,
    }
}

impl Rows<'_, Document> {
    /// Versions of a kind, newest first.
    ///
    /// # Errors
    /// When reading fails.
    pub fn of_kind(&self, kind: DocumentKind) -> Result<Vec<Document>> {
        self.select("WHERE kind = ?1 ORDER BY version DESC, id DESC", [kind.as_str()])
    }
}
