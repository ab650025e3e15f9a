//! Checks that read the code without running it.

use std::process::Command;

use crate::step::{Done, Failure, cargo, npm, root, run, target_dir};
use crate::{setup, source};

/// Everything before a commit.
pub fn all() -> Done {
    setup::npm_packages()?;
    source_and_format()?;
    clippy(&[])?;
    run("devtool", cargo(&["build", "--package", "cairn-devtool"]))?;
    bindings()?;
    schema()?;
    words()?;
    if setup::has_build_packages() {
        shell()?;
    } else {
        println!("== clippy of the shell: skipped, its libraries are not installed");
    }
    ui()?;
    deny()
}

/// The rules that make the schema a sound record: shapes, classes, strict tables, no triggers on recorded ones.
pub fn schema() -> Done {
    run("schema lint", cargo(&["test", "--quiet", "--package", "cairn-store", "--lib", "schema::"]))
}

/// Every message key that Rust code names is in the messages, with the arguments it is given.
pub fn words() -> Done {
    run("message keys of Rust", cargo(&["test", "--quiet", "--package", "cairn-words"]))
}

/// Length of files, circles of modules, formatting.
pub fn source_and_format() -> Done {
    source::check()?;
    run("rustfmt", cargo(&["fmt", "--all", "--check"]))
}

/// Lints of some packages.
pub fn clippy(packages: &[&str]) -> Done {
    run("clippy", cargo(&[&["clippy", "--all-targets"], packages, &["--", "-D", "warnings"]].concat()))
}

/// Whether the committed bindings of the UI are those of the built program.
pub fn bindings() -> Done {
    let mut devtool = Command::new(target_dir().join("debug").join(program("cairn-devtool")));
    devtool.args(["bindings", "--check"]).current_dir(root());
    run("bindings", devtool)
}

/// Lints of the desktop shell, which the default members leave out.
fn shell() -> Done {
    clippy(&["--package", "cairn"])
}

/// File name of a built program.
fn program(name: &str) -> String {
    format!("{name}{}", std::env::consts::EXE_SUFFIX)
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
    let output = advisories.output().map_err(|error| Failure(format!("cargo-deny: {error}")))?;
    let told = String::from_utf8_lossy(&output.stderr);
    match verdict(output.status.success(), &told) {
        Advisories::None => println!("== advisories: none apply"),
        Advisories::Unknown => println!("== advisories: skipped, their database cannot be reached"),
        Advisories::Found => return Err(Failure(format!("advisories were found\n{told}"))),
    }
    Ok(())
}

/// What is known of advisories.
#[derive(Debug, PartialEq, Eq)]
enum Advisories {
    /// The database was asked; none apply.
    None,
    /// The database could not be reached.
    Unknown,
    /// Some apply.
    Found,
}

/// Only a database that could not be fetched or opened excuses a failure; all else is a finding.
fn verdict(clean: bool, told: &str) -> Advisories {
    const UNREACHED: [&str; 3] =
        ["failed to fetch advisory database", "failed to load advisory database", "unable to clone"];
    match clean {
        true => Advisories::None,
        false if UNREACHED.iter().any(|words| told.contains(words)) => Advisories::Unknown,
        false => Advisories::Found,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_advisory_fails_and_a_database_out_of_reach_does_not() {
        assert_eq!(verdict(true, ""), Advisories::None);
        let out_of_reach = "[ERROR] failed to fetch advisory database https://github.com/rustsec/advisory-db";
        assert_eq!(verdict(false, out_of_reach), Advisories::Unknown);
        assert_eq!(
            verdict(false, "error[vulnerability]: buffer overflow\n ID: RUSTSEC-2026-0001"),
            Advisories::Found
        );
        assert_eq!(verdict(false, "error: unknown"), Advisories::Found);
    }
}
