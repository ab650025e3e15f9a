//! Any bytes as a workspace file: refused, or opened and checked.
#![no_main]

use std::sync::Arc;

use cairn_store::{KeyStore, ScriptedClock, StoreError, Workspace};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("any.cairn");
    std::fs::write(&path, bytes).expect("room for the file");
    let start = "2026-11-24T08:00:00.000Z".parse().expect("a time");
    let clock = Arc::new(ScriptedClock::new(&start, 1000, 7));
    let keys = KeyStore::at(&folder.path().join("keys"));
    let Ok(workspace) = Workspace::open(&path, None, "0.1.0", clock, &keys) else { return };
    let _ = workspace.read(|tx| Ok::<_, StoreError>(tx.ai_system().all()?.len()));
    if let Some(verifier) = workspace.verifier() {
        let _ = verifier.run(&mut |_| {}, &|| false);
    }
});
