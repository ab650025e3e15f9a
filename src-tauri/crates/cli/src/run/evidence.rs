//! Evidence: what there is, one piece in, one file out.

use cairn_app::error::Code;
use serde_json::{Value, json};

use super::{Ended, no_record, record_id, wrote};
use crate::arguments::{EvidenceAdd, EvidenceList, EvidenceSave};
use crate::output::{Failure, Outcome};
use crate::session::Session;

/// Lists all evidence, or that of one record.
pub(super) fn list(session: &Session, wanted: &EvidenceList) -> Ended {
    session.open(&wanted.file)?;
    let subject = wanted.subject.as_deref().map(|name| subject(session, name)).transpose()?;
    let library = session.call("evidence.list", json!({}))?;
    let uses = |item: &Value, subject: &str| {
        item["uses"].as_array().into_iter().flatten().any(|used| used["record"]["id"] == subject)
    };
    let items: Vec<Value> = library["items"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(|item| subject.as_deref().is_none_or(|subject| uses(item, subject)))
        .map(piece)
        .collect();
    let lines = items.iter().map(|item| line(session, item)).collect();
    Ok(Outcome::done(json!({"evidence": items, "bytes": library["bytes"]}), lines))
}

/// One piece as it is printed.
fn piece(item: &Value) -> Value {
    let used = |used: &Value| {
        json!({
            "id": used["record"]["id"], "kind": used["record"]["kind"], "code": used["record"]["code"],
            "title": used["record"]["title"], "point": used["point"], "state": used["state"], "note": used["note"],
        })
    };
    let used_by: Vec<Value> = item["uses"].as_array().into_iter().flatten().map(used).collect();
    json!({
        "id": item["id"], "code": item["code"], "title": item["title"], "file": item["fileName"],
        "reference": item["reference"], "size": item["size"], "sha256": item["sha256"],
        "effective_on": item["effectiveOn"], "valid_until": item["validUntil"], "expired": item["expired"],
        "uploaded_at": item["uploadedAt"], "owner": item["owner"]["name"], "note": item["note"],
        "used_by": used_by,
    })
}

fn line(session: &Session, item: &Value) -> String {
    let place = if item["file"].is_null() { &item["reference"] } else { &item["file"] };
    let expired = if item["expired"] == json!(true) { "yes" } else { "no" };
    let named =
        [("code", &item["code"]), ("title", &item["title"]), ("place", place), ("expired", &json!(expired))];
    session.say("cli-evidence", &named)
}

/// The id of a record that is there, by its id or human code.
fn subject(session: &Session, name: &str) -> Result<String, Failure> {
    let id = record_id(session, name)?;
    match session.call("record.get", json!({"id": id})) {
        Ok(_) => Ok(id),
        Err(failure) if failure.is(Code::NotFound) => Err(no_record(session, name)),
        Err(failure) => Err(failure),
    }
}

/// Attaches a file to a record. Bytes that are here already are used again; what is said of them stays.
pub(super) fn add(session: &Session, wanted: &EvidenceAdd) -> Ended {
    session.open(&wanted.workspace)?;
    let record = subject(session, &wanted.subject)?;
    // The use case knows a file by its token only, so a file that is not there is named here.
    if !wanted.file.exists() {
        let message = session.say("cli-no-file", &[("file", &json!(wanted.file))]);
        return Err(Failure { code: "missing".to_owned(), exit: 3, ..Failure::usage(message) });
    }
    let input = json!({
        "record": record, "file": session.token(&wanted.file), "reference": null, "title": wanted.title,
        "effectiveOn": wanted.effective, "validUntil": null, "note": null,
    });
    let attached = session.job("evidence.attach", input)?;
    let known = attached["known"] == json!(true);
    let named = [("code", &attached["code"]), ("subject", &json!(wanted.subject))];
    let mut lines = vec![session.say("cli-evidence-added", &named)];
    if known {
        lines.push(session.say("cli-evidence-known", &named));
    }
    let json = json!({"id": attached["id"], "code": attached["code"], "subject": record, "known": known});
    Ok(Outcome::done(json, lines))
}

/// Writes the file of a piece of evidence.
pub(super) fn save(session: &Session, wanted: &EvidenceSave) -> Ended {
    session.open(&wanted.file)?;
    let id = record_id(session, &wanted.id)?;
    let library = session.call("evidence.list", json!({}))?;
    let known = library["items"].as_array().into_iter().flatten().any(|item| item["id"] == json!(id));
    if !known {
        return Err(no_record(session, &wanted.id));
    }
    let input = json!({"id": id, "file": session.token(&wanted.out), "keep": !wanted.overwrite});
    let written = session.job("evidence.save", input)?;
    Ok(wrote(session, &wanted.out, &written))
}
