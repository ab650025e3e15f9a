//! The organisation and the scope of its AI management system (4.1 to 4.4).

use cairn_domain::field::FieldError;
use cairn_domain::time::Date;
use serde::{Deserialize, Serialize};

use crate::error::AppResult;
use crate::tag::Tag;
use crate::usecase::{Mutation, Query, Reading, Writing};

/// Longest line and longest text, in characters.
const LINE: usize = 400;
const TEXT: usize = 10_000;

/// The organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct OrganisationView {
    /// Its name.
    pub name: String,
    /// Language of reports.
    pub report_language: String,
    /// Sector.
    pub sector: String,
    /// What it does.
    pub description: String,
    /// Scope of the management system (4.3).
    pub scope_statement: String,
    /// Planned day of stage 1.
    pub stage1_on: Option<String>,
    /// Planned day of stage 2.
    pub stage2_on: Option<String>,
    /// Line printed on reports: who may read them.
    pub classification_mark: String,
}

/// The organisation.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "OrganisationGetInput")]
pub struct Get {}

impl Query for Get {
    const NAME: &'static str = "organisation.get";
    const TAGS: &'static [Tag] = &[Tag::Organisation];
    type Output = OrganisationView;

    fn run(self, cx: &Reading<'_>) -> AppResult<Self::Output> {
        let row = cx.tx.organisation().the()?;
        let text = |value: Option<String>| value.unwrap_or_default();
        Ok(OrganisationView {
            name: row.name,
            report_language: row.report_language,
            sector: text(row.sector),
            description: text(row.description),
            scope_statement: text(row.scope_statement),
            stage1_on: row.stage1_on.map(|date| date.to_string()),
            stage2_on: row.stage2_on.map(|date| date.to_string()),
            classification_mark: text(row.classification_mark),
        })
    }
}

/// Changes the organisation. The whole view is sent; what is unchanged is not recorded.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "OrganisationUpdateInput")]
pub struct Update {
    /// The new values.
    pub organisation: OrganisationView,
}

impl Mutation for Update {
    const NAME: &'static str = "organisation.update";
    const TAGS: &'static [Tag] = &[Tag::Organisation, Tag::Workspace, Tag::Trail];
    type Output = ();

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<()> {
        let given = self.organisation;
        let mut row = cx.tx.organisation().the()?;
        row.name = text("name", &given.name, LINE)?
            .ok_or_else(|| FieldError { field: "name".to_owned(), code: "required" })?;
        if cairn_words::Words::languages().contains(&given.report_language.as_str()) {
            row.report_language = given.report_language;
        } else {
            return Err(FieldError { field: "reportLanguage".to_owned(), code: "not-in-list" }.into());
        }
        row.sector = text("sector", &given.sector, LINE)?;
        row.description = text("description", &given.description, TEXT)?;
        row.scope_statement = text("scopeStatement", &given.scope_statement, TEXT)?;
        row.stage1_on = date("stage1On", given.stage1_on.as_deref())?;
        row.stage2_on = date("stage2On", given.stage2_on.as_deref())?;
        if let (Some(first), Some(second)) = (&row.stage1_on, &row.stage2_on)
            && second < first
        {
            return Err(FieldError { field: "stage2On".to_owned(), code: "before-stage-1" }.into());
        }
        row.classification_mark = text("classificationMark", &given.classification_mark, LINE)?;
        cx.tx.organisation().update(&row)?;
        cx.tell(None, "history-organisation-update", &[("name", row.name.into())]);
        Ok(())
    }
}

fn text(field: &str, value: &str, longest: usize) -> Result<Option<String>, FieldError> {
    let value = value.trim();
    if value.chars().count() > longest {
        return Err(FieldError { field: field.to_owned(), code: "too-long" });
    }
    Ok(Some(value).filter(|value| !value.is_empty()).map(str::to_owned))
}

fn date(field: &str, value: Option<&str>) -> Result<Option<Date>, FieldError> {
    let value = value.map(str::trim).filter(|value| !value.is_empty());
    value
        .map(|value| value.parse().map_err(|_| FieldError { field: field.to_owned(), code: "not-a-date" }))
        .transpose()
}
