//! Devices: one signing key of one member.

use cairn_domain::id::{MemberId, RecordId};
use cairn_domain::time::Timestamp;
use cairn_ledger::DeviceKeyId;
use uuid::Uuid;

use crate::error::Result;
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

impl Rows<'_, Device> {
    /// Devices of a member, in the order of admission.
    ///
    /// # Errors
    /// When reading fails.
    pub fn of_member(&self, member: MemberId) -> Result<Vec<Device>> {
        self.select("WHERE member = ?1 ORDER BY number", [member.to_string()])
    }

    /// The number the next device gets.
    pub(crate) fn next_number(&self) -> Result<i64> {
        Ok(first(self.conn, "SELECT coalesce(max(number) + 1, 0) FROM device", [], |row| row.get(0))?
            .unwrap_or(0))
    }
}
