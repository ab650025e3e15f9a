//! Packs and undo. The entry in which somebody first decided under a pack also stored it; taking back that decision must
//! not take the pack from the decisions that others made under it since.

use std::collections::{BTreeMap, BTreeSet};

use cairn_domain::id::Stamp;
use cairn_domain::state::PackState;

use crate::changes::{RowAction, RowChange};
use crate::error::{Result, StoreError};
use crate::row::Rows;
use crate::table::pack::{Pack, rested_on};
use crate::table::touched;
use crate::value::{Cell, Value};
use crate::write::WriteTx;

/// Table of the packs.
pub(crate) const TABLE: &str = "pack";

impl WriteTx<'_> {
    /// Takes back what an entry did to packs, after all else it did was taken back. Nothing of it is taken back while
    /// something rests on one of the packs, or when one was superseded since; neither is a conflict, because nobody
    /// asked for the pack by itself. Gives the number of rows written.
    pub(crate) fn take_back_packs(&mut self, changes: &[RowChange]) -> Result<usize> {
        if self.packs_stay(changes)? {
            return Ok(0);
        }
        let mut written = 0;
        // Packs that were superseded go first: a row that comes back looks at which one is current.
        let order = [RowAction::Update, RowAction::Insert, RowAction::Delete];
        for action in order {
            for change in changes.iter().filter(|change| change.action == action) {
                let live = self.live(change)?;
                let as_left = match (action, &live) {
                    (RowAction::Delete, live) => live.is_none(),
                    (_, Some(live)) => is_as_left(change, live),
                    (_, None) => false,
                };
                if as_left {
                    self.take_back(change)?;
                    written += 1;
                }
            }
        }
        Ok(written)
    }

    /// Whether a pack that an entry stored has to stay.
    fn packs_stay(&self, changes: &[RowChange]) -> Result<bool> {
        let mut gone = BTreeSet::new();
        for change in changes.iter().filter(|change| change.action == RowAction::Insert) {
            if let Some(live) = self.live(change)? {
                if !is_as_left(change, &live) {
                    return Ok(true);
                }
                gone.insert(change.row.as_str());
            }
        }
        if gone.is_empty() {
            return Ok(false);
        }
        let all = self.packs()?;
        let stays = |row: &&Pack| !gone.contains(row.id.to_string().as_str());
        let left: Vec<Pack> = all.iter().filter(stays).cloned().collect();
        let rested = rested_on(self.connection())?;
        Ok(rested.iter().any(|sha256| parts(&all, sha256) != parts(&left, sha256)))
    }

    /// Hashes of packs that something rests on although they, or their words, are not there.
    pub(crate) fn packs_missing(&self) -> Result<BTreeSet<String>> {
        let all = self.packs()?;
        let mut missing = rested_on(self.connection())?;
        missing.retain(|sha256| parts(&all, sha256) != (true, true));
        Ok(missing)
    }

    /// Brings packs back that are missing now and were not before: an undo that does a decision again may come after one
    /// that took back the decision by which the pack was stored. Gives the number of rows written.
    pub(crate) fn bring_packs_back(&mut self, missing_before: &BTreeSet<String>) -> Result<usize> {
        let missing = self.packs_missing()?;
        let missing: BTreeSet<&String> = missing.difference(missing_before).collect();
        if missing.is_empty() {
            return Ok(0);
        }
        let mut written = 0;
        let ever = self.packs_ever_stored()?;
        for pack in ever.values().filter(|pack| missing.contains(&pack.sha256)) {
            for row in ever.values().filter(|row| row.id == pack.id || row.is_words_of(pack)) {
                if self.pack().find(row.id)?.is_none() {
                    let is_other = self.pack().current(&row.pack)?.is_some();
                    let state = if is_other { PackState::Superseded } else { PackState::Current };
                    self.pack().insert(&Pack { state, ..row.clone() })?;
                    written += 1;
                }
            }
        }
        Ok(written)
    }

    /// Every pack that any entry ever stored, by id. Its bytes are in the file still: undo leaves them.
    fn packs_ever_stored(&self) -> Result<BTreeMap<String, Pack>> {
        let mut found = BTreeMap::new();
        for n in touched::entries_on(self.connection(), TABLE)? {
            for change in self.changes(n, None, usize::MAX)? {
                if change.table == TABLE && change.action == RowAction::Insert {
                    found.insert(change.row.clone(), of_change(&change, self.stamp())?);
                }
            }
        }
        Ok(found)
    }

    fn packs(&self) -> Result<Vec<Pack>> {
        Rows::<Pack>::new(self.connection()).all()
    }
}

/// Whether a row is still as an entry left it.
fn is_as_left(change: &RowChange, live: &[Value]) -> bool {
    change.columns.iter().zip(live).all(|(column, value)| column.new == *value)
}

/// Whether a pack is there, and whether its words are.
fn parts(rows: &[Pack], sha256: &str) -> (bool, bool) {
    let mut found = rows.iter().filter(|row| row.sha256 == sha256).peekable();
    (found.peek().is_some(), found.any(|pack| rows.iter().any(|row| row.is_words_of(pack))))
}

/// The row that an entry made.
fn of_change(change: &RowChange, rev: Stamp) -> Result<Pack> {
    Ok(Pack {
        id: read(Value::Text(change.row.clone()))?,
        rev,
        pack: read(made(change, "pack"))?,
        version: read(made(change, "version"))?,
        date: read(made(change, "date"))?,
        sha256: read(made(change, "sha256"))?,
        state: read(made(change, "state"))?,
    })
}

fn made(change: &RowChange, column: &str) -> Value {
    change.column(column).map_or(Value::Null, |column| column.new.clone())
}

fn read<T: Cell>(value: Value) -> Result<T> {
    T::from_value(value).map_err(|detail| StoreError::Damaged(format!("a pack in the ledger: {detail}")))
}
