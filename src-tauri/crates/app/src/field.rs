//! Field metadata on the wire: forms, columns and history take labels and limits from one description.

use cairn_domain::field::{FieldKind, FieldMeta};
use cairn_words::Words;
use serde::{Deserialize, Serialize};

/// How a field is edited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case")]
pub enum FieldInput {
    /// One line.
    Text,
    /// Several lines.
    LongText,
    /// One of the options.
    Choice,
    /// Any of the options.
    Choices,
    /// A calendar date.
    Date,
    /// A member.
    Member,
}

/// One field with its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct FieldDescription {
    /// Key of the value.
    pub key: String,
    /// Its label.
    pub label: String,
    /// A line of help, where one is needed.
    pub help: Option<String>,
    /// Key of the section it stands in.
    pub section: String,
    /// The section's title.
    pub section_label: String,
    /// How it is edited.
    pub input: FieldInput,
    /// Options of a choice.
    pub options: Vec<FieldOption>,
    /// Most characters; 0 where there is no limit.
    pub limit: usize,
    /// Whether it may not be empty.
    pub required: bool,
}

/// One option of a choice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct FieldOption {
    /// Stored word.
    pub word: String,
    /// Its label.
    pub label: String,
}

/// Puts a field into words. `prefix` is the record type, for example `system`.
#[must_use]
pub fn describe(prefix: &str, field: &FieldMeta, words: &Words) -> FieldDescription {
    let (input, choice) = match field.kind {
        FieldKind::Text => (FieldInput::Text, None),
        FieldKind::LongText => (FieldInput::LongText, None),
        FieldKind::Choice(choice) => (FieldInput::Choice, Some(choice)),
        FieldKind::Choices(choice) => (FieldInput::Choices, Some(choice)),
        FieldKind::Date => (FieldInput::Date, None),
        FieldKind::Member => (FieldInput::Member, None),
    };
    let options = choice.map_or_else(Vec::new, |choice| {
        let option = |word: &&str| FieldOption {
            word: (*word).to_owned(),
            label: words.say(&format!("{}-{word}", choice.list)),
        };
        choice.words.iter().map(option).collect()
    });
    let help = format!("{prefix}-field-{}-help", field.key);
    FieldDescription {
        key: field.key.to_owned(),
        label: words.say(&format!("{prefix}-field-{}", field.key)),
        help: words.has(&help).then(|| words.say(&help)),
        section: field.section.to_owned(),
        section_label: words.say(&format!("{prefix}-section-{}", field.section)),
        input,
        options,
        limit: field.limit,
        required: field.required,
    }
}
