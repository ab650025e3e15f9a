//! The register of AI systems. Columns follow the field list of `domain::system`; access is by field key.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use cairn_domain::id::{MemberId, RecordId, Stamp};
use cairn_domain::state::ScreeningLevel;
use cairn_domain::system::{SystemScope, SystemStatus};
use cairn_domain::time::Date;
use rusqlite::types::Value as Sql;

use crate::error::{Result, StoreError};
use crate::read::Page;
use crate::row::{Cells, Row, Rows};
use crate::value::{Cell, Value};

/// Columns beside the fields of the form.
const OTHERS: [&str; 5] = ["source", "source_id", "imported_facts", "merged_into", "parent"];

static COLUMNS: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| cairn_domain::system::columns().map(|field| field.key).chain(OTHERS).collect());

/// An AI system; name, owner and review date are on the record with the same id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AiSystem {
    /// Id of the row and of its record.
    pub id: RecordId,
    /// Stamp of the write that last changed the row; writing sets it.
    pub rev: Stamp,
    /// Values by field key; a missing key is an empty field.
    pub fields: BTreeMap<&'static str, String>,
    /// Where an imported system comes from, for example the inventory's name.
    pub source: Option<String>,
    /// Its id there.
    pub source_id: Option<String>,
    /// What the source states and this product does not act on, as a JSON object.
    pub imported_facts: Option<serde_json::Value>,
    /// The system this one turned out to be; its record is then deleted, its history stays.
    pub merged_into: Option<RecordId>,
    /// The system this one is a part of.
    pub parent: Option<RecordId>,
}

impl AiSystem {
    /// A system without any field.
    #[must_use]
    pub fn new(id: RecordId, rev: Stamp) -> Self {
        Self {
            id,
            rev,
            fields: BTreeMap::new(),
            source: None,
            source_id: None,
            imported_facts: None,
            merged_into: None,
            parent: None,
        }
    }

    /// The value of a field.
    #[must_use]
    pub fn field(&self, key: &str) -> Option<&str> {
        self.fields.get(key).map(String::as_str)
    }

    /// Sets or empties a field; the caller has checked the value against the field's description.
    ///
    /// # Errors
    /// [`StoreError::NoSuchColumn`] for keys that are not columns of this table.
    pub fn set_field(&mut self, key: &str, value: Option<String>) -> Result<()> {
        let Some(field) = cairn_domain::system::columns().find(|field| field.key == key) else {
            return Err(StoreError::NoSuchColumn { table: Self::TABLE, column: key.to_owned() });
        };
        match value {
            Some(value) => self.fields.insert(field.key, value),
            None => self.fields.remove(field.key),
        };
        Ok(())
    }
}

impl Row for AiSystem {
    const TABLE: &'static str = "ai_system";

    fn columns() -> &'static [&'static str] {
        &COLUMNS
    }

    fn id(&self) -> RecordId {
        self.id
    }

    fn rev(&self) -> Stamp {
        self.rev
    }

    fn values(&self) -> Vec<Value> {
        let fields =
            cairn_domain::system::columns().map(|field| Value::from(self.fields.get(field.key).cloned()));
        let others = [
            self.source.to_value(),
            self.source_id.to_value(),
            self.imported_facts.to_value(),
            self.merged_into.to_value(),
            self.parent.to_value(),
        ];
        fields.chain(others).collect()
    }

    fn read(cells: &mut Cells<'_, '_>) -> Result<Self> {
        let mut system = Self::new(cells.take("id")?, cells.take("rev")?);
        for field in cairn_domain::system::columns() {
            if let Some(value) = cells.take::<Option<String>>(field.key)? {
                system.fields.insert(field.key, value);
            }
        }
        system.source = cells.take("source")?;
        system.source_id = cells.take("source_id")?;
        system.imported_facts = cells.take("imported_facts")?;
        system.merged_into = cells.take("merged_into")?;
        system.parent = cells.take("parent")?;
        Ok(system)
    }
}

/// Which systems a list shows. Empty parts do not restrict.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SystemFilter {
    /// Text that name, code, purpose, department or supplier contain, whatever its case.
    pub text: String,
    /// Any of these life cycle states.
    pub status: Vec<SystemStatus>,
    /// Whether systems without a status are shown as well when `status` restricts.
    pub status_unknown: bool,
    /// Any of these tiers; an empty string stands for "not classified".
    pub tier: Vec<String>,
    /// Owned by any of these members; none of them stands for "nobody".
    pub owner: Vec<Option<MemberId>>,
    /// Any of these scopes; systems without a value count as not decided.
    pub scope: Vec<SystemScope>,
    /// Supplied by any of these; an empty string stands for none.
    pub supplier: Vec<String>,
    /// Of any of these departments; an empty string stands for none.
    pub department: Vec<String>,
    /// Any of these screening levels; an empty string stands for "not screened".
    pub screening: Vec<String>,
    /// This system and its parts.
    pub parent: Option<RecordId>,
}

/// What a list is sorted by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum SystemSort {
    /// Human code.
    #[default]
    Code,
    /// Name.
    Name,
    /// Life cycle, in its order.
    Status,
    /// Tier, severest first.
    Tier,
    /// Owner's name.
    Owner,
    /// Review date, earliest first, none last.
    Due,
    /// Department.
    Department,
    /// Screening level, highest first.
    Screening,
}

/// One line of the list of systems.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SystemLine {
    /// The system.
    pub id: RecordId,
    /// Human code.
    pub code: Option<String>,
    /// Name.
    pub name: String,
    /// Who answers for it.
    pub owner: Option<MemberId>,
    /// Their name.
    pub owner_name: Option<String>,
    /// Review date.
    pub due: Option<Date>,
    /// Life cycle.
    pub status: Option<SystemStatus>,
    /// Scope; none counts as not decided.
    pub scope: Option<SystemScope>,
    /// Department.
    pub department: Option<String>,
    /// Supplier.
    pub supplier: Option<String>,
    /// Purpose.
    pub purpose: Option<String>,
    /// Tier of the decision in force.
    pub tier: Option<String>,
    /// Whether a draft classification is open.
    pub has_draft: bool,
    /// Whether a decision is in force.
    pub classified: bool,
    /// Screening level, where somebody screened it.
    pub screening: Option<ScreeningLevel>,
    /// The system it is a part of, with code and name, while that is in the register.
    pub parent: Option<(RecordId, Option<String>, String)>,
    /// Other fields that lists show, by key.
    pub more: BTreeMap<&'static str, String>,
}

/// Fields beside the usual ones that a list can show.
pub const LISTED: &[&str] = &[
    "version",
    "technical_owner",
    "in_use_since",
    "autonomy",
    "origin",
    "model",
    "platform",
    "hosting",
    "personal_data",
    "iso_roles",
    "act_roles",
    "restricted",
    "registration_number",
];

/// One page of a list with the number of all that fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed<T> {
    /// How many fit the filter.
    pub total: u64,
    /// The page.
    pub rows: Vec<T>,
}

/// The tier of the register is the one under the EU AI Act; what other rules gave stands beside it, with the decisions.
const FROM: &str = "FROM ai_system s JOIN record r ON r.id = s.id LEFT JOIN record o ON o.id = r.owner \
    LEFT JOIN screening n ON n.system = s.id \
    LEFT JOIN record p ON p.id = s.parent AND p.deleted_at IS NULL \
    LEFT JOIN classification c ON c.id = (SELECT id FROM classification d \
      WHERE d.system = s.id AND d.pack = 'eu-ai-act' AND d.state = 'decided' ORDER BY d.id DESC LIMIT 1) \
    WHERE r.deleted_at IS NULL";

/// A WHERE part with its parameters, grown together.
#[derive(Default)]
struct Where {
    sql: String,
    params: Vec<Sql>,
}

impl Where {
    fn mark(&mut self, value: impl Into<Sql>) -> String {
        self.params.push(value.into());
        format!("?{}", self.params.len())
    }

    fn any_of(&mut self, expression: &str, words: impl Iterator<Item = String>) {
        let marks: Vec<String> = words.map(|word| self.mark(word)).collect();
        if !marks.is_empty() {
            self.sql.push_str(&format!(" AND {expression} IN ({})", marks.join(", ")));
        }
    }

    fn of(filter: &SystemFilter) -> Self {
        let mut part = Self::default();
        let text = filter.text.trim().to_lowercase();
        if !text.is_empty() {
            let mark = part.mark(text);
            let columns = "r.title, r.code, s.purpose, s.department, s.supplier";
            part.sql.push_str(&format!(" AND any_contains({mark}, {columns})"));
        }
        let unknown = filter.status_unknown.then(String::new);
        let status = filter.status.iter().map(ToString::to_string).chain(unknown);
        part.any_of("coalesce(s.status, '')", status);
        part.any_of("coalesce(c.tier, '')", filter.tier.iter().cloned());
        part.any_of("coalesce(s.scope, 'not-decided')", filter.scope.iter().map(ToString::to_string));
        let owner = filter.owner.iter().map(|owner| owner.map(|id| id.to_string()).unwrap_or_default());
        part.any_of("coalesce(r.owner, '')", owner);
        part.any_of("coalesce(s.supplier, '')", filter.supplier.iter().cloned());
        part.any_of("coalesce(s.department, '')", filter.department.iter().cloned());
        part.any_of("coalesce(n.level, '')", filter.screening.iter().cloned());
        if let Some(parent) = filter.parent {
            let mark = part.mark(parent.to_string());
            part.sql.push_str(&format!(" AND (s.id = {mark} OR s.parent = {mark})"));
        }
        part
    }
}

fn order(sort: SystemSort, descending: bool) -> String {
    let direction = if descending { "DESC" } else { "ASC" };
    let status: Vec<String> =
        SystemStatus::ALL.iter().zip(0..).map(|(word, at)| format!("WHEN '{word}' THEN {at}")).collect();
    let key = match sort {
        SystemSort::Code => format!("length(r.code) {direction}, r.code"),
        SystemSort::Name => "r.title COLLATE NOCASE".to_owned(),
        SystemSort::Status => format!("CASE s.status {} ELSE 99 END", status.join(" ")),
        SystemSort::Tier => "CASE c.tier WHEN 'prohibited' THEN 0 WHEN 'high' THEN 1 WHEN 'limited' THEN 2 \
             WHEN 'minimal' THEN 3 WHEN 'out-of-scope' THEN 4 ELSE 9 END"
            .to_owned(),
        SystemSort::Owner => format!("o.title IS NULL {direction}, o.title COLLATE NOCASE"),
        SystemSort::Due => format!("r.due IS NULL {direction}, r.due"),
        SystemSort::Screening => {
            "CASE n.level WHEN 'high' THEN 0 WHEN 'medium' THEN 1 WHEN 'low' THEN 2 ELSE 9 END".to_owned()
        }
        SystemSort::Department => format!("s.department IS NULL {direction}, s.department COLLATE NOCASE"),
    };
    format!("{key} {direction}, length(r.code), r.code, r.id")
}

impl Rows<'_, AiSystem> {
    /// Systems that are neither retired nor deleted.
    ///
    /// # Errors
    /// When reading fails.
    pub fn live(&self) -> Result<usize> {
        let sql = "SELECT count(*) FROM ai_system s JOIN record r ON r.id = s.id \
                   WHERE r.deleted_at IS NULL AND coalesce(s.status, '') <> 'retired'";
        let count: u32 = self.conn.prepare_cached(sql)?.query_row([], |row| row.get(0))?;
        Ok(usize::try_from(count).unwrap_or(usize::MAX))
    }

    /// One page of the register.
    ///
    /// # Errors
    /// When reading fails or a value is unknown.
    pub fn list(
        &self,
        filter: &SystemFilter,
        sort: SystemSort,
        descending: bool,
        page: Page,
    ) -> Result<Listed<SystemLine>> {
        let mut part = Where::of(filter);
        let count = format!("SELECT count(*) {FROM}{}", part.sql);
        let total: i64 = self
            .conn
            .prepare_cached(&count)?
            .query_row(rusqlite::params_from_iter(part.params.iter()), |row| row.get(0))?;
        let limit = part.mark(page.limit);
        let offset = part.mark(page.offset);
        let sql = format!(
            "SELECT s.id, r.code, r.title, r.owner, o.title, r.due, s.status, s.scope, s.department, s.supplier, \
             s.purpose, c.tier, EXISTS (SELECT 1 FROM classification d WHERE d.system = s.id AND d.pack = 'eu-ai-act' \
             AND d.state = 'draft'), \
             c.id IS NOT NULL, n.level, p.id, p.code, p.title, {} {FROM}{} ORDER BY {} LIMIT {limit} OFFSET {offset}",
            LISTED.iter().map(|key| format!("s.{key}")).collect::<Vec<_>>().join(", "),
            part.sql,
            order(sort, descending)
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut found = statement.query(rusqlite::params_from_iter(part.params.iter()))?;
        let mut rows = Vec::new();
        while let Some(row) = found.next()? {
            rows.push(line(&mut Cells::new(row, AiSystem::TABLE))?);
        }
        Ok(Listed { total: total.unsigned_abs(), rows })
    }

    /// Every system that is not deleted with its record, in the order of codes: for exports and rules over all of them.
    ///
    /// # Errors
    /// When reading fails or a value is unknown.
    pub fn all_with_records(&self) -> Result<Vec<(super::record::Record, AiSystem)>> {
        let sql = format!(
            "SELECT {}, {} FROM ai_system s JOIN record r ON r.id = s.id WHERE r.deleted_at IS NULL \
             ORDER BY length(r.code), r.code, r.id",
            crate::row::columns::<super::record::Record>("r."),
            crate::row::columns::<AiSystem>("s.")
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query([])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let mut cells = Cells::new(row, AiSystem::TABLE);
            found.push((Row::read(&mut cells)?, Row::read(&mut cells)?));
        }
        Ok(found)
    }

    /// What each system of the register is a part of.
    ///
    /// # Errors
    /// When reading fails or a value is unknown.
    pub fn parents(&self) -> Result<BTreeMap<RecordId, RecordId>> {
        let rows = self.select(
            "WHERE parent IS NOT NULL AND id IN (SELECT id FROM record WHERE deleted_at IS NULL)",
            [],
        )?;
        Ok(rows.into_iter().filter_map(|row| Some((row.id, row.parent?))).collect())
    }

    /// Parts of a system that are in the register.
    ///
    /// # Errors
    /// When reading fails or a value is unknown.
    pub fn parts(&self, system: RecordId) -> Result<Vec<AiSystem>> {
        self.select(
            "WHERE parent = ?1 AND id IN (SELECT id FROM record WHERE deleted_at IS NULL) ORDER BY id",
            [system.to_string()],
        )
    }

    /// The suppliers and departments of the register, in the order of their names.
    ///
    /// # Errors
    /// When reading fails.
    pub fn named(&self) -> Result<(Vec<String>, Vec<String>)> {
        let of = |column: &str| -> Result<Vec<String>> {
            let sql = format!(
                "SELECT DISTINCT s.{column} FROM ai_system s JOIN record r ON r.id = s.id \
                 WHERE r.deleted_at IS NULL AND s.{column} IS NOT NULL ORDER BY s.{column} COLLATE NOCASE, s.{column}"
            );
            let mut statement = self.conn.prepare_cached(&sql)?;
            let rows = statement.query_map([], |row| row.get(0))?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        };
        Ok((of("supplier")?, of("department")?))
    }

    /// The system with this id in this source, deleted or not: imports update instead of doubling.
    ///
    /// # Errors
    /// When reading fails.
    pub fn by_source(&self, source: &str, source_id: &str) -> Result<Option<AiSystem>> {
        Ok(self.select("WHERE source = ?1 AND source_id = ?2", [source, source_id])?.into_iter().next())
    }
}

fn line(cells: &mut Cells<'_, '_>) -> Result<SystemLine> {
    let mut line = SystemLine {
        id: cells.take("id")?,
        code: cells.take("code")?,
        name: cells.take("title")?,
        owner: cells.take("owner")?,
        owner_name: cells.take("owner name")?,
        due: cells.take("due")?,
        status: cells.take::<Option<StatusCell>>("status")?.map(|cell| cell.0),
        scope: cells.take::<Option<ScopeCell>>("scope")?.map(|cell| cell.0),
        department: cells.take("department")?,
        supplier: cells.take("supplier")?,
        purpose: cells.take("purpose")?,
        tier: cells.take("tier")?,
        has_draft: cells.take("draft")?,
        classified: cells.take("classified")?,
        screening: cells.take("screening")?,
        parent: None,
        more: BTreeMap::new(),
    };
    let parent =
        (cells.take("parent")?, cells.take("parent code")?, cells.take::<Option<String>>("parent name")?);
    line.parent = match parent {
        (Some(id), code, Some(name)) => Some((id, code, name)),
        _ => None,
    };
    for key in LISTED {
        if let Some(value) = cells.take::<Option<String>>(key)? {
            line.more.insert(key, value);
        }
    }
    Ok(line)
}

/// The lists read these two words; the row itself holds fields as text.
struct StatusCell(SystemStatus);
struct ScopeCell(SystemScope);

macro_rules! word_cell {
    ($cell:ident) => {
        impl Cell for $cell {
            fn to_value(&self) -> Value {
                Value::Text(self.0.to_string())
            }

            fn from_value(value: Value) -> std::result::Result<Self, String> {
                let text = String::from_value(value)?;
                text.parse().map(Self).map_err(|error: cairn_domain::word::UnknownWord| error.to_string())
            }
        }
    };
}

word_cell!(StatusCell);
word_cell!(ScopeCell);
