//! What the register said when an export of ours was written: today's values with every later change taken back.

use std::collections::{BTreeMap, HashMap};

use cairn_exchange::difference::Values;
use cairn_exchange::mapping::PARENT;
use cairn_store::table::ai_system::AiSystem;
use cairn_store::table::record::Record;
use cairn_store::{HistoryFilter, Page, ReadTx, Row, RowAction};

use crate::error::AppResult;

/// Earlier values of everything that changed since an export, by record and field.
pub(crate) struct Bases {
    checkpoint: String,
    head: u64,
    earlier: HashMap<String, BTreeMap<String, Option<String>>>,
}

/// Number of the last entry.
pub(super) fn head(tx: &ReadTx<'_>) -> AppResult<u64> {
    let newest = tx.history(&HistoryFilter::default(), Page { limit: 1, offset: 0 })?;
    Ok(newest.rows.first().map_or(0, |entry| entry.n))
}

/// The field of the register that a column holds.
fn field_of(table: &str, column: &str) -> Option<String> {
    match (table, column) {
        (Record::TABLE, "title") => Some("name".to_owned()),
        (Record::TABLE, "owner") => Some("owner".to_owned()),
        (Record::TABLE, "due") => Some("review_due".to_owned()),
        (AiSystem::TABLE, PARENT) => Some(PARENT.to_owned()),
        (AiSystem::TABLE, column) => cairn_domain::system::field(column).map(|field| field.key.to_owned()),
        _ => None,
    }
}

impl Bases {
    /// Goes back from the last entry to the one that was the head when the file was written; none when that entry is
    /// not in this trail: the file then says nothing certain about what it was made from.
    pub(crate) fn at(tx: &ReadTx<'_>, checkpoint: &str) -> AppResult<Option<Self>> {
        let head = head(tx)?;
        let mut earlier: HashMap<String, BTreeMap<String, Option<String>>> = HashMap::new();
        for n in (1..=head).rev() {
            if tx.entry(n)?.id.to_string() == checkpoint {
                return Ok(Some(Self { checkpoint: checkpoint.to_owned(), head, earlier }));
            }
            for change in tx.changes(n, None, usize::MAX)? {
                // What was made later was not in the file.
                if change.action != RowAction::Update {
                    continue;
                }
                for column in &change.columns {
                    if let Some(field) = field_of(&change.table, &column.column) {
                        let old = column.old.text().map(str::to_owned);
                        earlier.entry(change.row.clone()).or_default().insert(field, old);
                    }
                }
            }
        }
        Ok(None)
    }

    /// Whether these are the values at the same state, seen from the same head.
    pub(crate) fn holds(&self, tx: &ReadTx<'_>, checkpoint: &str) -> AppResult<bool> {
        Ok(self.checkpoint == checkpoint && self.head == head(tx)?)
    }

    /// The values of a record then.
    pub(crate) fn values(&self, id: &str, current: &Values) -> Values {
        let mut values = current.clone();
        for (field, old) in self.earlier.get(id).into_iter().flatten() {
            match old {
                Some(old) => values.insert(field.clone(), old.clone()),
                None => values.remove(field),
            };
        }
        values
    }
}
