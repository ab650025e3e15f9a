//! Versions of systems.

use cairn_domain::id::RecordId;
use cairn_domain::time::Date;

use crate::error::Result;
use crate::row::Rows;

row! {
    /// A version of a system that was or is in use.
    "system_version" => SystemVersion {
        /// The system.
        system: RecordId,
        /// Its name, for example `2.3`.
        version: String,
        /// Since when.
        since_on: Option<Date>,
        /// What changed.
        change: Option<String>,
        /// What the change means for the people affected and for earlier decisions.
        effects: Option<String>,
    }
}

impl Rows<'_, SystemVersion> {
    /// Versions of a system, earliest first.
    ///
    /// # Errors
    /// When reading fails.
    pub fn of(&self, system: RecordId) -> Result<Vec<SystemVersion>> {
        self.select("WHERE system = ?1 ORDER BY since_on, id", [system.to_string()])
    }
}
