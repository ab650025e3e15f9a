//! Answering, deciding, and beginning again.

use std::collections::{BTreeMap, BTreeSet};

use cairn_domain::field::FieldError;
use cairn_domain::id::RecordId;
use cairn_domain::record::RecordKind;
use cairn_domain::rules::{Answers, Chosen};
use cairn_domain::state::ClassificationState;
use cairn_domain::time::Date;
use cairn_store::table::classification::Classification;
use cairn_store::{ReadTx, Value};
use serde::{Deserialize, Serialize};

use super::facts::facts_of;
use super::view::{ClassificationView, Looked, view};
use super::words::answer;
use crate::error::{AppError, AppResult};
use crate::pack::{Rules, library};
use crate::tag::Tag;
use crate::usecase::{Mutation, Writing};

/// Longest reason, in characters.
const LONGEST: usize = 10_000;

/// Answers one question in the draft, which is made on the way. What is left out stays as it is.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "ClassificationAnswerInput")]
pub struct Answer {
    /// The system.
    pub system: RecordId,
    /// Id of the rules; the EU AI Act when left out.
    #[serde(default = "super::usual_pack")]
    #[ts(optional, as = "Option<String>")]
    pub pack: String,
    /// Id of the question.
    pub question: String,
    /// The chosen keys; none of them takes the answer back.
    #[serde(default)]
    pub answer: Option<Vec<String>>,
    /// Reasons, by the question's id or the id of a note about it; a blank one is taken back.
    #[serde(default)]
    pub notes: BTreeMap<String, String>,
    /// The system whose answer a person chose to take over; it must have been answered so there.
    #[serde(default)]
    #[ts(optional)]
    pub taken_from: Option<RecordId>,
}

impl Mutation for Answer {
    const NAME: &'static str = "classification.answer";
    const TAGS: &'static [Tag] = &[Tag::Classifications, Tag::Trail];
    type Output = ClassificationView;

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<Self::Output> {
        let rules = library()?.rules(&self.pack)?;
        let text = rules.text.questions.get(&self.question);
        let text = text.ok_or_else(|| {
            AppError::refused("error-classification-question").with("id", self.question.as_str())
        })?;
        let row = touch(cx, self.system, rules)?;
        let mut answers = super::answers(&row)?;
        let before = answers.clone();
        let answered = self.answer.is_some();
        let taken = match (self.taken_from, &self.answer) {
            (Some(other), Some(keys)) => Some(taken(cx.read(), other, &self.question, keys, rules)?),
            _ => None,
        };
        if let Some(keys) = self.answer {
            set_answer(&mut answers, &self.question, keys, rules)?;
        }
        for (id, note) in self.notes {
            set_note(&mut answers, &self.question, id, &note, rules)?;
        }
        let said = answers.answers.get(&self.question).map(|chosen| {
            let labels: Vec<String> =
                chosen.keys().iter().map(|key| answer(key, &self.question, rules)).collect();
            labels.join(", ")
        });
        let row = store(cx, &row, &answers, rules)?;
        let key = match (answered, &said) {
            (true, Some(_)) if taken.is_some() => "history-classification-taken",
            (false, _) => "history-classification-note",
            (true, None) => "history-classification-take-back",
            (true, Some(_)) => "history-classification-answer",
        };
        let name = super::told(&super::system(cx.read(), self.system)?, rules);
        cx.tell(
            Some(self.system),
            key,
            &[
                ("name", name.into()),
                ("question", text.text.as_str().into()),
                ("answer", said.unwrap_or_default().into()),
                ("from", taken.unwrap_or_default().into()),
            ],
        );
        let looked = Looked { question: &self.question, before: answered.then_some(&before) };
        view(&cx.as_reading(), self.system, &self.pack, Some(&row), Some(looked))
    }
}

/// Code and name of the system an answer is taken from.
///
/// # Errors
/// Refused when that system was not answered so: what is taken over must be what stands there.
fn taken(
    tx: &ReadTx<'_>,
    other: RecordId,
    question: &str,
    keys: &[String],
    rules: &Rules,
) -> AppResult<String> {
    let record = super::system(tx, other)?;
    let pack = &rules.pack.file().id;
    let row = super::draft(tx, other, pack)?.or(super::in_force(tx, other, pack)?);
    let stands = row.map(|row| super::answers(&row)).transpose()?.unwrap_or_default();
    if stands.answers.get(question).map(Chosen::keys) != Some(keys) {
        return Err(AppError::refused("error-classification-not-there").with("name", record.title));
    }
    Ok(format!("{} {}", record.code.unwrap_or_default(), record.title).trim().to_owned())
}

fn set_answer(answers: &mut Answers, question: &str, keys: Vec<String>, rules: &Rules) -> AppResult<()> {
    let mut keys = keys;
    let chosen = match (keys.len(), keys.pop()) {
        (1, Some(key)) => Chosen::One(key),
        (_, Some(last)) => {
            keys.push(last);
            Chosen::Several(keys)
        }
        (_, None) => {
            answers.answers.remove(question);
            return Ok(());
        }
    };
    let mut alone = Answers::default();
    alone.answers.insert(question.to_owned(), chosen.clone());
    if !rules.pack.problems(&alone).is_empty() {
        return Err(AppError::refused("error-classification-answer"));
    }
    answers.answers.insert(question.to_owned(), chosen);
    Ok(())
}

fn set_note(answers: &mut Answers, question: &str, id: String, note: &str, rules: &Rules) -> AppResult<()> {
    let about = rules.pack.file().notes.iter().any(|note| note.id == id && note.question == question);
    if id != question && !about {
        return Err(AppError::refused("error-classification-question").with("id", id));
    }
    let note = note.trim();
    if note.chars().count() > LONGEST {
        return Err(FieldError { field: id, code: "too-long" }.into());
    }
    if note.is_empty() {
        answers.notes.remove(&id);
    } else {
        answers.notes.insert(id, note.to_owned());
    }
    Ok(())
}

/// Writes answers into the draft.
fn store(
    cx: &mut Writing<'_, '_>,
    row: &Classification,
    answers: &Answers,
    rules: &Rules,
) -> AppResult<Classification> {
    let file = rules.pack.file();
    cx.tx.classification().update(&Classification {
        pack_version: file.version.clone(),
        pack_sha256: rules.sha256.clone(),
        answers: json(&answers.answers)?,
        notes: json(&answers.notes)?,
        provisional: rules.pack.evaluate(answers).provisional,
        ..row.clone()
    })?;
    Ok(cx.tx.classification().get(row.id)?)
}

fn json(value: &impl Serialize) -> AppResult<serde_json::Value> {
    serde_json::to_value(value).map_err(|error| AppError::internal(error.to_string()))
}

/// The draft of a system, made if there is none.
fn touch(cx: &mut Writing<'_, '_>, system: RecordId, rules: &Rules) -> AppResult<Classification> {
    match super::draft(cx.read(), system, &rules.pack.file().id)? {
        Some(row) => Ok(row),
        None => create(cx, system, &Answers::default(), rules),
    }
}

fn create(
    cx: &mut Writing<'_, '_>,
    system: RecordId,
    answers: &Answers,
    rules: &Rules,
) -> AppResult<Classification> {
    let name = super::system(cx.read(), system)?.title;
    let title = cx.around.words.say_with(
        "classification-record",
        &[("name", name.into()), ("rules", rules.text.short.as_str().into())],
    );
    let record = cx.tx.create_record(RecordKind::Decision, &title, Some(cx.around.me), None)?;
    let file = rules.pack.file();
    cx.tx.classification().insert(&Classification {
        id: record.id,
        rev: record.rev,
        system,
        pack: file.id.clone(),
        pack_version: file.version.clone(),
        pack_sha256: rules.sha256.clone(),
        answers: json(&answers.answers)?,
        notes: json(&answers.notes)?,
        result: None,
        tier: None,
        provisional: rules.pack.evaluate(answers).provisional,
        state: ClassificationState::Draft,
        decided_by: None,
        decided_at: None,
        review_on: None,
        facts: None,
    })?;
    Ok(cx.tx.classification().get(record.id)?)
}

/// Begins a new draft from the answers of the decision in force.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "ClassificationBeginInput")]
pub struct Begin {
    /// The system.
    pub system: RecordId,
    /// Id of the rules; the EU AI Act when left out.
    #[serde(default = "super::usual_pack")]
    #[ts(optional, as = "Option<String>")]
    pub pack: String,
}

impl Mutation for Begin {
    const NAME: &'static str = "classification.begin";
    const TAGS: &'static [Tag] = &[Tag::Classifications, Tag::Trail];
    type Output = ClassificationView;

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<Self::Output> {
        let rules = library()?.rules(&self.pack)?;
        if super::draft(cx.read(), self.system, &self.pack)?.is_some() {
            return Err(AppError::refused("error-classification-draft-exists"));
        }
        let row = renew(cx, self.system, rules)?;
        let name = super::told(&super::system(cx.read(), self.system)?, rules);
        cx.tell(Some(self.system), "history-classification-begin", &[("name", name.into())]);
        view(&cx.as_reading(), self.system, &self.pack, Some(&row), None)
    }
}

/// A draft with the answers and the evidence of the decision in force.
fn renew(cx: &mut Writing<'_, '_>, system: RecordId, rules: &Rules) -> AppResult<Classification> {
    let Some(decided) = super::in_force(cx.read(), system, &rules.pack.file().id)? else {
        return create(cx, system, &Answers::default(), rules);
    };
    let mut answers = super::answers(&decided)?;
    // Answers that the newest rules cannot use any more are asked again.
    let unusable: BTreeSet<String> =
        rules.pack.problems(&answers).into_iter().map(|problem| problem.question).collect();
    answers.answers.retain(|question, _| !unusable.contains(question));
    let row = create(cx, system, &answers, rules)?;
    for used in cx.tx.evidence_use().of(decided.id)? {
        crate::relation::use_on(cx, used.evidence, row.id, used.note, used.point)?;
    }
    Ok(row)
}

/// Opens a draft for a system that another one was merged into, when the two were decided differently: the answers of
/// its own decision, without those that the other gave otherwise. Gives whether there is something to decide again.
pub(crate) fn decide_again(
    cx: &mut Writing<'_, '_>,
    own: &Classification,
    other: &Classification,
) -> AppResult<bool> {
    let (mine, theirs) = (super::answers(own)?.answers, super::answers(other)?.answers);
    let differs = |question: &String| mine.get(question) != theirs.get(question);
    let open: BTreeSet<&String> = mine.keys().chain(theirs.keys()).filter(|each| differs(each)).collect();
    if open.is_empty() {
        return Ok(false);
    }
    if super::draft(cx.read(), own.system, &own.pack)?.is_none() {
        let rules = library()?.rules(&own.pack)?;
        let row = renew(cx, own.system, rules)?;
        let mut answers = super::answers(&row)?;
        answers.answers.retain(|question, _| !open.contains(question));
        store(cx, &row, &answers, rules)?;
    }
    Ok(true)
}

/// Begins new drafts for several systems at once, each from the answers of its decision in force. Systems with a draft
/// are left as they are.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "ClassificationBeginManyInput")]
pub struct BeginMany {
    /// The systems.
    pub systems: Vec<RecordId>,
    /// Id of the rules; the EU AI Act when left out.
    #[serde(default = "super::usual_pack")]
    #[ts(optional, as = "Option<String>")]
    pub pack: String,
}

impl Mutation for BeginMany {
    const NAME: &'static str = "classification.begin_many";
    const TAGS: &'static [Tag] = &[Tag::Classifications, Tag::Trail];
    type Output = usize;

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<Self::Output> {
        let rules = library()?.rules(&self.pack)?;
        let mut begun = 0;
        for system in self.systems {
            super::system(cx.read(), system)?;
            if super::draft(cx.read(), system, &self.pack)?.is_none() {
                renew(cx, system, rules)?;
                begun += 1;
            }
        }
        if begun == 0 {
            return Err(AppError::refused("error-classification-draft-exists"));
        }
        let count = i64::try_from(begun).unwrap_or(i64::MAX);
        let rules = rules.text.short.as_str();
        cx.tell(
            None,
            "history-classification-begin-many",
            &[("count", count.into()), ("rules", rules.into())],
        );
        Ok(begun)
    }
}

/// Throws the draft away; a decision in force stays.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "ClassificationResetDraftInput")]
pub struct ResetDraft {
    /// The system.
    pub system: RecordId,
    /// Id of the rules; the EU AI Act when left out.
    #[serde(default = "super::usual_pack")]
    #[ts(optional, as = "Option<String>")]
    pub pack: String,
}

impl Mutation for ResetDraft {
    const NAME: &'static str = "classification.reset_draft";
    const TAGS: &'static [Tag] = &[Tag::Classifications, Tag::Trail];
    type Output = ClassificationView;

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<Self::Output> {
        let rules = library()?.rules(&self.pack)?;
        let draft = super::draft(cx.read(), self.system, &self.pack)?;
        let draft = draft.ok_or_else(|| AppError::refused("error-classification-no-draft"))?;
        // The record stays, hidden, so that its code is not given again; undo brings both back.
        cx.tx.classification().delete(draft.id)?;
        cx.tx.delete_record(draft.id)?;
        let name = super::told(&super::system(cx.read(), self.system)?, rules);
        cx.tell(Some(self.system), "history-classification-reset", &[("name", name.into())]);
        let decided = super::in_force(cx.read(), self.system, &self.pack)?;
        view(&cx.as_reading(), self.system, &self.pack, decided.as_ref(), None)
    }
}

/// Signs the draft as the decision in force.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "ClassificationDecideInput")]
pub struct Decide {
    /// The system.
    pub system: RecordId,
    /// Id of the rules; the EU AI Act when left out.
    #[serde(default = "super::usual_pack")]
    #[ts(optional, as = "Option<String>")]
    pub pack: String,
    /// When to look at it again, a day after today; the proposed day when left out. A decision without such a day is
    /// not signed: `null` is refused.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    #[ts(optional, type = "CalendarDate | null")]
    pub review_on: Option<Option<Date>>,
}

/// Most years until a decision is looked at again; nobody keeps a day that lies further off.
const MOST_YEARS: i16 = 5;

/// Keeps an explicit `null` apart from what is left out.
fn given<'de, D: serde::Deserializer<'de>>(value: D) -> Result<Option<Option<Date>>, D::Error> {
    Option::deserialize(value).map(Some)
}

/// The day to look at a decision again: after today, and within a time in which somebody will.
fn review_day(wanted: Option<Option<Date>>, today: &Date) -> AppResult<Date> {
    let refuse = |code| FieldError { field: "reviewOn".to_owned(), code }.into();
    match wanted {
        None => Ok(super::review_proposed(today)),
        Some(None) => Err(refuse("required")),
        Some(Some(day)) if day.days_since(today) <= 0 => Err(refuse("review-not-later")),
        Some(Some(day)) if day > today.plus_years(MOST_YEARS) => Err(refuse("review-too-late")),
        Some(Some(day)) => Ok(day),
    }
}

impl Mutation for Decide {
    const NAME: &'static str = "classification.decide";
    const TAGS: &'static [Tag] = &[Tag::Classifications, Tag::Systems, Tag::Trail];
    type Output = ClassificationView;

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<Self::Output> {
        let rules = library()?.rules(&self.pack)?;
        if let Some(refusal) = super::unsigned_by(&cx.around.standing) {
            return Err(refusal);
        }
        let name = super::told(&super::system(cx.read(), self.system)?, rules);
        let draft = super::draft(cx.read(), self.system, &self.pack)?;
        let draft = draft.ok_or_else(|| AppError::refused("error-classification-no-draft"))?;
        let answers = super::answers(&draft)?;
        let decision = rules.pack.evaluate(&answers);
        if let Some(refused) = super::refusals(&decision, &answers, rules).into_iter().next() {
            return Err(refused.error);
        }
        let review = review_day(self.review_on, &cx.around.today())?;
        if let Some(before) = super::in_force(cx.read(), self.system, &self.pack)? {
            let state = Value::from(ClassificationState::Superseded.as_str());
            cx.tx.classification().set(before.id, &[("state", state)])?;
            cx.tx.record().set_due(before.id, None)?;
        }
        crate::adopted::adopt(cx, rules)?;
        let file = rules.pack.file();
        let facts = json(&facts_of(&cx.tx.ai_system().get(self.system)?))?;
        cx.tx.classification().update(&Classification {
            pack_version: file.version.clone(),
            pack_sha256: rules.sha256.clone(),
            result: Some(json(&decision)?),
            tier: decision.tier.clone(),
            provisional: false,
            state: ClassificationState::Decided,
            decided_by: Some(cx.around.me),
            decided_at: Some(cx.around.now.clone()),
            review_on: Some(review.clone()),
            facts: Some(facts),
            ..draft.clone()
        })?;
        cx.tx.record().set_owner(draft.id, Some(cx.around.me))?;
        cx.tx.record().set_due(draft.id, Some(&review))?;
        let tier = decision.tier.as_deref().unwrap_or_default();
        let tier = rules.text.tiers.get(tier).map_or(tier, |words| &words.label);
        cx.tell(
            Some(self.system),
            "history-classification-decide",
            &[("name", name.into()), ("tier", tier.into())],
        );
        let row = cx.tx.classification().get(draft.id)?;
        view(&cx.as_reading(), self.system, &self.pack, Some(&row), None)
    }
}
