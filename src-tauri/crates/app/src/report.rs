//! Reports as files: Statement of Applicability, gap analysis, register, crosswalk.

use cairn_domain::id::{MemberId, RecordId};
use cairn_domain::role::Permission;
use cairn_domain::state::{AssessmentState, DocumentKind};
use cairn_domain::words;
use cairn_exchange::calendar::Calendar;
use cairn_exchange::round_trip::RoundTrip;
use cairn_exchange::workbook::{OutColumn, OutKind, OutSheet, Properties, Value, Workbook};
use cairn_exchange::{Level, Place};
use cairn_words::Words;
use serde::{Deserialize, Serialize};

use crate::classification::ClassificationStanding;
use crate::document::Printed;
use crate::error::{AppError, AppResult};
use crate::host::Host;
use crate::import::ProblemView;
use crate::job::JobContext;
use crate::pack::library;
use crate::place::Token;
use crate::reports::obligations::Notice;
use crate::reports::{self, Origin};
use crate::usecase::{Job, Query as _, Reading};

mod calendar;
pub(crate) mod collect;
mod decision_sheets;
mod documents;
mod lists;
mod plan_sheets;
mod sheets;
mod write;

pub(crate) use documents::document_heading;
pub use write::WrittenFile;
pub(crate) use write::{Laid, not_written, nothing_there, write_whole_with};

pub use lists::{ExportActions, ExportEvidence};

words! {
    /// What is reported.
    ReportKind = "report-kind" {
        /// Scope of the management system.
        Scope = "scope",
        /// Statement of Applicability.
        Soa = "soa",
        /// Gap analysis.
        Gap = "gap",
        /// AI system register.
        Register = "register",
        /// Classification of one system.
        Classification = "classification",
        /// Register of obligations.
        Obligations = "obligations",
        /// Steps to certification and actions in order.
        Roadmap = "roadmap",
        /// The lines a person has to answer.
        Interview = "interview",
        /// Requests for evidence.
        Requests = "requests",
    }
}

words! {
    /// As what it is written.
    ReportFormat = "report-format" {
        /// PDF.
        Pdf = "pdf",
        /// Excel.
        Xlsx = "xlsx",
        /// A calendar, of the roadmap only.
        Ics = "ics",
    }
}

/// Writes a report.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "ReportExportInput")]
pub struct Export {
    /// What is reported.
    pub kind: ReportKind,
    /// As what.
    pub format: ReportFormat,
    /// A kept version of the document; none for its present state.
    #[serde(default)]
    #[ts(optional)]
    pub version: Option<u32>,
    /// The system, for the classification of one.
    #[serde(default)]
    #[ts(optional)]
    pub system: Option<RecordId>,
    /// Id of the rules, for the classification of one system; the EU AI Act when left out.
    #[serde(default)]
    #[ts(optional)]
    pub pack: Option<String>,
    /// A decision of that system, in force or replaced; none for its draft, else the decision in force.
    #[serde(default)]
    #[ts(optional)]
    pub decision: Option<RecordId>,
    /// Whose lines, for interview sheets and requests; none for everybody's.
    #[serde(default)]
    #[ts(optional)]
    pub owner: Option<MemberId>,
    /// Which gap assessment; the one people work on when left out.
    #[serde(default)]
    #[ts(optional)]
    pub assessment: Option<RecordId>,
    /// Which department's requests; none for everybody's.
    #[serde(default)]
    #[ts(optional)]
    pub department: Option<String>,
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
        let (content, told) =
            host.with_head(|cx, origin| Ok((content(cx, &self, origin)?, only_to_read(cx, &self)?)))?;
        job.cancel().check()?;
        job.progress("lay-out", 0, 0);
        let words = host.words();
        let laid = match content {
            Content::Report(report) => Laid::pdf(&report, &words)?,
            Content::Workbook(workbook) => Laid::xlsx(&workbook, &words)?,
            Content::Calendar(calendar) => Laid::plain(calendar.to_ics()),
        };
        laid.telling(told).write(host, job, &path)
    }
}

/// Says of the interview sheet of a frozen assessment that nothing written into it comes back. A sheet on paper is a record
/// of what was answered, as any report.
fn only_to_read(cx: &Reading<'_>, wanted: &Export) -> AppResult<Option<ProblemView>> {
    if wanted.kind != ReportKind::Interview || wanted.format != ReportFormat::Xlsx {
        return Ok(None);
    }
    let frozen = crate::gap::latest(cx.tx)?.is_some_and(|found| found.state == AssessmentState::Frozen);
    Ok(frozen.then(|| ProblemView {
        place: Place::default(),
        code: "frozen".to_owned(),
        message: cx.around.words.say("interview-frozen-warning"),
        level: Level::Warning,
    }))
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
        Laid::xlsx(&workbook, &host.words())?.write(host, job, &path)
    }
}

/// A report before it is laid out.
enum Content {
    Report(Box<cairn_reports::Report>),
    Workbook(Box<Workbook>),
    Calendar(Calendar),
}

/// The report as it stands, or as a kept version of the document was.
fn content(cx: &Reading<'_>, wanted: &Export, origin: &Origin) -> AppResult<Content> {
    let document = match wanted.kind {
        ReportKind::Scope => DocumentKind::Scope,
        ReportKind::Soa => DocumentKind::Soa,
        ReportKind::Gap => DocumentKind::Gap,
        ReportKind::Register => DocumentKind::Register,
        ReportKind::Classification => return classification(cx, wanted, origin),
        ReportKind::Obligations => return obligations(cx, wanted, origin),
        ReportKind::Roadmap => return roadmap(cx, wanted, origin),
        ReportKind::Interview => return interview(cx, wanted, origin),
        ReportKind::Requests => return requests(cx, wanted, origin),
    };
    if wanted.format == ReportFormat::Ics {
        return Err(no_calendar());
    }
    let words = cx.around.words;
    let (issue, print) = match (wanted.kind, wanted.assessment) {
        (ReportKind::Gap, Some(assessment)) => past_gap(cx, assessment, origin)?,
        _ => crate::document::to_print(cx, document, wanted.version, &origin.at.date())?,
    };
    let pdf = wanted.format == ReportFormat::Pdf;
    let workspace = cx.around.workspace.to_string();
    let frame = documents::Frame { issue: &issue, origin, workspace: &workspace, words };
    Ok(match print {
        Printed::Scope(scope) if pdf => printed(reports::scope::report(&scope, &issue, origin, words)),
        Printed::Scope(scope) => sheet(documents::scope(&scope, &frame)),
        Printed::Soa(soa) if pdf => printed(reports::soa::report(&soa, &issue, origin, words)),
        Printed::Soa(soa) => sheet(documents::soa(&soa, &frame)),
        Printed::Gap(gap) if pdf => {
            // A kept version is printed without the plan, which belongs to the present.
            let present = wanted.version.is_none() && wanted.assessment.is_none();
            let plan = present.then(|| crate::roadmap::view(cx)).transpose()?;
            printed(reports::gap::report(&gap, plan.as_ref(), &issue, origin, words))
        }
        Printed::Gap(gap) => sheet(documents::gap(&gap, &frame)),
        Printed::Register(lines, scope) if pdf => {
            printed(reports::register::report(&lines, &scope, &issue, origin, words))
        }
        Printed::Register(lines, _) => sheet(documents::register(&lines, &frame)),
    })
}

/// An assessment that is asked for by itself: no version of the document, so nobody's approval is printed with it.
fn past_gap(cx: &Reading<'_>, id: RecordId, origin: &Origin) -> AppResult<(reports::Issue, Printed)> {
    let gap = collect::assessment(cx, Some(id), &origin.at.date())?;
    let owner = cx.tx.record().get(id)?.owner;
    let owner = owner.map(|owner| Ok::<_, AppError>(crate::names::Names::read(cx.tx)?.member(owner).name));
    let issue = reports::Issue {
        past: true,
        date: gap.date.clone(),
        owner: owner.transpose()?.unwrap_or_default(),
        ..reports::Issue::default()
    };
    Ok((issue, Printed::Gap(gap)))
}

fn printed(report: cairn_reports::Report) -> Content {
    Content::Report(Box::new(report))
}

fn sheet(workbook: Workbook) -> Content {
    Content::Workbook(Box::new(workbook))
}

/// One decision of a system, or its draft, else the decision in force.
fn classification(cx: &Reading<'_>, wanted: &Export, origin: &Origin) -> AppResult<Content> {
    let system = wanted.system.ok_or_else(|| AppError::refused("error-report-system"))?;
    let view = crate::classification::Get {
        system,
        pack: wanted.pack.clone().unwrap_or_else(|| crate::pack::EU_AI_ACT.to_owned()),
        decision: wanted.decision,
        question: None,
    }
    .run(cx)?;
    // Where its duties stand is known of the decision in force only.
    let mut tracked = Vec::new();
    if view.standing == ClassificationStanding::Decided {
        tracked = crate::obligation::items(cx, wanted.system)?;
        tracked.retain(|item| item.pack == view.pack);
    }
    let words = cx.around.words;
    Ok(match wanted.format {
        ReportFormat::Pdf => printed(reports::classification::report(&view, &tracked, origin, words)),
        ReportFormat::Xlsx => sheet(decision_sheets::classification(&view, &tracked, origin, words)),
        ReportFormat::Ics => return Err(no_calendar()),
    })
}

fn obligations(cx: &Reading<'_>, wanted: &Export, origin: &Origin) -> AppResult<Content> {
    let items = crate::obligation::items(cx, wanted.system)?;
    let words = cx.around.words;
    let notice = |law: crate::obligation::ObligationLaw| -> AppResult<Notice> {
        Ok(Notice { law: law.law, text: library()?.rules(&law.pack)?.text.notice.clone() })
    };
    Ok(match wanted.format {
        ReportFormat::Pdf => {
            let notices = crate::obligation::laws(&items).into_iter().map(notice);
            let notices = notices.collect::<AppResult<Vec<_>>>()?;
            printed(reports::obligations::report(&items, &notices, origin, words))
        }
        ReportFormat::Xlsx => sheet(decision_sheets::obligations(&items, origin, words)),
        ReportFormat::Ics => return Err(no_calendar()),
    })
}

fn roadmap(cx: &Reading<'_>, wanted: &Export, origin: &Origin) -> AppResult<Content> {
    let view = crate::roadmap::view(cx)?;
    let words = cx.around.words;
    Ok(match wanted.format {
        ReportFormat::Pdf => printed(reports::roadmap::report(&view, origin, words)),
        ReportFormat::Xlsx => sheet(plan_sheets::roadmap(&view, origin, words)),
        ReportFormat::Ics => Content::Calendar(calendar::roadmap(cx, &view, origin)),
    })
}

fn interview(cx: &Reading<'_>, wanted: &Export, origin: &Origin) -> AppResult<Content> {
    let sheets = crate::gap::interview(cx, wanted.owner)?;
    Ok(match wanted.format {
        ReportFormat::Pdf => printed(reports::interview::report(&sheets, origin, cx.around.words)),
        ReportFormat::Xlsx => sheet(crate::gap::workbook(cx, &sheets, origin)?),
        ReportFormat::Ics => return Err(no_calendar()),
    })
}

fn requests(cx: &Reading<'_>, wanted: &Export, origin: &Origin) -> AppResult<Content> {
    let items = crate::request::asked(cx, wanted.owner, wanted.department.as_deref())?;
    let words = cx.around.words;
    Ok(match wanted.format {
        ReportFormat::Pdf => printed(reports::requests::report(&items, origin, words)),
        ReportFormat::Xlsx => sheet(plan_sheets::requests(&items, origin, words)),
        ReportFormat::Ics => return Err(no_calendar()),
    })
}

/// Only the roadmap is a calendar.
pub(crate) fn no_calendar() -> AppError {
    AppError::refused("error-report-calendar")
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

/// Organisation and state of the trail, below the title.
fn heading(origin: &Origin, words: &Words) -> String {
    words.say_with(
        "sheet-heading",
        &[
            ("organisation", origin.organisation.clone().into()),
            ("date", words.date(origin.at.as_str()).into()),
            ("entries", origin.entries.into()),
            ("hash", origin.head.chars().take(16).collect::<String>().into()),
        ],
    )
}

/// A workbook of one sheet with the fixed properties of its origin.
fn workbook(title: &str, sheet: OutSheet, origin: &Origin) -> Workbook {
    let name = sheet.name.clone();
    Workbook {
        sheets: vec![sheet],
        properties: Properties {
            title: title.to_owned(),
            subject: format!("{} {}", origin.entries, origin.head),
            company: origin.organisation.clone(),
            time: origin.at.clone(),
        },
        round_trip: Some(mark(crate::import::DOCUMENT, &name, origin)),
    }
}

/// What a workbook that does not come back carries along all the same: what it is, so that it is not taken for a list
/// of systems to import.
pub(crate) fn mark(kind: &str, sheet: &str, origin: &Origin) -> RoundTrip {
    RoundTrip {
        checkpoint: origin.head.clone(),
        kind: kind.to_owned(),
        sheet: sheet.to_owned(),
        ..RoundTrip::default()
    }
}

/// A column of calendar dates.
fn date_column(header: &str) -> OutColumn {
    OutColumn::new(header, 13.0, OutKind::Date)
}

fn text(value: &str) -> Value {
    Value::from(value)
}

fn number(value: u32) -> Value {
    Value::Number(f64::from(value))
}

/// The stored words of a closed list.
macro_rules! stored {
    ($list:ty) => {
        &<$list>::ALL.iter().map(|word| word.as_str()).collect::<Vec<_>>()
    };
}
use stored;
/// A stored day as a date of the sheet; text that is none stays text.
fn date(value: Option<&str>) -> Value {
    let value = value.unwrap_or_default();
    value.parse().map_or_else(|_| Value::from(value), Value::Date)
}
