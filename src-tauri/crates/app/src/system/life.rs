//! The life of a system: dated steps from state to state, and its versions.

use cairn_domain::field::FieldError;
use cairn_domain::id::RecordId;
use cairn_domain::system::SystemStatus;
use cairn_domain::time::Date;
use cairn_store::table::ai_system::AiSystem;
use cairn_store::table::system_transition::SystemTransition;
use cairn_store::table::system_version::SystemVersion;
use serde::{Deserialize, Serialize};

use crate::error::{AppError, AppResult, Code};
use crate::tag::Tag;
use crate::usecase::{Mutation, Query, Reading, Writing};

/// Longest text, in characters.
const LONGEST: usize = 10_000;
/// Longest name of a version, in characters.
const LONGEST_VERSION: usize = 200;

/// A step of the life cycle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "SystemTransitionView")]
pub struct TransitionView {
    /// Id of the row.
    pub id: RecordId,
    /// The state it came into.
    pub status: SystemStatus,
    /// When it happened.
    pub on: String,
    /// Why, or who decided.
    pub note: Option<String>,
}

/// A version of a system.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "SystemVersionView")]
pub struct VersionView {
    /// Id of the row.
    pub id: RecordId,
    /// Its name.
    pub version: String,
    /// Since when.
    pub since: Option<String>,
    /// What changed.
    pub change: Option<String>,
    /// What the change means for the people affected and for earlier decisions.
    pub effects: Option<String>,
}

/// The life of a system.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "SystemLife")]
pub struct Life {
    /// Steps of the life cycle, newest first.
    pub transitions: Vec<TransitionView>,
    /// Versions, newest first.
    pub versions: Vec<VersionView>,
}

/// The life of a system.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "SystemLifeInput")]
pub struct GetLife {
    /// The system.
    pub id: RecordId,
}

impl Query for GetLife {
    const NAME: &'static str = "system.life";
    const TAGS: &'static [Tag] = &[Tag::Systems];
    type Output = Life;

    fn run(self, cx: &Reading<'_>) -> AppResult<Life> {
        let transitions = cx.tx.system_transition().of(self.id)?.into_iter().rev();
        let versions = cx.tx.system_version().of(self.id)?.into_iter().rev();
        Ok(Life {
            transitions: transitions
                .map(|row| TransitionView {
                    id: row.id,
                    status: row.status,
                    on: row.happened_on.to_string(),
                    note: row.note,
                })
                .collect(),
            versions: versions
                .map(|row| VersionView {
                    id: row.id,
                    version: row.version,
                    since: row.since_on.map(|day| day.to_string()),
                    change: row.change,
                    effects: row.effects,
                })
                .collect(),
        })
    }
}

/// Notes that a system came into another state on a day. The latest step is the state it is in.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "SystemTransitionInput")]
pub struct Transition {
    /// The system.
    pub id: RecordId,
    /// The state.
    pub status: SystemStatus,
    /// When it happened.
    pub on: String,
    /// Why, or who decided.
    pub note: String,
}

impl Mutation for Transition {
    const NAME: &'static str = "system.transition";
    const TAGS: &'static [Tag] = &[Tag::Systems, Tag::Trail];
    type Output = ();

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<()> {
        let day = day("on", Some(&self.on))?
            .ok_or_else(|| FieldError { field: "on".to_owned(), code: "required" })?;
        if day > cx.around.today() {
            return Err(FieldError { field: "on".to_owned(), code: "in-the-future" }.into());
        }
        let note = text("note", &self.note)?;
        step(cx, self.id, self.status, day, note)?;
        settle(cx, self.id)?;
        tell(cx, self.id, "history-system-transition", Some(self.status))
    }
}

/// Takes a step back out of the life cycle.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "SystemDropTransitionInput")]
pub struct DropTransition {
    /// The step.
    pub id: RecordId,
}

impl Mutation for DropTransition {
    const NAME: &'static str = "system.drop_transition";
    const TAGS: &'static [Tag] = Transition::TAGS;
    type Output = ();

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<()> {
        let row = cx.tx.system_transition().get(self.id)?;
        cx.tx.system_transition().delete(self.id)?;
        settle(cx, row.system)?;
        tell(cx, row.system, "history-system-drop-transition", Some(row.status))
    }
}

/// Adds a version of a system, or changes one.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "SystemVersionInput")]
pub struct PutVersion {
    /// The system.
    pub id: RecordId,
    /// The version to change; none adds one.
    pub row: Option<RecordId>,
    /// Its name.
    pub version: String,
    /// Since when.
    pub since: Option<String>,
    /// What changed.
    pub change: String,
    /// What the change means for the people affected and for earlier decisions.
    pub effects: String,
}

impl Mutation for PutVersion {
    const NAME: &'static str = "system.version";
    const TAGS: &'static [Tag] = Transition::TAGS;
    type Output = ();

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<()> {
        cx.tx.ai_system().get(self.id)?;
        let version = self.version.trim().to_owned();
        let refuse = |code| Err(FieldError { field: "version".to_owned(), code }.into());
        match version.chars().count() {
            0 => return refuse("required"),
            length if length > LONGEST_VERSION => return refuse("too-long"),
            _ => {}
        }
        let since_on = day("since", self.since.as_deref())?;
        let (change, effects) = (text("change", &self.change)?, text("effects", &self.effects)?);
        match self.row {
            Some(id) => {
                let row = cx.tx.system_version().get(id)?;
                if row.system != self.id {
                    return Err(AppError::new(Code::NotFound));
                }
                cx.tx.system_version().update(&SystemVersion {
                    version,
                    since_on,
                    change,
                    effects,
                    ..row
                })?;
            }
            None => {
                keep_unlisted(cx, self.id, &version)?;
                let (id, rev) = (RecordId(cx.tx.fresh_id()), cx.tx.stamp());
                let system = self.id;
                let row = SystemVersion { id, rev, system, version, since_on, change, effects };
                cx.tx.system_version().insert(&row)?;
            }
        }
        settle_version(cx, self.id)?;
        tell(cx, self.id, "history-system-version", None)
    }
}

/// Takes a version away.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "SystemDropVersionInput")]
pub struct DropVersion {
    /// The version.
    pub id: RecordId,
}

impl Mutation for DropVersion {
    const NAME: &'static str = "system.drop_version";
    const TAGS: &'static [Tag] = Transition::TAGS;
    type Output = ();

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<()> {
        let row = cx.tx.system_version().get(self.id)?;
        cx.tx.system_version().delete(self.id)?;
        settle_version(cx, row.system)?;
        tell(cx, row.system, "history-system-drop-version", None)
    }
}

/// What the form says of a system's life.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Stand {
    status: Option<SystemStatus>,
    in_use_since: Option<Date>,
    version: Option<String>,
}

impl Stand {
    /// What the form of a system says now.
    pub(crate) fn of(system: &AiSystem) -> Self {
        Self {
            status: system.field("status").and_then(|word| word.parse().ok()),
            in_use_since: system.field("in_use_since").and_then(|day| day.parse().ok()),
            version: system.field("version").map(str::to_owned),
        }
    }

    /// What an imported system is compared with. A stage whose day the file does not tell becomes no step: the day of
    /// the import is not when it happened.
    pub(crate) fn before_import(system: &AiSystem) -> Self {
        let now = Self::of(system);
        let dated = now.status == Some(SystemStatus::InUse) && now.in_use_since.is_some();
        if dated { Self::default() } else { Self { version: None, ..now } }
    }
}

/// Carries a change of the form over to the steps and versions: another stage becomes a step, another version a
/// version, and a system is in use since the day the form names.
pub(crate) fn follow(cx: &mut Writing<'_, '_>, id: RecordId, before: &Stand) -> AppResult<()> {
    let now = Stand::of(&cx.tx.ai_system().get(id)?);
    if let Some(status) = now.status.filter(|_| now.status != before.status) {
        let day = day_of(cx, id, &now)?;
        step(cx, id, status, day, None)?;
    } else if now.in_use_since != before.in_use_since {
        date_again(cx, id, now.in_use_since.as_ref())?;
    }
    if now.version != before.version {
        follow_version(cx, id, now.version)?;
    }
    Ok(())
}

/// The day of a step that the form brings about: the one it names for coming into use where that can be, else today.
fn day_of(cx: &Writing<'_, '_>, id: RecordId, now: &Stand) -> AppResult<Date> {
    let today = cx.around.today();
    let named =
        now.in_use_since.clone().filter(|day| now.status == Some(SystemStatus::InUse) && *day <= today);
    let last = cx.read().system_transition().of(id)?.pop().map(|step| step.happened_on);
    Ok(named.filter(|day| last.is_none_or(|last| last <= *day)).unwrap_or(today))
}

/// The first time a system came into use happened on the day the form names, unless other steps say otherwise.
fn date_again(cx: &mut Writing<'_, '_>, id: RecordId, since: Option<&Date>) -> AppResult<()> {
    let Some(since) = since.filter(|day| **day <= cx.around.today()) else { return Ok(()) };
    let steps = cx.tx.system_transition().of(id)?;
    let Some(at) = steps.iter().position(|step| step.status == SystemStatus::InUse) else { return Ok(()) };
    let (before, rest) = steps.split_at(at);
    let fits = before.iter().all(|step| step.happened_on <= *since)
        && rest.iter().skip(1).all(|step| step.happened_on >= *since);
    if let Some(first) = rest.first().filter(|_| fits) {
        cx.tx.system_transition().set(first.id, &[("happened_on", since.to_string().into())])?;
    }
    Ok(())
}

/// A version named in the form becomes one of the list, as the newest. One that was only just named and of which
/// nothing else is known is named anew: somebody is still typing.
fn follow_version(cx: &mut Writing<'_, '_>, id: RecordId, named: Option<String>) -> AppResult<()> {
    let newest = cx.tx.system_version().of(id)?.pop();
    let today = cx.around.today();
    let bare = newest.as_ref().filter(|row| {
        row.change.is_none() && row.effects.is_none() && row.id.drawn_on().as_ref() == Some(&today)
    });
    match (named, bare) {
        (Some(version), Some(row)) => {
            cx.tx.system_version().set(row.id, &[("version", version.into())])?;
        }
        (None, Some(row)) => cx.tx.system_version().delete(row.id)?,
        (Some(version), None) if newest.as_ref().is_none_or(|row| row.version != version) => {
            add_version(cx, id, version)?;
        }
        _ => {}
    }
    settle_version(cx, id)
}

/// Adds a version of which only the name is known. The first one may be older than today; a later one follows it now.
fn add_version(cx: &mut Writing<'_, '_>, system: RecordId, version: String) -> AppResult<()> {
    let first = cx.tx.system_version().of(system)?.is_empty();
    let since_on = (!first).then(|| cx.around.today());
    let (id, rev) = (RecordId(cx.tx.fresh_id()), cx.tx.stamp());
    let row = SystemVersion { id, rev, system, version, since_on, change: None, effects: None };
    cx.tx.system_version().insert(&row)?;
    Ok(())
}

/// Puts the version of a form that has no list yet into the list, so that another one does not write over it.
fn keep_unlisted(cx: &mut Writing<'_, '_>, id: RecordId, other: &str) -> AppResult<()> {
    let named = cx.tx.ai_system().get(id)?.field("version").map(str::to_owned);
    match named.filter(|version| version != other) {
        Some(version) if cx.tx.system_version().of(id)?.is_empty() => add_version(cx, id, version),
        _ => Ok(()),
    }
}

/// The form shows the newest version, and none when the list is empty.
pub(super) fn settle_version(cx: &mut Writing<'_, '_>, id: RecordId) -> AppResult<()> {
    let newest = cx.tx.system_version().of(id)?.pop().map(|row| row.version);
    let mut system = cx.tx.ai_system().get(id)?;
    system.set_field("version", newest)?;
    cx.tx.ai_system().update(&system)?;
    Ok(())
}

pub(super) fn step(
    cx: &mut Writing<'_, '_>,
    system: RecordId,
    status: SystemStatus,
    happened_on: Date,
    note: Option<String>,
) -> AppResult<()> {
    cx.tx.ai_system().get(system)?;
    let (id, rev) = (RecordId(cx.tx.fresh_id()), cx.tx.stamp());
    cx.tx.system_transition().insert(&SystemTransition { id, rev, system, status, happened_on, note })?;
    Ok(())
}

/// The state of a system is that of its latest step.
pub(super) fn settle(cx: &mut Writing<'_, '_>, id: RecordId) -> AppResult<()> {
    let Some(latest) = cx.tx.system_transition().of(id)?.pop() else { return Ok(()) };
    let mut system = cx.tx.ai_system().get(id)?;
    system.set_field("status", Some(latest.status.as_str().to_owned()))?;
    cx.tx.ai_system().update(&system)?;
    Ok(())
}

pub(super) fn tell(
    cx: &mut Writing<'_, '_>,
    id: RecordId,
    key: &str,
    status: Option<SystemStatus>,
) -> AppResult<()> {
    let record = cx.tx.record().get(id)?;
    let code = record.code.unwrap_or_default();
    let status = status.map_or("", SystemStatus::as_str);
    cx.tell(
        Some(id),
        key,
        &[("code", code.into()), ("name", record.title.into()), ("status", status.into())],
    );
    Ok(())
}

fn day(field: &str, text: Option<&str>) -> AppResult<Option<Date>> {
    let text = text.map(str::trim).filter(|text| !text.is_empty());
    let refuse = |_| FieldError { field: field.to_owned(), code: "not-a-date" };
    Ok(text.map(|text| text.parse().map_err(refuse)).transpose()?)
}

pub(super) fn text(field: &str, text: &str) -> Result<Option<String>, AppError> {
    let text = text.trim();
    if text.chars().count() > LONGEST {
        return Err(FieldError { field: field.to_owned(), code: "too-long" }.into());
    }
    Ok(Some(text).filter(|text| !text.is_empty()).map(str::to_owned))
}
