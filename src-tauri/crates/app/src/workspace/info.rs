//! What the open file holds, for scripts.

use serde::{Deserialize, Serialize};

use crate::error::AppResult;
use crate::host::Host;
use crate::tag::Tag;
use crate::usecase::HostCall;

/// What the open file holds, for scripts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct WorkspaceInfo {
    /// The organisation's name.
    pub organisation: String,
    /// Version of the schema.
    pub format: u32,
    /// Whether the file is encrypted.
    pub encrypted: bool,
    /// Entries in the ledger.
    pub entries: u64,
    /// Head entry, hexadecimal.
    pub checkpoint: String,
    /// Systems in the register.
    pub systems: u64,
    /// Tables with their class and number of rows.
    pub tables: Vec<TableInfo>,
    /// Frameworks that can be assessed.
    pub frameworks: Vec<FrameworkInfo>,
}

/// One table of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct TableInfo {
    /// Its name.
    pub name: String,
    /// Recorded, ledger, blob or derived.
    pub class: String,
    /// Its rows.
    pub rows: u64,
}

/// One framework the program knows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct FrameworkInfo {
    /// Id.
    pub id: String,
    /// Version of its pack.
    pub version: String,
    /// Its entries.
    pub requirements: usize,
}

/// What the open file holds.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "WorkspaceInfoInput")]
pub struct GetInfo {}

impl HostCall for GetInfo {
    const NAME: &'static str = "workspace.info";
    const TAGS: &'static [Tag] = Tag::ALL;
    const CHANGES: bool = false;
    type Output = WorkspaceInfo;

    fn run(self, host: &Host) -> AppResult<Self::Output> {
        let frameworks = crate::pack::library()?.frameworks().iter().map(|shipped| FrameworkInfo {
            id: shipped.framework.id.clone(),
            version: shipped.framework.version.clone(),
            requirements: shipped.framework.requirements().len(),
        });
        let frameworks = frameworks.collect();
        host.with_open(|open| {
            let info = open.workspace.info()?;
            let (systems, _) = open.workspace.read(crate::system::counts)?;
            let tables = info.tables.into_iter().map(|(table, rows)| TableInfo {
                name: table.name.to_owned(),
                class: table.class.to_string(),
                rows,
            });
            Ok(WorkspaceInfo {
                organisation: info.organisation,
                format: info.format,
                encrypted: info.encrypted,
                entries: info.head.entries,
                checkpoint: info.head.id.to_string(),
                systems,
                tables: tables.collect(),
                frameworks,
            })
        })
    }
}
