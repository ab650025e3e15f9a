//! Evidence: files kept once by their SHA-256, or references to where something can be seen.

use std::path::Path;

use cairn_domain::field::FieldError;
use cairn_domain::id::RecordId;
use cairn_domain::record::RecordKind;
use cairn_domain::role::Permission;
use cairn_domain::time::Date;
use cairn_store::Page;
use cairn_store::table::evidence::Evidence;
use cairn_store::table::evidence_use::EvidenceUse as UseRow;
use cairn_store::table::record::Record;
use serde::{Deserialize, Serialize};

use super::{EvidenceUse, EvidenceView};
use crate::error::{AppError, AppResult, Code};
use crate::host::Host;
use crate::job::JobContext;
use crate::names::{Names, record_by_id};
use crate::place::Token;
use crate::tag::Tag;
use crate::usecase::{Job, Mutation, Query, Reading, Writing};

/// Largest file, in bytes.
const LARGEST: u64 = 100 * 1024 * 1024;

fn view(cx: &Reading<'_>, row: Evidence, anchor: &Record, names: &Names) -> AppResult<EvidenceView> {
    let mut uses = Vec::new();
    for each in cx.tx.evidence_use().of_evidence(row.id)? {
        uses.push(EvidenceUse {
            id: each.id,
            record: record_by_id(cx.tx, each.record)?,
            note: each.note,
            point: each.point,
        });
    }
    let expired = row.valid_until.as_ref().is_some_and(|until| *until < cx.around.today());
    Ok(EvidenceView {
        id: anchor.id,
        code: anchor.code.clone().unwrap_or_default(),
        title: anchor.title.clone(),
        file_name: row.file_name,
        size: row.size.map(i64::unsigned_abs),
        sha256: row.sha256,
        reference: row.reference,
        effective_on: row.effective_on.map(|date| date.to_string()),
        uploaded_at: row.uploaded_at.to_string(),
        valid_until: row.valid_until.map(|date| date.to_string()),
        expired,
        note: row.note,
        owner: anchor.owner.map(|owner| names.member(owner)),
        uses,
    })
}

pub(super) fn of_record(cx: &Reading<'_>, id: RecordId, names: &Names) -> AppResult<Vec<EvidenceView>> {
    let rows = cx.tx.evidence().of(id)?;
    rows.into_iter()
        .map(|row| {
            let anchor = cx.tx.record().get(row.id)?;
            view(cx, row, &anchor, names)
        })
        .collect()
}

/// All evidence.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "EvidenceListInput")]
pub struct ListEvidence {}

impl Query for ListEvidence {
    const NAME: &'static str = "evidence.list";
    const TAGS: &'static [Tag] = &[Tag::Evidence, Tag::Members];
    type Output = Vec<EvidenceView>;

    fn run(self, cx: &Reading<'_>) -> AppResult<Self::Output> {
        let names = Names::read(cx.tx)?;
        let records = cx.tx.record().of_kind(RecordKind::Evidence, Page::ALL)?;
        records.iter().map(|record| view(cx, cx.tx.evidence().get(record.id)?, record, &names)).collect()
    }
}

fn date(field: &str, text: Option<&str>) -> Result<Option<Date>, FieldError> {
    let text = text.map(str::trim).filter(|text| !text.is_empty());
    text.map(|text| text.parse().map_err(|_| FieldError { field: field.to_owned(), code: "not-a-date" }))
        .transpose()
}

fn filled(text: Option<&str>) -> Option<String> {
    text.map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}

/// Attaches a file, or notes where something can be seen.
#[derive(Debug, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "EvidenceAttachInput")]
pub struct AttachEvidence {
    /// The record it supports; none puts it into the library only.
    pub record: Option<RecordId>,
    /// The file; none for a reference.
    pub file: Option<Token>,
    /// Where it can be seen, when it is no file.
    pub reference: Option<String>,
    /// Title; the file's name when empty.
    pub title: Option<String>,
    /// Date of what it shows.
    pub effective_on: Option<String>,
    /// Until when it counts.
    pub valid_until: Option<String>,
    /// Remark.
    pub note: Option<String>,
    /// What of the record it is about: for a classification, the question's id.
    #[serde(default)]
    #[ts(optional)]
    pub point: Option<String>,
}

/// A file to keep: its name and its bytes.
pub(crate) struct Attachment {
    name: String,
    bytes: Vec<u8>,
}

pub(crate) fn read_file(path: &Path) -> AppResult<Attachment> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let refused = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::NotFound => AppError::new(Code::Missing),
        _ => AppError::file_refused("error-evidence-unreadable")
            .with("name", name.clone())
            .detail(error.to_string()),
    };
    let meta = path.metadata().map_err(refused)?;
    if !meta.is_file() {
        return Err(AppError::file_refused("error-evidence-no-file").with("name", name));
    }
    if meta.len() > LARGEST {
        return Err(AppError::file_refused("error-evidence-too-large").with("name", name));
    }
    let bytes = std::fs::read(path).map_err(refused)?;
    Ok(Attachment { name, bytes })
}

impl Job for AttachEvidence {
    const NAME: &'static str = "evidence.attach";
    const TAGS: &'static [Tag] = &[Tag::Evidence, Tag::Soa, Tag::Gaps, Tag::Relations, Tag::Trail];
    const PERMISSION: Permission = Permission::Write;
    type Output = RecordId;

    fn run(self, host: &Host, job: &JobContext<'_>) -> AppResult<RecordId> {
        let attachment = match &self.file {
            Some(token) => {
                job.progress("read", 0, 0);
                Some(read_file(&host.places.path(token)?)?)
            }
            None => None,
        };
        job.cancel().check()?;
        let (id, _) =
            host.write(Self::NAME, Self::PERMISSION, |cx| attach(cx, &self, attachment.as_ref()))?;
        Ok(id)
    }
}

pub(crate) fn attach(
    cx: &mut Writing<'_, '_>,
    input: &AttachEvidence,
    file: Option<&Attachment>,
) -> AppResult<RecordId> {
    let reference = filled(input.reference.as_deref());
    if file.is_none() && reference.is_none() {
        return Err(FieldError { field: "reference".to_owned(), code: "required" }.into());
    }
    let title = filled(input.title.as_deref())
        .or_else(|| file.map(|file| file.name.clone()))
        .or_else(|| reference.clone())
        .unwrap_or_default();
    let effective_on = date("effectiveOn", input.effective_on.as_deref())?;
    let valid_until = date("validUntil", input.valid_until.as_deref())?;
    let sha256 = match file {
        Some(file) => Some(cx.tx.put_blob(&mut file.bytes.as_slice())?.sha256),
        None => None,
    };
    let record = cx.tx.create_record(RecordKind::Evidence, &title, Some(cx.around.me), None)?;
    let uploaded_at = cx.tx.time().clone();
    cx.tx.evidence().insert(&Evidence {
        id: record.id,
        rev: record.rev,
        sha256,
        file_name: file.map(|file| file.name.clone()),
        media_type: None,
        size: file.and_then(|file| i64::try_from(file.bytes.len()).ok()),
        reference,
        effective_on,
        uploaded_at,
        valid_until,
        note: filled(input.note.as_deref()),
    })?;
    let code = record.code.unwrap_or_default();
    match input.record {
        Some(target) => {
            let name = cx.tx.record().get(target)?.title;
            use_on(cx, record.id, target, None, filled(input.point.as_deref()))?;
            cx.tell(
                Some(target),
                "history-evidence-attach",
                &[("code", code.into()), ("title", title.into()), ("name", name.into())],
            );
        }
        None => {
            cx.tell(
                Some(record.id),
                "history-evidence-add",
                &[("code", code.into()), ("title", title.into())],
            );
        }
    }
    Ok(record.id)
}

pub(crate) fn use_on(
    cx: &mut Writing<'_, '_>,
    evidence: RecordId,
    record: RecordId,
    note: Option<String>,
    point: Option<String>,
) -> AppResult<RecordId> {
    let same = |each: &UseRow| each.evidence == evidence && each.point == point;
    if cx.tx.evidence_use().of(record)?.iter().any(same) {
        return Err(AppError::refused("error-evidence-used"));
    }
    let (id, rev) = (RecordId(cx.tx.fresh_id()), cx.tx.stamp());
    cx.tx.evidence_use().insert(&UseRow { id, rev, evidence, record, note, point })?;
    Ok(id)
}

/// Changes what is said of a piece of evidence. The bytes never change.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "EvidenceUpdateInput")]
pub struct UpdateEvidence {
    /// The record.
    pub id: RecordId,
    /// Title.
    pub title: String,
    /// Date of what it shows.
    pub effective_on: Option<String>,
    /// Until when it counts.
    pub valid_until: Option<String>,
    /// Remark.
    pub note: Option<String>,
}

impl Mutation for UpdateEvidence {
    const NAME: &'static str = "evidence.update";
    const TAGS: &'static [Tag] = &[Tag::Evidence, Tag::Trail];
    type Output = ();

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<()> {
        let title = filled(Some(&self.title))
            .ok_or_else(|| FieldError { field: "title".to_owned(), code: "required" })?;
        let row = cx.tx.evidence().get(self.id)?;
        cx.tx.evidence().update(&Evidence {
            effective_on: date("effectiveOn", self.effective_on.as_deref())?,
            valid_until: date("validUntil", self.valid_until.as_deref())?,
            note: filled(self.note.as_deref()),
            ..row
        })?;
        cx.tx.record().set_title(self.id, &title)?;
        let code = cx.tx.record().get(self.id)?.code.unwrap_or_default();
        cx.tell(Some(self.id), "history-evidence-update", &[("code", code.into()), ("title", title.into())]);
        Ok(())
    }
}

/// Uses evidence that is there already for another record.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "EvidenceUseInput")]
pub struct UseEvidence {
    /// The evidence.
    pub evidence: RecordId,
    /// The record it supports.
    pub record: RecordId,
    /// What it shows there.
    pub note: Option<String>,
    /// What of the record it is about: for a classification, the question's id.
    #[serde(default)]
    #[ts(optional)]
    pub point: Option<String>,
}

impl Mutation for UseEvidence {
    const NAME: &'static str = "evidence.use";
    const TAGS: &'static [Tag] = AttachEvidence::TAGS;
    type Output = RecordId;

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<RecordId> {
        let (evidence, record) = (cx.tx.record().get(self.evidence)?, cx.tx.record().get(self.record)?);
        let id = use_on(
            cx,
            self.evidence,
            self.record,
            filled(self.note.as_deref()),
            filled(self.point.as_deref()),
        )?;
        let code = evidence.code.unwrap_or_default();
        cx.tell(
            Some(self.record),
            "history-evidence-attach",
            &[("code", code.into()), ("title", evidence.title.into()), ("name", record.title.into())],
        );
        Ok(id)
    }
}

/// Takes a use away; the evidence stays.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "EvidenceReleaseInput")]
pub struct ReleaseEvidence {
    /// The use.
    pub id: RecordId,
}

impl Mutation for ReleaseEvidence {
    const NAME: &'static str = "evidence.release";
    const TAGS: &'static [Tag] = AttachEvidence::TAGS;
    type Output = ();

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<()> {
        let row = cx.tx.evidence_use().get(self.id)?;
        let (evidence, record) = (cx.tx.record().get(row.evidence)?, cx.tx.record().get(row.record)?);
        cx.tx.evidence_use().delete(self.id)?;
        let code = evidence.code.unwrap_or_default();
        cx.tell(
            Some(row.record),
            "history-evidence-release",
            &[("code", code.into()), ("title", evidence.title.into()), ("name", record.title.into())],
        );
        Ok(())
    }
}
