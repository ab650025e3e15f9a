//! Reading an interview sheet that comes back: which rows are ours, what each changes, and what is wrong with it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use cairn_domain::time::Date;
use cairn_exchange::dates;
use cairn_exchange::header::normalise;
use cairn_exchange::round_trip::{RoundTrip, RowRef};
use cairn_exchange::{Book, Level, Row};
use cairn_words::Words;

use super::sheet::{ACTIONS, ITEM_FIELDS, LINE_FIELDS, Line, PROPOSED, short_hash, tidy};
use super::sheet_action::folded;
use super::sheet_cell::{Told, cut, date, shown, text, value};
use super::sheet_table::{Table, counted, place, problem};
use crate::error::AppResult;
use crate::import::ProblemView;
use crate::relation::{TitleFault, action_title};

/// Ids of missing rows that are named, at most.
const NAMED: usize = 10;

/// One value that the sheet changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Change {
    /// Row number in the sheet.
    pub(super) row: u32,
    /// The requirement's own id.
    pub(super) requirement: String,
    /// Key of the item; none for the line itself.
    pub(super) item: Option<String>,
    /// Key of the column.
    pub(super) field: &'static str,
    /// Stored form now.
    pub(super) before: Option<String>,
    /// Stored form in the sheet.
    pub(super) after: Option<String>,
}

/// What became of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// Something of it is taken over.
    Updated,
    /// It says what is stored.
    Unchanged,
    /// Nothing of it is taken over, for a reason that is told.
    Skipped,
}

/// What a sheet says.
pub(super) struct Read {
    /// Values that change.
    pub(super) changes: Vec<Change>,
    /// Every row with what became of it.
    pub(super) rows: BTreeMap<u32, Outcome>,
    /// What is wrong, in words.
    pub(super) problems: Vec<ProblemView>,
}

/// A row of the sheet and what it is about.
struct Subject<'a> {
    line: &'a Line,
    item: Option<&'a super::sheet::Item>,
}

impl<'a> Subject<'a> {
    fn about(&self, meta: &'a RowRef) -> About<'a> {
        About {
            line: self.line,
            item: self.item.map(|item| item.key.clone()),
            fields: self.fields(),
            base: meta.rev.split('.').collect(),
        }
    }

    fn text(&self) -> String {
        self.item.map_or_else(|| self.line.text(), |item| item.text.clone())
    }

    fn fields(&self) -> Vec<(&'static str, Option<String>)> {
        match self.item {
            Some(item) => ITEM_FIELDS.into_iter().zip(item.fields()).collect(),
            None => LINE_FIELDS.into_iter().zip(self.line.fields()).collect(),
        }
    }
}

/// What a row is about, what is stored of it, and what was stored when the sheet was written.
struct About<'a> {
    line: &'a Line,
    /// Key of the item; none for the line itself.
    item: Option<String>,
    fields: Vec<(&'static str, Option<String>)>,
    /// Hashes of the hidden sheet: of the text, then of each field.
    base: Vec<&'a str>,
}

impl About<'_> {
    fn change(
        &self,
        row: &Row,
        field: &'static str,
        before: Option<String>,
        after: Option<String>,
    ) -> Change {
        let (requirement, item) = (self.line.requirement.clone(), self.item.clone());
        Change { row: row.number, requirement, item, field, before, after }
    }
}

/// What was found in the cells of a row.
#[derive(Default)]
struct Found {
    taken: bool,
    refused: bool,
    changed_here: bool,
}

impl Found {
    const fn outcome(&self) -> Outcome {
        match (self.taken, self.refused) {
            (true, _) => Outcome::Updated,
            (false, true) => Outcome::Skipped,
            (false, false) => Outcome::Unchanged,
        }
    }
}

/// Reads the rows of an interview sheet against the lines as they are now.
pub(super) struct Reader<'a> {
    book: &'a Book,
    words: &'a Words,
    today: &'a Date,
    table: Table<'a>,
    meta: HashMap<&'a str, &'a RowRef>,
    /// The ids in the order in which the sheet was written.
    order: Vec<&'a str>,
    /// Owners that the sheet names and that were told, by line.
    owners: BTreeSet<(String, String)>,
    subjects: HashMap<String, Subject<'a>>,
    read: Read,
}

impl<'a> Reader<'a> {
    /// Finds the table in the file.
    ///
    /// # Errors
    /// A refused file when no sheet of it is an interview sheet.
    pub(super) fn new(
        book: &'a Book,
        meta: &'a RoundTrip,
        now: &'a [Line],
        (today, words): (&'a Date, &'a Words),
    ) -> AppResult<Self> {
        let mut read = Read { changes: Vec::new(), rows: BTreeMap::new(), problems: Vec::new() };
        let table = Table::find(book, meta, words, &mut read.problems)?;
        let mut subjects = HashMap::new();
        for line in now {
            subjects.insert(line.requirement.clone(), Subject { line, item: None });
            for item in &line.items {
                let code = super::sheet::item_code(&line.requirement, &item.key);
                subjects.insert(code, Subject { line, item: Some(item) });
            }
        }
        let order = meta.rows.iter().map(|row| row.code.as_str()).collect();
        let (meta, owners) = (meta.by_code(), BTreeSet::new());
        Ok(Self { book, words, today, table, meta, order, owners, subjects, read })
    }

    /// Name of the sheet that is read.
    pub(super) fn sheet(&self) -> &'a str {
        &self.table.sheet.name
    }

    /// Reads every row.
    pub(super) fn read(mut self) -> Read {
        let rows = self.table.rows();
        let codes = self.codes(rows);
        let mut seen = BTreeSet::new();
        for row in rows {
            let code = self.code(row);
            seen.insert(code.clone());
            let outcome = self.row(row, &code, codes.get(&code).map_or(&[], Vec::as_slice));
            self.read.rows.insert(row.number, outcome);
        }
        if self.table.holds("code") {
            self.missing(&seen);
        }
        self.read.problems.sort_by_key(|problem| problem.place.row);
        self.read
    }

    /// Tells which rows of the sheet are gone, the first of them by id.
    fn missing(&mut self, seen: &BTreeSet<String>) {
        let gone: Vec<&str> = self.order.iter().copied().filter(|code| !seen.contains(*code)).collect();
        if gone.is_empty() {
            return;
        }
        let mut ids = gone.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
        if gone.len() > NAMED {
            ids = self.words.say_with("interview-rows-and-more", &[("ids", ids.into())]);
        }
        let place = place(&self.book.file, &self.table.sheet.name, None, None);
        let args = [("count", gone.len().into()), ("ids", ids.into())];
        self.read.problems.push(counted("rows-missing", Level::Note, place, &args, self.words));
    }

    /// Tells once for each line that another owner was written into the sheet: who answers is said in Cairn.
    fn owner(&mut self, row: &Row, line: &Line, meta: &RowRef) {
        let text = self.table.cell(row, "owner").map_or_else(String::new, |cell| normalise(&cell.text));
        let here = line.owner.as_ref().map_or_else(String::new, |owner| normalise(&owner.name));
        // Sheets of older programs do not say whom they were written for.
        let then = normalise(&meta.shown);
        let emptied = text.is_empty() && then.is_empty();
        if !self.table.holds("owner") || emptied || text == then || text == here {
            return;
        }
        if self.owners.insert((line.requirement.clone(), text.clone())) {
            let named = |name: &str| shown("owner", Some(name).filter(|name| !name.is_empty()), self.words);
            let args = [("text", named(&text)), ("here", named(&here))];
            self.problem("owner-only-read", Level::Note, Some(row.number), Some("owner"), &args);
        }
    }

    /// The rows that carry each id.
    fn codes(&self, rows: &[Row]) -> HashMap<String, Vec<u32>> {
        let mut codes: HashMap<String, Vec<u32>> = HashMap::new();
        for row in rows {
            codes.entry(self.code(row)).or_default().push(row.number);
        }
        codes
    }

    fn code(&self, row: &Row) -> String {
        self.table.cell(row, "code").map_or_else(String::new, |cell| normalise(&cell.text))
    }

    fn row(&mut self, row: &Row, code: &str, same: &[u32]) -> Outcome {
        if !self.table.holds("code") {
            return Outcome::Skipped;
        }
        let at = Some(row.number);
        let id = [("id", code.to_owned())];
        if code.is_empty() {
            self.problem("id-missing", Level::Error, at, Some("code"), &[]);
            return Outcome::Skipped;
        }
        if same.len() > 1 {
            let others: Vec<String> =
                same.iter().filter(|number| **number != row.number).map(u32::to_string).collect();
            let args = [("id", code.to_owned()), ("rows", others.join(", "))];
            self.problem("id-twice", Level::Error, at, Some("code"), &args);
            return Outcome::Skipped;
        }
        let (Some(meta), Some(subject)) = (self.meta.get(code).copied(), self.subjects.get(code)) else {
            self.problem("id-unknown", Level::Error, at, Some("code"), &id);
            return Outcome::Skipped;
        };
        let (line, text) = (subject.line, subject.text());
        let about = subject.about(meta);
        let question = self.table.cell(row, "text").map(|cell| normalise(&cell.text));
        let question = question.filter(|question| !question.is_empty());
        if question.as_ref().is_some_and(|question| {
            about.base.first().is_none_or(|hash| *hash != short_hash(question))
                && *question != normalise(&text)
        }) {
            // Somebody sorted one column alone, or moved ids by hand: the answers may belong to another question.
            self.problem("id-and-question", Level::Error, at, Some("text"), &id);
            return Outcome::Skipped;
        }
        if line.excluded {
            return self.excluded(row, &about);
        }
        self.owner(row, line, meta);
        self.strangers(row, about.item.is_some());
        let outcome = self.fields(row, &about);
        if question.is_none() && outcome == Outcome::Updated {
            // Without the question nobody can tell whether the id was edited.
            self.read.changes.retain(|change| change.row != row.number);
            self.problem("question-missing", Level::Warning, at, Some("text"), &id);
            return Outcome::Skipped;
        }
        outcome
    }

    /// Values in cells that a row of this kind does not have.
    fn strangers(&mut self, row: &Row, is_item: bool) {
        let of_line = || LINE_FIELDS.into_iter().chain([PROPOSED]);
        let strange: Vec<&'static str> = if is_item { of_line().collect() } else { ITEM_FIELDS.into() };
        for key in strange {
            if let Some(cell) = self.table.cell(row, key) {
                let args = [("text", cut(&cell.text))];
                let code = if is_item { "line-field-on-item" } else { "item-field-on-line" };
                self.problem(code, Level::Warning, Some(row.number), Some(key), &args);
            }
        }
    }

    /// A row of a control that was taken out of the analysis after the sheet was written: what it says is told, and
    /// nothing of it is taken.
    fn excluded(&mut self, row: &Row, about: &About<'_>) -> Outcome {
        let (changes, problems) = (self.read.changes.len(), self.read.problems.len());
        let outcome = self.fields(row, about);
        self.read.changes.truncate(changes);
        self.read.problems.truncate(problems);
        if outcome == Outcome::Unchanged {
            return outcome;
        }
        let id = [("id", about.line.requirement.clone())];
        self.problem("control-excluded", Level::Warning, Some(row.number), Some("code"), &id);
        Outcome::Skipped
    }

    fn fields(&mut self, row: &Row, about: &About<'_>) -> Outcome {
        let mut found = Found::default();
        for (at, (key, now)) in about.fields.iter().enumerate() {
            let key = *key;
            if !self.table.holds(key) {
                continue;
            }
            match value(self.table.cell(row, key), key, self.words) {
                Ok(Told::Value(_)) if key == "not-needed" && !about.line.control => {
                    let id = [("id", about.line.requirement.clone())];
                    self.problem("clause-always-applies", Level::Warning, Some(row.number), Some(key), &id);
                    found.refused = true;
                }
                Ok(told) => {
                    let then = about.base.get(at + 1).copied().unwrap_or_default();
                    self.field(row, about, (key, now.as_ref(), then), told, &mut found);
                }
                Err((code, text)) => {
                    self.problem(code, Level::Warning, Some(row.number), Some(key), &[("text", text)]);
                    found.refused = true;
                }
            }
        }
        if about.item.is_none() {
            self.actions(row, about, &mut found);
        }
        if found.changed_here {
            self.problem("changed-here", Level::Note, Some(row.number), None, &[]);
        }
        found.outcome()
    }

    /// Holds one value against what is stored and what was stored when the sheet was written.
    fn field(
        &mut self,
        row: &Row,
        about: &About<'_>,
        (key, now, then): (&'static str, Option<&String>, &str),
        told: Told,
        found: &mut Found,
    ) {
        let blank = told == Told::Blank;
        let file = if let Told::Value(file) = told { Some(file) } else { None };
        if file.as_ref() == now {
            return;
        }
        let is_then = |value: Option<&String>| short_hash(&tidy(value.map_or("", String::as_str))) == then;
        let here = || shown(key, now.map(String::as_str), self.words);
        if is_then(file.as_ref()) {
            found.changed_here = true;
        } else if blank {
            let args = [("here", here()), ("clear", self.words.say("interview-clear"))];
            self.problem("emptied", Level::Warning, Some(row.number), Some(key), &args);
            found.refused = true;
        } else if is_then(now) {
            if key == "seen-on" && self.is_to_come(row, file.as_deref()) {
                found.refused = true;
                return;
            }
            found.taken = true;
            self.read.changes.push(about.change(row, key, now.cloned(), file));
        } else {
            let args = [("here", here()), ("file", shown(key, file.as_deref(), self.words))];
            self.problem("changed-on-both-sides", Level::Warning, Some(row.number), Some(key), &args);
            found.refused = true;
        }
    }

    /// Whether the day of a record is still to come, which is told. A day whose numbers can also be read the other way round
    /// is told too, as it was read.
    fn is_to_come(&mut self, row: &Row, file: Option<&str>) -> bool {
        let Some(day) = date(file) else { return false };
        let text = self.table.cell(row, "seen-on").map(|cell| cell.text.clone()).unwrap_or_default();
        let args = [("text", cut(&text)), ("day", self.words.date(day.as_str()))];
        let to_come = day > *self.today;
        if to_come {
            self.problem("day-to-come", Level::Warning, Some(row.number), Some("seen-on"), &args);
        } else if dates::is_ambiguous(&text) {
            self.problem("day-and-month", Level::Note, Some(row.number), Some("seen-on"), &args);
        }
        to_come
    }

    /// Actions that the person proposes, and a word on the open ones when somebody wrote there.
    fn actions(&mut self, row: &Row, about: &About<'_>, found: &mut Found) {
        let at = Some(row.number);
        let open = text(self.table.cell(row, ACTIONS)).ok().flatten();
        let then = about.base.get(LINE_FIELDS.len() + 1);
        if let (Some(open), Some(then)) = (open, then)
            && short_hash(&open) != **then
        {
            self.problem("actions-only-read", Level::Warning, at, Some(ACTIONS), &[("text", cut(&open))]);
            found.refused = true;
        }
        let proposed = match value(self.table.cell(row, PROPOSED), PROPOSED, self.words) {
            Ok(Told::Value(proposed)) => proposed,
            Ok(Told::Blank | Told::Clear) => return,
            Err((code, text)) => {
                self.problem(code, Level::Warning, at, Some(PROPOSED), &[("text", text)]);
                found.refused = true;
                return;
            }
        };
        for line in proposed.lines() {
            self.proposal(row, about, line, found);
        }
    }

    /// One action that the person proposes; what an earlier import of the sheet made is not made again.
    fn proposal(&mut self, row: &Row, about: &About<'_>, line: &str, found: &mut Found) {
        let at = Some(row.number);
        let title = match action_title(line) {
            Ok(title) => title,
            Err(TitleFault::Blank) => return,
            Err(TitleFault::TooLong) => {
                self.problem("action-too-long", Level::Warning, at, Some(PROPOSED), &[("text", cut(line))]);
                found.refused = true;
                return;
            }
        };
        let here = |change: &Change| {
            (change.row, change.field) == (row.number, PROPOSED)
                && change.after.as_deref().is_some_and(|other| folded(other) == folded(&title))
        };
        if about.line.actions.made_of(&title) || self.read.changes.iter().any(here) {
            return;
        }
        if let Some(code) = about.line.actions.named(&title) {
            let args = [("text", cut(&title)), ("code", code.to_owned())];
            self.problem("action-known", Level::Note, at, Some(PROPOSED), &args);
        } else {
            found.taken = true;
            self.read.changes.push(about.change(row, PROPOSED, None, Some(title)));
        }
    }

    fn problem(
        &mut self,
        code: &str,
        level: Level,
        row: Option<u32>,
        key: Option<&str>,
        args: &[(&'static str, String)],
    ) {
        let column = key.and_then(|key| self.table.column(key));
        let place = place(&self.book.file, &self.table.sheet.name, row, column);
        let field = key.map(|key| self.words.say(&format!("interview-column-{key}")));
        let args: Vec<(&'static str, String)> =
            args.iter().cloned().chain(field.map(|field| ("field", field))).collect();
        self.read.problems.push(problem(code, level, place, &args, self.words));
    }
}
