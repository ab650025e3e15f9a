//! The commands: each calls use cases and reshapes what they give into the promised form.

use std::path::Path;

use cairn_app::error::Code;
use serde_json::{Value, json};

use crate::arguments::{
    Arguments, Assess, Classify, Command, Crosswalk, CrosswalkExport, Evidence, Framework, History, Import,
    New, Output, Report, ReportKind, Reuse, Systems, Workspace,
};
use crate::output::{Failure, Outcome};
use crate::session::{Session, with_secret};

mod answers;
mod assess;
mod evidence;
mod packs;
mod reuse;

type Ended = Result<Outcome, Failure>;

/// Runs one command.
pub fn run(arguments: Arguments) -> Ended {
    let session = Session::new(arguments.passphrase_file)?;
    match arguments.command {
        Command::Demo(at) => demo(&session, &at),
        Command::New(new) => make(&session, &new),
        Command::Info(at) => info(&session, &at),
        Command::Verify(at) => verify(&session, &at),
        Command::History(history) => history_of(&session, &history),
        Command::Systems(Systems::List(at)) => list(&session, &at),
        Command::Systems(Systems::Import(import)) => import_file(&session, &import),
        Command::Systems(Systems::Export(output)) => export(&session, &output),
        Command::Classify(classify) => classify_case(&session, &classify),
        Command::Assess(Assess::Export(output)) => assess::export(&session, &output),
        Command::Assess(Assess::Import(import)) => assess::import(&session, &import),
        Command::Evidence(Evidence::List(wanted)) => evidence::list(&session, &wanted),
        Command::Evidence(Evidence::Add(wanted)) => evidence::add(&session, &wanted),
        Command::Evidence(Evidence::Save(wanted)) => evidence::save(&session, &wanted),
        Command::Reuse(Reuse::Import(import)) => reuse::import(&session, &import),
        Command::Framework(Framework::List(list)) => packs::list(&session, list.workspace.as_ref()),
        Command::Framework(Framework::Show(show)) => packs::show(&session, &show.id, show.workspace.as_ref()),
        Command::Crosswalk(Crosswalk::Export(export)) => crosswalk(&session, &export),
        Command::Report(wanted) => report(&session, &wanted),
    }
}

fn words(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn make(session: &Session, new: &New) -> Ended {
    let input = json!({
        "organisation": new.organisation, "file": session.token(&new.file), "name": new.lead, "jobTitle": null,
        "affiliation": "staff", "approver": true,
    });
    let summary = session.call("workspace.create", with_secret(input, session.passphrase()?))?;
    let file = written(&new.file, &summary);
    let json = json!({
        "organisation": summary["organisation"], "encrypted": summary["encrypted"], "entries": summary["entries"],
        "file": file,
    });
    Ok(Outcome::done(json, vec![format!("{}: {}", file.display(), words(&summary["organisation"]))]))
}

/// The file a workspace was written to: the one that was named, with the ending it got.
fn written(asked: &Path, summary: &Value) -> std::path::PathBuf {
    asked.with_file_name(words(&summary["file"]["name"]))
}

fn demo(session: &Session, at: &Workspace) -> Ended {
    let input = with_secret(json!({"file": session.token(&at.file)}), session.passphrase()?);
    let summary = session.job("workspace.sample", input)?;
    let file = written(&at.file, &summary);
    let json = json!({
        "organisation": summary["organisation"], "encrypted": summary["encrypted"], "entries": summary["entries"],
        "file": file,
    });
    Ok(Outcome::done(json, vec![format!("{}: {}", file.display(), words(&summary["organisation"]))]))
}

fn info(session: &Session, at: &Workspace) -> Ended {
    session.open(&at.file)?;
    let info = session.call("workspace.info", json!({}))?;
    let mut lines = vec![
        session.say("cli-info", &[("organisation", &info["organisation"]), ("entries", &info["entries"])]),
        session.say("cli-checkpoint", &[("hash", &info["checkpoint"])]),
    ];
    let tables = info["tables"].as_array().cloned().unwrap_or_default();
    lines.extend(tables.iter().map(|table| {
        format!("{:>9}  {} ({})", table["rows"], words(&table["name"]), words(&table["class"]))
    }));
    Ok(Outcome::done(info, lines))
}

fn verify(session: &Session, at: &Workspace) -> Ended {
    let report = session.with_passphrase(&at.file, |input| session.job("trail.check", input));
    // Who runs this command is not sent to it.
    let report = report.map_err(|failure| match failure.is(Code::Damaged) {
        true => Failure { hints: vec![session.say("cli-damaged-hint", &[])], ..failure },
        false => failure,
    })?;
    let problem = |found: &Value| {
        json!({
            "where": {"entry": found["entry"], "table": found["table"], "record": found["record"]},
            "code": found["code"], "message": found["message"],
        })
    };
    let problems: Vec<Value> = report["problems"].as_array().into_iter().flatten().map(problem).collect();
    let mut lines: Vec<String> = problems.iter().map(|problem| words(&problem["message"])).collect();
    let ok = report["ok"] == json!(true);
    lines.push(session.say(if ok { "cli-intact" } else { "cli-broken" }, &[("entries", &report["entries"])]));
    let json = json!({
        "ok": ok, "entries": report["entries"], "checkpoint": report["checkpoint"], "problems": problems,
    });
    Ok(Outcome { json, lines, problems: !ok })
}

fn history_of(session: &Session, wanted: &History) -> Ended {
    session.open(&wanted.file)?;
    let subject = match wanted.subject.as_deref() {
        Some(text) => Some(record_id(session, text)?),
        None => None,
    };
    let page = session.call("trail.list", json!({"subject": subject, "limit": wanted.limit}))?;
    // Whatever is there was made by an entry.
    if let Some(text) = wanted.subject.as_deref().filter(|_| page["found"] == json!(0)) {
        return Err(no_record(session, text));
    }
    let entry = |entry: &Value| {
        json!({
            "n": entry["n"], "id": entry["id"], "time": entry["time"], "actor": entry["actor"]["name"],
            "action": entry["action"], "kind": entry["kind"], "what": entry["what"], "reason": entry["reason"],
            "subject": entry["subject"]["id"],
        })
    };
    let entries: Vec<Value> = page["entries"].as_array().into_iter().flatten().map(entry).collect();
    let line = |entry: &Value| {
        format!(
            "{:>7}  {}  {}: {}",
            entry["n"],
            words(&entry["time"]),
            words(&entry["actor"]),
            words(&entry["what"])
        )
    };
    let lines = entries.iter().map(line).collect();
    Ok(Outcome::done(json!({"total": page["total"], "found": page["found"], "entries": entries}), lines))
}

/// Whether it is an id: five groups of hexadecimal digits.
fn is_id(text: &str) -> bool {
    let groups: Vec<&str> = text.split('-').collect();
    groups.iter().map(|group| group.len()).eq([8, 4, 4, 4, 12])
        && groups.iter().all(|group| group.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// A record by its id or human code.
fn record_id(session: &Session, text: &str) -> Result<String, Failure> {
    if is_id(text) {
        return Ok(text.to_lowercase());
    }
    let found = session.call("search.find", json!({"text": text}))?;
    let named =
        |hit: &&Value| hit["record"]["code"].as_str().is_some_and(|code| code.eq_ignore_ascii_case(text));
    let exact = found.as_array().into_iter().flatten().find(named);
    exact.map(|hit| words(&hit["record"]["id"])).ok_or_else(|| no_record(session, text))
}

fn no_record(session: &Session, id: &str) -> Failure {
    Failure::usage(session.say("cli-no-record", &[("id", &json!(id))]))
}

fn list(session: &Session, at: &Workspace) -> Ended {
    session.open(&at.file)?;
    let page = session.call("system.list", json!({}))?;
    let system = |item: &Value| {
        json!({
            "id": item["id"], "code": item["code"], "name": item["name"], "status": item["status"],
            "tier": item["tier"],
        })
    };
    let systems: Vec<Value> = page["items"].as_array().into_iter().flatten().map(system).collect();
    let lines = systems.iter().map(|system| {
        let tier = system["tier"].as_str().unwrap_or("-");
        format!("{}  {}  {}", words(&system["code"]), tier, words(&system["name"]))
    });
    let lines = lines.collect();
    Ok(Outcome::done(json!({"systems": systems}), lines))
}

/// Opens the file, takes the mapping over, and imports unless it is a dry run.
fn import_file(session: &Session, wanted: &Import) -> Ended {
    session.open(&wanted.workspace)?;
    let mut view = session.job("import.open", json!({"file": session.token(&wanted.file)}))?;
    let id = view["id"].clone();
    if !wanted.map.is_empty() {
        view = session.call("import.map", json!({"id": id, "choose": wanted.map}))?;
    }
    let found = import_problems(session, &id)?;
    if let Some(message) = view["blocked"].as_str() {
        // What is odd about the headers is usually why.
        let hints = found.iter().map(|problem| problem_line(session, problem)).collect();
        let code = "file-refused".to_owned();
        return Err(Failure { code, hints, exit: 3, ..Failure::usage(message.to_owned()) });
    }
    let counts = if wanted.dry_run {
        view["counts"].clone()
    } else {
        session.job("import.run", json!({"id": id}))?["counts"].clone()
    };
    let problems: Vec<Value> = found
        .iter()
        .map(|problem| json!({"where": problem["where"], "code": problem["code"], "message": problem["message"]}))
        .collect();
    let mut lines: Vec<String> = problems.iter().map(|problem| problem_line(session, problem)).collect();
    let named =
        ["rows", "cells", "created", "updated", "skipped", "problems"].map(|name| (name, &counts[name]));
    lines.push(session.say("cli-import", &named));
    let any = counts["problems"].as_u64().unwrap_or_default() > 0;
    let json = json!({
        "rows": counts["rows"], "cells": counts["cells"], "created": counts["created"],
        "updated": counts["updated"], "skipped": counts["skipped"], "problems": problems,
    });
    Ok(Outcome { json, lines, problems: any })
}

/// Every problem of the dry run, page by page.
fn import_problems(session: &Session, id: &Value) -> Result<Vec<Value>, Failure> {
    let mut problems = Vec::new();
    loop {
        let page = session.call("import.problems", json!({"id": id, "offset": problems.len()}))?;
        let items = page["items"].as_array().cloned().unwrap_or_default();
        if items.is_empty() {
            return Ok(problems);
        }
        problems.extend(items.into_iter().map(|mut item| item["problem"].take()));
    }
}

/// A problem in words, with the row and the column it is about.
fn problem_line(session: &Session, problem: &Value) -> String {
    let place = &problem["where"];
    // A number of a row is a name, not a quantity, so it has no thousands separators.
    let (row, column) = (json!(place["row"].to_string()), &place["column"]);
    let args = [("row", &row), ("column", column), ("message", &problem["message"])];
    match (place["row"].is_null(), column.is_null()) {
        (true, true) => words(&problem["message"]),
        (true, false) => session.say("cli-column", &args),
        (false, true) => session.say("cli-row", &args),
        (false, false) => session.say("cli-cell", &args),
    }
}

/// Refuses a file to write whose ending promises something else than Excel.
fn excel_only(session: &Session, out: &Path) -> Result<(), Failure> {
    let ending = out.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    if ending.eq_ignore_ascii_case("xlsx") {
        return Ok(());
    }
    Err(Failure::usage(session.say("cli-sheet-ending", &[])))
}

fn export(session: &Session, output: &Output) -> Ended {
    excel_only(session, &output.out)?;
    session.open(&output.file)?;
    let written = session.job("system.export", json!({"file": session.token(&output.out)}))?;
    Ok(wrote(session, &output.out, &written))
}

fn wrote(session: &Session, path: &Path, written: &Value) -> Outcome {
    let warnings: Vec<String> = written["warnings"].as_array().into_iter().flatten().map(words).collect();
    let problem = |found: &Value| {
        let mut place = found["where"].clone();
        place["file"] = json!(path);
        json!({"where": place, "code": found["code"], "message": found["message"]})
    };
    let problems: Vec<Value> = written["problems"].as_array().into_iter().flatten().map(problem).collect();
    let mut lines = vec![session.say("cli-written", &[("file", &json!(path)), ("bytes", &written["bytes"])])];
    lines.extend(warnings.iter().cloned());
    let any = !problems.is_empty();
    let json = json!({"file": path, "bytes": written["bytes"], "warnings": warnings, "problems": problems});
    Outcome { json, lines, problems: any }
}

fn crosswalk(session: &Session, wanted: &CrosswalkExport) -> Ended {
    excel_only(session, &wanted.out)?;
    session.open(&wanted.file)?;
    let input = json!({"from": wanted.from, "to": wanted.to, "file": session.token(&wanted.out)});
    let written = session.job("crosswalk.export", input)?;
    Ok(wrote(session, &wanted.out, &written))
}

fn report(session: &Session, wanted: &Report) -> Ended {
    let ending = wanted.out.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase();
    let calendar = ending == "ics" && matches!(wanted.kind, ReportKind::Roadmap);
    if ending != "pdf" && ending != "xlsx" && !calendar {
        return Err(Failure::usage(session.say("cli-report-ending", &[])));
    }
    if wanted.kind == ReportKind::Classification && wanted.system.is_none() {
        return Err(Failure::usage(session.say("error-report-system", &[])));
    }
    session.open(&wanted.file)?;
    let file = session.token(&wanted.out);
    let written = match wanted.kind {
        ReportKind::History => session.job("trail.export", json!({"format": ending, "file": file}))?,
        kind => {
            let system = wanted.system.as_deref().map(|name| system_id(session, name)).transpose()?;
            let owner = wanted.owner.as_deref().map(|name| assess::member(session, name)).transpose()?;
            let decision = match (wanted.decision.as_deref(), &system) {
                (Some(name), Some(system)) => {
                    Some(decision_id(session, system, wanted.pack.as_deref(), name)?)
                }
                _ => None,
            };
            let assessment = wanted.assessment.as_deref();
            let assessment = assessment.map(|name| assess::assessment(session, name)).transpose()?;
            let input = json!({
                "kind": kind.as_str(), "format": ending, "file": file, "system": system, "owner": owner,
                "pack": wanted.pack, "decision": decision, "version": wanted.version,
                "assessment": assessment, "department": wanted.department,
            });
            session.job("report.export", input)?
        }
    };
    Ok(wrote(session, &wanted.out, &written))
}

/// The id of a decision of a system given by id or code.
fn decision_id(session: &Session, system: &Value, pack: Option<&str>, name: &str) -> Result<Value, Failure> {
    let mut input = json!({"system": system});
    if let Some(pack) = pack {
        input["pack"] = json!(pack);
    }
    let view = session.call("classification.get", input)?;
    let records = view["history"].as_array().into_iter().flatten().map(|past| &past["record"]);
    let named = |record: &&Value| {
        record["id"].as_str() == Some(name)
            || record["code"].as_str().is_some_and(|code| code.eq_ignore_ascii_case(name))
    };
    let found = records.into_iter().find(named).map(|record| record["id"].clone());
    found.ok_or_else(|| Failure::usage(session.say("cli-no-decision", &[("name", &json!(name))])))
}

/// The id of a system given by id or code.
fn system_id(session: &Session, name: &str) -> Result<Value, Failure> {
    let all = session.call("system.list", json!({"offset": 0, "limit": 0}))?;
    let named = |item: &&Value| {
        item["id"].as_str() == Some(name)
            || item["code"].as_str().is_some_and(|code| code.eq_ignore_ascii_case(name))
    };
    let found = all["items"].as_array().into_iter().flatten().find(named).map(|item| item["id"].clone());
    found.ok_or_else(|| Failure::usage(session.say("cli-no-system", &[("name", &json!(name))])))
}

fn classify_case(session: &Session, wanted: &Classify) -> Ended {
    let rules = packs::named(wanted.pack.as_deref());
    match &wanted.answers {
        Some(path) => packs::classify(session, path, &rules),
        None if wanted.list_packs => packs::rules(session),
        None => packs::questions(session, &rules),
    }
}
