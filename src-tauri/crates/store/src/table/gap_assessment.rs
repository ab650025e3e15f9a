//! Gap assessments.

use std::collections::BTreeMap;

use cairn_domain::id::RecordId;
use cairn_domain::state::{AssessmentKind, AssessmentState};
use cairn_domain::time::Date;

row! {
    /// One assessment of all lines of one framework under one version of its pack.
    "gap_assessment" => GapAssessment {
        /// Its name.
        name: String,
        /// Id of the framework.
        framework: String,
        /// Version of the pack.
        pack_version: String,
        /// SHA-256 of the pack's bytes in hexadecimal.
        pack_sha256: String,
        /// Open or frozen.
        state: AssessmentState,
        /// What it is for.
        kind: AssessmentKind,
        /// When it was frozen.
        frozen_on: Option<Date>,
        /// The assessment whose lines it began with.
        based_on: Option<RecordId>,
        /// What stood around it when it was frozen: decisions of the Statement of Applicability by control, and under
        /// `due/` with a line's id the earliest date of an open action.
        decisions: Option<BTreeMap<String, String>>,
    }
}
