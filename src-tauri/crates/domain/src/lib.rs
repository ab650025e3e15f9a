//! Pure rules and types of Cairn: no I/O, no clock, no randomness.
//!
//! Everything here can be tested with plain values. Facts of the standard and the law come in as packs
//! (see [`framework`], [`crosswalk`], [`rules`]); words come from locales and pack overlays.

pub mod crosswalk;
pub mod discovery;
pub mod document;
pub mod evidence;
pub mod field;
pub mod framework;
pub mod gap;
pub mod id;
pub mod plan;
pub mod record;
pub mod request;
pub mod requirement;
pub mod role;
pub mod rules;
pub mod screening;
pub mod soa;
pub mod state;
pub mod system;
pub mod time;
pub mod trail;
pub mod word;
