//! The schema chain: migrations, the shape of the recorded tables after each, and the schema a file must have.
//!
//! There is no separate script of the current schema: a new file is made by running the same chain an old one runs.

mod shape;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use rusqlite::Connection;

use crate::error::{Result, StoreError};
pub(crate) use shape::{Shape, shape_of};

/// `application_id` of a workspace file: `Cirn` in ASCII.
pub const APPLICATION_ID: i32 = 0x4369_726e;

/// One step of the schema. Deterministic: no clock, no randomness, no new ids; columns are only ever appended.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Migration {
    /// Version of the schema after it, from 1 without gaps.
    pub version: u32,
    /// What it does, in a few words; stands in the ledger.
    pub name: &'static str,
    /// The statements.
    pub sql: &'static str,
    /// Hash of the shape of the recorded tables after it, in hexadecimal.
    pub shape: &'static str,
}

/// The migrations a program knows.
#[derive(Debug)]
pub(crate) struct Chain {
    migrations: &'static [Migration],
    made: Mutex<BTreeMap<u32, Arc<Made>>>,
}

/// What running the chain up to a version makes.
#[derive(Debug)]
struct Made {
    items: BTreeSet<SchemaItem>,
    shape: Arc<Shape>,
}

/// The chain of this program.
pub(crate) static CHAIN: LazyLock<Chain> = LazyLock::new(|| Chain::new(MIGRATIONS));

/// The migrations of this program.
pub(crate) const MIGRATIONS: &[Migration] = &[
    Migration {
        version: 1,
        name: "foundation",
        sql: include_str!("0001_foundation.sql"),
        shape: "8529a8821e1593c7b3c310ef6e5c89e186662b32cc7e68617cc18933cf533712",
    },
    Migration {
        version: 2,
        name: "assess",
        sql: include_str!("0002_assess.sql"),
        shape: "dbdd81d3cea741f145bf2bd96ce465a33154920debc54766ea32d45c8d87e289",
    },
    Migration {
        version: 3,
        name: "cases",
        sql: include_str!("0003_cases.sql"),
        shape: "ee7f367c100ef305190b0af5a5cd999a440eb101d479e508c7c8f5db7980637f",
    },
    Migration {
        version: 4,
        name: "register",
        sql: include_str!("0004_register.sql"),
        shape: "9aa705742a2a0cb2df74999858fd0defb769eb5146ff15959c0f566c352f8e90",
    },
    Migration {
        version: 5,
        name: "frozen",
        sql: include_str!("0005_frozen.sql"),
        shape: "4905b5f432aadb090f77185c08fae87bfde4372a0ea7cc2f58fec55a97013946",
    },
    Migration {
        version: 6,
        name: "held",
        sql: include_str!("0006_held.sql"),
        shape: "1536fdc38e4a2462b98a04712d5470e4ce61f010a5cecfd4b26c4aeead687fc4",
    },
    Migration {
        version: 7,
        name: "judged",
        sql: include_str!("0007_judged.sql"),
        shape: "aae3c36f34b60763e6f0ac200fd320a80be00026aa41064f402e17f207783fe2",
    },
];

/// `type, name, tbl_name, sql` of one row of `sqlite_schema`.
pub(crate) type SchemaItem = (String, String, String, Option<String>);

/// One thing in which the schema of a file is not ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Odd {
    /// `table`, `index`, `trigger` or `view`.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// The table it belongs to.
    pub table: String,
    /// Whether the file lacks it; otherwise it has it changed, or as a foreign one.
    pub lacks: bool,
}

impl std::fmt::Display for Odd {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let what = if self.lacks { "the schema lacks the" } else { "the schema has a changed or foreign" };
        write!(f, "{what} {} {}", self.kind, self.name)
    }
}

impl Chain {
    pub const fn new(migrations: &'static [Migration]) -> Self {
        Self { migrations, made: Mutex::new(BTreeMap::new()) }
    }

    /// The newest version this program knows.
    pub fn newest(&self) -> u32 {
        self.migrations.last().map_or(0, |migration| migration.version)
    }

    /// The shape of the recorded tables in a version. Its hash is the one committed for that version, which a test
    /// holds.
    pub fn shape(&self, version: u32) -> Result<Arc<Shape>> {
        Ok(Arc::clone(&self.make(version)?.shape))
    }

    fn make(&self, version: u32) -> Result<Arc<Made>> {
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = made.get(&version) {
            return Ok(Arc::clone(known));
        }
        let newer = || StoreError::NewerFormat { found: version, supported: self.newest() };
        let step = self.step(version).ok_or_else(newer)?;
        let fresh = Connection::open_in_memory()?;
        self.migrate(&fresh, 0, version)?;
        let shape = Arc::new(shape_of(&fresh)?);
        if hex::encode(shape.hash()) != step.shape {
            return Err(StoreError::Damaged(format!(
                "the migrations of this program: {}",
                hex::encode(shape.hash())
            )));
        }
        let new = Arc::new(Made { items: schema_items(&fresh)?, shape });
        made.insert(version, Arc::clone(&new));
        Ok(new)
    }

    /// The migration that leads to a version.
    pub fn step(&self, version: u32) -> Option<&'static Migration> {
        self.migrations.iter().find(|step| step.version == version)
    }

    /// Runs the migrations after `from` up to `to`.
    pub fn migrate(&self, conn: &Connection, from: u32, to: u32) -> Result<()> {
        if to > self.newest() {
            return Err(StoreError::NewerFormat { found: to, supported: self.newest() });
        }
        for step in self.migrations.iter().filter(|step| step.version > from && step.version <= to) {
            conn.execute_batch(step.sql)?;
        }
        conn.pragma_update(None, "user_version", to)?;
        Ok(())
    }

    /// Refuses a file whose schema is not the one this program makes for that version.
    pub fn check(&self, conn: &Connection, version: u32) -> Result<()> {
        match self.differences(conn, version)?.first() {
            Some(odd) => Err(StoreError::Damaged(odd.to_string())),
            None => Ok(()),
        }
    }

    /// Compares the schema of a file with the one this program makes for that version, word for word.
    pub fn differences(&self, conn: &Connection, version: u32) -> Result<Vec<Odd>> {
        let found = schema_items(conn)?;
        let made = self.make(version)?;
        let odd = |item: &SchemaItem, lacks| Odd {
            kind: item.0.clone(),
            name: item.1.clone(),
            table: item.2.clone(),
            lacks,
        };
        let foreign = found.difference(&made.items).map(|item| odd(item, false));
        Ok(foreign.chain(made.items.difference(&found).map(|item| odd(item, true))).collect())
    }
}

fn schema_items(conn: &Connection) -> Result<BTreeSet<SchemaItem>> {
    let mut statement = conn.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema")?;
    let items = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(items)
}

#[cfg(test)]
mod tests;
