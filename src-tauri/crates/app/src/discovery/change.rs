//! Starting, answering and closing sweeps.

use std::collections::BTreeSet;

use cairn_domain::discovery::ItemStanding;
use cairn_domain::field::FieldError;
use cairn_domain::id::{MemberId, RecordId};
use cairn_domain::record::RecordKind;
use cairn_domain::state::{SweepAnswer, SweepState};
use cairn_domain::system;
use cairn_domain::time::Date;
use cairn_store::table::sweep::Sweep;
use cairn_store::table::sweep_item::{SweepItem, sweep_item_id};
use serde::{Deserialize, Serialize};

use super::{DetailView, area_of, detail, guide, sweep_of};
use crate::error::{AppError, AppResult};
use crate::tag::Tag;
use crate::usecase::{Mutation, Writing};

/// Most departments started at once.
const MOST: usize = 200;

/// A text checked like a field of a system; the error names `path`.
pub(super) fn checked(path: &str, field: &str, value: Option<&str>) -> AppResult<Option<String>> {
    let field = system::field(field).ok_or_else(|| AppError::internal(format!("no field {field}")))?;
    field.check(value).map_err(|error| FieldError { field: path.to_owned(), ..error }.into())
}

pub(super) fn date(path: &str, value: Option<&str>) -> AppResult<Option<Date>> {
    let refuse = || FieldError { field: path.to_owned(), code: "not-a-date" };
    match value.map(str::trim).filter(|text| !text.is_empty()) {
        None => Ok(None),
        Some(text) => Ok(Some(text.parse().map_err(|_| refuse())?)),
    }
}

fn member(cx: &Writing<'_, '_>, owner: Option<MemberId>) -> AppResult<()> {
    match owner {
        Some(owner) if cx.read().member().find(owner.into())?.is_none() => {
            Err(FieldError { field: "owner".to_owned(), code: "not-a-member" }.into())
        }
        _ => Ok(()),
    }
}

/// Starts the proposed sweeps: every area once, and those per department once for each department named. What exists
/// already is not started again.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "DiscoveryStartInput")]
pub struct Start {
    /// Keys of the areas.
    pub areas: Vec<String>,
    /// Departments for the areas that are looked at per department.
    #[serde(default)]
    pub departments: Vec<String>,
    /// Who leads them.
    #[serde(default)]
    pub owner: Option<MemberId>,
    /// Until when.
    #[serde(default)]
    pub due: Option<String>,
}

impl Mutation for Start {
    const NAME: &'static str = "discovery.start";
    const TAGS: &'static [Tag] = &[Tag::Discovery, Tag::Trail];
    type Output = Vec<RecordId>;

    /// Gives the sweeps that were made.
    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<Self::Output> {
        let guide = guide()?;
        member(cx, self.owner)?;
        let due = date("due", self.due.as_deref())?;
        if self.departments.len() > MOST {
            return Err(AppError::refused("error-discovery-departments").with("limit", MOST));
        }
        let mut departments = Vec::new();
        for name in &self.departments {
            departments.extend(checked("departments", "department", Some(name))?);
        }
        let key = |area: &str, department: Option<&str>| {
            (area.to_owned(), department.unwrap_or_default().to_lowercase())
        };
        let there = super::sweeps(&cx.as_reading())?;
        let mut there: BTreeSet<(String, String)> =
            there.iter().map(|sweep| key(&sweep.area, sweep.department.as_deref())).collect();
        let mut made = Vec::new();
        for name in &self.areas {
            let area = guide.area(name).ok_or_else(|| AppError::refused("error-discovery-area"))?;
            let wanted: Vec<Option<&String>> =
                if area.per_department { departments.iter().map(Some).collect() } else { vec![None] };
            for department in wanted {
                if there.insert(key(name, department.map(String::as_str))) {
                    made.push(self.one(cx, name, &area.title, department, due.as_ref())?);
                }
            }
        }
        if !made.is_empty() {
            cx.tell(None, "history-discovery-start", &[("count", made.len().into())]);
        }
        Ok(made)
    }
}

impl Start {
    fn one(
        &self,
        cx: &mut Writing<'_, '_>,
        area: &str,
        name: &str,
        department: Option<&String>,
        due: Option<&Date>,
    ) -> AppResult<RecordId> {
        let title = match department {
            Some(department) => cx.around.words.say_with(
                "discovery-sweep-title",
                &[("area", name.into()), ("department", department.as_str().into())],
            ),
            None => name.to_owned(),
        };
        let record = cx.tx.create_record(RecordKind::Sweep, &title, self.owner, due.cloned())?;
        cx.tx.sweep().insert(&Sweep {
            id: record.id,
            rev: record.rev,
            area: area.to_owned(),
            department: department.cloned(),
            state: SweepState::Open,
            closed_on: None,
            note: None,
        })?;
        Ok(record.id)
    }
}

/// Says who leads a sweep, until when, and a remark.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "SweepUpdateInput")]
pub struct Update {
    /// The sweep.
    pub id: RecordId,
    /// Who leads it.
    pub owner: Option<MemberId>,
    /// Until when.
    pub due: Option<String>,
    /// A remark.
    pub note: Option<String>,
}

impl Mutation for Update {
    const NAME: &'static str = "discovery.update";
    const TAGS: &'static [Tag] = Start::TAGS;
    type Output = DetailView;

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<DetailView> {
        let (record, row) = sweep_of(cx.tx, self.id)?;
        member(cx, self.owner)?;
        let due = date("due", self.due.as_deref())?;
        let note = checked("note", "notes", self.note.as_deref())?;
        cx.tx.record().set_owner(self.id, self.owner)?;
        cx.tx.record().set_due(self.id, due.as_ref())?;
        cx.tx.sweep().update(&Sweep { note, ..row })?;
        cx.tell(Some(self.id), "history-discovery-update", &[("title", record.title.into())]);
        detail(&cx.as_reading(), self.id)
    }
}

/// Writes down what came of one thing to ask; without an answer it counts as not asked.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "SweepAnswerInput")]
pub struct Answer {
    /// The sweep.
    pub sweep: RecordId,
    /// Key of the thing to ask.
    pub item: String,
    /// What came of it.
    pub answer: Option<SweepAnswer>,
    /// Who was asked.
    #[serde(default)]
    pub asked_whom: Option<String>,
    /// When.
    #[serde(default)]
    pub asked_on: Option<String>,
    /// What they said.
    #[serde(default)]
    pub note: Option<String>,
}

impl Mutation for Answer {
    const NAME: &'static str = "discovery.answer";
    const TAGS: &'static [Tag] = Start::TAGS;
    type Output = DetailView;

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<DetailView> {
        let (record, row) = sweep_of(cx.tx, self.sweep)?;
        if row.state == SweepState::Closed {
            return Err(AppError::refused("error-sweep-closed"));
        }
        let area = area_of(&row)?;
        let item = area.items.iter().find(|item| item.key == self.item);
        let item = item.ok_or_else(|| AppError::refused("error-sweep-item"))?;
        let asked_on = date("askedOn", self.asked_on.as_deref())?;
        if asked_on.as_ref().is_some_and(|day| *day > cx.around.today()) {
            return Err(AppError::refused("error-sweep-future"));
        }
        let asked_whom = checked("askedWhom", "users", self.asked_whom.as_deref())?;
        let note = checked("note", "notes", self.note.as_deref())?;
        put(
            cx,
            self.sweep,
            &self.item,
            self.answer.map(|answer| Said { answer, asked_whom, asked_on, note }),
        )?;
        let (title, source) = (record.title, item.source.as_str());
        let args = [("title", title.into()), ("item", source.into())];
        match self.answer {
            Some(answer) => {
                let answer = cx.around.words.say(&format!("sweep-answer-{answer}"));
                let [title, item] = args;
                cx.tell(
                    Some(self.sweep),
                    "history-discovery-answer",
                    &[title, item, ("answer", answer.into())],
                );
            }
            None => cx.tell(Some(self.sweep), "history-discovery-clear", &args),
        }
        detail(&cx.as_reading(), self.sweep)
    }
}

/// What is kept of an answer.
pub(super) struct Said {
    pub(super) answer: SweepAnswer,
    pub(super) asked_whom: Option<String>,
    pub(super) asked_on: Option<Date>,
    pub(super) note: Option<String>,
}

/// Writes or takes away the answer of an item.
pub(super) fn put(
    cx: &mut Writing<'_, '_>,
    sweep: RecordId,
    item: &str,
    said: Option<Said>,
) -> AppResult<()> {
    let id = sweep_item_id(cx.around.workspace, sweep, item);
    let stored = cx.tx.sweep_item().find(id)?;
    match (said, stored) {
        (None, None) => {}
        (None, Some(_)) => cx.tx.sweep_item().delete(id)?,
        (Some(said), stored) => {
            let there = stored.is_some();
            let rev = stored.map_or_else(|| cx.tx.stamp(), |row| row.rev);
            let Said { answer, asked_whom, asked_on, note } = said;
            let row = SweepItem { id, rev, sweep, item: item.to_owned(), answer, asked_whom, asked_on, note };
            if there {
                cx.tx.sweep_item().update(&row)?;
            } else {
                cx.tx.sweep_item().insert(&row)?;
            }
        }
    }
    Ok(())
}

/// Closes a sweep; refused while something was not asked, or was left out or found without saying more.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "SweepCloseInput")]
pub struct Close {
    /// The sweep.
    pub id: RecordId,
}

impl Mutation for Close {
    const NAME: &'static str = "discovery.close";
    const TAGS: &'static [Tag] = Start::TAGS;
    type Output = DetailView;

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<DetailView> {
        let now = detail(&cx.as_reading(), self.id)?;
        let unsettled = now.questions.iter().filter(|item| item.standing != ItemStanding::Settled);
        let open: Vec<&str> = unsettled.map(|item| item.source.as_str()).collect();
        if !open.is_empty() {
            return Err(AppError::refused("error-sweep-open-items")
                .with("count", open.len())
                .with("items", open.join(", ")));
        }
        let (record, row) = sweep_of(cx.tx, self.id)?;
        let closed_on = Some(cx.around.today());
        cx.tx.sweep().update(&Sweep { state: SweepState::Closed, closed_on, ..row })?;
        cx.tell(Some(self.id), "history-discovery-close", &[("title", record.title.into())]);
        detail(&cx.as_reading(), self.id)
    }
}

/// Opens a closed sweep again.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "SweepReopenInput")]
pub struct Reopen {
    /// The sweep.
    pub id: RecordId,
}

impl Mutation for Reopen {
    const NAME: &'static str = "discovery.reopen";
    const TAGS: &'static [Tag] = Start::TAGS;
    type Output = DetailView;

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<DetailView> {
        let (record, row) = sweep_of(cx.tx, self.id)?;
        cx.tx.sweep().update(&Sweep { state: SweepState::Open, closed_on: None, ..row })?;
        cx.tell(Some(self.id), "history-discovery-reopen", &[("title", record.title.into())]);
        detail(&cx.as_reading(), self.id)
    }
}

/// Takes away a sweep in which nothing was answered and nothing found; undo brings it back.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "SweepDeleteInput")]
pub struct Delete {
    /// The sweep.
    pub id: RecordId,
}

impl Mutation for Delete {
    const NAME: &'static str = "discovery.delete";
    const TAGS: &'static [Tag] = Start::TAGS;
    type Output = ();

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<()> {
        let now = detail(&cx.as_reading(), self.id)?;
        let used = |item: &super::QuestionView| item.answer.is_some() || !item.candidates.is_empty();
        if now.questions.iter().any(used) {
            return Err(AppError::refused("error-sweep-used"));
        }
        cx.tx.delete_record(self.id)?;
        cx.tell(Some(self.id), "history-discovery-delete", &[("title", now.sweep.title.into())]);
        Ok(())
    }
}
