//! Fluent messages for everything that speaks outside the UI: reports, history and the command line.
//!
//! The UI reads the same files. Numbers and dates arrive here as values and leave as text; no isolation marks are
//! written, because the words go into PDFs, spreadsheets and terminals.

mod format;

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use include_dir::{Dir, include_dir};
use unic_langid::LanguageIdentifier;

static LOCALES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../../assets/locales");

/// The language every message exists in.
pub const FALLBACK: &str = "en";

/// Messages of one language, with English behind it.
pub struct Words {
    language: String,
    own: FluentBundle<FluentResource>,
    fallback: Option<FluentBundle<FluentResource>>,
}

/// A value that goes into a message.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Text, used as it is.
    Text(String),
    /// A whole number; chooses plural forms and is written with thousands separators.
    Number(i64),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

macro_rules! from_number {
    ($($kind:ty),+) => {$(
        impl From<$kind> for Value {
            fn from(number: $kind) -> Self {
                Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }
    )+};
}

from_number!(u32, u64, usize, i32, i64);

/// Why a language cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WordsError {
    /// No files of that language are shipped.
    #[error("no messages for the language `{0}`")]
    UnknownLanguage(String),
    /// A file of the language does not parse or repeats a key.
    #[error("{file}: {reason}")]
    BadFile {
        /// The file.
        file: String,
        /// What is wrong.
        reason: String,
    },
}

impl Words {
    /// Loads a language; messages it lacks are answered in English.
    ///
    /// # Errors
    /// When the language is not shipped, or one of its files is broken.
    pub fn load(language: &str) -> Result<Self, WordsError> {
        let own = bundle(language)?;
        let fallback = if language == FALLBACK { None } else { Some(bundle(FALLBACK)?) };
        Ok(Self { language: language.to_owned(), own, fallback })
    }

    /// English, loaded once.
    ///
    /// # Errors
    /// When a shipped English file is broken.
    pub fn english() -> Result<&'static Self, WordsError> {
        static ENGLISH: OnceLock<Result<Words, WordsError>> = OnceLock::new();
        ENGLISH.get_or_init(|| Self::load(FALLBACK)).as_ref().map_err(Clone::clone)
    }

    /// Languages shipped.
    #[must_use]
    pub fn languages() -> Vec<&'static str> {
        LOCALES.dirs().filter_map(|dir| dir.path().file_name()?.to_str()).collect()
    }

    /// The language's code.
    #[must_use]
    pub fn language(&self) -> &str {
        &self.language
    }

    /// Whether the language itself, not the fallback, has the message.
    #[must_use]
    pub fn has_own(&self, key: &str) -> bool {
        self.own.has_message(key)
    }

    /// Whether the message exists, here or in English.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.has_own(key) || self.fallback.as_ref().is_some_and(|bundle| bundle.has_message(key))
    }

    /// The message without arguments.
    #[must_use]
    pub fn say(&self, key: &str) -> String {
        self.say_with(key, &[])
    }

    /// The message with arguments. A key that exists nowhere comes back as itself, so that nothing is lost.
    #[must_use]
    pub fn say_with(&self, key: &str, args: &[(&str, Value)]) -> String {
        let mut values = FluentArgs::new();
        for (name, value) in args {
            match value {
                Value::Text(text) => values.set(*name, text.clone()),
                Value::Number(number) => values.set(*name, *number),
            }
        }
        [Some(&self.own), self.fallback.as_ref()]
            .into_iter()
            .flatten()
            .find_map(|bundle| write_message(bundle, key, &values))
            .unwrap_or_else(|| key.to_owned())
    }
}

fn write_message(bundle: &FluentBundle<FluentResource>, key: &str, args: &FluentArgs<'_>) -> Option<String> {
    let pattern = bundle.get_message(key)?.value()?;
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(args), &mut errors);
    Some(text.into_owned())
}

fn bundle(language: &str) -> Result<FluentBundle<FluentResource>, WordsError> {
    let unknown = || WordsError::UnknownLanguage(language.to_owned());
    let id: LanguageIdentifier = language.parse().map_err(|_| unknown())?;
    let dir = LOCALES.get_dir(language).ok_or_else(unknown)?;
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(|value, _| match value {
        FluentValue::Number(number) => Some(format::grouped(&number.as_string())),
        _ => None,
    }));
    for file in dir.files() {
        let name = file.path().display().to_string();
        if file.path().file_name().is_some_and(|name| name.to_string_lossy().starts_with("ui")) {
            // Words of the screens only; the UI loads them itself.
            continue;
        }
        let bad = |reason: String| WordsError::BadFile { file: name.clone(), reason };
        let text = file.contents_utf8().ok_or_else(|| bad("not UTF-8".to_owned()))?;
        let resource =
            FluentResource::try_new(text.to_owned()).map_err(|(_, errors)| bad(format!("{errors:?}")))?;
        bundle.add_resource(resource).map_err(|errors| bad(format!("{errors:?}")))?;
    }
    Ok(bundle)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_language_loads() {
        assert!(Words::languages().contains(&FALLBACK));
        for language in Words::languages() {
            if let Err(error) = Words::load(language) {
                panic!("{error}");
            }
        }
    }

    #[test]
    fn an_unknown_language_is_refused_and_an_unknown_key_is_shown() {
        assert!(matches!(Words::load("tlh"), Err(WordsError::UnknownLanguage(_))));
        assert_eq!(Words::english().unwrap().say("no-such-key"), "no-such-key");
    }

    #[test]
    fn numbers_and_dates_come_out_for_people_without_marks() {
        let words = Words::english().unwrap();
        assert_eq!(words.number(1_284), "1,284");
        assert_eq!(words.date("2026-11-23"), "23 November 2026");
        assert_eq!(words.date_short("2026-11-03"), "3 Nov 2026");
        assert_eq!(words.date("not a date"), "not a date");
        assert_eq!(
            words.say_with(
                "date-long",
                &[("day", 1.into()), ("month", "May".into()), ("year", "2027".into())]
            ),
            "1 May 2027"
        );
    }
}
