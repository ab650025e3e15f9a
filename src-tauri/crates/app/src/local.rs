//! What this computer remembers beside the workspaces: files opened lately, look and language.
//!
//! Lives in the config folder as plain JSON and holds no secret. A damaged or missing file means "nothing remembered".

use std::path::{Path, PathBuf};

use cairn_domain::id::WorkspaceId;
use cairn_domain::time::{Date, Timestamp};
use cairn_domain::words;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::error::{AppError, AppResult, Code};

/// Files kept in the list.
const MOST_RECENT: usize = 200;

words! {
    /// Colours.
    Theme = "theme" {
        /// As the system says.
        System = "system",
        /// Light.
        Light = "light",
        /// Dark.
        Dark = "dark",
    }
}

words! {
    /// Height of rows.
    Density = "density" {
        /// Comfortable.
        Comfortable = "comfortable",
        /// Dense.
        Dense = "dense",
    }
}

/// Look and language on this computer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", default)]
pub struct Preferences {
    /// Colours.
    pub theme: Theme,
    /// Height of rows.
    pub density: Density,
    /// Language of the screens.
    pub language: String,
    /// Whether single letters work as commands.
    pub letter_keys: bool,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            theme: Theme::System,
            density: Density::Comfortable,
            language: cairn_words::FALLBACK.to_owned(),
            letter_keys: true,
        }
    }
}

words! {
    /// What is known of a file's trail on this computer.
    TrailState = "trail-state" {
        /// Verified here, nothing found.
        Intact = "intact",
        /// Verified here, something found.
        Broken = "broken",
        /// Not verified here yet.
        NotChecked = "not-checked",
    }
}

/// What is due next in a workspace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct NextDue {
    /// Until when.
    pub date: Date,
    /// What, with its code where it has one.
    pub title: String,
}

/// How a workspace stood when it was last open here; never written into the file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Standstill {
    /// What is due next.
    pub next_due: Option<NextDue>,
    /// Gaps that block certification; none when never counted.
    pub blockers: Option<u32>,
    /// Planned day of the stage 1 audit.
    pub stage1_on: Option<Date>,
    /// Planned day of the stage 2 audit.
    pub stage2_on: Option<Date>,
}

/// A file opened lately.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recent {
    /// Where it is.
    pub path: PathBuf,
    /// The workspace in it, for finding its backups; none for what an earlier version remembered.
    #[serde(default)]
    pub workspace: Option<WorkspaceId>,
    /// The organisation's name when last open.
    pub organisation: String,
    /// Whether it is encrypted.
    pub encrypted: bool,
    /// Whether it is the sample.
    #[serde(default)]
    pub sample: bool,
    /// When it was last open.
    pub opened_at: Timestamp,
    /// Result of the last verification here.
    pub trail: TrailState,
    /// Entries when last open.
    pub entries: u64,
    /// Stones set when last open, 0 to 22.
    #[serde(default)]
    pub stones: u32,
    /// How it stood when last open.
    #[serde(default)]
    pub standstill: Standstill,
    /// What the last look at its pages found.
    #[serde(default)]
    pub pages: Pages,
}

/// What a look at the pages of a file found.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Pages {
    /// When.
    pub looked_on: Option<Date>,
    /// Whether some are damaged.
    pub damaged: bool,
}

/// Where backups go.
#[derive(Debug, Default, Serialize, Deserialize)]
struct BackupPlace {
    folder: Option<PathBuf>,
}

/// The files of the config folder.
#[derive(Debug, Clone)]
pub struct Local {
    folder: PathBuf,
}

impl Local {
    /// Files below this folder; it is made when something is written.
    #[must_use]
    pub fn at(folder: &Path) -> Self {
        Self { folder: folder.to_owned() }
    }

    /// The folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Preferences, or the defaults.
    #[must_use]
    pub fn preferences(&self) -> Preferences {
        self.read("preferences.json")
    }

    /// Remembers preferences.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn save_preferences(&self, preferences: &Preferences) -> AppResult<()> {
        self.write("preferences.json", preferences)
    }

    /// Files opened lately, latest first.
    #[must_use]
    pub fn recent(&self) -> Vec<Recent> {
        self.read("recent.json")
    }

    /// Puts a file at the head of the list.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn remember(&self, recent: Recent) -> AppResult<()> {
        let mut list = self.recent();
        list.retain(|old| old.path != recent.path);
        list.insert(0, recent);
        list.truncate(MOST_RECENT);
        self.write("recent.json", &list)
    }

    /// Changes what is known of a file, in the place it has in the list. A file that is not in the list stays out.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn revise(&self, recent: Recent) -> AppResult<()> {
        let mut list = self.recent();
        match list.iter_mut().find(|old| old.path == recent.path) {
            Some(old) => *old = recent,
            None => return Ok(()),
        }
        self.write("recent.json", &list)
    }

    /// What is known of a file goes on under another path; what was known of that path is forgotten.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn relocate(&self, old: &Path, new: &Path) -> AppResult<()> {
        let mut list = self.recent();
        if old != new && list.iter().any(|recent| recent.path == old) {
            list.retain(|recent| recent.path != new);
        }
        for recent in list.iter_mut().filter(|recent| recent.path == old) {
            new.clone_into(&mut recent.path);
        }
        self.write("recent.json", &list)
    }

    /// The folder chosen for backups; none takes the program's own.
    #[must_use]
    pub fn backup_folder(&self) -> Option<PathBuf> {
        self.read::<BackupPlace>("backups.json").folder
    }

    /// Remembers the folder for backups.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn save_backup_folder(&self, folder: Option<PathBuf>) -> AppResult<()> {
        self.write("backups.json", &BackupPlace { folder })
    }

    /// Takes a file off the list; the file itself stays.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn forget(&self, path: &Path) -> AppResult<()> {
        let mut list = self.recent();
        list.retain(|old| old.path != path);
        self.write("recent.json", &list)
    }

    fn read<T: DeserializeOwned + Default>(&self, name: &str) -> T {
        std::fs::read(self.folder.join(name))
            .ok()
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or_default()
    }

    /// Writes beside and renames, so that a crash leaves the old file.
    fn write<T: Serialize>(&self, name: &str, value: &T) -> AppResult<()> {
        let failed = |error: std::io::Error| {
            let what = format!("{}: {error}", self.folder.join(name).display());
            AppError::new(Code::ConfigFolder).with("detail", what.clone()).detail(what)
        };
        let text = serde_json::to_vec_pretty(value).map_err(|error| AppError::internal(error.to_string()))?;
        std::fs::create_dir_all(&self.folder).map_err(failed)?;
        let fresh = self.folder.join(format!("{name}.new"));
        std::fs::write(&fresh, text).map_err(failed)?;
        std::fs::rename(fresh, self.folder.join(name)).map_err(failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn recent(path: &str, at: &str) -> Recent {
        Recent {
            path: path.into(),
            workspace: None,
            organisation: "Harbour Analytics".to_owned(),
            encrypted: true,
            sample: false,
            opened_at: at.parse().unwrap(),
            trail: TrailState::NotChecked,
            entries: 3,
            stones: 0,
            standstill: Standstill::default(),
            pages: Pages::default(),
        }
    }

    #[test]
    fn the_latest_file_comes_first_and_only_once() {
        let folder = tempfile::tempdir().unwrap();
        let local = Local::at(folder.path());
        for (path, at) in [
            ("a", "2026-11-01T08:00:00.000Z"),
            ("b", "2026-11-02T08:00:00.000Z"),
            ("a", "2026-11-03T08:00:00.000Z"),
        ] {
            local.remember(recent(path, at)).unwrap();
        }
        let paths: Vec<_> = local.recent().into_iter().map(|r| r.path).collect();
        assert_eq!(paths, [PathBuf::from("a"), PathBuf::from("b")]);
        local.relocate(Path::new("a"), Path::new("c")).unwrap();
        local.revise(Recent { stones: 4, ..recent("b", "2026-11-02T08:00:00.000Z") }).unwrap();
        local.revise(recent("never seen", "2026-11-02T08:00:00.000Z")).unwrap();
        let known: Vec<_> = local.recent().into_iter().map(|r| (r.path, r.stones)).collect();
        assert_eq!(known, [(PathBuf::from("c"), 0), (PathBuf::from("b"), 4)]);
        local.forget(Path::new("c")).unwrap();
        assert_eq!(local.recent().len(), 1);
    }

    #[test]
    fn what_an_earlier_version_remembered_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let text = r#"[{"path":"a","organisation":"A","encrypted":false,"opened_at":"2026-11-01T08:00:00.000Z",
            "trail":"intact","entries":3}]"#;
        std::fs::write(folder.path().join("recent.json"), text).unwrap();
        let known = Local::at(folder.path()).recent();
        assert_eq!(
            known.first().map(|r| (r.workspace, r.standstill.clone())),
            Some((None, Standstill::default()))
        );
    }

    #[test]
    fn damaged_files_mean_nothing_remembered() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("recent.json"), b"{").unwrap();
        std::fs::write(folder.path().join("preferences.json"), b"\xff").unwrap();
        let local = Local::at(folder.path());
        assert!(local.recent().is_empty());
        assert_eq!(local.preferences(), Preferences::default());
    }
}
