//! Which answers an outcome rests on, read off its condition.

use super::condition::Condition;
use super::decision::Finding;
use super::file::Effect;
use super::pack::RulePack;

impl RulePack {
    /// Questions whose answers carry an outcome, in the order of the findings: those its condition looks at, answered as
    /// it wants them, and with an answer that settles something, or where none does, with a fact. An entry of Annex III carries the high risk that comes
    /// through Annex III, also where another entry would do alone.
    ///
    /// Meant for outcomes that hold; of others it gives what speaks for them.
    #[must_use]
    pub fn grounds(&self, outcome: &str, findings: &[Finding]) -> Vec<String> {
        let Some(outcome) = self.file.outcomes.iter().find(|known| known.id == outcome) else {
            return Vec::new();
        };
        let carries = |finding: &&Finding| self.speaks(&outcome.when, true, finding);
        let of = |settles: &dyn Fn(Effect) -> bool| -> Vec<String> {
            let found = findings.iter().filter(|finding| settles(finding.effect)).filter(carries);
            found.map(|finding| finding.question.clone()).collect()
        };
        let settled = of(&|effect| !matches!(effect, Effect::NotMet | Effect::Fact));
        // What the Act does not reach is so by facts alone: the roles and where the system is.
        if settled.is_empty() { of(&|effect| effect == Effect::Fact) } else { settled }
    }

    /// The provisions an answer falls under: those of the chosen answers; where they name none, the first of the question.
    #[must_use]
    pub fn provisions(&self, finding: &Finding) -> Vec<String> {
        let Some(question) = self.question(&finding.question) else { return finding.refs.clone() };
        let chosen = question.answers.iter().filter(|answer| finding.answer.contains(&answer.key));
        let mut found: Vec<String> = Vec::new();
        for reference in chosen.flat_map(|answer| &answer.refs) {
            if !found.contains(reference) {
                found.push(reference.clone());
            }
        }
        if found.is_empty() { question.refs.first().cloned().into_iter().collect() } else { found }
    }

    /// Whether an answer is one that a condition wants, or with `holds` unset, one that it does not.
    fn speaks(&self, condition: &Condition, holds: bool, finding: &Finding) -> bool {
        let any = |parts: &[Condition]| parts.iter().any(|part| self.speaks(part, holds, finding));
        match condition {
            Condition::All(parts) | Condition::Any(parts) => any(parts),
            Condition::Not(part) => self.speaks(part, !holds, finding),
            Condition::Has(words) => words.split_first().is_some_and(|(question, keys)| {
                *question == finding.question && keys.iter().any(|key| finding.answer.contains(key)) == holds
            }),
            Condition::Fact(id) => {
                // A fact uses earlier facts only (checked when the pack is read), so this ends.
                let fact = self.file.facts.iter().find(|fact| fact.id == *id);
                fact.is_some_and(|fact| self.speaks(&fact.when, holds, finding))
            }
        }
    }
}
