//! One requirement as the library shows it, and finding requirements by words. No open workspace is needed.

use cairn_domain::framework::{Framework, Requirement, RequirementKind};
use serde::{Deserialize, Serialize};

use crate::error::{AppError, AppResult, Code};
use crate::framework::{self, CrosswalkPair, FrameworkSummary, RequirementView};
use crate::host::Host;
use crate::pack::{ISO_42001, Library, library};
use crate::tag::Tag;
use crate::usecase::HostCall;

/// An entry of a framework by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct RequirementName {
    /// The framework's own id.
    pub id: String,
    /// Official title.
    pub title: String,
}

impl From<&Requirement> for RequirementName {
    fn from(requirement: &Requirement) -> Self {
        Self { id: requirement.id.clone(), title: requirement.title.clone() }
    }
}

/// What one crosswalk says about a requirement, read from it to the other framework.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct RequirementCounterparts {
    /// Id of the other framework.
    pub framework: String,
    /// Its title.
    pub title: String,
    /// The pairs as their sources state them; empty when the crosswalk names none for this entry.
    pub pairs: Vec<CrosswalkPair>,
}

/// A requirement with all that belongs to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct RequirementDetail {
    /// The framework it is from.
    pub framework: FrameworkSummary,
    /// The entry with its words.
    pub requirement: RequirementView,
    /// The entries above it, from the top down.
    pub above: Vec<RequirementName>,
    /// The entries directly below it.
    pub below: Vec<RequirementName>,
    /// Related entries of the same framework.
    pub related: Vec<RequirementName>,
    /// Counterparts, one part for each crosswalk of the framework.
    pub counterparts: Vec<RequirementCounterparts>,
    /// Whether the gap analysis has a line for it.
    pub gap_line: bool,
    /// Whether the Statement of Applicability has a row for it.
    pub soa_row: bool,
}

/// One requirement with its counterparts over every crosswalk.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "RequirementGetInput")]
pub struct Get {
    /// Id of the framework.
    pub framework: String,
    /// Id of the entry, in any case and spacing; a point such as `6.1.2 a)` finds the entry that holds it.
    pub id: String,
}

impl HostCall for Get {
    const NAME: &'static str = "requirement.get";
    const TAGS: &'static [Tag] = &[Tag::Packs];
    const CHANGES: bool = false;
    type Output = RequirementDetail;

    fn run(self, _: &Host) -> AppResult<Self::Output> {
        let library = library()?;
        let framework = &library.framework(&self.framework)?.framework;
        let requirement = framework.get(&self.id).ok_or_else(|| {
            let unknown = AppError::new(Code::NotFound);
            AppError { key: "error-unknown-requirement".to_owned(), ..unknown }.with("id", self.id.as_str())
        })?;
        detail(library, framework, requirement)
    }
}

fn detail(
    library: &Library,
    framework: &Framework,
    requirement: &Requirement,
) -> AppResult<RequirementDetail> {
    let is_iso = framework.id == ISO_42001;
    let related = requirement.related.iter().filter_map(|id| framework.get(id));
    Ok(RequirementDetail {
        framework: framework::summarise(framework),
        requirement: framework::view(framework, requirement),
        above: framework.ancestors(&requirement.id).into_iter().map(RequirementName::from).collect(),
        below: framework.children(Some(&requirement.id)).map(RequirementName::from).collect(),
        related: related.map(RequirementName::from).collect(),
        counterparts: counterparts(library, framework, requirement)?,
        gap_line: is_iso && requirement.assessable,
        soa_row: is_iso && requirement.kind == RequirementKind::Control,
    })
}

fn counterparts(
    library: &Library,
    framework: &Framework,
    requirement: &Requirement,
) -> AppResult<Vec<RequirementCounterparts>> {
    let place = framework.position(&requirement.id);
    let mut found: Vec<RequirementCounterparts> = Vec::new();
    for stored in library.crosswalks() {
        let other = if stored.from == framework.id {
            &stored.to
        } else if stored.to == framework.id {
            &stored.from
        } else {
            continue;
        };
        let view = framework::read(library, stored, &framework.id)?;
        let is_here =
            |pair: &CrosswalkPair| pair.from.as_ref().is_some_and(|end| framework.position(&end.id) == place);
        let pairs = view.pairs.into_iter().filter(is_here);
        // Two crosswalks may cover the same two frameworks: their pairs stand in one list.
        match found.iter_mut().find(|part| part.framework == *other) {
            Some(part) => part.pairs.extend(pairs),
            None => found.push(RequirementCounterparts {
                framework: other.clone(),
                title: view.to_title,
                pairs: pairs.collect(),
            }),
        }
    }
    Ok(found)
}

/// A requirement that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct FoundRequirement {
    /// Id of the framework.
    pub framework: String,
    /// Title of the framework.
    pub framework_title: String,
    /// The framework's own id.
    pub id: String,
    /// Official title.
    pub title: String,
}

/// Finds requirements by id and by words of title and summary, best first. Each word may be the beginning of one.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "RequirementFindInput")]
pub struct Find {
    /// The words.
    pub text: String,
    /// Only this framework.
    pub framework: Option<String>,
    /// Most requirements wanted.
    pub most: usize,
}

impl HostCall for Find {
    const NAME: &'static str = "requirement.find";
    const TAGS: &'static [Tag] = &[Tag::Packs];
    const CHANGES: bool = false;
    type Output = Vec<FoundRequirement>;

    fn run(self, _: &Host) -> AppResult<Self::Output> {
        let wanted: Vec<String> = self.text.split_whitespace().map(str::to_lowercase).collect();
        if wanted.is_empty() {
            return Ok(Vec::new());
        }
        let mut hits = Vec::new();
        for shipped in library()?.frameworks() {
            let framework = &shipped.framework;
            if self.framework.as_ref().is_some_and(|id| *id != framework.id) {
                continue;
            }
            for requirement in framework.requirements() {
                if let Some(rank) = rank(requirement, &wanted) {
                    hits.push((rank, framework, requirement));
                }
            }
        }
        // Stable: equal hits keep the order of frameworks and their entries.
        hits.sort_by_key(|(rank, _, _)| *rank);
        let found = hits.into_iter().take(self.most).map(|(_, framework, requirement)| FoundRequirement {
            framework: framework.id.clone(),
            framework_title: framework.title.clone(),
            id: requirement.id.clone(),
            title: requirement.title.clone(),
        });
        Ok(found.collect())
    }
}

/// Where the words were found, the best place first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// They are the id.
    Id,
    /// The id begins with them.
    IdBegins,
    /// Id and title hold them all.
    Title,
    /// Some stand in the summary only.
    Summary,
}

fn rank(requirement: &Requirement, wanted: &[String]) -> Option<Rank> {
    let id = requirement.id.to_lowercase();
    let typed = wanted.join(" ");
    if id == typed {
        return Some(Rank::Id);
    }
    if id.starts_with(&typed) {
        return Some(Rank::IdBegins);
    }
    let begins = |text: &str, word: &str| {
        let text = text.to_lowercase();
        text.split(|letter: char| !letter.is_alphanumeric()).any(|there| there.starts_with(word))
    };
    // An id is looked into as a whole, so that 6.2.4 finds A.6.2.4.
    let named = |word: &String| id.contains(word.as_str()) || begins(&requirement.title, word);
    if wanted.iter().all(named) {
        return Some(Rank::Title);
    }
    let told = |word: &String| named(word) || begins(&requirement.summary, word);
    wanted.iter().all(told).then_some(Rank::Summary)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ranked(text: &str, id: &str) -> Option<Rank> {
        let framework = &library().unwrap().framework(ISO_42001).unwrap().framework;
        let wanted: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
        rank(framework.get(id).unwrap(), &wanted)
    }

    #[test]
    fn the_id_is_the_best_hit_and_words_must_all_be_there() {
        assert_eq!(ranked("a.6.2.4", "A.6.2.4"), Some(Rank::Id));
        assert_eq!(ranked("A.6.2", "A.6.2.4"), Some(Rank::IdBegins));
        assert_eq!(ranked("6.2.4", "A.6.2.4"), Some(Rank::Title));
        assert_eq!(ranked("verif valid", "A.6.2.4"), Some(Rank::Title));
        assert_eq!(ranked("verif zebra", "A.6.2.4"), None);
    }

    #[test]
    fn every_crosswalk_of_a_framework_has_its_part_from_both_ends() {
        let library = library().unwrap();
        for stored in library.crosswalks() {
            for (from, to) in [(&stored.from, &stored.to), (&stored.to, &stored.from)] {
                let framework = &library.framework(from).unwrap().framework;
                let mut pairs = 0;
                for requirement in framework.requirements() {
                    let parts = counterparts(library, framework, requirement).unwrap();
                    let part = parts.into_iter().find(|part| part.framework == *to).unwrap();
                    pairs += part.pairs.len();
                }
                assert!(pairs > 0, "{from} to {to}");
            }
        }
    }

    #[test]
    fn only_lines_of_the_standard_lead_to_gap_and_statement() {
        let library = library().unwrap();
        let iso = &library.framework(ISO_42001).unwrap().framework;
        let of = |id: &str| detail(library, iso, iso.get(id).unwrap()).unwrap();
        let places = |id: &str| (of(id).gap_line, of(id).soa_row);
        assert_eq!(places("6.1.2"), (true, false));
        assert_eq!(places("A.6.2.4"), (true, true));
        assert_eq!(places("A.6"), (false, false));
        assert_eq!(of("A.6.2.4").above.first().map(|above| above.id.as_str()), Some("A.6"));
    }
}
