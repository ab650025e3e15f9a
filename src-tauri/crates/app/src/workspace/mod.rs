//! Creating, opening, closing and looking at workspaces.

mod create;
mod info;
mod open;
mod protect;
mod recent;

use cairn_domain::id::MemberId;
use cairn_domain::role::{Affiliation, Permission, Role};
use cairn_domain::words;
use serde::{Deserialize, Serialize};

pub use self::create::Create;
pub(crate) use self::create::{create, with_ending};
pub use self::info::{FrameworkInfo, GetInfo, TableInfo, WorkspaceInfo};
pub use self::open::{Close, Offered, OpenFile, leave};
pub(crate) use self::open::{open, reenter};
pub use self::protect::Protect;
pub use self::recent::{Forget, List, Locate, RecentWorkspace};
use crate::backup::BackupState;
use crate::error::AppResult;
use crate::host::{Host, Open};
use crate::local::TrailState;
use crate::place::Place;
use crate::tag::Tag;
use crate::usecase::HostCall;

words! {
    /// How the signing key of this computer is kept.
    KeyState = "key-state" {
        /// This computer has no key of the workspace and can only read.
        Missing = "missing",
        /// Who can read the workspace file and the key file can sign.
        Open = "open",
        /// Signing needs the passphrase as well.
        Protected = "protected",
    }
}

words! {
    /// Whether anything can be written, and if not, why.
    WriteState = "write-state" {
        /// It can, as far as the roles allow.
        Possible = "possible",
        /// The file or its folder is write-protected.
        ReadOnly = "read-only",
        /// This computer has no key of the workspace, or its device was revoked.
        NoKey = "no-key",
        /// Another file lies at the path now; what is shown is no longer the workspace.
        Replaced = "replaced",
    }
}

/// What the frame shows of the open workspace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct WorkspaceSummary {
    /// The organisation's name.
    pub organisation: String,
    /// The file, for a person to read; it says whether its folder is shared.
    pub file: Place,
    /// Whether the file is encrypted.
    pub encrypted: bool,
    /// How the signing key of this computer is kept.
    pub key: KeyState,
    /// Whether anything can be written.
    pub writing: WriteState,
    /// Entries in the ledger.
    pub entries: u64,
    /// Result of the last verification on this computer.
    pub trail: TrailState,
    /// Whether the weekly look at its pages found damage.
    pub damaged: bool,
    /// Who works in it here.
    pub me: Me,
    /// Other programs on this computer that have the file open, in words.
    pub others: Vec<String>,
    /// Backups on this computer.
    pub backup: BackupState,
}

/// The member who works in the workspace on this device.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct Me {
    /// The member.
    pub id: MemberId,
    /// Their name.
    pub name: String,
    /// Their job title.
    pub job_title: Option<String>,
    /// Their roles.
    pub roles: Vec<Role>,
    /// Own staff or consultant.
    pub affiliation: Affiliation,
    /// What they may do here; nothing but reading where nothing can be written.
    pub permissions: Vec<Permission>,
}

/// The open workspace, or none.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "WorkspaceGetInput")]
pub struct Get {}

impl HostCall for Get {
    const NAME: &'static str = "workspace.get";
    const TAGS: &'static [Tag] = &[Tag::Workspace, Tag::Organisation, Tag::Members, Tag::Trail];
    const CHANGES: bool = false;
    type Output = Option<WorkspaceSummary>;

    fn run(self, host: &Host) -> AppResult<Self::Output> {
        if host.open_path().is_none() {
            return Ok(None);
        }
        host.with_open(|open| summary(host, open)).map(Some)
    }
}

fn writing(open: &Open) -> AppResult<WriteState> {
    let workspace = &open.workspace;
    if workspace.is_replaced() {
        return Ok(WriteState::Replaced);
    }
    if workspace.is_read_only() {
        return Ok(WriteState::ReadOnly);
    }
    let Some(device) = workspace.device() else { return Ok(WriteState::NoKey) };
    let row = cairn_store::table::device::device_row_id(&device);
    let revoked = workspace.read(|tx| AppResult::Ok(tx.device().get(row)?.revoked_at.is_some()))?;
    Ok(if revoked { WriteState::NoKey } else { WriteState::Possible })
}

fn summary(host: &Host, open: &Open) -> AppResult<WorkspaceSummary> {
    let known = host.local.recent().into_iter().find(|recent| recent.path == open.path);
    let writing = writing(open)?;
    let may = |permission: &Permission| {
        open.standing.may(*permission) && (*permission == Permission::Read || writing == WriteState::Possible)
    };
    let (organisation, me) = open.workspace.read(|tx| {
        let organisation = tx.organisation().the()?.name;
        let member = tx.member().find(open.me.into())?;
        let record = tx.record().find(open.me.into())?;
        let me = Me {
            id: open.me,
            name: record.map(|record| record.title).unwrap_or_default(),
            job_title: member.and_then(|member| member.job_title),
            roles: open.standing.roles.iter().copied().collect(),
            affiliation: open.standing.affiliation,
            permissions: Permission::ALL.iter().copied().filter(may).collect(),
        };
        AppResult::Ok((organisation, me))
    })?;
    let key = match (open.workspace.device(), open.encrypted) {
        (None, _) => KeyState::Missing,
        (Some(_), false) => KeyState::Open,
        (Some(_), true) => KeyState::Protected,
    };
    Ok(WorkspaceSummary {
        organisation,
        file: host.admit(&open.path),
        encrypted: open.encrypted,
        key,
        writing,
        entries: open.workspace.head()?.entries,
        damaged: known.as_ref().is_some_and(|recent| recent.pages.damaged),
        trail: known.map_or(TrailState::NotChecked, |recent| recent.trail),
        me,
        others: open.here.as_ref().map(|here| here.others(&host.words())).unwrap_or_default(),
        backup: crate::backup::state(host, open),
    })
}
