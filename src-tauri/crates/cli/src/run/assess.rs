//! Interview sheets: out to people, and back.

use serde_json::{Value, json};

use super::{Ended, excel_only, problem_line, words, wrote};
use crate::arguments::{AssessExport, AssessImport};
use crate::output::{Failure, Outcome};
use crate::session::Session;

/// Writes the sheet of one person, or of everybody.
pub(super) fn export(session: &Session, wanted: &AssessExport) -> Ended {
    excel_only(session, &wanted.out)?;
    session.open(&wanted.file)?;
    let owner = wanted.owner.as_deref().map(|name| member(session, name)).transpose()?;
    let file = session.token(&wanted.out);
    let input = json!({"kind": "interview", "format": "xlsx", "file": file, "owner": owner});
    let written = session.job("report.export", input)?;
    Ok(wrote(session, &wanted.out, &written))
}

/// Reads an answered sheet, and writes what it changes unless it is a dry run.
pub(super) fn import(session: &Session, wanted: &AssessImport) -> Ended {
    session.open(&wanted.workspace)?;
    let input = json!({"file": session.token(&wanted.file), "dryRun": wanted.dry_run});
    let done = session.job("interview.import", input)?;
    let (problems, mut lines) = problems(session, &done);
    let changes: Vec<&Value> = done["changes"].as_array().into_iter().flatten().collect();
    lines.extend(changes.iter().map(|change| {
        let named = ["row", "id", "field", "before", "after"].map(|name| (name, &change[name]));
        session.say("cli-assess-change", &named)
    }));
    let changes: Vec<Value> = changes
        .iter()
        .map(|change| {
            json!({
                "row": change["row"], "id": change["id"], "field": change["field"],
                "old": change["before"], "new": change["after"],
            })
        })
        .collect();
    let named = ["rows", "updated", "unchanged", "skipped"].map(|name| (name, &done[name]));
    lines.push(session.say("cli-assess-import", &named));
    let any = !problems.is_empty();
    let json = json!({
        "rows": done["rows"], "updated": done["updated"], "unchanged": done["unchanged"],
        "skipped": done["skipped"], "changes": changes, "problems": problems,
    });
    Ok(Outcome { json, lines, problems: any })
}

/// The problems of an import in the promised form, and a line for each.
pub(super) fn problems(session: &Session, done: &Value) -> (Vec<Value>, Vec<String>) {
    let problems: Vec<Value> = done["problems"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|problem| json!({"where": problem["where"], "code": problem["code"], "message": problem["message"]}))
        .collect();
    let lines = problems.iter().map(|problem| problem_line(session, problem)).collect();
    (problems, lines)
}

/// The id of a member given by name, in any case, or by id.
pub(super) fn member(session: &Session, name: &str) -> Result<Value, Failure> {
    let all = session.call("member.list", json!({}))?;
    let wanted = name.to_lowercase();
    let named = |member: &&Value| {
        member["id"].as_str() == Some(name) || words(&member["name"]).to_lowercase() == wanted
    };
    let mut found = all.as_array().into_iter().flatten().filter(named).map(|member| member["id"].clone());
    match (found.next(), found.next()) {
        (Some(id), None) => Ok(id),
        (Some(_), Some(_)) => {
            Err(Failure::usage(session.say("cli-several-members", &[("name", &json!(name))])))
        }
        (None, _) => Err(Failure::usage(session.say("cli-no-member", &[("name", &json!(name))]))),
    }
}

/// The id of a gap assessment given by name, in any case, or by id.
pub(super) fn assessment(session: &Session, name: &str) -> Result<Value, Failure> {
    let all = session.call("gap.assessments", json!({}))?;
    let wanted = name.to_lowercase();
    let named =
        |one: &&Value| one["id"].as_str() == Some(name) || words(&one["name"]).to_lowercase() == wanted;
    let mut found = all.as_array().into_iter().flatten().filter(named).map(|one| one["id"].clone());
    match (found.next(), found.next()) {
        (Some(id), None) => Ok(id),
        (Some(_), Some(_)) => {
            Err(Failure::usage(session.say("cli-several-assessments", &[("name", &json!(name))])))
        }
        (None, _) => Err(Failure::usage(session.say("cli-no-assessment", &[("name", &json!(name))]))),
    }
}
