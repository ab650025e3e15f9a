//! Evaluation: answers in, decision out. Pure, total, and independent of the order of answering.
//!
//! Method: every condition has one of three values, yes, no or open. A question that is not asked has none of
//! its answers; one that is asked but unanswered leaves each of its answers open; one whose own relevance is
//! open leaves a chosen answer open. The connectives are Kleene's, which are monotone: more answers turn open
//! into yes or no and never turn a yes or a no. So a tier that is `no` now stays impossible, and the worst of
//! the tiers that are not `no` (up to the first that is `yes`) is never better than any tier that further
//! answers can lead to. The bound can be too cautious, since parts of a condition are judged one by one.

use std::cell::{Cell, OnceCell};

use super::answers::{Answers, Said};
use super::condition::{Known, Truth};
use super::decision::{Conflict, DecidedOutcome, Decision, Duty, DutyDate, Finding, PackRef, RequiredNote};
use super::file::Effect;
use super::pack::{RulePack, Ruled};

struct Walk<'a> {
    pack: &'a RulePack,
    said: Vec<Said>,
    asked: Vec<Truth>,
    facts: Vec<Cell<Option<Truth>>>,
    roles: Vec<Truth>,
    dates: Vec<OnceCell<Vec<DutyDate>>>,
}

impl Known for Walk<'_> {
    fn has(&self, question: usize, keys: u64) -> Truth {
        match (self.said.get(question), self.asked.get(question)) {
            (_, Some(Truth::No)) => Truth::No,
            (Some(Said::Known(set)), _) if set & keys == 0 => Truth::No,
            (Some(Said::Known(_)), Some(asked)) => *asked,
            _ => Truth::Open,
        }
    }

    fn fact(&self, fact: usize) -> Truth {
        let (Some(memory), Some(test)) = (self.facts.get(fact), self.pack.facts.get(fact)) else {
            return Truth::Open;
        };
        memory.get().unwrap_or_else(|| {
            let truth = test.eval(self);
            memory.set(Some(truth));
            truth
        })
    }
}

impl RulePack {
    /// Evaluates answers. Never fails: an answer that cannot be used counts as unknown and is named among the
    /// problems, so that stored answers can be evaluated under a newer pack.
    #[must_use]
    pub fn evaluate(&self, answers: &Answers) -> Decision {
        let walk = Walk::new(self, answers);
        let standing = walk.standing();
        let ended = standing.certain.and_then(|at| self.file.tiers.get(at)).is_some_and(|tier| tier.ends);
        let missing = if ended { Vec::new() } else { walk.unanswered(Truth::Yes) };
        let possible = if ended { Vec::new() } else { walk.unanswered(Truth::Open) };
        let provisional = !missing.is_empty();
        let name = |at: usize| self.file.tiers.get(at).map(|tier| tier.id.clone());
        let certain_tier = standing.certain.and_then(name);
        let (outcomes, possible_outcomes) = walk.outcomes();
        let (obligations, possible_obligations) = walk.obligations();
        Decision {
            pack: PackRef {
                id: self.file.id.clone(),
                version: self.file.version.clone(),
                date: self.file.date.clone(),
            },
            tier: if provisional { None } else { certain_tier.clone() },
            provisional,
            certain_tier,
            worst_possible: name(standing.worst).unwrap_or_default(),
            missing,
            possible,
            visible: walk.visible(),
            next: walk.next(ended),
            roles: walk.roles(),
            outcomes,
            possible_outcomes,
            findings: walk.findings(answers),
            obligations,
            possible_obligations,
            contradictions: walk.contradictions(),
            problems: self.problems(answers),
            required_notes: walk.required_notes(answers),
        }
    }
}

/// Positions of the tier that is certain, if one is, and of the worst that is possible.
struct Standing {
    certain: Option<usize>,
    worst: usize,
}

impl<'a> Walk<'a> {
    fn new(pack: &'a RulePack, answers: &Answers) -> Self {
        let mut walk = Self {
            pack,
            said: pack.said(answers),
            asked: Vec::with_capacity(pack.questions.len()),
            facts: vec![Cell::new(None); pack.facts.len()],
            roles: Vec::with_capacity(pack.roles.len()),
            dates: vec![OnceCell::new(); pack.schedules.len()],
        };
        // A question's relevance looks at earlier questions only (checked when the pack is read).
        for test in &pack.questions {
            let asked = test.eval(&walk);
            walk.asked.push(asked);
        }
        walk.roles = pack.roles.iter().map(|test| test.eval(&walk)).collect();
        walk
    }

    fn standing(&self) -> Standing {
        let mut certain = None;
        let mut worst: Option<(u8, usize)> = None;
        let mut open = false;
        for (at, (tier, test)) in self.pack.file.tiers.iter().zip(&self.pack.tiers).enumerate() {
            let truth = test.eval(self);
            if truth == Truth::No {
                continue;
            }
            worst = worst.max(Some((tier.severity, at)));
            if truth == Truth::Yes {
                certain = if open { None } else { Some(at) };
                break;
            }
            open = true;
        }
        Standing { certain, worst: worst.map_or(0, |(_, at)| at) }
    }

    fn ids(&self, keep: impl Fn(usize) -> bool) -> Vec<String> {
        let questions = self.pack.file.questions.iter().enumerate();
        questions.filter(|(at, _)| keep(*at)).map(|(_, question)| question.id.clone()).collect()
    }

    fn asked(&self, at: usize) -> Truth {
        self.asked.get(at).copied().unwrap_or(Truth::Open)
    }

    fn optional(&self, at: usize) -> bool {
        self.pack.file.questions.get(at).is_some_and(|question| question.optional)
    }

    fn unanswered(&self, asked: Truth) -> Vec<String> {
        self.ids(|at| {
            self.asked(at) == asked
                && !self.optional(at)
                && !matches!(self.said.get(at), Some(Said::Known(_)))
        })
    }

    fn visible(&self) -> Vec<String> {
        self.ids(|at| self.asked(at) == Truth::Yes)
    }

    /// The first question nobody has touched that is, or may become, relevant. Once the walk has ended only
    /// those that are relevant for certain are left: they complete the record.
    fn next(&self, ended: bool) -> Option<String> {
        let least = if ended { Truth::Yes } else { Truth::Open };
        let due = |at| if self.optional(at) { Truth::Yes } else { least };
        let open = self.ids(|at| self.asked(at) >= due(at) && self.said.get(at) == Some(&Said::Nothing));
        open.into_iter().next()
    }

    fn roles(&self) -> Vec<String> {
        let roles = self.pack.file.roles.iter().zip(&self.roles);
        roles.filter(|(_, ours)| **ours == Truth::Yes).map(|(role, _)| role.id.clone()).collect()
    }

    fn outcomes(&self) -> (Vec<DecidedOutcome>, Vec<String>) {
        let (mut held, mut open) = (Vec::new(), Vec::new());
        for (outcome, ruled) in self.pack.file.outcomes.iter().zip(&self.pack.outcomes) {
            match ruled.when.eval(self) {
                Truth::No => {}
                Truth::Open => open.push(outcome.id.clone()),
                Truth::Yes => {
                    let dates = self.dates(ruled);
                    let certainty = self.certainty(&outcome.certainty, dates.first());
                    held.push(DecidedOutcome {
                        id: outcome.id.clone(),
                        refs: outcome.refs.clone(),
                        applies_from: dates.first().map(|date| date.date.clone()),
                        qualifier: dates.first().and_then(|date| date.qualifier.clone()),
                        confirm: self.confirm(&certainty),
                        certainty,
                    });
                }
            }
        }
        (held, open)
    }

    fn obligations(&self) -> (Vec<Duty>, Vec<String>) {
        let (mut held, mut open) = (Vec::new(), Vec::new());
        for (obligation, ruled) in self.pack.file.obligations.iter().zip(&self.pack.obligations) {
            let role = |at: &usize| self.roles.get(*at).copied().unwrap_or(Truth::No);
            let bound = ruled.roles.iter().map(role).max().unwrap_or(Truth::No);
            let dates = self.dates(ruled);
            match (ruled.when.eval(self).min(bound), dates.first()) {
                (Truth::No, _) | (_, None) => {}
                (Truth::Open, _) => open.push(obligation.id.clone()),
                (Truth::Yes, Some(first)) => {
                    let ours = ruled.roles.iter().filter(|at| role(at) == Truth::Yes);
                    let ours = ours.filter_map(|at| self.pack.file.roles.get(*at));
                    let certainty = self.certainty(&obligation.certainty, Some(first));
                    let formal = ruled.formal.and_then(|at| self.pack.file.dates.get(at));
                    held.push(Duty {
                        id: obligation.id.clone(),
                        reference: obligation.refs.join(", "),
                        refs: obligation.refs.clone(),
                        category: obligation.category.clone(),
                        roles: ours.map(|role| role.id.clone()).collect(),
                        applies_from: first.date.clone(),
                        qualifier: first.qualifier.clone(),
                        formal_from: formal.map(|date| date.date.clone()),
                        confirm: self.confirm(&certainty),
                        certainty,
                        dates: dates.to_vec(),
                    });
                }
            }
        }
        (held, open)
    }

    /// Dates of a schedule that hold, earliest first; while none is settled, those that are possible.
    fn dates(&self, ruled: &Ruled) -> &[DutyDate] {
        let memory = ruled.schedule.and_then(|at| Some((at, self.dates.get(at)?)));
        memory.map_or(&[], |(at, memory)| memory.get_or_init(|| self.scheduled(at)))
    }

    fn scheduled(&self, at: usize) -> Vec<DutyDate> {
        let (Some(schedule), Some(tests)) = (self.pack.file.schedules.get(at), self.pack.schedules.get(at))
        else {
            return Vec::new();
        };
        let pick = |wanted: Truth| {
            let entries =
                schedule.entries.iter().zip(tests).filter(|(_, (_, test))| test.eval(self) == wanted);
            let mut dates: Vec<DutyDate> =
                entries.filter_map(|(entry, (date, _))| self.date(*date, entry.qualifier.clone())).collect();
            dates.sort();
            dates
        };
        let settled = pick(Truth::Yes);
        if settled.is_empty() { pick(Truth::Open) } else { settled }
    }

    fn date(&self, at: usize, qualifier: Option<String>) -> Option<DutyDate> {
        let date = self.pack.file.dates.get(at)?;
        Some(DutyDate { date: date.date.clone(), id: date.id.clone(), qualifier, refs: date.refs.clone() })
    }

    fn certainty(&self, own: &str, date: Option<&DutyDate>) -> Vec<String> {
        let of_date = date.and_then(|date| self.pack.file.dates.iter().find(|known| known.id == date.id));
        let mut all = vec![own.to_owned()];
        all.extend(of_date.map(|date| date.certainty.clone()).filter(|certainty| certainty != own));
        all
    }

    fn confirm(&self, certainty: &[String]) -> bool {
        self.pack.file.certainty.iter().any(|known| known.confirm && certainty.contains(&known.id))
    }

    fn findings(&self, answers: &Answers) -> Vec<Finding> {
        let mut all = Vec::new();
        for (at, question) in self.pack.file.questions.iter().enumerate() {
            let (Truth::Yes, Some(Said::Known(set))) = (self.asked(at), self.said.get(at)) else { continue };
            let chosen: Vec<_> = question
                .answers
                .iter()
                .enumerate()
                .filter(|(bit, _)| set >> bit & 1 == 1)
                .map(|x| x.1)
                .collect();
            let mut refs = question.refs.clone();
            for reference in chosen.iter().flat_map(|answer| &answer.refs) {
                if !refs.contains(reference) {
                    refs.push(reference.clone());
                }
            }
            let strength = |effect: &Effect| match effect {
                Effect::Met => 4,
                Effect::Closed => 3,
                Effect::CarveOut => 2,
                Effect::Fact => 1,
                Effect::NotMet => 0,
            };
            all.push(Finding {
                question: question.id.clone(),
                answer: chosen.iter().map(|answer| answer.key.clone()).collect(),
                refs,
                effect: chosen.iter().map(|answer| answer.effect).max_by_key(strength).unwrap_or_default(),
                note: answers.notes.get(&question.id).cloned(),
                confirm: self.confirm(std::slice::from_ref(&question.certainty)),
            });
        }
        all
    }

    fn contradictions(&self) -> Vec<Conflict> {
        let all = self.pack.file.contradictions.iter().zip(&self.pack.contradictions);
        all.filter(|(_, test)| test.eval(self) == Truth::Yes)
            .map(|(known, _)| Conflict {
                id: known.id.clone(),
                weight: known.weight,
                questions: known.questions.clone(),
            })
            .collect()
    }

    fn known(&self, question: &str) -> bool {
        let at = self.pack.positions.get(question);
        at.is_some_and(|at| matches!(self.said.get(*at), Some(Said::Known(_))))
    }

    fn required_notes(&self, answers: &Answers) -> Vec<RequiredNote> {
        let all = self.pack.file.notes.iter().zip(&self.pack.notes);
        all.filter(|(_, test)| test.eval(self) == Truth::Yes)
            .map(|(note, _)| RequiredNote {
                id: note.id.clone(),
                question: note.question.clone(),
                refs: note.refs.clone(),
                given: answers.notes.get(&note.id).is_some_and(|text| crate::field::is_fact(text))
                    && (!note.answered || self.known(&note.question)),
            })
            .collect()
    }
}
