//! Requests for evidence as a list to send: what is needed from whom, for which line, until when.

use cairn_domain::state::{FileState, RequestState};
use cairn_reports::{
    Block, Cell, Column, Figure, Group, Mark, Orientation, Report, Row, Table, TableSize, Tone, Width,
};
use cairn_words::Words;

use super::{Origin, Title, fact, frame};
use crate::request::RequestItem;

/// The report, on its side, grouped by whom is asked.
#[must_use]
pub fn report(items: &[RequestItem], origin: &Origin, words: &Words) -> Report {
    let version = words.date(origin.at.as_str());
    let facts = vec![fact(words.say("request-report-date"), version.clone(), 1.0)];
    let title = Title {
        title: words.say("request-report-title"),
        standfirst: "request-report-standfirst",
        version,
        source: words.say("request-report-notice"),
    };
    let mut report = frame(origin, &title, facts, words);
    report.orientation = Orientation::Landscape;
    let counted = |key: &str, test: &dyn Fn(&RequestItem) -> bool| Figure {
        value: words
            .number(i64::try_from(items.iter().filter(|item| test(item)).count()).unwrap_or(i64::MAX)),
        label: words.say(key),
    };
    report.cover.figures = vec![
        counted("request-report-all", &|_| true),
        counted("request-report-waiting", &|item| item.state == RequestState::Requested),
        counted("request-report-refused", &|item| item.state == RequestState::Refused),
        counted("request-report-judge", &|item| item.state == RequestState::Received),
        counted("request-report-late", &|item| item.days_late.is_some()),
        counted("request-report-accepted", &|item| item.state == RequestState::Accepted),
    ];
    report.body = vec![Block::Table(table(items, words))];
    report
}

/// Whom a request goes to: a person, else a department.
pub(crate) fn asked_of(item: &RequestItem) -> Option<&str> {
    item.owner.as_ref().map(|owner| owner.name.as_str()).or(item.department.as_deref())
}

/// Requests in the order of whom they go to; those that go to nobody come last.
pub(crate) fn by_person(items: &[RequestItem]) -> Vec<&RequestItem> {
    let mut sorted: Vec<&RequestItem> = items.iter().collect();
    sorted.sort_by_key(|item| {
        let whom = asked_of(item);
        (whom.is_none(), whom.map(str::to_lowercase), item.code.len(), item.code.clone())
    });
    sorted
}

fn table(items: &[RequestItem], words: &Words) -> Table {
    let mut rows = Vec::new();
    let mut last = None;
    for item in by_person(items) {
        let whom = asked_of(item).map_or_else(|| words.say("request-report-nobody"), str::to_owned);
        if last.as_ref() != Some(&whom) {
            rows.push(Row::Group(Group {
                id: String::new(),
                title: whom.clone(),
                anchor: None,
                bookmark: true,
            }));
            last = Some(whom);
        }
        rows.push(row(item, words));
    }
    Table {
        summary: words.say("request-report-title"),
        columns: vec![
            Column::new(words.say("request-report-code"), Width::Points(52.0)).tone(Tone::Quiet).heads_row(),
            Column::new(words.say("request-report-what"), Width::Share(2.0)),
            Column::new(words.say("request-report-line"), Width::Share(1.2)).tone(Tone::Soft),
            Column::new(words.say("request-report-due"), Width::Points(66.0)),
            Column::new(words.say("request-report-state"), Width::Points(86.0)),
            Column::new(words.say("request-report-came"), Width::Share(1.0)),
        ],
        rows,
        empty: words.say("request-report-empty"),
        size: TableSize::Small,
    }
}

fn row(item: &RequestItem, words: &Words) -> Row {
    let mark = match item.state {
        RequestState::Requested => Mark::DashedRing,
        RequestState::Received | RequestState::Refused => Mark::HalfDot,
        RequestState::Accepted => Mark::Dot,
        RequestState::Withdrawn => Mark::Dash,
    };
    let none = || Cell::toned(Tone::Quiet, words.say("report-none"));
    let came = came(item, words);
    Row::Cells(vec![
        item.code.clone().into(),
        item.what.clone().into(),
        format!("{} {}", item.requirement, item.title).into(),
        item.due.as_deref().map_or_else(none, |due| words.date_short(due).into()),
        Cell::marked(mark, words.say(&format!("request-state-{}", item.state))),
        if came.is_empty() { none() } else { came.into() },
    ])
}

/// What came, file by file with its state and reason, and why it was withdrawn; empty when there is nothing to say.
pub(crate) fn came(item: &RequestItem, words: &Words) -> String {
    let mut said: Vec<String> = Vec::new();
    for file in &item.files {
        let name = format!("{} {}", file.evidence.code.as_deref().unwrap_or_default(), file.evidence.title);
        let name = ("name", name.trim().to_owned().into());
        said.push(match (&file.reason, file.state) {
            (Some(reason), FileState::Refused) => {
                words.say_with("request-report-file-refused", &[name, ("reason", reason.as_str().into())])
            }
            (_, state) => {
                let state = words.say(&format!("file-state-{state}")).to_lowercase();
                words.say_with("request-report-file", &[name, ("state", state.into())])
            }
        });
    }
    // Why it is asked again stands with each file; why it was withdrawn stands nowhere else.
    let alone = item.state == RequestState::Withdrawn || item.files.is_empty();
    said.extend(item.reason.clone().filter(|_| alone));
    said.join("\n")
}

/// Why a request is asked again or was withdrawn.
pub(crate) fn why(item: &RequestItem, words: &Words) -> Option<String> {
    let again = &item.again;
    if again.is_empty() {
        return item.reason.clone();
    }
    Some(words.say_with("request-report-again", &[("reasons", again.join("; ").into())]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(state: RequestState) -> RequestItem {
        RequestItem {
            id: cairn_domain::id::RecordId(uuid::Uuid::nil()),
            code: "ER-001".to_owned(),
            requirement: "5.2".to_owned(),
            title: "AI policy".to_owned(),
            what: "Policy".to_owned(),
            owner: None,
            department: None,
            due: None,
            days_late: None,
            state,
            ways: Vec::new(),
            open: true,
            asks: cairn_domain::request::asks(state),
            reason: None,
            again: Vec::new(),
            requested_on: None,
            received_on: None,
            decided_on: None,
            files: Vec::new(),
        }
    }

    #[test]
    fn what_was_refused_does_not_count_as_waiting() {
        let words = Words::english().unwrap();
        let origin = Origin {
            organisation: "Harbour Analytics".to_owned(),
            confidentiality: String::new(),
            entries: 1,
            head: String::new(),
            at: "2026-11-23T08:00:00.000Z".parse().unwrap(),
        };
        let items = [RequestState::Requested, RequestState::Requested, RequestState::Refused].map(item);
        let report = report(&items, &origin, words);
        let figures: Vec<(&str, &str)> = report
            .cover
            .figures
            .iter()
            .map(|figure| (figure.value.as_str(), figure.label.as_str()))
            .collect();
        assert_eq!(figures[1..3], [("2", "waiting"), ("1", "refused, asked again")]);
    }
}
