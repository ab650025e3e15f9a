//! What every import begins and ends with: a file that a person brings is read, and what it changes is either told or
//! written in one entry.

use cairn_domain::role::Permission;
use cairn_exchange::round_trip::RoundTrip;
use cairn_exchange::{Book, Proposal, Watch};
use cairn_words::Words;

use super::refused;
use crate::error::{AppError, AppResult, Code};
use crate::host::Host;
use crate::job::JobContext;
use crate::place::Token;
use crate::usecase::{Reading, Writing};

/// Largest file with a whole register or list, in bytes.
pub(crate) const LARGEST_LIST: u64 = 50 * 1024 * 1024;
/// Largest file with answers or results about one framework, in bytes.
pub(crate) const LARGEST_SHEET: u64 = 20 * 1024 * 1024;

/// Kind of a workbook of Cairn that is there to be read.
pub(crate) const DOCUMENT: &str = "document";
/// Kind of the register as a document; the one to edit and bring back is of the kind of its records.
pub(crate) const REGISTER: &str = "register";

/// The sheets of a workbook or CSV file of at most `most` bytes.
///
/// # Errors
/// When the file is gone, too large, cannot be read, or is none; [`Code::Cancelled`].
pub(crate) fn read_book(host: &Host, job: &JobContext<'_>, file: &Token, most: u64) -> AppResult<Book> {
    let path = host.places.path(file)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let meta = path.metadata().map_err(|_| AppError::new(Code::Missing))?;
    if meta.len() > most {
        return Err(AppError::file_refused("exchange-error-file-too-large").with("limit", most >> 20));
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
    job.cancel().check()?;
    Ok(book)
}

/// Refuses a workbook of Cairn that is something else than what is imported here: taken for a list of systems, its rows
/// would become systems. `ours` tells which may come in; a file that is none of Cairn's always may.
///
/// # Errors
/// What the workbook is, and where its content goes back in.
pub(crate) fn foreign_book(book: &Book, ours: impl Fn(&RoundTrip) -> bool) -> AppResult<()> {
    let Some(meta) = book.round_trip.as_ref().filter(|meta| !ours(meta)) else { return Ok(()) };
    let key = match meta.kind.split(':').next().unwrap_or_default() {
        super::KIND => "error-book-systems",
        REGISTER => "error-book-register",
        "soa" => "error-book-soa",
        "gap" => "error-book-gap",
        "gap-interview" => "error-book-interview",
        _ => "error-book-document",
    };
    Err(AppError::file_refused(key).with("file", book.file.clone()).with("sheet", meta.sheet.clone()))
}

/// Refuses the register as a document also where its hidden part was lost: by the headers that only it has.
///
/// # Errors
/// What the file is, and which one comes back in.
pub(crate) fn printed_register(book: &Book, proposal: &Proposal, words: &Words) -> AppResult<()> {
    let own = ["system", "roles", "outcomes", "basis", "other", "decision"];
    let stands = |part: &str| proposal.header.find(&words.say(&format!("register-report-{part}"))).is_some();
    if book.round_trip.is_none() && own.iter().all(|part| stands(part)) {
        return Err(AppError::file_refused("error-book-register").with("file", book.file.clone()));
    }
    Ok(())
}

/// An import by its use case.
pub(crate) struct Carrier<'a> {
    pub(crate) host: &'a Host,
    pub(crate) job: &'a JobContext<'a>,
    /// Name of the use case.
    pub(crate) name: &'static str,
    /// What it needs.
    pub(crate) permission: Permission,
    /// Only say what would happen.
    pub(crate) dry_run: bool,
}

impl Carrier<'_> {
    /// Plans against what is stored now, and writes the plan in one entry unless this is a dry run. The plan is made
    /// under the same lock as the entry, so nothing comes between. Gives the plan, and the number of the entry if one
    /// was written.
    pub(crate) fn carry_out<P>(
        &self,
        plan: impl Fn(&Reading<'_>) -> AppResult<P>,
        write: impl FnOnce(&mut Writing<'_, '_>, &P) -> AppResult<()>,
    ) -> AppResult<(P, Option<u64>)> {
        if self.dry_run {
            return Ok((self.host.read(self.permission, plan)?, None));
        }
        self.job.progress("import", 0, 0);
        let (plan, wrote) = self.host.write(self.name, self.permission, |cx| {
            let plan = plan(&cx.as_reading())?;
            write(cx, &plan)?;
            Ok(plan)
        })?;
        let head = || self.host.with_open(|open| Ok(open.workspace.head()?.entries));
        let entry = wrote.then(head).transpose()?;
        Ok((plan, entry))
    }
}
