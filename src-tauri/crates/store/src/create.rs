//! New workspaces, and the devices that sign in them.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use cairn_domain::id::{MemberId, RecordId, WorkspaceId};
use cairn_domain::record::RecordKind;
use cairn_domain::role::{Affiliation, MemberKind, Role};
use cairn_ledger::{DeviceKeyId, Kind};
use rusqlite::{Connection, Transaction, TransactionBehavior};
use sha2::{Digest, Sha256};

use crate::backup::with_suffix;
use crate::clock::Clock;
use crate::connection;
use crate::error::{Result, StoreError};
use crate::keys::{KeyStore, NewKey};
use crate::schema::{APPLICATION_ID, CHAIN, Chain};
use crate::secret::Passphrase;
use crate::table::device::{Device, device_row_id};
use crate::table::device_key::{self, StoredKey};
use crate::table::member::Member;
use crate::table::organisation::Organisation;
use crate::workspace::{Opening, Workspace};
use crate::write::{Act, Identity, Message, WriteTx, Written};

/// What a new workspace begins with.
#[derive(Debug, Clone)]
pub struct NewWorkspace {
    /// The organisation's name.
    pub organisation: String,
    /// Language of the workspace and of its reports, for example `en`.
    pub language: String,
    /// Name of the person who starts it.
    pub lead_name: String,
    /// Their job title.
    pub lead_job_title: Option<String>,
    /// Own staff or consultant.
    pub lead_affiliation: Affiliation,
    /// Their roles.
    pub lead_roles: BTreeSet<Role>,
    /// What to call this computer; never taken from the operating system.
    pub device_name: String,
    /// Passphrase; none leaves the file unencrypted.
    pub passphrase: Option<Passphrase>,
    /// Version of the program, for example `0.1.0`.
    pub app_version: String,
}

impl Workspace {
    /// Makes a workspace file: the schema by running the whole chain, then the genesis entry with organisation, first
    /// member and first device, all in one transaction.
    ///
    /// # Errors
    /// [`StoreError::Exists`] when something is at the path; [`StoreError::ReadOnly`] when the folder cannot be written.
    pub fn create(path: &Path, new: &NewWorkspace, clock: Arc<dyn Clock>, keys: &KeyStore) -> Result<Self> {
        claim(path)?;
        let made = connection::connect(path, new.passphrase.as_ref(), true)
            .and_then(|conn| Self::begin(conn, Some(path), new, clock, keys, &CHAIN));
        if made.is_err() {
            // The file was made a moment ago by this call and holds nothing.
            let _ = std::fs::remove_file(path);
        }
        made
    }

    /// A workspace in memory, through the same steps; its key is forgotten with it.
    ///
    /// # Errors
    /// As [`Workspace::create`].
    pub fn in_memory(new: &NewWorkspace, clock: Arc<dyn Clock>) -> Result<Self> {
        let new = NewWorkspace { passphrase: None, ..new.clone() };
        Self::begin(connection::in_memory()?, None, &new, clock, &KeyStore::none(), &CHAIN)
    }

    pub(crate) fn begin(
        conn: Connection,
        path: Option<&Path>,
        new: &NewWorkspace,
        clock: Arc<dyn Clock>,
        keys: &KeyStore,
        chain: &'static Chain,
    ) -> Result<Self> {
        connection::prepare(&conn)?;
        let id = WorkspaceId(clock.fresh());
        let member = MemberId(clock.fresh());
        let key = NewKey::draw(&*clock)?;
        keys.save(id, member, &key)?;
        let opening = Opening {
            passphrase: new.passphrase.clone(),
            version: &new.app_version,
            clock,
            keys,
            chain,
            patience: connection::PATIENCE,
            backups: None,
        };
        let mut workspace = Self::unborn(conn, id, opening, path.map(Path::to_owned));
        let share = key.share;
        workspace.identity =
            Some(Identity { device: key.key.public().device_id(), member, number: 0, key: key.key });
        workspace.genesis(new, share)?;
        workspace.remember_seq()?;
        Ok(workspace)
    }

    fn genesis(&self, new: &NewWorkspace, share: [u8; 32]) -> Result<()> {
        let identity = self.identity.as_ref().ok_or(StoreError::NoKey)?;
        let transaction = Transaction::new_unchecked(&self.conn, TransactionBehavior::Immediate)?;
        self.chain.migrate(&self.conn, 0, self.schema)?;
        self.conn.pragma_update(None, "application_id", APPLICATION_ID)?;
        let shape = self.chain.shape(self.schema)?;
        let pen = self.pen(identity, self.schema, &shape);
        let mut act = Act::new(identity.member, "workspace.create").kind(Kind::Genesis);
        act.message = Message::new("history-workspace-create").text("organisation", &new.organisation);
        pen.write_within::<(), StoreError>(act, |tx| {
            let rev = tx.stamp();
            tx.organisation().insert(&Organisation {
                id: RecordId(self.id.0),
                rev,
                name: new.organisation.clone(),
                language: new.language.clone(),
                report_language: new.language.clone(),
                sector: None,
                description: None,
                stage1_on: None,
                stage2_on: None,
                scope_statement: None,
                classification_mark: None,
            })?;
            let id = RecordId::from(identity.member);
            tx.create_record_with_id(id, RecordKind::Member, &new.lead_name, None, None)?;
            tx.member().insert(&Member {
                id,
                rev,
                roles: new.lead_roles.clone(),
                kind: MemberKind::Person,
                affiliation: new.lead_affiliation,
                job_title: new.lead_job_title.clone(),
                active: true,
            })?;
            admit(tx, identity.member, &identity.key.public(), share, &new.device_name).map(|_| ())
        })?;
        pen.commit(transaction)
    }

    /// Admits a device with a new key for a member, in an entry of its own signed by who acts now. The key is kept on
    /// this computer.
    ///
    /// # Errors
    /// As [`Workspace::write`]; [`StoreError::NotFound`] for an unknown member.
    pub fn admit_device(&mut self, member: MemberId, name: &str) -> Result<Written<DeviceKeyId>> {
        if self.behind {
            self.renew_device()?;
        }
        self.admit_new(member, name)
    }

    fn admit_new(&self, member: MemberId, name: &str) -> Result<Written<DeviceKeyId>> {
        if self.read_only {
            return Err(StoreError::ReadOnly);
        }
        let actor = self.me().ok_or(StoreError::NoKey)?;
        let new = NewKey::draw(&*self.clock)?;
        self.keys.save(self.id, member, &new)?;
        let public = new.key.public();
        let written = self.write_as_is(Act::new(actor, "device.admit").kind(Kind::Device), |tx| {
            tx.member().by_id(member)?;
            tx.describe(Some(member.into()), Message::new("history-device-admit").text("device", name));
            admit(tx, member, &public, new.share, name)?;
            Ok::<_, StoreError>(public.device_id())
        })?;
        Ok(written)
    }

    /// Works from now on as another member whose key this computer has.
    ///
    /// # Errors
    /// [`StoreError::NoKey`] when it has none.
    pub fn act_as(&mut self, member: MemberId) -> Result<()> {
        self.take_identity(Some(member))
    }

    /// A restored or copied file is behind what this device has written elsewhere. Writing on with the same key would
    /// give two entries one place in its sequence, so it admits a new key first and uses that.
    pub(crate) fn renew_device(&mut self) -> Result<()> {
        let me = self.me().ok_or(StoreError::NoKey)?;
        self.behind = false;
        let name = match &self.identity {
            Some(identity) => self.read(|tx| tx.device().get(device_row_id(&identity.device)))?.name,
            None => String::new(),
        };
        self.admit_new(me, &name)?;
        self.take_identity(Some(me))
    }
}

/// Writes the recorded row and the key beside the ledger.
fn admit(
    tx: &mut WriteTx<'_>,
    member: MemberId,
    public: &cairn_ledger::PublicKey,
    share: [u8; 32],
    name: &str,
) -> Result<Device> {
    let device = public.device_id();
    let row = Device {
        id: device_row_id(&device),
        rev: tx.stamp(),
        member,
        public_key: public.to_string(),
        share_hash: hex::encode(Sha256::digest(share)),
        number: tx.device().next_number()?,
        name: name.to_owned(),
        admitted_at: tx.time().clone(),
        revoked_at: None,
    };
    tx.device().insert(&row)?;
    device_key::insert(
        tx.connection(),
        &StoredKey {
            device: device.to_string(),
            member: member.to_string(),
            public_key: public.to_string(),
            share: share.to_vec(),
        },
    )?;
    Ok(row)
}

/// Makes the file, and only if nothing is there.
fn claim(path: &Path) -> Result<()> {
    match std::fs::OpenOptions::new().write(true).create_new(true).open(path) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists && !was_left(path) => {
            Err(StoreError::Exists(path.to_owned()))
        }
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::PermissionDenied => Err(StoreError::ReadOnly),
        Err(error) => Err(error.into()),
    }
}

/// Whether a program that was ended while it made a workspace left this: an empty file, or one that is empty once its
/// journal has been rolled back.
fn was_left(path: &Path) -> bool {
    let is_empty = || path.metadata().is_ok_and(|data| data.is_file() && data.len() == 0);
    if !is_empty() && with_suffix(path, "-journal").is_file() {
        let rolled_back = Connection::open(path).and_then(|conn| {
            conn.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get::<_, i64>(0))
        });
        return rolled_back.is_ok_and(|tables| tables == 0) && is_empty();
    }
    is_empty()
}
