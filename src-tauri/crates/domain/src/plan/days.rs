//! The days of the steps: as early as they can end, as late as they may, and where they stand.

use std::collections::{BTreeMap, BTreeSet};

use super::{Brief, Step};
use crate::time::Date;

/// Days of all steps, counted from today.
pub(super) struct Days<'a> {
    brief: &'a Brief,
    done: &'a BTreeSet<Step>,
    latest: BTreeMap<Step, i32>,
    earliest: BTreeMap<Step, i32>,
    planned: BTreeMap<Step, (i32, i32)>,
}

impl<'a> Days<'a> {
    pub(super) fn of(brief: &'a Brief, done: &'a BTreeSet<Step>) -> Self {
        let mut days = Self {
            brief,
            done,
            latest: BTreeMap::new(),
            earliest: BTreeMap::new(),
            planned: BTreeMap::new(),
        };
        for step in Step::ALL {
            let end = days.earliest_end(*step);
            days.earliest.insert(*step, end);
        }
        for step in Step::ALL.iter().rev() {
            let end = days.latest_end(*step);
            days.latest.insert(*step, end);
            let stands = days.stand(*step);
            days.planned.insert(*step, stands);
        }
        days
    }

    /// Days a step may slip.
    pub(super) fn slack(&self, step: Step) -> i32 {
        self.latest_of(step) - self.earliest_of(step)
    }

    /// First and last day a step stands on.
    pub(super) fn planned(&self, step: Step) -> (i32, i32) {
        self.planned.get(&step).copied().unwrap_or_default()
    }

    /// Where a step stands: on the days a person chose, else as late as it may and before what builds on it begins, if
    /// it can; what is done lies behind.
    fn stand(&self, step: Step) -> (i32, i32) {
        let (start, end) = self.chosen(step);
        if self.done.contains(&step) {
            // Its beginning is known only where a person chose it.
            let end = self.done_end(step).unwrap_or(-1);
            return (start.unwrap_or(end).min(end), end);
        }
        let latest = self.latest_of(step);
        let free = || {
            let waiting = self.followers(step).filter(|other| !self.begun(*other));
            let before = waiting.map(|other| self.planned(other).0 - 1).min().unwrap_or(latest);
            if step.is_audit_day() { latest } else { latest.min(before.max(self.earliest_of(step))) }
        };
        let end = end.unwrap_or_else(|| start.map_or_else(free, |start| start + step.days() - 1));
        (start.unwrap_or(end - step.days() + 1).min(end), end)
    }

    /// The day a done step ended on, if it is known: as a person said, as a record has it, or as it was chosen and passed.
    pub(super) fn done_end(&self, step: Step) -> Option<i32> {
        let known = self.brief.said.get(&step).or_else(|| self.brief.recorded.get(&step));
        known.map(|day| self.day(day)).or_else(|| self.chosen(step).1.filter(|end| *end < 0))
    }

    /// Open steps that build on a step.
    fn followers(&self, step: Step) -> impl Iterator<Item = Step> {
        let all = Step::ALL.iter().copied().filter(move |other| other.after().contains(&step));
        all.filter(|other| !self.done.contains(other))
    }

    fn day(&self, date: &Date) -> i32 {
        date.days_since(&self.brief.today)
    }

    fn earliest_of(&self, step: Step) -> i32 {
        self.earliest.get(&step).copied().unwrap_or_default()
    }

    fn latest_of(&self, step: Step) -> i32 {
        self.latest.get(&step).copied().unwrap_or_default()
    }

    /// The days a person chose; an audit has the day chosen for it.
    fn chosen(&self, step: Step) -> (Option<i32>, Option<i32>) {
        if step.is_audit_day() {
            return (None, None);
        }
        let Some(moved) = self.brief.moved.get(&step) else { return (None, None) };
        let day = |date: &Option<Date>| date.as_ref().map(|date| self.day(date));
        (day(&moved.starts_on), day(&moved.ends_on))
    }

    /// Calendar days it takes: as many as a person chose, else the usual ones.
    fn length(&self, step: Step) -> i32 {
        match self.chosen(step) {
            (Some(start), Some(end)) => (end - start + 1).max(1),
            _ => step.days(),
        }
    }

    /// The first day it can end on when work begins today. A step that has begun counts the days since; one whose days
    /// were chosen does not begin before them.
    fn earliest_end(&self, step: Step) -> i32 {
        if self.done.contains(&step) {
            return self.brief.said.get(&step).map_or(-1, |day| self.day(day).min(0));
        }
        let before =
            step.after().iter().map(|before| self.earliest_of(*before) + 1).max().unwrap_or(0).max(0);
        let length = self.length(step);
        let begin = match self.chosen(step) {
            // It can begin before them, but not end.
            (Some(start), _) if start <= 0 => start.max(before - length),
            (Some(start), _) => start.max(before),
            (None, Some(end)) => before.max(end - length + 1),
            (None, None) => before,
        };
        (begin + length - 1).max(0)
    }

    /// The last day it may end on: before what builds on it has to begin, or to end where that has begun already. What
    /// is done asks nothing of the steps before.
    fn latest_end(&self, step: Step) -> i32 {
        let bound = |other: Step| {
            let end = self.latest_of(other);
            if self.begun(other) { end } else { end - self.length(other) }
        };
        self.audit_day(step).unwrap_or_else(|| {
            self.followers(step).map(bound).min().unwrap_or_else(|| self.day(&self.brief.stage2_day()) - 1)
        })
    }

    fn audit_day(&self, step: Step) -> Option<i32> {
        match step {
            Step::Stage1 => Some(self.day(&self.brief.stage1_day())),
            Step::Stage2 => Some(self.day(&self.brief.stage2_day())),
            _ => None,
        }
    }

    fn begun(&self, step: Step) -> bool {
        self.chosen(step).0.is_some_and(|start| start <= 0)
    }
}
