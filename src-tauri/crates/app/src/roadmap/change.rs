//! Moving a step of the plan.

use cairn_domain::field::FieldError;
use cairn_domain::id::MemberId;
use cairn_domain::plan::Step;
use cairn_domain::time::Date;
use cairn_store::table::plan_step::{PlanStep, plan_step_id};
use serde::{Deserialize, Serialize};

use crate::error::{AppError, AppResult};
use crate::tag::Tag;
use crate::usecase::{Mutation, Writing};

/// Longest remark, in characters.
const LONGEST: usize = 2_000;

/// Chooses the days, the owner and a remark of a step, and says when it was done where no record shows it; without days it
/// goes back to where the audits put it.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "RoadmapMoveStepInput")]
pub struct MoveStep {
    /// Which step.
    pub step: Step,
    /// First day.
    pub starts_on: Option<String>,
    /// Last day.
    pub ends_on: Option<String>,
    /// Who answers for it.
    pub owner: Option<MemberId>,
    /// A remark.
    pub note: String,
    /// The day it was done, of a step that no record shows.
    #[serde(default)]
    pub done_on: Option<String>,
}

impl Mutation for MoveStep {
    const NAME: &'static str = "roadmap.move-step";
    const TAGS: &'static [Tag] = &[Tag::Organisation, Tag::Trail];
    type Output = ();

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<()> {
        let refuse = |field: &str, code| AppError::from(FieldError { field: field.to_owned(), code });
        let starts_on = day("startsOn", self.starts_on.as_deref())?;
        let ends_on = day("endsOn", self.ends_on.as_deref())?;
        if (starts_on.is_some() || ends_on.is_some()) && self.step.is_audit_day() {
            return Err(AppError::refused("error-roadmap-audit-day"));
        }
        if let (Some(first), Some(last)) = (&starts_on, &ends_on)
            && last < first
        {
            return Err(refuse("endsOn", "before-its-beginning"));
        }
        let done_on = day("doneOn", self.done_on.as_deref())?;
        if done_on.is_some() && !self.step.is_said_done() {
            return Err(AppError::refused("error-roadmap-shown"));
        }
        if done_on.as_ref().is_some_and(|day| *day > cx.around.today()) {
            return Err(refuse("doneOn", "in-the-future"));
        }
        if done_on.is_some() && starts_on.is_some() && done_on < starts_on {
            return Err(refuse("doneOn", "before-its-beginning"));
        }
        if self.note.chars().count() > LONGEST {
            return Err(refuse("note", "too-long"));
        }
        let note = Some(self.note.trim()).filter(|note| !note.is_empty()).map(str::to_owned);
        let id = plan_step_id(cx.around.workspace, self.step.as_str());
        let step = self.step.as_str().to_owned();
        match cx.tx.plan_step().find(id)? {
            Some(row) => {
                let row = PlanStep { starts_on, ends_on, owner: self.owner, note, done_on, ..row };
                cx.tx.plan_step().update(&row)?;
            }
            None => {
                let rev = cx.tx.stamp();
                let owner = self.owner;
                let row = PlanStep { id, rev, step, starts_on, ends_on, owner, note, done_on };
                cx.tx.plan_step().insert(&row)?;
            }
        }
        let label = cx.around.words.say(&format!("plan-step-{}", self.step));
        cx.tell(None, "history-roadmap-move-step", &[("step", label.into())]);
        Ok(())
    }
}

fn day(field: &str, text: Option<&str>) -> AppResult<Option<Date>> {
    let text = text.map(str::trim).filter(|text| !text.is_empty());
    let refuse = |_| FieldError { field: field.to_owned(), code: "not-a-date" };
    Ok(text.map(|text| text.parse().map_err(refuse)).transpose()?)
}
