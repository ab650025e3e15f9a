//! Actions: the one list of things to do.

use cairn_domain::id::RecordId;
use cairn_domain::state::ActionStatus;
use cairn_domain::time::Date;

use crate::error::Result;
use crate::row::Rows;

row! {
    /// Something to do; title, owner and due date are on the record.
    "action" => Action {
        /// The record it comes from.
        source_record: Option<RecordId>,
        /// What is to be done.
        text: Option<String>,
        /// Where it stands.
        status: ActionStatus,
        /// Why it was dropped.
        drop_reason: Option<String>,
        /// What the check of its effect showed, 10.2.
        effectiveness: Option<String>,
        /// When work on it is to begin.
        starts_on: Option<Date>,
        /// Working days it is thought to take.
        effort_days: Option<i64>,
    }
}

impl Rows<'_, Action> {
    /// Actions that come from a record.
    ///
    /// # Errors
    /// When reading fails.
    pub fn of(&self, source: RecordId) -> Result<Vec<Action>> {
        self.select("WHERE source_record = ?1 ORDER BY id", [source.to_string()])
    }

    /// Actions that are open or in progress and not deleted.
    ///
    /// # Errors
    /// When reading fails.
    pub fn unfinished(&self) -> Result<Vec<Action>> {
        let tail =
            "WHERE status IN (?1, ?2) AND id IN (SELECT id FROM record WHERE deleted_at IS NULL) ORDER BY id";
        self.select(tail, [ActionStatus::Open.as_str(), ActionStatus::InProgress.as_str()])
    }
}
