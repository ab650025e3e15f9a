//! Sets of data that a system was trained, validated or tested with.

use cairn_domain::field::FieldError;
use cairn_domain::id::RecordId;
use cairn_domain::system::Known;
use cairn_store::ReadTx;
use cairn_store::table::data_set::DataSet;
use serde::{Deserialize, Serialize};

use super::life::{tell, text};
use crate::error::{AppError, AppResult, Code};
use crate::tag::Tag;
use crate::usecase::{Mutation, Writing};

/// Longest id or name of a set, in characters.
const LONGEST_NAME: usize = 400;

/// A set of data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "SystemDataSet")]
pub struct DataSetView {
    /// Id of the row.
    pub id: RecordId,
    /// Its id or name, as its keeper calls it.
    pub name: String,
    /// Where it comes from, and by what right it is used.
    pub provenance: Option<String>,
    /// Whether it holds personal data.
    pub personal_data: Option<Known>,
    /// Whether it holds special categories of personal data.
    pub special_categories: Option<Known>,
    /// What it is used for, or a remark.
    pub note: Option<String>,
}

/// The sets of a system.
pub(super) fn of(tx: &ReadTx<'_>, system: RecordId) -> AppResult<Vec<DataSetView>> {
    let view = |row: DataSet| DataSetView {
        id: row.id,
        name: row.name,
        provenance: row.provenance,
        personal_data: row.personal_data,
        special_categories: row.special_categories,
        note: row.note,
    };
    Ok(tx.data_set().of(system)?.into_iter().map(view).collect())
}

/// Adds a set of data to a system, or changes one.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "SystemDataSetInput")]
pub struct PutDataSet {
    /// The system.
    pub id: RecordId,
    /// The set to change; none adds one.
    pub row: Option<RecordId>,
    /// Its id or name.
    pub name: String,
    /// Where it comes from, and by what right it is used.
    pub provenance: String,
    /// Whether it holds personal data.
    pub personal_data: Option<Known>,
    /// Whether it holds special categories of personal data.
    pub special_categories: Option<Known>,
    /// What it is used for, or a remark.
    pub note: String,
}

impl Mutation for PutDataSet {
    const NAME: &'static str = "system.data_set";
    const TAGS: &'static [Tag] = &[Tag::Systems, Tag::Trail];
    type Output = ();

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<()> {
        cx.tx.ai_system().get(self.id)?;
        let name = self.name.trim().to_owned();
        let refuse = |code| Err(FieldError { field: "name".to_owned(), code }.into());
        match name.chars().count() {
            0 => return refuse("required"),
            length if length > LONGEST_NAME => return refuse("too-long"),
            _ => {}
        }
        let row = DataSet {
            id: self.row.unwrap_or_else(|| RecordId(cx.tx.fresh_id())),
            rev: cx.tx.stamp(),
            system: self.id,
            name,
            provenance: text("provenance", &self.provenance)?,
            personal_data: self.personal_data,
            special_categories: self.special_categories,
            note: text("note", &self.note)?,
        };
        if self.row.is_some() {
            let stored = cx.tx.data_set().get(row.id)?;
            if stored.system != self.id {
                return Err(AppError::new(Code::NotFound));
            }
            cx.tx.data_set().update(&DataSet { rev: stored.rev, ..row })?;
        } else {
            cx.tx.data_set().insert(&row)?;
        }
        tell(cx, self.id, "history-system-data-set", None)
    }
}

/// Takes a set of data away from a system.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "SystemDropDataSetInput")]
pub struct DropDataSet {
    /// The set.
    pub id: RecordId,
}

impl Mutation for DropDataSet {
    const NAME: &'static str = "system.drop_data_set";
    const TAGS: &'static [Tag] = PutDataSet::TAGS;
    type Output = ();

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<()> {
        let row = cx.tx.data_set().get(self.id)?;
        cx.tx.data_set().delete(self.id)?;
        tell(cx, row.system, "history-system-drop-data-set", None)
    }
}
