//! From a cell to the stored form of a field, or the reason why not.

use cairn_domain::field::{Choice, FieldKind, FieldMeta};

use crate::dates::{self, DateOrder, DateText};
use crate::header::normalise;
use crate::lexicon::{Lexicon, Profile};
use crate::problem::ProblemCode;
use crate::sheet::{Cell, CellKind};

/// The words people see for the values of closed lists, so that an export in any language is read back.
pub type Labels = Vec<Label>;

/// One word of a closed list and what people see for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Name of the list.
    pub list: String,
    /// Stored word.
    pub word: String,
    /// What people see.
    pub label: String,
}

/// Somebody a cell may name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Id of the member.
    pub id: String,
    /// Name.
    pub name: String,
}

/// What conversion needs to know.
#[derive(Clone, Copy)]
pub struct Reading<'a> {
    /// Synonyms of values.
    pub lexicon: &'a Lexicon,
    /// Layout of a well-known file.
    pub profile: Option<&'a Profile>,
    /// Words people see.
    pub labels: &'a [Label],
    /// Members of the workspace.
    pub people: &'a [Person],
    /// How `03/04/2025` is read.
    pub date_order: DateOrder,
}

/// What became of a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The stored form; `verbatim` when the cell says exactly that.
    Value {
        /// The stored form.
        text: String,
        /// Whether nothing of the cell's wording is lost.
        verbatim: bool,
    },
    /// Says that there is nothing (`N/A` for a date or a choice).
    Blank,
    /// Cannot be stored in this field.
    Refused(ProblemCode),
}

impl Reading<'_> {
    /// Reads a cell for a field.
    #[must_use]
    pub fn read(&self, field: &FieldMeta, cell: &Cell) -> Outcome {
        if cell.kind == CellKind::Error {
            return Outcome::Refused(ProblemCode::ErrorCell);
        }
        let text = cell.text.trim();
        let candidate = match field.kind {
            FieldKind::Text | FieldKind::LongText => text.to_owned(),
            _ if self.lexicon.is_blank(text) => return Outcome::Blank,
            FieldKind::Date => match dates::parse(text, self.date_order) {
                DateText::Day(date) => date.to_string(),
                DateText::NoDay => return Outcome::Refused(ProblemCode::DateWithoutDay),
                DateText::Other => return Outcome::Refused(ProblemCode::NotADate),
            },
            FieldKind::Choice(choice) => match self.word(field.key, choice, text) {
                Some(word) => word.to_owned(),
                None => return Outcome::Refused(ProblemCode::NotInList),
            },
            FieldKind::Choices(choice) => match self.set(field.key, choice, text) {
                Some(set) => set,
                None => return Outcome::Refused(ProblemCode::NotInList),
            },
            FieldKind::Member => match self.person(text) {
                Some(id) => id.to_owned(),
                None => return Outcome::Refused(ProblemCode::UnknownMember),
            },
        };
        match field.check(Some(&candidate)) {
            Ok(Some(stored)) => {
                Outcome::Value { verbatim: keeps_wording(field.kind, &cell.text, &stored), text: stored }
            }
            Ok(None) => Outcome::Blank,
            Err(error) => Outcome::Refused(match error.code {
                "too-long" => ProblemCode::TextTooLong,
                "not-a-date" => ProblemCode::NotADate,
                "not-a-member" => ProblemCode::UnknownMember,
                "control-character" => ProblemCode::ControlCharacter,
                _ => ProblemCode::NotInList,
            }),
        }
    }

    fn word(&self, field: &str, choice: Choice, text: &str) -> Option<&'static str> {
        let lower = normalise(text).to_lowercase();
        let found = self
            .labels
            .iter()
            .find(|label| label.list == choice.list && label.label.to_lowercase() == lower)
            .map(|label| label.word.as_str())
            .or_else(|| choice.words.iter().copied().find(|word| *word == lower))
            .or_else(|| self.profile.and_then(|profile| profile.value(field, text)))
            .or_else(|| self.lexicon.choice(choice.list, text))?;
        choice.words.iter().copied().find(|word| *word == found)
    }

    /// Several words, as a JSON array; none when any of them is unknown.
    fn set(&self, field: &str, choice: Choice, text: &str) -> Option<String> {
        if let Some(one) = self.word(field, choice, text) {
            return serde_json::to_string(&[one]).ok();
        }
        let words: Option<Vec<&str>> = text
            .trim_matches(['[', ']'])
            .split([';', ',', '\n', '|'])
            .map(|part| part.trim_matches(|c: char| c.is_whitespace() || c == '"'))
            .filter(|part| !part.is_empty())
            .map(|part| self.word(field, choice, part))
            .collect();
        words.and_then(|words| serde_json::to_string(&words).ok())
    }

    /// A member by id, or by a name that only one of them has.
    fn person(&self, text: &str) -> Option<&str> {
        let lower = normalise(text).to_lowercase();
        let mut named =
            self.people.iter().filter(|p| p.id == text || normalise(&p.name).to_lowercase() == lower);
        let first = named.next()?;
        named.next().is_none().then_some(first.id.as_str())
    }
}

/// Whether the stored form holds all of the cell's wording. White space at the ends does not count.
fn keeps_wording(kind: FieldKind, cell: &str, stored: &str) -> bool {
    match kind {
        FieldKind::Text | FieldKind::Date => cell.trim() == stored,
        FieldKind::LongText => cell.trim().replace("\r\n", "\n").replace('\r', "\n") == stored,
        FieldKind::Choice(_) => normalise(cell).to_lowercase().replace([' ', '_'], "-") == stored,
        // A person's name stays in the member's record; a set is kept as a fact unless it reads the same.
        FieldKind::Choices(_) | FieldKind::Member => cell.trim() == stored,
    }
}
