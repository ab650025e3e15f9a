//! History in structured form: entries, and what each changed, column by column. Words are made of it above.

use std::collections::HashSet;

use cairn_domain::id::{MemberId, RecordId, Stamp};
use cairn_domain::record::RecordKind;
use cairn_domain::time::Timestamp;
use cairn_ledger::{DeviceKeyId, EntryId, Header, Kind, PublicKey, Sections, Signature, verify};
use rusqlite::params_from_iter;
use rusqlite::types::Value as Sql;

use crate::changes::{RowChange, walk};
use crate::error::{Result, StoreError};
use crate::read::{Page, ReadTx};
use crate::table::ai_system::Listed;
use crate::table::device_key;
use crate::table::entry::{self, StoredEntry};
use crate::write::Message;

/// Which entries a history shows. Empty parts do not restrict.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HistoryFilter {
    /// Entries about this record, or that changed a row of it or beside it (links, comments, evidence, answers).
    pub subject: Option<RecordId>,
    /// Entries of this member.
    pub actor: Option<MemberId>,
    /// The action (`soa.decide`), or all actions of a noun when it ends with a dot (`soa.`).
    pub action: Option<String>,
    /// Entries about a record of this kind.
    pub record_kind: Option<RecordKind>,
    /// Not before.
    pub from: Option<Timestamp>,
    /// Before.
    pub until: Option<Timestamp>,
}

/// How an entry is signed and linked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryProof {
    /// The device that signed it.
    pub device: DeviceKeyId,
    /// Ids of the entries it follows.
    pub parents: Vec<EntryId>,
    /// The signature's bytes.
    pub signature: Vec<u8>,
    /// Whether id, signature and payload fit the entry. That its changes fit the tables is for the verification.
    pub holds: bool,
}

/// How many entries there are, for the choices of a filter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HistoryCounts {
    /// By who acted.
    pub actors: Vec<(MemberId, u64)>,
    /// By action, in the order of their names.
    pub actions: Vec<(String, u64)>,
    /// By kind of the record they are about.
    pub record_kinds: Vec<(RecordKind, u64)>,
}

/// An entry as history shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryEntry {
    /// Its number in this file, from 1.
    pub n: u64,
    /// Its id.
    pub id: EntryId,
    /// Its stamp.
    pub stamp: Stamp,
    /// What it is.
    pub kind: Kind,
    /// Who acted.
    pub actor: MemberId,
    /// The use case.
    pub action: String,
    /// The record it is about.
    pub subject: Option<String>,
    /// When.
    pub time: Timestamp,
    /// The program that wrote it.
    pub app: String,
    /// The person's why; may be empty.
    pub reason: String,
    /// What the use case said.
    pub message: Message,
}

/// Whether entries of a kind can be undone.
#[must_use]
pub const fn undoable(kind: Kind) -> bool {
    matches!(kind, Kind::Change | Kind::Undo | Kind::Merge)
}

fn damaged(n: i64) -> StoreError {
    StoreError::Damaged(format!("entry {n} of the ledger cannot be read"))
}

pub(crate) fn header_of(stored: &StoredEntry) -> Result<Header> {
    let line = std::str::from_utf8(&stored.line).ok().and_then(|line| Header::parse(line).ok());
    line.ok_or_else(|| damaged(stored.n))
}

fn shown(stored: &StoredEntry) -> Result<HistoryEntry> {
    let header = header_of(stored)?;
    let sections = stored.payload.as_ref().map(|(_, bytes)| Sections::read(bytes)).transpose();
    let sections = sections.map_err(|_| damaged(stored.n))?;
    Ok(HistoryEntry {
        n: stored.n.unsigned_abs(),
        id: header.id(),
        stamp: Stamp(header.stamp),
        kind: header.kind,
        actor: MemberId(header.actor),
        action: header.action,
        subject: header.subject,
        time: header.time.parse().map_err(|_| damaged(stored.n))?,
        app: header.app,
        reason: sections.map(|sections| sections.reason.to_owned()).unwrap_or_default(),
        message: sections.map(|sections| Message::decode(sections.message)).unwrap_or_default(),
    })
}

impl HistoryFilter {
    /// `FROM … WHERE …` with its parameters.
    fn sql(&self) -> (String, Vec<Sql>) {
        let mut params: Vec<Sql> = Vec::new();
        let mut parts = Vec::new();
        let mut mark = |value: String| {
            params.push(Sql::Text(value));
            format!("?{}", params.len())
        };
        let from = match self.subject {
            Some(subject) => {
                let mark = mark(subject.to_string());
                format!(
                    "FROM (SELECT DISTINCT entry FROM touched WHERE record = {mark}) t JOIN entry e ON e.n = t.entry"
                )
            }
            None => "FROM entry e".to_owned(),
        };
        if let Some(actor) = self.actor {
            parts.push(format!("e.actor = {}", mark(actor.to_string())));
        }
        match self.action.as_deref() {
            // `/` follows `.` in ASCII, so this is the range of everything that begins with the noun and the dot.
            Some(action) if action.ends_with('.') => {
                let end = format!("{}/", action.trim_end_matches('.'));
                parts.push(format!("e.action >= {} AND e.action < {}", mark(action.to_owned()), mark(end)));
            }
            Some(action) => parts.push(format!("e.action = {}", mark(action.to_owned()))),
            None => {}
        }
        if let Some(kind) = self.record_kind {
            parts.push(format!(
                "e.subject IN (SELECT id FROM record WHERE kind = {})",
                mark(kind.to_string())
            ));
        }
        if let Some(from) = &self.from {
            parts.push(format!("e.time >= {}", mark(from.to_string())));
        }
        if let Some(until) = &self.until {
            parts.push(format!("e.time < {}", mark(until.to_string())));
        }
        let condition =
            if parts.is_empty() { String::new() } else { format!(" WHERE {}", parts.join(" AND ")) };
        (format!("{from}{condition}"), params)
    }
}

impl ReadTx<'_> {
    /// Entries, newest first.
    ///
    /// # Errors
    /// When reading fails or an entry is damaged.
    pub fn history(&self, filter: &HistoryFilter, page: Page) -> Result<Listed<HistoryEntry>> {
        let conn = self.connection();
        let (sql, mut params) = filter.sql();
        let total: i64 = conn
            .prepare_cached(&format!("SELECT count(*) {sql}"))?
            .query_row(params_from_iter(params.iter()), |row| row.get(0))?;
        params.extend([Sql::Integer(page.limit.into()), Sql::Integer(page.offset.into())]);
        let (limit, offset) = (params.len() - 1, params.len());
        let sql = format!("SELECT e.n {sql} ORDER BY e.n DESC LIMIT ?{limit} OFFSET ?{offset}");
        let mut statement = conn.prepare_cached(&sql)?;
        let numbers = statement.query_map(params_from_iter(params.iter()), |row| row.get::<_, i64>(0))?;
        let mut rows = Vec::new();
        for n in numbers {
            let n = n?;
            rows.push(shown(&entry::find(conn, n)?.ok_or_else(|| damaged(n))?)?);
        }
        Ok(Listed { total: total.unsigned_abs(), rows })
    }

    /// Numbers of the entries that fit, newest first: what a search narrows further.
    ///
    /// # Errors
    /// When reading fails.
    pub fn history_numbers(&self, filter: &HistoryFilter) -> Result<Vec<u64>> {
        let (sql, params) = filter.sql();
        let mut statement =
            self.connection().prepare_cached(&format!("SELECT e.n {sql} ORDER BY e.n DESC"))?;
        let numbers = statement.query_map(params_from_iter(params), |row| row.get::<_, i64>(0))?;
        Ok(numbers.map(|n| n.map(i64::unsigned_abs)).collect::<rusqlite::Result<_>>()?)
    }

    /// How many entries the whole history has of each member, action and kind of record.
    ///
    /// # Errors
    /// When reading fails.
    pub fn history_counts(&self) -> Result<HistoryCounts> {
        let by_actor = self.counted("SELECT actor, count(*) FROM entry GROUP BY actor")?;
        let by_kind = self.counted(
            "SELECT r.kind, count(*) FROM entry e JOIN record r ON r.id = e.subject GROUP BY r.kind ORDER BY r.kind",
        )?;
        // A name that is none is named by verification; here it only takes no part.
        Ok(HistoryCounts {
            actors: by_actor.iter().filter_map(|(id, count)| Some((id.parse().ok()?, *count))).collect(),
            actions: self.counted("SELECT action, count(*) FROM entry GROUP BY action ORDER BY action")?,
            record_kinds: by_kind
                .iter()
                .filter_map(|(kind, count)| Some((kind.parse().ok()?, *count)))
                .collect(),
        })
    }

    fn counted(&self, sql: &str) -> Result<Vec<(String, u64)>> {
        let mut statement = self.connection().prepare_cached(sql)?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get::<_, i64>(1)?.unsigned_abs())))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Shows every entry after `n`, oldest first. One that cannot be read is passed over: naming it is the
    /// verification's work, and it must not hide all others.
    ///
    /// # Errors
    /// When reading fails.
    pub fn each_entry_after(&self, n: u64, mut each: impl FnMut(&HistoryEntry)) -> Result<()> {
        const AT_ONCE: i64 = 1000;
        let mut after = i64::try_from(n).unwrap_or(i64::MAX);
        loop {
            let page = entry::page(self.connection(), after, i64::MAX, AT_ONCE)?;
            let Some(last) = page.last() else { return Ok(()) };
            after = last.n;
            page.iter().filter_map(|stored| shown(stored).ok()).for_each(|entry| each(&entry));
        }
    }

    /// Records whose code or title holds the word, which is in lower case, deleted ones too.
    ///
    /// # Errors
    /// When reading fails.
    pub fn records_named(&self, word: &str) -> Result<HashSet<String>> {
        let sql = "SELECT id FROM record WHERE any_contains(?1, code, title)";
        let mut statement = self.connection().prepare_cached(sql)?;
        let ids = statement.query_map([word], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        Ok(ids)
    }

    /// One entry.
    ///
    /// # Errors
    /// [`StoreError::NoSuchEntry`], or when it is damaged.
    pub fn entry(&self, n: u64) -> Result<HistoryEntry> {
        shown(&self.stored_entry(n)?)
    }

    /// How an entry is signed and linked, looked at anew.
    ///
    /// # Errors
    /// [`StoreError::NoSuchEntry`], or when it is damaged.
    pub fn proof(&self, n: u64) -> Result<EntryProof> {
        let stored = self.stored_entry(n)?;
        let header = header_of(&stored)?;
        let id = header.id();
        let key = device_key::find(self.connection(), &header.device)?;
        let key = key.and_then(|key| key.public_key.parse::<PublicKey>().ok());
        let signature = stored.signature.as_slice().try_into().ok().map(Signature::from_bytes);
        let signed = key.zip(signature).is_some_and(|(key, signature)| verify(&key, &id, &signature));
        let payload = stored.payload.as_ref();
        let kept = payload.is_some_and(|(salt, bytes)| check_payload(&header, salt, bytes).is_some());
        Ok(EntryProof {
            device: header.device,
            parents: header.parents,
            signature: stored.signature,
            holds: signed && kept && stored.id == id.as_bytes(),
        })
    }

    /// Entries after `n`, oldest first: what other programs wrote since.
    ///
    /// # Errors
    /// When reading fails or an entry is damaged.
    pub fn entries_since(&self, n: u64, limit: u32) -> Result<Vec<HistoryEntry>> {
        let after = i64::try_from(n).unwrap_or(i64::MAX);
        entry::page(self.connection(), after, i64::MAX, limit.into())?.iter().map(shown).collect()
    }

    /// What an entry changed, at most `limit` rows; with `record` only rows of that record or beside it.
    ///
    /// # Errors
    /// [`StoreError::NoSuchEntry`], or when it is damaged.
    pub fn changes(&self, n: u64, record: Option<RecordId>, limit: usize) -> Result<Vec<RowChange>> {
        let stored = self.stored_entry(n)?;
        let wanted = record.map(|record| self.rows_touched(stored.n, &record.to_string())).transpose()?;
        let header = header_of(&stored)?;
        let shape = self.chain().shape(header.schema)?;
        let Some((salt, bytes)) = &stored.payload else { return Ok(Vec::new()) };
        check_payload(&header, salt, bytes).ok_or_else(|| damaged(stored.n))?;
        let sections = Sections::read(bytes).map_err(|_| damaged(stored.n))?;
        let mut changes = Vec::new();
        walk(sections.changeset, &shape, |row| {
            let fits = wanted.as_ref().is_none_or(|wanted| {
                let id = row.id();
                wanted.iter().any(|(table, row_id)| table == row.table && *row_id == id)
            });
            if fits && changes.len() < limit {
                changes.push(row.to_change());
            }
            Ok(())
        })?;
        Ok(changes)
    }

    pub(crate) fn stored_entry(&self, n: u64) -> Result<StoredEntry> {
        let number = i64::try_from(n).map_err(|_| StoreError::NoSuchEntry(n))?;
        entry::find(self.connection(), number)?.ok_or(StoreError::NoSuchEntry(n))
    }
}

/// Length and hash of a payload against its header; before this holds a payload is not parsed.
pub(crate) fn check_payload(header: &Header, salt: &[u8], bytes: &[u8]) -> Option<()> {
    let salt: &[u8; 16] = salt.try_into().ok()?;
    let fits = header.payload_length == bytes.len() as u64
        && header.payload_hash == cairn_ledger::payload_hash(salt, bytes);
    fits.then_some(())
}
