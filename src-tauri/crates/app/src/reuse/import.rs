//! Bringing in results that exist under another framework: a dry run first, then one entry.

use std::collections::{BTreeMap, BTreeSet};

use cairn_domain::framework::{Framework, Requirement};
use cairn_domain::gap::Conformity;
use cairn_domain::role::Permission;
use cairn_exchange::results::{ResultRow, Results, Said};
use cairn_exchange::{Book, Level, Place};
use cairn_store::table::comment::Comment;
use cairn_words::Words;
use serde::{Deserialize, Serialize};

use super::change::{Result as Noted, note};
use super::said as stored;
use crate::error::{AppError, AppResult};
use crate::host::Host;
use crate::import::{Carrier, LARGEST_SHEET, ProblemView, read_book};
use crate::job::JobContext;
use crate::pack::{ISO_42001, library};
use crate::place::Token;
use crate::tag::Tag;
use crate::usecase::{Job, Reading, Writing};

/// Longest remark about rows that stand in no framework, in characters.
const LONGEST: usize = 9_000;

/// Reads results under another framework; notes them unless it is a dry run.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "ReuseImportInput")]
pub struct Import {
    /// The workbook or CSV file.
    pub file: Token,
    /// Id of the framework.
    pub framework: String,
    /// Only say what would happen.
    #[serde(default)]
    pub dry_run: bool,
}

/// A row whose id the framework does not have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "ReuseUnresolved")]
pub struct Unresolved {
    /// Number of the row in the sheet.
    pub row: u32,
    /// The id as written.
    pub id: String,
    /// The status as written.
    pub status: String,
}

/// What a file of results brings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "ReuseImport")]
pub struct Imported {
    /// Name of the file.
    pub file: String,
    /// Headers of the columns used: id, status, record.
    pub columns: Vec<String>,
    /// Rows of the sheet.
    pub rows: u32,
    /// Entries of which something new is noted.
    pub noted: u32,
    /// Entries that say what is stored.
    pub unchanged: u32,
    /// Rows that say nothing, or nothing that is understood.
    pub skipped: u32,
    /// Rows whose id the framework does not have; kept as a comment on the assessment.
    pub unresolved: Vec<Unresolved>,
    /// What is wrong, by place.
    pub problems: Vec<ProblemView>,
    /// Number of the entry; none when nothing was written.
    pub entry: Option<u64>,
}

impl Job for Import {
    const NAME: &'static str = "reuse.import";
    const TAGS: &'static [Tag] = &[Tag::Gaps, Tag::Relations, Tag::Trail];
    const PERMISSION: Permission = Permission::Write;
    type Output = Imported;

    fn run(self, host: &Host, job: &JobContext<'_>) -> AppResult<Imported> {
        if self.framework == ISO_42001 {
            return Err(AppError::refused("error-reuse-own"));
        }
        let framework = &library()?.framework(&self.framework)?.framework;
        let book = read_book(host, job, &self.file, LARGEST_SHEET)?;
        refuse_ours(&book)?;
        let results = cairn_exchange::results::read(&book)
            .map_err(|_| AppError::file_refused("error-reuse-no-columns").with("file", book.file.clone()))?;
        refuse_other_framework(framework, &book.file, &results)?;
        let carrier =
            Carrier { host, job, name: Self::NAME, permission: Self::PERMISSION, dry_run: self.dry_run };
        let (plan, entry) = carrier.carry_out(
            |cx| plan(cx, framework, &book.file, &results),
            |cx, plan| match plan.results.is_empty() && plan.told.unresolved.is_empty() {
                true => Ok(()),
                false => write(cx, framework, plan),
            },
        )?;
        Ok(Imported { entry, ..plan.told })
    }
}

/// Refuses every workbook that Cairn wrote: none of them holds results under another framework, and the ids of ISO/IEC
/// 42001 in them look like those of other standards.
fn refuse_ours(book: &Book) -> AppResult<()> {
    let Some(meta) = &book.round_trip else { return Ok(()) };
    let kind = meta.kind.split(':').next().unwrap_or_default();
    Err(AppError::file_refused("error-reuse-other-book")
        .with("file", book.file.clone())
        .with("sheet", meta.sheet.clone())
        .with("book", kind))
}

/// Fewest ids by which a file can be said to be about a framework.
const TELLING: usize = 3;

/// Refuses a file whose ids are those of another framework, which has more of them than the one that was chosen. A few ids, such as A.5.2, stand in several standards and mean something else in each.
fn refuse_other_framework(chosen: &Framework, file: &str, results: &Results) -> AppResult<()> {
    // What has no digit in it is a remark or a heading.
    let numbered = |id: &String| id.contains(|c: char| c.is_ascii_digit());
    let ids: BTreeSet<String> = results.rows.iter().map(|row| tidy(&row.id)).filter(numbered).collect();
    let known = |framework: &Framework| ids.iter().filter(|id| !named(framework, id).is_empty()).count();
    let here = known(chosen);
    let others = library()?.frameworks().iter().map(|shipped| &shipped.framework);
    let others = others.filter(|other| other.id != chosen.id).map(|other| (known(other), other));
    let Some((there, other)) = others.max_by_key(|(there, _)| *there) else { return Ok(()) };
    // Either every id stands there and not every one here, or many do among others that stand nowhere.
    let clearly = there == ids.len() || (there * 3 >= ids.len() && there * 4 >= here * 5);
    if ids.len() < TELLING || there <= here || !clearly {
        return Ok(());
    }
    let own = if other.id == ISO_42001 { "yes" } else { "no" };
    Err(AppError::file_refused("error-reuse-other-framework")
        .with("file", file)
        .with("title", other.title.clone())
        .with("chosen", chosen.title.clone())
        .with("own", own)
        .with("there", there)
        .with("count", ids.len()))
}

/// What a file would do.
struct Plan {
    told: Imported,
    /// What changes, by entry.
    results: BTreeMap<String, Noted>,
}

/// Reads the rows against the framework.
struct Reader<'a> {
    framework: &'a Framework,
    results: &'a Results,
    words: &'a Words,
    /// Whether the file writes controls of an annex without its letter, so that a bare number says too little.
    bare: bool,
    told: Imported,
    /// What the file says of each entry, and in which rows.
    found: BTreeMap<String, (Noted, Vec<&'a ResultRow>)>,
    /// Entries of which a row says something that is not understood, with the number of that row.
    unclear: BTreeMap<String, u32>,
}

/// Where an id leads.
enum Found<'a> {
    Entry(&'a str),
    /// No entry, for this reason.
    None(&'static str),
}

fn plan(cx: &Reading<'_>, framework: &Framework, file: &str, results: &Results) -> AppResult<Plan> {
    let told = Imported {
        file: file.to_owned(),
        columns: results.columns.iter().flatten().cloned().collect(),
        rows: super::count(results.rows.len()),
        noted: 0,
        unchanged: 0,
        skipped: 0,
        unresolved: Vec::new(),
        problems: Vec::new(),
        entry: None,
    };
    let bare = results
        .rows
        .iter()
        .any(|row| framework.get(&row.id).is_none() && framework.get(&format!("A.{}", row.id)).is_some());
    let words = cx.around.words;
    let mut reader =
        Reader { framework, results, words, bare, told, found: BTreeMap::new(), unclear: BTreeMap::new() };
    for row in &results.rows {
        reader.row(row);
    }
    reader.hold_back();
    if let Some(row) = results.scored {
        reader.tell("numbers-read", Level::Warning, row, results.status_column, &[]);
    }
    let Reader { mut told, found, .. } = reader;
    let before = stored(cx.tx, &framework.id)?;
    let mut changed = BTreeMap::new();
    for (id, (noted, _)) in found {
        let same = before.get(&id) == Some(&noted.conformity) && noted.record.is_none();
        if same {
            told.unchanged += 1;
        } else {
            told.noted += 1;
            changed.insert(id, noted);
        }
    }
    Ok(Plan { told, results: changed })
}

impl<'a> Reader<'a> {
    fn row(&mut self, row: &'a ResultRow) {
        let conformity: Option<Conformity> = match &row.said {
            Said::Word(word) => word.parse().ok(),
            Said::Nothing => {
                self.told.skipped += 1;
                return;
            }
            Said::Unknown | Said::OtherScale => None,
        };
        let entry = match self.entry(row) {
            Found::Entry(id) => id.to_owned(),
            Found::None(code) => {
                self.problem(code, Level::Warning, row, self.results.id_column);
                let (id, status) = (row.id.clone(), row.status.clone());
                self.told.unresolved.push(Unresolved { row: row.number, id, status });
                return;
            }
        };
        let Some(conformity) = conformity else {
            let code = if row.said == Said::OtherScale { "other-scale" } else { "unknown-status" };
            self.problem(code, Level::Warning, row, self.results.status_column);
            self.told.skipped += 1;
            self.unclear.entry(entry).or_insert(row.number);
            return;
        };
        let noted = Noted { conformity, record: row.record.clone() };
        let Some((first, rows)) = self.found.get_mut(&entry) else {
            self.found.insert(entry, (noted, vec![row]));
            return;
        };
        // Several rows about one entry, such as 4.2(a) and 4.2(b): it is met as far as its weakest part.
        rows.push(row);
        first.conformity = first.conformity.min(conformity);
        let records = [first.record.take(), noted.record];
        let records: Vec<String> = records.into_iter().flatten().collect();
        first.record = (!records.is_empty()).then(|| records.join("; "));
        self.problem("several-rows", Level::Note, row, self.results.id_column);
    }

    /// Takes nothing of an entry of which another row says something that is not understood: that row may be the weaker one.
    fn hold_back(&mut self) {
        for (entry, unclear) in std::mem::take(&mut self.unclear) {
            let Some((_, rows)) = self.found.remove(&entry) else { continue };
            for row in rows {
                let args = [("id", row.id.as_str().into()), ("row", unclear.into())];
                self.tell("held-back", Level::Warning, row.number, self.results.id_column, &args);
                self.told.skipped += 1;
            }
        }
        self.told.problems.sort_by_key(|problem| problem.place.row);
    }

    fn entry(&self, row: &ResultRow) -> Found<'a> {
        let framework = self.framework;
        if row.id.is_empty() {
            return Found::None("no-id");
        }
        // A numeric cell forgets zeros at its end, so 4.1 may have been 4.10.
        let longer =
            framework.get(&format!("{}0", row.id)).or_else(|| framework.get(&format!("A.{}0", row.id)));
        if row.numeric && row.id.contains('.') && longer.is_some() {
            return Found::None("numeric-id");
        }
        let tidy = tidy(&row.id);
        match named(framework, &tidy).as_slice() {
            [_, _, ..] if self.bare => Found::None("ambiguous-id"),
            [entry, ..] if entry.assessable => Found::Entry(&entry.id),
            [_, ..] => Found::None("group-id"),
            [] => Found::None("unknown-id"),
        }
    }

    fn problem(&mut self, code: &str, level: Level, row: &ResultRow, column: u32) {
        let args = [("id", row.id.as_str().into()), ("status", row.status.as_str().into())];
        self.tell(code, level, row.number, column, &args);
    }

    fn tell(&mut self, code: &str, level: Level, row: u32, column: u32, args: &[(&str, cairn_words::Value)]) {
        let place = Place {
            file: Some(self.told.file.clone()),
            sheet: (!self.results.sheet.is_empty()).then(|| self.results.sheet.clone()),
            row: Some(row),
            column: Some(cairn_exchange::sheet::column_letters(column)),
        };
        let message = self.words.say_with(&format!("reuse-problem-{code}"), args);
        self.told.problems.push(ProblemView { place, code: code.to_owned(), message, level });
    }
}

/// The entries that a tidy id may name: as it stands, as an article, and as a control of an annex without its letter.
fn named<'f>(framework: &'f Framework, tidy: &str) -> Vec<&'f Requirement> {
    let ways = [tidy.to_owned(), format!("Art. {tidy}"), format!("A.{tidy}")];
    ways.iter().filter_map(|id| framework.get(id)).collect()
}

/// An id without what people write before it: `Clause 4.2`, `Annex A 5.1`, `A5.1`.
fn tidy(id: &str) -> String {
    let lower = id.to_lowercase();
    let rest = ["clause", "control", "annex", "article", "art.", "art "]
        .iter()
        .fold(lower.as_str(), |rest, word| rest.strip_prefix(word).map_or(rest, str::trim_start));
    let digits = rest.strip_prefix('a').map(|rest| rest.trim_start_matches([' ', '.', '-']));
    match digits.filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit())) {
        Some(digits) => format!("a.{digits}"),
        None => rest.to_owned(),
    }
}

fn write(cx: &mut Writing<'_, '_>, framework: &Framework, plan: &Plan) -> AppResult<()> {
    let assessment = note(cx, &framework.id, &plan.results)?;
    let lines = plan.told.unresolved.iter().map(|row| {
        let args =
            [("row", row.row.into()), ("id", row.id.clone().into()), ("status", row.status.clone().into())];
        cx.around.words.say_with("reuse-unresolved-row", &args)
    });
    let lines: Vec<String> = lines.collect();
    if !lines.is_empty() {
        let title = cx.around.words.say_with("reuse-unresolved", &[("file", plan.told.file.clone().into())]);
        let body: String = format!("{title}\n{}", lines.join("\n")).chars().take(LONGEST).collect();
        let (id, rev) = (cairn_domain::id::RecordId(cx.tx.fresh_id()), cx.tx.stamp());
        let (author, at) = (cx.around.me, cx.tx.time().clone());
        cx.tx.comment().insert(&Comment { id, rev, record: assessment, author, at, body })?;
    }
    cx.tell(
        Some(assessment),
        "history-reuse-import",
        &[
            ("title", framework.title.clone().into()),
            ("file", plan.told.file.clone().into()),
            ("count", plan.results.len().into()),
        ],
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::tidy;

    #[test]
    fn what_people_write_before_an_id_is_left_out() {
        for (written, id) in [
            ("Annex A 5.1", "a.5.1"),
            ("A5.1", "a.5.1"),
            ("A.5.1", "a.5.1"),
            ("Clause 4.2(a)", "4.2(a)"),
            ("GV.OC-01", "gv.oc-01"),
            ("Art. 35", "35"),
        ] {
            assert_eq!(tidy(written), id, "{written}");
        }
    }
}
