//! Members: the people who work in the workspace, by role.

use std::collections::BTreeSet;

use cairn_domain::field::FieldError;
use cairn_domain::id::MemberId;
use cairn_domain::record::RecordKind;
use cairn_domain::role::{Affiliation, MemberKind, Permission, Role};
use cairn_store::table::member::Member;
use serde::{Deserialize, Serialize};

use crate::error::{AppError, AppResult};
use crate::tag::Tag;
use crate::usecase::{Mutation, Query, Reading, Writing};

/// Longest name, in characters.
const LONGEST_NAME: usize = 200;

/// A member in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct MemberView {
    /// The member.
    pub id: MemberId,
    /// Their name, or the role they stand for.
    pub name: String,
    /// Job title.
    pub job_title: Option<String>,
    /// Roles held.
    pub roles: Vec<Role>,
    /// Own staff or consultant.
    pub affiliation: Affiliation,
    /// Person or agent.
    pub kind: MemberKind,
    /// Whether they still act here.
    pub active: bool,
    /// Whether they have a signing key on some device.
    pub has_device: bool,
}

/// All members, by name.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "MemberListInput")]
pub struct List {}

impl Query for List {
    const NAME: &'static str = "member.list";
    const TAGS: &'static [Tag] = &[Tag::Members];
    type Output = Vec<MemberView>;

    fn run(self, cx: &Reading<'_>) -> AppResult<Self::Output> {
        let devices: BTreeSet<MemberId> = cx
            .tx
            .device()
            .all()?
            .into_iter()
            .filter(|device| device.revoked_at.is_none())
            .map(|device| device.member)
            .collect();
        let members = cx.tx.member().with_records()?;
        let shown = members.into_iter().map(|(record, member)| MemberView {
            id: record.id.into(),
            name: record.title,
            job_title: member.job_title,
            roles: member.roles.into_iter().collect(),
            affiliation: member.affiliation,
            kind: member.kind,
            active: member.active,
            has_device: devices.contains(&record.id.into()),
        });
        Ok(shown.collect())
    }
}

fn name(text: &str) -> Result<String, FieldError> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let refuse = |code| Err(FieldError { field: "name".to_owned(), code });
    match text.chars().count() {
        0 => refuse("required"),
        length if length > LONGEST_NAME => refuse("too-long"),
        _ => Ok(text),
    }
}

fn job_title(text: Option<&str>) -> Option<String> {
    text.map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}

/// Adds a person; they can own records. Signing needs a key on their own device.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "MemberCreateInput")]
pub struct Create {
    /// Name, or the role they stand for.
    pub name: String,
    /// Job title.
    pub job_title: Option<String>,
    /// Roles.
    pub roles: BTreeSet<Role>,
    /// Own staff or consultant.
    pub affiliation: Affiliation,
}

impl Mutation for Create {
    const NAME: &'static str = "member.create";
    const TAGS: &'static [Tag] = &[Tag::Members, Tag::Trail];
    const PERMISSION: Permission = Permission::Administer;
    type Output = MemberId;

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<MemberId> {
        let name = name(&self.name)?;
        if self.roles.is_empty() {
            return Err(FieldError { field: "roles".to_owned(), code: "required" }.into());
        }
        let record = cx.tx.create_record(RecordKind::Member, &name, None, None)?;
        cx.tx.member().insert(&Member {
            id: record.id,
            rev: record.rev,
            roles: self.roles,
            kind: MemberKind::Person,
            affiliation: self.affiliation,
            job_title: job_title(self.job_title.as_deref()),
            active: true,
        })?;
        cx.tx.as_kind(cairn_ledger::Kind::Member);
        cx.tell(Some(record.id), "history-member-create", &[("name", name.into())]);
        Ok(record.id.into())
    }
}

/// Changes a member.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "MemberUpdateInput")]
pub struct Update {
    /// The member.
    pub id: MemberId,
    /// Name, or the role they stand for.
    pub name: String,
    /// Job title.
    pub job_title: Option<String>,
    /// Roles.
    pub roles: BTreeSet<Role>,
    /// Own staff or consultant.
    pub affiliation: Affiliation,
    /// Whether they still act here.
    pub active: bool,
}

impl Mutation for Update {
    const NAME: &'static str = "member.update";
    const TAGS: &'static [Tag] = &[Tag::Members, Tag::Workspace, Tag::Trail];
    const PERMISSION: Permission = Permission::Administer;
    type Output = ();

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<()> {
        let name = name(&self.name)?;
        if self.roles.is_empty() {
            return Err(FieldError { field: "roles".to_owned(), code: "required" }.into());
        }
        let stored = cx.tx.member().by_id(self.id)?;
        let changed = Member {
            roles: self.roles,
            affiliation: self.affiliation,
            job_title: job_title(self.job_title.as_deref()),
            active: self.active,
            ..stored
        };
        let leads = |member: &Member| member.standing().may(Permission::Administer);
        if !leads(&changed) {
            let others = cx.tx.member().with_records()?;
            let another = others.iter().any(|(_, member)| member.id != changed.id && leads(member));
            if !another {
                return Err(AppError::refused("error-last-lead"));
            }
        }
        cx.tx.member().update(&changed)?;
        cx.tx.record().set_title(changed.id, &name)?;
        cx.tx.as_kind(cairn_ledger::Kind::Member);
        cx.tell(Some(changed.id), "history-member-update", &[("name", name.into())]);
        Ok(())
    }
}
