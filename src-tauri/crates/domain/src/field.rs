//! Field metadata: one description drives forms, Excel columns, history words and import mapping.

use serde::Serialize;

/// Fewest letters that can say why something is so.
const SHORTEST_FACT: usize = 4;
/// Fewest letters of a single word that can: a bare "none", "nope" or "unclear" says nothing, in any language.
const SHORTEST_SINGLE_WORD: usize = 12;

/// Whether a text can be a reason or a fact that a person gives in writing: why a control is probably not needed, why
/// an exception from the law holds. A mark such as `.`, `x` or `n/a` is none, nor is a single short word in Latin
/// letters. Other scripts may write without spaces; there four letters are enough.
#[must_use]
pub fn is_fact(text: &str) -> bool {
    let letters = |part: &str| part.chars().filter(|c| c.is_alphabetic()).count();
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| letters(word) > 0).count();
    let latin = text.chars().any(|c| c.is_ascii_alphabetic());
    letters(text) >= SHORTEST_FACT && (words > 1 || !latin || letters(text) >= SHORTEST_SINGLE_WORD)
}

/// What a field holds and how it is edited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case", tag = "type", content = "values")]
pub enum FieldKind {
    /// One line of text.
    Text,
    /// Several lines of text.
    LongText,
    /// One word of a closed list; the list's name gives the locale keys `<list>-<word>`.
    Choice(Choice),
    /// A set of words of a closed list, stored as a JSON array in the order of the list.
    Choices(Choice),
    /// A calendar date.
    Date,
    /// The id of a member.
    Member,
}

/// A closed list of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Choice {
    /// Name of the list.
    pub list: &'static str,
    /// The stored words, in order.
    pub words: &'static [&'static str],
}

/// One field of a record type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct FieldMeta {
    /// Key on the wire, column name in the file, Fluent label key after the type's prefix.
    pub key: &'static str,
    /// The section of the form it stands in.
    pub section: &'static str,
    /// What it holds.
    pub kind: FieldKind,
    /// Most characters allowed; 0 where the kind sets the limit.
    pub limit: usize,
    /// Whether an empty value is refused.
    pub required: bool,
}

/// Why a value was refused; `code` becomes a message key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{field}: {code}")]
pub struct FieldError {
    /// Key of the field.
    pub field: String,
    /// `required`, `too-long`, `not-in-list`, `not-a-date`, `not-a-member`, `unknown-field`, `control-character`.
    pub code: &'static str,
}

impl FieldMeta {
    /// The stored form of `value`, or why it is refused. Blank text becomes none.
    ///
    /// # Errors
    /// A [`FieldError`] whose code names the rule that was broken.
    pub fn check(&self, value: Option<&str>) -> Result<Option<String>, FieldError> {
        let refuse = |code| Err(FieldError { field: self.key.to_owned(), code });
        let Some(text) = value.map(str::trim).filter(|text| !text.is_empty()) else {
            return if self.required { refuse("required") } else { Ok(None) };
        };
        if text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\t' | '\r')) {
            return refuse("control-character");
        }
        if self.limit > 0 && text.chars().count() > self.limit {
            return refuse("too-long");
        }
        match self.kind {
            FieldKind::Text if text.contains(['\n', '\r']) => Ok(Some(one_line(text))),
            FieldKind::Text => Ok(Some(text.to_owned())),
            FieldKind::LongText => Ok(Some(text.replace("\r\n", "\n").replace('\r', "\n"))),
            FieldKind::Choice(choice) if choice.words.contains(&text) => Ok(Some(text.to_owned())),
            FieldKind::Choice(_) => refuse("not-in-list"),
            FieldKind::Choices(choice) => match choice.normalise(text) {
                Some(set) => Ok(set),
                None => refuse("not-in-list"),
            },
            FieldKind::Date => match text.parse::<crate::time::Date>() {
                Ok(date) => Ok(Some(date.to_string())),
                Err(_) => refuse("not-a-date"),
            },
            FieldKind::Member => match text.parse::<crate::id::MemberId>() {
                Ok(member) => Ok(Some(member.to_string())),
                Err(_) => refuse("not-a-member"),
            },
        }
    }
}

impl Choice {
    /// A JSON array of words, in the order of the list and without repeats; none when empty, `None` when a word is unknown.
    fn normalise(self, json: &str) -> Option<Option<String>> {
        let given: Vec<String> = serde_json::from_str(json).ok()?;
        if given.iter().any(|word| !self.words.contains(&word.as_str())) {
            return None;
        }
        let kept: Vec<&str> =
            self.words.iter().copied().filter(|word| given.iter().any(|g| g == word)).collect();
        Some((!kept.is_empty()).then(|| serde_json::to_string(&kept).unwrap_or_default()))
    }
}

/// Line breaks become single spaces.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEVELS: Choice = Choice { list: "level", words: &["low", "high"] };

    fn field(kind: FieldKind, required: bool) -> FieldMeta {
        FieldMeta { key: "x", section: "s", kind, limit: 5, required }
    }

    fn code(meta: FieldMeta, value: &str) -> &'static str {
        meta.check(Some(value)).unwrap_err().code
    }

    #[test]
    fn blank_is_none_unless_required() {
        assert_eq!(field(FieldKind::Text, false).check(Some("  ")), Ok(None));
        assert_eq!(code(field(FieldKind::Text, true), " "), "required");
    }

    #[test]
    fn each_rule_has_its_code() {
        assert_eq!(code(field(FieldKind::Text, false), "abcdef"), "too-long");
        assert_eq!(code(field(FieldKind::Text, false), "a\u{0}"), "control-character");
        assert_eq!(code(field(FieldKind::Choice(LEVELS), false), "mid"), "not-in-list");
        assert_eq!(code(FieldMeta { limit: 0, ..field(FieldKind::Date, false) }, "2027-02-30"), "not-a-date");
    }

    #[test]
    fn sets_are_ordered_and_text_is_kept_on_one_line() {
        let set = FieldMeta { limit: 0, ..field(FieldKind::Choices(LEVELS), false) };
        assert_eq!(set.check(Some(r#"["high","low","high"]"#)), Ok(Some(r#"["low","high"]"#.to_owned())));
        assert_eq!(set.check(Some("[]")), Ok(None));
        assert_eq!(field(FieldKind::Text, false).check(Some("a\nb")), Ok(Some("a b".to_owned())));
    }
}
