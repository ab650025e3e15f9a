//! Looking after the open file in the background, the same in every surface that stays open.

use std::sync::{Arc, Weak};
use std::time::Duration;

use crate::host::Host;

/// Other programs' writes are looked for this often.
const LOOK: Duration = Duration::from_millis(250);
/// Whether a backup is due is looked for this often.
const BACKUP: Duration = Duration::from_secs(1);
/// Whether a look at the pages is due is looked for this often.
const PAGES: Duration = Duration::from_secs(60);

/// Notices other programs' writes, keeps the backup of the day and looks at the pages once a week, until the host is gone.
/// What may take long has a thread of its own, so that nothing else waits for it.
pub fn watch(host: &Arc<Host>) {
    repeat(host, LOOK, Host::notice_other_writers);
    repeat(host, BACKUP, |host| {
        crate::backup::keep_daily(host);
    });
    repeat(host, PAGES, |host| {
        crate::pages::look_weekly(host);
    });
}

fn repeat(host: &Arc<Host>, every: Duration, look: impl Fn(&Host) + Send + 'static) {
    let host: Weak<Host> = Arc::downgrade(host);
    std::thread::spawn(move || {
        while let Some(host) = host.upgrade() {
            look(&host);
            drop(host);
            std::thread::sleep(every);
        }
    });
}
