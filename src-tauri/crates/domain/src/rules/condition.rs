//! Conditions of a rule pack as data, and their three-valued evaluation.

use serde::{Deserialize, Serialize};

/// A condition over answers, as written in a pack: `{"has": ["roles", "provider"]}`,
/// `{"all": […]}`, `{"any": […]}`, `{"not": …}`, `{"fact": "in-act"}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Condition {
    /// Every part holds; an empty list always holds.
    All(Vec<Condition>),
    /// At least one part holds; an empty list never holds.
    Any(Vec<Condition>),
    /// The part does not hold.
    Not(Box<Condition>),
    /// The question (first word) was asked and at least one of the keys (the other words) was chosen.
    Has(Vec<String>),
    /// A named condition of the same pack.
    Fact(String),
}

impl Condition {
    /// The condition that always holds.
    #[must_use]
    pub fn always() -> Self {
        Self::All(Vec::new())
    }
}

/// Truth with a third value for what the answers so far leave open. The order is `No < Open < Yes`.
///
/// `Yes` and `No` are final: no further answer to an open question can turn them (Kleene's strong logic is
/// monotone in information). That is what makes a worst possible tier sound.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Truth {
    /// Does not hold, whatever else is answered.
    No,
    /// Not settled by the answers so far.
    Open,
    /// Holds, whatever else is answered.
    Yes,
}

impl Truth {
    /// The opposite; open stays open.
    #[must_use]
    pub const fn negate(self) -> Self {
        match self {
            Self::No => Self::Yes,
            Self::Open => Self::Open,
            Self::Yes => Self::No,
        }
    }
}

/// A condition with ids resolved to positions, ready to evaluate without look-ups.
#[derive(Debug, Clone)]
pub(super) enum Test {
    All(Vec<Test>),
    Any(Vec<Test>),
    Not(Box<Test>),
    /// Position of the question and the set of its answers that count, one bit each.
    Has(usize, u64),
    Fact(usize),
}

/// What a test looks at: answers by question position and facts by fact position.
pub(super) trait Known {
    /// Whether the question is asked and one of the answers in `keys` chosen.
    fn has(&self, question: usize, keys: u64) -> Truth;
    /// Whether the named condition holds.
    fn fact(&self, fact: usize) -> Truth;
}

impl Test {
    /// Evaluates against what is known.
    pub(super) fn eval(&self, known: &dyn Known) -> Truth {
        match self {
            Self::All(parts) => parts.iter().map(|part| part.eval(known)).min().unwrap_or(Truth::Yes),
            Self::Any(parts) => parts.iter().map(|part| part.eval(known)).max().unwrap_or(Truth::No),
            Self::Not(part) => part.eval(known).negate(),
            Self::Has(question, keys) => known.has(*question, *keys),
            Self::Fact(fact) => known.fact(*fact),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Fixed;

    impl Known for Fixed {
        fn has(&self, question: usize, _keys: u64) -> Truth {
            match question {
                0 => Truth::No,
                1 => Truth::Open,
                _ => Truth::Yes,
            }
        }

        fn fact(&self, _fact: usize) -> Truth {
            Truth::Open
        }
    }

    #[test]
    fn open_parts_settle_nothing_unless_another_part_decides() {
        let (no, open, yes) = (Test::Has(0, 1), Test::Has(1, 1), Test::Has(2, 1));
        let all = |parts: &[&Test]| Test::All(parts.iter().copied().cloned().collect()).eval(&Fixed);
        let any = |parts: &[&Test]| Test::Any(parts.iter().copied().cloned().collect()).eval(&Fixed);
        assert_eq!(all(&[&yes, &open]), Truth::Open);
        assert_eq!(all(&[&no, &open]), Truth::No);
        assert_eq!(any(&[&yes, &open]), Truth::Yes);
        assert_eq!(any(&[&no, &open]), Truth::Open);
        assert_eq!(all(&[]), Truth::Yes);
        assert_eq!(any(&[]), Truth::No);
        assert_eq!(Test::Not(Box::new(open)).eval(&Fixed), Truth::Open);
        assert_eq!(Test::Not(Box::new(yes)).eval(&Fixed), Truth::No);
        assert_eq!(Test::Fact(0).eval(&Fixed), Truth::Open);
    }

    #[test]
    fn conditions_read_as_the_pack_writes_them() {
        let text = r#"{"all":[{"has":["roles","provider","deployer"]},{"not":{"fact":"excluded"}}]}"#;
        let condition: Condition = serde_json::from_str(text).unwrap();
        assert_eq!(serde_json::to_string(&condition).unwrap(), text);
        assert!(serde_json::from_str::<Condition>(r#"{"maybe":[]}"#).is_err());
    }
}
