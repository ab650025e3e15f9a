//! What the import wizard shows: columns, dry run, problems.

use cairn_domain::system;
use cairn_exchange::import::{Counts, DryRun, Outcome, Plan, Policy, default_source, dry_run};
use cairn_exchange::mapping::{Reason, Target};
use cairn_exchange::{Problem, Watch};
use cairn_words::{Value, Words};
use serde::Serialize;

use super::{Session, existing, labels, people, refused};
use crate::error::{AppError, AppResult};
use crate::field::FieldOption;
use crate::usecase::Reading;

/// Rows and problems sent at most; the counts are of all.
const MOST_ROWS: usize = 200;
const MOST_PROBLEMS: usize = 500;

/// What a column goes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case", tag = "type", content = "field")]
#[ts(rename = "ImportTarget")]
pub enum TargetView {
    /// This field.
    Field(String),
    /// Kept as an imported fact.
    Fact,
    /// Left out.
    Ignore,
}

impl From<&Target> for TargetView {
    fn from(target: &Target) -> Self {
        match target {
            Target::Field(field) => Self::Field(field.clone()),
            Target::Fact => Self::Fact,
            Target::Ignore => Self::Ignore,
        }
    }
}

impl From<TargetView> for Target {
    fn from(target: TargetView) -> Self {
        match target {
            TargetView::Field(field) => Self::Field(field),
            TargetView::Fact => Self::Fact,
            TargetView::Ignore => Self::Ignore,
        }
    }
}

/// One column of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "ImportColumn")]
pub struct ColumnView {
    /// Its index, from 0.
    pub column: u32,
    /// Its letters.
    pub letters: String,
    /// Its header.
    pub header: String,
    /// What it goes to.
    pub target: TargetView,
    /// How sure the proposal is, in per cent.
    pub confidence: u8,
    /// Why, as a stored word.
    pub reason: Reason,
    /// Non-empty cells.
    pub filled: u32,
    /// The first few different values.
    pub examples: Vec<String>,
}

/// One problem in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "ImportProblem")]
pub struct ProblemView {
    /// Where.
    #[serde(rename = "where")]
    #[ts(rename = "where")]
    pub place: cairn_exchange::Place,
    /// Its code.
    pub code: String,
    /// In words.
    pub message: String,
    /// How much it weighs.
    pub level: cairn_exchange::Level,
}

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
    /// Fields changed on both sides; they are left alone.
    pub conflicts: usize,
    /// Problems of the row.
    pub problems: u32,
}

/// The import as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportView {
    /// Id of the import.
    pub id: String,
    /// Name of the file.
    pub file: String,
    /// Sheets of the file.
    pub sheets: Vec<String>,
    /// The sheet chosen.
    pub sheet: usize,
    /// Row of the headers, from 1; none when there is none.
    pub header_row: Option<u32>,
    /// Columns.
    pub columns: Vec<ColumnView>,
    /// Fields a column can go to.
    pub fields: Vec<FieldOption>,
    /// What to do with rows that are there.
    pub policy: Policy,
    /// Known layout, if it is one.
    pub profile: Option<String>,
    /// Name of the remembered mapping, if one fits.
    pub saved: Option<String>,
    /// Counts.
    pub counts: Counts,
    /// Whether nothing may be imported because a row is there already.
    pub stopped: bool,
    /// Rows, those with problems first.
    pub rows: Vec<RowView>,
    /// Problems by place.
    pub problems: Vec<ProblemView>,
}

/// Says what the import would do.
pub(super) fn rehearse(cx: &Reading<'_>, session: &Session, watch: &Watch<'_>) -> AppResult<DryRun> {
    let (existing, people, labels) = (existing(cx.tx)?, people(cx.tx)?, labels(cx.around.words));
    let proposal = &session.proposal;
    let sheet = session.book.sheets.get(proposal.sheet);
    let sheet = sheet.ok_or_else(|| AppError::refused("error-no-such-sheet"))?;
    let workspace = cx.around.workspace.to_string();
    let source = default_source(&proposal.mapping, &session.book.file);
    let plan = Plan {
        sheet,
        header: &proposal.header,
        mapping: &proposal.mapping,
        policy: session.policy,
        source: &source,
        workspace: &workspace,
        labels: &labels,
        people: &people,
        existing: &existing,
        base: &|_, _| None,
        fixes: &[],
    };
    dry_run(&session.book, &plan, watch).map_err(|error| refused(&error))
}

/// The view of an import with its dry run.
pub(super) fn view(cx: &Reading<'_>, session: &Session, watch: &Watch<'_>) -> AppResult<ImportView> {
    let run = rehearse(cx, session, watch)?;
    let words = cx.around.words;
    let columns = session.proposal.mapping.columns.iter().map(|assignment| ColumnView {
        column: assignment.column.index,
        letters: assignment.column.letters.clone(),
        header: assignment.column.header.clone(),
        target: (&assignment.target).into(),
        confidence: assignment.confidence,
        reason: assignment.reason,
        filled: assignment.filled,
        examples: assignment.examples.clone(),
    });
    let mut rows: Vec<RowView> = run.rows.iter().map(row_view).collect();
    rows.sort_by_key(|row| (row.problems == 0, row.row));
    rows.truncate(MOST_ROWS);
    let problems = run.problems.iter().take(MOST_PROBLEMS).map(|problem| problem_view(problem, words));
    let fields = ["code", "source_id"].into_iter().chain(system::FIELDS.iter().map(|field| field.key));
    let fields = fields.map(|key| FieldOption { word: key.to_owned(), label: field_label(key, words) });
    Ok(ImportView {
        id: session.id.clone(),
        file: session.book.file.clone(),
        sheets: session.book.sheets.iter().map(|sheet| sheet.name.clone()).collect(),
        sheet: session.proposal.sheet,
        header_row: session.proposal.header.row,
        columns: columns.collect(),
        fields: fields.collect(),
        policy: session.policy,
        profile: session.proposal.mapping.profile.clone(),
        saved: session.saved.clone(),
        counts: run.counts,
        stopped: run.stopped,
        rows,
        problems: problems.collect(),
    })
}

fn row_view(row: &cairn_exchange::import::ProposedRow) -> RowView {
    use cairn_exchange::difference::ChangeState;
    let of = |state| row.changes.iter().filter(|change| change.state == state).count();
    RowView {
        row: row.row,
        outcome: row.outcome,
        code: row.code.clone(),
        name: row.name.clone(),
        fields: if row.outcome == Outcome::Create { row.values.len() } else { of(ChangeState::File) },
        conflicts: of(ChangeState::Conflict),
        problems: row.problems,
    }
}

fn field_label(key: &str, words: &Words) -> String {
    match key {
        "code" | "source_id" => words.say(&format!("column-{key}")),
        _ => words.say(&format!("system-field-{key}")),
    }
}

fn problem_view(problem: &Problem, words: &Words) -> ProblemView {
    let args: Vec<(&str, Value)> = problem
        .args
        .iter()
        .map(|(name, value)| {
            let text = if *name == "field" { field_label(value, words) } else { value.clone() };
            (*name, Value::Text(text))
        })
        .collect();
    ProblemView {
        place: problem.place.clone(),
        message: words.say_with(&format!("exchange-problem-{}", problem.code), &args),
        code: problem.code.to_string(),
        level: problem.level,
    }
}
