//! The organisation: one row, with the workspace's id.

use cairn_domain::time::Date;

use crate::error::{Result, StoreError};
use crate::row::Rows;

row! {
    /// The organisation whose management system this is.
    "organisation" => Organisation {
        /// Its name.
        name: String,
        /// Language of the workspace, for example `en`.
        language: String,
        /// Language of reports.
        report_language: String,
        /// Sector.
        sector: Option<String>,
        /// What it does.
        description: Option<String>,
        /// Day of the stage 1 audit.
        stage1_on: Option<Date>,
        /// Day of the stage 2 audit.
        stage2_on: Option<Date>,
        /// Scope of the management system, 4.3.
        scope_statement: Option<String>,
        /// Mark printed on reports, for example `Confidential`.
        classification_mark: Option<String>,
    }
}

impl Rows<'_, Organisation> {
    /// The one row.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when it is missing.
    pub fn the(&self) -> Result<Organisation> {
        let mut all = self.all()?;
        all.pop().ok_or_else(|| StoreError::Damaged("the organisation is missing".to_owned()))
    }
}
