//! Every code has its message.

use cairn_exchange::{ErrorCode, ProblemCode};

#[test]
fn every_code_has_a_message_and_every_message_a_code() {
    let text = include_str!("../../../../../assets/locales/en/exchange.ftl");
    let keys: Vec<&str> = text
        .lines()
        .filter(|line| line.starts_with("exchange-error-") || line.starts_with("exchange-problem-"))
        .filter_map(|line| line.split(" =").next())
        .collect();
    let errors = ErrorCode::ALL.iter().map(|code| format!("exchange-error-{code}"));
    let problems = ProblemCode::ALL.iter().map(|code| format!("exchange-problem-{code}"));
    let mut wanted: Vec<String> = errors.chain(problems).collect();
    let mut found: Vec<String> = keys.into_iter().map(str::to_owned).collect();
    wanted.sort_unstable();
    found.sort_unstable();
    assert_eq!(found, wanted);
}

#[test]
fn the_messages_are_well_formed() {
    let text = include_str!("../../../../../assets/locales/en/exchange.ftl").to_owned();
    let parsed = fluent_bundle::FluentResource::try_new(text);
    assert!(parsed.is_ok(), "{:?}", parsed.err().map(|(_, errors)| errors));
}
