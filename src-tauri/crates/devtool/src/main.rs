//! Development only: typed bindings and the loopback host. Never shipped.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command-line tool speaks to the terminal")]

mod bindings;
mod loopback;
mod page;

use std::path::PathBuf;
use std::process::ExitCode;

const USAGE: &str = "cairn-devtool <command>

  bindings --write | --check        ui/src/api/generated.ts from the Rust types
  serve [--port N] [--config DIR]   the loopback host with the built UI
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["bindings", "--write"] => bindings::write(),
        ["bindings", "--check"] => bindings::check(),
        ["serve", rest @ ..] => options(rest).and_then(|options| loopback::serve(&options)),
        _ => {
            eprint!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("cairn-devtool: {error}");
            ExitCode::FAILURE
        }
    }
}

/// The root of the checkout.
fn root() -> PathBuf {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(3).map_or(here.clone(), std::path::Path::to_path_buf)
}

fn options(words: &[&str]) -> Result<loopback::Options, String> {
    let mut options = loopback::Options {
        port: 0,
        config: std::env::var_os("CAIRN_CONFIG_DIR")
            .map_or_else(|| root().join("target/loopback"), PathBuf::from),
        ui: root().join("ui/dist"),
    };
    let mut rest = words.iter();
    while let Some(word) = rest.next() {
        let value = rest.next().ok_or_else(|| format!("{word} needs a value"))?;
        match *word {
            "--port" => options.port = value.parse().map_err(|_| format!("{value} is no port"))?,
            "--config" => options.config = PathBuf::from(value),
            "--ui" => options.ui = PathBuf::from(value),
            _ => return Err(format!("unknown option {word}")),
        }
    }
    Ok(options)
}
