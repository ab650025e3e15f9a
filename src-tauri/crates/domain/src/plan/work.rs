//! Actions on the days of the plan: after what they wait for, before they are due and before the audit.

use serde::{Deserialize, Serialize};

use crate::time::Date;

/// What is known of an action's days.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Work {
    /// When work begins; when it is past, the days since count.
    pub starts_on: Option<Date>,
    /// Until when.
    pub due: Option<Date>,
    /// Working days it takes.
    pub effort_days: Option<u32>,
    /// Places in the list of what it waits for; only those before its own count, so that a circle does no harm.
    pub after: Vec<usize>,
}

/// An action on its days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "PlacedAction")]
pub struct Placed {
    /// First day.
    pub starts_on: Date,
    /// Last day.
    pub ends_on: Date,
    /// Days it may slip before its due day, an action that waits for it or the audit slips; negative when it cannot be
    /// held. None where nothing limits it.
    pub slack: Option<i32>,
    /// Whether no day is to spare.
    pub critical: bool,
}

impl Work {
    fn length(&self) -> i32 {
        self.effort_days.and_then(|days| i32::try_from(days).ok()).unwrap_or(1).max(1)
    }

    /// Its days: those a person chose, else as late as its due day allows, else as soon as it can; never before what
    /// it waits for has ended, unless a person chose so.
    fn stand(&self, after: Option<&Date>, today: &Date) -> (Date, Date) {
        let start = match (&self.starts_on, &self.due) {
            (Some(start), _) => start.clone(),
            (None, Some(due)) => {
                let late = back(due, self.length());
                after.map_or_else(|| late.clone(), |after| after.max(&late).clone())
            }
            (None, None) => after.map_or(today, |after| after.max(today)).clone(),
        };
        let end = through(&start, self.length());
        match &self.due {
            Some(due) if self.starts_on.is_some() => (start.clone(), due.max(&start).clone()),
            Some(due) => (start, due.max(&end).clone()),
            None => (start, end),
        }
    }

    /// Whether anything says when it is done.
    fn has_days(&self) -> bool {
        self.starts_on.is_some() || self.due.is_some() || self.effort_days.is_some() || !self.after.is_empty()
    }
}

/// Places actions, given so that nothing stands before what it waits for. One of which no day, effort or dependency is
/// known has no place.
#[must_use]
pub fn place(works: &[Work], today: &Date, audit: Option<&Date>) -> Vec<Option<Placed>> {
    let earliest = earliest(works, today);
    let latest = latest(works, audit);
    let mut found: Vec<Option<Placed>> = Vec::with_capacity(works.len());
    for (work, ((_, end), last)) in works.iter().zip(earliest.into_iter().zip(latest)) {
        let placed = work.has_days().then(|| {
            let before = work.after.iter().filter_map(|at| found.get(*at)?.as_ref());
            let after = before.map(|placed| placed.ends_on.plus_working_days(1)).max();
            let (starts_on, ends_on) = work.stand(after.as_ref(), today);
            let slack = last.map(|last| last.days_since(&end));
            Placed { starts_on, ends_on, slack, critical: slack.is_some_and(|days| days <= 0) }
        });
        found.push(placed);
    }
    found
}

/// First and last day of each when work goes on as soon as it can.
fn earliest(works: &[Work], today: &Date) -> Vec<(Date, Date)> {
    let mut found: Vec<(Date, Date)> = Vec::with_capacity(works.len());
    for work in works {
        let before =
            work.after.iter().filter_map(|at| found.get(*at)).map(|(_, end)| end.plus_working_days(1));
        let free = before.max().unwrap_or_else(|| today.clone()).max(today.clone());
        let begin = match &work.starts_on {
            Some(start) if start <= today => start.clone(),
            Some(start) => start.max(&free).clone(),
            None => free,
        };
        let end = through(&begin, work.length()).max(today.clone());
        found.push((begin, end));
    }
    found
}

/// The last day each may end on.
fn latest(works: &[Work], audit: Option<&Date>) -> Vec<Option<Date>> {
    let mut found: Vec<Option<Date>> = works
        .iter()
        .map(|work| work.due.clone().into_iter().chain(audit.map(|day| day.plus_days(-1))).min())
        .collect();
    for (at, work) in works.iter().enumerate().rev() {
        let Some(end) = found.get(at).cloned().flatten() else { continue };
        let before = back(&end, work.length()).plus_working_days(-1);
        for place in work.after.iter().filter(|place| **place < at) {
            if let Some(last) = found.get_mut(*place) {
                *last = Some(last.take().map_or_else(|| before.clone(), |last| last.min(before.clone())));
            }
        }
    }
    found
}

/// The last of so many working days from a day on.
fn through(start: &Date, days: i32) -> Date {
    start.plus_days(-1).plus_working_days(days).max(start.clone())
}

/// The first of so many working days up to a day.
fn back(end: &Date, days: i32) -> Date {
    end.plus_days(1).plus_working_days(-days).min(end.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn work(start: &str, due: &str, effort: u32, after: &[usize]) -> Work {
        let day = |text: &str| (!text.is_empty()).then(|| day(text));
        Work {
            starts_on: day(start),
            due: day(due),
            effort_days: (effort > 0).then_some(effort),
            after: after.to_vec(),
        }
    }

    fn days(placed: &Option<Placed>) -> (String, String, Option<i32>) {
        let placed = placed.as_ref().unwrap();
        (placed.starts_on.to_string(), placed.ends_on.to_string(), placed.slack)
    }

    #[test]
    fn an_action_begins_after_what_it_waits_for_and_takes_its_slack() {
        // 2026-11-24 is a Tuesday.
        let works = [work("", "", 5, &[]), work("", "2026-12-11", 3, &[0]), Work::default()];
        let placed = place(&works, &day("2026-11-24"), None);
        assert_eq!(days(&placed[0]), ("2026-11-24".to_owned(), "2026-11-30".to_owned(), Some(8)));
        assert_eq!(days(&placed[1]), ("2026-12-09".to_owned(), "2026-12-11".to_owned(), Some(8)));
        assert_eq!(placed[2], None, "nothing is known of it");
    }

    #[test]
    fn what_cannot_be_held_has_no_slack_and_is_critical() {
        let works =
            [work("", "2026-11-26", 5, &[]), work("", "2026-12-31", 2, &[]), work("2026-11-19", "", 5, &[])];
        let placed = place(&works, &day("2026-11-24"), Some(&day("2026-12-15")));
        assert_eq!(days(&placed[0]), ("2026-11-20".to_owned(), "2026-11-26".to_owned(), Some(-4)));
        assert!(placed[0].as_ref().unwrap().critical);
        assert_eq!(placed[1].as_ref().unwrap().slack, Some(19), "the audit comes before its due day");
        assert_eq!(
            days(&placed[2]),
            ("2026-11-19".to_owned(), "2026-11-25".to_owned(), Some(19)),
            "begun days count"
        );
    }

    #[test]
    fn a_circle_does_no_harm() {
        let placed = place(&[work("", "", 1, &[1]), work("", "", 1, &[0])], &day("2026-11-24"), None);
        assert!(placed.iter().all(Option::is_some));
    }
}
