//! Answers to must-items.

use cairn_domain::gap::Answer;
use cairn_domain::id::{RecordId, WorkspaceId, natural_id};
use cairn_domain::time::Date;

use crate::error::Result;
use crate::row::Rows;

row! {
    /// The answer to one must-item of one line.
    "gap_answer" => GapAnswer {
        /// The line.
        line: RecordId,
        /// Key of the item in the pack.
        item: String,
        /// Yes, in part, no, not sure.
        answer: Answer,
        /// The record that shows it.
        record_seen: Option<String>,
        /// The date of that record.
        seen_on: Option<Date>,
        /// Who keeps it.
        seen_owner: Option<String>,
    }
}

/// The id of an answer: the same on every laptop.
#[must_use]
pub fn gap_answer_id(workspace: WorkspaceId, line: RecordId, item: &str) -> RecordId {
    natural_id(workspace, "gap_answer", &format!("{line}/{item}"))
}

impl Rows<'_, GapAnswer> {
    /// Answers of a line, by item.
    ///
    /// # Errors
    /// When reading fails.
    pub fn of(&self, line: RecordId) -> Result<Vec<GapAnswer>> {
        self.select("WHERE line = ?1 ORDER BY item", [line.to_string()])
    }

    /// Answers of all lines of an assessment.
    ///
    /// # Errors
    /// When reading fails.
    pub fn of_assessment(&self, assessment: RecordId) -> Result<Vec<GapAnswer>> {
        let tail = "WHERE line IN (SELECT id FROM gap_line WHERE assessment = ?1) ORDER BY line, item";
        self.select(tail, [assessment.to_string()])
    }
}
