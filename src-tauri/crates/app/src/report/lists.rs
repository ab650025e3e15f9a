//! Lists that hang on many records, as Excel: the evidence and the actions.

use cairn_domain::role::Permission;
use cairn_domain::state::ActionStatus;
use cairn_exchange::workbook::{OutColumn, OutKind, OutSheet, Value, Workbook};
use cairn_words::Words;
use serde::{Deserialize, Serialize};

use super::{Laid, WrittenFile, choice_column, heading, long_column, text, text_column, workbook};
use crate::error::AppResult;
use crate::host::Host;
use crate::job::JobContext;
use crate::place::Token;
use crate::relation::{ActionView, EvidenceView, ListActions, ListEvidence, RecordRef};
use crate::reports::Origin;
use crate::usecase::{Job, Query as _, Reading};

/// Writes the list of all evidence as Excel.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "EvidenceExportInput")]
pub struct ExportEvidence {
    /// Where to write, from a save dialog.
    pub file: Token,
}

impl Job for ExportEvidence {
    const NAME: &'static str = "evidence.export";
    const TAGS: &'static [crate::tag::Tag] = &[];
    const PERMISSION: Permission = Permission::Read;
    type Output = WrittenFile;

    fn run(self, host: &Host, job: &JobContext<'_>) -> AppResult<Self::Output> {
        write_list(host, job, &self.file, |cx, origin| {
            let items = ListEvidence {}.run(cx)?.items;
            Ok(evidence(&items, origin, cx.around.words))
        })
    }
}

/// Writes the list of all actions as Excel.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "ActionExportInput")]
pub struct ExportActions {
    /// Where to write, from a save dialog.
    pub file: Token,
}

impl Job for ExportActions {
    const NAME: &'static str = "action.export";
    const TAGS: &'static [crate::tag::Tag] = &[];
    const PERMISSION: Permission = Permission::Read;
    type Output = WrittenFile;

    fn run(self, host: &Host, job: &JobContext<'_>) -> AppResult<Self::Output> {
        write_list(host, job, &self.file, |cx, origin| {
            Ok(actions(&ListActions {}.run(cx)?, origin, cx.around.words))
        })
    }
}

fn write_list(
    host: &Host,
    job: &JobContext<'_>,
    file: &Token,
    collect: impl FnOnce(&Reading<'_>, &Origin) -> AppResult<Workbook>,
) -> AppResult<WrittenFile> {
    let path = host.places.path(file)?;
    job.progress("collect", 0, 0);
    let workbook = host.with_head(collect)?;
    job.cancel().check()?;
    job.progress("lay-out", 0, 0);
    Laid::xlsx(&workbook, &host.words())?.write(host, job, &path)
}

fn maybe(value: Option<&str>) -> Value {
    text(value.unwrap_or_default())
}

fn date(value: Option<&str>) -> Value {
    value.and_then(|day| day.parse().ok()).map_or(Value::Empty, Value::Date)
}

fn date_column(header: &str) -> OutColumn {
    OutColumn::new(header, 13.0, OutKind::Date)
}

fn named(record: &RecordRef) -> String {
    record.code.as_ref().map_or_else(|| record.title.clone(), |code| format!("{code} {}", record.title))
}

fn evidence(items: &[EvidenceView], origin: &Origin, words: &Words) -> Workbook {
    let columns = vec![
        text_column(&words.say("column-code"), 11.0),
        text_column(&words.say("column-title"), 44.0),
        text_column(&words.say("column-file_name"), 34.0),
        OutColumn::new(&words.say("column-size"), 12.0, OutKind::Number(0)),
        long_column(&words.say("column-reference"), 40.0),
        date_column(&words.say("column-effective_on")),
        date_column(&words.say("column-valid_until")),
        text_column(&words.say("column-owner"), 24.0),
        long_column(&words.say("sheet-used-by"), 50.0),
        long_column(&words.say("column-note"), 40.0),
        text_column(&words.say("column-sha256"), 66.0),
    ];
    let rows = items.iter().map(|item| {
        let uses: Vec<String> = item.uses.iter().map(|each| named(&each.record)).collect();
        vec![
            text(&item.code),
            text(&item.title),
            maybe(item.file_name.as_deref()),
            #[allow(clippy::cast_precision_loss, reason = "a file has at most 100 MB")]
            item.size.map_or(Value::Empty, |size| Value::Number(size as f64)),
            maybe(item.reference.as_deref()),
            date(item.effective_on.as_deref()),
            date(item.valid_until.as_deref()),
            maybe(item.owner.as_ref().map(|owner| owner.name.as_str())),
            text(&uses.join("; ")),
            maybe(item.note.as_deref()),
            maybe(item.sha256.as_deref()),
        ]
    });
    sheet(&words.say("sheet-evidence"), columns, rows.collect(), origin, words)
}

fn actions(items: &[ActionView], origin: &Origin, words: &Words) -> Workbook {
    let all: Vec<&str> = ActionStatus::ALL.iter().map(|word| word.as_str()).collect();
    let columns = vec![
        text_column(&words.say("column-code"), 11.0),
        long_column(&words.say("column-title"), 60.0),
        choice_column(&words.say("column-status"), 14.0, "action-status", &all, words),
        text_column(&words.say("column-owner"), 24.0),
        date_column(&words.say("column-due")),
        text_column(&words.say("sheet-source"), 44.0),
        long_column(&words.say("column-drop_reason"), 40.0),
        long_column(&words.say("column-effectiveness"), 40.0),
    ];
    let rows = items.iter().map(|item| {
        vec![
            text(&item.code),
            text(&item.title),
            text(&words.say(&format!("action-status-{}", item.status))),
            maybe(item.owner.as_ref().map(|owner| owner.name.as_str())),
            date(item.due.as_deref()),
            maybe(item.source.as_ref().map(named).as_deref()),
            maybe(item.drop_reason.as_deref()),
            maybe(item.effectiveness.as_deref()),
        ]
    });
    sheet(&words.say("sheet-roadmap-actions"), columns, rows.collect(), origin, words)
}

fn sheet(
    title: &str,
    columns: Vec<OutColumn>,
    rows: Vec<Vec<Value>>,
    origin: &Origin,
    words: &Words,
) -> Workbook {
    let mut sheet = OutSheet::new(title, columns, rows);
    sheet.heading = vec![title.to_owned(), heading(origin, words)];
    sheet.frozen_columns = 1;
    workbook(title, sheet, origin)
}
