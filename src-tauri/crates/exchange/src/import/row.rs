//! One row: its values, its facts, and what would become of it.

use cairn_domain::field::FieldMeta;
use cairn_domain::system::{self, FIELDS};
use serde_json::{Map, Value};

use super::matching::{Match, RowKeys};
use super::parents::{Then, Wish};
use super::{Existing, Outcome, Policy, ProposedRow, Work, outcome_of};
use crate::dates;
use crate::difference::{Base, ChangeState, FieldChange, compare};
use crate::mapping::{Assignment, PARENT, SHOWN, Target};
use crate::problem::ProblemCode;
use crate::round_trip::RowRef;
use crate::sheet::{Cell, CellKind, Row};
use crate::value;

/// Most other rows that a message names.
const ROWS_NAMED: usize = 20;

/// What the cells of a row say.
#[derive(Default)]
struct Reading {
    values: Vec<(&'static str, String)>,
    facts: Map<String, Value>,
    code: String,
    /// Text of the id column, and the header under which it is kept when it does not survive word for word.
    source_id: Option<(String, String)>,
    /// Fields whose cell could not be stored: an update leaves them alone.
    refused: Vec<&'static str>,
}

impl Reading {
    fn value(&self, key: &str) -> Option<&str> {
        self.values.iter().find(|(known, _)| *known == key).map(|(_, text)| text.as_str())
    }
}

impl Work<'_> {
    pub(super) fn propose(&mut self, row: &Row) -> ProposedRow {
        let before = self.problems.total();
        self.skip = false;
        self.then = Then::default();
        let mut reading = self.read(row);
        let made_up = reading.source_id.is_none();
        let (source_id, first) = self.source_id(row, &mut reading);
        if let Some(first) = first.filter(|_| !self.own) {
            let args = [("first", &*first.to_string()), ("key", &source_id)];
            self.problem(ProblemCode::DuplicateRow, row.number, None, &args);
        }
        let given = reading.value("name").map(str::to_owned);
        let keys = RowKeys {
            row: row.number,
            code: &reading.code,
            source_id: &source_id,
            made_up,
            name: given.as_deref(),
        };
        let mut found = self.matcher.find(&keys);
        if matches!(found, Match::UnknownCode)
            && self.fixes.blank(ProblemCode::UnknownId, self.code_column(), &reading.code)
        {
            reading.code.clear();
            found = Match::New;
        }
        self.leave_out_unreasoned(row, &mut reading, &found);
        let (mut outcome, system, mut changes) = self.decide(row, &reading, found);
        let known = system.and_then(|system| system.values.get("name").cloned());
        if let (None, Some(system), Outcome::Update | Outcome::Unchanged) = (&given, system, outcome) {
            self.name_kept(row.number, &reading, system);
        }
        let name = match given.or(known) {
            Some(name) => name,
            None => self.stand_in(row, &mut reading, &source_id, made_up),
        };
        if self.skip {
            self.problems.forget_after(before);
            (outcome, changes) = (Outcome::Skip, Vec::new());
            if let Some(system) = system {
                self.matcher.release(&system.id);
            }
        }
        if let Some(assigned) = self.plan.mapping.column_of(PARENT) {
            let text = row.text(assigned.column.index).to_owned();
            self.wishes.push(Wish { row: row.number, text, then: std::mem::take(&mut self.then) });
        }
        self.only_shown(row, &reading);
        ProposedRow {
            row: row.number,
            outcome,
            target: system.map(|system| system.id.clone()),
            code: system.map(|system| system.code.clone()),
            name,
            source_id,
            values: ordered(reading.values),
            changes,
            facts: reading.facts,
            twin: None,
            problems: self.problems.total() - before,
        }
    }

    /// Takes out statements that need a reason and have none, in the file or in the system. What the system says itself
    /// already is no matter of the file.
    fn leave_out_unreasoned(&mut self, row: &Row, reading: &mut Reading, found: &Match<'_>) {
        let stored = match found {
            Match::Found(system, _) => Some(&system.values),
            _ => None,
        };
        let known = |key: &str| stored.and_then(|values| values.get(key)).map(String::as_str);
        let missing: Vec<_> = system::unreasoned(|key| reading.value(key).or_else(|| known(key))).collect();
        for (field, word, _) in system::REASONED.iter().filter(|(_, _, reason)| missing.contains(reason)) {
            if reading.value(field) != Some(*word) || known(field) == Some(*word) {
                continue;
            }
            let Some(assigned) = self.plan.mapping.column_of(field) else { continue };
            let (column, header) = (assigned.column.index, assigned.column.header.clone());
            let text = row.text(column).to_owned();
            keep(&mut reading.facts, &header, &text);
            reading.values.retain(|(key, _)| key != field);
            reading.refused.push(field);
            if !self.fixes.blank(ProblemCode::ReasonMissing, Some(column), &text) {
                let args = [("field", *field), ("text", &*text)];
                self.problem(ProblemCode::ReasonMissing, row.number, Some(column), &args);
            }
        }
    }

    fn read(&mut self, row: &Row) -> Reading {
        let mut reading = Reading::default();
        let plan = self.plan;
        let status = plan.mapping.column_of("status").and_then(|a| row.cell(a.column.index)).and_then(
            |cell| match self.value(system::field("status")?, cell) {
                value::Outcome::Value { text, .. } => Some(text),
                _ => None,
            },
        );
        for cell in &row.cells {
            let columns = &plan.mapping.columns;
            let found = columns.binary_search_by_key(&cell.column, |a| a.column.index);
            let Some(assignment) = found.ok().and_then(|at| columns.get(at)) else {
                let letters = crate::sheet::column_letters(cell.column);
                reading.facts.insert(letters, Value::String(cell.text.to_string()));
                continue;
            };
            let elsewhere = !assignment.only_status.is_empty()
                && !status.as_ref().is_some_and(|status| assignment.only_status.contains(status));
            match &assignment.target {
                Target::Ignore => {}
                Target::Field(key) if !elsewhere => self.read_cell(row, cell, key, assignment, &mut reading),
                _ => keep(&mut reading.facts, &assignment.column.header, &cell.text),
            }
        }
        reading
    }

    fn read_cell(
        &mut self,
        row: &Row,
        cell: &Cell,
        key: &str,
        assignment: &Assignment,
        reading: &mut Reading,
    ) {
        let header = &assignment.column.header;
        match key {
            "code" if self.foreign_codes => {
                reading.source_id.get_or_insert_with(|| (cell.text.to_string(), header.clone()));
            }
            "code" => {
                let code = self.fixes.taken(cell.column, &cell.text).unwrap_or_else(|| cell.text.trim());
                code.clone_into(&mut reading.code);
            }
            "source_id" => reading.source_id = Some((cell.text.to_string(), header.clone())),
            // Looked at when every row is known.
            PARENT => {}
            // What another workspace said is worth keeping; what this one says is in it.
            key if SHOWN.contains(&key) => {
                if !self.ours {
                    keep(&mut reading.facts, header, &cell.text);
                }
            }
            _ => {
                let Some(field) = system::field(key) else {
                    return keep(&mut reading.facts, header, &cell.text);
                };
                match self.value(field, cell) {
                    value::Outcome::Value { text, .. } if key == "name" && !says_a_name(&text) => {
                        keep(&mut reading.facts, header, &cell.text);
                    }
                    value::Outcome::Value { text, verbatim } => {
                        let taken = self.fixes.taken(cell.column, &cell.text).is_some();
                        if taken || (!verbatim && !self.ours) {
                            keep(&mut reading.facts, header, &cell.text);
                        }
                        reading.values.push((field.key, text));
                    }
                    value::Outcome::Blank => keep(&mut reading.facts, header, &cell.text),
                    value::Outcome::Refused(code) => {
                        keep(&mut reading.facts, header, &cell.text);
                        reading.refused.push(field.key);
                        if self.fixes.blank(code, Some(cell.column), &cell.text) {
                            return;
                        }
                        let limit = field.limit.to_string();
                        let args = [("field", field.key), ("text", &*cell.text), ("limit", &limit)];
                        self.problem(code, row.number, Some(cell.column), &args);
                    }
                }
            }
        }
    }

    /// What a cell says, with what a person decided about it taken over.
    fn value(&self, field: &FieldMeta, cell: &Cell) -> value::Outcome {
        let other = |text: &str| Cell { kind: CellKind::Text, text: text.into(), ..cell.clone() };
        let outcome = match self.fixes.taken(cell.column, &cell.text) {
            Some(value) => self.reading.read(field, &other(value)),
            None => self.reading.read(field, cell),
        };
        let value::Outcome::Refused(code) = outcome else { return outcome };
        if !self.fixes.fit(code, cell.column) {
            return outcome;
        }
        match fitting(code, &cell.text, field.limit).map(|text| self.reading.read(field, &other(&text))) {
            Some(value::Outcome::Value { text, .. }) => value::Outcome::Value { text, verbatim: false },
            Some(other) => other,
            None => outcome,
        }
    }

    /// Tells of a cell that was typed over although it is only shown. It changes nothing.
    fn only_shown(&mut self, row: &Row, reading: &Reading) {
        if !self.own {
            return;
        }
        let shown = self.shown.get(reading.code.as_str()).copied().unwrap_or_default();
        for key in SHOWN {
            let Some(column) = self.plan.mapping.column_of(key).map(|a| a.column.index) else { continue };
            let text = row.text(column).trim();
            if text != shown.trim() && !text.is_empty() {
                let args = [("field", *key), ("text", text), ("shown", shown)];
                self.problem(ProblemCode::OnlyShown, row.number, Some(column), &args);
            }
        }
    }

    fn code_column(&self) -> Option<u32> {
        self.plan.mapping.column_of("code").map(|a| a.column.index)
    }

    /// The id of the row in its source: that of the id column, with the qualifier before it where the file has one;
    /// else made from department and name, so that the same row is found again next time.
    fn source_id(&mut self, row: &Row, reading: &mut Reading) -> (String, Option<u32>) {
        let plain = match &reading.source_id {
            Some((text, _)) => {
                let id = crate::header::normalise(text);
                let qualifier = self.plan.mapping.qualifier.map_or("", |column| row.text(column).trim());
                if qualifier.is_empty() || id.to_lowercase().starts_with(&qualifier.to_lowercase()) {
                    id
                } else {
                    format!("{qualifier}-{id}")
                }
            }
            None => {
                let parts = [reading.value("department"), reading.value("name")];
                let text = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
                if text.is_empty() { format!("row {}", row.number) } else { text }
            }
        };
        let (unique, first) = self.matcher.unique(&plain, row.number);
        if let Some((text, header)) = reading.source_id.take().filter(|(text, _)| *text != unique) {
            keep(&mut reading.facts, &header, &text);
        }
        (unique, first)
    }

    /// What stands in for a missing name: the row's own id, else its first text that is no spreadsheet error.
    fn stand_in(&mut self, row: &Row, reading: &mut Reading, source_id: &str, made_up: bool) -> String {
        let said = |cell: &&Cell| cell.kind != CellKind::Error && says_a_name(&cell.text);
        let first = || row.cells.iter().find(said).map_or(source_id, |cell| cell.text.trim());
        let text = if made_up { first() } else { source_id };
        let name: String =
            crate::header::normalise(text).chars().filter(|c| !c.is_control()).take(200).collect();
        let column = self.plan.mapping.column_of("name").map(|a| a.column.index);
        self.problem(ProblemCode::NameMissing, row.number, column, &[("name", &name)]);
        reading.values.push(("name", name.clone()));
        name
    }

    /// Tells that a system keeps its name where the file has a column of names and none in this row.
    fn name_kept(&mut self, row: u32, reading: &Reading, system: &Existing) {
        let Some(column) = self.plan.mapping.column_of("name").map(|a| a.column.index) else { return };
        if reading.refused.contains(&"name") {
            return;
        }
        let name = system.values.get("name").map_or("", String::as_str);
        let args = [("code", system.code.as_str()), ("name", name)];
        self.problem(ProblemCode::NameKept, row, Some(column), &args);
    }

    fn decide<'s>(
        &mut self,
        row: &Row,
        reading: &Reading,
        found: Match<'s>,
    ) -> (Outcome, Option<&'s Existing>, Vec<FieldChange>) {
        match found {
            Match::New => (Outcome::Create, None, Vec::new()),
            Match::Found(system, _) if self.times(&reading.code) > 1 => {
                self.id_twice(row.number, system, None)
            }
            Match::Repeated(system, first) => self.id_twice(row.number, system, Some(first)),
            Match::Ambiguous => {
                let name = reading.value("name").unwrap_or_default();
                self.problem(ProblemCode::AmbiguousName, row.number, None, &[("name", name)]);
                (Outcome::Create, None, Vec::new())
            }
            Match::UnknownCode => {
                let code = [("code", reading.code.as_str())];
                self.problem(ProblemCode::UnknownId, row.number, self.code_column(), &code);
                (Outcome::Skip, None, Vec::new())
            }
            Match::Found(system, exported) => match self.plan.policy {
                Policy::Skip => (Outcome::Skip, Some(system), Vec::new()),
                Policy::Stop => {
                    self.problem(ProblemCode::AlreadyThere, row.number, None, &[("code", &system.code)]);
                    (Outcome::Stop, Some(system), Vec::new())
                }
                Policy::Update => {
                    if self.moved(row.number, reading.value("name"), system, exported) {
                        return (Outcome::Skip, Some(system), Vec::new());
                    }
                    let changes = self.changes(row.number, reading, system, exported);
                    (outcome_of(&changes, &reading.facts, system), Some(system), changes)
                }
            },
        }
    }

    /// How often a code stands in the column of codes.
    fn times(&self, code: &str) -> usize {
        self.coded.get(code).map_or(0, Vec::len)
    }

    /// Leaves out a row whose code stands in other rows too: which of them is the system, nobody can tell. Where the
    /// code stands once, `first` is the row that was found to be the system by something else.
    fn id_twice<'s>(
        &mut self,
        row: u32,
        system: &'s Existing,
        first: Option<u32>,
    ) -> (Outcome, Option<&'s Existing>, Vec<FieldChange>) {
        let others = self.coded.get(system.code.as_str()).into_iter().flatten();
        let others = others.copied().chain(first).filter(|other| *other != row);
        let others: std::collections::BTreeSet<u32> = others.collect();
        let others: Vec<String> = others.iter().take(ROWS_NAMED).map(u32::to_string).collect();
        let args = [("code", system.code.as_str()), ("rows", &*others.join(", "))];
        self.problem(ProblemCode::IdTwice, row, self.code_column(), &args);
        (Outcome::Skip, Some(system), Vec::new())
    }

    /// Whether ids were moved against the names: the row has the id of one system and the name of another.
    fn moved(&mut self, row: u32, name: Option<&str>, system: &Existing, exported: Option<&RowRef>) -> bool {
        if exported.is_none() || self.fixes.accepts(ProblemCode::IdAndName, row) {
            return false;
        }
        let Some(name) = name else { return false };
        let Some(other) = self.matcher.other_of_name(name, system) else { return false };
        let args = [("code", system.code.as_str()), ("name", name), ("other", other.code.as_str())];
        self.problem(ProblemCode::IdAndName, row, self.code_column(), &args);
        true
    }

    fn changes(
        &mut self,
        row: u32,
        reading: &Reading,
        system: &Existing,
        exported: Option<&RowRef>,
    ) -> Vec<FieldChange> {
        let then = exported
            .filter(|exported| exported.rev != system.rev)
            .and_then(|exported| (self.plan.base)(&exported.id, &exported.rev));
        let base = match (exported, &then) {
            (None, _) => Base::None,
            (Some(exported), _) if exported.rev == system.rev => Base::Current,
            (Some(_), Some(values)) => Base::Values(values),
            (Some(_), None) => Base::Lost,
        };
        self.then = Then::of(base);
        let refused = |key: &str| reading.refused.contains(&key);
        let mut changes = self.compare(&|key| reading.value(key), &refused, system, base);
        for change in &mut changes {
            let conflict = change.state == ChangeState::Conflict;
            match self.fixes.side(row, &change.field, conflict) {
                Some(side) => change.side = side,
                None if conflict => {
                    let column = self.plan.mapping.column_of(&change.field).map(|a| a.column.index);
                    let args = [("field", &*change.field), ("code", &system.code)];
                    self.problem(ProblemCode::ChangedOnBothSides, row, column, &args);
                }
                None => {}
            }
        }
        changes
    }

    /// How the values of a row differ from those of a system.
    pub(super) fn compare<'v>(
        &self,
        value: &dyn Fn(&str) -> Option<&'v str>,
        refused: &dyn Fn(&str) -> bool,
        system: &Existing,
        base: Base<'_>,
    ) -> Vec<FieldChange> {
        let mut changes = Vec::new();
        for assignment in &self.plan.mapping.columns {
            let Target::Field(key) = &assignment.target else {
                continue;
            };
            if system::field(key).is_none() || refused(key) {
                continue;
            }
            // A system keeps its name when the file has none.
            if key == "name" && value(key).is_none() {
                continue;
            }
            let current = system.values.get(key).map(String::as_str);
            changes.extend(compare(key, value(key), current, base));
        }
        changes
    }
}

/// Whether a text can be a name: a dash or another mark that fills a cell is none.
fn says_a_name(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

/// The part of a text that fits its field; none when this problem has no such part.
fn fitting(code: ProblemCode, text: &str, limit: usize) -> Option<String> {
    match code {
        ProblemCode::TextTooLong | ProblemCode::ControlCharacter => {
            let plain = |c: &char| !c.is_control() || matches!(c, '\n' | '\r' | '\t');
            Some(text.trim().chars().filter(plain).take(limit).collect())
        }
        ProblemCode::DateWithoutDay => dates::first_day(text).map(|day| day.to_string()),
        _ => None,
    }
}

fn keep(facts: &mut Map<String, Value>, header: &str, text: &str) {
    facts.insert(header.to_owned(), Value::String(text.to_owned()));
}

/// The values in the order of the form.
fn ordered(mut values: Vec<(&'static str, String)>) -> Vec<(String, String)> {
    values.sort_by_key(|(key, _)| FIELDS.iter().position(|field| field.key == *key));
    values.into_iter().map(|(key, text)| (key.to_owned(), text)).collect()
}
