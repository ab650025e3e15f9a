//! Actions in an interview sheet: the open ones to read, and those that the person proposes.

use std::collections::{BTreeMap, BTreeSet};

use cairn_domain::id::{RecordId, WorkspaceId, natural_id};
use cairn_store::ReadTx;
use cairn_words::Words;

use super::{Todo, open_actions, same_line};
use crate::error::AppResult;
use crate::names::Names;
use crate::usecase::Writing;

/// The actions of a line.
#[derive(Default)]
pub(crate) struct LineActions {
    /// The open ones, the earliest due first.
    open: Vec<Todo>,
    /// Code of each action that is not deleted, by its title.
    codes: BTreeMap<String, String>,
    /// Every action there ever was, also those that were deleted since.
    ids: BTreeSet<RecordId>,
    /// The line and its workspace; none while nobody looked at the line.
    of: Option<(WorkspaceId, RecordId)>,
}

impl LineActions {
    /// The actions of a line, and of the same line in earlier assessments.
    pub(super) fn read(
        tx: &ReadTx<'_>,
        workspace: WorkspaceId,
        line: Option<RecordId>,
        names: &Names,
    ) -> AppResult<Self> {
        let Some(line) = line else { return Ok(Self::default()) };
        let open = open_actions(tx, line, names)?;
        let mut found = Self { open, of: Some((workspace, line)), ..Self::default() };
        for source in same_line(tx, line)? {
            for action in tx.action().of(source)? {
                let record = tx.record().get(action.id)?;
                found.ids.insert(record.id);
                if record.deleted_at.is_none() {
                    found.codes.insert(folded(&record.title), record.code.unwrap_or_default());
                }
            }
        }
        Ok(found)
    }

    /// The open actions, one below the other.
    pub(crate) fn text(&self, words: &Words) -> String {
        let told = |action: &Todo| {
            let text = action.in_words(words);
            match action.due.as_deref() {
                Some(due) => {
                    let due = words.date_short(due);
                    words.say_with("interview-action-due", &[("action", text.into()), ("date", due.into())])
                }
                None => text,
            }
        };
        self.open.iter().map(told).collect::<Vec<_>>().join("\n")
    }

    /// Whether an action was made of this proposal before, whatever it is called by now.
    pub(super) fn made_of(&self, title: &str) -> bool {
        self.of.is_some_and(|(workspace, line)| self.ids.contains(&proposed_id(workspace, line, title)))
    }

    /// The code of an action with this title.
    pub(super) fn named(&self, title: &str) -> Option<&str> {
        self.codes.get(&folded(title)).map(String::as_str)
    }
}

/// A title as it is compared with others.
pub(super) fn folded(title: &str) -> String {
    title.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// The id of the action that a proposal becomes: the same each time a sheet with it comes in, on every laptop.
fn proposed_id(workspace: WorkspaceId, line: RecordId, title: &str) -> RecordId {
    natural_id(workspace, "action", &format!("{line}/{}", folded(title)))
}

/// Makes actions of a line of what a person proposed. Whoever has to answer the line gets them.
pub(super) fn propose(cx: &mut Writing<'_, '_>, line: RecordId, titles: &[String]) -> AppResult<()> {
    let owner = cx.tx.record().get(line)?.owner;
    for title in titles {
        let id = proposed_id(cx.around.workspace, line, title);
        crate::relation::add_action(cx, Some(id), Some(line), title, owner, None)?;
    }
    Ok(())
}
