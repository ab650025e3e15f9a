//! What the ledger says of things that are not recorded themselves: derived rows, and bytes that rows name.

use std::collections::{BTreeMap, HashSet};
use std::hash::{BuildHasher, RandomState};

use cairn_ledger::Header;
use rusqlite::Connection;

use crate::changes::Walked;
use crate::derived::{self, Named};
use crate::error::Result;
use crate::registry::recorded_table;
use crate::table::{code_seen, touched};

/// Kept while the ledger is replayed.
pub(crate) struct Trace {
    named: Named,
    touched: Tally,
    codes: BTreeMap<String, i64>,
    blobs: HashSet<String>,
}

/// A sum of hashes: two lists with the same members in any order have the same. The keys of the hashes are drawn anew
/// for each verification, so that no list can be made to fit.
#[derive(Clone)]
struct Tally {
    keys: [RandomState; 2],
    sums: [u64; 2],
    members: u64,
}

impl Tally {
    fn new() -> Self {
        Self { keys: [RandomState::new(), RandomState::new()], sums: [0; 2], members: 0 }
    }

    /// An empty list under the same keys.
    fn beside(&self) -> Self {
        Self { sums: [0; 2], members: 0, ..self.clone() }
    }

    fn add(&mut self, record: &str, n: i64, table: &str, row: &str) {
        for (sum, key) in self.sums.iter_mut().zip(&self.keys) {
            *sum = sum.wrapping_add(key.hash_one((record, n, table, row)));
        }
        self.members += 1;
    }

    fn fits(&self, other: &Self) -> bool {
        (self.sums, self.members) == (other.sums, other.members)
    }
}

impl Trace {
    pub fn new() -> Self {
        Self { named: Named::default(), touched: Tally::new(), codes: BTreeMap::new(), blobs: HashSet::new() }
    }

    /// Notes an entry.
    pub fn entry(&mut self, n: i64, header: &Header) {
        if let Some(subject) = &header.subject {
            self.touched.add(subject, n, "", "");
        }
    }

    /// Notes a row that an entry changed.
    pub fn row(&mut self, n: i64, row: &Walked<'_>) -> Result<()> {
        let named = &self.named;
        let records = derived::concerned(row, |id, column| Ok(named.value(row.table, id, column)))?;
        for record in records {
            self.touched.add(&record, n, row.table, &row.id());
        }
        self.named.note(row);
        if let Some((series, number)) = derived::code_of(row) {
            let last = self.codes.entry(series).or_default();
            *last = i64::from(number).max(*last);
        }
        for column in recorded_table(row.table).map_or(&[][..], |table| table.blobs) {
            let names = [row.after(column), row.before(column)];
            self.blobs.extend(names.into_iter().flatten().filter_map(|name| name.text().map(str::to_owned)));
        }
        Ok(())
    }

    /// Whether a row ever named these bytes; undo takes the row back and leaves the bytes.
    pub fn names(&self, sha256: &str) -> bool {
        self.blobs.contains(sha256)
    }

    /// Whether the history by record says of entries up to `n` what the ledger says.
    pub fn fits_touched(&self, conn: &Connection, n: i64) -> Result<bool> {
        let mut live = self.touched.beside();
        touched::each(conn, |record, entry, table, row| {
            if entry <= n {
                live.add(record, entry, table, row);
            }
        })?;
        Ok(live.fits(&self.touched))
    }

    /// Whether the codes once in use are those of the ledger. Nobody may have written since the last entry noted.
    pub fn fits_codes(&self, conn: &Connection) -> Result<bool> {
        Ok(code_seen::all(conn)? == self.codes)
    }
}
