//! The scope of the AI management system as a document (ISO/IEC 42001, 4.3).

use cairn_reports::{Block, Cell, Column, Heading, Level, Paragraph, Report, Role, Row, Table, Tone, Width};
use cairn_words::Words;
use serde::{Deserialize, Serialize};

use super::{Issue, Origin, Title, frame};

/// What the document says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScopeStatement {
    /// The organisation.
    pub organisation: String,
    /// Its sector; may be empty.
    pub sector: String,
    /// What it does; may be empty.
    pub description: String,
    /// The scope in words.
    pub scope: String,
    /// Systems in scope that are not retired: code and name.
    pub systems: Vec<(String, String)>,
}

/// The report.
#[must_use]
pub fn report(statement: &ScopeStatement, issue: &Issue, origin: &Origin, words: &Words) -> Report {
    let title = Title {
        title: words.say("scope-report-title"),
        standfirst: "scope-report-standfirst",
        version: issue.short(words),
        source: String::new(),
    };
    let mut report = frame(origin, &title, issue.facts(words), words);
    let heading = |key: &str| {
        Block::Heading(Heading {
            level: Level::Section,
            text: words.say(key),
            anchor: Some(key.to_owned()),
            ..Heading::default()
        })
    };
    let paragraph = |text: &str| Block::Paragraph(Paragraph { text: text.into(), role: Role::Body });
    let mut body = vec![heading("scope-report-statement")];
    if statement.scope.is_empty() {
        body.push(paragraph(&words.say("report-not-named")));
    }
    body.extend(statement.scope.split("\n").filter(|line| !line.trim().is_empty()).map(paragraph));
    if !statement.description.is_empty() || !statement.sector.is_empty() {
        body.push(heading("scope-report-organisation"));
        let about = [&statement.sector, &statement.description].into_iter();
        body.extend(about.filter(|text| !text.is_empty()).map(|text| paragraph(text)));
    }
    body.push(heading("scope-report-systems"));
    body.push(paragraph(&words.say("scope-report-systems-note")));
    body.push(Block::Table(Table {
        summary: words.say("scope-report-systems"),
        columns: vec![
            Column::new(words.say("register-report-system"), Width::Points(60.0))
                .tone(Tone::Quiet)
                .heads_row(),
            Column::new("", Width::Share(1.0)).tone(Tone::Strong),
        ],
        rows: statement
            .systems
            .iter()
            .map(|(code, name)| Row::Cells(vec![Cell::from(code.clone()), Cell::from(name.clone())]))
            .collect(),
        empty: words.say("scope-report-no-systems"),
        ..Table::default()
    }));
    body.push(Block::SignOff(issue.sign_off.clone()));
    report.body = body;
    report
}
