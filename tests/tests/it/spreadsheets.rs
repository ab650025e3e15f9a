//! Reports as Excel: what an auditor finds in them, and what a spreadsheet program makes of them.

use std::io::{Cursor, Read};

use cairn_exchange::{Book, Sheet, Watch};
use cairn_tests::World;
use serde_json::{Value, json};
use zip::ZipArchive;

/// A written workbook: its bytes, and what they hold.
struct Written {
    bytes: Vec<u8>,
    book: Book,
}

impl Written {
    fn of(world: &World, job: &str, mut input: Value) -> Self {
        input["file"] = json!(world.place("out.xlsx").token);
        let done = world.job(job, input);
        assert_eq!(done["problems"], json!([]));
        let bytes = std::fs::read(world.path("out.xlsx")).unwrap();
        let book = cairn_exchange::read(&bytes, "out.xlsx", &Watch::none()).unwrap();
        Self { bytes, book }
    }

    fn report(world: &World, kind: &str) -> Self {
        Self::of(world, "report.export", json!({"kind": kind, "format": "xlsx"}))
    }

    fn part(&self, name: &str) -> String {
        let mut zip = ZipArchive::new(Cursor::new(&self.bytes)).unwrap();
        let mut text = String::new();
        zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    }

    /// What every sheet with a table has: a list for each closed column, a head that stays, filters, widths.
    fn must_be_a_table(&self, sheet: usize, lists: usize) {
        let xml = self.part(&format!("xl/worksheets/sheet{sheet}.xml"));
        assert_eq!(xml.matches("<dataValidation ").count(), lists, "{sheet}");
        for part in ["state=\"frozen\"", "<autoFilter ", "customWidth=\"1\""] {
            assert!(xml.contains(part), "{part} in sheet {sheet}");
        }
    }

    fn heading(&self) -> String {
        let rows = self.book.sheets[0].rows.iter().take_while(|row| row.cells.len() == 1);
        rows.map(|row| row.text(0).to_owned()).collect::<Vec<_>>().join("\n")
    }
}

/// The cell of the row that begins with `id`, in the column of this header.
fn cell(sheet: &Sheet, id: &str, header: &str) -> String {
    let head = sheet.rows.iter().find(|row| row.cells.iter().any(|cell| &*cell.text == header)).unwrap();
    let column = head.cells.iter().find(|cell| &*cell.text == header).unwrap().column;
    sheet.rows.iter().find(|row| row.text(0) == id).unwrap().text(column).to_owned()
}

fn exclude(world: &World) {
    world.call(
        "soa.decide",
        json!({
            "control": "A.4.4", "decision": "excluded", "reasons": ["own-policy"],
            "justification": "Tools come with hosted services.", "exclusionBasis": "not-needed-by-risk",
            "delivery": null, "deliveryNote": "", "status": null, "owner": null,
        }),
    );
}

#[test]
fn the_statement_says_its_state_its_grounds_and_its_rows() {
    let world = World::with_workspace();
    exclude(&world);
    let soa = Written::report(&world, "soa");
    soa.must_be_a_table(1, 4);
    let sheet = &soa.book.sheets[0];
    assert_eq!(cell(sheet, "A.4.4", "Ground of exclusion"), "The risk assessment does not need it");
    assert_eq!(
        cell(sheet, "A.4.4", "Reasons"),
        "",
        "a reason for inclusion says nothing of an excluded control"
    );
    let heading = soa.heading();
    for words in
        ["Draft: version 1 of", "not approved", "Approver:", "trail checkpoint 2", "not yet based on"]
    {
        assert!(heading.contains(words), "{words}: {heading}");
    }
    assert!(heading.contains("A.4.4 rests on a risk assessment"), "{heading}");
    let meta = soa.book.round_trip.as_ref().unwrap();
    assert_eq!((meta.kind.as_str(), meta.rows.len(), meta.checkpoint.len()), ("soa", 38, 64));
    let decided: Vec<&str> =
        meta.rows.iter().filter(|row| !row.rev.is_empty()).map(|row| row.code.as_str()).collect();
    assert_eq!(decided, ["A.4.4"]);
    assert!(meta.rows.iter().all(|row| row.id.len() == 36));
    assert_eq!(soa.bytes, Written::report(&world, "soa").bytes, "the same state gives the same bytes");
    assert!(soa.part("docProps/core.xml").contains("2026-11-23T08:"));
}

#[test]
fn an_approval_stands_above_the_table() {
    let world = World::with_workspace();
    let mut organisation = world.call("organisation.get", json!({}));
    organisation["scopeStatement"] = json!("Products built in Hamburg");
    world.call("organisation.update", json!({"organisation": organisation}));
    let before = Written::report(&world, "scope").heading();
    assert!(before.contains("Draft: version 1"), "{before}");
    let evidence = world.job(
        "evidence.attach",
        json!({"record": null, "file": null, "reference": "Minutes of 20 November", "title": null,
               "effectiveOn": null, "validUntil": null, "note": null}),
    );
    world.call(
        "approval.record-paper",
        json!({"kind": "scope", "signatory": "Managing director", "signedOn": "2026-11-20", "evidence": evidence["id"],
               "note": ""}),
    );
    let after = Written::report(&world, "scope").heading();
    assert!(after.contains("Version 1, approved on") && after.contains("Managing director"), "{after}");
    assert!(after.contains("on paper"), "{after}");
}

#[test]
fn the_gap_analysis_holds_every_demand_with_its_answer() {
    let world = World::with_workspace();
    let detail = world.call("gap.get", json!({"requirement": "A.2.2"}));
    let item = detail["requirement"]["must"][0].clone();
    world.call(
        "gap.answer",
        json!({
            "requirement": "A.2.2", "item": item["key"], "answer": "yes", "recordSeen": "Policy 2.0",
            "seenOn": "2026-09-03", "seenOwner": "Compliance lead",
        }),
    );
    world.call(
        "gap.assess",
        json!({
            "requirement": "9.2.1", "conformity": "not-addressed", "maturity": null, "statement": "", "grade": "weakens",
            "confidence": null, "note": "The group audits us in March", "notNeededFact": "", "owner": null,
        }),
    );
    let gap = Written::report(&world, "gap");
    gap.must_be_a_table(1, 3);
    for (column, text) in [
        ("Grade", "Weakens"),
        ("Forecast, where graver", "Blocks certification"),
        ("Graded milder by", "Compliance lead"),
        ("Interview note", "The group audits us in March"),
    ] {
        assert_eq!(cell(&gap.book.sheets[0], "9.2.1", column), text);
    }
    gap.must_be_a_table(2, 1);
    assert_eq!(gap.book.sheets.len(), 2);
    assert_eq!(cell(&gap.book.sheets[0], "4.1", "Conformity"), "Not assessed");
    assert!(gap.part("xl/worksheets/sheet1.xml").contains(",Not assessed,Not addressed,"));
    let demands = &gap.book.sheets[1];
    let answered: Vec<Vec<&str>> = demands
        .rows
        .iter()
        .filter(|row| row.text(0) == "A.2.2" && !row.text(5).is_empty())
        .map(|row| (2..9).map(|column| row.text(column)).collect())
        .collect();
    assert_eq!(answered.len(), 1);
    assert_eq!(answered[0][0], item["text"].as_str().unwrap());
    assert_eq!(answered[0][3..], ["Yes", "Policy 2.0", "2026-09-03", "Compliance lead"]);
    let lines: std::collections::BTreeSet<&str> = demands
        .rows
        .iter()
        .map(|row| row.text(0))
        .filter(|id| id.contains('.') && !id.contains(' '))
        .collect();
    assert_eq!(lines.len(), 70, "every line has its demands");
    let meta = gap.book.round_trip.as_ref().unwrap();
    assert_eq!((meta.kind.as_str(), meta.rows.len()), ("gap", 70));
    assert!(gap.heading().contains("Draft: version 1"));
}

#[test]
fn the_register_is_marked_a_draft_and_a_crosswalk_has_its_lists() {
    let world = World::with_workspace();
    let register = Written::report(&world, "register");
    assert!(register.heading().contains("Draft: version 1"), "{}", register.heading());
    let offline = Written::of(&world, "system.export", json!({}));
    assert!(offline.heading().contains("Draft: version 1"), "{}", offline.heading());
    let crosswalk = Written::of(&world, "crosswalk.export", json!({"from": "iso42001", "to": "nist-ai-rmf"}));
    crosswalk.must_be_a_table(1, 3);
    let lists = crosswalk.part("xl/worksheets/sheet1.xml");
    for list in ["Equal,Equivalent,", "Published,Same title,", "High,Medium,Low"] {
        assert!(lists.contains(list), "{list}");
    }
}
