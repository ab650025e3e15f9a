//! What the import wizard shows: sheets, first rows, columns, counts, groups of problems, decisions.

use std::borrow::Cow;
use std::collections::HashMap;

use cairn_domain::system;
use cairn_exchange::fix::{Fix, Twin, apply_to_mapping};
use cairn_exchange::import::{Counts, DryRun, Existing, Plan, Policy, default_source, dry_run, hindrance};
use cairn_exchange::mapping::{Mapping, PARENT, Reason, SHOWN, Target};
use cairn_exchange::value::{Label, Person};
use cairn_exchange::{Problem, Watch};
use cairn_words::{Value, Words};
use serde::Serialize;

use super::base::{self, Bases};
use super::problem::{GroupView, groups};
use super::{KIND, Session, existing, field_label, labels, people, refused, value_label};
use crate::error::{AppError, AppResult};
use crate::field::FieldOption;
use crate::usecase::Reading;

/// First rows of the sheet that are shown, and columns of them.
const PREVIEW_ROWS: usize = 12;
const PREVIEW_COLUMNS: usize = 60;
/// Characters of a cell in the preview.
const PREVIEW_TEXT: usize = 80;

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

/// A sheet of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "ImportSheet")]
pub struct SheetView {
    /// Its name.
    pub name: String,
    /// Rows with a cell.
    pub rows: u32,
}

/// A row of the sheet as it stands in the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "ImportPreviewRow")]
pub struct PreviewRow {
    /// Row number, from 1.
    pub row: u32,
    /// Texts of the columns in order, shortened.
    pub cells: Vec<String>,
}

/// A mapping remembered from an earlier import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "ImportMapping")]
pub struct MappingView {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// A decision in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "ImportDecision")]
pub struct DecisionView {
    /// The decision.
    pub fix: Fix,
    /// What it says.
    pub text: String,
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
    pub sheets: Vec<SheetView>,
    /// The sheet chosen.
    pub sheet: usize,
    /// Row of the headers, from 1; none when there is none.
    pub header_row: Option<u32>,
    /// First rows of the sheet.
    pub preview: Vec<PreviewRow>,
    /// Columns.
    pub columns: Vec<ColumnView>,
    /// Fields a column can go to.
    pub fields: Vec<FieldOption>,
    /// What to do with rows that are there.
    pub policy: Policy,
    /// Known layout, if it is one.
    pub profile: Option<String>,
    /// Whether the file is an export of this workspace.
    pub own: bool,
    /// Name of the saved mapping that is applied, if one is.
    pub saved: Option<String>,
    /// Saved mappings.
    pub mappings: Vec<MappingView>,
    /// Name to remember the columns under.
    pub name: String,
    /// Whether there is something to check.
    pub ready: bool,
    /// Why there is not, in words.
    pub blocked: Option<String>,
    /// Counts.
    pub counts: Counts,
    /// Whether nothing may be imported because a row is there already.
    pub stopped: bool,
    /// Problems by kind and column, the heaviest first.
    pub groups: Vec<GroupView>,
    /// What a person decided, in order.
    pub decisions: Vec<DecisionView>,
}

/// Why nothing can be checked: no rows, no headers, or no column with the names.
fn blocked(session: &Session) -> Option<AppError> {
    let proposal = &session.proposal;
    let sheet = session.book.sheets.get(proposal.sheet)?;
    let mapping = apply_to_mapping(&proposal.mapping, &session.fixes);
    hindrance(sheet, &proposal.header, &mapping).map(|code| refused(&code.into()))
}

/// The error of whatever needs a check while there is none.
pub(super) fn not_ready(session: &Session) -> AppError {
    blocked(session).unwrap_or_else(|| AppError::refused("error-no-such-sheet"))
}

/// What was found so far: all problems of the check, or those of the sheet and its headers while there is none.
pub(super) fn problems(session: &Session) -> Cow<'_, [Problem]> {
    if let Some(run) = &session.run {
        return Cow::Borrowed(&run.problems);
    }
    let sheet = session.book.sheets.get(session.proposal.sheet);
    let of_sheet = sheet.into_iter().flat_map(|sheet| &sheet.problems);
    of_sheet.chain(&session.proposal.header.problems).cloned().collect()
}

/// What the workspace says to an import at one point of its history.
pub(super) struct Ground {
    head: u64,
    workspace: String,
    existing: Vec<Existing>,
    people: Vec<Person>,
    labels: Vec<Label>,
}

impl Ground {
    /// Reads it.
    pub fn read(cx: &Reading<'_>, session: &mut Session) -> AppResult<Self> {
        remember_bases(cx, session)?;
        Ok(Self {
            head: base::head(cx.tx)?,
            workspace: cx.around.workspace.to_string(),
            existing: existing(cx.tx)?,
            people: people(cx.tx)?,
            labels: labels(cx.around.words),
        })
    }

    /// Whether nobody has written since.
    pub fn holds(&self, cx: &Reading<'_>) -> AppResult<bool> {
        Ok(base::head(cx.tx)? == self.head)
    }

    /// Says what the import would do. Needs nothing of the file any more, so nobody waits meanwhile.
    pub fn plan(&self, session: &Session, watch: &Watch<'_>) -> AppResult<DryRun> {
        let proposal = &session.proposal;
        let sheet = session.book.sheets.get(proposal.sheet);
        let sheet = sheet.ok_or_else(|| AppError::refused("error-no-such-sheet"))?;
        let mapping = apply_to_mapping(&proposal.mapping, &session.fixes);
        let source = default_source(&mapping, &session.book.file);
        let by_id: HashMap<&str, &Existing> =
            self.existing.iter().map(|known| (known.id.as_str(), known)).collect();
        let base = |id: &str, _: &str| Some(session.bases.as_ref()?.values(id, &by_id.get(id)?.values));
        let plan = Plan {
            sheet,
            header: &proposal.header,
            mapping: &mapping,
            policy: session.policy,
            source: &source,
            workspace: &self.workspace,
            labels: &self.labels,
            people: &self.people,
            existing: &self.existing,
            base: &base,
            fixes: &session.fixes,
        };
        dry_run(&session.book, &plan, watch).map_err(|error| refused(&error))
    }
}

/// Says what the import would do.
pub(super) fn rehearse(cx: &Reading<'_>, session: &mut Session, watch: &Watch<'_>) -> AppResult<DryRun> {
    Ground::read(cx, session)?.plan(session, watch)
}

/// Makes sure that the earlier values of an export are at hand.
fn remember_bases(cx: &Reading<'_>, session: &mut Session) -> AppResult<()> {
    let meta = session
        .book
        .round_trip
        .as_ref()
        .filter(|meta| meta.workspace == cx.around.workspace.to_string() && meta.kind == KIND);
    let Some(meta) = meta else { return Ok(()) };
    let fresh = match &session.bases {
        Some(bases) => bases.holds(cx.tx, &meta.checkpoint)?,
        None => false,
    };
    if !fresh {
        session.bases = Bases::at(cx.tx, &meta.checkpoint)?;
    }
    Ok(())
}

/// Runs the check anew, where something can be checked.
pub(super) fn refresh(cx: &Reading<'_>, session: &mut Session, watch: &Watch<'_>) -> AppResult<()> {
    session.run = if blocked(session).is_none() { Some(rehearse(cx, session, watch)?) } else { None };
    Ok(())
}

/// The view of an import with its dry run.
pub(super) fn view(cx: &Reading<'_>, session: &Session) -> AppResult<ImportView> {
    let words = cx.around.words;
    let people = people(cx.tx)?;
    let mapping = apply_to_mapping(&session.proposal.mapping, &session.fixes);
    let columns = mapping.columns.iter().map(|assignment| ColumnView {
        column: assignment.column.index,
        letters: assignment.column.letters.clone(),
        header: assignment.column.header.clone(),
        target: (&assignment.target).into(),
        confidence: assignment.confidence,
        reason: assignment.reason,
        filled: assignment.filled,
        examples: assignment.examples.clone(),
    });
    let shown = SHOWN.iter().copied().filter(|key| mapping.column_of(key).is_some());
    let fields = ["code", "source_id", PARENT]
        .into_iter()
        .chain(shown)
        .chain(system::FIELDS.iter().map(|field| field.key));
    let fields = fields.map(|key| FieldOption { word: key.to_owned(), label: field_label(key, words) });
    let sheets = session.book.sheets.iter().map(|sheet| SheetView {
        name: sheet.name.clone(),
        rows: u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX),
    });
    let mappings = cx.tx.import_mapping().all()?.into_iter().filter(|row| row.kind == KIND);
    let workspace = cx.around.workspace.to_string();
    let ours =
        |meta: &cairn_exchange::round_trip::RoundTrip| meta.workspace == workspace && meta.kind == KIND;
    let own = session.book.round_trip.as_ref().is_some_and(ours);
    let run = session.run.as_ref();
    Ok(ImportView {
        id: session.id.clone(),
        file: session.book.file.clone(),
        sheets: sheets.collect(),
        sheet: session.proposal.sheet,
        header_row: session.proposal.header.row,
        preview: preview(session),
        columns: columns.collect(),
        fields: fields.collect(),
        policy: session.policy,
        profile: mapping.profile.clone(),
        own,
        saved: session.saved.clone(),
        mappings: mappings.map(|row| MappingView { id: row.id.to_string(), name: row.name }).collect(),
        name: session.name.clone(),
        ready: run.is_some(),
        blocked: blocked(session).map(|error| error.to_wire(words).message),
        counts: run.map(|run| run.counts).unwrap_or_default(),
        stopped: run.is_some_and(|run| run.stopped),
        groups: groups(&problems(session), &mapping, words, &people),
        decisions: session
            .fixes
            .iter()
            .map(|fix| DecisionView { fix: fix.clone(), text: decision(fix, &mapping, words, &people) })
            .collect(),
    })
}

fn preview(session: &Session) -> Vec<PreviewRow> {
    let Some(sheet) = session.book.sheets.get(session.proposal.sheet) else { return Vec::new() };
    let columns: Vec<u32> = session.proposal.header.columns.iter().map(|column| column.index).collect();
    let short = |text: &str| text.chars().take(PREVIEW_TEXT).collect::<String>();
    let rows = sheet.rows.iter().take(PREVIEW_ROWS).map(|row| PreviewRow {
        row: row.number,
        cells: columns.iter().take(PREVIEW_COLUMNS).map(|column| short(row.text(*column))).collect(),
    });
    rows.collect()
}

/// A decision in words.
fn decision(fix: &Fix, mapping: &Mapping, words: &Words, people: &[Person]) -> String {
    let header = |column: Option<u32>| {
        let known = mapping.columns.iter().find(|known| Some(known.column.index) == column);
        known.map_or_else(String::new, |known| known.column.header.clone())
    };
    let field_of = |column: u32| {
        let known = mapping.columns.iter().find(|known| known.column.index == column)?;
        match &known.target {
            Target::Field(field) => Some(field.clone()),
            _ => None,
        }
    };
    let say = |key: &str, args: &[(&str, String)]| {
        let args: Vec<(&str, Value)> =
            args.iter().map(|(name, text)| (*name, Value::Text(text.clone()))).collect();
        words.say_with(key, &args)
    };
    let title = |code: &cairn_exchange::ProblemCode| words.say(&format!("exchange-group-{code}"));
    let row = |row: &Option<u32>| row.map_or_else(|| "none".to_owned(), |row| row.to_string());
    match fix {
        Fix::Take { column, text, value } => {
            let field = field_of(*column).unwrap_or_default();
            let value = value_label(&field, value, words, people);
            let args = [("header", header(Some(*column))), ("text", text.clone()), ("value", value)];
            say("exchange-fix-take", &args)
        }
        Fix::Blank { code, column, text } => {
            let args = [
                ("header", header(*column)),
                ("text", text.clone().unwrap_or_else(|| "none".to_owned())),
                ("what", title(code)),
            ];
            say("exchange-fix-blank", &args)
        }
        Fix::Fit { code, column } => {
            say("exchange-fix-fit", &[("header", header(Some(*column))), ("code", code.to_string())])
        }
        Fix::Skip { code, column, text, row: at } => {
            let text = text.clone().unwrap_or_else(|| "none".to_owned());
            let args = [("header", header(*column)), ("text", text), ("what", title(code)), ("row", row(at))];
            say("exchange-fix-skip", &args)
        }
        Fix::Accept { code, row: at } => {
            say("exchange-fix-accept", &[("what", title(code)), ("row", row(at))])
        }
        Fix::Column { field, column } => {
            let args = [("header", header(Some(*column))), ("field", field_label(field, words))];
            say("exchange-fix-column", &args)
        }
        Fix::DateOrder { order } => {
            let order = serde_json::to_value(order).ok();
            let order = order.as_ref().and_then(|order| order.as_str()).unwrap_or_default().to_owned();
            say("exchange-fix-date-order", &[("order", order)])
        }
        Fix::Keep { row: at, field, side } => {
            let side = if *side == cairn_exchange::fix::Side::File { "file" } else { "cairn" };
            let field = field.as_deref().map_or_else(|| "none".to_owned(), |field| field_label(field, words));
            let args = [("row", row(at)), ("field", field), ("side", side.to_owned())];
            say("exchange-fix-keep", &args)
        }
        Fix::Duplicate { row: at, take } => {
            let take = match take {
                Twin::Create => "create",
                Twin::Skip => "skip",
                Twin::Update => "update",
            };
            say("exchange-fix-duplicate", &[("row", row(at)), ("take", take.to_owned())])
        }
    }
}
