//! Similar systems and how they were answered: offered for one question at a time, taken over by a person.

use std::collections::BTreeMap;

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
/// Most similar systems whose answers are looked at.
const LOOKED_AT: usize = 40;
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
        let me = Subject::new(super::system(cx.tx, self.system)?, &cx.tx.ai_system().get(self.system)?);
        let mut offers = Vec::new();
        for (other, like) in ranked(cx, &me, &self.pack)?.into_iter().take(LOOKED_AT) {
            // A signed answer is worth more than one of a draft.
            for (state, case) in like.cases {
                let answers = super::answers(&cx.tx.classification().get(case)?)?;
                let Some(chosen) = answers.answers.get(&self.question).map(Chosen::keys) else { continue };
                if chosen.iter().all(|key| key == cairn_domain::rules::UNKNOWN) {
                    continue;
                }
                offers.push(SimilarAnswer {
                    system: record_ref(&other),
                    why: why(&like.reasons, cx.around.words),
                    standing: match state {
                        ClassificationState::Draft => ClassificationStanding::Draft,
                        _ => ClassificationStanding::Decided,
                    },
                    labels: chosen.iter().map(|key| answer(key, &self.question, rules)).collect(),
                    answer: chosen.to_vec(),
                    note: answers.notes.get(&self.question).cloned(),
                });
                break;
            }
            if offers.len() == MOST {
                break;
            }
        }
        Ok(offers)
    }
}

/// How alike another system is, and its cases, decisions first.
struct Like {
    weight: u32,
    reasons: Vec<LikeReason>,
    cases: Vec<(ClassificationState, RecordId)>,
}

/// Systems with a case under the rules that are alike, the most alike first.
fn ranked(cx: &Reading<'_>, me: &Subject, pack: &str) -> AppResult<Vec<(Record, Like)>> {
    let mut cases: BTreeMap<RecordId, Vec<(ClassificationState, RecordId)>> = BTreeMap::new();
    for (system, case, state) in cx.tx.classification().cases(pack)? {
        cases.entry(system).or_default().push((state, case));
    }
    let mut found = Vec::new();
    for (record, system) in cx.tx.ai_system().all_with_records()? {
        let Some(mut cases) = cases.remove(&record.id).filter(|_| record.id != me.record.id) else {
            continue;
        };
        let other = Subject::new(record, &system);
        if let Some((weight, reasons)) = me.like(&other) {
            cases.sort_by_key(|(state, _)| *state == ClassificationState::Draft);
            found.push((other.record, Like { weight, reasons, cases }));
        }
    }
    found.sort_by(|(a, one), (b, two)| two.weight.cmp(&one.weight).then(a.code.cmp(&b.code)));
    Ok(found)
}

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
