//! A fault of the program ends a command like any other error: one object or one line, never the text of a panic.

use std::panic::{AssertUnwindSafe, catch_unwind, set_hook};
use std::sync::{Mutex, PoisonError};

use cairn_app::Words;
use cairn_app::error::AppError;

use crate::output::{Failure, Outcome};

/// Where the last panic began. Parsers of other people's files may panic and are caught; that is not told.
static PLACE: Mutex<Option<String>> = Mutex::new(None);

/// Runs a command; a panic in it becomes the error `internal` with its place in the code.
pub fn contain(run: impl FnOnce() -> Result<Outcome, Failure>) -> Result<Outcome, Failure> {
    set_hook(Box::new(|panic| {
        *PLACE.lock().unwrap_or_else(PoisonError::into_inner) = panic.location().map(ToString::to_string);
    }));
    catch_unwind(AssertUnwindSafe(run)).unwrap_or_else(|_| {
        let place = PLACE.lock().unwrap_or_else(PoisonError::into_inner).take();
        let error = AppError::internal(place.unwrap_or_default());
        Err(match Words::english() {
            Ok(words) => Failure::from(error.to_wire(words)),
            Err(error) => Failure::usage(error.to_string()),
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[allow(clippy::panic, reason = "the fault that is to be contained")]
    fn a_panic_ends_as_an_internal_error_with_its_place() {
        let ended = contain(|| panic!("secret words"));
        let failure = ended.err().unwrap();
        assert_eq!((failure.code.as_str(), failure.exit), ("internal", 3));
        assert!(failure.hints.iter().any(|hint| hint.contains("fault.rs")), "{:?}", failure.hints);
        assert!(!failure.hints.iter().any(|hint| hint.contains("secret")), "{:?}", failure.hints);
    }
}
