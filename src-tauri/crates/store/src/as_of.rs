//! The workspace as it was after entry N: replayed into memory, read with today's queries.

use cairn_domain::id::WorkspaceId;
use cairn_ledger::Sections;
use rusqlite::Connection;

use crate::derived;
use crate::error::{Result, StoreError};
use crate::history::{check_payload, header_of};
use crate::read::ReadTx;
use crate::replay::{Replay, Step};
use crate::schema::Chain;
use crate::table::entry;
use crate::workspace::Workspace;

/// Recorded tables and search as they were. It has no ledger of its own: history is asked of the workspace.
pub struct AsOf {
    conn: Connection,
    workspace: WorkspaceId,
    chain: &'static Chain,
    entry: u64,
}

impl AsOf {
    /// The entry after which it was so.
    #[must_use]
    pub fn entry(&self) -> u64 {
        self.entry
    }

    /// Reads.
    ///
    /// # Errors
    /// Whatever the function gives.
    pub fn read<T, E: From<StoreError>>(
        &self,
        body: impl FnOnce(&ReadTx<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        body(&ReadTx::new(&self.conn, self.workspace, self.chain))
    }
}

impl Workspace {
    /// The workspace as it was after entry `n`: migrations and payloads up to there, then the remaining migrations.
    ///
    /// # Errors
    /// [`StoreError::NoSuchEntry`]; [`StoreError::Damaged`] when an entry up to there does not hold.
    pub fn as_of(&self, n: u64) -> Result<AsOf> {
        let upto = i64::try_from(n).map_err(|_| StoreError::NoSuchEntry(n))?;
        if n == 0 || entry::find(&self.conn, upto)?.is_none() {
            return Err(StoreError::NoSuchEntry(n));
        }
        let mut replay = Replay::new(self.chain)?;
        let mut after = 0;
        while after < upto {
            let page = entry::page(&self.conn, after, upto, 1000)?;
            let Some(last) = page.last() else { break };
            after = last.n;
            for stored in &page {
                let damaged = || StoreError::Damaged(format!("entry {} of the ledger", stored.n));
                let header = header_of(stored)?;
                let (salt, bytes) = stored.payload.as_ref().ok_or_else(damaged)?;
                check_payload(&header, salt, bytes).ok_or_else(damaged)?;
                let changeset = Sections::read(bytes).map_err(|_| damaged())?.changeset.to_vec();
                replay.feed(Step { n: stored.n, header, changeset })?;
            }
        }
        replay.finish_schema()?;
        if let Some(fault) = replay.take_faults().first() {
            return Err(StoreError::Damaged(format!("entry {}: {}: {}", fault.n, fault.code, fault.detail)));
        }
        let conn = replay.into_connection();
        crate::connection::functions(&conn)?;
        derived::index_all(&conn)?;
        Ok(AsOf { conn, workspace: self.id, chain: self.chain, entry: n })
    }
}
