//! Screening: how deep and how soon a system is looked at before its risks are assessed, by the seven risk sources of
//! ISO/IEC 42001, C.3 (ISO/IEC 23894, B.2 to B.8). It never says anything about the legal tier.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::state::ScreeningLevel;

/// Why the criteria cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CriteriaError {
    /// Not the form of such a file.
    #[error("not readable: {0}")]
    Syntax(String),
    /// Structure and words do not belong together.
    #[error("{0}")]
    Words(String),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    id: String,
    version: String,
    #[serde(rename = "date")]
    _date: String,
    sources: Vec<FileSource>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileSource {
    id: String,
    iso23894: String,
    iso42001: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Overlay {
    id: String,
    version: String,
    #[serde(rename = "language")]
    _language: String,
    sources: BTreeMap<String, Words>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    title: String,
    question: String,
    low: String,
    medium: String,
    high: String,
}

/// A risk source and how it is judged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "ScreeningSource")]
pub struct Source {
    /// Its key.
    pub id: String,
    /// Its id in ISO/IEC 42001, Annex C, for example `C.3.3`.
    pub iso42001: String,
    /// Its id in ISO/IEC 23894, Annex B, for example `B.4`.
    pub iso23894: String,
    /// Title in the standards.
    pub title: String,
    /// What to ask.
    pub question: String,
    /// When it is low.
    pub low: String,
    /// When it is medium.
    pub medium: String,
    /// When it is high.
    pub high: String,
}

/// The sources with their words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Criteria {
    /// Version of the sources.
    pub version: String,
    /// The sources in order.
    pub sources: Vec<Source>,
}

impl Criteria {
    /// Reads the structure and its words.
    ///
    /// # Errors
    /// [`CriteriaError`] when one cannot be read or they do not belong together.
    pub fn parse(structure: &str, words: &str) -> Result<Self, CriteriaError> {
        let syntax = |error: serde_json::Error| CriteriaError::Syntax(error.to_string());
        let file: File = serde_json::from_str(structure).map_err(syntax)?;
        let mut overlay: Overlay = serde_json::from_str(words).map_err(syntax)?;
        if (&file.id, &file.version) != (&overlay.id, &overlay.version) {
            return Err(CriteriaError::Words(format!("words are for {} {}", overlay.id, overlay.version)));
        }
        let mut sources = Vec::new();
        for FileSource { id, iso23894, iso42001 } in file.sources {
            let words = overlay.sources.remove(&id);
            let Words { title, question, low, medium, high } =
                words.ok_or_else(|| CriteriaError::Words(format!("no words for {id}")))?;
            sources.push(Source { id, iso42001, iso23894, title, question, low, medium, high });
        }
        if let Some(id) = overlay.sources.keys().next() {
            return Err(CriteriaError::Words(format!("words for unknown {id}")));
        }
        Ok(Self { version: file.version, sources })
    }

    /// Keys of sources that have no answer, and keys of answers that belong to no source.
    #[must_use]
    pub fn problems(&self, answers: &BTreeMap<String, ScreeningLevel>) -> BTreeSet<String> {
        let known: BTreeSet<&String> = self.sources.iter().map(|source| &source.id).collect();
        let given: BTreeSet<&String> = answers.keys().collect();
        known.symmetric_difference(&given).map(|key| (*key).clone()).collect()
    }
}

/// What the organisation sets: from how many sources on a level holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "ScreeningThresholds")]
pub struct Thresholds {
    /// Sources judged high from which the level is high; 1 to 7.
    pub high: u8,
    /// Sources judged medium or high from which the level is at least medium; 1 to 7.
    pub medium: u8,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { high: 2, medium: 2 }
    }
}

impl Thresholds {
    /// Whether both are in range.
    #[must_use]
    pub fn valid(self) -> bool {
        (1..=7).contains(&self.high) && (1..=7).contains(&self.medium)
    }

    /// The level that answers come to. One high source alone is never less than medium.
    #[must_use]
    pub fn level(self, answers: &BTreeMap<String, ScreeningLevel>) -> ScreeningLevel {
        let count = |from: ScreeningLevel| answers.values().filter(|level| **level >= from).count();
        let (high, raised) = (count(ScreeningLevel::High), count(ScreeningLevel::Medium));
        if high >= usize::from(self.high) {
            ScreeningLevel::High
        } else if high > 0 || raised >= usize::from(self.medium) {
            ScreeningLevel::Medium
        } else {
            ScreeningLevel::Low
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const STRUCTURE: &str =
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../assets/screening/criteria.json"));
    const WORDS: &str =
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../assets/screening/criteria.en.json"));

    fn answers(levels: &[ScreeningLevel]) -> BTreeMap<String, ScreeningLevel> {
        levels.iter().enumerate().map(|(at, level)| (at.to_string(), *level)).collect()
    }

    #[test]
    fn the_shipped_criteria_hold_the_seven_sources_of_both_standards() {
        let criteria = Criteria::parse(STRUCTURE, WORDS).unwrap();
        let ids: Vec<&str> = criteria.sources.iter().map(|source| source.iso23894.as_str()).collect();
        assert_eq!(ids, ["B.2", "B.3", "B.4", "B.5", "B.6", "B.7", "B.8"]);
        let ids: Vec<&str> = criteria.sources.iter().map(|source| source.iso42001.as_str()).collect();
        assert_eq!(ids, ["C.3.1", "C.3.2", "C.3.3", "C.3.4", "C.3.5", "C.3.6", "C.3.7"]);
    }

    #[test]
    fn words_that_do_not_fit_are_refused() {
        assert!(Criteria::parse("{", WORDS).is_err());
        assert!(Criteria::parse(STRUCTURE, &WORDS.replace("\"readiness\"", "\"other\"")).is_err());
        assert!(Criteria::parse(STRUCTURE, &WORDS.replace("1.0.0", "1.0.1")).is_err());
    }

    #[test]
    fn levels_follow_the_thresholds() {
        use ScreeningLevel::{High, Low, Medium};
        let usual = Thresholds::default();
        assert_eq!(usual.level(&answers(&[Low, Low, Low])), Low);
        assert_eq!(usual.level(&answers(&[Low, Medium, Low])), Low);
        assert_eq!(usual.level(&answers(&[Medium, Medium, Low])), Medium);
        assert_eq!(usual.level(&answers(&[High, Low, Low])), Medium);
        assert_eq!(usual.level(&answers(&[High, High, Low])), High);
        assert_eq!(Thresholds { high: 1, medium: 7 }.level(&answers(&[High, Low])), High);
        assert!(!Thresholds { high: 0, medium: 2 }.valid() && !Thresholds { high: 8, medium: 2 }.valid());
    }

    proptest! {
        #[test]
        fn raising_one_source_never_lowers_the_level(
            levels in prop::collection::vec(0usize..3, 7), at in 0usize..7, high in 1u8..8, medium in 1u8..8,
        ) {
            let of = |numbers: &[usize]| {
                answers(&numbers.iter().map(|at| ScreeningLevel::ALL[*at]).collect::<Vec<_>>())
            };
            let thresholds = Thresholds { high, medium };
            let mut raised = levels.clone();
            raised[at] = 2;
            prop_assert!(thresholds.level(&of(&raised)) >= thresholds.level(&of(&levels)));
        }
    }
}
