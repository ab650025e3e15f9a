//! One error on the wire: a code somebody acts on, words for a person, and what to do next.

use cairn_domain::field::FieldError;
use cairn_domain::words;
use cairn_store::StoreError;
use cairn_words::{Value, Words};
use serde::{Deserialize, Serialize};

words! {
    /// Codes a consumer acts on; each has the message `error-<code>` and, where useful, `error-<code>-hint`.
    Code = "error" {
        /// The call's name or input does not fit.
        BadCall = "bad-call",
        /// A field was refused; see `fields`.
        Invalid = "invalid",
        /// A rule of the domain refuses it; the message says which.
        Refused = "refused",
        /// The record is not there (any more).
        NotFound = "not-found",
        /// Somebody changed it in the meantime.
        Conflict = "conflict",
        /// The member's roles do not allow it.
        NoPermission = "no-permission",
        /// No workspace is open.
        NoWorkspace = "no-workspace",
        /// The file is encrypted; ask for the passphrase.
        PassphraseNeeded = "passphrase-needed",
        /// The passphrase does not fit, or the file is not a workspace.
        PassphraseWrong = "passphrase-wrong",
        /// The file is no workspace.
        NotAWorkspace = "not-a-workspace",
        /// The file was written by a newer program.
        NewerFormat = "newer-format",
        /// The file has an older format that this computer cannot bring on.
        OlderFormat = "older-format",
        /// The file is damaged or was changed by another program.
        Damaged = "damaged",
        /// The file or its folder cannot be written.
        ReadOnly = "read-only",
        /// Another window or program holds the file.
        Busy = "busy",
        /// The folder for settings and keys of this computer cannot be used.
        ConfigFolder = "config-folder",
        /// The disk is full.
        DiskFull = "disk-full",
        /// A file is there already.
        Exists = "exists",
        /// The file cannot be found.
        Missing = "missing",
        /// A file somebody wanted to bring in was refused; the message says why.
        FileRefused = "file-refused",
        /// The person cancelled.
        Cancelled = "cancelled",
        /// A fault of the program.
        Internal = "internal",
    }
}

/// What went wrong, before it is put into words.
#[derive(Debug, Clone, PartialEq)]
pub struct AppError {
    /// The code.
    pub code: Code,
    /// Message key; `error-<code>` unless a rule has its own words.
    pub key: String,
    /// Arguments of the message.
    pub args: Vec<(&'static str, Value)>,
    /// Refused fields.
    pub fields: Vec<FieldError>,
    /// Technical detail for the incident line; never shown as the message, never holds a secret.
    pub detail: Option<String>,
}

/// Result of a use case.
pub type AppResult<T> = Result<T, AppError>;

impl AppError {
    /// An error with the general words of its code.
    #[must_use]
    pub fn new(code: Code) -> Self {
        Self { code, key: format!("error-{code}"), args: Vec::new(), fields: Vec::new(), detail: None }
    }

    /// A rule that refuses, with its own message key.
    #[must_use]
    pub fn refused(key: &str) -> Self {
        Self { key: key.to_owned(), ..Self::new(Code::Refused) }
    }

    /// A file refused at the gate, with its own message key.
    #[must_use]
    pub fn file_refused(key: &str) -> Self {
        Self { key: key.to_owned(), ..Self::new(Code::FileRefused) }
    }

    /// A fault of the program.
    #[must_use]
    pub fn internal(detail: impl Into<String>) -> Self {
        Self::new(Code::Internal).detail(detail)
    }

    /// A file that is not as this program left it.
    fn damaged(what: String) -> Self {
        Self::new(Code::Damaged).with("detail", what.clone()).detail(what)
    }

    /// Adds a message argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// Adds technical detail.
    #[must_use]
    pub fn detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    /// Puts the error into words.
    #[must_use]
    pub fn to_wire(&self, words: &Words) -> WireError {
        let hint = format!("{}-hint", self.key);
        let fields = self.fields.iter().map(|field| WireField {
            path: field.field.clone(),
            message: words.say(&format!("field-error-{}", field.code)),
        });
        WireError {
            code: self.code,
            message: words.say_with(&self.key, &self.args),
            hints: if words.has(&hint) { vec![words.say_with(&hint, &self.args)] } else { Vec::new() },
            fields: fields.collect(),
            incident: self.detail.clone(),
        }
    }
}

impl From<FieldError> for AppError {
    fn from(error: FieldError) -> Self {
        Self { fields: vec![error], ..Self::new(Code::Invalid) }
    }
}

impl From<Vec<FieldError>> for AppError {
    fn from(fields: Vec<FieldError>) -> Self {
        Self { fields, ..Self::new(Code::Invalid) }
    }
}

impl From<StoreError> for AppError {
    fn from(error: StoreError) -> Self {
        let code = match &error {
            StoreError::Damaged(what) => return Self::damaged(what.clone()),
            StoreError::Value { .. } => return Self::damaged(error.to_string()),
            StoreError::NewerFormat { found, supported } => {
                return Self::new(Code::NewerFormat)
                    .with("found", i64::from(*found))
                    .with("supported", i64::from(*supported))
                    .detail(error.to_string());
            }
            StoreError::OlderFormat { found, supported } => {
                return Self::new(Code::OlderFormat)
                    .with("found", i64::from(*found))
                    .with("supported", i64::from(*supported))
                    .detail(error.to_string());
            }
            StoreError::KeyStore(what) => {
                return Self::new(Code::ConfigFolder).with("detail", what.clone()).detail(what.clone());
            }
            StoreError::Missing(_) => Code::Missing,
            StoreError::Exists(_) => Code::Exists,
            StoreError::NotAWorkspace(_) => Code::NotAWorkspace,
            StoreError::PassphraseNeeded => Code::PassphraseNeeded,
            StoreError::WrongPassphrase => Code::PassphraseWrong,
            StoreError::Busy => Code::Busy,
            StoreError::ReadOnly => Code::ReadOnly,
            StoreError::DiskFull => Code::DiskFull,
            StoreError::Conflict(_) => Code::Conflict,
            StoreError::NotFound { .. } | StoreError::NoSuchEntry(_) | StoreError::NoSuchBlob(_) => {
                Code::NotFound
            }
            StoreError::Cancelled => Code::Cancelled,
            StoreError::Replaced => {
                return Self { key: "error-replaced".to_owned(), ..Self::new(Code::Conflict) };
            }
            StoreError::NotUndoable(kind) => {
                return Self::refused("error-not-undoable")
                    .with("kind", kind.as_str())
                    .detail(error.to_string());
            }
            StoreError::Hidden { code, title, into } => {
                let key = if into.is_some() { "error-system-merged" } else { "error-system-deleted" };
                return Self::refused(key)
                    .with("code", code.clone())
                    .with("name", title.clone())
                    .with("into", into.clone().unwrap_or_default());
            }
            StoreError::TooLarge { most } => {
                return Self::file_refused("error-too-large")
                    .with("most", most >> 20)
                    .detail(error.to_string());
            }
            StoreError::NoKey | StoreError::KeyMismatch => {
                return Self { key: "error-no-key".to_owned(), ..Self::new(Code::NoPermission) }
                    .detail(error.to_string());
            }
            _ => Code::Internal,
        };
        Self::new(code).detail(error.to_string())
    }
}

/// The error as every consumer sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct WireError {
    /// What to act on.
    pub code: Code,
    /// What happened, in words.
    pub message: String,
    /// What to do next.
    pub hints: Vec<String>,
    /// Refused fields.
    pub fields: Vec<WireField>,
    /// Technical detail to copy into a report.
    pub incident: Option<String>,
}

/// A refused field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct WireField {
    /// Key of the field.
    pub path: String,
    /// Why, in words.
    pub message: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_too_large_is_refused_in_words_that_name_the_limit() {
        let error = AppError::from(StoreError::TooLarge { most: 100 << 20 });
        let wire = error.to_wire(&Words::load(cairn_words::FALLBACK).expect("shipped words"));
        assert_eq!(wire.code, Code::FileRefused);
        assert!(wire.message.contains("100"), "{}", wire.message);
        assert_eq!(wire.hints.len(), 1);
    }
}
