//! Evidence: files kept once by their SHA-256, or references to where something can be seen.

use std::collections::HashMap;

use cairn_domain::field::FieldError;
use cairn_domain::id::RecordId;
use cairn_domain::record::RecordKind;
use cairn_domain::role::Permission;
use cairn_domain::time::Date;
use cairn_store::Page;
use cairn_store::table::blob::StoredBlob;
use cairn_store::table::evidence::Evidence;
use cairn_store::table::evidence_use::EvidenceUse as UseRow;
use cairn_store::table::record::Record;
use serde::{Deserialize, Serialize};

use super::evidence_file::{Attachment, read_file};
use super::{EvidenceUse, EvidenceView, RecordRef};
use crate::error::{AppError, AppResult};
use crate::host::Host;
use crate::job::JobContext;
use crate::names::{Names, record_by_id};
use crate::place::Token;
use crate::tag::Tag;
use crate::usecase::{Job, Mutation, Query, Reading, Writing};

fn view(
    cx: &Reading<'_>,
    row: Evidence,
    anchor: &Record,
    names: &Names,
    uses: Vec<EvidenceUse>,
) -> EvidenceView {
    let expired = row.valid_until.as_ref().is_some_and(|until| *until < cx.around.today());
    EvidenceView {
        id: anchor.id,
        code: anchor.code.clone().unwrap_or_default(),
        title: anchor.title.clone(),
        openable: row.file_name.as_deref().is_some_and(cairn_domain::evidence::may_open),
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
    }
}

fn shown_use(row: UseRow, record: RecordRef) -> EvidenceUse {
    EvidenceUse { id: row.id, record, note: row.note, point: row.point, state: row.state }
}

pub(super) fn of_record(cx: &Reading<'_>, id: RecordId, names: &Names) -> AppResult<Vec<EvidenceView>> {
    let rows = cx.tx.evidence().of(id)?;
    rows.into_iter()
        .map(|row| {
            let anchor = cx.tx.record().get(row.id)?;
            let uses = cx.tx.evidence_use().of_evidence(row.id)?.into_iter();
            let uses = uses.map(|each| Ok(shown_use(each.clone(), record_by_id(cx.tx, each.record)?)));
            let uses = uses.collect::<AppResult<Vec<_>>>()?;
            Ok(view(cx, row, &anchor, names, uses))
        })
        .collect()
}

/// All evidence and how much room it takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct EvidenceLibrary {
    /// The evidence, in the order of codes.
    pub items: Vec<EvidenceView>,
    /// Bytes of all files kept, the same bytes counted once.
    pub bytes: u64,
    /// Whether that is so much that the file becomes slow to copy and to back up.
    pub large: bool,
}

/// All evidence.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "EvidenceListInput")]
pub struct ListEvidence {}

impl Query for ListEvidence {
    const NAME: &'static str = "evidence.list";
    const TAGS: &'static [Tag] = &[Tag::Evidence, Tag::Members];
    type Output = EvidenceLibrary;

    fn run(self, cx: &Reading<'_>) -> AppResult<Self::Output> {
        let names = Names::read(cx.tx)?;
        // Whole tables at once: thousands of pieces would be thousands of questions.
        let mut rows: HashMap<RecordId, Evidence> =
            cx.tx.evidence().all()?.into_iter().map(|row| (row.id, row)).collect();
        let mut uses: HashMap<RecordId, Vec<EvidenceUse>> = HashMap::new();
        let mut records: HashMap<RecordId, RecordRef> = HashMap::new();
        for each in cx.tx.evidence_use().all()? {
            let record = match records.get(&each.record) {
                Some(record) => record.clone(),
                None => {
                    let record = record_by_id(cx.tx, each.record)?;
                    records.insert(each.record, record.clone());
                    record
                }
            };
            uses.entry(each.evidence).or_default().push(shown_use(each, record));
        }
        let anchors = cx.tx.record().of_kind(RecordKind::Evidence, Page::ALL)?;
        let items = anchors.iter().filter_map(|anchor| {
            let row = rows.remove(&anchor.id)?;
            Some(view(cx, row, anchor, &names, uses.remove(&anchor.id).unwrap_or_default()))
        });
        let items = items.collect();
        let bytes = cx.tx.evidence().total_size()?;
        Ok(EvidenceLibrary { items, bytes, large: bytes >= cairn_domain::evidence::LARGE })
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

/// Attaches a file, or notes where something can be seen. Bytes that are here already do not become a second piece:
/// the evidence that holds them is used, and what is said of it stays.
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

/// What a file or reference became.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct EvidenceAttached {
    /// The evidence.
    pub id: RecordId,
    /// Its human code.
    pub code: String,
    /// Whether the same bytes were here before, so that the evidence there is used.
    pub known: bool,
}

impl Job for AttachEvidence {
    const NAME: &'static str = "evidence.attach";
    const TAGS: &'static [Tag] =
        &[Tag::Evidence, Tag::Requests, Tag::Soa, Tag::Gaps, Tag::Relations, Tag::Trail];
    const PERMISSION: Permission = Permission::Write;
    type Output = EvidenceAttached;

    fn run(self, host: &Host, job: &JobContext<'_>) -> AppResult<Self::Output> {
        let attachment = match &self.file {
            Some(token) => {
                job.progress("read", 0, 0);
                Some(read_file(&host.places.path(token)?)?)
            }
            None => None,
        };
        job.cancel().check()?;
        let (attached, _) =
            host.write(Self::NAME, Self::PERMISSION, |cx| attach(cx, &self, attachment.as_ref()))?;
        Ok(attached)
    }
}

pub(crate) fn attach(
    cx: &mut Writing<'_, '_>,
    input: &AttachEvidence,
    file: Option<&Attachment>,
) -> AppResult<EvidenceAttached> {
    let reference = filled(input.reference.as_deref());
    if file.is_none() && reference.is_none() {
        return Err(FieldError { field: "reference".to_owned(), code: "required" }.into());
    }
    if let Some(known) = file.map(|file| same_bytes(cx, file)).transpose()?.flatten() {
        return use_known(cx, input, &known);
    }
    let title = filled(input.title.as_deref())
        .or_else(|| file.map(|file| file.name.clone()))
        .or_else(|| reference.clone())
        .unwrap_or_default();
    let effective_on = date("effectiveOn", input.effective_on.as_deref())?;
    let valid_until = date("validUntil", input.valid_until.as_deref())?;
    let stored = file.map(|file| store(cx, file)).transpose()?;
    let record = cx.tx.create_record(RecordKind::Evidence, &title, Some(cx.around.me), None)?;
    let uploaded_at = cx.tx.time().clone();
    cx.tx.evidence().insert(&Evidence {
        id: record.id,
        rev: record.rev,
        file_name: file.map(|file| file.name.clone()),
        media_type: None,
        size: stored.as_ref().and_then(|blob| i64::try_from(blob.size).ok()),
        sha256: stored.map(|blob| blob.sha256),
        reference,
        effective_on,
        uploaded_at,
        valid_until,
        note: filled(input.note.as_deref()),
    })?;
    match input.record {
        Some(target) => {
            use_on(cx, record.id, target, None, filled(input.point.as_deref()))?;
            tell_attached(cx, &record, target)?;
        }
        None => {
            let code = record.code.clone().unwrap_or_default();
            let words = [("code", code.into()), ("title", title.into())];
            cx.tell(Some(record.id), "history-evidence-add", &words);
        }
    }
    Ok(EvidenceAttached { id: record.id, code: record.code.unwrap_or_default(), known: false })
}

/// Stores the bytes of a file that was looked through; refused when it was changed meanwhile.
fn store(cx: &mut Writing<'_, '_>, file: &Attachment) -> AppResult<StoredBlob> {
    let changed = || AppError::file_refused("error-evidence-changed").with("name", file.name.as_str());
    cx.tx.put_measured(&mut file.open()?, &file.sha256)?.ok_or_else(changed)
}

/// The evidence that holds the bytes of a file already, if any does.
fn same_bytes(cx: &Writing<'_, '_>, file: &Attachment) -> AppResult<Option<Record>> {
    for row in cx.read().evidence().by_sha256(&file.sha256)? {
        let anchor = cx.read().record().get(row.id)?;
        if anchor.deleted_at.is_none() {
            return Ok(Some(anchor));
        }
    }
    Ok(None)
}

/// Uses evidence whose bytes came again. Where it is used in that place already, nothing is left to do.
fn use_known(
    cx: &mut Writing<'_, '_>,
    input: &AttachEvidence,
    known: &Record,
) -> AppResult<EvidenceAttached> {
    if let Some(target) = input.record {
        let point = filled(input.point.as_deref());
        if !is_used(cx, known.id, target, point.as_ref())? {
            use_on(cx, known.id, target, None, point)?;
            tell_attached(cx, known, target)?;
        }
    }
    Ok(EvidenceAttached { id: known.id, code: known.code.clone().unwrap_or_default(), known: true })
}

fn tell_attached(cx: &mut Writing<'_, '_>, evidence: &Record, target: RecordId) -> AppResult<()> {
    let name = cx.read().record().get(target)?.title;
    let (code, title) = (evidence.code.clone().unwrap_or_default(), evidence.title.clone());
    let words = [("code", code.into()), ("title", title.into()), ("name", name.into())];
    cx.tell(Some(target), "history-evidence-attach", &words);
    Ok(())
}

fn is_used(
    cx: &Writing<'_, '_>,
    evidence: RecordId,
    record: RecordId,
    point: Option<&String>,
) -> AppResult<bool> {
    let same = |each: &UseRow| each.evidence == evidence && each.point.as_ref() == point;
    Ok(cx.read().evidence_use().of(record)?.iter().any(same))
}

pub(crate) fn use_on(
    cx: &mut Writing<'_, '_>,
    evidence: RecordId,
    record: RecordId,
    note: Option<String>,
    point: Option<String>,
) -> AppResult<RecordId> {
    if is_used(cx, evidence, record, point.as_ref())? {
        return Err(AppError::refused("error-evidence-used"));
    }
    let state = crate::request::comes_in(cx, record)?;
    let state_on = state.map(|_| cx.around.today());
    let (id, rev) = (RecordId(cx.tx.fresh_id()), cx.tx.stamp());
    let row = UseRow { id, rev, evidence, record, note, point, state, state_on, reason: None };
    cx.tx.evidence_use().insert(&row)?;
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
        let evidence = cx.tx.record().get(self.evidence)?;
        let id = use_on(
            cx,
            self.evidence,
            self.record,
            filled(self.note.as_deref()),
            filled(self.point.as_deref()),
        )?;
        tell_attached(cx, &evidence, self.record)?;
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
