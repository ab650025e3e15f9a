//! What each row is a part of. A row may name a system that is there or another row of the file, so this is known only
//! when every row is.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use cairn_domain::system::in_circle;
use serde_json::Value;

use super::{Existing, Outcome, ProposedRow, Work, outcome_of};
use crate::difference::{Base, ChangeState, Values, compare};
use crate::fix::Side;
use crate::header::normalise;
use crate::mapping::PARENT;
use crate::problem::ProblemCode;

/// What stands before the number of a row whose system is only made by the import.
const ROW: &str = "row:";

/// The number of the row that a value of [`PARENT`] names, where its system is only made by the import.
#[must_use]
pub fn row_of(value: &str) -> Option<u32> {
    value.strip_prefix(ROW)?.parse().ok()
}

/// What is known of the whole that a system was a part of when the file was written.
#[derive(Debug, Clone, Default)]
pub(super) enum Then {
    /// The file is no export of ours.
    #[default]
    Unknown,
    /// As today: nothing changed since.
    Now,
    /// This one, or none.
    Was(Option<String>),
    /// The state cannot be found.
    Lost,
}

impl Then {
    pub(super) fn of(base: Base<'_>) -> Self {
        match base {
            Base::None => Self::Unknown,
            Base::Current => Self::Now,
            Base::Values(values) => Self::Was(values.get(PARENT).cloned()),
            Base::Lost => Self::Lost,
        }
    }
}

/// What the cell of a row says.
pub(super) struct Wish {
    /// Number of the row.
    pub row: u32,
    /// Text of the cell.
    pub text: String,
    /// What it was a part of when the file was written.
    pub then: Then,
}

/// Systems and rows by the names a cell may give them; a name that several have leads to none.
#[derive(Default)]
struct Places {
    by_code: HashMap<String, String>,
    by_name: HashMap<String, Option<String>>,
}

impl Places {
    fn new(work: &Work<'_>, rows: &[ProposedRow]) -> Self {
        let mut places = Self::default();
        for system in work.plan.existing {
            // Codes of an export of another workspace are not ours.
            if !work.foreign_codes {
                places.by_code.insert(system.code.clone(), system.id.clone());
            }
            places.name(system.values.get("name").map_or("", String::as_str), &system.id);
        }
        for row in rows.iter().filter(|row| row.outcome != Outcome::Skip) {
            let node = node(row);
            if row.target.is_none() {
                places.name(&row.name, &node);
            }
            if work.foreign_codes {
                places.by_code.insert(row.source_id.clone(), node);
            }
        }
        places
    }

    fn name(&mut self, name: &str, node: &str) {
        if !name.trim().is_empty() {
            let known = self.by_name.entry(folded(name)).or_insert_with(|| Some(node.to_owned()));
            if known.as_deref() != Some(node) {
                *known = None;
            }
        }
    }

    /// The one that a text names: by its name, or by the code it begins with.
    fn find(&self, text: &str) -> Option<String> {
        let code = text.split_whitespace().next().unwrap_or_default();
        let by_code = || self.by_code.get(code).cloned();
        // The sheet shows code and name: the code leads also where the system was renamed since.
        by_code().or_else(|| self.by_name.get(&folded(text)).cloned().flatten())
    }

    /// What a cell names; the problem when that is none or more than one.
    fn read(&self, text: &str) -> Result<Option<String>, ProblemCode> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(None);
        }
        let parts = || text.split([',', ';', '\n']).map(str::trim).filter(|part| !part.is_empty());
        let found: BTreeSet<String> = parts().filter_map(|part| self.find(part)).collect();
        if found.len() > 1 {
            return Err(ProblemCode::SeveralParents);
        }
        self.find(text).or_else(|| found.into_iter().next()).map(Some).ok_or(ProblemCode::UnknownParent)
    }
}

/// What a row is, among systems and rows.
fn node(row: &ProposedRow) -> String {
    row.target.clone().unwrap_or_else(|| format!("{ROW}{}", row.row))
}

fn folded(name: &str) -> String {
    normalise(name).to_lowercase()
}

impl<'a> Work<'a> {
    /// Says of each row what it becomes a part of. Whatever cannot be is told and leaves the system where it is.
    pub(super) fn place_parts(&mut self, rows: &mut [ProposedRow], wishes: Vec<Wish>) {
        let Some(column) = self.plan.mapping.column_of(PARENT).map(|a| a.column.index) else { return };
        let existing: HashMap<&str, &'a Existing> =
            self.plan.existing.iter().map(|system| (system.id.as_str(), system)).collect();
        let places = Places::new(self, rows);
        let at: HashMap<u32, usize> = rows.iter().enumerate().map(|(at, row)| (row.row, at)).collect();
        let mut placed: Vec<(usize, Wish)> = Vec::new();
        for wish in wishes {
            let Some((at, row)) = at.get(&wish.row).and_then(|at| Some((*at, rows.get_mut(*at)?))) else {
                continue;
            };
            if matches!(row.outcome, Outcome::Skip | Outcome::Stop) {
                continue;
            }
            let text = self.fixes.taken(column, &wish.text).unwrap_or(&wish.text).to_owned();
            match places.read(&text) {
                Ok(parent) => {
                    let system = row.target.as_deref().and_then(|id| existing.get(id).copied());
                    self.place(row, parent.as_deref(), &wish.then, (column, system));
                    placed.push((at, wish));
                }
                Err(code) => self.not_placed(row, code, column, &wish.text),
            }
        }
        self.refuse_impossible(rows, &placed, column, &existing);
    }

    /// Proposes the whole of a row: a value of a new system, a change of one that is there.
    fn place(
        &mut self,
        row: &mut ProposedRow,
        parent: Option<&str>,
        then: &Then,
        (column, system): (u32, Option<&'a Existing>),
    ) {
        let Some(system) = system else {
            row.values.extend(parent.map(|parent| (PARENT.to_owned(), parent.to_owned())));
            return;
        };
        let before: Values;
        let base = match then {
            Then::Unknown => Base::None,
            Then::Now => Base::Current,
            Then::Lost => Base::Lost,
            Then::Was(was) => {
                before = was.iter().map(|was| (PARENT.to_owned(), was.clone())).collect();
                Base::Values(&before)
            }
        };
        let current = system.values.get(PARENT).map(String::as_str);
        let Some(mut change) = compare(PARENT, parent, current, base) else { return };
        let conflict = change.state == ChangeState::Conflict;
        match self.fixes.side(row.row, PARENT, conflict) {
            Some(side) => change.side = side,
            None if conflict => {
                let args = [("field", PARENT), ("code", system.code.as_str())];
                self.problem(ProblemCode::ChangedOnBothSides, row.row, Some(column), &args);
                row.problems += 1;
            }
            None => {}
        }
        row.changes.push(change);
        row.outcome = outcome_of(&row.changes, &row.facts, system);
    }

    /// Takes back what leads to a row that is left out, or into a circle, until nothing does.
    fn refuse_impossible(
        &mut self,
        rows: &mut [ProposedRow],
        placed: &[(usize, Wish)],
        column: u32,
        existing: &HashMap<&str, &'a Existing>,
    ) {
        loop {
            let mut parents: BTreeMap<String, String> = existing
                .values()
                .filter_map(|system| Some((system.id.clone(), system.values.get(PARENT)?.clone())))
                .collect();
            for row in rows.iter() {
                match wanted(row) {
                    Some(Some(parent)) => parents.insert(node(row), parent.to_owned()),
                    Some(None) => parents.remove(&node(row)),
                    None => None,
                };
            }
            let made: BTreeSet<String> =
                rows.iter().filter(|row| row.outcome == Outcome::Create).map(node).collect();
            let nodes: BTreeMap<&str, &str> =
                parents.iter().map(|(part, whole)| (part.as_str(), whole.as_str())).collect();
            let mut refused = Vec::new();
            for (at, wish) in placed {
                let Some(row) = rows.get(*at) else { continue };
                let Some(Some(parent)) = wanted(row) else { continue };
                if row_of(parent).is_some() && !made.contains(parent) {
                    refused.push((*at, wish, ProblemCode::UnknownParent));
                } else if in_circle(node(row).as_str(), &nodes) {
                    refused.push((*at, wish, ProblemCode::PartOfItself));
                }
            }
            if refused.is_empty() {
                return;
            }
            for (at, wish, code) in refused {
                if let Some(row) = rows.get_mut(at) {
                    row.values.retain(|(key, _)| key != PARENT);
                    row.changes.retain(|change| change.field != PARENT);
                    self.not_placed(row, code, column, &wish.text);
                    let system = row.target.as_deref().and_then(|id| existing.get(id));
                    if let Some(system) = system.filter(|_| row.outcome != Outcome::Skip) {
                        row.outcome = outcome_of(&row.changes, &row.facts, system);
                    }
                }
            }
        }
    }

    /// Tells that a cell names no possible whole. Its text is kept as an imported fact, unless a person decided to leave
    /// it blank or to leave the row out.
    fn not_placed(&mut self, row: &mut ProposedRow, code: ProblemCode, column: u32, text: &str) {
        if self.fixes.blank(code, Some(column), text) {
            return;
        }
        let before = self.problems.total();
        self.skip = false;
        self.problem(code, row.row, Some(column), &[("field", PARENT), ("text", text)]);
        if self.skip {
            self.problems.forget_after(before);
            row.outcome = Outcome::Skip;
            row.changes.clear();
            return;
        }
        row.problems += self.problems.total() - before;
        if let Some(assigned) = self.plan.mapping.column_of(PARENT) {
            row.facts.insert(assigned.column.header.clone(), Value::String(text.to_owned()));
            if row.outcome == Outcome::Unchanged {
                row.outcome = Outcome::Update;
            }
        }
    }
}

/// What a row makes its system a part of: `Some(None)` makes it stand by itself, none leaves it where it is.
fn wanted(row: &ProposedRow) -> Option<Option<&str>> {
    match row.outcome {
        Outcome::Create => {
            row.values.iter().find(|(key, _)| key == PARENT).map(|(_, parent)| Some(parent.as_str()))
        }
        Outcome::Update | Outcome::Unchanged => row
            .changes
            .iter()
            .find(|change| change.field == PARENT && change.side == Side::File)
            .map(|change| change.file.as_deref()),
        Outcome::Skip | Outcome::Stop => None,
    }
}
