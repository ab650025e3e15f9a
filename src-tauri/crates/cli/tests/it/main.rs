//! `cairnctl` as scripts use it: forms, exit codes, errors.

mod assess;
mod bench;
mod packs;
mod workspace;
