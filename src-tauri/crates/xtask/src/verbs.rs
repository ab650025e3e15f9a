//! The verbs of `cargo xtask`.

use std::path::PathBuf;
use std::process::Command;

use crate::step::{Done, Failure, cargo, npm, root, run, target_dir};
use crate::{check, setup};

/// How much `test` runs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// Rust tests of the default members.
    Core,
    /// Everything.
    All,
    /// Everything, with long properties and a thousand kills.
    Deep,
}

/// Sets everything up and opens the app.
pub fn run_app(rest: &[&str]) -> Done {
    let release = match rest {
        [] => false,
        ["--release"] => true,
        _ => return Err(Failure("run takes --release or nothing".to_owned())),
    };
    setup::build_packages()?;
    setup::npm_packages()?;
    setup::ui_build()?;
    let mut arguments = vec!["run", "--package", "cairn"];
    if release {
        arguments.push("--release");
    }
    run("Cairn", cargo(&arguments))
}

/// Sets up what tests need and runs them.
pub fn test(depth: Depth) -> Done {
    if depth == Depth::Core {
        return core_tests(depth);
    }
    setup::test_packages()?;
    setup::npm_packages()?;
    check::source_and_format()?;
    check::ui()?;
    run("UI unit tests", npm(&["run", "test"]))?;
    // The shell takes the built UI in when it is compiled.
    setup::ui_build()?;
    // One set of packages throughout: with another one cargo gives shared crates other features and compiles them again,
    // which costs minutes on two cores.
    check::clippy(&["--workspace"])?;
    rust_tests(depth, &["--workspace"])?;
    run("programs", cargo(&["build", "--workspace", "--bins"]))?;
    check::bindings()?;
    browser_flows()?;
    real_window()?;
    check::deny()
}

/// Rust tests of the default members, documentation tests among them.
fn core_tests(depth: Depth) -> Done {
    rust_tests(depth, &[])
}

fn rust_tests(depth: Depth, packages: &[&str]) -> Done {
    let samples = samples()?;
    let mut command = cargo(&[&["test"], packages].concat());
    command.env("CAIRN_SAMPLES", samples);
    if depth == Depth::Deep {
        command.env("PROPTEST_CASES", "5000").env("CAIRN_KILLS", "1000").env("CAIRN_CHANGES", "500");
    }
    run("Rust tests", command)
}

/// Flows in Chromium against the real core behind the loopback host.
fn browser_flows() -> Done {
    let mut flows = node("tests/ui/run.mjs");
    flows.env("CAIRN_SAMPLES", samples()?);
    run("browser flows", flows)
}

/// The built program in a real window under a virtual display.
fn real_window() -> Done {
    if !cfg!(target_os = "linux") {
        println!("== real window: runs on Linux only");
        return Ok(());
    }
    run("real window", node("tests/desktop/run.mjs"))
}

/// Pictures of every screen.
pub fn shots(rest: &[&str]) -> Done {
    setup::npm_packages()?;
    setup::ui_build()?;
    run("loopback host", cargo(&["build", "--package", "cairn-devtool", "--package", "cairn-cli"]))?;
    let mut shots = node("tests/ui/shots.mjs");
    shots.args(rest).env("CAIRN_SAMPLES", samples()?);
    run("pictures", shots)
}

/// Speed figures, release build.
pub fn bench() -> Done {
    let mut command = cargo(&["bench", "--benches"]);
    command.env("CAIRN_SAMPLES", samples()?);
    run("benches", command)
}

/// Writes the typed bindings of the UI.
pub fn bindings() -> Done {
    run("bindings", cargo(&["run", "--quiet", "--package", "cairn-devtool", "--", "bindings", "--write"]))
}

/// Serves the built UI and the real core to a normal browser on this machine.
pub fn serve(rest: &[&str]) -> Done {
    setup::npm_packages()?;
    setup::ui_build()?;
    let mut arguments = vec!["run", "--package", "cairn-devtool", "--", "serve"];
    arguments.extend(rest);
    run("loopback host", cargo(&arguments))
}

/// A Node script of the project, told where the built programs are.
fn node(script: &str) -> Command {
    let mut command = Command::new("node");
    command.arg(script).current_dir(root()).env("CAIRN_TARGET", target_dir().join("debug"));
    command
}

/// The folder with the sample files some tests read: `CAIRN_SAMPLES`, else `../shared/samples` beside the checkout.
fn samples() -> Result<PathBuf, Failure> {
    let folder = std::env::var_os("CAIRN_SAMPLES")
        .map_or_else(|| root().join("../shared/samples"), |given| root().join(given));
    folder.canonicalize().map_err(|_| {
        Failure(format!(
            "the sample files are not in {}; set CAIRN_SAMPLES to the folder that holds them",
            folder.display()
        ))
    })
}
