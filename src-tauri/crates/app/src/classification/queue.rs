//! The queue of systems that nobody has decided yet: one after the other, by keyboard, to be gone on with any time. The
//! screening level decides the order and how deep to go, and nothing else. Retired systems wait for nothing.

use cairn_domain::id::RecordId;
use cairn_domain::state::ScreeningLevel;
use serde::{Deserialize, Serialize};

use crate::error::AppResult;
use crate::names::record_ref;
use crate::relation::RecordRef;
use crate::tag::Tag;
use crate::usecase::{Query, Reading};

/// A place in the queue of systems without a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ClassificationQueue {
    /// Systems in the register that are not retired.
    pub total: usize,
    /// Of these, systems with a decision in force.
    pub decided: usize,
    /// Systems still in the queue.
    pub waiting: usize,
    /// The place in the queue of the system somebody is at, from 1; none when it does not wait.
    pub place: Option<usize>,
    /// Screening level of the system somebody is at: how deep to go.
    pub level: Option<ScreeningLevel>,
    /// The next system after the one somebody is at, by screening level and then by code, from the beginning again after the last; none when
    /// nothing else waits.
    pub next: Option<RecordRef>,
    /// The one before it, in the same way.
    pub previous: Option<RecordRef>,
}

/// The queue of systems without a decision under some rules, by screening level and then by code.
#[derive(Debug, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(default)]
#[ts(rename = "ClassificationQueueInput")]
pub struct Queue {
    /// Id of the rules; the EU AI Act when left out.
    #[ts(optional)]
    pub pack: Option<String>,
    /// The system somebody is at.
    #[ts(optional)]
    pub at: Option<RecordId>,
}

impl Query for Queue {
    const NAME: &'static str = "classification.queue";
    const TAGS: &'static [Tag] = &[Tag::Systems, Tag::Classifications];
    type Output = ClassificationQueue;

    fn run(self, cx: &Reading<'_>) -> AppResult<Self::Output> {
        let pack = self.pack.unwrap_or_else(super::usual_pack);
        let levels = super::levels(cx.tx)?;
        let at = match self.at {
            Some(id) => cx.tx.record().find(id)?.map(|record| (id, record.code)),
            None => None,
        };
        // As screened, then as the register is ordered: AI-999 comes before AI-1000.
        let place = |id: RecordId, code: &Option<String>| {
            let code = code.as_deref().unwrap_or_default();
            (super::urgency(levels.get(&id).copied()), code.len(), code.to_owned())
        };
        let mut waiting = cx.tx.classification().undecided(&pack)?;
        waiting.sort_by_key(|(id, code)| place(*id, code));
        let total = cx.tx.ai_system().live()?;
        let others = || waiting.iter().filter(|(id, _)| Some(*id) != self.at);
        let here = at.as_ref().map(|(id, code)| place(*id, code));
        let before = |(id, code): &(RecordId, Option<String>)| {
            here.as_ref().is_some_and(|here| place(*id, code) < *here)
        };
        let next = others().find(|other| !before(other)).or_else(|| others().next());
        let previous = others().rfind(|other| before(other)).or_else(|| others().next_back());
        let named = |found: Option<&(RecordId, Option<String>)>| -> AppResult<Option<RecordRef>> {
            Ok(match found {
                Some((id, _)) => Some(record_ref(&cx.tx.record().get(*id)?)),
                None => None,
            })
        };
        Ok(ClassificationQueue {
            total,
            decided: total.saturating_sub(waiting.len()),
            waiting: waiting.len(),
            place: waiting.iter().position(|(id, _)| Some(*id) == self.at).map(|before| before + 1),
            level: self.at.and_then(|id| levels.get(&id).copied()),
            next: named(next)?,
            previous: named(previous)?,
        })
    }
}
