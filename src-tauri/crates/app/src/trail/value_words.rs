//! A stored value as people read it.

use cairn_domain::field::FieldKind;
use cairn_domain::id::{MemberId, RecordId};
use cairn_domain::requirement::RequirementRef;
use cairn_domain::time::{Date, Timestamp};
use cairn_store::Value;
use cairn_words::Words;

use crate::discovery::guide;
use crate::error::AppResult;
use crate::names::Names;
use crate::pack::{ISO_42001, library};
use crate::usecase::Reading;

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
    ("link.relation", "link-relation-out"),
    ("plan_step.step", "plan-step"),
    ("organisation.language", "language-name"),
    ("organisation.report_language", "language-name"),
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

/// Numbers that stand for yes and no.
const YES_OR_NO: &[&str] = &["member.active", "classification.provisional"];

/// Columns that name an entry of a framework, as `framework:id`.
const REQUIREMENTS: &[&str] = &[
    "control_status.control",
    "evidence_request.requirement",
    "gap_line.requirement",
    "reuse.requirement",
    "reuse.source",
    "soa_row.control",
];

/// A value in words; none when there is nothing.
///
/// # Errors
/// When reading fails.
pub(super) fn value_in_words(
    cx: &Reading<'_>,
    table: &str,
    column: &str,
    value: &Value,
    names: &Names,
) -> AppResult<Option<String>> {
    let words = cx.around.words;
    let place = format!("{table}.{column}");
    let text = match value {
        Value::Null => return Ok(None),
        Value::Integer(number) if YES_OR_NO.contains(&place.as_str()) => {
            return Ok(Some(words.say(if *number == 0 { "known-no" } else { "known-yes" })));
        }
        Value::Integer(number) => return Ok(Some(words.number(*number))),
        Value::Text(text) if text.is_empty() => return Ok(None),
        Value::Text(text) => text,
    };
    if let Some(list) = list_of(table, column) {
        return Ok(from_list(list, text, words));
    }
    if MEMBERS.contains(&column) {
        let known = text.parse::<MemberId>().ok().and_then(|id| names.of(id));
        return Ok(Some(known.unwrap_or_else(|| text.clone())));
    }
    if let Some(title) = of_packs(&place, text) {
        return Ok(Some(title));
    }
    if REQUIREMENTS.contains(&place.as_str())
        && let Some(entry) = requirement(text)
    {
        return Ok(Some(entry));
    }
    if let Ok(id) = text.parse::<RecordId>() {
        return Ok(Some(match cx.tx.record().find(id)? {
            Some(record) => format!("{} {}", record.code.unwrap_or_default(), record.title).trim().to_owned(),
            None => words.say("history-record-gone"),
        }));
    }
    let is_date = text.len() == 10 && text.parse::<Date>().is_ok();
    Ok(Some(match text.parse::<Timestamp>() {
        Ok(at) => crate::reports::moment(&at, words),
        Err(_) if is_date => words.date_short(text),
        Err(_) => text.clone(),
    }))
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

/// A word, or a set of words, of a closed list.
fn from_list(list: &str, text: &str, words: &Words) -> Option<String> {
    let word = |word: &str| {
        // Links have their words for both directions; a stored link is told from where it begins.
        let key = match list.strip_suffix("-out") {
            Some(list) => format!("{list}-{word}-out"),
            None => format!("{list}-{word}"),
        };
        if words.has(&key) { words.say(&key) } else { tier_of_packs(word).unwrap_or_else(|| word.to_owned()) }
    };
    match serde_json::from_str::<Vec<String>>(text) {
        Ok(set) if set.is_empty() => None,
        Ok(set) => Some(set.iter().map(|each| word(each)).collect::<Vec<_>>().join(", ")),
        Err(_) => Some(word(text)),
    }
}

/// Tiers other than those of the EU AI Act have their words in their pack.
fn tier_of_packs(id: &str) -> Option<String> {
    library().ok()?.all_rules().into_iter().find_map(|rules| Some(rules.text.tiers.get(id)?.label.clone()))
}

/// An entry of a framework by id and title; of a framework other than ISO/IEC 42001 also by that one's title.
fn requirement(text: &str) -> Option<String> {
    let reference = text.parse::<RequirementRef>().ok()?;
    let framework = &library().ok()?.framework(&reference.framework).ok()?.framework;
    let entry = framework.get(&reference.id)?;
    let named = format!("{} {}", entry.id, entry.title);
    Some(if framework.id == ISO_42001 { named } else { format!("{named}, {}", framework.title) })
}

/// What packs and the guide of discovery call the things that a column names by key.
fn of_packs(place: &str, key: &str) -> Option<String> {
    let rules = || library().ok()?.all_rules().into_iter().find(|rules| rules.pack.file().id == key);
    let title = || Some(library().ok()?.framework(key).ok()?.framework.title.clone());
    match place {
        "classification.pack" | "obligation.pack" => Some(rules()?.text.short.clone()),
        "gap_assessment.framework" => title(),
        "pack.pack" => {
            let id = key.strip_suffix(".en").unwrap_or(key);
            of_packs("classification.pack", id).or_else(|| of_packs("gap_assessment.framework", id))
        }
        "obligation.obligation" => {
            let all = library().ok()?.all_rules();
            all.into_iter().find_map(|rules| Some(rules.text.obligations.get(key)?.label.clone()))
        }
        "sweep.area" => Some(guide().ok()?.area(key)?.title.clone()),
        "sweep_item.item" | "candidate.found_by" => Some(guide().ok()?.source(key)?.to_owned()),
        _ => None,
    }
}
