//! Which system of the workspace a row is.

use std::collections::HashMap;

use crate::header::normalise;
use crate::import::{Existing, Plan};
use crate::round_trip::{RoundTrip, RowRef};

/// What a row was found to be.
#[derive(Clone, Copy)]
pub(super) enum Match<'a> {
    /// Not there yet.
    New,
    /// Not there by name for sure: several systems have it.
    Ambiguous,
    /// This system.
    Found(&'a Existing, Option<&'a RowRef>),
    /// This system, which an earlier row already is.
    Repeated(&'a Existing, u32),
    /// Names a code that does not exist here.
    UnknownCode,
}

/// How a row names itself.
pub(super) struct RowKeys<'a> {
    /// Number of the row.
    pub(super) row: u32,
    /// Cairn's code, empty when there is none.
    pub(super) code: &'a str,
    /// Id in the source, made unique.
    pub(super) source_id: &'a str,
    /// Whether that id was made up from name and department.
    pub(super) made_up: bool,
    /// Name, if it has one.
    pub(super) name: Option<&'a str>,
}

pub(super) struct Matcher<'a> {
    source: &'a str,
    own: Option<HashMap<&'a str, &'a RowRef>>,
    /// Rows of an export of this workspace by record id, for files that lost their column of ids.
    exported: HashMap<&'a str, &'a RowRef>,
    by_id: HashMap<&'a str, &'a Existing>,
    by_code: HashMap<&'a str, &'a Existing>,
    by_source: HashMap<(&'a str, &'a str), &'a Existing>,
    by_name: HashMap<String, Vec<&'a Existing>>,
    /// Systems that a row was already found to be, by id, with the number of that row.
    claimed: HashMap<&'a str, u32>,
    /// Row numbers by source id, to tell repeated ids apart.
    seen: HashMap<String, (u32, u32)>,
}

impl<'a> Matcher<'a> {
    pub(super) fn new(plan: &Plan<'a>, own: Option<&'a RoundTrip>, export: Option<&'a RoundTrip>) -> Self {
        let exported = export.into_iter().flat_map(|meta| &meta.rows);
        let mut matcher = Self {
            source: plan.source,
            own: own.map(RoundTrip::by_code),
            exported: exported.map(|row| (row.id.as_str(), row)).collect(),
            by_id: HashMap::new(),
            by_code: HashMap::new(),
            by_source: HashMap::new(),
            by_name: HashMap::new(),
            claimed: HashMap::new(),
            seen: HashMap::new(),
        };
        for system in plan.existing {
            matcher.by_id.insert(&system.id, system);
            matcher.by_code.insert(&system.code, system);
            if let (Some(source), Some(id)) = (&system.source, &system.source_id) {
                matcher.by_source.insert((source, id), system);
            }
            if let Some(name) = system.values.get("name") {
                matcher.by_name.entry(folded(name)).or_default().push(system);
            }
        }
        matcher
    }

    /// The id, with ` #2`, ` #3` … when an earlier row has it, and the number of that row.
    pub(super) fn unique(&mut self, source_id: &str, row: u32) -> (String, Option<u32>) {
        let entry = self.seen.entry(source_id.to_lowercase()).or_insert((row, 0));
        entry.1 += 1;
        let (first, times) = *entry;
        if times == 1 { (source_id.to_owned(), None) } else { (format!("{source_id} #{times}"), Some(first)) }
    }

    /// Finds the system: by the code of an export of ours, by (source, id), by the same id and name from another
    /// source, and by name when the row has no id of its own.
    pub(super) fn find(&mut self, keys: &RowKeys<'_>) -> Match<'a> {
        let result = self.look_up(keys);
        if let Match::Found(system, _) = result {
            if let Some(first) = self.claimed.get(system.id.as_str()) {
                return Match::Repeated(system, *first);
            }
            self.claimed.insert(&system.id, keys.row);
        }
        result
    }

    fn look_up(&self, keys: &RowKeys<'_>) -> Match<'a> {
        if !keys.code.is_empty() {
            return self.by_code(keys.code);
        }
        if self.own.is_some() {
            return Match::New;
        }
        if let Some(system) = self.by_source.get(&(self.source, keys.source_id)) {
            return Match::Found(system, None);
        }
        let free: Vec<&'a Existing> = keys
            .name
            .and_then(|name| self.by_name.get(&folded(name)))
            .into_iter()
            .flatten()
            .copied()
            .filter(|system| {
                !self.claimed.contains_key(system.id.as_str()) && may_be(system, keys, self.source)
            })
            .collect();
        match free.as_slice() {
            [] => Match::New,
            [one] => Match::Found(one, self.exported.get(one.id.as_str()).copied()),
            _ => Match::Ambiguous,
        }
    }

    /// Gives a system free again: the row that was it is left out.
    pub(super) fn release(&mut self, id: &str) {
        self.claimed.remove(id);
    }

    /// Whether a row is this system.
    pub(super) fn is_claimed(&self, id: &str) -> bool {
        self.claimed.contains_key(id)
    }

    /// Notes that a row is this system.
    pub(super) fn claim(&mut self, system: &'a Existing, row: u32) {
        self.claimed.insert(&system.id, row);
    }

    /// The only other system that has this name, when `system` has another one.
    pub(super) fn other_of_name(&self, name: &str, system: &Existing) -> Option<&'a Existing> {
        let name = folded(name);
        if system.values.get("name").is_some_and(|known| folded(known) == name) {
            return None;
        }
        match self.by_name.get(&name).map(Vec::as_slice) {
            Some([one]) if one.id != system.id => Some(one),
            _ => None,
        }
    }

    fn by_code(&self, code: &str) -> Match<'a> {
        let row = self.own.as_ref().and_then(|rows| rows.get(code).copied());
        let system = match row {
            Some(row) => self.by_id.get(row.id.as_str()),
            None => self.by_code.get(code),
        };
        system.map_or(Match::UnknownCode, |system| Match::Found(system, row))
    }
}

/// Whether a system of the same name can be this row: it has no other id in this source, and where the row has an id
/// of its own the system has none or the same.
fn may_be(system: &Existing, keys: &RowKeys<'_>, source: &str) -> bool {
    if system.source.as_deref() == Some(source) {
        return false;
    }
    keys.made_up || system.source_id.as_deref().is_none_or(|id| id == keys.source_id)
}

fn folded(name: &str) -> String {
    normalise(name).to_lowercase()
}
