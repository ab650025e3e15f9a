//! Public keys of devices beside the ledger, so that signatures can be checked before anything is replayed.

use cairn_domain::id::MemberId;
use cairn_ledger::chain::DeviceKey;
use cairn_ledger::{DeviceKeyId, PublicKey};
use rusqlite::Connection;

use crate::error::Result;
use crate::row::first;
use crate::table::entry::text;

/// A stored key; text as found, because a changed file may hold anything.
#[derive(Debug, Clone)]
pub(crate) struct StoredKey {
    pub device: String,
    pub member: String,
    pub public_key: String,
    pub share: Vec<u8>,
}

impl StoredKey {
    /// The key for checking signatures, if it is one.
    pub fn parse(&self) -> Option<(DeviceKeyId, DeviceKey)> {
        let public: PublicKey = self.public_key.parse().ok()?;
        let member: MemberId = self.member.parse().ok()?;
        Some((self.device.parse().ok()?, DeviceKey { public, member: member.0 }))
    }
}

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<StoredKey> {
    let field = |at| Ok::<_, rusqlite::Error>(text(row, at)?.unwrap_or_default());
    Ok(StoredKey { device: field(0)?, member: field(1)?, public_key: field(2)?, share: row.get(3)? })
}

pub(crate) fn all(conn: &Connection) -> Result<Vec<StoredKey>> {
    let mut statement =
        conn.prepare("SELECT device, member, public_key, share FROM device_key ORDER BY rowid")?;
    let keys = statement.query_map([], read)?.collect::<rusqlite::Result<_>>()?;
    Ok(keys)
}

pub(crate) fn find(conn: &Connection, device: &DeviceKeyId) -> Result<Option<StoredKey>> {
    let sql = "SELECT device, member, public_key, share FROM device_key WHERE device = ?1";
    first(conn, sql, [device.to_string()], read)
}

pub(crate) fn insert(conn: &Connection, key: &StoredKey) -> Result<()> {
    conn.execute(
        "INSERT INTO device_key (device, member, public_key, share) VALUES (?1, ?2, ?3, ?4)",
        (&key.device, &key.member, &key.public_key, &key.share),
    )?;
    Ok(())
}
