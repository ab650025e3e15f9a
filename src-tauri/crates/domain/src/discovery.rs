//! Discovery: looking for AI that nobody has told of. What to ask whom comes from a pack; what a finding may have in
//! common with others is in [`likeness`].

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use crate::state::SweepAnswer;
use crate::words;

pub mod likeness;

/// The source of candidates that came with a list; it belongs to no area.
pub const LIST: &str = "list";

/// Why the list of sweeps cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum GuideError {
    /// Not the form of such a file.
    #[error("not readable: {0}")]
    Syntax(String),
    /// Structure and words are of different versions.
    #[error("the words are of version {words}, the list of {list}")]
    Version {
        /// Version of the structure.
        list: String,
        /// Version of the words.
        words: String,
    },
    /// Something has no words, words belong to nothing, or a key is there twice.
    #[error("{0}")]
    Key(String),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    id: String,
    version: String,
    date: String,
    sources: Vec<String>,
    areas: Vec<FileArea>,
    layouts: Vec<Layout>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileArea {
    id: String,
    per_department: bool,
    items: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Overlay {
    id: String,
    version: String,
    #[serde(rename = "language")]
    _language: String,
    sources: BTreeMap<String, String>,
    areas: BTreeMap<String, OverlayArea>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OverlayArea {
    title: String,
    about: String,
    items: BTreeMap<String, OverlayItem>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OverlayItem {
    whom: String,
    ask: Vec<String>,
    hides: String,
}

/// What a known layout of a list of candidates means beyond its columns.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Layout {
    /// Id of the known layout.
    pub profile: String,
    /// Field of a system whose column names the product.
    pub product: String,
    /// Field of a system whose column says what it is for.
    pub purpose: String,
    /// The column that says whether it is used at all.
    pub used: Used,
}

/// How a list says that something is not used.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Used {
    /// Header, lower case.
    pub header: String,
    /// Texts that say no, lower case.
    pub no: Vec<String>,
}

/// Where traces of AI are found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Its key; it is also the key of the item in an area.
    pub key: String,
    /// In words.
    pub label: String,
}

/// One thing to ask.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Key of its source; an area has each source once.
    pub key: String,
    /// Name of the source.
    pub source: String,
    /// Whom to ask.
    pub whom: String,
    /// What to ask for.
    pub ask: Vec<String>,
    /// What typically hides there.
    pub hides: String,
}

/// One area to look through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Area {
    /// Its key.
    pub key: String,
    /// Its name.
    pub title: String,
    /// What belongs to it.
    pub about: String,
    /// Whether it is looked through once for each department.
    pub per_department: bool,
    /// What to ask.
    pub items: Vec<Item>,
}

/// The list of sweeps with its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guide {
    /// Version of the list.
    pub version: String,
    /// Date of the list.
    pub date: String,
    /// All sources.
    pub sources: Vec<Source>,
    /// All areas.
    pub areas: Vec<Area>,
    layouts: Vec<Layout>,
}

fn read<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T, GuideError> {
    serde_json::from_str(text).map_err(|error| GuideError::Syntax(error.to_string()))
}

fn once<'a>(what: &str, keys: impl Iterator<Item = &'a String>) -> Result<(), GuideError> {
    let mut seen = BTreeSet::new();
    for key in keys {
        if !seen.insert(key) {
            return Err(GuideError::Key(format!("{what} {key} is there twice")));
        }
    }
    Ok(())
}

fn taken<T>(words: &mut BTreeMap<String, T>, what: &str, key: &str) -> Result<T, GuideError> {
    words.remove(key).ok_or_else(|| GuideError::Key(format!("{what} {key} has no words")))
}

fn nothing_left<T>(words: &BTreeMap<String, T>, what: &str) -> Result<(), GuideError> {
    match words.keys().next() {
        None => Ok(()),
        Some(key) => Err(GuideError::Key(format!("there are words for {what} {key}, which is not there"))),
    }
}

impl Guide {
    /// Reads the list and its words.
    ///
    /// # Errors
    /// A [`GuideError`] when a key is there twice or unknown, or when list and words do not fit.
    pub fn parse(list: &str, words: &str) -> Result<Self, GuideError> {
        let file: File = read(list)?;
        let mut overlay: Overlay = read(words)?;
        if (&file.id, &file.version) != (&overlay.id, &overlay.version) {
            return Err(GuideError::Version { list: file.version, words: overlay.version });
        }
        once("source", file.sources.iter())?;
        once("area", file.areas.iter().map(|area| &area.id))?;
        let mut labels = BTreeMap::new();
        let mut sources = Vec::with_capacity(file.sources.len());
        for key in file.sources {
            let label = taken(&mut overlay.sources, "source", &key)?;
            labels.insert(key.clone(), label.clone());
            sources.push(Source { key, label });
        }
        nothing_left(&overlay.sources, "source")?;
        let mut areas = Vec::with_capacity(file.areas.len());
        for area in file.areas {
            let words = taken(&mut overlay.areas, "area", &area.id)?;
            areas.push(area.with(words, &labels)?);
        }
        nothing_left(&overlay.areas, "area")?;
        Ok(Self { version: file.version, date: file.date, sources, areas, layouts: file.layouts })
    }

    /// The area with this key.
    #[must_use]
    pub fn area(&self, key: &str) -> Option<&Area> {
        self.areas.iter().find(|area| area.key == key)
    }

    /// The name of a source, if it is known.
    #[must_use]
    pub fn source(&self, key: &str) -> Option<&str> {
        self.sources.iter().find(|source| source.key == key).map(|source| source.label.as_str())
    }

    /// What a known layout means for candidates.
    #[must_use]
    pub fn layout(&self, profile: &str) -> Option<&Layout> {
        self.layouts.iter().find(|layout| layout.profile == profile)
    }
}

impl FileArea {
    fn with(self, mut words: OverlayArea, labels: &BTreeMap<String, String>) -> Result<Area, GuideError> {
        once("item", self.items.iter())?;
        let mut items = Vec::with_capacity(self.items.len());
        for key in self.items {
            let source = labels
                .get(&key)
                .cloned()
                .ok_or_else(|| GuideError::Key(format!("{}: {key} is no source", self.id)))?;
            let OverlayItem { whom, ask, hides } = taken(&mut words.items, "item", &key)?;
            items.push(Item { key, source, whom, ask, hides });
        }
        nothing_left(&words.items, "item")?;
        let OverlayArea { title, about, .. } = words;
        Ok(Area { key: self.id, title, about, per_department: self.per_department, items })
    }
}

words! {
    /// How an item of a sweep stands.
    ItemStanding = "item-standing" {
        /// Nobody has asked.
        Open = "open",
        /// Left out without a remark: somebody reading it later would not know why.
        NeedsRemark = "needs-remark",
        /// Found, but neither a candidate nor a remark says what.
        NeedsCandidate = "needs-candidate",
        /// Asked, or left out with a remark.
        Settled = "settled",
    }
}

/// How an item stands: its answer, its remark, and how many candidates were noted for it.
#[must_use]
pub fn standing(answer: Option<SweepAnswer>, remark: Option<&str>, candidates: usize) -> ItemStanding {
    let blank = remark.is_none_or(|text| text.trim().is_empty());
    match answer {
        None => ItemStanding::Open,
        Some(SweepAnswer::NotApplicable) if blank => ItemStanding::NeedsRemark,
        Some(SweepAnswer::Found) if candidates == 0 && blank => ItemStanding::NeedsCandidate,
        Some(_) => ItemStanding::Settled,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST_FILE: &str = include_str!("../../../../assets/discovery/sweeps.json");
    const WORDS_FILE: &str = include_str!("../../../../assets/discovery/sweeps.en.json");

    fn guide() -> Guide {
        Guide::parse(LIST_FILE, WORDS_FILE).unwrap()
    }

    #[test]
    fn the_shipped_list_names_four_areas_and_asks_somebody_something_everywhere() {
        let guide = guide();
        let areas: Vec<&str> = guide.areas.iter().map(|area| area.key.as_str()).collect();
        assert_eq!(areas, ["internal-tools", "customer-facing", "third-party", "decision-support"]);
        assert_eq!(guide.areas.iter().filter(|area| area.per_department).count(), 1);
        for item in guide.areas.iter().flat_map(|area| &area.items) {
            assert!(item.ask.len() >= 2 && !item.whom.is_empty() && !item.hides.is_empty(), "{}", item.key);
        }
        assert_eq!(guide.source(LIST), Some("A list brought in"));
        let layout = guide.layout("us-federal-cots-ai-2025").unwrap();
        for field in [&layout.product, &layout.purpose] {
            assert!(crate::system::field(field).is_some(), "{field}");
        }
    }

    #[test]
    fn a_list_that_does_not_fit_its_words_is_refused() {
        let older = WORDS_FILE.replacen("1.0.0", "0.9.0", 1);
        assert!(matches!(Guide::parse(LIST_FILE, &older), Err(GuideError::Version { .. })));
        let fewer = LIST_FILE.replacen("\"website\", ", "", 1);
        let refused = Guide::parse(&fewer, WORDS_FILE).unwrap_err();
        assert_eq!(
            refused,
            GuideError::Key("there are words for item website, which is not there".to_owned())
        );
        let twice = LIST_FILE.replacen("[\"procurement\"", "[\"contracts\", \"procurement\"", 1);
        assert_eq!(
            Guide::parse(&twice, WORDS_FILE).unwrap_err(),
            GuideError::Key("item contracts is there twice".to_owned())
        );
        let unknown =
            LIST_FILE.replacen("\"spreadsheets\", \"expenses\"", "\"spreadsheets\", \"rumours\"", 1);
        assert!(matches!(Guide::parse(&unknown, WORDS_FILE), Err(GuideError::Key(_))));
        assert!(matches!(Guide::parse("[]", WORDS_FILE), Err(GuideError::Syntax(_))));
    }

    #[test]
    fn leaving_out_wants_a_remark_and_finding_wants_a_candidate() {
        assert_eq!(standing(None, Some("asked on Monday"), 0), ItemStanding::Open);
        assert_eq!(standing(Some(SweepAnswer::Nothing), None, 0), ItemStanding::Settled);
        assert_eq!(standing(Some(SweepAnswer::NotApplicable), Some("  "), 0), ItemStanding::NeedsRemark);
        assert_eq!(
            standing(Some(SweepAnswer::NotApplicable), Some("no add-ons allowed"), 0),
            ItemStanding::Settled
        );
        assert_eq!(standing(Some(SweepAnswer::Found), None, 0), ItemStanding::NeedsCandidate);
        assert_eq!(
            standing(Some(SweepAnswer::Found), Some("known already: AI-003"), 0),
            ItemStanding::Settled
        );
        assert_eq!(standing(Some(SweepAnswer::Found), None, 1), ItemStanding::Settled);
    }
}
