//! Search over every record, for the search field and the command palette.

use cairn_domain::id::RecordId;
use cairn_domain::record::RecordKind;
use serde::{Deserialize, Serialize};

use crate::error::AppResult;
use crate::relation::RecordRef;
use crate::tag::Tag;
use crate::usecase::{Query, Reading};

/// Most records found.
const MOST: u32 = 50;

/// A record that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Found {
    /// The record.
    pub record: RecordRef,
    /// Kind in words.
    pub kind: String,
    /// Where the words stand, in pieces; those found are marked.
    pub snippet: Vec<Piece>,
}

/// A piece of a snippet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Piece {
    /// The text.
    pub text: String,
    /// Whether it is what was looked for.
    pub hit: bool,
}

/// Finds records by words in code, title and text; each word may be the beginning of one.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "SearchFindInput")]
pub struct Find {
    /// The words.
    pub text: String,
    /// Only these kinds; all when empty.
    #[serde(default)]
    pub kinds: Vec<RecordKind>,
}

impl Query for Find {
    const NAME: &'static str = "search.find";
    const TAGS: &'static [Tag] = Tag::ALL;
    type Output = Vec<Found>;

    fn run(self, cx: &Reading<'_>) -> AppResult<Self::Output> {
        let hits = cx.tx.search(&self.text, &self.kinds, MOST)?;
        let mut found = Vec::with_capacity(hits.len());
        for hit in hits {
            found.push(Found {
                kind: kind_in_words(cx, hit.kind, hit.record)?,
                record: RecordRef { id: hit.record, kind: hit.kind, code: hit.code, title: hit.title },
                snippet: pieces(&hit.snippet),
            });
        }
        Ok(found)
    }
}

/// The kind of a record; a gap line says of which assessment, since each assessment has a line of the same name.
fn kind_in_words(cx: &Reading<'_>, kind: RecordKind, record: RecordId) -> AppResult<String> {
    let words = cx.around.words.say(&format!("record-kind-{kind}"));
    if kind != RecordKind::GapLine {
        return Ok(words);
    }
    let line = cx.tx.gap_line().get(record)?;
    let assessment = cx.tx.gap_assessment().get(line.assessment)?;
    Ok(cx.around.words.say_with("search-kind-of", &[("kind", words.into()), ("of", assessment.name.into())]))
}

/// Splits a snippet at the marks U+0002 and U+0003 that stand around what was found.
fn pieces(snippet: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for part in snippet.split('\u{2}') {
        let (hit, rest) = part.split_once('\u{3}').unwrap_or(("", part));
        for (text, hit) in [(hit, true), (rest, false)] {
            if !text.is_empty() {
                pieces.push(Piece { text: text.to_owned(), hit });
            }
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn snippets_come_apart_at_their_marks() {
        let found = pieces("the \u{2}shift\u{3} planner and \u{2}Shift\u{3}");
        let texts: Vec<_> = found.iter().map(|piece| (piece.text.as_str(), piece.hit)).collect();
        assert_eq!(texts, [("the ", false), ("shift", true), (" planner and ", false), ("Shift", true)]);
    }
}
