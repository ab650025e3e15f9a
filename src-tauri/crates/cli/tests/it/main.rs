//! `cairnctl` as scripts use it: forms, exit codes, errors.

mod bench;
mod packs;
mod workspace;
