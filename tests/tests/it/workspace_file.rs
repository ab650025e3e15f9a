//! The workspace file as a person meets it: backups, passphrase, devices, the start page, other programs.

use std::sync::Arc;
use std::time::{Duration, Instant};

use cairn_app::backup::keep_daily;
use cairn_app::error::Code;
use cairn_app::host::{Event, Host, Settings};
use cairn_app::local::{Pages, Recent};
use cairn_app::pages::look_weekly;
use cairn_app::tag::Tag;
use cairn_app::{SystemClock, watch};
use cairn_tests::World;
use serde_json::{Value, json};

const FIRST: &str = "correct horse battery";
const SECOND: &str = "staple of another kind";

fn summary(world: &World) -> Value {
    world.call("workspace.get", json!({}))
}

/// A second program on the same computer: its own host on the same config folder.
fn second(world: &World) -> Host {
    Host::new(Settings {
        config: world.path("config"),
        clock: Arc::new(SystemClock),
        version: "0.1.0".to_owned(),
        sink: Arc::new(|_| {}),
    })
    .unwrap()
}

fn open_in(host: &Host, world: &World, name: &str, passphrase: Option<&str>) -> Value {
    let file = host.admit(&world.path(name)).token;
    host.call("workspace.open", json!({"file": file, "passphrase": passphrase})).unwrap()
}

#[test]
fn a_backup_is_made_once_a_day_and_opens_as_a_copy() {
    let world = World::new();
    world.create("harbour.cairn", Some(FIRST));
    world.call("system.create", json!({"name": "Shift planner"}));
    assert_eq!(world.call("backup.list", json!({}))["items"], json!([]));
    assert!(keep_daily(&world.host));
    assert!(!keep_daily(&world.host), "one a day");
    let list = world.call("backup.list", json!({}));
    assert_eq!(list["items"].as_array().unwrap().len(), 1);
    assert_eq!(list["items"][0]["day"], "2026-11-23");
    assert!(list["items"][0]["size"].as_u64().unwrap() > 4096);
    assert_eq!(summary(&world)["backup"]["last"], "2026-11-23");
    world.call("system.create", json!({"name": "After the backup"}));
    let again = |to: &str, passphrase: Value| {
        let input = json!({
            "file": list["items"][0]["file"]["token"], "to": world.place(to).token, "passphrase": passphrase,
        });
        world.try_call("backup.open", input)
    };
    assert_eq!(again("copy", json!(null)).unwrap_err().code, Code::PassphraseNeeded);
    assert!(!world.path("copy.cairn").exists(), "nothing stays of a refused copy");
    assert_eq!(again("harbour", json!(FIRST)).unwrap_err().code, Code::Exists);
    again("copy", json!(FIRST)).unwrap();
    let systems = world.call("system.list", json!({}));
    assert_eq!(systems["items"].as_array().unwrap().len(), 1);
    // The copy is behind what this computer wrote, so it gets a key of its own before its first entry.
    world.call("system.create", json!({"name": "In the copy"}));
    assert_eq!(world.call("device.list", json!({})).as_array().unwrap().len(), 2);
    world.must_verify();
}

#[test]
fn backing_up_now_replaces_the_one_of_today_and_a_failure_stops_nobody() {
    let world = World::with_workspace();
    for name in ["One", "Two"] {
        world.call("system.create", json!({"name": name}));
        world.call("backup.create", json!({}));
    }
    let list = world.call("backup.list", json!({}));
    assert_eq!(list["items"].as_array().unwrap().len(), 1);
    let token = &list["items"][0]["file"]["token"];
    let to = world.place("copy").token;
    // Where the backups are kept changes; where nothing can be written is said, and work goes on.
    let wall = world.path("wall");
    std::fs::create_dir(&wall).unwrap();
    world.call("backup.place", json!({"folder": world.host.admit(&wall).token}));
    assert_eq!(world.call("backup.list", json!({}))["items"], json!([]));
    std::fs::remove_dir(&wall).unwrap();
    std::fs::write(&wall, b"no folder").unwrap();
    let failed = world.refused("backup.create", json!({}));
    assert!(!failed.hints.is_empty(), "{failed:?}");
    assert!(summary(&world)["backup"]["trouble"].is_string());
    world.call("system.create", json!({"name": "Three"}));
    let not_a_folder = world.refused("backup.place", json!({"folder": world.host.admit(&wall).token}));
    assert_eq!(not_a_folder.code, Code::Invalid);
    world.call("backup.place", json!({"folder": null}));
    world.call("backup.create", json!({}));
    assert!(summary(&world)["backup"]["trouble"].is_null());
    world.must_verify();
    world.call("backup.open", json!({"file": token, "to": to, "passphrase": null}));
    assert_eq!(world.call("system.list", json!({}))["items"].as_array().unwrap().len(), 3);
}

#[test]
fn a_passphrase_is_set_changed_and_taken_away_by_who_knows_it() {
    let world = World::with_workspace();
    assert_eq!(summary(&world)["key"], "open");
    world.call("backup.create", json!({}));
    let protect = |current: Option<&str>, next: Option<&str>| {
        world.try_call("workspace.protect", json!({"current": current, "next": next}))
    };
    assert_eq!(protect(None, Some("short")).unwrap_err().fields[0].path, "next");
    let done = protect(None, Some(FIRST)).unwrap();
    assert_eq!((&done["encrypted"], &done["key"]), (&json!(true), &json!("protected")));
    world.call("system.create", json!({"name": "Behind the passphrase"}));
    let wrong = protect(Some("a guess of ten"), None).unwrap_err();
    assert_eq!((wrong.code, wrong.fields[0].path.as_str()), (Code::Invalid, "current"));
    protect(Some(FIRST), Some(SECOND)).unwrap();
    world.call("workspace.close", json!({}));
    assert_eq!(world.call("workspace.list", json!({}))[0]["encrypted"], true);
    let token = world.place("harbour.cairn").token;
    let open =
        |passphrase: &str| world.try_call("workspace.open", json!({"file": token, "passphrase": passphrase}));
    assert_eq!(open(FIRST).unwrap_err().code, Code::PassphraseWrong);
    open(SECOND).unwrap();
    world.must_verify();
    protect(Some(SECOND), None).unwrap();
    assert_eq!(summary(&world)["key"], "open");
    world.must_verify();
    // The backup is as it was: without a passphrase.
    let list = world.call("backup.list", json!({}));
    let input = json!({"file": list["items"][0]["file"]["token"], "to": world.place("old").token, "passphrase": null});
    world.call("backup.open", input);
}

#[test]
fn a_file_whose_passphrase_was_changed_elsewhere_is_not_written_to() {
    let world = World::with_workspace();
    let other = second(&world);
    let opened = open_in(&other, &world, "harbour.cairn", None);
    assert_eq!(opened["others"].as_array().unwrap().len(), 1, "{opened}");
    other.call("workspace.protect", json!({"current": null, "next": FIRST})).unwrap();
    if cfg!(unix) {
        let refused = world.refused("system.create", json!({"name": "Lost"}));
        assert_eq!(refused.code, Code::Conflict);
        assert!(!refused.hints.is_empty());
        world.heard();
        world.host.notice_other_writers();
        assert!(world.heard().iter().any(|event| matches!(event, Event::Changed(_))));
        let now = summary(&world);
        assert_eq!((&now["writing"], &now["me"]["permissions"]), (&json!("replaced"), &json!(["read"])));
    }
    world.call("workspace.close", json!({}));
    assert_eq!(other.call("workspace.get", json!({})).unwrap()["others"], json!([]));
    other.call("system.create", json!({"name": "Kept"})).unwrap();
}

#[test]
fn devices_are_listed_renamed_and_revoked() {
    let world = World::with_workspace();
    let lead = summary(&world)["me"]["id"].clone();
    world.work_as(&lead, true);
    let list = world.call("device.list", json!({}));
    assert_eq!((list[0]["here"].clone(), list[1]["here"].clone()), (json!(false), json!(true)), "{list:#}");
    assert_eq!(list[0]["last"]["n"], 2, "the first key signed the second's admission");
    assert_eq!(list[0]["member"]["name"], "Compliance lead");
    let (first, own) = (list[0]["id"].clone(), list[1]["id"].clone());
    world.call("device.rename", json!({"id": first, "name": "  Old   laptop "}));
    assert_eq!(world.refused("device.rename", json!({"id": first, "name": " "})).fields[0].path, "name");
    let refused = world.refused("device.revoke", json!({"id": own, "reason": "lost"}));
    assert_eq!(refused.code, Code::Refused);
    assert_eq!(world.refused("device.revoke", json!({"id": first, "reason": " "})).fields[0].path, "reason");
    world.call("device.revoke", json!({"id": first, "reason": "lost on a train"}));
    let list = world.call("device.list", json!({}));
    assert_eq!(list[0]["name"], "Old laptop");
    assert!(list[0]["revokedAt"].is_string());
    assert_eq!(world.refused("device.revoke", json!({"id": first, "reason": "twice"})).code, Code::Refused);
    let history = world.call("trail.list", json!({"text": "revoked"}));
    assert_eq!(history["found"], 1, "{history:#}");
    world.must_verify();
}

#[test]
fn a_window_whose_device_was_revoked_only_reads() {
    let world = World::with_workspace();
    let other = second(&world);
    open_in(&other, &world, "harbour.cairn", None);
    let lead = summary(&world)["me"]["id"].clone();
    world.work_as(&lead, true);
    let first = world.call("device.list", json!({}))[0]["id"].clone();
    world.call("device.revoke", json!({"id": first, "reason": "stolen"}));
    let refused = other.call("system.create", json!({"name": "By a thief"})).unwrap_err();
    assert_eq!(refused.code, Code::NoPermission);
    let now = other.call("workspace.get", json!({})).unwrap();
    assert_eq!((&now["writing"], &now["me"]["permissions"]), (&json!("no-key"), &json!(["read"])));
    world.must_verify();
}

#[test]
fn no_key_and_a_key_without_protection_are_told_apart() {
    let world = World::with_workspace();
    world.call("workspace.close", json!({}));
    std::fs::remove_dir_all(world.path("config/keys")).unwrap();
    let token = world.place("harbour.cairn").token;
    let opened = world.call("workspace.open", json!({"file": token, "passphrase": null}));
    assert_eq!((&opened["key"], &opened["writing"]), (&json!("missing"), &json!("no-key")));
    assert_eq!(opened["me"]["permissions"], json!(["read"]));
    assert_eq!(world.refused("system.create", json!({"name": "A"})).code, Code::NoPermission);
}

#[test]
fn a_write_protected_file_is_read_and_says_so() {
    let world = World::with_workspace();
    world.call("system.create", json!({"name": "Shift planner"}));
    world.call("workspace.close", json!({}));
    let path = world.path("harbour.cairn");
    let mut permissions = path.metadata().unwrap().permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&path, permissions).unwrap();
    let token = world.place("harbour.cairn").token;
    let opened = world.call("workspace.open", json!({"file": token, "passphrase": null}));
    assert_eq!((&opened["writing"], &opened["key"]), (&json!("read-only"), &json!("open")));
    assert_eq!(opened["me"]["permissions"], json!(["read"]));
    assert_eq!(world.call("system.list", json!({}))["items"][0]["name"], "Shift planner");
    assert_eq!(world.refused("system.create", json!({"name": "B"})).code, Code::ReadOnly);
    let protect = world.refused("workspace.protect", json!({"current": null, "next": FIRST}));
    assert_eq!(protect.code, Code::ReadOnly);
    world.must_verify();
}

#[test]
fn a_busy_file_is_read_and_says_who_holds_it() {
    let world = World::with_workspace();
    let other = second(&world);
    open_in(&other, &world, "harbour.cairn", None);
    world.host.with_open(|open| Ok(open.workspace.set_patience(Duration::from_millis(50))?)).unwrap();
    let (hold, held) = std::sync::mpsc::channel::<()>();
    let (begun, began) = std::sync::mpsc::channel::<()>();
    std::thread::scope(|scope| {
        scope.spawn(move || {
            let done = other.with_open(|open| {
                let act = cairn_store::Act::new(open.me, "setting.set");
                open.workspace.write(act, |_| {
                    begun.send(()).unwrap();
                    let _ = held.recv_timeout(Duration::from_secs(20));
                    Ok::<_, cairn_app::error::AppError>(())
                })?;
                Ok(())
            });
            done.unwrap();
        });
        began.recv().unwrap();
        assert_eq!(world.call("system.list", json!({}))["items"], json!([]));
        let refused = world.refused("system.create", json!({"name": "A"}));
        assert_eq!(refused.code, Code::Busy);
        assert!(refused.message.contains(&std::process::id().to_string()), "{}", refused.message);
        // A write that waits for its turn keeps nobody here from reading.
        world.host.with_open(|open| Ok(open.workspace.set_patience(Duration::from_secs(10))?)).unwrap();
        let waiting = scope.spawn(|| world.try_call("system.create", json!({"name": "After the wait"})));
        std::thread::sleep(Duration::from_millis(200));
        let asked = Instant::now();
        assert_eq!(world.call("system.list", json!({}))["items"], json!([]));
        assert!(asked.elapsed() < Duration::from_secs(1), "reading took {:?}", asked.elapsed());
        assert!(!waiting.is_finished());
        hold.send(()).unwrap();
        waiting.join().unwrap().unwrap();
    });
    world.call("system.create", json!({"name": "A"}));
    world.must_verify();
}

#[test]
fn what_another_program_writes_is_noticed_within_a_second() {
    let world = World::with_workspace();
    let (tell, told) = std::sync::mpsc::channel();
    let host = Arc::new(
        Host::new(Settings {
            config: world.path("config"),
            clock: Arc::new(SystemClock),
            version: "0.1.0".to_owned(),
            sink: Arc::new(move |event| {
                if matches!(&event, Event::Changed(_)) {
                    let _ = tell.send(Instant::now());
                }
            }),
        })
        .unwrap(),
    );
    open_in(&host, &world, "harbour.cairn", None);
    watch::watch(&host);
    // Opening and the backup of the day tell things too; wait until it is quiet.
    while told.recv_timeout(Duration::from_millis(2500)).is_ok() {}
    let written = Instant::now();
    world.call("system.create", json!({"name": "Written elsewhere"}));
    let after = told.recv_timeout(Duration::from_secs(5)).unwrap().duration_since(written);
    assert!(after < Duration::from_secs(1), "noticed after {after:?}");
    let list = host.call("system.list", json!({})).unwrap();
    assert_eq!(list["items"][0]["name"], "Written elsewhere");
    assert_eq!(host.call("backup.list", json!({})).unwrap()["items"].as_array().unwrap().len(), 1);
}

#[test]
fn what_another_program_wrote_makes_only_its_part_stale() {
    let world = World::with_workspace();
    let other = second(&world);
    open_in(&other, &world, "harbour.cairn", None);
    let stale = |act: &str, input: Value| -> Vec<Tag> {
        world.host.notice_other_writers();
        world.heard();
        other.call(act, input).unwrap();
        world.host.notice_other_writers();
        let told = world.heard().into_iter().filter_map(|event| match event {
            Event::Changed(tags) => Some(tags),
            _ => None,
        });
        told.flatten().collect()
    };
    let tags = stale("system.create", json!({"name": "Written elsewhere"}));
    assert!(tags.contains(&Tag::Systems) && tags.contains(&Tag::Trail), "{tags:?}");
    assert!(!tags.contains(&Tag::Soa), "{tags:?}");
    // What an undo changed is not told by its name.
    let last = other.call("trail.last", json!({})).unwrap();
    assert_eq!(stale("trail.undo", json!({"n": last["n"]})), Tag::ALL);
}

#[test]
fn the_pages_of_a_file_are_looked_at_once_a_week() {
    let world = World::with_workspace();
    for n in 0..40 {
        world.call("system.create", json!({"name": format!("System {n}"), "purpose": "x".repeat(2000)}));
    }
    let pages = || world.host.local.recent().first().unwrap().pages.clone();
    assert!(look_weekly(&world.host) && !look_weekly(&world.host));
    assert!(!pages().damaged);
    assert_eq!(summary(&world)["damaged"], false);
    let recent = world.host.local.recent().remove(0);
    let earlier = Pages { looked_on: Some("2026-11-16".parse().unwrap()), damaged: false };
    world.host.local.revise(Recent { pages: earlier, ..recent }).unwrap();
    let mut bytes = std::fs::read(world.path("harbour.cairn")).unwrap();
    let last = bytes.len() - 4096;
    bytes[last..last + 2048].fill(0xa5);
    std::fs::write(world.path("harbour.cairn"), bytes).unwrap();
    assert!(look_weekly(&world.host));
    assert!(pages().damaged);
}

#[test]
fn the_start_page_knows_how_each_file_stood() {
    let world = World::new();
    for (name, due) in [("late", "2026-11-01"), ("none", ""), ("soon", "2026-12-01")] {
        world.create(&format!("{name}.cairn"), None);
        if !due.is_empty() {
            world.call("action.create", json!({"source": null, "title": "Do it", "owner": null, "due": due}));
        }
    }
    let mut organisation = world.call("organisation.get", json!({}));
    organisation["stage1On"] = json!("2027-02-01");
    organisation["stage2On"] = json!("2027-04-01");
    world.call("organisation.update", json!({"organisation": organisation}));
    world.call("backup.create", json!({}));
    world.call("workspace.close", json!({}));
    let list = world.call("workspace.list", json!({}));
    let names: Vec<_> =
        list.as_array().unwrap().iter().map(|file| file["file"]["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["late.cairn", "soon.cairn", "none.cairn"]);
    assert_eq!(list[0]["nextDue"]["date"], "2026-11-01");
    assert_eq!((&list[1]["stage1On"], &list[1]["backup"]), (&json!("2027-02-01"), &json!("2026-11-23")));
    assert!(list[1]["size"].as_u64().unwrap() > 0 && list[1]["blockers"].is_number());
    // A file that moved is found again, with all that is known of it.
    std::fs::rename(world.path("late.cairn"), world.path("moved.cairn")).unwrap();
    let gone = world.call("workspace.list", json!({}))[0].clone();
    assert_eq!((&gone["present"], &gone["size"]), (&json!(false), &json!(null)));
    world.call(
        "workspace.locate",
        json!({"file": gone["file"]["token"], "found": world.place("moved.cairn").token}),
    );
    let found = world.call("workspace.list", json!({}))[0].clone();
    assert_eq!((&found["file"]["name"], &found["present"]), (&json!("moved.cairn"), &json!(true)));
    assert_eq!(found["nextDue"]["date"], "2026-11-01");
}
