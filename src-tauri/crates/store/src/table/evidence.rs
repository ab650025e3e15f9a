//! Evidence: a file or a reference that shows something was done.

use cairn_domain::id::RecordId;
use cairn_domain::time::{Date, Timestamp};

use crate::error::Result;
use crate::row::{Rows, first};

row! {
    /// A piece of evidence; the title is on the record.
    "evidence" => Evidence {
        /// SHA-256 of the file in hexadecimal, where a file is attached; names the blob.
        sha256: Option<String>,
        /// Name the file came with.
        file_name: Option<String>,
        /// Its media type.
        media_type: Option<String>,
        /// Its size in bytes.
        size: Option<i64>,
        /// Where the original is, if it is not attached.
        reference: Option<String>,
        /// The day it shows something for.
        effective_on: Option<Date>,
        /// When it was added.
        uploaded_at: Timestamp,
        /// The last day it may be relied on.
        valid_until: Option<Date>,
        /// A remark.
        note: Option<String>,
    }
}

impl Rows<'_, Evidence> {
    /// Evidence attached to a record and not deleted.
    ///
    /// # Errors
    /// When reading fails.
    pub fn of(&self, record: RecordId) -> Result<Vec<Evidence>> {
        self.select(
            "WHERE id IN (SELECT evidence FROM evidence_use WHERE record = ?1) \
             AND id IN (SELECT id FROM record WHERE deleted_at IS NULL) ORDER BY id",
            [record.to_string()],
        )
    }

    /// Evidence with the same bytes, if any.
    ///
    /// # Errors
    /// When reading fails.
    pub fn by_sha256(&self, sha256: &str) -> Result<Vec<Evidence>> {
        self.select("WHERE sha256 = ?1 ORDER BY id", [sha256])
    }

    /// Bytes of all files attached as evidence that is not deleted, the same bytes counted once. What else is kept in
    /// pieces, such as approved versions of documents, is no evidence.
    ///
    /// # Errors
    /// When reading fails.
    pub fn total_size(&self) -> Result<u64> {
        let used = "SELECT coalesce(sum(size), 0) FROM blob WHERE sha256 IN (SELECT evidence.sha256 FROM evidence \
                    JOIN record ON record.id = evidence.id WHERE record.deleted_at IS NULL)";
        let total = first(self.conn, used, [], |row| row.get::<_, i64>(0))?;
        Ok(total.unwrap_or(0).unsigned_abs())
    }
}
