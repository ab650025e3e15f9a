//! Derived: which entries touched a record, so that its history is quick.

use rusqlite::Connection;

use crate::error::Result;
use crate::read::ReadTx;

/// Rows read at once, so that no read lock lasts long.
const PAGE: usize = 5000;

/// Notes under a record that an entry changed a row; table and row are empty where it is only about the record.
pub(crate) fn note(conn: &Connection, record: &str, n: i64, (table, row): (&str, &str)) -> Result<()> {
    let sql = "INSERT OR IGNORE INTO touched (record, entry, tbl, row) VALUES (?1, ?2, ?3, ?4)";
    conn.prepare_cached(sql)?.execute((record, n, table, row))?;
    Ok(())
}

/// Shows every row: record, entry, table, row.
pub(crate) fn each(conn: &Connection, mut show: impl FnMut(&str, i64, &str, &str)) -> Result<()> {
    let sql = format!(
        "SELECT record, entry, tbl, row FROM touched WHERE (record, entry, tbl, row) > (?1, ?2, ?3, ?4) \
         ORDER BY record, entry, tbl, row LIMIT {PAGE}"
    );
    let mut after = (String::new(), i64::MIN, String::new(), String::new());
    loop {
        let mut statement = conn.prepare_cached(&sql)?;
        let mut rows = statement.query((&after.0, after.1, &after.2, &after.3))?;
        let mut count = 0;
        let mut last = None;
        while let Some(row) = rows.next()? {
            let values: (String, i64, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
            show(&values.0, values.1, &values.2, &values.3);
            last = Some(values);
            count += 1;
        }
        match last {
            Some(last) if count == PAGE => after = last,
            _ => return Ok(()),
        }
    }
}

/// Numbers of the entries that changed a row of a table, oldest first.
pub(crate) fn entries_on(conn: &Connection, table: &str) -> Result<Vec<u64>> {
    let mut statement =
        conn.prepare_cached("SELECT DISTINCT entry FROM touched WHERE tbl = ?1 ORDER BY entry")?;
    let rows = statement.query_map([table], |row| row.get::<_, i64>(0))?;
    rows.map(|n| Ok(n?.unsigned_abs())).collect()
}

/// A record and the systems that were merged into it, as the right side of `IN`: what they went through is its history.
pub(crate) fn itself_and_merged(record: &str) -> String {
    format!(
        "(WITH RECURSIVE whole(id) AS (SELECT {record} UNION SELECT s.id FROM ai_system s \
         JOIN whole ON s.merged_into = whole.id) SELECT id FROM whole)"
    )
}

impl ReadTx<'_> {
    /// Table and id of the rows beside a record, and beside what was merged into it, that an entry changed.
    pub(crate) fn rows_touched(&self, n: i64, record: &str) -> Result<Vec<(String, String)>> {
        let records = itself_and_merged("?1");
        let sql = format!("SELECT tbl, row FROM touched WHERE record IN {records} AND entry = ?2");
        let mut statement = self.connection().prepare_cached(&sql)?;
        let rows = statement.query_map((record, n), |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
