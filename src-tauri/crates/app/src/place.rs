//! Places: files a person chose, known to the window by an opaque token only.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::error::{AppError, AppResult, Code};

/// A token for a file. It says nothing about where the file is.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(transparent)]
pub struct Token(pub String);

/// A chosen file as the window sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct Place {
    /// The token to pass to a use case.
    pub token: Token,
    /// The file's name.
    pub name: String,
    /// The folder, for a person to read.
    pub folder: String,
    /// Whether a cloud service or a server keeps that folder; two programs that write there at a time do damage.
    pub shared: bool,
}

/// The files chosen since the program started.
#[derive(Debug, Default)]
pub struct Places(Mutex<HashMap<Token, PathBuf>>);

impl Places {
    /// Hands out a token for a path a person chose in a dialog, dropped on the window, or gave on the command line.
    pub fn admit(&self, path: &Path) -> Place {
        let token = Token(Uuid::new_v4().simple().to_string());
        if let Ok(mut places) = self.0.lock() {
            places.insert(token.clone(), path.to_owned());
        }
        let text = |part: Option<&std::ffi::OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
        let folder = text(path.parent().map(Path::as_os_str));
        Place { token, name: text(path.file_name()), folder, shared: is_shared(path, &mounts()) }
    }

    /// The path behind a token.
    ///
    /// # Errors
    /// [`Code::Missing`] when no such file was chosen.
    pub fn path(&self, token: &Token) -> AppResult<PathBuf> {
        let known = self.0.lock().ok().and_then(|places| places.get(token).cloned());
        known.ok_or_else(|| AppError::new(Code::Missing))
    }
}

/// The error for a file to write whose folder is not there.
pub(crate) fn no_folder(path: &Path) -> Option<AppError> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty() && !folder.is_dir())?;
    let missing = AppError { key: "error-no-folder".to_owned(), ..AppError::new(Code::Missing) };
    Some(missing.with("folder", folder.to_string_lossy().into_owned()))
}

/// Parts of paths that cloud services use for the folders they keep in step.
const SERVICES: &[&str] = &[
    "onedrive",
    "dropbox",
    "google drive",
    "googledrive",
    "icloud",
    "mobile documents",
    "nextcloud",
    "owncloud",
    "pcloud",
    "cloudstorage",
];
/// File systems that lie on another computer.
const REMOTE: &[&str] =
    &["nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "fuse.rclone", "davfs", "9p", "afs"];

/// The mounted file systems, where the system tells them as text; else nothing.
fn mounts() -> String {
    if cfg!(target_os = "linux") {
        std::fs::read_to_string("/proc/self/mounts").unwrap_or_default()
    } else {
        String::new()
    }
}

/// Whether a path looks like a folder that a cloud service keeps in step, or like a network share. Two computers that
/// write the same live file that way damage it; bundles are how work is shared.
fn is_shared(path: &Path, mounts: &str) -> bool {
    let text = path.to_string_lossy().to_lowercase();
    let home = text.rsplit_once(['/', '\\']).map_or("", |(folder, _)| folder);
    if text.starts_with(r"\\") || SERVICES.iter().any(|service| home.contains(service)) {
        return true;
    }
    // The mount that lies nearest to the file says what kind of file system it is on.
    let nearest = mounts
        .lines()
        .filter_map(|line| {
            let mut fields = line.split(' ');
            let (_, at, kind) = (fields.next()?, fields.next()?, fields.next()?);
            // Blanks in the path are written as octal.
            let at = at.replace("\\040", " ");
            path.starts_with(&at).then_some((at.len(), kind))
        })
        .max_by_key(|(length, _)| *length);
    nearest.is_some_and(|(_, kind)| REMOTE.contains(&kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_of_cloud_services_and_shares_are_known() {
        let mounts =
            "/dev/sda1 / ext4 rw 0 0\nserver:/x /srv/team\\040files nfs4 rw 0 0\n//s/y /mnt/y cifs rw 0 0\n";
        let shared = |path: &str| is_shared(Path::new(path), mounts);
        assert!(shared("/home/me/Dropbox/a.cairn"));
        assert!(shared("/home/me/OneDrive - Harbour/a.cairn"));
        assert!(shared(r"\\server\share\a.cairn"));
        assert!(shared("/srv/team files/a.cairn"));
        assert!(shared("/mnt/y/deep/a.cairn"));
        assert!(!shared("/home/me/Documents/a.cairn"));
        assert!(!shared("/home/me/Documents/dropbox.cairn"));
        assert!(!shared("/mnt/yes/a.cairn"));
    }
}
