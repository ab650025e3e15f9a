//! One line of the gap analysis and the group it stands in, as they are shown.

use cairn_domain::gap::{Conformity, Grade, Maturity, StageOne};
use cairn_domain::id::RecordId;
use cairn_domain::state::Pass;
use serde::{Deserialize, Serialize};

use crate::system::MemberRef;

/// A clause or an area of controls.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct GapGroup {
    /// Its own id, for example `6` or `A.6`.
    pub id: String,
    /// Official title.
    pub title: String,
    /// Whether it holds controls.
    pub control: bool,
}

/// One line in the tree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct GapItem {
    /// The requirement's own id.
    pub requirement: String,
    /// Official title.
    pub title: String,
    /// Id of its group.
    pub group: String,
    /// Whether it is a control.
    pub control: bool,
    /// Whether the SoA excludes it; it then counts in no figure.
    pub excluded: bool,
    /// Whether the SoA includes it; of no meaning for a clause.
    pub included: bool,
    /// Conformity; none while not assessed.
    pub conformity: Option<Conformity>,
    /// Whether it was given before and the answers to the demands of today refuse it, because a newer pack asks more or
    /// an answer was undone: it needs another look. It stays as it is until a person gives another one.
    pub look_again: bool,
    /// Maturity.
    pub maturity: Option<Maturity>,
    /// Grade given, else forecast; none where nothing has to be done or it is not assessed.
    pub grade: Option<Grade>,
    /// Our forecast, where a person graded the gap milder; left out where the grade is as grave as the forecast.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub forecast: Option<Grade>,
    /// Why an auditor of stage 1 would stop here.
    pub stage_one: Vec<StageOne>,
    /// Whether stage 2 counts it as not conforming.
    pub stage_two: bool,
    /// Requirement items answered Yes.
    pub met: u32,
    /// Requirement items.
    pub items: u32,
    /// Items answered, of any basis.
    pub answered: u32,
    /// Who owns it.
    pub owner: Option<MemberRef>,
    /// Role that usually owns it, in words.
    pub usual_owner: Option<String>,
    /// On which way through the lines it was assessed.
    pub pass: Option<Pass>,
    /// Human code of the gap, once somebody looked at the line.
    pub code: Option<String>,
    /// Earliest date of an open action on it.
    pub next_due: Option<String>,
    /// The record, once somebody looked at the line.
    pub record: Option<RecordId>,
}

impl GapItem {
    /// Whether the gap is forecast, or graded, to block certification. One that a person graded milder still counts: the
    /// certification body may see it as we forecast it.
    #[must_use]
    pub(crate) fn blocks(&self) -> bool {
        self.grade == Some(Grade::Blocks) || self.forecast == Some(Grade::Blocks)
    }
}
