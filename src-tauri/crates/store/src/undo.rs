//! Undo: the old values of one entry, written back as a new entry, unless somebody changed the same fields since.

use cairn_ledger::Kind;
use rusqlite::{OptionalExtension, params_from_iter};

use crate::changes::{RowAction, RowChange};
use crate::error::{FieldConflict, Result, StoreError};
use crate::history::{header_of, undoable};
use crate::registry::recorded_table;
use crate::value::{Cell, Value};
use crate::write::{WriteTx, still_open};

impl WriteTx<'_> {
    /// Takes back what an entry did and makes this entry an undo. Gives the number of rows written.
    ///
    /// The inverse changeset is never applied: it would abort after later edits and put an old `rev` back. Each column
    /// the entry changed is compared with the live row; where it still has the value the entry left, the old value is
    /// written under the new stamp. Permission for the original action is the caller's to check.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] with every field that was changed since; nothing is written then.
    /// [`StoreError::NotUndoable`] for kinds that cannot be undone.
    pub fn undo(&mut self, n: u64) -> Result<usize> {
        let kind = header_of(&self.stored_entry(n)?)?.kind;
        if !undoable(kind) {
            return Err(StoreError::NotUndoable(kind));
        }
        let changes = self.changes(n, None, usize::MAX)?;
        let mut conflicts = Vec::new();
        for change in &changes {
            self.compare(change, &mut conflicts)?;
        }
        if !conflicts.is_empty() {
            return Err(StoreError::Conflict(conflicts));
        }
        for change in &changes {
            self.take_back(change)?;
        }
        self.as_kind(Kind::Undo);
        Ok(changes.len())
    }

    /// The live values of the columns of a change; none when the row is not there.
    fn live(&self, change: &RowChange) -> Result<Option<Vec<Value>>> {
        let table = table_of(change)?;
        let names: Vec<&str> = change.columns.iter().map(|column| column.column.as_str()).collect();
        let list = if names.is_empty() { "id".to_owned() } else { names.join(", ") };
        let sql = format!("SELECT {list} FROM {table} WHERE id = ?1");
        let mut statement = self.connection().prepare_cached(&sql)?;
        let values = statement
            .query_row([&change.row], |row| {
                (0..names.len()).map(|at| Ok(Value::of(row.get_ref(at)?).unwrap_or(Value::Null))).collect()
            })
            .optional()?;
        Ok(values)
    }

    fn compare(&self, change: &RowChange, conflicts: &mut Vec<FieldConflict>) -> Result<()> {
        let mut conflict = |column: Option<&str>, expected: Option<Value>, found: Option<Value>| {
            conflicts.push(FieldConflict {
                table: change.table.clone(),
                row: change.row.clone(),
                column: column.map(str::to_owned),
                expected,
                found,
            });
        };
        match (change.action, self.live(change)?) {
            (RowAction::Delete, None) => {}
            (RowAction::Delete, Some(_)) | (_, None) => conflict(None, None, None),
            (_, Some(live)) => {
                for (column, found) in change.columns.iter().zip(live) {
                    if column.new != found {
                        conflict(Some(&column.column), Some(column.new.clone()), Some(found));
                    }
                }
            }
        }
        Ok(())
    }

    fn take_back(&self, change: &RowChange) -> Result<()> {
        still_open(self.connection())?;
        let table = table_of(change)?;
        let head = [Value::Text(change.row.clone()), self.stamp().to_value()];
        let values = head.into_iter().chain(change.columns.iter().map(|column| column.old.clone()));
        let sql = match change.action {
            RowAction::Insert => {
                let sql = format!("DELETE FROM {table} WHERE id = ?1");
                self.connection().prepare_cached(&sql)?.execute([&change.row])?;
                return Ok(());
            }
            RowAction::Update => {
                let sets: Vec<String> = change
                    .columns
                    .iter()
                    .zip(3..)
                    .map(|(column, at)| format!(", {} = ?{at}", column.column))
                    .collect();
                format!("UPDATE {table} SET rev = ?2{} WHERE id = ?1", sets.concat())
            }
            RowAction::Delete => {
                let names: Vec<String> =
                    change.columns.iter().map(|column| format!(", {}", column.column)).collect();
                let marks: Vec<String> = (3..change.columns.len() + 3).map(|at| format!(", ?{at}")).collect();
                format!("INSERT INTO {table} (id, rev{}) VALUES (?1, ?2{})", names.concat(), marks.concat())
            }
        };
        self.connection().prepare_cached(&sql)?.execute(params_from_iter(values))?;
        Ok(())
    }
}

/// The table's name as the registry has it: no text of a file ever becomes SQL.
fn table_of(change: &RowChange) -> Result<&'static str> {
    let unknown = || StoreError::Damaged(format!("a change of an unknown table {}", change.table));
    recorded_table(&change.table).map(|table| table.name).ok_or_else(unknown)
}
