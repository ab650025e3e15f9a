//! Adding, changing and hiding systems.

use std::collections::BTreeMap;

use cairn_domain::field::FieldError;
use cairn_domain::id::{MemberId, RecordId};
use cairn_domain::record::RecordKind;
use cairn_domain::system;
use cairn_domain::time::Date;
use cairn_store::table::ai_system::AiSystem;
use serde::{Deserialize, Serialize};

use super::life::{Stand, follow};
use super::{SystemView, view};
use crate::error::{AppError, AppResult};
use crate::tag::Tag;
use crate::usecase::{Mutation, Writing};

/// Values by field key; none empties a field.
type Values = BTreeMap<String, Option<String>>;

/// Checks every value against its field's description and gives the stored forms.
fn checked(values: &Values) -> Result<Vec<(&'static str, Option<String>)>, AppError> {
    let mut good = Vec::with_capacity(values.len());
    let mut refused = Vec::new();
    for (key, value) in values {
        match system::field(key) {
            None => refused.push(FieldError { field: key.clone(), code: "unknown-field" }),
            Some(field) => match field.check(value.as_deref()) {
                Ok(value) => good.push((field.key, value)),
                Err(error) => refused.push(error),
            },
        }
    }
    if refused.is_empty() { Ok(good) } else { Err(refused.into()) }
}

/// Writes checked values: the anchor's to the record, the others to the system.
fn apply(
    cx: &mut Writing<'_, '_>,
    id: RecordId,
    values: Vec<(&'static str, Option<String>)>,
) -> AppResult<()> {
    let mut row = cx.tx.ai_system().get(id)?;
    for (key, value) in values {
        match key {
            "name" => {
                cx.tx.record().set_title(id, &value.unwrap_or_default())?;
            }
            "owner" => {
                let owner = value.and_then(|value| value.parse::<MemberId>().ok());
                if let Some(owner) = owner
                    && cx.tx.member().find(owner.into())?.is_none()
                {
                    return Err(FieldError { field: "owner".to_owned(), code: "not-a-member" }.into());
                }
                cx.tx.record().set_owner(id, owner)?;
            }
            "review_due" => {
                let due = value.and_then(|value| value.parse::<Date>().ok());
                cx.tx.record().set_due(id, due.as_ref())?;
            }
            _ => row.set_field(key, value)?,
        }
    }
    cx.tx.ai_system().update(&row)?;
    Ok(())
}

/// Writes checked values to a system, and what they mean for its steps and versions.
pub(crate) fn change(
    cx: &mut Writing<'_, '_>,
    id: RecordId,
    values: Vec<(&'static str, Option<String>)>,
) -> AppResult<()> {
    let before = Stand::of(&cx.read().ai_system().get(id)?);
    apply(cx, id, values)?;
    follow(cx, id, &before)
}

/// Refuses a statement without its reason, when this change touches the statement or the reason: what an older file
/// says stays as it is until somebody comes to it.
fn reasoned(cx: &Writing<'_, '_>, id: RecordId, changed: &Values) -> AppResult<()> {
    let stored = cx.read().ai_system().get(id)?;
    let touched = |reason: &str| {
        let pair = system::REASONED.iter().find(|(_, _, of)| *of == reason);
        pair.is_some_and(|(field, _, _)| changed.contains_key(*field)) || changed.contains_key(reason)
    };
    let missing = system::unreasoned(|key| stored.field(key)).filter(|reason| touched(reason));
    let errors: Vec<FieldError> =
        missing.map(|reason| FieldError { field: reason.to_owned(), code: "reason-needed" }).collect();
    if errors.is_empty() { Ok(()) } else { Err(errors.into()) }
}

/// Adds a system.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "SystemCreateInput")]
pub struct Create {
    /// Its name.
    pub name: String,
    /// Other values by field key.
    #[serde(default)]
    pub values: Values,
}

/// What creating gives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Created {
    /// The record.
    pub id: RecordId,
    /// Its human code.
    pub code: Option<String>,
}

impl Mutation for Create {
    const NAME: &'static str = "system.create";
    const TAGS: &'static [Tag] = &[Tag::Systems, Tag::Trail];
    type Output = Created;

    fn run(mut self, cx: &mut Writing<'_, '_>) -> AppResult<Self::Output> {
        self.values.insert("name".to_owned(), Some(self.name));
        let values = checked(&self.values)?;
        let name = values.iter().find(|(key, _)| *key == "name").and_then(|(_, value)| value.clone());
        let record = cx.tx.create_record(RecordKind::System, &name.unwrap_or_default(), None, None)?;
        cx.tx.ai_system().insert(&AiSystem::new(record.id, record.rev))?;
        change(cx, record.id, values)?;
        reasoned(cx, record.id, &self.values)?;
        let code = record.code.clone().unwrap_or_default();
        let title = cx.tx.record().get(record.id)?.title;
        cx.tell(Some(record.id), "history-system-create", &[("code", code.into()), ("name", title.into())]);
        Ok(Created { id: record.id, code: record.code })
    }
}

/// Changes values of a system.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "SystemUpdateInput")]
pub struct Update {
    /// The record.
    pub id: RecordId,
    /// New values by field key; null empties a field. Fields that are not named stay.
    pub values: Values,
    /// Why, in the person's words.
    #[serde(default)]
    pub reason: String,
}

impl Mutation for Update {
    const NAME: &'static str = "system.update";
    const TAGS: &'static [Tag] = &[Tag::Systems, Tag::Trail];
    type Output = SystemView;

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<Self::Output> {
        let values = checked(&self.values)?;
        change(cx, self.id, values)?;
        reasoned(cx, self.id, &self.values)?;
        let record = cx.tx.record().get(self.id)?;
        let code = record.code.unwrap_or_default();
        cx.because(&self.reason);
        cx.tell(
            Some(self.id),
            "history-system-update",
            &[("code", code.into()), ("name", record.title.into())],
        );
        view(&cx.as_reading(), self.id)
    }
}

/// Changes the same values of several systems in one entry.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "SystemUpdateManyInput")]
pub struct UpdateMany {
    /// The records.
    pub ids: Vec<RecordId>,
    /// New values by field key.
    pub values: Values,
    /// Why, in the person's words.
    #[serde(default)]
    pub reason: String,
}

impl Mutation for UpdateMany {
    const NAME: &'static str = "system.update_many";
    const TAGS: &'static [Tag] = &[Tag::Systems, Tag::Trail];
    type Output = usize;

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<Self::Output> {
        let values = checked(&self.values)?;
        if values.iter().any(|(key, _)| *key == "name") {
            return Err(AppError::refused("error-one-name-for-many"));
        }
        for id in &self.ids {
            change(cx, *id, values.clone())?;
            reasoned(cx, *id, &self.values)?;
        }
        cx.because(&self.reason);
        cx.tell(None, "history-system-update-many", &[("count", self.ids.len().into())]);
        Ok(self.ids.len())
    }
}

/// Hides systems; undo brings them back.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "SystemDeleteInput")]
pub struct Delete {
    /// The records.
    pub ids: Vec<RecordId>,
}

impl Mutation for Delete {
    const NAME: &'static str = "system.delete";
    const TAGS: &'static [Tag] = &[Tag::Systems, Tag::Classifications, Tag::Trail];
    type Output = usize;

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<Self::Output> {
        for id in &self.ids {
            cx.tx.ai_system().get(*id)?;
            cx.tx.delete_record(*id)?;
        }
        match self.ids.as_slice() {
            [one] => {
                let record = cx.tx.record().get(*one)?;
                let code = record.code.unwrap_or_default();
                cx.tell(
                    Some(*one),
                    "history-system-delete",
                    &[("code", code.into()), ("name", record.title.into())],
                );
            }
            many => cx.tell(None, "history-system-delete-many", &[("count", many.len().into())]),
        }
        Ok(self.ids.len())
    }
}
