//! Bringing a spreadsheet or CSV file into the register: columns, dry run, decisions about its problems, and one entry
//! that writes it all.

mod base;
mod change;
mod file;
mod problem;
mod row;
mod view;
mod write;

use cairn_domain::field::FieldKind;
use cairn_domain::system;
use cairn_exchange::fix::Fix;
use cairn_exchange::import::{DryRun, Existing, Policy, row_of};
use cairn_exchange::lexicon::Lexicon;
use cairn_exchange::mapping::{Mapping, PARENT, SavedDecision, SavedMapping};
use cairn_exchange::value::{Label, Person};
use cairn_exchange::{Book, ExchangeError, Proposal};
use cairn_store::ReadTx;
use cairn_store::table::import_mapping::ImportMapping;
use cairn_words::Words;

use crate::error::{AppError, AppResult, Code};
use change::Draft;

pub use change::{ChooseColumn, Map, Mend, Open};
pub(crate) use file::{
    Carrier, DOCUMENT, LARGEST_LIST, LARGEST_SHEET, REGISTER, foreign_book, printed_register, read_book,
};
pub(crate) use problem::problem_view;
pub use problem::{GroupView, ListProblems, ProblemPage, ProblemView};
pub use row::{ListRows, RowDetail, RowPage, RowView, ShowRow};
pub use view::{ColumnView, ImportView, TargetView};
pub use write::{Run, RunView};

/// What an import brings in; the only kind so far.
pub(crate) const KIND: &str = "system";

/// The file a person is bringing in.
pub(crate) struct Session {
    pub(crate) id: String,
    book: Book,
    proposal: Proposal,
    policy: Policy,
    /// Name of the saved mapping that is applied.
    saved: Option<String>,
    /// Name to remember the columns under.
    name: String,
    fixes: Vec<Fix>,
    /// The last dry run; none while no column holds the names.
    run: Option<DryRun>,
    bases: Option<base::Bases>,
}

impl Session {
    fn new(id: String, book: Book, proposal: Proposal, taken: Option<Taken>) -> Self {
        let (saved, fixes) = taken.map_or((None, Vec::new()), |taken| (Some(taken.name), taken.fixes));
        let name = saved.clone().unwrap_or_else(|| book.file.clone());
        let policy = Policy::Update;
        Self { id, book, proposal, policy, saved, name, fixes, run: None, bases: None }
    }

    /// A copy of what choices change.
    fn draft(&self) -> Draft {
        Draft {
            proposal: self.proposal.clone(),
            saved: self.saved.clone(),
            name: self.name.clone(),
            policy: self.policy,
            fixes: self.fixes.clone(),
        }
    }

    fn exchange(&mut self, draft: Draft) -> Draft {
        Draft {
            proposal: std::mem::replace(&mut self.proposal, draft.proposal),
            saved: std::mem::replace(&mut self.saved, draft.saved),
            name: std::mem::replace(&mut self.name, draft.name),
            policy: std::mem::replace(&mut self.policy, draft.policy),
            fixes: std::mem::replace(&mut self.fixes, draft.fixes),
        }
    }

    /// Goes on with other choices, unless what follows of them fails.
    fn take_over<T>(&mut self, next: Draft, act: impl FnOnce(&mut Self) -> AppResult<T>) -> AppResult<T> {
        let before = self.exchange(next);
        let done = act(self);
        if done.is_err() {
            self.exchange(before);
        }
        done
    }
}

/// What a saved mapping brought along.
pub(crate) struct Taken {
    name: String,
    fixes: Vec<Fix>,
}

/// A refused file, in the words of its code.
pub(crate) fn refused(error: &ExchangeError) -> AppError {
    if error.code == cairn_exchange::ErrorCode::Cancelled {
        return AppError::new(Code::Cancelled);
    }
    use cairn_exchange::ErrorCode::{MapSyntax, MapUnknownColumn, MapUnknownField};
    let mut refused = AppError::file_refused(&format!("exchange-error-{}", error.code));
    // What somebody asked for is wrong then, not the file.
    if matches!(error.code, MapSyntax | MapUnknownField | MapUnknownColumn) {
        refused.code = Code::Invalid;
    }
    error
        .args
        .iter()
        .fold(refused, |refused, (name, value)| refused.with(name, problem::argument(name, value)))
}

/// The best proposal for a file, with a mapping remembered for the same header.
fn propose(tx: &ReadTx<'_>, book: &Book) -> AppResult<(Proposal, Option<Taken>)> {
    let mut proposal = book.propose_best(Lexicon::built_in()).map_err(|error| refused(&error))?;
    known_codes(tx, book, &mut proposal)?;
    let taken = recall(tx, &mut proposal)?;
    Ok((proposal, taken))
}

/// Finds the column of our codes in a file that is no export of ours, such as a table copied out of one.
fn known_codes(tx: &ReadTx<'_>, book: &Book, proposal: &mut Proposal) -> AppResult<()> {
    // The codes of another workspace's export are not ours.
    let Some(sheet) = book.sheets.get(proposal.sheet).filter(|_| book.round_trip.is_none()) else {
        return Ok(());
    };
    let all = tx.ai_system().all_with_records()?;
    let systems: Vec<(&str, &str)> =
        all.iter().filter_map(|(record, _)| Some((record.code.as_deref()?, record.title.as_str()))).collect();
    proposal.mapping.take_known_codes(sheet, &proposal.header, &systems);
    Ok(())
}

/// Applies the mapping remembered for the header, if any.
fn recall(tx: &ReadTx<'_>, proposal: &mut Proposal) -> AppResult<Option<Taken>> {
    let row = tx.import_mapping().for_header(KIND, &proposal.header.fingerprint)?;
    // A mapping this program cannot read any more is as good as none.
    Ok(row.and_then(|row| take(row, proposal)))
}

/// Applies a saved mapping that a person chose, as far as it knows the columns.
fn recall_named(tx: &ReadTx<'_>, proposal: &mut Proposal, id: &str) -> AppResult<Taken> {
    let missing = || AppError::refused("error-no-such-mapping");
    let id = id.parse().map_err(|_| missing())?;
    let row = tx.import_mapping().find(id)?.filter(|row| row.kind == KIND).ok_or_else(missing)?;
    take(row, proposal).ok_or_else(missing)
}

fn take(row: ImportMapping, proposal: &mut Proposal) -> Option<Taken> {
    let saved: SavedMapping = serde_json::from_value(row.mapping).ok()?;
    proposal.mapping.apply_saved(&saved);
    let fixes = saved.decisions.iter().filter_map(|decision| {
        let column = proposal.header.columns.iter().find(|column| column.header == decision.header)?;
        let (text, value) = (decision.text.clone(), decision.value.clone());
        Some(Fix::Take { column: column.index, text, value })
    });
    Some(Taken { fixes: fixes.collect(), name: row.name })
}

/// A mapping as it is remembered: the columns, and which texts stand for which values.
fn saved_of(mapping: &Mapping, fixes: &[Fix]) -> SavedMapping {
    let decisions = fixes.iter().filter_map(|fix| match fix {
        Fix::Take { column, text, value } => {
            let header = mapping.columns.iter().find(|known| known.column.index == *column)?;
            let (header, text, value) = (header.column.header.clone(), text.clone(), value.clone());
            Some(SavedDecision { header, text, value })
        }
        _ => None,
    });
    SavedMapping { decisions: decisions.collect(), ..mapping.to_saved() }
}

/// What identifies the state of a system: both rows it is made of.
pub(crate) fn state_of(system: impl std::fmt::Display, record: impl std::fmt::Display) -> String {
    format!("{system}.{record}")
}

/// Everything already in the register, for comparison.
fn existing(tx: &ReadTx<'_>) -> AppResult<Vec<Existing>> {
    let all = tx.ai_system().all_with_records()?;
    let systems = all.into_iter().map(|(record, system)| {
        let mut values: std::collections::BTreeMap<String, String> =
            system.fields.iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect();
        values.insert("name".to_owned(), record.title);
        values.extend(record.owner.map(|owner| ("owner".to_owned(), owner.to_string())));
        values.extend(system.parent.map(|parent| (PARENT.to_owned(), parent.to_string())));
        values.extend(record.due.map(|due| ("review_due".to_owned(), due.to_string())));
        Existing {
            id: record.id.to_string(),
            rev: state_of(system.rev, record.rev),
            code: record.code.unwrap_or_default(),
            source: system.source,
            source_id: system.source_id,
            values,
            facts: system.imported_facts.and_then(|facts| facts.as_object().cloned()).unwrap_or_default(),
        }
    });
    Ok(systems.collect())
}

/// Words people see for stored words, so that they read back.
fn labels(words: &Words) -> Vec<Label> {
    let choices = system::FIELDS.iter().filter_map(|field| match field.kind {
        FieldKind::Choice(choice) | FieldKind::Choices(choice) => Some(choice),
        _ => None,
    });
    choices
        .flat_map(|choice| {
            choice.words.iter().map(move |word| Label {
                list: choice.list.to_owned(),
                word: (*word).to_owned(),
                label: words.say(&format!("{}-{word}", choice.list)),
            })
        })
        .collect()
}

/// Members a cell may name.
fn people(tx: &ReadTx<'_>) -> AppResult<Vec<Person>> {
    let members = tx.member().with_records()?;
    Ok(members
        .into_iter()
        .map(|(record, _)| Person { id: record.id.to_string(), name: record.title })
        .collect())
}

/// A field in words.
fn field_label(key: &str, words: &Words) -> String {
    match key {
        "code" | "source_id" | "class" => words.say(&format!("column-{key}")),
        _ => words.say(&format!("system-field-{key}")),
    }
}

/// Everybody and everything a stored value may be the id of, by name.
fn named(tx: &ReadTx<'_>) -> AppResult<Vec<Person>> {
    let mut found = people(tx)?;
    found.extend(tx.ai_system().all_with_records()?.into_iter().map(|(record, _)| Person {
        id: record.id.to_string(),
        name: format!("{} {}", record.code.unwrap_or_default(), record.title),
    }));
    Ok(found)
}

/// A stored value of a field in words; `people` are those it may be the id of.
pub(crate) fn value_label(key: &str, value: &str, words: &Words, people: &[Person]) -> String {
    match system::field(key).map(|field| field.kind) {
        Some(FieldKind::Choice(choice)) if choice.words.contains(&value) => {
            words.say(&format!("{}-{value}", choice.list))
        }
        Some(FieldKind::Choices(choice)) => {
            let set: Vec<String> = serde_json::from_str(value).unwrap_or_default();
            let labels = set.iter().map(|word| words.say(&format!("{}-{word}", choice.list)));
            labels.collect::<Vec<_>>().join(", ")
        }
        Some(FieldKind::Member) => people
            .iter()
            .find(|person| person.id == value)
            .map_or_else(|| value.to_owned(), |person| person.name.clone()),
        None if key == PARENT => {
            let row = row_of(value)
                .map(|row| words.say_with("exchange-new-row", &[("row", row.to_string().into())]));
            let known = || people.iter().find(|known| known.id == value).map(|known| known.name.clone());
            row.or_else(known).unwrap_or_else(|| value.to_owned())
        }
        _ => value.to_owned(),
    }
}
