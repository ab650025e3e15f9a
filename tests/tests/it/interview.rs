//! Interview sheets: out to a person, edited by a spreadsheet program, back without losing anybody's words.

use cairn_app::error::Code;
use serde_json::{Value, json};

use crate::interview_bench::{Sheet, assess, codes, counts, export, import, with_sheet};

#[test]
fn a_sheet_goes_to_its_owner_and_comes_back_with_answers() {
    let (world, _, mut sheet) = with_sheet();
    let lines: Vec<&str> =
        sheet.rows[1..].iter().map(|row| row[0].as_str()).filter(|id| !id.contains(' ')).collect();
    assert_eq!(lines, ["5.2", "A.2.2"], "only the person's own lines");
    let untouched = import(&world, "sheet.xlsx", false);
    assert_eq!((counts(&untouched).0, codes(&untouched)), (0, vec![]));
    assert_eq!(untouched["entry"], Value::Null, "a sheet that changes nothing leaves no entry");

    let items: Vec<String> =
        sheet.rows[1..].iter().map(|row| row[0].clone()).filter(|id| id.starts_with("5.2 ")).collect();
    for id in &items {
        sheet.set(id, "Answer", "yes");
        sheet.set(id, "Record that shows it", "AI policy 2.0");
        sheet.set(id, "Record date", "2026-09-03");
        sheet.set(id, "Kept by", "Board office");
    }
    sheet.set("5.2", "Conformity", "Shown by records");
    sheet.set("5.2", "What is missing", "Nothing");
    sheet.rows[1..].reverse();
    sheet.write(&world, "answered.xlsx", true);
    let rehearsed = import(&world, "answered.xlsx", true);
    assert_eq!(usize::try_from(counts(&rehearsed).0).unwrap(), items.len() + 1, "{rehearsed:#}");
    assert_eq!(world.call("gap.get", json!({"requirement": "5.2"}))["item"]["answered"], 0);
    let done = import(&world, "answered.xlsx", false);
    assert_eq!(codes(&done), Vec::<&str>::new());
    let detail = world.call("gap.get", json!({"requirement": "5.2"}));
    assert_eq!(detail["item"]["conformity"], "shown-by-records");
    assert_eq!(detail["item"]["pass"], "deep");
    assert_eq!(detail["assessedOn"], "2026-11-23");
    assert_eq!(
        (&detail["answers"][0]["seenOn"], &detail["answers"][0]["seenOwner"]),
        (&json!("2026-09-03"), &json!("Board office"))
    );
    let again = import(&world, "answered.xlsx", false);
    assert_eq!((counts(&again).0, again["entry"].clone()), (0, Value::Null), "twice changes nothing");
    world.call("trail.undo", json!({"n": done["entry"]}));
    assert_eq!(world.call("gap.get", json!({"requirement": "5.2"}))["item"]["answered"], 0);
    world.must_verify();
}

#[test]
fn what_changed_here_meanwhile_is_never_overwritten() {
    let (world, _, mut sheet) = with_sheet();
    assess(&world, "5.2", json!("partly"), "No policy for suppliers");
    sheet.set("5.2", "What is missing", "Something else");
    sheet.set("A.2.2", "What is missing", "No owner named");
    sheet.write(&world, "stale.xlsx", true);
    let done = import(&world, "stale.xlsx", false);
    assert_eq!(codes(&done), ["changed-on-both-sides", "changed-here"], "{done:#}");
    let kept = world.call("gap.get", json!({"requirement": "5.2"}));
    assert_eq!(
        (&kept["statement"], &kept["item"]["conformity"]),
        (&json!("No policy for suppliers"), &json!("partly"))
    );
    assert_eq!(world.call("gap.get", json!({"requirement": "A.2.2"}))["statement"], "No owner named");
    world.must_verify();
}

#[test]
fn rules_hold_and_unknown_words_are_told() {
    let (world, _, mut sheet) = with_sheet();
    let first = sheet.rows[1..].iter().map(|row| row[0].clone()).find(|id| id.starts_with("A.2.2 ")).unwrap();
    sheet.set("A.2.2", "Conformity", "3");
    sheet.set("A.2.2", "Interview note", "Told by the board office");
    sheet.set("5.2", "Conformity", "Mostly");
    sheet.set(&first, "Answer", "Perhaps");
    sheet.set(&first, "Record date", "last spring");
    sheet.set("5.2", "Answer", "Yes");
    let second = sheet.rows[1..].iter().map(|row| row[0].clone()).find(|id| id.starts_with("5.2 ")).unwrap();
    sheet.set(&second, "Record that shows it", "Minutes");
    sheet.write(&world, "odd.xlsx", true);
    let done = import(&world, "odd.xlsx", false);
    let mut found = codes(&done);
    found.sort_unstable();
    let expected = [
        "conformity-refused",
        "item-field-on-line",
        "not-a-date",
        "record-without-answer",
        "unknown-word",
        "unknown-word",
    ];
    assert_eq!(found, expected, "{done:#}");
    assert!(done["problems"].as_array().unwrap().iter().all(|problem| problem["where"]["row"].is_u64()));
    let detail = world.call("gap.get", json!({"requirement": "A.2.2"}));
    assert_eq!(
        (&detail["item"]["conformity"], &detail["note"]),
        (&Value::Null, &json!("Told by the board office"))
    );
    world.must_verify();
}

#[test]
fn a_record_is_not_seen_on_a_day_to_come_and_days_that_read_two_ways_are_told() {
    let (world, _, mut sheet) = with_sheet();
    let items: Vec<String> =
        sheet.rows[1..].iter().map(|row| row[0].clone()).filter(|id| id.starts_with("5.2 ")).collect();
    for (id, day) in items.iter().zip(["2026-11-24", "03/04/2026"]) {
        sheet.set(id, "Answer", "Yes");
        sheet.set(id, "Record that shows it", "Minutes");
        sheet.set(id, "Record date", day);
    }
    sheet.write(&world, "days.xlsx", true);
    let done = import(&world, "days.xlsx", false);
    assert_eq!(codes(&done), ["day-to-come", "day-and-month"], "{done:#}");
    assert!(done["problems"][1]["message"].as_str().unwrap().contains("3 April 2026"), "{done:#}");
    let detail = world.call("gap.get", json!({"requirement": "5.2"}));
    let days: Vec<&Value> =
        detail["answers"].as_array().unwrap().iter().map(|each| &each["seenOn"]).collect();
    assert_eq!(days, [&Value::Null, &json!("2026-04-03")], "a day to come is left out");
    let item = detail["answers"][0]["item"].clone();
    let tomorrow = json!({
        "requirement": "5.2", "item": item, "answer": "yes", "recordSeen": "Minutes", "seenOn": "2026-11-24",
    });
    let refused = world.refused("gap.answer", tomorrow);
    let at = (refused.code, refused.fields[0].path.as_str());
    assert_eq!(at, (Code::Invalid, "seenOn"), "{refused:?}");
}

#[test]
fn an_answer_that_stands_against_a_conformity_lowers_it_and_says_so() {
    let (world, person, _) = with_sheet();
    assess(&world, "A.2.2", json!("on-paper"), "");
    export(&world, &person, "later.xlsx");
    let mut sheet = Sheet::read(&world, "later.xlsx");
    let required = world.call("gap.get", json!({"requirement": "A.2.2"}))["requirement"]["must"]
        .as_array()
        .unwrap()
        .iter()
        .find(|item| item["basis"] == "requirement")
        .unwrap()["key"]
        .as_str()
        .unwrap()
        .to_owned();
    sheet.set(&format!("A.2.2 {required}"), "Answer", "No");
    sheet.write(&world, "no.xlsx", true);
    let said = |done: &Value| {
        assert_eq!(codes(done), ["conformity-lowered"]);
        let message = done["problems"][0]["message"].as_str().unwrap();
        assert!(message.contains("lowered to “Partly”"), "{message}");
        let changes = done["changes"].as_array().unwrap().iter();
        let mut changes = changes.map(|change| [&change["id"], &change["before"], &change["after"]]);
        let last = changes.next_back().unwrap();
        assert_eq!(last, [&json!("A.2.2"), &json!("On paper"), &json!("Partly")]);
    };
    said(&import(&world, "no.xlsx", true));
    let done = import(&world, "no.xlsx", false);
    said(&done);
    assert_eq!(world.call("gap.get", json!({"requirement": "A.2.2"}))["item"]["conformity"], "partly");
}

#[test]
fn edited_ids_twins_strays_and_rows_sorted_alone_are_left_out() {
    let (world, _, mut sheet) = with_sheet();
    for at in 1..sheet.rows.len() {
        let column = sheet.column("Interview note");
        if !sheet.rows[at][0].contains(' ') {
            sheet.rows[at][column] = "said".to_owned();
        }
    }
    let a = sheet.row("A.2.2");
    sheet.rows[a][0] = "A.9.9".to_owned();
    let question = sheet.column("Question");
    let five = sheet.row("5.2");
    sheet.rows[five][question] = "Something else altogether".to_owned();
    let twin = sheet.rows[five + 1].clone();
    sheet.rows.push(twin);
    let mut stray = vec![String::new(); sheet.rows[0].len()];
    stray[4] = "Yes".to_owned();
    sheet.rows.push(stray);
    sheet.write(&world, "edited.xlsx", true);
    let done = import(&world, "edited.xlsx", false);
    let mut found = codes(&done);
    found.sort_unstable();
    let expected = ["id-and-question", "id-missing", "id-twice", "id-twice", "id-unknown", "rows-missing"];
    assert_eq!(found, expected, "{done:#}");
    assert_eq!((counts(&done).0, done["entry"].clone()), (0, Value::Null));
}

#[test]
fn swapped_ids_are_not_taken_over_when_the_questions_are_gone() {
    let (world, _, mut sheet) = with_sheet();
    sheet.set("5.2", "What is missing", "No policy for suppliers");
    let (one, other) = (sheet.row("5.2"), sheet.row("A.2.2"));
    sheet.rows[one][0] = "A.2.2".to_owned();
    sheet.rows[other][0] = "5.2".to_owned();
    let question = sheet.column("Question");
    sheet.rows[1..].iter_mut().for_each(|row| row[question].clear());
    sheet.write(&world, "swapped.xlsx", true);
    let done = import(&world, "swapped.xlsx", false);
    assert_eq!((codes(&done), done["entry"].clone()), (vec!["question-missing"], Value::Null), "{done:#}");
    assert_eq!(world.call("gap.get", json!({"requirement": "A.2.2"}))["statement"], "");
}

#[test]
fn emptied_cells_take_nothing_away_unless_they_say_so() {
    let (world, person, _) = with_sheet();
    assess(&world, "5.2", json!("partly"), "No policy for suppliers");
    assess(&world, "A.2.2", json!("partly"), "No owner named");
    let item = world.call("gap.get", json!({"requirement": "5.2"}))["requirement"]["must"][0]["key"].clone();
    world.call(
        "gap.answer",
        json!({"requirement": "5.2", "item": item, "answer": "in-part", "recordSeen": "Draft policy"}),
    );
    export(&world, &person, "filled.xlsx");
    let mut sheet = Sheet::read(&world, "filled.xlsx");
    let code = format!("5.2 {}", item.as_str().unwrap());
    for header in ["Conformity", "What is missing"] {
        sheet.set("5.2", header, "");
        sheet.set("A.2.2", header, "(Clear)");
    }
    sheet.set(&code, "Answer", "");
    sheet.set(&code, "Record that shows it", " ");
    sheet.write(&world, "emptied.xlsx", true);
    let done = import(&world, "emptied.xlsx", false);
    assert_eq!(codes(&done), ["emptied"; 4], "{done:#}");
    assert!(done["problems"].as_array().unwrap().iter().all(|one| one["level"] == "warning"));
    let kept = world.call("gap.get", json!({"requirement": "5.2"}));
    assert_eq!(
        (
            &kept["item"]["conformity"],
            &kept["statement"],
            &kept["answers"][0]["answer"],
            &kept["answers"][0]["recordSeen"]
        ),
        (&json!("partly"), &json!("No policy for suppliers"), &json!("in-part"), &json!("Draft policy"))
    );
    let cleared = world.call("gap.get", json!({"requirement": "A.2.2"}));
    assert_eq!((&cleared["item"]["conformity"], &cleared["statement"]), (&Value::Null, &json!("")));
    world.must_verify();
}

#[test]
fn deleted_columns_and_foreign_files_are_refused_or_told() {
    let (world, _, mut sheet) = with_sheet();
    sheet.set("5.2", "What is missing", "Much");
    let whole = sheet.rows.clone();
    let without = |header: &str| -> Vec<Vec<String>> {
        let at = whole[0].iter().position(|text| text == header).unwrap();
        let mut rows = whole.clone();
        rows.iter_mut().for_each(|row| drop(row.remove(at)));
        rows
    };
    for (header, code, updated) in [("Answer", "column-missing", 1), ("Id", "id-column-missing", 0)] {
        sheet.rows = without(header);
        sheet.write(&world, "less.xlsx", true);
        let done = import(&world, "less.xlsx", true);
        assert_eq!((codes(&done), counts(&done).0), (vec![code], updated), "{header}: {done:#}");
    }
    sheet.rows = without("Question");
    sheet.write(&world, "less.xlsx", true);
    let done = import(&world, "less.xlsx", true);
    assert_eq!((codes(&done), counts(&done).0), (vec!["question-column-missing", "question-missing"], 0));
    sheet.rows = whole;
    sheet.write(&world, "bare.xlsx", false);
    let input = json!({"file": world.place("bare.xlsx").token});
    assert_eq!(world.try_job("interview.import", input).unwrap_err().code, Code::FileRefused);
    std::fs::write(world.path("note.pdf"), b"%PDF-1.7").unwrap();
    let input = json!({"file": world.place("note.pdf").token});
    assert_eq!(world.try_job("interview.import", input).unwrap_err().code, Code::FileRefused);
    assess(&world, "5.2", json!("partly"), "");
    world.call("gap.freeze", json!({}));
    let input = json!({"file": world.place("sheet.xlsx").token});
    assert_eq!(world.try_job("interview.import", input).unwrap_err().code, Code::Refused);
    world.call("gap.start", json!({"name": "Again", "kind": "reassessment"}));
    let input = json!({"file": world.place("sheet.xlsx").token});
    assert_eq!(world.try_job("interview.import", input).unwrap_err().code, Code::FileRefused);
    world.create("other.cairn", None);
    let input = json!({"file": world.place("sheet.xlsx").token});
    assert_eq!(world.try_job("interview.import", input).unwrap_err().code, Code::FileRefused);
}

#[test]
fn sheets_are_printed_and_the_same_twice() {
    let (world, person, _) = with_sheet();
    for owner in [person, Value::Null] {
        for format in ["pdf", "xlsx"] {
            export(&world, &owner, &format!("a.{format}"));
            export(&world, &owner, &format!("b.{format}"));
            let bytes = |name: String| std::fs::read(world.path(&name)).unwrap();
            assert_eq!(bytes(format!("a.{format}")), bytes(format!("b.{format}")));
        }
    }
    let lead = world.call("workspace.get", json!({}))["me"]["id"].clone();
    let input =
        json!({"kind": "interview", "format": "pdf", "owner": lead, "file": world.place("c.pdf").token});
    assert_eq!(world.try_job("report.export", input).unwrap_err().code, Code::Refused);
}

#[test]
fn of_two_sheets_the_one_written_here_is_read_and_the_other_told() {
    let (world, _, mut sheet) = with_sheet();
    let ours = sheet.book.round_trip.as_ref().unwrap().sheet.clone();
    sheet.set("5.2", "What is missing", "In ours");
    let mut copy = Sheet::read(&world, "sheet.xlsx");
    copy.set("5.2", "What is missing", "In the copy");
    for sheets in [[(ours.as_str(), &sheet), ("Copy", &copy)], [("Copy", &copy), (ours.as_str(), &sheet)]] {
        Sheet::write_all(&world, "two.xlsx", &sheets);
        let done = import(&world, "two.xlsx", true);
        assert_eq!(
            (codes(&done), done["changes"][0]["after"].clone()),
            (vec!["sheet-left-out"], json!("In ours"))
        );
        assert_eq!(done["problems"][0]["where"]["sheet"], "Copy");
        assert_eq!(done["changes"].as_array().unwrap().len(), 1);
    }
}

#[test]
fn rows_that_are_gone_are_named() {
    let (world, _, mut sheet) = with_sheet();
    let said = |done: &Value| {
        let found = done["problems"].as_array().unwrap().iter().find(|one| one["code"] == "rows-missing");
        found.unwrap_or_else(|| panic!("{done:#}"))["message"].as_str().unwrap().to_owned()
    };
    let gone = sheet.row("A.2.2");
    sheet.rows.remove(gone);
    sheet.write(&world, "one.xlsx", true);
    let one = said(&import(&world, "one.xlsx", true));
    assert!(one.starts_with("One row of the sheet is gone: A.2.2."), "{one}");
    let first: Vec<String> = sheet.rows[1..12].iter().map(|row| row[0].clone()).collect();
    sheet.rows.drain(1..12);
    sheet.write(&world, "twelve.xlsx", true);
    let twelve = said(&import(&world, "twelve.xlsx", true));
    let listed = format!("12 rows of the sheet are gone: {} and more.", first[..10].join(", "));
    assert!(twelve.starts_with(&listed), "{twelve} instead of {listed}");
}

#[test]
fn an_owner_written_into_the_sheet_is_told_and_not_taken() {
    let (world, _, mut sheet) = with_sheet();
    sheet.set("5.2", "Owner", "Somebody else");
    let below = sheet.row("5.2") + 1;
    let owner = sheet.column("Owner");
    sheet.rows[below][owner] = "Somebody else".to_owned();
    sheet.write(&world, "owner.xlsx", true);
    let done = import(&world, "owner.xlsx", false);
    assert_eq!(codes(&done), ["owner-only-read"], "once for the line: {done:#}");
    let message = done["problems"][0]["message"].as_str().unwrap();
    assert!(message.contains("Somebody else") && message.contains("Policy owner"), "{message}");
    assert_eq!((counts(&done).0, &done["entry"]), (0, &Value::Null));
    // Given to somebody else here meanwhile, the sheet only says what it was written with.
    world.call("gap.assign", json!({"requirements": ["5.2"], "owner": null}));
    sheet.set("5.2", "Owner", "Policy owner");
    sheet.rows[below][owner] = "Policy owner".to_owned();
    sheet.write(&world, "owner.xlsx", true);
    assert_eq!(codes(&import(&world, "owner.xlsx", true)), [""; 0]);
}

#[test]
fn a_message_ends_the_value_it_quotes() {
    let (world, person, _) = with_sheet();
    assess(&world, "5.2", json!("partly"), "No policy for suppliers");
    export(&world, &person, "filled.xlsx");
    let mut sheet = Sheet::read(&world, "filled.xlsx");
    sheet.set("5.2", "What is missing", "");
    sheet.write(&world, "emptied.xlsx", true);
    let done = import(&world, "emptied.xlsx", true);
    let message = done["problems"][0]["message"].as_str().unwrap();
    assert!(message.contains("here it says “No policy for suppliers”. What is stored stays."), "{message}");
}

#[test]
fn the_sheet_of_a_frozen_assessment_is_only_to_read_and_says_so() {
    let (world, person, _) = with_sheet();
    assess(&world, "5.2", json!("partly"), "No policy for suppliers");
    world.call("gap.freeze", json!({}));
    let file = world.place("frozen.xlsx").token;
    let input = json!({"kind": "interview", "format": "xlsx", "owner": person, "file": file});
    let written = world.job("report.export", input);
    assert_eq!(written["problems"][0]["code"], "frozen", "{written}");
    assert!(written["warnings"][0].as_str().unwrap().contains("frozen"), "{written}");
    let bytes = std::fs::read(world.path("frozen.xlsx")).unwrap();
    let book = cairn_exchange::read(&bytes, "frozen.xlsx", &cairn_exchange::Watch::none()).unwrap();
    let meta = book.round_trip.unwrap();
    assert!(meta.rows.is_empty() && !meta.kind.starts_with("gap-interview:"), "{}", meta.kind);
    let head: Vec<&str> = book.sheets[0].rows.iter().take(3).map(|row| row.text(0)).collect();
    assert!(head[2].contains("frozen"), "{head:?}");
    let refused =
        world.try_job("interview.import", json!({"file": world.place("frozen.xlsx").token})).unwrap_err();
    assert!(refused.message.contains("only to read"), "{}", refused.message);
    // On paper it is a record of what was answered.
    let file = world.place("frozen.pdf").token;
    let input = json!({"kind": "interview", "format": "pdf", "owner": person, "file": file});
    assert_eq!(world.job("report.export", input)["problems"], json!([]));
}
