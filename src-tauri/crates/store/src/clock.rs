//! Time and randomness, passed in: nothing below reads a clock or draws a number by itself.

use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use cairn_domain::time::Timestamp;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::error::{Result, StoreError};

/// The last millisecond of the year 9999, the latest that has a stored form.
const LAST_MILLI: i64 = 253_402_300_799_999;

/// Where time and fresh identifiers come from.
pub trait Clock: Send + Sync {
    /// Now, in the stored form.
    fn now(&self) -> Timestamp;

    /// Fills `bytes` with unpredictable values.
    ///
    /// # Errors
    /// When the operating system has none to give.
    fn random(&self, bytes: &mut [u8]) -> Result<()>;

    /// A fresh UUIDv7. Should the random source fail, the id is drawn from process, time and a counter: unique, which is
    /// all an id must be; keys are never made that way.
    fn fresh(&self) -> Uuid {
        let now = self.now().millis();
        let mut bytes = [0u8; 10];
        if self.random(&mut bytes).is_err() {
            static COUNT: AtomicU64 = AtomicU64::new(0);
            let count = COUNT.fetch_add(1, Ordering::Relaxed);
            let digest = Sha256::digest(format!("{}/{now}/{count}", std::process::id()));
            for (to, from) in bytes.iter_mut().zip(digest) {
                *to = from;
            }
        }
        uuid_v7(now, &bytes)
    }
}

/// A UUIDv7 of this time.
pub(crate) fn uuid_v7(millis: i64, random: &[u8; 10]) -> Uuid {
    uuid::Builder::from_unix_timestamp_millis(u64::try_from(millis).unwrap_or(0), random).into_uuid()
}

/// A moment that is brought into the years 1970 to 9999 if it lies outside.
fn moment(millis: i64) -> Timestamp {
    #[expect(clippy::expect_used, reason = "the range is clamped to moments that have a stored form")]
    Timestamp::from_millis(millis.clamp(0, LAST_MILLI)).expect("a moment between 1970 and 9999")
}

/// A moment of the file system in the stored form; none outside the years 1970 to 9999.
pub(crate) fn stored_form(at: std::time::SystemTime) -> Option<Timestamp> {
    let since = at.duration_since(std::time::UNIX_EPOCH).ok()?;
    Timestamp::from_millis(i64::try_from(since.as_millis()).ok()?).ok()
}

/// The clock and random source of the operating system.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        moment(jiff::Timestamp::now().as_millisecond())
    }

    fn random(&self, bytes: &mut [u8]) -> Result<()> {
        getrandom::fill(bytes).map_err(|error| StoreError::Io(std::io::Error::other(error.to_string())))
    }
}

/// A clock that always tells the same story: starts at a given moment, moves on by a fixed step at every look, and draws
/// its "random" bytes from a seed. For tests, the sample and golden files; its keys are worth nothing.
#[derive(Debug)]
pub struct ScriptedClock {
    millis: AtomicI64,
    step: i64,
    seed: u64,
    draws: AtomicU64,
}

impl ScriptedClock {
    /// Begins at `start` and moves on by `step_millis` at every look.
    #[must_use]
    pub fn new(start: &Timestamp, step_millis: i64, seed: u64) -> Self {
        Self { millis: AtomicI64::new(start.millis()), step: step_millis, seed, draws: AtomicU64::new(0) }
    }

    /// Moves the clock to a moment.
    pub fn set(&self, to: &Timestamp) {
        self.millis.store(to.millis(), Ordering::Relaxed);
    }
}

impl Clock for ScriptedClock {
    fn now(&self) -> Timestamp {
        moment(self.millis.fetch_add(self.step, Ordering::Relaxed))
    }

    fn random(&self, bytes: &mut [u8]) -> Result<()> {
        let draw = self.draws.fetch_add(1, Ordering::Relaxed);
        for (block, part) in (0u64..).zip(bytes.chunks_mut(32)) {
            let digest = Sha256::digest([self.seed, draw, block].map(u64::to_be_bytes).concat());
            for (to, from) in part.iter_mut().zip(digest) {
                *to = from;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripted_clocks_repeat_and_move_on() {
        let start: Timestamp = "2026-11-23T08:00:00.000Z".parse().unwrap();
        let clock = || ScriptedClock::new(&start, 1000, 7);
        let (a, b) = (clock(), clock());
        assert_eq!((a.fresh(), a.fresh(), a.now()), (b.fresh(), b.fresh(), b.now()));
        assert_ne!(a.fresh(), a.fresh());
        assert!(a.now() > start);
    }

    #[test]
    fn ids_of_the_system_are_version_7_and_differ() {
        let (a, b) = (SystemClock.fresh(), SystemClock.fresh());
        assert_ne!(a, b);
        assert_eq!(a.get_version_num(), 7);
    }
}
