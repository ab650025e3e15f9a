//! New workspace files.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use cairn_domain::field::FieldError;
use cairn_domain::role::{Affiliation, Role};
use cairn_store::{NewWorkspace, Passphrase, Workspace};
use serde::{Deserialize, Serialize};

use super::WorkspaceSummary;
use super::open::{enter, reenter};
use crate::error::AppResult;
use crate::host::Host;
use crate::place::Token;
use crate::secret::Secret;
use crate::tag::Tag;
use crate::usecase::HostCall;

/// Shortest passphrase accepted, in characters. Length is what keeps a file safe offline.
const SHORTEST_PASSPHRASE: usize = 10;
/// Longest name of an organisation or a person, in characters.
const LONGEST_NAME: usize = 200;

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
    #[ts(type = "string | null")]
    pub passphrase: Option<Secret>,
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
    let passphrase = new.passphrase.as_ref().map(Secret::expose).filter(|text| !text.is_empty());
    refused.extend(passphrase.and_then(|text| too_short(text, "passphrase")));
    if !refused.is_empty() {
        return Err(refused.into());
    }
    if let Some(error) = crate::place::no_folder(path) {
        return Err(error);
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
    let summary = enter(host, workspace, path, sample)?;
    // The sample is checked once it is filled.
    if sample {
        return Ok(summary);
    }
    crate::trail::check_new(host)?;
    reenter(host)
}

/// Refuses a passphrase that is too short to keep a file safe.
pub(crate) fn too_short(text: &str, field: &str) -> Option<FieldError> {
    (text.chars().count() < SHORTEST_PASSPHRASE)
        .then(|| FieldError { field: field.to_owned(), code: "passphrase-short" })
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
}
