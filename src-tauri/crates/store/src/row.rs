//! Rows of recorded tables: one way to read and write them all.

use std::marker::PhantomData;
use std::ops::Deref;

use cairn_domain::id::{RecordId, Stamp};
use rusqlite::{Connection, OptionalExtension, Params, params_from_iter};

use crate::error::{FieldConflict, Result, StoreError};
use crate::value::{Cell, Value};

/// A row of a recorded table.
pub trait Row: Sized {
    /// Name of the table.
    const TABLE: &'static str;
    /// Columns after `id` and `rev`, in the order of the struct.
    fn columns() -> &'static [&'static str];
    /// Id of the row.
    fn id(&self) -> RecordId;
    /// Stamp of the write that last changed the row.
    fn rev(&self) -> Stamp;
    /// Values of [`Row::columns`].
    fn values(&self) -> Vec<Value>;
    /// Reads `id`, `rev` and the columns.
    ///
    /// # Errors
    /// A value this program does not know, with the row's name.
    fn read(cells: &mut Cells<'_, '_>) -> Result<Self>;
}

/// The columns of one row, read from left to right.
pub struct Cells<'r, 's> {
    row: &'r rusqlite::Row<'s>,
    table: &'static str,
    at: usize,
}

impl<'r, 's> Cells<'r, 's> {
    pub(crate) fn new(row: &'r rusqlite::Row<'s>, table: &'static str) -> Self {
        Self { row, table, at: 0 }
    }

    /// The next column; `column` is its name for errors.
    ///
    /// # Errors
    /// When the stored value is none of the type.
    pub fn take<T: Cell>(&mut self, column: &str) -> Result<T> {
        let value = Value::of(self.row.get_ref(self.at)?);
        self.at += 1;
        value.ok_or_else(|| "neither text nor a whole number".to_owned()).and_then(T::from_value).map_err(
            |detail| {
                let row = self.row.get_ref(0).ok().and_then(|id| id.as_str().ok().map(str::to_owned));
                StoreError::Value {
                    table: self.table.to_owned(),
                    row: row.unwrap_or_default(),
                    column: column.to_owned(),
                    detail,
                }
            },
        )
    }
}

/// Declares the row of one table: the struct and how it is read and written.
macro_rules! row {
    ($(#[$meta:meta])* $table:literal => $name:ident { $($(#[$fmeta:meta])* $field:ident : $kind:ty),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $name {
            /// Id of the row.
            pub id: cairn_domain::id::RecordId,
            /// Stamp of the write that last changed the row. Writing sets it; whatever stands here is not stored.
            pub rev: cairn_domain::id::Stamp,
            $($(#[$fmeta])* pub $field: $kind,)+
        }

        impl $crate::row::Row for $name {
            const TABLE: &'static str = $table;

            fn columns() -> &'static [&'static str] {
                &[$(stringify!($field)),+]
            }

            fn id(&self) -> cairn_domain::id::RecordId {
                self.id
            }

            fn rev(&self) -> cairn_domain::id::Stamp {
                self.rev
            }

            fn values(&self) -> Vec<$crate::value::Value> {
                vec![$($crate::value::Cell::to_value(&self.$field)),+]
            }

            fn read(cells: &mut $crate::row::Cells<'_, '_>) -> $crate::error::Result<Self> {
                Ok(Self {
                    id: cells.take("id")?,
                    rev: cells.take("rev")?,
                    $($field: cells.take(stringify!($field))?,)+
                })
            }
        }
    };
}

/// Read handle of one table.
pub struct Rows<'a, R> {
    pub(crate) conn: &'a Connection,
    kind: PhantomData<R>,
}

impl<'a, R: Row> Rows<'a, R> {
    pub(crate) fn new(conn: &'a Connection) -> Self {
        Self { conn, kind: PhantomData }
    }

    /// The row with this id.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub fn get(&self, id: RecordId) -> Result<R> {
        self.find(id)?.ok_or_else(|| StoreError::not_found(R::TABLE, id))
    }

    /// The row with this id, if there is one.
    ///
    /// # Errors
    /// When reading fails or a value is unknown.
    pub fn find(&self, id: RecordId) -> Result<Option<R>> {
        Ok(self.select("WHERE id = ?1", [id.to_string()])?.into_iter().next())
    }

    /// Every row, in the order of ids.
    ///
    /// # Errors
    /// When reading fails or a value is unknown.
    pub fn all(&self) -> Result<Vec<R>> {
        self.select("ORDER BY id", [])
    }

    /// Number of rows.
    ///
    /// # Errors
    /// When reading fails.
    pub fn count(&self) -> Result<u64> {
        let sql = format!("SELECT count(*) FROM {}", R::TABLE);
        let count: i64 = self.conn.prepare_cached(&sql)?.query_row([], |row| row.get(0))?;
        Ok(count.unsigned_abs())
    }

    /// Rows that fit the end of a SELECT; only modules of tables write SQL.
    pub(crate) fn select(&self, tail: &str, params: impl Params) -> Result<Vec<R>> {
        let sql = format!("SELECT {} FROM {} {tail}", columns::<R>(""), R::TABLE);
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query(params)?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(R::read(&mut Cells::new(row, R::TABLE))?);
        }
        Ok(found)
    }
}

/// `id, rev, …` for a SELECT, each with `prefix` (for example `r.`).
pub(crate) fn columns<R: Row>(prefix: &str) -> String {
    let names = ["id", "rev"].iter().chain(R::columns());
    names.map(|name| format!("{prefix}{name}")).collect::<Vec<_>>().join(", ")
}

/// Write handle of one table; reads as well. Only a write transaction gives it.
pub struct RowsMut<'a, R> {
    rows: Rows<'a, R>,
    stamp: Stamp,
}

impl<'a, R> Deref for RowsMut<'a, R> {
    type Target = Rows<'a, R>;

    fn deref(&self) -> &Self::Target {
        &self.rows
    }
}

impl<'a, R: Row> RowsMut<'a, R> {
    pub(crate) fn new(conn: &'a Connection, stamp: Stamp) -> Self {
        Self { rows: Rows::new(conn), stamp }
    }

    /// Inserts a row under the transaction's stamp.
    ///
    /// # Errors
    /// When a row with this id is there already, or writing fails.
    pub fn insert(&mut self, row: &R) -> Result<()> {
        still_open(self.rows.conn)?;
        let marks: Vec<String> = (1..=R::columns().len() + 2).map(|at| format!("?{at}")).collect();
        let sql = format!("INSERT INTO {} ({}) VALUES ({})", R::TABLE, columns::<R>(""), marks.join(", "));
        let head = [row.id().to_value(), self.stamp.to_value()];
        self.rows
            .conn
            .prepare_cached(&sql)?
            .execute(params_from_iter(head.into_iter().chain(row.values())))?;
        Ok(())
    }

    /// Writes the whole row; only columns that differ are recorded, and a row without a difference is left alone.
    /// Gives whether anything changed.
    ///
    /// # Errors
    /// [`StoreError::NotFound`]; [`StoreError::Conflict`] when the row was changed since `row` was read.
    pub fn update(&mut self, row: &R) -> Result<bool> {
        let live = self.rows.get(row.id())?;
        if live.rev() != row.rev() {
            return Err(StoreError::Conflict(differences(&live, row)));
        }
        let changed: Vec<(&str, Value)> = R::columns()
            .iter()
            .copied()
            .zip(row.values())
            .zip(live.values())
            .filter_map(changed_value)
            .collect();
        self.write(row.id(), &changed)
    }

    /// Writes the named columns of a row. Gives whether anything changed.
    ///
    /// # Errors
    /// [`StoreError::NotFound`]; [`StoreError::NoSuchColumn`]; [`StoreError::Value`] for a value that the
    /// column's type does not know.
    pub fn set(&mut self, id: RecordId, values: &[(&str, Value)]) -> Result<bool> {
        let live = self.rows.get(id)?.values();
        let mut changed = Vec::with_capacity(values.len());
        for (column, value) in values {
            let at = R::columns().iter().position(|name| name == column);
            let Some(name) = at.and_then(|at| R::columns().get(at)) else {
                return Err(StoreError::NoSuchColumn { table: R::TABLE, column: (*column).to_owned() });
            };
            if at.and_then(|at| live.get(at)) != Some(value) {
                changed.push((*name, value.clone()));
            }
        }
        self.try_on(id, &changed)?;
        self.write(id, &changed)
    }

    /// Reads the row as it would be, so that a value its column's type does not know is refused before it is written.
    fn try_on(&self, id: RecordId, changed: &[(&str, Value)]) -> Result<()> {
        if changed.is_empty() {
            return Ok(());
        }
        let shown = ["id", "rev"].iter().chain(R::columns()).map(|name| {
            let at = changed.iter().position(|(changed, _)| changed == name);
            at.map_or_else(|| (*name).to_owned(), |at| format!("?{}", at + 2))
        });
        let sql = format!("SELECT {} FROM {} WHERE id = ?1", shown.collect::<Vec<_>>().join(", "), R::TABLE);
        let values = std::iter::once(id.to_value()).chain(changed.iter().map(|(_, value)| value.clone()));
        let mut statement = self.rows.conn.prepare_cached(&sql)?;
        let mut rows = statement.query(params_from_iter(values))?;
        match rows.next()? {
            Some(row) => R::read(&mut Cells::new(row, R::TABLE)).map(|_| ()),
            None => Err(StoreError::not_found(R::TABLE, id)),
        }
    }

    /// Takes a row away for good. Records are hidden with `deleted_at` instead; this is for links, uses and answers.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub fn delete(&mut self, id: RecordId) -> Result<()> {
        still_open(self.rows.conn)?;
        let sql = format!("DELETE FROM {} WHERE id = ?1", R::TABLE);
        match self.rows.conn.prepare_cached(&sql)?.execute([id.to_string()])? {
            0 => Err(StoreError::not_found(R::TABLE, id)),
            _ => Ok(()),
        }
    }

    fn write(&self, id: RecordId, changed: &[(&str, Value)]) -> Result<bool> {
        if changed.is_empty() {
            return Ok(false);
        }
        still_open(self.rows.conn)?;
        let sets: Vec<String> =
            changed.iter().zip(3..).map(|((name, _), at)| format!("{name} = ?{at}")).collect();
        let sql = format!("UPDATE {} SET rev = ?2, {} WHERE id = ?1", R::TABLE, sets.join(", "));
        let head = [id.to_value(), self.stamp.to_value()];
        let values = head.into_iter().chain(changed.iter().map(|(_, value)| value.clone()));
        self.rows.conn.prepare_cached(&sql)?.execute(params_from_iter(values))?;
        Ok(true)
    }
}

fn changed_value(((name, new), old): ((&'static str, Value), Value)) -> Option<(&'static str, Value)> {
    (new != old).then_some((name, new))
}

fn differences<R: Row>(live: &R, wanted: &R) -> Vec<FieldConflict> {
    let pairs = R::columns().iter().zip(live.values().into_iter().zip(wanted.values()));
    let conflict = |column: Option<&str>, expected, found| FieldConflict {
        table: R::TABLE.to_owned(),
        row: live.id().to_string(),
        column: column.map(str::to_owned),
        expected,
        found,
    };
    let fields: Vec<FieldConflict> = pairs
        .filter(|(_, (found, expected))| found != expected)
        .map(|(column, (found, expected))| conflict(Some(column), Some(expected), Some(found)))
        .collect();
    if fields.is_empty() { vec![conflict(None, None, None)] } else { fields }
}

/// Some failures (a full disk, an interrupt) make SQLite end the transaction by itself. Whatever is written after that
/// would stand without an entry, so nothing is.
pub(crate) fn still_open(conn: &Connection) -> Result<()> {
    if conn.is_autocommit() { Err(StoreError::DiskFull) } else { Ok(()) }
}

/// The first row of a query, if any.
pub(crate) fn first<T>(
    conn: &Connection,
    sql: &str,
    params: impl Params,
    read: impl FnOnce(&rusqlite::Row<'_>) -> rusqlite::Result<T>,
) -> Result<Option<T>> {
    Ok(conn.prepare_cached(sql)?.query_row(params, read).optional()?)
}
