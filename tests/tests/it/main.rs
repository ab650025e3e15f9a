//! Journeys through the dispatcher, as a person or a script would go.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::needless_pass_by_value,
    reason = "a test that meets the unexpected stops; `json!` makes values that are given away"
)]

mod approval;
mod classify;
mod discovery;
mod evidence;
mod gap_again;
mod hostile;
mod import;
mod import_again;
mod import_stopped;
mod interview;
mod interview_bench;
mod interview_columns;
mod library;
mod obligation;
mod own_workbooks;
mod register;
mod request;
mod reuse;
mod roadmap;
mod screening;
mod soa_and_gap;
mod spreadsheets;
mod system_life;
mod system_merge;
mod system_parts;
mod trail;
mod workspace;
mod workspace_file;
