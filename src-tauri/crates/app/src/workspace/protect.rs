//! The passphrase of an existing workspace: set, changed or taken away.

use cairn_domain::field::FieldError;
use cairn_domain::role::Permission;
use cairn_store::StoreError;
use serde::{Deserialize, Serialize};

use super::create::too_short;
use super::{WorkspaceSummary, summary};
use crate::error::{AppError, AppResult};
use crate::host::Host;
use crate::secret::Secret;
use crate::tag::Tag;
use crate::usecase::HostCall;

/// Sets, changes or takes away the passphrase. Backups made until now keep the one they have.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "WorkspaceProtectInput")]
pub struct Protect {
    /// The passphrase in use; none when the file is not encrypted.
    #[ts(type = "string | null")]
    pub current: Option<Secret>,
    /// The new one; none leaves the file unencrypted.
    #[ts(type = "string | null")]
    pub next: Option<Secret>,
}

impl HostCall for Protect {
    const NAME: &'static str = "workspace.protect";
    const TAGS: &'static [Tag] = &[Tag::Workspace, Tag::Preferences];
    const CHANGES: bool = true;
    type Output = WorkspaceSummary;

    fn run(self, host: &Host) -> AppResult<Self::Output> {
        let given = self.next.as_ref().map(Secret::expose).filter(|text| !text.is_empty());
        if let Some(refused) = given.and_then(|text| too_short(text, "next")) {
            return Err(refused.into());
        }
        let (current, next) = (Secret::passphrase(self.current), Secret::passphrase(self.next));
        let summary = host.with_open(|open| {
            host.allow(open, Permission::Administer)?;
            open.workspace.change_passphrase(current.as_ref(), next).map_err(|error| match error {
                // The general words speak of opening a file; here one field is wrong.
                StoreError::WrongPassphrase => {
                    FieldError { field: "current".to_owned(), code: "passphrase-wrong" }.into()
                }
                other => AppError::from(other),
            })?;
            open.encrypted = open.workspace.is_encrypted();
            open.noticed = open.workspace.data_version().ok();
            summary(host, open)
        })?;
        // The list of recent files is a help; the file is changed already.
        let _ = super::open::remember(host);
        Ok(summary)
    }
}
