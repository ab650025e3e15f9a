//! What can be wrong with a framework pack, and finding all of it at once.

use std::collections::{HashMap, HashSet};
use std::fmt;

use super::file::{FrameworkFile, Overlay, RequirementEntry, RequirementText};
use super::{find, folded};
use crate::requirement::Basis;

/// A pack that cannot be used, with everything found wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct PackError {
    /// Id of the pack, or `framework` / `crosswalk` when the file could not be read at all.
    pub pack: String,
    /// Every problem found, in file order; never empty.
    pub problems: Vec<PackProblem>,
}

/// One problem of a pack.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PackProblem {
    /// Not JSON, or not of the pack's form.
    #[error("line {line}, column {column}: {detail}")]
    Unreadable {
        /// Line from 1.
        line: usize,
        /// Column from 1.
        column: usize,
        /// What the reader says.
        detail: String,
    },
    /// A text or id that must not be empty is.
    #[error("{place} is empty")]
    Empty {
        /// Where.
        place: String,
    },
    /// The same id or key twice.
    #[error("{place} occurs more than once")]
    Duplicate {
        /// The id or key, with its path.
        place: String,
    },
    /// A parent, related entry or reference that the framework does not have.
    #[error("{place} names {target}, which does not exist")]
    Dangling {
        /// Where.
        place: String,
        /// The id named.
        target: String,
    },
    /// An entry that is, over its parents, above itself.
    #[error("{id} is its own ancestor")]
    Cycle {
        /// The entry.
        id: String,
    },
    /// The overlay has a key that the structure does not.
    #[error("overlay {language}: {place} is not in the structure")]
    UnknownKey {
        /// Language of the overlay.
        language: String,
        /// The key, with its path.
        place: String,
    },
    /// The complete overlay lacks a text.
    #[error("{place} has no text")]
    MissingText {
        /// The key, with its path.
        place: String,
    },
    /// The overlay belongs to another pack or version.
    #[error("overlay {language} is for {found}, not for {expected}")]
    OtherPack {
        /// Language of the overlay.
        language: String,
        /// Pack and version of the overlay.
        found: String,
        /// Pack and version of the structure.
        expected: String,
    },
    /// A value that contradicts another one.
    #[error("{place}: {detail}")]
    Contradiction {
        /// Where.
        place: String,
        /// What does not go together.
        detail: String,
    },
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "pack {}: ", self.pack)?;
        for (number, problem) in self.problems.iter().enumerate() {
            let separator = if number == 0 { "" } else { "; " };
            write!(f, "{separator}{problem}")?;
        }
        Ok(())
    }
}

impl PackError {
    /// An error of the JSON reader, with its place.
    pub(crate) fn unreadable(pack: &str, error: &serde_json::Error) -> Self {
        let problem =
            PackProblem::Unreadable { line: error.line(), column: error.column(), detail: error.to_string() };
        Self { pack: pack.to_owned(), problems: vec![problem] }
    }
}

/// Adds a problem when `text` is blank.
pub(crate) fn require(text: &str, place: impl FnOnce() -> String, problems: &mut Vec<PackProblem>) {
    if text.trim().is_empty() {
        problems.push(PackProblem::Empty { place: place() });
    }
}

/// Everything wrong with the structure alone.
pub(super) fn check_structure(file: &FrameworkFile) -> Vec<PackProblem> {
    let mut problems = Vec::new();
    require(&file.id, || "id".to_owned(), &mut problems);
    require(&file.version, || "version".to_owned(), &mut problems);
    require(&file.title, || "title".to_owned(), &mut problems);
    if file.requirements.is_empty() {
        problems.push(PackProblem::Empty { place: "requirements".to_owned() });
    }
    let mut index = HashMap::new();
    for (place, entry) in file.requirements.iter().enumerate() {
        if index.insert(folded(&entry.id), place).is_some() {
            problems.push(PackProblem::Duplicate { place: entry.id.clone() });
        }
    }
    for entry in &file.requirements {
        check_entry(entry, &index, &mut problems);
    }
    check_cycles(file, &mut problems);
    problems
}

fn check_entry(entry: &RequirementEntry, index: &HashMap<String, usize>, problems: &mut Vec<PackProblem>) {
    require(&entry.id, || "requirements/id".to_owned(), problems);
    require(&entry.title, || format!("{}/title", entry.id), problems);
    let mut exists = |place: &str, target: &String, found: bool| {
        if !found {
            let place = format!("{}/{place}", entry.id);
            problems.push(PackProblem::Dangling { place, target: target.clone() });
        }
    };
    if let Some(parent) = &entry.parent {
        exists("parent", parent, index.contains_key(&folded(parent)));
    }
    for related in &entry.related {
        exists("related", related, find(index, related).is_some());
    }
    // A demand of the standard must point into the standard; practice and law are cited from elsewhere.
    for item in entry.must.iter().filter(|item| item.basis == Basis::Requirement) {
        exists(&format!("must/{}", item.key), &item.reference, find(index, &item.reference).is_some());
    }
    let mut keys = HashSet::new();
    for item in &entry.must {
        let place = || format!("{}/must/{}", entry.id, item.key);
        require(&item.key, place, problems);
        require(&item.reference, || format!("{}/ref", place()), problems);
        if !keys.insert(&item.key) {
            problems.push(PackProblem::Duplicate { place: place() });
        }
    }
}

/// Walks up from every entry; a walk longer than the list has gone round.
fn check_cycles(file: &FrameworkFile, problems: &mut Vec<PackProblem>) {
    let parents: HashMap<_, _> = file
        .requirements
        .iter()
        .filter_map(|entry| Some((folded(&entry.id), folded(entry.parent.as_deref()?))))
        .collect();
    for entry in &file.requirements {
        let start = folded(&entry.id);
        let mut next = parents.get(&start);
        for _ in 0..=parents.len() {
            match next {
                Some(id) if *id == start => {
                    problems.push(PackProblem::Cycle { id: entry.id.clone() });
                    break;
                }
                Some(id) => next = parents.get(id),
                None => break,
            }
        }
    }
}

/// Everything in an overlay that the structure does not know, or that is empty.
pub(super) fn check_overlay(file: &FrameworkFile, overlay: &Overlay, problems: &mut Vec<PackProblem>) {
    let language = &overlay.language;
    require(language, || "language".to_owned(), problems);
    if (&overlay.id, &overlay.version) != (&file.id, &file.version) {
        problems.push(PackProblem::OtherPack {
            language: language.clone(),
            found: format!("{} {}", overlay.id, overlay.version),
            expected: format!("{} {}", file.id, file.version),
        });
    }
    let entries: HashMap<_, _> = file.requirements.iter().map(|entry| (&entry.id, entry)).collect();
    for (id, text) in &overlay.requirements {
        match entries.get(id) {
            Some(entry) => check_texts(entry, text, language, problems),
            None => {
                problems.push(PackProblem::UnknownKey { language: language.clone(), place: id.clone() });
            }
        }
    }
    for (role, label) in &overlay.owner_roles {
        require(label, || format!("owner_roles/{role}"), problems);
    }
}

fn check_texts(
    entry: &RequirementEntry,
    text: &RequirementText,
    language: &str,
    problems: &mut Vec<PackProblem>,
) {
    let id = &entry.id;
    for (name, value) in [
        ("title", &text.title),
        ("summary", &text.summary),
        ("documented_information", &text.documented_information),
    ] {
        if let Some(value) = value {
            require(value, || format!("{id}/{name}"), problems);
        }
    }
    if text.documented_information.is_some() && entry.documented_information.is_none() {
        problems.push(PackProblem::Contradiction {
            place: format!("{id}/documented_information"),
            detail: format!("overlay {language} names a document, the structure asks for none"),
        });
    }
    for (key, value) in &text.must {
        require(value, || format!("{id}/must/{key}"), problems);
        if !entry.must.iter().any(|item| item.key == *key) {
            let place = format!("{id}/must/{key}");
            problems.push(PackProblem::UnknownKey { language: language.to_owned(), place });
        }
    }
    for value in &text.evidence {
        require(value, || format!("{id}/evidence"), problems);
    }
}
