//! A checked rule pack: every id resolved, every reference known, nothing that could loop.

use std::collections::{BTreeMap, BTreeSet};

use super::condition::{Condition, Test};
use super::file::{PackFile, Question};

/// The answer every question takes besides its own: "I don't know yet".
pub const UNKNOWN: &str = "unknown";

/// Most answers a question may offer; chosen answers are kept as one bit each.
const MAX_ANSWERS: usize = 64;

/// Why a rule pack cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum PackError {
    /// Not JSON of the expected form.
    #[error("rule pack: {0}")]
    Form(#[from] serde_json::Error),
    /// The form is right, the content is not; every problem is named.
    #[error("rule pack: {}", .0.join("; "))]
    Content(Vec<String>),
}

/// A rule pack that passed every check and is ready to evaluate.
#[derive(Debug, Clone)]
pub struct RulePack {
    pub(super) file: PackFile,
    pub(super) positions: BTreeMap<String, usize>,
    pub(super) questions: Vec<Test>,
    pub(super) facts: Vec<Test>,
    pub(super) roles: Vec<Test>,
    pub(super) tiers: Vec<Test>,
    pub(super) outcomes: Vec<Ruled>,
    pub(super) obligations: Vec<Ruled>,
    pub(super) schedules: Vec<Vec<(usize, Test)>>,
    pub(super) notes: Vec<Test>,
    pub(super) contradictions: Vec<Test>,
}

/// How the parts of a condition are joined.
#[derive(Clone, Copy)]
enum Connective {
    All,
    Any,
}

/// A condition with the positions of its roles and its dates.
#[derive(Debug, Clone)]
pub(super) struct Ruled {
    pub(super) when: Test,
    pub(super) roles: Vec<usize>,
    pub(super) schedule: Option<usize>,
    pub(super) formal: Option<usize>,
}

impl RulePack {
    /// Reads and checks a pack.
    ///
    /// # Errors
    /// Fails when the text is not a pack, or names every id, reference or condition that does not fit.
    pub fn parse(text: &str) -> Result<Self, PackError> {
        let file: PackFile = serde_json::from_str(text)?;
        let mut compiler = Compiler::new(&file);
        let pack = compiler.compile();
        super::check::check(&file, &mut compiler.problems);
        check_reach(&file, &pack, &mut compiler.problems);
        if compiler.problems.is_empty() {
            Ok(Self { file, ..pack })
        } else {
            Err(PackError::Content(compiler.problems))
        }
    }

    /// The pack as its file has it.
    #[must_use]
    pub fn file(&self) -> &PackFile {
        &self.file
    }

    /// A question by its id.
    #[must_use]
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.positions.get(id).and_then(|at| self.file.questions.get(*at))
    }

    /// Whether an outcome alone already makes a tier: what it needs includes something that is enough for the tier.
    /// High risk through Annex III makes the high tier, a general-purpose model does not. Read off how the conditions
    /// are written, so a tier that holds when nothing else does is made by none.
    #[must_use]
    pub fn makes_tier(&self, outcome: &str, tier: &str) -> bool {
        let outcome = self.file.outcomes.iter().find(|known| known.id == outcome);
        let tier = self.file.tiers.iter().find(|known| known.id == tier);
        let (Some(outcome), Some(tier)) = (outcome, tier) else { return false };
        let (mut needed, mut enough) = (Vec::new(), Vec::new());
        self.parts(&outcome.when, Connective::All, &mut needed);
        self.parts(&tier.when, Connective::Any, &mut enough);
        needed.iter().any(|part| enough.contains(part))
    }

    /// A condition, what its named conditions stand for, and the parts joined in the given way.
    fn parts<'a>(&'a self, condition: &'a Condition, joined: Connective, found: &mut Vec<&'a Condition>) {
        found.push(condition);
        match (condition, joined) {
            (Condition::All(parts), Connective::All) | (Condition::Any(parts), Connective::Any) => {
                parts.iter().for_each(|part| self.parts(part, joined, found));
            }
            (Condition::Fact(id), _) => {
                // A fact uses earlier facts only (checked when the pack is read), so this ends.
                let fact = self.file.facts.iter().find(|fact| fact.id == *id);
                fact.into_iter().for_each(|fact| self.parts(&fact.when, joined, found));
            }
            _ => {}
        }
    }

    /// Position and definition of a question.
    pub(super) fn locate(&self, id: &str) -> Option<(usize, &Question)> {
        let at = *self.positions.get(id)?;
        self.file.questions.get(at).map(|question| (at, question))
    }
}

/// The bit of an answer in the set of chosen answers.
pub(super) fn bit(question: &Question, key: &str) -> Option<u64> {
    question
        .answers
        .iter()
        .position(|answer| answer.key == key)
        .filter(|at| *at < MAX_ANSWERS)
        .map(|at| 1 << at)
}

struct Compiler<'a> {
    file: &'a PackFile,
    questions: BTreeMap<&'a str, usize>,
    facts: BTreeMap<&'a str, usize>,
    problems: Vec<String>,
}

impl<'a> Compiler<'a> {
    fn new(file: &'a PackFile) -> Self {
        Self {
            file,
            questions: file.questions.iter().enumerate().map(|(at, q)| (q.id.as_str(), at)).collect(),
            facts: file.facts.iter().enumerate().map(|(at, fact)| (fact.id.as_str(), at)).collect(),
            problems: Vec::new(),
        }
    }

    fn compile(&mut self) -> RulePack {
        let file = self.file;
        let count = file.facts.len();
        let facts = file.facts.iter().enumerate();
        let facts = facts.map(|(at, fact)| self.test(&format!("fact {}", fact.id), &fact.when, at)).collect();
        let questions =
            file.questions.iter().map(|q| self.test(&format!("question {}", q.id), &q.when, count)).collect();
        let roles = file.roles.iter().map(|r| self.test(&format!("role {}", r.id), &r.when, count)).collect();
        let tiers = file.tiers.iter().map(|t| self.test(&format!("tier {}", t.id), &t.when, count)).collect();
        let notes = file.notes.iter().map(|n| self.test(&format!("note {}", n.id), &n.when, count)).collect();
        let contradictions = file.contradictions.iter();
        let contradictions =
            contradictions.map(|c| self.test(&format!("contradiction {}", c.id), &c.when, count)).collect();
        RulePack {
            file: file.clone(),
            positions: self.questions.iter().map(|(id, at)| ((*id).to_owned(), *at)).collect(),
            questions,
            facts,
            roles,
            tiers,
            outcomes: self.outcomes(count),
            obligations: self.obligations(count),
            schedules: self.schedules(count),
            notes,
            contradictions,
        }
    }

    fn outcomes(&mut self, facts: usize) -> Vec<Ruled> {
        let file = self.file;
        let ruled = |this: &mut Self, at: &str, when: &Condition, schedule: &Option<String>| Ruled {
            when: this.test(at, when, facts),
            roles: Vec::new(),
            schedule: schedule.as_ref().and_then(|id| this.schedule(at, id)),
            formal: None,
        };
        file.outcomes
            .iter()
            .map(|o| ruled(self, &format!("outcome {}", o.id), &o.when, &o.schedule))
            .collect()
    }

    fn obligations(&mut self, facts: usize) -> Vec<Ruled> {
        let file = self.file;
        let mut all = Vec::new();
        for duty in &file.obligations {
            let at = format!("obligation {}", duty.id);
            let mut roles = Vec::new();
            for id in &duty.roles {
                match file.roles.iter().position(|role| role.id == *id) {
                    Some(role) => roles.push(role),
                    None => self.problems.push(format!("{at}: no role {id}")),
                }
            }
            if roles.is_empty() {
                self.problems.push(format!("{at}: binds no role"));
            }
            let when = self.test(&at, &duty.when, facts);
            let schedule = self.schedule(&at, &duty.schedule);
            let formal = duty.formal.as_ref().and_then(|id| self.date(&at, id));
            all.push(Ruled { when, roles, schedule, formal });
        }
        all
    }

    fn schedules(&mut self, facts: usize) -> Vec<Vec<(usize, Test)>> {
        let file = self.file;
        let mut all = Vec::new();
        for schedule in &file.schedules {
            let at = format!("schedule {}", schedule.id);
            if schedule.entries.is_empty() {
                self.problems.push(format!("{at}: has no date"));
            }
            let mut entries = Vec::new();
            for entry in &schedule.entries {
                let when = self.test(&at, &entry.when, facts);
                if let Some(date) = self.date(&at, &entry.date) {
                    entries.push((date, when));
                }
            }
            all.push(entries);
        }
        all
    }

    fn date(&mut self, at: &str, id: &str) -> Option<usize> {
        let found = self.file.dates.iter().position(|date| date.id == id);
        if found.is_none() {
            self.problems.push(format!("{at}: no date {id}"));
        }
        found
    }

    fn schedule(&mut self, at: &str, id: &str) -> Option<usize> {
        let found = self.file.schedules.iter().position(|schedule| schedule.id == id);
        if found.is_none() {
            self.problems.push(format!("{at}: no schedule {id}"));
        }
        found
    }

    /// Resolves a condition; `facts` is the number of facts it may use, counted from the first.
    fn test(&mut self, at: &str, condition: &Condition, facts: usize) -> Test {
        match condition {
            Condition::All(parts) => Test::All(parts.iter().map(|part| self.test(at, part, facts)).collect()),
            Condition::Any(parts) => Test::Any(parts.iter().map(|part| self.test(at, part, facts)).collect()),
            Condition::Not(part) => Test::Not(Box::new(self.test(at, part, facts))),
            Condition::Has(words) => self.has(at, words),
            Condition::Fact(id) => match self.facts.get(id.as_str()) {
                Some(fact) if *fact < facts => Test::Fact(*fact),
                Some(_) => self.wrong(format!("{at}: fact {id} comes later")),
                None => self.wrong(format!("{at}: no fact {id}")),
            },
        }
    }

    fn has(&mut self, at: &str, words: &[String]) -> Test {
        let Some((id, keys)) = words.split_first() else {
            return self.wrong(format!("{at}: has without a question"));
        };
        let Some(position) = self.questions.get(id.as_str()).copied() else {
            return self.wrong(format!("{at}: no question {id}"));
        };
        let Some(question) = self.file.questions.get(position) else {
            return self.wrong(format!("{at}: no question {id}"));
        };
        let mut set = 0;
        for key in keys {
            match bit(question, key) {
                Some(one) => set |= one,
                None => self.problems.push(format!("{at}: question {id} has no answer {key}")),
            }
        }
        if keys.is_empty() {
            self.problems.push(format!("{at}: has {id} without an answer"));
        }
        Test::Has(position, set)
    }

    fn wrong(&mut self, problem: String) -> Test {
        self.problems.push(problem);
        Test::Any(Vec::new())
    }
}

/// Checks which questions conditions look at: visibility only at earlier ones, which rules out loops and
/// gives one order of evaluation; optional ones only in notes and contradictions, so that nothing that counts
/// can stay open without being missing.
fn check_reach(file: &PackFile, pack: &RulePack, problems: &mut Vec<String>) {
    let mut facts: Vec<BTreeSet<usize>> = Vec::new();
    for fact in &pack.facts {
        let reached = reach(fact, &facts);
        facts.push(reached);
    }
    let optional: BTreeSet<usize> =
        file.questions.iter().enumerate().filter(|(_, q)| q.optional).map(|(at, _)| at).collect();
    for (at, (test, question)) in pack.questions.iter().zip(&file.questions).enumerate() {
        let reached = reach(test, &facts);
        if reached.range(at..).next().is_some() {
            problems.push(format!("question {}: is shown by a question that is not before it", question.id));
        }
        if !reached.is_disjoint(&optional) {
            problems.push(format!("question {}: is shown by an optional question", question.id));
        }
        if question.answers.len() > MAX_ANSWERS {
            problems.push(format!("question {}: more than {MAX_ANSWERS} answers", question.id));
        }
    }
    let ruled = pack.outcomes.iter().chain(&pack.obligations).map(|ruled| &ruled.when);
    let dated = pack.schedules.iter().flatten().map(|(_, test)| test);
    for test in pack.tiers.iter().chain(&pack.roles).chain(ruled).chain(dated) {
        if !reach(test, &facts).is_disjoint(&optional) {
            problems.push("an optional question decides a role, tier, outcome, duty or date".to_owned());
        }
    }
}

/// Questions a test looks at, facts followed.
fn reach(test: &Test, facts: &[BTreeSet<usize>]) -> BTreeSet<usize> {
    match test {
        Test::All(parts) | Test::Any(parts) => parts.iter().flat_map(|part| reach(part, facts)).collect(),
        Test::Not(part) => reach(part, facts),
        Test::Has(question, _) => BTreeSet::from([*question]),
        Test::Fact(fact) => facts.get(*fact).cloned().unwrap_or_default(),
    }
}
