//! `cairnctl`: Cairn without a window, for scripts, pipelines and auditors.

mod arguments;
mod fault;
mod output;
mod run;
mod session;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    cairn_app::process::settle();
    let arguments = match arguments::Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help and version are answers (0), all else is wrong usage (2).
            let wrong = error.use_stderr();
            // Nothing was parsed, so the option is looked for as it was written.
            if wrong && std::env::args_os().any(|argument| argument == "--json") {
                let message = error.render().to_string().trim_end().to_owned();
                return output::finish(true, Err(output::Failure::usage(message)));
            }
            let _ = error.print();
            return ExitCode::from(if wrong { 2 } else { 0 });
        }
    };
    let json = arguments.json;
    output::finish(json, fault::contain(|| run::run(arguments)))
}
