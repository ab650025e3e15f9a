//! An export of the register goes out, is edited, and comes back: what changed on which side decides what happens.

use cairn_app::error::Code;
use cairn_exchange::round_trip::RoundTrip;
use cairn_exchange::workbook::{OutColumn, OutKind, OutSheet, Properties, Value as Out, Workbook};
use cairn_exchange::{Book, Watch};
use cairn_tests::World;
use serde_json::{Value, json};

/// The visible sheet of an export as somebody with a spreadsheet program has it.
struct Sheet {
    headers: Vec<String>,
    rows: Vec<Vec<String>>,
    meta: RoundTrip,
}

impl Sheet {
    fn read(world: &World, name: &str) -> Self {
        let bytes = std::fs::read(world.path(name)).unwrap();
        let book: Book = cairn_exchange::read(&bytes, name, &Watch::none()).unwrap();
        let meta = book.round_trip.clone().unwrap();
        let sheet = &book.sheets[0];
        let header = sheet.row(meta.header_row).unwrap();
        let columns: Vec<u32> = header.cells.iter().map(|cell| cell.column).collect();
        let texts = |row: &cairn_exchange::Row| {
            columns.iter().map(|column| row.text(*column).to_owned()).collect::<Vec<_>>()
        };
        let rows = sheet.rows.iter().filter(|row| row.number > meta.header_row).map(texts).collect();
        Self { headers: texts(header), rows, meta }
    }

    fn column(&self, header: &str) -> usize {
        self.headers.iter().position(|known| known == header).unwrap()
    }

    fn set(&mut self, code: &str, header: &str, text: &str) {
        let (id, column) = (self.column("Code"), self.column(header));
        let row = self.rows.iter_mut().find(|row| row[id] == code).unwrap();
        text.clone_into(&mut row[column]);
    }

    fn drop_column(&mut self, header: &str) {
        let column = self.column(header);
        self.headers.remove(column);
        self.rows.iter_mut().for_each(|row| drop(row.remove(column)));
    }

    /// Writes it with what the hidden sheet carried, and opens it for import.
    fn open(&self, world: &World) -> Value {
        let columns = self.headers.iter().map(|header| OutColumn::new(header, 12.0, OutKind::Text)).collect();
        let rows = self.rows.iter().map(|row| row.iter().map(|text| Out::from(text.as_str())).collect());
        let sheet = OutSheet::new(&self.meta.sheet, columns, rows.collect());
        let properties = Properties {
            title: String::new(),
            subject: String::new(),
            company: String::new(),
            time: "2026-11-23T08:00:00.000Z".parse().unwrap(),
        };
        let mut workbook = Workbook { sheets: vec![sheet], properties, round_trip: None };
        workbook.round_trip = Some(RoundTrip { header_row: 1, ..self.meta.clone() });
        std::fs::write(world.path("edited.xlsx"), workbook.to_xlsx().unwrap().bytes).unwrap();
        world.job("import.open", json!({"file": world.place("edited.xlsx").token}))
    }
}

/// A register of three systems, and its export.
fn exported() -> (World, Vec<Value>, Sheet) {
    let world = World::with_workspace();
    let systems = [
        ("Shift planner", json!({"status": "pilot", "department": "Operations"})),
        ("Chat helper", json!({"supplier": "Acme", "department": "Sales"})),
        ("Route finder", json!({"purpose": "Finds routes"})),
    ];
    let ids = systems.map(|(name, values)| {
        world.call("system.create", json!({"name": name, "values": values}))["id"].clone()
    });
    let written = world.job("system.export", json!({"file": world.place("register.xlsx").token}));
    assert!(written["bytes"].as_u64() > Some(0));
    let sheet = Sheet::read(&world, "register.xlsx");
    (world, ids.to_vec(), sheet)
}

fn counts(view: &Value) -> (u64, u64, u64, u64) {
    let of = |name: &str| view["counts"][name].as_u64().unwrap();
    (of("created"), of("updated"), of("unchanged"), of("problems"))
}

fn kinds(view: &Value) -> Vec<&str> {
    view["groups"].as_array().unwrap().iter().map(|group| group["code"].as_str().unwrap()).collect()
}

fn row(world: &World, view: &Value, row: u32) -> Value {
    world.call("import.row", json!({"id": view["id"], "row": row}))
}

fn run(world: &World, view: &Value) -> Value {
    world.job("import.run", json!({"id": view["id"]}))
}

fn values(world: &World, id: &Value) -> Value {
    world.call("system.get", json!({"id": id}))["values"].clone()
}

#[test]
fn what_changed_only_in_the_sheet_is_written() {
    let (world, ids, mut sheet) = exported();
    sheet.set("AI-001", "Department", "Logistics");
    sheet.set("AI-002", "Name", "Chat assistant");
    sheet.set("AI-003", "Intended purpose", "");
    let view = sheet.open(&world);
    assert_eq!(counts(&view), (0, 3, 0, 0), "{view:#}");
    let change = &row(&world, &view, 2)["changes"][0];
    assert_eq!(
        (&change["state"], &change["current"], &change["file"]),
        (&json!("file"), &json!("Operations"), &json!("Logistics"))
    );
    run(&world, &view);
    assert_eq!(values(&world, &ids[0])["department"], "Logistics");
    assert_eq!(values(&world, &ids[1])["name"], "Chat assistant");
    assert_eq!(values(&world, &ids[2])["purpose"], json!(null), "emptied on purpose");
    world.must_verify();
}

#[test]
fn what_changed_only_here_is_kept_and_shown() {
    let (world, ids, sheet) = exported();
    world.call("system.update", json!({"id": ids[0], "values": {"department": "Logistics"}}));
    // Name, owner and review date live in another row of the file than the rest.
    world.call("system.update", json!({"id": ids[1], "values": {"name": "Chat assistant"}}));
    let view = sheet.open(&world);
    assert_eq!(counts(&view), (0, 0, 3, 0), "{view:#}");
    let change = &row(&world, &view, 2)["changes"][0];
    assert_eq!(
        (&change["state"], &change["side"], &change["base"], &change["current"], &change["file"]),
        (&json!("cairn"), &json!("cairn"), &json!("Operations"), &json!("Logistics"), &json!("Operations"))
    );
    assert_eq!(row(&world, &view, 3)["changes"][0]["current"], "Chat assistant");
    assert_eq!(run(&world, &view)["entry"], json!(null));
    assert_eq!(values(&world, &ids[0])["department"], "Logistics");
    assert_eq!(values(&world, &ids[1])["name"], "Chat assistant");
}

#[test]
fn what_changed_on_both_sides_is_asked_cell_by_cell() {
    let (world, ids, mut sheet) = exported();
    world.call(
        "system.update",
        json!({"id": ids[0], "values": {"department": "Logistics", "status": "in-use", "supplier": "Here"}}),
    );
    sheet.set("AI-001", "Department", "Transport");
    sheet.set("AI-001", "Life-cycle stage", "Retired");
    sheet.set("AI-001", "Volume", "many");
    let view = sheet.open(&world);
    assert_eq!(kinds(&view), ["changed-on-both-sides", "changed-on-both-sides"], "{view:#}");
    let told = world.call("import.problems", json!({"id": view["id"], "code": "changed-on-both-sides"}));
    let stage = told["items"].as_array().unwrap().iter().find(|i| i["change"]["field"] == "status").unwrap();
    let change = &stage["change"];
    assert_eq!(
        (&change["base"], &change["current"], &change["file"], &change["side"]),
        (&json!("Pilot"), &json!("In use"), &json!("Retired"), &json!("cairn"))
    );
    let keep = |field: &str, side: &str| json!({"type": "keep", "row": 2, "field": field, "side": side});
    let chosen = world.call("import.fix", json!({"id": view["id"], "add": keep("status", "file")}));
    assert_eq!(counts(&chosen).3, 1, "one is still open: {chosen:#}");
    assert_eq!(chosen["decisions"].as_array().unwrap().len(), 1);
    let back = world.call("import.fix", json!({"id": view["id"], "remove": 0}));
    assert_eq!(counts(&back).3, 2);
    world.call("import.fix", json!({"id": view["id"], "add": keep("status", "file")}));
    run(&world, &view);
    let now = values(&world, &ids[0]);
    assert_eq!(
        (&now["status"], &now["department"], &now["supplier"], &now["volume"]),
        (&json!("retired"), &json!("Logistics"), &json!("Here"), &json!("many")),
        "the chosen one, the default, the one changed only here, the one changed only there"
    );
    world.must_verify();
}

#[test]
fn columns_may_be_deleted_and_rows_shuffled() {
    let (world, ids, mut sheet) = exported();
    sheet.drop_column("Department");
    sheet.set("AI-003", "Supplier", "Bolt");
    sheet.rows.reverse();
    let view = sheet.open(&world);
    assert_eq!(counts(&view), (0, 1, 2, 0), "{view:#}");
    run(&world, &view);
    assert_eq!(values(&world, &ids[2])["supplier"], "Bolt");
    assert_eq!(values(&world, &ids[0])["department"], "Operations");
}

#[test]
fn without_its_ids_an_export_still_undoes_nothing() {
    let (world, ids, mut sheet) = exported();
    world.call("system.update", json!({"id": ids[0], "values": {"department": "Logistics"}}));
    sheet.drop_column("Code");
    let view = sheet.open(&world);
    assert_eq!(kinds(&view), ["ids-missing"], "{view:#}");
    assert_eq!(counts(&view), (0, 0, 3, 1));
}

#[test]
fn without_its_ids_only_rows_that_change_something_count_as_updates() {
    let world = World::new();
    world.job("workspace.sample", json!({"file": world.place("sample.cairn").token}));
    world.job("system.export", json!({"file": world.place("register.xlsx").token}));
    let mut sheet = Sheet::read(&world, "register.xlsx");
    sheet.set("AI-001", "Department", "Logistics");
    sheet.drop_column("Code");
    let view = sheet.open(&world);
    assert_eq!((counts(&view).0, counts(&view).1), (0, 1), "{:#}", view["counts"]);
    let before = world.call("system.list", json!({"offset": 0, "limit": 100}));
    assert_eq!(run(&world, &view)["counts"]["updated"], 1);
    let after = world.call("system.list", json!({"offset": 0, "limit": 100}));
    assert_eq!(before["total"], after["total"]);
}

#[test]
fn a_name_that_was_emptied_stays_and_is_told() {
    let (world, ids, mut sheet) = exported();
    sheet.set("AI-001", "Name", "");
    sheet.set("AI-002", "Name", "\u{2014}");
    sheet.set("AI-002", "Department", "Logistics");
    let view = sheet.open(&world);
    assert_eq!((kinds(&view), counts(&view)), (vec!["name-kept"], (0, 1, 2, 2)), "{view:#}");
    let told = world.call("import.problems", json!({"id": view["id"], "code": "name-kept"}));
    let message = told["items"][0]["problem"]["message"].as_str().unwrap().to_owned();
    assert!(message.contains("AI-001") && message.contains("Shift planner"), "{message}");
    run(&world, &view);
    assert_eq!(values(&world, &ids[0])["name"], "Shift planner");
    assert_eq!(
        (&values(&world, &ids[1])["name"], &values(&world, &ids[1])["department"]),
        (&json!("Chat helper"), &json!("Logistics"))
    );
}

#[test]
fn edited_and_repeated_ids_are_told_and_can_be_mended() {
    let (world, ids, mut sheet) = exported();
    let id = sheet.column("Code");
    // Somebody copied a row to add a system like it, and mistyped an id.
    let mut copy = sheet.rows[0].clone();
    let name = sheet.column("Name");
    "Shift planner for nights".clone_into(&mut copy[name]);
    sheet.rows.push(copy);
    "AI-999".clone_into(&mut sheet.rows[2][id]);
    let view = sheet.open(&world);
    assert_eq!(kinds(&view), ["id-twice", "unknown-id"], "{view:#}");
    assert_eq!(counts(&view), (0, 0, 1, 3), "neither the unknown id nor the row and its copy are taken over");
    let told = world.call("import.problems", json!({"id": view["id"], "code": "id-twice"}));
    let message =
        told["items"][0]["problem"]["message"].as_str().unwrap().replace(['\u{2068}', '\u{2069}'], "");
    assert!(message.starts_with("AI-001 is also the system of row 5"), "{told:#}");
    let fix = json!({"type": "take", "column": id, "text": "AI-999", "value": "AI-003"});
    let mended = world.call("import.fix", json!({"id": view["id"], "add": fix}));
    assert_eq!(counts(&mended), (0, 0, 2, 2));
    let skip = json!({"type": "skip", "code": "id-twice", "column": null, "text": null, "row": null});
    let skipped = world.call("import.fix", json!({"id": view["id"], "add": skip}));
    assert_eq!(counts(&skipped), (0, 0, 2, 0));
    let words: Vec<&str> =
        skipped["decisions"].as_array().unwrap().iter().map(|d| d["text"].as_str().unwrap()).collect();
    assert_eq!(
        words.iter().map(|text| text.replace(['\u{2068}', '\u{2069}'], "")).collect::<Vec<_>>(),
        ["“AI-999” in Code is taken as “AI-003”", "Left out: rows with “One id in several rows”"]
    );
    assert_eq!(values(&world, &ids[2])["purpose"], "Finds routes");
}

#[test]
fn ids_sorted_away_from_their_rows_change_nothing() {
    let (world, ids, mut sheet) = exported();
    let id = sheet.column("Code");
    let first = sheet.rows[0][id].clone();
    sheet.rows[0][id] = sheet.rows[1][id].clone();
    sheet.rows[1][id] = first;
    let view = sheet.open(&world);
    assert_eq!(kinds(&view), ["id-and-name"], "{view:#}");
    assert_eq!(counts(&view), (0, 0, 1, 2));
    run(&world, &view);
    assert_eq!(values(&world, &ids[0])["name"], "Shift planner");
    let again = sheet.open(&world);
    let accept = json!({"type": "accept", "code": "id-and-name", "row": null});
    let taken = world.call("import.fix", json!({"id": again["id"], "add": accept}));
    assert_eq!(counts(&taken).1, 2, "as the person insists");
}

#[test]
fn rows_of_deleted_systems_do_not_come_back_by_themselves() {
    let (world, ids, sheet) = exported();
    world.call("system.delete", json!({"ids": [ids[1]]}));
    let view = sheet.open(&world);
    assert_eq!(kinds(&view), ["unknown-id"]);
    let blank = json!({"type": "blank", "code": "unknown-id", "column": null, "text": null});
    let mended = world.call("import.fix", json!({"id": view["id"], "add": blank}));
    assert_eq!(counts(&mended), (1, 0, 2, 0), "as a new system when the person says so");
}

#[test]
fn an_undone_change_counts_as_no_change() {
    let (world, ids, mut sheet) = exported();
    world.call("system.update", json!({"id": ids[0], "values": {"department": "Logistics"}}));
    let last = world.call("trail.list", json!({}))["total"].clone();
    world.call("trail.undo", json!({"n": last}));
    sheet.set("AI-001", "Department", "Transport");
    let view = sheet.open(&world);
    assert_eq!(counts(&view), (0, 1, 2, 0), "{view:#}");
}

#[test]
fn a_register_that_changed_since_the_check_is_checked_anew() {
    let (world, ids, mut sheet) = exported();
    sheet.set("AI-001", "Department", "Transport");
    let view = sheet.open(&world);
    world.call("system.update", json!({"id": ids[0], "values": {"department": "Logistics"}}));
    let refused = world.try_job("import.run", json!({"id": view["id"]})).unwrap_err();
    assert_eq!(refused.code, Code::Refused);
    let now = world.call("import.map", json!({"id": view["id"]}));
    assert_eq!(kinds(&now), ["changed-on-both-sides"]);
    run(&world, &now);
    assert_eq!(values(&world, &ids[0])["department"], "Logistics");
}

/// The problems of a view with the column they are in, row by row.
fn told(world: &World, view: &Value) -> Vec<(u64, String)> {
    let problems = world.call("import.problems", json!({"id": view["id"]}));
    let items = problems["items"].as_array().unwrap().iter();
    let one = |item: &Value| {
        (
            item["problem"]["where"]["row"].as_u64().unwrap(),
            item["problem"]["code"].as_str().unwrap().to_owned(),
        )
    };
    items.map(one).collect()
}

fn parent(world: &World, id: &Value) -> Value {
    world.call("system.get", json!({"id": id}))["item"]["parent"]["code"].clone()
}

#[test]
fn what_a_system_is_a_part_of_comes_back_from_the_sheet() {
    let (world, ids, mut sheet) = exported();
    sheet.set("AI-001", "Part of", "AI-003");
    sheet.set("AI-002", "Part of", "route finder");
    // A new system of the sheet, and one that becomes a part of it.
    let (code, name, part) = (sheet.column("Code"), sheet.column("Name"), sheet.column("Part of"));
    let mut new = vec![String::new(); sheet.headers.len()];
    "Planning suite".clone_into(&mut new[name]);
    sheet.rows.push(new);
    let of_new = sheet.rows.iter_mut().find(|row| row[code] == "AI-003").unwrap();
    "Planning suite".clone_into(&mut of_new[part]);
    let view = sheet.open(&world);
    assert_eq!(counts(&view), (1, 3, 0, 0), "{view:#}");
    let change = |at: u32| row(&world, &view, at)["changes"][0].clone();
    assert_eq!((&change(2)["label"], &change(2)["file"]), (&json!("Part of"), &json!("AI-003 Route finder")));
    assert_eq!(change(4)["file"], "new system of row 5");
    run(&world, &view);
    assert_eq!(ids.iter().map(|id| parent(&world, id)).collect::<Vec<_>>(), ["AI-003", "AI-003", "AI-004"]);
    let n = world.call("trail.last", json!({}))["n"].clone();
    world.call("trail.undo", json!({"n": n}));
    assert_eq!(parent(&world, &ids[0]), Value::Null);
    world.must_verify();
}

#[test]
fn a_whole_that_cannot_be_is_told_row_by_row_and_changes_nothing() {
    let (world, ids, mut sheet) = exported();
    sheet.set("AI-001", "Part of", "Nobody's suite");
    sheet.set("AI-002", "Part of", "AI-001, AI-003");
    sheet.set("AI-003", "Part of", "AI-003 Route finder");
    let view = sheet.open(&world);
    let expected = [(2, "unknown-parent"), (3, "several-parents"), (4, "part-of-itself")];
    assert_eq!(told(&world, &view), expected.map(|(row, code)| (row, code.to_owned())));
    run(&world, &view);
    for id in &ids {
        assert_eq!(parent(&world, id), Value::Null);
    }
    let facts = world.call("system.get", json!({"id": ids[0]}))["imported"].clone();
    assert_eq!(facts[0]["value"], "Nobody's suite", "what was typed is not lost");
    world.must_verify();
}

#[test]
fn a_circle_over_several_rows_is_refused_and_a_turned_hierarchy_is_not() {
    let (world, ids, mut sheet) = exported();
    sheet.set("AI-001", "Part of", "AI-002");
    sheet.set("AI-002", "Part of", "AI-003");
    sheet.set("AI-003", "Part of", "AI-001");
    let view = sheet.open(&world);
    assert_eq!(told(&world, &view).len(), 3, "each row of the circle is named");
    sheet.set("AI-003", "Part of", "");
    run(&world, &sheet.open(&world));
    assert_eq!(parent(&world, &ids[0]), "AI-002");
    let written = world.job("system.export", json!({"file": world.place("again.xlsx").token}));
    assert_eq!(written["problems"], json!([]));
    let mut turned = Sheet::read(&world, "again.xlsx");
    turned.set("AI-001", "Part of", "");
    turned.set("AI-002", "Part of", "AI-001");
    turned.set("AI-003", "Part of", "AI-002");
    let view = turned.open(&world);
    assert_eq!(told(&world, &view), []);
    run(&world, &view);
    let now: Vec<Value> = ids.iter().map(|id| parent(&world, id)).collect();
    assert_eq!(now, [Value::Null, json!("AI-001"), json!("AI-002")]);
    world.must_verify();
}

#[test]
fn a_whole_that_changed_here_meanwhile_is_not_overwritten() {
    let (world, ids, mut sheet) = exported();
    world.call("system.set_parent", json!({"id": ids[0], "parent": ids[1]}));
    world.call("system.set_parent", json!({"id": ids[2], "parent": ids[1]}));
    sheet.set("AI-001", "Part of", "AI-003");
    let view = sheet.open(&world);
    let change = |at: u32| row(&world, &view, at)["changes"][0].clone();
    assert_eq!((&change(2)["state"], &change(4)["state"]), (&json!("conflict"), &json!("cairn")));
    assert_eq!(told(&world, &view), [(2, "changed-on-both-sides".to_owned())]);
    run(&world, &view);
    assert_eq!((parent(&world, &ids[0]), parent(&world, &ids[2])), (json!("AI-002"), json!("AI-002")));
    let view = sheet.open(&world);
    let keep = json!({"type": "keep", "row": 2, "field": "parent", "side": "file"});
    let view = world.call("import.fix", json!({"id": view["id"], "add": keep}));
    run(&world, &view);
    assert_eq!(parent(&world, &ids[0]), "AI-003");
}

#[test]
fn the_class_is_only_shown_and_a_cell_typed_over_is_told() {
    let (world, ids, mut sheet) = exported();
    let header = "Class (only shown)";
    sheet.set("AI-001", header, "Minimal");
    let view = sheet.open(&world);
    assert_eq!(told(&world, &view), [(2, "only-shown".to_owned())]);
    assert_eq!(counts(&view), (0, 0, 3, 1), "it changes nothing");
    assert!(view["columns"].as_array().unwrap().iter().any(|column| column["header"] == header));
    assert_eq!(world.call("system.get", json!({"id": ids[0]}))["imported"], json!([]));
}

#[test]
fn an_export_of_another_workspace_keeps_its_parts_together() {
    let (world, ids, _) = exported();
    world.call("system.set_parent", json!({"id": ids[0], "parent": ids[2]}));
    world.job("system.export", json!({"file": world.place("register.xlsx").token}));
    let mut sheet = Sheet::read(&world, "register.xlsx");
    // The clock of the tests gives every workspace the same id.
    "0192aaaa-0000-7000-8000-000000000000".clone_into(&mut sheet.meta.workspace);
    let other = World::with_workspace();
    // Their codes are other systems here.
    other.call("system.create", json!({"name": "Something else", "values": {}}));
    let view = sheet.open(&other);
    assert_eq!(counts(&view), (3, 0, 0, 0), "{view:#}");
    run(&other, &view);
    let list = other.call("system.list", json!({}));
    let part = list["items"].as_array().unwrap().iter().find(|item| item["name"] == "Shift planner").unwrap();
    assert_eq!(part["parent"]["title"], "Route finder");
    let again = sheet.open(&other);
    assert_eq!(counts(&again), (0, 0, 3, 0), "{again:#}");
    other.must_verify();
}
