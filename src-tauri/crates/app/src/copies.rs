//! Copies of evidence that other programs show: in a temporary folder only this person can read, cleared when the
//! workspace is closed, when the program ends and, should it have been stopped hard, at its next start.

use std::fs::{DirBuilder, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use uuid::Uuid;

/// What the folders are named after.
const PREFIX: &str = "cairn-opened-";

/// The folder of this program, once something was opened.
#[derive(Debug)]
struct Mine {
    folder: PathBuf,
    /// Held for as long as the folder is in use; the system lets go of it however the program ends.
    lock: File,
}

/// The copies this program made.
#[derive(Debug)]
pub(crate) struct Copies {
    root: PathBuf,
    mine: Mutex<Option<Mine>>,
}

fn lock_of(folder: &Path) -> PathBuf {
    folder.with_extension("lock")
}

/// A folder nobody else can look into; it must not be there yet.
fn private(folder: &Path) -> io::Result<()> {
    #[allow(unused_mut, reason = "only some systems have a mode to set")]
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

impl Copies {
    /// Copies below `root`. Folders that no living program holds are cleared away.
    pub(crate) fn below(root: &Path) -> Self {
        clear_litter(root);
        Self { root: root.to_owned(), mine: Mutex::default() }
    }

    /// A new file of this name, in a folder of its own so that the name can stay.
    pub(crate) fn make(&self, name: &str) -> io::Result<(PathBuf, File)> {
        let mut mine = self.mine.lock().unwrap_or_else(PoisonError::into_inner);
        if mine.is_none() {
            *mine = Some(self.begin()?);
        }
        let Some(Mine { folder, .. }) = mine.as_ref() else { return Err(io::ErrorKind::NotFound.into()) };
        let folder = folder.join(Uuid::new_v4().simple().to_string());
        private(&folder)?;
        let path = folder.join(name);
        let file = File::create_new(&path)?;
        Ok((path, file))
    }

    fn begin(&self) -> io::Result<Mine> {
        let folder = self.root.join(format!("{PREFIX}{}", Uuid::new_v4().simple()));
        // The lock comes first: a folder without one is litter to every other program.
        let lock = File::create_new(lock_of(&folder))?;
        lock.try_lock().map_err(|error| match error {
            TryLockError::Error(error) => error,
            TryLockError::WouldBlock => io::ErrorKind::WouldBlock.into(),
        })?;
        private(&folder)?;
        Ok(Mine { folder, lock })
    }

    /// Takes all copies away. What another program still holds stays until the next start.
    pub(crate) fn clear(&self) {
        let mine = self.mine.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(Mine { folder, lock }) = mine {
            let cleared = std::fs::remove_dir_all(&folder).is_ok();
            drop(lock);
            if cleared {
                let _ = std::fs::remove_file(lock_of(&folder));
            }
        }
    }
}

impl Drop for Copies {
    fn drop(&mut self) {
        self.clear();
    }
}

fn clear_litter(root: &Path) {
    let Ok(entries) = std::fs::read_dir(root) else { return };
    for entry in entries.flatten() {
        let named = entry.file_name().to_string_lossy().starts_with(PREFIX);
        if !named || !entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            continue;
        }
        let lock = lock_of(&entry.path());
        let held = match File::open(&lock) {
            Ok(lock) => lock.try_lock().is_err(),
            // A lock of somebody else cannot be opened, nor could the folder be.
            Err(error) => error.kind() != io::ErrorKind::NotFound,
        };
        if !held && std::fs::remove_dir_all(entry.path()).is_ok() {
            let _ = std::fs::remove_file(&lock);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn names(root: &Path) -> Vec<String> {
        let mut names: Vec<String> = std::fs::read_dir(root)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn copies_are_private_and_go() {
        let root = tempfile::tempdir().unwrap();
        let copies = Copies::below(root.path());
        assert!(names(root.path()).is_empty(), "nothing is made before it is needed");
        let (path, mut file) = copies.make("Minutes.pdf").unwrap();
        file.write_all(b"who said what").unwrap();
        let (second, _) = copies.make("Minutes.pdf").unwrap();
        assert_ne!(path, second, "one copy never replaces another that somebody looks at");
        #[cfg(unix)]
        for folder in [path.parent().unwrap(), path.parent().unwrap().parent().unwrap()] {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(folder.metadata().unwrap().permissions().mode() & 0o777, 0o700);
        }
        copies.clear();
        assert!(names(root.path()).is_empty(), "{:?}", names(root.path()));
        copies.make("again.pdf").unwrap();
        drop(copies);
        assert!(names(root.path()).is_empty(), "the end of the program clears them");
    }

    #[test]
    fn a_start_clears_what_a_crash_left_and_nothing_else() {
        let root = tempfile::tempdir().unwrap();
        let living = Copies::below(root.path());
        let (path, _) = living.make("held.pdf").unwrap();
        let dead = root.path().join(format!("{PREFIX}dead"));
        std::fs::create_dir_all(dead.join("x")).unwrap();
        std::fs::write(dead.join("x/secret.pdf"), b"secret").unwrap();
        std::fs::write(lock_of(&dead), b"").unwrap();
        std::fs::create_dir(root.path().join("cairn-other")).unwrap();
        let _next = Copies::below(root.path());
        assert!(!dead.exists() && !lock_of(&dead).exists(), "what nobody holds goes");
        assert!(path.exists(), "what a living program shows stays");
        assert!(root.path().join("cairn-other").exists());
    }
}
