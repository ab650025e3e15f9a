//! Systems of the register that a new entry may already be.

use cairn_domain::discovery::likeness::{Face, LikeStrength, Traits};
use serde::{Deserialize, Serialize};

use crate::discovery::{traits, why};
use crate::error::AppResult;
use crate::names::record_ref;
use crate::relation::RecordRef;
use crate::tag::Tag;
use crate::usecase::{Query, Reading};

/// Most systems that are shown.
const MOST: usize = 3;

/// A system an entry may already be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct SystemLike {
    /// The system.
    pub system: RecordRef,
    /// How much speaks for it.
    pub strength: LikeStrength,
    /// Why, in words.
    pub why: String,
}

/// Systems that something with these traits may already be, the most alike first.
#[derive(Debug, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(default)]
#[ts(rename = "SystemLikeInput")]
pub struct Like {
    /// Its name.
    pub name: String,
    /// Who makes it.
    #[ts(optional, as = "Option<String>")]
    pub supplier: String,
    /// The model.
    #[ts(optional, as = "Option<String>")]
    pub model: String,
    /// Who uses it.
    #[ts(optional, as = "Option<String>")]
    pub department: String,
}

impl Query for Like {
    const NAME: &'static str = "system.like";
    const TAGS: &'static [Tag] = &[Tag::Systems];
    type Output = Vec<SystemLike>;

    fn run(self, cx: &Reading<'_>) -> AppResult<Self::Output> {
        let face = Face::of(&Traits {
            name: &self.name,
            vendor: &self.supplier,
            product: "",
            model: &self.model,
            department: &self.department,
        });
        let mut found = Vec::new();
        for (record, system) in cx.tx.ai_system().all_with_records()? {
            if let Some(like) = face.like(&Face::of(&traits(&record, &system))) {
                found.push((like, record));
            }
        }
        found.sort_by_key(|(like, record)| (like.strength, std::cmp::Reverse(like.weight), record.id));
        found.truncate(MOST);
        let shown = |(like, record): (cairn_domain::discovery::likeness::Likeness, _)| SystemLike {
            system: record_ref(&record),
            strength: like.strength,
            why: why(&like.reasons, cx.around.words),
        };
        Ok(found.into_iter().map(shown).collect())
    }
}
