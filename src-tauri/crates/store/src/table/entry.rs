//! Entries of the ledger and their payloads: appended, never changed.

use cairn_ledger::{EntryId, Header, Signature};
use rusqlite::Connection;
use rusqlite::types::ValueRef;

use crate::error::{Result, StoreError};
use crate::row::first;

/// An entry as stored; nothing in it is trusted before it is verified.
#[derive(Debug, Clone)]
pub(crate) struct StoredEntry {
    pub n: i64,
    pub id: Vec<u8>,
    pub line: Vec<u8>,
    pub signature: Vec<u8>,
    /// `stamp, kind, device, seq, actor, action, subject, time` as stored beside the line.
    pub facts: Facts,
    /// Salt and bytes, if the payload is there.
    pub payload: Option<(Vec<u8>, Vec<u8>)>,
}

/// The columns that repeat the line for queries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Facts {
    pub stamp: String,
    pub kind: String,
    pub device: String,
    pub seq: i64,
    pub actor: String,
    pub action: String,
    pub subject: Option<String>,
    pub time: String,
}

impl Facts {
    pub fn of(header: &Header) -> Self {
        Self {
            stamp: header.stamp.to_string(),
            kind: header.kind.to_string(),
            device: header.device.to_string(),
            seq: i64::try_from(header.seq).unwrap_or(i64::MAX),
            actor: header.actor.to_string(),
            action: header.action.clone(),
            subject: header.subject.clone(),
            time: header.time.clone(),
        }
    }
}

/// The newest entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Last {
    pub n: i64,
    pub id: EntryId,
    pub time: String,
}

/// Number of the newest entry.
pub(crate) fn last_number(conn: &Connection) -> Result<Option<i64>> {
    first(conn, "SELECT n FROM entry ORDER BY n DESC LIMIT 1", [], |row| row.get(0))
}

pub(crate) fn last(conn: &Connection) -> Result<Option<Last>> {
    let sql = "SELECT n, id, time FROM entry ORDER BY n DESC LIMIT 1";
    let row = first(conn, sql, [], |row| Ok((row.get(0)?, row.get::<_, Vec<u8>>(1)?, row.get(2)?)))?;
    row.map(|(n, id, time)| {
        let id = EntryId::try_from(id.as_slice())
            .map_err(|_| StoreError::Damaged(format!("the id of entry {n}")))?;
        Ok(Last { n, id, time })
    })
    .transpose()
}

/// Highest sequence number of a device; 0 before its first entry.
pub(crate) fn last_seq(conn: &Connection, device: &str) -> Result<u64> {
    let seq: Option<i64> =
        first(conn, "SELECT max(seq) FROM entry WHERE device = ?1", [device], |row| row.get(0))?.flatten();
    Ok(seq.unwrap_or(0).unsigned_abs())
}

const COLUMNS: &str = "e.n, e.id, CAST(e.line AS BLOB), e.signature, e.stamp, e.kind, e.device, e.seq, e.actor, \
    e.action, e.subject, e.time, p.salt, p.bytes";

/// Text as found: a changed file may hold bytes that are no UTF-8, and verification must still name the entry.
pub(crate) fn text(row: &rusqlite::Row<'_>, at: usize) -> rusqlite::Result<Option<String>> {
    Ok(match row.get_ref(at)? {
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => Some(String::from_utf8_lossy(bytes).into_owned()),
        ValueRef::Null => None,
        ValueRef::Integer(number) => Some(number.to_string()),
        ValueRef::Real(number) => Some(number.to_string()),
    })
}

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<StoredEntry> {
    let salt: Option<Vec<u8>> = row.get(12)?;
    let bytes: Option<Vec<u8>> = row.get(13)?;
    Ok(StoredEntry {
        n: row.get(0)?,
        id: row.get(1)?,
        line: row.get(2)?,
        signature: row.get(3)?,
        facts: Facts {
            stamp: text(row, 4)?.unwrap_or_default(),
            kind: text(row, 5)?.unwrap_or_default(),
            device: text(row, 6)?.unwrap_or_default(),
            seq: row.get(7)?,
            actor: text(row, 8)?.unwrap_or_default(),
            action: text(row, 9)?.unwrap_or_default(),
            subject: text(row, 10)?,
            time: text(row, 11)?.unwrap_or_default(),
        },
        payload: salt.zip(bytes),
    })
}

/// At most `limit` entries after `after` and up to `upto`, oldest first.
pub(crate) fn page(conn: &Connection, after: i64, upto: i64, limit: i64) -> Result<Vec<StoredEntry>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM entry e LEFT JOIN payload p ON p.n = e.n WHERE e.n > ?1 AND e.n <= ?2 \
         ORDER BY e.n LIMIT ?3"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let entries = statement.query_map((after, upto, limit), read)?.collect::<rusqlite::Result<_>>()?;
    Ok(entries)
}

pub(crate) fn find(conn: &Connection, n: i64) -> Result<Option<StoredEntry>> {
    Ok(page(conn, n - 1, n, 1)?.pop())
}

/// Appends an entry. `n` follows the newest.
pub(crate) fn insert(
    conn: &Connection,
    n: i64,
    (header, line, id, signature): (&Header, &str, &EntryId, &Signature),
    (salt, bytes): (&[u8; 16], &[u8]),
) -> Result<()> {
    let facts = Facts::of(header);
    conn.prepare_cached(
        "INSERT INTO entry (n, id, stamp, kind, device, seq, actor, action, subject, time, line, signature) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
    )?
    .execute(rusqlite::params![
        n,
        id.as_bytes(),
        facts.stamp,
        facts.kind,
        facts.device,
        facts.seq,
        facts.actor,
        facts.action,
        facts.subject,
        facts.time,
        line,
        signature.as_bytes(),
    ])?;
    conn.prepare_cached("INSERT INTO payload (n, salt, bytes) VALUES (?1, ?2, ?3)")?
        .execute((n, salt, bytes))?;
    Ok(())
}

/// Payloads without an entry.
pub(crate) fn stray_payloads(conn: &Connection) -> Result<Vec<i64>> {
    let mut statement = conn.prepare("SELECT n FROM payload WHERE n NOT IN (SELECT n FROM entry)")?;
    let numbers = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    Ok(numbers)
}
