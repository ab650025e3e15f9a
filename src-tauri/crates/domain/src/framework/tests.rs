use serde_json::{Value, json};

use super::*;

fn structure() -> Value {
    json!({
        "id": "t", "version": "1.0.0", "date": "2026-11-23", "title": "T", "sources": ["somewhere"],
        "requirements": [
            {"id": "4", "title": "Context", "parent": null, "kind": "group"},
            {"id": "4.1", "title": "First", "parent": "4", "kind": "clause", "assessable": true,
             "documented_information": "explicit", "blocks_if_missing": true, "owner_role": "lead",
             "must": [{"key": "a", "basis": "requirement", "ref": "4.1 a)"},
                      {"key": "b", "basis": "law", "ref": "Regulation (EU) 2024/1689 Art. 4"}],
             "related": ["4.10"]},
            {"id": "4.10", "title": "Tenth", "parent": "4", "kind": "clause", "assessable": true}
        ]
    })
}

fn english() -> Value {
    json!({
        "id": "t", "version": "1.0.0", "language": "en",
        "requirements": {
            "4.1": {"summary": "Do it", "documented_information": "A note",
                    "must": {"a": "Is it done?", "b": "Is it lawful?"}, "evidence": ["the note"]},
            "4.10": {"summary": "Do more"}
        },
        "owner_roles": {"lead": "Lead"}
    })
}

fn parse(structure: &Value, english: &Value) -> Result<Framework, PackError> {
    Framework::parse(&structure.to_string(), &english.to_string())
}

fn problems(structure: &Value, english: &Value) -> String {
    parse(structure, english).unwrap_err().to_string()
}

#[test]
fn ids_are_found_in_any_case_and_with_points_but_never_by_prefix() {
    let framework = parse(&structure(), &english()).unwrap();
    for id in ["4.1", " 4.1 ", "4.1 (a)", "4.1(a)", "4.1 a)", "4.1(1)(b)"] {
        assert_eq!(framework.get(id).map(|entry| entry.id.as_str()), Some("4.1"), "{id}");
    }
    assert_eq!(framework.get("4.10").unwrap().title, "Tenth");
    for id in ["4.100", "4.", "", "(a)", "4.1.1", "5 (a)"] {
        assert!(framework.get(id).is_none(), "{id}");
    }
}

#[test]
fn entries_carry_their_texts_and_their_place() {
    let framework = parse(&structure(), &english()).unwrap();
    let first = framework.get("4.1").unwrap();
    assert_eq!(first.must_item("b").unwrap().text, "Is it lawful?");
    assert_eq!(first.must_item("b").unwrap().basis, Basis::Law);
    assert_eq!(first.documented_information, "A note");
    assert_eq!(first.evidence, ["the note"]);
    assert_eq!(framework.owner_role_label("lead"), "Lead");
    assert_eq!(framework.assessable().count(), 2);
    assert_eq!(framework.children(Some("4")).count(), 2);
    assert_eq!(framework.children(None).count(), 1);
    assert_eq!(framework.ancestors("4.10 (a)").first().unwrap().id, "4");
    assert_eq!(framework.compare("4.10", "4.1"), Ordering::Greater);
    assert_eq!(framework.compare("9.9", "4.10"), Ordering::Greater);
    assert_eq!(framework.compare("9.10", "9.9"), Ordering::Greater);
    assert!(framework.untranslated.is_empty());
}

#[test]
fn another_language_falls_back_to_english_and_says_where() {
    let german = json!({
        "id": "t", "version": "1.0.0", "language": "de",
        "requirements": {"4.1": {"title": "Erstens", "summary": "Tun", "must": {"b": "Rechtmäßig?"}}},
        "owner_roles": {}
    });
    let framework =
        Framework::parse_translated(&structure().to_string(), &english().to_string(), &german.to_string())
            .unwrap();
    assert_eq!(framework.language, "de");
    let first = framework.get("4.1").unwrap();
    assert_eq!((first.title.as_str(), first.summary.as_str()), ("Erstens", "Tun"));
    assert_eq!(first.must_item("a").unwrap().text, "Is it done?");
    assert_eq!(
        framework.untranslated,
        ["4.1/documented_information", "4.1/must/a", "4.1/evidence", "4.10/summary", "owner_roles/lead"]
    );
}

#[test]
fn every_missing_text_of_the_english_overlay_is_named() {
    let mut texts = english();
    texts["requirements"]["4.1"] = json!({"must": {"a": "Is it done?"}});
    texts["owner_roles"] = json!({});
    let text = problems(&structure(), &texts);
    for place in ["4.1/summary", "4.1/documented_information", "4.1/must/b", "4.1/owner_role/lead"] {
        assert!(text.contains(&format!("{place} has no text")), "{place} in {text}");
    }
    assert!(!text.contains("must/a"), "{text}");
}

#[test]
fn keys_that_the_structure_does_not_have_are_refused() {
    let mut texts = english();
    texts["requirements"]["4.2"] = json!({"summary": "?"});
    texts["requirements"]["4.1"]["must"]["z"] = json!("?");
    texts["requirements"]["4.10"]["documented_information"] = json!("?");
    let text = problems(&structure(), &texts);
    assert!(text.contains("overlay en: 4.2 is not in the structure"), "{text}");
    assert!(text.contains("overlay en: 4.1/must/z is not in the structure"), "{text}");
    assert!(text.contains("4.10/documented_information: overlay en names a document"), "{text}");

    let mut texts = english();
    texts["requirements"]["4.1"]["hint"] = json!("?");
    assert!(problems(&structure(), &texts).contains("unknown field `hint`"));
}

#[test]
fn broken_structures_are_refused_with_every_place() {
    let mut file = structure();
    let entries = file["requirements"].as_array_mut().unwrap();
    entries.push(json!({"id": "4.1", "title": "Again", "parent": "7", "kind": "clause"}));
    entries.push(json!({"id": "X", "title": " ", "parent": "Y", "kind": "group", "related": ["8.8"],
        "must": [{"key": "a", "basis": "requirement", "ref": "9.9"},
                 {"key": "a", "basis": "good-practice", "ref": ""}]}));
    entries.push(json!({"id": "Y", "title": "Y", "parent": "X", "kind": "group"}));
    let text = problems(&file, &english());
    for part in [
        "4.1 occurs more than once",
        "4.1/parent names 7, which does not exist",
        "X/title is empty",
        "X/related names 8.8",
        "X/must/a names 9.9",
        "X/must/a/ref is empty",
        "X/must/a occurs more than once",
        "X is its own ancestor",
        "Y is its own ancestor",
    ] {
        assert!(text.contains(part), "`{part}` in {text}");
    }
}

#[test]
fn an_overlay_of_another_version_or_pack_is_refused() {
    let mut texts = english();
    texts["version"] = json!("2.0.0");
    assert!(problems(&structure(), &texts).contains("overlay en is for t 2.0.0, not for t 1.0.0"));
    texts["id"] = json!("u");
    assert!(problems(&structure(), &texts).contains("overlay en is for u 2.0.0"));
}

#[test]
fn unreadable_files_give_line_and_column() {
    let error = Framework::parse("{\n  \"id\": ,", "{}").unwrap_err();
    assert!(error.to_string().starts_with("pack framework: line 2, column 9"), "{error}");
}

#[test]
fn doubled_keys_of_an_overlay_are_refused_not_overwritten() {
    let doubled = english().to_string().replacen(r#""4.10":"#, r#""4.1":{"summary":"Other"},"4.10":"#, 1);
    let error = Framework::parse(&structure().to_string(), &doubled).unwrap_err();
    assert!(error.to_string().contains("`4.1` occurs more than once"), "{error}");
}

#[test]
fn trailing_points_are_dropped_one_at_a_time() {
    assert_eq!(without_point("6.1.2 (a)"), Some("6.1.2"));
    assert_eq!(without_point("6.1.2(a)"), Some("6.1.2"));
    assert_eq!(without_point("6.1.2 a)"), Some("6.1.2"));
    assert_eq!(without_point("art. 53(1)(a)"), Some("art. 53(1)"));
    assert_eq!(without_point("art. 53(1)"), Some("art. 53"));
    assert_eq!(without_point("4.10"), None);
    assert_eq!(without_point("(a)"), None);
    assert_eq!(without_point("6.1.2 )"), None);
}
