//! Two entries that turn out to be one system.

mod case;
mod relations;

use cairn_domain::id::RecordId;
use cairn_domain::system::SystemStatus;
use cairn_store::table::candidate::Candidate;
use serde::{Deserialize, Serialize};

use super::life::{settle, settle_version, step};
use crate::error::{AppError, AppResult, Code};
use crate::tag::Tag;
use crate::usecase::{Mutation, Writing};

/// Merges a system into another: empty fields are filled, what hangs on the first moves to the second, and the first is
/// hidden with a note of where it went. Its decisions come along: where the second has one of its own that stays in
/// force, and what the two were answered differently is to be decided again. Undo brings all of it back.
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
    /// Short names of the rules by which both were decided, and not alike: a draft without those answers is open.
    pub again: Vec<String>,
}

impl Mutation for Merge {
    const NAME: &'static str = "system.merge";
    const TAGS: &'static [Tag] = &[
        Tag::Systems,
        Tag::Classifications,
        Tag::Relations,
        Tag::Evidence,
        Tag::Discovery,
        Tag::Soa,
        Tag::Trail,
    ];
    type Output = Merged;

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<Merged> {
        if self.from == self.into {
            return Err(AppError::refused("error-merge-itself"));
        }
        let (from, into) = (cx.tx.record().get(self.from)?, cx.tx.record().get(self.into)?);
        if from.deleted_at.is_some() || into.deleted_at.is_some() {
            return Err(AppError::new(Code::NotFound));
        }
        let gone = cx.tx.ai_system().get(self.from)?;
        let mut stays = cx.tx.ai_system().get(self.into)?;
        let own = stays.field("status").and_then(|word| word.parse().ok());
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
        if into.due.is_none() {
            cx.tx.record().set_due(self.into, from.due.as_ref())?;
        }
        let moved = relations::all_of(cx, self.from, self.into)?;
        self.bring_life(cx, own, &format!("{} {}", from.code.clone().unwrap_or_default(), from.title))?;
        self.bring_found(cx)?;
        let again = case::bring(cx, self.from, self.into)?;
        let mut gone = cx.tx.ai_system().get(self.from)?;
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
        Ok(Merged { filled, kept, moved, again })
    }
}

impl Merge {
    /// Steps and versions come along. Where the other's latest step says something else than the system that stays, a
    /// step of today says in which stage that one is.
    fn bring_life(&self, cx: &mut Writing<'_, '_>, own: Option<SystemStatus>, gone: &str) -> AppResult<()> {
        let known = cx.tx.system_transition().of(self.into)?;
        for each in cx.tx.system_transition().of(self.from)? {
            let twice =
                known.iter().any(|own| own.status == each.status && own.happened_on == each.happened_on);
            if !twice {
                cx.tx.system_transition().set(each.id, &[("system", self.into.to_string().into())])?;
            }
        }
        let latest = cx.tx.system_transition().of(self.into)?.pop().map(|step| step.status);
        match (own, latest) {
            (Some(own), Some(latest)) if own != latest => {
                let note = cx.around.words.say_with("system-merge-step", &[("name", gone.into())]);
                step(cx, self.into, own, cx.around.today(), Some(note))?;
            }
            (None, Some(_)) => settle(cx, self.into)?,
            _ => {}
        }
        let known = cx.tx.system_version().of(self.into)?;
        let others = cx.tx.system_version().of(self.from)?;
        for each in others.iter().filter(|each| known.iter().all(|own| own.version != each.version)) {
            cx.tx.system_version().set(each.id, &[("system", self.into.to_string().into())])?;
        }
        if known.is_empty() && others.is_empty() { Ok(()) } else { settle_version(cx, self.into) }
    }

    /// What a sweep found points at the system that stays; sets of data and parts of the other become its own.
    fn bring_found(&self, cx: &mut Writing<'_, '_>) -> AppResult<()> {
        for each in cx.tx.candidate().all()? {
            if each.system == Some(self.from) {
                cx.tx.candidate().update(&Candidate { system: Some(self.into), ..each })?;
            }
        }
        for each in cx.tx.data_set().of(self.from)? {
            cx.tx.data_set().set(each.id, &[("system", self.into.to_string().into())])?;
        }
        super::part::bring(cx, self.from, self.into)
    }
}
