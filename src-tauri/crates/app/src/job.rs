//! Long work: progress with a name and numbers, cancel that leaves nothing half-written.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use crate::error::{AppError, AppResult, Code, WireError};

/// At most ten updates a second reach the host.
const INTERVAL: Duration = Duration::from_millis(100);

/// Says that the person wants to stop.
#[derive(Debug, Clone, Default)]
pub struct Cancel(Arc<AtomicBool>);

impl Cancel {
    /// Asks the work to stop.
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether to stop.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    /// The flag itself, for code that takes a plain one.
    #[must_use]
    pub fn flag(&self) -> &AtomicBool {
        &self.0
    }

    /// Stops the work with an error when asked to.
    ///
    /// # Errors
    /// [`Code::Cancelled`].
    pub fn check(&self) -> AppResult<()> {
        if self.is_cancelled() { Err(AppError::new(Code::Cancelled)) } else { Ok(()) }
    }
}

/// How far a job is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct Progress {
    /// The job.
    pub job: String,
    /// Message key of the step, `job-step-<step>`.
    pub step: String,
    /// Units done.
    pub done: u64,
    /// Units in all; 0 while unknown.
    pub total: u64,
}

/// How a job ended, or how far it is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case", tag = "state", content = "value")]
pub enum JobEvent {
    /// Still running.
    Running(Progress),
    /// Done; the output of the job.
    Done {
        /// The job.
        job: String,
        /// Its output.
        #[ts(type = "unknown")]
        output: serde_json::Value,
    },
    /// Failed or cancelled; nothing was written.
    Failed {
        /// The job.
        job: String,
        /// Why.
        error: WireError,
    },
}

/// What a running job sees of its host.
pub struct JobContext<'a> {
    job: String,
    cancel: Cancel,
    report: &'a (dyn Fn(Progress) + Send + Sync),
    last: std::sync::Mutex<Option<(String, Instant)>>,
}

impl<'a> JobContext<'a> {
    /// A context that reports to `report`.
    pub fn new(job: &str, cancel: Cancel, report: &'a (dyn Fn(Progress) + Send + Sync)) -> Self {
        Self { job: job.to_owned(), cancel, report, last: std::sync::Mutex::new(None) }
    }

    /// The cancel flag.
    #[must_use]
    pub fn cancel(&self) -> &Cancel {
        &self.cancel
    }

    /// Reports progress; dropped when the last report of the same step is younger than a tenth of a second.
    pub fn progress(&self, step: &str, done: u64, total: u64) {
        let Ok(mut last) = self.last.lock() else { return };
        let fresh = last.as_ref().is_some_and(|(name, at)| name == step && at.elapsed() < INTERVAL);
        if !fresh || done == total {
            *last = Some((step.to_owned(), Instant::now()));
            (self.report)(Progress { job: self.job.clone(), step: step.to_owned(), done, total });
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;

    #[test]
    fn progress_is_thinned_but_first_and_last_arrive() {
        let seen = Mutex::new(Vec::new());
        let report = |progress: Progress| seen.lock().unwrap().push(progress.done);
        let context = JobContext::new("j", Cancel::default(), &report);
        for done in 0..=1000 {
            context.progress("rows", done, 1000);
        }
        let seen = seen.into_inner().unwrap();
        assert_eq!((seen.first(), seen.last()), (Some(&0), Some(&1000)));
        assert!(seen.len() < 100, "{}", seen.len());
    }

    #[test]
    fn a_cancelled_job_stops_with_its_own_code() {
        let cancel = Cancel::default();
        assert_eq!(cancel.check(), Ok(()));
        cancel.cancel();
        assert_eq!(cancel.check().unwrap_err().code, Code::Cancelled);
    }
}
