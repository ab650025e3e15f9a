//! What stands around an assessment and bears on its figures: decisions of the Statement of Applicability, and the dates
//! of actions. Both go on changing; an assessment that is frozen keeps what they were then.

use std::collections::BTreeMap;

use cairn_domain::soa::Decision;
use cairn_domain::state::AssessmentState;
use cairn_domain::time::Date;
use cairn_store::ReadTx;
use cairn_store::table::gap_assessment::GapAssessment;

use crate::error::AppResult;
use crate::pack::ISO_42001;

/// What a key begins with under which the date of a line is kept; the decisions stand under the bare ids.
const DUE: &str = "due/";
/// Key that says that dates were kept, also when there was none. Assessments frozen by older programs lack it.
const DUES_KEPT: &str = "dues";

/// Decisions and dates by the requirement's own id.
#[derive(Debug, Default)]
pub(super) struct Around {
    /// What the Statement of Applicability decided about controls.
    pub(super) decisions: BTreeMap<String, Decision>,
    /// The earliest date of the open actions on a line.
    pub(super) dues: BTreeMap<String, Date>,
}

impl Around {
    /// As it was when the assessment was frozen, else as it is.
    pub(super) fn read(tx: &ReadTx<'_>, assessment: Option<&GapAssessment>) -> AppResult<Self> {
        let frozen = assessment.filter(|assessment| assessment.state == AssessmentState::Frozen);
        let kept = frozen.and_then(|assessment| assessment.decisions.as_ref());
        let decisions = match kept {
            Some(kept) => {
                kept.iter().filter_map(|(id, word)| Some((id.clone(), word.parse().ok()?))).collect()
            }
            None => tx.soa_row().all()?.into_iter().map(|row| (row.control.id, row.decision)).collect(),
        };
        let dues = match (kept.filter(|kept| kept.contains_key(DUES_KEPT)), assessment) {
            (Some(kept), _) => {
                let date = |(id, day): (&String, &String)| {
                    Some((id.strip_prefix(DUE)?.to_owned(), day.parse().ok()?))
                };
                kept.iter().filter_map(date).collect()
            }
            (None, Some(assessment)) => next_dues(tx, assessment)?,
            (None, None) => BTreeMap::new(),
        };
        Ok(Self { decisions, dues })
    }

    /// The form in which a frozen assessment keeps it.
    pub(super) fn to_keep(&self) -> BTreeMap<String, String> {
        let decisions =
            self.decisions.iter().map(|(id, decision)| (id.clone(), decision.as_str().to_owned()));
        let dues = self.dues.iter().map(|(id, day)| (format!("{DUE}{id}"), day.to_string()));
        decisions.chain(dues).chain([(DUES_KEPT.to_owned(), String::new())]).collect()
    }
}

/// The earliest date of the open actions that hang on each line, or on the same line of an earlier assessment.
fn next_dues(tx: &ReadTx<'_>, assessment: &GapAssessment) -> AppResult<BTreeMap<String, Date>> {
    let mut dues: BTreeMap<String, Date> = BTreeMap::new();
    for action in tx.action().unfinished()? {
        let source = action.source_record.map(|source| tx.gap_line().find(source)).transpose()?.flatten();
        let Some(line) = source.filter(|line| line.assessment <= assessment.id) else { continue };
        let Some(due) = tx.record().get(action.id)?.due else { continue };
        if line.requirement.framework == ISO_42001 {
            let earliest = dues.entry(line.requirement.id).or_insert_with(|| due.clone());
            *earliest = due.min(earliest.clone());
        }
    }
    Ok(dues)
}
