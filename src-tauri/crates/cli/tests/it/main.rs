//! `cairnctl` as scripts use it: forms, exit codes, errors.
#![allow(clippy::unwrap_used, reason = "a test fails loudly")]

mod assess;
mod bench;
mod damage;
mod evidence;
mod files;
mod kill;
mod limits;
mod packs;
mod workspace;
