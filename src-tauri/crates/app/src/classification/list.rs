//! Systems and where their classification stands.

use std::collections::{BTreeMap, BTreeSet};

use cairn_domain::id::RecordId;
use cairn_domain::state::{ClassificationState, ScreeningLevel};
use cairn_domain::system::SystemScope;
use cairn_store::Page;
use cairn_store::table::ai_system::{SystemFilter, SystemLine, SystemSort};
use cairn_store::table::classification::{Classification, DecisionLine};
use serde::{Deserialize, Serialize};

use super::words::RuleWord;
use crate::error::AppResult;
use crate::names::Names;
use crate::pack::{Rules, library};
use crate::system::MemberRef;
use crate::tag::Tag;
use crate::usecase::{Query, Reading};

/// Stands for no tier among the tiers of a filter.
const NOT_CLASSIFIED: &str = "not-classified";

cairn_domain::words! {
    /// Where a system stands on its way to a decision.
    ClassificationStanding = "classification-standing" {
        /// Answers are being collected.
        Draft = "draft",
        /// Nothing has been answered.
        Open = "open",
        /// A decision is in force.
        Decided = "decided",
        /// Replaced by a later decision.
        Superseded = "superseded",
    }
}

cairn_domain::words! {
    /// Why a decision in force wants another look.
    ClassificationMark = "classification-mark" {
        /// The register says something else of the system since it was decided.
        Changed = "changed",
        /// It rests on another version of the rules than the newest.
        Outdated = "outdated",
        /// Its review day has come.
        ReviewDue = "review-due",
    }
}

/// A system in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct ClassificationItem {
    /// The system.
    pub id: RecordId,
    /// Human code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Scope decision.
    pub scope: SystemScope,
    /// A draft comes before the decision it would replace.
    pub standing: ClassificationStanding,
    /// Tier of the decision in force.
    pub tier: Option<String>,
    /// Worst tier that the draft can still come to.
    pub worst_possible: Option<String>,
    /// Relevant questions of the draft that are unanswered or unknown.
    pub missing: Option<usize>,
    /// Code of the decision in force.
    pub decision: Option<String>,
    /// When it was decided.
    pub decided_at: Option<String>,
    /// By whom.
    pub decided_by: Option<MemberRef>,
    /// When to look at it again.
    pub review_on: Option<String>,
    /// It rests on another version of the rules than the newest.
    pub outdated: bool,
    /// The register says something else of the system than when it was decided.
    pub changed: bool,
    /// The day to look at it again has come.
    pub review_due: bool,
    /// Screening level of the system: how soon and how deep to look.
    pub screening: Option<ScreeningLevel>,
    /// Who owns the system.
    pub owner: Option<MemberRef>,
}

/// Systems that are not classified come first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct ClassificationPage {
    /// Systems that fit the filter: drafts, then those not begun, then decided ones; in each, as screened, then by code.
    pub items: Vec<ClassificationItem>,
    /// Systems that are not retired.
    pub total: usize,
    /// Systems with a decision in force.
    pub classified: usize,
    /// Systems with a draft.
    pub drafts: usize,
    /// The tiers of the rules, in their order.
    pub tiers: Vec<RuleWord>,
}

/// Systems and where their classification stands.
#[derive(Debug, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(default)]
#[ts(rename = "ClassificationListInput")]
pub struct List {
    /// Text that name, code, supplier, purpose or department holds.
    pub text: Option<String>,
    /// Only these; none chosen means all.
    pub standing: Vec<ClassificationStanding>,
    /// Only these tiers in force; `not-classified` stands for none.
    pub tier: Vec<String>,
    /// Only decisions that want another look for one of these reasons; none chosen means all.
    pub mark: Vec<ClassificationMark>,
    /// Id of the rules; the EU AI Act when left out.
    #[ts(optional)]
    pub pack: Option<String>,
}

impl Query for List {
    const NAME: &'static str = "classification.list";
    const TAGS: &'static [Tag] = &[Tag::Systems, Tag::Classifications, Tag::Members];
    type Output = ClassificationPage;

    fn run(self, cx: &Reading<'_>) -> AppResult<Self::Output> {
        let pack = self.pack.unwrap_or_else(super::usual_pack);
        let rules = library()?.rules(&pack)?;
        let filter = SystemFilter { text: self.text.unwrap_or_default(), ..SystemFilter::default() };
        let lines = cx.tx.ai_system().list(&filter, SystemSort::Code, false, Page::ALL)?;
        let drafts = cx.tx.classification().in_state(ClassificationState::Draft)?.into_iter();
        let drafts: BTreeMap<RecordId, Classification> =
            drafts.filter(|row| row.pack == pack).map(|row| (row.system, row)).collect();
        let decided = cx.tx.classification().decisions(&pack)?.into_iter();
        let decided: BTreeMap<RecordId, DecisionLine> = decided.map(|row| (row.system, row)).collect();
        let waiting = cx.tx.classification().undecided(&pack)?.len();
        let total = cx.tx.ai_system().live()?;
        let names = Names::read(cx.tx)?;
        let changed = changed(cx, &decided)?;
        let (levels, today) = (super::levels(cx.tx)?, cx.around.today());
        let mut items = Vec::with_capacity(lines.rows.len());
        for line in lines.rows {
            let (draft, decision) = (drafts.get(&line.id), decided.get(&line.id));
            let differs = changed.contains(&line.id);
            let screening = levels.get(&line.id).copied();
            let made = item(line, draft, decision, rules, &names)?;
            let review_due = made.review_on.as_deref().is_some_and(|day| day <= today.as_str());
            items.push(ClassificationItem { changed: differs, review_due, screening, ..made });
        }
        let tier = |item: &ClassificationItem| item.tier.clone().unwrap_or_else(|| NOT_CLASSIFIED.to_owned());
        items.retain(|item| self.tier.is_empty() || self.tier.contains(&tier(item)));
        items.retain(|item| self.standing.is_empty() || self.standing.contains(&item.standing));
        items.retain(|item| self.mark.is_empty() || self.mark.iter().any(|mark| item.wants(*mark)));
        // Stable: within a group the order of codes stays.
        items.sort_by_key(|item| (item.standing, super::urgency(item.screening)));
        Ok(ClassificationPage {
            items,
            total,
            classified: total.saturating_sub(waiting),
            drafts: drafts.len(),
            tiers: rules
                .pack
                .file()
                .tiers
                .iter()
                .map(|tier| super::words::tier(&tier.id, &rules.text))
                .collect(),
        })
    }
}

impl ClassificationItem {
    /// Whether its decision wants another look for this reason.
    fn wants(&self, mark: ClassificationMark) -> bool {
        match mark {
            ClassificationMark::Changed => self.changed,
            ClassificationMark::Outdated => self.outdated,
            ClassificationMark::ReviewDue => self.review_due,
        }
    }
}

/// Systems of which the register says something else than when they were decided.
fn changed(cx: &Reading<'_>, decided: &BTreeMap<RecordId, DecisionLine>) -> AppResult<BTreeSet<RecordId>> {
    let mut found = BTreeSet::new();
    if decided.values().all(|row| row.facts.is_none()) {
        return Ok(found);
    }
    for (record, system) in cx.tx.ai_system().all_with_records()? {
        if let Some(facts) = decided.get(&record.id).and_then(|row| row.facts.as_ref())
            && super::facts::changed(facts, &system)
        {
            found.insert(record.id);
        }
    }
    Ok(found)
}

fn item(
    line: SystemLine,
    draft: Option<&Classification>,
    decided: Option<&DecisionLine>,
    rules: &Rules,
    names: &Names,
) -> AppResult<ClassificationItem> {
    let evaluated = draft.map(|row| super::decision(row, rules)).transpose()?;
    let standing = match (draft, decided) {
        (Some(_), _) => ClassificationStanding::Draft,
        (None, None) => ClassificationStanding::Open,
        (None, Some(_)) => ClassificationStanding::Decided,
    };
    Ok(ClassificationItem {
        id: line.id,
        code: line.code.unwrap_or_default(),
        name: line.name,
        scope: line.scope.unwrap_or(SystemScope::NotDecided),
        standing,
        tier: decided.and_then(|row| row.tier.clone()),
        worst_possible: evaluated.as_ref().map(|decision| decision.worst_possible.clone()),
        missing: evaluated.as_ref().map(|decision| decision.missing.len()),
        decision: decided.and_then(|row| row.code.clone()),
        decided_at: decided.and_then(|row| row.decided_at.as_ref()).map(ToString::to_string),
        decided_by: decided.and_then(|row| row.decided_by).map(|id| names.member(id)),
        review_on: decided.and_then(|row| row.review_on.as_ref()).map(ToString::to_string),
        changed: false,
        review_due: false,
        screening: None,
        outdated: decided.is_some_and(|row| row.pack_sha256 != rules.sha256),
        owner: line.owner.map(|id| names.member(id)),
    })
}
