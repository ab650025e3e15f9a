//! What a surface may ask for beside calls: jobs and native dialogs.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Starts or stops a job.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case", tag = "action")]
pub enum JobRequest {
    /// Starts the job of this name.
    Start {
        /// Name of the use case.
        name: String,
        /// Its input.
        #[ts(type = "unknown")]
        input: Value,
    },
    /// Asks a job to stop.
    Cancel {
        /// The id that starting gave.
        job: String,
    },
}

/// A kind of file a dialog offers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct FileType {
    /// Shown to the person.
    pub name: String,
    /// File name endings without the dot.
    pub endings: Vec<String>,
}

/// A native dialog.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum DialogRequest {
    /// Choose a file that exists.
    Open {
        /// Title of the dialog.
        title: String,
        /// Kinds offered.
        files: Vec<FileType>,
    },
    /// Choose a folder that exists.
    Folder {
        /// Title of the dialog.
        title: String,
    },
    /// Choose where to write.
    Save {
        /// Title of the dialog.
        title: String,
        /// Kinds offered.
        files: Vec<FileType>,
        /// Suggested name.
        suggested: String,
    },
}
