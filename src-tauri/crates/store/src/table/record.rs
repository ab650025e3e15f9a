//! The anchor of everything a person can open.

use cairn_domain::id::{MemberId, RecordId};
use cairn_domain::record::{RecordKind, human_code};
use cairn_domain::state::ActionStatus;
use cairn_domain::time::{Date, Timestamp};

use crate::derived::series_of;
use crate::error::{Result, StoreError};
use crate::read::Page;
use crate::row::{Rows, RowsMut, first};
use crate::table::code_seen;
use crate::value::{Cell, Value};
use crate::write::WriteTx;

row! {
    /// What every record has; a detail table of its kind shares the id.
    "record" => Record {
        /// Kind; it says which detail table holds the rest.
        kind: RecordKind,
        /// Human code such as `AI-014`; never changed, never used again.
        code: Option<String>,
        /// Name or title.
        title: String,
        /// Who answers for it.
        owner: Option<MemberId>,
        /// Due or review date.
        due: Option<Date>,
        /// When it was deleted; it stays in the file.
        deleted_at: Option<Timestamp>,
    }
}

impl Rows<'_, Record> {
    /// Records of a kind that are not deleted, in the order of their codes.
    ///
    /// # Errors
    /// When reading fails.
    pub fn of_kind(&self, kind: RecordKind, page: Page) -> Result<Vec<Record>> {
        self.select(
            "WHERE kind = ?1 AND deleted_at IS NULL ORDER BY length(code), code, id LIMIT ?2 OFFSET ?3",
            (kind.as_str(), page.limit, page.offset),
        )
    }

    /// How many records of a kind are not deleted.
    ///
    /// # Errors
    /// When reading fails.
    pub fn count_of(&self, kind: RecordKind) -> Result<u64> {
        let sql = "SELECT count(*) FROM record WHERE kind = ?1 AND deleted_at IS NULL";
        let count = first(self.conn, sql, [kind.as_str()], |row| row.get::<_, i64>(0))?;
        Ok(count.unwrap_or(0).unsigned_abs())
    }

    /// The record with this code, deleted or not.
    ///
    /// # Errors
    /// When reading fails.
    pub fn by_code(&self, code: &str) -> Result<Option<Record>> {
        Ok(self.select("WHERE code = ?1", [code])?.into_iter().next())
    }
}

impl Rows<'_, Record> {
    /// What is due first of all that is neither deleted nor, being an action, done with.
    ///
    /// # Errors
    /// When reading fails.
    pub fn next_due(&self) -> Result<Option<Record>> {
        let rows = self.select(
            "WHERE due IS NOT NULL AND deleted_at IS NULL AND (kind <> ?1 OR id IN (SELECT id FROM action WHERE \
             status IN (?2, ?3))) ORDER BY due, code LIMIT 1",
            [RecordKind::Action.as_str(), ActionStatus::Open.as_str(), ActionStatus::InProgress.as_str()],
        )?;
        Ok(rows.into_iter().next())
    }
}

impl RowsMut<'_, Record> {
    /// Sets the title.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub fn set_title(&mut self, id: RecordId, title: &str) -> Result<bool> {
        self.set(id, &[("title", title.into())])
    }

    /// Sets who answers for the record.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub fn set_owner(&mut self, id: RecordId, owner: Option<MemberId>) -> Result<bool> {
        self.set(id, &[("owner", owner.to_value())])
    }

    /// Sets the due or review date.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub fn set_due(&mut self, id: RecordId, due: Option<&Date>) -> Result<bool> {
        self.set(id, &[("due", due.map_or(Value::Null, Cell::to_value))])
    }
}

impl WriteTx<'_> {
    /// Makes a record with a fresh id and, where the kind has one, the next human code.
    ///
    /// # Errors
    /// When writing fails.
    pub fn create_record(
        &mut self,
        kind: RecordKind,
        title: &str,
        owner: Option<MemberId>,
        due: Option<Date>,
    ) -> Result<Record> {
        let id = RecordId(self.fresh_id());
        self.create_record_with_id(id, kind, title, owner, due)
    }

    /// As [`WriteTx::create_record`], for rows whose id comes from a natural key.
    ///
    /// # Errors
    /// When writing fails or the id is taken.
    pub fn create_record_with_id(
        &mut self,
        id: RecordId,
        kind: RecordKind,
        title: &str,
        owner: Option<MemberId>,
        due: Option<Date>,
    ) -> Result<Record> {
        let code = kind.code_prefix().map(|prefix| self.next_code(prefix)).transpose()?;
        let record = Record {
            id,
            rev: self.stamp(),
            kind,
            code,
            title: title.to_owned(),
            owner,
            due,
            deleted_at: None,
        };
        self.record().insert(&record)?;
        Ok(record)
    }

    /// Hides a record; it stays in the file and its code is not used again. Gives whether anything changed.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub fn delete_record(&mut self, id: RecordId) -> Result<bool> {
        let record = self.record().get(id)?;
        if record.deleted_at.is_some() {
            return Ok(false);
        }
        let now = self.time().to_value();
        self.record().set(id, &[("deleted_at", now)])
    }

    /// Brings a deleted record back. Gives whether anything changed.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub fn restore_record(&mut self, id: RecordId) -> Result<bool> {
        self.record().set(id, &[("deleted_at", Value::Null)])
    }

    /// The next code of a prefix on this device. Codes that once were in use, even by rows that an undo took away, are
    /// remembered and not given again.
    fn next_code(&mut self, prefix: &str) -> Result<String> {
        let device = self.device_number();
        let (series, _) = series_of(&human_code(prefix, device, 1)).unwrap_or_default();
        let last = match self.codes.get(&series) {
            Some(last) => *last,
            None => code_seen::last(self.connection(), &series)?.unwrap_or(0),
        };
        let next =
            last.checked_add(1).ok_or_else(|| StoreError::Damaged(format!("codes {series} ran out")))?;
        self.codes.insert(series, next);
        Ok(human_code(prefix, device, next))
    }
}
