//! Writes the typed bindings, or says that the committed file is out of date.

use std::path::PathBuf;

fn file() -> PathBuf {
    crate::root().join("ui/src/api/generated.ts")
}

/// Writes the file.
pub fn write() -> Result<(), String> {
    let path = file();
    std::fs::write(&path, cairn_app::bindings::typescript())
        .map_err(|error| format!("{}: {error}", path.display()))
}

/// Compares without writing.
pub fn check() -> Result<(), String> {
    let committed = std::fs::read_to_string(file()).unwrap_or_default();
    if committed == cairn_app::bindings::typescript() {
        Ok(())
    } else {
        Err("ui/src/api/generated.ts is not what the Rust types say; run `cargo xtask bindings`".to_owned())
    }
}
