//! The duties of a classification on its first page: one by one, by day, or as one sentence where there is no room.

use cairn_domain::state::ObligationStatus;
use cairn_reports::{Block, Cell, Column, Row, Table, TableSize, Tone, Width};
use cairn_words::Words;

use super::{FEW_DUTIES, Room, caption, confirmed, from, small, standing, standing_columns, tracking};
use crate::classification::{ClassificationDuty, ClassificationResult, ClassificationView};
use crate::obligation::ObligationItem;

pub(super) fn duties_in_short(
    body: &mut Vec<Block>,
    view: &ClassificationView,
    tracked: &[ObligationItem],
    room: Room,
    words: &Words,
) {
    let result = &view.result;
    if result.provisional && result.obligations.is_empty() {
        return;
    }
    let key = if result.provisional {
        "classification-report-duties-so-far"
    } else {
        "classification-report-duties"
    };
    body.push(small(key, 0, words));
    if room.counted {
        body.push(caption(&between(result, words)));
        return;
    }
    let many = room.short || result.obligations.len() > FEW_DUTIES;
    body.push(Block::Table(if many {
        glance(view, tracked, room, words)
    } else {
        duties(view, tracked, words)
    }));
}

/// How many duties there are, and between which days they begin.
fn between(result: &ClassificationResult, words: &Words) -> String {
    let days = || result.obligations.iter().map(|duty| duty.applies_from.as_str());
    let day = |day: Option<&str>| words.date(day.unwrap_or_default());
    let count = i64::try_from(result.obligations.len()).unwrap_or(i64::MAX);
    words.say_with(
        "classification-report-duties-counted",
        &[("count", count.into()), ("from", day(days().min()).into()), ("to", day(days().max()).into())],
    )
}

/// Duties one by one.
fn duties(view: &ClassificationView, tracked: &[ObligationItem], words: &Words) -> Table {
    let rows = view.result.obligations.iter().map(|duty| {
        let mut cells = vec![
            confirmed(&duty.reference, duty.confirm).into(),
            duty.label.clone().into(),
            from(duty, words).into(),
        ];
        if !tracked.is_empty() {
            cells.extend(standing(tracking(duty, tracked), words));
        }
        Row::Cells(cells)
    });
    let mut columns = vec![
        Column::new(words.say("classification-report-article"), Width::Points(72.0))
            .tone(Tone::Quiet)
            .heads_row(),
        Column::new(words.say("classification-report-duty"), Width::Share(2.0)),
        Column::new(words.say("classification-report-applies"), Width::Points(64.0)),
    ];
    if !tracked.is_empty() {
        columns.extend(standing_columns(words));
    }
    Table {
        summary: words.say("classification-report-duties"),
        columns,
        rows: rows.collect(),
        empty: words.say("classification-report-no-duties"),
        size: TableSize::Small,
    }
}

/// Duties by day and group, named by their provisions only, with where they stand.
fn glance(view: &ClassificationView, tracked: &[ObligationItem], room: Room, words: &Words) -> Table {
    let mut days: Vec<(String, Vec<&ClassificationDuty>)> = Vec::new();
    let mut sorted: Vec<&ClassificationDuty> = view.result.obligations.iter().collect();
    sorted.sort_by(|a, b| a.applies_from.cmp(&b.applies_from));
    for duty in sorted {
        let from = from(duty, words);
        match days.iter_mut().find(|(day, _)| *day == from) {
            Some((_, duties)) => duties.push(duty),
            None => days.push((from, vec![duty])),
        }
    }
    let row = |(day, duties): &(String, Vec<&ClassificationDuty>)| {
        let count = || ("count", i64::try_from(duties.len()).unwrap_or(i64::MAX).into());
        let named = if room.short {
            words.say_with("classification-report-glance-count", &[count()])
        } else {
            by_group(duties, words)
        };
        let mut cells = vec![day.clone().into(), named.into()];
        if !tracked.is_empty() {
            cells.extend(summed(duties, tracked, words));
        }
        Row::Cells(cells)
    };
    // A limit on the day takes two or three lines of a wider column instead of six.
    let limits = view.result.obligations.iter().any(|duty| duty.qualifier.is_some());
    let day = match (limits, room.short) {
        (true, true) => Width::Share(2.0),
        (true, false) => Width::Points(118.0),
        (false, _) => Width::Points(66.0),
    };
    let mut columns = vec![
        Column::new(words.say("classification-report-applies"), day).heads_row(),
        Column::new(words.say("classification-report-provisions"), Width::Share(1.0)),
    ];
    if !tracked.is_empty() {
        columns.extend(standing_columns(words));
    }
    Table {
        summary: words.say("classification-report-duties"),
        columns,
        rows: days.iter().map(row).collect(),
        empty: words.say("classification-report-no-duties"),
        size: TableSize::Small,
    }
}

/// Provisions, a line for each group.
fn by_group(duties: &[&ClassificationDuty], words: &Words) -> String {
    let mut groups: Vec<(&str, Vec<String>)> = Vec::new();
    for duty in duties {
        let provision = confirmed(&duty.reference, duty.confirm);
        match groups.iter_mut().find(|(group, _)| *group == duty.category) {
            Some((_, provisions)) => provisions.push(provision),
            None => groups.push((&duty.category, vec![provision])),
        }
    }
    let line = |(group, provisions): (&str, Vec<String>)| {
        words.say_with(
            "classification-report-glance-group",
            &[("group", group.into()), ("provisions", provisions.join("; ").into())],
        )
    };
    groups.into_iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Where several duties stand: how many are in each state, whose they are, the next day, the evidence in all.
fn summed(duties: &[&ClassificationDuty], tracked: &[ObligationItem], words: &Words) -> Vec<Cell> {
    let items: Vec<&ObligationItem> = duties.iter().filter_map(|duty| tracking(duty, tracked)).collect();
    let none = || Cell::toned(Tone::Quiet, words.say("report-none"));
    let states = ObligationStatus::ALL.iter().filter_map(|status| {
        let count = items.iter().filter(|item| item.status == *status).count();
        let count = i64::try_from(count).ok().filter(|count| *count > 0)?;
        Some(format!("{} {}", words.say(&format!("obligation-status-{status}")), words.number(count)))
    });
    let mut owners: Vec<String> =
        items.iter().filter_map(|item| item.owner.as_ref()).map(|owner| owner.name.clone()).collect();
    owners.sort_unstable();
    owners.dedup();
    let due = items.iter().filter_map(|item| item.due.as_deref()).min();
    let due = due.map(|due| ("date", words.date_short(due).into()));
    owners.extend(due.map(|date| words.say_with("classification-report-until", &[date])));
    vec![
        states.collect::<Vec<_>>().join(", ").into(),
        if owners.is_empty() { none() } else { owners.join("\n").into() },
        words.number(items.iter().map(|item| i64::from(item.evidence)).sum()).into(),
    ]
}
