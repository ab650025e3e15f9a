//! Whose turn it is to write: other programs that hold the file, wrote to it, replaced it, or revoked this device.

use std::time::Duration;

use crate::connection;
use crate::error::{Result, StoreError};
use crate::read::ReadTx;
use crate::table::device::device_row_id;
use crate::workspace::Workspace;
use crate::write::Identity;

impl Workspace {
    /// A number that changes when another connection wrote to the file; poll it and read the entries since.
    ///
    /// # Errors
    /// When reading fails.
    pub fn data_version(&self) -> Result<i64> {
        Ok(self.conn.pragma_query_value(None, "data_version", |row| row.get(0))?)
    }

    /// Whether a write could begin at this moment, without waiting. Nothing is changed. Where nothing can be written at
    /// all the answer is yes: the write itself says why not.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn is_free(&self) -> Result<bool> {
        if self.read_only || !self.conn.is_autocommit() {
            return Ok(true);
        }
        let patience = self.patience()?;
        self.conn.busy_timeout(Duration::ZERO)?;
        let begun = self.conn.execute_batch("BEGIN IMMEDIATE").map_err(StoreError::from);
        if begun.is_ok() {
            self.conn.execute_batch("ROLLBACK")?;
        }
        self.conn.busy_timeout(patience)?;
        Ok(!matches!(begun, Err(StoreError::Busy)))
    }

    /// How long a statement waits for another program.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn patience(&self) -> Result<Duration> {
        let millis: i64 = self.conn.pragma_query_value(None, "busy_timeout", |row| row.get(0))?;
        Ok(Duration::from_millis(millis.unsigned_abs()))
    }

    /// How long a statement waits for another program; 10 s unless set.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn set_patience(&self, patience: Duration) -> Result<()> {
        Ok(self.conn.busy_timeout(patience)?)
    }

    /// Refuses to sign for a file that was replaced or with a device that was revoked.
    pub(crate) fn may_sign(&self, identity: &Identity, tx: &ReadTx<'_>) -> Result<()> {
        if self.is_replaced() {
            return Err(StoreError::Replaced);
        }
        let revoked = tx.device().get(device_row_id(&identity.device))?.revoked_at.is_some();
        if revoked { Err(StoreError::NoKey) } else { Ok(()) }
    }

    /// Whether another file lies at the path now. What is written from then on would be lost, so nothing is.
    #[must_use]
    pub fn is_replaced(&self) -> bool {
        self.path.as_deref().is_some_and(|path| connection::file_id(path) != self.file)
    }
}
