//! What happens to the window: files dropped on it, and its end.

use std::sync::Arc;

use cairn_app::host::{Event, Host};
use tauri::{DragDropEvent, Manager, Window, WindowEvent};

/// Dropped files become tokens here; the window never sees their paths. When the window goes, the file is closed and
/// the start page will show how it stood.
pub fn on_event(window: &Window, event: &WindowEvent) {
    match event {
        WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) => {
            let host = window.state::<Arc<Host>>();
            let places = paths.iter().map(|path| host.admit(path)).collect();
            host.emit(Event::Dropped(places));
        }
        WindowEvent::Destroyed => cairn_app::workspace::leave(&window.state::<Arc<Host>>()),
        _ => {}
    }
}
