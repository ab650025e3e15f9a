//! Comparing live rows with replayed ones.

use std::collections::BTreeSet;

use rusqlite::types::{ToSqlOutput, Value as Sql, ValueRef};
use rusqlite::{Connection, OptionalExtension};

use super::{Problem, VerifyStage, Watch, found};
use crate::error::Result;
use crate::registry::{Table, recorded_tables};
use crate::replay::Replay;

/// Rows read at once.
const PAGE: usize = 500;

/// Names of rows, by table. Bytes, because a changed file may hold ids that are no text.
pub(crate) type Suspects = BTreeSet<(String, Vec<u8>)>;

/// Compares all recorded tables page by page. Gives the rows that differ and how many were compared; a table that
/// cannot be read is a problem.
pub(crate) fn all(
    live: &Connection,
    replay: &Replay,
    watch: &mut Watch<'_>,
    problems: &mut Vec<Problem>,
) -> Result<(Suspects, u64)> {
    let mut suspects = BTreeSet::new();
    let mut count = 0;
    let tables: Vec<&Table> = recorded_tables().collect();
    for (done, table) in (0..).zip(&tables) {
        let Some(columns) = replay.shape().columns(table.name) else { continue };
        let sql = format!(
            "SELECT {} FROM {} WHERE id >= ?1 AND (?2 OR id > ?1) ORDER BY id LIMIT {PAGE}",
            columns.join(", "),
            table.name
        );
        let mut step = || watch.step(VerifyStage::Rows, done, tables.len() as u64);
        let compared = walk((live, replay.connection()), &sql, &mut step, &mut |row, differs| {
            count += 1;
            if differs {
                suspects.insert((table.name.to_owned(), row.to_vec()));
            }
        });
        found(compared, table.name, problems)?;
    }
    Ok((suspects, count))
}

/// Shows every id that one of two tables has, and whether its rows differ.
fn walk(
    (live, replayed): (&Connection, &Connection),
    sql: &str,
    step: &mut dyn FnMut() -> Result<()>,
    show: &mut dyn FnMut(&[u8], bool),
) -> Result<()> {
    let (mut ours, mut theirs) = (Pages::new(live, sql), Pages::new(replayed, sql));
    loop {
        step()?;
        let (left, right) = (ours.peek()?, theirs.peek()?);
        let (left_id, right_id) = (left.as_deref().map(id), right.as_deref().map(id));
        match (&left_id, &right_id) {
            (None, None) => return Ok(()),
            (Some(left_id), Some(right_id)) if left_id == right_id => {
                show(left_id, left != right);
                ours.next();
                theirs.next();
            }
            (Some(left_id), right_id) if right_id.as_ref().is_none_or(|right_id| left_id < right_id) => {
                show(left_id, true);
                ours.next();
            }
            (_, right_id) => {
                show(right_id.as_deref().unwrap_or_default(), true);
                theirs.next();
            }
        }
    }
}

/// Compares one row. Gives the code and the particulars when it differs.
pub(crate) fn one(
    live: &Connection,
    replay: &Replay,
    table: &'static str,
    row: &[u8],
) -> Result<Option<(&'static str, String)>> {
    let Some(columns) = replay.shape().columns(table) else { return Ok(None) };
    let sql = format!("SELECT {} FROM {table} WHERE id = ?1", columns.join(", "));
    let read = |conn: &Connection| -> Result<Option<Vec<Sql>>> {
        let mut statement = conn.prepare_cached(&sql)?;
        Ok(statement.query_row([ToSqlOutput::Borrowed(ValueRef::Text(row))], values).optional()?)
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

fn id(row: &[Sql]) -> Vec<u8> {
    match row.first() {
        Some(Sql::Text(id)) => id.clone().into_bytes(),
        Some(Sql::Blob(bytes)) => bytes.clone(),
        // The tables are strict; another type stands only in a table that the schema names as changed.
        other => format!("{other:?}").into_bytes(),
    }
}

/// Rows of a table in the order of ids, read in pages.
struct Pages<'a> {
    conn: &'a Connection,
    sql: &'a str,
    rows: std::vec::IntoIter<Vec<Sql>>,
    head: Option<Vec<Sql>>,
    /// Id of the last row read; before the first an empty one, which a changed row may have.
    after: Vec<u8>,
    begun: bool,
    ended: bool,
}

impl<'a> Pages<'a> {
    fn new(conn: &'a Connection, sql: &'a str) -> Self {
        Self {
            conn,
            sql,
            rows: Vec::new().into_iter(),
            head: None,
            after: Vec::new(),
            begun: false,
            ended: false,
        }
    }

    /// The next row, without passing over it.
    fn peek(&mut self) -> Result<Option<Vec<Sql>>> {
        if self.head.is_none() {
            self.head = self.rows.next();
        }
        if self.head.is_none() && !self.ended {
            let mut statement = self.conn.prepare_cached(self.sql)?;
            let after = ToSqlOutput::Borrowed(ValueRef::Text(&self.after));
            let rows: Vec<Vec<Sql>> =
                statement.query_map((after, !self.begun), values)?.collect::<rusqlite::Result<_>>()?;
            self.begun = true;
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
