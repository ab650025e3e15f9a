//! The problems of a dry run: in groups with what can be done about each, and one by one.

use std::collections::{BTreeMap, HashMap};

use cairn_domain::field::FieldKind;
use cairn_domain::role::Permission;
use cairn_domain::system;
use cairn_exchange::fix::Remedy;
use cairn_exchange::import::Likely;
use cairn_exchange::mapping::{Mapping, Target};
use cairn_exchange::sheet::column_number;
use cairn_exchange::value::Person;
use cairn_exchange::{Level, Problem, ProblemCode};
use cairn_words::{Value, Words};
use serde::{Deserialize, Serialize};

use super::row::{ChangeView, change_view};
use super::view::problems;
use super::{field_label, named};
use crate::error::AppResult;
use crate::field::{FieldInput, FieldOption, describe};
use crate::host::Host;
use crate::tag::Tag;
use crate::usecase::HostCall;

/// Problems sent at once, at most.
const PAGE: u32 = 500;
/// Different texts of a group that are listed.
const MOST_TEXTS: usize = 100;

/// One problem in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "ImportProblem")]
pub struct ProblemView {
    /// Where.
    #[serde(rename = "where")]
    #[ts(rename = "where")]
    pub place: cairn_exchange::Place,
    /// Its code.
    pub code: String,
    /// In words.
    pub message: String,
    /// How much it weighs.
    pub level: Level,
}

/// An argument of a message. Words choose singular or plural by a number only; a text or a name that looks like a
/// number stays text.
pub(super) fn argument(name: &str, value: &str) -> Value {
    let number = ["count", "limit"].contains(&name).then(|| value.parse().ok()).flatten();
    number.map_or_else(|| Value::Text(value.to_owned()), Value::Number)
}

pub(crate) fn problem_view(problem: &Problem, words: &Words) -> ProblemView {
    let args: Vec<(&str, Value)> = problem
        .args
        .iter()
        .map(|(name, value)| match *name {
            "field" => (*name, Value::Text(field_label(value, words))),
            _ => (*name, argument(name, value)),
        })
        .collect();
    ProblemView {
        place: problem.place.clone(),
        message: words.say_with(&format!("exchange-problem-{}", problem.code), &args),
        code: problem.code.to_string(),
        level: problem.level,
    }
}

/// A text that has the same problem in several cells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "ImportText")]
pub struct TextView {
    /// The text.
    pub text: String,
    /// Cells that hold it.
    pub count: u32,
}

/// Problems of one kind in one column, and what can be done about them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "ImportGroup")]
pub struct GroupView {
    /// The kind.
    pub code: ProblemCode,
    /// The kind in words.
    pub title: String,
    /// How much it weighs.
    pub level: Level,
    /// Letters of the column; none for problems of whole rows.
    pub letters: Option<String>,
    /// Index of the column, from 0.
    pub column: Option<u32>,
    /// Header of the column.
    pub header: Option<String>,
    /// Key of the field the column goes to.
    pub field: Option<String>,
    /// Its label.
    pub label: Option<String>,
    /// How a value is asked for, when one can be given.
    pub input: Option<FieldInput>,
    /// Values to choose from.
    pub options: Vec<FieldOption>,
    /// Problems of the group.
    pub count: u32,
    /// The most frequent texts.
    pub texts: Vec<TextView>,
    /// What can be done, the likeliest first.
    pub remedies: Vec<Remedy>,
}

/// Problems in groups, the heaviest and largest first.
pub(super) fn groups(
    problems: &[Problem],
    mapping: &Mapping,
    words: &Words,
    people: &[Person],
) -> Vec<GroupView> {
    let mut found: BTreeMap<(ProblemCode, Option<u32>), Vec<&Problem>> = BTreeMap::new();
    for problem in problems {
        found.entry((problem.code, column_of(problem))).or_default().push(problem);
    }
    let mut groups: Vec<GroupView> = found
        .into_iter()
        .map(|((code, column), problems)| group(code, column, &problems, mapping, (words, people)))
        .collect();
    groups.sort_by_key(|group| (std::cmp::Reverse(group.level), std::cmp::Reverse(group.count)));
    groups
}

fn column_of(problem: &Problem) -> Option<u32> {
    problem.place.column.as_deref().and_then(column_number)
}

fn group(
    code: ProblemCode,
    column: Option<u32>,
    problems: &[&Problem],
    mapping: &Mapping,
    (words, people): (&Words, &[Person]),
) -> GroupView {
    let assigned = mapping.columns.iter().find(|known| Some(known.column.index) == column);
    let field = assigned.and_then(|assigned| match &assigned.target {
        Target::Field(key) => Some(key.clone()),
        _ => None,
    });
    let mut counts: HashMap<&str, u32> = HashMap::new();
    for problem in problems {
        *counts.entry(problem.subject()).or_default() += 1;
    }
    let mut texts: Vec<TextView> = counts
        .into_iter()
        .filter(|(text, _)| !text.is_empty())
        .map(|(text, count)| TextView { text: text.to_owned(), count })
        .collect();
    texts.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.text.cmp(&b.text)));
    texts.truncate(MOST_TEXTS);
    let (input, options) = asked(field.as_deref(), words, people);
    GroupView {
        code,
        title: words.say(&format!("exchange-group-{code}")),
        level: code.level(),
        letters: assigned.map(|assigned| assigned.column.letters.clone()),
        column,
        header: assigned.map(|assigned| assigned.column.header.clone()),
        label: field.as_deref().map(|key| field_label(key, words)),
        field,
        input,
        options,
        count: u32::try_from(problems.len()).unwrap_or(u32::MAX),
        texts,
        remedies: code.remedies().to_vec(),
    }
}

/// How a value of a field is asked for.
fn asked(field: Option<&str>, words: &Words, people: &[Person]) -> (Option<FieldInput>, Vec<FieldOption>) {
    match field.and_then(system::field) {
        Some(field) => {
            let described = describe("system", field, words);
            let options = match field.kind {
                FieldKind::Member => people
                    .iter()
                    .map(|person| FieldOption { word: person.id.clone(), label: person.name.clone() })
                    .collect(),
                _ => described.options,
            };
            (Some(described.input), options)
        }
        // Ids are text.
        None => (field.map(|_| FieldInput::Text), Vec::new()),
    }
}

/// One problem with all that a decision about it needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "ImportProblemItem")]
pub struct ProblemItem {
    /// The problem in words.
    pub problem: ProblemView,
    /// The values of both sides, when both changed one.
    pub change: Option<ChangeView>,
    /// What the row probably is.
    pub likely: Option<Likely>,
}

/// A page of problems.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "ImportProblemPage")]
pub struct ProblemPage {
    /// Problems of this page, by place.
    pub items: Vec<ProblemItem>,
    /// Problems that fit.
    pub found: u32,
}

/// Problems of the dry run, one by one; those of the headers alone while there is none.
#[derive(Debug, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(default)]
#[ts(rename = "ImportProblemsInput")]
pub struct ListProblems {
    /// Id of the import.
    pub id: String,
    /// Only of this kind.
    pub code: Option<ProblemCode>,
    /// Only in this column, from 0.
    pub column: Option<u32>,
    /// Only those whose words hold this text.
    pub text: Option<String>,
    /// Problems to leave out at the beginning.
    pub offset: u32,
    /// Problems at most; 0 stands for as many as are sent at once.
    pub limit: u32,
}

impl HostCall for ListProblems {
    const NAME: &'static str = "import.problems";
    const TAGS: &'static [Tag] = &[];
    const CHANGES: bool = false;
    type Output = ProblemPage;

    fn run(self, host: &Host) -> AppResult<Self::Output> {
        host.with_import(&self.id, |session| {
            let problems = problems(session);
            let proposed = session.run.as_ref().map_or(&[][..], |run| &run.rows);
            host.read(Permission::Write, |cx| {
                let (words, people) = (cx.around.words, named(cx.tx)?);
                let text = self.text.as_deref().map(str::to_lowercase).unwrap_or_default();
                let holds = |problem: &Problem| {
                    text.is_empty() || problem_view(problem, words).message.to_lowercase().contains(&text)
                };
                let found: Vec<&Problem> = problems
                    .iter()
                    .filter(|problem| self.code.is_none_or(|code| problem.code == code))
                    .filter(|problem| self.column.is_none() || column_of(problem) == self.column)
                    .filter(|problem| holds(problem))
                    .collect();
                let limit = if self.limit == 0 { PAGE } else { self.limit.min(PAGE) };
                let rows: HashMap<u32, &_> = proposed.iter().map(|row| (row.row, row)).collect();
                let total = u32::try_from(found.len()).unwrap_or(u32::MAX);
                let page = found.into_iter().skip(self.offset as usize).take(limit as usize);
                let items = page.map(|problem| {
                    let row = problem.place.row.and_then(|row| rows.get(&row));
                    let change =
                        row.filter(|_| problem.code == ProblemCode::ChangedOnBothSides).and_then(|row| {
                            row.changes.iter().find(|change| problem.args.get("field") == Some(&change.field))
                        });
                    ProblemItem {
                        problem: problem_view(problem, words),
                        change: change.map(|change| change_view(change, words, &people)),
                        likely: row
                            .filter(|_| problem.code == ProblemCode::LikelyDuplicate)
                            .and_then(|row| row.twin.clone()),
                    }
                });
                Ok(ProblemPage { items: items.collect(), found: total })
            })
        })
    }
}
