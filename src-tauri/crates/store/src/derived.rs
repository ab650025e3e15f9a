//! Derived rows, written in the transaction that changed what they are made of: who was touched by which entry, codes
//! once in use, the search index.

use std::collections::{BTreeSet, HashMap};

use rusqlite::Connection;

use crate::changes::{RowAction, Walked, walk};
use crate::error::Result;
use crate::registry::recorded_table;
use crate::row::first;
use crate::schema::{Chain, Shape};
use crate::table::{code_seen, entry, search, touched};
use crate::value::Value;

/// Raised when what is derived, or how, changes; an older file is then rebuilt on opening.
const VERSION: i64 = 1;

/// The series of a human code and its number: `AI-B014` → (`AI-B`, 14).
pub(crate) fn series_of(code: &str) -> Option<(String, u32)> {
    let digits = code.len() - code.bytes().rev().take_while(u8::is_ascii_digit).count();
    let (series, number) = code.split_at_checked(digits)?;
    Some((series.to_owned(), number.parse().ok()?))
}

/// Writes what follows from one entry's changeset.
pub(crate) fn follow(conn: &Connection, n: i64, changeset: &[u8], shape: &Shape) -> Result<()> {
    let mut documents = BTreeSet::new();
    walk(changeset, shape, |row| {
        touch(conn, n, row, |id, column| live_value(conn, row.table, id, column))?;
        see_code(conn, row)?;
        if has_document(row.table) {
            documents.insert(row.id());
        }
        Ok(())
    })?;
    for record in &documents {
        search::refresh(conn, record)?;
    }
    mark(conn, n)
}

/// Whether rows of the table share the id of a record, so that they change its document.
fn has_document(table: &str) -> bool {
    !matches!(
        table,
        "organisation"
            | "device"
            | "link"
            | "comment"
            | "evidence_use"
            | "gap_answer"
            | "control_status"
            | "pack"
            | "import_mapping"
            | "setting"
    )
}

/// Notes an entry under the row's own id and under the records that its columns name. `unchanged` gives the value of a
/// column that an update left as it was, of which the changeset says nothing.
fn touch(
    conn: &Connection,
    n: i64,
    row: &Walked<'_>,
    unchanged: impl FnMut(&str, &'static str) -> Result<Option<String>>,
) -> Result<()> {
    let id = row.id();
    concerned(row, unchanged)?.iter().try_for_each(|record| touched::note(conn, record, n, (row.table, &id)))
}

/// The row's own id and the records that its columns name, each once.
pub(crate) fn concerned(
    row: &Walked<'_>,
    mut unchanged: impl FnMut(&str, &'static str) -> Result<Option<String>>,
) -> Result<BTreeSet<String>> {
    let id = row.id();
    let mut records = BTreeSet::from([id.clone()]);
    for column in concerns(row.table) {
        let value = match row.any(column) {
            Some(value) => value.text().map(str::to_owned),
            None if row.action == RowAction::Update => unchanged(&id, column)?,
            None => None,
        };
        records.extend(value);
        // A row that now belongs elsewhere stays in the history of where it was.
        records.extend(row.before(column).and_then(|value| value.text().map(str::to_owned)));
    }
    Ok(records)
}

fn concerns(table: &str) -> &'static [&'static str] {
    recorded_table(table).map_or(&[], |table| table.concerns)
}

fn live_value(conn: &Connection, table: &str, id: &str, column: &str) -> Result<Option<String>> {
    let Some(table) = recorded_table(table) else { return Ok(None) };
    let sql = format!("SELECT {column} FROM {} WHERE id = ?1", table.name);
    Ok(first(conn, &sql, [id], |row| row.get::<_, Option<String>>(0))?.flatten())
}

/// What columns named while history is walked again: later changes may have taken the rows away.
#[derive(Default)]
pub(crate) struct Named(HashMap<(String, String, &'static str), String>);

impl Named {
    pub fn note(&mut self, row: &Walked<'_>) {
        for column in concerns(row.table) {
            let key = (row.table.to_owned(), row.id(), *column);
            match row.after(column).as_ref().and_then(Value::text) {
                Some(record) if row.action != RowAction::Delete => self.0.insert(key, record.to_owned()),
                _ if row.action == RowAction::Update && row.after(column).is_none() => continue,
                _ => self.0.remove(&key),
            };
        }
    }

    pub fn value(&self, table: &str, id: &str, column: &'static str) -> Option<String> {
        self.0.get(&(table.to_owned(), id.to_owned(), column)).cloned()
    }
}

/// The code a row took into use.
pub(crate) fn code_of(row: &Walked<'_>) -> Option<(String, u32)> {
    let made = row.table == "record" && row.action == RowAction::Insert;
    made.then(|| row.after("code"))?.as_ref().and_then(Value::text).and_then(series_of)
}

fn see_code(conn: &Connection, row: &Walked<'_>) -> Result<()> {
    code_of(row).map_or(Ok(()), |(series, number)| code_seen::note(conn, &series, number))
}

/// Notes which record an entry is about, also when it changed no row of it.
pub(crate) fn about(conn: &Connection, n: i64, subject: Option<&str>) -> Result<()> {
    subject.map_or(Ok(()), |subject| touched::note(conn, subject, n, ("", "")))
}

fn mark(conn: &Connection, n: i64) -> Result<()> {
    let sql = "INSERT INTO derived_version (id, version, entries) VALUES (1, ?1, ?2) \
               ON CONFLICT (id) DO UPDATE SET version = excluded.version, entries = excluded.entries";
    conn.prepare_cached(sql)?.execute((VERSION, n))?;
    Ok(())
}

/// Version of the derived rows, and the entry they go up to.
fn made(conn: &Connection) -> Result<Option<(i64, i64)>> {
    first(conn, "SELECT version, entries FROM derived_version WHERE id = 1", [], |row| {
        Ok((row.get(0)?, row.get(1)?))
    })
}

/// Whether this program's derived rows are there for every entry.
pub(crate) fn is_current(conn: &Connection) -> Result<bool> {
    let last = entry::last_number(conn)?.unwrap_or(0);
    Ok(made(conn)? == Some((VERSION, last)))
}

/// Makes all derived rows anew from the ledger and the recorded tables, inside the caller's transaction. Damaged
/// payloads are passed over: naming them is the verification's work.
pub(crate) fn rebuild(conn: &Connection, chain: &Chain) -> Result<()> {
    conn.execute_batch(
        "DELETE FROM touched; DELETE FROM code_seen; DELETE FROM search_doc; DELETE FROM search;",
    )?;
    let mut named = Named::default();
    let mut after = 0;
    loop {
        let page = entry::page(conn, after, i64::MAX, 1000)?;
        let Some(last) = page.last() else { break };
        after = last.n;
        for stored in &page {
            let header = std::str::from_utf8(&stored.line)
                .ok()
                .and_then(|line| cairn_ledger::Header::parse(line).ok());
            let Some(header) = header else { continue };
            about(conn, stored.n, header.subject.as_deref())?;
            let shape = chain.shape(header.schema).ok();
            let sections =
                stored.payload.as_ref().and_then(|(_, bytes)| cairn_ledger::Sections::read(bytes).ok());
            let (Some(shape), Some(sections)) = (shape, sections) else { continue };
            walk(sections.changeset, &shape, |row| {
                touch(conn, stored.n, row, |id, column| Ok(named.value(row.table, id, column)))?;
                named.note(row);
                see_code(conn, row)
            })?;
        }
    }
    index_all(conn)?;
    mark(conn, after)
}

/// Indexes every record.
pub(crate) fn index_all(conn: &Connection) -> Result<()> {
    let mut statement = conn.prepare("SELECT id FROM record ORDER BY id")?;
    let ids =
        statement.query_map([], |row| row.get::<_, String>(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
    for id in ids {
        search::refresh(conn, &id)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::series_of;

    #[test]
    fn codes_fall_into_series() {
        assert_eq!(series_of("AI-014"), Some(("AI-".to_owned(), 14)));
        assert_eq!(series_of("ACT-BC3611"), Some(("ACT-BC".to_owned(), 3611)));
        assert_eq!(series_of("AI-"), None);
    }
}
