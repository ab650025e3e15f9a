//! Rule packs: their questions, and what answers come to. They need no open workspace.

use cairn_domain::rules::{Answers, Decision, PackText, QuestionView, StepView};
use serde::{Deserialize, Serialize};

use crate::error::AppResult;
use crate::host::Host;
use crate::pack::library;
use crate::tag::Tag;
use crate::usecase::HostCall;

/// A rule pack with its words, ready for a wizard.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct RulePackView {
    /// Id of the rules.
    pub id: String,
    /// Version of the pack.
    pub version: String,
    /// State of the law the pack describes.
    pub date: String,
    /// SHA-256 of the pack.
    pub sha256: String,
    /// Steps in order.
    pub steps: Vec<StepView>,
    /// Questions in order.
    pub questions: Vec<QuestionView>,
    /// Words of tiers, outcomes, obligations, roles and notes.
    pub text: PackText,
}

/// A rule pack in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct RulePackItem {
    /// Id of the rules.
    pub id: String,
    /// Version of the pack.
    pub version: String,
    /// State of the law the pack describes.
    pub date: String,
    /// Title of the law.
    pub title: String,
    /// Its title in two or three words.
    pub short: String,
    /// SHA-256 of the pack.
    pub sha256: String,
    /// Ids of the tiers.
    pub tiers: Vec<String>,
    /// How many questions it has.
    pub questions: usize,
    /// It is the newest of its id.
    pub newest: bool,
}

/// Every rule pack and version that is there.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "RulepackListInput")]
pub struct List {}

impl HostCall for List {
    const NAME: &'static str = "rulepack.list";
    const TAGS: &'static [Tag] = &[Tag::Packs];
    const CHANGES: bool = false;
    type Output = Vec<RulePackItem>;

    fn run(self, _: &Host) -> AppResult<Self::Output> {
        let library = library()?;
        let item = |rules: &crate::pack::Rules| -> AppResult<RulePackItem> {
            let file = rules.pack.file();
            Ok(RulePackItem {
                id: file.id.clone(),
                version: file.version.clone(),
                date: file.date.to_string(),
                title: file.title.clone(),
                short: rules.text.short.clone(),
                sha256: rules.sha256.clone(),
                tiers: file.tiers.iter().map(|tier| tier.id.clone()).collect(),
                questions: file.questions.len(),
                newest: library.rules(&file.id)?.sha256 == rules.sha256,
            })
        };
        library.all_rules().into_iter().map(item).collect()
    }
}

/// Questions and words of a rule pack.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "RulepackGetInput")]
pub struct Get {
    /// Id of the rules, for example `eu-ai-act`.
    pub id: String,
    /// Version of the pack; none for the newest.
    #[serde(default)]
    #[ts(optional)]
    pub version: Option<String>,
}

impl HostCall for Get {
    const NAME: &'static str = "rulepack.get";
    const TAGS: &'static [Tag] = &[Tag::Packs];
    const CHANGES: bool = false;
    type Output = RulePackView;

    fn run(self, _: &Host) -> AppResult<Self::Output> {
        let rules = library()?.rules_version(&self.id, self.version.as_deref())?;
        let file = rules.pack.file();
        Ok(RulePackView {
            id: file.id.clone(),
            version: file.version.clone(),
            date: file.date.to_string(),
            sha256: rules.sha256.clone(),
            steps: rules.text.steps(&rules.pack),
            questions: rules.text.questions(&rules.pack),
            text: rules.text.clone(),
        })
    }
}

/// What answers come to, without storing anything.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "RulepackEvaluateInput")]
pub struct Evaluate {
    /// Id of the rules.
    pub id: String,
    /// Version of the pack; none for the newest.
    #[serde(default)]
    #[ts(optional)]
    pub version: Option<String>,
    /// Answers and notes.
    pub answers: Answers,
}

impl HostCall for Evaluate {
    const NAME: &'static str = "rulepack.evaluate";
    const TAGS: &'static [Tag] = &[];
    const CHANGES: bool = false;
    type Output = Decision;

    fn run(self, _: &Host) -> AppResult<Self::Output> {
        Ok(library()?.rules_version(&self.id, self.version.as_deref())?.pack.evaluate(&self.answers))
    }
}
