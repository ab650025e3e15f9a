//! The sample: a fictional organisation, made by calling the very use cases people call.
//!
//! `assets/sample/harbour.json` is a list of steps. A step may keep the id its call gives under a name; later steps refer
//! to it as `$name`. `@today+14` and `@today-3` stand for dates around the day the sample is made, so that it always has
//! something due and something late.

use std::collections::BTreeMap;
use std::path::PathBuf;

use cairn_domain::role::{Affiliation, Permission};
use cairn_domain::time::Date;
use jiff::ToSpan;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::error::{AppError, AppResult};
use crate::host::Host;
use crate::job::JobContext;
use crate::place::Token;
use crate::secret::Secret;
use crate::tag::Tag;
use crate::usecase::Job;
use crate::workspace::{self, WorkspaceSummary};

static HARBOUR: &str = include_str!("../../../../assets/sample/harbour.json");

/// The file of the sample.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sample {
    organisation: String,
    lead: String,
    steps: Vec<Step>,
}

/// One call.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Step {
    call: String,
    input: Value,
    keep: Option<String>,
    /// Where in the output the id to keep stands, as a JSON pointer; without it the output's own id.
    pointer: Option<String>,
}

/// Opens the sample; makes it when it is not there yet.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "WorkspaceSampleInput")]
pub struct MakeSample {
    /// Where to write it; none takes a place of the program's own.
    #[serde(default)]
    pub file: Option<Token>,
    /// Passphrase of a new file; none leaves it unencrypted.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub passphrase: Option<Secret>,
}

impl Job for MakeSample {
    const NAME: &'static str = "workspace.sample";
    const TAGS: &'static [Tag] = Tag::ALL;
    const PERMISSION: Permission = Permission::Read;
    type Output = WorkspaceSummary;

    fn run(self, host: &Host, job: &JobContext<'_>) -> AppResult<Self::Output> {
        let path = match &self.file {
            Some(token) => workspace::with_ending(host.places.path(token)?),
            None => {
                let own = own_place(host)?;
                if own.is_file() {
                    return workspace::open(host, &own, None);
                }
                own
            }
        };
        let sample: Sample =
            serde_json::from_str(HARBOUR).map_err(|error| AppError::internal(format!("sample: {error}")))?;
        let new = workspace::Create {
            organisation: sample.organisation,
            file: host.admit(&path).token,
            passphrase: self.passphrase,
            name: sample.lead,
            job_title: None,
            affiliation: Affiliation::Staff,
            approver: true,
        };
        workspace::create(host, &path, &new, true)?;
        if let Err(error) = play(host, &sample.steps, job) {
            // Half a sample helps nobody; it was made a moment ago and holds nothing of anyone.
            host.replace_open(None);
            let _ = std::fs::remove_file(&path);
            return Err(error);
        }
        crate::trail::check_new(host)?;
        workspace::reenter(host)
    }
}

/// Where the sample lives when nobody names a place.
fn own_place(host: &Host) -> AppResult<PathBuf> {
    let folder = host.local.folder().join("sample");
    std::fs::create_dir_all(&folder).map_err(|error| AppError::internal(error.to_string()))?;
    Ok(folder.join("harbour-analytics.cairn"))
}

fn play(host: &Host, steps: &[Step], job: &JobContext<'_>) -> AppResult<()> {
    let today = host.now().date();
    let mut kept: BTreeMap<String, Value> = BTreeMap::new();
    for (at, step) in steps.iter().enumerate() {
        job.cancel().check()?;
        job.progress("sample", at as u64, steps.len() as u64);
        let failed =
            |detail: String| AppError::internal(format!("sample step {at} ({}): {detail}", step.call));
        let input = resolve(&step.input, &kept, &today).map_err(failed)?;
        let output = host.perform(&step.call, input).map_err(|error| failed(format!("{error:?}")))?;
        if let Some(name) = &step.keep {
            // A call that makes several gives a list, and the sample asks for one at a time; a line of the gap analysis
            // is kept as the record that actions hang on.
            let made = output.get(0).unwrap_or(&output);
            let id = match &step.pointer {
                Some(pointer) => output.pointer(pointer).cloned(),
                None => made.get("id").or_else(|| made.get("record")).cloned().or_else(|| Some(made.clone())),
            };
            let id = id.ok_or_else(|| failed("nothing stands where the id should".to_owned()))?;
            kept.insert(name.clone(), id);
        }
    }
    Ok(())
}

/// Puts ids and dates in place of `$name` and `@today…`.
fn resolve(value: &Value, kept: &BTreeMap<String, Value>, today: &Date) -> Result<Value, String> {
    match value {
        Value::String(text) => {
            if let Some(name) = text.strip_prefix('$') {
                return kept.get(name).cloned().ok_or_else(|| format!("nothing is kept as {name}"));
            }
            match text.strip_prefix("@today") {
                Some(offset) => day(today, offset).map(Value::String),
                None => Ok(value.clone()),
            }
        }
        Value::Array(items) => items.iter().map(|item| resolve(item, kept, today)).collect(),
        Value::Object(fields) => {
            let resolved = fields.iter().map(|(key, item)| Ok((key.clone(), resolve(item, kept, today)?)));
            resolved.collect::<Result<serde_json::Map<_, _>, String>>().map(Value::Object)
        }
        other => Ok(other.clone()),
    }
}

fn day(today: &Date, offset: &str) -> Result<String, String> {
    let days: i64 =
        if offset.is_empty() { 0 } else { offset.parse().map_err(|_| format!("{offset} is no offset"))? };
    let moved = today.civil().checked_add(days.days()).map_err(|error| error.to_string())?;
    Ok(moved.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_dates_are_put_in_place() {
        let kept = BTreeMap::from([("ai".to_owned(), Value::from("id-1"))]);
        let today: Date = "2026-11-23".parse().unwrap();
        let step = serde_json::json!({"a": "$ai", "b": ["@today+8", "@today-23", "@today"], "c": 5});
        let done = resolve(&step, &kept, &today).unwrap();
        assert_eq!(
            done,
            serde_json::json!({"a": "id-1", "b": ["2026-12-01", "2026-10-31", "2026-11-23"], "c": 5})
        );
        assert!(resolve(&Value::from("$nobody"), &kept, &today).is_err());
    }

    #[test]
    fn every_call_of_the_sample_exists() {
        let sample: Sample = serde_json::from_str(HARBOUR).unwrap();
        for step in &sample.steps {
            assert!(crate::usecase::all().iter().any(|case| case.name == step.call), "{}", step.call);
        }
    }
}
