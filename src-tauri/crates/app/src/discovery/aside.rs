//! Areas that nobody looks through, with the reason.

use std::collections::BTreeMap;

use cairn_domain::field::FieldError;
use cairn_store::ReadTx;
use serde::{Deserialize, Serialize};

use super::guide;
use crate::error::{AppError, AppResult, Code};
use crate::tag::Tag;
use crate::usecase::{Mutation, Writing};

/// Setting that holds the areas set aside, with their reasons.
const ASIDE: &str = "discovery-areas-aside";
/// Longest reason, in characters.
const LONGEST: usize = 2_000;

/// Reasons by key of the area.
pub(super) fn stored(tx: &ReadTx<'_>) -> AppResult<BTreeMap<String, String>> {
    let Some(text) = tx.setting().value(ASIDE)? else { return Ok(BTreeMap::new()) };
    serde_json::from_str(&text)
        .map_err(|error| AppError::new(Code::Damaged).detail(format!("setting {ASIDE}: {error}")))
}

/// Sets an area aside with a reason, or takes it up again.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "DiscoverySetAsideInput")]
pub struct SetAside {
    /// Key of the area.
    pub area: String,
    /// Why nobody looks there; none takes it up again.
    pub reason: Option<String>,
}

impl Mutation for SetAside {
    const NAME: &'static str = "discovery.set_aside";
    const TAGS: &'static [Tag] = &[Tag::Discovery, Tag::Trail];
    type Output = ();

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<()> {
        let area = guide()?.area(&self.area).ok_or_else(|| AppError::refused("error-discovery-area"))?;
        let mut aside = stored(cx.read())?;
        let key = match self.reason.as_deref().map(str::trim) {
            Some(reason) => {
                let code = match reason.chars().count() {
                    0 => Some("required"),
                    length if length > LONGEST => Some("too-long"),
                    _ => None,
                };
                if let Some(code) = code {
                    return Err(FieldError { field: "reason".to_owned(), code }.into());
                }
                aside.insert(self.area, reason.to_owned());
                "history-discovery-aside"
            }
            None => {
                aside.remove(&self.area);
                "history-discovery-taken-up"
            }
        };
        let text = serde_json::to_string(&aside).map_err(|error| AppError::internal(error.to_string()))?;
        cx.tx.put_setting(ASIDE, &text)?;
        cx.tell(None, key, &[("area", area.title.as_str().into())]);
        Ok(())
    }
}
