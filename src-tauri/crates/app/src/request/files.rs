//! A folder of files comes in: each file is proposed to a request, a person confirms, all are attached at once.

use std::collections::{BTreeSet, HashSet};
use std::path::{Path, PathBuf};

use cairn_domain::id::RecordId;
use cairn_domain::request::{file_state, standing, welcomes};
use cairn_domain::role::Permission;
use cairn_domain::state::FileState;
use cairn_domain::words;
use cairn_store::table::evidence_use::EvidenceUse;
use serde::{Deserialize, Serialize};

use super::{RequestItem, items};
use crate::error::{AppError, AppResult, Code};
use crate::host::Host;
use crate::job::JobContext;
use crate::place::{Place, Token};
use crate::relation::{AttachEvidence, Attachment, attach, read_file};
use crate::tag::Tag;
use crate::usecase::{Job, Writing};

/// Most files looked at in one go.
const MOST: usize = 500;
/// Most bytes attached in one go, in MB: what one entry writes stays in memory until it is committed.
const MOST_MEGABYTES: u64 = 500;
/// Deepest folder in a folder.
const DEEPEST: usize = 8;
/// Least share of words in common for a proposal by name, in per cent.
const LEAST: u32 = 34;

words! {
    /// What a proposal rests on.
    ProposedBy = "request-match" {
        /// The request's code stands in the file's name.
        Code = "code",
        /// The line's id stands in the file's name.
        Line = "line",
        /// Words in common.
        Name = "name",
    }
}

/// A proposal for a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Proposed {
    /// The request.
    pub request: RecordId,
    /// What it rests on.
    pub by: ProposedBy,
}

/// One file and the requests it may answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct FileMatch {
    /// The file.
    pub file: Place,
    /// Its size in bytes.
    pub size: u64,
    /// The requests it may answer: every one its name speaks of by code, else the one that fits best; none when nothing
    /// fits.
    pub proposed: Vec<Proposed>,
}

/// Looks at the files of a folder, or at files that were dropped, and proposes requests for each.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "RequestMatchInput")]
pub struct Match {
    /// Folders and files.
    pub places: Vec<Token>,
}

impl Job for Match {
    const NAME: &'static str = "request.match";
    const TAGS: &'static [Tag] = &[];
    const PERMISSION: Permission = Permission::Read;
    type Output = Vec<FileMatch>;

    fn run(self, host: &Host, job: &JobContext<'_>) -> AppResult<Self::Output> {
        job.progress("read", 0, 0);
        let mut paths = Vec::new();
        for token in &self.places {
            let path = host.places.path(token)?;
            if path.is_dir() { files_in(&path, DEEPEST, &mut paths)? } else { paths.push(path) }
        }
        if paths.len() > MOST {
            let limit = i64::try_from(MOST).unwrap_or(i64::MAX);
            return Err(AppError::refused("error-request-many-files").with("limit", limit));
        }
        let open = host.read(Self::PERMISSION, |cx| items(cx, None))?;
        let open: Vec<RequestItem> = open.into_iter().filter(|item| item.open).collect();
        let found = paths.iter().map(|path| FileMatch {
            file: host.admit(path),
            size: path.metadata().map_or(0, |meta| meta.len()),
            proposed: propose(&name_of(path), &open),
        });
        Ok(found.collect())
    }
}

/// The files of a folder and of the folders in it, by path; hidden ones are left out, and links lead nowhere.
fn files_in(folder: &Path, depth: usize, found: &mut Vec<PathBuf>) -> AppResult<()> {
    let unreadable = |error: std::io::Error| AppError::new(Code::Missing).detail(error.to_string());
    let entries = std::fs::read_dir(folder).map_err(unreadable)?;
    let mut entries = entries.collect::<Result<Vec<_>, _>>().map_err(unreadable)?;
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        let (path, kind) = (entry.path(), entry.file_type().map_err(unreadable)?);
        if name_of(&path).starts_with(['.', '~']) {
            continue;
        }
        if kind.is_dir() {
            if depth == 0 {
                let limit = i64::try_from(DEEPEST).unwrap_or(i64::MAX);
                return Err(AppError::refused("error-request-deep-folder").with("limit", limit));
            }
            files_in(&path, depth - 1, found)?;
        } else if kind.is_file() {
            found.push(path);
        }
        if found.len() > MOST {
            let limit = i64::try_from(MOST).unwrap_or(i64::MAX);
            return Err(AppError::refused("error-request-many-files").with("limit", limit));
        }
    }
    Ok(())
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// The requests a file's name speaks of: all of those whose code it carries, else one by the line's id, else one by words
/// in common.
fn propose(name: &str, open: &[RequestItem]) -> Vec<Proposed> {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_lowercase();
    let named = open.iter().filter(|item| holds(&stem, &item.code.to_lowercase()));
    let by_code: Vec<_> = named.map(|item| Proposed { request: item.id, by: ProposedBy::Code }).collect();
    if by_code.is_empty() { closest(&stem, open).into_iter().collect() } else { by_code }
}

/// The request that fits the name of a file best: by the line's id, then by words in common.
fn closest(stem: &str, open: &[RequestItem]) -> Option<Proposed> {
    let wanted = words_of(stem);
    let alike = |item: &&RequestItem| (likeness(&wanted, &item.what), std::cmp::Reverse(item.code.len()));
    let of_line = open.iter().filter(|item| holds(stem, &item.requirement.to_lowercase()));
    // A longer id is the more precise one: A.6.2.4 before 6.2.
    let longest = of_line.clone().map(|item| item.requirement.len()).max();
    if let Some(longest) = longest
        && let Some(item) = of_line.filter(|item| item.requirement.len() == longest).max_by_key(alike)
    {
        return Some(Proposed { request: item.id, by: ProposedBy::Line });
    }
    let best = open.iter().max_by_key(alike)?;
    (likeness(&wanted, &best.what) >= LEAST).then_some(Proposed { request: best.id, by: ProposedBy::Name })
}

/// Whether an id stands in a text on its own: ER-1 is not in ER-10, 6.2 not in A.6.2.4.
fn holds(text: &str, id: &str) -> bool {
    let mut from = 0;
    while let Some(found) = text.get(from..).and_then(|rest| rest.find(id)) {
        let (start, end) = (from + found, from + found + id.len());
        let before = text.get(..start).and_then(|rest| rest.chars().next_back());
        let mut after = text.get(end..).unwrap_or_default().chars();
        let (next, second) = (after.next(), after.next());
        let goes_on = next.is_some_and(char::is_alphanumeric)
            || (next == Some('.') && second.is_some_and(char::is_alphanumeric));
        if !goes_on && before.is_none_or(|c| !c.is_alphanumeric() && c != '.') {
            return true;
        }
        from = start + id.chars().next().map_or(1, char::len_utf8);
    }
    false
}

/// Words worth comparing; an ending s counts for nothing.
fn words_of(text: &str) -> BTreeSet<String> {
    text.to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() > 2 && !word.chars().all(|c| c.is_ascii_digit()))
        .map(|word| word.strip_suffix('s').filter(|rest| rest.len() > 2).unwrap_or(word).to_owned())
        .collect()
}

/// How much of a file's name is in what is needed, in per cent of the name's words.
fn likeness(name: &BTreeSet<String>, what: &str) -> u32 {
    let what = words_of(what);
    let both = name.intersection(&what).count();
    // One short word in common says little.
    if name.is_empty() || (both < 2 && name.len() > 1) {
        return 0;
    }
    u32::try_from(both * 100 / name.len()).unwrap_or(0)
}

/// A file that answers a request, as a person confirmed. A file may come several times, each for another request.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "RequestReceived")]
pub struct Received {
    /// The file.
    pub file: Token,
    /// The request.
    pub request: RecordId,
}

/// Attaches files to the requests they answer, in one entry. Each waits to be judged on its own; a file that was handed
/// in for its request before changes nothing and is named.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "RequestReceiveInput")]
pub struct Receive {
    /// Files with their requests.
    pub files: Vec<Received>,
}

/// What became of the files that came in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "RequestReceipt")]
pub struct Receipt {
    /// How many were attached, each counted once however many requests it answers.
    pub count: u32,
    /// Those that were there before.
    pub again: Vec<CameAgain>,
}

/// A file whose very bytes were handed in for the same request before; what was said of it stays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "RequestCameAgain")]
pub struct CameAgain {
    /// Name of the file.
    pub file: String,
    /// Code of the request.
    pub request: String,
    /// Where it stands there.
    pub state: FileState,
    /// Why it was refused.
    pub reason: Option<String>,
}

impl Job for Receive {
    const NAME: &'static str = "request.receive";
    const TAGS: &'static [Tag] = &[Tag::Requests, Tag::Evidence, Tag::Relations, Tag::Trail];
    const PERMISSION: Permission = Permission::Write;
    type Output = Receipt;

    fn run(self, host: &Host, job: &JobContext<'_>) -> AppResult<Receipt> {
        if self.files.len() > MOST {
            let limit = i64::try_from(MOST).unwrap_or(i64::MAX);
            return Err(AppError::refused("error-request-many-files").with("limit", limit));
        }
        let total = self.files.len() as u64;
        // Files are looked through before the write begins: others wait for a write.
        let mut files = Vec::new();
        for (done, received) in (0u64..).zip(&self.files) {
            job.cancel().check()?;
            job.progress("read", done, total);
            files.push(read_file(&host.places.path(&received.file)?)?);
            if files.iter().map(|file: &Attachment| file.size).sum::<u64>() > MOST_MEGABYTES << 20 {
                return Err(AppError::refused("error-request-many-bytes").with("limit", MOST_MEGABYTES));
            }
        }
        let (receipt, _) = host.write(Self::NAME, Self::PERMISSION, |cx| {
            let mut receipt = Receipt { count: 0, again: Vec::new() };
            let mut attached = HashSet::new();
            for (done, (received, file)) in (0u64..).zip(self.files.iter().zip(&files)) {
                job.cancel().check()?;
                job.progress("import", done, total);
                match receive(cx, received.request, file)? {
                    Some(again) => receipt.again.push(again),
                    None => _ = attached.insert(&received.file),
                }
            }
            receipt.count = u32::try_from(attached.len()).unwrap_or(u32::MAX);
            cx.tell(None, "history-request-receive", &[("count", receipt.count.into())]);
            Ok(receipt)
        })?;
        Ok(receipt)
    }
}

/// Attaches one file, unless it was handed in for this request before.
fn receive(cx: &mut Writing<'_, '_>, id: RecordId, file: &Attachment) -> AppResult<Option<CameAgain>> {
    let row = cx.tx.evidence_request().get(id)?;
    let code = cx.read().record().get(id)?.code.unwrap_or_default();
    let before = cx.tx.evidence_use().of(id)?;
    let states: Vec<FileState> = before.iter().map(|used| file_state(used.state, row.state)).collect();
    if !welcomes(standing(row.state, &states)) {
        let refused = AppError::refused("error-request-settled");
        return Err(refused.with("name", file.name.as_str()).with("code", code));
    }
    let input = AttachEvidence { record: Some(id), ..AttachEvidence::default() };
    let attached = attach(cx, &input, Some(file))?;
    let same = |used: &&EvidenceUse| used.evidence == attached.id;
    Ok(before.iter().find(same).map(|used| {
        let state = file_state(used.state, row.state);
        let whole = if state == FileState::Refused { row.reason.clone() } else { None };
        CameAgain { file: file.name.clone(), request: code, state, reason: used.reason.clone().or(whole) }
    }))
}

#[cfg(test)]
mod tests {
    use cairn_domain::state::RequestState;

    use super::*;

    fn item(code: &str, requirement: &str, what: &str) -> RequestItem {
        RequestItem {
            id: RecordId(uuid::Uuid::new_v4()),
            code: code.to_owned(),
            requirement: requirement.to_owned(),
            title: String::new(),
            what: what.to_owned(),
            owner: None,
            department: None,
            due: None,
            days_late: None,
            state: RequestState::Requested,
            ways: Vec::new(),
            open: true,
            asks: true,
            again: Vec::new(),
            reason: None,
            requested_on: None,
            received_on: None,
            decided_on: None,
            files: Vec::new(),
        }
    }

    #[test]
    fn codes_come_before_lines_and_lines_before_words() {
        let open = [
            item("ER-001", "6.2", "Objectives with owners and dates"),
            item("ER-010", "A.6.2.4", "Test plan with release criteria"),
            item("ER-011", "A.6.2.4", "Signed test reports"),
        ];
        let found = |name: &str| {
            let proposed = propose(name, &open).into_iter().map(|found| {
                let item = open.iter().find(|item| item.id == found.request);
                (item.map(|item| item.code.as_str()).unwrap_or_default(), found.by)
            });
            proposed.collect::<Vec<_>>()
        };
        assert_eq!(found("er-010 whatever.pdf"), [("ER-010", ProposedBy::Code)]);
        assert_eq!(found("ER-001_objectives.docx"), [("ER-001", ProposedBy::Code)]);
        assert_eq!(found("A.6.2.4 signed reports.pdf"), [("ER-011", ProposedBy::Line)]);
        assert_eq!(found("6.2.pdf"), [("ER-001", ProposedBy::Line)]);
        assert_eq!(found("Test plan release criteria v2.docx"), [("ER-010", ProposedBy::Name)]);
        assert_eq!(found("holiday photo.jpg"), []);
        assert_eq!(found("ER-0101.pdf"), []);
        assert_eq!(
            found("ER-001 and ER-011.pdf"),
            [("ER-001", ProposedBy::Code), ("ER-011", ProposedBy::Code)],
            "one file may answer several requests"
        );
    }

    #[test]
    fn ids_stand_on_their_own() {
        assert!(
            holds("a.6.2.4 plan", "a.6.2.4") && !holds("a.6.2.4 plan", "6.2") && !holds("a.6.2.4", "a.6.2")
        );
        assert!(holds("policy (5.2)", "5.2") && !holds("v15.2", "5.2") && !holds("", "5.2"));
    }
}
