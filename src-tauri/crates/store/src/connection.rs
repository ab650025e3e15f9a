//! Connections: how a file is opened, what is switched off, and the gates a file passes before it is trusted.

use std::io::Read;
use std::path::Path;
use std::time::Duration;

use cairn_domain::id::WorkspaceId;
use cairn_ledger::Header;
use rusqlite::config::DbConfig;
use rusqlite::functions::FunctionFlags;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, ErrorCode, OpenFlags};

use crate::error::{Result, StoreError};
use crate::schema::{APPLICATION_ID, Chain};
use crate::secret::Passphrase;
use crate::table::entry;

/// How long a statement waits for another program.
pub(crate) const PATIENCE: Duration = Duration::from_secs(10);
/// Size of a page; SQLCipher and SQLite agree on it.
const PAGE: usize = 4096;
const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// What the first bytes say of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sort {
    /// A database in plain form.
    Plain,
    /// What could be an encrypted database.
    Encrypted,
}

/// Looks at a file without opening it as a database.
pub(crate) fn sort_of(path: &Path) -> Result<Sort> {
    let mut file = std::fs::File::open(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => StoreError::Missing(path.to_owned()),
        _ => StoreError::Io(error),
    })?;
    let data = file.metadata()?;
    if !data.is_file() {
        return Err(StoreError::NotAWorkspace("it is a folder".to_owned()));
    }
    let mut page = Vec::with_capacity(PAGE);
    file.by_ref().take(PAGE as u64).read_to_end(&mut page)?;
    if page.starts_with(MAGIC) {
        return Ok(Sort::Plain);
    }
    // An encrypted file is whole pages of noise. Noise of 4,096 bytes holds nearly all 256 values; text, PDF and zip
    // headers do not.
    let mut seen = [false; 256];
    for byte in &page {
        if let Some(mark) = seen.get_mut(usize::from(*byte)) {
            *mark = true;
        }
    }
    let values = seen.iter().filter(|mark| **mark).count();
    if page.len() < PAGE || values < 250 {
        return Err(StoreError::NotAWorkspace("it is not a database".to_owned()));
    }
    if data.len().is_multiple_of(PAGE as u64) {
        return Ok(Sort::Encrypted);
    }
    // Noise of any length may be any file; only its name says that it was a workspace, and its first bytes may say that
    // it never was one.
    if !of_another_kind(&page) && path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("cairn"))
    {
        return Err(StoreError::Damaged("its end is cut off".to_owned()));
    }
    Err(StoreError::NotAWorkspace("it is not a database".to_owned()))
}

/// What the files of other programs begin with that are dense enough to pass for noise: archives and the documents made
/// of them, pictures, sound, films, programs. Text and plain databases never come as far.
const OTHERS: [&[u8]; 24] = [
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"%PDF-",
    b"\x89PNG\r\n\x1a\n",
    b"\xff\xd8\xff\xdb",
    b"\xff\xd8\xff\xe0",
    b"\xff\xd8\xff\xe1",
    b"\xff\xd8\xff\xee",
    b"GIF87a",
    b"GIF89a",
    b"II*\0",
    b"MM\0*",
    b"RIFF",
    b"\x1f\x8b\x08\x00",
    b"\x1f\x8b\x08\x08",
    b"7z\xbc\xaf\x27\x1c",
    b"Rar!\x1a\x07",
    b"\xfd7zXZ\0",
    b"\x28\xb5\x2f\xfd",
    b"BZh91AY&SY",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"\x7fELF",
    b"\xcf\xfa\xed\xfe",
    b"OggS",
];

/// Whether a file begins as those of another program do. An encrypted workspace begins with sixteen random bytes: of
/// four bytes each, the beginnings above fit one workspace in about 280 million by chance. So this is only asked where
/// nothing can be opened any more, because the end is cut off or the passphrase did not fit, and decides on no more than
/// the words of a refusal: no workspace is locked by it.
fn of_another_kind(page: &[u8]) -> bool {
    // Windows programs have two bytes and, further on, four more; films say their kind after their length.
    let program = || page.starts_with(b"MZ") && page.windows(4).any(|bytes| bytes == b"PE\0\0");
    let film = || page.get(4..8) == Some(&b"ftyp"[..]);
    OTHERS.iter().any(|other| page.starts_with(other)) || program() || film()
}

/// What a refused passphrase means: that the file never was a workspace, when it begins as those of another program do.
pub(crate) fn not_opened(path: &Path, error: StoreError) -> StoreError {
    if !matches!(error, StoreError::WrongPassphrase) {
        return error;
    }
    let mut page = Vec::with_capacity(PAGE);
    let read = std::fs::File::open(path).and_then(|file| file.take(PAGE as u64).read_to_end(&mut page));
    if read.is_ok() && of_another_kind(&page) {
        return StoreError::NotAWorkspace("it is a file of another program".to_owned());
    }
    error
}

/// Opens a connection to a file, with the key first and everything that a foreign file could abuse switched off.
pub(crate) fn connect(path: &Path, passphrase: Option<&Passphrase>, create: bool) -> Result<Connection> {
    let read_only = !create && path.metadata()?.permissions().readonly();
    let mode = if read_only { OpenFlags::SQLITE_OPEN_READ_ONLY } else { OpenFlags::SQLITE_OPEN_READ_WRITE };
    let conn = Connection::open_with_flags(path, mode | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    // A wrong passphrase is an answer, not a line on standard error.
    conn.execute_batch("PRAGMA cipher_log_level = NONE")?;
    if let Some(passphrase) = passphrase {
        if passphrase.expose().is_empty() {
            // SQLCipher takes an empty key for none and would write a plain file.
            return Err(StoreError::WrongPassphrase);
        }
        conn.pragma_update(None, "key", passphrase.expose())?;
    }
    harden(&conn)?;
    Ok(conn)
}

/// Which file a path leads to, so that another one put in its place is noticed; none where the system does not say.
/// Windows lets nobody replace an open file, so there is nothing to notice.
pub(crate) fn file_id(path: &Path) -> Option<(u64, u64)> {
    #[cfg(unix)]
    {
        let data = path.metadata().ok()?;
        Some((std::os::unix::fs::MetadataExt::dev(&data), std::os::unix::fs::MetadataExt::ino(&data)))
    }
    #[cfg(not(unix))]
    {
        let _ = path;
        None
    }
}

/// Whether a write would begin: the folder must let a journal be made beside the file. Nothing is changed. A file that
/// somebody else writes to at this moment counts as writable.
pub(crate) fn can_write(conn: &Connection) -> Result<bool> {
    conn.busy_timeout(Duration::ZERO)?;
    let probed = (|| {
        conn.execute_batch("BEGIN IMMEDIATE")?;
        let version: i64 = conn.pragma_query_value(None, "user_version", |row| row.get(0))?;
        conn.pragma_update(None, "user_version", version)
    })();
    if !conn.is_autocommit() {
        conn.execute_batch("ROLLBACK")?;
    }
    Ok(!matches!(probed.map_err(StoreError::from), Err(StoreError::ReadOnly)))
}

/// A connection to a database in memory, set up like one to a file.
pub(crate) fn in_memory() -> Result<Connection> {
    let conn = Connection::open_in_memory()?;
    harden(&conn)?;
    Ok(conn)
}

fn harden(conn: &Connection) -> Result<()> {
    conn.busy_timeout(PATIENCE)?;
    conn.set_prepared_statement_cache_capacity(256);
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    functions(conn)
}

/// Functions that queries of the tables use.
pub(crate) fn functions(conn: &Connection) -> Result<()> {
    let flags =
        FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_DIRECTONLY;
    conn.create_scalar_function("any_contains", -1, flags, |context| {
        let needle = context.get::<String>(0)?;
        Ok((1..context.len()).any(|at| match context.get_raw(at) {
            ValueRef::Text(text) => contains(&String::from_utf8_lossy(text), &needle),
            _ => false,
        }))
    })?;
    Ok(())
}

/// Whether the text holds the needle, which is in lower case already.
fn contains(text: &str, needle: &str) -> bool {
    text.to_lowercase().contains(needle)
}

/// Settings of a connection that may write.
pub(crate) fn prepare(conn: &Connection) -> Result<()> {
    conn.pragma_update(None, "foreign_keys", true)?;
    // Pages of a write stay in memory until the commit. Written out before, they would take the file's exclusive lock in
    // the middle of the transaction: whoever reads then would wait for all of it, or make it fail halfway. The price is
    // memory of the size of what one entry writes: for a file of evidence its bytes once, at most 100 MB.
    conn.pragma_update(None, "cache_spill", false)?;
    conn.pragma_update(None, "temp_store", "MEMORY")?;
    conn.pragma_update(None, "cache_size", -65_536)?;
    conn.pragma_update(None, "synchronous", "FULL")?;
    if !conn.is_readonly(rusqlite::MAIN_DB)? {
        let mode: String = conn.pragma_update_and_check(None, "journal_mode", "DELETE", |row| row.get(0))?;
        if !matches!(mode.as_str(), "delete" | "memory") {
            return Err(StoreError::Damaged(format!("the journal mode {mode}")));
        }
    }
    Ok(())
}

/// Application id and version, before anything else in the file is looked at, then the schema word for word. Gives the
/// version of the schema.
pub(crate) fn gate(conn: &Connection, encrypted: bool, chain: &Chain) -> Result<u32> {
    let version = format(conn, encrypted, chain)?;
    chain.check(conn, version)?;
    Ok(version)
}

/// Whether it is a workspace whose format this program knows. Gives the version of the schema.
pub(crate) fn format(conn: &Connection, encrypted: bool, chain: &Chain) -> Result<u32> {
    let id = conn.pragma_query_value(None, "application_id", |row| row.get::<_, i32>(0));
    let id = id.map_err(|error| match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase) if encrypted => StoreError::WrongPassphrase,
        _ => error.into(),
    })?;
    if id != APPLICATION_ID {
        return Err(StoreError::NotAWorkspace("it is a database of another program".to_owned()));
    }
    let version = conn.pragma_query_value(None, "user_version", |row| row.get::<_, i64>(0))?;
    let version = u32::try_from(version).unwrap_or(0);
    if version > chain.newest() {
        return Err(StoreError::NewerFormat { found: version, supported: chain.newest() });
    }
    if version == 0 {
        return Err(StoreError::NotAWorkspace("it has no schema".to_owned()));
    }
    Ok(version)
}

/// Whether the first page says that the file is a workspace. An encrypted one shows nothing of itself.
#[must_use]
pub fn is_plain_workspace(path: &Path) -> bool {
    use std::io::Read as _;
    let mut start = [0; 72];
    let read = std::fs::File::open(path).and_then(|mut file| file.read_exact(&mut start));
    read.is_ok() && start.starts_with(b"SQLite format 3\0") && start.ends_with(&APPLICATION_ID.to_be_bytes())
}

/// The workspace a file belongs to, from its first entry.
pub(crate) fn workspace_of(conn: &Connection) -> Result<WorkspaceId> {
    let none = || StoreError::Damaged("the first entry of the ledger cannot be read".to_owned());
    let first = entry::find(conn, 1)?.ok_or_else(none)?;
    let header =
        std::str::from_utf8(&first.line).ok().and_then(|line| Header::parse(line).ok()).ok_or_else(none)?;
    Ok(WorkspaceId(header.workspace))
}

/// Looks at every page of a file this computer has not seen before.
pub(crate) fn quick_check(conn: &Connection) -> Result<()> {
    let answer: String = conn.pragma_query_value(None, "quick_check", |row| row.get(0))?;
    if answer == "ok" { Ok(()) } else { Err(StoreError::Damaged(answer)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_a_database_is_told_by_its_first_page() {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str, bytes: &[u8]| {
            let path = folder.path().join(name);
            std::fs::write(&path, bytes).unwrap();
            sort_of(&path)
        };
        assert!(matches!(file("empty", b""), Err(StoreError::NotAWorkspace(_))));
        assert!(matches!(file("text", &b"some words ".repeat(4096)), Err(StoreError::NotAWorkspace(_))));
        let noise: Vec<u8> = (0..8192u32).map(|n| n.wrapping_mul(2_654_435_761).to_be_bytes()[0]).collect();
        assert_eq!(file("noise", &noise).unwrap(), Sort::Encrypted);
        assert!(matches!(file("cut", &noise[..8000]), Err(StoreError::NotAWorkspace(_))));
        assert!(matches!(file("cut.cairn", &noise[..8000]), Err(StoreError::Damaged(_))));
        let png = |length: usize| [&b"\x89PNG\r\n\x1a\n"[..], &noise[8..length]].concat();
        assert!(matches!(file("png.cairn", &png(8000)), Err(StoreError::NotAWorkspace(_))));
        assert_eq!(file("whole.cairn", &png(8192)).unwrap(), Sort::Encrypted, "chance must lock nobody out");
        let refused = not_opened(&folder.path().join("whole.cairn"), StoreError::WrongPassphrase);
        assert!(matches!(refused, StoreError::NotAWorkspace(_)));
        let refused = not_opened(&folder.path().join("noise"), StoreError::WrongPassphrase);
        assert!(matches!(refused, StoreError::WrongPassphrase));
        assert!(matches!(sort_of(&folder.path().join("none")), Err(StoreError::Missing(_))));
        assert!(matches!(sort_of(folder.path()), Err(StoreError::NotAWorkspace(_) | StoreError::Io(_))));
    }
}
