//! The bench that journeys stand on: a host on a folder of its own, with a scripted clock, called by name like any
//! surface calls it.

#![allow(clippy::panic, clippy::missing_panics_doc, reason = "a bench for tests fails loudly")]

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use cairn_app::ScriptedClock;
use cairn_app::error::{AppResult, WireError};
use cairn_app::host::{Event, Host, Settings};
use cairn_app::place::Place;
use cairn_domain::id::MemberId;
use serde_json::{Value, json};
use tempfile::TempDir;

/// A host, its folder and what it told.
pub struct World {
    /// The host.
    pub host: Host,
    folder: TempDir,
    events: Arc<Mutex<Vec<Event>>>,
    shown: Arc<Mutex<Vec<PathBuf>>>,
}

impl Default for World {
    fn default() -> Self {
        Self::new()
    }
}

impl World {
    /// A host without an open workspace.
    #[must_use]
    pub fn new() -> Self {
        let folder = TempDir::new().unwrap_or_else(|error| panic!("no temporary folder: {error}"));
        let events: Arc<Mutex<Vec<Event>>> = Arc::default();
        let heard = Arc::clone(&events);
        let shown: Arc<Mutex<Vec<PathBuf>>> = Arc::default();
        let seen = Arc::clone(&shown);
        let start = "2026-11-23T08:00:00.000Z".parse().unwrap_or_else(|error| panic!("{error}"));
        let host = Host::new(Settings {
            config: folder.path().join("config"),
            clock: Arc::new(ScriptedClock::new(&start, 1000, 7)),
            version: "0.1.0".to_owned(),
            sink: Arc::new(move |event| heard.lock().unwrap_or_else(|_| panic!("poisoned")).push(event)),
            opener: Some(Arc::new(move |path: &Path| {
                seen.lock().unwrap_or_else(|_| panic!("poisoned")).push(path.to_owned());
                Ok(())
            })),
        });
        let host = host.unwrap_or_else(|error| panic!("{error:?}"));
        Self { host, folder, events, shown }
    }

    /// A host with a fresh workspace of Harbour Analytics, led by its compliance lead, who may approve.
    #[must_use]
    pub fn with_workspace() -> Self {
        let world = Self::new();
        world.create("harbour.cairn", None);
        world
    }

    /// A path in the world's folder.
    #[must_use]
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A token for a path in the world's folder.
    #[must_use]
    pub fn place(&self, name: &str) -> Place {
        self.host.admit(&self.path(name))
    }

    /// Makes a workspace file and opens it.
    pub fn create(&self, name: &str, passphrase: Option<&str>) -> Value {
        self.call(
            "workspace.create",
            json!({
                "organisation": "Harbour Analytics", "file": self.place(name).token, "passphrase": passphrase,
                "name": "Compliance lead", "jobTitle": null, "affiliation": "staff", "approver": true,
            }),
        )
    }

    /// Calls a use case that must succeed.
    pub fn call(&self, name: &str, input: Value) -> Value {
        self.try_call(name, input).unwrap_or_else(|error| panic!("{name}: {error:#?}"))
    }

    /// Calls a use case that must be refused.
    pub fn refused(&self, name: &str, input: Value) -> WireError {
        match self.try_call(name, input) {
            Ok(value) => panic!("{name} was not refused: {value}"),
            Err(error) => error,
        }
    }

    /// Calls a use case.
    ///
    /// # Errors
    /// The wire error.
    pub fn try_call(&self, name: &str, input: Value) -> Result<Value, WireError> {
        self.host.call(name, input)
    }

    /// Runs a job to its end.
    ///
    /// # Errors
    /// The wire error.
    pub fn try_job(&self, name: &str, input: Value) -> Result<Value, WireError> {
        let id = self.host.start_job(name)?;
        self.host.run_job(&id, name, input)
    }

    /// Runs a job that must succeed.
    pub fn job(&self, name: &str, input: Value) -> Value {
        self.try_job(name, input).unwrap_or_else(|error| panic!("{name}: {error:#?}"))
    }

    /// Goes on as another member; `new` first gives them a key of their own on this computer.
    pub fn work_as(&self, member: &Value, new: bool) {
        let id: MemberId = serde_json::from_value(member.clone()).unwrap_or_else(|error| panic!("{error}"));
        let done = self.host.with_open(|open| {
            if new {
                open.workspace.admit_device(id, "second key")?;
            }
            open.workspace.act_as(id)?;
            open.me = id;
            open.standing = open.workspace.read(|tx| AppResult::Ok(tx.member().by_id(id)?.standing()))?;
            Ok(())
        });
        done.unwrap_or_else(|error| panic!("{error:?}"));
    }

    /// What the host told since the last look.
    pub fn heard(&self) -> Vec<Event> {
        std::mem::take(&mut *self.events.lock().unwrap_or_else(|_| panic!("poisoned")))
    }

    /// Files that other programs were asked to show.
    pub fn shown(&self) -> Vec<PathBuf> {
        self.shown.lock().unwrap_or_else(|_| panic!("poisoned")).clone()
    }

    /// Verifies the whole trail and fails on any problem.
    pub fn must_verify(&self) {
        let report = self.job("trail.verify", json!({}));
        assert_eq!(report["ok"], json!(true), "{report:#}");
    }
}

/// A sample file of the folder that `CAIRN_SAMPLES` names, else `../shared/samples` beside the checkout.
#[must_use]
pub fn sample(name: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."));
    let folder = std::env::var_os("CAIRN_SAMPLES")
        .map_or_else(|| root.join("../shared/samples"), |given| root.join(given));
    let path = folder.join(name);
    assert!(path.is_file(), "the sample {} is missing; set CAIRN_SAMPLES", path.display());
    path
}
