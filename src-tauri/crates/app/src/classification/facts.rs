//! What the register said of a system when it was decided, and what has changed since.

use std::collections::BTreeMap;

use cairn_domain::system::{DECIDING, DECIDING_LATER, moves_decision};
use cairn_store::table::ai_system::AiSystem;
use cairn_store::table::classification::Classification;
use cairn_words::Words;
use serde::{Deserialize, Serialize};

use crate::error::{AppError, AppResult, Code};
use crate::import::value_label;

/// Values of the fields a classification rests on. Decisions of earlier versions leave empty ones out.
pub(super) type Facts = BTreeMap<String, String>;

/// A fact of the register that the decision rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ClassificationFact {
    /// Key of the field.
    pub field: String,
    /// Its label.
    pub label: String,
    /// What it was; empty for nothing.
    pub then: String,
    /// What it is now, where that is something else; empty for nothing.
    pub now: Option<String>,
}

/// What the register says now, every field of it, so that what was empty can be told from what was not kept.
pub(super) fn facts_of(system: &AiSystem) -> Facts {
    let value = |key: &str| system.field(key).filter(|value| !value.trim().is_empty()).unwrap_or_default();
    DECIDING.iter().map(|key| ((*key).to_owned(), value(key).to_owned())).collect()
}

/// What the register said when a case was decided; none for a draft, and for decisions made before facts were kept.
pub(super) fn stored(row: &Classification) -> AppResult<Option<Facts>> {
    let damaged = |error: serde_json::Error| {
        AppError::new(Code::Damaged).detail(format!("classification {}: {error}", row.id))
    };
    row.facts.clone().map(|facts| serde_json::from_value(facts).map_err(damaged)).transpose()
}

/// What a decision says of a field; none where it was not kept then.
fn kept<'a>(key: &str, value: Option<&'a str>) -> Option<&'a str> {
    value.or_else(|| (!DECIDING_LATER.contains(&key)).then_some(""))
}

/// Whether a stored fact is another one now, in a way that the decision may not stand.
pub(super) fn changed(then: &serde_json::Value, system: &AiSystem) -> bool {
    let then = then.as_object();
    DECIDING.iter().any(|key| {
        let before = then.and_then(|facts| facts.get(*key)).and_then(serde_json::Value::as_str);
        let now = system.field(key).unwrap_or_default();
        kept(key, before).is_some_and(|before| moves_decision(key, before, now))
    })
}

/// The facts in words: of a decision those it rests on with what changed, of a draft those of today.
pub(super) fn in_words(
    row: Option<&Classification>,
    system: &AiSystem,
    words: &Words,
) -> AppResult<Vec<ClassificationFact>> {
    let now = facts_of(system);
    let then = row.map(stored).transpose()?.flatten();
    let (then, now) = match then {
        Some(then) => (then, Some(now)),
        None => (now, None),
    };
    let empty = String::new();
    let label = |key: &str, value: &str| {
        if value.is_empty() { String::new() } else { value_label(key, value, words, &[]) }
    };
    let fact = |key: &&str| {
        let before = kept(key, then.get(*key).map(String::as_str));
        let after = now.as_ref().map(|now| now.get(*key).unwrap_or(&empty));
        let after = after.filter(|after| before.is_some_and(|before| moves_decision(key, before, after)));
        let before = before.unwrap_or_default();
        if before.is_empty() && after.is_none() {
            return None;
        }
        Some(ClassificationFact {
            field: (*key).to_owned(),
            label: words.say(&format!("system-field-{key}")),
            then: label(key, before),
            now: after.map(|after| label(key, after)),
        })
    };
    Ok(DECIDING.iter().filter_map(fact).collect())
}
