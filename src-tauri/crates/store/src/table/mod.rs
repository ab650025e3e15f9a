//! One module per table: the row, its read handle and its write handle. SQL of the tables is written here only.

use cairn_domain::id::RecordId;
use rusqlite::Connection;

use crate::error::{Result, StoreError};

pub mod action;
pub mod ai_system;
pub mod approval;
pub mod blob;
pub mod candidate;
pub(crate) mod checkpoint;
pub mod classification;
pub(crate) mod code_seen;
pub mod comment;
pub mod control_status;
pub mod data_set;
pub mod device;
pub(crate) mod device_key;
pub mod document;
pub mod document_version;
pub(crate) mod entry;
pub mod evidence;
pub mod evidence_request;
pub mod evidence_use;
pub mod gap_answer;
pub mod gap_assessment;
pub mod gap_line;
pub mod import_mapping;
pub mod link;
pub mod member;
pub mod obligation;
pub mod organisation;
pub mod pack;
pub mod plan_step;
pub mod record;
pub mod reuse;
pub mod saved_view;
pub mod screening;
pub mod search;
pub mod setting;
pub mod soa_row;
pub mod sweep;
pub mod sweep_item;
pub mod system_transition;
pub mod system_version;
pub(crate) mod touched;

macro_rules! handles {
    ($($(#[$meta:meta])* $name:ident: $module:ident :: $row:ident),+ $(,)?) => {
        impl<'a> crate::read::ReadTx<'a> {
            $($(#[$meta])* #[must_use] pub fn $name(&self) -> crate::row::Rows<'a, $module::$row> {
                crate::row::Rows::new(self.connection())
            })+
        }
        impl crate::write::WriteTx<'_> {
            $($(#[$meta])* pub fn $name(&mut self) -> crate::row::RowsMut<'_, $module::$row> {
                crate::row::RowsMut::new(self.connection(), self.stamp())
            })+
        }
    };
}

handles! {
    /// The organisation.
    organisation: organisation::Organisation,
    /// Records.
    record: record::Record,
    /// Members.
    member: member::Member,
    /// Devices.
    device: device::Device,
    /// AI systems.
    ai_system: ai_system::AiSystem,
    /// Links.
    link: link::Link,
    /// Comments.
    comment: comment::Comment,
    /// Actions.
    action: action::Action,
    /// Evidence.
    evidence: evidence::Evidence,
    /// Uses of evidence.
    evidence_use: evidence_use::EvidenceUse,
    /// Approvals.
    approval: approval::Approval,
    /// Documents.
    document: document::Document,
    /// Classifications.
    classification: classification::Classification,
    /// Gap assessments.
    gap_assessment: gap_assessment::GapAssessment,
    /// Gap lines.
    gap_line: gap_line::GapLine,
    /// Answers to must-items.
    gap_answer: gap_answer::GapAnswer,
    /// Rows of the Statement of Applicability.
    soa_row: soa_row::SoaRow,
    /// Status of controls.
    control_status: control_status::ControlStatus,
    /// Adopted packs.
    pack: pack::Pack,
    /// Import mappings.
    import_mapping: import_mapping::ImportMapping,
    /// Settings.
    setting: setting::Setting,
    /// Earlier versions of documents.
    document_version: document_version::DocumentVersion,
    /// Discovery sweeps.
    sweep: sweep::Sweep,
    /// Answers in sweeps.
    sweep_item: sweep_item::SweepItem,
    /// Candidates for the register.
    candidate: candidate::Candidate,
    /// Life cycle steps of systems.
    system_transition: system_transition::SystemTransition,
    /// Versions of systems.
    system_version: system_version::SystemVersion,
    /// Sets of training data of systems.
    data_set: data_set::DataSet,
    /// Saved views of lists.
    saved_view: saved_view::SavedView,
    /// Obligations of systems.
    obligation: obligation::Obligation,
    /// Screening levels.
    screening: screening::Screening,
    /// Requests for evidence.
    evidence_request: evidence_request::EvidenceRequest,
    /// Decisions on reuse.
    reuse: reuse::Reuse,
    /// Moved steps of the plan.
    plan_step: plan_step::PlanStep,
}

/// Reads pairs of a record id and a count.
pub(crate) fn id_counts(conn: &Connection, sql: &str) -> Result<Vec<(RecordId, u32)>> {
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, u32>(1)?)))?;
    rows.map(|row| {
        let (id, count) = row?;
        let id = id.parse().map_err(|_| StoreError::Damaged(format!("{id} is no record id")))?;
        Ok((id, count))
    })
    .collect()
}
