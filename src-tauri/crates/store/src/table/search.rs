//! The search index: one document per record that is not deleted, derived from its row and its detail row.

use cairn_domain::id::RecordId;
use cairn_domain::record::RecordKind;
use rusqlite::Connection;

use crate::error::{Result, StoreError};
use crate::read::ReadTx;
use crate::row::first;

/// A record that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The record.
    pub record: RecordId,
    /// Its kind.
    pub kind: RecordKind,
    /// Its human code.
    pub code: Option<String>,
    /// Its title.
    pub title: String,
    /// Where the words were found; matches stand between U+0002 and U+0003.
    pub snippet: String,
}

impl ReadTx<'_> {
    /// Records that hold every word of `text`; the last word may be a beginning. Best first; a hit in code or title
    /// counts more than one in the text.
    ///
    /// # Errors
    /// When reading fails.
    pub fn search(&self, text: &str, kinds: &[RecordKind], limit: u32) -> Result<Vec<Hit>> {
        let Some(query) = query(text) else { return Ok(Vec::new()) };
        let kinds: Vec<String> = kinds.iter().map(|kind| format!("'{kind}'")).collect();
        let restrict =
            if kinds.is_empty() { String::new() } else { format!("AND d.kind IN ({})", kinds.join(", ")) };
        let sql = format!(
            "SELECT d.record, d.kind, search.code, search.title, \
             snippet(search, -1, char(2), char(3), '…', 16) FROM search JOIN search_doc d ON d.docid = search.rowid \
             WHERE search MATCH ?1 {restrict} ORDER BY bm25(search, 8.0, 5.0, 1.0), d.docid LIMIT ?2"
        );
        let mut statement = self.connection().prepare_cached(&sql)?;
        let rows = statement.query_map((&query, limit), |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get(2)?, row.get(3)?, row.get(4)?))
        })?;
        rows.map(|row| {
            let (record, kind, code, title, snippet) = row?;
            let damaged = |_| StoreError::Damaged("the search index".to_owned());
            Ok(Hit {
                record: record.parse().map_err(|_| damaged(()))?,
                kind: kind.parse().map_err(|_| damaged(()))?,
                code,
                title,
                snippet,
            })
        })
        .collect()
    }
}

/// An FTS5 query of plain words: what people type is never read as query syntax.
fn query(text: &str) -> Option<String> {
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(16)
        .map(|word| format!("\"{word}\""))
        .collect();
    (!words.is_empty()).then(|| format!("{}*", words.join(" ")))
}

/// SQL that gives the text of a record's detail row, by kind.
fn body_sql(kind: RecordKind) -> Option<&'static str> {
    Some(match kind {
        RecordKind::System => {
            "SELECT concat_ws(' ', purpose, benefits, outputs, foreseeable_misuse, department, supplier, model, \
             algorithm, platform, training_data, affected_people, decisions_influenced, users, technical_owner, \
             oversight, monitoring, registration_number, notes, source_id) FROM ai_system WHERE id = ?1"
        }
        RecordKind::Member => "SELECT coalesce(job_title, '') FROM member WHERE id = ?1",
        RecordKind::Evidence => {
            "SELECT concat_ws(' ', file_name, reference, note) FROM evidence WHERE id = ?1"
        }
        RecordKind::Action => "SELECT concat_ws(' ', text, effectiveness) FROM action WHERE id = ?1",
        RecordKind::Approval => "SELECT concat_ws(' ', signatory, reason) FROM approval WHERE id = ?1",
        RecordKind::Decision => "SELECT concat_ws(' ', pack, tier) FROM classification WHERE id = ?1",
        RecordKind::GapAssessment => "SELECT framework FROM gap_assessment WHERE id = ?1",
        RecordKind::GapLine => {
            "SELECT concat_ws(' ', requirement, statement, note) FROM gap_line WHERE id = ?1"
        }
        RecordKind::SoaRow => {
            "SELECT concat_ws(' ', control, justification, delivery_note) FROM soa_row WHERE id = ?1"
        }
        RecordKind::Candidate => {
            "SELECT concat_ws(' ', vendor, product, model, department, purpose) FROM candidate WHERE id = ?1"
        }
        RecordKind::EvidenceRequest => {
            "SELECT concat_ws(' ', requirement, what, department) FROM evidence_request WHERE id = ?1"
        }
        RecordKind::Obligation => "SELECT concat_ws(' ', obligation, reason) FROM obligation WHERE id = ?1",
        RecordKind::Sweep => "SELECT concat_ws(' ', area, department, note) FROM sweep WHERE id = ?1",
        RecordKind::Document => return None,
    })
}

/// A record that should be found and is not, if there is one.
pub(crate) fn first_unindexed(conn: &Connection) -> Result<Option<String>> {
    let sql = "SELECT id FROM record WHERE deleted_at IS NULL AND id NOT IN (SELECT record FROM search_doc) LIMIT 1";
    first(conn, sql, [], |row| row.get(0))
}

/// Brings the document of one record up to date.
pub(crate) fn refresh(conn: &Connection, record: &str) -> Result<()> {
    let docid: Option<i64> =
        first(conn, "SELECT docid FROM search_doc WHERE record = ?1", [record], |row| row.get(0))?;
    let sql = "SELECT kind, code, title FROM record WHERE id = ?1 AND deleted_at IS NULL";
    let anchor = first(conn, sql, [record], |row| {
        Ok((row.get::<_, String>(0)?, row.get::<_, Option<String>>(1)?, row.get::<_, String>(2)?))
    })?;
    if let Some(docid) = docid {
        conn.prepare_cached("DELETE FROM search WHERE rowid = ?1")?.execute([docid])?;
        if anchor.is_none() {
            conn.prepare_cached("DELETE FROM search_doc WHERE docid = ?1")?.execute([docid])?;
        }
    }
    let Some((kind, code, title)) = anchor else { return Ok(()) };
    let body = match kind.parse::<RecordKind>().ok().and_then(body_sql) {
        Some(sql) => first(conn, sql, [record], |row| row.get::<_, String>(0))?.unwrap_or_default(),
        None => String::new(),
    };
    let docid = match docid {
        Some(docid) => docid,
        None => {
            conn.prepare_cached("INSERT INTO search_doc (record, kind) VALUES (?1, ?2)")?
                .execute([record, &kind])?;
            conn.last_insert_rowid()
        }
    };
    conn.prepare_cached("INSERT INTO search (rowid, code, title, body) VALUES (?1, ?2, ?3, ?4)")?
        .execute((docid, code, title, body))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::query;

    #[test]
    fn what_people_type_is_words_only() {
        assert_eq!(query("loan sco"), Some("\"loan\" \"sco\"*".to_owned()));
        assert_eq!(query("AI-014 OR \"x\" NEAR("), Some("\"AI\" \"014\" \"OR\" \"x\" \"NEAR\"*".to_owned()));
        assert_eq!(query(" *\"- "), None);
    }
}
