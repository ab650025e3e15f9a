//! Actions: the one list of things to do. Gaps, decisions and findings create them; none invents its own.

use cairn_domain::field::FieldError;
use cairn_domain::id::{MemberId, RecordId};
use cairn_domain::record::RecordKind;
use cairn_domain::state::ActionStatus;
use cairn_domain::time::Date;
use cairn_store::Page;
use cairn_store::table::action::Action;
use cairn_store::table::record::Record;
use serde::{Deserialize, Serialize};

use super::ActionView;
use super::action_plan::{self, ActionPlan};
use crate::error::AppResult;
use crate::names::{Names, record_by_id};
use crate::tag::Tag;
use crate::usecase::{Mutation, Query, Reading, Writing};

/// Longest title, in characters.
const LONGEST_TITLE: usize = 400;

pub(super) fn view(
    cx: &Reading<'_>,
    action: Action,
    anchor: &Record,
    names: &Names,
) -> AppResult<ActionView> {
    let open = matches!(action.status, ActionStatus::Open | ActionStatus::InProgress);
    let late =
        anchor.due.as_ref().map(|due| cx.around.today().days_since(due)).filter(|days| open && *days > 0);
    let source = action.source_record.map(|id| record_by_id(cx.tx, id)).transpose()?;
    Ok(ActionView {
        id: anchor.id,
        code: anchor.code.clone().unwrap_or_default(),
        title: anchor.title.clone(),
        status: action.status,
        owner: anchor.owner.map(|owner| names.member(owner)),
        due: anchor.due.as_ref().map(ToString::to_string),
        days_late: late,
        source,
        drop_reason: action.drop_reason,
        effectiveness: action.effectiveness,
        starts_on: action.starts_on.map(|day| day.to_string()),
        effort_days: action.effort_days.and_then(|days| u32::try_from(days).ok()),
        after: action_plan::waits_for(cx.tx, anchor.id)?,
    })
}

/// All actions that are not hidden.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "ActionListInput")]
pub struct ListActions {}

impl Query for ListActions {
    const NAME: &'static str = "action.list";
    const TAGS: &'static [Tag] = &[Tag::Relations, Tag::Members];
    type Output = Vec<ActionView>;

    fn run(self, cx: &Reading<'_>) -> AppResult<Self::Output> {
        let names = Names::read(cx.tx)?;
        let records = cx.tx.record().of_kind(RecordKind::Action, Page::ALL)?;
        records.iter().map(|record| view(cx, cx.tx.action().get(record.id)?, record, &names)).collect()
    }
}

/// What is wrong with a title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TitleFault {
    /// It says nothing.
    Blank,
    /// It is longer than a title may be.
    TooLong,
}

/// The title of an action, on one line.
///
/// # Errors
/// When there is none, or when it is too long.
pub(crate) fn action_title(text: &str) -> Result<String, TitleFault> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match text.chars().count() {
        0 => Err(TitleFault::Blank),
        length if length > LONGEST_TITLE => Err(TitleFault::TooLong),
        _ => Ok(text),
    }
}

fn title(text: &str) -> Result<String, FieldError> {
    let code = |fault| match fault {
        TitleFault::Blank => "required",
        TitleFault::TooLong => "too-long",
    };
    action_title(text).map_err(|fault| FieldError { field: "title".to_owned(), code: code(fault) })
}

/// Adds an open action; without an id it gets a fresh one.
pub(crate) fn add_action(
    cx: &mut Writing<'_, '_>,
    id: Option<RecordId>,
    source: Option<RecordId>,
    title: &str,
    owner: Option<MemberId>,
    due: Option<Date>,
) -> AppResult<Record> {
    let id = id.unwrap_or_else(|| RecordId(cx.tx.fresh_id()));
    let record = cx.tx.create_record_with_id(id, RecordKind::Action, title, owner, due)?;
    cx.tx.action().insert(&Action {
        id: record.id,
        rev: record.rev,
        source_record: source,
        text: None,
        status: ActionStatus::Open,
        drop_reason: None,
        effectiveness: None,
        starts_on: None,
        effort_days: None,
    })?;
    Ok(record)
}

fn due(text: Option<&str>) -> Result<Option<Date>, FieldError> {
    let text = text.map(str::trim).filter(|text| !text.is_empty());
    let refuse = |_| FieldError { field: "due".to_owned(), code: "not-a-date" };
    text.map(|text| text.parse().map_err(refuse)).transpose()
}

/// Text a state needs; none when blank.
fn needed(field: &str, text: Option<String>, is_needed: bool) -> Result<Option<String>, FieldError> {
    let text = text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    if is_needed && text.is_none() {
        return Err(FieldError { field: field.to_owned(), code: "required" });
    }
    Ok(text)
}

/// Adds an action.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "ActionCreateInput")]
pub struct CreateAction {
    /// What it comes from.
    pub source: Option<RecordId>,
    /// What to do.
    pub title: String,
    /// Who does it.
    pub owner: Option<MemberId>,
    /// Until when.
    pub due: Option<String>,
    /// When and how long, and after what.
    #[serde(default)]
    #[ts(optional)]
    pub plan: Option<ActionPlan>,
}

impl Mutation for CreateAction {
    const NAME: &'static str = "action.create";
    const TAGS: &'static [Tag] = &[Tag::Relations, Tag::Trail];
    type Output = RecordId;

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<RecordId> {
        let (title, due) = (title(&self.title)?, due(self.due.as_deref())?);
        let record = add_action(cx, None, self.source, &title, self.owner, due)?;
        if let Some(plan) = &self.plan {
            plan.set(cx, record.id)?;
        }
        let code = record.code.unwrap_or_default();
        cx.tell(Some(record.id), "history-action-create", &[("code", code.into()), ("title", title.into())]);
        Ok(record.id)
    }
}

/// Changes an action.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "ActionUpdateInput")]
pub struct UpdateAction {
    /// The record.
    pub id: RecordId,
    /// What to do.
    pub title: String,
    /// Where it stands.
    pub status: ActionStatus,
    /// Who does it.
    pub owner: Option<MemberId>,
    /// Until when.
    pub due: Option<String>,
    /// Why it was dropped; needed when it is.
    pub drop_reason: Option<String>,
    /// What the check of its effect found; needed when verified.
    pub effectiveness: Option<String>,
    /// When and how long, and after what; none leaves it.
    #[serde(default)]
    #[ts(optional)]
    pub plan: Option<ActionPlan>,
}

impl Mutation for UpdateAction {
    const NAME: &'static str = "action.update";
    const TAGS: &'static [Tag] = &[Tag::Relations, Tag::Trail];
    type Output = ();

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<()> {
        let (title, due) = (title(&self.title)?, due(self.due.as_deref())?);
        let drop_reason = needed("dropReason", self.drop_reason, self.status == ActionStatus::Dropped)?;
        let effectiveness =
            needed("effectiveness", self.effectiveness, self.status == ActionStatus::Verified)?;
        let stored = cx.tx.action().get(self.id)?;
        cx.tx.action().update(&Action { status: self.status, drop_reason, effectiveness, ..stored })?;
        cx.tx.record().set_title(self.id, &title)?;
        cx.tx.record().set_owner(self.id, self.owner)?;
        cx.tx.record().set_due(self.id, due.as_ref())?;
        if let Some(plan) = &self.plan {
            plan.set(cx, self.id)?;
        }
        let code = cx.tx.record().get(self.id)?.code.unwrap_or_default();
        cx.tell(Some(self.id), "history-action-update", &[("code", code.into()), ("title", title.into())]);
        Ok(())
    }
}
