//! The ledger against its committed vectors and against the independent verifier.

// The lint's exception for tests covers functions marked as tests, not what they share.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod bundle;
mod sample;
mod vectors;

use std::path::PathBuf;
use std::process::{Command, Output};

/// A path below this crate. Where it runs counts, not where it was compiled: checkouts may share their built files.
fn crate_path(relative: &str) -> PathBuf {
    let here = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    PathBuf::from(here).join(relative)
}

/// Runs python3; a machine without it cannot run these tests, and says so.
fn python(arguments: &[&str]) -> Output {
    Command::new("python3")
        .arg("-B")
        .args(arguments)
        .output()
        .expect("these tests need python3 and openssl (3.0 or newer) on the PATH")
}
