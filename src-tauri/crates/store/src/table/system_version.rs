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
    /// Versions of a system, earliest first; one without a date stands where it was noted.
    ///
    /// # Errors
    /// When reading fails.
    pub fn of(&self, system: RecordId) -> Result<Vec<SystemVersion>> {
        let mut rows = self.select("WHERE system = ?1", [system.to_string()])?;
        rows.sort_by_cached_key(|row| (row.since_on.clone().or_else(|| row.id.drawn_on()), row.id));
        Ok(rows)
    }
}
