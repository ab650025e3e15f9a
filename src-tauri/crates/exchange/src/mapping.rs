//! Which column means which field: proposed from headers and values, changed by a person, saved and found again.

mod known;

use std::collections::BTreeMap;

use cairn_domain::field::FieldKind;
use cairn_domain::system::{self, FIELDS};
use serde::{Deserialize, Serialize};

use crate::dates::{self, DateOrder, DateText};
use crate::header::{Column, Header};
use crate::lexicon::{Lexicon, words};
use crate::problem::{ErrorCode, ExchangeError};
use crate::round_trip::RoundTrip;
use crate::sheet::{CellKind, Row, Sheet};

/// Keys that are no fields of the form but say which system a row is: Cairn's own code (`AI-014`), and the id in the
/// source.
pub const IDENTITY: &[&str] = &["code", "source_id"];
/// Key of what a system is a part of. It is no field of the form either: its cells name another system, or a row.
pub const PARENT: &str = "parent";
/// Keys that an export of ours shows and that are only changed in the program.
pub const SHOWN: &[&str] = &["class"];

/// Whether a column can go there when a person chooses.
#[must_use]
pub fn is_target(key: &str) -> bool {
    system::field(key).is_some() || IDENTITY.contains(&key) || key == PARENT
}

/// Below this a column is kept as an imported fact.
const THRESHOLD: f64 = 0.5;
/// Columns looked at; a register has some dozens, a sheet can have 16,384.
const SCORED_COLUMNS: usize = 500;
/// Rows looked at for the value profile.
const SAMPLE_ROWS: usize = 400;

/// What happens to the cells of a column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case", tag = "type", content = "field")]
#[ts(rename = "ImportColumnTarget")]
pub enum Target {
    /// Goes into this field (a key of an AI system, one of [`IDENTITY`] or [`SHOWN`], or [`PARENT`]).
    Field(String),
    /// Kept with the system as an imported fact under its header.
    Fact,
    /// Left out; only when a person chooses so.
    Ignore,
}

/// Why a column has its target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "ImportReason")]
pub enum Reason {
    /// The file is one whose layout is known.
    KnownLayout,
    /// The file is an export of ours.
    OwnExport,
    /// The header is a name of the field.
    SameHeader,
    /// The header holds a name of the field, or is nearly one.
    SimilarHeader,
    /// The cells are codes of systems that are there, beside their names.
    KnownCodes,
    /// A saved mapping of the same layout.
    Saved,
    /// A person chose it.
    Chosen,
    /// Another column fits the field better.
    FieldTaken,
    /// A judgement of another scheme: never taken over as ours.
    OtherScheme,
    /// No field fits.
    NoMatch,
}

/// One column and what is proposed for it.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct Assignment {
    /// The column.
    pub column: Column,
    /// What happens to its cells.
    pub target: Target,
    /// How sure the proposal is, in per cent.
    pub confidence: u8,
    /// Why.
    pub reason: Reason,
    /// Statuses for which the column means the field; all when empty.
    pub only_status: Vec<String>,
    /// Non-empty cells below the header.
    pub filled: u32,
    /// The first few different values, shortened.
    pub examples: Vec<String>,
}

/// What every column of a sheet means.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct Mapping {
    /// Fingerprint of the header it was made for.
    pub fingerprint: String,
    /// Id of the known layout, if it is one.
    pub profile: Option<String>,
    /// How `03/04/2025` is read; none while nothing proves it.
    pub date_order: Option<DateOrder>,
    /// Column put before ids that do not begin with its value.
    pub qualifier: Option<u32>,
    /// One entry for each column.
    pub columns: Vec<Assignment>,
}

/// A mapping as it is stored under a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedMapping {
    /// Fingerprint of the header.
    pub header_sha256: String,
    /// Target by header.
    pub columns: BTreeMap<String, Target>,
    /// How dates are read.
    pub date_order: Option<DateOrder>,
    /// Texts that a person gave a value to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub decisions: Vec<SavedDecision>,
}

/// A text that stands for a value in files of the same kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedDecision {
    /// Header of the column.
    pub header: String,
    /// Text of the cells.
    pub text: String,
    /// What they are read as.
    pub value: String,
}

/// Proposes what each column means.
#[must_use]
pub fn propose(sheet: &Sheet, header: &Header, lexicon: &Lexicon) -> Mapping {
    let data = header.data(sheet);
    let profile = lexicon.profile(header);
    let samples: Vec<Samples> = header.columns.iter().map(|column| Samples::of(data, column.index)).collect();
    let mut columns: Vec<Assignment> = header
        .columns
        .iter()
        .zip(&samples)
        .map(|(column, samples)| Assignment {
            column: column.clone(),
            target: Target::Fact,
            confidence: 0,
            reason: if lexicon.stays_fact(&column.header) { Reason::OtherScheme } else { Reason::NoMatch },
            only_status: Vec::new(),
            filled: samples.filled,
            examples: samples.examples.clone(),
        })
        .collect();
    if let Some(profile) = profile {
        for assignment in &mut columns {
            if let Some(known) = profile.column(&assignment.column) {
                assignment.target = Target::Field(known.field.clone());
                assignment.only_status.clone_from(&known.only_status);
                (assignment.confidence, assignment.reason) = (100, Reason::KnownLayout);
            }
        }
    } else {
        assign_by_score(&mut columns, &samples, lexicon);
    }
    let mut mapping = Mapping {
        fingerprint: header.fingerprint.clone(),
        profile: profile.map(|profile| profile.id.clone()),
        date_order: profile.and_then(|profile| profile.date_order),
        qualifier: profile.and_then(|profile| profile.qualifier(header)).map(|column| column.index),
        columns,
    };
    if mapping.date_order.is_none() {
        mapping.date_order = mapping.proven_date_order(data);
    }
    mapping
}

/// Gives every field to the column that fits it best.
fn assign_by_score(columns: &mut [Assignment], samples: &[Samples], lexicon: &Lexicon) {
    let keys = || FIELDS.iter().map(|field| field.key).chain(["source_id"]);
    let mut scores: Vec<(f64, usize, usize, &str, Reason)> = Vec::new();
    for (at, (assignment, samples)) in columns.iter().zip(samples).take(SCORED_COLUMNS).enumerate() {
        if assignment.reason == Reason::OtherScheme {
            continue;
        }
        let header = &assignment.column.header;
        // What only a person may decide is not taken for something else that its header is less like.
        let kept = keys().filter(|key| lexicon.only_when_chosen(key));
        let kept = kept.map(|key| likeness(header, lexicon.synonyms(key)).likeness).fold(0.0, f64::max);
        for key in keys().filter(|key| !lexicon.only_when_chosen(key)) {
            if key == "name" && is_placeholder(header) {
                continue;
            }
            let like = likeness(header, lexicon.synonyms(key));
            let score = like.likeness * samples.fits(key, lexicon);
            if score >= THRESHOLD && like.likeness > kept {
                scores.push((score, like.rank, at, key, like.reason));
            }
        }
    }
    // Of two headers that both are names of a field, the one that stands first in its list is the better name.
    scores.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
    let mut taken: Vec<&str> = Vec::new();
    for (score, _, at, key, reason) in scores {
        let Some(assignment) = columns.get_mut(at).filter(|a| a.target == Target::Fact) else {
            continue;
        };
        if taken.contains(&key) {
            assignment.reason = Reason::FieldTaken;
        } else {
            taken.push(key);
            assignment.target = Target::Field(key.to_owned());
            assignment.confidence = per_cent(score);
            assignment.reason = reason;
        }
    }
}

/// Whether a header is a gap to fill in, such as `[Role 3 Name]`: nobody has filled it in, and below it stands no name.
fn is_placeholder(header: &str) -> bool {
    let header = header.trim();
    [('[', ']'), ('<', '>'), ('{', '}')]
        .into_iter()
        .any(|(open, close)| header.starts_with(open) && header.ends_with(close))
}

fn per_cent(share: f64) -> u8 {
    // Between 0 and 100 by construction; the cast saturates.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let whole = (share.clamp(0.0, 1.0) * 100.0).round() as u8;
    whole
}

/// How much a header is like the names of a field.
struct Likeness {
    /// From 0 to 0.95.
    likeness: f64,
    /// Place of the name in the list when the header is that name.
    rank: usize,
    reason: Reason,
}

fn likeness(header: &str, synonyms: &[String]) -> Likeness {
    let given = words(header.get(..header.floor_char_boundary(300)).unwrap_or(header));
    let joined = given.join(" ");
    let mut best = 0.0f64;
    for (rank, synonym) in synonyms.iter().enumerate() {
        let wanted = words(synonym);
        let name = wanted.join(" ");
        if name == joined {
            return Likeness { likeness: 0.95, rank, reason: Reason::SameHeader };
        }
        let contained =
            !wanted.is_empty() && given.windows(wanted.len()).any(|window| window == wanted.as_slice());
        if contained {
            // A long name inside a short header says more than a short one inside a question.
            best = best.max(0.4 + 0.5 * ratio(name.chars().count(), joined.chars().count()));
        } else if joined.chars().count() >= 4 {
            let near = strsim::normalized_damerau_levenshtein(&joined, &name);
            if near >= 0.8 {
                best = best.max(near * 0.9);
            }
        }
    }
    Likeness { likeness: best, rank: usize::MAX, reason: Reason::SimilarHeader }
}

fn ratio(part: usize, whole: usize) -> f64 {
    let part = u32::try_from(part).unwrap_or(u32::MAX);
    let whole = u32::try_from(whole).unwrap_or(u32::MAX).max(1);
    f64::from(part) / f64::from(whole)
}

/// What the values of a column look like.
struct Samples {
    filled: u32,
    examples: Vec<String>,
    texts: Vec<(CellKind, String)>,
}

impl Samples {
    fn of(data: &[Row], column: u32) -> Self {
        let mut filled = 0u32;
        let mut texts = Vec::new();
        let mut examples: Vec<String> = Vec::new();
        for cell in data.iter().filter_map(|row| row.cell(column)) {
            filled = filled.saturating_add(1);
            if texts.len() < SAMPLE_ROWS {
                let text: String = cell.text.chars().take(200).collect();
                if examples.len() < 3 && !examples.contains(&text) {
                    examples.push(text.clone());
                }
                texts.push((cell.kind, text));
            }
        }
        Self { filled, examples, texts }
    }

    /// How well the values fit the field: 1 when they do or nothing is known, less when they do not.
    fn fits(&self, key: &str, lexicon: &Lexicon) -> f64 {
        let Some(kind) = system::field(key).map(|field| field.kind) else {
            return if self.share(|_, text| text.chars().count() <= 60) >= 0.8 { 1.0 } else { 0.4 };
        };
        match kind {
            FieldKind::Date => {
                let dated = self.share(|kind, text| {
                    kind == CellKind::Date || dates::parse(text, DateOrder::DayMonth) != DateText::Other
                });
                0.4 + 0.6 * dated
            }
            FieldKind::Choice(choice) | FieldKind::Choices(choice) => {
                let known = self.share(|_, text| {
                    text.split([';', ',', '\n']).all(|part| lexicon.choice(choice.list, part).is_some())
                        || lexicon.choice(choice.list, text).is_some()
                        || lexicon.is_blank(text)
                });
                0.4 + 0.6 * known
            }
            FieldKind::Text if key == "name" => {
                let named = self.share(|kind, text| kind == CellKind::Text && text.chars().count() <= 300);
                0.4 + 0.6 * named
            }
            // A short answer to a long question is no description.
            FieldKind::LongText
                if self.texts.len() >= 5
                    && self.share(|_, text| lexicon.choice("known", text).is_some()) > 0.8 =>
            {
                0.4
            }
            _ => 1.0,
        }
    }

    /// Share of the sampled values that pass; 1 when there are none.
    fn share(&self, test: impl Fn(CellKind, &str) -> bool) -> f64 {
        if self.texts.is_empty() {
            return 1.0;
        }
        let passed = self.texts.iter().filter(|(kind, text)| test(*kind, text)).count();
        ratio(passed, self.texts.len())
    }
}

impl Mapping {
    /// The column of a field.
    #[must_use]
    pub fn column_of(&self, field: &str) -> Option<&Assignment> {
        self.columns.iter().find(|a| matches!(&a.target, Target::Field(key) if key == field))
    }

    /// Gives a field to a column, as a person chose. The column that had the field becomes a fact.
    ///
    /// # Errors
    /// [`ErrorCode::MapUnknownField`] or [`ErrorCode::MapUnknownColumn`].
    pub fn choose(&mut self, field: &str, header: &Header, column: &str) -> Result<(), ExchangeError> {
        if !is_target(field) {
            return Err(ErrorCode::MapUnknownField.with("field", field));
        }
        let unknown = || ErrorCode::MapUnknownColumn.with("column", column);
        let index = header.find(column).ok_or_else(unknown)?.index;
        self.set(index, Target::Field(field.to_owned())).ok_or_else(unknown)
    }

    /// Sets what happens to a column, as a person chose; none when there is no such column.
    pub fn set(&mut self, column: u32, target: Target) -> Option<()> {
        if let Target::Field(field) = &target {
            for other in self.columns.iter_mut().filter(|a| a.target == Target::Field(field.clone())) {
                other.target = Target::Fact;
                (other.confidence, other.reason) = (0, Reason::FieldTaken);
                other.only_status.clear();
            }
        }
        let assignment = self.columns.iter_mut().find(|a| a.column.index == column)?;
        assignment.target = target;
        (assignment.confidence, assignment.reason) = (100, Reason::Chosen);
        assignment.only_status.clear();
        Some(())
    }

    /// Applies one `FIELD=COLUMN`; the column is a header (any case and spacing) or its letters.
    ///
    /// # Errors
    /// [`ErrorCode::MapSyntax`] and those of [`Self::choose`].
    pub fn choose_text(&mut self, text: &str, header: &Header) -> Result<(), ExchangeError> {
        let (field, column) = text
            .split_once('=')
            .filter(|(field, column)| !field.trim().is_empty() && !column.trim().is_empty())
            .ok_or_else(|| ErrorCode::MapSyntax.with("text", text))?;
        self.choose(field.trim(), header, column)
    }

    /// The mapping as it is stored.
    #[must_use]
    pub fn to_saved(&self) -> SavedMapping {
        let columns = self.columns.iter().map(|a| (a.column.header.clone(), a.target.clone())).collect();
        SavedMapping {
            header_sha256: self.fingerprint.clone(),
            columns,
            date_order: self.date_order,
            decisions: Vec::new(),
        }
    }

    /// Takes over a saved mapping, column by column where the header is the same.
    pub fn apply_saved(&mut self, saved: &SavedMapping) {
        for assignment in &mut self.columns {
            let known = saved.columns.get(&assignment.column.header);
            let Some(target) = known.filter(|target| **target != assignment.target) else {
                continue;
            };
            assignment.target = target.clone();
            (assignment.confidence, assignment.reason) = (100, Reason::Saved);
            assignment.only_status.clear();
        }
        self.date_order = saved.date_order.or(self.date_order);
    }

    /// Takes the columns of an export of ours by their keys.
    pub fn apply_round_trip(&mut self, meta: &RoundTrip) {
        for assignment in &mut self.columns {
            let Some(key) = meta.key_of(&assignment.column.header) else {
                continue;
            };
            assignment.target = Target::Field(key.to_owned());
            (assignment.confidence, assignment.reason) = (100, Reason::OwnExport);
        }
    }

    /// The order that the dates of the mapped columns prove.
    fn proven_date_order(&self, data: &[Row]) -> Option<DateOrder> {
        let is_date = |key: &str| system::field(key).is_some_and(|f| f.kind == FieldKind::Date);
        let columns: Vec<u32> = self
            .columns
            .iter()
            .filter(|a| matches!(&a.target, Target::Field(key) if is_date(key)))
            .map(|a| a.column.index)
            .collect();
        dates::proven_order(data.iter().flat_map(|row| columns.iter().map(|column| row.text(*column))))
    }
}
