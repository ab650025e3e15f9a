//! One step: a named command, its output shown, its time told.

use std::fmt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

/// Why a verb stopped.
#[derive(Debug)]
pub struct Failure(pub String);

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Result of a step.
pub type Done = Result<(), Failure>;

/// The root of the checkout.
pub fn root() -> PathBuf {
    // Where it runs counts, not where it was compiled: checkouts may share their built files.
    let here = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    let here = PathBuf::from(here);
    here.ancestors().nth(3).map_or_else(|| here.clone(), Path::to_owned)
}

/// The UI's folder.
pub fn ui() -> PathBuf {
    root().join("ui")
}

/// Whether this is a run of continuous integration.
pub fn is_ci() -> bool {
    std::env::var_os("CI").is_some_and(|value| value == "true")
}

/// Where builds go: in CI a folder outside the checkout that outlives it.
pub fn target_dir() -> PathBuf {
    if let Some(dir) = std::env::var_os("CARGO_TARGET_DIR") {
        return PathBuf::from(dir);
    }
    if is_ci() { cache_dir().join("target") } else { root().join("target") }
}

/// The user's cache folder for this project.
pub fn cache_dir() -> PathBuf {
    let base = std::env::var_os("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .or_else(|| std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".cache")))
        .unwrap_or_else(std::env::temp_dir);
    base.join("cairn-build")
}

/// A cargo command in the root, with the project's target folder.
pub fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(arguments).current_dir(root()).env("CARGO_TARGET_DIR", target_dir());
    command
}

/// An npm command in the UI's folder.
pub fn npm(arguments: &[&str]) -> Command {
    let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.args(arguments).current_dir(ui());
    command
}

/// Runs a command to its end and tells how long it took.
pub fn run(name: &str, mut command: Command) -> Done {
    println!("\n== {name}");
    let started = Instant::now();
    let status = command.status().map_err(|error| {
        Failure(format!("{name}: {} could not be started: {error}", command.get_program().to_string_lossy()))
    })?;
    println!("== {name}: {:.1} s", started.elapsed().as_secs_f32());
    if status.success() { Ok(()) } else { Err(Failure(format!("{name} failed ({status})"))) }
}

/// Whether a program answers on this machine.
pub fn has(program: &str, argument: &str) -> bool {
    Command::new(program)
        .arg(argument)
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}
