//! Members: people and programs that act.

use std::collections::BTreeSet;

use cairn_domain::id::{MemberId, RecordId};
use cairn_domain::role::{Affiliation, MemberKind, Role, Standing};

use super::record::Record;
use crate::error::Result;
use crate::row::{Cells, Row, Rows, columns};

row! {
    /// What a member may do; name and history are on the record with the same id.
    "member" => Member {
        /// Roles held.
        roles: BTreeSet<Role>,
        /// Person or program.
        kind: MemberKind,
        /// Own staff or consultant.
        affiliation: Affiliation,
        /// Job title.
        job_title: Option<String>,
        /// Whether they still act; who left stays in the history.
        active: bool,
    }
}

impl Member {
    /// The facts permissions depend on.
    #[must_use]
    pub fn standing(&self) -> Standing {
        Standing {
            roles: self.roles.clone(),
            kind: self.kind,
            affiliation: self.affiliation,
            active: self.active,
        }
    }
}

impl Rows<'_, Member> {
    /// The member with this id.
    ///
    /// # Errors
    /// [`crate::StoreError::NotFound`].
    pub fn by_id(&self, id: MemberId) -> Result<Member> {
        self.get(RecordId::from(id))
    }

    /// Members that are not deleted with their records, by name.
    ///
    /// # Errors
    /// When reading fails.
    pub fn with_records(&self) -> Result<Vec<(Record, Member)>> {
        let sql = format!(
            "SELECT {}, {} FROM member m JOIN record r ON r.id = m.id WHERE r.deleted_at IS NULL \
             ORDER BY r.title COLLATE NOCASE, r.id",
            columns::<Record>("r."),
            columns::<Member>("m.")
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query([])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let mut cells = Cells::new(row, Member::TABLE);
            found.push((Record::read(&mut cells)?, Member::read(&mut cells)?));
        }
        Ok(found)
    }
}
