//! Tests of the engine on the EU AI Act pack: examples, properties, refusal of broken packs.

mod broken;
mod conflicts;
mod examples;
mod grounds;
mod older;
mod other_packs;
mod paths;
mod properties;
mod reading;

use std::sync::LazyLock;

use super::{Answers, Chosen, PackText, RulePack};

const PACK: &str =
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../assets/rules/eu-ai-act-2026-07-27.json"));

fn pack() -> &'static RulePack {
    static PARSED: LazyLock<RulePack> = LazyLock::new(|| RulePack::parse(PACK).unwrap());
    &PARSED
}

fn text() -> &'static PackText {
    const TEXT: &str = include_str!(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../assets/rules/eu-ai-act-2026-07-27.en.json"
    ));
    static PARSED: LazyLock<PackText> = LazyLock::new(|| PackText::parse(TEXT, pack()).unwrap());
    &PARSED
}

/// The answers without the given questions.
fn without(answers: &Answers, leave_out: impl Fn(&str) -> bool) -> Answers {
    let mut rest = answers.clone();
    rest.answers.retain(|id, _| !leave_out(id));
    rest
}

fn one(key: &str) -> Chosen {
    Chosen::One(key.to_owned())
}

fn several(keys: &[&str]) -> Chosen {
    Chosen::Several(keys.iter().map(|key| (*key).to_owned()).collect())
}
