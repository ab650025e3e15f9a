//! Columns that are known by the systems of the workspace rather than by their header.

use std::collections::{HashMap, HashSet};

use super::{Mapping, Reason, Target};
use crate::header::{Header, normalise};
use crate::sheet::Sheet;

impl Mapping {
    /// Takes a column for Cairn's codes when its cells are codes of systems that are there, each once and beside the
    /// name of that system. The names must agree because other registers number their systems in the same form: a code
    /// alone would find the wrong system. `systems` are the codes and names of the workspace. Nothing changes where a
    /// column of codes or none of names is known.
    pub fn take_known_codes(&mut self, sheet: &Sheet, header: &Header, systems: &[(&str, &str)]) {
        let Some(name) = self.column_of("name").map(|a| a.column.index) else { return };
        if self.profile.is_some() || self.column_of("code").is_some() {
            return;
        }
        let systems: HashMap<&str, String> =
            systems.iter().map(|(code, name)| (*code, folded(name))).collect();
        let data = header.data(sheet);
        let fits = |column: u32| {
            let cells = data.iter().filter_map(|row| Some((row, row.cell(column)?.text.trim())));
            let known: Vec<_> = cells.filter(|(_, code)| systems.contains_key(code)).collect();
            let different: HashSet<&str> = known.iter().map(|(_, code)| *code).collect();
            let named = known.iter().filter(|(row, code)| systems.get(code) == Some(&folded(row.text(name))));
            let named = named.count();
            // A new row has no code yet and one may be mistyped; a column of parents names few systems, none its own.
            named > 0 && different.len() * 2 >= data.len() && named * 2 >= known.len()
        };
        let found =
            self.columns.iter().map(|a| a.column.index).find(|column| *column != name && fits(*column));
        if let Some(column) = found
            && self.set(column, Target::Field("code".to_owned())).is_some()
            && let Some(assignment) = self.columns.iter_mut().find(|a| a.column.index == column)
        {
            assignment.reason = Reason::KnownCodes;
        }
    }
}

fn folded(name: &str) -> String {
    normalise(name).to_lowercase()
}
