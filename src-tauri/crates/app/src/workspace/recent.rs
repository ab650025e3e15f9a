//! The start page: the files this computer knows.

use std::path::PathBuf;

use cairn_domain::time::{Date, Timestamp};
use cairn_store::Backups;
use serde::{Deserialize, Serialize};

use crate::error::AppResult;
use crate::host::Host;
use crate::local::{NextDue, Recent, TrailState};
use crate::place::{Place, Token};
use crate::tag::Tag;
use crate::usecase::HostCall;

/// A file opened lately, as the start page shows it: what was known when it was last open here, and what the disk says.
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
    /// What is due next.
    pub next_due: Option<NextDue>,
    /// Gaps that block certification; none when it was never counted here.
    pub blockers: Option<u32>,
    /// Planned day of the stage 1 audit.
    pub stage1_on: Option<Date>,
    /// Planned day of the stage 2 audit.
    pub stage2_on: Option<Date>,
    /// Day of the newest backup on this computer.
    pub backup: Option<Date>,
    /// Bytes; none when the file is not there.
    pub size: Option<u64>,
}

/// The start page: files opened lately, what is due first at the head.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "WorkspaceListInput")]
pub struct List {}

impl HostCall for List {
    const NAME: &'static str = "workspace.list";
    const TAGS: &'static [Tag] = &[Tag::Preferences];
    const CHANGES: bool = false;
    type Output = Vec<RecentWorkspace>;

    fn run(self, host: &Host) -> AppResult<Self::Output> {
        let root = crate::backup::root(host);
        let mut files: Vec<_> =
            host.local.recent().into_iter().map(|recent| shown(host, &root, recent)).collect();
        // What is due first comes first; without a date the latest opened.
        files.sort_by(|a, b| {
            let due = |file: &RecentWorkspace| file.next_due.as_ref().map(|due| due.date.clone());
            let (first, second) = (due(a), due(b));
            first
                .is_none()
                .cmp(&second.is_none())
                .then(first.cmp(&second))
                .then(b.opened_at.cmp(&a.opened_at))
        });
        Ok(files)
    }
}

fn shown(host: &Host, root: &std::path::Path, recent: Recent) -> RecentWorkspace {
    let data = recent.path.metadata().ok().filter(std::fs::Metadata::is_file);
    let newest =
        recent.workspace.and_then(|id| Backups::of(root, id).of_file(&recent.path).ok()?.into_iter().next());
    RecentWorkspace {
        file: host.admit(&recent.path),
        organisation: recent.organisation,
        encrypted: recent.encrypted,
        sample: recent.sample,
        present: data.is_some(),
        opened_at: recent.opened_at,
        trail: recent.trail,
        stones: recent.stones,
        next_due: recent.standstill.next_due,
        blockers: recent.standstill.blockers,
        stage1_on: recent.standstill.stage1_on,
        stage2_on: recent.standstill.stage2_on,
        backup: newest.map(|backup| backup.day),
        size: data.map(|data| data.len()),
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

/// Says where a file of the start page is now; what is known of it stays with it.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "WorkspaceLocateInput")]
pub struct Locate {
    /// The file as it was.
    pub file: Token,
    /// Where it is now, from an open dialog.
    pub found: Token,
}

impl HostCall for Locate {
    const NAME: &'static str = "workspace.locate";
    const TAGS: &'static [Tag] = &[Tag::Preferences];
    const CHANGES: bool = true;
    type Output = Place;

    fn run(self, host: &Host) -> AppResult<Place> {
        let (old, new): (PathBuf, PathBuf) = (host.places.path(&self.file)?, host.places.path(&self.found)?);
        host.local.relocate(&old, &new)?;
        Ok(host.admit(&new))
    }
}
