//! Write transactions. A change can only be committed together with its signed entry: there is no other way to write.

use std::cell::Cell;
use std::collections::HashMap;
use std::ops::Deref;

use cairn_domain::id::{MemberId, RecordId, Stamp, WorkspaceId};
use cairn_domain::time::Timestamp;
use cairn_ledger::{Checkpoint, DeviceKeyId, EntryId, Header, Kind, Payload, SigningKey, payload_hash, sign};
use rusqlite::session::Session;
use rusqlite::{Connection, ErrorCode, Transaction, TransactionBehavior};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::clock::{Clock, uuid_v7};
use crate::derived;
use crate::error::{Result, StoreError};
use crate::read::ReadTx;
use crate::references;
use crate::registry::recorded_tables;
use crate::row::still_open;
use crate::schema::{Chain, Shape};
use crate::table::{checkpoint, entry};

/// A sentence for the history: a message key with arguments, put into words above.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// Message key, for example `history-system-update`; empty when nothing was said.
    pub key: String,
    /// Arguments by name.
    #[serde(default)]
    pub args: Vec<(String, MessageValue)>,
}

/// An argument of a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum MessageValue {
    /// A whole number.
    Number(i64),
    /// Text.
    Text(String),
}

impl Message {
    /// A message without arguments.
    #[must_use]
    pub fn new(key: &str) -> Self {
        Self { key: key.to_owned(), args: Vec::new() }
    }

    /// Adds text.
    #[must_use]
    pub fn text(mut self, name: &str, value: &str) -> Self {
        self.args.push((name.to_owned(), MessageValue::Text(value.to_owned())));
        self
    }

    /// Adds a number.
    #[must_use]
    pub fn number(mut self, name: &str, value: i64) -> Self {
        self.args.push((name.to_owned(), MessageValue::Number(value)));
        self
    }

    pub(crate) fn encode(&self) -> String {
        // Text and numbers only: writing them cannot fail.
        if self.key.is_empty() { String::new() } else { serde_json::to_string(self).unwrap_or_default() }
    }

    pub(crate) fn decode(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_default()
    }
}

/// What is being done, by whom and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// Who acts; must be the member of this computer's key.
    pub actor: MemberId,
    /// The use case, for example `soa.decide`.
    pub action: String,
    /// What kind of entry it makes.
    pub kind: Kind,
    /// The record it is about.
    pub subject: Option<RecordId>,
    /// The person's why.
    pub reason: String,
    /// What history says.
    pub message: Message,
    /// Whether the act is recorded even when it changes no row (reviewed, approved).
    pub always: bool,
    /// Whether its entry is fixed by a signed checkpoint.
    pub checkpoint: bool,
}

impl Act {
    /// An ordinary change.
    #[must_use]
    pub fn new(actor: MemberId, action: &str) -> Self {
        Self {
            actor,
            action: action.to_owned(),
            kind: Kind::Change,
            subject: None,
            reason: String::new(),
            message: Message::default(),
            always: false,
            checkpoint: false,
        }
    }

    /// As another kind of entry.
    #[must_use]
    pub fn kind(mut self, kind: Kind) -> Self {
        self.kind = kind;
        self
    }

    /// About a record.
    #[must_use]
    pub fn about(mut self, subject: RecordId) -> Self {
        self.subject = Some(subject);
        self
    }

    /// With the person's why.
    #[must_use]
    pub fn because(mut self, reason: &str) -> Self {
        reason.clone_into(&mut self.reason);
        self
    }
}

/// What a write gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written<T> {
    /// What the writing function gave.
    pub value: T,
    /// The entry; none when nothing changed.
    pub entry: Option<EntrySummary>,
}

/// An entry just written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntrySummary {
    /// Its number in this file, from 1.
    pub n: u64,
    /// Its id.
    pub id: EntryId,
    /// Its stamp; `rev` of every row it wrote.
    pub stamp: Stamp,
    /// Its time.
    pub time: Timestamp,
}

/// A write in progress. Reads see what was written so far; dropped without a commit, everything is undone.
pub struct WriteTx<'tx> {
    read: ReadTx<'tx>,
    act: Act,
    stamp: Stamp,
    time: Timestamp,
    clock: &'tx dyn Clock,
    drawn: Cell<u32>,
    device_number: u32,
    /// Last code given in this transaction, by series.
    pub(crate) codes: HashMap<String, u32>,
}

impl<'tx> Deref for WriteTx<'tx> {
    type Target = ReadTx<'tx>;

    fn deref(&self) -> &Self::Target {
        &self.read
    }
}

impl WriteTx<'_> {
    /// The stamp of this transaction: `rev` of every row it writes.
    #[must_use]
    pub fn stamp(&self) -> Stamp {
        self.stamp
    }

    /// The time of this transaction; never before that of an earlier entry.
    #[must_use]
    pub fn time(&self) -> &Timestamp {
        &self.time
    }

    /// Who acts.
    #[must_use]
    pub fn actor(&self) -> MemberId {
        self.act.actor
    }

    pub(crate) fn device_number(&self) -> u32 {
        self.device_number
    }

    /// A fresh UUIDv7. Those of one transaction sort in the order in which they were drawn.
    #[must_use]
    pub fn fresh_id(&self) -> Uuid {
        let drawn = self.drawn.get();
        self.drawn.set(drawn.wrapping_add(1));
        let random = *self.clock.fresh().as_bytes();
        let [.., r0, r1, r2, r3, r4, r5, r6] = random;
        // 24 bits of counter in the bits that sort first after the time (4 + 8 + 6 + 6), randomness in the others.
        let [_, high, middle, low] = drawn.to_be_bytes();
        let counter = [high >> 4, (high << 4) | (middle >> 4), ((middle & 0x0f) << 2) | (low >> 6), low << 2];
        let [c0, c1, c2, c3] = counter;
        uuid_v7(self.time.millis(), &[c0, c1, c2, c3 | (r0 & 0x03), r1, r2, r3, r4, r5, r6])
    }

    /// Says what history will show, and which record the entry is about.
    pub fn describe(&mut self, subject: Option<RecordId>, message: Message) {
        self.act.subject = subject.or(self.act.subject);
        self.act.message = message;
    }

    /// Gives the person's why.
    pub fn because(&mut self, reason: &str) {
        reason.clone_into(&mut self.act.reason);
    }

    /// Makes this an entry of another kind, for example an approval.
    pub fn as_kind(&mut self, kind: Kind) {
        self.act.kind = kind;
    }

    /// Signs a checkpoint of this entry and keeps it in the file: every later verification demands that history still goes
    /// through it. For what people rely on outside the program, such as an approved document.
    pub fn keep_checkpoint(&mut self) {
        self.act.checkpoint = true;
    }

    /// Records the act even when it changes no row.
    pub fn record_act(&mut self) {
        self.act.always = true;
    }
}

/// Who signs on this computer.
pub(crate) struct Identity {
    pub device: DeviceKeyId,
    pub member: MemberId,
    pub number: u32,
    pub key: SigningKey,
}

/// Everything a write needs beside the connection.
pub(crate) struct Pen<'a> {
    pub conn: &'a Connection,
    pub workspace: WorkspaceId,
    pub identity: &'a Identity,
    pub app: &'a str,
    pub schema: u32,
    pub chain: &'static Chain,
    pub shape: &'a Shape,
    pub clock: &'a dyn Clock,
}

impl Pen<'_> {
    /// Runs a function inside a transaction and commits what it wrote with a signed entry.
    pub fn write<T, E: From<StoreError>>(
        &self,
        act: Act,
        body: impl FnOnce(&mut WriteTx<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<Written<T>, E> {
        let transaction = Transaction::new_unchecked(self.conn, TransactionBehavior::Immediate);
        let transaction = transaction.map_err(StoreError::from)?;
        let written = self.write_within(act, body)?;
        if written.entry.is_some() {
            self.commit(transaction)?;
        }
        Ok(written)
    }

    /// As [`Pen::write`], inside a transaction that the caller began and commits.
    pub fn write_within<T, E: From<StoreError>>(
        &self,
        act: Act,
        body: impl FnOnce(&mut WriteTx<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<Written<T>, E> {
        let last = entry::last(self.conn)?;
        let mut session = self.session()?;
        let mut tx = self.begin(act, last.as_ref());
        let value = body(&mut tx)?;
        still_open(self.conn)?;
        let mut changeset = Vec::new();
        session.changeset_strm(&mut changeset).map_err(StoreError::from)?;
        drop(session);
        if changeset.is_empty() && !tx.act.always && tx.act.kind != Kind::Schema {
            return Ok(Written { value, entry: None });
        }
        let entry = self.append(&tx, last.as_ref(), changeset)?;
        Ok(Written { value, entry: Some(entry) })
    }

    fn session(&self) -> Result<Session<'_>> {
        let mut session = Session::new(self.conn)?;
        for table in recorded_tables().filter(|table| self.shape.columns(table.name).is_some()) {
            session.attach(Some(table.name))?;
        }
        Ok(session)
    }

    fn begin(&self, act: Act, last: Option<&entry::Last>) -> WriteTx<'_> {
        let now = self.clock.now();
        let time = last
            .and_then(|last| last.time.parse::<Timestamp>().ok())
            .filter(|time| *time > now)
            .unwrap_or(now);
        WriteTx {
            read: ReadTx::new(self.conn, self.workspace, self.chain),
            act,
            stamp: Stamp(self.clock.fresh()),
            time,
            clock: self.clock,
            drawn: Cell::new(0),
            device_number: self.identity.number,
            codes: HashMap::new(),
        }
    }

    /// Signs and stores the entry, then writes the rows derived from it.
    fn append(
        &self,
        tx: &WriteTx<'_>,
        last: Option<&entry::Last>,
        changeset: Vec<u8>,
    ) -> Result<EntrySummary> {
        if tx.act.actor != self.identity.member {
            return Err(StoreError::NoKey);
        }
        let payload = Payload { changeset, reason: tx.act.reason.clone(), message: tx.act.message.encode() };
        let bytes = payload.encode();
        let mut salt = [0u8; 16];
        self.clock.random(&mut salt)?;
        let header = Header {
            stamp: tx.stamp.0,
            kind: tx.act.kind,
            workspace: self.workspace.0,
            device: self.identity.device,
            seq: entry::last_seq(self.conn, &self.identity.device.to_string())? + 1,
            parents: last.iter().map(|last| last.id).collect(),
            actor: tx.act.actor.0,
            action: tx.act.action.clone(),
            subject: tx.act.subject.map(|subject| subject.to_string()),
            time: tx.time.to_string(),
            app: self.app.to_owned(),
            schema: self.schema,
            shape: self.shape.hash(),
            payload_length: bytes.len() as u64,
            payload_hash: payload_hash(&salt, &bytes),
        };
        let line = header.to_line()?;
        let id = cairn_ledger::entry_id(&line);
        let signature = sign(&self.identity.key, &id);
        let n = last.map_or(1, |last| last.n + 1);
        entry::insert(self.conn, n, (&header, &line, &id, &signature), (&salt, &bytes))?;
        if tx.act.checkpoint {
            let (workspace, count) = (self.workspace.0, n.unsigned_abs());
            let stated = Checkpoint { workspace, head: id, count, state: None, manifest: None };
            checkpoint::keep(self.conn, count, &stated.sign(&self.identity.key).to_text())?;
        }
        derived::follow(self.conn, n, &payload.changeset, self.shape)?;
        derived::about(self.conn, n, header.subject.as_deref())?;
        if tx.act.kind != Kind::Undo {
            crate::hidden::guard(self.conn, n, &tx.time)?;
        }
        Ok(EntrySummary { n: n.unsigned_abs(), id, stamp: tx.stamp, time: tx.time.clone() })
    }

    /// Commits. A reference that leads nowhere makes COMMIT fail with the transaction still open; then it is named.
    pub fn commit(&self, transaction: Transaction<'_>) -> Result<()> {
        match self.conn.execute_batch("COMMIT") {
            Ok(()) => Ok(()),
            Err(error) => {
                let referring = (error.sqlite_error_code() == Some(ErrorCode::ConstraintViolation))
                    .then(|| references::first_broken(self.conn))
                    .and_then(Result::ok)
                    .flatten();
                // Where SQLite has rolled back by itself this has nothing left to do.
                let _ = transaction.rollback();
                Err(referring.unwrap_or_else(|| error.into()))
            }
        }
    }
}
