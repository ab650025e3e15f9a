//! The rules that make changesets a sound record, checked on the schema as SQLite sees it.

use std::collections::BTreeSet;

use super::*;
use crate::registry::{TABLES, TableClass, recorded_tables};

fn fresh() -> Connection {
    let conn = Connection::open_in_memory().unwrap();
    CHAIN.migrate(&conn, 0, CHAIN.newest()).unwrap();
    conn
}

fn strings(conn: &Connection, sql: &str) -> BTreeSet<String> {
    let mut statement = conn.prepare(sql).unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().map(|name| name.unwrap()).collect()
}

#[test]
fn shapes_are_those_committed() {
    let conn = Connection::open_in_memory().unwrap();
    for (place, step) in MIGRATIONS.iter().enumerate() {
        assert_eq!(step.version as usize, place + 1, "versions have no gaps");
        CHAIN.migrate(&conn, step.version - 1, step.version).unwrap();
        assert_eq!(hex::encode(shape_of(&conn).unwrap().hash()), step.shape, "{}", step.name);
    }
}

#[test]
fn every_table_is_registered_with_a_class() {
    let conn = fresh();
    let sql = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual') \
               AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";
    let registered: BTreeSet<String> = TABLES.iter().map(|table| table.name.to_owned()).collect();
    assert_eq!(strings(&conn, sql), registered);
}

#[test]
fn all_ordinary_tables_are_strict() {
    let sql = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 \
               AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";
    assert_eq!(strings(&fresh(), sql), BTreeSet::new());
}

#[test]
fn recorded_tables_begin_with_id_and_rev_and_generate_nothing() {
    let conn = fresh();
    for table in recorded_tables() {
        let sql = format!(
            "SELECT cid || name || type || \"notnull\" || pk || hidden FROM pragma_table_xinfo('{}')",
            table.name
        );
        let columns = strings(&conn, &sql);
        assert!(columns.contains("0idTEXT110"), "{}", table.name);
        assert!(columns.contains("1revTEXT100"), "{}", table.name);
        let generated = format!("SELECT name FROM pragma_table_xinfo('{}') WHERE hidden <> 0", table.name);
        assert_eq!(strings(&conn, &generated), BTreeSet::new(), "{}", table.name);
        let defaults = format!(
            "SELECT name FROM pragma_table_xinfo('{}') WHERE type NOT IN ('TEXT', 'INTEGER')",
            table.name
        );
        assert_eq!(strings(&conn, &defaults), BTreeSet::new(), "{}", table.name);
    }
}

#[test]
fn recorded_tables_have_no_triggers_checks_or_further_uniqueness() {
    let conn = fresh();
    for table in recorded_tables() {
        let triggers =
            format!("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = '{}'", table.name);
        assert_eq!(strings(&conn, &triggers), BTreeSet::new(), "{}", table.name);
        let unique = format!(
            "SELECT name FROM pragma_index_list('{}') WHERE \"unique\" = 1 AND origin <> 'pk'",
            table.name
        );
        assert_eq!(strings(&conn, &unique), BTreeSet::new(), "{}", table.name);
    }
    assert!(MIGRATIONS.iter().all(|step| !step.sql.to_uppercase().contains("CHECK (")));
}

#[test]
fn references_are_deferred_and_never_act() {
    let conn = fresh();
    for table in recorded_tables() {
        let sql = format!(
            "SELECT \"from\" FROM pragma_foreign_key_list('{}') WHERE on_update <> 'NO ACTION' OR on_delete <> 'NO ACTION'",
            table.name
        );
        assert_eq!(strings(&conn, &sql), BTreeSet::new(), "{}", table.name);
    }
    for step in MIGRATIONS {
        assert_eq!(
            step.sql.matches("REFERENCES ").count(),
            step.sql.matches("DEFERRABLE INITIALLY DEFERRED").count(),
            "{}",
            step.name
        );
    }
}

#[test]
fn concerns_are_columns() {
    let shape = shape_of(&fresh()).unwrap();
    for table in recorded_tables() {
        let columns = shape.columns(table.name).unwrap();
        for column in table.concerns {
            assert!(columns.iter().any(|name| name == column), "{}.{column}", table.name);
        }
    }
}

#[test]
fn rows_and_tables_have_the_same_columns() {
    use crate::row::Row;
    use crate::table::*;
    let shape = shape_of(&fresh()).unwrap();
    let same = |table: &str, columns: &[&str]| {
        // In any order: rows name their columns, and later versions of the schema only append.
        let expected: BTreeSet<&str> = ["id", "rev"].iter().chain(columns).copied().collect();
        let found: BTreeSet<&str> = shape.columns(table).unwrap().iter().map(String::as_str).collect();
        assert_eq!(found, expected, "{table}");
        assert_eq!(expected.len(), columns.len() + 2, "{table}");
    };
    macro_rules! check {
        ($($row:ty),+ $(,)?) => {{
            let names = [$(<$row>::TABLE),+];
            $(same(<$row>::TABLE, <$row>::columns());)+
            assert_eq!(names.to_vec(), recorded_tables().map(|table| table.name).collect::<Vec<_>>());
        }};
    }
    check!(
        organisation::Organisation,
        record::Record,
        member::Member,
        device::Device,
        ai_system::AiSystem,
        link::Link,
        comment::Comment,
        action::Action,
        evidence::Evidence,
        evidence_use::EvidenceUse,
        approval::Approval,
        document::Document,
        classification::Classification,
        gap_assessment::GapAssessment,
        gap_line::GapLine,
        gap_answer::GapAnswer,
        soa_row::SoaRow,
        control_status::ControlStatus,
        pack::Pack,
        import_mapping::ImportMapping,
        setting::Setting,
        document_version::DocumentVersion,
        sweep::Sweep,
        sweep_item::SweepItem,
        candidate::Candidate,
        system_transition::SystemTransition,
        system_version::SystemVersion,
        data_set::DataSet,
        saved_view::SavedView,
        obligation::Obligation,
        screening::Screening,
        evidence_request::EvidenceRequest,
        reuse::Reuse,
        plan_step::PlanStep,
    );
    let ledger = TABLES.iter().filter(|table| table.class == TableClass::Ledger).count();
    assert_eq!(ledger, 4);
}

#[test]
fn a_foreign_trigger_is_named() {
    let conn = fresh();
    CHAIN.check(&conn, CHAIN.newest()).unwrap();
    conn.execute_batch("CREATE TRIGGER spy AFTER INSERT ON record BEGIN SELECT 1; END;").unwrap();
    let error = CHAIN.check(&conn, CHAIN.newest()).unwrap_err();
    assert!(error.to_string().contains("trigger spy"), "{error}");
    conn.execute_batch("DROP TRIGGER spy; DROP TRIGGER entry_delete;").unwrap();
    let error = CHAIN.check(&conn, CHAIN.newest()).unwrap_err();
    assert!(error.to_string().contains("lacks the trigger entry_delete"), "{error}");
}
