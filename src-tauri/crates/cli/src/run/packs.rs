//! Frameworks and rules: commands that need no workspace, though frameworks may be looked up in one.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::{Ended, answers, words};
use crate::output::{Failure, Outcome};
use crate::session::Session;

/// Frameworks are the same in every workspace until one brings its own; a file that cannot be opened is still refused.
fn look_into(session: &Session, workspace: Option<&PathBuf>) -> Result<(), Failure> {
    workspace.map_or(Ok(()), |file| session.open(file))
}

pub(super) fn list(session: &Session, workspace: Option<&PathBuf>) -> Ended {
    look_into(session, workspace)?;
    let all = session.call("framework.list", json!({}))?;
    let frameworks: Vec<Value> = all
        .as_array()
        .into_iter()
        .flatten()
        .map(|one| {
            json!({
                "id": one["id"], "title": one["title"], "version": one["version"], "date": one["date"],
                "requirements": one["requirements"], "assessable": one["assessable"],
            })
        })
        .collect();
    let lines =
        frameworks.iter().map(|one| format!("{}  {}", words(&one["id"]), words(&one["title"]))).collect();
    Ok(Outcome::done(json!({"frameworks": frameworks}), lines))
}

pub(super) fn show(session: &Session, id: &str, workspace: Option<&PathBuf>) -> Ended {
    look_into(session, workspace)?;
    let view = session.call("framework.get", json!({"id": id}))?;
    let requirement = |one: &Value| {
        json!({
            "id": one["id"], "title": one["title"], "parent": one["parent"], "assessable": one["assessable"],
            "summary": one["summary"], "must": one["must"], "evidence": one["evidence"],
            "owner_role": one["ownerRole"],
        })
    };
    let requirements: Vec<Value> =
        view["requirements"].as_array().into_iter().flatten().map(requirement).collect();
    let lines =
        requirements.iter().map(|one| format!("{}  {}", words(&one["id"]), words(&one["title"]))).collect();
    let summary = &view["summary"];
    let json = json!({
        "id": summary["id"], "title": summary["title"], "version": summary["version"], "date": summary["date"],
        "requirements": requirements,
    });
    Ok(Outcome::done(json, lines))
}

/// The rules that `ID[@VERSION]` names; without it, the EU AI Act's.
pub(super) fn named(pack: Option<&str>) -> Value {
    let (id, version) =
        match pack.map(|pack| pack.split_once('@').map_or((pack, None), |(id, v)| (id, Some(v)))) {
            Some(named) => named,
            None => ("eu-ai-act", None),
        };
    json!({"id": id, "version": version})
}

pub(super) fn rules(session: &Session) -> Ended {
    let packs = session.call("rulepack.list", json!({}))?;
    let line =
        |one: &Value| format!("{} {}: {}", words(&one["id"]), words(&one["version"]), words(&one["title"]));
    let lines = packs.as_array().into_iter().flatten().map(line).collect();
    Ok(Outcome::done(json!({"packs": packs}), lines))
}

pub(super) fn questions(session: &Session, rules: &Value) -> Ended {
    let pack = session.call("rulepack.get", rules.clone())?;
    let question = |one: &Value| {
        let answers: Vec<Value> = one["answers"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|answer| json!({"key": answer["key"], "label": answer["label"]}))
            .collect();
        json!({
            "id": one["id"], "text": one["text"], "help": one["help"], "refs": one["refs"],
            "multiple": one["multiple"], "answers": answers,
        })
    };
    let questions: Vec<Value> = pack["questions"].as_array().into_iter().flatten().map(question).collect();
    let lines =
        questions.iter().map(|one| format!("{}: {}", words(&one["id"]), words(&one["text"]))).collect();
    Ok(Outcome::done(Value::Array(questions), lines))
}

pub(super) fn classify(session: &Session, path: &Path, rules: &Value) -> Ended {
    let answers = answers::read(session, path)?;
    let text = session.call("rulepack.get", rules.clone())?["text"].clone();
    let wanted = json!({"id": rules["id"], "version": rules["version"], "answers": answers});
    let decision = session.call("rulepack.evaluate", wanted)?;
    let fields = unusable(session, &decision, &answers, &text);
    if let Some(first) = fields.first() {
        let message = words(&first["message"]);
        return Err(Failure { fields, ..Failure::usage(message) });
    }
    let all = |part: &str| decision[part].as_array().cloned().unwrap_or_default();
    let obligations: Vec<Value> = all("obligations").iter().map(|one| duty(one, &text)).collect();
    let finding =
        |one: &Value| json!({"question": one["question"], "answer": one["answer"], "refs": one["refs"]});
    let findings: Vec<Value> = all("findings").iter().map(finding).collect();
    let outcomes: Vec<Value> = all("outcomes").iter().map(|one| one["id"].clone()).collect();
    let contradiction = |one: &Value| {
        json!({
            "id": one["id"], "label": text["contradictions"][words(&one["id"])], "weight": one["weight"],
            "questions": one["questions"],
        })
    };
    let contradictions: Vec<Value> = all("contradictions").iter().map(contradiction).collect();
    let note = |one: &Value| json!({"id": one["id"], "label": text["notes"][words(&one["id"])]["label"], "given": one["given"]});
    let notes: Vec<Value> = all("required_notes").iter().map(note).collect();
    let provisional = decision["provisional"] == json!(true);
    let mut lines = vec![match decision["tier"].as_str() {
        Some(_) => session.say("cli-tier", &[("tier", &decision["tier"])]),
        None => session.say("cli-provisional", &[("tier", &decision["worst_possible"])]),
    }];
    lines.extend(
        contradictions.iter().map(|one| session.say("cli-contradiction", &[("label", &one["label"])])),
    );
    let open = notes.iter().filter(|one| one["given"] != json!(true));
    lines.extend(
        open.map(|one| session.say("cli-note-open", &[("label", &one["label"]), ("id", &one["id"])])),
    );
    lines.extend(obligations.iter().map(|one| duty_line(session, one)));
    // Answers that are still missing are no problem of those given: the result says what it can still come to. Nor are
    // written reasons: they hold up the signature, not the outcome.
    let problems = !contradictions.is_empty();
    let json = json!({
        "pack": decision["pack"], "tier": decision["tier"], "provisional": provisional,
        "missing": decision["missing"], "worst_possible": decision["worst_possible"], "outcomes": outcomes,
        "findings": findings, "obligations": obligations, "contradictions": contradictions,
        "notes": notes,
    });
    Ok(Outcome { json, lines, problems })
}

/// Answers and notes that the rules cannot use, in words.
fn unusable(session: &Session, decision: &Value, answers: &Value, text: &Value) -> Vec<Value> {
    let answer = |problem: &Value| {
        let none = json!("");
        let key = if problem["key"].is_null() { &none } else { &problem["key"] };
        let message = format!("cli-answer-{}", words(&problem["code"]));
        let message = session.say(&message, &[("question", &problem["question"]), ("answer", key)]);
        json!({"path": format!("answers.{}", words(&problem["question"])), "message": message})
    };
    let note = |id: &String| {
        let message = session.say("cli-answer-no-such-note", &[("id", &json!(id))]);
        json!({"path": format!("notes.{id}"), "message": message})
    };
    let unknown =
        |id: &&String| [&text["questions"], &text["notes"]].iter().all(|ids| ids.get(id.as_str()).is_none());
    let notes = answers["notes"].as_object().into_iter().flat_map(|notes| notes.keys()).filter(unknown);
    let problems = decision["problems"].as_array().into_iter().flatten();
    problems.map(answer).chain(notes.map(note)).collect()
}

/// A duty with all that limits it: a legacy system is not bound on the day that binds a new one.
fn duty(one: &Value, text: &Value) -> Value {
    let limit = |id: &Value| match id.as_str() {
        Some(id) => json!({"id": id, "label": text["qualifiers"][id]}),
        None => Value::Null,
    };
    let date = |date: &Value| {
        json!({
            "id": date["id"], "date": date["date"], "qualifier": limit(&date["qualifier"]), "refs": date["refs"],
        })
    };
    let dates: Vec<Value> = one["dates"].as_array().into_iter().flatten().map(date).collect();
    json!({
        "id": one["id"], "ref": one["ref"], "label": text["obligations"][words(&one["id"])]["label"],
        "applies_from": one["applies_from"], "roles": one["roles"], "qualifier": limit(&one["qualifier"]),
        "dates": dates, "formal_from": one["formal_from"], "confirm": one["confirm"],
    })
}

fn duty_line(session: &Session, duty: &Value) -> String {
    let args = [
        ("ref", &duty["ref"]),
        ("date", &duty["applies_from"]),
        ("label", &duty["label"]),
        ("limit", &duty["qualifier"]["label"]),
    ];
    session.say(if duty["qualifier"].is_null() { "cli-duty" } else { "cli-duty-limited" }, &args)
}
