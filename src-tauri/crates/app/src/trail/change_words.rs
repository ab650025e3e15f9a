//! Changed rows in words: labels of tables and columns, old and new values as people read them.

use cairn_domain::field::FieldKind;
use cairn_domain::id::{MemberId, RecordId};
use cairn_domain::time::{Date, Timestamp};
use cairn_store::{RowAction, RowChange, Value};
use cairn_words::Words;
use serde::{Deserialize, Serialize};

use super::{FieldChangeView, object_words};
use crate::error::AppResult;
use crate::names::{Names, record_ref};
use crate::pack::library;
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

/// Columns that say nothing to a person: ids of the row's own record, hashes of packs, and what a decision keeps of the
/// register, of the way through crosswalks or a frozen assessment of what stood around it, which their own screens show.
const SILENT: &[&str] = &[
    "id",
    "rev",
    "kind",
    "pack_sha256",
    "result",
    "facts",
    "decisions",
    "line",
    "assessment",
    "blob",
    "via",
];

/// Columns whose words have a list of their own name; the first part is `table.column`.
const LISTS: &[(&str, &str)] = &[
    ("soa_row.decision", "soa-decision"),
    ("soa_row.exclusion_basis", "exclusion-basis"),
    ("soa_row.delivery", "delivery"),
    ("soa_row.reasons", "inclusion-reason"),
    ("control_status.status", "control-status"),
    ("gap_line.conformity", "conformity"),
    ("gap_line.maturity", "maturity"),
    ("gap_line.grade", "gap-grade"),
    ("gap_line.confidence", "confidence"),
    ("gap_answer.answer", "must-answer"),
    ("gap_assessment.state", "assessment-state"),
    ("action.status", "action-status"),
    ("classification.tier", "tier"),
    ("classification.state", "classification-state"),
    ("member.roles", "role"),
    ("member.affiliation", "affiliation"),
    ("document.state", "document-state"),
    ("approval.state", "approval-state"),
    ("approval.how", "approval-manner"),
    ("candidate.state", "candidate-state"),
    ("document_version.state", "document-state"),
    ("evidence_request.state", "request-state"),
    ("evidence_use.state", "file-state"),
    ("gap_line.pass", "assessment-pass"),
    ("obligation.status", "obligation-status"),
    ("reuse.state", "reuse-state"),
    ("screening.level", "screening-level"),
    ("sweep.state", "sweep-state"),
    ("sweep_item.answer", "sweep-answer"),
    ("system_transition.status", "system-status"),
    ("data_set.personal_data", "known"),
    ("data_set.special_categories", "known"),
];

/// Columns that hold the id of a member.
const MEMBERS: &[&str] = &[
    "owner",
    "author",
    "assessor",
    "decided_by",
    "requested_by",
    "prepared_by",
    "approved_by",
    "member",
    "recorded_by",
];

/// Columns that hold the id of a record.
const RECORDS: &[&str] = &["system", "parent", "merged_into", "evidence", "record"];

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
        let value = |value: &Value| match named(cx, &column.column, value) {
            Some(name) => Some(name),
            None => value_in_words(&change.table, &column.column, value, names, words),
        };
        fields.push(FieldChangeView {
            label: label(&change.table, &column.column, words),
            old: value(&column.old),
            new: value(&column.new),
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

fn list_of(table: &str, column: &str) -> Option<&'static str> {
    if table == "ai_system" {
        return match cairn_domain::system::field(column)?.kind {
            FieldKind::Choice(choice) | FieldKind::Choices(choice) => Some(choice.list),
            _ => None,
        };
    }
    let name = format!("{table}.{column}");
    LISTS.iter().find(|(known, _)| *known == name).map(|(_, list)| *list)
}

/// Code and name of the record that a value is the id of.
fn named(cx: &Reading<'_>, column: &str, value: &Value) -> Option<String> {
    let id = value.text().filter(|_| RECORDS.contains(&column))?.parse::<RecordId>().ok()?;
    let record = cx.tx.record().find(id).ok()??;
    Some(format!("{} {}", record.code.unwrap_or_default(), record.title).trim().to_owned())
}

/// Tiers other than those of the EU AI Act have their words in their pack.
fn tier_of_packs(id: &str) -> Option<String> {
    library().ok()?.all_rules().into_iter().find_map(|rules| Some(rules.text.tiers.get(id)?.label.clone()))
}

fn value_in_words(table: &str, column: &str, value: &Value, names: &Names, words: &Words) -> Option<String> {
    let text = match value {
        Value::Null => return None,
        Value::Integer(number) => return Some(words.number(*number)),
        Value::Text(text) if text.is_empty() => return None,
        Value::Text(text) => text,
    };
    if let Some(list) = list_of(table, column) {
        let word = |word: &str| {
            let key = format!("{list}-{word}");
            if words.has(&key) {
                words.say(&key)
            } else {
                tier_of_packs(word).unwrap_or_else(|| word.to_owned())
            }
        };
        return match serde_json::from_str::<Vec<String>>(text) {
            Ok(set) if set.is_empty() => None,
            Ok(set) => Some(set.iter().map(|each| word(each)).collect::<Vec<_>>().join(", ")),
            Err(_) => Some(word(text)),
        };
    }
    if MEMBERS.contains(&column) {
        return Some(
            text.parse::<MemberId>().ok().and_then(|id| names.of(id)).unwrap_or_else(|| text.clone()),
        );
    }
    let is_date = text.len() == 10 && text.parse::<Date>().is_ok();
    Some(match text.parse::<Timestamp>() {
        Ok(at) => crate::reports::moment(&at, words),
        Err(_) if is_date => words.date_short(text),
        Err(_) => text.clone(),
    })
}
