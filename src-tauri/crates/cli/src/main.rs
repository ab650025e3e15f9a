//! `cairnctl`: Cairn without a window, for scripts, pipelines and auditors.

mod arguments;
mod output;
mod run;
mod session;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    let arguments = match arguments::Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help and version are answers (0), all else is wrong usage (2).
            let code = if error.use_stderr() { 2 } else { 0 };
            let _ = error.print();
            return ExitCode::from(code);
        }
    };
    let json = arguments.json;
    output::finish(json, run::run(arguments))
}
