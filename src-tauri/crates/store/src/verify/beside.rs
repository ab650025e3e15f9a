//! Derived rows against what the ledger says.

use rusqlite::Connection;

use super::{Problem, found};
use crate::derived;
use crate::error::Result;
use crate::table::search;
use crate::trace::Trace;

/// Compares the derived rows of entries up to `n`. Those an older program wrote are passed over: opening the file makes
/// them anew.
pub(crate) fn check(conn: &Connection, trace: &Trace, n: i64, problems: &mut Vec<Problem>) -> Result<()> {
    if !found(derived::is_current(conn), "derived_version", problems)?.unwrap_or(false) {
        return Ok(());
    }
    if found(trace.fits_touched(conn, n), "touched", problems)? == Some(false) {
        problems.push(Problem::of_table("touched", "derived", String::new()));
    }
    if let Some(record) = found(search::first_unindexed(conn), "search_doc", problems)?.flatten() {
        problems.push(Problem::of_table("search_doc", "derived", record));
    }
    Ok(())
}

/// Compares the codes once in use. Nobody may have written since the last entry noted.
pub(crate) fn check_codes(conn: &Connection, trace: &Trace, problems: &mut Vec<Problem>) -> Result<()> {
    let is_current = found(derived::is_current(conn), "derived_version", problems)?.unwrap_or(false);
    if is_current && found(trace.fits_codes(conn), "code_seen", problems)? == Some(false) {
        problems.push(Problem::of_table("code_seen", "derived", String::new()));
    }
    Ok(())
}
