//! The register of obligations: duties of a signed classification, followed until they are met on evidence.

use cairn_app::error::Code;
use cairn_tests::World;
use serde_json::{Value, json};

/// A system whose signed classification gives duties: the sample's first one.
fn sample() -> World {
    let world = World::new();
    let token = world.place("sample.cairn").token;
    world.job("workspace.sample", json!({"file": token}));
    world
}

fn list(world: &World, system: &Value) -> Value {
    world.call("obligation.list", json!({"system": system, "offset": 0, "limit": 500}))
}

fn update(item: &Value, status: &str, reason: &str) -> Value {
    json!({
        "system": item["system"]["id"], "pack": item["pack"], "obligation": item["duty"]["id"],
        "status": status, "owner": null, "due": "2027-03-01", "reason": reason,
    })
}

#[test]
fn a_duty_is_met_only_on_evidence_and_not_ours_only_with_a_reason() {
    let world = sample();
    let all = list(&world, &json!(null));
    let counts = &all["counts"];
    assert!(counts["all"].as_u64().unwrap() > 20, "{counts}");
    assert!(counts["open"].as_u64().unwrap() > 10, "{counts}");
    let high =
        world.call("system.list", json!({"tier": ["high"], "offset": 0, "limit": 1}))["items"][0].clone();
    let own = list(&world, &high["id"]);
    let untouched = |item: &&Value| item["status"] == "open" && item["record"].is_null();
    let first = own["items"].as_array().unwrap().iter().find(untouched).unwrap().clone();

    assert_eq!(world.refused("obligation.update", update(&first, "met", "")).code, Code::Refused);
    let blank = world.refused("obligation.update", update(&first, "not-ours", " "));
    assert_eq!(blank.fields[0].path, "reason");
    let mut slip = update(&first, "in-progress", "");
    slip["due"] = json!("0001-01-01");
    let slip = world.refused("obligation.update", slip);
    assert_eq!(
        (slip.fields[0].path.as_str(), slip.fields[0].message.as_str()),
        ("due", "Choose a day from the year 2000 on.")
    );
    let record = world.call("obligation.update", update(&first, "in-progress", ""));
    world.job(
        "evidence.attach",
        json!({"record": record, "file": null, "reference": "Minutes 4", "title": null, "effectiveOn": null,
               "validUntil": null, "note": null}),
    );
    world.call("obligation.update", update(&first, "met", ""));
    let met = list(&world, &high["id"]);
    let item = met["items"].as_array().unwrap().iter().find(|item| item["record"] == record).unwrap();
    assert_eq!(
        (&item["status"], &item["evidence"], &item["due"]),
        (&json!("met"), &json!(1), &json!("2027-03-01"))
    );
    assert_eq!(met["counts"]["met"].as_u64(), own["counts"]["met"].as_u64().map(|before| before + 1));

    // Under a system that has no such duty nothing is made.
    let mut wrong = update(&first, "in-progress", "");
    wrong["obligation"] = json!("no-such-duty");
    assert_eq!(world.refused("obligation.update", wrong).code, Code::NotFound);
    let history = world.call("trail.list", json!({"action": "obligation."}));
    assert!(
        history["entries"][0]["what"].as_str().unwrap().ends_with("to met"),
        "{}",
        history["entries"][0]["what"]
    );
    world.must_verify();
}

#[test]
fn the_decision_record_and_the_register_of_obligations_are_written() {
    let world = sample();
    let high =
        world.call("system.list", json!({"tier": ["high"], "offset": 0, "limit": 1}))["items"][0].clone();
    for (kind, system) in [("classification", &high["id"]), ("obligations", &json!(null))] {
        for format in ["pdf", "xlsx"] {
            let name = format!("{kind}.{format}");
            let token = world.place(&name).token;
            let input = json!({"kind": kind, "format": format, "file": token, "system": system});
            let written = world.job("report.export", input);
            assert_eq!(written["warnings"], json!([]), "{name}");
            assert!(world.path(&name).metadata().unwrap().len() > 4_000, "{name}");
        }
    }
    let bytes = std::fs::read(world.path("obligations.xlsx")).unwrap();
    let book = cairn_exchange::read(&bytes, "obligations.xlsx", &cairn_exchange::Watch::none()).unwrap();
    let rows = &book.sheets[0].rows;
    let header =
        rows.iter().position(|row| row.cells.iter().any(|cell| &*cell.text == "Applies from")).unwrap();
    let at = |name: &str| rows[header].cells.iter().find(|cell| &*cell.text == name).unwrap().column;
    let kinds: Vec<_> =
        rows[header + 1..].iter().map(|row| row.cell(at("Applies from")).unwrap().kind).collect();
    assert!(kinds.iter().all(|kind| *kind == cairn_exchange::CellKind::Date), "{kinds:?}");
    assert_ne!(at("Limit"), at("Applies from"), "a limit has its own column");
    let token = world.place("none.pdf").token;
    let refused =
        world.try_job("report.export", json!({"kind": "classification", "format": "pdf", "file": token}));
    assert_eq!(refused.unwrap_err().code, Code::Refused);
}

#[test]
fn each_law_has_its_own_duties_counts_and_helping_controls() {
    let world = sample();
    let all = list(&world, &json!(null));
    let laws = all["laws"].as_array().unwrap();
    let names: Vec<&Value> = laws.iter().map(|law| &law["law"]).collect();
    assert_eq!(names, ["EU AI Act", "GDPR"]);
    let sum: u64 = laws.iter().map(|law| law["counts"]["all"].as_u64().unwrap()).sum();
    assert_eq!(all["counts"]["all"], json!(sum));
    let gdpr =
        world.call("obligation.list", json!({"packs": ["gdpr"], "offset": 0, "limit": 500, "system": null}));
    assert_eq!(gdpr["counts"], laws[1]["counts"]);
    assert!(gdpr["items"].as_array().unwrap().iter().all(|item| item["law"] == "GDPR"));
    // Art. 6, 9, 10 and others are articles of both laws; each duty is helped by its own crosswalk only.
    for (pack, to) in [("eu-ai-act", "eu-ai-act"), ("gdpr", "gdpr")] {
        let crosswalk = world.call("crosswalk.get", json!({"from": "iso42001", "to": to}));
        let pairs = crosswalk["pairs"].as_array().unwrap();
        for item in all["items"].as_array().unwrap().iter().filter(|item| item["pack"] == pack) {
            let articles: Vec<&str> = item["duty"]["ref"].as_str().unwrap().split(", ").collect();
            for help in item["helps"].as_array().unwrap() {
                let known = pairs.iter().any(|pair| {
                    let article = pair["to"]["id"].as_str().unwrap_or("no article");
                    pair["from"]["id"] == help["id"] && articles.iter().any(|part| part.starts_with(article))
                });
                assert!(known, "{pack} {} {}", item["duty"]["ref"], help["id"]);
            }
        }
    }
}

/// Every text of a workbook.
fn read_text(path: &std::path::Path) -> String {
    let mut book = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    std::io::read_to_string(book.by_name("xl/sharedStrings.xml").unwrap()).unwrap()
}

#[test]
fn a_signed_decision_is_printed_while_a_draft_exists_and_after_it_was_replaced() {
    let world = sample();
    let high =
        world.call("system.list", json!({"tier": ["high"], "offset": 0, "limit": 1}))["items"][0].clone();
    let decision = world.call("classification.get", json!({"system": high["id"]}))["record"]["id"].clone();
    let print = |name: &str, decision: &Value| {
        let token = world.place(name).token;
        let input = json!({"kind": "classification", "format": "xlsx", "file": token, "system": high["id"],
                           "decision": decision});
        world.job("report.export", input);
        read_text(&world.path(name))
    };
    world.call("classification.begin", json!({"system": high["id"]}));
    let draft = print("draft.xlsx", &Value::Null);
    let signed = print("signed.xlsx", &decision);
    assert!(!draft.contains("DEC-001") && signed.contains("DEC-001"), "{signed}");
    assert!(signed.contains("EU AI Act classification, AI-001") && signed.contains("High-risk"), "{signed}");
    assert!(signed.contains("2027-12-02") && signed.contains("Art. 9"), "{signed}");
    world.call("classification.decide", json!({"system": high["id"]}));
    assert!(print("replaced.xlsx", &decision).contains("DEC-001"));
    let other = json!({"kind": "classification", "format": "pdf", "file": world.place("x.pdf").token,
                       "system": high["id"], "decision": high["id"]});
    assert_eq!(world.try_job("report.export", other).unwrap_err().code, Code::NotFound);
}
