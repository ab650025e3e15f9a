//! One case: answers, what they come to, and the decisions before.

use cairn_domain::id::RecordId;
use cairn_domain::rules::{Answers, Chosen, Decision, Effect};
use cairn_domain::state::ClassificationState;
use cairn_domain::time::Date;
use cairn_store::ReadTx;
use cairn_store::table::classification::Classification;
use serde::{Deserialize, Serialize};

use super::Refused;
use super::evidence::AnswerEvidence;
use super::facts::ClassificationFact;
use super::list::ClassificationStanding;
use super::words::{
    ClassificationDifference, ClassificationResult, RuleWord, answer, difference, result, tier,
};
use crate::error::{AppError, AppResult, Code};
use crate::names::{Names, record_ref};
use crate::pack::{Rules, library};
use crate::relation::RecordRef;
use crate::system::MemberRef;
use crate::tag::Tag;
use crate::usecase::{Query, Reading};

/// Who decided, when, and until when it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct ClassificationSignature {
    /// Who.
    pub by: Option<MemberRef>,
    /// When.
    pub at: Option<String>,
    /// When to look at it again.
    pub review_on: Option<String>,
    /// Whether a consultant signed: then it is a recommendation, and management has still to decide.
    pub recommended: bool,
}

/// The rules a case rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ClassificationBasis {
    /// Title of the law.
    pub title: String,
    /// Version of the rule pack.
    pub version: String,
    /// State of the law the pack describes.
    pub date: Date,
    /// SHA-256 of the pack.
    pub sha256: String,
    /// It is the newest version.
    pub newest: bool,
    /// What the result is, and what it is not.
    pub notice: String,
}

/// A decision in the history of a system.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct ClassificationVersion {
    /// The record.
    pub record: RecordRef,
    /// Counted from the first decision of the system.
    pub version: usize,
    /// In force or replaced.
    pub standing: ClassificationStanding,
    /// Its tier.
    pub tier: Option<RuleWord>,
    /// Who decided, and when.
    pub signed: ClassificationSignature,
}

/// Why a case cannot be signed yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ClassificationRefusal {
    /// Message key.
    pub code: String,
    /// In words.
    pub label: String,
    /// The question at which it can be mended.
    pub question: Option<String>,
}

/// What one answer changes: just given, against what was said before; else against the question answered with what
/// opens nothing, or not at all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ClassificationEffect {
    /// The question.
    pub text: String,
    /// Its answers.
    pub answers: Vec<String>,
    /// Provisions of the question and of the answers.
    pub refs: Vec<String>,
    /// What came, went and moved.
    pub difference: ClassificationDifference,
}

/// One case with all a person needs to answer or to read it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct ClassificationView {
    /// Id of the rules.
    pub pack: String,
    /// Short title of the rules.
    pub rules: String,
    /// What the register says of the system: of a decision as it was, with what changed since.
    pub facts: Vec<ClassificationFact>,
    /// Evidence for single answers.
    pub evidence: Vec<AnswerEvidence>,
    /// The system.
    pub system: RecordRef,
    /// Whose decision it is.
    pub organisation: String,
    /// Where this case stands.
    pub standing: ClassificationStanding,
    /// The case, once something was answered.
    pub record: Option<RecordRef>,
    /// Which decision of the system it is or would become, counted from 1.
    pub version: usize,
    /// Answers and notes.
    pub answers: Answers,
    /// What they come to.
    pub result: ClassificationResult,
    /// What they come to if the open questions bring nothing more.
    pub so_far: ClassificationResult,
    /// Ids of duties of `so_far` that the answer to the question looked at brings.
    pub brought: Vec<String>,
    /// Everything that this answer changes; none while the question has no answer.
    pub effect: Option<ClassificationEffect>,
    /// Who decided; none for a draft.
    pub signed: Option<ClassificationSignature>,
    /// The rules it rests on.
    pub basis: ClassificationBasis,
    /// The day proposed to look at it again, if it were signed today.
    pub review_proposed: Date,
    /// Why it cannot be signed yet, or not by whoever looks at it.
    pub refusals: Vec<ClassificationRefusal>,
    /// What changed since the decision before.
    pub difference: Option<ClassificationDifference>,
    /// Every decision of the system, newest first.
    pub history: Vec<ClassificationVersion>,
}

/// One case.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "ClassificationGetInput")]
pub struct Get {
    /// The system.
    pub system: RecordId,
    /// Id of the rules; the EU AI Act when left out.
    #[serde(default = "super::usual_pack")]
    #[ts(optional, as = "Option<String>")]
    pub pack: String,
    /// An earlier decision; none gives the draft, else the decision in force.
    #[serde(default)]
    pub decision: Option<RecordId>,
    /// The question somebody looks at, to tell what its answer brings.
    #[serde(default)]
    pub question: Option<String>,
}

impl Query for Get {
    const NAME: &'static str = "classification.get";
    const TAGS: &'static [Tag] =
        &[Tag::Classifications, Tag::Systems, Tag::Members, Tag::Organisation, Tag::Packs, Tag::Evidence];
    type Output = ClassificationView;

    fn run(self, cx: &Reading<'_>) -> AppResult<Self::Output> {
        let case = match self.decision {
            Some(id) => Some(
                cx.tx
                    .classification()
                    .find(id)?
                    .filter(|row| row.system == self.system)
                    .ok_or_else(|| AppError::new(Code::NotFound))?,
            ),
            None => {
                let draft = super::draft(cx.tx, self.system, &self.pack)?;
                draft.or(super::in_force(cx.tx, self.system, &self.pack)?)
            }
        };
        view(cx, self.system, &self.pack, case.as_ref(), self.question.as_deref().map(Looked::at))
    }
}

/// The question somebody looks at.
#[derive(Clone, Copy)]
pub(super) struct Looked<'a> {
    /// The question.
    pub(super) question: &'a str,
    /// All answers before its answer was given just now.
    pub(super) before: Option<&'a Answers>,
}

impl<'a> Looked<'a> {
    fn at(question: &'a str) -> Self {
        Self { question, before: None }
    }
}

/// The view of a case; without one, of a case that has not begun.
pub(super) fn view(
    cx: &Reading<'_>,
    system: RecordId,
    pack: &str,
    case: Option<&Classification>,
    looked: Option<Looked<'_>>,
) -> AppResult<ClassificationView> {
    let rules = match case {
        Some(row) => super::rules_of(cx.tx, row)?,
        None => library()?.rules(pack)?,
    };
    let pack = rules.pack.file().id.as_str();
    let names = Names::read(cx.tx)?;
    let answers = case.map(super::answers).transpose()?.unwrap_or_default();
    let decision = match case {
        Some(row) => super::decision(row, rules)?,
        None => rules.pack.evaluate(&answers),
    };
    let projected = if decision.provisional { project(&answers, rules) } else { decision.clone() };
    let signed_already = case.is_some_and(|row| row.state != ClassificationState::Draft);
    let mut refusals = if signed_already { Vec::new() } else { super::refusals(&decision, &answers, rules) };
    if case.is_some() && !signed_already {
        let person = super::unsigned_by(&cx.around.standing);
        refusals.extend(person.map(|error| Refused { error, question: None }));
    }
    let history = history(cx.tx, system, pack, &names)?;
    let version = case.and_then(|row| history.iter().find(|past| past.record.id == row.id));
    let version = version.map_or(history.len() + 1, |past| past.version);
    let record = case.map(|row| cx.tx.record().get(row.id)).transpose()?;
    let changed = looked.and_then(|looked| effect(&projected, &answers, looked, rules));
    Ok(ClassificationView {
        pack: pack.to_owned(),
        rules: rules.text.short.clone(),
        evidence: super::evidence::by_question(cx, case)?,
        facts: super::facts::in_words(case, &cx.tx.ai_system().get(system)?, cx.around.words)?,
        system: record_ref(&super::system(cx.tx, system)?),
        organisation: cx.tx.organisation().the()?.name,
        standing: case.map_or(ClassificationStanding::Open, standing),
        record: record.as_ref().map(record_ref),
        version,
        brought: changed.iter().flat_map(|found| brought(&found.difference)).collect(),
        effect: changed,
        so_far: result(&projected, rules),
        result: result(&decision, rules),
        answers,
        signed: case.filter(|_| signed_already).map(|row| signature(cx.tx, row, &names)).transpose()?,
        basis: basis(case.filter(|_| signed_already), &decision, rules)?,
        review_proposed: super::review_proposed(&cx.around.today()),
        refusals: refusals
            .into_iter()
            .map(|Refused { error, question }| ClassificationRefusal {
                label: cx.around.words.say_with(&error.key, &error.args),
                code: error.key,
                question,
            })
            .collect(),
        difference: compare(cx.tx, system, case, &decision, rules)?,
        history,
    })
}

fn standing(row: &Classification) -> ClassificationStanding {
    match row.state {
        ClassificationState::Draft => ClassificationStanding::Draft,
        ClassificationState::Decided => ClassificationStanding::Decided,
        ClassificationState::Superseded => ClassificationStanding::Superseded,
    }
}

fn signature(tx: &ReadTx<'_>, row: &Classification, names: &Names) -> AppResult<ClassificationSignature> {
    let decider = row.decided_by.map(|id| tx.member().by_id(id)).transpose()?;
    Ok(ClassificationSignature {
        recommended: decider.is_some_and(|member| member.standing().recommends()),
        by: row.decided_by.map(|id| names.member(id)),
        at: row.decided_at.as_ref().map(ToString::to_string),
        review_on: row.review_on.as_ref().map(ToString::to_string),
    })
}

/// The pack a decision was made under; for a draft, the newest.
fn basis(
    decided: Option<&Classification>,
    decision: &Decision,
    rules: &Rules,
) -> AppResult<ClassificationBasis> {
    let file = rules.pack.file();
    let newest = &library()?.rules(&file.id)?.sha256;
    Ok(ClassificationBasis {
        title: file.title.clone(),
        version: decision.pack.version.clone(),
        date: decision.pack.date.clone(),
        sha256: decided.map_or(&rules.sha256, |row| &row.pack_sha256).clone(),
        newest: decided.is_none_or(|row| row.pack_sha256 == *newest),
        notice: rules.text.notice.clone(),
    })
}

/// The answers' outcome if every question without an answer is answered with what opens nothing and claims no exception. "I don't know yet" is
/// an answer and stays open.
fn project(answers: &Answers, rules: &Rules) -> Decision {
    let mut filled = answers.clone();
    for question in &rules.pack.file().questions {
        if let Some(nothing) = opens_nothing(&question.id, rules) {
            filled.answers.entry(question.id.clone()).or_insert(nothing);
        }
    }
    rules.pack.evaluate(&filled)
}

/// The answer of a question that opens nothing, if it has one; for an exception, the answer that does not claim it.
fn opens_nothing(question: &str, rules: &Rules) -> Option<Chosen> {
    let answers = &rules.pack.question(question)?.answers;
    let with = |effect| answers.iter().find(|answer| answer.effect == effect);
    let nothing =
        with(Effect::NotMet).or_else(|| with(Effect::CarveOut).and_then(|_| with(Effect::Closed)))?;
    Some(Chosen::One(nothing.key.clone()))
}

/// What the answer to a question changes.
fn effect(
    projected: &Decision,
    answers: &Answers,
    looked: Looked<'_>,
    rules: &Rules,
) -> Option<ClassificationEffect> {
    let Looked { question, before } = looked;
    let said = answers.answers.get(question)?;
    let mut without = before.unwrap_or(answers).clone();
    if before.is_none() {
        without.answers.remove(question);
    }
    let before = project(&without, rules);
    let finding = projected.findings.iter().find(|finding| finding.question == question);
    Some(ClassificationEffect {
        text: rules.text.questions.get(question).map(|words| words.text.clone()).unwrap_or_default(),
        answers: said.keys().iter().map(|key| answer(key, question, rules)).collect(),
        refs: finding.map(|finding| finding.refs.clone()).unwrap_or_default(),
        difference: difference((&before, &rules.text), (projected, &rules.text)),
    })
}

/// Ids of the duties that came.
fn brought(found: &ClassificationDifference) -> Vec<String> {
    found.obligations.iter().filter(|duty| duty.before.is_none()).map(|duty| duty.id.clone()).collect()
}

/// The decision before, and what changed since.
fn compare(
    tx: &ReadTx<'_>,
    system: RecordId,
    case: Option<&Classification>,
    decision: &Decision,
    rules: &Rules,
) -> AppResult<Option<ClassificationDifference>> {
    let Some(case) = case else { return Ok(None) };
    let mut rows = tx.classification().of(system)?;
    rows.retain(|row| row.pack == case.pack);
    // Rows come newest first, so the next decided one after this case is the one before it.
    let mut older = rows.iter().skip_while(|row| row.id != case.id).skip(1);
    match older.find(|row| row.state != ClassificationState::Draft) {
        Some(before) => {
            let then = super::rules_of(tx, before)?;
            let earlier = super::decision(before, then)?;
            Ok(Some(difference((&earlier, &then.text), (decision, &rules.text))))
        }
        None => Ok(None),
    }
}

fn tier_word(tx: &ReadTx<'_>, id: &str, row: &Classification) -> AppResult<RuleWord> {
    Ok(tier(id, &super::rules_of(tx, row)?.text))
}

/// Every decision of a system under a rule pack, newest first.
fn history(
    tx: &ReadTx<'_>,
    system: RecordId,
    pack: &str,
    names: &Names,
) -> AppResult<Vec<ClassificationVersion>> {
    let rows = tx.classification().of(system)?;
    let is_decided = |row: &&Classification| row.pack == pack && row.state != ClassificationState::Draft;
    let decided: Vec<&Classification> = rows.iter().filter(is_decided).collect();
    let count = decided.len();
    let version = |(at, row): (usize, &&Classification)| -> AppResult<ClassificationVersion> {
        Ok(ClassificationVersion {
            record: record_ref(&tx.record().get(row.id)?),
            version: count - at,
            standing: standing(row),
            tier: row.tier.as_deref().map(|id| tier_word(tx, id, row)).transpose()?,
            signed: signature(tx, row, names)?,
        })
    };
    decided.iter().enumerate().map(version).collect()
}
