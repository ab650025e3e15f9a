//! A crosswalk looked up in its two frameworks.

use std::collections::{BTreeSet, HashMap};

use super::{Confidence, Crosswalk, PairOrigin, Relation, Row, Strength};
use crate::framework::{Framework, Requirement};

/// A crosswalk used with a framework that it is not about.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("crosswalk {crosswalk} is about {expected}, not about {found}")]
pub struct CrosswalkMismatch {
    /// Id of the crosswalk.
    pub crosswalk: String,
    /// The framework it names.
    pub expected: String,
    /// The framework given.
    pub found: String,
}

/// One end of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side<'a> {
    /// The framework has the entry.
    Found(&'a Requirement),
    /// An id that the framework does not have; kept as written.
    Unresolved(&'a str),
    /// The row says that there is no counterpart.
    Nothing,
}

/// A row with both ends looked up.
#[derive(Debug, Clone, Copy)]
pub struct BoundRow<'a> {
    /// The row as the file has it.
    pub row: &'a Row,
    /// Its end in the first framework.
    pub from: Side<'a>,
    /// Its end in the second framework.
    pub to: Side<'a>,
}

/// A crosswalk with its frameworks; made by [`Crosswalk::bind`].
#[derive(Debug)]
pub struct BoundCrosswalk<'a> {
    /// The crosswalk.
    pub crosswalk: &'a Crosswalk,
    /// The first framework.
    pub from: &'a Framework,
    /// The second framework.
    pub to: &'a Framework,
    rows: Vec<BoundRow<'a>>,
    by_from: HashMap<usize, Vec<usize>>,
    by_to: HashMap<usize, Vec<usize>>,
}

/// How many assessable entries of one framework have at least one counterpart in the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    /// Assessable entries with at least one counterpart, of any origin.
    pub covered: usize,
    /// Of these, entries with at least one counterpart that is not our own judgement.
    pub covered_by_source: usize,
    /// All assessable entries.
    pub items: usize,
    /// Ids of the entries without any, in the framework's order.
    pub without: Vec<String>,
}

/// What an entry of one framework points to in the other, everything as stated.
#[derive(Debug, Clone, Copy)]
pub struct Projection<'a> {
    /// The counterpart.
    pub counterpart: Side<'a>,
    /// How the entry asked about relates to the counterpart; subset and superset are turned for reading
    /// from the second framework to the first.
    pub relation: Relation,
    /// Strength as stated; absent where none is.
    pub strength: Option<&'a Strength>,
    /// Confidence as stated.
    pub confidence: Option<Confidence>,
    /// Who says so.
    pub origin: PairOrigin,
    /// The source by name.
    pub source: &'a str,
    /// The row itself, in its own direction.
    pub row: &'a Row,
}

impl Crosswalk {
    /// Looks up all ids; ids that a framework does not have stay as [`Side::Unresolved`].
    ///
    /// # Errors
    /// [`CrosswalkMismatch`] when a framework is not the one that the crosswalk names.
    pub fn bind<'a>(
        &'a self,
        from: &'a Framework,
        to: &'a Framework,
    ) -> Result<BoundCrosswalk<'a>, CrosswalkMismatch> {
        for (expected, found) in [(&self.from, &from.id), (&self.to, &to.id)] {
            if expected != found {
                return Err(CrosswalkMismatch {
                    crosswalk: self.id.clone(),
                    expected: expected.clone(),
                    found: found.clone(),
                });
            }
        }
        let mut bound = BoundCrosswalk {
            crosswalk: self,
            from,
            to,
            rows: Vec::with_capacity(self.rows.len()),
            by_from: HashMap::new(),
            by_to: HashMap::new(),
        };
        for (number, row) in self.rows.iter().enumerate() {
            bound.rows.push(BoundRow {
                row,
                from: side(from, row.from.as_deref()),
                to: side(to, row.to.as_deref()),
            });
            for (framework, id, index) in
                [(from, &row.from, &mut bound.by_from), (to, &row.to, &mut bound.by_to)]
            {
                if let Some(place) = id.as_deref().and_then(|id| framework.position(id)) {
                    index.entry(place).or_default().push(number);
                }
            }
        }
        Ok(bound)
    }
}

fn side<'a>(framework: &'a Framework, id: Option<&'a str>) -> Side<'a> {
    match id {
        None => Side::Nothing,
        Some(id) => framework.get(id).map_or(Side::Unresolved(id), Side::Found),
    }
}

impl<'a> Side<'a> {
    /// The id as the framework, or else the row, writes it; none where there is no counterpart.
    #[must_use]
    pub fn id(self) -> Option<&'a str> {
        match self {
            Self::Found(entry) => Some(&entry.id),
            Self::Unresolved(id) => Some(id),
            Self::Nothing => None,
        }
    }

    /// The entry, when the framework has it.
    #[must_use]
    pub fn requirement(self) -> Option<&'a Requirement> {
        match self {
            Self::Found(entry) => Some(entry),
            Self::Unresolved(_) | Self::Nothing => None,
        }
    }
}

impl<'a> BoundCrosswalk<'a> {
    /// All rows in file order.
    #[must_use]
    pub fn rows(&self) -> &[BoundRow<'a>] {
        &self.rows
    }

    /// Rows of which an id is not in its framework.
    pub fn unresolved(&self) -> impl Iterator<Item = &BoundRow<'a>> {
        self.rows
            .iter()
            .filter(|row| [row.from, row.to].iter().any(|side| matches!(side, Side::Unresolved(_))))
    }

    /// What an entry of the first framework points to, `none` rows included; empty when no row names it.
    #[must_use]
    pub fn from_item(&self, id: &str) -> Vec<Projection<'a>> {
        self.named(&self.by_from, self.from.position(id))
            .map(|row| Projection::new(row.row, row.to, row.row.relation))
            .collect()
    }

    /// What an entry of the second framework points to, `none` rows included; empty when no row names it.
    #[must_use]
    pub fn to_item(&self, id: &str) -> Vec<Projection<'a>> {
        self.named(&self.by_to, self.to.position(id))
            .map(|row| Projection::new(row.row, row.from, row.row.relation.reversed()))
            .collect()
    }

    /// Coverage of the first framework by the second.
    #[must_use]
    pub fn coverage_of_from(&self) -> Coverage {
        coverage(self.from, self.rows.iter().map(|row| (row.row, row.from, row.to)))
    }

    /// Coverage of the second framework by the first.
    #[must_use]
    pub fn coverage_of_to(&self) -> Coverage {
        coverage(self.to, self.rows.iter().map(|row| (row.row, row.to, row.from)))
    }

    fn named<'s>(
        &'s self,
        index: &'s HashMap<usize, Vec<usize>>,
        place: Option<usize>,
    ) -> impl Iterator<Item = &'s BoundRow<'a>> {
        let numbers = place.and_then(|place| index.get(&place));
        numbers.into_iter().flatten().filter_map(|number| self.rows.get(*number))
    }
}

impl<'a> Projection<'a> {
    fn new(row: &'a Row, counterpart: Side<'a>, relation: Relation) -> Self {
        Self {
            counterpart,
            relation,
            strength: row.strength.as_ref(),
            confidence: row.confidence,
            origin: row.origin,
            source: &row.source,
            row,
        }
    }
}

/// Counts entries of `framework` whose rows name a counterpart that the other framework has.
fn coverage<'a>(
    framework: &Framework,
    rows: impl Iterator<Item = (&'a Row, Side<'a>, Side<'a>)>,
) -> Coverage {
    let mut any = BTreeSet::new();
    let mut stated = BTreeSet::new();
    for (row, here, there) in rows {
        let (Some(entry), Some(_)) = (here.requirement(), there.requirement()) else { continue };
        if row.relation.is_counterpart() {
            any.insert(entry.id.as_str());
            if row.origin != PairOrigin::Judgement {
                stated.insert(entry.id.as_str());
            }
        }
    }
    let ids: Vec<_> = framework.assessable().map(|entry| entry.id.as_str()).collect();
    let count = |set: &BTreeSet<&str>| ids.iter().filter(|id| set.contains(*id)).count();
    Coverage {
        covered: count(&any),
        covered_by_source: count(&stated),
        items: ids.len(),
        without: ids.iter().filter(|id| !any.contains(*id)).map(|id| (*id).to_owned()).collect(),
    }
}
