//! Frameworks and rules: commands that need no workspace.

use std::path::Path;

use serde_json::{Value, json};

use super::{Ended, words};
use crate::output::{Failure, Outcome};
use crate::session::Session;

/// Largest file of answers, in bytes.
const LARGEST: u64 = 1024 * 1024;

pub(super) fn list(session: &Session) -> Ended {
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

pub(super) fn show(session: &Session, id: &str) -> Ended {
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
    let answers = read_answers(session, path)?;
    let wanted = json!({"id": rules["id"], "version": rules["version"], "answers": answers});
    let decision = session.call("rulepack.evaluate", wanted)?;
    let text = session.call("rulepack.get", rules.clone())?["text"].clone();
    let problems = decision["problems"].as_array().cloned().unwrap_or_default();
    if let Some(problem) = problems.first() {
        let none = json!("-");
        let answer = if problem["key"].is_null() { &none } else { &problem["key"] };
        let args = [("answer", answer), ("question", &problem["question"]), ("code", &problem["code"])];
        return Err(Failure::usage(session.say("cli-answer-unusable", &args)));
    }
    let duty = |one: &Value| {
        let id = words(&one["id"]);
        json!({
            "id": one["id"], "ref": one["ref"], "label": text["obligations"][id]["label"],
            "applies_from": one["applies_from"],
        })
    };
    let obligations: Vec<Value> =
        decision["obligations"].as_array().into_iter().flatten().map(duty).collect();
    let finding =
        |one: &Value| json!({"question": one["question"], "answer": one["answer"], "refs": one["refs"]});
    let findings: Vec<Value> = decision["findings"].as_array().into_iter().flatten().map(finding).collect();
    let outcomes: Vec<Value> =
        decision["outcomes"].as_array().into_iter().flatten().map(|one| one["id"].clone()).collect();
    let provisional = decision["provisional"] == json!(true);
    let mut lines = vec![match decision["tier"].as_str() {
        Some(_) => session.say("cli-tier", &[("tier", &decision["tier"])]),
        None => session.say("cli-provisional", &[("tier", &decision["worst_possible"])]),
    }];
    lines.extend(obligations.iter().map(|one| {
        session.say(
            "cli-duty",
            &[("ref", &one["ref"]), ("date", &one["applies_from"]), ("label", &one["label"])],
        )
    }));
    let json = json!({
        "pack": decision["pack"], "tier": decision["tier"], "provisional": provisional,
        "missing": decision["missing"], "worst_possible": decision["worst_possible"], "outcomes": outcomes,
        "findings": findings, "obligations": obligations, "contradictions": decision["contradictions"],
    });
    Ok(Outcome { json, lines, problems: provisional })
}

fn read_answers(session: &Session, path: &Path) -> Result<Value, Failure> {
    let unreadable = |why: String| Failure {
        code: "file-refused".to_owned(),
        message: session.say("cli-answers-unreadable", &[("file", &json!(path)), ("detail", &json!(why))]),
        hints: vec![session.say("cli-answers-form", &[])],
        fields: Vec::new(),
        exit: 3,
    };
    let size = path.metadata().map_err(|error| unreadable(error.to_string()))?.len();
    if size > LARGEST {
        return Err(unreadable(session.say("cli-answers-large", &[])));
    }
    let text = std::fs::read_to_string(path).map_err(|error| unreadable(error.to_string()))?;
    serde_json::from_str(&text).map_err(|error| unreadable(error.to_string()))
}
