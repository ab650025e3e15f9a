//! Interview sheets: the lines a person has to answer, as paper and as a workbook that comes back.
//!
//! Every row of the workbook names its line, or its line and item, in the locked first column. A hidden sheet keeps
//! what each row said when it was written, as short hashes, so that an import can tell who changed what since.

use cairn_domain::gap::{self, Conformity};
use cairn_domain::id::{MemberId, RecordId};
use cairn_domain::requirement::Basis;
use cairn_exchange::round_trip::RowRef;
use cairn_exchange::workbook::{OutColumn, OutKind, OutSheet, Properties, Value, Workbook};
use cairn_words::Words;
use sha2::{Digest, Sha256};

use super::{LineState, latest, lines};
use crate::error::{AppError, AppResult};
use crate::names::Names;
use crate::pack::{ISO_42001, library};
use crate::reports::Origin;
use crate::system::MemberRef;
use crate::usecase::Reading;

/// Keys of the columns, in their order.
pub(super) const COLUMNS: [&str; 12] = [
    "code",
    "owner",
    "text",
    "basis",
    "answer",
    "record-seen",
    "seen-on",
    "seen-owner",
    "conformity",
    "statement",
    "note",
    "evidence",
];
/// Columns that a row about an item holds.
pub(super) const ITEM_FIELDS: [&str; 4] = ["answer", "record-seen", "seen-on", "seen-owner"];
/// Columns that a row about a line holds.
pub(super) const LINE_FIELDS: [&str; 3] = ["conformity", "statement", "note"];
/// What the hidden sheet says the rows are; the assessment follows after a colon.
const KIND: &str = "gap-interview";

/// The lines that one person, or everybody, has to answer.
pub(crate) struct Interview {
    /// Name of the assessment.
    pub(crate) assessment: String,
    /// Whose lines; none for everybody's.
    pub(crate) owner: Option<MemberRef>,
    /// The lines in the standard's order, those of one person together.
    pub(crate) lines: Vec<Line>,
}

/// One line to answer.
pub(crate) struct Line {
    /// The requirement's own id.
    pub(crate) requirement: String,
    /// Official title.
    pub(crate) title: String,
    /// What it asks, in own words.
    pub(crate) summary: String,
    /// Who has to answer it.
    pub(crate) owner: Option<MemberRef>,
    /// Conformity given so far.
    pub(crate) conformity: Option<Conformity>,
    /// What is missing.
    pub(crate) statement: Option<String>,
    /// Interview note.
    pub(crate) note: Option<String>,
    /// What convinces an auditor.
    pub(crate) evidence: Vec<String>,
    /// Its demands.
    pub(crate) items: Vec<Item>,
}

/// One demand of a line.
pub(crate) struct Item {
    /// Key in the pack.
    pub(crate) key: String,
    /// The demand in own words.
    pub(crate) text: String,
    /// Requirement, good practice or law.
    pub(crate) basis: Basis,
    /// The answer so far.
    pub(crate) answer: Option<gap::Answer>,
    /// The record that shows it.
    pub(crate) record_seen: Option<String>,
    /// The date of that record.
    pub(crate) seen_on: Option<cairn_domain::time::Date>,
    /// Who keeps it.
    pub(crate) seen_owner: Option<String>,
}

impl Line {
    /// The text of its row.
    pub(super) fn text(&self) -> String {
        if self.summary.is_empty() { self.title.clone() } else { format!("{}: {}", self.title, self.summary) }
    }

    /// What its fields say, in the order of [`LINE_FIELDS`].
    pub(super) fn fields(&self) -> [Option<String>; 3] {
        [self.conformity.map(|word| word.to_string()), self.statement.clone(), self.note.clone()]
    }
}

impl Item {
    /// What its fields say, in the order of [`ITEM_FIELDS`].
    pub(super) fn fields(&self) -> [Option<String>; 4] {
        [
            self.answer.map(|word| word.to_string()),
            self.record_seen.clone(),
            self.seen_on.as_ref().map(ToString::to_string),
            self.seen_owner.clone(),
        ]
    }
}

/// How a row about an item is called in the first column.
pub(super) fn item_code(requirement: &str, item: &str) -> String {
    format!("{requirement} {item}")
}

/// The lines of the latest assessment, of one person or of everybody.
///
/// # Errors
/// Refused when that person has no line to answer.
pub(crate) fn interview(cx: &Reading<'_>, owner: Option<MemberId>) -> AppResult<Interview> {
    let iso = &library()?.framework(ISO_42001)?.framework;
    let owner = owner.map(|id| -> AppResult<_> {
        cx.tx.record().get(RecordId::from(id))?;
        Ok(Names::read(cx.tx)?.member(id))
    });
    let owner = owner.transpose()?;
    let states = lines(cx.tx, iso)?.into_iter().filter(|state| !state.item.excluded);
    let mut found: Vec<Line> = states
        .filter(|state| owner.is_none() || state.item.owner == owner)
        .filter_map(|state| line(iso, state))
        .collect();
    if let (Some(owner), true) = (&owner, found.is_empty()) {
        return Err(AppError::refused("error-interview-no-lines").with("name", owner.name.clone()));
    }
    // People one after the other, nobody's lines at the end; the order within stays the standard's.
    found.sort_by_cached_key(|line| match &line.owner {
        Some(owner) => (false, owner.name.clone()),
        None => (true, String::new()),
    });
    let assessment = latest(cx.tx)?.map_or_else(|| cx.around.words.say("gap-baseline"), |found| found.name);
    Ok(Interview { assessment, owner, lines: found })
}

fn line(iso: &cairn_domain::framework::Framework, state: LineState) -> Option<Line> {
    let requirement = iso.get(&state.item.requirement)?;
    let items = requirement.must.iter().map(|item| {
        let said = state.answers.iter().find(|answer| answer.item == item.key);
        Item {
            key: item.key.clone(),
            text: item.text.clone(),
            basis: item.basis,
            answer: said.map(|said| said.answer),
            record_seen: said.and_then(|said| said.record_seen.clone()),
            seen_on: said.and_then(|said| said.seen_on.clone()),
            seen_owner: said.and_then(|said| said.seen_owner.clone()),
        }
    });
    let stored = state.line.as_ref();
    Some(Line {
        requirement: requirement.id.clone(),
        title: requirement.title.clone(),
        summary: requirement.summary.clone(),
        owner: state.item.owner,
        conformity: state.item.conformity,
        statement: stored.and_then(|line| line.statement.clone()),
        note: stored.and_then(|line| line.note.clone()),
        evidence: requirement.evidence.clone(),
        items: items.collect(),
    })
}

/// What the hidden sheet says of a row: a hash of its text, then of each field. Enough to see whether a value is still
/// the one that was written, without keeping a second copy of people's words.
pub(super) fn state_of<'a>(text: &str, fields: impl IntoIterator<Item = Option<&'a str>>) -> String {
    let text = std::iter::once(cairn_exchange::header::normalise(text));
    let fields = fields.into_iter().map(|field| tidy(field.unwrap_or_default()));
    text.chain(fields).map(|value| short_hash(&value)).collect::<Vec<_>>().join(".")
}

/// A value without what a spreadsheet program changes on its own: line breaks and blanks at the ends.
pub(super) fn tidy(text: &str) -> String {
    text.trim().replace("\r\n", "\n").replace('\r', "\n")
}

pub(super) fn short_hash(text: &str) -> String {
    hex::encode(Sha256::digest(text.as_bytes())).chars().take(16).collect()
}

/// What the hidden sheet calls the rows of this assessment; the same for all sheets before the first answer.
pub(super) fn kind_of(assessment: Option<RecordId>) -> String {
    assessment.map_or_else(|| format!("{KIND}:"), |id| format!("{KIND}:{id}"))
}

/// Whether a kind in a hidden sheet is ours, and of which assessment it speaks.
pub(super) fn assessment_of(kind: &str) -> Option<&str> {
    kind.strip_prefix(KIND)?.strip_prefix(':')
}

/// The workbook: one row for each line, below it one for each of its demands.
pub(crate) fn workbook(cx: &Reading<'_>, interview: &Interview, origin: &Origin) -> AppResult<Workbook> {
    let words = cx.around.words;
    let (mut rows, mut refs) = (Vec::new(), Vec::new());
    for line in &interview.lines {
        rows.push(line_row(line, words));
        let fields = line.fields();
        refs.push(RowRef {
            code: line.requirement.clone(),
            id: line.requirement.clone(),
            rev: state_of(&line.text(), fields.iter().map(Option::as_deref)),
            shown: String::new(),
        });
        for item in &line.items {
            rows.push(item_row(line, item, words));
            let fields = item.fields();
            refs.push(RowRef {
                code: item_code(&line.requirement, &item.key),
                id: format!("{}/{}", line.requirement, item.key),
                rev: state_of(&item.text, fields.iter().map(Option::as_deref)),
                shown: String::new(),
            });
        }
    }
    let title = words.say("interview-title");
    let mut sheet = OutSheet::new(&words.say("interview-sheet"), columns(words), rows);
    let whose = match &interview.owner {
        Some(owner) => words.say_with("interview-for", &[("name", owner.name.clone().into())]),
        None => words.say("interview-for-all"),
    };
    sheet.heading = vec![format!("{title}: {}", interview.assessment), whose, words.say("interview-how")];
    sheet.frozen_columns = 1;
    sheet.protected = true;
    let kind = kind_of(latest(cx.tx)?.map(|assessment| assessment.id));
    let workspace = cx.around.workspace.to_string();
    let round_trip = sheet.round_trip(&workspace, &origin.head, &kind, &COLUMNS, refs);
    Ok(Workbook {
        sheets: vec![sheet],
        properties: Properties {
            title,
            subject: format!("{} {}", origin.entries, origin.head),
            company: origin.organisation.clone(),
            time: origin.at.clone(),
        },
        round_trip: Some(round_trip),
    })
}

fn columns(words: &Words) -> Vec<OutColumn> {
    let choice = |list: &str, all: Vec<&str>| OutKind::Choice {
        values: all.iter().map(|word| words.say(&format!("{list}-{word}"))).collect(),
        refusal: Some(words.say("sheet-choose")),
    };
    let answers = || gap::Answer::ALL.iter().map(|word| word.as_str()).collect();
    let conformity = || Conformity::ALL.iter().map(|word| word.as_str()).collect();
    let column = |key: &str| {
        let (width, kind, locked) = match key {
            "code" => (12.0, OutKind::Text, true),
            "owner" => (20.0, OutKind::Text, true),
            "text" => (64.0, OutKind::LongText, true),
            "basis" => (14.0, OutKind::Text, true),
            "evidence" => (54.0, OutKind::LongText, true),
            "answer" => (12.0, choice("must-answer", answers()), false),
            "conformity" => (18.0, choice("conformity", conformity()), false),
            "seen-on" => (13.0, OutKind::Date, false),
            "seen-owner" => (20.0, OutKind::Text, false),
            "record-seen" => (34.0, OutKind::LongText, false),
            _ => (44.0, OutKind::LongText, false),
        };
        let header = words.say(&format!("interview-column-{key}"));
        let help = format!("interview-column-{key}-help");
        let help = words.has(&help).then(|| words.say(&help));
        OutColumn { help, locked, ..OutColumn::new(&header, width, kind) }
    };
    COLUMNS.iter().map(|key| column(key)).collect()
}

fn line_row(line: &Line, words: &Words) -> Vec<Value> {
    let conformity = line.conformity.map(|word| words.say(&format!("conformity-{word}")));
    COLUMNS
        .iter()
        .map(|key| match *key {
            "code" => Value::from(line.requirement.as_str()),
            "owner" => Value::from(line.owner.as_ref().map(|owner| owner.name.as_str())),
            "text" => Value::from(line.text().as_str()),
            "conformity" => Value::from(conformity.as_deref()),
            "statement" => Value::from(line.statement.as_deref()),
            "note" => Value::from(line.note.as_deref()),
            "evidence" => Value::from(line.evidence.join("\n").as_str()),
            _ => Value::Empty,
        })
        .collect()
}

fn item_row(line: &Line, item: &Item, words: &Words) -> Vec<Value> {
    let answer = item.answer.map(|word| words.say(&format!("must-answer-{word}")));
    COLUMNS
        .iter()
        .map(|key| match *key {
            "code" => Value::Text(item_code(&line.requirement, &item.key)),
            "owner" => Value::from(line.owner.as_ref().map(|owner| owner.name.as_str())),
            "text" => Value::from(item.text.as_str()),
            "basis" => Value::Text(words.say(&format!("basis-{}", item.basis))),
            "answer" => Value::from(answer.as_deref()),
            "record-seen" => Value::from(item.record_seen.as_deref()),
            "seen-on" => item.seen_on.clone().map_or(Value::Empty, Value::Date),
            "seen-owner" => Value::from(item.seen_owner.as_deref()),
            _ => Value::Empty,
        })
        .collect()
}
