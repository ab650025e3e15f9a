//! What the register said of a system when it was decided, and what has changed since.

use std::collections::BTreeMap;

use cairn_domain::system::DECIDING;
use cairn_store::table::ai_system::AiSystem;
use cairn_store::table::classification::Classification;
use cairn_words::Words;
use serde::{Deserialize, Serialize};

use crate::error::{AppError, AppResult, Code};
use crate::import::value_label;

/// Values of the fields a classification rests on; empty ones are left out.
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

/// What the register says now.
pub(super) fn facts_of(system: &AiSystem) -> Facts {
    let known = DECIDING.iter().filter_map(|key| Some(((*key).to_owned(), system.field(key)?.to_owned())));
    known.filter(|(_, value)| !value.trim().is_empty()).collect()
}

/// What the register said when a case was decided; none for a draft, and for decisions made before facts were kept.
pub(super) fn stored(row: &Classification) -> AppResult<Option<Facts>> {
    let damaged = |error: serde_json::Error| {
        AppError::new(Code::Damaged).detail(format!("classification {}: {error}", row.id))
    };
    row.facts.clone().map(|facts| serde_json::from_value(facts).map_err(damaged)).transpose()
}

/// Whether a stored fact is another one now.
pub(super) fn changed(then: &serde_json::Value, system: &AiSystem) -> bool {
    let then = then.as_object();
    DECIDING.iter().any(|key| {
        let before = then.and_then(|facts| facts.get(*key)).and_then(serde_json::Value::as_str);
        let now = system.field(key).filter(|value| !value.trim().is_empty());
        before != now
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
    let label = |key: &str, value: &String| {
        if value.is_empty() { String::new() } else { value_label(key, value, words, &[]) }
    };
    let fact = |key: &&str| {
        let before = then.get(*key).unwrap_or(&empty);
        let after = now.as_ref().map(|now| now.get(*key).unwrap_or(&empty)).filter(|after| *after != before);
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
