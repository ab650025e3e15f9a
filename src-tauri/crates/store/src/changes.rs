//! What a changeset did, row by row and column by column.

use std::io::Read;

use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator;
use rusqlite::hooks::Action;
use rusqlite::session::{ChangesetItem, ChangesetIter};

use crate::error::{Result, StoreError};
use crate::schema::Shape;
use crate::value::Value;

/// What happened to a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowAction {
    /// It was made.
    Insert,
    /// Some of its columns were changed.
    Update,
    /// It was taken away.
    Delete,
}

/// One changed row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowChange {
    /// Table of the row.
    pub table: String,
    /// Its id.
    pub row: String,
    /// What happened.
    pub action: RowAction,
    /// Columns other than `id` and `rev`: all of them for a row that was made or taken away, the changed ones otherwise.
    pub columns: Vec<ColumnChange>,
}

/// One changed column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnChange {
    /// Its name.
    pub column: String,
    /// The value before; [`Value::Null`] for a row that was made.
    pub old: Value,
    /// The value after; [`Value::Null`] for a row that was taken away.
    pub new: Value,
}

impl RowChange {
    /// The change of a column, if it changed.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<&ColumnChange> {
        self.columns.iter().find(|change| change.column == name)
    }
}

/// A changed row with the `rev` it was given; handed out while walking a changeset.
pub(crate) struct Walked<'a> {
    item: &'a ChangesetItem,
    pub table: &'a str,
    pub action: RowAction,
    columns: &'a [String],
}

impl Walked<'_> {
    fn value(&self, at: usize, new: bool) -> Option<Value> {
        let value = if new { self.item.new_value(at) } else { self.item.old_value(at) };
        value.ok().and_then(Value::of)
    }

    /// The row's id.
    pub fn id(&self) -> String {
        let id = self.value(0, self.action == RowAction::Insert);
        id.as_ref().and_then(Value::text).unwrap_or_default().to_owned()
    }

    /// The new `rev`; none for a row that was taken away.
    pub fn rev(&self) -> Option<Value> {
        (self.action != RowAction::Delete).then(|| self.value(1, true)).flatten()
    }

    /// The value a column has after the change, if the changeset says.
    pub fn after(&self, column: &str) -> Option<Value> {
        let at = self.columns.iter().position(|name| name == column)?;
        self.value(at, true)
    }

    /// The value a column had before the change, if the changeset says.
    pub fn before(&self, column: &str) -> Option<Value> {
        let at = self.columns.iter().position(|name| name == column)?;
        self.value(at, false)
    }

    /// The value a column has after the change, or had before a row was taken away, if the changeset says.
    pub fn any(&self, column: &str) -> Option<Value> {
        let at = self.columns.iter().position(|name| name == column)?;
        self.value(at, self.action != RowAction::Delete)
    }

    /// Everything, copied.
    pub fn to_change(&self) -> RowChange {
        let columns = self.columns.iter().enumerate().skip(2).filter_map(|(at, name)| {
            let (old, new) = match self.action {
                RowAction::Insert => (Value::Null, self.value(at, true)?),
                RowAction::Delete => (self.value(at, false)?, Value::Null),
                RowAction::Update => (self.value(at, false)?, self.value(at, true)?),
            };
            Some(ColumnChange { column: name.clone(), old, new })
        });
        RowChange {
            table: self.table.to_owned(),
            row: self.id(),
            action: self.action,
            columns: columns.collect(),
        }
    }
}

/// Walks a changeset. Every row must belong to a recorded table of this shape: `apply` would skip others in silence.
pub(crate) fn walk(
    changeset: &[u8],
    shape: &Shape,
    mut visit: impl FnMut(&Walked<'_>) -> Result<()>,
) -> Result<()> {
    let mut bytes = changeset;
    let input: &mut dyn Read = &mut bytes;
    let mut iter = ChangesetIter::start_strm(&input)?;
    while let Some(item) = iter.next()? {
        let operation = item.op()?;
        let table = operation.table_name();
        let count = usize::try_from(operation.number_of_columns()).unwrap_or(0);
        let columns = shape.columns(table).filter(|columns| columns.len() == count);
        let Some(columns) = columns else {
            return Err(StoreError::Damaged(format!("a changeset for a table {table} of {count} columns")));
        };
        let action = match operation.code() {
            Action::SQLITE_INSERT => RowAction::Insert,
            Action::SQLITE_UPDATE => RowAction::Update,
            Action::SQLITE_DELETE => RowAction::Delete,
            _ => return Err(StoreError::Damaged(format!("an unknown change of table {table}"))),
        };
        visit(&Walked { item, table, action, columns })?;
    }
    Ok(())
}
