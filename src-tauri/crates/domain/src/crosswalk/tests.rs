use serde_json::{Value, json};

use super::*;
use crate::framework::Framework;

fn framework(id: &str, ids: &[&str]) -> Framework {
    let entries: Vec<_> = ids
        .iter()
        .map(|id| json!({"id": id, "title": id, "parent": null, "kind": "clause", "assessable": true}))
        .collect();
    let structure =
        json!({"id": id, "version": "1", "date": "2026-11-23", "title": id, "requirements": entries});
    let texts: serde_json::Map<_, _> =
        ids.iter().map(|id| ((*id).to_owned(), json!({"summary": "s"}))).collect();
    let english = json!({"id": id, "version": "1", "language": "en", "requirements": texts});
    Framework::parse(&structure.to_string(), &english.to_string()).unwrap()
}

fn row(
    from: impl Into<Value>,
    to: impl Into<Value>,
    relation: &str,
    origin: &str,
    strength: impl Into<Value>,
) -> Value {
    let (from, to, strength): (Value, Value, Value) = (from.into(), to.into(), strength.into());
    json!({"from": from, "to": to, "relation": relation, "origin": origin, "source": "a source",
           "confidence": "high", "strength": strength, "note": null})
}

fn crosswalk(rows: &[Value]) -> Result<Crosswalk, PackError> {
    let file = json!({"id": "a__b", "version": "1", "date": "2026-11-23", "title": "A to B", "from": "a",
                      "to": "b", "sources": [], "rows": rows});
    Crosswalk::parse(&file.to_string())
}

#[test]
fn an_absent_strength_stays_absent_and_a_stated_one_stays_as_stated() {
    let rows = [
        row("1", "x", "related", "published", Value::Null),
        row("1", "y", "subset", "judgement", 2),
        row("2", "y", "equal", "published", "strong (of three)"),
    ];
    let (a, b) = (framework("a", &["1", "2"]), framework("b", &["x", "y"]));
    let crosswalk = crosswalk(&rows).unwrap();
    let bound = crosswalk.bind(&a, &b).unwrap();
    let from_one = bound.from_item("1");
    assert_eq!(from_one[0].strength, None);
    assert_eq!(from_one[1].strength.unwrap().to_string(), "2");
    assert_eq!(from_one[1].relation, Relation::Subset);
    let from_y = bound.to_item("Y");
    assert_eq!(from_y[0].relation, Relation::Superset);
    assert_eq!(from_y[0].row.relation, Relation::Subset);
    assert_eq!(from_y[1].strength.unwrap().to_string(), "strong (of three)");
    assert_eq!(from_y[1].counterpart.id(), Some("2"));
    assert!(serde_json::to_string(&crosswalk).unwrap().contains("\"strength\":null"));
}

#[test]
fn unknown_ids_are_kept_and_do_not_count() {
    let rows = [
        row("1", "x", "related", "judgement", Value::Null),
        row("2 (a)", "gone", "related", "published", Value::Null),
        row("9", "y", "related", "published", Value::Null),
        row("3", Value::Null, "none", "judgement", 0),
        row(Value::Null, "z", "none", "judgement", 0),
        row("4", "z", "not-related", "published", Value::Null),
    ];
    let (a, b) = (framework("a", &["1", "2", "3", "4"]), framework("b", &["x", "y", "z"]));
    let crosswalk = crosswalk(&rows).unwrap();
    let bound = crosswalk.bind(&a, &b).unwrap();
    let unresolved: Vec<_> = bound.unresolved().map(|row| row.row.to_string()).collect();
    assert_eq!(unresolved, ["2 (a) | gone", "9 | y"]);
    assert_eq!(bound.from_item("2")[0].counterpart, Side::Unresolved("gone"));
    assert_eq!(bound.from_item("3")[0].counterpart, Side::Nothing);
    let of_a = bound.coverage_of_from();
    assert_eq!((of_a.covered, of_a.covered_by_source, of_a.items), (1, 0, 4));
    assert_eq!(of_a.without, ["2", "3", "4"]);
    let of_b = bound.coverage_of_to();
    assert_eq!((of_b.covered, of_b.covered_by_source, of_b.items), (1, 0, 3));
}

#[test]
fn contradictory_rows_are_refused_with_their_place() {
    let rows = [
        row(Value::Null, Value::Null, "none", "judgement", Value::Null),
        row("1", "x", "none", "judgement", Value::Null),
        row("1", Value::Null, "related", "judgement", Value::Null),
        row("2", "x", "related", "judgement", Value::Null),
        row("2", "X", "related", "judgement", Value::Null),
    ];
    let error = crosswalk(&rows).unwrap_err();
    let text = error.to_string();
    assert_eq!(error.problems.len(), 4, "{text}");
    assert!(text.contains("row none | none: names no entry"), "{text}");
    assert!(text.contains("row 1 | x: says none"), "{text}");
    assert!(text.contains("row 1 | none: names one side only"), "{text}");
    assert!(text.contains("row 2 | X occurs more than once"), "{text}");
}

#[test]
fn unknown_words_and_keys_are_refused() {
    let error = crosswalk(&[row("1", "x", "similar", "judgement", Value::Null)]).unwrap_err();
    assert!(error.to_string().contains("unknown variant `similar`"), "{error}");
    let mut odd = row("1", "x", "related", "judgement", Value::Null);
    odd["score"] = json!(5);
    let error = crosswalk(&[odd]).unwrap_err();
    assert!(error.to_string().contains("unknown field `score`"), "{error}");
}

#[test]
fn a_crosswalk_is_not_used_with_another_framework() {
    let crosswalk = crosswalk(&[row("1", "x", "related", "judgement", Value::Null)]).unwrap();
    let (a, c) = (framework("a", &["1"]), framework("c", &["x"]));
    let error = crosswalk.bind(&a, &c).unwrap_err();
    assert_eq!(error.to_string(), "crosswalk a__b is about b, not about c");
}
