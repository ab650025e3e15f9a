//! What other people call our fields and values: data, not code (`assets/imports`).

use std::collections::{BTreeMap, HashSet};
use std::sync::OnceLock;

use serde::Deserialize;

use crate::dates::DateOrder;
use crate::header::{Column, Header, normalise};

const HEADERS: &str = include_str!("../../../../assets/imports/headers.en.json");
const PROFILES: [&str; 2] = [
    include_str!("../../../../assets/imports/us-federal-ai-inventory-2025.json"),
    include_str!("../../../../assets/imports/us-federal-cots-ai-2025.json"),
];

/// Synonyms of headers and values, and layouts of well-known files.
#[derive(Debug, Default, Deserialize)]
pub struct Lexicon {
    fields: BTreeMap<String, Vec<String>>,
    facts: Vec<String>,
    only_when_chosen: HashSet<String>,
    blanks: HashSet<String>,
    choices: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    #[serde(skip)]
    profiles: Vec<Profile>,
    /// Every header synonym as its words joined by one space.
    #[serde(skip)]
    headers: HashSet<String>,
    /// Every value and synonym of every closed list.
    #[serde(skip)]
    values: HashSet<String>,
}

/// The layout of one well-known file.
#[derive(Debug, Clone, Deserialize)]
pub struct Profile {
    /// Id; also the `source` of systems imported with it.
    pub id: String,
    /// Starts of headers that must all be there.
    recognised_by: Vec<String>,
    /// How its dates are written.
    pub date_order: Option<DateOrder>,
    /// Where a row's own id comes from.
    #[serde(default)]
    id_columns: Option<IdColumns>,
    columns: Vec<ProfileColumn>,
    /// By field: start of the text, and the word it stands for.
    values: BTreeMap<String, BTreeMap<String, String>>,
}

#[derive(Debug, Clone, Deserialize)]
struct IdColumns {
    /// Put before an id that does not begin with it, because ids repeat between organisations.
    qualifier: String,
}

/// What one column of a well-known file means.
#[derive(Debug, Clone, Deserialize)]
pub struct ProfileColumn {
    header: String,
    #[serde(default)]
    exact: bool,
    /// Key of the field.
    pub field: String,
    /// Statuses for which the column means the field; all when empty.
    #[serde(default)]
    pub only_status: Vec<String>,
}

impl Lexicon {
    /// The lexicon and profiles that come with the product.
    #[must_use]
    pub fn built_in() -> &'static Self {
        static BUILT_IN: OnceLock<Lexicon> = OnceLock::new();
        BUILT_IN.get_or_init(|| Self::parse(HEADERS, &PROFILES).unwrap_or_default())
    }

    fn parse(headers: &str, profiles: &[&str]) -> Result<Self, serde_json::Error> {
        let mut lexicon: Self = serde_json::from_str(headers)?;
        lexicon.profiles =
            profiles.iter().map(|text| serde_json::from_str(text)).collect::<Result<_, _>>()?;
        lexicon.headers = lexicon.fields.values().flatten().map(|text| words(text).join(" ")).collect();
        for list in lexicon.choices.values() {
            for (word, synonyms) in list {
                lexicon.values.insert(word.clone());
                lexicon.values.extend(synonyms.iter().cloned());
            }
        }
        Ok(lexicon)
    }

    /// The first profile whose headers are all there.
    #[must_use]
    pub fn profile(&self, header: &Header) -> Option<&Profile> {
        let names: Vec<String> = header.columns.iter().map(|c| c.header.to_lowercase()).collect();
        self.profiles.iter().find(|profile| {
            profile
                .recognised_by
                .iter()
                .all(|start| names.iter().any(|name| name.starts_with(start.as_str())))
        })
    }

    /// The profile of this id.
    #[must_use]
    pub fn profile_by_id(&self, id: &str) -> Option<&Profile> {
        self.profiles.iter().find(|profile| profile.id == id)
    }

    /// Header synonyms of a field.
    #[must_use]
    pub fn synonyms(&self, field: &str) -> &[String] {
        self.fields.get(field).map_or(&[], Vec::as_slice)
    }

    /// Whether the field is never proposed by its header alone, because only a person may decide it.
    #[must_use]
    pub fn only_when_chosen(&self, field: &str) -> bool {
        self.only_when_chosen.contains(field)
    }

    /// Whether the header is one of the synonyms of any field.
    #[must_use]
    pub fn knows_header(&self, header: &str) -> bool {
        self.headers.contains(&words(header).join(" "))
    }

    /// Whether the text is a value of any closed list.
    #[must_use]
    pub fn is_value(&self, text: &str) -> bool {
        self.values.contains(&normalise(text).to_lowercase())
    }

    /// Whether the column is a judgement of somebody else's scheme, which stays an imported fact.
    #[must_use]
    pub fn stays_fact(&self, header: &str) -> bool {
        let text = format!(" {} ", words(header).join(" "));
        self.facts.iter().any(|phrase| text.contains(&format!(" {phrase} ")))
    }

    /// Whether the text says that there is nothing, such as `N/A`.
    #[must_use]
    pub fn is_blank(&self, text: &str) -> bool {
        self.blanks.contains(&normalise(text).to_lowercase())
    }

    /// The word of a closed list that this text stands for.
    #[must_use]
    pub fn choice(&self, list: &str, text: &str) -> Option<&str> {
        let list = self.choices.get(list)?;
        let full = normalise(text).to_lowercase();
        let plain = without_code(&full);
        let head = plain.split([':', '(', '–', '—']).next().unwrap_or(plain);
        let head = head.split(" - ").next().unwrap_or(head).trim();
        [full.as_str(), plain, head].into_iter().filter(|text| !text.is_empty()).find_map(|text| {
            list.iter()
                .find(|(word, synonyms)| {
                    *word == text || word.replace('-', " ") == text || synonyms.iter().any(|s| s == text)
                })
                .map(|(word, _)| word.as_str())
        })
    }
}

impl Profile {
    /// What this column means in the file.
    #[must_use]
    pub fn column(&self, column: &Column) -> Option<&ProfileColumn> {
        let name = column.header.to_lowercase();
        self.columns.iter().find(|known| {
            if known.exact { name == known.header } else { name.starts_with(known.header.as_str()) }
        })
    }

    /// The column that qualifies the ids.
    #[must_use]
    pub fn qualifier<'a>(&self, header: &'a Header) -> Option<&'a Column> {
        let wanted = &self.id_columns.as_ref()?.qualifier;
        header.columns.iter().find(|column| column.header.to_lowercase() == *wanted)
    }

    /// The word that a text of this field stands for by its leading code.
    #[must_use]
    pub fn value(&self, field: &str, text: &str) -> Option<&str> {
        let text = normalise(text).to_lowercase();
        let known = self.values.get(field)?;
        known.iter().find(|(start, _)| text.starts_with(start.as_str())).map(|(_, word)| word.as_str())
    }
}

/// Drops a leading list code such as `a) ` or `1. `.
fn without_code(text: &str) -> &str {
    match text.split_once([')', '.']) {
        Some((code, rest)) if code.len() <= 2 && !code.is_empty() && rest.starts_with(' ') => {
            rest.trim_start()
        }
        _ => text,
    }
}

/// The words of a header in lower case; everything that is no letter or digit separates.
#[must_use]
pub fn words(text: &str) -> Vec<String> {
    text.to_lowercase()
        .split(|c: char| !c.is_alphanumeric() && c != '#')
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_data_files_fit_the_fields_and_lists() {
        let lexicon = Lexicon::parse(HEADERS, &PROFILES).unwrap();
        let known =
            |key: &str| cairn_domain::system::field(key).is_some() || crate::mapping::IDENTITY.contains(&key);
        assert!(lexicon.fields.keys().all(|key| known(key)));
        for field in cairn_domain::system::FIELDS {
            assert!(!lexicon.synonyms(field.key).is_empty(), "{} has no header", field.key);
            if let cairn_domain::field::FieldKind::Choice(c) | cairn_domain::field::FieldKind::Choices(c) =
                field.kind
            {
                let listed: HashSet<&str> = lexicon.choices[c.list].keys().map(String::as_str).collect();
                assert_eq!(listed, c.words.iter().copied().collect(), "{}", c.list);
            }
        }
        for profile in &lexicon.profiles {
            assert!(profile.columns.iter().all(|column| known(&column.field)), "{}", profile.id);
        }
    }

    #[test]
    fn coded_and_plain_values() {
        let lexicon = Lexicon::built_in();
        for (text, word) in [
            ("a) Pre-deployment – The use case is in a development phase", "design-and-development"),
            ("In production", "in-use"),
            ("in-use", "in-use"),
            ("Pilot (limited)", "pilot"),
            ("3. Retired", "retired"),
        ] {
            assert_eq!(lexicon.choice("system-status", text), Some(word), "{text}");
        }
        assert_eq!(lexicon.choice("system-status", "somewhere"), None);
        assert!(lexicon.stays_fact("Is the AI use case high-impact?"));
        assert!(lexicon.is_blank(" n/a "));
    }
}
