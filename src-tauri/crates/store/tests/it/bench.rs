//! The test bench: a folder, a clock that always tells the same story, a new workspace.
#![allow(dead_code, reason = "shared by the tests inside the crate and those outside; each uses a part")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use cairn_domain::id::{MemberId, RecordId};
use cairn_domain::record::RecordKind;
use cairn_domain::role::{Affiliation, Role};
use cairn_store::table::ai_system::AiSystem;
use cairn_store::{
    Act, Clock, KeyStore, Message, NewWorkspace, Passphrase, Result, ScriptedClock, SystemClock,
    VerifyReport, Workspace, WriteTx,
};

/// A folder with a config folder and a workspace file.
pub struct World {
    pub folder: Folder,
    pub clock: Arc<dyn Clock>,
    pub keys: KeyStore,
}

/// A folder that goes away with the test, or one that stays.
pub enum Folder {
    Own(tempfile::TempDir),
    Theirs(PathBuf),
}

impl Folder {
    pub fn path(&self) -> &Path {
        match self {
            Self::Own(folder) => folder.path(),
            Self::Theirs(folder) => folder,
        }
    }
}

impl World {
    pub fn new() -> Self {
        let start = "2026-11-23T08:00:00.000Z".parse().unwrap();
        let clock = Arc::new(ScriptedClock::new(&start, 1000, 1));
        Self::of(Folder::Own(tempfile::tempdir().unwrap()), clock)
    }

    /// A world in a folder that somebody else made, with the time and randomness of the system.
    pub fn at(folder: &Path) -> Self {
        Self::of(Folder::Theirs(folder.to_owned()), Arc::new(SystemClock))
    }

    fn of(folder: Folder, clock: Arc<dyn Clock>) -> Self {
        let keys = KeyStore::at(&folder.path().join("config"));
        Self { folder, clock, keys }
    }

    pub fn path(&self) -> PathBuf {
        self.folder.path().join("northwind.cairn")
    }

    pub fn create(&self) -> Workspace {
        Workspace::create(&self.path(), &new_workspace(None), Arc::clone(&self.clock), &self.keys).unwrap()
    }

    pub fn create_encrypted(&self, passphrase: &str) -> Workspace {
        let new = new_workspace(Some(passphrase));
        Workspace::create(&self.path(), &new, Arc::clone(&self.clock), &self.keys).unwrap()
    }

    pub fn open(&self) -> Result<Workspace> {
        self.open_with(None)
    }

    pub fn open_with(&self, passphrase: Option<&str>) -> Result<Workspace> {
        let passphrase = passphrase.map(|text| Passphrase::new(text.to_owned()));
        Workspace::open(&self.path(), passphrase, "0.1.0", Arc::clone(&self.clock), &self.keys)
    }

    /// A plain connection past our program, as another tool would open it.
    pub fn tool(&self) -> rusqlite::Connection {
        rusqlite::Connection::open(self.path()).unwrap()
    }
}

pub fn new_workspace(passphrase: Option<&str>) -> NewWorkspace {
    NewWorkspace {
        organisation: "Northwind Care".to_owned(),
        language: "en".to_owned(),
        lead_name: "Nora Lind".to_owned(),
        lead_job_title: Some("Compliance lead".to_owned()),
        lead_affiliation: Affiliation::Staff,
        lead_roles: BTreeSet::from([Role::Lead, Role::Approver]),
        device_name: "laptop".to_owned(),
        passphrase: passphrase.map(|text| Passphrase::new(text.to_owned())),
        app_version: "0.1.0".to_owned(),
    }
}

pub fn me(ws: &Workspace) -> MemberId {
    ws.me().unwrap()
}

/// Adds a system inside a transaction.
pub fn add_system(tx: &mut WriteTx<'_>, name: &str) -> Result<RecordId> {
    let record = tx.create_record(RecordKind::System, name, None, None)?;
    let mut system = AiSystem::new(record.id, tx.stamp());
    system.set_field("purpose", Some(format!("what {name} is for")))?;
    system.set_field("status", Some("in-use".to_owned()))?;
    tx.ai_system().insert(&system)?;
    Ok(record.id)
}

/// Adds a system in an entry of its own.
pub fn write_system(ws: &mut Workspace, name: &str) -> RecordId {
    let act = Act::new(me(ws), "system.create");
    let written = ws.write(act, |tx| {
        let id = add_system(tx, name)?;
        tx.describe(Some(id), Message::new("history-system-create").text("name", name));
        Ok::<_, cairn_store::StoreError>(id)
    });
    written.unwrap().value
}

pub fn verify(ws: &Workspace) -> VerifyReport {
    ws.verify(&mut |_| {}, &|| false).unwrap()
}

pub fn assert_sound(ws: &Workspace) {
    let report = verify(ws);
    assert!(report.ok, "{:#?}", report.problems);
}
