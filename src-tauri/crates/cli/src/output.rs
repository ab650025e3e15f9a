//! What leaves the program: one JSON object or plain lines, and the exit code.

use std::io::Write;
use std::process::ExitCode;

use cairn_app::error::{Code, WireError};
use serde_json::{Value, json};

/// How a command ended well.
pub struct Outcome {
    /// The object `--json` prints.
    pub json: Value,
    /// Lines for a person.
    pub lines: Vec<String>,
    /// Whether there were problems or a rejection (exit code 1).
    pub problems: bool,
}

impl Outcome {
    /// Done without problems.
    pub fn done(json: Value, lines: Vec<String>) -> Self {
        Self { json, lines, problems: false }
    }
}

/// How a command ended badly.
pub struct Failure {
    /// Code of the error.
    pub code: String,
    /// What happened.
    pub message: String,
    /// What to do next.
    pub hints: Vec<String>,
    /// Refused fields.
    pub fields: Vec<Value>,
    /// Exit code: 2 wrong usage, 3 could not open.
    pub exit: u8,
}

impl Failure {
    /// Wrong usage.
    pub fn usage(message: String) -> Self {
        Self { code: "usage".to_owned(), message, hints: Vec::new(), fields: Vec::new(), exit: 2 }
    }

    /// Whether it has this code.
    pub fn is(&self, code: Code) -> bool {
        self.code == code.as_str()
    }
}

impl From<WireError> for Failure {
    fn from(error: WireError) -> Self {
        // Wrong input of the caller is usage, an id that nothing has as well; a rule that refuses is a rejection; all
        // else is "could not open".
        let exit = match error.code {
            Code::BadCall | Code::Invalid | Code::NotFound => 2,
            Code::Refused | Code::Conflict | Code::Cancelled => 1,
            _ => 3,
        };
        let fields = error.fields.iter().map(|field| json!({"path": field.path, "message": field.message}));
        Self {
            code: error.code.to_string(),
            fields: fields.collect(),
            message: error.message,
            hints: error
                .hints
                .into_iter()
                .chain(error.incident.filter(|_| error.code == Code::Internal))
                .collect(),
            exit,
        }
    }
}

/// Prints the end of a command and gives its exit code. A closed pipe is no failure.
pub fn finish(json: bool, ended: Result<Outcome, Failure>) -> ExitCode {
    let mut out = std::io::stdout().lock();
    match ended {
        Ok(outcome) => {
            let _ = if json {
                writeln!(out, "{}", outcome.json)
            } else {
                outcome.lines.iter().try_for_each(|line| writeln!(out, "{line}"))
            };
            ExitCode::from(u8::from(outcome.problems))
        }
        Err(failure) => {
            if json {
                let error = json!({
                    "code": failure.code, "message": failure.message,
                    "hints": failure.hints, "fields": failure.fields,
                });
                let _ = writeln!(out, "{}", json!({ "error": error }));
            }
            let mut messages = std::io::stderr().lock();
            let _ = writeln!(messages, "cairnctl: {}", failure.message);
            let text = |field: &Value, part: &str| field[part].as_str().unwrap_or_default().to_owned();
            for field in &failure.fields {
                let _ = writeln!(messages, "  {}: {}", text(field, "path"), text(field, "message"));
            }
            for hint in failure.hints {
                let _ = writeln!(messages, "  {hint}");
            }
            ExitCode::from(failure.exit)
        }
    }
}
