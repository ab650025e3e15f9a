//! Comments on records.

use cairn_domain::id::{MemberId, RecordId};
use cairn_domain::time::Timestamp;

use crate::error::Result;
use crate::row::Rows;

row! {
    /// A comment.
    "comment" => Comment {
        /// The record commented on.
        record: RecordId,
        /// Who wrote it.
        author: MemberId,
        /// When.
        at: Timestamp,
        /// What.
        body: String,
    }
}

impl Rows<'_, Comment> {
    /// Comments on a record, oldest first.
    ///
    /// # Errors
    /// When reading fails.
    pub fn of(&self, record: RecordId) -> Result<Vec<Comment>> {
        self.select("WHERE record = ?1 ORDER BY at, id", [record.to_string()])
    }
}
