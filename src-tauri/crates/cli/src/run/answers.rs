//! The file of answers that `classify` reads: its form is checked before anything is made of it, so that whoever wrote
//! it learns what to change.

use std::path::Path;

use cairn_app::error::Code;
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value, json};

use crate::output::Failure;
use crate::session::Session;

/// Largest file of answers, in bytes.
const LARGEST: u64 = 1024 * 1024;

/// Reads the file as the rules take it.
pub(super) fn read(session: &Session, path: &Path) -> Result<Value, Failure> {
    let refused = |why: String| Failure {
        code: "file-refused".to_owned(),
        message: session.say("cli-answers-unreadable", &[("file", &json!(path)), ("detail", &json!(why))]),
        hints: vec![session.say("cli-answers-form", &[])],
        fields: Vec::new(),
        exit: 3,
    };
    let failed = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::NotFound => Failure {
            code: Code::Missing.to_string(),
            message: session.say("cli-answers-missing", &[("file", &json!(path))]),
            hints: Vec::new(),
            fields: Vec::new(),
            exit: 3,
        },
        kind => refused(kind.to_string()),
    };
    let size = path.metadata().map_err(failed)?.len();
    if size > LARGEST {
        return Err(refused(session.say("cli-answers-large", &[])));
    }
    let text = std::fs::read_to_string(path).map_err(failed)?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(&text);
    let found: Json = serde_json::from_str(text).map_err(|error| refused(error.to_string()))?;
    answers(&found).map_err(|wrong| refused(wrong.say(session)))
}

/// JSON that keeps every key of an object, also one that stands twice.
enum Json {
    Object(Vec<(String, Json)>),
    Array(Vec<Json>),
    Text(String),
    Other,
}

/// What does not have the form of an answers file.
#[derive(Debug, PartialEq)]
enum Wrong {
    /// Not one object with `answers`.
    NoAnswers,
    /// A part that has to be an object by ids.
    NoObject(&'static str),
    /// A key that no answers file has.
    Unknown(String),
    /// A key that stands twice.
    Twice(String),
    /// An answer that is neither a key nor a list of keys.
    Answer(String),
    /// A note that is no text.
    Note(String),
}

impl Wrong {
    fn say(&self, session: &Session) -> String {
        let (key, name) = match self {
            Self::NoAnswers => ("cli-answers-none", ""),
            Self::NoObject(name) => ("cli-answers-no-object", *name),
            Self::Unknown(name) => ("cli-answers-unknown-key", name.as_str()),
            Self::Twice(name) => ("cli-answers-twice", name.as_str()),
            Self::Answer(name) => ("cli-answers-not-a-key", name.as_str()),
            Self::Note(name) => ("cli-answers-not-a-text", name.as_str()),
        };
        session.say(key, &[("name", &json!(name))])
    }
}

fn answers(found: &Json) -> Result<Value, Wrong> {
    let Json::Object(parts) = found else { return Err(Wrong::NoAnswers) };
    let (mut answers, mut notes) = (None, Map::new());
    for (name, part) in once(parts)? {
        match name {
            "answers" => answers = Some(by_id(part, "answers", answer)?),
            "notes" => notes = by_id(part, "notes", note)?,
            other => return Err(Wrong::Unknown(other.to_owned())),
        }
    }
    Ok(json!({"answers": answers.ok_or(Wrong::NoAnswers)?, "notes": notes}))
}

fn by_id(
    part: &Json,
    name: &'static str,
    read: impl Fn(&str, &Json) -> Result<Value, Wrong>,
) -> Result<Map<String, Value>, Wrong> {
    let Json::Object(items) = part else { return Err(Wrong::NoObject(name)) };
    once(items)?.map(|(id, item)| Ok((id.to_owned(), read(id, item)?))).collect()
}

/// The parts of an object, none of them twice.
fn once(parts: &[(String, Json)]) -> Result<impl Iterator<Item = (&str, &Json)>, Wrong> {
    let mut seen = std::collections::HashSet::new();
    match parts.iter().find(|(name, _)| !seen.insert(name)) {
        Some((name, _)) => Err(Wrong::Twice(name.clone())),
        None => Ok(parts.iter().map(|(name, part)| (name.as_str(), part))),
    }
}

fn answer(id: &str, item: &Json) -> Result<Value, Wrong> {
    let wrong = || Wrong::Answer(id.to_owned());
    let key = |item: &Json| match item {
        Json::Text(key) => Ok(json!(key)),
        _ => Err(wrong()),
    };
    match item {
        Json::Array(keys) if keys.is_empty() => Err(wrong()),
        Json::Array(keys) => keys.iter().map(key).collect(),
        one => key(one),
    }
}

fn note(id: &str, item: &Json) -> Result<Value, Wrong> {
    match item {
        Json::Text(text) => Ok(json!(text)),
        _ => Err(Wrong::Note(id.to_owned())),
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Whole)
    }
}

struct Whole;

impl<'de> Visitor<'de> for Whole {
    type Value = Json;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("JSON")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Json, A::Error> {
        let mut parts = Vec::new();
        while let Some(part) = map.next_entry()? {
            parts.push(part);
        }
        Ok(Json::Object(parts))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
        let mut all = Vec::new();
        while let Some(item) = items.next_element()? {
            all.push(item);
        }
        Ok(Json::Array(all))
    }

    fn visit_str<E>(self, text: &str) -> Result<Json, E> {
        Ok(Json::Text(text.to_owned()))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Json, E> {
        Ok(Json::Other)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Json, E> {
        Ok(Json::Other)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Json, E> {
        Ok(Json::Other)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Json, E> {
        Ok(Json::Other)
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(text: &str) -> Result<Value, Wrong> {
        answers(&serde_json::from_str(text).unwrap())
    }

    #[test]
    fn what_has_the_form_is_taken_as_it_stands() {
        let read = form(r#"{"answers": {"a": "x", "b": ["y", "z"]}, "notes": {"a": "why"}}"#);
        assert_eq!(read.unwrap(), json!({"answers": {"a": "x", "b": ["y", "z"]}, "notes": {"a": "why"}}));
        assert_eq!(form(r#"{"answers": {}}"#).unwrap(), json!({"answers": {}, "notes": {}}));
    }

    #[test]
    fn every_other_form_is_named() {
        let name = str::to_owned;
        for (text, wrong) in [
            ("null", Wrong::NoAnswers),
            ("[]", Wrong::NoAnswers),
            ("5", Wrong::NoAnswers),
            ("{}", Wrong::NoAnswers),
            (r#"{"answers": null}"#, Wrong::NoObject("answers")),
            (r#"{"answers": 4.5}"#, Wrong::NoObject("answers")),
            (r#"{"answers": ["a"]}"#, Wrong::NoObject("answers")),
            (r#"{"answers": {}, "notes": true}"#, Wrong::NoObject("notes")),
            (r#"{"answers": {}, "extra": {}}"#, Wrong::Unknown(name("extra"))),
            (r#"{"answers": {}, "answers": {"a": "x"}}"#, Wrong::Twice(name("answers"))),
            (r#"{"answers": {"a": "x", "a": "y"}}"#, Wrong::Twice(name("a"))),
            (r#"{"answers": {"a": 5}}"#, Wrong::Answer(name("a"))),
            (r#"{"answers": {"a": -5}}"#, Wrong::Answer(name("a"))),
            (r#"{"answers": {"a": []}}"#, Wrong::Answer(name("a"))),
            (r#"{"answers": {"a": ["x", null]}}"#, Wrong::Answer(name("a"))),
            (r#"{"answers": {"a": {"b": "c"}}}"#, Wrong::Answer(name("a"))),
            (r#"{"answers": {}, "notes": {"a": ["x"]}}"#, Wrong::Note(name("a"))),
        ] {
            assert_eq!(form(text).unwrap_err(), wrong, "{text}");
        }
    }
}
