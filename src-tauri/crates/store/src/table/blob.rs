//! Blobs: bytes named by their SHA-256, kept once, in chunks of 1 MiB.

use std::io::{Read, Write};

use rusqlite::Connection;
use sha2::{Digest, Sha256};

use crate::error::{Result, StoreError};
use crate::read::ReadTx;
use crate::row::{first, still_open};
use crate::table::entry::text;
use crate::write::WriteTx;

/// Bytes of a chunk.
pub const CHUNK: usize = 1 << 20;
/// Most bytes of one blob.
pub const MOST: u64 = 100 << 20;

/// A blob as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredBlob {
    /// SHA-256 of the bytes in hexadecimal.
    pub sha256: String,
    /// Number of bytes.
    pub size: u64,
    /// Whether the same bytes were there before.
    pub known: bool,
}

impl ReadTx<'_> {
    /// Size of a blob in bytes, if it is there.
    ///
    /// # Errors
    /// When reading fails.
    pub fn blob_size(&self, sha256: &str) -> Result<Option<u64>> {
        size(self.connection(), sha256)
    }

    /// Writes the bytes of a blob to `out`, chunk by chunk. They are hashed on the way.
    ///
    /// # Errors
    /// [`StoreError::NoSuchBlob`]; [`StoreError::Damaged`] when the bytes are not those the name says, in which case
    /// what was written must not be used.
    pub fn read_blob(&self, sha256: &str, out: &mut dyn Write) -> Result<u64> {
        if self.blob_size(sha256)?.is_none() {
            return Err(StoreError::NoSuchBlob(sha256.to_owned()));
        }
        let (found, size) = hash_chunks(self.connection(), sha256, out)?;
        if found == sha256 {
            Ok(size)
        } else {
            Err(StoreError::Damaged(format!("the bytes of blob {sha256}")))
        }
    }

    /// The bytes of a small blob, for example a pack.
    ///
    /// # Errors
    /// As [`ReadTx::read_blob`].
    pub fn blob_bytes(&self, sha256: &str) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.read_blob(sha256, &mut bytes)?;
        Ok(bytes)
    }
}

/// A blob on its way out, chunk by chunk. Chunks never change, so each may be taken in a read of its own.
#[derive(Debug)]
pub struct BlobCopy {
    sha256: String,
    chunks: i64,
    next: i64,
    hash: Sha256,
    /// Number of bytes of the whole.
    pub size: u64,
}

impl ReadTx<'_> {
    /// Begins to copy a blob out.
    ///
    /// # Errors
    /// [`StoreError::NoSuchBlob`].
    pub fn begin_copy(&self, sha256: &str) -> Result<BlobCopy> {
        let (size, chunks) =
            blob_row(self.connection(), sha256)?.ok_or_else(|| StoreError::NoSuchBlob(sha256.to_owned()))?;
        let (sha256, size) = (sha256.to_owned(), size.unsigned_abs());
        Ok(BlobCopy { sha256, chunks, next: 0, hash: Sha256::new(), size })
    }

    /// The next bytes; none after the last.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] at the end when the bytes are not those the name says; what came must not be used then.
    pub fn next_chunk(&self, copy: &mut BlobCopy) -> Result<Option<Vec<u8>>> {
        if copy.next >= copy.chunks {
            let found = hex::encode(copy.hash.finalize_reset());
            return if found == copy.sha256 {
                Ok(None)
            } else {
                Err(StoreError::Damaged(format!("the bytes of blob {}", copy.sha256)))
            };
        }
        let bytes = chunk(self.connection(), &copy.sha256, copy.next)?;
        copy.hash.update(&bytes);
        copy.next += 1;
        Ok(Some(bytes))
    }
}

/// The SHA-256 and the size of bytes before they are stored.
///
/// # Errors
/// [`StoreError::TooLarge`] when more than [`MOST`] bytes come, or when reading fails.
pub fn measure(from: &mut dyn Read) -> Result<(String, u64)> {
    let (mut hash, mut size) = (Sha256::new(), 0u64);
    let mut buffer = vec![0u8; CHUNK];
    loop {
        let bytes = fill(from, &mut buffer)?;
        if bytes.is_empty() {
            return Ok((hex::encode(hash.finalize()), size));
        }
        size += bytes.len() as u64;
        if size > MOST {
            return Err(StoreError::TooLarge { most: MOST });
        }
        hash.update(bytes);
    }
}

impl WriteTx<'_> {
    /// Stores bytes from a reader whose name is not known yet. They become part of this transaction: without an entry
    /// they are not kept. For what is small: giving them their name writes them a second time, and both stay in memory
    /// until the commit; files are measured first, see [`WriteTx::put_measured`].
    ///
    /// # Errors
    /// [`StoreError::TooLarge`] when more than [`MOST`] bytes come, or when reading or writing fails.
    pub fn put_blob(&mut self, from: &mut dyn Read) -> Result<StoredBlob> {
        // The name is known only at the end, so chunks are first kept under a name no blob can have.
        const BEING_WRITTEN: &str = "-";
        let conn = self.connection();
        let (sha256, size, chunks) = put_chunks(conn, BEING_WRITTEN, from)?;
        let known = blob_row(conn, &sha256)?.is_some();
        if known {
            conn.execute("DELETE FROM blob_chunk WHERE sha256 = ?1", [BEING_WRITTEN])?;
        } else {
            conn.execute("UPDATE blob_chunk SET sha256 = ?1 WHERE sha256 = ?2", [&sha256, BEING_WRITTEN])?;
            name_blob(conn, &sha256, size, chunks)?;
        }
        Ok(StoredBlob { sha256, size, known })
    }

    /// Stores bytes that were measured before, under their name and piece by piece, so that they are written and held
    /// once. None when other bytes come than were measured: then the transaction must be given up.
    ///
    /// # Errors
    /// [`StoreError::TooLarge`] when more than [`MOST`] bytes come, or when reading or writing fails.
    pub fn put_measured(&mut self, from: &mut dyn Read, sha256: &str) -> Result<Option<StoredBlob>> {
        let conn = self.connection();
        if let Some((size, _)) = blob_row(conn, sha256)? {
            let (sha256, size) = (sha256.to_owned(), size.unsigned_abs());
            return Ok(Some(StoredBlob { sha256, size, known: true }));
        }
        let (found, size, chunks) = put_chunks(conn, sha256, from)?;
        if found != sha256 {
            return Ok(None);
        }
        name_blob(conn, sha256, size, chunks)?;
        Ok(Some(StoredBlob { sha256: found, size, known: false }))
    }
}

/// Writes chunks under a name; gives the SHA-256 in hexadecimal, the number of bytes and that of chunks.
fn put_chunks(conn: &Connection, name: &str, from: &mut dyn Read) -> Result<(String, u64, i64)> {
    let mut hash = Sha256::new();
    let (mut size, mut chunks) = (0u64, 0i64);
    let mut buffer = vec![0u8; CHUNK];
    loop {
        let bytes = fill(from, &mut buffer)?;
        if bytes.is_empty() {
            return Ok((hex::encode(hash.finalize()), size, chunks));
        }
        size += bytes.len() as u64;
        if size > MOST {
            return Err(StoreError::TooLarge { most: MOST });
        }
        hash.update(bytes);
        still_open(conn)?;
        conn.prepare_cached("INSERT INTO blob_chunk (sha256, n, bytes) VALUES (?1, ?2, ?3)")?
            .execute((name, chunks, bytes))?;
        chunks += 1;
    }
}

fn name_blob(conn: &Connection, sha256: &str, size: u64, chunks: i64) -> Result<()> {
    let size = i64::try_from(size).unwrap_or(i64::MAX);
    conn.execute("INSERT INTO blob (sha256, size, chunks) VALUES (?1, ?2, ?3)", (sha256, size, chunks))?;
    Ok(())
}

/// Reads until the buffer is full or the reader ends.
fn fill<'b>(from: &mut dyn Read, buffer: &'b mut [u8]) -> Result<&'b [u8]> {
    let mut filled = 0;
    while let Some(rest) = buffer.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match from.read(rest) {
            Ok(0) => break,
            Ok(more) => filled += more,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(buffer.get(..filled).unwrap_or_default())
}

fn blob_row(conn: &Connection, sha256: &str) -> Result<Option<(i64, i64)>> {
    first(conn, "SELECT size, chunks FROM blob WHERE sha256 = ?1", [sha256], |row| {
        Ok((row.get(0)?, row.get(1)?))
    })
}

fn size(conn: &Connection, sha256: &str) -> Result<Option<u64>> {
    Ok(blob_row(conn, sha256)?.map(|(size, _)| size.unsigned_abs()))
}

/// The bytes of one chunk; none where it is lost, which the hash tells.
fn chunk(conn: &Connection, sha256: &str, n: i64) -> Result<Vec<u8>> {
    let sql = "SELECT bytes FROM blob_chunk WHERE sha256 = ?1 AND n = ?2";
    Ok(first(conn, sql, (sha256, n), |row| row.get::<_, Vec<u8>>(0))?.unwrap_or_default())
}

/// Streams the chunks of a blob and gives the hash and number of their bytes.
fn hash_chunks(conn: &Connection, sha256: &str, out: &mut dyn Write) -> Result<(String, u64)> {
    let mut hash = Sha256::new();
    let mut size = 0u64;
    let chunks: i64 = blob_row(conn, sha256)?.map_or(0, |(_, chunks)| chunks);
    // One statement per chunk: a reader that is slow to write holds no read lock over the whole blob.
    for n in 0..chunks {
        let bytes = chunk(conn, sha256, n)?;
        hash.update(&bytes);
        size += bytes.len() as u64;
        out.write_all(&bytes)?;
    }
    Ok((hex::encode(hash.finalize()), size))
}

/// Names of all blobs, of chunks without a blob, and of blobs that are referred to but not there.
pub(crate) struct Inventory {
    pub names: Vec<String>,
    pub strays: Vec<String>,
}

/// What there is to verify.
pub(crate) fn inventory(conn: &Connection) -> Result<Inventory> {
    let names = |sql: &str| -> Result<Vec<String>> {
        let mut statement = conn.prepare(sql)?;
        // A changed byte may leave a name that is no text; it is reported like any other that fits nothing.
        let name = |row: &rusqlite::Row<'_>| Ok(text(row, 0)?.unwrap_or_default());
        let names = statement.query_map([], name)?.collect::<rusqlite::Result<_>>()?;
        Ok(names)
    };
    Ok(Inventory {
        names: names("SELECT sha256 FROM blob ORDER BY sha256")?,
        strays: names(
            "SELECT DISTINCT c.sha256 FROM blob_chunk c LEFT JOIN blob b ON b.sha256 = c.sha256 \
             WHERE b.sha256 IS NULL OR c.n >= b.chunks OR c.n < 0",
        )?,
    })
}

/// Rows whose column names bytes that are not there: id and name.
pub(crate) fn missing(conn: &Connection, table: &str, column: &str) -> Result<Vec<(String, String)>> {
    let sql = format!(
        "SELECT id, {column} FROM {table} WHERE {column} IS NOT NULL AND {column} NOT IN (SELECT sha256 FROM blob)"
    );
    let mut statement = conn.prepare(&sql)?;
    let rows = statement
        .query_map([], |row| Ok((text(row, 0)?.unwrap_or_default(), text(row, 1)?.unwrap_or_default())))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What is wrong with a blob, if anything.
pub(crate) fn problem(conn: &Connection, sha256: &str) -> Result<Option<String>> {
    let Some(size) = size(conn, sha256)? else { return Ok(Some("missing".to_owned())) };
    let (found, length) = hash_chunks(conn, sha256, &mut std::io::sink())?;
    let sql = "SELECT count(*) FROM blob_chunk WHERE sha256 = ?1";
    let held = first(conn, sql, [sha256], |row| row.get::<_, i64>(0))?.unwrap_or(0);
    let stated = blob_row(conn, sha256)?.map_or(0, |(_, chunks)| chunks);
    Ok(if held != stated {
        Some(format!("{held} chunks instead of {stated}"))
    } else if found != sha256 {
        Some(format!("the bytes have the hash {found}"))
    } else if length != size {
        Some(format!("{length} bytes instead of {size}"))
    } else {
        None
    })
}
