//! Columns that keep an object, as one line for each part that changed: answers by question, imported facts by column.

use std::collections::BTreeSet;

use cairn_domain::id::RecordId;
use cairn_domain::soa::Reason;
use cairn_store::{ColumnChange, RowChange, Value};
use cairn_words::Words;
use serde_json::{Map, Value as Json};

use super::FieldChangeView;
use crate::error::AppResult;
use crate::pack::{Rules, library};
use crate::usecase::Reading;

/// The parts of a column that changed, in words; none when it keeps no object.
pub(super) fn parts(
    cx: &Reading<'_>,
    change: &RowChange,
    column: &ColumnChange,
) -> AppResult<Option<Vec<FieldChangeView>>> {
    let (old, new) = (object(&column.old), object(&column.new));
    if old.is_none() && new.is_none() {
        return Ok(None);
    }
    let (old, new) = (old.unwrap_or_default(), new.unwrap_or_default());
    let speaker = Speaker::of(cx, change, &column.column)?;
    let keys: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    let changed = keys.into_iter().filter(|key| old.get(*key) != new.get(*key));
    let mut fields = Vec::new();
    for key in changed {
        fields.push(FieldChangeView {
            label: speaker.label(key),
            old: speaker.value(key, old.get(key))?,
            new: speaker.value(key, new.get(key))?,
        });
    }
    Ok(Some(fields))
}

fn object(value: &Value) -> Option<Map<String, Json>> {
    serde_json::from_str(value.text()?).ok()
}

/// Who knows the words of a column's keys and values.
enum Speaker<'a> {
    /// Questions and answers of a rule pack.
    Answers(&'static Rules),
    /// Written reasons by question or note of a rule pack.
    Notes(&'static Rules),
    /// Sources of risk with a level each.
    Screening(&'a Words),
    /// Reasons for a control with what each rests on.
    Reasons(&'a Reading<'a>),
    /// Keys and values that are words already, such as imported facts.
    Plain,
}

impl<'a> Speaker<'a> {
    fn of(cx: &'a Reading<'_>, change: &RowChange, column: &str) -> AppResult<Self> {
        Ok(match (change.table.as_str(), column) {
            ("classification", "answers" | "notes") => match rules(cx, change)? {
                Some(rules) if column == "answers" => Self::Answers(rules),
                Some(rules) => Self::Notes(rules),
                None => Self::Plain,
            },
            ("screening", "answers") => Self::Screening(cx.around.words),
            ("soa_row", "reason_links") => Self::Reasons(cx),
            _ => Self::Plain,
        })
    }

    fn label(&self, key: &str) -> String {
        let known = match self {
            Self::Answers(rules) => rules.text.questions.get(key).map(|question| question.text.clone()),
            Self::Notes(rules) => match (rules.text.questions.get(key), rules.text.notes.get(key)) {
                (Some(question), _) => Some(question.text.clone()),
                (None, note) => note.map(|note| note.label.clone()),
            },
            Self::Screening(_) => crate::screening::source_title(key),
            Self::Reasons(cx) => key
                .parse::<Reason>()
                .ok()
                .map(|reason| cx.around.words.say(&format!("inclusion-reason-{reason}"))),
            Self::Plain => None,
        };
        known.unwrap_or_else(|| key.to_owned())
    }

    /// A value in words; none when there is nothing.
    fn value(&self, key: &str, value: Option<&Json>) -> AppResult<Option<String>> {
        let words: Vec<String> = match value {
            None | Some(Json::Null) => return Ok(None),
            Some(Json::String(text)) => vec![self.word(key, text)?],
            Some(Json::Array(items)) => {
                let texts = items.iter().filter_map(Json::as_str);
                texts.map(|text| self.word(key, text)).collect::<AppResult<_>>()?
            }
            Some(other) => vec![other.to_string()],
        };
        Ok(Some(words.join(", ")).filter(|text| !text.is_empty()))
    }

    fn word(&self, key: &str, text: &str) -> AppResult<String> {
        let known = match self {
            Self::Answers(rules) => Some(crate::classification::answer(text, key, rules)),
            Self::Screening(words) => Some(words.say(&format!("screening-level-{text}"))),
            Self::Reasons(cx) => crate::soa::target_label(cx.tx, text)?,
            Self::Notes(_) | Self::Plain => None,
        };
        Ok(known.unwrap_or_else(|| text.to_owned()))
    }
}

/// The rules a decision was made by; for a row that is gone, the newest of the pack it named.
fn rules(cx: &Reading<'_>, change: &RowChange) -> AppResult<Option<&'static Rules>> {
    if let Ok(id) = change.row.parse::<RecordId>()
        && let Some(row) = cx.tx.classification().find(id)?
    {
        return crate::classification::rules_of(cx.tx, &row).map(Some);
    }
    let named = change.column("pack").and_then(|pack| pack.old.text().or(pack.new.text()));
    Ok(named.and_then(|pack| library().ok()?.rules(pack).ok()))
}
