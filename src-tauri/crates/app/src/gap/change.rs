//! Answering and assessing lines; starting and freezing assessments.

use cairn_domain::field::FieldError;
use cairn_domain::gap::{self, Confidence, Conformity, Grade, Maturity};
use cairn_domain::id::{MemberId, RecordId};
use cairn_domain::record::RecordKind;
use cairn_domain::requirement::RequirementRef;
use cairn_domain::state::{AssessmentKind, AssessmentState, Pass};
use cairn_domain::time::Date;
use cairn_store::Value;
use cairn_store::table::gap_answer::{GapAnswer, gap_answer_id};
use cairn_store::table::gap_line::{GapLine, gap_line_id};
use serde::{Deserialize, Serialize};

use super::detail::{GapDetail, detail};
use super::lines::{assessable, item_states};
use super::sheet_cell::is_fact;
use super::{LONGEST, latest};
use crate::error::{AppError, AppResult};
use crate::pack::{ISO_42001, library};
use crate::tag::Tag;
use crate::usecase::{Mutation, Writing};

/// Answers one must-item; no answer opens it again.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "GapAnswerInput")]
pub struct Answer {
    /// The requirement's own id.
    pub requirement: String,
    /// Key of the item.
    pub item: String,
    /// The answer.
    pub answer: Option<gap::Answer>,
    /// The record that shows it.
    pub record_seen: Option<String>,
    /// The date of that record.
    #[serde(default)]
    pub seen_on: Option<String>,
    /// Who keeps it.
    #[serde(default)]
    pub seen_owner: Option<String>,
}

impl Mutation for Answer {
    const NAME: &'static str = "gap.answer";
    const TAGS: &'static [Tag] = &[Tag::Gaps, Tag::Trail];
    type Output = GapDetail;

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<Self::Output> {
        let iso = &library()?.framework(ISO_42001)?.framework;
        let requirement = assessable(iso, &self.requirement)?;
        if !requirement.must.iter().any(|item| item.key == self.item) {
            return Err(AppError::refused("error-unknown-item").with("id", self.item));
        }
        let line = touch(cx, &requirement.id, &requirement.title)?;
        let said = match self.answer {
            Some(answer) => Some(Said {
                answer,
                record_seen: filled(self.record_seen.as_deref(), "recordSeen")?,
                seen_on: past(self.seen_on.as_deref(), "seenOn", &cx.around.today())?,
                seen_owner: filled(self.seen_owner.as_deref(), "seenOwner")?,
            }),
            None => None,
        };
        put(cx, line, &self.item, said)?;
        lower_if_refused(cx, line, requirement, &[&self.item])?;
        tell(cx, line, "history-gap-answer", &requirement.id, &requirement.title);
        detail(&cx.as_reading(), &requirement.id)
    }
}

/// What is said of one must-item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Said {
    /// The answer.
    pub(super) answer: gap::Answer,
    /// The record that shows it.
    pub(super) record_seen: Option<String>,
    /// The date of that record.
    pub(super) seen_on: Option<Date>,
    /// Who keeps it.
    pub(super) seen_owner: Option<String>,
}

/// Stores what is said of an item; nothing opens it again.
pub(super) fn put(cx: &mut Writing<'_, '_>, line: RecordId, item: &str, said: Option<Said>) -> AppResult<()> {
    let id = gap_answer_id(cx.around.workspace, line, item);
    let stored = cx.tx.gap_answer().find(id)?;
    match (said, stored) {
        (None, Some(_)) => {
            cx.tx.gap_answer().delete(id)?;
        }
        (None, None) => {}
        (Some(said), Some(row)) => {
            let Said { answer, record_seen, seen_on, seen_owner } = said;
            cx.tx.gap_answer().update(&GapAnswer { answer, record_seen, seen_on, seen_owner, ..row })?;
        }
        (Some(said), None) => {
            let Said { answer, record_seen, seen_on, seen_owner } = said;
            let rev = cx.tx.stamp();
            let item = item.to_owned();
            cx.tx.gap_answer().insert(&GapAnswer {
                id,
                rev,
                line,
                item,
                answer,
                record_seen,
                seen_on,
                seen_owner,
            })?;
        }
    }
    Ok(())
}

/// An answer to one of `items` can make the conformity given before impossible; it is then taken back rather than left
/// standing. What other items refuse was refused before, by demands that came later, and waits for a person.
pub(super) fn lower_if_refused(
    cx: &mut Writing<'_, '_>,
    line: RecordId,
    requirement: &cairn_domain::framework::Requirement,
    items: &[&str],
) -> AppResult<()> {
    let row = cx.tx.gap_line().get(line)?;
    let answers = cx.tx.gap_answer().of(line)?;
    let states = item_states(requirement, &answers);
    if let Some(conformity) = row.conformity
        && gap::refusals(conformity, &states).iter().any(|refusal| items.contains(&&*refusal.item))
    {
        let value = lower(conformity, &states).map_or(Value::Null, |lower| Value::from(lower.as_str()));
        cx.tx.gap_line().set(line, &[("conformity", value)])?;
    }
    Ok(())
}

/// The best conformity below a given one that the answers allow; none when they allow none.
pub(super) fn lower(conformity: Conformity, states: &[gap::ItemState]) -> Option<Conformity> {
    let below = [Conformity::OnPaper, Conformity::Partly].into_iter();
    below.filter(|lower| *lower < conformity).find(|lower| gap::refusals(*lower, states).is_empty())
}

/// Sets what a person found on a line. The whole line is sent; what is unchanged is not recorded.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "GapAssessInput")]
pub struct Assess {
    /// The requirement's own id.
    pub requirement: String,
    /// Conformity; none means not assessed.
    pub conformity: Option<Conformity>,
    /// Maturity.
    pub maturity: Option<Maturity>,
    /// The gap in words.
    pub statement: String,
    /// Grade; none takes the forecast.
    pub grade: Option<Grade>,
    /// How sure.
    pub confidence: Option<Confidence>,
    /// Interview note.
    pub note: String,
    /// A fact by which a control is probably not needed.
    pub not_needed_fact: String,
    /// Who owns the line.
    pub owner: Option<MemberId>,
    /// On which way through the lines this was found; none leaves what is stored.
    #[serde(default)]
    pub pass: Option<Pass>,
}

impl Mutation for Assess {
    const NAME: &'static str = "gap.assess";
    const TAGS: &'static [Tag] = &[Tag::Gaps, Tag::Soa, Tag::Trail];
    type Output = GapDetail;

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<Self::Output> {
        let iso = &library()?.framework(ISO_42001)?.framework;
        let requirement = assessable(iso, &self.requirement)?;
        let is_control = requirement.kind == cairn_domain::framework::RequirementKind::Control;
        if !is_control && !self.not_needed_fact.trim().is_empty() {
            return Err(AppError::refused("error-clause-always-applies").with("id", requirement.id.clone()));
        }
        let line = touch(cx, &requirement.id, &requirement.title)?;
        let row = cx.tx.gap_line().get(line)?;
        let before = row.clone();
        let fact = filled(Some(&self.not_needed_fact), "notNeededFact")?;
        if fact != row.not_needed_fact && fact.as_ref().is_some_and(|fact| !is_fact(fact, cx.around.words)) {
            return Err(FieldError { field: "notNeededFact".to_owned(), code: "not-a-fact" }.into());
        }
        let judged = self.conformity != row.conformity;
        // What was given before may stand against demands that came later; that bars no other change of the line.
        if let Some(conformity) = self.conformity.filter(|_| judged) {
            let answers = cx.tx.gap_answer().of(line)?;
            let items = item_states(requirement, &answers);
            if let Some(refusal) = gap::refusals(conformity, &items).first() {
                let text = requirement.must.iter().find(|item| item.key == refusal.item);
                return Err(AppError::refused(&format!("gap-refusal-{}", refusal.code))
                    .with("item", text.map(|item| item.text.clone()).unwrap_or_default()));
            }
        }
        let assessor = if judged { Some(cx.around.me) } else { row.assessor };
        let assessed_on = if judged { Some(cx.around.today()) } else { row.assessed_on.clone() };
        // A deep pass is not undone by looking at the line quickly again without another judgement.
        let pass = if judged || row.pass.is_none() { self.pass.or(row.pass) } else { row.pass };
        cx.tx.gap_line().update(&GapLine {
            conformity: self.conformity,
            maturity: self.maturity,
            statement: filled(Some(&self.statement), "statement")?,
            grade: self.grade,
            confidence: self.confidence,
            assessor,
            note: filled(Some(&self.note), "note")?,
            not_needed_fact: fact,
            pass: if self.conformity.is_some() { pass } else { None },
            assessed_on: if self.conformity.is_some() { assessed_on } else { None },
            ..row
        })?;
        cx.tx.record().set_owner(line, self.owner)?;
        tell(cx, line, "history-gap-assess", &requirement.id, &requirement.title);
        let detail = detail(&cx.as_reading(), &requirement.id)?;
        explained(&before, &cx.tx.gap_line().get(line)?, detail.forecast)?;
        Ok(detail)
    }
}

/// Demands a reason for a grade that is milder than the forecast: the note of the line has to say it. What was graded before
/// may stand against a forecast that answers worsened since; that bars no other change of the line.
fn explained(before: &GapLine, after: &GapLine, forecast: Option<Grade>) -> AppResult<()> {
    let milder = after.grade.is_some_and(|grade| grade.is_milder_than(forecast));
    let touched =
        (after.grade, after.conformity, &after.note) != (before.grade, before.conformity, &before.note);
    let reason = after.note.as_deref().is_some_and(cairn_domain::field::is_fact);
    if milder && touched && !reason {
        return Err(FieldError { field: "note".to_owned(), code: "grade-needs-reason" }.into());
    }
    Ok(())
}

/// Text of a line, trimmed; blank becomes none.
pub(super) fn filled(text: Option<&str>, field: &str) -> AppResult<Option<String>> {
    let text = text.map(str::trim).filter(|text| !text.is_empty());
    if text.is_some_and(|text| text.chars().count() > LONGEST) {
        return Err(FieldError { field: field.to_owned(), code: "too-long" }.into());
    }
    Ok(text.map(str::to_owned))
}

/// A date of a line; blank becomes none.
fn day(text: Option<&str>, field: &str) -> AppResult<Option<Date>> {
    let text = text.map(str::trim).filter(|text| !text.is_empty());
    let refuse = |_| FieldError { field: field.to_owned(), code: "not-a-date" };
    Ok(text.map(|text| text.parse().map_err(refuse)).transpose()?)
}

/// A day that has come: a record that is still to be made shows nothing.
fn past(text: Option<&str>, field: &str, today: &Date) -> AppResult<Option<Date>> {
    let day = day(text, field)?;
    if day.as_ref().is_some_and(|day| day > today) {
        return Err(FieldError { field: field.to_owned(), code: "in-the-future" }.into());
    }
    Ok(day)
}

fn tell(cx: &mut Writing<'_, '_>, line: RecordId, key: &str, id: &str, title: &str) {
    cx.tell(Some(line), key, &[("id", id.into()), ("title", title.into())]);
}

/// The line's row, made on the first answer, in the open assessment; the first one is made on the way.
pub(super) fn touch(cx: &mut Writing<'_, '_>, id: &str, title: &str) -> AppResult<RecordId> {
    let assessment = match latest(cx.read())? {
        Some(assessment) if assessment.state == AssessmentState::Open => assessment.id,
        Some(_) => return Err(AppError::refused("error-assessment-frozen")),
        None => {
            let name = cx.around.words.say("gap-baseline");
            super::assessment::start(cx, &name, AssessmentKind::Baseline, None)?
        }
    };
    let requirement = RequirementRef::new(ISO_42001, id);
    let line = gap_line_id(cx.around.workspace, assessment, &requirement);
    if cx.tx.gap_line().find(line)?.is_none() {
        let record =
            cx.tx.create_record_with_id(line, RecordKind::GapLine, &format!("{id} {title}"), None, None)?;
        cx.tx.gap_line().insert(&GapLine {
            id: line,
            rev: record.rev,
            assessment,
            requirement,
            conformity: None,
            maturity: None,
            statement: None,
            grade: None,
            confidence: None,
            assessor: None,
            note: None,
            not_needed_fact: None,
            pass: None,
            assessed_on: None,
        })?;
    }
    Ok(line)
}

/// Says who has to answer several lines.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "GapAssignInput")]
pub struct Assign {
    /// The requirements' own ids.
    pub requirements: Vec<String>,
    /// Who owns them; none for nobody.
    pub owner: Option<MemberId>,
}

impl Mutation for Assign {
    const NAME: &'static str = "gap.assign";
    const TAGS: &'static [Tag] = &[Tag::Gaps, Tag::Trail];
    type Output = u32;

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<u32> {
        let iso = &library()?.framework(ISO_42001)?.framework;
        let mut changed = 0;
        for id in &self.requirements {
            let requirement = assessable(iso, id)?;
            let line = touch(cx, &requirement.id, &requirement.title)?;
            changed += u32::from(cx.tx.record().set_owner(line, self.owner)?);
        }
        let name = match self.owner {
            Some(owner) => cx.tx.record().get(owner.into())?.title,
            None => cx.around.words.say("gap-nobody"),
        };
        cx.tell(None, "history-gap-assign", &[("count", changed.into()), ("name", name.into())]);
        Ok(changed)
    }
}
