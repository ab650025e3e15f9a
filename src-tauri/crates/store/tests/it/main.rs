//! Tests of the store over real files.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that meets the unexpected stops")]

mod basics;
mod bench;
mod gates;
mod kill;
mod protect;
