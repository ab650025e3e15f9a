//! `cargo xtask`: everything a person or CI does with this project, as verbs.
//!
//! No dependencies, so that it builds in seconds on a fresh machine.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command-line tool speaks to the terminal")]

mod check;
mod setup;
mod source;
mod step;
mod verbs;

use std::process::ExitCode;

const USAGE: &str = "cargo xtask <verb>

  run [--release]         set everything up, build and open the app
  test [--core | --deep]  set up what tests need and run all of them
                          --core: Rust tests of the default members only
                          --deep: all, with long properties, 1,000 kills and more
  check                   formatting, lints (of the shell too where its libraries are), types, bindings, layers, circles,
                          schema, words, licences, advisories
  bindings                write ui/src/api/generated.ts from the Rust types
  serve                   the loopback host with the built UI, for a normal browser
  shots [--out DIR]       pictures of every screen, two sizes, light and dark
  bench                   speed figures (release build)
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["run", rest @ ..] => verbs::run_app(rest),
        ["test"] => verbs::test(verbs::Depth::All),
        ["test", "--core"] => verbs::test(verbs::Depth::Core),
        ["test", "--deep"] => verbs::test(verbs::Depth::Deep),
        ["check"] => check::all(),
        ["bindings"] => verbs::bindings(),
        ["serve", rest @ ..] => verbs::serve(rest),
        ["shots", rest @ ..] => verbs::shots(rest),
        ["bench"] => verbs::bench(),
        _ => {
            eprint!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\nxtask: {failure}");
            ExitCode::FAILURE
        }
    }
}
