//! What exists under other frameworks: results from a file.

use serde_json::json;

use super::Ended;
use super::assess::problems;
use crate::arguments::ReuseImport;
use crate::output::Outcome;
use crate::session::Session;

/// Reads a file of results, and notes what it says unless it is a dry run.
pub(super) fn import(session: &Session, wanted: &ReuseImport) -> Ended {
    session.open(&wanted.workspace)?;
    let file = session.token(&wanted.file);
    let input = json!({"file": file, "framework": wanted.framework, "dryRun": wanted.dry_run});
    let done = session.job("reuse.import", input)?;
    let (problems, mut lines) = problems(session, &done);
    let unresolved = done["unresolved"].as_array().map_or(0, Vec::len);
    let named = ["rows", "noted", "unchanged", "skipped"].map(|name| (name, &done[name]));
    let count = json!(unresolved);
    lines.push(session.say("cli-reuse-import", &[&named[..], &[("unresolved", &count)]].concat()));
    let any = !problems.is_empty();
    let json = json!({
        "rows": done["rows"], "noted": done["noted"], "unchanged": done["unchanged"], "skipped": done["skipped"],
        "unresolved": done["unresolved"], "problems": problems,
    });
    Ok(Outcome { json, lines, problems: any })
}
