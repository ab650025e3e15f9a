//! The register of obligations: every duty that a signed classification gives us, with where it stands.
//!
//! A duty is met when a person says so on evidence for that very article. A control linked to the article helps, and is
//! shown as helping; it never changes where the duty stands.

mod change;

use std::collections::BTreeMap;

use cairn_domain::crosswalk::Side;
use cairn_domain::id::{MemberId, RecordId};
use cairn_domain::rules::{Decision, Duty};
use cairn_domain::soa::ControlStatus;
use cairn_domain::state::{ClassificationState, ObligationStatus};
use cairn_domain::time::Date;
use cairn_store::ReadTx;
use cairn_store::table::classification::Classification;
use cairn_store::table::obligation::{Obligation, obligation_id};
use serde::{Deserialize, Serialize};

use crate::classification::{ClassificationDuty, duty, rules_of};
use crate::error::{AppError, AppResult, Code};
use crate::names::{Names, record_ref};
use crate::pack::{ISO_42001, Rules, library};
use crate::relation::RecordRef;
use crate::system::MemberRef;
use crate::tag::Tag;
use crate::usecase::{Query, Reading};

pub use change::{Touch, Update};

/// A control that helps with a duty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ObligationHelp {
    /// Id of the control or clause.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its status organisation-wide; none for a clause or while nobody set it.
    pub status: Option<ControlStatus>,
}

/// One duty of one system.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct ObligationItem {
    /// The system.
    pub system: RecordRef,
    /// Id of the rule pack.
    pub pack: String,
    /// The law, in two or three words.
    pub law: String,
    /// The duty in the words of the pack it was decided by.
    pub duty: ClassificationDuty,
    /// Whether its day has come.
    pub applies: bool,
    /// Where it stands.
    pub status: ObligationStatus,
    /// Who answers for it.
    pub owner: Option<MemberRef>,
    /// Until when it is to be met.
    pub due: Option<String>,
    /// Why it is not ours, or a remark.
    pub reason: Option<String>,
    /// Pieces of evidence attached.
    pub evidence: u32,
    /// What helps with it, by the crosswalk to its law.
    pub helps: Vec<ObligationHelp>,
    /// The record, once somebody touched it.
    pub record: Option<RecordId>,
}

/// Duties by where they stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct ObligationCounts {
    /// All.
    pub all: u32,
    /// Open, the day has come.
    pub overdue: u32,
    /// Open.
    pub open: u32,
    /// Being worked on.
    pub in_progress: u32,
    /// Met.
    pub met: u32,
    /// Not ours.
    pub not_ours: u32,
}

/// Duties of one law by where they stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ObligationLaw {
    /// Id of the rule pack.
    pub pack: String,
    /// The law, in two or three words.
    pub law: String,
    /// Its duties.
    pub counts: ObligationCounts,
}

/// Part of the register of obligations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ObligationPage {
    /// The duties, by the day they apply from, then by system.
    pub items: Vec<ObligationItem>,
    /// How many fit the filter.
    pub found: u32,
    /// Counts over all duties of the chosen laws.
    pub counts: ObligationCounts,
    /// Counts law by law, over all laws.
    pub laws: Vec<ObligationLaw>,
}

/// Duties of all systems or of one.
#[derive(Debug, Default, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "ObligationListInput")]
pub struct List {
    /// Only of this system.
    #[serde(default)]
    pub system: Option<RecordId>,
    /// Only of these laws, by the ids of their rule packs; none means all.
    #[serde(default)]
    pub packs: Vec<String>,
    /// Only in these states; none means all.
    #[serde(default)]
    pub status: Vec<ObligationStatus>,
    /// Only of this person.
    #[serde(default)]
    pub owner: Option<MemberId>,
    /// Text that article, duty or system contain.
    #[serde(default)]
    pub text: Option<String>,
    /// Rows to pass over.
    pub offset: u32,
    /// Most rows to give.
    pub limit: u32,
}

impl Query for List {
    const NAME: &'static str = "obligation.list";
    const TAGS: &'static [Tag] =
        &[Tag::Classifications, Tag::Systems, Tag::Evidence, Tag::Relations, Tag::Members, Tag::Soa];
    type Output = ObligationPage;

    fn run(self, cx: &Reading<'_>) -> AppResult<Self::Output> {
        let mut items = items(cx, self.system)?;
        let laws = laws(&items);
        items.retain(|item| self.packs.is_empty() || self.packs.contains(&item.pack));
        let counts = counts(&items);
        let text = self.text.as_deref().unwrap_or_default().trim().to_lowercase();
        items.retain(|item| {
            (self.status.is_empty() || self.status.contains(&item.status))
                && self.owner.is_none_or(|owner| item.owner.as_ref().is_some_and(|found| found.id == owner))
                && (text.is_empty() || said(item).contains(&text))
        });
        let found = u32::try_from(items.len()).unwrap_or(u32::MAX);
        let page = items.into_iter().skip(self.offset as usize).take(self.limit as usize);
        Ok(ObligationPage { items: page.collect(), found, counts, laws })
    }
}

/// The words a search looks through.
fn said(item: &ObligationItem) -> String {
    let code = item.system.code.as_deref().unwrap_or_default();
    format!("{code} {} {} {} {}", item.system.title, item.law, item.duty.reference, item.duty.label)
        .to_lowercase()
}

/// Laws with their duties, in the order of their names.
pub(crate) fn laws(items: &[ObligationItem]) -> Vec<ObligationLaw> {
    let mut by_law: BTreeMap<(&str, &str), Vec<&ObligationItem>> = BTreeMap::new();
    for item in items {
        by_law.entry((&item.law, &item.pack)).or_default().push(item);
    }
    let law = |((law, pack), items): ((&str, &str), Vec<&ObligationItem>)| ObligationLaw {
        pack: pack.to_owned(),
        law: law.to_owned(),
        counts: counts(items),
    };
    by_law.into_iter().map(law).collect()
}

fn counts<'a>(items: impl IntoIterator<Item = &'a ObligationItem>) -> ObligationCounts {
    let items: Vec<&ObligationItem> = items.into_iter().collect();
    let of = |test: &dyn Fn(&ObligationItem) -> bool| {
        u32::try_from(items.iter().filter(|item| test(item)).count()).unwrap_or(u32::MAX)
    };
    let unmet =
        |item: &ObligationItem| matches!(item.status, ObligationStatus::Open | ObligationStatus::InProgress);
    ObligationCounts {
        all: of(&|_| true),
        overdue: of(&|item| unmet(item) && item.applies),
        open: of(&|item| item.status == ObligationStatus::Open),
        in_progress: of(&|item| item.status == ObligationStatus::InProgress),
        met: of(&|item| item.status == ObligationStatus::Met),
        not_ours: of(&|item| item.status == ObligationStatus::NotOurs),
    }
}

/// Duties of the signed classifications, by the day they apply from, then by system.
pub(crate) fn items(cx: &Reading<'_>, system: Option<RecordId>) -> AppResult<Vec<ObligationItem>> {
    let facts = Facts::read(cx)?;
    let mut found = Vec::new();
    for row in cx.tx.classification().in_state(ClassificationState::Decided)? {
        if system.is_some_and(|wanted| wanted != row.system) {
            continue;
        }
        let record = cx.tx.record().get(row.system)?;
        if record.deleted_at.is_some() {
            continue;
        }
        let rules = rules_of(cx.tx, &row)?;
        let system = record_ref(&record);
        for each in decided(&row)?.obligations {
            found.push(item(cx, &facts, &row, &system, (&each, rules))?);
        }
    }
    found.sort_by(|a, b| (&a.duty.applies_from, &a.system.code).cmp(&(&b.duty.applies_from, &b.system.code)));
    Ok(found)
}

fn decided(row: &Classification) -> AppResult<Decision> {
    let damaged =
        |why: String| AppError::new(Code::Damaged).detail(format!("classification {}: {why}", row.id));
    let result = row.result.clone().ok_or_else(|| damaged("no result".to_owned()))?;
    serde_json::from_value(result).map_err(|error| damaged(error.to_string()))
}

/// The duty of a signed classification, with its rules.
fn duty_of(
    tx: &ReadTx<'_>,
    system: RecordId,
    pack: &str,
    obligation: &str,
) -> AppResult<(Duty, &'static Rules)> {
    library()?.rules(pack)?;
    let mut rows = tx.classification().of(system)?.into_iter();
    let row = rows.find(|row| row.pack == pack && row.state == ClassificationState::Decided);
    let row = row.ok_or_else(|| AppError::refused("error-obligation-unclassified"))?;
    let rules = rules_of(tx, &row)?;
    let found = decided(&row)?.obligations.into_iter().find(|duty| duty.id == obligation);
    found.map(|duty| (duty, rules)).ok_or_else(|| AppError::new(Code::NotFound))
}

/// Id and title of lines that help, by law and article.
type Lines = BTreeMap<(String, String), Vec<(String, String)>>;

/// Everything the duties are shown with, read once.
struct Facts {
    stored: BTreeMap<RecordId, Obligation>,
    evidence: BTreeMap<RecordId, u32>,
    statuses: BTreeMap<String, ControlStatus>,
    helps: Lines,
    names: Names,
    today: Date,
}

impl Facts {
    fn read(cx: &Reading<'_>) -> AppResult<Self> {
        let stored = cx.tx.obligation().all()?.into_iter().map(|row| (row.id, row)).collect();
        let mut statuses: BTreeMap<String, ControlStatus> = BTreeMap::new();
        for row in cx.tx.control_status().all()? {
            let weakest = statuses.entry(row.control.id).or_insert(row.status);
            *weakest = (*weakest).min(row.status);
        }
        Ok(Self {
            stored,
            evidence: cx.tx.evidence_use().counts()?.into_iter().collect(),
            statuses,
            helps: helps()?,
            names: Names::read(cx.tx)?,
            today: cx.around.today(),
        })
    }

    fn help(&self, pack: &str, refs: &[String]) -> Vec<ObligationHelp> {
        let mut found: Vec<ObligationHelp> = Vec::new();
        let of = |reference: &String| self.helps.get(&(pack.to_owned(), article(reference).to_owned()));
        for (id, title) in refs.iter().filter_map(of).flatten() {
            if found.iter().all(|help| help.id != *id) {
                let status = self.statuses.get(id).copied();
                found.push(ObligationHelp { id: id.clone(), title: title.clone(), status });
            }
        }
        found
    }
}

/// The article of a provision: `Art. 26(5)` is in `Art. 26`.
fn article(reference: &str) -> &str {
    reference.split_once('(').map_or(reference, |(article, _)| article.trim_end())
}

/// Lines of ISO/IEC 42001 by the law and the article that the crosswalk to this very law relates them to: `Art. 6` is an
/// article of many laws.
fn helps() -> AppResult<Lines> {
    let library = library()?;
    let iso = &library.framework(ISO_42001)?.framework;
    let mut found: Lines = BTreeMap::new();
    for crosswalk in library.crosswalks().iter().filter(|crosswalk| crosswalk.from == ISO_42001) {
        let other = &library.framework(&crosswalk.to)?.framework;
        let bound = crosswalk.bind(iso, other).map_err(|error| AppError::internal(error.to_string()))?;
        for row in bound.rows() {
            let (Side::Found(line), Side::Found(article)) = (row.from, row.to) else { continue };
            let to = found.entry((crosswalk.to.clone(), article.id.clone())).or_default();
            if to.iter().all(|(id, _)| *id != line.id) {
                to.push((line.id.clone(), line.title.clone()));
            }
        }
    }
    Ok(found)
}

fn item(
    cx: &Reading<'_>,
    facts: &Facts,
    row: &Classification,
    system: &RecordRef,
    (given, rules): (&Duty, &Rules),
) -> AppResult<ObligationItem> {
    let duty = duty(given, rules);
    let id = obligation_id(cx.around.workspace, row.system, &row.pack, &duty.id);
    let stored = facts.stored.get(&id);
    let record = stored.map(|_| cx.tx.record().get(id)).transpose()?;
    Ok(ObligationItem {
        system: system.clone(),
        pack: row.pack.clone(),
        law: rules.text.short.clone(),
        applies: duty.applies_from <= facts.today,
        status: stored.map_or(ObligationStatus::Open, |row| row.status),
        owner: record.as_ref().and_then(|record| record.owner).map(|owner| facts.names.member(owner)),
        due: record.and_then(|record| record.due).map(|due| due.to_string()),
        reason: stored.and_then(|row| row.reason.clone()),
        evidence: facts.evidence.get(&id).copied().unwrap_or_default(),
        helps: facts.help(&row.pack, &given.refs),
        record: stored.map(|row| row.id),
        duty,
    })
}
