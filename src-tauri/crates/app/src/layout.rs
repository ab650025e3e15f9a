//! How somebody set up the screens of a workspace on this computer: columns shown, sections open. No record of the
//! organisation, and nobody else sees it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::error::{AppError, AppResult};
use crate::host::Host;
use crate::tag::Tag;
use crate::usecase::HostCall;

/// Most words kept for one place.
const MOST: usize = 200;
/// Longest word and longest name of a place.
const LONGEST: usize = 100;

/// What was set up in the open workspace, by place.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "LayoutGetInput")]
pub struct Get {}

impl HostCall for Get {
    const NAME: &'static str = "layout.get";
    const TAGS: &'static [Tag] = &[Tag::Preferences, Tag::Workspace];
    const CHANGES: bool = false;
    type Output = BTreeMap<String, Vec<String>>;

    fn run(self, host: &Host) -> AppResult<Self::Output> {
        let workspace = host.with_open(|open| Ok(open.workspace.id()))?;
        Ok(host.local.layout(workspace))
    }
}

/// Remembers what was set up at one place.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "LayoutSetInput")]
pub struct Set {
    /// The place, for example `system.columns`.
    pub place: String,
    /// What is shown or open there, in order.
    pub words: Vec<String>,
}

impl HostCall for Set {
    const NAME: &'static str = "layout.set";
    const TAGS: &'static [Tag] = &[Tag::Preferences];
    const CHANGES: bool = true;
    type Output = ();

    fn run(self, host: &Host) -> AppResult<()> {
        let long = |text: &String| text.len() > LONGEST;
        if self.words.len() > MOST || long(&self.place) || self.words.iter().any(long) {
            return Err(AppError::new(crate::error::Code::BadCall));
        }
        let workspace = host.with_open(|open| Ok(open.workspace.id()))?;
        host.local.save_layout(workspace, self.place, self.words)
    }
}
