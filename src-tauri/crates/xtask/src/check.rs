//! Checks that read the code without running it.

use std::process::Command;

use crate::setup;
use crate::step::{Done, cargo, npm, root, run};

/// Everything before a commit.
pub fn all() -> Done {
    setup::npm_packages()?;
    rust()?;
    ui()?;
    deny()
}

/// Formatting, lints and committed bindings.
pub fn rust() -> Done {
    run("rustfmt", cargo(&["fmt", "--all", "--check"]))?;
    run("clippy", cargo(&["clippy", "--all-targets", "--", "-D", "warnings"]))?;
    run("bindings", cargo(&["run", "--quiet", "--package", "cairn-devtool", "--", "bindings", "--check"]))
}

/// Lints of the desktop shell, which the default members leave out.
pub fn shell() -> Done {
    run(
        "clippy of the shell",
        cargo(&["clippy", "--package", "cairn", "--all-targets", "--", "-D", "warnings"]),
    )
}

/// Types, lints, layers and words of the UI.
pub fn ui() -> Done {
    run("UI types, lints, layers, words", npm(&["run", "check"]))
}

/// Licences, sources and banned crates; advisories only where their database can be reached.
pub fn deny() -> Done {
    let program = setup::cargo_deny()?;
    let mut command = Command::new(&program);
    command.args(["--all-features", "check", "bans", "licenses", "sources"]).current_dir(root());
    run("licences, sources, bans", command)?;
    let mut advisories = Command::new(program);
    advisories.args(["check", "advisories"]).current_dir(root());
    advisories.stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null());
    match advisories.status() {
        Ok(status) if status.success() => println!("== advisories: none apply"),
        _ => println!(
            "== advisories: skipped or not clean; run `cargo deny check advisories` where its database can be reached"
        ),
    }
    Ok(())
}
