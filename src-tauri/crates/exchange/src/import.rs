//! The dry run: what an import would do, row by row, before anything is written.

mod matching;
mod parents;
mod row;
mod twins;

use std::collections::{HashMap, HashSet};

use cairn_domain::field::FieldKind;
use cairn_domain::system;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::Watch;
use crate::dates::{self, DateOrder};
use crate::difference::{FieldChange, Values};
use crate::fix::{Fix, Fixes, Side};
use crate::header::Header;
use crate::lexicon::Lexicon;
use crate::mapping::{Mapping, Target};
use crate::problem::{ErrorCode, ExchangeError, Problem, ProblemCode, Problems};
use crate::round_trip::RoundTrip;
use crate::sheet::{Book, Sheet};
use crate::value::{Label, Person, Reading};

pub use parents::row_of;

/// What to do with a row that is already in the workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "ImportPolicy")]
pub enum Policy {
    /// Import nothing at all.
    Stop,
    /// Leave what is there.
    Skip,
    /// Take over the file's values; old values stay in the history.
    Update,
}

/// A system that is already in the workspace.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Existing {
    /// Record id.
    pub id: String,
    /// The row's `rev`.
    pub rev: String,
    /// Human code.
    pub code: String,
    /// Where it was imported from.
    pub source: Option<String>,
    /// Its id there.
    pub source_id: Option<String>,
    /// Stored values by field key; empty fields are left out.
    pub values: Values,
    /// Imported facts.
    pub facts: Map<String, Value>,
}

/// Finds the values of a record as they were at a `rev`; none when that state is not known.
pub type BaseValues<'a> = &'a dyn Fn(&str, &str) -> Option<Values>;

/// What to import and how.
#[derive(Clone, Copy)]
pub struct Plan<'a> {
    /// The sheet.
    pub sheet: &'a Sheet,
    /// Its headers.
    pub header: &'a Header,
    /// What the columns mean.
    pub mapping: &'a Mapping,
    /// What to do with rows that are already there.
    pub policy: Policy,
    /// Name of the source, stored with every row; see [`default_source`].
    pub source: &'a str,
    /// Id of this workspace: an export of another one is treated like any other file.
    pub workspace: &'a str,
    /// Words people see for stored words.
    pub labels: &'a [Label],
    /// Members of the workspace.
    pub people: &'a [Person],
    /// Systems that are already there.
    pub existing: &'a [Existing],
    /// Earlier values of a system.
    pub base: BaseValues<'a>,
    /// What a person decided about problems; those about columns and dates are in the mapping already, see
    /// [`crate::fix::apply_to_mapping`].
    pub fixes: &'a [Fix],
}

/// What would happen to a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "ImportOutcome")]
pub enum Outcome {
    /// A new system.
    Create,
    /// A system that is there gets new values.
    Update,
    /// There already, with the same values.
    Unchanged,
    /// There already, or not importable; left out.
    Skip,
    /// There already, and the policy is to stop.
    Stop,
}

/// One row and what would become of it.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "ImportProposedRow")]
pub struct ProposedRow {
    /// Row number in the sheet, from 1.
    pub row: u32,
    /// What would happen.
    pub outcome: Outcome,
    /// Id of the system that is there, for all outcomes but create.
    pub target: Option<String>,
    /// Its code.
    pub code: Option<String>,
    /// Name of the system.
    pub name: String,
    /// Id of the row in the source: unique within the file, and the same the next time.
    pub source_id: String,
    /// Stored form by field key, in the order of the form; what cannot be stored is in `facts`. What it is a part of
    /// comes last, as the id of a system or as another row (see [`row_of`]).
    pub values: Vec<(String, String)>,
    /// Fields that differ from what is there.
    pub changes: Vec<FieldChange>,
    /// Cells that no field holds word for word, by header, in the order of the columns.
    #[ts(type = "Record<string, string>")]
    pub facts: Map<String, Value>,
    /// What it probably is, when it was not found for sure.
    pub twin: Option<Likely>,
    /// How many problems the row has.
    pub problems: u32,
}

/// What a row probably is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "ImportLikely")]
pub struct Likely {
    /// Code of the system in the workspace.
    pub code: Option<String>,
    /// Number of the other row.
    pub row: Option<u32>,
    /// Name of the other.
    pub name: String,
    /// Whether the row can update the other: it is in the workspace, and no other row is it.
    pub can_update: bool,
}

/// Counts, as `cairnctl systems import` prints them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "ImportCounts")]
pub struct Counts {
    /// Rows below the header that have a cell.
    pub rows: u32,
    /// Non-empty cells of the sheet, the header's included.
    pub cells: u32,
    /// Systems that would be created.
    pub created: u32,
    /// Systems that would be updated.
    pub updated: u32,
    /// Rows that would be left out or change nothing.
    pub skipped: u32,
    /// Of those: rows that say what is there already.
    pub unchanged: u32,
    /// Problems found, listed or not.
    pub problems: u32,
}

/// The result of a dry run.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "ImportDryRun")]
pub struct DryRun {
    /// Name of the file.
    pub file: String,
    /// Name of the sheet.
    pub sheet: String,
    /// Name of the source.
    pub source: String,
    /// Counts.
    pub counts: Counts,
    /// True when the policy is to stop and a row is already there: nothing may be imported.
    pub stopped: bool,
    /// Rows in the order of the file.
    pub rows: Vec<ProposedRow>,
    /// Problems by place.
    pub problems: Vec<Problem>,
}

/// The name of a source when nobody gives one: the known layout, or the file's name without its ending.
#[must_use]
pub fn default_source(mapping: &Mapping, file: &str) -> String {
    match &mapping.profile {
        Some(profile) => profile.clone(),
        None => file.rsplit_once('.').map_or(file, |(stem, _)| stem).to_owned(),
    }
}

/// Why nothing of a sheet can be imported as it is mapped; none when something can.
#[must_use]
pub fn hindrance(sheet: &Sheet, header: &Header, mapping: &Mapping) -> Option<ErrorCode> {
    if header.data(sheet).is_empty() {
        return Some(ErrorCode::NoRows);
    }
    match (mapping.column_of("name"), header.row) {
        (Some(_), _) => None,
        (None, Some(_)) => Some(ErrorCode::NameNotMapped),
        (None, None) => Some(ErrorCode::HeaderNotFound),
    }
}

/// Says what an import would do. Nothing is classified and no scope is decided: judgements of other schemes stay
/// imported facts.
///
/// # Errors
/// Those of [`hindrance`], and [`ErrorCode::Cancelled`].
pub fn dry_run(book: &Book, plan: &Plan<'_>, watch: &Watch<'_>) -> Result<DryRun, ExchangeError> {
    if let Some(code) = hindrance(plan.sheet, plan.header, plan.mapping) {
        return Err(code.into());
    }
    let lexicon = Lexicon::built_in();
    // Without its codes an export is like any other file: every row would look new.
    let coded = plan.mapping.column_of("code").is_some();
    let export =
        book.round_trip.as_ref().filter(|meta| meta.workspace == plan.workspace && meta.kind == "system");
    let own = export.filter(|_| coded);
    let reading = Reading {
        lexicon,
        profile: plan.mapping.profile.as_deref().and_then(|id| lexicon.profile_by_id(id)),
        labels: plan.labels,
        people: plan.people,
        date_order: plan.mapping.date_order.unwrap_or(DateOrder::DayMonth),
    };
    let mut problems = Problems::default();
    plan.sheet.problems.iter().chain(&plan.header.problems).for_each(|p| problems.push(p.clone()));
    assumed_order(book, plan, &mut problems);
    if export.is_some() && !coded {
        problems.push(Problem::new(ProblemCode::IdsMissing, &book.file, &plan.sheet.name));
    }
    let data = plan.header.data(plan.sheet);
    let mut work = Work::new(book, plan, reading, (own, export), problems);
    let total = data.len() as u64;
    let mut rows = Vec::with_capacity(data.len());
    for (done, row) in (0u64..).zip(data) {
        if done.is_multiple_of(256) {
            watch.step(done, total)?;
        }
        rows.push(work.propose(row));
    }
    work.find_twins(&mut rows, watch)?;
    let wishes = std::mem::take(&mut work.wishes);
    work.place_parts(&mut rows, wishes);
    watch.step(total, total)?;
    work.problems.sort();
    Ok(finish(book, plan, rows, work.problems))
}

/// Everything that the proposal of a row needs.
struct Work<'a> {
    file: &'a str,
    plan: &'a Plan<'a>,
    reading: Reading<'a>,
    problems: Problems,
    matcher: matching::Matcher<'a>,
    fixes: Fixes<'a>,
    /// Whether a person wants the row at hand left out.
    skip: bool,
    /// Numbers of the rows in which a code stands, where the codes are those of this workspace.
    coded: HashMap<&'a str, Vec<u32>>,
    /// Rows whose likeness to another one has a problem of its own already.
    named: HashSet<u32>,
    /// What rows say they are a part of.
    wishes: Vec<parents::Wish>,
    /// What the system of the row at hand was a part of when the file was written.
    then: parents::Then,
    /// What the columns that are only shown said, by code, in an export of this workspace.
    shown: HashMap<&'a str, &'a str>,
    /// Whether the file is an export of this workspace whose rows have their codes.
    own: bool,
    /// Whether the file is an export of this workspace, with its codes or without: what it says in our words is no fact.
    ours: bool,
    /// Whether the file is an export of another workspace: its codes are ids of the source, not ours.
    foreign_codes: bool,
}

impl<'a> Work<'a> {
    fn new(
        book: &'a Book,
        plan: &'a Plan<'a>,
        reading: Reading<'a>,
        (own, export): (Option<&'a RoundTrip>, Option<&'a RoundTrip>),
        problems: Problems,
    ) -> Self {
        let matcher = matching::Matcher::new(plan, own, export);
        let shown = own.into_iter().flat_map(|meta| &meta.rows);
        let shown = shown.map(|row| (row.code.as_str(), row.shown.as_str())).collect();
        let (own, ours) = (own.is_some(), export.is_some());
        let foreign_codes = export.is_none() && book.round_trip.is_some();
        let fixes = Fixes::new(plan.fixes);
        let column = plan.mapping.column_of("code").map(|a| a.column.index).filter(|_| !foreign_codes);
        let mut coded: HashMap<&'a str, Vec<u32>> = HashMap::new();
        let cells = column.into_iter().flat_map(|column| {
            plan.header.data(plan.sheet).iter().filter_map(move |row| Some((row.number, row.cell(column)?)))
        });
        for (row, cell) in cells {
            let text: &'a str = &cell.text;
            let code = fixes.taken(cell.column, text).unwrap_or_else(|| text.trim());
            coded.entry(code).or_default().push(row);
        }
        Self {
            file: &book.file,
            plan,
            reading,
            problems,
            matcher,
            fixes,
            skip: false,
            coded,
            named: HashSet::new(),
            wishes: Vec::new(),
            then: parents::Then::default(),
            shown,
            own,
            ours,
            foreign_codes,
        }
    }

    fn problem(&mut self, code: ProblemCode, row: u32, column: Option<u32>, args: &[(&'static str, &str)]) {
        let mut problem = Problem::new(code, self.file, &self.plan.sheet.name).row(row);
        if let Some(column) = column {
            problem = problem.column(column);
        }
        let problem = args.iter().fold(problem, |problem, (name, value)| problem.arg(name, value));
        if matches!(code, ProblemCode::AmbiguousName | ProblemCode::DuplicateRow) {
            self.named.insert(row);
        }
        self.skip |= self.fixes.skips(&problem, column);
        self.problems.push(problem);
    }
}

/// Notes every date column whose dates can be read both ways.
fn assumed_order(book: &Book, plan: &Plan<'_>, problems: &mut Problems) {
    if plan.mapping.date_order.is_some() {
        return;
    }
    for assignment in &plan.mapping.columns {
        let Target::Field(key) = &assignment.target else {
            continue;
        };
        let column = assignment.column.index;
        let is_date = system::field(key).is_some_and(|field| field.kind == FieldKind::Date);
        if is_date && plan.header.data(plan.sheet).iter().any(|row| dates::is_ambiguous(row.text(column))) {
            let problem = Problem::new(ProblemCode::DateOrderAssumed, &book.file, &plan.sheet.name);
            problems.push(problem.column(column).arg("field", key).arg("order", "day-month"));
        }
    }
}

/// Whether changes and facts have anything to write.
fn outcome_of(changes: &[FieldChange], facts: &Map<String, Value>, system: &Existing) -> Outcome {
    let writes = changes.iter().any(|change| change.side == Side::File)
        || facts.iter().any(|(key, value)| system.facts.get(key) != Some(value));
    if writes { Outcome::Update } else { Outcome::Unchanged }
}

fn finish(book: &Book, plan: &Plan<'_>, rows: Vec<ProposedRow>, problems: Problems) -> DryRun {
    let count = |outcomes: &[Outcome]| {
        u32::try_from(rows.iter().filter(|row| outcomes.contains(&row.outcome)).count()).unwrap_or(u32::MAX)
    };
    let counts = Counts {
        rows: u32::try_from(rows.len()).unwrap_or(u32::MAX),
        cells: u32::try_from(plan.sheet.cells()).unwrap_or(u32::MAX),
        created: count(&[Outcome::Create]),
        updated: count(&[Outcome::Update]),
        skipped: count(&[Outcome::Unchanged, Outcome::Skip, Outcome::Stop]),
        unchanged: count(&[Outcome::Unchanged]),
        problems: problems.total(),
    };
    DryRun {
        file: book.file.clone(),
        sheet: plan.sheet.name.clone(),
        source: plan.source.to_owned(),
        counts,
        stopped: count(&[Outcome::Stop]) > 0,
        rows,
        problems: problems.finish(&book.file, &plan.sheet.name),
    }
}
