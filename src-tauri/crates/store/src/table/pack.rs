//! Packs adopted by the workspace; their bytes are blobs.

use std::collections::BTreeSet;

use cairn_domain::id::{RecordId, WorkspaceId, natural_id};
use cairn_domain::state::{AssessmentState, ClassificationState, PackState};
use rusqlite::Connection;

use crate::error::Result;
use crate::row::Rows;
use crate::table::blob::measure;
use crate::write::WriteTx;

row! {
    /// One version of a framework, crosswalk or rule pack, or of its words in one language.
    "pack" => Pack {
        /// Id of the pack; its words are called as [`words_of`] says.
        pack: String,
        /// Its version.
        version: String,
        /// Its date as stated in the pack.
        date: String,
        /// SHA-256 of its bytes in hexadecimal; names the blob.
        sha256: String,
        /// Whether new decisions use it.
        state: PackState,
    }
}

impl Pack {
    /// Whether this row holds words of another one.
    #[must_use]
    pub fn is_words_of(&self, pack: &Self) -> bool {
        let language = self.pack.strip_prefix(pack.pack.as_str());
        self.version == pack.version && language.is_some_and(|rest| rest.starts_with('.'))
    }
}

/// Name under which the words of a pack in one language are kept beside it: `iso42001.en`.
#[must_use]
pub fn words_of(pack: &str, language: &str) -> String {
    format!("{pack}.{language}")
}

/// The id of an adopted version: the same on every laptop.
#[must_use]
pub fn pack_id(workspace: WorkspaceId, pack: &str, version: &str) -> RecordId {
    natural_id(workspace, "pack", &format!("{pack}/{version}"))
}

impl Rows<'_, Pack> {
    /// The version in use.
    ///
    /// # Errors
    /// When reading fails.
    pub fn current(&self, pack: &str) -> Result<Option<Pack>> {
        let tail = "WHERE pack = ?1 AND state = ?2 ORDER BY id DESC LIMIT 1";
        Ok(self.select(tail, [pack, PackState::Current.as_str()])?.into_iter().next())
    }
}

/// Hashes of the packs by whose words something is shown whatever is shipped later: decisions, and frozen assessments.
/// Drafts and open assessments follow the newest pack.
pub(crate) fn rested_on(conn: &Connection) -> Result<BTreeSet<String>> {
    let sql = "SELECT pack_sha256 FROM classification WHERE state <> ?1 \
               UNION SELECT pack_sha256 FROM gap_assessment WHERE state = ?2";
    let mut statement = conn.prepare_cached(sql)?;
    let states = [ClassificationState::Draft.as_str(), AssessmentState::Frozen.as_str()];
    let rows = statement.query_map(states, |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

impl WriteTx<'_> {
    /// Keeps the bytes of a pack, or of its words; nothing happens when they are there. What was current before is
    /// superseded.
    ///
    /// # Errors
    /// When the bytes are too many, or reading or writing fails.
    pub fn keep_pack(&mut self, pack: &str, version: &str, date: &str, bytes: &str) -> Result<()> {
        // The same bytes have the same id on every laptop; other bytes of one version lie beside them.
        let (sha256, _) = measure(&mut bytes.as_bytes())?;
        let id = pack_id(self.workspace(), pack, &format!("{version} {sha256}"));
        if self.pack().find(id)?.is_some() {
            return Ok(());
        }
        let sha256 = self.put_blob(&mut bytes.as_bytes())?.sha256;
        while let Some(before) = self.pack().current(pack)? {
            self.pack().set(before.id, &[("state", PackState::Superseded.as_str().into())])?;
        }
        let rev = self.stamp();
        let (pack, version, date) = (pack.to_owned(), version.to_owned(), date.to_owned());
        self.pack().insert(&Pack { id, rev, pack, version, date, sha256, state: PackState::Current })
    }
}
