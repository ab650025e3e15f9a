//! Creating, opening, closing and looking at workspaces.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use cairn_domain::field::FieldError;
use cairn_domain::id::MemberId;
use cairn_domain::role::{Affiliation, MemberKind, Permission, Role, Standing};
use cairn_domain::time::Timestamp;
use cairn_store::{NewWorkspace, Passphrase, Workspace};
use serde::{Deserialize, Serialize};

use crate::error::AppResult;
use crate::host::{Host, Open};
use crate::local::{Recent, TrailState};
use crate::place::{Place, Token};
use crate::tag::Tag;
use crate::usecase::HostCall;

/// Shortest passphrase accepted, in characters. Length is what keeps a file safe offline.
const SHORTEST_PASSPHRASE: usize = 10;
/// Longest name of an organisation or a person, in characters.
const LONGEST_NAME: usize = 200;

/// What the frame shows of the open workspace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct WorkspaceSummary {
    /// The organisation's name.
    pub organisation: String,
    /// The file, for a person to read.
    pub file: Place,
    /// Whether the file is encrypted.
    pub encrypted: bool,
    /// Whether the signing key of this device is protected by the passphrase.
    pub key_protected: bool,
    /// Entries in the ledger.
    pub entries: u64,
    /// Result of the last verification on this computer.
    pub trail: TrailState,
    /// Who works in it here.
    pub me: Me,
    /// Whether the file lies in a folder that a cloud service or a server shares.
    pub shared_folder: bool,
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
    /// What they may do.
    pub permissions: Vec<Permission>,
}

/// A file opened lately, as the start page shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct RecentWorkspace {
    /// The file.
    pub file: Place,
    /// The organisation's name when last open.
    pub organisation: String,
    /// Whether it is encrypted.
    pub encrypted: bool,
    /// Whether it is the sample.
    pub sample: bool,
    /// Whether the file is still there.
    pub present: bool,
    /// When it was last open.
    pub opened_at: Timestamp,
    /// Result of the last verification here.
    pub trail: TrailState,
    /// Stones set when last open.
    pub stones: u32,
}

/// The start page: files opened lately.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "WorkspaceListInput")]
pub struct List {}

impl HostCall for List {
    const NAME: &'static str = "workspace.list";
    const TAGS: &'static [Tag] = &[Tag::Preferences];
    const CHANGES: bool = false;
    type Output = Vec<RecentWorkspace>;

    fn run(self, host: &Host) -> AppResult<Self::Output> {
        let shown = |recent: Recent| RecentWorkspace {
            file: host.admit(&recent.path),
            present: recent.path.is_file(),
            organisation: recent.organisation,
            encrypted: recent.encrypted,
            sample: recent.sample,
            opened_at: recent.opened_at,
            trail: recent.trail,
            stones: recent.stones,
        };
        Ok(host.local.recent().into_iter().map(shown).collect())
    }
}

/// Takes a file off the start page; the file itself stays where it is.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "WorkspaceForgetInput")]
pub struct Forget {
    /// The file.
    pub file: Token,
}

impl HostCall for Forget {
    const NAME: &'static str = "workspace.forget";
    const TAGS: &'static [Tag] = &[Tag::Preferences];
    const CHANGES: bool = true;
    type Output = ();

    fn run(self, host: &Host) -> AppResult<()> {
        host.local.forget(&host.places.path(&self.file)?)
    }
}

/// Makes a new workspace file and opens it.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "WorkspaceCreateInput")]
pub struct Create {
    /// The organisation's name.
    pub organisation: String,
    /// Where to write, from a save dialog.
    pub file: Token,
    /// Passphrase; none leaves the file unencrypted.
    pub passphrase: Option<String>,
    /// Name of the person who starts it.
    pub name: String,
    /// Their job title.
    pub job_title: Option<String>,
    /// Own staff or consultant.
    pub affiliation: Affiliation,
    /// Whether they may also approve for the organisation.
    pub approver: bool,
}

impl HostCall for Create {
    const NAME: &'static str = "workspace.create";
    const TAGS: &'static [Tag] = Tag::ALL;
    const CHANGES: bool = true;
    type Output = WorkspaceSummary;

    fn run(self, host: &Host) -> AppResult<Self::Output> {
        let path = with_ending(host.places.path(&self.file)?);
        create(host, &path, &self, false)
    }
}

/// Opens a workspace file.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "WorkspaceOpenInput")]
pub struct OpenFile {
    /// The file.
    pub file: Token,
    /// Passphrase of an encrypted file.
    pub passphrase: Option<String>,
}

impl HostCall for OpenFile {
    const NAME: &'static str = "workspace.open";
    const TAGS: &'static [Tag] = Tag::ALL;
    const CHANGES: bool = true;
    type Output = WorkspaceSummary;

    fn run(self, host: &Host) -> AppResult<Self::Output> {
        let path = host.places.path(&self.file)?;
        open(host, &path, self.passphrase.map(Passphrase::new))
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
        host.replace_open(None);
        Ok(())
    }
}

/// What the open file holds, for scripts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct WorkspaceInfo {
    /// The organisation's name.
    pub organisation: String,
    /// Version of the schema.
    pub format: u32,
    /// Whether the file is encrypted.
    pub encrypted: bool,
    /// Entries in the ledger.
    pub entries: u64,
    /// Head entry, hexadecimal.
    pub checkpoint: String,
    /// Systems in the register.
    pub systems: u64,
    /// Tables with their class and number of rows.
    pub tables: Vec<TableInfo>,
    /// Frameworks that can be assessed.
    pub frameworks: Vec<FrameworkInfo>,
}

/// One table of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct TableInfo {
    /// Its name.
    pub name: String,
    /// Recorded, ledger, blob or derived.
    pub class: String,
    /// Its rows.
    pub rows: u64,
}

/// One framework the program knows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct FrameworkInfo {
    /// Id.
    pub id: String,
    /// Version of its pack.
    pub version: String,
    /// Its entries.
    pub requirements: usize,
}

/// What the open file holds.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "WorkspaceInfoInput")]
pub struct GetInfo {}

impl HostCall for GetInfo {
    const NAME: &'static str = "workspace.info";
    const TAGS: &'static [Tag] = Tag::ALL;
    const CHANGES: bool = false;
    type Output = WorkspaceInfo;

    fn run(self, host: &Host) -> AppResult<Self::Output> {
        let frameworks = crate::pack::library()?.frameworks().iter().map(|shipped| FrameworkInfo {
            id: shipped.framework.id.clone(),
            version: shipped.framework.version.clone(),
            requirements: shipped.framework.requirements().len(),
        });
        let frameworks = frameworks.collect();
        host.with_open(|open| {
            let info = open.workspace.info()?;
            let (systems, _) = open.workspace.read(crate::system::counts)?;
            let tables = info.tables.into_iter().map(|(table, rows)| TableInfo {
                name: table.name.to_owned(),
                class: table.class.to_string(),
                rows,
            });
            Ok(WorkspaceInfo {
                organisation: info.organisation,
                format: info.format,
                encrypted: info.encrypted,
                entries: info.head.entries,
                checkpoint: info.head.id.to_string(),
                systems,
                tables: tables.collect(),
                frameworks,
            })
        })
    }
}

/// The file the program was started with, once; the window opens it.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "WorkspaceOfferedInput")]
pub struct Offered {}

impl HostCall for Offered {
    const NAME: &'static str = "workspace.offered";
    const TAGS: &'static [Tag] = &[];
    const CHANGES: bool = false;
    type Output = Option<Place>;

    fn run(self, host: &Host) -> AppResult<Self::Output> {
        Ok(host.take_offered().map(|path| host.admit(&path)))
    }
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

/// Gives a path the ending of workspace files.
pub(crate) fn with_ending(path: PathBuf) -> PathBuf {
    if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("cairn")) {
        return path;
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".cairn");
    path.with_file_name(name)
}

/// Makes the file and opens it.
pub(crate) fn create(host: &Host, path: &Path, new: &Create, sample: bool) -> AppResult<WorkspaceSummary> {
    let mut refused = Vec::new();
    let mut filled = |field: &str, text: &str| {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let code = match text.chars().count() {
            0 => Some("required"),
            length if length > LONGEST_NAME => Some("too-long"),
            _ => None,
        };
        refused.extend(code.map(|code| FieldError { field: field.to_owned(), code }));
        text
    };
    let (organisation, lead_name) = (filled("organisation", &new.organisation), filled("name", &new.name));
    let passphrase = new.passphrase.as_deref().filter(|text| !text.is_empty());
    if passphrase.is_some_and(|text| text.chars().count() < SHORTEST_PASSPHRASE) {
        refused.push(FieldError { field: "passphrase".to_owned(), code: "passphrase-short" });
    }
    if !refused.is_empty() {
        return Err(refused.into());
    }
    let mut roles: BTreeSet<Role> = [Role::Lead].into();
    if new.approver && new.affiliation == Affiliation::Staff {
        roles.insert(Role::Approver);
    }
    let settings = NewWorkspace {
        organisation,
        language: host.words().language().to_owned(),
        lead_name,
        lead_job_title: new
            .job_title
            .clone()
            .map(|title| title.trim().to_owned())
            .filter(|title| !title.is_empty()),
        lead_roles: roles,
        lead_affiliation: new.affiliation,
        device_name: host.words().say("device-first"),
        passphrase: passphrase.map(|text| Passphrase::new(text.to_owned())),
        app_version: host.version.clone(),
    };
    let workspace = Workspace::create(path, &settings, Arc::clone(&host.clock), &host.keys)?;
    enter(host, workspace, path, sample)
}

/// Opens the file.
pub(crate) fn open(host: &Host, path: &Path, passphrase: Option<Passphrase>) -> AppResult<WorkspaceSummary> {
    let workspace = Workspace::open(path, passphrase, &host.version, Arc::clone(&host.clock), &host.keys)?;
    let sample = host.local.recent().iter().any(|recent| recent.path == path && recent.sample);
    enter(host, workspace, path, sample)
}

/// Remembers the open file anew, after a sample was filled.
pub(crate) fn reenter(host: &Host, path: &Path) -> AppResult<WorkspaceSummary> {
    let summary = host.with_open(|open| summary(host, open))?;
    let stones = host.read(Permission::Read, crate::overview::stones_set).unwrap_or_default();
    if let Some(recent) = host.local.recent().into_iter().find(|recent| recent.path == path) {
        host.local.remember(Recent { entries: summary.entries, stones, ..recent })?;
    }
    Ok(summary)
}

/// Makes an opened file the one people work in, and remembers it.
fn enter(host: &Host, workspace: Workspace, path: &Path, sample: bool) -> AppResult<WorkspaceSummary> {
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
    let open = Open {
        encrypted: workspace.is_encrypted(),
        me: me.unwrap_or(MemberId(uuid::Uuid::nil())),
        workspace,
        path: path.to_owned(),
        standing,
        noticed: None,
    };
    host.replace_open(Some(open));
    let summary = host.with_open(|open| summary(host, open))?;
    // A file the person works in must open even where the list of recent files cannot be written.
    let _ = host.local.remember(Recent {
        path: path.to_owned(),
        organisation: summary.organisation.clone(),
        encrypted: summary.encrypted,
        sample,
        opened_at: host.now(),
        trail: summary.trail,
        entries: summary.entries,
        stones: host.read(Permission::Read, crate::overview::stones_set).unwrap_or_default(),
    });
    Ok(summary)
}

fn summary(host: &Host, open: &Open) -> AppResult<WorkspaceSummary> {
    let known = host.local.recent().into_iter().find(|recent| recent.path == open.path);
    let (organisation, me) = open.workspace.read(|tx| {
        let organisation = tx.organisation().the()?.name;
        let member = tx.member().find(open.me.into())?;
        let record = tx.record().find(open.me.into())?;
        let permissions = Permission::ALL.iter().copied().filter(|permission| open.standing.may(*permission));
        let me = Me {
            id: open.me,
            name: record.map(|record| record.title).unwrap_or_default(),
            job_title: member.and_then(|member| member.job_title),
            roles: open.standing.roles.iter().copied().collect(),
            affiliation: open.standing.affiliation,
            permissions: permissions.collect(),
        };
        AppResult::Ok((organisation, me))
    })?;
    Ok(WorkspaceSummary {
        organisation,
        file: host.admit(&open.path),
        encrypted: open.encrypted,
        key_protected: open.workspace.is_key_protected(),
        entries: open.workspace.head()?.entries,
        trail: known.map_or(TrailState::NotChecked, |recent| recent.trail),
        me,
        shared_folder: is_shared(&open.path),
    })
}

/// Whether a path looks like a folder that a cloud service keeps in step, or a network share. Two computers writing the
/// same live file that way damage it; bundles are how work is shared.
fn is_shared(path: &Path) -> bool {
    const MARKS: &[&str] = &[
        "onedrive",
        "dropbox",
        "google drive",
        "googledrive",
        "icloud",
        "mobile documents",
        "nextcloud",
        "pcloud",
    ];
    let text = path.to_string_lossy().to_lowercase();
    text.starts_with(r"\\") || MARKS.iter().any(|mark| text.contains(mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_workspace_gets_its_ending_once() {
        assert_eq!(with_ending("a/b.cairn".into()), PathBuf::from("a/b.cairn"));
        assert_eq!(with_ending("a/b.CAIRN".into()), PathBuf::from("a/b.CAIRN"));
        assert_eq!(with_ending("a/b.2026".into()), PathBuf::from("a/b.2026.cairn"));
    }

    #[test]
    fn folders_of_cloud_services_and_shares_are_known() {
        assert!(is_shared(Path::new("/home/me/Dropbox/a.cairn")));
        assert!(is_shared(Path::new(r"\\server\share\a.cairn")));
        assert!(!is_shared(Path::new("/home/me/Documents/a.cairn")));
    }
}
