//! Where evidence is used.

use cairn_domain::id::RecordId;
use cairn_domain::state::FileState;
use cairn_domain::time::Date;

use crate::error::Result;
use crate::row::Rows;

row! {
    /// One use of a piece of evidence on a record.
    "evidence_use" => EvidenceUse {
        /// The evidence.
        evidence: RecordId,
        /// The record it supports.
        record: RecordId,
        /// What it shows there.
        note: Option<String>,
        /// What of the record it is about: for a classification, the question's id.
        point: Option<String>,
        /// For a request for evidence: where the file stands there. None on other records, and on files that came
        /// before files were judged one by one (see [`cairn_domain::request::file_state`]).
        state: Option<FileState>,
        /// Since when it stands there.
        state_on: Option<Date>,
        /// Why it was refused.
        reason: Option<String>,
    }
}

impl Rows<'_, EvidenceUse> {
    /// Uses on a record.
    ///
    /// # Errors
    /// When reading fails.
    pub fn of(&self, record: RecordId) -> Result<Vec<EvidenceUse>> {
        self.select("WHERE record = ?1 ORDER BY id", [record.to_string()])
    }

    /// Records a piece of evidence is used on.
    ///
    /// # Errors
    /// When reading fails.
    pub fn of_evidence(&self, evidence: RecordId) -> Result<Vec<EvidenceUse>> {
        self.select("WHERE evidence = ?1 ORDER BY id", [evidence.to_string()])
    }

    /// How many pieces of evidence each record has that has any.
    ///
    /// # Errors
    /// When reading fails.
    pub fn counts(&self) -> Result<Vec<(RecordId, u32)>> {
        let sql = "SELECT u.record, count(*) FROM evidence_use u JOIN record e ON e.id = u.evidence \
                   WHERE e.deleted_at IS NULL GROUP BY u.record";
        super::id_counts(self.conn, sql)
    }
}
