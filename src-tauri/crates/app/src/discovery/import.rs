//! A list of products in use comes in as candidates: a dry run first, then one entry that writes them all.

use std::collections::BTreeSet;

use cairn_domain::discovery::{LIST, Layout};
use cairn_domain::role::Permission;
use cairn_exchange::import::{DryRun, Outcome, Plan, Policy, ProposedRow, default_source, dry_run};
use cairn_exchange::lexicon::Lexicon;
use cairn_exchange::mapping::Target;
use cairn_exchange::{Book, ProblemCode, Proposal, Watch};
use cairn_store::ReadTx;
use cairn_store::table::candidate::Candidate;
use cairn_words::Words;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::note::{Values, insert};
use super::{count, guide, live};
use crate::error::{AppError, AppResult};
use crate::host::Host;
use crate::import::{KIND, LARGEST_LIST, ProblemView, foreign_book, problem_view, read_book, refused};
use crate::job::JobContext;
use crate::place::Token;
use crate::tag::Tag;
use crate::usecase::Job;

/// Candidates and problems shown, at most.
const SHOWN: usize = 100;
/// Fields of a system that a candidate has too; what a file says about others stays an imported fact.
const OWN: [&str; 5] = ["name", "supplier", "model", "department", "purpose"];

/// Reads a list; writes its rows as candidates unless it is a dry run.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "CandidateImportInput")]
pub struct Import {
    /// The workbook or CSV file.
    pub file: Token,
    /// Only say what would happen.
    #[serde(default)]
    pub dry_run: bool,
}

/// A column of the list and what is made of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "CandidateColumn")]
pub struct ColumnView {
    /// Its header.
    pub header: String,
    /// What it becomes, in words.
    pub becomes: String,
}

/// A row that becomes a candidate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "CandidateRow")]
pub struct RowView {
    /// Number of the row in the sheet.
    pub row: u32,
    /// Name of the candidate.
    pub name: String,
    /// Department.
    pub department: Option<String>,
    /// What for.
    pub purpose: Option<String>,
}

/// What a list brings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "CandidateImport")]
pub struct ImportView {
    /// Name of the file.
    pub file: String,
    /// Name of the sheet.
    pub sheet: String,
    /// Name of the source.
    pub source: String,
    /// The columns.
    pub columns: Vec<ColumnView>,
    /// Rows of the list.
    pub rows: u32,
    /// Rows that become a candidate.
    pub created: u32,
    /// Rows that say the product is not used.
    pub unused: u32,
    /// Rows that are a candidate or a system already.
    pub known: u32,
    /// Rows that cannot be brought in.
    pub skipped: u32,
    /// The first rows that become candidates.
    pub shown: Vec<RowView>,
    /// The first problems, by place.
    pub problems: Vec<ProblemView>,
    /// Problems in all.
    #[serde(rename = "problemCount")]
    #[ts(rename = "problemCount")]
    pub problem_count: u32,
    /// Number of the entry; none when nothing was written.
    pub entry: Option<u64>,
}

impl Job for Import {
    const NAME: &'static str = "candidate.import";
    const TAGS: &'static [Tag] = &[Tag::Discovery, Tag::Trail];
    const PERMISSION: Permission = Permission::Write;
    type Output = ImportView;

    fn run(self, host: &Host, job: &JobContext<'_>) -> AppResult<Self::Output> {
        let progress = |done: u64, total: u64| job.progress("read", done, total);
        let cancelled = || job.cancel().is_cancelled();
        let watch = Watch { progress: &progress, cancelled: &cancelled };
        let book = read_book(host, job, &self.file, LARGEST_LIST)?;
        let workspace = host.read(Self::PERMISSION, |cx| Ok(cx.around.workspace.to_string()))?;
        // What another organisation has in its register may be a lead here; what is in this one is known.
        foreign_book(&book, |meta| meta.kind == KIND && meta.workspace != workspace)?;
        let proposal = book.propose_best(Lexicon::built_in()).map_err(|error| refused(&error))?;
        if self.dry_run {
            return host.read(Self::PERMISSION, |cx| {
                let workspace = cx.around.workspace.to_string();
                let plan = plan(cx.tx, &book, &proposal, &workspace, &watch)?;
                Ok(told(plan, &proposal, cx.around.words))
            });
        }
        let (mut done, wrote) = host.write(Self::NAME, Self::PERMISSION, |cx| {
            let workspace = cx.around.workspace.to_string();
            let mut plan = plan(cx.read(), &book, &proposal, &workspace, &watch)?;
            let total = plan.found.len() as u64;
            for (at, found) in (0u64..).zip(std::mem::take(&mut plan.found)) {
                job.cancel().check()?;
                job.progress("import", at, total);
                let source = plan.run.source.clone();
                insert(cx, found.values.clone(), |row| Candidate {
                    found_by: Some(LIST.to_owned()),
                    source: Some(source),
                    source_id: Some(found.source_id.clone()),
                    imported_facts: (!found.facts.is_empty()).then(|| Value::Object(found.facts.clone())),
                    ..row
                })?;
                plan.found.push(found);
            }
            cx.tell(
                None,
                "history-candidate-import",
                &[("file", book.file.as_str().into()), ("count", plan.found.len().into())],
            );
            Ok(told(plan, &proposal, cx.around.words))
        })?;
        if wrote {
            done.entry = Some(host.with_open(|open| Ok(open.workspace.head()?.entries))?);
        }
        Ok(done)
    }
}

/// A row that becomes a candidate.
struct Found {
    row: u32,
    values: Values,
    source_id: String,
    facts: Map<String, Value>,
}

/// What an import would do.
struct Planned {
    run: DryRun,
    found: Vec<Found>,
    unused: u32,
    known: u32,
    skipped: u32,
}

fn plan(
    tx: &ReadTx<'_>,
    book: &Book,
    proposal: &Proposal,
    workspace: &str,
    watch: &Watch<'_>,
) -> AppResult<Planned> {
    let sheet = book.sheets.get(proposal.sheet).ok_or_else(|| AppError::refused("error-no-such-sheet"))?;
    let source = default_source(&proposal.mapping, &book.file);
    let plan = Plan {
        sheet,
        header: &proposal.header,
        mapping: &proposal.mapping,
        policy: Policy::Skip,
        source: &source,
        workspace,
        labels: &[],
        people: &[],
        existing: &[],
        base: &|_, _| None,
        fixes: &[],
    };
    let mut run = dry_run(book, &plan, watch).map_err(|error| match error.code.as_str() {
        // Columns are found here by their headers only; nobody is asked for one.
        "name-not-mapped" => {
            AppError::file_refused("error-candidate-no-list").with("file", book.file.as_str())
        }
        _ => refused(&error),
    })?;
    // What a candidate is like is shown in the list of candidates, where it can be decided about.
    run.problems.retain(|problem| problem.code != ProblemCode::LikelyDuplicate);
    let known = known(tx, &run.source)?;
    let layout = proposal.mapping.profile.as_deref().and_then(|id| guide().ok()?.layout(id));
    let mut planned = Planned { found: Vec::new(), unused: 0, known: 0, skipped: 0, run };
    for row in std::mem::take(&mut planned.run.rows) {
        if row.outcome != Outcome::Create {
            planned.skipped += 1;
        } else if layout.is_some_and(|layout| unused(layout, &row)) {
            planned.unused += 1;
        } else if known.contains(&row.source_id) {
            planned.known += 1;
        } else {
            planned.found.push(found(row, layout, proposal));
        }
    }
    Ok(planned)
}

/// Ids in the source of what is a candidate or a system already.
fn known(tx: &ReadTx<'_>, source: &str) -> AppResult<BTreeSet<String>> {
    let candidates = live(tx)?.into_iter().map(|(_, row)| (row.source, row.source_id));
    let systems = tx.ai_system().all_with_records()?.into_iter();
    let systems = systems
        .filter(|(record, _)| record.deleted_at.is_none())
        .map(|(_, system)| (system.source, system.source_id));
    let all = candidates.chain(systems);
    Ok(all.filter(|(from, _)| from.as_deref() == Some(source)).filter_map(|(_, id)| id).collect())
}

/// Whether the list says that the product is not used, or says nothing at all about it.
fn unused(layout: &Layout, row: &ProposedRow) -> bool {
    let fact = row.facts.iter().find(|(header, _)| header.to_lowercase() == layout.used.header);
    let said = fact.and_then(|(_, value)| value.as_str()).unwrap_or_default().trim().to_lowercase();
    let product = row.values.iter().any(|(key, _)| *key == layout.product);
    layout.used.no.contains(&said) || (said.is_empty() && !product)
}

fn found(row: ProposedRow, layout: Option<&Layout>, proposal: &Proposal) -> Found {
    let value = |key: &str| row.values.iter().find(|(field, _)| field == key).map(|(_, value)| value.clone());
    let product = value(layout.map_or("platform", |layout| layout.product.as_str()));
    let purpose = value(layout.map_or("purpose", |layout| layout.purpose.as_str()));
    // A list of products in use names the product; what it is used for stands in another column.
    let name = layout.and_then(|_| product.clone()).unwrap_or_else(|| row.name.clone());
    let mut facts = row.facts;
    for (key, value) in &row.values {
        let taken = OWN.contains(&key.as_str()) || key == "platform";
        let header =
            proposal.mapping.columns.iter().find(|column| column.target == Target::Field(key.clone()));
        if let Some(header) = header.filter(|_| !taken) {
            facts.insert(header.column.header.clone(), Value::String(value.clone()));
        }
    }
    let values = Values {
        name,
        vendor: value("supplier"),
        product,
        model: value("model"),
        department: value("department"),
        purpose,
    };
    Found { row: row.row, values, source_id: row.source_id, facts }
}

/// What the plan does, in words.
fn told(plan: Planned, proposal: &Proposal, words: &Words) -> ImportView {
    let layout = proposal.mapping.profile.as_deref().and_then(|id| guide().ok()?.layout(id));
    let columns = proposal.mapping.columns.iter().map(|column| ColumnView {
        header: column.column.header.clone(),
        becomes: words.say(match &column.target {
            Target::Field(key) => becomes(key, layout),
            Target::Fact => "candidate-becomes-fact",
            Target::Ignore => "candidate-becomes-nothing",
        }),
    });
    ImportView {
        columns: columns.collect(),
        rows: plan.run.counts.rows,
        created: count(plan.found.len()),
        unused: plan.unused,
        known: plan.known,
        skipped: plan.skipped,
        shown: plan
            .found
            .iter()
            .take(SHOWN)
            .map(|found| RowView {
                row: found.row,
                name: found.values.name.clone(),
                department: found.values.department.clone(),
                purpose: found.values.purpose.clone(),
            })
            .collect(),
        problems: plan.run.problems.iter().take(SHOWN).map(|problem| problem_view(problem, words)).collect(),
        problem_count: count(plan.run.problems.len()),
        file: plan.run.file,
        sheet: plan.run.sheet,
        source: plan.run.source,
        entry: None,
    }
}

fn becomes(key: &str, layout: Option<&Layout>) -> &'static str {
    match (key, layout) {
        (key, Some(layout)) if key == layout.product => "candidate-becomes-product",
        (key, Some(layout)) if key == layout.purpose => "candidate-becomes-purpose",
        ("name", _) => "candidate-becomes-name",
        ("supplier", _) => "candidate-becomes-vendor",
        ("platform", _) => "candidate-becomes-product",
        ("model", _) => "candidate-becomes-model",
        ("department", _) => "candidate-becomes-department",
        ("purpose", _) => "candidate-becomes-purpose",
        ("source_id", _) => "candidate-becomes-id",
        _ => "candidate-becomes-fact",
    }
}
