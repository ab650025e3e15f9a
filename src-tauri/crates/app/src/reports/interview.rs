//! Interview sheets on paper: the lines a person has to answer, with boxes to tick and ruled space to write on.

use cairn_domain::gap;
use cairn_reports::{
    Block, Choice, Field, Figure, Heading, KeyValue, KeyValues, Level, Note, Paragraph, Question, Report,
    Role,
};
use cairn_words::Words;

use super::{Origin, Title, fact, frame};
use crate::gap::{Interview, InterviewItem, InterviewLine};

/// The report, line by line.
#[must_use]
pub(crate) fn report(interview: &Interview, origin: &Origin, words: &Words) -> Report {
    let version = words.date(origin.at.as_str());
    let whose = match &interview.owner {
        Some(owner) => owner.name.clone(),
        None => words.say("interview-everybody"),
    };
    let facts = vec![
        fact(words.say("interview-report-person"), whose, 1.0),
        fact(words.say("gap-report-assessment"), interview.assessment.clone(), 1.0),
        fact(words.say("obligation-report-date"), version.clone(), 1.0),
    ];
    let title = Title {
        title: words.say("interview-title"),
        standfirst: "interview-report-standfirst",
        version,
        source: words.say("interview-report-notice"),
    };
    let mut report = frame(origin, &title, facts, words);
    let lines = interview.lines.len();
    let items: Vec<&InterviewItem> = interview.lines.iter().flat_map(|line| &line.items).collect();
    let answered = items.iter().filter(|item| item.answer.is_some()).count();
    let figure = |value: usize, key: &str| Figure {
        value: words.number(i64::try_from(value).unwrap_or(i64::MAX)),
        label: words.say(key),
    };
    report.cover.figures = vec![
        figure(lines, "interview-report-lines"),
        figure(items.len(), "interview-report-questions"),
        figure(answered, "interview-report-answered"),
    ];
    report.body = body(interview, words);
    report
}

fn body(interview: &Interview, words: &Words) -> Vec<Block> {
    let mut body = vec![Block::Note(Note {
        title: String::new(),
        text: words.say("interview-report-how").into(),
        mark: None,
    })];
    for line in &interview.lines {
        body.push(Block::Heading(Heading {
            level: Level::Part,
            number: line.requirement.clone(),
            text: heading(line, interview.owner.is_none(), words),
            anchor: None,
        }));
        if !line.summary.is_empty() {
            body.push(Block::Paragraph(Paragraph { text: line.summary.clone().into(), role: Role::Body }));
        }
        body.push(Block::KeyValues(known(line, words)));
        body.extend(line.items.iter().map(|item| Block::Question(question(item, words))));
        body.push(Block::Question(closing(line, words)));
    }
    if interview.lines.is_empty() {
        body.push(Block::Paragraph(Paragraph {
            text: words.say("gap-report-no-lines").into(),
            role: Role::Body,
        }));
    }
    body
}

fn heading(line: &InterviewLine, with_owner: bool, words: &Words) -> String {
    match (&line.owner, with_owner) {
        (Some(owner), true) => format!("{} ({})", line.title, owner.name),
        (None, true) => format!("{} ({})", line.title, words.say("gap-nobody")),
        (_, false) => line.title.clone(),
    }
}

/// How far the line is judged to be met, what convinces an auditor, and what is being done already.
fn known(line: &InterviewLine, words: &Words) -> KeyValues {
    let conformity = line.conformity.map_or_else(
        || words.say("conformity-not-assessed"),
        |word| words.say(&format!("conformity-{word}")),
    );
    let row = |key: &str, value: String| KeyValue {
        label: words.say(&format!("interview-column-{key}")),
        value: value.into(),
        mark: None,
    };
    let mut rows = vec![row("conformity", conformity)];
    if !line.evidence.is_empty() {
        rows.push(row("evidence", line.evidence.join("; ")));
    }
    let actions = line.actions.text(words);
    if !actions.is_empty() {
        rows.push(row("actions", actions.replace('\n', "; ")));
    }
    KeyValues { rows }
}

fn field(key: &str, value: Option<String>, share: f32, words: &Words) -> Field {
    let label = words.say(&format!("interview-column-{key}"));
    Field { label, value: value.unwrap_or_default(), share }
}

fn question(item: &InterviewItem, words: &Words) -> Question {
    let answers = gap::Answer::ALL.iter().map(|answer| Choice {
        label: words.say(&format!("must-answer-{answer}")),
        given: item.answer == Some(*answer),
    });
    let seen_on = item.seen_on.as_ref().map(|day| words.date_short(day.as_str()));
    Question {
        id: item.key.clone(),
        text: item.text.clone(),
        note: words.say(&format!("basis-{}", item.basis)),
        answers: answers.collect(),
        fields: vec![
            field("record-seen", item.record_seen.clone(), 3.0, words),
            field("seen-on", seen_on, 1.0, words),
            field("seen-owner", item.seen_owner.clone(), 1.4, words),
        ],
    }
}

/// What is said of the line as a whole.
fn closing(line: &InterviewLine, words: &Words) -> Question {
    Question {
        fields: vec![
            field("statement", line.statement.clone(), 1.0, words),
            field("note", line.note.clone(), 1.0, words),
            field("new-action", None, 1.0, words),
        ],
        ..Question::default()
    }
}
