//! Reading an interview sheet that comes back: which rows are ours, what each changes, and what is wrong with it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use cairn_domain::gap::{self, Conformity};
use cairn_domain::time::Date;
use cairn_exchange::dates::{self, DateOrder, DateText};
use cairn_exchange::header::normalise;
use cairn_exchange::round_trip::{RoundTrip, RowRef};
use cairn_exchange::sheet::column_letters;
use cairn_exchange::{Book, Cell, CellKind, Level, Place, Row, Sheet};
use cairn_words::Words;

use super::change::LONGEST;
use super::sheet::{COLUMNS, ITEM_FIELDS, Interview, LINE_FIELDS, Line, short_hash, tidy};
use crate::error::{AppError, AppResult};
use crate::import::ProblemView;

/// How far down the header row is looked for.
const SEARCH_ROWS: usize = 60;

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

/// What a cell says.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Told {
    /// Nothing, which may only mean that somebody deleted a cell.
    Blank,
    /// That the value is to be taken away.
    Clear,
    /// A value in its stored form.
    Value(String),
}

/// Where the table stands in the file.
struct Table<'a> {
    sheet: &'a Sheet,
    header_row: u32,
    /// Column of each key; keys whose column is gone or there twice are left out.
    columns: HashMap<&'static str, u32>,
}

/// A row of the sheet and what it is about.
struct Subject<'a> {
    line: &'a Line,
    item: Option<&'a super::sheet::Item>,
}

impl Subject<'_> {
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

/// Reads the rows of an interview sheet against the lines as they are now.
pub(super) struct Reader<'a> {
    book: &'a Book,
    words: &'a Words,
    table: Table<'a>,
    meta: HashMap<&'a str, &'a RowRef>,
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
        now: &'a Interview,
        words: &'a Words,
    ) -> AppResult<Self> {
        let mut read = Read { changes: Vec::new(), rows: BTreeMap::new(), problems: Vec::new() };
        let (sheet, row) = find_table(book, meta).ok_or_else(|| {
            AppError::file_refused("error-interview-no-sheet").with("file", book.file.clone())
        })?;
        let columns = columns(&book.file, sheet, row, meta, words, &mut read.problems);
        let mut subjects = HashMap::new();
        for line in &now.lines {
            subjects.insert(line.requirement.clone(), Subject { line, item: None });
            for item in &line.items {
                let code = super::sheet::item_code(&line.requirement, &item.key);
                subjects.insert(code, Subject { line, item: Some(item) });
            }
        }
        let table = Table { sheet, header_row: row.number, columns };
        Ok(Self { book, words, table, meta: meta.by_code(), subjects, read })
    }

    /// Reads every row.
    pub(super) fn read(mut self) -> Read {
        let first = self.table.sheet.rows.partition_point(|row| row.number <= self.table.header_row);
        let rows: Vec<&Row> = self.table.sheet.rows.iter().skip(first).collect();
        let codes = self.codes(&rows);
        let mut seen = BTreeSet::new();
        for row in &rows {
            let code = self.code(row);
            seen.insert(code.clone());
            let outcome = self.row(row, &code, codes.get(&code).map_or(&[], Vec::as_slice));
            self.read.rows.insert(row.number, outcome);
        }
        let missing = self.meta.keys().filter(|code| !seen.contains(**code)).count();
        if missing > 0 && self.table.columns.contains_key("code") {
            let args = [("count", missing.to_string())];
            self.problem("rows-missing", Level::Note, None, None, &args);
        }
        self.read.problems.sort_by_key(|problem| problem.place.row);
        self.read
    }

    /// The rows that carry each id.
    fn codes(&self, rows: &[&Row]) -> HashMap<String, Vec<u32>> {
        let mut codes: HashMap<String, Vec<u32>> = HashMap::new();
        for row in rows {
            codes.entry(self.code(row)).or_default().push(row.number);
        }
        codes
    }

    fn code(&self, row: &Row) -> String {
        self.cell(row, "code").map_or_else(String::new, |cell| normalise(&cell.text))
    }

    fn cell<'r>(&self, row: &'r Row, key: &str) -> Option<&'r Cell> {
        self.table.columns.get(key).and_then(|column| row.cell(*column))
    }

    fn row(&mut self, row: &Row, code: &str, same: &[u32]) -> Outcome {
        if !self.table.columns.contains_key("code") {
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
        let base: Vec<&str> = meta.rev.split('.').collect();
        let (fields, text) = (subject.fields(), subject.text());
        let (requirement, item) =
            (subject.line.requirement.clone(), subject.item.map(|item| item.key.clone()));
        let question = self.cell(row, "text").map(|cell| normalise(&cell.text));
        let question = question.filter(|question| !question.is_empty());
        if question.as_ref().is_some_and(|question| {
            base.first().is_none_or(|hash| *hash != short_hash(question)) && *question != normalise(&text)
        }) {
            // Somebody sorted one column alone, or moved ids by hand: the answers may belong to another question.
            self.problem("id-and-question", Level::Error, at, Some("text"), &id);
            return Outcome::Skipped;
        }
        self.strangers(row, item.is_some());
        let outcome = self.fields(row, &fields, &base, (&requirement, item.as_deref()));
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
        let strange: &[&'static str] = if is_item { &LINE_FIELDS } else { &ITEM_FIELDS };
        for key in strange {
            if let Some(cell) = self.cell(row, key) {
                let args = [("text", cut(&cell.text))];
                let code = if is_item { "line-field-on-item" } else { "item-field-on-line" };
                self.problem(code, Level::Warning, Some(row.number), Some(key), &args);
            }
        }
    }

    fn fields(
        &mut self,
        row: &Row,
        fields: &[(&'static str, Option<String>)],
        base: &[&str],
        of: (&str, Option<&str>),
    ) -> Outcome {
        let (mut taken, mut refused, mut changed_here) = (false, false, false);
        for (at, (key, now)) in fields.iter().enumerate() {
            if !self.table.columns.contains_key(key) {
                continue;
            }
            let (file, blank) = match self.value(row, key) {
                Ok(Told::Value(file)) => (Some(file), false),
                Ok(told) => (None, told == Told::Blank),
                Err((code, text)) => {
                    self.problem(code, Level::Warning, Some(row.number), Some(key), &[("text", text)]);
                    refused = true;
                    continue;
                }
            };
            if file == *now {
                continue;
            }
            let then = base.get(at + 1).copied().unwrap_or_default();
            let is_then =
                |value: Option<&String>| short_hash(&tidy(value.map_or("", String::as_str))) == then;
            if is_then(file.as_ref()) {
                changed_here = true;
            } else if blank {
                let args =
                    [("here", self.shown(key, now.as_deref())), ("clear", self.words.say("interview-clear"))];
                self.problem("emptied", Level::Warning, Some(row.number), Some(key), &args);
                refused = true;
            } else if is_then(now.as_ref()) {
                taken = true;
                self.read.changes.push(Change {
                    row: row.number,
                    requirement: of.0.to_owned(),
                    item: of.1.map(str::to_owned),
                    field: key,
                    before: now.clone(),
                    after: file,
                });
            } else {
                let args =
                    [("here", self.shown(key, now.as_deref())), ("file", self.shown(key, file.as_deref()))];
                self.problem("changed-on-both-sides", Level::Warning, Some(row.number), Some(key), &args);
                refused = true;
            }
        }
        if changed_here {
            self.problem("changed-here", Level::Note, Some(row.number), None, &[]);
        }
        match (taken, refused) {
            (true, _) => Outcome::Updated,
            (false, true) => Outcome::Skipped,
            (false, false) => Outcome::Unchanged,
        }
    }

    /// The stored form of a cell, or why it has none.
    fn value(&self, row: &Row, key: &str) -> Result<Told, (&'static str, String)> {
        let Some(cell) = self.cell(row, key) else { return Ok(Told::Blank) };
        let text = tidy(&cell.text);
        if text.is_empty() {
            return Ok(Told::Blank);
        }
        let refuse = |code| Err((code, cut(&text)));
        if cell.kind == CellKind::Error {
            return refuse("error-cell");
        }
        if text.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
            return refuse("control-character");
        }
        if text.chars().count() > LONGEST {
            return refuse("too-long");
        }
        if self.same("interview-clear", &text) {
            return Ok(Told::Clear);
        }
        let found = match key {
            "answer" => self.word("must-answer", &text, gap::Answer::ALL.iter().map(|w| w.as_str())),
            "conformity" if self.same("conformity-not-assessed", &text) => return Ok(Told::Clear),
            "conformity" => self.conformity(&text),
            "seen-on" => match dates::parse(&text, DateOrder::DayMonth) {
                DateText::Day(day) => Some(day.to_string()),
                DateText::NoDay | DateText::Other => return refuse("not-a-date"),
            },
            _ => Some(text.clone()),
        };
        found.map_or_else(|| refuse("unknown-word"), |value| Ok(Told::Value(value)))
    }

    /// A conformity by its word or its number on the scale.
    fn conformity(&self, text: &str) -> Option<String> {
        let digit = |word: &&Conformity| word.score().to_string() == text;
        match Conformity::ALL.iter().find(digit) {
            Some(word) => Some(word.to_string()),
            None => self.word("conformity", text, Conformity::ALL.iter().map(|word| word.as_str())),
        }
    }

    /// Whether a text is a message, in any case.
    fn same(&self, key: &str, text: &str) -> bool {
        normalise(&self.words.say(key)).to_lowercase() == normalise(text).to_lowercase()
    }

    /// The stored word that a person sees as this text, in any case.
    fn word<'w>(&self, list: &str, text: &str, mut all: impl Iterator<Item = &'w str>) -> Option<String> {
        let wanted = normalise(text).to_lowercase();
        let shown = |word: &str| normalise(&self.words.say(&format!("{list}-{word}"))).to_lowercase();
        all.find(|word| *word == wanted || shown(word) == wanted).map(str::to_owned)
    }

    /// A stored value in the words a person sees.
    pub(super) fn shown(&self, key: &str, value: Option<&str>) -> String {
        shown(key, value, self.words)
    }

    fn problem(
        &mut self,
        code: &str,
        level: Level,
        row: Option<u32>,
        key: Option<&str>,
        args: &[(&'static str, String)],
    ) {
        let column = key.and_then(|key| self.table.columns.get(key)).copied();
        let place = place(&self.book.file, &self.table.sheet.name, row, column);
        let field = key.map(|key| self.words.say(&format!("interview-column-{key}")));
        let args: Vec<(&'static str, String)> =
            args.iter().cloned().chain(field.map(|field| ("field", field))).collect();
        self.read.problems.push(problem(code, level, place, &args, self.words));
    }
}

/// A stored value in the words a person sees.
pub(super) fn shown(key: &str, value: Option<&str>, words: &Words) -> String {
    match (key, value) {
        ("conformity", None) => words.say("conformity-not-assessed"),
        (_, None) => words.say("interview-empty"),
        ("answer", Some(word)) => words.say(&format!("must-answer-{word}")),
        ("conformity", Some(word)) => words.say(&format!("conformity-{word}")),
        ("seen-on", Some(day)) => words.date_short(day),
        (_, Some(text)) => cut(text),
    }
}

/// One problem in words.
pub(super) fn problem(
    code: &str,
    level: Level,
    place: Place,
    args: &[(&'static str, String)],
    words: &Words,
) -> ProblemView {
    let args: Vec<(&str, cairn_words::Value)> =
        args.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
    let message = words.say_with(&format!("interview-problem-{code}"), &args);
    ProblemView { place, code: code.to_owned(), message, level }
}

/// A place in the file.
pub(super) fn place(file: &str, sheet: &str, row: Option<u32>, column: Option<u32>) -> Place {
    Place {
        file: Some(file.to_owned()),
        sheet: (!sheet.is_empty()).then(|| sheet.to_owned()),
        row,
        column: column.map(column_letters),
    }
}

/// A date in its stored form.
pub(super) fn date(text: Option<&str>) -> Option<Date> {
    text.and_then(|text| text.parse().ok())
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(120) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// The row that holds most of our headers, in any sheet, wherever people moved it.
fn find_table<'a>(book: &'a Book, meta: &RoundTrip) -> Option<(&'a Sheet, &'a Row)> {
    let known = |row: &Row| row.cells.iter().filter(|cell| meta.key_of(&cell.text).is_some()).count();
    let candidates =
        book.sheets.iter().flat_map(|sheet| sheet.rows.iter().take(SEARCH_ROWS).map(move |row| (sheet, row)));
    let best = candidates.max_by_key(|(_, row)| (known(row), std::cmp::Reverse(row.number)))?;
    (known(best.1) >= 2).then_some(best)
}

/// Which column holds what; says which are gone, there twice, or not ours.
fn columns(
    file: &str,
    sheet: &Sheet,
    header: &Row,
    meta: &RoundTrip,
    words: &Words,
    problems: &mut Vec<ProblemView>,
) -> HashMap<&'static str, u32> {
    let mut found: HashMap<&'static str, Vec<u32>> = HashMap::new();
    let mut tell = |code: &str, level: Level, column: Option<u32>, name: String| {
        let place = place(file, &sheet.name, Some(header.number), column);
        problems.push(problem(code, level, place, &[("field", name)], words));
    };
    for cell in &header.cells {
        let key = meta.key_of(&cell.text).and_then(|key| COLUMNS.into_iter().find(|known| *known == key));
        match key {
            Some(key) => found.entry(key).or_default().push(cell.column),
            None => tell("column-unknown", Level::Note, Some(cell.column), cut(&cell.text)),
        }
    }
    let mut columns = HashMap::new();
    for key in COLUMNS {
        let name = || words.say(&format!("interview-column-{key}"));
        match found.get(key).map(Vec::as_slice) {
            Some([one]) => {
                columns.insert(key, *one);
            }
            Some(several) => tell("column-twice", Level::Warning, several.get(1).copied(), name()),
            None if key == "code" => tell("id-column-missing", Level::Error, None, name()),
            // What only helps to read may be deleted without loss.
            None if matches!(key, "owner" | "basis" | "evidence") => {}
            None if key == "text" => tell("question-column-missing", Level::Warning, None, name()),
            None => tell("column-missing", Level::Warning, None, name()),
        }
    }
    columns
}
