//! Which programs of this computer have a file open, so that a busy file can be answered with a name.
//!
//! Each program keeps a note in the config folder and holds a lock on a file beside it. The system lets go of the lock
//! when the program ends, however it ends; a note without a lock is litter and is cleared away by whoever finds it.

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};

use cairn_domain::time::Timestamp;
use cairn_words::Words;
use serde::{Deserialize, Serialize};

use crate::error::{AppError, AppResult};
use crate::host::Host;

/// A program that has a file open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Note {
    file: PathBuf,
    program: String,
    process: u32,
    since: Timestamp,
}

/// This program's note; it goes away with the value.
#[derive(Debug)]
pub struct Here {
    folder: PathBuf,
    name: String,
    file: PathBuf,
    /// Held for as long as the note is true.
    _lock: File,
}

impl Here {
    /// Other programs that have the same file open, in words.
    #[must_use]
    pub fn others(&self, words: &Words) -> Vec<String> {
        notes(&self.folder, &self.file, Some(&self.name)).iter().map(|note| in_words(note, words)).collect()
    }
}

impl Drop for Here {
    fn drop(&mut self) {
        clear(&self.folder, &self.name);
    }
}

fn clear(folder: &Path, name: &str) {
    let _ = std::fs::remove_file(folder.join(format!("{name}.json")));
    let _ = std::fs::remove_file(folder.join(format!("{name}.lock")));
}

/// One spelling of a path, whichever way it was reached.
fn plain(file: &Path) -> PathBuf {
    file.canonicalize().unwrap_or_else(|_| file.to_owned())
}

/// Notes that this program has the file open. Only a help for others: where the note cannot be kept there is none.
pub(crate) fn announce(config: &Path, file: &Path, now: &Timestamp) -> Option<Here> {
    let folder = config.join("open");
    std::fs::create_dir_all(&folder).ok()?;
    let program = std::env::current_exe().ok()?.file_stem()?.to_string_lossy().into_owned();
    let process = std::process::id();
    let note = Note { file: plain(file), program, process, since: now.clone() };
    let name = format!("{process}-{}", uuid::Uuid::new_v4().simple());
    let lock = File::create_new(folder.join(format!("{name}.lock"))).ok()?;
    lock.try_lock().ok()?;
    std::fs::write(folder.join(format!("{name}.json")), serde_json::to_vec(&note).ok()?).ok()?;
    Some(Here { folder, name, file: note.file, _lock: lock })
}

/// Living notes about a file, the oldest first.
fn notes(folder: &Path, file: &Path, but: Option<&str>) -> Vec<Note> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut found = Vec::new();
    for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
        let name = path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if path.extension().is_none_or(|ending| ending != "lock") || but == Some(name.as_str()) {
            continue;
        }
        let held =
            File::open(&path).is_ok_and(|lock| matches!(lock.try_lock(), Err(TryLockError::WouldBlock)));
        if !held {
            clear(folder, &name);
            continue;
        }
        let note = std::fs::read(folder.join(format!("{name}.json"))).ok();
        found.extend(
            note.and_then(|bytes| serde_json::from_slice::<Note>(&bytes).ok()).filter(|n| n.file == file),
        );
    }
    found.sort_by(|a, b| a.since.cmp(&b.since));
    found
}

fn in_words(note: &Note, words: &Words) -> String {
    let key = format!("program-{}", note.program);
    let name = if words.has(&key) { words.say(&key) } else { note.program.clone() };
    words.say_with("program-named", &[("name", name.into()), ("process", note.process.to_string().into())])
}

/// A busy file, with the names of the programs that have it open where there are any.
pub(crate) fn name_holders(host: &Host, file: &Path, error: AppError) -> AppError {
    let own = host.with_open(|open| AppResult::Ok(open.here.as_ref().map(|here| here.name.clone())));
    let own = own.ok().flatten();
    let folder = host.local.folder().join("open");
    let words = host.words();
    let found: Vec<_> =
        notes(&folder, &plain(file), own.as_deref()).iter().map(|note| in_words(note, &words)).collect();
    if found.is_empty() {
        return error;
    }
    AppError { key: "error-busy-named".to_owned(), ..error }.with("who", found.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_lives_as_long_as_its_program() {
        let config = tempfile::tempdir().unwrap();
        let file = config.path().join("a.cairn");
        std::fs::write(&file, b"x").unwrap();
        let now: Timestamp = "2026-11-24T08:00:00.000Z".parse().unwrap();
        let words = Words::load("en").unwrap();
        let mine = announce(config.path(), &file, &now).unwrap();
        assert_eq!(mine.others(&words), Vec::<String>::new());
        let yours = announce(config.path(), &file, &now).unwrap();
        let other = announce(config.path(), &config.path().join("b.cairn"), &now).unwrap();
        assert_eq!(mine.others(&words).len(), 1);
        assert!(mine.others(&words).iter().all(|name| name.contains(&std::process::id().to_string())));
        drop(yours);
        assert_eq!(mine.others(&words), Vec::<String>::new());
        // A program that was killed leaves its note without a lock.
        let folder = config.path().join("open");
        std::fs::write(folder.join("1-dead.lock"), b"").unwrap();
        std::fs::write(
            folder.join("1-dead.json"),
            std::fs::read(folder.join(format!("{}.json", mine.name))).unwrap(),
        )
        .unwrap();
        assert_eq!(mine.others(&words), Vec::<String>::new());
        assert!(!folder.join("1-dead.json").exists());
        drop((mine, other));
        assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 0);
    }
}
