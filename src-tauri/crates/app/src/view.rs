//! Saved views: a filter and a choice of columns of a list under a name, for everybody or for oneself.

use cairn_domain::field::FieldError;
use cairn_domain::id::RecordId;
use cairn_store::table::saved_view::SavedView;
use serde::{Deserialize, Serialize};

use crate::error::{AppError, AppResult, Code};
use crate::tag::Tag;
use crate::usecase::{Mutation, Query, Reading, Writing};

/// Longest name and longest query, in characters.
const LONGEST_NAME: usize = 100;
const LONGEST_QUERY: usize = 4_000;

/// A saved view.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "SavedViewItem")]
pub struct ViewItem {
    /// Id of the row.
    pub id: RecordId,
    /// Its name.
    pub name: String,
    /// Filter and sort, as the screen wrote them.
    pub query: String,
    /// Columns shown; none for the usual ones.
    pub columns: Option<Vec<String>>,
    /// Whether only I see it.
    pub own: bool,
}

/// Views of a list that I may use.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "ViewListInput")]
pub struct List {
    /// The list, for example `system`.
    pub screen: String,
}

impl Query for List {
    const NAME: &'static str = "view.list";
    const TAGS: &'static [Tag] = &[Tag::Preferences];
    type Output = Vec<ViewItem>;

    fn run(self, cx: &Reading<'_>) -> AppResult<Self::Output> {
        let rows = cx.tx.saved_view().of(&self.screen)?.into_iter();
        let mine = rows.filter(|row| row.member.is_none_or(|member| member == cx.around.me));
        Ok(mine
            .map(|row| ViewItem {
                id: row.id,
                name: row.name,
                query: row.query,
                columns: row.columns.map(|columns| columns.split(',').map(str::to_owned).collect()),
                own: row.member.is_some(),
            })
            .collect())
    }
}

/// Saves a view; one of the same name is replaced.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "ViewSaveInput")]
pub struct Save {
    /// The list.
    pub screen: String,
    /// Its name.
    pub name: String,
    /// Filter and sort, as the screen writes them.
    pub query: String,
    /// Columns shown; none for the usual ones.
    pub columns: Option<Vec<String>>,
    /// Whether only I see it.
    pub own: bool,
}

impl Mutation for Save {
    const NAME: &'static str = "view.save";
    const TAGS: &'static [Tag] = &[Tag::Preferences, Tag::Trail];
    type Output = RecordId;

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<RecordId> {
        let refuse = |field: &str, code| AppError::from(FieldError { field: field.to_owned(), code });
        let name = self.name.split_whitespace().collect::<Vec<_>>().join(" ");
        match name.chars().count() {
            0 => return Err(refuse("name", "required")),
            length if length > LONGEST_NAME => return Err(refuse("name", "too-long")),
            _ => {}
        }
        let columns = self.columns.map(|columns| columns.join(","));
        let length = self.query.chars().count() + columns.as_deref().map_or(0, str::len);
        if length > LONGEST_QUERY {
            return Err(refuse("query", "too-long"));
        }
        let member = self.own.then_some(cx.around.me);
        let mut there = cx.tx.saved_view().of(&self.screen)?.into_iter();
        let same = there.find(|row| row.member == member && row.name == name);
        let query = self.query;
        let id = match same {
            Some(row) => {
                let id = row.id;
                cx.tx.saved_view().update(&SavedView { query, columns, ..row })?;
                id
            }
            None => {
                let (id, rev) = (RecordId(cx.tx.fresh_id()), cx.tx.stamp());
                let (screen, title) = (self.screen, name.clone());
                let row = SavedView { id, rev, screen, name: title, query, columns, member };
                cx.tx.saved_view().insert(&row)?;
                id
            }
        };
        cx.tell(None, "history-view-save", &[("name", name.into())]);
        Ok(id)
    }
}

/// Forgets a view.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "ViewDeleteInput")]
pub struct Delete {
    /// The view.
    pub id: RecordId,
}

impl Mutation for Delete {
    const NAME: &'static str = "view.delete";
    const TAGS: &'static [Tag] = Save::TAGS;
    type Output = ();

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<()> {
        let row = cx.tx.saved_view().get(self.id)?;
        if row.member.is_some_and(|member| member != cx.around.me) {
            return Err(AppError::new(Code::NotFound));
        }
        cx.tx.saved_view().delete(self.id)?;
        cx.tell(None, "history-view-delete", &[("name", row.name.into())]);
        Ok(())
    }
}
