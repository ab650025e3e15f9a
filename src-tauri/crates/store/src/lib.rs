//! The workspace file: tables, recorded writes, replay, verification.
