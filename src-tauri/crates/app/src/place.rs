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
        Place { token, name: text(path.file_name()), folder: text(path.parent().map(Path::as_os_str)) }
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
