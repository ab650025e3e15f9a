//! Reports as files: Statement of Applicability, gap analysis, register, crosswalk.

use std::path::Path;

use cairn_domain::role::Permission;
use cairn_domain::soa::Counts;
use cairn_domain::words;
use cairn_exchange::workbook::{OutColumn, OutKind, OutSheet, Properties, Value, Workbook};
use cairn_words::Words;
use serde::{Deserialize, Serialize};

use crate::error::{AppError, AppResult, Code};
use crate::host::Host;
use crate::job::JobContext;
use crate::pack::{ISO_42001, library};
use crate::place::{Place, Token};
use crate::reports::{self, Origin};
use crate::usecase::{Job, Reading};

mod sheets;

words! {
    /// What is reported.
    ReportKind = "report-kind" {
        /// Statement of Applicability.
        Soa = "soa",
        /// Gap analysis.
        Gap = "gap",
        /// AI system register.
        Register = "register",
    }
}

words! {
    /// As what it is written.
    ReportFormat = "report-format" {
        /// PDF.
        Pdf = "pdf",
        /// Excel.
        Xlsx = "xlsx",
    }
}

/// A file that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct WrittenFile {
    /// The file.
    pub file: Place,
    /// Its size in bytes.
    pub bytes: u64,
    /// What could not be shown as written, in words.
    pub warnings: Vec<String>,
}

/// Writes a report.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "ReportExportInput")]
pub struct Export {
    /// What is reported.
    pub kind: ReportKind,
    /// As what.
    pub format: ReportFormat,
    /// Where to write, from a save dialog.
    pub file: Token,
}

impl Job for Export {
    const NAME: &'static str = "report.export";
    const TAGS: &'static [crate::tag::Tag] = &[];
    const PERMISSION: Permission = Permission::Read;
    type Output = WrittenFile;

    fn run(self, host: &Host, job: &JobContext<'_>) -> AppResult<Self::Output> {
        let path = host.places.path(&self.file)?;
        job.progress("collect", 0, 0);
        let content = host.with_head(|cx, origin| collect(cx, self.kind, self.format, origin))?;
        job.cancel().check()?;
        job.progress("lay-out", 0, 0);
        let words = host.words();
        let (bytes, warnings) = match content {
            Content::Report(report) => {
                let rendered =
                    cairn_reports::render(&report).map_err(|error| AppError::internal(error.to_string()))?;
                (
                    rendered.bytes,
                    rendered.warnings.iter().map(|warning| print_warning(warning, &words)).collect(),
                )
            }
            Content::Workbook(workbook) => (to_xlsx(&workbook)?, Vec::new()),
        };
        job.cancel().check()?;
        job.progress("write", 0, 0);
        write_whole(&path, &bytes)?;
        Ok(WrittenFile { file: host.admit(&path), bytes: bytes.len() as u64, warnings })
    }
}

/// Writes the crosswalk between two frameworks as Excel.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "CrosswalkExportInput")]
pub struct ExportCrosswalk {
    /// Framework to read from.
    pub from: String,
    /// Framework to read to.
    pub to: String,
    /// Where to write, from a save dialog.
    pub file: Token,
}

impl Job for ExportCrosswalk {
    const NAME: &'static str = "crosswalk.export";
    const TAGS: &'static [crate::tag::Tag] = &[];
    const PERMISSION: Permission = Permission::Read;
    type Output = WrittenFile;

    fn run(self, host: &Host, job: &JobContext<'_>) -> AppResult<Self::Output> {
        let path = host.places.path(&self.file)?;
        job.progress("collect", 0, 0);
        let view = crate::framework::crosswalk(library()?, &self.from, &self.to)?;
        let workbook = host.with_head(|cx, origin| Ok(sheets::crosswalk(&view, origin, cx.around.words)))?;
        let bytes = to_xlsx(&workbook)?;
        job.cancel().check()?;
        job.progress("write", 0, 0);
        write_whole(&path, &bytes)?;
        Ok(WrittenFile { file: host.admit(&path), bytes: bytes.len() as u64, warnings: Vec::new() })
    }
}

/// A report before it is laid out.
enum Content {
    Report(Box<cairn_reports::Report>),
    Workbook(Box<Workbook>),
}

fn collect(cx: &Reading<'_>, kind: ReportKind, format: ReportFormat, origin: &Origin) -> AppResult<Content> {
    let words = cx.around.words;
    Ok(match (kind, format) {
        (ReportKind::Soa, ReportFormat::Pdf) => {
            Content::Report(Box::new(reports::soa::report(&statement(cx, origin)?, origin, words)))
        }
        (ReportKind::Soa, ReportFormat::Xlsx) => {
            Content::Workbook(Box::new(sheets::soa(&statement(cx, origin)?, origin, words)))
        }
        (ReportKind::Gap, ReportFormat::Pdf) => {
            Content::Report(Box::new(reports::gap::report(&assessment(cx, origin)?, origin, words)))
        }
        (ReportKind::Gap, ReportFormat::Xlsx) => {
            Content::Workbook(Box::new(sheets::gap(&assessment(cx, origin)?, origin, words)))
        }
        (ReportKind::Register, ReportFormat::Pdf) => {
            let (lines, scope) = register(cx)?;
            Content::Report(Box::new(reports::register::report(&lines, &scope, origin, words)))
        }
        (ReportKind::Register, ReportFormat::Xlsx) => {
            let (lines, _) = register(cx)?;
            Content::Workbook(Box::new(sheets::register(&lines, origin, words)))
        }
    })
}

fn statement(cx: &Reading<'_>, origin: &Origin) -> AppResult<reports::soa::Statement> {
    let iso = &library()?.framework(ISO_42001)?.framework;
    let organisation = cx.tx.organisation().the()?;
    let rows = crate::soa::assemble(cx.tx, iso)?;
    let counts = Counts::of(rows.iter().map(|row| (&row.row, row.checks.as_slice())));
    let mut lines = Vec::new();
    for row in rows {
        let Some(requirement) = iso.get(&row.row.control) else { continue };
        let area = crate::soa::area_of(iso, requirement);
        let mut evidence = Vec::new();
        if let Some(record) = row.record {
            for piece in cx.tx.evidence().of(record)? {
                evidence.extend(cx.tx.record().get(piece.id)?.code);
            }
        }
        lines.push(reports::soa::Line {
            row: row.row,
            title: requirement.title.clone(),
            area: area.id,
            area_title: area.title,
            owner: row.owner.map(|owner| owner.name),
            evidence,
        });
    }
    let names = crate::names::Names::read(cx.tx)?;
    Ok(reports::soa::Statement {
        scope: organisation.scope_statement.unwrap_or_default(),
        version: 0,
        approved: false,
        date: origin.at.date().to_string(),
        owner: names.of(cx.around.me).unwrap_or_default(),
        approver: String::new(),
        treatment_approved: crate::soa::TREATMENT_APPROVED,
        standard: iso.title.clone(),
        lines,
        counts,
        sign_off: None,
    })
}

fn assessment(cx: &Reading<'_>, origin: &Origin) -> AppResult<reports::gap::Assessment> {
    let iso = &library()?.framework(ISO_42001)?.framework;
    let organisation = cx.tx.organisation().the()?;
    let latest = crate::gap::latest(cx.tx)?;
    let lines =
        crate::gap::lines(cx.tx, iso)?.into_iter().filter(|state| !state.item.excluded).map(|state| {
            reports::gap::Line {
                id: state.item.requirement,
                title: state.item.title,
                group: state.group.id,
                group_title: state.group.title,
                control: state.group.control,
                conformity: state.item.conformity,
                grade: state.item.grade,
                statement: state.line.and_then(|line| line.statement).unwrap_or_default(),
                met: state.item.met,
                items: state.item.items,
                owner: state.item.owner.map(|owner| owner.name),
            }
        });
    let frozen = |state| state == cairn_domain::state::AssessmentState::Frozen;
    Ok(reports::gap::Assessment {
        name: latest.as_ref().map_or_else(|| cx.around.words.say("gap-baseline"), |found| found.name.clone()),
        frozen: latest.is_some_and(|found| frozen(found.state)),
        date: origin.at.date().to_string(),
        scope: organisation.scope_statement.unwrap_or_default(),
        standard: iso.title.clone(),
        lines: lines.collect(),
    })
}

fn register(cx: &Reading<'_>) -> AppResult<(Vec<reports::register::Line>, String)> {
    let scope = cx.tx.organisation().the()?.scope_statement.unwrap_or_default();
    let tiers: std::collections::BTreeMap<_, _> = cx
        .tx
        .classification()
        .in_state(cairn_domain::state::ClassificationState::Decided)?
        .into_iter()
        .filter_map(|decision| Some((decision.system, decision.tier?)))
        .collect();
    let names = crate::names::Names::read(cx.tx)?;
    let words = cx.around.words;
    let lines = cx.tx.ai_system().all_with_records()?.into_iter().map(|(record, system)| {
        let text = |key: &str| system.field(key).unwrap_or_default().to_owned();
        reports::register::Line {
            code: record.code.unwrap_or_default(),
            name: record.title,
            status: system.field("status").and_then(|word| word.parse().ok()),
            scope: system.field("scope").and_then(|word| word.parse().ok()),
            tier: tiers.get(&record.id).map(|tier| words.say(&format!("tier-{tier}"))),
            owner: record.owner.and_then(|owner| names.of(owner)),
            purpose: text("purpose"),
            supplier: text("supplier"),
            review: record.due.map(|date| date.to_string()),
        }
    });
    Ok((lines.collect(), scope))
}

pub(crate) fn to_xlsx(workbook: &Workbook) -> AppResult<Vec<u8>> {
    let written = workbook.to_xlsx().map_err(|error| AppError::internal(error.to_string()))?;
    Ok(written.bytes)
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
/// [`Code::DiskFull`], [`Code::ReadOnly`] or [`Code::Missing`].
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> AppResult<()> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    let beside = path.with_file_name(name);
    let done = std::fs::write(&beside, bytes).and_then(|()| std::fs::rename(&beside, path));
    done.map_err(|error| {
        // What could not be finished is taken away; if even that fails the first error matters more.
        let _ = std::fs::remove_file(&beside);
        let code = match error.kind() {
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => Code::DiskFull,
            std::io::ErrorKind::NotFound => Code::Missing,
            _ => Code::ReadOnly,
        };
        AppError::new(code).detail(error.to_string())
    })
}

/// A column of text.
fn text_column(header: &str, width: f64) -> OutColumn {
    OutColumn::new(header, width, OutKind::Text)
}

fn long_column(header: &str, width: f64) -> OutColumn {
    OutColumn::new(header, width, OutKind::LongText)
}

/// A column that takes one of the words of a list.
fn choice_column(header: &str, width: f64, list: &str, all: &[&str], words: &Words) -> OutColumn {
    let values = all.iter().map(|word| words.say(&format!("{list}-{word}"))).collect();
    OutColumn::new(header, width, OutKind::Choice { values, refusal: Some(words.say("sheet-choose")) })
}

/// A workbook of one sheet with the fixed properties of its origin.
fn workbook(title: &str, sheet: OutSheet, origin: &Origin) -> Workbook {
    Workbook {
        sheets: vec![sheet],
        properties: Properties {
            title: title.to_owned(),
            subject: format!("{} {}", origin.entries, origin.head),
            company: origin.organisation.clone(),
            time: origin.at.clone(),
        },
        round_trip: None,
    }
}

fn text(value: &str) -> Value {
    Value::from(value)
}
