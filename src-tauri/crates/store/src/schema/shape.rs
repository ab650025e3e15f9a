//! The shape of the recorded tables: what a changeset must fit.

use std::collections::HashMap;

use rusqlite::Connection;
use sha2::{Digest, Sha256};

use crate::error::Result;
use crate::registry::recorded_tables;

/// The columns of the recorded tables.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Shape {
    tables: HashMap<String, Vec<String>>,
    hash: [u8; 32],
}

impl Shape {
    /// The columns of a table in order; `None` when it is no recorded table.
    pub fn columns(&self, table: &str) -> Option<&[String]> {
        self.tables.get(table).map(Vec::as_slice)
    }

    /// SHA-256 of the canonical text of the shape.
    pub fn hash(&self) -> [u8; 32] {
        self.hash
    }
}

/// Reads the shape of a database. Tables that a schema version does not have yet are left out.
///
/// Canonical text: for each recorded table in registry order `table <name>` LF, then for each column
/// `<name> TAB <type> TAB <not null> TAB <place in the primary key>` LF.
pub(crate) fn shape_of(conn: &Connection) -> Result<Shape> {
    let mut shape = Shape::default();
    let mut text = String::from("cairn-shape/1\n");
    for table in recorded_tables() {
        let mut statement = conn
            .prepare_cached("SELECT name, type, \"notnull\", pk FROM pragma_table_info(?1) ORDER BY cid")?;
        let columns = statement
            .query_map([table.name], |row| {
                let name: String = row.get(0)?;
                let line = format!(
                    "{name}\t{}\t{}\t{}\n",
                    row.get::<_, String>(1)?,
                    row.get::<_, i64>(2)?,
                    row.get::<_, i64>(3)?
                );
                Ok((name, line))
            })?
            .collect::<rusqlite::Result<Vec<_>>>()?;
        if columns.is_empty() {
            continue;
        }
        text.push_str(&format!("table {}\n", table.name));
        for (_, line) in &columns {
            text.push_str(line);
        }
        shape.tables.insert(table.name.to_owned(), columns.into_iter().map(|(name, _)| name).collect());
    }
    shape.hash = Sha256::digest(text).into();
    Ok(shape)
}
