//! Setting, changing and taking away the passphrase of a file.

use std::path::Path;

use rusqlite::Connection;
use rusqlite::config::DbConfig;

use crate::backup::with_suffix;
use crate::connection;
use crate::error::{Result, StoreError};
use crate::registry::TABLES;
use crate::secret::Passphrase;
use crate::table::entry;
use crate::workspace::Workspace;

/// What the new file of a change is called until it takes the place of the old one.
const FRESH: &str = ".rekey";

impl Workspace {
    /// Sets, changes or takes away the passphrase: writes the whole workspace into a new file beside the old one, looks
    /// at it, and puts it in the old one's place in a single step. Whoever ends the program in between finds the old
    /// file under the old passphrase, or the new one under the new; never half of either. Nobody else writes meanwhile;
    /// a program that has the old file open can only read it from then on. Backups keep the passphrase they had.
    ///
    /// # Errors
    /// [`StoreError::WrongPassphrase`] when `current` is not the passphrase in use; [`StoreError::ReadOnly`];
    /// [`StoreError::Busy`]; [`StoreError::DiskFull`]. The old file is untouched then.
    pub fn change_passphrase(
        &mut self,
        current: Option<&Passphrase>,
        next: Option<Passphrase>,
    ) -> Result<()> {
        let same = match (current, &self.passphrase) {
            (Some(given), Some(used)) => given.expose() == used.expose(),
            (given, None) => given.is_none(),
            (None, Some(_)) => false,
        };
        if !same || next.as_ref().is_some_and(|next| next.expose().is_empty()) {
            return Err(StoreError::WrongPassphrase);
        }
        let path = self.path.clone().filter(|_| !self.read_only).ok_or(StoreError::ReadOnly)?;
        if self.is_replaced() {
            return Err(StoreError::Replaced);
        }
        // Held until the new file is in place, so that no entry goes into the old one.
        self.conn.execute_batch("BEGIN IMMEDIATE")?;
        let fresh = with_suffix(&path, FRESH);
        let moved = self.export(&path, &fresh, next.as_ref()).and_then(|()| self.take_place(&fresh, &path));
        if moved.is_err() {
            let _ = std::fs::remove_file(&fresh);
        }
        let passphrase = if moved.is_ok() { next } else { self.passphrase.clone() };
        self.reopen(&path, passphrase)?;
        moved
    }

    /// Writes everything into a new file and looks at it.
    fn export(&self, path: &Path, to: &Path, next: Option<&Passphrase>) -> Result<()> {
        let name =
            to.to_str().ok_or_else(|| StoreError::Io(std::io::Error::other("the path is no UTF-8")))?;
        let _ = std::fs::remove_file(to);
        std::fs::File::create_new(to)?.set_permissions(path.metadata()?.permissions())?;
        let source = connection::connect(path, self.passphrase.as_ref(), false)?;
        // The copy brings the tables of the search index along, which is otherwise forbidden.
        source.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, false)?;
        let key = next.map_or("", Passphrase::expose);
        source.execute("ATTACH DATABASE ?1 AS fresh KEY ?2", (name, key))?;
        source.query_row("SELECT sqlcipher_export('fresh')", [], |_| Ok(()))?;
        for pragma in ["application_id", "user_version"] {
            let value: i64 = source.pragma_query_value(None, pragma, |row| row.get(0))?;
            source.pragma_update(Some("fresh"), pragma, value)?;
        }
        source.execute_batch("DETACH DATABASE fresh")?;
        drop(source);
        self.compare(to, next)?;
        Ok(std::fs::File::open(to)?.sync_all()?)
    }

    /// The new file is whole, passes the gates, and holds as many rows and the same newest entry.
    fn compare(&self, to: &Path, next: Option<&Passphrase>) -> Result<()> {
        let copy = connection::connect(to, next, false)?;
        connection::quick_check(&copy)?;
        let mut same = connection::gate(&copy, next.is_some(), self.chain)? == self.schema;
        let head = |conn| Result::Ok(entry::last(conn)?.map(|last| (last.n, last.id)));
        same &= head(&copy)? == head(&self.conn)?;
        for table in TABLES {
            let sql = format!("SELECT count(*) FROM {}", table.name);
            let rows = |conn: &Connection| conn.query_row(&sql, [], |row| row.get::<_, i64>(0));
            same &= rows(&copy)? == rows(&self.conn)?;
        }
        if same { Ok(()) } else { Err(StoreError::Damaged("the new file".to_owned())) }
    }

    /// Puts the new file in the place of the old one.
    fn take_place(&mut self, fresh: &Path, path: &Path) -> Result<()> {
        if cfg!(windows) {
            // Windows replaces no file that is open; anybody else who holds it makes the step fail.
            self.conn = Connection::open_in_memory()?;
        }
        std::fs::rename(fresh, path)?;
        #[cfg(unix)]
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            std::fs::File::open(folder)?.sync_all()?;
        }
        Ok(())
    }

    /// Takes up the file at the path, whichever it is now.
    fn reopen(&mut self, path: &Path, passphrase: Option<Passphrase>) -> Result<()> {
        let conn = connection::connect(path, passphrase.as_ref(), false)?;
        connection::gate(&conn, passphrase.is_some(), self.chain)?;
        connection::prepare(&conn)?;
        self.conn = conn;
        self.passphrase = passphrase;
        self.file = connection::file_id(path);
        Ok(())
    }
}
