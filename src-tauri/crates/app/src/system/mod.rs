//! The AI system register.

use std::collections::{BTreeMap, BTreeSet};

use cairn_domain::field::FieldKind;
use cairn_domain::id::{MemberId, RecordId};
use cairn_domain::record::RecordKind;
use cairn_domain::state::ScreeningLevel;
use cairn_domain::system;
use cairn_store::table::ai_system::{LISTED, SystemFilter, SystemLine, SystemSort};
use cairn_store::table::record::Record;
use cairn_store::{Page, ReadTx};
use cairn_words::Words;
use serde::{Deserialize, Serialize};

use crate::error::AppResult;
use crate::field::{FieldDescription, describe};
use crate::names::record_ref;
use crate::relation::RecordRef;
use crate::tag::Tag;
use crate::usecase::{Query, Reading};

mod change;
mod class;
mod data;
mod life;
mod like;
mod merge;
mod part;

pub(crate) use change::change;
pub use change::{Create, Created, Delete, Update, UpdateMany};
pub(crate) use class::classes;
pub use class::{GetClass, SystemClass, SystemStatement};
pub use data::{DataSetView, DropDataSet, PutDataSet};
pub use life::{DropTransition, DropVersion, GetLife, PutVersion, Transition};
pub(crate) use life::{Stand, follow};
pub use like::Like;
pub use merge::Merge;
pub use part::SetParent;

/// A system in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct SystemItem {
    /// The record.
    pub id: RecordId,
    /// Human code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Life-cycle stage, none when unknown.
    pub status: Option<system::SystemStatus>,
    /// Scope decision.
    pub scope: system::SystemScope,
    /// Tier of the latest decision; none while not classified.
    pub tier: Option<String>,
    /// Whether a classification has been begun and not decided.
    pub draft: bool,
    /// Screening level, where somebody screened it; never the legal tier.
    pub screening: Option<ScreeningLevel>,
    /// Who owns it.
    pub owner: Option<MemberRef>,
    /// Who supplies it.
    pub supplier: Option<String>,
    /// Department.
    pub department: Option<String>,
    /// Next review.
    pub review_due: Option<String>,
    /// The system it is a part of.
    pub parent: Option<RecordRef>,
    /// Other fields that the list can show, in words, by key.
    pub more: BTreeMap<String, String>,
}

/// A member by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct MemberRef {
    /// The member.
    pub id: MemberId,
    /// Their name.
    pub name: String,
}

/// What to show and in which order.
#[derive(Debug, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(rename = "SystemListInput")]
pub struct List {
    /// Text that name, code, supplier, purpose or department holds.
    pub text: Option<String>,
    /// Only these stages; `unknown` stands for none.
    pub status: Vec<String>,
    /// Only these scope decisions.
    pub scope: Vec<system::SystemScope>,
    /// Only these tiers; `not-classified` stands for none.
    pub tier: Vec<String>,
    /// Only systems these members own; an empty text stands for nobody.
    pub owner: Vec<String>,
    /// Only systems of these suppliers; an empty text stands for none.
    pub supplier: Vec<String>,
    /// Only systems of these departments; an empty text stands for none.
    pub department: Vec<String>,
    /// Only these screening levels; an empty text stands for not screened.
    pub screening: Vec<String>,
    /// Only this system and its parts.
    pub parent: Option<RecordId>,
    /// Order; by code when empty.
    pub sort: Option<SystemOrder>,
    /// From Z to A.
    pub descending: bool,
    /// Rows to leave out at the beginning.
    pub offset: u32,
    /// Rows at most; 0 stands for all.
    pub limit: u32,
}

cairn_domain::words! {
    /// What the list can be ordered by.
    SystemOrder = "system-order" {
        /// Human code.
        Code = "code",
        /// Name.
        Name = "name",
        /// Life-cycle stage.
        Status = "status",
        /// Tier, worst first.
        Tier = "tier",
        /// Owner's name.
        Owner = "owner",
        /// Review date.
        Review = "review",
        /// Screening level, highest first.
        Screening = "screening",
    }
}

impl From<SystemOrder> for SystemSort {
    fn from(order: SystemOrder) -> Self {
        match order {
            SystemOrder::Code => Self::Code,
            SystemOrder::Name => Self::Name,
            SystemOrder::Status => Self::Status,
            SystemOrder::Tier => Self::Tier,
            SystemOrder::Owner => Self::Owner,
            SystemOrder::Review => Self::Due,
            SystemOrder::Screening => Self::Screening,
        }
    }
}

/// A page of the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct SystemPage {
    /// Rows of this page.
    pub items: Vec<SystemItem>,
    /// Systems that fit the filter.
    pub found: u64,
    /// Systems in all.
    pub total: u64,
    /// Systems in all with a decided classification.
    pub classified: u64,
}

impl Query for List {
    const NAME: &'static str = "system.list";
    const TAGS: &'static [Tag] = &[Tag::Systems, Tag::Classifications, Tag::Members];
    type Output = SystemPage;

    fn run(self, cx: &Reading<'_>) -> AppResult<Self::Output> {
        let known = self.status.iter().filter_map(|word| word.parse().ok());
        let not_classified = |tier: String| if tier == "not-classified" { String::new() } else { tier };
        let filter = SystemFilter {
            text: self.text.unwrap_or_default(),
            status_unknown: self.status.iter().any(|word| word == "unknown"),
            status: known.collect(),
            tier: self.tier.into_iter().map(not_classified).collect(),
            owner: self.owner.iter().map(|id| id.parse().ok()).collect(),
            scope: self.scope,
            supplier: self.supplier,
            department: self.department,
            screening: self.screening,
            parent: self.parent,
        };
        let limit = if self.limit == 0 { u32::MAX } else { self.limit };
        let page = Page { limit, offset: self.offset };
        let found = cx.tx.ai_system().list(
            &filter,
            self.sort.map_or(SystemSort::Code, SystemSort::from),
            self.descending,
            page,
        )?;
        let (total, classified) = counts(cx.tx)?;
        Ok(SystemPage {
            items: found.rows.into_iter().map(|line| item(line, cx.around.words)).collect(),
            found: found.total,
            total,
            classified,
        })
    }
}

/// Systems in all, and how many of them have a decision in force.
pub(crate) fn counts(tx: &ReadTx<'_>) -> AppResult<(u64, u64)> {
    let none = Page { limit: 0, offset: 0 };
    let count = |filter: &SystemFilter| tx.ai_system().list(filter, SystemSort::Code, false, none);
    let total = count(&SystemFilter::default())?.total;
    let open = count(&SystemFilter { tier: vec![String::new()], ..SystemFilter::default() })?.total;
    Ok((total, total.saturating_sub(open)))
}

/// What the list can be narrowed to beside closed lists of words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct SystemChoices {
    /// Suppliers named in the register.
    pub suppliers: Vec<String>,
    /// Departments named in the register.
    pub departments: Vec<String>,
    /// Systems that have parts.
    pub wholes: Vec<RecordRef>,
}

/// What the list can be narrowed to.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "SystemChoicesInput")]
pub struct Choices {}

impl Query for Choices {
    const NAME: &'static str = "system.choices";
    const TAGS: &'static [Tag] = &[Tag::Systems];
    type Output = SystemChoices;

    fn run(self, cx: &Reading<'_>) -> AppResult<Self::Output> {
        let (suppliers, departments) = cx.tx.ai_system().named()?;
        let wholes: BTreeSet<RecordId> = cx.tx.ai_system().parents()?.into_values().collect();
        let mut found = Vec::with_capacity(wholes.len());
        for id in wholes {
            found.push(cx.tx.record().get(id)?);
        }
        found.retain(|record| record.deleted_at.is_none());
        found.sort_by(|a, b| a.code.cmp(&b.code));
        Ok(SystemChoices { suppliers, departments, wholes: found.iter().map(record_ref).collect() })
    }
}

fn item(line: SystemLine, words: &Words) -> SystemItem {
    let more = line.more.iter().map(|(key, value)| ((*key).to_owned(), in_words(key, value, words)));
    let part_of = |(id, code, title)| RecordRef { id, kind: RecordKind::System, code, title };
    let owner = line.owner.map(|id| MemberRef { id, name: line.owner_name.unwrap_or_default() });
    SystemItem {
        id: line.id,
        code: line.code.unwrap_or_default(),
        name: line.name,
        status: line.status,
        scope: line.scope.unwrap_or(system::SystemScope::NotDecided),
        tier: line.tier,
        draft: line.has_draft,
        screening: line.screening,
        owner,
        supplier: line.supplier,
        department: line.department,
        review_due: line.due.map(|date| date.to_string()),
        parent: line.parent.map(part_of),
        more: more.collect(),
    }
}

/// A stored value as people read it.
fn in_words(key: &str, value: &str, words: &Words) -> String {
    match system::field(key).map(|field| field.kind) {
        Some(FieldKind::Date) => words.date_short(value),
        _ => crate::import::value_label(key, value, words, &[]),
    }
}

/// The fields of a system, for forms.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "SystemFieldsInput")]
pub struct Fields {}

impl Query for Fields {
    const NAME: &'static str = "system.fields";
    const TAGS: &'static [Tag] = &[];
    type Output = Vec<FieldDescription>;

    fn run(self, cx: &Reading<'_>) -> AppResult<Self::Output> {
        Ok(system::FIELDS.iter().map(|field| describe("system", field, cx.around.words)).collect())
    }
}

/// One system with all its values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct SystemView {
    /// What the list shows.
    pub item: SystemItem,
    /// Stamp to send back with an update.
    pub rev: String,
    /// Values by field key; sets are JSON arrays.
    pub values: BTreeMap<String, Option<String>>,
    /// Facts an import brought along, by header, in the order of the file.
    pub imported: Vec<ImportedFact>,
    /// Where it was imported from.
    pub source: Option<String>,
    /// Its parts.
    pub parts: Vec<RecordRef>,
    /// Sets of data it was trained, validated or tested with.
    pub data_sets: Vec<DataSetView>,
    /// Links, evidence, comments and actions.
    pub counts: RelationCounts,
    /// Why it takes no further changes; none while it is in the register.
    pub gone: Option<SystemGone>,
}

/// That a system was deleted, or turned out to be another one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct SystemGone {
    /// When.
    pub at: String,
    /// The system that stays, where it was merged; none where it was deleted.
    pub into: Option<RecordRef>,
}

/// A cell of an imported row that no field took.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ImportedFact {
    /// Header of the column.
    pub header: String,
    /// The cell as it was.
    pub value: String,
}

/// How much hangs on a record.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct RelationCounts {
    /// Links either way.
    pub links: u64,
    /// Evidence attached.
    pub evidence: u64,
    /// Comments.
    pub comments: u64,
    /// Actions.
    pub actions: u64,
    /// Entries of its history.
    pub history: u64,
}

/// One system.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "SystemGetInput")]
pub struct Get {
    /// The record.
    pub id: RecordId,
}

impl Query for Get {
    const NAME: &'static str = "system.get";
    const TAGS: &'static [Tag] =
        &[Tag::Systems, Tag::Classifications, Tag::Members, Tag::Relations, Tag::Evidence, Tag::Trail];
    type Output = SystemView;

    fn run(self, cx: &Reading<'_>) -> AppResult<Self::Output> {
        view(cx, self.id)
    }
}

/// One system with all its values.
pub(crate) fn view(cx: &Reading<'_>, id: RecordId) -> AppResult<SystemView> {
    let tx = cx.tx;
    let record = tx.record().get(id)?;
    let stored = tx.ai_system().get(id)?;
    let names = crate::names::Names::read(tx)?;
    let decided = tx.classification().latest(
        id,
        crate::pack::EU_AI_ACT,
        cairn_domain::state::ClassificationState::Decided,
    )?;
    let draft = tx
        .classification()
        .latest(id, crate::pack::EU_AI_ACT, cairn_domain::state::ClassificationState::Draft)?
        .is_some();
    let mut values: BTreeMap<String, Option<String>> = system::columns()
        .map(|field| (field.key.to_owned(), stored.field(field.key).map(str::to_owned)))
        .collect();
    values.insert("name".to_owned(), Some(record.title.clone()));
    values.insert("owner".to_owned(), record.owner.map(|owner| owner.to_string()));
    values.insert("review_due".to_owned(), record.due.as_ref().map(ToString::to_string));
    let word = |key: &str| stored.field(key).and_then(|word| word.parse().ok());
    let parent = stored.parent.map(|id| tx.record().get(id)).transpose()?;
    let parts: Vec<_> =
        tx.ai_system().parts(id)?.iter().map(|part| tx.record().get(part.id)).collect::<Result<_, _>>()?;
    let more = LISTED.iter().filter_map(|key| Some((*key, stored.field(key)?)));
    let item = SystemItem {
        id,
        code: record.code.clone().unwrap_or_default(),
        name: record.title.clone(),
        status: stored.field("status").and_then(|word| word.parse().ok()),
        scope: word("scope").unwrap_or(system::SystemScope::NotDecided),
        tier: decided.and_then(|decision| decision.tier),
        draft,
        screening: tx.screening().of(id)?.map(|row| row.level),
        owner: record.owner.map(|owner| names.member(owner)),
        supplier: stored.field("supplier").map(str::to_owned),
        department: stored.field("department").map(str::to_owned),
        review_due: record.due.as_ref().map(ToString::to_string),
        parent: parent.filter(|record| record.deleted_at.is_none()).as_ref().map(record_ref),
        more: more.map(|(key, value)| (key.to_owned(), in_words(key, value, cx.around.words))).collect(),
    };
    let facts = stored.imported_facts.as_ref().and_then(serde_json::Value::as_object);
    let imported = facts.into_iter().flatten().map(|(header, value)| ImportedFact {
        header: header.clone(),
        value: value.as_str().map_or_else(|| value.to_string(), str::to_owned),
    });
    Ok(SystemView {
        item,
        rev: stored.rev.to_string(),
        values,
        imported: imported.collect(),
        source: stored.source.clone(),
        parts: parts.iter().map(record_ref).collect(),
        data_sets: data::of(tx, id)?,
        counts: crate::relation::counts(tx, id)?,
        gone: gone(tx, &record, stored.merged_into)?,
    })
}

/// Why a system takes no further changes. Where the one it was merged into was merged again, the last one is named.
fn gone(tx: &ReadTx<'_>, record: &Record, into: Option<RecordId>) -> AppResult<Option<SystemGone>> {
    let Some(at) = &record.deleted_at else { return Ok(None) };
    let mut last = into;
    let mut seen = BTreeSet::from([record.id]);
    while let Some(next) = last.map(|id| tx.ai_system().get(id)).transpose()?.and_then(|row| row.merged_into)
    {
        // A merge never ends in itself; a damaged file may.
        if !seen.insert(next) {
            break;
        }
        last = Some(next);
    }
    let into = last.map(|id| tx.record().get(id)).transpose()?;
    Ok(Some(SystemGone { at: at.to_string(), into: into.as_ref().map(record_ref) }))
}
