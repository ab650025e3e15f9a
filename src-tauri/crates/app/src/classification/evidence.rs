//! Evidence for single answers of a case.

use cairn_domain::id::RecordId;
use cairn_store::table::classification::Classification;
use serde::{Deserialize, Serialize};

use crate::error::AppResult;
use crate::names::record_ref;
use crate::relation::RecordRef;
use crate::usecase::Reading;

/// A piece of evidence that shows why an answer holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct AnswerEvidence {
    /// The use, to take it away again.
    pub id: RecordId,
    /// Id of the question.
    pub question: String,
    /// The evidence.
    pub evidence: RecordRef,
    /// The file's name, or where it can be seen.
    pub place: String,
    /// What it shows.
    pub note: Option<String>,
}

/// Evidence on a case that names a question, in the order it was attached.
pub(super) fn by_question(cx: &Reading<'_>, case: Option<&Classification>) -> AppResult<Vec<AnswerEvidence>> {
    let Some(case) = case else { return Ok(Vec::new()) };
    let mut found = Vec::new();
    for used in cx.tx.evidence_use().of(case.id)? {
        let Some(question) = used.point else { continue };
        let record = cx.tx.record().get(used.evidence)?;
        if record.deleted_at.is_some() {
            continue;
        }
        let evidence = cx.tx.evidence().get(used.evidence)?;
        found.push(AnswerEvidence {
            id: used.id,
            question,
            evidence: record_ref(&record),
            place: evidence.file_name.or(evidence.reference).unwrap_or_default(),
            note: used.note,
        });
    }
    Ok(found)
}
