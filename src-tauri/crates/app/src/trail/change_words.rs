//! Changed rows in words: labels of tables and columns, old and new values as people read them.

use cairn_domain::id::RecordId;
use cairn_store::{RowAction, RowChange, Value};
use cairn_words::Words;
use serde::{Deserialize, Serialize};

use super::value_words::value_in_words;
use super::{FieldChangeView, object_words};
use crate::error::AppResult;
use crate::names::{Names, record_ref};
use crate::relation::RecordRef;
use crate::usecase::Reading;

/// One changed row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct RowChangeView {
    /// What kind of row, in words.
    pub table: String,
    /// `insert`, `update` or `delete`.
    pub action: String,
    /// The record it belongs to.
    pub record: Option<RecordRef>,
    /// Changed fields.
    pub fields: Vec<FieldChangeView>,
}

/// Columns that say nothing to a person: ids of the row's own record, hashes, keys, what the program keeps for itself,
/// and what a decision keeps of the register, of the way through crosswalks or a frozen assessment of what stood around
/// it, which their own screens show.
const SILENT: &[&str] = &[
    "id",
    "rev",
    "kind",
    "pack_sha256",
    "content_hash",
    "header_sha256",
    "public_key",
    "share_hash",
    "result",
    "facts",
    "decisions",
    "line",
    "assessment",
    "blob",
    "via",
    "criteria",
    "mapping",
    "key",
    "value",
    "screen",
    "query",
    "columns",
];

/// Puts a changed row into words.
pub(super) fn in_words(cx: &Reading<'_>, change: &RowChange, names: &Names) -> AppResult<RowChangeView> {
    let words = cx.around.words;
    let record = match change.row.parse::<RecordId>() {
        Ok(id) => cx.tx.record().find(id)?.as_ref().map(record_ref),
        Err(_) => None,
    };
    let action = match change.action {
        RowAction::Insert => "insert",
        RowAction::Update => "update",
        RowAction::Delete => "delete",
    };
    let mut fields = Vec::new();
    for column in change.columns.iter().filter(|column| !SILENT.contains(&column.column.as_str())) {
        if let Some(parts) = object_words::parts(cx, change, column)? {
            fields.extend(parts);
            continue;
        }
        let value = |value: &Value| value_in_words(cx, &change.table, &column.column, value, names);
        fields.push(FieldChangeView {
            label: label(&change.table, &column.column, words),
            old: value(&column.old)?,
            new: value(&column.new)?,
        });
    }
    fields.retain(|field| field.old != field.new);
    Ok(RowChangeView {
        table: words.say(&format!("table-{}", change.table)),
        action: action.to_owned(),
        record,
        fields,
    })
}

/// Which field of which record, for a conflict; without a column the row itself.
pub(super) fn place(cx: &Reading<'_>, table: &str, row: &str, column: Option<&str>) -> AppResult<String> {
    let words = cx.around.words;
    let record = match row.parse::<RecordId>() {
        Ok(id) => cx.tx.record().find(id)?,
        Err(_) => None,
    };
    let field = match column {
        Some(column) => label(table, column, words),
        None => words.say(&format!("table-{table}")),
    };
    let Some(record) = record else { return Ok(field) };
    let name = format!("{} {}", record.code.unwrap_or_default(), record.title);
    Ok(words.say_with(
        "trail-conflict-field",
        &[("field", field.into()), ("record", name.trim().to_owned().into())],
    ))
}

fn label(table: &str, column: &str, words: &Words) -> String {
    let key = if table == "ai_system" {
        format!("system-field-{column}")
    } else {
        format!("column-{table}-{column}")
    };
    [key, format!("column-{column}")]
        .iter()
        .find(|key| words.has(key))
        .map_or_else(|| column.replace('_', " "), |key| words.say(key))
}
