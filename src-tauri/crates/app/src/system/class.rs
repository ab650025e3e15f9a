//! What the decisions in force say of a system: read from them, never typed in.

use std::collections::BTreeSet;

use cairn_domain::id::RecordId;
use cairn_domain::rules::file::Effect;
use cairn_domain::state::{ClassificationState, ObligationStatus};
use cairn_domain::system::ActRole;
use cairn_store::ReadTx;
use cairn_store::table::classification::Classification;
use serde::{Deserialize, Serialize};

use crate::classification::{ClassificationFinding, ClassificationResult, result_of};
use crate::error::AppResult;
use crate::names::record_ref;
use crate::pack::EU_AI_ACT;
use crate::relation::RecordRef;
use crate::tag::Tag;
use crate::usecase::{Query, Reading};

/// What was found on one topic of the rules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct SystemTopic {
    /// The topic.
    pub topic: String,
    /// Questions that were answered.
    pub asked: usize,
    /// Answers that say more than that nothing applies, with their provisions.
    pub says: Vec<SystemStatement>,
}

/// An answer a decision rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct SystemStatement {
    /// The question.
    pub question: String,
    /// What was answered.
    pub answer: String,
    /// The provisions.
    pub refs: Vec<String>,
}

/// An outcome that holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct SystemOutcome {
    /// In words.
    pub label: String,
    /// The provisions.
    pub refs: Vec<String>,
}

/// What one decision in force says of a system.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct SystemClass {
    /// Id of the rules.
    pub pack: String,
    /// Their short title.
    pub rules: String,
    /// The tier, in their words.
    pub tier: String,
    /// The decision.
    pub decision: RecordRef,
    /// When it was signed.
    pub decided_at: Option<String>,
    /// When to look at it again.
    pub review_on: Option<String>,
    /// The register says something else of the system than when it was decided.
    pub changed: bool,
    /// Outcomes that hold.
    pub outcomes: Vec<SystemOutcome>,
    /// What they rest on, topic by topic.
    pub topics: Vec<SystemTopic>,
}

/// Our roles under the EU AI Act: what the register names beside what was decided.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct SystemRoles {
    /// Roles that only the register names.
    pub only_register: Vec<String>,
    /// Roles that only the decision names.
    pub only_decision: Vec<String>,
}

/// What the decisions in force say of a system.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "SystemClasses")]
pub struct Classes {
    /// By rules, those of the EU AI Act first.
    pub items: Vec<SystemClass>,
    /// Roles that do not agree; none while nothing was decided or both say the same.
    pub roles: Option<SystemRoles>,
    /// Duties that the decisions bring.
    pub duties: usize,
    /// Of those: met, or not ours.
    pub settled: usize,
}

/// What the decisions in force say of a system.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "SystemClassInput")]
pub struct GetClass {
    /// The system.
    pub id: RecordId,
}

impl Query for GetClass {
    const NAME: &'static str = "system.class";
    const TAGS: &'static [Tag] = &[
        Tag::Systems,
        Tag::Classifications,
        Tag::Packs,
        Tag::Evidence,
        Tag::Relations,
        Tag::Members,
        Tag::Soa,
    ];
    type Output = Classes;

    fn run(self, cx: &Reading<'_>) -> AppResult<Self::Output> {
        let rows = in_force(cx.tx.classification().of(self.id)?);
        let act = rows.iter().find(|row| row.pack == EU_AI_ACT);
        let roles = act.map(|row| roles(cx.tx, self.id, row)).transpose()?;
        let duties = crate::obligation::items(cx, Some(self.id))?;
        let settled = |status| matches!(status, ObligationStatus::Met | ObligationStatus::NotOurs);
        Ok(Classes {
            items: classes(cx.tx, &rows)?,
            roles: roles.filter(|roles| *roles != SystemRoles::default()),
            duties: duties.len(),
            settled: duties.iter().filter(|duty| settled(duty.status)).count(),
        })
    }
}

/// The decisions in force among the classifications of a system, those of the EU AI Act first.
fn in_force(rows: Vec<Classification>) -> Vec<Classification> {
    let mut rows: Vec<_> = rows.into_iter().filter(|row| row.state == ClassificationState::Decided).collect();
    rows.sort_by_key(|row| (row.pack != EU_AI_ACT, row.pack.clone()));
    rows
}

/// What decisions say.
pub(crate) fn classes(tx: &ReadTx<'_>, rows: &[Classification]) -> AppResult<Vec<SystemClass>> {
    rows.iter()
        .map(|row| {
            let (result, rules) = result_of(tx, row)?;
            let outcome = |outcome: &crate::classification::ClassificationOutcome| SystemOutcome {
                label: outcome.label.clone(),
                refs: outcome.refs.clone(),
            };
            Ok(SystemClass {
                pack: row.pack.clone(),
                rules,
                tier: result.tier.as_ref().map(|tier| tier.label.clone()).unwrap_or_default(),
                decision: record_ref(&tx.record().get(row.id)?),
                decided_at: row.decided_at.as_ref().map(ToString::to_string),
                review_on: row.review_on.as_ref().map(ToString::to_string),
                changed: crate::classification::facts_changed(row, &tx.ai_system().get(row.system)?),
                outcomes: result.outcomes.iter().map(outcome).collect(),
                topics: topics(&result),
            })
        })
        .collect()
}

fn topics(result: &ClassificationResult) -> Vec<SystemTopic> {
    let mut found: Vec<SystemTopic> = Vec::new();
    for finding in &result.findings {
        if found.last().is_none_or(|last| last.topic != finding.topic) {
            found.push(SystemTopic { topic: finding.topic.clone(), asked: 0, says: Vec::new() });
        }
        if let Some(topic) = found.last_mut() {
            topic.asked += 1;
            topic.says.extend(statement(finding));
        }
    }
    found
}

/// What an answer says beyond that nothing applies.
fn statement(finding: &ClassificationFinding) -> Option<SystemStatement> {
    (finding.effect != Effect::NotMet).then(|| SystemStatement {
        question: finding.text.clone(),
        answer: finding.answers.join(", "),
        refs: finding.refs.clone(),
    })
}

/// Where register and decision name different roles.
fn roles(tx: &ReadTx<'_>, system: RecordId, row: &Classification) -> AppResult<SystemRoles> {
    let (result, _) = result_of(tx, row)?;
    let stored = tx.ai_system().get(system)?;
    let register: BTreeSet<String> =
        stored.field("act_roles").and_then(|set| serde_json::from_str(set).ok()).unwrap_or_default();
    // Roles that the register has no word for cannot be missing in it.
    let known = |id: &str| id.parse::<ActRole>().is_ok();
    let decided: BTreeSet<String> =
        result.roles.iter().map(|role| role.id.clone()).filter(|id| known(id)).collect();
    Ok(SystemRoles {
        only_register: register.difference(&decided).cloned().collect(),
        only_decision: decided.difference(&register).cloned().collect(),
    })
}
