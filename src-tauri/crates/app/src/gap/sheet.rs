//! Interview sheets: the lines a person has to answer, as paper and as a workbook that comes back.
//!
//! Every row of the workbook names its line, or its line and item, in the locked first column. A hidden sheet keeps
//! what each row said when it was written, as short hashes, so that an import can tell who changed what since.

use cairn_domain::framework::Requirement;
use cairn_domain::gap::{self, Confidence, Conformity, Maturity};
use cairn_domain::id::{MemberId, RecordId};
use cairn_domain::requirement::Basis;
use cairn_domain::state::AssessmentState;
use cairn_exchange::round_trip::RowRef;
use cairn_exchange::workbook::{OutColumn, OutKind, OutSheet, Properties, Value, Workbook};
use cairn_words::Words;
use sha2::{Digest, Sha256};

use super::sheet_action::LineActions;
use super::{LineState, latest, lines, pack_of};
use crate::error::{AppError, AppResult};
use crate::names::Names;
use crate::reports::Origin;
use crate::system::MemberRef;
use crate::usecase::Reading;

/// Keys of the columns, in their order.
pub(super) const COLUMNS: [&str; 17] = [
    "code",
    "owner",
    "text",
    "basis",
    "answer",
    "record-seen",
    "seen-on",
    "seen-owner",
    "conformity",
    "maturity",
    "confidence",
    "statement",
    "not-needed",
    "note",
    ACTIONS,
    PROPOSED,
    "evidence",
];
/// Columns that a row about an item holds.
pub(super) const ITEM_FIELDS: [&str; 4] = ["answer", "record-seen", "seen-on", "seen-owner"];
/// Columns that a row about a line holds, in the order in which the hidden sheet has their hashes: later ones are added
/// at the end, so that a sheet of an older program still fits.
pub(super) const LINE_FIELDS: [&str; 6] =
    ["conformity", "statement", "note", "maturity", "confidence", "not-needed"];
/// Column with the open actions of a line; to read only.
pub(super) const ACTIONS: &str = "actions";
/// Column for actions that the person proposes, one in each line of the cell.
pub(super) const PROPOSED: &str = "new-action";
/// What the hidden sheet says the rows are; the assessment follows after a colon.
const KIND: &str = "gap-interview";
/// What a sheet of a frozen assessment says it is: nothing of it comes back.
const FROZEN: &str = "gap-interview-frozen";

/// The lines that one person, or everybody, has to answer.
pub(crate) struct Interview {
    /// Name of the assessment.
    pub(crate) assessment: String,
    /// Whether the assessment is frozen, so that its sheet is only to read.
    pub(crate) frozen: bool,
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
    /// Maturity given so far.
    pub(crate) maturity: Option<Maturity>,
    /// How sure the assessor was.
    pub(crate) confidence: Option<Confidence>,
    /// What is missing.
    pub(crate) statement: Option<String>,
    /// A fact by which a control is probably not needed.
    pub(crate) not_needed: Option<String>,
    /// Interview note.
    pub(crate) note: Option<String>,
    /// Whether it is a control.
    pub(crate) control: bool,
    /// Whether the Statement of Applicability excludes it; nobody is asked about it then.
    pub(crate) excluded: bool,
    /// What is to be done about it.
    pub(crate) actions: LineActions,
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
    pub(super) fn fields(&self) -> [Option<String>; 6] {
        [
            self.conformity.map(|word| word.to_string()),
            self.statement.clone(),
            self.note.clone(),
            self.maturity.map(|word| word.to_string()),
            self.confidence.map(|word| word.to_string()),
            self.not_needed.clone(),
        ]
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
    let owner = owner.map(|id| -> AppResult<_> {
        cx.tx.record().get(RecordId::from(id))?;
        Ok(Names::read(cx.tx)?.member(id))
    });
    let owner = owner.transpose()?;
    let mut found = every_line(cx)?;
    found.retain(|line| !line.excluded && (owner.is_none() || line.owner == owner));
    if let (Some(owner), true) = (&owner, found.is_empty()) {
        return Err(AppError::refused("error-interview-no-lines").with("name", owner.name.clone()));
    }
    // People one after the other, nobody's lines at the end; the order within stays the standard's.
    found.sort_by_cached_key(|line| match &line.owner {
        Some(owner) => (false, owner.name.clone()),
        None => (true, String::new()),
    });
    let assessment = latest(cx.tx)?;
    let frozen = assessment.as_ref().is_some_and(|found| found.state == AssessmentState::Frozen);
    let assessment = assessment.map_or_else(|| cx.around.words.say("gap-baseline"), |found| found.name);
    Ok(Interview { assessment, frozen, owner, lines: found })
}

/// Every line in the standard's order, also those that the Statement of Applicability excludes.
pub(super) fn every_line(cx: &Reading<'_>) -> AppResult<Vec<Line>> {
    let iso = &pack_of(cx.tx, latest(cx.tx)?.as_ref())?.framework;
    let names = Names::read(cx.tx)?;
    let states = lines(cx.tx)?.into_iter();
    let known = states.filter_map(|state| iso.get(&state.item.requirement).map(|found| (found, state)));
    known.map(|(requirement, state)| line(cx, requirement, state, &names)).collect()
}

fn line(cx: &Reading<'_>, requirement: &Requirement, state: LineState, names: &Names) -> AppResult<Line> {
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
    Ok(Line {
        requirement: requirement.id.clone(),
        title: requirement.title.clone(),
        summary: requirement.summary.clone(),
        owner: state.item.owner,
        conformity: state.item.conformity,
        maturity: state.item.maturity,
        confidence: stored.and_then(|line| line.confidence),
        statement: stored.and_then(|line| line.statement.clone()),
        not_needed: stored.and_then(|line| line.not_needed_fact.clone()),
        note: stored.and_then(|line| line.note.clone()),
        control: state.item.control,
        excluded: state.item.excluded,
        actions: LineActions::read(cx.tx, cx.around.workspace, stored.map(|line| line.id), names)?,
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
        let (fields, actions) = (line.fields(), line.actions.text(words));
        let owner = line.owner.as_ref().map(|owner| owner.name.clone()).unwrap_or_default();
        let said = fields.iter().map(Option::as_deref).chain([Some(actions.as_str())]);
        refs.push(RowRef {
            code: line.requirement.clone(),
            id: line.requirement.clone(),
            rev: state_of(&line.text(), said),
            shown: owner.clone(),
        });
        for item in &line.items {
            rows.push(item_row(line, item, words));
            let fields = item.fields();
            refs.push(RowRef {
                code: item_code(&line.requirement, &item.key),
                id: format!("{}/{}", line.requirement, item.key),
                rev: state_of(&item.text, fields.iter().map(Option::as_deref)),
                shown: owner.clone(),
            });
        }
    }
    let title = words.say("interview-title");
    let mut sheet = OutSheet::new(&words.say("interview-sheet"), columns(words), rows);
    let whose = match &interview.owner {
        Some(owner) => words.say_with("interview-for", &[("name", owner.name.clone().into())]),
        None => words.say("interview-for-all"),
    };
    let how = words.say(if interview.frozen { "interview-frozen" } else { "interview-how" });
    sheet.heading = vec![format!("{title}: {}", interview.assessment), whose, how];
    sheet.frozen_columns = 1;
    sheet.protected = true;
    let round_trip = if interview.frozen {
        sheet.columns.iter_mut().for_each(|column| column.locked = true);
        crate::report::mark(FROZEN, &sheet.name, origin)
    } else {
        let kind = kind_of(latest(cx.tx)?.map(|assessment| assessment.id));
        let workspace = cx.around.workspace.to_string();
        sheet.round_trip(&workspace, &origin.head, &kind, &COLUMNS, refs)
    };
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
    // The list also offers the word that takes a value away: a spreadsheet program refuses what is not in it.
    let choice = |list: &str, all: Vec<&str>| OutKind::Choice {
        values: all
            .iter()
            .map(|word| words.say(&format!("{list}-{word}")))
            .chain([words.say("interview-clear")])
            .collect(),
        refusal: Some(words.say("sheet-choose")),
    };
    let answers = || gap::Answer::ALL.iter().map(|word| word.as_str()).collect();
    let conformity = || Conformity::ALL.iter().map(|word| word.as_str()).collect();
    let maturity = || Maturity::ALL.iter().map(|word| word.as_str()).collect();
    let confidence = || Confidence::ALL.iter().map(|word| word.as_str()).collect();
    let column = |key: &str| {
        let (width, kind, locked) = match key {
            "code" => (12.0, OutKind::Text, true),
            "owner" => (20.0, OutKind::Text, true),
            "text" => (64.0, OutKind::LongText, true),
            "basis" => (14.0, OutKind::Text, true),
            "evidence" => (54.0, OutKind::LongText, true),
            ACTIONS => (44.0, OutKind::LongText, true),
            "answer" => (12.0, choice("must-answer", answers()), false),
            "conformity" => (18.0, choice("conformity", conformity()), false),
            "maturity" => (22.0, choice("maturity", maturity()), false),
            "confidence" => (13.0, choice("confidence", confidence()), false),
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
    let maturity = line.maturity.map(|word| words.say(&format!("maturity-{word}")));
    let confidence = line.confidence.map(|word| words.say(&format!("confidence-{word}")));
    COLUMNS
        .iter()
        .map(|key| match *key {
            "code" => Value::from(line.requirement.as_str()),
            "owner" => Value::from(line.owner.as_ref().map(|owner| owner.name.as_str())),
            "text" => Value::from(line.text().as_str()),
            "conformity" => Value::from(conformity.as_deref()),
            "maturity" => Value::from(maturity.as_deref()),
            "confidence" => Value::from(confidence.as_deref()),
            "not-needed" => Value::from(line.not_needed.as_deref()),
            ACTIONS => Value::from(line.actions.text(words).as_str()),
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
