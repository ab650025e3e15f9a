//! Interview sheets: maturity, confidence, what is probably not needed, and actions.

use cairn_app::error::Code;
use cairn_tests::World;
use serde_json::{Value, json};

use crate::interview_bench::{Sheet, assess, codes, counts, export, import, with_sheet};

const NOT_NEEDED: &str = "Probably not needed, because";

fn line(world: &World, id: &str) -> Value {
    world.call("gap.get", json!({"requirement": id}))
}

/// Titles of the actions that are not deleted, each with the line it comes from.
fn actions(world: &World) -> Vec<(String, String)> {
    let all = world.call("action.list", json!({}));
    let told = |action: &Value| {
        let source = action["source"]["title"].as_str().unwrap_or_default();
        (action["title"].as_str().unwrap().to_owned(), source.split(' ').next().unwrap().to_owned())
    };
    all.as_array().unwrap().iter().map(told).collect()
}

fn act(world: &World, id: &str, title: &str) -> Value {
    let source = line(world, id)["record"].clone();
    world.call("action.create", json!({"source": source, "title": title, "owner": null, "due": "2027-01-15"}))
}

#[test]
fn scales_and_facts_go_out_and_come_back() {
    let (world, person, mut sheet) = with_sheet();
    sheet.set("5.2", "Maturity", "Quantitatively managed");
    sheet.set("5.2", "How sure", "high");
    sheet.set("A.2.2", "Maturity", "1");
    sheet.set("A.2.2", NOT_NEEDED, "No AI system is developed here");
    sheet.write(&world, "answered.xlsx", true);
    let rehearsed = import(&world, "answered.xlsx", true);
    assert_eq!(line(&world, "5.2")["item"]["maturity"], Value::Null, "{rehearsed:#}");
    let fields: Vec<&str> =
        rehearsed["changes"].as_array().unwrap().iter().map(|one| one["field"].as_str().unwrap()).collect();
    assert_eq!(fields, ["Maturity", "How sure", "Maturity", NOT_NEEDED]);
    assert_eq!(rehearsed["changes"][0]["after"], "Quantitatively managed");
    let done = import(&world, "answered.xlsx", false);
    assert_eq!((codes(&done), counts(&done).0), (vec![], 2));
    let (clause, control) = (line(&world, "5.2"), line(&world, "A.2.2"));
    assert_eq!(
        (&clause["item"]["maturity"], &clause["confidence"], &clause["item"]["conformity"]),
        (&json!("quantitatively-managed"), &json!("high"), &Value::Null),
        "maturity never says anything of conformity"
    );
    assert_eq!(
        (&control["item"]["maturity"], &control["notNeededFact"]),
        (&json!("initial"), &json!("No AI system is developed here"))
    );
    let row = world.call("soa.get", json!({"control": "A.2.2"}));
    assert_eq!(
        (&row["item"]["notNeededFact"], &row["item"]["decision"]),
        (&json!("No AI system is developed here"), &json!("not-decided")),
        "a proposal, never a decision: {row:#}"
    );
    export(&world, &person, "again.xlsx");
    let mut again = Sheet::read(&world, "again.xlsx");
    let cell =
        |sheet: &Sheet, id: &str, header: &str| sheet.rows[sheet.row(id)][sheet.column(header)].clone();
    assert_eq!(cell(&again, "5.2", "Maturity"), "Quantitatively managed");
    assert_eq!(cell(&again, "5.2", "How sure"), "High");
    assert_eq!(cell(&again, "A.2.2", NOT_NEEDED), "No AI system is developed here");
    again.set("5.2", "Maturity", "(clear)");
    again.set("5.2", "How sure", "");
    again.write(&world, "cleared.xlsx", true);
    let done = import(&world, "cleared.xlsx", false);
    assert_eq!(codes(&done), ["emptied"]);
    let clause = line(&world, "5.2");
    assert_eq!((&clause["item"]["maturity"], &clause["confidence"]), (&Value::Null, &json!("high")));
    world.must_verify();
}

#[test]
fn only_a_control_is_not_needed_and_only_for_a_fact() {
    let (world, _, mut sheet) = with_sheet();
    sheet.set("5.2", NOT_NEEDED, "We have no policy and want none");
    sheet.set("5.2", "Maturity", "Splendid");
    sheet.set("A.2.2", NOT_NEEDED, "Yes");
    sheet.write(&world, "odd.xlsx", true);
    let done = import(&world, "odd.xlsx", false);
    assert_eq!(
        codes(&done),
        ["unknown-word", "clause-always-applies", "not-needed-without-fact"],
        "{done:#}"
    );
    assert!(done["problems"].as_array().unwrap().iter().all(|problem| problem["where"]["row"].is_u64()));
    assert_eq!(done["entry"], Value::Null);
    for id in ["5.2", "A.2.2"] {
        assert_eq!(line(&world, id)["notNeededFact"], "");
    }
}

#[test]
fn what_was_judged_here_meanwhile_stays_and_deleted_columns_change_nothing() {
    let (world, _, mut sheet) = with_sheet();
    world.call(
        "gap.assess",
        json!({
            "requirement": "A.2.2", "conformity": null, "maturity": "managed", "statement": "", "grade": null,
            "confidence": "low", "note": "", "notNeededFact": "Bought in only", "owner": null,
        }),
    );
    sheet.set("A.2.2", "Maturity", "Defined");
    sheet.set("A.2.2", NOT_NEEDED, "Nothing is built here");
    sheet.write(&world, "stale.xlsx", true);
    let done = import(&world, "stale.xlsx", false);
    assert_eq!(codes(&done), ["changed-on-both-sides", "changed-on-both-sides", "changed-here"], "{done:#}");
    let drop = |sheet: &mut Sheet, header: &str| {
        let at = sheet.column(header);
        sheet.rows.iter_mut().for_each(|row| drop(row.remove(at)));
    };
    for header in ["Maturity", "How sure", NOT_NEEDED, "Open actions", "New action"] {
        drop(&mut sheet, header);
    }
    sheet.write(&world, "less.xlsx", true);
    let done = import(&world, "less.xlsx", false);
    assert_eq!(codes(&done), ["column-missing"; 3], "{done:#}");
    let kept = line(&world, "A.2.2");
    assert_eq!(
        (&kept["item"]["maturity"], &kept["confidence"], &kept["notNeededFact"]),
        (&json!("managed"), &json!("low"), &json!("Bought in only"))
    );
    world.must_verify();
}

#[test]
fn a_proposed_action_is_made_once_however_often_the_sheet_comes_in() {
    let (world, person, mut sheet) = with_sheet();
    sheet.set("5.2", "New action", "Write the policy \n\nwrite  the Policy\nHave it approved");
    let item = sheet.rows[sheet.row("5.2") + 1][0].clone();
    sheet.set(&item, "New action", "In the wrong row");
    sheet.write(&world, "proposed.xlsx", true);
    let done = import(&world, "proposed.xlsx", false);
    assert_eq!((codes(&done), counts(&done).0), (vec!["line-field-on-item"], 1), "{done:#}");
    let of = |title: &str| (title.to_owned(), "5.2".to_owned());
    assert_eq!(actions(&world), [of("Write the policy"), of("Have it approved")]);
    let all = world.call("action.list", json!({}));
    assert_eq!((&all[0]["owner"]["id"], &all[0]["status"]), (&person, &json!("open")));
    let again = import(&world, "proposed.xlsx", false);
    assert_eq!((counts(&again).0, &again["entry"]), (0, &Value::Null), "{again:#}");
    // Not even when it was renamed and the other one done meanwhile.
    for (at, title, status) in [(0, "Write an AI policy", "open"), (1, "Have it approved", "done")] {
        world.call(
            "action.update",
            json!({
                "id": all[at]["id"], "title": title, "status": status, "owner": null, "due": null,
                "dropReason": null, "effectiveness": null,
            }),
        );
    }
    let again = import(&world, "proposed.xlsx", false);
    assert_eq!((counts(&again).0, actions(&world).len()), (0, 2), "{again:#}");
    world.must_verify();
}

#[test]
fn an_import_that_is_undone_takes_its_actions_along() {
    let (world, _, mut sheet) = with_sheet();
    sheet.set("5.2", "New action", "Write the policy");
    sheet.set("5.2", "What is missing", "There is none");
    sheet.write(&world, "proposed.xlsx", true);
    let done = import(&world, "proposed.xlsx", false);
    world.call("trail.undo", json!({"n": done["entry"]}));
    assert_eq!(actions(&world), []);
    let again = import(&world, "proposed.xlsx", false);
    assert_eq!((counts(&again).0, actions(&world).len()), (1, 1), "and it can come in again");
    assess(&world, "A.2.2", json!("partly"), "");
    // An import is about many lines; once they are frozen it is taken back no more than a change of one of them.
    world.call("gap.freeze", json!({}));
    assert_eq!(world.refused("trail.undo", json!({"n": again["entry"]})).code, Code::Refused);
    world.must_verify();
}

#[test]
fn open_actions_stand_on_the_sheet_to_be_read() {
    let (world, person, mut sheet) = with_sheet();
    act(&world, "5.2", "Appoint a policy owner");
    sheet.set("5.2", "New action", "appoint a policy OWNER");
    sheet.set("A.2.2", "New action", &"x".repeat(401));
    sheet.write(&world, "known.xlsx", true);
    let done = import(&world, "known.xlsx", false);
    assert_eq!(
        (codes(&done), &done["entry"]),
        (vec!["action-known", "action-too-long"], &Value::Null),
        "{done:#}"
    );
    assert!(done["problems"][0]["message"].as_str().unwrap().contains("ACT-001"), "{done:#}");
    export(&world, &person, "later.xlsx");
    let mut sheet = Sheet::read(&world, "later.xlsx");
    let (row, column) = (sheet.row("5.2"), sheet.column("Open actions"));
    assert_eq!(sheet.rows[row][column], "ACT-001 Appoint a policy owner (nobody yet), due 15 Jan 2027");
    assert_eq!(codes(&import(&world, "later.xlsx", false)), Vec::<&str>::new());
    sheet.set("5.2", "Open actions", "Never mind");
    sheet.write(&world, "edited.xlsx", true);
    let done = import(&world, "edited.xlsx", false);
    assert_eq!((codes(&done), counts(&done).0), (vec!["actions-only-read"], 0));
    assert_eq!(actions(&world).len(), 1);
}

#[test]
fn answers_for_a_control_that_was_excluded_meanwhile_are_told_as_such() {
    let (world, person, mut sheet) = with_sheet();
    let decide = |decision: &str, basis: Value| {
        world.call(
            "soa.decide",
            json!({
                "control": "A.2.2", "decision": decision, "reasons": [], "justification": "Nothing is developed",
                "exclusionBasis": basis, "delivery": "own", "deliveryNote": "", "status": null, "owner": null,
            }),
        )
    };
    decide("excluded", json!("not-needed-by-risk"));
    let untouched = import(&world, "sheet.xlsx", false);
    assert_eq!((codes(&untouched), counts(&untouched).2), (vec![], 0), "nothing was answered there");
    let first = sheet.rows[sheet.row("A.2.2") + 1][0].clone();
    sheet.set(&first, "Answer", "Yes");
    sheet.set("A.2.2", "New action", "Write the policy down");
    sheet.set("5.2", "What is missing", "No policy for suppliers");
    sheet.write(&world, "answered.xlsx", true);
    let done = import(&world, "answered.xlsx", false);
    assert_eq!(codes(&done), ["control-excluded"; 2], "{done:#}");
    assert_eq!((counts(&done).0, counts(&done).2), (1, 2), "the other rows are taken");
    let problem = &done["problems"][0];
    assert!(problem["where"]["row"].is_u64(), "{problem:#}");
    let message = problem["message"].as_str().unwrap();
    assert!(message.contains("A.2.2") && message.contains("Statement of Applicability"), "{message}");
    assert_eq!(line(&world, "A.2.2")["item"]["answered"], 0);
    assert_eq!(actions(&world), []);
    // Whoever is asked now is not asked about it.
    export(&world, &person, "later.xlsx");
    let later = Sheet::read(&world, "later.xlsx");
    assert!(later.rows.iter().all(|row| !row[0].starts_with("A.2.2")));
    decide("not-decided", Value::Null);
    let done = import(&world, "answered.xlsx", false);
    assert_eq!((codes(&done), counts(&done).0), (vec![], 2), "{done:#}");
    world.must_verify();
}

#[test]
fn a_sheet_of_an_older_program_still_comes_back() {
    let (world, _, mut sheet) = with_sheet();
    let newer = ["Maturity", "How sure", NOT_NEEDED, "Open actions", "New action"];
    for header in newer {
        let at = sheet.column(header);
        sheet.rows.iter_mut().for_each(|row| drop(row.remove(at)));
    }
    let meta = sheet.book.round_trip.as_mut().unwrap();
    meta.columns.retain(|(_, header)| !newer.contains(&header.as_str()));
    for row in meta.rows.iter_mut().filter(|row| !row.code.contains(' ')) {
        row.rev = row.rev.split('.').take(4).collect::<Vec<_>>().join(".");
    }
    sheet.set("5.2", "Interview note", "Told by the board office");
    sheet.write(&world, "older.xlsx", true);
    let done = import(&world, "older.xlsx", false);
    assert_eq!((codes(&done), counts(&done).0), (vec![], 1), "nothing is said to be gone: {done:#}");
    assert_eq!(line(&world, "5.2")["note"], "Told by the board office");
}
