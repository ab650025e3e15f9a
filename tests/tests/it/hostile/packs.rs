//! Packs: a file that is damaged, or says impossible things, is refused with its problems or is whole.

use std::path::Path;
use std::sync::LazyLock;

use cairn_domain::crosswalk::Crosswalk;
use cairn_domain::framework::Framework;
use cairn_domain::rules::{Answers, PackText, RulePack};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

use super::{cases, edits, mutate};

const WORDS: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    "\"",
    ":",
    ",",
    "null",
    "true",
    "0",
    "-1",
    "1e999",
    "\"id\"",
    "\"parent\"",
    "\"all\"",
    "\"any\"",
    "\"not\"",
    "6.1.2",
    "A.5.2",
    "\\u0000",
    "\\ud800",
];

fn asset(path: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets");
    std::fs::read_to_string(root.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

static STRUCTURE: LazyLock<String> = LazyLock::new(|| asset("frameworks/nist-ai-rmf.json"));
static ENGLISH: LazyLock<String> = LazyLock::new(|| asset("frameworks/nist-ai-rmf.en.json"));
static CROSSWALK: LazyLock<String> = LazyLock::new(|| asset("crosswalks/iso42001__nist-ai-rmf.json"));
static RULES: LazyLock<String> = LazyLock::new(|| asset("rules/eu-ai-act-2026-07-27.json"));
static TEXTS: LazyLock<String> = LazyLock::new(|| asset("rules/eu-ai-act-2026-07-27.en.json"));

/// Everything that is asked of a framework once it was read.
fn walk_framework(framework: &Framework) {
    for entry in framework.requirements() {
        assert!(framework.ancestors(&entry.id).len() < framework.requirements().len());
        assert!(framework.get(&entry.id).is_some());
        assert!(framework.children(Some(&entry.id)).all(|child| child.id != entry.id));
    }
}

fn walk_rules(pack: &RulePack) {
    let mut answers = Answers::default();
    for _ in 0..pack.file().questions.len() {
        let decision = pack.evaluate(&answers);
        let Some(next) = decision.next.and_then(|id| pack.question(&id).cloned()) else { break };
        let Some(first) = next.answers.first() else { break };
        answers = answers.with(&next.id, &first.key);
    }
}

fn count(value: &Value) -> usize {
    1 + match value {
        Value::Array(items) => items.iter().map(count).sum(),
        Value::Object(members) => members.values().map(count).sum(),
        _ => 0,
    }
}

/// The value at a place in reading order, counted from zero.
fn at<'a>(value: &'a mut Value, place: &mut usize) -> Option<&'a mut Value> {
    if *place == 0 {
        return Some(value);
    }
    *place -= 1;
    match value {
        Value::Array(items) => items.iter_mut().find_map(|item| at(item, place)),
        Value::Object(members) => members.values_mut().find_map(|item| at(item, place)),
        _ => None,
    }
}

/// Puts parts of a pack in the place of others: well-formed JSON that says impossible things.
fn rearrange(text: &str, moves: &[(Index, Index, u8)]) -> String {
    let mut value: Value = serde_json::from_str(text).unwrap();
    for (from, to, sort) in moves {
        let size = count(&value);
        let part = at(&mut value, &mut from.index(size)).cloned().unwrap_or_default();
        if let Some(place) = at(&mut value, &mut to.index(size)) {
            *place = match sort % 4 {
                0 => Value::Null,
                1 => json!([part, part]),
                _ => part,
            };
        }
    }
    value.to_string()
}

fn moves() -> impl Strategy<Value = Vec<(Index, Index, u8)>> {
    proptest::collection::vec(any::<(Index, Index, u8)>(), 1..4)
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn a_framework_is_whole_or_refused(edits in edits(), moves in moves(), second in any::<bool>()) {
        let (structure, english) = (&*STRUCTURE, &*ENGLISH);
        let seed = if second { english } else { structure };
        let changed = String::from_utf8_lossy(&mutate(seed.as_bytes(), &edits, WORDS)).into_owned();
        for text in [changed, rearrange(seed, &moves)] {
            let read = if second { Framework::parse(structure, &text) } else { Framework::parse(&text, english) };
            if let Ok(framework) = read {
                walk_framework(&framework);
            }
        }
    }

    #[test]
    fn a_crosswalk_is_whole_or_refused(edits in edits(), moves in moves()) {
        let changed = String::from_utf8_lossy(&mutate(CROSSWALK.as_bytes(), &edits, WORDS)).into_owned();
        for text in [changed, rearrange(&CROSSWALK, &moves)] {
            let _ = Crosswalk::parse(&text);
        }
    }

    #[test]
    fn rules_are_whole_or_refused(edits in edits(), moves in moves()) {
        let changed = String::from_utf8_lossy(&mutate(RULES.as_bytes(), &edits, WORDS)).into_owned();
        for text in [changed, rearrange(&RULES, &moves)] {
            if let Ok(pack) = RulePack::parse(&text) {
                walk_rules(&pack);
            }
        }
        let pack = RulePack::parse(&RULES).unwrap();
        let changed = String::from_utf8_lossy(&mutate(TEXTS.as_bytes(), &edits, WORDS)).into_owned();
        for text in [changed, rearrange(&TEXTS, &moves)] {
            let _ = PackText::parse(&text, &pack);
        }
    }
}

#[test]
fn parents_that_turn_in_a_circle_are_refused() {
    let mut value: Value = serde_json::from_str(&STRUCTURE).unwrap();
    let entries = value["requirements"].as_array_mut().unwrap();
    let ids: Vec<Value> = entries.iter().map(|entry| entry["id"].clone()).collect();
    for (entry, next) in entries.iter_mut().zip(ids.iter().cycle().skip(1)).take(3) {
        entry["parent"] = next.clone();
    }
    entries[2]["parent"] = ids[0].clone();
    assert!(Framework::parse(&value.to_string(), &ENGLISH).is_err());
    let mut own: Value = serde_json::from_str(&STRUCTURE).unwrap();
    own["requirements"][0]["parent"] = own["requirements"][0]["id"].clone();
    assert!(Framework::parse(&own.to_string(), &ENGLISH).is_err());
}

#[test]
fn depth_without_end_is_refused() {
    for deep in ["[".repeat(200_000), "{\"a\":".repeat(200_000)] {
        assert!(Framework::parse(&deep, &ENGLISH).is_err());
        assert!(Framework::parse(&STRUCTURE, &deep).is_err());
        assert!(Crosswalk::parse(&deep).is_err());
        assert!(RulePack::parse(&deep).is_err());
    }
}
