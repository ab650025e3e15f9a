//! Classification decisions of systems.

use cairn_domain::id::{MemberId, RecordId};
use cairn_domain::state::ClassificationState;
use cairn_domain::time::{Date, Timestamp};

use crate::error::Result;
use crate::row::Rows;

row! {
    /// One classification of one system under one version of a rule pack. A later one is a new row.
    "classification" => Classification {
        /// The system.
        system: RecordId,
        /// Id of the rule pack.
        pack: String,
        /// Its version.
        pack_version: String,
        /// SHA-256 of its bytes in hexadecimal.
        pack_sha256: String,
        /// Answers by question.
        answers: serde_json::Value,
        /// Written reasons by question.
        notes: serde_json::Value,
        /// What the rules gave.
        result: Option<serde_json::Value>,
        /// The tier, none while provisional.
        tier: Option<String>,
        /// Whether something relevant is unknown.
        provisional: bool,
        /// Where it stands.
        state: ClassificationState,
        /// Who decided.
        decided_by: Option<MemberId>,
        /// When.
        decided_at: Option<Timestamp>,
        /// When to look at it again.
        review_on: Option<Date>,
    }
}

impl Rows<'_, Classification> {
    /// All classifications of a system, newest first.
    ///
    /// # Errors
    /// When reading fails.
    pub fn of(&self, system: RecordId) -> Result<Vec<Classification>> {
        self.select("WHERE system = ?1 ORDER BY id DESC", [system.to_string()])
    }

    /// The newest one of a system in a state: the decision in force, or the draft.
    ///
    /// # Errors
    /// When reading fails.
    pub fn latest(&self, system: RecordId, state: ClassificationState) -> Result<Option<Classification>> {
        let tail = "WHERE system = ?1 AND state = ?2 ORDER BY id DESC LIMIT 1";
        Ok(self.select(tail, [system.to_string().as_str(), state.as_str()])?.into_iter().next())
    }

    /// Every classification in a state, for counts and the register.
    ///
    /// # Errors
    /// When reading fails.
    pub fn in_state(&self, state: ClassificationState) -> Result<Vec<Classification>> {
        self.select("WHERE state = ?1 ORDER BY id", [state.as_str()])
    }
}
