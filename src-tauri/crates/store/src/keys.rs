//! Signing keys of this computer.
//!
//! A private key is split in two halves of equal length, each worth nothing without the other: a random one is kept in
//! the workspace file, the difference in a file of the config folder (docs/adr/0012). Where the workspace file is
//! encrypted, the key therefore needs the passphrase; where it is not, the key is "not protected".

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use cairn_domain::id::{MemberId, WorkspaceId};
use cairn_ledger::{DeviceKeyId, SigningKey};
use zeroize::Zeroizing;

use crate::clock::Clock;
use crate::error::{Result, StoreError};

const TAG: &str = "cairn-key/1";

/// The folder that holds this computer's halves of the keys.
#[derive(Debug, Clone)]
pub struct KeyStore {
    folder: Option<Arc<Path>>,
}

/// A private key and its two halves.
pub(crate) struct NewKey {
    pub key: SigningKey,
    /// Goes into the workspace file.
    pub share: [u8; 32],
}

/// A key of this computer, without the other half.
pub(crate) struct HalfKey {
    pub device: DeviceKeyId,
    pub member: MemberId,
    half: Zeroizing<[u8; 32]>,
}

impl NewKey {
    pub fn draw(clock: &dyn Clock) -> Result<Self> {
        let mut secret = Zeroizing::new([0u8; 32]);
        clock.random(secret.as_mut())?;
        let mut share = [0u8; 32];
        clock.random(&mut share)?;
        Ok(Self { key: SigningKey::from_bytes(&secret), share })
    }
}

impl HalfKey {
    /// The key, if the other half fits.
    pub fn join(&self, share: &[u8]) -> Result<SigningKey> {
        let share: [u8; 32] = share.try_into().map_err(|_| StoreError::KeyMismatch)?;
        let key = SigningKey::from_bytes(&difference(&self.half, &share));
        if key.public().device_id() == self.device { Ok(key) } else { Err(StoreError::KeyMismatch) }
    }
}

fn difference(a: &[u8; 32], b: &[u8; 32]) -> Zeroizing<[u8; 32]> {
    let mut out = Zeroizing::new([0u8; 32]);
    for ((to, a), b) in out.iter_mut().zip(a).zip(b) {
        *to = a ^ b;
    }
    out
}

fn refuse(path: &Path, error: &dyn std::fmt::Display) -> StoreError {
    StoreError::KeyStore(format!("{}: {error}", path.display()))
}

impl KeyStore {
    /// Keys below this config folder.
    #[must_use]
    pub fn at(config: &Path) -> Self {
        Self { folder: Some(config.join("keys").into()) }
    }

    /// Keys that are forgotten with the process: for workspaces in memory and copies that are only looked at.
    #[must_use]
    pub fn none() -> Self {
        Self { folder: None }
    }

    /// The config folder: `CAIRN_CONFIG_DIR`, else the user's config folder of the system.
    ///
    /// # Errors
    /// When the system names none.
    pub fn config_folder() -> Result<PathBuf> {
        if let Some(folder) = std::env::var_os("CAIRN_CONFIG_DIR").filter(|folder| !folder.is_empty()) {
            return Ok(folder.into());
        }
        let none =
            || StoreError::KeyStore("the system names no config folder; set CAIRN_CONFIG_DIR".to_owned());
        dirs::config_dir().map(|folder| folder.join("cairn")).ok_or_else(none)
    }

    fn workspace_folder(&self, workspace: WorkspaceId) -> Option<PathBuf> {
        Some(self.folder.as_ref()?.join(workspace.to_string()))
    }

    /// Keeps this computer's half of a key.
    pub(crate) fn save(&self, workspace: WorkspaceId, member: MemberId, new: &NewKey) -> Result<()> {
        let Some(folder) = self.workspace_folder(workspace) else { return Ok(()) };
        let half = difference(&new.key.to_bytes(), &new.share);
        let text =
            Zeroizing::new(format!("{TAG}\n{member}\n{}\n", Zeroizing::new(hex::encode(&half[..])).as_str()));
        let path = folder.join(format!("{}.key", new.key.public().device_id()));
        write_private(&folder, &path, text.as_bytes()).map_err(|error| refuse(&path, &error))
    }

    /// The halves of keys this computer has for a workspace.
    pub(crate) fn halves(&self, workspace: WorkspaceId) -> Result<Vec<HalfKey>> {
        let Some(folder) = self.workspace_folder(workspace) else { return Ok(Vec::new()) };
        let entries = match std::fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(refuse(&folder, &error)),
        };
        let mut halves = Vec::new();
        for entry in entries {
            let path = entry.map_err(|error| refuse(&folder, &error))?.path();
            if path.extension().is_some_and(|extension| extension == "key") {
                let text = std::fs::read_to_string(&path).map_err(|error| refuse(&path, &error))?;
                let text = Zeroizing::new(text);
                halves.push(parse(&path, &text).ok_or_else(|| refuse(&path, &"is no key"))?);
            }
        }
        Ok(halves)
    }

    /// Remembers how far a device has written, so that a restored older file is noticed.
    pub(crate) fn remember_seq(&self, workspace: WorkspaceId, device: &DeviceKeyId, seq: u64) -> Result<()> {
        let Some(folder) = self.workspace_folder(workspace) else { return Ok(()) };
        let path = folder.join(format!("{device}.seq"));
        // Written in place and always of one length: shortening the file first would cost a flush at every write.
        let file = std::fs::OpenOptions::new().write(true).create(true).truncate(false).open(&path);
        file.and_then(|mut file| write!(file, "{seq:020}")).map_err(|error| refuse(&path, &error))
    }

    /// How far a device has written as far as this computer knows; 0 when it does not.
    pub(crate) fn remembered_seq(&self, workspace: WorkspaceId, device: &DeviceKeyId) -> u64 {
        let path = self.workspace_folder(workspace).map(|folder| folder.join(format!("{device}.seq")));
        path.and_then(|path| std::fs::read_to_string(path).ok())
            .and_then(|text| text.trim().parse().ok())
            .unwrap_or(0)
    }

    /// Whether this computer has opened the workspace before.
    pub(crate) fn knows(&self, workspace: WorkspaceId) -> bool {
        self.workspace_folder(workspace).is_some_and(|folder| folder.is_dir())
    }

    /// Remembers that the workspace was opened and its pages were found sound.
    pub(crate) fn remember(&self, workspace: WorkspaceId) -> Result<()> {
        let Some(folder) = self.workspace_folder(workspace) else { return Ok(()) };
        private_folder(&folder).map_err(|error| refuse(&folder, &error))
    }
}

fn parse(path: &Path, text: &str) -> Option<HalfKey> {
    let mut lines = text.lines();
    let (tag, member, half) = (lines.next()?, lines.next()?, lines.next()?);
    let mut bytes = Zeroizing::new([0u8; 32]);
    hex::decode_to_slice(half, bytes.as_mut()).ok()?;
    let device = path.file_stem()?.to_str()?.parse().ok()?;
    (tag == TAG).then_some(HalfKey { device, member: member.parse().ok()?, half: bytes })
}

/// Makes a folder that only its owner can enter.
pub(crate) fn private_folder(folder: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Writes a file that only its owner can read: beside it first, then renamed, so that a crash leaves nothing half.
fn write_private(folder: &Path, path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    private_folder(folder)?;
    let beside = path.with_extension("new");
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&beside)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    drop(file);
    std::fs::rename(&beside, path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::SystemClock;

    #[test]
    fn two_halves_make_the_key_and_one_does_not() {
        let folder = tempfile::tempdir().unwrap();
        let store = KeyStore::at(folder.path());
        let workspace = WorkspaceId(SystemClock.fresh());
        let member = MemberId(SystemClock.fresh());
        let new = NewKey::draw(&SystemClock).unwrap();
        assert!(!store.knows(workspace));
        store.save(workspace, member, &new).unwrap();
        let halves = store.halves(workspace).unwrap();
        let half = halves.first().unwrap();
        assert_eq!((halves.len(), half.member), (1, member));
        assert_eq!(*half.join(&new.share).unwrap().to_bytes(), *new.key.to_bytes());
        assert!(matches!(half.join(&[7; 32]), Err(StoreError::KeyMismatch)));
        let path = folder.path().join(format!("keys/{workspace}/{}.key", half.device));
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(!text.contains(&hex::encode(&new.key.to_bytes()[..])));
        #[cfg(unix)]
        {
            let mode = std::os::unix::fs::PermissionsExt::mode(&path.metadata().unwrap().permissions());
            assert_eq!(mode & 0o777, 0o600);
        }
    }

    #[test]
    fn sequences_are_remembered() {
        let folder = tempfile::tempdir().unwrap();
        let store = KeyStore::at(folder.path());
        let workspace = WorkspaceId(SystemClock.fresh());
        let device = NewKey::draw(&SystemClock).unwrap().key.public().device_id();
        assert_eq!(store.remembered_seq(workspace, &device), 0);
        store.remember(workspace).unwrap();
        store.remember_seq(workspace, &device, 41).unwrap();
        assert_eq!(store.remembered_seq(workspace, &device), 41);
    }
}
