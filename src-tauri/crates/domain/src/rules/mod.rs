//! Rule packs (the EU AI Act and others) and the engine that turns answers into a decision.
//!
//! The engine knows no question, tier or date: all of them come from the pack. See
//! `src-tauri/docs/adr/0020-rule-pack-engine.md`.

mod answers;
mod check;
mod condition;
mod decision;
mod difference;
mod evaluate;
pub mod file;
mod grounds;
mod pack;
mod text;

pub use answers::{AnswerProblem, Answers, Chosen, ProblemCode};
pub use condition::{Condition, Truth};
pub use decision::{Conflict, DecidedOutcome, Decision, Duty, DutyDate, Finding, PackRef, RequiredNote};
pub use difference::{Difference, DutyDays, MovedDuty, MovedOutcome};
pub use file::{Effect, QuestionKind, Weight};
pub use pack::{PackError, RulePack, UNKNOWN};
pub use text::{AnswerView, Labelled, PackText, QuestionText, QuestionView, StepView};

use crate::words;

words! {
    /// Tiers of the EU AI Act, in the order they are tried. Packs for other laws have their own.
    Tier = "tier" {
        /// The Act does not apply.
        OutOfScope = "out-of-scope",
        /// A prohibited practice.
        Prohibited = "prohibited",
        /// High-risk.
        High = "high",
        /// Transparency duties.
        Limited = "limited",
        /// Everything else.
        Minimal = "minimal",
    }
}

#[cfg(test)]
mod tests;
