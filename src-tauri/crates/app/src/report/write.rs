//! The last step of every export: bytes become a file, whole or not at all, and never over a workspace.

use std::fs::File;
use std::io::Write as _;
use std::path::Path;

use cairn_exchange::workbook::Workbook;
use cairn_words::Words;
use serde::Serialize;

use crate::error::{AppError, AppResult, Code};
use crate::host::Host;
use crate::import::{ProblemView, problem_view};
use crate::job::JobContext;
use crate::place::{Place, no_folder};

/// A file that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct WrittenFile {
    /// The file.
    pub file: Place,
    /// Its size in bytes.
    pub bytes: u64,
    /// What could not be shown as written, in words.
    pub warnings: Vec<String>,
    /// Cells that do not hold all of their text, by place, and what else is wrong with the file.
    pub problems: Vec<ProblemView>,
}

/// A file before it is written.
#[derive(Default)]
pub(crate) struct Laid {
    bytes: Vec<u8>,
    warnings: Vec<String>,
    problems: Vec<ProblemView>,
}

impl Laid {
    /// A report as PDF.
    pub(crate) fn pdf(report: &cairn_reports::Report, words: &Words) -> AppResult<Self> {
        let rendered =
            cairn_reports::render(report).map_err(|error| AppError::internal(error.to_string()))?;
        let warnings = rendered.warnings.iter().map(|warning| print_warning(warning, words)).collect();
        Ok(Self { bytes: rendered.bytes, warnings, problems: Vec::new() })
    }

    /// A workbook as Excel; what did not fit into a cell is named by its place.
    pub(crate) fn xlsx(workbook: &Workbook, words: &Words) -> AppResult<Self> {
        let written = workbook.to_xlsx().map_err(|error| AppError::internal(error.to_string()))?;
        let problems: Vec<ProblemView> =
            written.problems.iter().map(|problem| problem_view(problem, words)).collect();
        let place = |problem: &ProblemView| {
            let part = |part: &Option<String>| part.clone().unwrap_or_default();
            let cell = format!(
                "{}{}",
                part(&problem.place.column),
                problem.place.row.map(|row| row.to_string()).unwrap_or_default()
            );
            let args = [
                ("sheet", part(&problem.place.sheet).into()),
                ("cell", cell.into()),
                ("message", problem.message.clone().into()),
            ];
            words.say_with("report-warning-cell", &args)
        };
        let warnings = problems.iter().map(place).collect();
        Ok(Self { bytes: written.bytes, warnings, problems })
    }

    /// Bytes in which nothing can be lost.
    pub(crate) fn plain(bytes: Vec<u8>) -> Self {
        Self { bytes, ..Self::default() }
    }

    /// The same with something to tell about the whole of it.
    pub(crate) fn telling(mut self, problem: Option<ProblemView>) -> Self {
        self.warnings.extend(problem.iter().map(|problem| problem.message.clone()));
        self.problems.extend(problem);
        self
    }

    /// Writes the file, unless somebody stopped the job meanwhile.
    ///
    /// # Errors
    /// Those of [`write_whole`].
    pub(crate) fn write(self, host: &Host, job: &JobContext<'_>, path: &Path) -> AppResult<WrittenFile> {
        job.cancel().check()?;
        job.progress("write", 0, 0);
        write_whole(host, path, &self.bytes)?;
        Ok(WrittenFile {
            file: host.admit(path),
            bytes: self.bytes.len() as u64,
            warnings: self.warnings,
            problems: self.problems,
        })
    }
}

fn print_warning(warning: &cairn_reports::Warning, words: &Words) -> String {
    match warning {
        cairn_reports::Warning::MissingCharacter { character, count } => words.say_with(
            "report-warning-missing",
            &[("character", character.to_string().into()), ("count", (*count).into())],
        ),
        cairn_reports::Warning::Unshaped { character, count } => words.say_with(
            "report-warning-unshaped",
            &[("character", character.to_string().into()), ("count", (*count).into())],
        ),
        _ => words.say("report-warning-other"),
    }
}

/// Writes beside and renames, so that a full disk or a crash never leaves half a file or destroys an older one.
///
/// # Errors
/// [`Code::Exists`] when a workspace is there, [`Code::DiskFull`], [`Code::ReadOnly`] or [`Code::Missing`].
fn write_whole(host: &Host, path: &Path, bytes: &[u8]) -> AppResult<()> {
    write_whole_with(host, path, |file| file.write_all(bytes).map_err(|error| not_written(&error, path)))
}

/// As [`write_whole`], with bytes that come one after another.
pub(crate) fn write_whole_with(
    host: &Host,
    path: &Path,
    fill: impl FnOnce(&mut File) -> AppResult<()>,
) -> AppResult<()> {
    not_over_workspace(host, path)?;
    let mut part = path.file_name().unwrap_or_default().to_owned();
    part.push(".part");
    let beside = path.with_file_name(part);
    let done = File::create(&beside)
        .map_err(|error| not_written(&error, path))
        .and_then(|mut file| fill(&mut file))
        .and_then(|()| std::fs::rename(&beside, path).map_err(|error| not_written(&error, path)));
    done.inspect_err(|_| {
        // What could not be finished is taken away; if even that fails the first error matters more.
        let _ = std::fs::remove_file(&beside);
    })
}

/// Refuses a path where something is: a workspace in its own words, any other file by its name.
///
/// # Errors
/// [`Code::Exists`].
pub(crate) fn nothing_there(host: &Host, path: &Path) -> AppResult<()> {
    not_over_workspace(host, path)?;
    if path.symlink_metadata().is_err() {
        return Ok(());
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let there = AppError { key: "error-file-there".to_owned(), ..AppError::new(Code::Exists) };
    Err(there.with("name", name))
}

fn not_over_workspace(host: &Host, path: &Path) -> AppResult<()> {
    if !is_workspace(host, path) {
        return Ok(());
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let over = AppError { key: "error-over-workspace".to_owned(), ..AppError::new(Code::Exists) };
    Err(over.with("name", name))
}

/// Why a file could not be written.
pub(crate) fn not_written(error: &std::io::Error, path: &Path) -> AppError {
    let refused = match error.kind() {
        std::io::ErrorKind::StorageFull
        | std::io::ErrorKind::QuotaExceeded
        | std::io::ErrorKind::FileTooLarge => AppError::new(Code::DiskFull),
        _ => no_folder(path).unwrap_or_else(|| AppError::new(Code::ReadOnly)),
    };
    refused.detail(error.to_string())
}

/// Whether the path is a workspace: the open one, one of those opened lately, one by its ending, or one by its
/// first bytes. An encrypted file shows nothing of itself, so its name and what is remembered have to do.
fn is_workspace(host: &Host, path: &Path) -> bool {
    let ending = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("cairn"));
    let Ok(here) = path.canonicalize() else { return false };
    let same = |other: &Path| other.canonicalize().is_ok_and(|other| other == here);
    ending
        || host.open_path().is_some_and(|open| same(&open))
        || host.local.recent().iter().any(|recent| same(&recent.path))
        || cairn_store::is_plain_workspace(path)
}
