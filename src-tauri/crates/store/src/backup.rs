//! Copies of the file by SQLite's backup API: consistent while others write, encrypted with the same passphrase, and
//! looked at after writing.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::backup::Backup;

use crate::connection;
use crate::error::{Result, StoreError};
use crate::workspace::Workspace;

/// Pages copied at once; the file is free for writers in between.
const PAGES: i32 = 2048;

impl Workspace {
    /// Writes a copy of the file as it is now and looks at every page of it.
    ///
    /// # Errors
    /// [`StoreError::Exists`] when something is at the path; [`StoreError::DiskFull`]; nothing stays of a failed copy.
    pub fn backup(&self, to: &Path) -> Result<()> {
        if to.exists() {
            return Err(StoreError::Exists(to.to_owned()));
        }
        // The copy appears under its name only when it is whole.
        let beside = with_suffix(to, ".part");
        let copied = self.copy(&beside).and_then(|()| Ok(std::fs::rename(&beside, to)?));
        if copied.is_err() {
            let _ = std::fs::remove_file(&beside);
        }
        copied
    }

    fn copy(&self, to: &Path) -> Result<()> {
        std::fs::write(to, b"")?;
        let mut copy = connection::connect(to, self.passphrase.as_ref(), true)?;
        Backup::new(&self.conn, &mut copy)?.run_to_completion(PAGES, Duration::from_millis(1), None)?;
        connection::quick_check(&copy)?;
        let version = connection::gate(&copy, self.is_encrypted(), self.chain)?;
        if version == self.schema { Ok(()) } else { Err(StoreError::Damaged("the copy".to_owned())) }
    }

    /// Before a migration the file as it was stays beside the new one.
    pub(crate) fn keep_before_upgrade(&self) -> Result<()> {
        let Some(path) = &self.path else { return Ok(()) };
        let kept = with_suffix(path, &format!(".before-format-{}", self.chain.newest()));
        match self.backup(&kept) {
            // An earlier attempt has kept the same state.
            Err(StoreError::Exists(_)) => Ok(()),
            done => done,
        }
    }
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}
