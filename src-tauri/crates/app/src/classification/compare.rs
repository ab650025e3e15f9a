//! What another version of the rules would change, before anybody accepts it.

use cairn_domain::state::ClassificationState;
use serde::{Deserialize, Serialize};

use super::words::{ClassificationDifference, RuleWord, difference, tier};
use crate::error::AppResult;
use crate::names::record_ref;
use crate::pack::library;
use crate::relation::RecordRef;
use crate::tag::Tag;
use crate::usecase::{Query, Reading};

/// A system whose decision would come out otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct ClassificationShift {
    /// The system.
    pub system: RecordRef,
    /// The decision in force.
    pub decision: RecordRef,
    /// Version of the rules it was decided by.
    pub version: String,
    /// Its tier.
    pub before: Option<RuleWord>,
    /// The tier under the other version; none while questions are open there.
    pub after: Option<RuleWord>,
    /// The worst it can still come to, while questions are open.
    pub worst_possible: RuleWord,
    /// Questions of the other version that the stored answers leave open.
    pub missing: usize,
    /// A draft is open already.
    pub draft: bool,
    /// What would come, go or move.
    pub difference: ClassificationDifference,
}

/// What a version of the rules would change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct ClassificationComparison {
    /// Version compared with.
    pub version: String,
    /// State of the law it describes.
    pub date: String,
    /// Decisions looked at.
    pub decided: usize,
    /// How many would change their tier.
    pub tiers: usize,
    /// How many would change duties or dates only.
    pub duties: usize,
    /// How many leave questions of that version open.
    pub open: usize,
    /// Systems that would come out otherwise, by code.
    pub items: Vec<ClassificationShift>,
}

/// Systems whose tier, duties or dates another version of the rules would change. Nothing is written.
#[derive(Debug, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(default)]
#[ts(rename = "ClassificationCompareInput")]
pub struct Compare {
    /// Id of the rules; the EU AI Act when left out.
    #[ts(optional)]
    pub pack: Option<String>,
    /// Version to compare with; the newest when left out.
    #[ts(optional)]
    pub version: Option<String>,
}

impl Query for Compare {
    const NAME: &'static str = "classification.compare";
    const TAGS: &'static [Tag] = &[Tag::Systems, Tag::Classifications, Tag::Packs];
    type Output = ClassificationComparison;

    fn run(self, cx: &Reading<'_>) -> AppResult<Self::Output> {
        let pack = self.pack.unwrap_or_else(super::usual_pack);
        let rules = library()?.rules_version(&pack, self.version.as_deref())?;
        let file = rules.pack.file();
        let mut found = ClassificationComparison {
            version: file.version.clone(),
            date: file.date.to_string(),
            decided: 0,
            tiers: 0,
            duties: 0,
            open: 0,
            items: Vec::new(),
        };
        for row in cx.tx.classification().in_state(ClassificationState::Decided)? {
            let system = cx.tx.record().get(row.system)?;
            if row.pack != pack || system.deleted_at.is_some() {
                continue;
            }
            found.decided += 1;
            if row.pack_sha256 == rules.sha256 {
                continue;
            }
            let then = super::rules_of(cx.tx, &row)?;
            let before = super::decision(&row, then)?;
            let after = rules.pack.evaluate(&super::answers(&row)?);
            let difference = difference((&before, &then.text), (&after, &rules.text));
            if difference.same && after.missing.is_empty() {
                continue;
            }
            found.open += usize::from(!after.missing.is_empty());
            found.tiers += usize::from(difference.tier_changed);
            found.duties += usize::from(!difference.tier_changed && !difference.same);
            found.items.push(ClassificationShift {
                system: record_ref(&system),
                decision: record_ref(&cx.tx.record().get(row.id)?),
                version: row.pack_version.clone(),
                before: before.tier.as_deref().map(|id| tier(id, &then.text)),
                after: after.tier.as_deref().map(|id| tier(id, &rules.text)),
                worst_possible: tier(&after.worst_possible, &rules.text),
                missing: after.missing.len(),
                draft: super::draft(cx.tx, row.system, &pack)?.is_some(),
                difference,
            });
        }
        let place =
            |shift: &ClassificationShift| shift.system.code.as_ref().map(|code| (code.len(), code.clone()));
        found.items.sort_by_cached_key(place);
        Ok(found)
    }
}
