//! References to requirements of any framework, and the natural order of their ids.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::words;

words! {
    /// On what a must-item rests.
    Basis = "basis" {
        /// The standard asks for it.
        Requirement = "requirement",
        /// Auditors expect it; the text does not ask.
        GoodPractice = "good-practice",
        /// A law asks for it, named by the item's reference.
        Law = "law",
    }
}

/// A reference such as `iso42001:A.6.2.4`: framework id, colon, the framework's own id.
///
/// Kept as text in the file and never as a foreign key: the packs may change, the reference may not.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct RequirementRef {
    /// The framework, for example `iso42001`.
    pub framework: String,
    /// The framework's own id, for example `A.6.2.4`, `GOVERN 1.1` or `Art. 9`.
    pub id: String,
}

/// Text that is not `framework:id`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a requirement reference (framework:id)")]
pub struct RequirementError(pub String);

impl RequirementRef {
    /// A reference from its two parts.
    #[must_use]
    pub fn new(framework: impl Into<String>, id: impl Into<String>) -> Self {
        Self { framework: framework.into(), id: id.into() }
    }
}

impl FromStr for RequirementRef {
    type Err = RequirementError;

    fn from_str(value: &str) -> Result<Self, Self::Err> {
        match value.split_once(':') {
            Some((framework, id)) if !framework.is_empty() && !id.trim().is_empty() => {
                Ok(Self::new(framework, id))
            }
            _ => Err(RequirementError(value.to_owned())),
        }
    }
}

impl TryFrom<String> for RequirementRef {
    type Error = RequirementError;
    fn try_from(value: String) -> Result<Self, Self::Error> {
        value.parse()
    }
}

impl From<RequirementRef> for String {
    fn from(value: RequirementRef) -> Self {
        value.to_string()
    }
}

impl fmt::Display for RequirementRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.framework, self.id)
    }
}

impl Ord for RequirementRef {
    fn cmp(&self, other: &Self) -> Ordering {
        self.framework.cmp(&other.framework).then_with(|| natural(&self.id, &other.id))
    }
}

impl PartialOrd for RequirementRef {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Compares ids as people number them: 4.2 before 4.10, clauses before `A.`, digits by value.
#[must_use]
pub fn natural(a: &str, b: &str) -> Ordering {
    let (mut left, mut right) = (a, b);
    loop {
        match (next_piece(left), next_piece(right)) {
            (None, None) => return a.cmp(b),
            (None, Some(_)) => return Ordering::Less,
            (Some(_), None) => return Ordering::Greater,
            (Some((x, rest_x)), Some((y, rest_y))) => {
                let order = compare_pieces(x, y);
                if order != Ordering::Equal {
                    return order;
                }
                (left, right) = (rest_x, rest_y);
            }
        }
    }
}

/// Splits off a run of digits or a run of anything else.
fn next_piece(text: &str) -> Option<(&str, &str)> {
    let first = text.chars().next()?;
    let end = text
        .char_indices()
        .find(|(_, c)| c.is_ascii_digit() != first.is_ascii_digit())
        .map_or(text.len(), |(index, _)| index);
    Some(text.split_at(end))
}

fn compare_pieces(x: &str, y: &str) -> Ordering {
    let digits = |s: &str| s.starts_with(|c: char| c.is_ascii_digit());
    if digits(x) && digits(y) {
        let (x, y) = (x.trim_start_matches('0'), y.trim_start_matches('0'));
        x.len().cmp(&y.len()).then_with(|| x.cmp(y))
    } else {
        x.cmp(y)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_sort_as_people_number_them() {
        let mut ids = vec!["A.10.2", "10.1", "A.2.2", "4.10", "4.2", "A.6.2.11", "A.6.2.4", "4.1", "9.2.1"];
        ids.sort_by(|a, b| natural(a, b));
        assert_eq!(ids, ["4.1", "4.2", "4.10", "9.2.1", "10.1", "A.2.2", "A.6.2.4", "A.6.2.11", "A.10.2"]);
    }

    #[test]
    fn a_reference_keeps_spaces_and_dots_of_the_framework() {
        let reference: RequirementRef = "nist-ai-rmf:GOVERN 1.1".parse().unwrap();
        assert_eq!((reference.framework.as_str(), reference.id.as_str()), ("nist-ai-rmf", "GOVERN 1.1"));
        assert_eq!(reference.to_string(), "nist-ai-rmf:GOVERN 1.1");
        assert!("A.6.2.4".parse::<RequirementRef>().is_err());
        assert!("iso42001: ".parse::<RequirementRef>().is_err());
    }
}
