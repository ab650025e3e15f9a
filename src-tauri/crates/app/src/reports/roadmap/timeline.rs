//! Steps and actions on one scale of days.

use cairn_domain::time::Date;
use cairn_reports::{BarTone, Stretch, Timeline};
use cairn_words::Words;

use super::month_name;
use crate::roadmap::{RoadmapAction, RoadmapView, StepView};

/// Most names of months on the scale.
const MARKS: usize = 9;

/// The timeline; none when nothing has a place in time.
pub(super) fn of(view: &RoadmapView, words: &Words) -> Option<Timeline> {
    // A step that is done on a day nobody knows has no place on the scale.
    let dated = || view.steps.iter().filter(|step| step.planned.dated);
    let steps = dated().map(|step| (&step.planned.starts_on, &step.planned.ends_on));
    let placed = view.actions.iter().filter_map(|each| each.placed.as_ref());
    let days: Vec<(&Date, &Date)> =
        steps.chain(placed.map(|each| (&each.starts_on, &each.ends_on))).collect();
    let first = days.iter().map(|(first, _)| *first).min()?.clone();
    let last = days.iter().map(|(_, last)| *last).max()?.plus_days(1);
    let scale = Scale { length: f64::from(last.days_since(&first).max(1)), first };
    let steps = dated().map(|step| step_stretch(step, &scale, words));
    let actions = view.actions.iter().filter_map(|each| action_stretch(each, &scale, words));
    Some(Timeline {
        summary: words.say("roadmap-report-timeline"),
        marks: scale.marks(&last, words),
        now: Some(scale.at(&view.today)).filter(|share| (0.0..=1.0).contains(share)),
        stretches: steps.chain(actions).collect(),
    })
}

struct Scale {
    first: Date,
    length: f64,
}

impl Scale {
    #[expect(clippy::cast_possible_truncation, reason = "a share of the width of a page")]
    fn at(&self, day: &Date) -> f32 {
        (f64::from(day.days_since(&self.first)) / self.length) as f32
    }

    /// The first days of the months; every second or third when there are many.
    fn marks(&self, last: &Date, words: &Words) -> Vec<(f32, String)> {
        let mut days = Vec::new();
        let mut day = self.first.clone();
        while day < *last {
            if day.as_str().ends_with("-01") {
                days.push(day.clone());
            }
            day = day.plus_days(1);
        }
        let every = days.len().div_ceil(MARKS).max(1);
        let name = |day: &Date| month_name(day.as_str().get(..7).unwrap_or_default(), words);
        days.iter().step_by(every).map(|day| (self.at(day), name(day))).collect()
    }

    fn stretch(&self, label: String, first: &Date, last: &Date, tone: BarTone, words: &Words) -> Stretch {
        let (from, to) = (words.date_short(first.as_str()), words.date_short(last.as_str()));
        let figure = if first == last {
            from
        } else {
            words.say_with("roadmap-report-from-to", &[("from", from.into()), ("to", to.into())])
        };
        Stretch { label, from: self.at(first), to: self.at(&last.plus_days(1)), figure, tone }
    }
}

fn step_stretch(step: &StepView, scale: &Scale, words: &Words) -> Stretch {
    let planned = &step.planned;
    let tone = match (planned.done, planned.critical) {
        (true, _) => BarTone::Solid,
        (false, true) => BarTone::Hatched,
        (false, false) => BarTone::Outline,
    };
    scale.stretch(step.label.clone(), &planned.starts_on, &planned.ends_on, tone, words)
}

fn action_stretch(each: &RoadmapAction, scale: &Scale, words: &Words) -> Option<Stretch> {
    let placed = each.placed.as_ref()?;
    let tone = if placed.critical { BarTone::Hatched } else { BarTone::Outline };
    let label = format!("{} {}", each.action.code, each.action.title);
    Some(scale.stretch(label, &placed.starts_on, &placed.ends_on, tone, words))
}
