//! Creating, closing, opening; what is refused and in which words.

use cairn_app::error::Code;
use cairn_tests::World;
use serde_json::json;

#[test]
fn a_workspace_is_there_again_after_closing() {
    let world = World::with_workspace();
    let created = world.call("system.create", json!({"name": "Shift planner"}));
    assert_eq!(created["code"], "AI-001");
    world.call("workspace.close", json!({}));
    assert_eq!(world.refused("system.list", json!({})).code, Code::NoWorkspace);
    let token = world.place("harbour.cairn").token;
    let opened = world.call("workspace.open", json!({"file": token, "passphrase": null}));
    assert_eq!(opened["organisation"], "Harbour Analytics");
    assert_eq!(opened["me"]["roles"], json!(["lead", "approver"]));
    let list = world.call("system.list", json!({}));
    assert_eq!(list["items"][0]["name"], "Shift planner");
    world.must_verify();
}

#[test]
fn a_new_file_and_the_sample_are_checked_when_they_are_made() {
    let world = World::with_workspace();
    let made = world.call("workspace.get", json!({}));
    assert_eq!((&made["trail"], &made["entries"]), (&json!("intact"), &json!(1)));
    let sample = world.job("workspace.sample", json!({"file": world.place("sample.cairn").token}));
    assert_eq!(sample["trail"], "intact");
}

#[test]
fn an_encrypted_workspace_asks_for_its_passphrase() {
    let world = World::new();
    world.create("secret.cairn", Some("correct horse battery"));
    world.call("workspace.close", json!({}));
    let token = world.place("secret.cairn").token;
    let open = |passphrase| world.refused("workspace.open", json!({"file": token, "passphrase": passphrase}));
    assert_eq!(open(json!(null)).code, Code::PassphraseNeeded);
    let wrong = open(json!("incorrect horse"));
    assert_eq!(wrong.code, Code::PassphraseWrong);
    assert!(!wrong.hints.is_empty());
    world.call("workspace.open", json!({"file": token, "passphrase": "correct horse battery"}));
    world.must_verify();
}

#[test]
fn what_is_no_workspace_is_refused_in_words() {
    let world = World::new();
    std::fs::write(world.path("notes.cairn"), "just some notes, and nothing else at all").unwrap();
    let token = world.place("notes.cairn").token;
    let error = world.refused("workspace.open", json!({"file": token, "passphrase": "whatever it takes"}));
    assert!(matches!(error.code, Code::NotAWorkspace | Code::PassphraseWrong), "{error:?}");
    let missing = world.place("gone.cairn").token;
    assert_eq!(
        world.refused("workspace.open", json!({"file": missing, "passphrase": null})).code,
        Code::Missing
    );
}

#[test]
fn nothing_is_written_over_and_short_passphrases_are_refused() {
    let world = World::with_workspace();
    let again = json!({
        "organisation": "Other", "file": world.place("harbour.cairn").token, "passphrase": null,
        "name": "Lead", "jobTitle": null, "affiliation": "staff", "approver": false,
    });
    assert_eq!(world.refused("workspace.create", again).code, Code::Exists);
    let short = json!({
        "organisation": " ", "file": world.place("new.cairn").token, "passphrase": "short",
        "name": "Lead", "jobTitle": null, "affiliation": "staff", "approver": false,
    });
    let error = world.refused("workspace.create", short);
    let paths: Vec<_> = error.fields.iter().map(|field| field.path.as_str()).collect();
    assert_eq!(paths, ["organisation", "passphrase"]);
    assert!(!world.path("new.cairn").exists());
}

#[test]
fn the_start_page_lists_what_was_open() {
    let world = World::with_workspace();
    world.must_verify();
    let list = world.call("workspace.list", json!({}));
    assert_eq!(list[0]["organisation"], "Harbour Analytics");
    assert_eq!(list[0]["trail"], "intact");
    assert_eq!(list[0]["present"], true);
    world.call("workspace.forget", json!({"file": list[0]["file"]["token"]}));
    assert_eq!(world.call("workspace.list", json!({})), json!([]));
}

#[test]
fn unknown_calls_and_bad_input_are_named() {
    let world = World::with_workspace();
    assert_eq!(world.refused("system.explode", json!({})).code, Code::BadCall);
    assert_eq!(world.refused("system.get", json!({"id": 5})).code, Code::BadCall);
    assert_eq!(world.refused("trail.verify", json!({})).code, Code::BadCall);
}
