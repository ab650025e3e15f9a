//! Devices: the keys that sign in the workspace, one member each.

use cairn_domain::field::FieldError;
use cairn_domain::id::{MemberId, RecordId};
use cairn_domain::role::Permission;
use cairn_domain::time::Timestamp;
use cairn_ledger::Kind;
use cairn_store::table::device::device_row_id;
use serde::{Deserialize, Serialize};

use crate::error::{AppError, AppResult};
use crate::host::Host;
use crate::system::MemberRef;
use crate::tag::Tag;
use crate::usecase::{HostCall, Mutation, Writing};

/// Longest name, in characters.
const LONGEST_NAME: usize = 200;

/// A device in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct DeviceView {
    /// The device.
    pub id: RecordId,
    /// What people call it.
    pub name: String,
    /// Whose key it is.
    pub member: MemberRef,
    /// When it was admitted.
    pub admitted_at: Timestamp,
    /// When it was revoked.
    pub revoked_at: Option<Timestamp>,
    /// Its newest entry.
    pub last: Option<DeviceEntry>,
    /// Whether it is the key this program signs with.
    pub here: bool,
}

/// The newest entry of a device.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct DeviceEntry {
    /// Its number in this file.
    pub n: u64,
    /// Its time.
    pub at: Timestamp,
}

/// All devices, in the order of admission.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "DeviceListInput")]
pub struct List {}

impl HostCall for List {
    const NAME: &'static str = "device.list";
    const TAGS: &'static [Tag] = &[Tag::Members, Tag::Trail];
    const CHANGES: bool = false;
    type Output = Vec<DeviceView>;

    fn run(self, host: &Host) -> AppResult<Self::Output> {
        host.with_open(|open| {
            host.allow(open, Permission::Read)?;
            let here = open.workspace.device().map(|device| device_row_id(&device));
            open.workspace.read(|tx| {
                let mut devices = tx.device().all()?;
                devices.sort_by_key(|device| device.number);
                let mut shown = Vec::with_capacity(devices.len());
                for device in devices {
                    let last = tx.last_entry_of(device.id)?.map(|(n, at)| DeviceEntry { n, at });
                    let name = tx.record().find(device.member.into())?.map(|record| record.title);
                    shown.push(DeviceView {
                        id: device.id,
                        name: device.name,
                        member: MemberRef { id: device.member, name: name.unwrap_or_default() },
                        admitted_at: device.admitted_at,
                        revoked_at: device.revoked_at,
                        last,
                        here: here == Some(device.id),
                    });
                }
                Ok(shown)
            })
        })
    }
}

/// Gives a device another name.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "DeviceRenameInput")]
pub struct Rename {
    /// The device.
    pub id: RecordId,
    /// Its name from now on.
    pub name: String,
}

impl Mutation for Rename {
    const NAME: &'static str = "device.rename";
    const TAGS: &'static [Tag] = &[Tag::Members, Tag::Trail];
    const PERMISSION: Permission = Permission::Administer;
    type Output = ();

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<()> {
        let name = self.name.split_whitespace().collect::<Vec<_>>().join(" ");
        let code = match name.chars().count() {
            0 => Some("required"),
            length if length > LONGEST_NAME => Some("too-long"),
            _ => None,
        };
        if let Some(code) = code {
            return Err(FieldError { field: "name".to_owned(), code }.into());
        }
        let mut device = cx.tx.device().get(self.id)?;
        let old = std::mem::replace(&mut device.name, name.clone());
        cx.tx.device().update(&device)?;
        cx.tx.as_kind(Kind::Device);
        let member: RecordId = device.member.into();
        cx.tell(Some(member), "history-device-rename", &[("old", old.into()), ("device", name.into())]);
        Ok(())
    }
}

/// Revokes a device: what it signed stays, what it signs from now on is refused and found by verification.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "DeviceRevokeInput")]
pub struct Revoke {
    /// The device.
    pub id: RecordId,
    /// Why.
    pub reason: String,
}

impl Mutation for Revoke {
    const NAME: &'static str = "device.revoke";
    const TAGS: &'static [Tag] = &[Tag::Members, Tag::Workspace, Tag::Trail];
    const PERMISSION: Permission = Permission::Administer;
    type Output = ();

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<()> {
        if self.reason.trim().is_empty() {
            return Err(FieldError { field: "reason".to_owned(), code: "required" }.into());
        }
        let mut device = cx.tx.device().get(self.id)?;
        if device.revoked_at.is_some() {
            return Err(AppError::refused("error-device-revoked"));
        }
        if cx.around.device == Some(self.id) {
            // Who revokes needs a key to sign with, so at least one lead always keeps one.
            return Err(AppError::refused("error-device-own"));
        }
        device.revoked_at = Some(cx.tx.time().clone());
        cx.tx.device().update(&device)?;
        cx.tx.as_kind(Kind::Device);
        cx.because(&self.reason);
        let member: MemberId = device.member;
        let name = cx.read().record().find(member.into())?.map(|record| record.title).unwrap_or_default();
        let args = [("device", device.name.into()), ("member", name.into())];
        cx.tell(Some(member.into()), "history-device-revoke", &args);
        Ok(())
    }
}
