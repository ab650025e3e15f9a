//! Bringing an interview sheet back: a dry run first, then one entry. What was changed here meanwhile stays.

use std::collections::{BTreeMap, BTreeSet};

use cairn_domain::framework::{Framework, Requirement};
use cairn_domain::gap::{self, Confidence, Conformity, Maturity};
use cairn_domain::role::Permission;
use cairn_domain::state::{AssessmentState, Pass};
use cairn_exchange::{Book, Level};
use cairn_store::table::gap_answer::GapAnswer;
use cairn_store::table::gap_line::GapLine;
use cairn_words::Words;
use serde::{Deserialize, Serialize};

use super::change::{Said, lower, lower_if_refused, put, touch};
use super::latest;
use super::lines::{assessable, item_states};
use super::sheet::{Item, Line, PROPOSED, assessment_of, every_line};
use super::sheet_action::propose;
use super::sheet_cell::{date, shown};
use super::sheet_read::{Change, Outcome, Read, Reader};
use super::sheet_table::{place, problem};
use crate::error::{AppError, AppResult};
use crate::host::Host;
use crate::import::{Carrier, LARGEST_SHEET, ProblemView, read_book};
use crate::job::JobContext;
use crate::pack::{ISO_42001, library};
use crate::place::Token;
use crate::tag::Tag;
use crate::usecase::{Job, Reading, Writing};

/// Reads an interview sheet; writes what it changes unless it is a dry run.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "InterviewImportInput")]
pub struct ImportInterview {
    /// The workbook.
    pub file: Token,
    /// Only say what would happen.
    #[serde(default)]
    pub dry_run: bool,
}

/// One value a sheet changes, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct InterviewChange {
    /// Row number in the sheet.
    pub row: u32,
    /// The line, and the item if it is about one.
    pub id: String,
    /// The column.
    pub field: String,
    /// What is stored now.
    pub before: String,
    /// What the sheet says.
    pub after: String,
}

/// What a sheet changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct InterviewImport {
    /// Name of the file.
    pub file: String,
    /// Rows of the sheet.
    pub rows: u32,
    /// Rows of which something is taken over.
    pub updated: u32,
    /// Rows that say what is stored.
    pub unchanged: u32,
    /// Rows of which nothing is taken over.
    pub skipped: u32,
    /// Values that change.
    pub changes: Vec<InterviewChange>,
    /// What is wrong, by place.
    pub problems: Vec<ProblemView>,
    /// Number of the entry; none when nothing was written.
    pub entry: Option<u64>,
}

impl Job for ImportInterview {
    const NAME: &'static str = "interview.import";
    const TAGS: &'static [Tag] = &[Tag::Gaps, Tag::Soa, Tag::Relations, Tag::Trail];
    const PERMISSION: Permission = Permission::Write;
    type Output = InterviewImport;

    fn run(self, host: &Host, job: &JobContext<'_>) -> AppResult<Self::Output> {
        let book = read_book(host, job, &self.file, LARGEST_SHEET)?;
        let carrier =
            Carrier { host, job, name: Self::NAME, permission: Self::PERMISSION, dry_run: self.dry_run };
        let (plan, entry) =
            carrier.carry_out(|cx| plan(cx, &book), |cx, plan| write(cx, plan, &book.file))?;
        Ok(InterviewImport { entry, ..told(plan, &book.file, &host.words()) })
    }
}

/// What a sheet would do.
struct Plan {
    read: Read,
    /// Every line with what it would say afterwards, by requirement.
    lines: BTreeMap<String, Wanted>,
}

/// What a line would say.
#[derive(Default)]
struct Wanted {
    /// Items that change; none opens the item.
    items: BTreeMap<String, Option<Said>>,
    /// Conformity, when it changes.
    conformity: Option<Option<Conformity>>,
    /// The gap in words, when it changes.
    statement: Option<Option<String>>,
    /// The note, when it changes.
    note: Option<Option<String>>,
    /// Maturity, when it changes.
    maturity: Option<Option<Maturity>>,
    /// How sure the assessor is, when it changes.
    confidence: Option<Option<Confidence>>,
    /// The fact by which the control is probably not needed, when it changes.
    not_needed: Option<Option<String>>,
    /// Titles of actions to make.
    actions: Vec<String>,
}

impl Wanted {
    /// Takes over what a row says of the line itself.
    fn take(&mut self, change: &Change) {
        let text = || change.after.clone();
        let after = change.after.as_deref();
        match change.field {
            "conformity" => self.conformity = Some(after.and_then(|word| word.parse().ok())),
            "maturity" => self.maturity = Some(after.and_then(|word| word.parse().ok())),
            "confidence" => self.confidence = Some(after.and_then(|word| word.parse().ok())),
            "statement" => self.statement = Some(text()),
            "not-needed" => self.not_needed = Some(text()),
            PROPOSED => self.actions.extend(text()),
            _ => self.note = Some(text()),
        }
    }

    /// Whether nothing is left that would be written.
    fn is_empty(&self) -> bool {
        let Self { items, conformity, statement, note, maturity, confidence, not_needed, actions } = self;
        items.is_empty()
            && conformity.is_none()
            && [statement, note, not_needed].iter().all(|text| text.is_none())
            && maturity.is_none()
            && confidence.is_none()
            && actions.is_empty()
    }
}

fn plan(cx: &Reading<'_>, book: &Book) -> AppResult<Plan> {
    let iso = &library()?.framework(ISO_42001)?.framework;
    let no_sheet = || AppError::file_refused("error-interview-no-sheet").with("file", book.file.clone());
    let meta = book.round_trip.as_ref().ok_or_else(no_sheet)?;
    let of = assessment_of(&meta.kind).ok_or_else(|| {
        AppError::file_refused("error-interview-other-book")
            .with("file", book.file.clone())
            .with("sheet", meta.sheet.clone())
            .with("book", meta.kind.clone())
    })?;
    if meta.workspace != cx.around.workspace.to_string() {
        return Err(AppError::file_refused("error-interview-other-workspace"));
    }
    let assessment = latest(cx.tx)?;
    if assessment.as_ref().is_some_and(|now| now.state == AssessmentState::Frozen) {
        return Err(AppError::refused("error-assessment-frozen"));
    }
    if !of.is_empty() && assessment.as_ref().is_none_or(|now| now.id.to_string() != of) {
        return Err(AppError::file_refused("error-interview-other-assessment"));
    }
    let now = every_line(cx)?;
    let today = cx.around.today();
    let reader = Reader::new(book, meta, &now, (&today, cx.around.words))?;
    let sheet = reader.sheet().to_owned();
    let mut read = reader.read();
    let lines = by_line(&mut read, &now, &book.file, &sheet, cx.around.words);
    let mut plan = Plan { read, lines };
    judge(&mut plan, iso, &now, (&book.file, &sheet), cx.around.words)?;
    Ok(plan)
}

fn row_of(changes: &[Change], requirement: &str, field: Option<&str>) -> Option<u32> {
    let fits = |change: &&Change| {
        change.requirement == requirement && field.is_none_or(|field| change.field == field)
    };
    changes.iter().find(fits).map(|change| change.row)
}

/// Puts the changes of each line together. A record without an answer belongs to nothing and is told.
fn by_line(
    read: &mut Read,
    now: &[Line],
    file: &str,
    sheet: &str,
    words: &Words,
) -> BTreeMap<String, Wanted> {
    let mut lines: BTreeMap<String, Wanted> = BTreeMap::new();
    let mut homeless: BTreeSet<u32> = BTreeSet::new();
    for line in now {
        let of_line = || read.changes.iter().filter(|change| change.requirement == line.requirement);
        for item in &line.items {
            let of_item: Vec<&Change> =
                of_line().filter(|change| change.item.as_deref() == Some(item.key.as_str())).collect();
            let Some(first) = of_item.first() else { continue };
            match said(item, &of_item) {
                Some(said) => {
                    let wanted = lines.entry(line.requirement.clone()).or_default();
                    wanted.items.insert(item.key.clone(), Some(said));
                }
                None if item.answer.is_some() => {
                    let wanted = lines.entry(line.requirement.clone()).or_default();
                    wanted.items.insert(item.key.clone(), None);
                }
                None => {
                    homeless.insert(first.row);
                }
            }
        }
        for change in of_line().filter(|change| change.item.is_none()) {
            lines.entry(line.requirement.clone()).or_default().take(change);
        }
    }
    for row in homeless {
        let at = place(file, sheet, Some(row), None);
        read.problems.push(problem("record-without-answer", Level::Warning, at, &[], words));
        read.rows.insert(row, Outcome::Skipped);
        read.changes.retain(|change| change.row != row);
    }
    lines
}

/// What is said of an item after the changes; none when there is no answer.
fn said(item: &Item, changes: &[&Change]) -> Option<Said> {
    let changed =
        |field: &str| changes.iter().find(|change| change.field == field).map(|change| &change.after);
    let answer = match changed("answer") {
        Some(after) => after.as_deref().and_then(|word| word.parse().ok()),
        None => item.answer,
    };
    Some(Said {
        answer: answer?,
        record_seen: changed("record-seen").cloned().unwrap_or_else(|| item.record_seen.clone()),
        seen_on: changed("seen-on").map_or_else(|| item.seen_on.clone(), |after| date(after.as_deref())),
        seen_owner: changed("seen-owner").cloned().unwrap_or_else(|| item.seen_owner.clone()),
    })
}

/// Holds the conformity of each line against the answers it would have, by the rules of the screen.
fn judge(
    plan: &mut Plan,
    iso: &Framework,
    now: &[Line],
    (file, sheet): (&str, &str),
    words: &Words,
) -> AppResult<()> {
    for line in now {
        let Some(wanted) = plan.lines.get_mut(&line.requirement) else { continue };
        let requirement = assessable(iso, &line.requirement)?;
        let items = item_states(requirement, &answers_after(line, wanted));
        if let Some(Some(conformity)) = wanted.conformity
            && let Some(refusal) = gap::refusals(conformity, &items).first()
        {
            wanted.conformity = None;
            let row = row_of(&plan.read.changes, &line.requirement, Some("conformity"));
            let demand = demand(requirement, &refusal.item);
            let reason = words.say_with(&format!("gap-refusal-{}", refusal.code), &[("item", demand.into())]);
            let args =
                [("conformity", shown("conformity", Some(conformity.as_str()), words)), ("reason", reason)];
            let at = place(file, sheet, row, None);
            plan.read.problems.push(problem("conformity-refused", Level::Warning, at, &args, words));
            drop_change(&mut plan.read, row, "conformity");
        }
        let stands = wanted.conformity.unwrap_or(line.conformity);
        let answered = |refusal: &gap::Refusal| wanted.items.contains_key(&refusal.item);
        if let (None, Some(conformity)) = (wanted.conformity, stands)
            && gap::refusals(conformity, &items).iter().any(answered)
        {
            lowered(&mut plan.read, line, conformity, lower(conformity, &items), (file, sheet), words);
        }
    }
    plan.read.problems.sort_by_key(|problem| problem.place.row);
    plan.lines.retain(|_, wanted| !wanted.is_empty());
    Ok(())
}

/// Tells that answers of the sheet lower the conformity of a line, which writing them does by itself.
fn lowered(
    read: &mut Read,
    line: &Line,
    before: Conformity,
    after: Option<Conformity>,
    (file, sheet): (&str, &str),
    words: &Words,
) {
    let Some(row) = row_of(&read.changes, &line.requirement, None) else { return };
    let word = |conformity: Conformity| shown("conformity", Some(conformity.as_str()), words);
    let mut args = vec![("conformity", word(before))];
    args.extend(after.map(|after| ("to", word(after))));
    let code = if after.is_some() { "conformity-lowered" } else { "conformity-taken-back" };
    let at = place(file, sheet, Some(row), None);
    read.problems.push(problem(code, Level::Note, at, &args, words));
    let after_last = read.changes.iter().rposition(|change| change.row == row).map_or(0, |last| last + 1);
    let (before, after) = (Some(before.as_str().to_owned()), after.map(|after| after.as_str().to_owned()));
    let requirement = line.requirement.clone();
    read.changes
        .insert(after_last, Change { row, requirement, item: None, field: "conformity", before, after });
}

/// Takes a change back; a row that loses its only one is skipped.
fn drop_change(read: &mut Read, row: Option<u32>, field: &str) {
    let Some(row) = row else { return };
    read.changes.retain(|change| change.row != row || change.field != field);
    if !read.changes.iter().any(|change| change.row == row) {
        read.rows.insert(row, Outcome::Skipped);
    }
}

fn demand(requirement: &Requirement, item: &str) -> String {
    requirement.must.iter().find(|must| must.key == item).map(|must| must.text.clone()).unwrap_or_default()
}

/// The answers of a line as they would be stored.
fn answers_after(line: &Line, wanted: &Wanted) -> Vec<GapAnswer> {
    let nil = || cairn_domain::id::RecordId(uuid::Uuid::nil());
    let after = line.items.iter().filter_map(|item| {
        let said = match wanted.items.get(&item.key) {
            Some(said) => said.clone(),
            None => said(item, &[]),
        }?;
        Some(GapAnswer {
            id: nil(),
            rev: cairn_domain::id::Stamp(uuid::Uuid::nil()),
            line: nil(),
            item: item.key.clone(),
            answer: said.answer,
            record_seen: said.record_seen,
            seen_on: said.seen_on,
            seen_owner: said.seen_owner,
        })
    });
    after.collect()
}

fn write(cx: &mut Writing<'_, '_>, plan: &Plan, file: &str) -> AppResult<()> {
    let iso = &library()?.framework(ISO_42001)?.framework;
    for (id, wanted) in &plan.lines {
        let requirement = assessable(iso, id)?;
        let line = touch(cx, &requirement.id, &requirement.title)?;
        for (item, said) in &wanted.items {
            put(cx, line, item, said.clone())?;
        }
        let row = cx.tx.gap_line().get(line)?;
        let judged = wanted.conformity.is_some();
        let conformity = wanted.conformity.unwrap_or(row.conformity);
        cx.tx.gap_line().update(&GapLine {
            conformity,
            statement: wanted.statement.clone().unwrap_or_else(|| row.statement.clone()),
            note: wanted.note.clone().unwrap_or_else(|| row.note.clone()),
            maturity: wanted.maturity.unwrap_or(row.maturity),
            confidence: wanted.confidence.unwrap_or(row.confidence),
            not_needed_fact: wanted.not_needed.clone().unwrap_or_else(|| row.not_needed_fact.clone()),
            assessor: if judged { Some(cx.around.me) } else { row.assessor },
            assessed_on: if judged { Some(cx.around.today()) } else { row.assessed_on.clone() },
            pass: if wanted.items.is_empty() { row.pass } else { Some(Pass::Deep) },
            ..row
        })?;
        let answered: Vec<&str> = wanted.items.keys().map(String::as_str).collect();
        lower_if_refused(cx, line, requirement, &answered)?;
        propose(cx, line, &wanted.actions)?;
    }
    let count = u32::try_from(plan.lines.len()).unwrap_or(u32::MAX);
    cx.tell(None, "history-interview-import", &[("file", file.into()), ("count", count.into())]);
    Ok(())
}

fn told(plan: Plan, file: &str, words: &Words) -> InterviewImport {
    let Read { changes, rows, problems } = plan.read;
    let count =
        |outcome| u32::try_from(rows.values().filter(|each| **each == outcome).count()).unwrap_or(u32::MAX);
    let change = |change: &Change| InterviewChange {
        row: change.row,
        id: match &change.item {
            Some(item) => super::sheet::item_code(&change.requirement, item),
            None => change.requirement.clone(),
        },
        field: words.say(&format!("interview-column-{}", change.field)),
        before: shown(change.field, change.before.as_deref(), words),
        after: shown(change.field, change.after.as_deref(), words),
    };
    InterviewImport {
        file: file.to_owned(),
        rows: u32::try_from(rows.len()).unwrap_or(u32::MAX),
        updated: count(Outcome::Updated),
        unchanged: count(Outcome::Unchanged),
        skipped: count(Outcome::Skipped),
        changes: changes.iter().map(change).collect(),
        problems,
        entry: None,
    }
}
