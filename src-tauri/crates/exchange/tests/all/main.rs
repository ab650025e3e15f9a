//! Integration tests of the exchange crate, in one binary.

#![allow(clippy::unwrap_used, clippy::panic)] // a test that cannot set up its files must fail

mod build;
mod codes;
mod csv_files;
mod fixes;
mod gate;
mod headers;
mod messages;
mod out;
mod real_files;
mod rows;
mod sheets;

/// How properties are tested: 64 cases, unless `PROPTEST_CASES` asks for another number.
fn cases() -> proptest::test_runner::Config {
    let asked = std::env::var_os("PROPTEST_CASES").is_some();
    let default = proptest::test_runner::Config::default();
    if asked { default } else { proptest::test_runner::Config { cases: 64, ..default } }
}
