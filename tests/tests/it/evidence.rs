//! Evidence as files: kept once, used again, shown from a private copy, saved, listed.

use std::io::{Read, Write};

use cairn_app::error::Code;
use cairn_tests::World;
use serde_json::{Value, json};

fn attach(world: &World, record: &Value, name: &str) -> Value {
    world.job("evidence.attach", json!({"record": record, "file": world.place(name).token}))
}

fn system(world: &World, name: &str) -> Value {
    world.call("system.create", json!({ "name": name }))["id"].clone()
}

/// Bytes of more than one chunk, none of them the same.
fn big(world: &World, name: &str, bytes: u64) {
    let mut file = std::io::BufWriter::new(std::fs::File::create(world.path(name)).unwrap());
    let mut left = bytes;
    let mut number = 0u64;
    while left > 0 {
        let block = number.to_le_bytes();
        let take = usize::try_from(left.min(8)).unwrap();
        file.write_all(&block[..take]).unwrap();
        left -= take as u64;
        number += 1;
    }
    file.flush().unwrap();
}

#[test]
fn the_same_bytes_are_one_piece_wherever_they_are_attached() {
    let world = World::with_workspace();
    let (first, second) = (system(&world, "Shift planner"), system(&world, "Code assistant"));
    std::fs::write(world.path("report.pdf"), "tested on 3 September").unwrap();
    std::fs::write(world.path("copy of report.pdf"), "tested on 3 September").unwrap();
    let made = attach(&world, &first, "report.pdf");
    assert_eq!((&made["code"], &made["known"]), (&json!("EV-001"), &json!(false)));
    let again = attach(&world, &second, "copy of report.pdf");
    assert_eq!((&again["id"], &again["known"]), (&made["id"], &json!(true)));
    let before = world.call("workspace.get", json!({}))["entries"].clone();
    assert_eq!(attach(&world, &second, "report.pdf")["known"], json!(true));
    assert_eq!(attach(&world, &Value::Null, "report.pdf")["id"], made["id"]);
    assert_eq!(world.call("workspace.get", json!({}))["entries"], before, "nothing was left to do");
    let library = world.call("evidence.list", json!({}));
    assert_eq!(library["items"].as_array().unwrap().len(), 1);
    assert_eq!(library["items"][0]["uses"].as_array().unwrap().len(), 2);
    assert_eq!((&library["bytes"], &library["large"]), (&json!(21), &json!(false)));
    world.must_verify();
}

#[test]
fn a_file_comes_out_as_it_went_in() {
    let world = World::with_workspace();
    let record = system(&world, "Shift planner");
    big(&world, "scan.pdf", (3 << 20) + 17);
    let id = attach(&world, &record, "scan.pdf")["id"].clone();
    let original = std::fs::read(world.path("scan.pdf")).unwrap();
    let written =
        world.job("evidence.save", json!({"id": id, "file": world.place("out.pdf").token}))["bytes"].clone();
    assert_eq!(written, json!((3 << 20) + 17));
    assert!(std::fs::read(world.path("out.pdf")).unwrap() == original);
    assert!(!world.path("out.pdf.part").exists());

    world.job("evidence.open", json!({ "id": id }));
    let shown = world.shown();
    let copy = shown.first().unwrap();
    assert_eq!(copy.file_name().unwrap(), "scan.pdf");
    let mut bytes = Vec::new();
    std::fs::File::open(copy).unwrap().read_to_end(&mut bytes).unwrap();
    assert!(bytes == original);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &std::path::Path| path.metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(copy) & 0o222, 0, "what is changed in a copy would be lost");
        assert_eq!(mode(copy.parent().unwrap()), 0o700);
        assert_eq!(mode(copy.parent().unwrap().parent().unwrap()), 0o700);
    }
    world.call("workspace.close", json!({}));
    assert!(!copy.exists(), "no copy outlives the workspace");
}

#[test]
fn what_could_run_is_saved_but_not_opened() {
    let world = World::with_workspace();
    for name in ["page.html", "setup.exe", "figures.xlsm", "run.sh", "no ending"] {
        std::fs::write(world.path(name), name).unwrap();
        let id = attach(&world, &Value::Null, name)["id"].clone();
        let refused = world.try_job("evidence.open", json!({ "id": id })).unwrap_err();
        assert_eq!(refused.code, Code::Refused, "{name}");
        assert!(refused.message.contains(name), "{}", refused.message);
        world.job("evidence.save", json!({"id": id, "file": world.place("saved").token}));
        assert_eq!(std::fs::read_to_string(world.path("saved")).unwrap(), name);
    }
    let input = json!({"record": null, "file": null, "reference": "Shelf 4"});
    let id = world.job("evidence.attach", input)["id"].clone();
    assert_eq!(world.try_job("evidence.open", json!({ "id": id })).unwrap_err().code, Code::Refused);
    assert!(world.shown().is_empty());
}

#[test]
fn a_hundred_megabytes_are_the_limit() {
    let world = World::with_workspace();
    let limit = 100 << 20;
    let file = std::fs::File::create(world.path("long.mp4")).unwrap();
    file.set_len(limit + 1).unwrap();
    let input = |name: &str| json!({"record": null, "file": world.place(name).token});
    let refused = world.try_job("evidence.attach", input("long.mp4")).unwrap_err();
    assert_eq!(refused.code, Code::FileRefused);
    assert!(refused.message.contains("100 MB"), "{}", refused.message);
    file.set_len(limit).unwrap();
    world.job("evidence.attach", input("long.mp4"));
    assert_eq!(world.call("evidence.list", json!({}))["bytes"], json!(limit));
}

#[test]
fn lists_are_written_as_excel() {
    let world = World::with_workspace();
    let record = system(&world, "Shift planner");
    std::fs::write(world.path("report.pdf"), "tested").unwrap();
    attach(&world, &record, "report.pdf");
    world.call(
        "action.create",
        json!({"source": record, "title": "Ask the supplier", "owner": null, "due": null}),
    );
    for job in ["evidence.export", "action.export"] {
        let written = world.job(job, json!({"file": world.place("list.xlsx").token}));
        assert!(written["bytes"].as_u64().unwrap() > 2000);
        let bytes = std::fs::read(world.path("list.xlsx")).unwrap();
        assert_eq!(&bytes[..2], b"PK");
    }
}
