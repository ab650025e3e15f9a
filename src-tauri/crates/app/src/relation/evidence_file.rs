//! Files of evidence: in from a place a person chose, out to one, or shown by the system's program for them.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};

use cairn_domain::evidence::{may_open, safe_name};
use cairn_domain::id::RecordId;
use cairn_domain::role::Permission;
use cairn_store::table::blob::{MOST, measure};
use serde::{Deserialize, Serialize};

use crate::error::{AppError, AppResult, Code};
use crate::host::Host;
use crate::job::JobContext;
use crate::place::Token;
use crate::report::{WrittenFile, not_written, nothing_there, write_whole_with};
use crate::usecase::Job;

/// A file to keep: looked through once for its hash, read again when it is stored, never held whole.
pub(crate) struct Attachment {
    /// Its name.
    pub name: String,
    /// SHA-256 of its bytes, hexadecimal.
    pub sha256: String,
    /// How many bytes it has.
    pub size: u64,
    path: PathBuf,
}

impl Attachment {
    /// The bytes, from the beginning.
    pub fn open(&self) -> AppResult<File> {
        File::open(&self.path).map_err(|error| unreadable(&error, &self.name))
    }
}

fn unreadable(error: &std::io::Error, name: &str) -> AppError {
    match error.kind() {
        std::io::ErrorKind::NotFound => AppError::new(Code::Missing),
        _ => AppError::file_refused("error-evidence-unreadable").with("name", name).detail(error.to_string()),
    }
}

pub(crate) fn read_file(path: &Path) -> AppResult<Attachment> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let meta = path.metadata().map_err(|error| unreadable(&error, &name))?;
    if !meta.is_file() {
        return Err(AppError::file_refused("error-evidence-no-file").with("name", name));
    }
    if meta.len() > MOST {
        return Err(AppError::file_refused("error-evidence-too-large").with("name", name));
    }
    let mut file = File::open(path).map_err(|error| unreadable(&error, &name))?;
    let (sha256, size) = measure(&mut file).map_err(|error| match error {
        cairn_store::StoreError::Io(error) => unreadable(&error, &name),
        other => other.into(),
    })?;
    Ok(Attachment { name, sha256, size, path: path.to_owned() })
}

/// The file of a piece of evidence.
struct Kept {
    name: String,
    sha256: String,
}

fn kept(host: &Host, id: RecordId) -> AppResult<Kept> {
    host.read(Permission::Read, |cx| {
        let row = cx.tx.evidence().get(id)?;
        match row.sha256 {
            Some(sha256) => Ok(Kept { name: row.file_name.unwrap_or_default(), sha256 }),
            None => Err(AppError::refused("error-evidence-reference")),
        }
    })
}

/// Copies the bytes out, each chunk in a read of its own, so that nobody waits for a slow disk.
fn copy_out(host: &Host, job: &JobContext<'_>, sha256: &str, out: &mut File, path: &Path) -> AppResult<u64> {
    let mut copy = host.read(Permission::Read, |cx| Ok(cx.tx.begin_copy(sha256)?))?;
    let (mut done, whole) = (0, copy.size);
    while let Some(bytes) = host.read(Permission::Read, |cx| Ok(cx.tx.next_chunk(&mut copy)?))? {
        job.cancel().check()?;
        out.write_all(&bytes).map_err(|error| not_written(&error, path))?;
        done += bytes.len() as u64;
        job.progress("write", done, whole);
    }
    Ok(done)
}

/// Writes the file of a piece of evidence where a person wants it.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "EvidenceSaveInput")]
pub struct SaveEvidence {
    /// The evidence.
    pub id: RecordId,
    /// Where to write, from a save dialog.
    pub file: Token,
    /// Whether a file that is there is kept and the write refused; a save dialog has asked already.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub keep: bool,
}

impl Job for SaveEvidence {
    const NAME: &'static str = "evidence.save";
    const TAGS: &'static [crate::tag::Tag] = &[];
    const PERMISSION: Permission = Permission::Read;
    type Output = WrittenFile;

    fn run(self, host: &Host, job: &JobContext<'_>) -> AppResult<Self::Output> {
        let path = host.places.path(&self.file)?;
        let kept = kept(host, self.id)?;
        if self.keep {
            nothing_there(host, &path)?;
        }
        let mut bytes = 0;
        write_whole_with(host, &path, |out| {
            bytes = copy_out(host, job, &kept.sha256, out, &path)?;
            Ok(())
        })?;
        Ok(WrittenFile { file: host.admit(&path), bytes, warnings: Vec::new(), problems: Vec::new() })
    }
}

/// Shows the file of a piece of evidence with the system's program for it, from a copy that is cleared away again.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "EvidenceOpenInput")]
pub struct OpenEvidence {
    /// The evidence.
    pub id: RecordId,
}

impl Job for OpenEvidence {
    const NAME: &'static str = "evidence.open";
    const TAGS: &'static [crate::tag::Tag] = &[];
    const PERMISSION: Permission = Permission::Read;
    type Output = ();

    fn run(self, host: &Host, job: &JobContext<'_>) -> AppResult<()> {
        let kept = kept(host, self.id)?;
        if !may_open(&kept.name) {
            return Err(AppError::refused("error-evidence-only-saved").with("name", kept.name));
        }
        let made = host.copies.make(&safe_name(&kept.name));
        let (path, mut file) = made.map_err(|error| not_written(&error, Path::new(&kept.name)))?;
        let failed = |error: std::io::Error| not_written(&error, &path);
        let copied = copy_out(host, job, &kept.sha256, &mut file, &path).and_then(|_| {
            // What is changed in the copy would be lost: the other program is told that it only may look.
            let mut rights = file.metadata().map_err(failed)?.permissions();
            rights.set_readonly(true);
            std::fs::set_permissions(&path, rights).map_err(failed)
        });
        drop(file);
        copied.and_then(|()| host.show_file(&path)).inspect_err(|_| {
            let _ = std::fs::remove_file(&path);
        })
    }
}
