//! Backups of the open workspace: one a day by itself, more when asked, three kept.

use std::path::PathBuf;

use cairn_domain::field::FieldError;
use cairn_domain::time::{Date, Timestamp};
use cairn_store::{BackupFile, Backups};
use serde::{Deserialize, Serialize};

use crate::error::{AppError, AppResult, Code};
use crate::host::{Event, Host, Open};
use crate::place::{Place, Token};
use crate::secret::Secret;
use crate::tag::Tag;
use crate::usecase::HostCall;
use crate::workspace::{self, WorkspaceSummary, with_ending};

/// How the backups of the open workspace stand, for the frame.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct BackupState {
    /// Day of the newest one.
    pub last: Option<Date>,
    /// Why the last attempt failed, in words; work goes on all the same.
    pub trouble: Option<String>,
}

/// What is remembered of backups while a workspace is open.
#[derive(Debug, Default)]
pub struct Watch {
    /// The day looked after last, and the entries there were.
    looked: Option<(Date, u64)>,
    /// Why the last attempt failed.
    trouble: Option<AppError>,
}

/// One backup in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct BackupItem {
    /// The file.
    pub file: Place,
    /// The day it stands for.
    pub day: Date,
    /// When it was written.
    pub written_at: Option<Timestamp>,
    /// Its bytes.
    pub size: u64,
}

/// The backups of the open workspace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct BackupList {
    /// The folder, for a person to read.
    pub folder: String,
    /// Whether somebody chose the folder; otherwise it is the program's own.
    pub chosen: bool,
    /// How many are kept.
    pub kept: u32,
    /// The backups, newest first.
    pub items: Vec<BackupItem>,
    /// Why the last attempt failed, in words.
    pub trouble: Option<String>,
}

/// The folder below which each workspace has its backups: the chosen one, else the program's own. A config folder that
/// was named by hand keeps the backups too.
pub(crate) fn root(host: &Host) -> PathBuf {
    if let Some(chosen) = host.local.backup_folder() {
        return chosen;
    }
    let config = host.local.folder();
    let usual = dirs::config_dir().is_some_and(|folder| folder.join("cairn") == config);
    let data = dirs::data_dir().filter(|_| usual).map(|folder| folder.join("cairn"));
    data.unwrap_or_else(|| config.to_owned()).join("backups")
}

/// How the backups of the open workspace stand.
pub(crate) fn state(host: &Host, open: &Open) -> BackupState {
    let listed = Backups::of(&root(host), open.workspace.id()).of_file(&open.path).unwrap_or_default();
    BackupState { last: listed.into_iter().next().map(|file| file.day), trouble: trouble(host, open) }
}

fn trouble(host: &Host, open: &Open) -> Option<String> {
    let words = host.words();
    open.backup.trouble.as_ref().map(|error| error.to_wire(&words).message)
}

/// Makes the backup of the day when it is due: at the first look after opening, and at the first change of a new day.
/// Works on a connection of its own; a failure is remembered for the frame and stops nobody. Tells whether it wrote one.
pub fn keep_daily(host: &Host) -> bool {
    let day = host.now().date();
    let due = host.with_open(|open| {
        let entries = open.workspace.head()?.entries;
        let due = match &open.backup.looked {
            None => true,
            Some((looked, then)) => *looked != day && *then != entries,
        };
        if due {
            open.backup.looked = Some((day.clone(), entries));
        }
        Ok(due.then(|| (open.workspace.id(), open.path.clone())))
    });
    let Ok(Some((id, path))) = due else { return false };
    let today = |file: &BackupFile| file.day == day;
    if Backups::of(&root(host), id).of_file(&path).is_ok_and(|files| files.iter().any(today)) {
        return false;
    }
    make(host, &day).is_ok()
}

/// Writes the backup of a day and remembers how it went.
fn make(host: &Host, day: &Date) -> AppResult<()> {
    let (id, copier) = host.with_open(|open| Ok((open.workspace.id(), open.workspace.copier())))?;
    let copier = copier.ok_or_else(|| AppError::internal("the workspace has no file"))?;
    let made = Backups::of(&root(host), id).keep(&copier, day).map_err(|error| {
        let cause = AppError::from(error);
        let own = matches!(cause.code, Code::DiskFull | Code::ReadOnly | Code::Busy);
        // What is said of the workspace file elsewhere is said of the backup folder here.
        let key = if own { format!("error-backup-{}", cause.code) } else { "error-backup".to_owned() };
        AppError { key, ..cause }
    });
    host.with_open(|open| {
        if open.workspace.id() == id {
            open.backup.trouble = made.as_ref().err().cloned();
        }
        Ok(())
    })?;
    host.emit(Event::Changed(vec![Tag::Workspace, Tag::Preferences]));
    made.map(|_| ())
}

/// The backups of the open workspace and of copies of it on this computer, newest first.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "BackupListInput")]
pub struct List {}

impl HostCall for List {
    const NAME: &'static str = "backup.list";
    const TAGS: &'static [Tag] = &[Tag::Workspace, Tag::Preferences];
    const CHANGES: bool = false;
    type Output = BackupList;

    fn run(self, host: &Host) -> AppResult<BackupList> {
        let (id, trouble) = host.with_open(|open| Ok((open.workspace.id(), trouble(host, open))))?;
        let backups = Backups::of(&root(host), id);
        let shown = |file: BackupFile| BackupItem {
            file: host.admit(&file.path),
            day: file.day,
            written_at: file.written_at,
            size: file.size,
        };
        Ok(BackupList {
            folder: backups.folder().display().to_string(),
            chosen: host.local.backup_folder().is_some(),
            kept: u32::try_from(cairn_store::KEPT).unwrap_or(u32::MAX),
            items: backups.list()?.into_iter().map(shown).collect(),
            trouble,
        })
    }
}

/// Makes a backup now; one of today is replaced.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "BackupCreateInput")]
pub struct Create {}

impl HostCall for Create {
    const NAME: &'static str = "backup.create";
    const TAGS: &'static [Tag] = &[];
    const CHANGES: bool = false;
    type Output = ();

    fn run(self, host: &Host) -> AppResult<()> {
        make(host, &host.now().date())
    }
}

/// Chooses the folder for backups from now on; none takes the program's own again. Earlier ones stay where they are.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "BackupPlaceInput")]
pub struct ChoosePlace {
    /// A folder, from a folder dialog.
    pub folder: Option<Token>,
}

impl HostCall for ChoosePlace {
    const NAME: &'static str = "backup.place";
    const TAGS: &'static [Tag] = &[Tag::Workspace, Tag::Preferences];
    const CHANGES: bool = true;
    type Output = ();

    fn run(self, host: &Host) -> AppResult<()> {
        let folder = self.folder.map(|token| host.places.path(&token)).transpose()?;
        if folder.as_deref().is_some_and(|folder| !folder.is_dir()) {
            return Err(FieldError { field: "folder".to_owned(), code: "not-a-folder" }.into());
        }
        host.local.save_backup_folder(folder)
    }
}

/// Opens a backup as a copy: writes it to a new file and opens that. The backup stays as it is.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "BackupOpenInput")]
pub struct OpenCopy {
    /// The backup.
    pub file: Token,
    /// Where the copy goes, from a save dialog.
    pub to: Token,
    /// The passphrase the workspace had on that day.
    #[ts(type = "string | null")]
    pub passphrase: Option<Secret>,
}

impl HostCall for OpenCopy {
    const NAME: &'static str = "backup.open";
    const TAGS: &'static [Tag] = Tag::ALL;
    const CHANGES: bool = true;
    type Output = WorkspaceSummary;

    fn run(self, host: &Host) -> AppResult<Self::Output> {
        let from = host.places.path(&self.file)?;
        let to = with_ending(host.places.path(&self.to)?);
        if !from.is_file() {
            return Err(AppError::new(Code::Missing));
        }
        let written = std::fs::File::create_new(&to).and_then(|_| std::fs::copy(&from, &to));
        if let Err(error) = written {
            return Err(match error.kind() {
                std::io::ErrorKind::AlreadyExists => AppError::new(Code::Exists),
                std::io::ErrorKind::PermissionDenied => AppError::new(Code::ReadOnly),
                std::io::ErrorKind::StorageFull | std::io::ErrorKind::FileTooLarge => {
                    AppError::new(Code::DiskFull)
                }
                _ => AppError::internal(error.to_string()),
            });
        }
        let opened = workspace::open(host, &to, Secret::passphrase(self.passphrase));
        if opened.is_err() {
            // Made a moment ago from a backup that is still there.
            let _ = std::fs::remove_file(&to);
        }
        opened
    }
}
