//! What a cell of an interview sheet says, in the form in which it is stored, and back in the words a person sees.

use cairn_domain::gap::{self, Confidence, Conformity, Maturity};
use cairn_domain::time::Date;
use cairn_exchange::dates::{self, DateOrder, DateText};
use cairn_exchange::header::normalise;
use cairn_exchange::{Cell, CellKind};
use cairn_words::Words;

use super::LONGEST;
use super::sheet::tidy;

/// What a cell says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Told {
    /// Nothing, which may only mean that somebody deleted a cell.
    Blank,
    /// That the value is to be taken away.
    Clear,
    /// A value in its stored form.
    Value(String),
}

/// The stored form of a cell of a column, or why it has none: the code of the problem and the text.
pub(super) fn value(cell: Option<&Cell>, key: &str, words: &Words) -> Result<Told, (&'static str, String)> {
    let text = match text(cell)? {
        Some(text) if same("interview-clear", &text, words) => return Ok(Told::Clear),
        Some(text) => text,
        None => return Ok(Told::Blank),
    };
    let refuse = |code| Err((code, cut(&text)));
    let found = match key {
        "answer" => word("must-answer", &text, answers(), words),
        "conformity" if same("conformity-not-assessed", &text, words) => return Ok(Told::Clear),
        "conformity" => {
            on_scale("conformity", &text, Conformity::ALL.iter().map(|word| word.as_str()), words)
        }
        "maturity" => on_scale("maturity", &text, Maturity::ALL.iter().map(|word| word.as_str()), words),
        "confidence" => word("confidence", &text, Confidence::ALL.iter().map(|word| word.as_str()), words),
        "seen-on" => match dates::parse(&text, DateOrder::DayMonth) {
            DateText::Day(day) => Some(day.to_string()),
            DateText::NoDay | DateText::Other => return refuse("not-a-date"),
        },
        "not-needed" if !is_fact(&text, words) => return refuse("not-needed-without-fact"),
        _ => Some(text.clone()),
    };
    found.map_or_else(|| refuse("unknown-word"), |value| Ok(Told::Value(value)))
}

/// Whether a text says why a control is not needed; a mark or a bare answer such as Yes does not.
pub(super) fn is_fact(text: &str, words: &Words) -> bool {
    gap::is_fact(text) && word("must-answer", text, answers(), words).is_none()
}

/// The text of a cell; none when it is blank.
pub(super) fn text(cell: Option<&Cell>) -> Result<Option<String>, (&'static str, String)> {
    let Some(cell) = cell else { return Ok(None) };
    let text = tidy(&cell.text);
    let refuse = |code| Err((code, cut(&text)));
    if text.is_empty() {
        return Ok(None);
    }
    if cell.kind == CellKind::Error {
        return refuse("error-cell");
    }
    if text.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
        return refuse("control-character");
    }
    if text.chars().count() > LONGEST {
        return refuse("too-long");
    }
    Ok(Some(text))
}

fn answers() -> impl Iterator<Item = &'static str> {
    gap::Answer::ALL.iter().map(|word| word.as_str())
}

/// A word of a scale, or its number, counted from 0.
fn on_scale(
    list: &str,
    text: &str,
    mut all: impl Iterator<Item = &'static str> + Clone,
    words: &Words,
) -> Option<String> {
    match word(list, text, all.clone(), words) {
        Some(word) => Some(word),
        None => all.nth(text.parse().ok()?).map(str::to_owned),
    }
}

/// Whether a text is a message, in any case.
pub(super) fn same(key: &str, text: &str, words: &Words) -> bool {
    normalise(&words.say(key)).to_lowercase() == normalise(text).to_lowercase()
}

/// The stored word that a person sees as this text, in any case.
fn word(
    list: &str,
    text: &str,
    mut all: impl Iterator<Item = &'static str>,
    words: &Words,
) -> Option<String> {
    let wanted = normalise(text).to_lowercase();
    let shown = |word: &str| normalise(&words.say(&format!("{list}-{word}"))).to_lowercase();
    all.find(|word| *word == wanted || shown(word) == wanted).map(str::to_owned)
}

/// A stored value in the words a person sees.
pub(super) fn shown(key: &str, value: Option<&str>, words: &Words) -> String {
    match (key, value) {
        ("conformity", None) => words.say("conformity-not-assessed"),
        (_, None) => words.say("interview-empty"),
        ("answer", Some(word)) => words.say(&format!("must-answer-{word}")),
        ("conformity" | "maturity" | "confidence", Some(word)) => words.say(&format!("{key}-{word}")),
        ("seen-on", Some(day)) => words.date_short(day),
        (_, Some(text)) => cut(text),
    }
}

/// A date in its stored form.
pub(super) fn date(text: Option<&str>) -> Option<Date> {
    text.and_then(|text| text.parse().ok())
}

/// The beginning of a text, for a message.
pub(super) fn cut(text: &str) -> String {
    match text.char_indices().nth(120) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}
