//! The register as a workbook that can be edited offline and brought back.

use std::collections::BTreeMap;

use cairn_domain::field::FieldKind;
use cairn_domain::id::RecordId;
use cairn_domain::role::Permission;
use cairn_domain::state::DocumentKind;
use cairn_domain::system;
use cairn_exchange::mapping::{PARENT, SHOWN};
use cairn_exchange::round_trip::RowRef;
use cairn_exchange::workbook::{OutColumn, OutKind, OutSheet, Properties, Value, Workbook};
use cairn_words::Words;
use serde::{Deserialize, Serialize};

use crate::error::AppResult;
use crate::host::Host;
use crate::job::JobContext;
use crate::names::Names;
use crate::place::Token;
use crate::report::{Laid, WrittenFile, document_heading};
use crate::reports::Origin;
use crate::usecase::{Job, Reading};

/// Rows below the last one that get validation lists too, for systems people add.
const SPARE_ROWS: u32 = 200;

/// The field after which a row says what the system is a part of and which class it has.
const AFTER: &str = "name";

/// Writes the whole register as Excel: every field, lists to choose from, and what it takes to come back.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "SystemExportInput")]
pub struct Export {
    /// Where to write, from a save dialog.
    pub file: Token,
}

impl Job for Export {
    const NAME: &'static str = "system.export";
    const TAGS: &'static [crate::tag::Tag] = &[];
    const PERMISSION: Permission = Permission::Read;
    type Output = WrittenFile;

    fn run(self, host: &Host, job: &JobContext<'_>) -> AppResult<Self::Output> {
        let path = host.places.path(&self.file)?;
        job.progress("collect", 0, 0);
        let workbook = host.with_head(workbook)?;
        job.cancel().check()?;
        job.progress("lay-out", 0, 0);
        Laid::xlsx(&workbook, &host.words())?.write(host, job, &path)
    }
}

fn workbook(cx: &Reading<'_>, origin: &Origin) -> AppResult<Workbook> {
    let words = cx.around.words;
    let names = Names::read(cx.tx)?;
    let people: Vec<String> =
        cx.tx.member().with_records()?.into_iter().map(|(record, _)| record.title).collect();
    let mut columns =
        vec![OutColumn { locked: true, ..OutColumn::new(&words.say("column-code"), 11.0, OutKind::Text) }];
    for field in system::FIELDS {
        columns.push(column(field, &people, words));
        if field.key == AFTER {
            columns.extend(placed(words));
        }
    }
    let systems = cx.tx.ai_system().all_with_records()?;
    let named: BTreeMap<RecordId, String> = systems
        .iter()
        .map(|(record, _)| {
            (record.id, format!("{} {}", record.code.as_deref().unwrap_or_default(), record.title))
        })
        .collect();
    let mut classes = crate::report::collect::class_lines(cx)?;
    let (mut rows, mut refs) = (Vec::new(), Vec::new());
    for (record, stored) in systems {
        let code = record.code.clone().unwrap_or_default();
        let shown = classes.remove(&record.id).unwrap_or_default();
        let mut row = vec![Value::from(code.as_str())];
        for field in system::FIELDS {
            row.push(match field.key {
                "name" => Value::from(record.title.as_str()),
                "owner" => Value::from(record.owner.and_then(|owner| names.of(owner)).as_deref()),
                "review_due" => record.due.clone().map_or(Value::Empty, Value::Date),
                key => value(field.kind, stored.field(key), words),
            });
            if field.key == AFTER {
                let parent = stored.parent.and_then(|parent| named.get(&parent));
                row.extend([Value::from(parent.map(String::as_str)), Value::from(shown.as_str())]);
            }
        }
        rows.push(row);
        let rev = crate::import::state_of(stored.rev, record.rev);
        refs.push(RowRef { code, id: record.id.to_string(), rev, shown });
    }
    let title = words.say("register-report-title");
    let mut sheet = OutSheet::new(&words.say("sheet-register"), columns, rows);
    let (issue, _) = crate::document::to_print(cx, DocumentKind::Register, None, &origin.at.date())?;
    sheet.heading = document_heading(&title, &issue, origin, words);
    sheet.frozen_columns = 2;
    sheet.spare_rows = SPARE_ROWS;
    let mut keys: Vec<&str> = vec!["code"];
    for field in system::FIELDS {
        keys.push(field.key);
        if field.key == AFTER {
            keys.push(PARENT);
            keys.extend(SHOWN);
        }
    }
    let workspace = cx.around.workspace.to_string();
    let round_trip = sheet.round_trip(&workspace, &origin.head, crate::import::KIND, &keys, refs);
    Ok(Workbook {
        sheets: vec![sheet],
        properties: Properties {
            title,
            subject: format!("{} {}", origin.entries, origin.head),
            company: origin.organisation.clone(),
            time: origin.at.clone(),
        },
        round_trip: Some(round_trip),
    })
}

/// What a system is a part of, by code, and its class, which is decided in the program only.
fn placed(words: &Words) -> [OutColumn; 2] {
    let whole = OutColumn::new(&words.say("system-field-parent"), 28.0, OutKind::Text);
    let refusal = words.say("sheet-class-help");
    let class = OutColumn::new(&words.say("column-class"), 26.0, OutKind::Shown { refusal: refusal.clone() });
    [
        OutColumn { help: Some(words.say("sheet-part-of-help")), ..whole },
        OutColumn { help: Some(refusal), ..class },
    ]
}

fn column(field: &cairn_domain::field::FieldMeta, people: &[String], words: &Words) -> OutColumn {
    let refusal = || Some(words.say("sheet-choose"));
    let (width, kind) = match field.kind {
        FieldKind::Text => (24.0, OutKind::Text),
        FieldKind::LongText => (48.0, OutKind::LongText),
        FieldKind::Date => (14.0, OutKind::Date),
        FieldKind::Member => (24.0, OutKind::Choice { values: people.to_vec(), refusal: refusal() }),
        FieldKind::Choice(choice) => {
            let values = choice.words.iter().map(|word| words.say(&format!("{}-{word}", choice.list)));
            (22.0, OutKind::Choice { values: values.collect(), refusal: refusal() })
        }
        // Several words in a cell cannot be held by a validation list.
        FieldKind::Choices(_) => (30.0, OutKind::Text),
    };
    let help = format!("system-field-{}-help", field.key);
    OutColumn {
        help: words.has(&help).then(|| words.say(&help)),
        ..OutColumn::new(&words.say(&format!("system-field-{}", field.key)), width, kind)
    }
}

fn value(kind: FieldKind, stored: Option<&str>, words: &Words) -> Value {
    let Some(text) = stored else { return Value::Empty };
    match kind {
        FieldKind::Choice(choice) => Value::Text(words.say(&format!("{}-{text}", choice.list))),
        FieldKind::Choices(choice) => {
            let set: Vec<String> = serde_json::from_str(text).unwrap_or_default();
            let labels = set.iter().map(|word| words.say(&format!("{}-{word}", choice.list)));
            Value::Text(labels.collect::<Vec<_>>().join(", "))
        }
        FieldKind::Date => text.parse().map_or_else(|_| Value::from(text), Value::Date),
        _ => Value::from(text),
    }
}
