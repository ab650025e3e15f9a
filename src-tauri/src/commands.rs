//! The three commands of the window.

use std::sync::Arc;

use cairn_app::dialog::{DialogRequest, JobRequest};
use cairn_app::error::{AppError, WireError};
use cairn_app::host::Host;
use cairn_app::place::Place;
use serde_json::Value;
use tauri::{AppHandle, State};
use tauri_plugin_dialog::{DialogExt, FilePath};

/// A use case: JSON in, JSON out. Runs on the blocking pool, so that a slow one never holds the window.
#[tauri::command]
pub async fn call(host: State<'_, Arc<Host>>, name: String, input: Value) -> Result<Value, WireError> {
    let host = Arc::clone(&host);
    let words = host.words();
    tauri::async_runtime::spawn_blocking(move || host.call(&name, input))
        .await
        .unwrap_or_else(|error| Err(AppError::internal(error.to_string()).to_wire(&words)))
}

/// Starts a job on a thread of its own, or asks one to stop.
#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "a command takes its state by value")]
pub fn job(host: State<'_, Arc<Host>>, request: JobRequest) -> Result<Option<String>, WireError> {
    match request {
        JobRequest::Start { name, input } => {
            let id = host.start_job(&name)?;
            let (host, job) = (Arc::clone(&host), id.clone());
            tauri::async_runtime::spawn_blocking(move || host.run_job(&job, &name, input));
            Ok(Some(id))
        }
        JobRequest::Cancel { job } => {
            host.cancel_job(&job);
            Ok(None)
        }
    }
}

/// A native dialog; the window learns a token and a name, never gets a path to act on.
#[tauri::command]
pub async fn dialog(
    app: AppHandle,
    host: State<'_, Arc<Host>>,
    request: DialogRequest,
) -> Result<Option<Place>, WireError> {
    let host = Arc::clone(&host);
    let words = host.words();
    tauri::async_runtime::spawn_blocking(move || choose(&app, &request).map(|path| host.admit(&path)))
        .await
        .map_err(|error| AppError::internal(error.to_string()).to_wire(&words))
}

fn choose(app: &AppHandle, request: &DialogRequest) -> Option<std::path::PathBuf> {
    let chosen = match request {
        DialogRequest::Open { title, files } => dialog_for(app, title, files).blocking_pick_file(),
        DialogRequest::Folder { title } => dialog_for(app, title, &[]).blocking_pick_folder(),
        DialogRequest::Save { title, files, suggested } => {
            dialog_for(app, title, files).set_file_name(suggested).blocking_save_file()
        }
    };
    chosen.and_then(|path: FilePath| path.into_path().ok())
}

fn dialog_for(
    app: &AppHandle,
    title: &str,
    files: &[cairn_app::dialog::FileType],
) -> tauri_plugin_dialog::FileDialogBuilder<tauri::Wry> {
    files.iter().fold(app.dialog().file().set_title(title), |dialog, kind| {
        let endings: Vec<&str> = kind.endings.iter().map(String::as_str).collect();
        dialog.add_filter(&kind.name, &endings)
    })
}
