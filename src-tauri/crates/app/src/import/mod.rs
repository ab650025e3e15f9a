//! Bringing a spreadsheet or CSV file into the register: columns, dry run, and one entry that writes it all.

mod change;
mod view;

use cairn_domain::field::FieldKind;
use cairn_domain::system;
use cairn_exchange::import::{Existing, Policy};
use cairn_exchange::lexicon::Lexicon;
use cairn_exchange::mapping::SavedMapping;
use cairn_exchange::value::{Label, Person};
use cairn_exchange::{Book, ExchangeError, Proposal};
use cairn_store::ReadTx;
use cairn_words::Words;

use crate::error::{AppError, AppResult, Code};

pub use change::{ChooseColumn, Map, Open, Run, RunView};
pub use view::{ColumnView, ImportView, ProblemView, RowView, TargetView};

/// What an import brings in; the only kind so far.
pub(crate) const KIND: &str = "system";

/// The file a person is bringing in.
pub(crate) struct Session {
    pub(crate) id: String,
    pub(crate) book: Book,
    pub(crate) proposal: Proposal,
    pub(crate) policy: Policy,
    pub(crate) saved: Option<String>,
}

/// A refused file, in the words of its code.
pub(crate) fn refused(error: &ExchangeError) -> AppError {
    if error.code == cairn_exchange::ErrorCode::Cancelled {
        return AppError::new(Code::Cancelled);
    }
    let refused = AppError::file_refused(&format!("exchange-error-{}", error.code));
    error.args.iter().fold(refused, |refused, (name, value)| refused.with(name, value.as_str()))
}

/// The best proposal for a file, with a mapping remembered for the same header.
pub(crate) fn propose(tx: &ReadTx<'_>, book: &Book) -> AppResult<(Proposal, Option<String>)> {
    let mut proposal = book.propose_best(Lexicon::built_in()).map_err(|error| refused(&error))?;
    let saved = recall(tx, &mut proposal)?;
    Ok((proposal, saved))
}

/// Applies the mapping remembered for the header, if any; gives its name.
pub(crate) fn recall(tx: &ReadTx<'_>, proposal: &mut Proposal) -> AppResult<Option<String>> {
    let Some(row) = tx.import_mapping().for_header(KIND, &proposal.header.fingerprint)? else {
        return Ok(None);
    };
    // A mapping this program cannot read any more is as good as none.
    let Ok(saved) = serde_json::from_value::<SavedMapping>(row.mapping) else { return Ok(None) };
    proposal.mapping.apply_saved(&saved);
    Ok(Some(row.name))
}

/// Everything already in the register, for comparison.
pub(crate) fn existing(tx: &ReadTx<'_>) -> AppResult<Vec<Existing>> {
    let all = tx.ai_system().all_with_records()?;
    let systems = all.into_iter().map(|(record, system)| {
        let mut values: std::collections::BTreeMap<String, String> =
            system.fields.iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect();
        values.insert("name".to_owned(), record.title);
        values.extend(record.owner.map(|owner| ("owner".to_owned(), owner.to_string())));
        values.extend(record.due.map(|due| ("review_due".to_owned(), due.to_string())));
        Existing {
            id: record.id.to_string(),
            rev: system.rev.to_string(),
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
pub(crate) fn labels(words: &Words) -> Vec<Label> {
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
pub(crate) fn people(tx: &ReadTx<'_>) -> AppResult<Vec<Person>> {
    let members = tx.member().with_records()?;
    Ok(members
        .into_iter()
        .map(|(record, _)| Person { id: record.id.to_string(), name: record.title })
        .collect())
}
