//! Two entries that turn out to be one system.

use cairn_domain::id::RecordId;
use cairn_store::Value;
use serde::{Deserialize, Serialize};

use crate::error::{AppError, AppResult, Code};
use crate::tag::Tag;
use crate::usecase::{Mutation, Writing};

/// Merges a system into another: empty fields are filled, what hangs on the first moves to the second, and the first is
/// hidden with a note of where it went. Its history and its decisions stay with it; undo brings it back.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "SystemMergeInput")]
pub struct Merge {
    /// The system that goes.
    pub from: RecordId,
    /// The system that stays.
    pub into: RecordId,
}

/// What merging did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "SystemMerged")]
pub struct Merged {
    /// Keys of the fields that were filled.
    pub filled: Vec<String>,
    /// Keys of fields in which both say something different; the staying system's value was kept.
    pub kept: Vec<String>,
    /// Evidence, links, comments and actions that moved.
    pub moved: u32,
}

impl Mutation for Merge {
    const NAME: &'static str = "system.merge";
    const TAGS: &'static [Tag] =
        &[Tag::Systems, Tag::Classifications, Tag::Relations, Tag::Evidence, Tag::Trail];
    type Output = Merged;

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<Merged> {
        if self.from == self.into {
            return Err(AppError::refused("error-merge-itself"));
        }
        let (from, into) = (cx.tx.record().get(self.from)?, cx.tx.record().get(self.into)?);
        if from.deleted_at.is_some() || into.deleted_at.is_some() {
            return Err(AppError::new(Code::NotFound));
        }
        let mut gone = cx.tx.ai_system().get(self.from)?;
        let mut stays = cx.tx.ai_system().get(self.into)?;
        let (mut filled, mut kept) = (Vec::new(), Vec::new());
        for (key, value) in &gone.fields {
            match stays.field(key) {
                None => {
                    filled.push((*key).to_owned());
                    stays.set_field(key, Some(value.clone()))?;
                }
                Some(own) if own != value => kept.push((*key).to_owned()),
                Some(_) => {}
            }
        }
        if stays.imported_facts.is_none() {
            stays.imported_facts = gone.imported_facts.clone();
        }
        cx.tx.ai_system().update(&stays)?;
        if into.owner.is_none() {
            cx.tx.record().set_owner(self.into, from.owner)?;
        }
        let moved = self.move_relations(cx)?;
        gone.merged_into = Some(self.into);
        cx.tx.ai_system().update(&gone)?;
        cx.tx.delete_record(self.from)?;
        cx.tell(
            Some(self.into),
            "history-system-merge",
            &[
                ("from", format!("{} {}", from.code.unwrap_or_default(), from.title).into()),
                ("into", format!("{} {}", into.code.unwrap_or_default(), into.title).into()),
            ],
        );
        Ok(Merged { filled, kept, moved })
    }
}

impl Merge {
    /// Points evidence, links, comments and actions at the system that stays. A link between the two falls away.
    fn move_relations(&self, cx: &mut Writing<'_, '_>) -> AppResult<u32> {
        let to = || Value::from(self.into.to_string());
        let mut moved = 0;
        let known: Vec<RecordId> =
            cx.tx.evidence_use().of(self.into)?.into_iter().map(|each| each.evidence).collect();
        for each in cx.tx.evidence_use().of(self.from)? {
            if known.contains(&each.evidence) {
                cx.tx.evidence_use().delete(each.id)?;
            } else {
                cx.tx.evidence_use().set(each.id, &[("record", to())])?;
                moved += 1;
            }
        }
        for each in cx.tx.comment().of(self.from)? {
            cx.tx.comment().set(each.id, &[("record", to())])?;
            moved += 1;
        }
        for each in cx.tx.action().of(self.from)? {
            cx.tx.action().set(each.id, &[("source_record", to())])?;
            moved += 1;
        }
        for each in cx.tx.link().of(self.from)? {
            let (near, far) = if each.from_record == self.from {
                ("from_record", each.to_record)
            } else {
                ("to_record", each.from_record)
            };
            if far == self.into {
                cx.tx.link().delete(each.id)?;
            } else {
                cx.tx.link().set(each.id, &[(near, to())])?;
                moved += 1;
            }
        }
        Ok(moved)
    }
}
