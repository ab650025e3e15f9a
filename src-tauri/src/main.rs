//! The desktop shell: a window, native dialogs and the IPC adapter. It decides nothing.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod commands;
mod window;

use std::ffi::OsString;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use cairn_app::error::AppError;
use cairn_app::host::{Event, Host, Settings};
use tauri::{App, Emitter, Manager};

fn main() -> ExitCode {
    cairn_app::process::settle();
    let built = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(tauri::generate_handler![commands::call, commands::job, commands::dialog])
        .on_window_event(window::on_event)
        .setup(set_up)
        .run(tauri::generate_context!());
    if built.is_err() { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// Makes the host, opens a file given on the command line when the window asks, and looks after the open file.
fn set_up(app: &mut App) -> Result<(), Box<dyn std::error::Error>> {
    let handle = app.handle().clone();
    let host = Host::new(Settings {
        config: cairn_app::config_folder()?,
        clock: Arc::new(cairn_app::SystemClock),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        sink: Arc::new(move |event: Event| {
            // An event that cannot be sent means the window is closing; there is nobody left to tell.
            let _ = match event {
                Event::Changed(tags) => handle.emit("changed", tags),
                Event::Progress(job) => handle.emit("progress", job),
                Event::Dropped(places) => handle.emit("dropped", places),
            };
        }),
        opener: Some(Arc::new(|path: &Path| open::that_detached(path))),
    })
    .map_err(|error: AppError| format!("{error:?}"))?;
    let host = Arc::new(host);
    offer(&host, std::env::args_os().skip(1));
    cairn_app::watch::watch(&host);
    app.manage(host);
    Ok(())
}

/// A file to open, or with `--new` one to make: the wizard then has its place filled in, and asks the rest.
fn offer(host: &Host, mut arguments: impl Iterator<Item = OsString>) {
    match (arguments.next(), arguments.next()) {
        (Some(flag), Some(path)) if flag == "--new" => host.offer(path.as_ref(), true),
        (Some(path), _) => host.offer(path.as_ref(), false),
        _ => {}
    }
}
