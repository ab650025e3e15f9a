//! What a system is a part of.

use std::collections::BTreeMap;

use cairn_domain::field::FieldError;
use cairn_domain::id::RecordId;
use cairn_domain::record::RecordKind;
use cairn_domain::system::part_of_itself;
use serde::{Deserialize, Serialize};

use crate::error::AppResult;
use crate::tag::Tag;
use crate::usecase::{Mutation, Writing};

/// Makes a system a part of another one, or of none.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "SystemSetParentInput")]
pub struct SetParent {
    /// The system.
    pub id: RecordId,
    /// What it is a part of; none makes it stand by itself.
    pub parent: Option<RecordId>,
}

impl Mutation for SetParent {
    const NAME: &'static str = "system.set_parent";
    const TAGS: &'static [Tag] = &[Tag::Systems, Tag::Trail];
    type Output = ();

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<()> {
        let refuse = |code| FieldError { field: "parent".to_owned(), code };
        let mut system = cx.tx.ai_system().get(self.id)?;
        let record = cx.tx.record().get(self.id)?;
        let mut name = String::new();
        if let Some(parent) = self.parent {
            let above = cx.tx.record().get(parent)?;
            if above.kind != RecordKind::System || above.deleted_at.is_some() {
                return Err(refuse("not-a-system").into());
            }
            if part_of_itself(self.id, parent, &cx.tx.ai_system().parents()?) {
                return Err(refuse("part-of-itself").into());
            }
            name = format!("{} {}", above.code.unwrap_or_default(), above.title);
        }
        system.parent = self.parent;
        cx.tx.ai_system().update(&system)?;
        let key = if self.parent.is_some() { "history-system-part" } else { "history-system-part-none" };
        cx.tell(
            Some(self.id),
            key,
            &[
                ("code", record.code.unwrap_or_default().into()),
                ("name", record.title.into()),
                ("parent", name.into()),
            ],
        );
        Ok(())
    }
}

/// Parts of a system that goes become parts of the one that stays, which is no part of itself for it; what the one that
/// goes was a part of, the other becomes a part of, unless it is one of something already.
pub(super) fn bring(cx: &mut Writing<'_, '_>, from: RecordId, into: RecordId) -> AppResult<()> {
    let above = cx.tx.ai_system().get(from)?.parent;
    for part in cx.tx.ai_system().parts(from)? {
        let parent = if part.id == into { above } else { Some(into) };
        set(cx, part.id, parent)?;
    }
    if cx.tx.ai_system().get(into)?.parent.is_none() {
        set(cx, into, above)?;
    }
    Ok(())
}

/// Sets it where that makes no circle.
fn set(cx: &mut Writing<'_, '_>, id: RecordId, parent: Option<RecordId>) -> AppResult<()> {
    let parents: BTreeMap<_, _> = cx.tx.ai_system().parents()?;
    let mut system = cx.tx.ai_system().get(id)?;
    system.parent = parent.filter(|parent| !part_of_itself(id, *parent, &parents));
    cx.tx.ai_system().update(&system)?;
    Ok(())
}
