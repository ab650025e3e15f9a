//! Derived: the highest number ever used in each series of human codes, so that none is given twice.

use std::collections::BTreeMap;

use rusqlite::Connection;

use crate::error::Result;
use crate::row::first;

/// Notes a number of a series.
pub(crate) fn note(conn: &Connection, series: &str, number: u32) -> Result<()> {
    let sql = "INSERT INTO code_seen (series, last) VALUES (?1, ?2) \
               ON CONFLICT (series) DO UPDATE SET last = max(last, excluded.last)";
    conn.prepare_cached(sql)?.execute((series, number))?;
    Ok(())
}

/// The highest number of a series; none before its first.
pub(crate) fn last(conn: &Connection, series: &str) -> Result<Option<u32>> {
    first(conn, "SELECT last FROM code_seen WHERE series = ?1", [series], |row| row.get(0))
}

/// Every series with its highest number.
pub(crate) fn all(conn: &Connection) -> Result<BTreeMap<String, i64>> {
    let mut statement = conn.prepare("SELECT series, last FROM code_seen")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
