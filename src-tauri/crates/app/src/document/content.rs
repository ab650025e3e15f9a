//! What each controlled document consists of: the pieces an approval covers, and the frozen copy a version keeps.

use cairn_domain::document::Content;
use cairn_domain::soa::Counts;
use cairn_domain::state::{AssessmentState, DocumentKind};
use cairn_domain::time::Date;
use cairn_ledger::{ContentHash, ContentHasher};
use serde::{Deserialize, Serialize};

use crate::error::{AppError, AppResult};
use crate::pack::{ISO_42001, library};
use crate::report::collect;
use crate::reports::gap::Assessment;
use crate::reports::register::Line as SystemLine;
use crate::reports::scope::ScopeStatement;
use crate::reports::soa::Statement;
use crate::usecase::Reading;

/// Version of the content of each kind: what is hashed, in which order. Changed together with [`content`].
const VERSION: u32 = 1;

/// A version of a document as it is kept: what was approved, and all that is needed to print it again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Frozen {
    /// What the approval covers.
    pub content: Content,
    /// What is printed.
    pub print: Printed,
}

/// What is printed of a document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Printed {
    /// The scope.
    Scope(ScopeStatement),
    /// The Statement of Applicability.
    Soa(Statement),
    /// The gap analysis.
    Gap(Assessment),
    /// The register.
    Register(Vec<SystemLine>, String),
}

/// The hash an approval is bound to (format of the ledger, section 9): kind, number of pieces, then subject, field and
/// value of each.
pub(crate) fn hash(kind: DocumentKind, content: &Content) -> ContentHash {
    let start = ContentHasher::new(kind.as_str(), VERSION).list(content.pieces.len() as u64);
    let put = |hasher: ContentHasher, piece: &cairn_domain::document::Piece| {
        hasher.text(&piece.subject).field(&piece.field).text(&piece.value)
    };
    content.pieces.iter().fold(start, put).finish()
}

/// What an approval of a document would cover now.
pub(crate) fn content(cx: &Reading<'_>, kind: DocumentKind) -> AppResult<Content> {
    match kind {
        DocumentKind::Scope => scope(cx),
        DocumentKind::Soa => soa(cx),
        DocumentKind::Gap => gap(cx),
        DocumentKind::Register => register(cx),
    }
}

/// The document as a version would keep it; `day` is the day of the state it shows.
pub(crate) fn freeze(cx: &Reading<'_>, kind: DocumentKind, day: &Date) -> AppResult<Frozen> {
    let print = match kind {
        DocumentKind::Scope => Printed::Scope(collect::scope(cx)?),
        DocumentKind::Soa => Printed::Soa(collect::statement(cx)?),
        DocumentKind::Gap => Printed::Gap(collect::assessment(cx, None, day)?),
        DocumentKind::Register => {
            let (lines, scope) = collect::register(cx)?;
            Printed::Register(lines, scope)
        }
    };
    Ok(Frozen { content: content(cx, kind)?, print })
}

impl Frozen {
    /// The bytes that are kept.
    pub(crate) fn to_bytes(&self) -> AppResult<Vec<u8>> {
        serde_json::to_vec(self).map_err(|error| AppError::internal(error.to_string()))
    }

    /// Reads kept bytes.
    pub(crate) fn from_bytes(bytes: &[u8]) -> AppResult<Self> {
        serde_json::from_slice(bytes).map_err(|error| {
            AppError::new(crate::error::Code::Damaged).detail(format!("a kept document version: {error}"))
        })
    }
}

/// What must be mended before a document may be sent for approval, in words.
pub(crate) fn blockers(cx: &Reading<'_>, kind: DocumentKind) -> AppResult<Vec<String>> {
    let words = cx.around.words;
    let counted = |key: &str, count: i64| words.say_with(key, &[("count", count.into())]);
    let mut found = Vec::new();
    match kind {
        DocumentKind::Scope => {
            if cx.tx.organisation().the()?.scope_statement.is_none() {
                found.push(words.say("document-blocker-no-scope"));
            }
        }
        DocumentKind::Soa => {
            let iso = &library()?.framework(ISO_42001)?.framework;
            let rows = crate::soa::assemble(cx.tx, iso)?;
            let counts = Counts::of(rows.iter().map(|row| (&row.row, row.checks.as_slice())));
            let open = counts.rows - counts.complete;
            if open > 0 {
                found.push(counted("document-blocker-soa-rows", open.into()));
            }
        }
        DocumentKind::Gap => match crate::gap::latest(cx.tx)? {
            None => found.push(words.say("document-blocker-no-assessment")),
            Some(assessment) if assessment.state == AssessmentState::Open => {
                found.push(words.say("document-blocker-not-frozen"));
            }
            Some(_) => {}
        },
        DocumentKind::Register => {
            let systems = cx.tx.ai_system().all_with_records()?;
            if systems.is_empty() {
                found.push(words.say("document-blocker-no-systems"));
            }
            let undecided = systems.iter().filter(|(_, system)| {
                !matches!(system.field("scope"), Some("in" | "out"))
                    && system.field("status") != Some("retired")
            });
            let undecided = i64::try_from(undecided.count()).unwrap_or(i64::MAX);
            if undecided > 0 {
                found.push(counted("document-blocker-scope-undecided", undecided));
            }
            let unreasoned = systems.iter().filter(|(_, system)| {
                cairn_domain::system::unreasoned(|key| system.field(key)).next().is_some()
            });
            let unreasoned = i64::try_from(unreasoned.count()).unwrap_or(i64::MAX);
            if unreasoned > 0 {
                found.push(counted("document-blocker-no-reason", unreasoned));
            }
        }
    }
    Ok(found)
}

/// The words of the standard's scope (4.3) with the name of who it binds.
fn scope(cx: &Reading<'_>) -> AppResult<Content> {
    let organisation = cx.tx.organisation().the()?;
    let mut content = Content::default();
    content.put("", "organisation", &organisation.name);
    content.put("", "scope", organisation.scope_statement.as_deref().unwrap_or_default());
    Ok(content)
}

/// Decision, reasons and justification of each control (6.1.3). Status, owner and evidence are progress of work: they
/// are printed as of the day and never make an approval stale.
fn soa(cx: &Reading<'_>) -> AppResult<Content> {
    let iso = &library()?.framework(ISO_42001)?.framework;
    let mut content = Content::default();
    let scope = cx.tx.organisation().the()?.scope_statement;
    content.put("", "scope", scope.as_deref().unwrap_or_default());
    for row in crate::soa::assemble(cx.tx, iso)? {
        let links: Vec<String> =
            row.links.iter().map(|link| format!("{} {}", link.reason, link.target)).collect();
        let row = row.row;
        let reasons: Vec<&str> = row.reasons.iter().map(|reason| reason.as_str()).collect();
        content.put(&row.control, "decision", row.decided().as_str());
        content.put(&row.control, "reasons", &reasons.join(" "));
        content.put(&row.control, "exclusion-basis", row.exclusion_basis.map_or("", |basis| basis.as_str()));
        content.put(&row.control, "delivery", row.delivery.map_or("", |delivery| delivery.as_str()));
        content.put(&row.control, "delivery-note", &row.delivery_note);
        content.put(&row.control, "justification", &row.justification);
        if !links.is_empty() {
            content.put(&row.control, "rests-on", &links.join("\n"));
        }
    }
    Ok(content)
}

/// What was found on each line of the assessment.
fn gap(cx: &Reading<'_>) -> AppResult<Content> {
    let mut content = Content::default();
    if let Some(assessment) = crate::gap::latest(cx.tx)? {
        content.put("", "assessment", &assessment.name);
    }
    for state in crate::gap::lines(cx.tx)? {
        let (id, item) = (&state.item.requirement, &state.item);
        content.put(id, "conformity", item.conformity.map_or("", |found| found.as_str()));
        content.put(id, "grade", item.grade.map_or("", |grade| grade.as_str()));
        let statement = state.line.as_ref().and_then(|line| line.statement.as_deref());
        content.put(id, "statement", statement.unwrap_or_default());
    }
    Ok(content)
}

/// The facts of each system that the printed register shows.
fn register(cx: &Reading<'_>) -> AppResult<Content> {
    let mut content = Content::default();
    let tiers = collect::tiers(cx)?;
    for (record, system) in cx.tx.ai_system().all_with_records()? {
        let code = record.code.clone().unwrap_or_else(|| record.id.to_string());
        content.put(&code, "name", &record.title);
        for field in ["status", "scope", "purpose", "supplier"] {
            content.put(&code, field, system.field(field).unwrap_or_default());
        }
        content.put(&code, "tier", tiers.get(&record.id).map_or("", String::as_str));
    }
    Ok(content)
}
