//! Use cases as queries and mutations, permissions, jobs and the dispatcher.
//!
//! A host (the desktop window, the loopback host, the command line) owns one [`host::Host`], passes JSON in and gets
//! JSON out. Nothing here knows a window.

mod adopted;
pub mod approval;
pub mod backup;
pub mod bindings;
pub mod classification;
pub mod device;
pub mod dialog;
pub mod discovery;
pub mod document;
pub mod error;
pub mod export;
pub mod field;
pub mod framework;
pub mod gap;
pub mod host;
pub mod import;
pub mod job;
pub mod layout;
pub mod local;
pub mod member;
pub mod obligation;
pub mod organisation;
pub mod overview;
pub mod pack;
pub mod pages;
pub mod place;
pub mod preferences;
pub mod presence;
pub mod process;
pub mod relation;
pub mod report;
pub mod reports;
pub mod request;
pub mod requirement;
pub mod reuse;
pub mod roadmap;
pub mod rulepack;
pub mod sample;
pub mod screening;
pub mod search;
pub mod secret;
pub mod soa;
pub mod system;
pub mod tag;
pub mod trail;
pub mod usecase;
pub mod view;
pub mod watch;
pub mod workspace;

#[cfg(test)]
mod bench;
mod copies;
mod names;
mod registry;

pub use cairn_store::{Clock, ScriptedClock, SystemClock};
pub use cairn_words::{Value as WordValue, Words};

/// The folder for preferences, recent files and keys: `CAIRN_CONFIG_DIR`, else the user's own config folder.
///
/// # Errors
/// When the system names no such folder.
pub fn config_folder() -> Result<std::path::PathBuf, cairn_store::StoreError> {
    cairn_store::KeyStore::config_folder()
}
