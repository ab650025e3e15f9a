//! Read transactions.

use cairn_domain::id::WorkspaceId;
use rusqlite::Connection;

use crate::schema::Chain;

/// Part of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// Rows to pass over.
    pub offset: u32,
    /// Most rows to give.
    pub limit: u32,
}

impl Page {
    /// Everything there is.
    pub const ALL: Self = Self { offset: 0, limit: u32::MAX };

    /// The first rows.
    #[must_use]
    pub const fn first(limit: u32) -> Self {
        Self { offset: 0, limit }
    }
}

/// A consistent view of the workspace. Keep it short: while one is open another program's COMMIT waits.
pub struct ReadTx<'a> {
    conn: &'a Connection,
    workspace: WorkspaceId,
    chain: &'static Chain,
}

impl<'a> ReadTx<'a> {
    pub(crate) fn new(conn: &'a Connection, workspace: WorkspaceId, chain: &'static Chain) -> Self {
        Self { conn, workspace, chain }
    }

    pub(crate) fn connection(&self) -> &'a Connection {
        self.conn
    }

    pub(crate) fn chain(&self) -> &'static Chain {
        self.chain
    }

    /// The workspace; the namespace of natural ids.
    #[must_use]
    pub fn workspace(&self) -> WorkspaceId {
        self.workspace
    }
}
