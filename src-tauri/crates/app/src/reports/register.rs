//! The AI system register as a report.

use cairn_domain::system::{SystemScope, SystemStatus};
use cairn_reports::{
    Block, Cell, Column, Figure, Mark, Orientation, Report, Row, Table, TableSize, Tone, Width,
};
use cairn_words::Words;
use serde::{Deserialize, Serialize};

use super::{Issue, Origin, Title, fact, frame};

/// One system as the register prints it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Line {
    /// Human code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Life-cycle stage, none when unknown.
    pub status: Option<SystemStatus>,
    /// Scope decision.
    pub scope: Option<SystemScope>,
    /// EU AI Act tier of the latest decision, in words; none while not classified.
    pub tier: Option<String>,
    /// Who owns it.
    pub owner: Option<String>,
    /// Intended purpose.
    pub purpose: String,
    /// Supplier.
    pub supplier: String,
    /// Next review, `YYYY-MM-DD`.
    pub review: Option<String>,
    /// Code of the system it is a part of.
    #[serde(default)]
    pub part_of: Option<String>,
    /// Our roles under the EU AI Act, in words.
    #[serde(default)]
    pub roles: String,
    /// Sets of training data.
    #[serde(default)]
    pub data_sets: String,
    /// What the decisions in force say; empty while there are none.
    #[serde(default)]
    pub class: Class,
}

/// What the decisions in force say of a system, in words.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Class {
    /// Outcomes under the EU AI Act.
    pub outcomes: String,
    /// What they rest on.
    pub basis: String,
    /// Tiers and outcomes under other rules.
    pub other: String,
    /// The decisions, by their codes.
    pub decision: String,
}

/// The report, on its side. All rows are printed with their full text.
#[must_use]
pub fn report(lines: &[Line], scope: &str, issue: &Issue, origin: &Origin, words: &Words) -> Report {
    let scope = if scope.is_empty() { words.say("report-not-named") } else { scope.to_owned() };
    let mut facts = vec![fact(words.say("register-report-scope"), scope, 2.0)];
    facts.extend(issue.facts(words));
    let title = Title {
        title: words.say("register-report-title"),
        standfirst: "register-report-standfirst",
        version: issue.short(words),
        source: String::new(),
    };
    let mut report = frame(origin, &title, facts, words);
    report.orientation = Orientation::Landscape;
    let counted = |key: &str, test: &dyn Fn(&Line) -> bool| Figure {
        value: words
            .number(i64::try_from(lines.iter().filter(|line| test(line)).count()).unwrap_or(i64::MAX)),
        label: words.say(key),
    };
    report.cover.figures = vec![
        counted("register-report-systems", &|_| true),
        counted("register-report-in-scope", &|line| line.scope == Some(SystemScope::In)),
        counted("register-report-in-use", &|line| line.status == Some(SystemStatus::InUse)),
        counted("register-report-classified", &|line| line.tier.is_some()),
    ];
    report.body = vec![Block::Table(table(lines, words)), Block::SignOff(issue.sign_off.clone())];
    report
}

fn table(lines: &[Line], words: &Words) -> Table {
    Table {
        summary: words.say("register-report-title"),
        columns: vec![
            Column::new(words.say("register-report-system"), Width::Points(42.0))
                .tone(Tone::Quiet)
                .heads_row(),
            Column::new(words.say("system-field-name"), Width::Share(1.2)).tone(Tone::Strong),
            // The purpose is the only long text, so what it leaves to the others decides how many pages there are.
            Column::new(words.say("system-field-purpose"), Width::Share(2.2)).tone(Tone::Soft),
            Column::new(words.say("system-field-status"), Width::Points(60.0)),
            Column::new(words.say("system-field-scope"), Width::Points(48.0)),
            Column::new(words.say("register-report-tier"), Width::Points(60.0)),
            Column::new(words.say("system-field-owner"), Width::Points(60.0)),
            Column::new(words.say("system-field-supplier"), Width::Points(60.0)),
            Column::new(words.say("system-field-review_due"), Width::Points(50.0)),
        ],
        rows: lines.iter().map(|line| row(line, words)).collect(),
        empty: words.say("register-report-empty"),
        size: TableSize::Small,
    }
}

/// The name, and of a part what it is a part of.
fn named(line: &Line, words: &Words) -> Cell {
    match &line.part_of {
        Some(code) => {
            let args = [("name", line.name.as_str().into()), ("code", code.as_str().into())];
            words.say_with("register-report-part", &args).into()
        }
        None => line.name.clone().into(),
    }
}

fn row(line: &Line, words: &Words) -> Row {
    let quiet = |key: &str| Cell::toned(Tone::Quiet, words.say(key));
    let or_none =
        |text: &str| if text.is_empty() { quiet("report-none") } else { Cell::from(text.to_owned()) };
    let scope = line.scope.unwrap_or(SystemScope::NotDecided);
    Row::Cells(vec![
        line.code.clone().into(),
        named(line, words),
        or_none(&line.purpose),
        line.status.map_or_else(
            || quiet("system-status-unknown"),
            |status| words.say(&format!("system-status-{status}")).into(),
        ),
        words.say(&format!("system-scope-{scope}")).into(),
        line.tier.as_ref().map_or_else(
            || Cell::marked(Mark::DashedRing, words.say("tier-not-classified")),
            |tier| tier.clone().into(),
        ),
        or_none(line.owner.as_deref().unwrap_or_default()),
        or_none(&line.supplier),
        line.review.as_deref().map_or_else(|| quiet("report-none"), |date| words.date_short(date).into()),
    ])
}
