//! A host with a fresh workspace, for tests inside the crate.

use std::sync::Arc;

use cairn_store::ScriptedClock;
use serde_json::json;
use tempfile::TempDir;

use crate::host::{Host, Settings};

/// A host on a folder of its own, with the workspace of Harbour Analytics open and its compliance lead at work. The
/// folder goes away with the second value.
pub(crate) fn host_with_workspace() -> (Host, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let start = "2026-11-23T09:00:00.000Z".parse().unwrap();
    let settings = Settings {
        config: folder.path().join("config"),
        clock: Arc::new(ScriptedClock::new(&start, 1000, 7)),
        version: "0.1.0".to_owned(),
        sink: Arc::new(|_| {}),
        opener: None,
    };
    let host = Host::new(settings).unwrap();
    let file = host.admit(&folder.path().join("harbour.cairn"));
    let create = json!({
        "organisation": "Harbour Analytics", "file": file.token, "passphrase": null,
        "name": "Compliance lead", "jobTitle": null, "affiliation": "staff", "approver": false,
    });
    host.call("workspace.create", create).unwrap();
    (host, folder)
}
