//! Devices: one signing key of one member.

use cairn_domain::id::{MemberId, RecordId};
use cairn_domain::time::Timestamp;
use cairn_ledger::DeviceKeyId;
use uuid::Uuid;

use crate::error::{Result, StoreError};
use crate::read::ReadTx;
use crate::row::{Rows, first};

row! {
    /// A key that signs entries for one member; its id is made of the 16 bytes of the ledger's device id.
    "device" => Device {
        /// Whose key it is.
        member: MemberId,
        /// Public key, 64 hexadecimal digits.
        public_key: String,
        /// SHA-256 of the half of the private key that is kept in the file, in hexadecimal.
        share_hash: String,
        /// Place in the order of admission, from 0; gives the letter in human codes.
        number: i64,
        /// What people call it.
        name: String,
        /// When it was admitted.
        admitted_at: Timestamp,
        /// When it was revoked.
        revoked_at: Option<Timestamp>,
    }
}

/// The row id of a device.
#[must_use]
pub fn device_row_id(device: &DeviceKeyId) -> RecordId {
    RecordId(Uuid::from_bytes(*device.as_bytes()))
}

impl ReadTx<'_> {
    /// Number in this file and time of the newest entry a device signed; none before its first.
    ///
    /// # Errors
    /// When reading fails.
    pub fn last_entry_of(&self, device: RecordId) -> Result<Option<(u64, Timestamp)>> {
        let sql = "SELECT n, time FROM entry WHERE device = ?1 ORDER BY seq DESC LIMIT 1";
        let row = first(self.connection(), sql, [device.0.simple().to_string()], |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?))
        })?;
        row.map(|(n, time)| {
            let time = time.parse().map_err(|_| StoreError::Damaged(format!("the time of entry {n}")))?;
            Ok((n.unsigned_abs(), time))
        })
        .transpose()
    }
}

impl Rows<'_, Device> {
    /// The number the next device gets.
    pub(crate) fn next_number(&self) -> Result<i64> {
        Ok(first(self.conn, "SELECT coalesce(max(number) + 1, 0) FROM device", [], |row| row.get(0))?
            .unwrap_or(0))
    }
}
