//! Typed links between any two records.

use cairn_domain::id::RecordId;

use crate::error::Result;
use crate::row::Rows;

row! {
    /// A link from one record to another.
    "link" => Link {
        /// Where it starts.
        from_record: RecordId,
        /// Where it leads.
        to_record: RecordId,
        /// What it says, a kebab-case word.
        relation: String,
        /// A remark.
        note: Option<String>,
    }
}

impl Rows<'_, Link> {
    /// Links that start or end at a record.
    ///
    /// # Errors
    /// When reading fails.
    pub fn of(&self, record: RecordId) -> Result<Vec<Link>> {
        self.select("WHERE from_record = ?1 OR to_record = ?1 ORDER BY id", [record.to_string()])
    }
}
