//! Crosswalks: which entries of one framework belong to which of another, as a named source states it.
//!
//! Nothing is inferred: relation, strength, confidence and origin stay as stated, an absent strength stays
//! absent, and ids that a framework does not have are kept and marked.

mod bound;
mod reach;
#[cfg(test)]
mod tests;

use std::collections::HashSet;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::framework::{PackError, PackProblem, folded, require};
pub use crate::gap::Confidence;
use crate::time::Date;
use crate::words;
pub use bound::{BoundCrosswalk, BoundRow, Coverage, CrosswalkMismatch, Projection, Side};
pub use reach::{Hop, Way, chained, ways};

words! {
    /// How two entries relate, read from the first to the second (words of NIST IR 8477 where a source states one).
    Relation = "relation" {
        /// The same words in both.
        Equal = "equal",
        /// Different words, the same meaning.
        Equivalent = "equivalent",
        /// The first asks for part of the second.
        Subset = "subset",
        /// The first asks for all of the second and more.
        Superset = "superset",
        /// Each has a part that the other lacks.
        Intersects = "intersects",
        /// A source states that they have nothing in common.
        NotRelated = "not-related",
        /// A candidate to look at; the source states no more.
        Related = "related",
        /// The entry has no counterpart.
        None = "none",
    }
}

words! {
    /// Who says that two entries belong together.
    PairOrigin = "origin" {
        /// The pair is printed in the named source.
        Published = "published",
        /// Both documents print the same title.
        TitleIdentity = "title-identity",
        /// Our own expert view.
        Judgement = "judgement",
    }
}

/// How strong a source calls the tie, on the source's own scale; never converted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Strength {
    /// A number of the source's scale.
    Number(serde_json::Number),
    /// A word of the source's scale.
    Word(String),
}

/// One row as the file has it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// Id in the first framework; none when the second entry has no counterpart.
    pub from: Option<String>,
    /// Id in the second framework; none when the first entry has no counterpart.
    pub to: Option<String>,
    /// How they relate, read from `from` to `to`.
    pub relation: Relation,
    /// Who says so.
    pub origin: PairOrigin,
    /// The source by name.
    pub source: String,
    /// How sure the source, or we, are.
    pub confidence: Option<Confidence>,
    /// Strength as stated; absent where the source states none.
    pub strength: Option<Strength>,
    /// A remark to the row.
    pub note: Option<String>,
    /// The id that the source prints where it differs from `from`, for example `B.6.2.4`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published_as: Option<String>,
}

/// A crosswalk as its file has it, checked within itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Crosswalk {
    /// Id, `<from>__<to>`.
    pub id: String,
    /// Version of the pack.
    pub version: String,
    /// State of the pack.
    pub date: Date,
    /// Title, both frameworks named.
    pub title: String,
    /// Id of the first framework.
    pub from: String,
    /// Id of the second framework.
    pub to: String,
    /// Short citations of the sources.
    #[serde(default)]
    pub sources: Vec<String>,
    /// What a reader must know before using the rows.
    #[serde(default)]
    pub notes: Vec<String>,
    /// The rows in file order.
    pub rows: Vec<Row>,
}

impl Crosswalk {
    /// Reads a crosswalk; ids are not looked up here, see [`Crosswalk::bind`].
    ///
    /// # Errors
    /// [`PackError`] names every problem: broken JSON, unknown keys, a row without ids, `none` with two ids or
    /// another relation with one, a row without a source, the same pair of one source twice.
    pub fn parse(text: &str) -> Result<Self, PackError> {
        let crosswalk: Self =
            serde_json::from_str(text).map_err(|error| PackError::unreadable("crosswalk", &error))?;
        let problems = crosswalk.problems();
        if problems.is_empty() { Ok(crosswalk) } else { Err(PackError { pack: crosswalk.id, problems }) }
    }

    fn problems(&self) -> Vec<PackProblem> {
        let mut problems = Vec::new();
        for (name, value) in [
            ("id", &self.id),
            ("version", &self.version),
            ("title", &self.title),
            ("from", &self.from),
            ("to", &self.to),
        ] {
            require(value, || name.to_owned(), &mut problems);
        }
        if self.rows.is_empty() {
            problems.push(PackProblem::Empty { place: "rows".to_owned() });
        }
        let mut seen = HashSet::new();
        for row in &self.rows {
            row.check(&mut problems);
            let key = (row.from.as_deref().map(folded), row.to.as_deref().map(folded), &row.source);
            if !seen.insert(key) {
                problems.push(PackProblem::Duplicate { place: format!("row {row}") });
            }
        }
        problems
    }
}

impl Row {
    fn check(&self, problems: &mut Vec<PackProblem>) {
        require(&self.source, || format!("row {self}/source"), problems);
        for id in [&self.from, &self.to].into_iter().flatten() {
            require(id, || format!("row {self}/id"), problems);
        }
        let detail = match (&self.from, &self.to, self.relation) {
            (None, None, _) => "names no entry on either side",
            (Some(_), Some(_), Relation::None) => "says none, yet names both sides",
            (None, _, relation) | (_, None, relation) if relation != Relation::None => {
                "names one side only, yet the relation is not none"
            }
            _ => return,
        };
        problems.push(PackProblem::Contradiction { place: format!("row {self}"), detail: detail.to_owned() });
    }
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = |id: &'_ Option<String>| id.clone().unwrap_or_else(|| "none".to_owned());
        write!(f, "{} | {}", name(&self.from), name(&self.to))
    }
}

impl fmt::Display for Strength {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => write!(f, "{number}"),
            Self::Word(word) => f.write_str(word),
        }
    }
}

impl Relation {
    /// The same relation read from the second entry to the first.
    #[must_use]
    pub const fn reversed(self) -> Self {
        match self {
            Self::Subset => Self::Superset,
            Self::Superset => Self::Subset,
            other => other,
        }
    }

    /// Whether the row names a counterpart to look at.
    #[must_use]
    pub const fn is_counterpart(self) -> bool {
        !matches!(self, Self::None | Self::NotRelated)
    }
}
