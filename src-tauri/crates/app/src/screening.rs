//! Screening of AI systems: how deep and how soon each is looked at before its risks are assessed.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use cairn_domain::field::FieldError;
use cairn_domain::id::RecordId;
use cairn_domain::screening::{Criteria, Source, Thresholds};
use cairn_domain::state::ScreeningLevel;
use cairn_store::ReadTx;
use cairn_store::table::screening::{Screening, screening_id};
use serde::{Deserialize, Serialize};

use crate::error::{AppError, AppResult, Code};
use crate::names::Names;
use crate::system::MemberRef;
use crate::tag::Tag;
use crate::usecase::{Mutation, Query, Reading, Writing};

/// Setting that holds the organisation's thresholds.
const THRESHOLDS: &str = "screening-thresholds";
/// Longest remark, in characters.
const LONGEST: usize = 10_000;

/// The shipped sources, read on first use.
fn criteria() -> AppResult<&'static Criteria> {
    static CRITERIA: OnceLock<Result<Criteria, String>> = OnceLock::new();
    let read = || {
        let structure = include_str!("../../../../assets/screening/criteria.json");
        let words = include_str!("../../../../assets/screening/criteria.en.json");
        Criteria::parse(structure, words).map_err(|error| error.to_string())
    };
    CRITERIA.get_or_init(read).as_ref().map_err(|reason| AppError::internal(reason.clone()))
}

/// Title of a source, if there is one with this key.
pub(crate) fn source_title(key: &str) -> Option<String> {
    let sources = &criteria().ok()?.sources;
    sources.iter().find(|source| source.id == key).map(|source| source.title.clone())
}

/// The thresholds the organisation set, else the usual ones.
fn thresholds(tx: &ReadTx<'_>) -> AppResult<Thresholds> {
    match tx.setting().value(THRESHOLDS)? {
        Some(text) => serde_json::from_str(&text)
            .map_err(|error| AppError::new(Code::Damaged).detail(format!("setting {THRESHOLDS}: {error}"))),
        None => Ok(Thresholds::default()),
    }
}

/// What a screening rests on: version of the sources and the thresholds, for example `1.0.0, 2, 2`.
fn stamp(criteria: &Criteria, thresholds: Thresholds) -> String {
    format!("{}, {}, {}", criteria.version, thresholds.high, thresholds.medium)
}

/// A system's screening with all a person needs to judge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct ScreeningView {
    /// The sources in order.
    pub sources: Vec<Source>,
    /// From how many sources on a level holds.
    pub thresholds: Thresholds,
    /// The level; none while nobody screened the system.
    pub level: Option<ScreeningLevel>,
    /// Judgement by source.
    pub answers: BTreeMap<String, ScreeningLevel>,
    /// A remark.
    pub note: String,
    /// Who screened.
    pub by: Option<MemberRef>,
    /// When.
    pub at: Option<String>,
    /// The sources or thresholds have changed since: the level is to be confirmed again.
    pub outdated: bool,
    /// The level the same judgements give by the thresholds of today, where that is another one.
    pub by_now: Option<ScreeningLevel>,
}

fn find(tx: &ReadTx<'_>, system: RecordId) -> AppResult<Option<Screening>> {
    Ok(tx.screening().of(system)?)
}

fn view(cx: &Reading<'_>, system: RecordId) -> AppResult<ScreeningView> {
    cx.tx.ai_system().get(system)?;
    let (criteria, thresholds) = (criteria()?, thresholds(cx.tx)?);
    let row = find(cx.tx, system)?;
    let names = Names::read(cx.tx)?;
    let outdated = row.as_ref().is_some_and(|row| row.criteria != stamp(criteria, thresholds));
    let mut answers = BTreeMap::new();
    for (source, word) in row.iter().flat_map(|row| &row.answers) {
        if let Ok(level) = word.parse() {
            answers.insert(source.clone(), level);
        }
    }
    let level = row.as_ref().map(|row| row.level);
    let fits = row.is_some() && criteria.problems(&answers).is_empty();
    let by_now = fits.then(|| thresholds.level(&answers)).filter(|now| Some(*now) != level);
    Ok(ScreeningView {
        by_now,
        sources: criteria.sources.clone(),
        thresholds,
        level,
        answers,
        note: row.as_ref().and_then(|row| row.note.clone()).unwrap_or_default(),
        by: row.as_ref().and_then(|row| row.decided_by).map(|id| names.member(id)),
        at: row.and_then(|row| row.decided_at).map(|at| at.to_string()),
        outdated,
    })
}

/// The screening of a system.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "ScreeningGetInput")]
pub struct Get {
    /// The system.
    pub system: RecordId,
}

impl Query for Get {
    const NAME: &'static str = "screening.get";
    const TAGS: &'static [Tag] = &[Tag::Systems, Tag::Members];
    type Output = ScreeningView;

    fn run(self, cx: &Reading<'_>) -> AppResult<Self::Output> {
        view(cx, self.system)
    }
}

/// Judges a system by all sources.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "ScreeningSetInput")]
pub struct Set {
    /// The system.
    pub system: RecordId,
    /// Judgement by source; every source has one.
    pub answers: BTreeMap<String, ScreeningLevel>,
    /// A remark.
    pub note: String,
}

impl Mutation for Set {
    const NAME: &'static str = "screening.set";
    const TAGS: &'static [Tag] = &[Tag::Systems, Tag::Trail];
    type Output = ScreeningView;

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<Self::Output> {
        let record = cx.tx.record().get(self.system)?;
        cx.tx.ai_system().get(self.system)?;
        if record.deleted_at.is_some() {
            return Err(AppError::new(Code::NotFound));
        }
        let criteria = criteria()?;
        if let Some(source) = criteria.problems(&self.answers).into_iter().next() {
            return Err(FieldError { field: source, code: "required" }.into());
        }
        let note = self.note.trim();
        if note.chars().count() > LONGEST {
            return Err(FieldError { field: "note".to_owned(), code: "too-long" }.into());
        }
        let thresholds = thresholds(cx.read())?;
        let level = thresholds.level(&self.answers);
        let id = screening_id(cx.around.workspace, self.system);
        let known = cx.tx.screening().find(id)?;
        let row = Screening {
            id,
            rev: known.as_ref().map_or_else(|| cx.tx.stamp(), |row| row.rev),
            system: self.system,
            criteria: stamp(criteria, thresholds),
            answers: self.answers.into_iter().map(|(key, level)| (key, level.to_string())).collect(),
            level,
            note: (!note.is_empty()).then(|| note.to_owned()),
            decided_by: Some(cx.around.me),
            decided_at: Some(cx.around.now.clone()),
        };
        if known.is_some() {
            cx.tx.screening().update(&row)?;
        } else {
            cx.tx.screening().insert(&row)?;
        }
        let said = cx.around.words.say(&format!("screening-level-{level}"));
        cx.tell(
            Some(self.system),
            "history-screening-set",
            &[("name", record.title.into()), ("level", said.into())],
        );
        view(&cx.as_reading(), self.system)
    }
}

/// Sets from how many sources on a level holds. A level that somebody screened stays as they left it, marked to be
/// confirmed again: nobody's judgement is rewritten under their name.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "ScreeningThresholdsInput")]
pub struct SetThresholds {
    /// The new thresholds.
    pub thresholds: Thresholds,
}

impl Mutation for SetThresholds {
    const NAME: &'static str = "screening.set_thresholds";
    const TAGS: &'static [Tag] = &[Tag::Systems, Tag::Trail];
    type Output = usize;

    /// Gives how many levels would be others.
    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<Self::Output> {
        if !self.thresholds.valid() {
            return Err(FieldError { field: "thresholds".to_owned(), code: "not-a-number" }.into());
        }
        let criteria = criteria()?;
        let text =
            serde_json::to_string(&self.thresholds).map_err(|error| AppError::internal(error.to_string()))?;
        cx.tx.put_setting(THRESHOLDS, &text)?;
        let mut changed = 0;
        for row in cx.tx.screening().all()? {
            let mut answers = BTreeMap::new();
            for (source, word) in &row.answers {
                if let Ok(level) = word.parse() {
                    answers.insert(source.clone(), level);
                }
            }
            let fits = criteria.problems(&answers).is_empty();
            changed += usize::from(fits && self.thresholds.level(&answers) != row.level);
        }
        let Thresholds { high, medium } = self.thresholds;
        let count = i64::try_from(changed).unwrap_or(i64::MAX);
        cx.tell(
            None,
            "history-screening-criteria",
            &[
                ("high", i64::from(high).into()),
                ("medium", i64::from(medium).into()),
                ("count", count.into()),
            ],
        );
        Ok(changed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_criteria_can_be_read() {
        assert_eq!(criteria().unwrap().sources.len(), 7);
    }
}
