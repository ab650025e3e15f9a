//! Replay: the recorded tables made anew from the ledger, starting from nothing.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use cairn_domain::id::RecordId;
use cairn_ledger::{Header, Kind};
use rusqlite::Connection;
use rusqlite::session::{Changegroup, ChangesetItem, ConflictAction, ConflictType};
use uuid::Uuid;

use crate::changes::{RowAction, walk};
use crate::error::Result;
use crate::schema::{Chain, Shape};
use crate::trace::Trace;
use crate::value::{Cell, Value};

/// Changesets applied at once.
const GROUP: usize = 1000;

/// An entry on its way into the replay: its payload has the length and hash of its header.
#[derive(Debug, Clone)]
pub(crate) struct Step {
    pub n: i64,
    pub header: Header,
    pub changeset: Vec<u8>,
}

/// What replay found wrong with an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    pub n: i64,
    pub code: &'static str,
    pub row: Option<(String, String)>,
    pub detail: String,
}

/// A device as the recorded rows say.
struct Admission {
    member: String,
    revoked: bool,
}

/// Recorded tables in memory, growing entry by entry.
pub(crate) struct Replay {
    conn: Connection,
    chain: &'static Chain,
    schema: u32,
    shape: Arc<Shape>,
    group: Vec<Step>,
    devices: BTreeMap<String, Admission>,
    faults: Vec<Fault>,
    groundless: bool,
    /// Rows changed since [`Replay::watch`] was called.
    watched: Option<HashSet<(String, String)>>,
    /// Where a verification collects what it compares beside the recorded rows.
    pub trace: Option<Trace>,
}

impl Replay {
    pub fn new(chain: &'static Chain) -> Result<Self> {
        let conn = Connection::open_in_memory()?;
        conn.pragma_update(None, "foreign_keys", false)?;
        conn.set_prepared_statement_cache_capacity(256);
        Ok(Self {
            conn,
            chain,
            schema: 0,
            shape: Arc::default(),
            group: Vec::with_capacity(GROUP),
            devices: BTreeMap::new(),
            faults: Vec::new(),
            groundless: false,
            watched: None,
            trace: None,
        })
    }

    /// Takes the next entry. What is wrong with it is kept as a fault; its changes are then left out.
    pub fn feed(&mut self, step: Step) -> Result<()> {
        if !self.move_schema(&step)? {
            return Ok(());
        }
        if step.header.kind != Kind::Genesis {
            self.check_device(&step);
        }
        let sound = self.check_rows(&step);
        if step.header.kind == Kind::Genesis {
            self.check_device(&step);
        }
        if sound && !step.changeset.is_empty() {
            self.group.push(step);
            if self.group.len() >= GROUP {
                self.flush()?;
            }
        }
        Ok(())
    }

    fn fault(&mut self, n: i64, code: &'static str, row: Option<(String, String)>, detail: String) {
        self.faults.push(Fault { n, code, row, detail });
    }

    /// Runs migrations at their place in the ledger. Gives whether the entry fits the schema it names.
    fn move_schema(&mut self, step: &Step) -> Result<bool> {
        let wanted = step.header.schema;
        if self.schema == 0 && step.header.kind != Kind::Genesis {
            // Nothing to replay onto. Said once: the reason is the first entry, which has been named.
            if !std::mem::replace(&mut self.groundless, true) {
                self.fault(step.n, "schema", None, "no genesis before it".to_owned());
            }
            return Ok(false);
        }
        let moves = match step.header.kind {
            Kind::Genesis => self.schema == 0 && wanted >= 1,
            Kind::Schema => wanted == self.schema + 1 && step.changeset.is_empty(),
            _ => wanted == self.schema,
        };
        if !moves || wanted > self.chain.newest() {
            let detail = format!("schema {wanted} after {}", self.schema);
            self.fault(step.n, "schema", None, detail);
            return Ok(false);
        }
        if wanted > self.schema {
            self.flush()?;
            self.chain.migrate(&self.conn, self.schema, wanted)?;
            self.schema = wanted;
            self.shape = self.chain.shape(wanted)?;
        }
        if step.header.shape != self.shape.hash() {
            self.fault(step.n, "shape", None, hex::encode(step.header.shape));
            return Ok(false);
        }
        Ok(true)
    }

    /// Whether the device was admitted for the actor and not revoked at this point.
    fn check_device(&mut self, step: &Step) {
        let id = RecordId(Uuid::from_bytes(*step.header.device.as_bytes())).to_string();
        let admitted = self
            .devices
            .get(&id)
            .is_some_and(|device| !device.revoked && device.member == step.header.actor.to_string());
        if !admitted {
            self.fault(step.n, "device-not-admitted", None, step.header.device.to_string());
        }
    }

    /// Tables, columns and the new `rev` of every row. Gives whether the changeset may be applied.
    fn check_rows(&mut self, step: &Step) -> bool {
        let stamp = Value::Text(step.header.stamp.to_string());
        let checks_rev = step.header.kind != Kind::Merge;
        let (devices, watched, trace) = (&mut self.devices, &mut self.watched, &mut self.trace);
        let mut faults = Vec::new();
        if let Some(trace) = trace {
            trace.entry(step.n, &step.header);
        }
        let walked = walk(&step.changeset, &self.shape, |row| {
            if checks_rev && row.action != RowAction::Delete && row.rev().as_ref() != Some(&stamp) {
                let detail = row.rev().as_ref().and_then(Value::text).unwrap_or_default().to_owned();
                faults.push(("rev", Some((row.table.to_owned(), row.id())), detail));
            }
            if row.table == "device" {
                note_device(devices, row);
            }
            if let Some(watched) = watched {
                watched.insert((row.table.to_owned(), row.id()));
            }
            trace.as_mut().map_or(Ok(()), |trace| trace.row(step.n, row))
        });
        for (code, row, detail) in faults {
            self.fault(step.n, code, row, detail);
        }
        if let Err(error) = walked {
            self.fault(step.n, "changeset", None, error.to_string());
            return false;
        }
        true
    }

    /// Applies what was collected: all at once, or one by one when that fails, so that the entry can be named.
    pub fn flush(&mut self) -> Result<()> {
        let group = std::mem::take(&mut self.group);
        if group.is_empty() || self.apply(&group).is_ok() {
            return Ok(());
        }
        for step in &group {
            if let Err(error) = self.apply(std::slice::from_ref(step)) {
                self.fault(step.n, "replay", None, error.to_string());
            }
        }
        Ok(())
    }

    /// `apply` is atomic: it works inside a savepoint of its own.
    fn apply(&self, steps: &[Step]) -> rusqlite::Result<()> {
        let abort = |_: ConflictType, _: &ChangesetItem| ConflictAction::SQLITE_CHANGESET_ABORT;
        let filter: Option<fn(&str) -> bool> = None;
        if let [step] = steps {
            return self.conn.apply_strm(&mut step.changeset.as_slice(), filter, abort);
        }
        let mut group = Changegroup::new()?;
        for step in steps {
            group.add_stream(&mut step.changeset.as_slice())?;
        }
        self.conn.apply(&group.output()?, filter, abort)
    }

    /// Runs the migrations that the ledger has not come to: today's queries then fit.
    pub fn finish_schema(&mut self) -> Result<()> {
        self.flush()?;
        let newest = self.chain.newest();
        if self.schema < newest {
            self.chain.migrate(&self.conn, self.schema, newest)?;
            self.schema = newest;
            self.shape = self.chain.shape(newest)?;
        }
        Ok(())
    }

    /// From now on remembers which rows change.
    pub fn watch(&mut self) {
        self.watched.get_or_insert_with(HashSet::new);
    }

    /// The rows changed since the last call.
    pub fn take_watched(&mut self) -> HashSet<(String, String)> {
        self.watched.as_mut().map(std::mem::take).unwrap_or_default()
    }

    pub fn take_faults(&mut self) -> Vec<Fault> {
        std::mem::take(&mut self.faults)
    }

    pub fn shape(&self) -> &Arc<Shape> {
        &self.shape
    }

    pub fn connection(&self) -> &Connection {
        &self.conn
    }

    pub fn into_connection(self) -> Connection {
        self.conn
    }
}

fn note_device(devices: &mut BTreeMap<String, Admission>, row: &crate::changes::Walked<'_>) {
    let id = row.id();
    match row.action {
        RowAction::Delete => {
            devices.remove(&id);
        }
        RowAction::Insert => {
            let text = |column| row.after(column).and_then(|value| String::from_value(value).ok());
            let member = text("member").unwrap_or_default();
            devices.insert(id, Admission { member, revoked: text("revoked_at").is_some() });
        }
        RowAction::Update => {
            if let (Some(device), Some(at)) = (devices.get_mut(&id), row.after("revoked_at")) {
                device.revoked = at != Value::Null;
            }
        }
    }
}
