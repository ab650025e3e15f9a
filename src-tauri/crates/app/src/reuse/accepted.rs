//! What was accepted as done under another framework, and over which mappings the figures count.

use std::collections::BTreeMap;

use cairn_domain::crosswalk::PairOrigin;
use cairn_domain::id::RecordId;
use cairn_domain::state::ReuseState;
use cairn_store::ReadTx;
use cairn_store::table::reuse::Reuse;
use serde::{Deserialize, Serialize};

use super::Line;
use crate::error::AppResult;
use crate::pack::{Library, library};

/// Something accepted for a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Reused {
    /// The line it counts for.
    pub line: String,
    /// Title of the other framework with edition.
    pub framework: String,
    /// The entry that is met there.
    pub source: String,
    /// Its title.
    pub title: String,
    /// The crosswalks it goes over, by title.
    pub mappings: Vec<String>,
    /// Judgement as soon as one of them is our own view.
    pub origin: PairOrigin,
    /// Why it counts.
    pub note: Option<String>,
}

/// What was accepted in an assessment, in the order of lines and sources.
pub(crate) fn accepted(tx: &ReadTx<'_>, assessment: RecordId) -> AppResult<Vec<Reused>> {
    let library = library()?;
    let rows = tx.reuse().of(assessment)?.into_iter();
    rows.filter(|row| row.state == ReuseState::Accepted).map(|row| reused(library, row)).collect()
}

/// What was accepted for one line.
pub(crate) fn accepted_for(tx: &ReadTx<'_>, assessment: RecordId, line: &str) -> AppResult<Vec<Reused>> {
    let mut found = accepted(tx, assessment)?;
    found.retain(|one| one.line == line);
    Ok(found)
}

fn reused(library: &Library, row: Reuse) -> AppResult<Reused> {
    let framework = &library.framework(&row.source.framework)?.framework;
    let (mut mappings, mut origin) = (Vec::new(), PairOrigin::Published);
    for hop in row.via.as_array().into_iter().flatten() {
        let id = hop["crosswalk"].as_str().unwrap_or_default();
        let name = title_of(library, id).unwrap_or_else(|| id.to_owned());
        if !mappings.contains(&name) {
            mappings.push(name);
        }
        let of = hop["origin"].as_str().and_then(|word| word.parse().ok());
        origin = weaker(origin, of.unwrap_or(PairOrigin::Judgement));
    }
    Ok(Reused {
        line: row.requirement.id,
        framework: framework.title.clone(),
        title: framework.get(&row.source.id).map(|entry| entry.title.clone()).unwrap_or_default(),
        source: row.source.id,
        mappings,
        origin,
        note: row.note,
    })
}

/// Title of a crosswalk.
fn title_of(library: &Library, id: &str) -> Option<String> {
    library.crosswalks().iter().find(|crosswalk| crosswalk.id == id).map(|crosswalk| crosswalk.title.clone())
}

/// The one of two origins that says less.
fn weaker(one: PairOrigin, other: PairOrigin) -> PairOrigin {
    [PairOrigin::Judgement, PairOrigin::TitleIdentity]
        .into_iter()
        .find(|origin| one == *origin || other == *origin)
        .unwrap_or(PairOrigin::Published)
}

/// A mapping that the figures count over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "ReuseBasis")]
pub struct Basis {
    /// Title of the crosswalk.
    pub crosswalk: String,
    /// Whose mapping it is, by name.
    pub source: String,
    /// Published, or our own view.
    pub origin: PairOrigin,
    /// Lines with a candidate that goes over it.
    pub candidates: u32,
    /// Lines with an accepted reuse that goes over it.
    pub accepted: u32,
}

/// The mappings behind the lines, each with how many lines go over it.
pub(super) fn basis(library: &Library, lines: &[Line]) -> Vec<Basis> {
    let mut found: BTreeMap<(String, String, &'static str), Basis> = BTreeMap::new();
    for line in lines {
        let mut here: BTreeMap<(String, String, &'static str), (PairOrigin, bool)> = BTreeMap::new();
        for candidate in &line.candidates {
            let accepted = candidate.state == Some(ReuseState::Accepted);
            for hop in &candidate.hops {
                let title = title_of(library, &hop.crosswalk).unwrap_or_else(|| hop.crosswalk.clone());
                let key = (title, hop.source.clone(), hop.origin.as_str());
                here.entry(key).or_insert((hop.origin, false)).1 |= accepted;
            }
        }
        for (key, (origin, accepted)) in here {
            let (crosswalk, source) = (key.0.clone(), key.1.clone());
            let new = Basis { crosswalk, source, origin, candidates: 0, accepted: 0 };
            let basis = found.entry(key).or_insert(new);
            basis.candidates += 1;
            basis.accepted += u32::from(accepted);
        }
    }
    found.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_source_of_an_own_judgement_says_that_it_is_one() {
        // The window names a mapping by its source: several of one crosswalk may be ours and rest on different things.
        for crosswalk in library().unwrap().crosswalks() {
            for row in crosswalk.rows.iter().filter(|row| row.origin == PairOrigin::Judgement) {
                assert!(row.source.starts_with("own judgement"), "{}: {row}: {}", crosswalk.id, row.source);
            }
        }
    }
}
