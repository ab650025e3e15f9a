//! Undo: the old values of one entry, written back as a new entry, unless somebody changed the same fields since.

use cairn_domain::id::MemberId;
use cairn_ledger::Kind;
use rusqlite::{OptionalExtension, params_from_iter};

use crate::changes::{RowAction, RowChange};
use crate::error::{FieldConflict, Result, StoreError};
use crate::history::{header_of, undoable};
use crate::read::ReadTx;
use crate::references;
use crate::registry::recorded_table;
use crate::row::still_open;
use crate::undo_packs;
use crate::value::{Cell, Value};
use crate::write::{MessageValue, WriteTx};

/// Name of the number in the message of an undo: which entry it took back.
pub const TAKEN_BACK: &str = "entry";

/// What the next step back and the next step forward of a member would be.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Steps {
    /// The entry to take back. It may be of a kind that cannot be: then it also bars what is older.
    pub undo: Option<u64>,
    /// The undo to take back.
    pub redo: Option<Redo>,
}

/// A step back that can be taken forward again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Redo {
    /// The entry of kind undo.
    pub undo: u64,
    /// What it had taken back.
    pub entry: u64,
}

/// What a chain of undos begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lineage {
    /// The first entry, which is no undo.
    pub root: u64,
    /// Undos on the way: 0 for the entry itself, 1 for its undo, 2 for the undo of that.
    pub undos: u32,
}

impl ReadTx<'_> {
    /// Where a member stands among their own entries after `after`.
    ///
    /// Walks them oldest first with two piles: an undo of the newest deed moves it from *done* to *undone*, an undo of
    /// the newest undo moves it back, and every other entry lies on *done* and empties *undone*. So several undos in a
    /// row walk back, and a redo is possible exactly until the member does something else.
    ///
    /// # Errors
    /// When reading fails or an undo is damaged.
    pub fn steps(&self, actor: MemberId, after: u64) -> Result<Steps> {
        let sql = "SELECT n, kind FROM entry WHERE actor = ?1 AND n > ?2 ORDER BY n";
        let mut statement = self.connection().prepare_cached(sql)?;
        let after = i64::try_from(after).unwrap_or(i64::MAX);
        let mut rows = statement.query((actor.to_string(), after))?;
        let mut done: Vec<u64> = Vec::new();
        let mut undone: Vec<Redo> = Vec::new();
        while let Some(row) = rows.next()? {
            let n = row.get::<_, i64>(0)?.unsigned_abs();
            let is_undo = row.get::<_, String>(1)? == Kind::Undo.as_str();
            let target = if is_undo { self.taken_back(n)? } else { None };
            match (target, done.last(), undone.last()) {
                (Some(target), Some(newest), _) if *newest == target => {
                    done.pop();
                    undone.push(Redo { undo: n, entry: target });
                }
                (Some(target), _, Some(newest)) if newest.undo == target => {
                    done.push(newest.entry);
                    undone.pop();
                }
                _ => {
                    done.push(n);
                    undone.clear();
                }
            }
        }
        Ok(Steps { undo: done.last().copied(), redo: undone.last().copied() })
    }

    /// The entry that an undo took back; none for entries of other kinds.
    ///
    /// # Errors
    /// [`StoreError::NoSuchEntry`], or when it is damaged.
    pub fn taken_back(&self, n: u64) -> Result<Option<u64>> {
        let entry = self.entry(n)?;
        let number = entry.message.args.iter().find_map(|(name, value)| match value {
            MessageValue::Number(number) if name == TAKEN_BACK => u64::try_from(*number).ok(),
            _ => None,
        });
        // What an entry takes back is older than itself; anything else is no reference.
        Ok(number.filter(|number| entry.kind == Kind::Undo && (1..n).contains(number)))
    }

    /// The entry that an undo, an undo of an undo and so on is about in the end.
    ///
    /// # Errors
    /// [`StoreError::NoSuchEntry`], or when one is damaged.
    pub fn lineage(&self, n: u64) -> Result<Lineage> {
        let mut lineage = Lineage { root: n, undos: 0 };
        while let Some(earlier) = self.taken_back(lineage.root)? {
            lineage = Lineage { root: earlier, undos: lineage.undos + 1 };
        }
        Ok(lineage)
    }
}

impl WriteTx<'_> {
    /// Takes back what an entry did and makes this entry an undo. Gives the number of rows written.
    ///
    /// The inverse changeset is never applied: it would abort after later edits and put an old `rev` back. Each column
    /// the entry changed is compared with the live row; where it still has the value the entry left, the old value is
    /// written under the new stamp. A pack stays while something rests on it. Permission for the original action is the
    /// caller's to check.
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
        let (packs, changes): (Vec<_>, Vec<_>) =
            changes.into_iter().partition(|change| change.table == undo_packs::TABLE);
        let mut conflicts = Vec::new();
        for change in &changes {
            self.compare(change, &mut conflicts)?;
        }
        if !conflicts.is_empty() {
            return Err(StoreError::Conflict(conflicts));
        }
        let missing = self.packs_missing()?;
        for change in &changes {
            self.take_back(change)?;
        }
        let packs = self.take_back_packs(&packs)? + self.bring_packs_back(&missing)?;
        // Named here, where whoever asked can still be told what is in the way; COMMIT would only fail.
        if let Some(used) = references::first_broken(self.connection())? {
            return Err(used);
        }
        self.as_kind(Kind::Undo);
        Ok(changes.len() + packs)
    }

    /// The live values of the columns of a change; none when the row is not there.
    pub(crate) fn live(&self, change: &RowChange) -> Result<Option<Vec<Value>>> {
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

    pub(crate) fn take_back(&self, change: &RowChange) -> Result<()> {
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
