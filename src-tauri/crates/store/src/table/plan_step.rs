//! Steps of the engagement plan that a person moved away from where the rules put them, or said were done.

use cairn_domain::id::{MemberId, RecordId, WorkspaceId, natural_id};
use cairn_domain::time::Date;

row! {
    /// What was decided for one step; what is missing follows the rules.
    "plan_step" => PlanStep {
        /// Key of the step.
        step: String,
        /// First day.
        starts_on: Option<Date>,
        /// Last day.
        ends_on: Option<Date>,
        /// Who answers for it.
        owner: Option<MemberId>,
        /// A remark.
        note: Option<String>,
        /// The day it was done, of a step that no record shows.
        done_on: Option<Date>,
    }
}

/// The id of a step: the same on every laptop.
#[must_use]
pub fn plan_step_id(workspace: WorkspaceId, step: &str) -> RecordId {
    natural_id(workspace, "plan_step", step)
}
