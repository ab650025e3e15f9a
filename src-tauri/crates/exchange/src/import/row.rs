//! One row: its values, its facts, and what would become of it.

use cairn_domain::system::{self, FIELDS};
use serde_json::{Map, Value};

use super::matching::{Match, RowKeys};
use super::{Existing, Outcome, Policy, ProposedRow, Work};
use crate::difference::{Base, ChangeState, FieldChange, compare};
use crate::mapping::{Assignment, Target};
use crate::problem::ProblemCode;
use crate::round_trip::RowRef;
use crate::sheet::{Cell, Row};
use crate::value;

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
        let found = self.matcher.find(&keys);
        let (outcome, system, changes) = self.decide(row, &reading, found);
        let known = system.and_then(|system| system.values.get("name").cloned());
        let name = match given.or(known) {
            Some(name) => name,
            None => self.stand_in(row, &mut reading, &source_id, made_up),
        };
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
            problems: self.problems.total() - before,
        }
    }

    fn read(&mut self, row: &Row) -> Reading {
        let mut reading = Reading::default();
        let plan = self.plan;
        let status = plan.mapping.column_of("status").and_then(|a| row.cell(a.column.index)).and_then(
            |cell| match self.reading.read(system::field("status")?, cell) {
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
            "code" => cell.text.trim().clone_into(&mut reading.code),
            "source_id" => reading.source_id = Some((cell.text.to_string(), header.clone())),
            _ => {
                let Some(field) = system::field(key) else {
                    return keep(&mut reading.facts, header, &cell.text);
                };
                match self.reading.read(field, cell) {
                    value::Outcome::Value { text, verbatim } => {
                        if !verbatim && !self.own {
                            keep(&mut reading.facts, header, &cell.text);
                        }
                        reading.values.push((field.key, text));
                    }
                    value::Outcome::Blank => keep(&mut reading.facts, header, &cell.text),
                    value::Outcome::Refused(code) => {
                        keep(&mut reading.facts, header, &cell.text);
                        reading.refused.push(field.key);
                        let limit = field.limit.to_string();
                        let args = [("field", field.key), ("text", &*cell.text), ("limit", &limit)];
                        self.problem(code, row.number, Some(cell.column), &args);
                    }
                }
            }
        }
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

    /// What stands in for a missing name: the row's own id, else its first text.
    fn stand_in(&mut self, row: &Row, reading: &mut Reading, source_id: &str, made_up: bool) -> String {
        let first = || row.cells.first().map_or(source_id, |cell| cell.text.trim());
        let text = if made_up { first() } else { source_id };
        let name: String =
            crate::header::normalise(text).chars().filter(|c| !c.is_control()).take(200).collect();
        let column = self.plan.mapping.column_of("name").map(|a| a.column.index);
        self.problem(ProblemCode::NameMissing, row.number, column, &[("name", &name)]);
        reading.values.push(("name", name.clone()));
        name
    }

    fn decide<'s>(
        &mut self,
        row: &Row,
        reading: &Reading,
        found: Match<'s>,
    ) -> (Outcome, Option<&'s Existing>, Vec<FieldChange>) {
        match found {
            Match::New => (Outcome::Create, None, Vec::new()),
            Match::Repeated(first, key) => {
                let args = [("first", &*first.to_string()), ("key", key)];
                self.problem(ProblemCode::DuplicateRow, row.number, None, &args);
                (Outcome::Create, None, Vec::new())
            }
            Match::Ambiguous => {
                let name = reading.value("name").unwrap_or_default();
                self.problem(ProblemCode::AmbiguousName, row.number, None, &[("name", name)]);
                (Outcome::Create, None, Vec::new())
            }
            Match::UnknownCode => {
                self.problem(ProblemCode::UnknownId, row.number, None, &[("code", &reading.code)]);
                (Outcome::Skip, None, Vec::new())
            }
            Match::Found(system, exported) => match self.plan.policy {
                Policy::Skip => (Outcome::Skip, Some(system), Vec::new()),
                Policy::Stop => {
                    self.problem(ProblemCode::AlreadyThere, row.number, None, &[("code", &system.code)]);
                    (Outcome::Stop, Some(system), Vec::new())
                }
                Policy::Update => {
                    let changes = self.changes(row, reading, system, exported);
                    let writes = changes.iter().any(|change| change.state == ChangeState::File)
                        || reading.facts.iter().any(|(key, value)| system.facts.get(key) != Some(value));
                    let outcome = if writes { Outcome::Update } else { Outcome::Unchanged };
                    (outcome, Some(system), changes)
                }
            },
        }
    }

    fn changes(
        &mut self,
        row: &Row,
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
        let mut changes = Vec::new();
        for assignment in &self.plan.mapping.columns {
            let Target::Field(key) = &assignment.target else {
                continue;
            };
            if system::field(key).is_none() || reading.refused.iter().any(|refused| refused == key) {
                continue;
            }
            // A system keeps its name when the file has none.
            if key == "name" && reading.value(key).is_none() {
                continue;
            }
            let current = system.values.get(key).map(String::as_str);
            changes.extend(compare(key, reading.value(key), current, base));
        }
        for change in changes.iter().filter(|change| change.state == ChangeState::Conflict) {
            let column = self.plan.mapping.column_of(&change.field).map(|a| a.column.index);
            let args = [("field", &*change.field), ("code", &system.code)];
            self.problem(ProblemCode::ChangedOnBothSides, row.number, column, &args);
        }
        changes
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
