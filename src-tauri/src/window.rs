//! What happens to the window: files dropped on it, and another program writing into the open file.

use std::sync::{Arc, Weak};
use std::time::Duration;

use cairn_app::host::{Event, Host};
use tauri::{DragDropEvent, Manager, Window, WindowEvent};

/// Other programs' writes are looked for this often.
const LOOK: Duration = Duration::from_millis(250);

/// Dropped files become tokens here; the window never sees their paths.
pub fn on_event(window: &Window, event: &WindowEvent) {
    if let WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) = event {
        let host = window.state::<Arc<Host>>();
        let places = paths.iter().map(|path| host.admit(path)).collect();
        host.emit(Event::Dropped(places));
    }
}

/// Watches the open file for entries of other programs until the host is gone.
pub fn watch(host: &Arc<Host>) {
    let host: Weak<Host> = Arc::downgrade(host);
    std::thread::spawn(move || {
        while let Some(host) = host.upgrade() {
            host.notice_other_writers();
            drop(host);
            std::thread::sleep(LOOK);
        }
    });
}
