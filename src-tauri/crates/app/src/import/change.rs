//! Opening a file, changing its mapping, running the import.

use cairn_domain::field::FieldError;
use cairn_domain::id::RecordId;
use cairn_domain::record::RecordKind;
use cairn_domain::role::Permission;
use cairn_domain::system;
use cairn_exchange::difference::ChangeState;
use cairn_exchange::import::{Counts, DryRun, Outcome, Policy, ProposedRow};
use cairn_exchange::lexicon::Lexicon;
use cairn_exchange::{Watch, header, mapping};
use cairn_store::table::ai_system::AiSystem;
use cairn_store::table::import_mapping::{ImportMapping, import_mapping_id};
use serde::{Deserialize, Serialize};

use super::view::{ImportView, TargetView, rehearse, view};
use super::{KIND, Session, propose, recall, refused};
use crate::error::{AppError, AppResult, Code};
use crate::host::Host;
use crate::job::JobContext;
use crate::place::Token;
use crate::tag::Tag;
use crate::usecase::{HostCall, Job, Writing};

/// Largest file, in bytes.
const LARGEST: u64 = 50 * 1024 * 1024;

/// Reads a file, finds its header, proposes what its columns mean, and says what an import would do.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "ImportOpenInput")]
pub struct Open {
    /// The file.
    pub file: Token,
}

impl Job for Open {
    const NAME: &'static str = "import.open";
    const TAGS: &'static [Tag] = &[];
    const PERMISSION: Permission = Permission::Write;
    type Output = ImportView;

    fn run(self, host: &Host, job: &JobContext<'_>) -> AppResult<Self::Output> {
        let path = host.places.path(&self.file)?;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let meta = path.metadata().map_err(|_| AppError::new(Code::Missing))?;
        if meta.len() > LARGEST {
            return Err(AppError::file_refused("exchange-error-file-too-large").with("file", name));
        }
        job.progress("read", 0, 0);
        let bytes = std::fs::read(&path).map_err(|error| {
            AppError::file_refused("error-evidence-unreadable")
                .with("name", name.clone())
                .detail(error.to_string())
        })?;
        let progress = |done: u64, total: u64| job.progress("read", done, total);
        let cancelled = || job.cancel().is_cancelled();
        let watch = Watch { progress: &progress, cancelled: &cancelled };
        let book = cairn_exchange::read(&bytes, &name, &watch).map_err(|error| refused(&error))?;
        let id = host.clock.fresh().simple().to_string();
        host.read(Self::PERMISSION, |cx| {
            let (proposal, saved) = propose(cx.tx, &book)?;
            let session = Session { id, book, proposal, policy: Policy::Update, saved };
            let shown = view(cx, &session, &watch)?;
            host.keep_import(session);
            Ok(shown)
        })
    }
}

/// What a person chose for one column.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "ImportChoice")]
pub struct ChooseColumn {
    /// Index of the column, from 0.
    pub column: u32,
    /// What it goes to.
    pub target: TargetView,
}

/// Changes sheet, header row, columns or policy; says anew what the import would do.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "ImportMapInput")]
pub struct Map {
    /// Id of the import.
    pub id: String,
    /// Another sheet.
    #[serde(default)]
    pub sheet: Option<usize>,
    /// Another header row, from 1; 0 means that there is none.
    #[serde(default)]
    pub header_row: Option<u32>,
    /// Columns to change.
    #[serde(default)]
    pub columns: Vec<ChooseColumn>,
    /// Columns to change as `field=column`, for scripts.
    #[serde(default)]
    pub choose: Vec<String>,
    /// What to do with rows that are there.
    #[serde(default)]
    pub policy: Option<Policy>,
}

impl HostCall for Map {
    const NAME: &'static str = "import.map";
    const TAGS: &'static [Tag] = &[];
    const CHANGES: bool = false;
    type Output = ImportView;

    fn run(self, host: &Host) -> AppResult<Self::Output> {
        let mut session = host.take_import(&self.id)?;
        // The import stays as it was when a choice is refused.
        let changed = host.read(Permission::Write, |cx| {
            let mut proposal = session.proposal.clone();
            let mut saved = session.saved.clone();
            if self.sheet.is_some() || self.header_row.is_some() {
                let at = self.sheet.unwrap_or(proposal.sheet);
                let sheet =
                    session.book.sheets.get(at).ok_or_else(|| AppError::refused("error-no-such-sheet"))?;
                proposal.header = match self.header_row {
                    Some(row) => header::at_row(&session.book.file, sheet, Some(row).filter(|row| *row > 0)),
                    None => header::detect(&session.book.file, sheet, Lexicon::built_in()),
                };
                proposal.sheet = at;
                proposal.mapping = mapping::propose(sheet, &proposal.header, Lexicon::built_in());
                saved = recall(cx.tx, &mut proposal)?;
            }
            for choice in self.columns {
                let known = match &choice.target {
                    TargetView::Field(field) => {
                        mapping::IDENTITY.contains(&field.as_str()) || system::field(field).is_some()
                    }
                    _ => true,
                };
                let set =
                    if known { proposal.mapping.set(choice.column, choice.target.into()) } else { None };
                if set.is_none() {
                    return Err(FieldError { field: "columns".to_owned(), code: "unknown-field" }.into());
                }
            }
            for text in &self.choose {
                proposal.mapping.choose_text(text, &proposal.header).map_err(|error| refused(&error))?;
            }
            Ok((proposal, saved))
        });
        let (result, session) = match changed {
            Ok((proposal, saved)) => {
                session.proposal = proposal;
                session.saved = saved;
                session.policy = self.policy.unwrap_or(session.policy);
                (host.read(Permission::Write, |cx| view(cx, &session, &Watch::none())), session)
            }
            Err(error) => (Err(error), session),
        };
        host.keep_import(session);
        result
    }
}

/// Writes the import in one entry; undo of that entry takes it back.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "ImportRunInput")]
pub struct Run {
    /// Id of the import.
    pub id: String,
}

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "ImportDone")]
pub struct RunView {
    /// Counts.
    pub counts: Counts,
    /// Number of the entry; none when nothing had to be written.
    pub entry: Option<u64>,
}

impl Job for Run {
    const NAME: &'static str = "import.run";
    const TAGS: &'static [Tag] = &[Tag::Systems, Tag::Workspace, Tag::Trail];
    const PERMISSION: Permission = Permission::Write;
    type Output = RunView;

    fn run(self, host: &Host, job: &JobContext<'_>) -> AppResult<Self::Output> {
        let session = host.take_import(&self.id)?;
        let done = write(host, job, &session);
        if done.is_err() {
            host.keep_import(session);
        }
        done
    }
}

fn write(host: &Host, job: &JobContext<'_>, session: &Session) -> AppResult<RunView> {
    let progress = |done: u64, total: u64| job.progress("check", done, total);
    let cancelled = || job.cancel().is_cancelled();
    let watch = Watch { progress: &progress, cancelled: &cancelled };
    let (counts, wrote) = host.write(Run::NAME, Run::PERMISSION, |cx| {
        let plan = rehearse(&cx.as_reading(), session, &watch)?;
        if plan.stopped {
            return Err(AppError::refused("error-import-stopped"));
        }
        for (done, row) in (0u64..).zip(&plan.rows) {
            job.cancel().check()?;
            job.progress("import", done, plan.rows.len() as u64);
            bring_in(cx, row, &plan)?;
        }
        // A file that changes nothing leaves no entry, so its mapping is not worth one either.
        if plan.counts.created + plan.counts.updated > 0 {
            remember(cx, session)?;
        }
        let file = session.book.file.as_str();
        cx.tell(
            None,
            "history-import-run",
            &[
                ("file", file.into()),
                ("created", plan.counts.created.into()),
                ("updated", plan.counts.updated.into()),
            ],
        );
        Ok(plan.counts)
    })?;
    let head = host.with_open(|open| Ok(open.workspace.head()?.entries))?;
    Ok(RunView { counts, entry: wrote.then_some(head) })
}

fn bring_in(cx: &mut Writing<'_, '_>, row: &ProposedRow, plan: &DryRun) -> AppResult<()> {
    match row.outcome {
        Outcome::Create => create(cx, row, &plan.source),
        Outcome::Update => update(cx, row),
        Outcome::Unchanged | Outcome::Skip | Outcome::Stop => Ok(()),
    }
}

fn create(cx: &mut Writing<'_, '_>, row: &ProposedRow, source: &str) -> AppResult<()> {
    let value =
        |key: &str| row.values.iter().find(|(field, _)| field == key).map(|(_, value)| value.as_str());
    let owner = value("owner").and_then(|owner| owner.parse().ok());
    let due = value("review_due").and_then(|due| due.parse().ok());
    let record = cx.tx.create_record(RecordKind::System, &row.name, owner, due)?;
    let mut system = AiSystem::new(record.id, record.rev);
    for (key, value) in &row.values {
        if !system::ANCHOR_FIELDS.contains(&key.as_str()) && !mapping::IDENTITY.contains(&key.as_str()) {
            system.set_field(key, Some(value.clone()))?;
        }
    }
    system.source = Some(source.to_owned());
    system.source_id = Some(row.source_id.clone());
    system.imported_facts = (!row.facts.is_empty()).then(|| serde_json::Value::Object(row.facts.clone()));
    cx.tx.ai_system().insert(&system)?;
    Ok(())
}

/// Writes what changed in the file only; what changed here meanwhile stays.
fn update(cx: &mut Writing<'_, '_>, row: &ProposedRow) -> AppResult<()> {
    let id: RecordId = row
        .target
        .as_deref()
        .and_then(|id| id.parse().ok())
        .ok_or_else(|| AppError::internal("an update without a target"))?;
    let changes = row.changes.iter().filter(|change| change.state == ChangeState::File);
    let values = changes
        .filter_map(|change| system::field(&change.field).map(|field| (field.key, change.file.clone())));
    crate::system::apply(cx, id, values.collect())?;
    if !row.facts.is_empty() {
        let mut system = cx.tx.ai_system().get(id)?;
        system.imported_facts = Some(serde_json::Value::Object(row.facts.clone()));
        cx.tx.ai_system().update(&system)?;
    }
    Ok(())
}

/// Remembers what the columns mean, for the next file with the same header.
fn remember(cx: &mut Writing<'_, '_>, session: &Session) -> AppResult<()> {
    let header_sha256 = session.proposal.header.fingerprint.clone();
    let id = import_mapping_id(cx.around.workspace, KIND, &header_sha256);
    let saved = session.proposal.mapping.to_saved();
    let mapping = serde_json::to_value(saved).map_err(|error| AppError::internal(error.to_string()))?;
    let name = session.book.file.clone();
    let stored = cx.tx.import_mapping().find(id)?;
    match stored {
        Some(row) => {
            cx.tx.import_mapping().update(&ImportMapping { name, mapping, ..row })?;
        }
        None => {
            let rev = cx.tx.stamp();
            cx.tx.import_mapping().insert(&ImportMapping {
                id,
                rev,
                name,
                kind: KIND.to_owned(),
                header_sha256,
                mapping,
            })?;
        }
    }
    Ok(())
}
