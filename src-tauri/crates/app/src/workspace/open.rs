//! Opening and closing files, and what this computer remembers of them for the start page.

use std::path::Path;
use std::sync::Arc;

use cairn_domain::id::MemberId;
use cairn_domain::role::{Affiliation, MemberKind, Permission, Role, Standing};
use cairn_store::{Passphrase, StoreError, Workspace};
use serde::{Deserialize, Serialize};

use super::{WorkspaceSummary, summary};
use crate::backup::Watch;
use crate::error::{AppError, AppResult};
use crate::host::{Host, Open};
use crate::local::{NextDue, Recent, Standstill, TrailState};
use crate::place::{Place, Token};
use crate::presence;
use crate::secret::Secret;
use crate::tag::Tag;
use crate::usecase::{HostCall, Reading};

/// Opens a workspace file.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "WorkspaceOpenInput")]
pub struct OpenFile {
    /// The file.
    pub file: Token,
    /// Passphrase of an encrypted file.
    #[ts(type = "string | null")]
    pub passphrase: Option<Secret>,
}

impl HostCall for OpenFile {
    const NAME: &'static str = "workspace.open";
    const TAGS: &'static [Tag] = Tag::ALL;
    const CHANGES: bool = true;
    type Output = WorkspaceSummary;

    fn run(self, host: &Host) -> AppResult<Self::Output> {
        let path = host.places.path(&self.file)?;
        open(host, &path, Secret::passphrase(self.passphrase))
    }
}

/// Closes the open workspace.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "WorkspaceCloseInput")]
pub struct Close {}

impl HostCall for Close {
    const NAME: &'static str = "workspace.close";
    const TAGS: &'static [Tag] = Tag::ALL;
    const CHANGES: bool = true;
    type Output = ();

    fn run(self, host: &Host) -> AppResult<()> {
        leave(host);
        Ok(())
    }
}

/// A file the program was started with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct OfferedFile {
    /// The file.
    pub file: Place,
    /// Whether it is still to be made, by the wizard.
    pub new: bool,
}

/// The file the program was started with, once; the window opens it.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "WorkspaceOfferedInput")]
pub struct Offered {}

impl HostCall for Offered {
    const NAME: &'static str = "workspace.offered";
    const TAGS: &'static [Tag] = &[];
    const CHANGES: bool = false;
    type Output = Option<OfferedFile>;

    fn run(self, host: &Host) -> AppResult<Self::Output> {
        Ok(host.take_offered().map(|(path, new)| OfferedFile { file: host.admit(&path), new }))
    }
}

/// Closes the open workspace, if there is one; the start page shows it as it is now.
pub fn leave(host: &Host) {
    // The file closes even where the list of recent files cannot be written.
    let _ = remember(host);
    host.replace_open(None);
}

/// Opens the file.
pub(crate) fn open(host: &Host, path: &Path, passphrase: Option<Passphrase>) -> AppResult<WorkspaceSummary> {
    let (clock, backups) = (Arc::clone(&host.clock), crate::backup::root(host));
    let opened = Workspace::open_with_backups(path, passphrase, &host.version, clock, &host.keys, &backups);
    let workspace = opened.map_err(|error| match error {
        StoreError::Busy => presence::name_holders(host, path, error.into()),
        other => point_to_backups(other.into(), &backups),
    })?;
    let sample = host.local.recent().iter().any(|recent| recent.path == path && recent.sample);
    enter(host, workspace, path, sample).map_err(|error| point_to_backups(error, &backups))
}

/// Says of a damaged file where backups made on this computer lie, if there are any. Which of them are its own cannot be
/// told: its id may be what is damaged.
fn point_to_backups(error: AppError, backups: &Path) -> AppError {
    let has_any = || backups.read_dir().is_ok_and(|mut folder| folder.next().is_some());
    if error.key != "error-damaged" || !has_any() {
        return error;
    }
    let folder = backups.display().to_string();
    AppError { key: "error-damaged-file".to_owned(), ..error }.with("folder", folder)
}

/// Makes an opened file the one people work in, and remembers it.
pub(crate) fn enter(
    host: &Host,
    workspace: Workspace,
    path: &Path,
    sample: bool,
) -> AppResult<WorkspaceSummary> {
    let me = workspace.me();
    let standing = match me {
        Some(me) => workspace.read(|tx| AppResult::Ok(tx.member().by_id(me)?.standing()))?,
        // Without a key of this workspace a computer only reads.
        None => Standing {
            roles: [Role::Reader].into(),
            kind: MemberKind::Person,
            affiliation: Affiliation::Staff,
            active: true,
        },
    };
    if host.open_path().is_some() {
        leave(host);
    }
    let open = Open {
        encrypted: workspace.is_encrypted(),
        me: me.unwrap_or(MemberId(uuid::Uuid::nil())),
        noticed: workspace.data_version().ok(),
        head: workspace.head()?.entries,
        replaced: false,
        backup: Watch::default(),
        here: presence::announce(host.local.folder(), path, &host.now()),
        workspace,
        path: path.to_owned(),
        standing,
    };
    host.replace_open(Some(open));
    let known = host.local.recent().into_iter().find(|recent| recent.path == path);
    let opened = host.with_open(|open| {
        Ok(Recent {
            path: path.to_owned(),
            workspace: Some(open.workspace.id()),
            organisation: open.workspace.read(|tx| tx.organisation().the())?.name,
            encrypted: open.encrypted,
            sample,
            opened_at: host.now(),
            pages: known.as_ref().map(|known| known.pages.clone()).unwrap_or_default(),
            trail: known.map_or(TrailState::NotChecked, |known| known.trail),
            entries: open.workspace.head()?.entries,
            stones: 0,
            standstill: Standstill::default(),
        })
    })?;
    // A file the person works in must open even where the list of recent files cannot be written.
    let _ = host.local.remember(opened).and_then(|()| remember(host));
    host.with_open(|open| summary(host, open))
}

/// Remembers the open file anew, after a sample was filled.
pub(crate) fn reenter(host: &Host) -> AppResult<WorkspaceSummary> {
    remember(host)?;
    host.with_open(|open| summary(host, open))
}

/// Writes down for the start page how the open file stands, in the place it has in the list.
pub(crate) fn remember(host: &Host) -> AppResult<()> {
    let Some(path) = host.open_path() else { return Ok(()) };
    let Some(recent) = host.local.recent().into_iter().find(|recent| recent.path == path) else {
        return Ok(());
    };
    let (organisation, standstill, stones) = host.read(Permission::Read, stand)?;
    let (encrypted, entries) = host.with_open(|open| Ok((open.encrypted, open.workspace.head()?.entries)))?;
    host.local.revise(Recent { organisation, encrypted, entries, stones, standstill, ..recent })
}

fn stand(cx: &Reading<'_>) -> AppResult<(String, Standstill, u32)> {
    let organisation = cx.tx.organisation().the()?;
    let (stones, blockers) = crate::overview::tally(cx)?;
    let due = cx.tx.record().next_due()?;
    let next_due = due.and_then(|record| {
        let title = match &record.code {
            Some(code) => format!("{code} {}", record.title),
            None => record.title.clone(),
        };
        record.due.map(|date| NextDue { date, title })
    });
    let standstill = Standstill {
        next_due,
        blockers: Some(blockers),
        stage1_on: organisation.stage1_on,
        stage2_on: organisation.stage2_on,
    };
    Ok((organisation.name, standstill, stones))
}
