//! What a row of a file changes in a system that is already there.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::fix::Side;

/// The stored values of a record by field key.
pub type Values = BTreeMap<String, String>;

/// Who changed a field, and so what happens to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeState {
    /// Changed in the file: the import writes the file's value.
    File,
    /// Changed in Cairn since the export: the import leaves it alone.
    Cairn,
    /// Changed in both, differently: the import leaves it alone and reports it, until a person decides.
    Conflict,
}

/// One field that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct FieldChange {
    /// Key of the field.
    pub field: String,
    /// Value at the time of the export, where it is known.
    pub base: Option<String>,
    /// Value now in Cairn.
    pub current: Option<String>,
    /// Value in the file.
    pub file: Option<String>,
    /// Who changed it.
    pub state: ChangeState,
    /// Whose value stays: the file's where only the file changed it, unless a person decides otherwise.
    pub side: Side,
}

/// What the values were when the file was exported.
#[derive(Clone, Copy)]
pub enum Base<'a> {
    /// The file is not an export of ours: empty cells leave a field alone, others are the new value.
    None,
    /// Exported, and the record has not changed since.
    Current,
    /// Exported, and these were the values then.
    Values(&'a Values),
    /// Exported from a state of the record that cannot be found: every difference is a conflict.
    Lost,
}

/// The change of one field, or none when there is nothing to do or to show.
#[must_use]
pub fn compare(
    field: &str,
    file: Option<&str>,
    current: Option<&str>,
    base: Base<'_>,
) -> Option<FieldChange> {
    if file == current || is_cut(file, current) {
        return None;
    }
    let before = match base {
        Base::None | Base::Lost => None,
        Base::Current => current,
        Base::Values(values) => values.get(field).map(String::as_str),
    };
    let state = match base {
        Base::None if file.is_none() => return None,
        Base::None | Base::Current => ChangeState::File,
        Base::Lost => ChangeState::Conflict,
        Base::Values(_) if file == before || is_cut(file, before) => ChangeState::Cairn,
        Base::Values(_) if current == before => ChangeState::File,
        Base::Values(_) => ChangeState::Conflict,
    };
    let text = |value: Option<&str>| value.map(str::to_owned);
    Some(FieldChange {
        field: field.to_owned(),
        base: text(before),
        current: text(current),
        file: text(file),
        side: if state == ChangeState::File { Side::File } else { Side::Cairn },
        state,
    })
}

/// Whether the file's text is the other one, cut to what an Excel cell can hold.
fn is_cut(file: Option<&str>, other: Option<&str>) -> bool {
    match (file, other) {
        (Some(file), Some(other)) => {
            file.len() >= 32_000 && file.len() < other.len() && other.starts_with(file.trim_end())
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn state(file: Option<&str>, current: Option<&str>, base: Option<&str>) -> Option<ChangeState> {
        let values: Values = base.map(|b| ("x".to_owned(), b.to_owned())).into_iter().collect();
        compare("x", file, current, Base::Values(&values)).map(|change| change.state)
    }

    #[test]
    fn three_ways() {
        assert_eq!(state(Some("a"), Some("a"), Some("b")), None);
        assert_eq!(state(Some("new"), Some("old"), Some("old")), Some(ChangeState::File));
        assert_eq!(state(None, Some("old"), Some("old")), Some(ChangeState::File));
        assert_eq!(state(Some("old"), Some("new"), Some("old")), Some(ChangeState::Cairn));
        assert_eq!(state(Some("x"), Some("y"), Some("z")), Some(ChangeState::Conflict));
        assert_eq!(state(Some("x"), Some("y"), None), Some(ChangeState::Conflict));
    }

    #[test]
    fn an_empty_cell_of_a_foreign_file_erases_nothing() {
        assert_eq!(compare("x", None, Some("old"), Base::None), None);
        assert_eq!(compare("x", Some("n"), Some("o"), Base::None).unwrap().state, ChangeState::File);
        assert_eq!(compare("x", Some("n"), Some("o"), Base::Lost).unwrap().state, ChangeState::Conflict);
    }

    #[test]
    fn text_cut_by_the_cell_limit_is_no_change() {
        let long = "a".repeat(39_000);
        assert_eq!(compare("x", Some(&long[..32_767]), Some(&long), Base::Current), None);
    }
}
