//! Classification decisions of systems.

use cairn_domain::id::{MemberId, RecordId};
use cairn_domain::state::ClassificationState;
use cairn_domain::time::{Date, Timestamp};

use crate::error::{Result, StoreError};
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
        /// What the register said of the system when it was decided, by field; see `cairn_domain::system::DECIDING`.
        facts: Option<serde_json::Value>,
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

    /// The newest one of a system under a rule pack in a state: the decision in force, or the draft.
    ///
    /// # Errors
    /// When reading fails.
    pub fn latest(
        &self,
        system: RecordId,
        pack: &str,
        state: ClassificationState,
    ) -> Result<Option<Classification>> {
        let tail = "WHERE system = ?1 AND pack = ?2 AND state = ?3 ORDER BY id DESC LIMIT 1";
        Ok(self.select(tail, [system.to_string().as_str(), pack, state.as_str()])?.into_iter().next())
    }

    /// Systems of the register without a decision in force under a rule pack, with their codes, in the order of codes.
    ///
    /// # Errors
    /// When reading fails.
    pub fn undecided(&self, pack: &str) -> Result<Vec<(RecordId, Option<String>)>> {
        let sql = "SELECT s.id, r.code FROM ai_system s JOIN record r ON r.id = s.id WHERE r.deleted_at IS NULL \
                   AND NOT EXISTS (SELECT 1 FROM classification c WHERE c.system = s.id AND c.pack = ?1 \
                   AND c.state = ?2) ORDER BY length(r.code), r.code, s.id";
        let mut statement = self.conn.prepare_cached(sql)?;
        let decided = ClassificationState::Decided.as_str();
        let rows = statement.query_map([pack, decided], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, Option<String>>(1)?))
        })?;
        let read = |row: rusqlite::Result<(String, Option<String>)>| {
            let (id, code) = row?;
            let id = id.parse().map_err(|_| StoreError::Damaged(format!("{id} is no record id")))?;
            Ok((id, code))
        };
        rows.map(read).collect()
    }

    /// Every classification in a state, for counts and the register.
    ///
    /// # Errors
    /// When reading fails.
    pub fn in_state(&self, state: ClassificationState) -> Result<Vec<Classification>> {
        self.select("WHERE state = ?1 ORDER BY id", [state.as_str()])
    }
}
