//! Rows that are probably a system which is there already, or the same system as an earlier row: close in name, or
//! the same product in the same department.

use std::collections::{BTreeSet, HashMap};

use super::{Existing, Likely, Outcome, ProposedRow, Work, outcome_of};
use crate::Watch;
use crate::difference::{Base, Values};
use crate::fix::{Side, Twin};
use crate::lexicon::words;
use crate::problem::{ExchangeError, ProblemCode};

/// How alike two names must be, from 0 to 1.
const NEAR: f64 = 0.9;
/// Shorter names are only the same when they are equal: one letter makes another name of them.
const SHORTEST: usize = 6;
/// Most entries that share a word and are looked at; words that more of them have tell nothing apart.
const CROWD: usize = 60;

/// What is compared of a system or a row.
struct Face {
    /// The words of the name, in order.
    name: String,
    /// The words of the name as a set: word order and repeats do not matter.
    words: BTreeSet<String>,
    /// Words of the name with a digit: “phase 1” is not “phase 2”.
    numbers: BTreeSet<String>,
    supplier: String,
    model: String,
    model_version: String,
    department: String,
}

impl Face {
    fn of<'v>(name: &str, value: impl Fn(&str) -> Option<&'v str>) -> Self {
        let parts = words(name);
        let folded = |key: &str| value(key).map_or_else(String::new, |text| words(text).join(" "));
        Self {
            name: parts.join(" "),
            numbers: parts.iter().filter(|word| word.chars().any(|c| c.is_ascii_digit())).cloned().collect(),
            words: parts.into_iter().collect(),
            supplier: folded("supplier"),
            model: folded("model"),
            model_version: folded("model_version"),
            department: folded("department"),
        }
    }

    /// Why the two are probably one.
    fn alike(&self, other: &Self) -> Option<&'static str> {
        if apart(&self.supplier, &other.supplier)
            || apart(&self.department, &other.department)
            || apart(&self.model_version, &other.model_version)
            || self.numbers != other.numbers
        {
            return None;
        }
        let near = || {
            self.name.chars().count().min(other.name.chars().count()) >= SHORTEST
                && strsim::normalized_damerau_levenshtein(&self.name, &other.name) >= NEAR
        };
        if !self.words.is_empty() && (self.words == other.words || near()) {
            return Some("name");
        }
        let product = !self.supplier.is_empty()
            && self.supplier == other.supplier
            && !self.model.is_empty()
            && self.model == other.model
            && self.words.intersection(&other.words).any(|word| word.chars().count() >= 4);
        product.then_some("product")
    }
}

/// Both say something, and not the same.
fn apart(one: &str, other: &str) -> bool {
    !one.is_empty() && !other.is_empty() && one != other
}

/// Where a face comes from.
#[derive(Clone, Copy)]
enum Place<'a> {
    System(&'a Existing),
    /// A row of the file: its number and its place in the list.
    Row(u32, usize),
}

/// Faces by the words of their names.
#[derive(Default)]
struct Crowd<'a> {
    faces: Vec<(Face, Place<'a>)>,
    by_word: HashMap<String, Vec<usize>>,
}

impl<'a> Crowd<'a> {
    fn add(&mut self, face: Face, place: Place<'a>) {
        let at = self.faces.len();
        for word in &face.words {
            self.by_word.entry(word.clone()).or_default().push(at);
        }
        self.faces.push((face, place));
    }

    /// The first that is probably the same, and why.
    fn find(&self, face: &Face) -> Option<(Place<'a>, &'static str)> {
        let mut lists: Vec<&Vec<usize>> =
            face.words.iter().filter_map(|word| self.by_word.get(word)).collect();
        // The rarest words tell most; common ones are looked at only as far as it costs nothing.
        lists.sort_by_key(|list| list.len());
        let mut near: Vec<usize> =
            lists.iter().take(3).flat_map(|list| list.iter().rev().take(CROWD)).copied().collect();
        near.sort_unstable();
        near.dedup();
        near.into_iter().find_map(|at| {
            let (other, place) = self.faces.get(at)?;
            face.alike(other).map(|reason| (*place, reason))
        })
    }
}

impl<'a> Work<'a> {
    /// Looks for likely duplicates among the rows that would become new systems, and does what a person decided.
    pub(super) fn find_twins(
        &mut self,
        rows: &mut [ProposedRow],
        watch: &Watch<'_>,
    ) -> Result<(), ExchangeError> {
        let plan = self.plan;
        let mut crowd: Crowd<'a> = Crowd::default();
        for system in plan.existing {
            let name = system.values.get("name").map_or("", String::as_str);
            let value = |key: &str| system.values.get(key).map(String::as_str);
            crowd.add(Face::of(name, value), Place::System(system));
        }
        let total = rows.len() as u64;
        for at in 0..rows.len() {
            if at.is_multiple_of(256) {
                watch.step(total, total)?;
            }
            let (earlier, rest) = rows.split_at_mut(at);
            let Some(row) = rest.first_mut().filter(|row| row.outcome == Outcome::Create) else { continue };
            let values: Values = row.values.iter().cloned().collect();
            let face = Face::of(&row.name, |key| values.get(key).map(String::as_str));
            match crowd.find(&face).filter(|_| !self.named.contains(&row.row)) {
                Some((Place::System(system), reason)) => self.like_system(row, system, reason),
                Some((Place::Row(number, other), reason)) => {
                    let name = earlier.get(other).map_or("", |row| row.name.as_str());
                    self.like_row(row, number, name, reason);
                }
                None => {}
            }
            if row.outcome == Outcome::Create {
                crowd.add(face, Place::Row(row.row, at));
            }
        }
        Ok(())
    }

    fn like_system(&mut self, row: &mut ProposedRow, system: &'a Existing, reason: &'static str) {
        let free = !self.matcher.is_claimed(&system.id);
        let name = system.values.get("name").cloned().unwrap_or_default();
        let code = Some(system.code.clone());
        row.twin = Some(Likely { code, row: None, name, can_update: free });
        match self.fixes.twin(row.row) {
            Some(Twin::Create) => {}
            Some(Twin::Skip) => row.outcome = Outcome::Skip,
            Some(Twin::Update) if free => self.take_over(row, system),
            _ => self.suspect(row, reason),
        }
    }

    fn like_row(&mut self, row: &mut ProposedRow, number: u32, name: &str, reason: &'static str) {
        let name = name.to_owned();
        row.twin = Some(Likely { code: None, row: Some(number), name, can_update: false });
        match self.fixes.twin(row.row) {
            Some(Twin::Create) => {}
            Some(Twin::Skip) => row.outcome = Outcome::Skip,
            _ => self.suspect(row, reason),
        }
    }

    /// The system takes over the values of the row; its name stays, since that is how people know it.
    fn take_over(&mut self, row: &mut ProposedRow, system: &'a Existing) {
        let values: HashMap<&str, &str> =
            row.values.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
        let value = |key: &str| values.get(key).copied().filter(|_| key != "name");
        let mut changes = self.compare(&value, &|_| false, system, Base::None);
        for change in &mut changes {
            change.side = self.fixes.side(row.row, &change.field, false).unwrap_or(Side::File);
        }
        self.matcher.claim(system, row.row);
        row.outcome = outcome_of(&changes, &row.facts, system);
        (row.target, row.code, row.changes) = (Some(system.id.clone()), Some(system.code.clone()), changes);
    }

    fn suspect(&mut self, row: &mut ProposedRow, reason: &'static str) {
        let Some(twin) = &row.twin else { return };
        let (there, other) = match (&twin.code, twin.row) {
            (Some(code), _) => ("system", code.clone()),
            (None, number) => ("row", number.unwrap_or_default().to_string()),
        };
        let args = [
            ("name", row.name.as_str()),
            ("reason", reason),
            ("there", there),
            ("other", &other),
            ("title", &twin.name),
        ];
        self.problem(ProblemCode::LikelyDuplicate, row.row, None, &args);
        row.problems += 1;
    }
}
