//! Writing down a candidate, and what is known of it.

use cairn_domain::discovery::LIST;
use cairn_domain::field::FieldError;
use cairn_domain::id::RecordId;
use cairn_domain::record::RecordKind;
use cairn_domain::state::{CandidateState, SweepAnswer, SweepState};
use cairn_store::table::candidate::Candidate;
use cairn_store::table::sweep_item::sweep_item_id;
use serde::{Deserialize, Serialize};

use super::change::{Said, checked, put};
use super::{area_of, guide, sweep_of};
use crate::error::{AppError, AppResult, Code};
use crate::relation::RecordRef;
use crate::tag::Tag;
use crate::usecase::{Mutation, Writing};

/// What is known of a candidate.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(default)]
#[ts(rename = "CandidateValues")]
pub struct Values {
    /// Its name.
    pub name: String,
    /// Who makes it.
    pub vendor: Option<String>,
    /// The product.
    pub product: Option<String>,
    /// The model.
    pub model: Option<String>,
    /// Who uses it.
    pub department: Option<String>,
    /// What for.
    pub purpose: Option<String>,
}

impl Values {
    /// Every value in its stored form.
    pub(super) fn checked(self) -> AppResult<Self> {
        Ok(Self {
            name: checked("name", "name", Some(&self.name))?.unwrap_or_default(),
            vendor: checked("vendor", "supplier", self.vendor.as_deref())?,
            product: checked("product", "platform", self.product.as_deref())?,
            model: checked("model", "model", self.model.as_deref())?,
            department: checked("department", "department", self.department.as_deref())?,
            purpose: checked("purpose", "purpose", self.purpose.as_deref())?,
        })
    }
}

/// Writes down a candidate. Named for an item of a sweep, it makes the item's answer “found”.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "CandidateCreateInput")]
pub struct Create {
    /// What is known of it.
    pub values: Values,
    /// The sweep that found it.
    #[serde(default)]
    pub sweep: Option<RecordId>,
    /// How it was found: a key of the list of sources.
    #[serde(default)]
    pub found_by: Option<String>,
}

impl Mutation for Create {
    const NAME: &'static str = "candidate.create";
    const TAGS: &'static [Tag] = &[Tag::Discovery, Tag::Trail];
    type Output = RecordRef;

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<RecordRef> {
        let values = self.values.checked()?;
        let unknown = || FieldError { field: "foundBy".to_owned(), code: "not-in-list" };
        let found_by = self.found_by.filter(|key| !key.is_empty());
        if found_by.as_deref().is_some_and(|key| key == LIST) {
            return Err(unknown().into());
        }
        let mut department = values.department.clone();
        match (self.sweep, &found_by) {
            (Some(sweep), Some(item)) => {
                let (_, row) = sweep_of(cx.tx, sweep)?;
                if row.state == SweepState::Closed {
                    return Err(AppError::refused("error-sweep-closed"));
                }
                if !area_of(&row)?.items.iter().any(|known| known.key == *item) {
                    return Err(unknown().into());
                }
                department = department.or(row.department);
                say_found(cx, sweep, item)?;
            }
            (Some(_), None) => {
                return Err(FieldError { field: "foundBy".to_owned(), code: "required" }.into());
            }
            (None, Some(key)) if guide()?.source(key).is_none() => return Err(unknown().into()),
            (None, _) => {}
        }
        let values = Values { department, ..values };
        let made = insert(cx, values, |row| Candidate { sweep: self.sweep, found_by, ..row })?;
        let code = made.code.clone().unwrap_or_default();
        cx.tell(
            Some(made.id),
            "history-candidate-create",
            &[("code", code.into()), ("name", made.title.as_str().into())],
        );
        Ok(made)
    }
}

/// Makes a candidate; `more` adds where it comes from.
pub(super) fn insert(
    cx: &mut Writing<'_, '_>,
    values: Values,
    more: impl FnOnce(Candidate) -> Candidate,
) -> AppResult<RecordRef> {
    let record = cx.tx.create_record(RecordKind::Candidate, &values.name, None, None)?;
    let row = Candidate {
        id: record.id,
        rev: record.rev,
        sweep: None,
        state: CandidateState::New,
        vendor: values.vendor,
        product: values.product,
        model: values.model,
        department: values.department,
        purpose: values.purpose,
        found_by: None,
        reason: None,
        system: None,
        source: None,
        source_id: None,
        imported_facts: None,
    };
    cx.tx.candidate().insert(&more(row))?;
    Ok(crate::names::record_ref(&record))
}

/// An item under which something was written down is answered: something was found.
fn say_found(cx: &mut Writing<'_, '_>, sweep: RecordId, item: &str) -> AppResult<()> {
    let stored = cx.tx.sweep_item().find(sweep_item_id(cx.around.workspace, sweep, item))?;
    let today = cx.around.today();
    let said = match stored {
        Some(row) if row.answer == SweepAnswer::Found => return Ok(()),
        Some(row) => Said {
            answer: SweepAnswer::Found,
            asked_whom: row.asked_whom,
            asked_on: row.asked_on.or(Some(today)),
            note: row.note,
        },
        None => Said { answer: SweepAnswer::Found, asked_whom: None, asked_on: Some(today), note: None },
    };
    put(cx, sweep, item, Some(said))
}

/// Changes what is known of a candidate that nobody has decided about.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "CandidateUpdateInput")]
pub struct Update {
    /// The candidate.
    pub id: RecordId,
    /// What is known of it now.
    pub values: Values,
}

impl Mutation for Update {
    const NAME: &'static str = "candidate.update";
    const TAGS: &'static [Tag] = Create::TAGS;
    type Output = ();

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<()> {
        let values = self.values.checked()?;
        let record = cx.tx.record().get(self.id)?;
        if record.deleted_at.is_some() {
            return Err(AppError::new(Code::NotFound));
        }
        let row = cx.tx.candidate().get(self.id)?;
        if row.state != CandidateState::New {
            return Err(AppError::refused("error-candidate-decided"));
        }
        cx.tx.record().set_title(self.id, &values.name)?;
        let Values { name, vendor, product, model, department, purpose } = values;
        cx.tx.candidate().update(&Candidate { vendor, product, model, department, purpose, ..row })?;
        let code = record.code.unwrap_or_default();
        cx.tell(Some(self.id), "history-candidate-update", &[("code", code.into()), ("name", name.into())]);
        Ok(())
    }
}
