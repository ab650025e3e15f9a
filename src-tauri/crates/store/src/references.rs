//! References between rows: what still refers to a row that is gone.

use rusqlite::Connection;

use crate::error::{Result, StoreError};

/// The first row that refers to one that is not there; none when every reference leads somewhere.
///
/// # Errors
/// When reading fails.
pub(crate) fn first_broken(conn: &Connection) -> Result<Option<StoreError>> {
    let mut statement =
        conn.prepare("SELECT \"table\", rowid, parent FROM pragma_foreign_key_check LIMIT 1")?;
    let mut rows = statement.query([])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let (table, rowid, parent): (String, Option<i64>, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
    let Some(known) = crate::registry::recorded_table(&table) else { return Ok(None) };
    let sql = format!("SELECT id FROM {} WHERE rowid = ?1", known.name);
    let row = crate::row::first(conn, &sql, [rowid], |row| row.get::<_, String>(0))?.unwrap_or_default();
    Ok(Some(StoreError::Reference { table, row, parent }))
}
