//! Comparing live rows with replayed ones.

use std::collections::BTreeSet;

use rusqlite::types::{Value as Sql, ValueRef};
use rusqlite::{Connection, OptionalExtension};

use super::{VerifyStage, Watch};
use crate::error::Result;
use crate::registry::{Table, recorded_tables};
use crate::replay::Replay;

/// Rows read at once.
const PAGE: usize = 500;

/// Names of rows, by table.
pub(crate) type Suspects = BTreeSet<(String, String)>;

/// Compares all recorded tables page by page. Gives the rows that differ and how many were compared.
pub(crate) fn all(live: &Connection, replay: &Replay, watch: &mut Watch<'_>) -> Result<(Suspects, u64)> {
    let mut suspects = BTreeSet::new();
    let mut count = 0;
    let tables: Vec<&Table> = recorded_tables().collect();
    for (done, table) in (0..).zip(&tables) {
        let Some(columns) = replay.shape().columns(table.name) else { continue };
        let sql = format!(
            "SELECT {} FROM {} WHERE id > ?1 ORDER BY id LIMIT {PAGE}",
            columns.join(", "),
            table.name
        );
        let (mut ours, mut theirs) = (Pages::new(live, &sql), Pages::new(replay.connection(), &sql));
        loop {
            watch.step(VerifyStage::Rows, done, tables.len() as u64)?;
            let (left, right) = (ours.peek()?, theirs.peek()?);
            let (left_id, right_id) = (left.as_deref().map(id), right.as_deref().map(id));
            let differs = match (&left_id, &right_id) {
                (None, None) => break,
                (Some(left_id), Some(right_id)) if left_id == right_id => {
                    let differs = left != right;
                    ours.next();
                    theirs.next();
                    differs.then(|| left_id.clone())
                }
                (Some(left_id), right_id) if right_id.as_ref().is_none_or(|right_id| left_id < right_id) => {
                    ours.next();
                    Some(left_id.clone())
                }
                (_, right_id) => {
                    theirs.next();
                    right_id.clone()
                }
            };
            count += 1;
            if let Some(row) = differs {
                suspects.insert((table.name.to_owned(), row));
            }
        }
    }
    Ok((suspects, count))
}

/// Compares one row. Gives the code and the particulars when it differs.
pub(crate) fn one(
    live: &Connection,
    replay: &Replay,
    table: &'static str,
    row: &str,
) -> Result<Option<(&'static str, String)>> {
    let Some(columns) = replay.shape().columns(table) else { return Ok(None) };
    let sql = format!("SELECT {} FROM {table} WHERE id = ?1", columns.join(", "));
    let read = |conn: &Connection| -> Result<Option<Vec<Sql>>> {
        let mut statement = conn.prepare_cached(&sql)?;
        Ok(statement.query_row([row], values).optional()?)
    };
    Ok(match (read(live)?, read(replay.connection())?) {
        (Some(live), Some(replayed)) if live != replayed => {
            let names = columns
                .iter()
                .zip(live.iter().zip(&replayed))
                .filter(|(_, (live, replayed))| live != replayed);
            let names: Vec<&str> = names.map(|(name, _)| name.as_str()).collect();
            Some(("row-changed", names.join(", ")))
        }
        (Some(_), None) => Some(("row-extra", String::new())),
        (None, Some(_)) => Some(("row-missing", String::new())),
        _ => None,
    })
}

fn values(row: &rusqlite::Row<'_>) -> rusqlite::Result<Vec<Sql>> {
    let value = |at| {
        Ok(match row.get_ref(at)? {
            ValueRef::Text(bytes) => match std::str::from_utf8(bytes) {
                Ok(text) => Sql::Text(text.to_owned()),
                // Another program may have written anything.
                Err(_) => Sql::Blob(bytes.to_owned()),
            },
            ValueRef::Null => Sql::Null,
            ValueRef::Integer(number) => Sql::Integer(number),
            ValueRef::Real(number) => Sql::Real(number),
            ValueRef::Blob(bytes) => Sql::Blob(bytes.to_owned()),
        })
    };
    (0..row.as_ref().column_count()).map(value).collect()
}

fn id(row: &[Sql]) -> String {
    match row.first() {
        Some(Sql::Text(id)) => id.clone(),
        other => format!("{other:?}"),
    }
}

/// Rows of a table in the order of ids, read in pages.
struct Pages<'a> {
    conn: &'a Connection,
    sql: &'a str,
    rows: std::vec::IntoIter<Vec<Sql>>,
    head: Option<Vec<Sql>>,
    after: String,
    ended: bool,
}

impl<'a> Pages<'a> {
    fn new(conn: &'a Connection, sql: &'a str) -> Self {
        Self { conn, sql, rows: Vec::new().into_iter(), head: None, after: String::new(), ended: false }
    }

    /// The next row, without passing over it.
    fn peek(&mut self) -> Result<Option<Vec<Sql>>> {
        if self.head.is_none() {
            self.head = self.rows.next();
        }
        if self.head.is_none() && !self.ended {
            let mut statement = self.conn.prepare_cached(self.sql)?;
            let rows: Vec<Vec<Sql>> =
                statement.query_map([&self.after], values)?.collect::<rusqlite::Result<_>>()?;
            self.ended = rows.len() < PAGE;
            if let Some(last) = rows.last() {
                self.after = id(last);
            }
            self.rows = rows.into_iter();
            self.head = self.rows.next();
        }
        Ok(self.head.clone())
    }

    fn next(&mut self) {
        self.head = None;
    }
}
