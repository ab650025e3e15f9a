//! Noting what exists, and deciding what of it counts.

use std::collections::BTreeMap;

use cairn_domain::field::FieldError;
use cairn_domain::framework::Framework;
use cairn_domain::gap::Conformity;
use cairn_domain::id::RecordId;
use cairn_domain::record::RecordKind;
use cairn_domain::requirement::RequirementRef;
use cairn_domain::state::{AssessmentKind, AssessmentState, ReuseState};
use cairn_store::table::gap_assessment::GapAssessment;
use cairn_store::table::gap_line::{GapLine, gap_line_id};
use cairn_store::table::reuse::{Reuse, reuse_id};
use serde::{Deserialize, Serialize};

use super::{assessment_of, paths, target};
use crate::error::{AppError, AppResult};
use crate::pack::{ISO_42001, library};
use crate::tag::Tag;
use crate::usecase::{Mutation, Writing};

/// Longest remark, in characters.
const LONGEST: usize = 4_000;

/// Says what is met under another framework, for any number of its entries at once.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "ReuseAssessInput")]
pub struct AssessSource {
    /// Id of the framework.
    pub framework: String,
    /// What was found, by entry; none takes it back.
    pub lines: BTreeMap<String, Option<Conformity>>,
}

impl Mutation for AssessSource {
    const NAME: &'static str = "reuse.assess";
    const TAGS: &'static [Tag] = &[Tag::Gaps, Tag::Trail];
    type Output = ();

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<()> {
        if self.framework == ISO_42001 {
            return Err(AppError::refused("error-reuse-own"));
        }
        let framework = &library()?.framework(&self.framework)?.framework;
        let assessment = assessment(cx, &framework.id)?;
        for (id, conformity) in &self.lines {
            set(cx, assessment, framework, id, *conformity, None)?;
        }
        cx.tell(
            Some(assessment),
            "history-reuse-assess",
            &[("title", framework.title.clone().into()), ("count", self.lines.len().into())],
        );
        Ok(())
    }
}

/// What a file says of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Result {
    /// How far it is met.
    pub(super) conformity: Conformity,
    /// The record that shows it.
    pub(super) record: Option<String>,
}

/// Notes what a file says, and gives the assessment it is noted in.
pub(super) fn note(
    cx: &mut Writing<'_, '_>,
    framework: &str,
    results: &BTreeMap<String, Result>,
) -> AppResult<RecordId> {
    let framework = &library()?.framework(framework)?.framework;
    let assessment = assessment(cx, &framework.id)?;
    for (id, said) in results {
        set(cx, assessment, framework, id, Some(said.conformity), said.record.as_deref())?;
    }
    Ok(assessment)
}

/// The assessment in which is noted what exists under a framework; begun when there is none.
fn assessment(cx: &mut Writing<'_, '_>, framework: &str) -> AppResult<RecordId> {
    if let Some(assessment) = assessment_of(cx.read(), framework)? {
        return Ok(assessment.id);
    }
    let shipped = library()?.framework(framework)?;
    let framework = &shipped.framework;
    let name = cx.around.words.say_with("reuse-assessment", &[("title", framework.title.clone().into())]);
    let record = cx.tx.create_record(RecordKind::GapAssessment, &name, Some(cx.around.me), None)?;
    cx.tx.gap_assessment().insert(&GapAssessment {
        id: record.id,
        rev: record.rev,
        name,
        framework: framework.id.clone(),
        pack_version: framework.version.clone(),
        pack_sha256: shipped.sha256.clone(),
        state: AssessmentState::Open,
        kind: AssessmentKind::Baseline,
        frozen_on: None,
        based_on: None,
        decisions: None,
    })?;
    Ok(record.id)
}

/// Says how far an entry is met; a record that is given replaces the one noted before.
fn set(
    cx: &mut Writing<'_, '_>,
    assessment: RecordId,
    framework: &Framework,
    id: &str,
    conformity: Option<Conformity>,
    record: Option<&str>,
) -> AppResult<()> {
    let entry = framework.get(id).filter(|entry| entry.assessable);
    let entry = entry.ok_or_else(|| AppError::refused("error-unknown-requirement").with("id", id))?;
    let line = touch(cx, assessment, &RequirementRef::new(&framework.id, &entry.id), &entry.title)?;
    let row = cx.tx.gap_line().get(line)?;
    let note = record.map(|text| text.chars().take(LONGEST).collect()).or_else(|| row.note.clone());
    if row.conformity != conformity || row.note != note {
        cx.tx.gap_line().update(&GapLine {
            conformity,
            note,
            assessor: Some(cx.around.me),
            assessed_on: Some(cx.around.today()),
            ..row
        })?;
    }
    Ok(())
}

fn touch(
    cx: &mut Writing<'_, '_>,
    assessment: RecordId,
    requirement: &RequirementRef,
    title: &str,
) -> AppResult<RecordId> {
    let id = gap_line_id(cx.around.workspace, assessment, requirement);
    if cx.tx.gap_line().find(id)?.is_none() {
        let name = format!("{} {title}", requirement.id);
        let record = cx.tx.create_record_with_id(id, RecordKind::GapLine, &name, None, None)?;
        cx.tx.gap_line().insert(&GapLine {
            id,
            rev: record.rev,
            assessment,
            requirement: requirement.clone(),
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
    Ok(id)
}

/// Says whether something counts for a line; none makes it a candidate again.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "ReuseDecideInput")]
pub struct Decide {
    /// The line of ISO/IEC 42001.
    pub line: String,
    /// Id of the other framework.
    pub framework: String,
    /// The entry of the other framework.
    pub source: String,
    /// What was decided.
    pub state: Option<ReuseState>,
    /// Why.
    pub note: String,
}

impl Mutation for Decide {
    const NAME: &'static str = "reuse.decide";
    const TAGS: &'static [Tag] = AssessSource::TAGS;
    type Output = ();

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<()> {
        let note = self.note.trim();
        if note.chars().count() > LONGEST {
            return Err(FieldError { field: "note".to_owned(), code: "too-long" }.into());
        }
        let note = Some(note).filter(|note| !note.is_empty()).map(str::to_owned);
        let assessment =
            target(&cx.as_reading())?.ok_or_else(|| AppError::refused("error-reuse-no-assessment"))?;
        if crate::gap::frozen(cx.read(), assessment)? {
            return Err(AppError::refused("error-assessment-frozen"));
        }
        let line = RequirementRef::new(ISO_42001, &self.line);
        let source = RequirementRef::new(&self.framework, &self.source);
        let way = paths(library()?, std::slice::from_ref(&source))?.into_iter().find(|way| way.line == line);
        let way = way.ok_or_else(|| AppError::refused("error-reuse-no-way"))?;
        let hops: Vec<serde_json::Value> = way
            .hops
            .iter()
            .map(|hop| {
                serde_json::json!({
                    "crosswalk": hop.crosswalk, "from": hop.from.to_string(), "to": hop.to.to_string(),
                    "relation": hop.relation, "origin": hop.origin, "source": hop.source,
                })
            })
            .collect();
        let id = reuse_id(cx.around.workspace, assessment, &line, &source);
        let stored = cx.tx.reuse().find(id)?;
        let (by, at) = (Some(cx.around.me), Some(cx.tx.time().clone()));
        match (self.state, stored) {
            (None, Some(_)) => cx.tx.reuse().delete(id)?,
            (None, None) => {}
            (Some(state), Some(row)) if row.state == state && row.note == note => {}
            (Some(state), Some(row)) => {
                let via = serde_json::Value::Array(hops);
                cx.tx.reuse().update(&Reuse { state, note, via, decided_by: by, decided_at: at, ..row })?;
            }
            (Some(state), None) => {
                let rev = cx.tx.stamp();
                cx.tx.reuse().insert(&Reuse {
                    id,
                    rev,
                    assessment,
                    requirement: line,
                    source,
                    via: serde_json::Value::Array(hops),
                    state,
                    note,
                    decided_by: by,
                    decided_at: at,
                })?;
            }
        }
        let key = match self.state {
            Some(ReuseState::Accepted) => "history-reuse-accept",
            Some(ReuseState::Declined) => "history-reuse-decline",
            None => "history-reuse-open",
        };
        let name = &library()?.framework(&self.framework)?.framework.title;
        cx.tell(
            Some(assessment),
            key,
            &[("source", format!("{name} {}", self.source).into()), ("line", self.line.into())],
        );
        Ok(())
    }
}
