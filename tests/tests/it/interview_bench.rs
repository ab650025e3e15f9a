//! An interview sheet as another spreadsheet program would read and write it, for the journeys with one.

use cairn_exchange::workbook::{OutColumn, OutKind, OutSheet, Properties, Value as Out, Workbook};
use cairn_exchange::{Book, Watch};
use cairn_tests::World;
use serde_json::{Value, json};

/// A sheet as rows of text, the header first; written again by another writer than the one that made it.
pub struct Sheet {
    /// The file as it was read, with what its hidden sheet says.
    pub book: Book,
    /// The header, then the rows.
    pub rows: Vec<Vec<String>>,
}

impl Sheet {
    pub fn read(world: &World, name: &str) -> Self {
        let bytes = std::fs::read(world.path(name)).unwrap();
        let book = cairn_exchange::read(&bytes, name, &Watch::none()).unwrap();
        let sheet = &book.sheets[0];
        let header = book.round_trip.as_ref().unwrap().header_row;
        let width = sheet.row(header).unwrap().cells.len();
        let rows = sheet.rows.iter().filter(|row| row.number >= header);
        let text = |row: &cairn_exchange::Row| {
            (0..width).map(|at| row.text(u32::try_from(at).unwrap()).to_owned()).collect()
        };
        let rows = rows.map(text).collect();
        Self { book, rows }
    }

    pub fn column(&self, header: &str) -> usize {
        self.rows[0].iter().position(|text| text == header).unwrap()
    }

    pub fn row(&self, id: &str) -> usize {
        let code = self.column("Id");
        self.rows.iter().position(|row| row[code] == id).unwrap()
    }

    pub fn set(&mut self, id: &str, header: &str, text: &str) {
        let (row, column) = (self.row(id), self.column(header));
        self.rows[row][column] = text.to_owned();
    }

    pub fn write(&self, world: &World, name: &str, carry: bool) {
        self.save(world, name, vec![self.sheet("Mine now")], carry);
    }

    /// Several sheets in one file, with what the first says in hiding.
    pub fn write_all(world: &World, name: &str, sheets: &[(&str, &Self)]) {
        let all = sheets.iter().map(|(called, sheet)| sheet.sheet(called)).collect();
        sheets[0].1.save(world, name, all, true);
    }

    fn sheet(&self, called: &str) -> OutSheet {
        let columns = self.rows[0].iter().map(|header| OutColumn::new(header, 20.0, OutKind::Text)).collect();
        let rows = self.rows[1..].iter().map(|row| row.iter().map(|text| Out::from(text.as_str())).collect());
        OutSheet::new(called, columns, rows.collect())
    }

    fn save(&self, world: &World, name: &str, sheets: Vec<OutSheet>, carry: bool) {
        let workbook = Workbook {
            sheets,
            properties: Properties {
                title: String::new(),
                subject: String::new(),
                company: String::new(),
                time: "2026-11-23T08:00:00.000Z".parse().unwrap(),
            },
            round_trip: self.book.round_trip.clone().filter(|_| carry),
        };
        std::fs::write(world.path(name), workbook.to_xlsx().unwrap().bytes).unwrap();
    }
}

pub fn assess(world: &World, requirement: &str, conformity: Value, statement: &str) -> Value {
    let owner = world.call("gap.get", json!({"requirement": requirement}))["item"]["owner"]["id"].clone();
    world.call(
        "gap.assess",
        json!({
            "requirement": requirement, "conformity": conformity, "maturity": null, "statement": statement,
            "grade": null, "confidence": null, "note": "", "notNeededFact": "", "owner": owner, "pass": "quick",
        }),
    )
}

/// A workspace where one person owns 5.2 and A.2.2, with their sheet in `sheet.xlsx`.
pub fn with_sheet() -> (World, Value, Sheet) {
    let world = World::with_workspace();
    let person = world.call(
        "member.create",
        json!({"name": "Policy owner", "jobTitle": null, "roles": ["contributor"], "affiliation": "staff", "kind": "person"}),
    );
    world.call("gap.assign", json!({"requirements": ["5.2", "A.2.2"], "owner": person}));
    export(&world, &person, "sheet.xlsx");
    let sheet = Sheet::read(&world, "sheet.xlsx");
    (world, person, sheet)
}

pub fn export(world: &World, owner: &Value, name: &str) {
    let format = name.rsplit('.').next().unwrap();
    let file = world.place(name).token;
    world.job("report.export", json!({"kind": "interview", "format": format, "owner": owner, "file": file}));
}

pub fn import(world: &World, name: &str, dry_run: bool) -> Value {
    world.job("interview.import", json!({"file": world.place(name).token, "dryRun": dry_run}))
}

pub fn codes(done: &Value) -> Vec<&str> {
    done["problems"].as_array().unwrap().iter().map(|problem| problem["code"].as_str().unwrap()).collect()
}

pub fn counts(done: &Value) -> (u64, u64, u64) {
    let count = |key: &str| done[key].as_u64().unwrap();
    (count("updated"), count("unchanged"), count("skipped"))
}
