//! Earlier versions of controlled documents.

use cairn_domain::id::{MemberId, RecordId};
use cairn_domain::state::DocumentState;
use cairn_domain::time::Date;

use crate::error::Result;
use crate::row::Rows;

row! {
    /// A version of a controlled document as it was when a later one took its place on the document itself.
    "document_version" => DocumentVersion {
        /// The document.
        document: RecordId,
        /// Version, from 1.
        version: i64,
        /// Where it stands: approved while it is still in force, superseded afterwards.
        state: DocumentState,
        /// Hash of its content.
        content_hash: String,
        /// SHA-256 of the frozen content; names the blob.
        blob: String,
        /// Who prepared it.
        prepared_by: Option<MemberId>,
        /// Who approved it in the program.
        approved_by: Option<MemberId>,
        /// The approval it rests on.
        approval: Option<RecordId>,
        /// From when it was in force.
        effective_on: Option<Date>,
        /// When it was to be looked at again.
        next_review: Option<Date>,
    }
}

impl Rows<'_, DocumentVersion> {
    /// Earlier versions of a document, newest first.
    ///
    /// # Errors
    /// When reading fails.
    pub fn of(&self, document: RecordId) -> Result<Vec<DocumentVersion>> {
        self.select("WHERE document = ?1 ORDER BY version DESC, id DESC", [document.to_string()])
    }
}
