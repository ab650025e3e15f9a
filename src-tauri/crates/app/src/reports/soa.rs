//! The Statement of Applicability as a report (ISO/IEC 42001, 6.1.3).

use cairn_domain::soa::{Counts, Decision, Delivery, Reason, Row as SoaRow};
use cairn_reports::{
    Block, Cell, Column, Figure, Group, Legend, LegendEntry, Mark, Note, Report, Row, Table, Tone, Width,
};
use cairn_words::Words;
use serde::{Deserialize, Serialize};

use super::{Issue, Origin, RowState, Title, fact, frame};

/// One control with the words of its pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// The decision and all it rests on.
    pub row: SoaRow,
    /// Official title of the control.
    pub title: String,
    /// Id of its area, for example `A.6`.
    pub area: String,
    /// Official title of the area.
    pub area_title: String,
    /// Who owns it.
    pub owner: Option<String>,
    /// Codes of the evidence attached.
    pub evidence: Vec<String>,
    /// The row in the workspace.
    #[serde(default)]
    pub state: RowState,
    /// What the reasons rest on, in words.
    #[serde(default)]
    pub rests_on: Vec<(Reason, String)>,
}

/// Everything the statement says beside its rows.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Statement {
    /// Scope in a sentence; empty while none is written.
    pub scope: String,
    /// Whether a risk treatment is approved; until then the statement is a draft and says why.
    pub treatment_approved: bool,
    /// Edition the titles are quoted from, for example `ISO/IEC 42001:2023`.
    pub standard: String,
    /// The rows, in natural order.
    pub lines: Vec<Line>,
    /// Counts over the rows.
    pub counts: Counts,
}

/// The report. Every sentence and figure on its cover is made of the rows.
#[must_use]
pub fn report(statement: &Statement, issue: &Issue, origin: &Origin, words: &Words) -> Report {
    let scope =
        if statement.scope.is_empty() { words.say("report-not-named") } else { statement.scope.clone() };
    let mut facts = vec![fact(words.say("soa-report-scope"), scope, 1.7)];
    facts.extend(issue.facts(words));
    let title = Title {
        title: words.say("soa-report-title"),
        standfirst: "soa-report-standfirst",
        version: issue.short(words),
        source: words.say_with("report-titles-from", &[("standard", statement.standard.clone().into())]),
    };
    let mut report = frame(origin, &title, facts, words);
    report.cover.lead = lead(statement, words);
    report.cover.figures = figures(&statement.counts, words);
    report.body = vec![Block::Legend(legend(words))];
    report.body.extend(untreated(statement, words).map(|text| {
        Block::Note(Note { title: String::new(), text: text.into(), mark: Some(Mark::Triangle) })
    }));
    report.body.push(Block::Table(table(statement, words)));
    report.body.push(Block::SignOff(issue.sign_off.clone()));
    report
}

/// Which rows already name a risk treatment or a risk assessment although none is approved.
pub(crate) fn untreated(statement: &Statement, words: &Words) -> Option<String> {
    let rows = statement.lines.iter().map(|line| &line.row);
    let controls: Vec<&str> = rows
        .filter(|row| row.ahead_of_treatment(statement.treatment_approved))
        .map(|row| row.control.as_str())
        .collect();
    let args = [("count", controls.len().into()), ("controls", controls.join(", ").into())];
    (!controls.is_empty()).then(|| words.say_with("soa-report-untreated", &args))
}

pub(crate) fn lead(statement: &Statement, words: &Words) -> String {
    let counts = &statement.counts;
    let decided = words.say_with(
        "soa-report-decided",
        &[("decided", counts.decided().into()), ("rows", counts.rows.into())],
    );
    let basis =
        if statement.treatment_approved { "soa-report-basis-treatment" } else { "soa-report-basis-none" };
    format!("{decided} {}", words.say(basis))
}

/// The three decisions add up to all rows; what a provider delivers is a part of what is included.
fn figures(counts: &Counts, words: &Words) -> Vec<Figure> {
    let included = words.say_with("soa-report-included", &[("provider", counts.by_provider.into())]);
    [
        (counts.included, included),
        (counts.excluded, words.say("soa-report-excluded")),
        (counts.not_decided, words.say("soa-report-not-decided")),
    ]
    .into_iter()
    .map(|(value, label)| Figure { value: words.number(value.into()), label })
    .collect()
}

fn legend(words: &Words) -> Legend {
    let entry = |mark, decision: Decision| LegendEntry {
        mark,
        label: words.say(&format!("soa-decision-{decision}")),
    };
    let letters = Reason::ALL.iter().map(|reason| {
        let letter = words.say(&format!("inclusion-reason-{reason}-letter"));
        format!("{letter} {}", words.say(&format!("inclusion-reason-{reason}-short")))
    });
    Legend {
        entries: vec![
            entry(Mark::Dot, Decision::Included),
            entry(Mark::Dash, Decision::Excluded),
            entry(Mark::DashedRing, Decision::NotDecided),
            LegendEntry { mark: Mark::HalfDot, label: words.say("soa-report-delivered") },
        ],
        note: words
            .say_with("soa-report-reasons", &[("reasons", letters.collect::<Vec<_>>().join(", ").into())]),
    }
}

fn table(statement: &Statement, words: &Words) -> Table {
    let columns = vec![
        Column::new(words.say("soa-report-control"), Width::Points(46.0)).tone(Tone::Quiet).heads_row(),
        Column::new("", Width::Share(1.15)).tone(Tone::Strong),
        Column::new(words.say("soa-report-decision"), Width::Points(70.0)),
        Column::new(words.say("soa-report-reason"), Width::Points(42.0)),
        Column::new(words.say("soa-report-status"), Width::Points(56.0)),
        Column::new(words.say("soa-report-justification"), Width::Share(1.35)).tone(Tone::Soft),
    ];
    let mut rows = Vec::new();
    let mut area = "";
    for line in &statement.lines {
        if line.area != area {
            area = &line.area;
            rows.push(Row::Group(Group {
                id: line.area.clone(),
                title: line.area_title.clone(),
                anchor: None,
                bookmark: true,
            }));
        }
        rows.push(Row::Cells(cells(line, words)));
    }
    Table {
        summary: words.say("soa-report-summary"),
        columns,
        rows,
        empty: words.say("soa-report-empty"),
        ..Table::default()
    }
}

fn cells(line: &Line, words: &Words) -> Vec<Cell> {
    let row = &line.row;
    let decision = row.decided();
    let by_provider = row.delivery.is_some_and(|delivery| delivery != Delivery::Own);
    let mark = match decision {
        Decision::Included if by_provider => Mark::HalfDot,
        Decision::Included => Mark::Dot,
        Decision::Excluded => Mark::Dash,
        Decision::NotDecided => Mark::DashedRing,
    };
    let quiet_none = || Cell::toned(Tone::Quiet, words.say("report-none"));
    let letters: Vec<String> =
        row.shown_reasons().map(|reason| words.say(&format!("inclusion-reason-{reason}-letter"))).collect();
    let reasons = match (letters.is_empty(), decision) {
        (true, _) => quiet_none(),
        // Whatever still needs an excluded control contradicts its exclusion.
        (false, Decision::Excluded) => Cell::marked(Mark::Triangle, letters.join(" ")),
        (false, _) => letters.join(" ").into(),
    };
    let status = match (decision, row.status) {
        (Decision::Included, Some(status)) => words.say(&format!("control-status-{status}")).into(),
        (Decision::Included, None) => words.say("control-status-not-started").into(),
        _ => quiet_none(),
    };
    vec![
        line.row.control.clone().into(),
        line.title.clone().into(),
        Cell::marked(mark, words.say(&format!("soa-decision-{decision}"))),
        reasons,
        status,
        justification(line, words).into(),
    ]
}

/// The written justification, with the ground of an exclusion, the provider and the evidence behind it.
fn justification(line: &Line, words: &Words) -> String {
    let row = &line.row;
    let mut parts = Vec::new();
    if !row.justification.trim().is_empty() {
        parts.push(row.justification.trim().to_owned());
    }
    if row.decided() == Decision::Excluded
        && let Some(basis) = row.exclusion_basis
    {
        parts.push(words.say(&format!("exclusion-basis-{basis}-sentence")));
    }
    if row.excluded_but_needed() {
        parts.push(words.say("soa-report-excluded-but-needed"));
    }
    if row.decided() == Decision::Included
        && let Some(delivery) = row.delivery.filter(|delivery| *delivery != Delivery::Own)
    {
        let key = format!("delivery-{delivery}-sentence");
        parts.push(words.say_with(&key, &[("contract", row.delivery_note.clone().into())]));
    }
    if row.decided() == Decision::NotDecided && row.not_needed_fact.is_some() {
        parts.push(words.say("soa-report-proposed-not-needed"));
    }
    if !line.evidence.is_empty() {
        parts.push(words.say_with("soa-report-evidence", &[("codes", line.evidence.join(", ").into())]));
    }
    parts.join(" ")
}

#[cfg(test)]
mod tests {
    use cairn_domain::soa::{Check, ExclusionBasis, checks};

    use super::*;

    fn line(control: &str, row: SoaRow) -> Line {
        Line {
            row: SoaRow { control: control.to_owned(), ..row },
            title: "Title".to_owned(),
            area: "A.2".to_owned(),
            area_title: "Area".to_owned(),
            owner: None,
            evidence: Vec::new(),
            rests_on: Vec::new(),
            state: RowState::default(),
        }
    }

    fn included(reason: Reason, delivery: Delivery) -> SoaRow {
        SoaRow {
            decision: Some(Decision::Included),
            reasons: [reason].into(),
            delivery: Some(delivery),
            ..SoaRow::default()
        }
    }

    fn excluded(reason: Reason) -> SoaRow {
        SoaRow {
            decision: Some(Decision::Excluded),
            reasons: [reason].into(),
            exclusion_basis: Some(ExclusionBasis::NotRequired),
            ..SoaRow::default()
        }
    }

    fn printed(lines: Vec<Line>) -> Report {
        let found: Vec<Vec<Check>> = lines.iter().map(|line| checks(&line.row, false, false)).collect();
        let rows = lines.iter().zip(&found).map(|(line, found)| (&line.row, found.as_slice()));
        let statement = Statement { counts: Counts::of(rows), lines, ..Statement::default() };
        let issue = Issue { version: 1, date: "2026-11-23".to_owned(), ..Issue::default() };
        let origin = Origin {
            organisation: "Harbour Analytics".to_owned(),
            confidentiality: String::new(),
            entries: 1,
            head: "0".repeat(64),
            at: "2026-11-23T08:00:00.000Z".parse().unwrap(),
        };
        report(&statement, &issue, &origin, Words::english().unwrap())
    }

    /// Reasons as they stand in the table, by row.
    fn reasons(report: &Report) -> Vec<Cell> {
        let table = report.body.iter().find_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        });
        let cells = |row: &Row| match row {
            Row::Cells(cells) => cells.get(3).cloned(),
            Row::Group(_) => None,
        };
        table.unwrap().rows.iter().filter_map(cells).collect()
    }

    #[test]
    fn the_figures_of_the_cover_add_up_to_all_rows() {
        let lines = vec![
            line("A.2.2", included(Reason::Law, Delivery::Own)),
            line("A.2.3", included(Reason::Law, Delivery::Provider)),
            line("A.2.4", excluded(Reason::OwnPolicy)),
            line("A.3.2", SoaRow::default()),
        ];
        let report = printed(lines);
        let shown: Vec<(&str, &str)> =
            report.cover.figures.iter().map(|figure| (&*figure.value, &*figure.label)).collect();
        let included = ("2", "included, 1 of them by a provider");
        assert_eq!(shown, [included, ("1", "excluded"), ("1", "not decided")]);
        assert_eq!(report.footer.document, "Statement of Applicability, version 1, draft");
    }

    #[test]
    fn reasons_stay_with_an_excluded_control_only_where_they_contradict_it() {
        let words = Words::english().unwrap();
        let lines = vec![
            line("A.2.2", excluded(Reason::OwnPolicy)),
            line("A.2.3", excluded(Reason::Law)),
            line("A.2.4", included(Reason::Law, Delivery::Own)),
        ];
        let contradiction = words.say("soa-report-excluded-but-needed");
        let said: Vec<bool> =
            lines.iter().map(|line| justification(line, words).contains(&contradiction)).collect();
        assert_eq!(said, [false, true, false]);
        let shown = reasons(&printed(lines));
        let none = Cell::toned(Tone::Quiet, words.say("report-none"));
        assert_eq!(shown, [none, Cell::marked(Mark::Triangle, "L".to_owned()), Cell::from("L".to_owned())]);
    }

    #[test]
    fn what_no_treatment_backs_is_named_before_the_table() {
        let notes =
            |report: &Report| report.body.iter().filter(|block| matches!(block, Block::Note(_))).count();
        let ahead = vec![line("A.2.2", included(Reason::RiskTreatment, Delivery::Own))];
        let statement = Statement { lines: ahead.clone(), ..Statement::default() };
        let words = Words::english().unwrap();
        assert!(untreated(&statement, words).unwrap().starts_with("A.2.2 rests on"));
        assert!(untreated(&Statement { treatment_approved: true, ..statement }, words).is_none());
        assert_eq!(notes(&printed(ahead)), 1);
        assert_eq!(notes(&printed(vec![line("A.2.2", included(Reason::Law, Delivery::Own))])), 0);
    }
}
