//! Saved views of lists: a filter and a choice of columns under a name.

use cairn_domain::id::MemberId;

use crate::error::Result;
use crate::row::Rows;

row! {
    /// A saved view of one list.
    "saved_view" => SavedView {
        /// The list, for example `system`.
        screen: String,
        /// Its name.
        name: String,
        /// Filter and sort, as the screen's address writes them.
        query: String,
        /// Columns shown, comma-separated; none for the usual ones.
        columns: Option<String>,
        /// Whose it is; none for everybody.
        member: Option<MemberId>,
    }
}

impl Rows<'_, SavedView> {
    /// Views of a list, by name.
    ///
    /// # Errors
    /// When reading fails.
    pub fn of(&self, screen: &str) -> Result<Vec<SavedView>> {
        self.select("WHERE screen = ?1 ORDER BY name, id", [screen])
    }
}
