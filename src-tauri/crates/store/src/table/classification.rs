//! Classification decisions of systems.

use cairn_domain::id::{MemberId, RecordId};
use cairn_domain::state::ClassificationState;
use cairn_domain::time::{Date, Timestamp};

use crate::error::{Result, StoreError};
use crate::row::{Cells, Rows};

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

/// A decision in force without its answers and result, for lists of many.
#[derive(Debug, Clone, PartialEq)]
pub struct DecisionLine {
    /// The system.
    pub system: RecordId,
    /// Human code of the decision.
    pub code: Option<String>,
    /// The tier.
    pub tier: Option<String>,
    /// SHA-256 of the rules it was made by.
    pub pack_sha256: String,
    /// Who decided.
    pub decided_by: Option<MemberId>,
    /// When.
    pub decided_at: Option<Timestamp>,
    /// When to look at it again.
    pub review_on: Option<Date>,
    /// What the register said of the system then.
    pub facts: Option<serde_json::Value>,
}

impl Rows<'_, Classification> {
    /// Decisions in force under a rule pack, without what makes a row heavy.
    ///
    /// # Errors
    /// When reading fails or a value is unknown.
    pub fn decisions(&self, pack: &str) -> Result<Vec<DecisionLine>> {
        let sql = "SELECT c.system, r.code, c.tier, c.pack_sha256, c.decided_by, c.decided_at, c.review_on, c.facts \
                   FROM classification c JOIN record r ON r.id = c.id WHERE c.pack = ?1 AND c.state = ?2 ORDER BY c.id";
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query([pack, ClassificationState::Decided.as_str()])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let mut cells = Cells::new(row, "classification");
            found.push(DecisionLine {
                system: cells.take("system")?,
                code: cells.take("code")?,
                tier: cells.take("tier")?,
                pack_sha256: cells.take("pack_sha256")?,
                decided_by: cells.take("decided_by")?,
                decided_at: cells.take("decided_at")?,
                review_on: cells.take("review_on")?,
                facts: cells.take("facts")?,
            });
        }
        Ok(found)
    }

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

    /// When the last of the systems in scope that have a decision under a rule pack got its first one. Later decisions about
    /// the same system do not move it.
    ///
    /// # Errors
    /// When reading fails or the moment is damaged.
    pub fn last_first_decision(&self, pack: &str) -> Result<Option<Timestamp>> {
        let sql = "SELECT max(first) FROM (SELECT min(c.decided_at) AS first FROM classification c \
                   JOIN ai_system s ON s.id = c.system JOIN record r ON r.id = s.id \
                   WHERE c.pack = ?1 AND s.scope = 'in' AND r.deleted_at IS NULL GROUP BY c.system)";
        let mut statement = self.conn.prepare_cached(sql)?;
        let found: Option<String> = statement.query_row([pack], |row| row.get(0))?;
        let damaged = |at: String| StoreError::Damaged(format!("{at} is no moment"));
        found.map(|at| at.parse().map_err(|_| damaged(at))).transpose()
    }

    /// Systems of the register that are not retired and without a decision in force under a rule pack, with their codes, in
    /// the order of codes.
    ///
    /// # Errors
    /// When reading fails.
    pub fn undecided(&self, pack: &str) -> Result<Vec<(RecordId, Option<String>)>> {
        let sql = "SELECT s.id, r.code FROM ai_system s JOIN record r ON r.id = s.id WHERE r.deleted_at IS NULL \
                   AND coalesce(s.status, '') <> 'retired' AND NOT EXISTS (SELECT 1 FROM classification c WHERE c.system = s.id AND c.pack = ?1 \
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

    /// System, id and state of every draft and decision in force under a rule pack.
    ///
    /// # Errors
    /// When reading fails or a value is unknown.
    pub fn cases(&self, pack: &str) -> Result<Vec<(RecordId, RecordId, ClassificationState)>> {
        let sql = "SELECT system, id, state FROM classification WHERE pack = ?1 AND state <> ?2 ORDER BY id";
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query([pack, ClassificationState::Superseded.as_str()])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let mut cells = Cells::new(row, "classification");
            found.push((cells.take("system")?, cells.take("id")?, cells.take("state")?));
        }
        Ok(found)
    }

    /// Every classification in a state, for counts and the register.
    ///
    /// # Errors
    /// When reading fails.
    pub fn in_state(&self, state: ClassificationState) -> Result<Vec<Classification>> {
        self.select("WHERE state = ?1 ORDER BY id", [state.as_str()])
    }
}
