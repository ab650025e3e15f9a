//! How much room a file may take.

use crate::error::Result;
use crate::workspace::Workspace;

impl Workspace {
    /// Lets the open file grow by at most so many pages of 4 KiB, until it is closed; a write that needs more ends with
    /// [`crate::StoreError::DiskFull`], as on a disk with so little room. `None` lets it grow again.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn limit_growth(&self, pages: Option<u32>) -> Result<()> {
        let used: i64 = self.conn.pragma_query_value(None, "page_count", |row| row.get(0))?;
        let most = pages.map_or(i64::from(u32::MAX - 1), |pages| used + i64::from(pages));
        // The pragma answers with the limit that now holds.
        self.conn.query_row(&format!("PRAGMA max_page_count = {most}"), [], |_| Ok(()))?;
        Ok(())
    }
}
