//! Declares the three commands, so that the window may call nothing else.

fn main() {
    let commands = tauri_build::AppManifest::new().commands(&["call", "job", "dialog"]);
    let attributes = tauri_build::Attributes::new().app_manifest(commands);
    if let Err(error) = tauri_build::try_build(attributes) {
        println!("cargo::error={error:#}");
    }
}
