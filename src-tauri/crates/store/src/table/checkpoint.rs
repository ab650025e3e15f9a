//! Checkpoints that left the machine, kept so that a later verification can tell whether history still goes through
//! them.

use std::collections::{BTreeMap, HashMap};

use cairn_domain::id::WorkspaceId;
use cairn_ledger::chain::DeviceKey;
use cairn_ledger::checkpoint::Signed;
use cairn_ledger::{DeviceKeyId, EntryId, SignedCheckpoint};
use rusqlite::Connection;

use crate::error::Result;

/// Notes by the number of entries they state.
pub(crate) fn all(conn: &Connection) -> Result<BTreeMap<u64, String>> {
    let mut statement = conn.prepare("SELECT entries, CAST(note AS BLOB) FROM checkpoint")?;
    let rows = statement.query_map([], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, Vec<u8>>(1)?)))?;
    rows.map(|row| {
        let (entries, note) = row?;
        Ok((entries.unsigned_abs(), String::from_utf8_lossy(&note).into_owned()))
    })
    .collect()
}

/// Keeps a note; one per number of entries is enough.
pub(crate) fn keep(conn: &Connection, entries: u64, note: &str) -> Result<()> {
    let entries = i64::try_from(entries).unwrap_or(i64::MAX);
    conn.execute("INSERT OR IGNORE INTO checkpoint (entries, note) VALUES (?1, ?2)", (entries, note))?;
    Ok(())
}

/// Whether a kept note is sound and lies on the history, whose entry with that number is `found`.
pub(crate) fn holds(
    note: &str,
    workspace: WorkspaceId,
    entries: u64,
    found: Option<&EntryId>,
    keys: &HashMap<DeviceKeyId, DeviceKey>,
) -> std::result::Result<(), &'static str> {
    let signed = SignedCheckpoint::parse(note).map_err(|_| "bad-checkpoint")?;
    let stated = signed.checkpoint;
    let verdicts: Vec<Signed> = keys.values().map(|key| signed.verify(&key.public)).collect();
    if stated.workspace != workspace.0 {
        Err("checkpoint-workspace")
    } else if !verdicts.contains(&Signed::Good) || verdicts.contains(&Signed::Bad) {
        Err("checkpoint-signature")
    } else if stated.count != entries {
        Err("checkpoint-count")
    } else if found != Some(&stated.head) {
        Err("checkpoint-head")
    } else {
        Ok(())
    }
}
