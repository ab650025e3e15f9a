//! Similar systems and how they were answered: offered for one question at a time, taken over by a person.

use cairn_domain::discovery::likeness::{Face, LikeReason, common_words};
use cairn_domain::id::RecordId;
use cairn_domain::rules::Chosen;
use cairn_domain::state::ClassificationState;
use cairn_store::table::ai_system::AiSystem;
use cairn_store::table::record::Record;
use serde::{Deserialize, Serialize};

use super::list::ClassificationStanding;
use super::words::answer;
use crate::discovery::{traits, why};
use crate::error::AppResult;
use crate::names::record_ref;
use crate::pack::library;
use crate::relation::RecordRef;
use crate::tag::Tag;
use crate::usecase::{Query, Reading};

/// Most systems that are offered.
const MOST: usize = 3;
/// Share of telling words in common from which two purposes count as alike.
const ALIKE: f64 = 0.3;

/// A similar system and its answer to a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct SimilarAnswer {
    /// The system.
    pub system: RecordRef,
    /// In what it is similar, in words.
    pub why: String,
    /// Whether its case is signed or a draft.
    pub standing: ClassificationStanding,
    /// Keys it was answered with.
    pub answer: Vec<String>,
    /// Their labels.
    pub labels: Vec<String>,
    /// The reason that was written there.
    pub note: Option<String>,
}

/// How similar systems were answered on one question, the most similar first.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "ClassificationSimilarInput")]
pub struct Similar {
    /// The system somebody is at.
    pub system: RecordId,
    /// The question.
    pub question: String,
    /// Id of the rules; the EU AI Act when left out.
    #[serde(default = "super::usual_pack")]
    #[ts(optional, as = "Option<String>")]
    pub pack: String,
}

impl Query for Similar {
    const NAME: &'static str = "classification.similar";
    const TAGS: &'static [Tag] = &[Tag::Systems, Tag::Classifications];
    type Output = Vec<SimilarAnswer>;

    fn run(self, cx: &Reading<'_>) -> AppResult<Self::Output> {
        let rules = library()?.rules(&self.pack)?;
        let mine = Subject::new(super::system(cx.tx, self.system)?, &cx.tx.ai_system().get(self.system)?);
        let mut found = Vec::new();
        // Decisions before drafts, so that of two answers for one system the signed one is offered.
        for state in [ClassificationState::Decided, ClassificationState::Draft] {
            for row in cx.tx.classification().in_state(state)? {
                let known = found.iter().any(|(_, other, ..): &(u32, Record, _, _)| other.id == row.system);
                if row.pack != self.pack || row.system == self.system || known {
                    continue;
                }
                let answers = super::answers(&row)?;
                let Some(chosen) = answers.answers.get(&self.question).map(Chosen::keys) else { continue };
                let usable = chosen.iter().any(|key| key != cairn_domain::rules::UNKNOWN);
                let record = cx.tx.record().get(row.system)?;
                if !usable || record.deleted_at.is_some() {
                    continue;
                }
                let other = Subject::new(record, &cx.tx.ai_system().get(row.system)?);
                if let Some((weight, reasons)) = mine.like(&other) {
                    let standing = match state {
                        ClassificationState::Draft => ClassificationStanding::Draft,
                        _ => ClassificationStanding::Decided,
                    };
                    let note = answers.notes.get(&self.question).cloned();
                    found.push((weight, other.record, reasons, (chosen.to_vec(), note, standing)));
                }
            }
        }
        found.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.code.cmp(&b.1.code)));
        found.truncate(MOST);
        let offer = |(_, record, reasons, (keys, note, standing)): (u32, Record, Vec<LikeReason>, Given)| {
            SimilarAnswer {
                system: record_ref(&record),
                why: why(&reasons, cx.around.words),
                standing,
                labels: keys.iter().map(|key| answer(key, &self.question, rules)).collect(),
                answer: keys,
                note,
            }
        };
        Ok(found.into_iter().map(offer).collect())
    }
}

/// Keys, reason and standing of an answer.
type Given = (Vec<String>, Option<String>, ClassificationStanding);

/// A system made ready for comparing.
struct Subject {
    record: Record,
    face: Face,
    text: String,
    department: String,
}

impl Subject {
    fn new(record: Record, system: &AiSystem) -> Self {
        let face = Face::of(&traits(&record, system));
        let text = format!("{} {}", record.title, system.field("purpose").unwrap_or_default());
        let department = system.field("department").unwrap_or_default().trim().to_lowercase();
        Self { record, face, text, department }
    }

    /// How alike, and in what; none when it would help nobody.
    fn like(&self, other: &Self) -> Option<(u32, Vec<LikeReason>)> {
        let (mut weight, mut reasons) =
            self.face.like(&other.face).map_or((0, Vec::new()), |like| (like.weight, like.reasons));
        let share = common_words(&self.text, &other.text);
        if share >= ALIKE {
            weight += if share >= 2.0 * ALIKE { 40 } else { 20 };
            reasons.push(LikeReason::AlikePurpose);
        }
        if reasons.is_empty() {
            return None;
        }
        let near = !self.department.is_empty() && self.department == other.department;
        if near && !reasons.contains(&LikeReason::SameDepartment) {
            weight += 10;
            reasons.push(LikeReason::SameDepartment);
        }
        Some((weight, reasons))
    }
}
