//! What hangs on a record moves to another one.

use cairn_domain::id::RecordId;
use cairn_store::Value;

use crate::error::AppResult;
use crate::usecase::Writing;

/// Points evidence, links, comments and actions at another record; gives how many moved. A link between the two falls
/// away, and so does evidence that the other has already.
pub(super) fn all_of(cx: &mut Writing<'_, '_>, from: RecordId, into: RecordId) -> AppResult<u32> {
    let to = || Value::from(into.to_string());
    let mut moved = 0;
    let known: Vec<RecordId> = cx.tx.evidence_use().of(into)?.into_iter().map(|each| each.evidence).collect();
    for each in cx.tx.evidence_use().of(from)? {
        if known.contains(&each.evidence) {
            cx.tx.evidence_use().delete(each.id)?;
        } else {
            cx.tx.evidence_use().set(each.id, &[("record", to())])?;
            moved += 1;
        }
    }
    for each in cx.tx.comment().of(from)? {
        cx.tx.comment().set(each.id, &[("record", to())])?;
        moved += 1;
    }
    for each in cx.tx.action().of(from)? {
        cx.tx.action().set(each.id, &[("source_record", to())])?;
        moved += 1;
    }
    for each in cx.tx.link().of(from)? {
        let (near, far) = if each.from_record == from {
            ("from_record", each.to_record)
        } else {
            ("to_record", each.from_record)
        };
        if far == into {
            cx.tx.link().delete(each.id)?;
        } else {
            cx.tx.link().set(each.id, &[(near, to())])?;
            moved += 1;
        }
    }
    Ok(moved)
}
