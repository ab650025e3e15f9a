//! The trail as a file: what is filtered, as PDF or Excel.

use cairn_domain::role::Permission;
use cairn_exchange::workbook::{OutColumn, OutKind, OutSheet, Properties, Value, Workbook};
use cairn_store::Page;
use cairn_words::Words;
use serde::{Deserialize, Serialize};

use super::filter::{TrailFilter, action_label};
use super::what;
use crate::error::AppResult;
use crate::host::Host;
use crate::job::JobContext;
use crate::names::Names;
use crate::place::Token;
use crate::report::{Laid, ReportFormat, WrittenFile};
use crate::reports::Origin;
use crate::reports::history::{History, Line, report};
use crate::usecase::{Job, Reading};

/// Writes the history as a report.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "TrailExportInput")]
pub struct Export {
    /// Which entries.
    #[serde(default)]
    pub filter: TrailFilter,
    /// As what.
    pub format: ReportFormat,
    /// Where to write, from a save dialog.
    pub file: Token,
}

impl Job for Export {
    const NAME: &'static str = "trail.export";
    const TAGS: &'static [crate::tag::Tag] = &[];
    const PERMISSION: Permission = Permission::Read;
    type Output = WrittenFile;

    fn run(self, host: &Host, job: &JobContext<'_>) -> AppResult<Self::Output> {
        let path = host.places.path(&self.file)?;
        job.progress("collect", 0, 0);
        let (history, origin) =
            host.with_head(|cx, origin| Ok((collect(cx, &self.filter)?, origin.clone())))?;
        job.cancel().check()?;
        job.progress("lay-out", 0, 0);
        let words = host.words();
        let laid = match self.format {
            ReportFormat::Pdf => Laid::pdf(&report(&history, &origin, &words), &words)?,
            ReportFormat::Xlsx => Laid::xlsx(&sheet(&history, &origin, &words), &words)?,
            ReportFormat::Ics => return Err(crate::report::no_calendar()),
        };
        laid.write(host, job, &path)
    }
}

/// All entries that fit, newest first, in words.
fn collect(cx: &Reading<'_>, filter: &TrailFilter) -> AppResult<History> {
    let words = cx.around.words;
    let names = Names::read(cx.tx)?;
    let (entries, _) = filter.page(cx, Page::ALL)?;
    let lines = entries.into_iter().map(|entry| Line {
        n: entry.n,
        who: names.member(entry.actor).name,
        what: what(&entry, words),
        id: entry.id.to_string(),
        action: action_label(&entry.action, words),
        at: entry.time,
        reason: entry.reason,
    });
    Ok(History { lines: lines.collect(), narrowed: narrowed(cx, filter, &names)? })
}

/// What the list was narrowed to, in words; empty when it is the whole trail.
fn narrowed(cx: &Reading<'_>, filter: &TrailFilter, names: &Names) -> AppResult<String> {
    let words = cx.around.words;
    let mut parts = Vec::new();
    let mut add = |key: &str, value: String| parts.push(words.say_with(key, &[("value", value.into())]));
    if let Some(text) = filter.text.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
        add("history-report-with-text", text.to_owned());
    }
    if let Some(actor) = filter.actor {
        add("history-report-with-actor", names.member(actor).name);
    }
    if let Some(subject) = filter.subject {
        let record = cx.tx.record().get(subject)?;
        let name = format!("{} {}", record.code.unwrap_or_default(), record.title);
        add("history-report-with-subject", name.trim().to_owned());
    }
    if let Some(kind) = filter.record_kind {
        add("history-report-with-kind", words.say(&format!("record-kind-{kind}")));
    }
    if let Some(action) = &filter.action {
        add("history-report-with-action", action_label(action, words));
    }
    if let Some(from) = &filter.from {
        add("history-report-with-from", words.date_short(from.as_str()));
    }
    if let Some(until) = &filter.until {
        add("history-report-with-until", words.date_short(until.as_str()));
    }
    Ok(parts.join("; "))
}

/// The same lines as a sheet, with the whole id of each entry.
fn sheet(history: &History, origin: &Origin, words: &Words) -> Workbook {
    let column = |key: &str, width: f64, kind| OutColumn::new(&words.say(key), width, kind);
    let columns = vec![
        column("history-report-entry", 9.0, OutKind::Number(0)),
        column("history-report-day", 13.0, OutKind::Date),
        column("history-report-time", 13.0, OutKind::Text),
        column("history-report-who", 26.0, OutKind::Text),
        column("history-report-what", 60.0, OutKind::LongText),
        column("history-report-reason", 44.0, OutKind::LongText),
        column("history-report-subject", 26.0, OutKind::Text),
        column("history-report-id", 68.0, OutKind::Text),
    ];
    let text = |text: &str| Value::from(text);
    let rows = history.lines.iter().map(|line| {
        vec![
            // Excel's numbers are exact up to 2^53; a ledger stays far below.
            u32::try_from(line.n)
                .map_or_else(|_| Value::from(line.n.to_string().as_str()), |n| Value::Number(n.into())),
            Value::Date(line.at.date()),
            text(line.at.as_str().get(11..19).unwrap_or_default()),
            text(&line.who),
            text(&line.what),
            text(&line.reason),
            text(&line.action),
            text(&line.id),
        ]
    });
    let title = words.say("history-report-title");
    let mut sheet = OutSheet::new(&words.say("history-report-sheet"), columns, rows.collect());
    let below = words.say_with(
        "sheet-heading",
        &[
            ("organisation", origin.organisation.clone().into()),
            ("date", words.date(origin.at.as_str()).into()),
            ("entries", origin.entries.into()),
            ("hash", origin.head.chars().take(16).collect::<String>().into()),
        ],
    );
    sheet.heading = vec![title.clone(), below];
    if !history.narrowed.is_empty() {
        sheet.heading.push(history.narrowed.clone());
    }
    sheet.frozen_columns = 1;
    let mark = crate::report::mark(crate::import::DOCUMENT, &sheet.name, origin);
    Workbook {
        sheets: vec![sheet],
        properties: Properties {
            title,
            subject: format!("{} {}", origin.entries, origin.head),
            company: origin.organisation.clone(),
            time: origin.at.clone(),
        },
        round_trip: Some(mark),
    }
}
