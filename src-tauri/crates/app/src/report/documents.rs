//! Controlled documents as Excel: the same content as in print, with version, state and approvals above the table.

use cairn_domain::gap::{Answer, Conformity, Grade};
use cairn_domain::soa::{ControlStatus, Decision, Delivery, ExclusionBasis};
use cairn_domain::system::{SystemScope, SystemStatus};
use cairn_exchange::round_trip::RowRef;
use cairn_exchange::workbook::{OutColumn, OutKind, OutSheet, Value, Workbook};
use cairn_reports::ApprovalState;
use cairn_words::Words;

use super::{choice_column, heading, long_column, number, stored, text, text_column, workbook};
use crate::reports::gap::{Assessment, Demand, Line as GapLine};
use crate::reports::gap_lines::maturity_words;
use crate::reports::register::Line as SystemLine;
use crate::reports::scope::ScopeStatement;
use crate::reports::soa::{Line as SoaLine, Statement};
use crate::reports::{Issue, Origin, RowState};

/// What a controlled document is written with.
pub(super) struct Frame<'a> {
    /// Version, state and approvals.
    pub(super) issue: &'a Issue,
    /// State of the trail.
    pub(super) origin: &'a Origin,
    /// Id of the workspace, for rows that come back.
    pub(super) workspace: &'a str,
    /// The words.
    pub(super) words: &'a Words,
}

impl Frame<'_> {
    fn heading(&self, title: &str) -> Vec<String> {
        document_heading(title, self.issue, self.origin, self.words)
    }

    /// A workbook whose rows name their record and its state, so that a change can be told when it comes back.
    fn book<'s>(
        &self,
        title: &str,
        sheet: OutSheet,
        kind: &str,
        keys: &[&str],
        rows: impl Iterator<Item = (&'s str, &'s RowState)>,
    ) -> Workbook {
        let refs = rows.map(|(code, state)| RowRef {
            code: code.to_owned(),
            id: state.id.clone(),
            rev: state.rev.clone(),
            shown: String::new(),
        });
        let round_trip = sheet.round_trip(self.workspace, &self.origin.head, kind, keys, refs.collect());
        Workbook { round_trip: Some(round_trip), ..workbook(title, sheet, self.origin) }
    }
}

/// Title, version and state, approvals, and the state of the trail.
pub(crate) fn document_heading(title: &str, issue: &Issue, origin: &Origin, words: &Words) -> Vec<String> {
    let named = |text: &str| match text {
        "" => words.say("report-not-named"),
        text => text.to_owned(),
    };
    let args = [
        ("version", issue.version.into()),
        ("date", words.date(&issue.date).into()),
        ("owner", named(&issue.owner).into()),
        ("approver", named(&issue.approver).into()),
    ];
    let key = if issue.approved { "sheet-issue-approved" } else { "sheet-issue-draft" };
    let issued = if issue.past { issue.words(words) } else { words.say_with(key, &args) };
    let mut lines = vec![title.to_owned(), issued];
    for approval in &issue.sign_off.approvals {
        if let ApprovalState::Given { words: how, date, note, .. }
        | ApprovalState::OnPaper { words: how, date, note } = &approval.state
        {
            let what = [how, date, note].into_iter().filter(|part| !part.is_empty()).cloned();
            let args = [
                ("role", approval.role.clone().into()),
                ("person", approval.person.clone().into()),
                ("what", what.collect::<Vec<_>>().join(", ").into()),
            ];
            lines.push(words.say_with("sheet-issue-approval", &args));
        }
    }
    lines.push(heading(origin, words));
    lines
}

/// The scope: one row for each paragraph and each system in it.
pub(super) fn scope(statement: &ScopeStatement, frame: &Frame<'_>) -> Workbook {
    let words = frame.words;
    let columns = vec![
        text_column(&words.say("register-report-system"), 14.0),
        long_column(&words.say("scope-report-statement"), 90.0),
    ];
    let paragraphs = statement.scope.split('\n').filter(|line| !line.trim().is_empty());
    let paragraphs = paragraphs.map(|line| vec![text(""), text(line)]);
    let systems = statement.systems.iter().map(|(code, name)| vec![text(code), text(name)]);
    let title = words.say("scope-report-title");
    let mut sheet = OutSheet::new(&words.say("sheet-scope"), columns, paragraphs.chain(systems).collect());
    sheet.heading = frame.heading(&title);
    workbook(&title, sheet, frame.origin)
}

/// Keys of the columns of the Statement of Applicability.
const SOA_KEYS: [&str; 12] = [
    "control",
    "title",
    "decision",
    "reasons",
    "exclusion-basis",
    "justification",
    "delivery",
    "delivery-note",
    "status",
    "owner",
    "evidence",
    "rests-on",
];

/// The Statement of Applicability.
pub(super) fn soa(statement: &Statement, frame: &Frame<'_>) -> Workbook {
    let words = frame.words;
    let columns = vec![
        text_column(&words.say("soa-report-control"), 11.0),
        text_column(&words.say("sheet-title"), 44.0),
        choice_column(&words.say("soa-report-decision"), 14.0, "soa-decision", stored!(Decision), words),
        text_column(&words.say("soa-report-reason"), 30.0),
        choice_column(
            &words.say("sheet-exclusion-basis"),
            40.0,
            "exclusion-basis",
            stored!(ExclusionBasis),
            words,
        ),
        long_column(&words.say("soa-report-justification"), 60.0),
        choice_column(&words.say("sheet-delivery"), 22.0, "delivery", stored!(Delivery), words),
        text_column(&words.say("sheet-contract"), 26.0),
        choice_column(&words.say("soa-report-status"), 22.0, "control-status", stored!(ControlStatus), words),
        text_column(&words.say("sheet-owner"), 24.0),
        text_column(&words.say("sheet-evidence"), 20.0),
        long_column(&words.say("sheet-rests-on"), 44.0),
    ];
    let rows = statement.lines.iter().map(|line| soa_row(line, words));
    let title = words.say("soa-report-title");
    let mut sheet = OutSheet::new(&words.say("sheet-soa"), columns, rows.collect());
    sheet.heading = frame.heading(&title);
    let counts = crate::reports::soa::lead(statement, words);
    sheet.heading.insert(2, counts);
    sheet.heading.extend(crate::reports::soa::untreated(statement, words));
    sheet.frozen_columns = 2;
    let states = statement.lines.iter().map(|line| (line.row.control.as_str(), &line.state));
    frame.book(&title, sheet, "soa", &SOA_KEYS, states)
}

fn soa_row(line: &SoaLine, words: &Words) -> Vec<Value> {
    let row = &line.row;
    let word = |list: &str, word: Option<&str>| match word {
        Some(word) => Value::Text(words.say(&format!("{list}-{word}"))),
        None => Value::Empty,
    };
    let reasons: Vec<String> =
        row.shown_reasons().map(|reason| words.say(&format!("inclusion-reason-{reason}"))).collect();
    let rests_on: Vec<String> = line
        .rests_on
        .iter()
        .map(|(reason, label)| format!("{}: {label}", words.say(&format!("inclusion-reason-{reason}"))))
        .collect();
    let basis = row.exclusion_basis.filter(|_| row.decided() == Decision::Excluded);
    vec![
        text(&row.control),
        text(&line.title),
        text(&words.say(&format!("soa-decision-{}", row.decided()))),
        text(&reasons.join(", ")),
        word("exclusion-basis", basis.map(|basis| basis.as_str())),
        text(&row.justification),
        word("delivery", row.delivery.map(|delivery| delivery.as_str())),
        text(&row.delivery_note),
        word("control-status", row.status.map(|status| status.as_str())),
        text(line.owner.as_deref().unwrap_or_default()),
        text(&line.evidence.join(", ")),
        text(&rests_on.join("\n")),
    ]
}

/// Keys of the columns of the gap analysis.
const GAP_KEYS: [&str; 24] = [
    "line",
    "title",
    "conformity",
    "score",
    "met",
    "items",
    "grade",
    "statement",
    "seen",
    "owner",
    "actions",
    "due",
    "maturity",
    "confidence",
    "assessor",
    "assessed-on",
    "pass",
    "stage-1",
    "stage-2",
    "not-needed",
    "reused",
    "forecast",
    "graded-by",
    "note",
];

/// The gap analysis: its lines on one sheet, their demands with the answers on another.
pub(super) fn gap(assessment: &Assessment, frame: &Frame<'_>) -> Workbook {
    let words = frame.words;
    let assessed: Vec<&str> = ["excluded", "not-assessed"]
        .into_iter()
        .chain(Conformity::ALL.iter().map(|word| word.as_str()))
        .collect();
    let columns = vec![
        text_column(&words.say("gap-report-line"), 11.0),
        text_column(&words.say("sheet-title"), 48.0),
        choice_column(&words.say("gap-report-conformity"), 18.0, "conformity", &assessed, words),
        OutColumn::new(&words.say("sheet-score"), 8.0, OutKind::Number(0)),
        OutColumn::new(&words.say("sheet-met"), 10.0, OutKind::Number(0)),
        OutColumn::new(&words.say("gap-report-items"), 10.0, OutKind::Number(0)),
        choice_column(&words.say("gap-report-grade"), 20.0, "gap-grade", stored!(Grade), words),
        long_column(&words.say("gap-report-gap"), 70.0),
        long_column(&words.say("gap-report-seen"), 40.0),
        text_column(&words.say("gap-report-owner"), 24.0),
        long_column(&words.say("gap-report-action"), 50.0),
        OutColumn::new(&words.say("gap-report-due"), 13.0, OutKind::Date),
        text_column(&words.say("gap-report-maturity"), 24.0),
        text_column(&words.say("gap-report-confidence"), 12.0),
        text_column(&words.say("gap-report-assessor"), 24.0),
        OutColumn::new(&words.say("gap-report-assessed-on"), 13.0, OutKind::Date),
        text_column(&words.say("gap-report-pass"), 12.0),
        text_column(&words.say("gap-report-stage-one-column"), 34.0),
        text_column(&words.say("gap-report-stage-two-column"), 16.0),
        long_column(&words.say("gap-report-not-needed-column"), 40.0),
        long_column(&words.say("gap-report-reused"), 50.0),
        choice_column(&words.say("gap-report-forecast"), 20.0, "gap-grade", stored!(Grade), words),
        text_column(&words.say("gap-report-graded-by"), 24.0),
        long_column(&words.say("gap-report-note"), 50.0),
    ];
    let rows = assessment.lines.iter().map(|line| gap_row(line, words));
    let title = words.say("gap-report-title");
    let mut sheet = OutSheet::new(&words.say("sheet-gap"), columns, rows.collect());
    let key = if assessment.frozen { "gap-report-frozen" } else { "gap-report-draft" };
    let standing = words.say_with(key, &[("date", words.date(&assessment.date).into())]);
    sheet.heading = frame.heading(&title);
    sheet.heading.insert(1, format!("{}, {standing}", assessment.name));
    sheet.frozen_columns = 2;
    let demands = demands(assessment, sheet.heading.clone(), words);
    let states = assessment.lines.iter().map(|line| (line.id.as_str(), &line.state));
    let mut book = frame.book(&title, sheet, "gap", &GAP_KEYS, states);
    book.sheets.push(demands);
    book
}

/// A line; an excluded control says that it is excluded and nothing else.
fn gap_row(line: &GapLine, words: &Words) -> Vec<Value> {
    if line.excluded {
        let mut row = vec![text(&line.id), text(&line.title), text(&words.say("conformity-excluded"))];
        row.resize(GAP_KEYS.len(), Value::Empty);
        return row;
    }
    let listed = |list: &str, word: Option<&str>| {
        text(&word.map(|word| words.say(&format!("{list}-{word}"))).unwrap_or_default())
    };
    let mut row = vec![
        text(&line.id),
        text(&line.title),
        listed("conformity", Some(line.conformity.map_or("not-assessed", |level| level.as_str()))),
        line.conformity.map_or(Value::Empty, |level| number(level.score())),
        number(line.met),
        number(line.items),
        listed("gap-grade", line.grade.map(|grade| grade.as_str())),
        text(&line.statement),
        text(&line.seen.join("\n")),
        text(line.owner.as_deref().unwrap_or_default()),
    ];
    row.extend(gap_details(line, words));
    row
}

/// Actions, judgement, stages and reuse of a line.
fn gap_details(line: &GapLine, words: &Words) -> [Value; 14] {
    let day = |day: Option<&str>| day.and_then(|day| day.parse().ok()).map_or(Value::Empty, Value::Date);
    let lines = |texts: Vec<String>| text(&texts.join("\n"));
    let reused = |one: &crate::reuse::Reused| {
        let origin = words.say(&format!("origin-{}", one.origin));
        format!("{} {} ({}, {origin})", one.framework, one.source, one.mappings.join("; "))
    };
    let pass = if line.quick { "gap-report-quick" } else { "gap-report-deep" };
    let pass = line.conformity.map(|_| words.say(pass)).unwrap_or_default();
    let confidence = line.confidence.map(|word| words.say(&format!("confidence-{word}")));
    [
        lines(line.actions.iter().map(|action| format!("{} {}", action.code, action.title)).collect()),
        day(line.actions.iter().filter_map(|action| action.due.as_deref()).min()),
        text(&line.maturity.map(|level| maturity_words(level, words)).unwrap_or_default()),
        text(&confidence.unwrap_or_default()),
        text(line.assessor.as_deref().unwrap_or_default()),
        day(line.assessed_on.as_deref()),
        text(&pass),
        lines(line.stage_one.iter().map(|why| words.say(&format!("gap-stage-one-{why}"))).collect()),
        text(&if line.stage_two { words.say("gap-report-not-conforming") } else { String::new() }),
        text(&line.not_needed_fact),
        lines(line.reused.iter().map(reused).collect()),
        text(&line.forecast.map(|grade| words.say(&format!("gap-grade-{grade}"))).unwrap_or_default()),
        text(line.graded_by.as_deref().unwrap_or_default()),
        text(&line.note),
    ]
}

/// Every demand of every line with its answer and the record seen.
fn demands(assessment: &Assessment, heading: Vec<String>, words: &Words) -> OutSheet {
    let columns = vec![
        text_column(&words.say("gap-report-line"), 11.0),
        text_column(&words.say("sheet-title"), 36.0),
        long_column(&words.say("sheet-demand"), 70.0),
        text_column(&words.say("sheet-basis"), 16.0),
        text_column(&words.say("sheet-reference"), 20.0),
        choice_column(&words.say("sheet-answer"), 12.0, "must-answer", stored!(Answer), words),
        long_column(&words.say("sheet-record-seen"), 40.0),
        OutColumn::new(&words.say("sheet-seen-on"), 13.0, OutKind::Date),
        text_column(&words.say("sheet-seen-owner"), 24.0),
    ];
    let row = |id: &str, title: &str, demand: &Demand| {
        let answer = demand.answer.map(|answer| words.say(&format!("must-answer-{answer}")));
        vec![
            text(id),
            text(title),
            text(&demand.text),
            text(&words.say(&format!("basis-{}", demand.basis))),
            text(&demand.reference),
            Value::from(answer.as_deref()),
            Value::from(demand.record_seen.as_deref()),
            demand.seen_on.clone().map_or(Value::Empty, Value::Date),
            Value::from(demand.seen_owner.as_deref()),
        ]
    };
    let rows = assessment
        .lines
        .iter()
        .flat_map(|line| line.demands.iter().map(|demand| row(&line.id, &line.title, demand)));
    let mut sheet = OutSheet::new(&words.say("sheet-demands"), columns, rows.collect());
    sheet.heading = heading;
    sheet.frozen_columns = 2;
    sheet
}

/// The register for reading; the one for editing offline is the register export with its round trip.
pub(super) fn register(lines: &[SystemLine], frame: &Frame<'_>) -> Workbook {
    let words = frame.words;
    let columns = vec![
        text_column(&words.say("register-report-system"), 11.0),
        text_column(&words.say("system-field-name"), 44.0),
        long_column(&words.say("system-field-purpose"), 70.0),
        choice_column(&words.say("system-field-status"), 24.0, "system-status", stored!(SystemStatus), words),
        choice_column(&words.say("system-field-scope"), 16.0, "system-scope", stored!(SystemScope), words),
        text_column(&words.say("register-report-tier"), 20.0),
        text_column(&words.say("system-field-owner"), 24.0),
        text_column(&words.say("system-field-supplier"), 24.0),
        OutColumn::new(&words.say("system-field-review_due"), 14.0, OutKind::Date),
        text_column(&words.say("system-field-parent"), 11.0),
        text_column(&words.say("register-report-roles"), 26.0),
        long_column(&words.say("register-report-outcomes"), 44.0),
        long_column(&words.say("register-report-basis"), 60.0),
        long_column(&words.say("register-report-other"), 36.0),
        text_column(&words.say("register-report-decision"), 18.0),
        long_column(&words.say("register-report-data-sets"), 36.0),
    ];
    let rows = lines.iter().map(|line| {
        let scope = line.scope.unwrap_or(SystemScope::NotDecided);
        let review = line.review.as_deref().and_then(|day| day.parse().ok());
        vec![
            text(&line.code),
            text(&line.name),
            text(&line.purpose),
            text(
                &line.status.map(|status| words.say(&format!("system-status-{status}"))).unwrap_or_default(),
            ),
            text(&words.say(&format!("system-scope-{scope}"))),
            text(line.tier.as_deref().unwrap_or_default()),
            text(line.owner.as_deref().unwrap_or_default()),
            text(&line.supplier),
            review.map_or(Value::Empty, Value::Date),
            text(line.part_of.as_deref().unwrap_or_default()),
            text(&line.roles),
            text(&line.class.outcomes),
            text(&line.class.basis),
            text(&line.class.other),
            text(&line.class.decision),
            text(&line.data_sets),
        ]
    });
    let title = words.say("register-report-title");
    let mut sheet = OutSheet::new(&words.say("sheet-register"), columns, rows.collect());
    sheet.heading = frame.heading(&title);
    sheet.frozen_columns = 2;
    let mark = super::mark(crate::import::REGISTER, &sheet.name, frame.origin);
    Workbook { round_trip: Some(mark), ..workbook(&title, sheet, frame.origin) }
}
