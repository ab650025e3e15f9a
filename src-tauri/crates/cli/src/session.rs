//! A host without a window, and the workspace a command works in.

use std::io::{BufRead, IsTerminal};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use cairn_app::WordValue;
use cairn_app::error::Code;
use cairn_app::host::{Event, Host, Settings};
use cairn_app::job::JobEvent;
use serde_json::{Value, json};
use zeroize::Zeroizing;

use crate::output::Failure;

/// A host and how to get a passphrase.
pub struct Session {
    /// The host.
    pub host: Host,
    passphrase_file: Option<PathBuf>,
}

impl Session {
    /// A host that tells progress on standard error when that is a terminal.
    pub fn new(passphrase_file: Option<PathBuf>) -> Result<Self, Failure> {
        let config = cairn_app::config_folder().map_err(|error| Failure {
            code: Code::ConfigFolder.to_string(),
            message: error.to_string(),
            hints: Vec::new(),
            fields: Vec::new(),
            exit: 3,
        })?;
        let shows = std::io::stderr().is_terminal();
        let host = Host::new(Settings {
            config,
            clock: Arc::new(cairn_app::SystemClock),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            sink: Arc::new(move |event| {
                if let (true, Event::Progress(JobEvent::Running(at))) = (shows, event) {
                    show(&at.step, at.done, at.total);
                }
            }),
        });
        let host = host.map_err(|error| match cairn_words() {
            Some(words) => Failure::from(error.to_wire(words)),
            None => Failure::usage(format!("{error:?}")),
        })?;
        Ok(Self { host, passphrase_file })
    }

    /// A message in the language of this computer.
    pub fn say(&self, key: &str, args: &[(&str, &Value)]) -> String {
        let args: Vec<(&str, WordValue)> = args
            .iter()
            .map(|(name, value)| match value {
                Value::String(text) => (*name, WordValue::Text(text.clone())),
                Value::Number(number) => (*name, WordValue::Number(number.as_i64().unwrap_or_default())),
                other => (*name, WordValue::Text(other.to_string())),
            })
            .collect();
        self.host.words().say_with(key, &args)
    }

    /// Calls a use case.
    pub fn call(&self, name: &str, input: Value) -> Result<Value, Failure> {
        Ok(self.host.call(name, input)?)
    }

    /// Runs a job to its end.
    pub fn job(&self, name: &str, input: Value) -> Result<Value, Failure> {
        let id = self.host.start_job(name)?;
        Ok(self.host.run_job(&id, name, input)?)
    }

    /// A token for a path.
    pub fn token(&self, path: &Path) -> Value {
        json!(self.host.admit(&absolute(path)).token)
    }

    /// Opens a workspace; asks for the passphrase only when one is needed and somebody can be asked.
    pub fn open(&self, path: &Path) -> Result<(), Failure> {
        self.with_passphrase(path, |input| self.call("workspace.open", input))?;
        Ok(())
    }

    /// Does something with a file and the passphrase given; asks for one only when it is needed and somebody can be
    /// asked.
    pub fn with_passphrase(
        &self,
        path: &Path,
        act: impl Fn(Value) -> Result<Value, Failure>,
    ) -> Result<Value, Failure> {
        let act =
            |passphrase: Option<String>| act(with_secret(json!({"file": self.token(path)}), passphrase));
        match act(self.passphrase()?) {
            Err(failure) if failure.is(Code::PassphraseNeeded) && std::io::stdin().is_terminal() => {
                let typed = rpassword::prompt_password("Passphrase: ")
                    .map_err(|error| Failure::usage(format!("the passphrase could not be read: {error}")))?;
                act(Some(typed))
            }
            other => other,
        }
    }

    /// The passphrase of `--passphrase-file`: its first line, without the line break.
    pub fn passphrase(&self) -> Result<Option<String>, Failure> {
        let Some(path) = &self.passphrase_file else { return Ok(None) };
        let file = json!(path);
        let unreadable = |error: std::io::Error| {
            let detail = json!(error.to_string());
            let message = self.say("cli-passphrase-file", &[("file", &file), ("detail", &detail)]);
            Failure { code: "missing".to_owned(), exit: 3, ..Failure::usage(message) }
        };
        let mut line = Zeroizing::new(String::new());
        let opened = std::fs::File::open(path).map_err(unreadable)?;
        std::io::BufReader::new(opened).read_line(&mut line).map_err(unreadable)?;
        let passphrase = line.trim_end_matches(['\n', '\r']);
        // Taken as none it would leave a file unencrypted that was meant to be protected.
        if passphrase.is_empty() {
            return Err(Failure::usage(self.say("cli-passphrase-empty", &[("file", &file)])));
        }
        Ok(Some(passphrase.to_owned()))
    }
}

/// Puts a passphrase into an input. It is moved, so that no copy of it stays behind.
pub fn with_secret(mut input: Value, passphrase: Option<String>) -> Value {
    input["passphrase"] = passphrase.map_or(Value::Null, Value::String);
    input
}

fn cairn_words() -> Option<&'static cairn_app::Words> {
    cairn_app::Words::english().ok()
}

/// The path as seen from the root, so that the list of recent files means the same from everywhere.
fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

fn show(step: &str, done: u64, total: u64) {
    use std::io::Write;
    let mut messages = std::io::stderr().lock();
    let _ = if total == 0 {
        write!(messages, "\r{step} …\x1b[K")
    } else {
        write!(messages, "\r{step} {done} / {total}\x1b[K")
    };
    if total > 0 && done == total {
        let _ = writeln!(messages);
    }
}
