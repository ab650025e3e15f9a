//! Integration tests of the exchange crate, in one binary.

#![allow(clippy::unwrap_used, clippy::panic)] // a test that cannot set up its files must fail

mod build;
mod csv_files;
mod fixes;
mod gate;
mod messages;
mod out;
mod real_files;
mod rows;
mod sheets;
