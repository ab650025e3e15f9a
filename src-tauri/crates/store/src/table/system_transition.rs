//! The life cycle of systems: dated steps from one state to the next.

use cairn_domain::id::RecordId;
use cairn_domain::system::SystemStatus;
use cairn_domain::time::Date;

use crate::error::Result;
use crate::row::Rows;

row! {
    /// A system came into a state on a day.
    "system_transition" => SystemTransition {
        /// The system.
        system: RecordId,
        /// The state it came into.
        status: SystemStatus,
        /// When it happened, which may be before it was recorded.
        happened_on: Date,
        /// Why, or who decided.
        note: Option<String>,
    }
}

impl Rows<'_, SystemTransition> {
    /// Steps of a system, earliest first.
    ///
    /// # Errors
    /// When reading fails.
    pub fn of(&self, system: RecordId) -> Result<Vec<SystemTransition>> {
        self.select("WHERE system = ?1 ORDER BY happened_on, id", [system.to_string()])
    }
}
