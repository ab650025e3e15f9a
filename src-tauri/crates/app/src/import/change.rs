//! Opening a file, changing its mapping, deciding about its problems.

use cairn_domain::field::FieldError;
use cairn_domain::role::Permission;
use cairn_domain::system;
use cairn_exchange::fix::Fix;
use cairn_exchange::import::Policy;
use cairn_exchange::lexicon::Lexicon;
use cairn_exchange::{Proposal, Watch, header, mapping};
use serde::{Deserialize, Serialize};

use super::view::{ImportView, TargetView, refresh, view};
use super::{
    KIND, LARGEST_LIST, Session, Taken, foreign_book, known_codes, printed_register, propose, read_book,
    recall, recall_named, refused,
};
use crate::error::{AppError, AppResult};
use crate::host::Host;
use crate::job::JobContext;
use crate::place::Token;
use crate::tag::Tag;
use crate::usecase::{HostCall, Job, Reading};

/// Most decisions about one file.
const MOST_FIXES: usize = 2_000;
/// Longest name of a mapping, in characters.
const LONGEST_NAME: usize = 200;

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
        let book = read_book(host, job, &self.file, LARGEST_LIST)?;
        let progress = |done: u64, total: u64| job.progress("read", done, total);
        let cancelled = || job.cancel().is_cancelled();
        let watch = Watch { progress: &progress, cancelled: &cancelled };
        let id = host.clock.fresh().simple().to_string();
        let (session, shown) = host.read(Self::PERMISSION, |cx| {
            foreign_book(&book, |meta| meta.kind == KIND)?;
            let (proposal, taken) = propose(cx.tx, &book)?;
            printed_register(&book, &proposal, cx.around.words)?;
            let mut session = Session::new(id, book, proposal, taken);
            refresh(cx, &mut session, &watch)?;
            let shown = view(cx, &session)?;
            Ok((session, shown))
        })?;
        host.keep_import(session);
        Ok(shown)
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
#[derive(Debug, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(rename = "ImportMapInput")]
pub struct Map {
    /// Id of the import.
    pub id: String,
    /// Another sheet.
    pub sheet: Option<usize>,
    /// Another header row, from 1; 0 means that there is none.
    pub header_row: Option<u32>,
    /// Another saved mapping, by its id; empty for what is proposed without one.
    pub mapping: Option<String>,
    /// Columns to change.
    pub columns: Vec<ChooseColumn>,
    /// Columns to change as `field=column`, for scripts.
    pub choose: Vec<String>,
    /// What to do with rows that are there.
    pub policy: Option<Policy>,
    /// Name to remember the columns under.
    pub name: Option<String>,
}

impl HostCall for Map {
    const NAME: &'static str = "import.map";
    const TAGS: &'static [Tag] = &[];
    const CHANGES: bool = false;
    type Output = ImportView;

    fn run(self, host: &Host) -> AppResult<Self::Output> {
        let id = self.id.clone();
        host.with_import(&id, |session| {
            host.read(Permission::Write, |cx| {
                // The import stays as it was when a choice is refused.
                let mut next = session.draft();
                self.apply(cx, session, &mut next)?;
                session.take_over(next, |session| shown(cx, session))
            })
        })
    }
}

/// The part of a session that choices change.
pub(super) struct Draft {
    pub(super) proposal: Proposal,
    pub(super) saved: Option<String>,
    pub(super) name: String,
    pub(super) policy: Policy,
    pub(super) fixes: Vec<Fix>,
}

impl Map {
    fn apply(self, cx: &Reading<'_>, session: &Session, next: &mut Draft) -> AppResult<()> {
        if self.sheet.is_some() || self.header_row.is_some() || self.mapping.is_some() {
            let at = self.sheet.unwrap_or(next.proposal.sheet);
            let sheet =
                session.book.sheets.get(at).ok_or_else(|| AppError::refused("error-no-such-sheet"))?;
            let proposal = &mut next.proposal;
            if self.sheet.is_some() || self.header_row.is_some() {
                proposal.header = match self.header_row {
                    Some(row) => header::at_row(&session.book.file, sheet, Some(row).filter(|row| *row > 0)),
                    None => header::detect(&session.book.file, sheet, Lexicon::built_in()),
                };
            }
            proposal.sheet = at;
            proposal.mapping = mapping::propose(sheet, &proposal.header, Lexicon::built_in());
            known_codes(cx.tx, &session.book, proposal)?;
            let taken: Option<Taken> = match self.mapping.as_deref() {
                None => recall(cx.tx, proposal)?,
                Some("") => None,
                Some(id) => Some(recall_named(cx.tx, proposal, id)?),
            };
            // Decisions are about cells of one table; another one begins without them.
            next.fixes = taken.as_ref().map_or_else(Vec::new, |taken| taken.fixes.clone());
            next.saved = taken.map(|taken| taken.name);
            if let Some(saved) = &next.saved {
                next.name.clone_from(saved);
            }
        }
        for choice in self.columns {
            let known = match &choice.target {
                TargetView::Field(field) => mapping::is_target(field),
                _ => true,
            };
            // A choice at the column itself counts more than an earlier decision about it.
            next.fixes.retain(|fix| !matches!(fix, Fix::Column { column, .. } if *column == choice.column));
            let set =
                if known { next.proposal.mapping.set(choice.column, choice.target.into()) } else { None };
            if set.is_none() {
                return Err(FieldError { field: "columns".to_owned(), code: "unknown-field" }.into());
            }
        }
        for text in &self.choose {
            next.proposal
                .mapping
                .choose_text(text, &next.proposal.header)
                .map_err(|error| refused(&error))?;
        }
        if let Some(policy) = self.policy {
            next.policy = policy;
        }
        if let Some(name) = self.name {
            let name: String = name.trim().chars().filter(|c| !c.is_control()).take(LONGEST_NAME).collect();
            next.name = if name.is_empty() { session.book.file.clone() } else { name };
        }
        Ok(())
    }
}

/// Decides about problems, or takes a decision back; says anew what the import would do.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "ImportFixInput")]
pub struct Mend {
    /// Id of the import.
    pub id: String,
    /// A decision to add.
    #[serde(default)]
    pub add: Option<Fix>,
    /// Place of a decision to take back, from 0.
    #[serde(default)]
    pub remove: Option<usize>,
}

impl HostCall for Mend {
    const NAME: &'static str = "import.fix";
    const TAGS: &'static [Tag] = &[];
    const CHANGES: bool = false;
    type Output = ImportView;

    fn run(self, host: &Host) -> AppResult<Self::Output> {
        let unknown = || AppError::from(FieldError { field: "fix".to_owned(), code: "unknown-field" });
        host.with_import(&self.id, |session| {
            let mut next = session.draft();
            if let Some(at) = self.remove {
                if at >= next.fixes.len() {
                    return Err(unknown());
                }
                next.fixes.remove(at);
            }
            if let Some(fix) = self.add {
                if next.fixes.len() >= MOST_FIXES || !names_what_is_there(session, &fix) {
                    return Err(unknown());
                }
                next.fixes.retain(|old| !replaces(&fix, old));
                next.fixes.push(fix);
            }
            host.read(Permission::Write, |cx| session.take_over(next, |session| shown(cx, session)))
        })
    }
}

/// Whether the columns and fields of a decision exist.
fn names_what_is_there(session: &Session, fix: &Fix) -> bool {
    let column = |wanted: u32| session.proposal.header.columns.iter().any(|c| c.index == wanted);
    let field = |key: &str| system::field(key).is_some() || key == mapping::PARENT;
    match fix {
        Fix::Take { column: at, .. } | Fix::Fit { column: at, .. } => column(*at),
        Fix::Blank { column: at, .. } | Fix::Skip { column: at, .. } => at.is_none_or(column),
        Fix::Column { field: key, column: at } => field(key) && column(*at),
        Fix::Keep { field: key, .. } => key.as_deref().is_none_or(field),
        Fix::Accept { .. } | Fix::DateOrder { .. } | Fix::Duplicate { .. } => true,
    }
}

/// Whether a decision is about the same thing as an earlier one, which then no longer counts.
fn replaces(new: &Fix, old: &Fix) -> bool {
    match (new, old) {
        (Fix::Take { column: a, text: b, .. }, Fix::Take { column: c, text: d, .. }) => (a, b) == (c, d),
        (Fix::Column { field: a, .. }, Fix::Column { field: b, .. }) => a == b,
        (Fix::DateOrder { .. }, Fix::DateOrder { .. }) => true,
        (Fix::Keep { row: a, field: b, .. }, Fix::Keep { row: c, field: d, .. }) => (a, b) == (c, d),
        // A decision about all takes the place of those about single rows.
        (Fix::Duplicate { row: a, .. }, Fix::Duplicate { row: b, .. }) => a.is_none() || a == b,
        _ => new == old,
    }
}

fn shown(cx: &Reading<'_>, session: &mut Session) -> AppResult<ImportView> {
    refresh(cx, session, &Watch::none())?;
    view(cx, session)
}
