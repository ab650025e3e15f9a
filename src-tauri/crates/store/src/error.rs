//! What can go wrong with a workspace file, as cases somebody can act on.

use std::path::PathBuf;

use cairn_domain::id::RecordId;
use rusqlite::ErrorCode;

/// Result of the store.
pub type Result<T> = std::result::Result<T, StoreError>;

/// Why the store refuses or fails.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no file at this path.
    #[error("there is no file at {0}")]
    Missing(PathBuf),
    /// A file is there already; nothing is overwritten.
    #[error("a file is already at {0}")]
    Exists(PathBuf),
    /// The file is no workspace.
    #[error("the file is no workspace: {0}")]
    NotAWorkspace(String),
    /// The file was written by a newer program.
    #[error("the file has format {found}; this program knows formats up to {supported}")]
    NewerFormat {
        /// Format of the file.
        found: u32,
        /// Newest format this program knows.
        supported: u32,
    },
    /// The file has an older format, and this computer cannot bring it on: it has no key, or the file cannot be written.
    #[error("the file has the older format {found}; this computer cannot bring it to format {supported}")]
    OlderFormat {
        /// Format of the file.
        found: u32,
        /// Format of this program.
        supported: u32,
    },
    /// The file is encrypted and no passphrase was given.
    #[error("the file is encrypted; a passphrase is needed")]
    PassphraseNeeded,
    /// The passphrase does not open the file, or the file is no workspace at all.
    #[error("the passphrase does not open the file")]
    WrongPassphrase,
    /// Another program holds the file.
    #[error("the file is held by another program")]
    Busy,
    /// The file or its folder cannot be written.
    #[error("the file cannot be written")]
    ReadOnly,
    /// Another file lies at the path now; what this program holds is no longer the workspace.
    #[error("another file was put in the place of the open one")]
    Replaced,
    /// The disk is full, or the file may not grow; nothing was written.
    #[error("the disk is full or the file may not grow; nothing was written")]
    DiskFull,
    /// The file is damaged, or another program changed it.
    #[error("the file is damaged: {0}")]
    Damaged(String),
    /// Somebody changed the same fields in the meantime.
    #[error("{} field(s) were changed in the meantime", .0.len())]
    Conflict(Vec<FieldConflict>),
    /// The row is not there.
    #[error("there is no {table} {id}")]
    NotFound {
        /// Table looked in.
        table: &'static str,
        /// Id looked for.
        id: String,
    },
    /// The system was deleted, or merged into another one, and takes no further writes.
    #[error("{code} is hidden and takes no further writes")]
    Hidden {
        /// Its code.
        code: String,
        /// Its name.
        title: String,
        /// Code of the system it was merged into; none where it was deleted.
        into: Option<String>,
    },
    /// A row refers to one that is not there, or is still referred to.
    #[error("{table} {row} refers to a {parent} that is not there")]
    Reference {
        /// Table of the referring row.
        table: String,
        /// Id of the referring row.
        row: String,
        /// Table referred to.
        parent: String,
    },
    /// A stored value is none that this program knows.
    #[error("{table} {row}: {column}: {detail}")]
    Value {
        /// Table of the row.
        table: String,
        /// Id of the row.
        row: String,
        /// Column of the value.
        column: String,
        /// What is wrong with it.
        detail: String,
    },
    /// A column that the table does not have, or that is not to be written by name.
    #[error("{table} has no column {column} to write")]
    NoSuchColumn {
        /// Table meant.
        table: &'static str,
        /// Column asked for.
        column: String,
    },
    /// There is no such entry.
    #[error("there is no entry {0}")]
    NoSuchEntry(u64),
    /// Entries of this kind cannot be undone.
    #[error("an entry of kind {0} cannot be undone")]
    NotUndoable(cairn_ledger::Kind),
    /// This computer has no signing key for the workspace, so it can only read.
    #[error("this computer has no signing key for the workspace")]
    NoKey,
    /// The stored key does not fit the workspace file.
    #[error("the signing key of this computer does not fit the workspace")]
    KeyMismatch,
    /// A file of the configuration folder cannot be read or written.
    #[error("the key store cannot be used: {0}")]
    KeyStore(String),
    /// There is no blob with this SHA-256.
    #[error("there is no blob {0}")]
    NoSuchBlob(String),
    /// A file is larger than what is kept.
    #[error("the file is larger than {most} bytes")]
    TooLarge {
        /// Most bytes of one file.
        most: u64,
    },
    /// The person cancelled.
    #[error("cancelled")]
    Cancelled,
    /// Reading or writing failed.
    #[error("input or output failed: {0}")]
    Io(std::io::Error),
    /// An entry cannot be written or read.
    #[error("the entry is not in its canonical form: {0}")]
    Header(#[from] cairn_ledger::HeaderError),
    /// A fault of the program.
    #[error("the database refused: {0}")]
    Sqlite(rusqlite::Error),
}

/// A field that differs from what was expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldConflict {
    /// Table of the row.
    pub table: String,
    /// Id of the row.
    pub row: String,
    /// Column; `None` when the whole row is gone or has come back.
    pub column: Option<String>,
    /// The value the entry left behind.
    pub expected: Option<crate::Value>,
    /// The value found now.
    pub found: Option<crate::Value>,
}

impl StoreError {
    pub(crate) fn not_found(table: &'static str, id: RecordId) -> Self {
        Self::NotFound { table, id: id.to_string() }
    }
}

impl From<std::io::Error> for StoreError {
    fn from(error: std::io::Error) -> Self {
        use std::io::ErrorKind::{FileTooLarge, QuotaExceeded, StorageFull};
        match error.kind() {
            StorageFull | QuotaExceeded | FileTooLarge => Self::DiskFull,
            _ => Self::Io(error),
        }
    }
}

/// SQLite knows a full disk by its own word only; a limit on the size of files or a quota is a failed write to it.
fn is_no_room(error: &rusqlite::Error) -> bool {
    use rusqlite::ffi::{SQLITE_IOERR_FSYNC, SQLITE_IOERR_TRUNCATE, SQLITE_IOERR_WRITE};
    let code = error.sqlite_error().map(|error| error.extended_code);
    matches!(code, Some(SQLITE_IOERR_WRITE | SQLITE_IOERR_FSYNC | SQLITE_IOERR_TRUNCATE))
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        if is_no_room(&error) {
            return Self::DiskFull;
        }
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            Some(ErrorCode::ReadOnly) => Self::ReadOnly,
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(ErrorCode::DatabaseCorrupt) => Self::Damaged(error.to_string()),
            Some(ErrorCode::NotADatabase) => Self::NotAWorkspace(error.to_string()),
            Some(ErrorCode::CannotOpen) => Self::ReadOnly,
            Some(ErrorCode::OperationInterrupted) => Self::Cancelled,
            Some(ErrorCode::SystemIoFailure) => Self::Io(std::io::Error::other(error.to_string())),
            _ => Self::Sqlite(error),
        }
    }
}
