//! The last step: everything is written in one entry, and undo of that entry takes it back.

use std::collections::HashMap;

use cairn_domain::id::RecordId;
use cairn_domain::record::RecordKind;
use cairn_domain::role::Permission;
use cairn_domain::system;
use cairn_exchange::Watch;
use cairn_exchange::fix::{Side, apply_to_mapping};
use cairn_exchange::import::{Counts, DryRun, Outcome, ProposedRow, row_of};
use cairn_exchange::mapping::PARENT;
use cairn_store::table::ai_system::AiSystem;
use cairn_store::table::import_mapping::{ImportMapping, import_mapping_id};
use serde::{Deserialize, Serialize};

use super::view::{Ground, rehearse};
use super::{KIND, Session, saved_of};
use crate::error::{AppError, AppResult};
use crate::host::Host;
use crate::job::JobContext;
use crate::system::{Stand, follow};
use crate::tag::Tag;
use crate::usecase::{Job, Writing};

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
    /// Name of the file.
    pub file: String,
    /// Name under which the columns were remembered; none when nothing was written.
    pub mapping: Option<String>,
}

impl Job for Run {
    const NAME: &'static str = "import.run";
    const TAGS: &'static [Tag] = &[Tag::Systems, Tag::Workspace, Tag::Trail];
    const PERMISSION: Permission = Permission::Write;
    type Output = RunView;

    fn run(self, host: &Host, job: &JobContext<'_>) -> AppResult<Self::Output> {
        // An import that was refused or stopped stays as it was: the person goes on where they were.
        let done = host.with_import(&self.id, |session| write(host, job, session))?;
        host.drop_import();
        Ok(done)
    }
}

fn write(host: &Host, job: &JobContext<'_>, session: &mut Session) -> AppResult<RunView> {
    let progress = |done: u64, total: u64| job.progress("check", done, total);
    let cancelled = || job.cancel().is_cancelled();
    let watch = Watch { progress: &progress, cancelled: &cancelled };
    // Everything is worked out before the file is held: others read and write meanwhile.
    let ground = host.read(Run::PERMISSION, |cx| Ground::read(cx, session))?;
    let prepared = ground.plan(session, &watch)?;
    let (counts, wrote) = host.write(Run::NAME, Run::PERMISSION, |cx| {
        let shown = session.run.take();
        let reading = cx.as_reading();
        let plan = if ground.holds(&reading)? { prepared } else { rehearse(&reading, session, &watch)? };
        // Only what a person saw is written: somebody may have changed the register since the last check.
        let same = shown.is_none_or(|shown| shown == plan);
        let stopped = plan.stopped;
        let plan = session.run.insert(plan);
        if !same {
            return Err(AppError::refused("error-import-changed"));
        }
        if stopped {
            return Err(AppError::refused("error-import-stopped"));
        }
        let mut made: HashMap<u32, RecordId> = HashMap::new();
        for (done, row) in (0u64..).zip(&plan.rows) {
            job.cancel().check()?;
            job.progress("import", done, plan.rows.len() as u64);
            if let Some(id) = bring_in(cx, row, plan)? {
                made.insert(row.row, id);
            }
        }
        // Only now is every system there that another one may be a part of.
        for row in &plan.rows {
            place(cx, row, &made)?;
        }
        let counts = plan.counts;
        // A file that changes nothing leaves no entry, so its mapping is not worth one either.
        if counts.created + counts.updated > 0 {
            remember(cx, session)?;
        }
        let file = session.book.file.as_str();
        cx.tell(
            None,
            "history-import-run",
            &[("file", file.into()), ("created", counts.created.into()), ("updated", counts.updated.into())],
        );
        Ok(counts)
    })?;
    let head = host.with_open(|open| Ok(open.workspace.head()?.entries))?;
    Ok(RunView {
        counts,
        entry: wrote.then_some(head),
        file: session.book.file.clone(),
        mapping: wrote.then(|| session.name.clone()),
    })
}

/// Writes a row; gives the system it is where something was written.
fn bring_in(cx: &mut Writing<'_, '_>, row: &ProposedRow, plan: &DryRun) -> AppResult<Option<RecordId>> {
    match row.outcome {
        Outcome::Create => create(cx, row, &plan.source).map(Some),
        Outcome::Update => update(cx, row).map(Some),
        Outcome::Unchanged | Outcome::Skip | Outcome::Stop => Ok(None),
    }
}

/// Makes the system of a row a part of what the row says. The check has seen that no circle comes of it.
fn place(cx: &mut Writing<'_, '_>, row: &ProposedRow, made: &HashMap<u32, RecordId>) -> AppResult<()> {
    let Some(id) = made.get(&row.row) else { return Ok(()) };
    let wanted = match row.outcome {
        Outcome::Create => row.values.iter().find(|(key, _)| key == PARENT).map(|(_, value)| Some(value)),
        _ => row
            .changes
            .iter()
            .find(|change| change.field == PARENT && change.side == Side::File)
            .map(|change| change.file.as_ref()),
    };
    let Some(wanted) = wanted else { return Ok(()) };
    let lost = || AppError::internal("a part of something that is not there");
    let parent = match wanted {
        None => None,
        Some(value) => Some(match row_of(value) {
            Some(row) => *made.get(&row).ok_or_else(lost)?,
            None => value.parse().map_err(|_| lost())?,
        }),
    };
    let mut system = cx.tx.ai_system().get(*id)?;
    system.parent = parent;
    cx.tx.ai_system().update(&system)?;
    Ok(())
}

fn create(cx: &mut Writing<'_, '_>, row: &ProposedRow, source: &str) -> AppResult<RecordId> {
    let value =
        |key: &str| row.values.iter().find(|(field, _)| field == key).map(|(_, value)| value.as_str());
    let owner = value("owner").and_then(|owner| owner.parse().ok());
    let due = value("review_due").and_then(|due| due.parse().ok());
    let record = cx.tx.create_record(RecordKind::System, &row.name, owner, due)?;
    let mut system = AiSystem::new(record.id, record.rev);
    for (key, value) in &row.values {
        if !system::ANCHOR_FIELDS.contains(&key.as_str()) && system::field(key).is_some() {
            system.set_field(key, Some(value.clone()))?;
        }
    }
    system.source = Some(source.to_owned());
    system.source_id = Some(row.source_id.clone());
    system.imported_facts = (!row.facts.is_empty()).then(|| serde_json::Value::Object(row.facts.clone()));
    cx.tx.ai_system().insert(&system)?;
    follow(cx, record.id, &Stand::before_import(&system))?;
    Ok(record.id)
}

/// Writes what the file has the say over; what was changed here meanwhile stays unless a person gave it up. Facts that
/// the file does not name stay too.
fn update(cx: &mut Writing<'_, '_>, row: &ProposedRow) -> AppResult<RecordId> {
    let id: RecordId = row
        .target
        .as_deref()
        .and_then(|id| id.parse().ok())
        .ok_or_else(|| AppError::internal("an update without a target"))?;
    let changes = row.changes.iter().filter(|change| change.side == Side::File);
    let values: Vec<_> = changes
        .filter_map(|change| system::field(&change.field).map(|field| (field.key, change.file.clone())))
        .collect();
    if !values.is_empty() {
        crate::system::change(cx, id, values)?;
    }
    if !row.facts.is_empty() {
        let mut system = cx.tx.ai_system().get(id)?;
        let mut facts =
            system.imported_facts.and_then(|facts| facts.as_object().cloned()).unwrap_or_default();
        facts.extend(row.facts.clone());
        system.imported_facts = Some(serde_json::Value::Object(facts));
        cx.tx.ai_system().update(&system)?;
    }
    Ok(id)
}

/// Remembers what the columns mean, for the next file with the same header.
fn remember(cx: &mut Writing<'_, '_>, session: &Session) -> AppResult<()> {
    let header_sha256 = session.proposal.header.fingerprint.clone();
    let id = import_mapping_id(cx.around.workspace, KIND, &header_sha256);
    let saved = saved_of(&apply_to_mapping(&session.proposal.mapping, &session.fixes), &session.fixes);
    let mapping = serde_json::to_value(saved).map_err(|error| AppError::internal(error.to_string()))?;
    let name = session.name.clone();
    let stored = cx.tx.import_mapping().find(id)?;
    match stored {
        Some(row) => {
            cx.tx.import_mapping().update(&ImportMapping { name, mapping, ..row })?;
        }
        None => {
            let rev = cx.tx.stamp();
            let kind = KIND.to_owned();
            cx.tx.import_mapping().insert(&ImportMapping { id, rev, name, kind, header_sha256, mapping })?;
        }
    }
    Ok(())
}
