//! Copies of the file by SQLite's backup API: consistent while others write, encrypted with the same passphrase, and
//! looked at after writing. One a day is kept of each file, three in all.

use std::path::{Path, PathBuf};
use std::time::Duration;

use cairn_domain::id::WorkspaceId;
use cairn_domain::time::{Date, Timestamp};
use rusqlite::backup::Backup;

use crate::connection;
use crate::error::{Result, StoreError};
use crate::keys::private_folder;
use crate::schema::Chain;
use crate::secret::Passphrase;
use crate::workspace::Workspace;

/// Pages copied at once; the file is free for writers in between.
const PAGES: i32 = 2048;
/// Backups kept of one file; the oldest goes first.
pub const KEPT: usize = 3;
/// File name ending of workspaces and their backups.
const ENDING: &str = ".cairn";
/// Length of `-YYYY-MM-DD`.
const DAY_LENGTH: usize = 11;

/// The folder with the backups of one workspace. A copy of a workspace is the same workspace under another file name:
/// the backups of both lie in one folder and are told apart by the name they begin with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backups {
    folder: PathBuf,
}

/// One backup: a whole workspace file under the passphrase the workspace had that day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupFile {
    /// Where it is.
    pub path: PathBuf,
    /// Name of the file it was made of, without the ending.
    pub stem: String,
    /// The day it stands for.
    pub day: Date,
    /// When it was written.
    pub written_at: Option<Timestamp>,
    /// Its bytes.
    pub size: u64,
}

/// What copies a workspace on a connection of its own, so that it can work on another thread.
pub struct Copier {
    path: PathBuf,
    passphrase: Option<Passphrase>,
    chain: &'static Chain,
}

impl Backups {
    /// The backups of a workspace below a folder; each workspace has one of its own there.
    #[must_use]
    pub fn of(root: &Path, workspace: WorkspaceId) -> Self {
        Self { folder: root.join(workspace.to_string()) }
    }

    /// The folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The backups there are, newest day first. Other files in the folder are left out; no folder means none.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn list(&self) -> Result<Vec<BackupFile>> {
        let entries = match std::fs::read_dir(&self.folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(error.into()),
        };
        let mut found = Vec::new();
        for entry in entries {
            let entry = entry?;
            let name = entry.file_name();
            let Some((stem, day)) = name.to_str().and_then(parts) else { continue };
            let data = entry.metadata()?;
            if data.is_file() {
                let written_at = data.modified().ok().and_then(crate::clock::stored_form);
                let (path, stem, size) = (entry.path(), stem.to_owned(), data.len());
                found.push(BackupFile { path, stem, day, written_at, size });
            }
        }
        found.sort_by(|a, b| (&b.day, &b.written_at).cmp(&(&a.day, &a.written_at)));
        Ok(found)
    }

    /// The backups of one file among them, newest day first.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn of_file(&self, file: &Path) -> Result<Vec<BackupFile>> {
        let stem = stem_of(file);
        Ok(self.list()?.into_iter().filter(|backup| backup.stem == stem).collect())
    }

    /// Keeps the workspace as it is now as the backup of a day, in place of an earlier one of that day, and lets the
    /// oldest go. An earlier backup stays until the new one has been looked at.
    ///
    /// # Errors
    /// [`StoreError::DiskFull`], [`StoreError::ReadOnly`], [`StoreError::Io`] when the folder cannot be written.
    pub fn keep(&self, copier: &Copier, day: &Date) -> Result<BackupFile> {
        private_folder(&self.folder)?;
        let to = self.folder.join(format!("{}-{day}{ENDING}", stem_of(&copier.path)));
        let beside = with_suffix(&to, ".part");
        // Left by a program that was ended while it copied.
        let _ = std::fs::remove_file(&beside);
        let copied = copier.copy(&beside).and_then(|()| Ok(std::fs::rename(&beside, &to)?));
        if let Err(error) = copied {
            let _ = std::fs::remove_file(&beside);
            return Err(error);
        }
        let mut kept = self.of_file(&copier.path)?;
        for old in kept.iter().skip(KEPT) {
            // One that cannot be removed is no reason to call the new one failed.
            let _ = std::fs::remove_file(&old.path);
        }
        let at = kept.iter().position(|backup| backup.path == to);
        let gone = || StoreError::Io(std::io::Error::other("the backup is gone again"));
        at.map(|at| kept.swap_remove(at)).ok_or_else(gone)
    }
}

fn stem_of(file: &Path) -> String {
    file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The file a backup was made of and the day it stands for, from its name.
fn parts(name: &str) -> Option<(&str, Date)> {
    let name = name.strip_suffix(ENDING)?;
    let (stem, day) = name.split_at_checked(name.len().checked_sub(DAY_LENGTH)?)?;
    Some((stem, day.strip_prefix('-')?.parse().ok()?))
}

impl Copier {
    fn copy(&self, to: &Path) -> Result<()> {
        let source = connection::connect(&self.path, self.passphrase.as_ref(), false)?;
        copy(&source, to, self.passphrase.as_ref(), self.chain)
    }
}

/// Copies page by page, then opens the copy like a file and looks at every page of it.
fn copy(
    source: &rusqlite::Connection,
    to: &Path,
    passphrase: Option<&Passphrase>,
    chain: &'static Chain,
) -> Result<()> {
    std::fs::write(to, b"")?;
    let mut copy = connection::connect(to, passphrase, true)?;
    Backup::new(source, &mut copy)?.run_to_completion(PAGES, Duration::from_millis(1), None)?;
    connection::quick_check(&copy)?;
    let version = connection::gate(&copy, passphrase.is_some(), chain)?;
    let expected: i64 = source.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if i64::from(version) == expected { Ok(()) } else { Err(StoreError::Damaged("the copy".to_owned())) }
}

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
        let copied = copy(&self.conn, &beside, self.passphrase.as_ref(), self.chain)
            .and_then(|()| Ok(std::fs::rename(&beside, to)?));
        if copied.is_err() {
            let _ = std::fs::remove_file(&beside);
        }
        copied
    }

    /// What copies this workspace on another thread; none for a workspace in memory.
    #[must_use]
    pub fn copier(&self) -> Option<Copier> {
        let path = self.path.clone()?;
        Some(Copier { path, passphrase: self.passphrase.clone(), chain: self.chain })
    }

    /// Before a migration the file as it was is kept: as the backup of the day where backups go to a folder, else, or
    /// when that folder cannot be written, beside the file.
    pub(crate) fn keep_before_upgrade(&self, root: Option<&Path>) -> Result<()> {
        let Some(path) = &self.path else { return Ok(()) };
        if let (Some(root), Some(copier)) = (root, self.copier()) {
            let day = self.clock.now().date();
            if Backups::of(root, self.id).keep(&copier, &day).is_ok() {
                return Ok(());
            }
        }
        let kept = with_suffix(path, &format!(".before-format-{}", self.chain.newest()));
        match self.backup(&kept) {
            // An earlier attempt has kept the same state.
            Err(StoreError::Exists(_)) => Ok(()),
            done => done,
        }
    }
}

pub(crate) fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_with_a_day_are_backups() {
        let day: Date = "2026-11-24".parse().unwrap();
        assert_eq!(parts("harbour-2026-11-24.cairn"), Some(("harbour", day.clone())));
        assert_eq!(parts("a-2026-11-23-2026-11-24.cairn"), Some(("a-2026-11-23", day)));
        let long = format!("{}.cairn", "é".repeat(11));
        for other in ["harbour.cairn", "harbour-2026-13-24.cairn", "2026-11-24.cairn", &long, "a-2026-11-24"]
        {
            assert_eq!(parts(other), None, "{other}");
        }
    }
}
