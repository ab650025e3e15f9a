//! Every table of the file with its class: the one list that sessions, replay, verification and `info` go by.

use cairn_domain::words;

words! {
    /// What a table is for.
    TableClass = "table-class" {
        /// The organisation's data; every change is in the ledger and replaying the ledger gives it again.
        Recorded = "recorded",
        /// The ledger itself; append-only.
        Ledger = "ledger",
        /// Bytes named by their hash.
        Blob = "blob",
        /// Made from the others; rebuilt when in doubt.
        Derived = "derived",
    }
}

/// A table of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// Its class.
    pub class: TableClass,
    /// Columns beside `id` that hold the id of a record whose history shows changes of the row. Recorded tables only.
    pub concerns: &'static [&'static str],
    /// Columns that name a blob by its SHA-256. Recorded tables only.
    pub blobs: &'static [&'static str],
}

impl Table {
    /// With columns that name a blob.
    const fn holding(self, blobs: &'static [&'static str]) -> Self {
        Self { blobs, ..self }
    }
}

const fn recorded(name: &'static str, concerns: &'static [&'static str]) -> Table {
    Table { name, class: TableClass::Recorded, concerns, blobs: &[] }
}

const fn other(name: &'static str, class: TableClass) -> Table {
    Table { name, class, concerns: &[], blobs: &[] }
}

/// All tables, recorded ones first, in the order in which they are compared.
pub const TABLES: &[Table] = &[
    recorded("organisation", &[]),
    recorded("record", &[]),
    recorded("member", &[]),
    recorded("device", &["member"]),
    recorded("ai_system", &[]),
    recorded("link", &["from_record", "to_record"]),
    recorded("comment", &["record"]),
    recorded("action", &["source_record"]),
    recorded("evidence", &[]).holding(&["sha256"]),
    recorded("evidence_use", &["evidence", "record"]),
    recorded("approval", &["subject_record"]),
    recorded("document", &[]).holding(&["blob"]),
    recorded("classification", &["system"]),
    recorded("gap_assessment", &[]),
    recorded("gap_line", &[]),
    recorded("gap_answer", &["line"]),
    recorded("soa_row", &[]),
    recorded("control_status", &["system"]),
    recorded("pack", &[]).holding(&["sha256"]),
    recorded("import_mapping", &[]),
    recorded("setting", &[]),
    recorded("document_version", &["document"]).holding(&["blob"]),
    recorded("sweep", &[]),
    recorded("sweep_item", &["sweep"]),
    recorded("candidate", &["system"]),
    recorded("system_transition", &["system"]),
    recorded("system_version", &["system"]),
    recorded("data_set", &["system"]),
    recorded("saved_view", &[]),
    recorded("obligation", &["system"]),
    recorded("screening", &["system"]),
    recorded("evidence_request", &[]),
    recorded("reuse", &[]),
    recorded("plan_step", &[]),
    other("entry", TableClass::Ledger),
    other("payload", TableClass::Ledger),
    other("device_key", TableClass::Ledger),
    other("checkpoint", TableClass::Ledger),
    other("blob", TableClass::Blob),
    other("blob_chunk", TableClass::Blob),
    other("touched", TableClass::Derived),
    other("code_seen", TableClass::Derived),
    other("search_doc", TableClass::Derived),
    other("search", TableClass::Derived),
    other("derived_version", TableClass::Derived),
];

/// The recorded tables.
pub fn recorded_tables() -> impl Iterator<Item = &'static Table> {
    TABLES.iter().filter(|table| table.class == TableClass::Recorded)
}

/// The recorded table with this name.
#[must_use]
pub fn recorded_table(name: &str) -> Option<&'static Table> {
    recorded_tables().find(|table| table.name == name)
}
