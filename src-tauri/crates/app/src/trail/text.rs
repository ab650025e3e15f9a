//! Search in the history by the words people see.
//!
//! A sentence of the history exists only once it is put into words, so the words are kept here: made from the ledger
//! when somebody searches first, carried on with every later search, never written to the file (an encrypted one would
//! lose its protection) and let go when the workspace is closed.

use std::collections::HashSet;
use std::sync::{Mutex, PoisonError};

use cairn_store::{HistoryEntry, HistoryFilter, ReadTx};
use cairn_words::Words;

use crate::error::AppResult;

/// The words of all entries of the open workspace, in one language.
#[derive(Debug, Default)]
pub struct HistoryTexts(Mutex<Texts>);

#[derive(Debug, Default)]
struct Texts {
    language: String,
    /// Highest number taken in.
    last: u64,
    /// Lower-case texts of all entries behind each other.
    all: String,
    /// Entries in the order of their numbers.
    entries: Vec<Indexed>,
}

#[derive(Debug)]
struct Indexed {
    n: u64,
    /// Where its text ends in `all`; it begins where the one before ends.
    end: usize,
    subject: Option<String>,
}

impl HistoryTexts {
    /// Forgets everything: another workspace was opened.
    pub(crate) fn clear(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Texts::default();
    }

    /// Numbers of the entries that fit the filter and hold every word of `text`, newest first. A word is found in the
    /// sentence, the reason, and the present code and title of the record; anywhere in them, in any case.
    ///
    /// # Errors
    /// When reading fails.
    pub(crate) fn find(
        &self,
        text: &str,
        filter: &HistoryFilter,
        tx: &ReadTx<'_>,
        words: &Words,
    ) -> AppResult<Vec<u64>> {
        let mut texts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        texts.catch_up(tx, words)?;
        let sought = text.split_whitespace().map(str::to_lowercase).map(|word| {
            let named = tx.records_named(&word)?;
            Ok((word, named))
        });
        let sought = sought.collect::<AppResult<Vec<(String, HashSet<String>)>>>()?;
        let fits = tx.history_numbers(filter)?;
        Ok(fits.into_iter().filter(|n| texts.holds(*n, &sought)).collect())
    }
}

impl Texts {
    /// Takes in what was written since.
    fn catch_up(&mut self, tx: &ReadTx<'_>, words: &Words) -> AppResult<()> {
        if self.language != words.language() {
            *self = Self { language: words.language().to_owned(), ..Self::default() };
        }
        tx.each_entry_after(self.last, |entry| self.take_in(entry, words))?;
        Ok(())
    }

    fn take_in(&mut self, entry: &HistoryEntry, words: &Words) {
        self.all.push_str(&super::what(entry, words).to_lowercase());
        self.all.push('\n');
        self.all.push_str(&entry.reason.to_lowercase());
        self.entries.push(Indexed { n: entry.n, end: self.all.len(), subject: entry.subject.clone() });
        self.last = entry.n;
    }

    /// Whether an entry holds every word in its text or in the names of its record.
    fn holds(&self, n: u64, sought: &[(String, HashSet<String>)]) -> bool {
        let Ok(at) = self.entries.binary_search_by_key(&n, |entry| entry.n) else { return false };
        let begin =
            at.checked_sub(1).and_then(|before| self.entries.get(before)).map_or(0, |entry| entry.end);
        let Some(entry) = self.entries.get(at) else { return false };
        let text = self.all.get(begin..entry.end).unwrap_or_default();
        sought.iter().all(|(word, named)| {
            text.contains(word.as_str())
                || entry.subject.as_ref().is_some_and(|subject| named.contains(subject))
        })
    }
}
