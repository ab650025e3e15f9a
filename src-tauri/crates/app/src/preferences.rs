//! Look and language on this computer.

use serde::{Deserialize, Serialize};

use crate::error::AppResult;
use crate::host::Host;
use crate::local::Preferences;
use crate::tag::Tag;
use crate::usecase::HostCall;

/// Look and language on this computer.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "PreferencesGetInput")]
pub struct GetPreferences {}

impl HostCall for GetPreferences {
    const NAME: &'static str = "preferences.get";
    const TAGS: &'static [Tag] = &[Tag::Preferences];
    const CHANGES: bool = false;
    type Output = Preferences;

    fn run(self, host: &Host) -> AppResult<Preferences> {
        Ok(host.local.preferences())
    }
}

/// Changes look and language.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "PreferencesUpdateInput")]
pub struct UpdatePreferences {
    /// The new ones.
    pub preferences: Preferences,
}

impl HostCall for UpdatePreferences {
    const NAME: &'static str = "preferences.update";
    const TAGS: &'static [Tag] = &[Tag::Preferences];
    const CHANGES: bool = true;
    type Output = Preferences;

    fn run(self, host: &Host) -> AppResult<Preferences> {
        host.set_preferences(&self.preferences)?;
        Ok(self.preferences)
    }
}

/// Languages the screens come in.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "LanguageListInput")]
pub struct Languages {}

impl HostCall for Languages {
    const NAME: &'static str = "language.list";
    const TAGS: &'static [Tag] = &[];
    const CHANGES: bool = false;
    type Output = Vec<String>;

    fn run(self, _: &Host) -> AppResult<Self::Output> {
        Ok(cairn_words::Words::languages().into_iter().map(str::to_owned).collect())
    }
}
