//! A weekly look at the pages of the open file: a disk that begins to fail is noticed before backups only hold its damage.

use cairn_store::StoreError;

use crate::host::{Event, Host};
use crate::local::{Pages, Recent};
use crate::tag::Tag;

/// Days between two looks.
const DAYS: i32 = 7;

/// Looks at the pages of the open file when the last look is a week ago, and remembers what was found for the frame. Tells
/// whether it looked.
pub fn look_weekly(host: &Host) -> bool {
    let opened = host.with_open(|open| Ok((open.path.clone(), open.workspace.page_check())));
    let Ok((path, Some(check))) = opened else { return false };
    let of = |recent: &Recent| recent.path == path;
    let Some(known) = host.local.recent().into_iter().find(of) else { return false };
    let today = host.now().date();
    if known.pages.looked_on.as_ref().is_some_and(|day| today.days_since(day) < DAYS) {
        return false;
    }
    let damaged = match check.run() {
        Ok(()) => false,
        Err(StoreError::Damaged(_)) => true,
        // Held by others, or gone for the moment: looked at next time.
        Err(_) => return false,
    };
    // What was remembered meanwhile stays.
    if let Some(recent) = host.local.recent().into_iter().find(of) {
        let _ = host.local.revise(Recent { pages: Pages { looked_on: Some(today), damaged }, ..recent });
    }
    host.emit(Event::Changed(vec![Tag::Workspace, Tag::Preferences]));
    true
}
