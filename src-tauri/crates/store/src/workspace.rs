//! The open workspace: one file of one organisation.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use cairn_domain::id::{MemberId, WorkspaceId};
use cairn_domain::time::Timestamp;
use cairn_ledger::{Checkpoint, DeviceKeyId, EntryId, Kind};
use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::clock::Clock;
use crate::connection::{self, Sort};
use crate::derived;
use crate::error::{Result, StoreError};
use crate::keys::KeyStore;
use crate::read::ReadTx;
use crate::registry::{TABLES, Table};
use crate::schema::{CHAIN, Chain};
use crate::secret::Passphrase;
use crate::table::device::device_row_id;
use crate::table::{device_key, entry};
use crate::undo::TAKEN_BACK;
use crate::write::{Act, Identity, Message, Pen, WriteTx, Written};

/// An open workspace. One program may hold several; each is used by one thread at a time.
pub struct Workspace {
    pub(crate) conn: Connection,
    pub(crate) path: Option<PathBuf>,
    pub(crate) passphrase: Option<Passphrase>,
    pub(crate) id: WorkspaceId,
    pub(crate) identity: Option<Identity>,
    pub(crate) keys: KeyStore,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) app: String,
    pub(crate) chain: &'static Chain,
    pub(crate) schema: u32,
    pub(crate) behind: bool,
    /// Which file was opened.
    pub(crate) file: Option<(u64, u64)>,
    pub(crate) read_only: bool,
}

/// The newest entry of a workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Number of entries.
    pub entries: u64,
    /// Id of the newest.
    pub id: EntryId,
    /// Its time.
    pub time: Timestamp,
}

/// What a workspace file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Info {
    /// The organisation's name.
    pub organisation: String,
    /// Version of the schema.
    pub format: u32,
    /// Whether the file is encrypted.
    pub encrypted: bool,
    /// The newest entry.
    pub head: Head,
    /// Every table with its class and number of rows.
    pub tables: Vec<(Table, u64)>,
}

/// What is needed to open a workspace beside its path.
pub(crate) struct Opening<'a> {
    pub passphrase: Option<Passphrase>,
    pub version: &'a str,
    pub clock: Arc<dyn Clock>,
    pub keys: &'a KeyStore,
    pub chain: &'static Chain,
    pub patience: Duration,
    /// The folder below which backups go; none keeps the one before a migration beside the file.
    pub backups: Option<&'a Path>,
}

impl Workspace {
    /// Opens a workspace file after it has passed the gates: is it one, does the passphrase fit, does this program know
    /// its format, is its schema ours word for word. `version` of the program goes into the entries it writes.
    ///
    /// # Errors
    /// [`StoreError::Missing`], [`StoreError::NotAWorkspace`], [`StoreError::PassphraseNeeded`],
    /// [`StoreError::WrongPassphrase`], [`StoreError::NewerFormat`], [`StoreError::OlderFormat`] when this computer cannot
    /// bring the file on, [`StoreError::Damaged`], [`StoreError::Busy`].
    pub fn open(
        path: &Path,
        passphrase: Option<Passphrase>,
        version: &str,
        clock: Arc<dyn Clock>,
        keys: &KeyStore,
    ) -> Result<Self> {
        let patience = connection::PATIENCE;
        let opening = Opening { passphrase, version, clock, keys, chain: &CHAIN, patience, backups: None };
        Self::open_with(path, opening)
    }

    /// As [`Workspace::open`]; a backup taken before a migration goes below the folder `backups`.
    ///
    /// # Errors
    /// As [`Workspace::open`].
    pub fn open_with_backups(
        path: &Path,
        passphrase: Option<Passphrase>,
        version: &str,
        clock: Arc<dyn Clock>,
        keys: &KeyStore,
        backups: &Path,
    ) -> Result<Self> {
        let patience = connection::PATIENCE;
        let backups = Some(backups);
        Self::open_with(path, Opening { passphrase, version, clock, keys, chain: &CHAIN, patience, backups })
    }

    pub(crate) fn open_with(path: &Path, opening: Opening<'_>) -> Result<Self> {
        let encrypted = connection::sort_of(path)? == Sort::Encrypted;
        if encrypted && opening.passphrase.is_none() {
            return Err(StoreError::PassphraseNeeded);
        }
        let passphrase = opening.passphrase.filter(|_| encrypted);
        let conn = connection::connect(path, passphrase.as_ref(), false)?;
        conn.busy_timeout(opening.patience)?;
        let gate = connection::gate(&conn, encrypted, opening.chain);
        let schema = gate.map_err(|error| connection::not_opened(path, error))?;
        let id = connection::workspace_of(&conn)?;
        if !opening.keys.knows(id) {
            connection::quick_check(&conn)?;
        }
        connection::prepare(&conn)?;
        let read_only = conn.is_readonly(rusqlite::MAIN_DB)? || !connection::can_write(&conn)?;
        conn.busy_timeout(opening.patience)?;
        let mut workspace = Self {
            conn,
            path: Some(path.to_owned()),
            passphrase,
            id,
            identity: None,
            keys: opening.keys.clone(),
            clock: opening.clock,
            app: format!("cairn/{}", opening.version),
            chain: opening.chain,
            schema,
            behind: false,
            file: connection::file_id(path),
            read_only,
        };
        workspace.take_identity(None)?;
        workspace.upgrade(opening.backups)?;
        workspace.refresh_derived()?;
        // Only spares the next opening a look at every page.
        let _ = workspace.keys.remember(id);
        Ok(workspace)
    }

    /// A workspace around a connection whose schema is made and whose ledger is still empty.
    pub(crate) fn unborn(
        conn: Connection,
        id: WorkspaceId,
        opening: Opening<'_>,
        path: Option<PathBuf>,
    ) -> Self {
        let file = path.as_deref().and_then(connection::file_id);
        Self {
            conn,
            path,
            passphrase: opening.passphrase,
            id,
            identity: None,
            keys: opening.keys.clone(),
            clock: opening.clock,
            app: format!("cairn/{}", opening.version),
            chain: opening.chain,
            schema: opening.chain.newest(),
            behind: false,
            file,
            read_only: false,
        }
    }

    /// Takes up the signing key of this computer: the member's, or the one admitted first.
    pub(crate) fn take_identity(&mut self, member: Option<MemberId>) -> Result<()> {
        let mut found: Vec<Identity> = Vec::new();
        for half in self.keys.halves(self.id)? {
            let Some(stored) = device_key::find(&self.conn, &half.device)? else { continue };
            let row =
                ReadTx::new(&self.conn, self.id, self.chain).device().find(device_row_id(&half.device))?;
            let Some(row) = row.filter(|row| row.revoked_at.is_none() && row.member == half.member) else {
                continue;
            };
            if member.is_some_and(|member| member != row.member) {
                continue;
            }
            let key = half.join(&stored.share)?;
            let number = u32::try_from(row.number).unwrap_or(0);
            found.push(Identity { device: half.device, member: half.member, number, key });
        }
        // A renewed device replaces the earlier ones of the same member; of several members the first comes first.
        let first = found.iter().min_by_key(|identity| identity.number).map(|identity| identity.member);
        let chosen = found.into_iter().filter(|one| Some(one.member) == first).max_by_key(|one| one.number);
        match (chosen, member) {
            (None, Some(_)) => return Err(StoreError::NoKey),
            (chosen, _) => self.identity = chosen,
        }
        self.behind = match &self.identity {
            Some(identity) => {
                let here = entry::last_seq(&self.conn, &identity.device.to_string())?;
                here < self.keys.remembered_seq(self.id, &identity.device)
            }
            None => false,
        };
        Ok(())
    }

    /// Brings an older file to this program's schema, in one transaction with its entry. Where that cannot be, today's
    /// queries do not fit the file, so it is refused.
    fn upgrade(&mut self, backups: Option<&Path>) -> Result<()> {
        let newest = self.chain.newest();
        if self.schema == newest {
            return Ok(());
        }
        if self.read_only || self.identity.is_none() {
            return Err(StoreError::OlderFormat { found: self.schema, supported: newest });
        }
        self.keep_before_upgrade(backups)?;
        if self.behind {
            // A restored backup: the new key comes first, so that the old one does not sign the migration.
            self.renew_device()?;
        }
        let identity = self.identity.as_ref().ok_or(StoreError::NoKey)?;
        let transaction = Transaction::new_unchecked(&self.conn, TransactionBehavior::Immediate)?;
        for version in self.schema + 1..=newest {
            self.chain.migrate(&self.conn, version - 1, version)?;
            let name = self.chain.step(version).map_or("", |step| step.name);
            let shape = self.chain.shape(version)?;
            let pen = self.pen(identity, version, &shape);
            let mut act = Act::new(identity.member, "schema.migrate").kind(Kind::Schema);
            act.message =
                Message::new("history-schema-migrate").number("version", version.into()).text("name", name);
            pen.write_within::<(), StoreError>(act, |_| Ok(()))?;
        }
        transaction.commit()?;
        self.schema = newest;
        self.remember_seq()
    }

    fn refresh_derived(&mut self) -> Result<()> {
        if self.read_only || derived::is_current(&self.conn)? {
            return Ok(());
        }
        self.rebuild_derived()
    }

    /// Makes the rows anew that hold nothing of their own: history by record, codes once in use, the search index.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn rebuild_derived(&self) -> Result<()> {
        if self.read_only {
            return Ok(());
        }
        let transaction = Transaction::new_unchecked(&self.conn, TransactionBehavior::Immediate)?;
        derived::rebuild(&self.conn, self.chain)?;
        Ok(transaction.commit()?)
    }

    pub(crate) fn pen<'a>(
        &'a self,
        identity: &'a Identity,
        schema: u32,
        shape: &'a crate::schema::Shape,
    ) -> Pen<'a> {
        Pen {
            conn: &self.conn,
            workspace: self.id,
            identity,
            app: &self.app,
            schema,
            chain: self.chain,
            shape,
            clock: &*self.clock,
        }
    }

    /// Remembers how far this device has written. Only a hint for noticing a restored file, so a failure is no reason
    /// to report a write that is safely in the file as failed.
    pub(crate) fn remember_seq(&self) -> Result<()> {
        if let Some(identity) = &self.identity {
            let seq = entry::last_seq(&self.conn, &identity.device.to_string())?;
            let _ = self.keys.remember_seq(self.id, &identity.device, seq);
        }
        Ok(())
    }

    /// Reads within one consistent view.
    ///
    /// # Errors
    /// Whatever the function gives, or [`StoreError::Busy`].
    pub fn read<T, E: From<StoreError>>(
        &self,
        body: impl FnOnce(&ReadTx<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        let transaction = Transaction::new_unchecked(&self.conn, TransactionBehavior::Deferred);
        let transaction = transaction.map_err(StoreError::from)?;
        let value = body(&ReadTx::new(&self.conn, self.id, self.chain));
        drop(transaction);
        value
    }

    /// Writes within one transaction and commits it with its signed entry. When the function fails, or changes nothing
    /// and is no recorded act, nothing is written.
    ///
    /// # Errors
    /// Whatever the function gives; [`StoreError::NoKey`] when this computer has no key for the acting member;
    /// [`StoreError::Busy`], [`StoreError::ReadOnly`], [`StoreError::DiskFull`], [`StoreError::Reference`].
    pub fn write<T, E: From<StoreError>>(
        &mut self,
        act: Act,
        body: impl FnOnce(&mut WriteTx<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<Written<T>, E> {
        if self.read_only {
            return Err(StoreError::ReadOnly.into());
        }
        if self.behind {
            self.renew_device()?;
        }
        self.write_as_is(act, body)
    }

    /// As [`Workspace::write`], in the schema the file has and with the key at hand.
    pub(crate) fn write_as_is<T, E: From<StoreError>>(
        &self,
        act: Act,
        body: impl FnOnce(&mut WriteTx<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<Written<T>, E> {
        let identity = self.identity.as_ref().ok_or(StoreError::NoKey)?;
        let shape = self.chain.shape(self.schema)?;
        let written = self.pen(identity, self.schema, &shape).write(act, |tx| {
            // Looked at while nobody else writes: the file may have been replaced, or this device revoked, since.
            self.may_sign(identity, tx)?;
            body(tx)
        })?;
        if written.entry.is_some() {
            self.remember_seq()?;
        }
        Ok(written)
    }

    /// Takes back an entry; see [`WriteTx::undo`].
    ///
    /// # Errors
    /// As [`WriteTx::undo`] and [`Workspace::write`].
    pub fn undo(&mut self, n: u64, actor: MemberId) -> Result<Written<usize>> {
        let number = i64::try_from(n).unwrap_or(i64::MAX);
        self.write(Act::new(actor, "entry.undo"), |tx| {
            tx.describe(None, Message::new("history-entry-undo").number(TAKEN_BACK, number));
            tx.undo(n)
        })
    }

    /// The newest entry.
    ///
    /// # Errors
    /// When reading fails.
    pub fn head(&self) -> Result<Head> {
        let damaged = || StoreError::Damaged("the ledger has no entry".to_owned());
        let last = entry::last(&self.conn)?.ok_or_else(damaged)?;
        let time =
            last.time.parse().map_err(|_| StoreError::Damaged("the time of the last entry".to_owned()))?;
        Ok(Head { entries: last.n.unsigned_abs(), id: last.id, time })
    }

    /// The checkpoint of the newest entry: what a report prints and a teammate remembers.
    ///
    /// # Errors
    /// When reading fails.
    pub fn checkpoint(&self) -> Result<Checkpoint> {
        let head = self.head()?;
        Ok(Checkpoint {
            workspace: self.id.0,
            head: head.id,
            count: head.entries,
            state: None,
            manifest: None,
        })
    }

    /// What the file holds.
    ///
    /// # Errors
    /// When reading fails.
    pub fn info(&self) -> Result<Info> {
        self.read(|tx| {
            let mut tables = Vec::with_capacity(TABLES.len());
            for table in TABLES {
                let sql = format!("SELECT count(*) FROM {}", table.name);
                let rows: i64 = tx.connection().query_row(&sql, [], |row| row.get(0))?;
                tables.push((*table, rows.unsigned_abs()));
            }
            Ok(Info {
                organisation: tx.organisation().the()?.name,
                format: self.schema,
                encrypted: self.is_encrypted(),
                head: self.head()?,
                tables,
            })
        })
    }

    /// The workspace's id.
    #[must_use]
    pub fn id(&self) -> WorkspaceId {
        self.id
    }

    /// The file; none for a workspace in memory.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// Whether the file is encrypted.
    #[must_use]
    pub fn is_encrypted(&self) -> bool {
        self.passphrase.is_some()
    }

    /// The device of this computer; none when it has no key here and can only read.
    #[must_use]
    pub fn device(&self) -> Option<DeviceKeyId> {
        self.identity.as_ref().map(|identity| identity.device)
    }

    /// Whether the signing key of this computer needs the passphrase. It does exactly when the file is encrypted.
    #[must_use]
    pub fn is_key_protected(&self) -> bool {
        self.is_encrypted() && self.identity.is_some()
    }

    /// Whether nothing can be written: the file or its folder is write-protected.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.read_only
    }

    /// Who works here: the member of this computer's key; none when it has none and can only read.
    #[must_use]
    pub fn me(&self) -> Option<MemberId> {
        self.identity.as_ref().map(|identity| identity.member)
    }
}
