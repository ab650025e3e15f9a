//! What every import begins and ends with: a file that a person brings is read, and what it changes is either told or
//! written in one entry.

use cairn_domain::role::Permission;
use cairn_exchange::{Book, Watch};

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
