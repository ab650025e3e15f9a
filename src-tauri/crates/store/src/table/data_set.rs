//! Sets of data that systems were trained, validated or tested with.

use cairn_domain::id::RecordId;
use cairn_domain::system::Known;

use crate::error::Result;
use crate::row::Rows;

row! {
    /// A set of data of one system.
    "data_set" => DataSet {
        /// The system.
        system: RecordId,
        /// Its id or name, as its keeper calls it.
        name: String,
        /// Where it comes from, and by what right it is used.
        provenance: Option<String>,
        /// Whether it holds personal data.
        personal_data: Option<Known>,
        /// Whether it holds special categories of personal data.
        special_categories: Option<Known>,
        /// What it is used for, or a remark.
        note: Option<String>,
    }
}

impl Rows<'_, DataSet> {
    /// Sets of a system, in the order in which they were noted.
    ///
    /// # Errors
    /// When reading fails.
    pub fn of(&self, system: RecordId) -> Result<Vec<DataSet>> {
        self.select("WHERE system = ?1 ORDER BY id", [system.to_string()])
    }
}
