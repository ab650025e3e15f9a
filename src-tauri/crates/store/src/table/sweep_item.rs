//! What was asked in a sweep.

use cairn_domain::id::{RecordId, WorkspaceId, natural_id};
use cairn_domain::state::SweepAnswer;
use cairn_domain::time::Date;

use crate::error::Result;
use crate::row::Rows;

row! {
    /// One thing to ask in a sweep, and what came of it. Without a row it was not asked yet.
    "sweep_item" => SweepItem {
        /// The sweep.
        sweep: RecordId,
        /// Key of the thing to ask.
        item: String,
        /// What came of it.
        answer: SweepAnswer,
        /// Who was asked.
        asked_whom: Option<String>,
        /// When.
        asked_on: Option<Date>,
        /// What they said.
        note: Option<String>,
    }
}

/// The id of an answer: the same on every laptop.
#[must_use]
pub fn sweep_item_id(workspace: WorkspaceId, sweep: RecordId, item: &str) -> RecordId {
    natural_id(workspace, "sweep_item", &format!("{sweep}/{item}"))
}

impl Rows<'_, SweepItem> {
    /// Answers of a sweep.
    ///
    /// # Errors
    /// When reading fails.
    pub fn of(&self, sweep: RecordId) -> Result<Vec<SweepItem>> {
        self.select("WHERE sweep = ?1 ORDER BY item", [sweep.to_string()])
    }
}
