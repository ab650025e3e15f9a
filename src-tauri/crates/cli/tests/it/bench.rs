//! Runs the built program in a folder of its own.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a bench for tests fails loudly")]

use std::path::PathBuf;
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// What a run gave.
#[derive(Debug)]
pub struct Ran {
    /// Exit code; none after a signal.
    pub code: Option<i32>,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub messages: String,
}

impl Ran {
    /// The one JSON object on standard output.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }
}

/// A folder with its own configuration.
pub struct Bench(TempDir);

impl Bench {
    pub fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Runs with these words; `@name` stands for a path in the folder.
    pub fn run(&self, words: &[&str]) -> Ran {
        let output = self.command(words).output().unwrap();
        Ran {
            code: output.status.code(),
            out: String::from_utf8(output.stdout).unwrap(),
            messages: String::from_utf8(output.stderr).unwrap(),
        }
    }

    fn command(&self, words: &[&str]) -> Command {
        let words = words.iter().map(|word| match word.strip_prefix('@') {
            Some(name) => self.path(name).into_os_string(),
            None => (*word).into(),
        });
        let mut command = Command::new(env!("CARGO_BIN_EXE_cairnctl"));
        command.args(words).env("CAIRN_CONFIG_DIR", self.path("config")).stdin(Stdio::null());
        command
    }

    /// Runs to a good end and gives the most memory seen in use, in MB; less than the truth where the machine was too
    /// busy to look often.
    #[cfg(target_os = "linux")]
    pub fn peak(&self, words: &[&str]) -> u64 {
        let mut child = self.command(words).stdout(Stdio::null()).spawn().unwrap();
        let status = format!("/proc/{}/status", child.id());
        let mut most = 0;
        loop {
            let text = std::fs::read_to_string(&status).unwrap_or_default();
            let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
            let found = line.and_then(|rest| rest.split_whitespace().next()?.parse::<u64>().ok());
            most = most.max(found.unwrap_or_default());
            if let Some(ended) = child.try_wait().unwrap() {
                assert!(ended.success(), "{ended}");
                return most >> 10;
            }
            std::thread::sleep(std::time::Duration::from_millis(2));
        }
    }

    /// Runs with `--json` and expects this exit code.
    pub fn json(&self, code: i32, words: &[&str]) -> Value {
        let ran = self.run(&[words, &["--json"]].concat());
        assert_eq!(ran.code, Some(code), "{ran:?}");
        ran.json()
    }
}
