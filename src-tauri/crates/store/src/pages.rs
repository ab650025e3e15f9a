//! A look at every page of a file, on a connection of its own so that it can work on another thread.

use std::path::PathBuf;

use crate::connection;
use crate::error::{Result, StoreError};
use crate::registry::TABLES;
use crate::secret::Passphrase;
use crate::workspace::Workspace;

/// Looks at the pages of one file.
pub struct PageCheck {
    path: PathBuf,
    passphrase: Option<Passphrase>,
}

impl PageCheck {
    /// Looks at the pages table by table, so that no read lock lasts over all of them.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] with what was found; another one when the file cannot be looked at now.
    pub fn run(&self) -> Result<()> {
        let conn = connection::connect(&self.path, self.passphrase.as_ref(), false)?;
        for table in TABLES {
            let answer: String =
                conn.query_row(&format!("PRAGMA quick_check({})", table.name), [], |row| row.get(0))?;
            if answer != "ok" {
                return Err(StoreError::Damaged(answer));
            }
        }
        Ok(())
    }
}

impl Workspace {
    /// A look at every page, to be run weekly in the background; none for a workspace in memory.
    #[must_use]
    pub fn page_check(&self) -> Option<PageCheck> {
        Some(PageCheck { path: self.path.clone()?, passphrase: self.passphrase.clone() })
    }
}
