//! Settings of the workspace, for everybody who works in it.

use cairn_domain::id::{RecordId, WorkspaceId, natural_id};

use crate::error::Result;
use crate::row::{Row, Rows};
use crate::write::WriteTx;

row! {
    /// One setting.
    "setting" => Setting {
        /// Its name.
        key: String,
        /// Its value.
        value: String,
    }
}

/// The id of a setting: one per key.
#[must_use]
pub fn setting_id(workspace: WorkspaceId, key: &str) -> RecordId {
    natural_id(workspace, Setting::TABLE, key)
}

impl Rows<'_, Setting> {
    /// The value of a setting, if it was ever set.
    ///
    /// # Errors
    /// When reading fails.
    pub fn value(&self, key: &str) -> Result<Option<String>> {
        Ok(self.select("WHERE key = ?1", [key])?.into_iter().next().map(|setting| setting.value))
    }
}

impl WriteTx<'_> {
    /// Sets a setting. Gives whether anything changed.
    ///
    /// # Errors
    /// When writing fails.
    pub fn put_setting(&mut self, key: &str, value: &str) -> Result<bool> {
        let id = setting_id(self.workspace(), key);
        if self.setting().find(id)?.is_some() {
            return self.setting().set(id, &[("value", value.into())]);
        }
        let row = Setting { id, rev: self.stamp(), key: key.to_owned(), value: value.to_owned() };
        self.setting().insert(&row)?;
        Ok(true)
    }
}
