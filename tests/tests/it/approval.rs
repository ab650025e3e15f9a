//! Sending documents for approval, deciding them, and what happens when their content changes.

use cairn_app::error::Code;
use cairn_tests::World;
use serde_json::{Value, json};

fn write_scope(world: &World, scope: &str) {
    let mut organisation = world.call("organisation.get", json!({}));
    organisation["scopeStatement"] = json!(scope);
    world.call("organisation.update", json!({"organisation": organisation}));
}

fn submit(world: &World, kind: &str) -> Value {
    world.call(
        "document.submit",
        json!({"kind": kind, "approver": null, "note": "First version", "nextReview": null}),
    )
}

fn document(world: &World, kind: &str) -> Value {
    world.call("document.get", json!({"kind": kind}))
}

fn all_checks(world: &World, id: &Value) -> Vec<Value> {
    let detail = world.call("approval.get", json!({"id": id}));
    detail["checks"].as_array().unwrap().iter().map(|check| check["key"].clone()).collect()
}

fn verdict(world: &World, id: &Value, verdict: &str, reason: &str, alone: bool) -> Value {
    let checked = all_checks(world, id);
    json!({"id": id, "verdict": verdict, "reason": reason, "checked": checked, "override": alone})
}

/// A second person with a key of their own on this computer.
fn second_approver(world: &World) -> Value {
    let approver = json!({
        "name": "Managing director", "jobTitle": "Managing director", "roles": ["approver"],
        "affiliation": "staff",
    });
    let id = world.call("member.create", approver);
    world.work_as(&id, true);
    id
}

/// The present state, version 1 and version 2 can be written; version 9 does not exist.
fn printed_in_every_version(world: &World) {
    for (name, version) in [("now.pdf", json!(null)), ("one.pdf", json!(1)), ("two.xlsx", json!(2))] {
        let format = name.rsplit('.').next().unwrap();
        let token = world.place(name).token;
        world.job(
            "report.export",
            json!({"kind": "scope", "format": format, "file": token, "version": version}),
        );
    }
    let token = world.place("none.pdf").token;
    let none = world
        .try_job("report.export", json!({"kind": "scope", "format": "pdf", "file": token, "version": 9}));
    assert_eq!(none.unwrap_err().code, Code::NotFound);
}

/// The stone of the approved scope on the trail.
fn scope_stone(world: &World) -> Value {
    world.call("overview.get", json!({}))["phases"][0]["stones"][0]["standing"]["state"].clone()
}

#[test]
fn a_document_is_sent_decided_and_becomes_stale_when_its_content_changes() {
    let world = World::with_workspace();
    let lead = world.call("workspace.get", json!({}))["me"]["id"].clone();
    let empty = world.refused(
        "document.submit",
        json!({"kind": "scope", "approver": null, "note": "", "nextReview": null}),
    );
    assert_eq!(empty.code, Code::Refused);
    assert!(empty.message.contains("The scope is not written yet."), "{}", empty.message);

    write_scope(&world, "All AI systems of Harbour Analytics in Rotterdam.");
    let request = submit(&world, "scope");
    assert_eq!(document(&world, "scope")["state"], "in-review");
    assert_eq!(
        world
            .refused(
                "document.submit",
                json!({"kind": "scope", "approver": null, "note": "", "nextReview": null})
            )
            .code,
        Code::Refused
    );

    second_approver(&world);
    let unread = json!({"id": request, "verdict": "approve", "reason": "", "checked": [], "override": false});
    assert!(world.refused("approval.decide", unread).message.contains("every point"));
    world.call("approval.decide", verdict(&world, &request, "approve", "", false));
    let approved = document(&world, "scope");
    assert_eq!((&approved["state"], &approved["inForce"]), (&json!("approved"), &json!(1)));
    assert_eq!(approved["versions"][0]["approvedBy"], "Managing director");
    assert_eq!(
        world.refused("approval.decide", verdict(&world, &request, "reject", "no", false)).code,
        Code::Refused
    );
    assert_eq!(scope_stone(&world), "set");

    // Another sentence: version 1 stays in force, the present content is a draft again, and the stone falls back.
    world.work_as(&lead, false);
    write_scope(&world, "All AI systems of Harbour Analytics, all sites.");
    let changed = document(&world, "scope");
    assert_eq!(
        (&changed["state"], &changed["inForce"], &changed["changed"]),
        (&json!("draft"), &json!(1), &json!(true))
    );
    assert_ne!(scope_stone(&world), "set");
    let second = submit(&world, "scope");
    let detail = world.call("approval.get", json!({"id": second}));
    assert_eq!(detail["comparedWith"], 1);
    assert_eq!(detail["changes"][0]["label"], "Scope");
    assert_eq!(detail["changes"][0]["before"], "All AI systems of Harbour Analytics in Rotterdam.");
    assert_eq!(detail["note"], "First version");

    // Changed under the approver's hands: refused until it is sent again.
    write_scope(&world, "Everything.");
    assert_eq!(world.call("approval.get", json!({"id": second}))["stale"], true);
    let director = world.call("member.list", json!({}));
    let director =
        director.as_array().unwrap().iter().find(|m| m["name"] == "Managing director").unwrap()["id"].clone();
    world.work_as(&director, false);
    let stale = world.refused("approval.decide", verdict(&world, &second, "approve", "", false));
    assert!(stale.message.contains("content changed"), "{}", stale.message);
    world.call("approval.decide", verdict(&world, &second, "send-back", "Name the sites", false));
    assert_eq!(document(&world, "scope")["inForce"], 1);
    world.work_as(&lead, false);
    let third = submit(&world, "scope");
    world.work_as(&director, false);
    world.call("approval.decide", verdict(&world, &third, "approve", "", false));
    let versions = document(&world, "scope")["versions"].clone();
    assert_eq!(versions[0]["version"], 2, "a version that was sent back keeps its number");
    assert_eq!((&versions[1]["version"], &versions[1]["state"]), (&json!(1), &json!("superseded")));
    let figures = world.call("approval.list", json!({}))["figures"].clone();
    assert_eq!(
        (&figures["decided"], &figures["reworked"], &figures["first_pass"]),
        (&json!(2), &json!(1), &json!(1))
    );

    printed_in_every_version(&world);
    world.must_verify();
}

#[test]
fn alone_one_approves_only_with_an_override_and_a_reason() {
    let world = World::with_workspace();
    write_scope(&world, "Everything.");
    let request = submit(&world, "scope");
    let detail = world.call("approval.get", json!({"id": request}));
    assert_eq!((&detail["mayOverride"], &detail["mayRefuse"]), (&json!(true), &json!(false)));
    assert_eq!(
        world.refused("approval.decide", verdict(&world, &request, "approve", "", false)).code,
        Code::Refused
    );
    assert_eq!(
        world.refused("approval.decide", verdict(&world, &request, "reject", "x", false)).code,
        Code::Refused
    );
    let blank = world.refused("approval.decide", verdict(&world, &request, "approve", " ", true));
    assert_eq!(blank.fields[0].path, "reason");
    world.call("approval.decide", verdict(&world, &request, "approve", "I am the only person here", true));
    assert_eq!(document(&world, "scope")["versions"][0]["how"], "override");
    assert_eq!(world.call("evidence.list", json!({}))["bytes"], 0, "the kept version is no evidence");
    let history = world.call("trail.list", json!({"action": "approval."}));
    assert_eq!(history["entries"][0]["reason"], "I am the only person here");
    let undo = world.try_call("trail.undo", json!({"n": history["entries"][0]["n"]}));
    assert_eq!(undo.unwrap_err().code, Code::Refused, "approvals are acts");
    world.must_verify();
}

#[test]
fn the_entry_that_approves_is_fixed_by_a_checkpoint() {
    let world = World::with_workspace();
    let kept = || {
        let info = world.call("workspace.info", json!({}));
        let tables = info["tables"].as_array().unwrap();
        tables.iter().find(|table| table["name"] == "checkpoint").unwrap()["rows"].clone()
    };
    write_scope(&world, "Everything.");
    let request = submit(&world, "scope");
    assert_eq!(kept(), 0);
    world.call("approval.decide", verdict(&world, &request, "approve", "I am the only person here", true));
    assert_eq!(kept(), 1);
    world.must_verify();
}

#[test]
fn an_approval_on_paper_is_recorded_with_its_evidence_and_never_shown_as_a_signature() {
    let world = World::with_workspace();
    world.call(
        "member.create",
        json!({"name": "Managing director", "jobTitle": null, "roles": ["approver"], "affiliation": "staff"}),
    );
    write_scope(&world, "Everything.");
    let own = submit(&world, "scope");
    assert_eq!(
        world.refused("approval.decide", verdict(&world, &own, "approve", "x", true)).code,
        Code::Refused
    );
    world.call("approval.withdraw", json!({"id": own}));
    let evidence = world.job(
        "evidence.attach",
        json!({"record": null, "file": null, "reference": "Minutes of 20 November", "title": null,
               "effectiveOn": null, "validUntil": null, "note": null}),
    )["id"]
        .clone();
    let paper = |signed: &str, signatory: &str| json!({"kind": "scope", "signatory": signatory, "signedOn": signed, "evidence": evidence, "note": ""});
    assert_eq!(world.refused("approval.record-paper", paper("2030-01-01", "A")).fields[0].path, "signedOn");
    assert_eq!(world.refused("approval.record-paper", paper("2026-11-20", " ")).fields[0].path, "signatory");
    world.call("approval.record-paper", paper("2026-11-20", "Managing director"));
    let version = document(&world, "scope")["versions"][0].clone();
    assert_eq!((&version["how"], &version["effectiveOn"]), (&json!("paper"), &json!("2026-11-20")));
    assert_eq!(version["approvedBy"], "Managing director");
    world.must_verify();
}
