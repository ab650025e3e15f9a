//! A framework pack as its files have it: the structure, and the texts of one language.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::{Documentation, Missing, RequirementKind};
use crate::requirement::Basis;
use crate::time::Date;

/// The language-free part, `assets/frameworks/<id>.json`.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FrameworkFile {
    /// Id of the framework, for example `iso42001`.
    pub id: String,
    /// Version of the pack, `major.minor.patch`.
    pub version: String,
    /// State of the pack.
    pub date: Date,
    /// Title of the standard, framework or law.
    pub title: String,
    /// Short citations of what the pack was made from.
    #[serde(default)]
    pub sources: Vec<String>,
    /// All entries, in the order in which the framework itself prints them.
    pub requirements: Vec<RequirementEntry>,
}

/// One entry of the structure.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RequirementEntry {
    /// The framework's own id.
    pub id: String,
    /// Official title, quoted exactly, or a short label where the framework gives none.
    pub title: String,
    /// The entry above, none at the top.
    #[serde(default)]
    pub parent: Option<String>,
    /// What the framework calls such an entry.
    pub kind: RequirementKind,
    /// Whether an assessment has a line for it.
    #[serde(default)]
    pub assessable: bool,
    /// Whether the text asks for documented information.
    #[serde(default)]
    pub documented_information: Option<Documentation>,
    /// A gap here is forecast to block certification.
    #[serde(default)]
    pub blocks_if_missing: bool,
    /// Key of the role that usually owns it.
    #[serde(default)]
    pub owner_role: Option<String>,
    /// Its separate demands.
    #[serde(default)]
    pub must: Vec<MustEntry>,
    /// Ids of other entries of the same framework that belong to the subject.
    #[serde(default)]
    pub related: Vec<String>,
}

/// One demand without its words.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MustEntry {
    /// Key within its requirement, for example `a`; never reused for another demand.
    pub key: String,
    /// On what it rests.
    pub basis: Basis,
    /// Where that is written, for example `6.1.2`, `B.6.2.4` or `Art. 26(5)`.
    #[serde(rename = "ref")]
    pub reference: String,
    /// What is missing altogether when the answer is No, where that is forecast to block certification.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub blocks: Option<Missing>,
}

/// The texts of one language, `assets/frameworks/<id>.<language>.json`.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Overlay {
    /// Id of the framework.
    pub id: String,
    /// Version of the pack that these texts were written for.
    pub version: String,
    /// Language of the texts, for example `en`.
    pub language: String,
    /// Texts by requirement id.
    #[serde(deserialize_with = "unique")]
    pub requirements: BTreeMap<String, RequirementText>,
    /// Words for the owner roles by key.
    #[serde(default, deserialize_with = "unique")]
    pub owner_roles: BTreeMap<String, String>,
}

/// The texts of one requirement.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RequirementText {
    /// Official title in this language, where one exists; otherwise the title of the structure stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// What it is about, in our own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// Which document or record is meant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub documented_information: Option<String>,
    /// The demands by key, so that Yes / In part / No answers them.
    #[serde(default, deserialize_with = "unique", skip_serializing_if = "BTreeMap::is_empty")]
    pub must: BTreeMap<String, String>,
    /// What convinces an auditor.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<String>,
}

/// Reads a map and refuses a key that occurs twice: JSON readers keep the last one and say nothing.
fn unique<'de, D, V>(deserializer: D) -> Result<BTreeMap<String, V>, D::Error>
where
    D: Deserializer<'de>,
    V: Deserialize<'de>,
{
    deserializer.deserialize_map(Unique(PhantomData))
}

struct Unique<V>(PhantomData<V>);

impl<'de, V: Deserialize<'de>> Visitor<'de> for Unique<V> {
    type Value = BTreeMap<String, V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object without doubled keys")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
        let mut map = BTreeMap::new();
        while let Some((key, value)) = access.next_entry::<String, V>()? {
            if map.contains_key(&key) {
                return Err(A::Error::custom(format_args!("`{key}` occurs more than once")));
            }
            map.insert(key, value);
        }
        Ok(map)
    }
}
