//! Systems that are hidden, because they were deleted or merged into another one, take no further writes.

use cairn_domain::time::Timestamp;
use rusqlite::Connection;

use crate::error::{Result, StoreError};
use crate::row::first;

/// Refuses an entry that changed a system which was hidden before it, or hung something new on one. It looks at what the
/// entry touched, so it holds for every use case. What hung on the system before, such as an open action, can still be
/// worked on; undo brings the system itself back and is not asked.
///
/// # Errors
/// [`StoreError::Hidden`] names the system and the one it was merged into.
pub(crate) fn guard(conn: &Connection, n: i64, time: &Timestamp) -> Result<()> {
    let sql = "SELECT r.code, r.title, into_record.code FROM ai_system s JOIN record r ON r.id = s.id \
               JOIN touched t ON t.record = r.id AND t.entry = ?1 \
               LEFT JOIN record into_record ON into_record.id = s.merged_into \
               WHERE r.deleted_at IS NOT NULL AND r.deleted_at <> ?2 AND ((t.tbl IN ('record', 'ai_system') AND t.row = r.id) \
               OR t.tbl IN ('classification', 'obligation', 'screening', 'control_status', 'system_transition', \
               'system_version', 'data_set') \
               OR (t.tbl IN ('link', 'comment', 'action', 'evidence_use', 'approval', 'candidate') AND NOT EXISTS \
               (SELECT 1 FROM touched e WHERE e.record = t.record AND e.tbl = t.tbl AND e.row = t.row AND e.entry < ?1))) \
               LIMIT 1";
    let found = first(conn, sql, (n, time.to_string()), |row| {
        Ok(StoreError::Hidden {
            code: row.get::<_, Option<String>>(0)?.unwrap_or_default(),
            title: row.get(1)?,
            into: row.get(2)?,
        })
    })?;
    found.map_or(Ok(()), Err)
}
