//! The rows of a dry run, page by page, and what one of them would change.

use cairn_domain::role::Permission;
use cairn_exchange::difference::{ChangeState, FieldChange};
use cairn_exchange::fix::Side;
use cairn_exchange::import::{Likely, Outcome, ProposedRow};
use cairn_exchange::value::Person;
use cairn_words::Words;
use serde::{Deserialize, Serialize};

use super::problem::{ProblemView, problem_view};
use super::view::not_ready;
use super::{field_label, named, value_label};
use crate::error::{AppError, AppResult};
use crate::host::Host;
use crate::tag::Tag;
use crate::usecase::HostCall;

/// Rows sent at once, at most.
const PAGE: u32 = 500;

/// One row and what would become of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "ImportRow")]
pub struct RowView {
    /// Row number in the sheet, from 1.
    pub row: u32,
    /// What would happen.
    pub outcome: Outcome,
    /// Human code of the system that is there.
    pub code: Option<String>,
    /// Name of the system.
    pub name: String,
    /// Fields the import would write.
    pub fields: usize,
    /// Fields changed on both sides; the value here stays unless a person decides otherwise.
    pub conflicts: usize,
    /// Fields changed only here since the export; they stay.
    pub kept: usize,
    /// What it probably is.
    pub likely: Option<Likely>,
    /// Problems of the row.
    pub problems: u32,
}

pub(super) fn row_view(row: &ProposedRow) -> RowView {
    let of = |state| row.changes.iter().filter(|change| change.state == state).count();
    let written = row.changes.iter().filter(|change| change.side == Side::File).count();
    RowView {
        row: row.row,
        outcome: row.outcome,
        code: row.code.clone(),
        name: row.name.clone(),
        fields: if row.outcome == Outcome::Create { row.values.len() } else { written },
        conflicts: of(ChangeState::Conflict),
        kept: of(ChangeState::Cairn),
        likely: row.twin.clone(),
        problems: row.problems,
    }
}

/// Rows of the dry run, those with problems first.
#[derive(Debug, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(default)]
#[ts(rename = "ImportRowsInput")]
pub struct ListRows {
    /// Id of the import.
    pub id: String,
    /// Only rows that this would happen to.
    pub outcome: Option<String>,
    /// Only rows whose name or code holds this text.
    pub text: Option<String>,
    /// Only rows with problems.
    pub problems: bool,
    /// Rows to leave out at the beginning.
    pub offset: u32,
    /// Rows at most; 0 stands for as many as are sent at once.
    pub limit: u32,
}

/// A page of rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "ImportRowPage")]
pub struct RowPage {
    /// Rows of this page.
    pub rows: Vec<RowView>,
    /// Rows that fit.
    pub found: u32,
}

impl HostCall for ListRows {
    const NAME: &'static str = "import.rows";
    const TAGS: &'static [Tag] = &[];
    const CHANGES: bool = false;
    type Output = RowPage;

    fn run(self, host: &Host) -> AppResult<Self::Output> {
        host.with_import(&self.id, |session| {
            let Some(run) = &session.run else { return Err(not_ready(session)) };
            let text = self.text.as_deref().map(str::to_lowercase).unwrap_or_default();
            let holds = |value: &str| value.to_lowercase().contains(&text);
            let mut rows: Vec<&ProposedRow> = run
                .rows
                .iter()
                .filter(|row| self.outcome.as_deref().is_none_or(|wanted| word(row.outcome) == wanted))
                .filter(|row| !self.problems || row.problems > 0)
                .filter(|row| holds(&row.name) || row.code.as_deref().is_some_and(holds))
                .collect();
            rows.sort_by_key(|row| (row.problems == 0, row.row));
            let limit = if self.limit == 0 { PAGE } else { self.limit.min(PAGE) };
            let page = rows.iter().skip(self.offset as usize).take(limit as usize);
            Ok(RowPage {
                rows: page.map(|row| row_view(row)).collect(),
                found: u32::try_from(rows.len()).unwrap_or(u32::MAX),
            })
        })
    }
}

const fn word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Create => "create",
        Outcome::Update => "update",
        Outcome::Unchanged => "unchanged",
        Outcome::Skip => "skip",
        Outcome::Stop => "stop",
    }
}

/// One field of a row, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "ImportChange")]
pub struct ChangeView {
    /// Key of the field.
    pub field: String,
    /// Its label.
    pub label: String,
    /// Who changed it.
    pub state: ChangeState,
    /// The value when the file was exported, where it is known.
    pub base: Option<String>,
    /// The value here.
    pub current: Option<String>,
    /// The value in the file.
    pub file: Option<String>,
    /// Whose value stays.
    pub side: Side,
}

pub(super) fn change_view(change: &FieldChange, words: &Words, people: &[Person]) -> ChangeView {
    let label = |value: &Option<String>| {
        value.as_deref().map(|value| value_label(&change.field, value, words, people))
    };
    ChangeView {
        field: change.field.clone(),
        label: field_label(&change.field, words),
        state: change.state,
        base: label(&change.base),
        current: label(&change.current),
        file: label(&change.file),
        side: change.side,
    }
}

/// A fact a row brings along.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "ImportFact")]
pub struct FactView {
    /// Header of its column.
    pub header: String,
    /// What the cell says.
    pub text: String,
}

/// What one row would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "ImportRowDetail")]
pub struct RowDetail {
    /// The row.
    pub row: RowView,
    /// Old and new values; for a new system its values.
    pub changes: Vec<ChangeView>,
    /// What is kept as imported fact.
    pub facts: Vec<FactView>,
    /// What is odd about it.
    pub problems: Vec<ProblemView>,
}

/// What one row would do.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "ImportRowInput")]
pub struct ShowRow {
    /// Id of the import.
    pub id: String,
    /// Row number in the sheet, from 1.
    pub row: u32,
}

impl HostCall for ShowRow {
    const NAME: &'static str = "import.row";
    const TAGS: &'static [Tag] = &[];
    const CHANGES: bool = false;
    type Output = RowDetail;

    fn run(self, host: &Host) -> AppResult<Self::Output> {
        host.with_import(&self.id, |session| {
            let Some(run) = &session.run else { return Err(not_ready(session)) };
            let row = run.rows.iter().find(|row| row.row == self.row);
            let row = row.ok_or_else(|| AppError::refused("error-no-such-import"))?;
            host.read(Permission::Write, |cx| {
                let (words, people) = (cx.around.words, named(cx.tx)?);
                let new = |(field, value): &(String, String)| FieldChange {
                    field: field.clone(),
                    base: None,
                    current: None,
                    file: Some(value.clone()),
                    state: ChangeState::File,
                    side: Side::File,
                };
                let changes: Vec<FieldChange> = match row.outcome {
                    Outcome::Create => row.values.iter().map(new).collect(),
                    _ => row.changes.clone(),
                };
                let facts = row.facts.iter().map(|(header, text)| FactView {
                    header: header.clone(),
                    text: text.as_str().unwrap_or_default().to_owned(),
                });
                let problems = run.problems.iter().filter(|problem| problem.place.row == Some(row.row));
                Ok(RowDetail {
                    row: row_view(row),
                    changes: changes.iter().map(|change| change_view(change, words, &people)).collect(),
                    facts: facts.collect(),
                    problems: problems.map(|problem| problem_view(problem, words)).collect(),
                })
            })
        })
    }
}
