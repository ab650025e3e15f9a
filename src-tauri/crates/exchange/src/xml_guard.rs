//! Looks at the bytes of an XML part while it is inflated, before the real parser sees it.
//!
//! The parser buffers one token at a time, collects the text of one cell, and reserves memory for as many shared
//! strings as the file claims. This scanner bounds all three, so that parsing needs memory in proportion to limits we
//! chose and not to what a hostile file says.

use crate::problem::ErrorCode;

/// Longest token, and longest cell or shared string with its markup. Excel allows 32,767 characters in a cell; with
/// every character escaped and in a run of its own that is below 4 MB.
const MAX_PIECE: u64 = 4 << 20;
/// Most cell elements, empty ones included, in one part.
const MAX_CELL_ELEMENTS: u64 = 20_000_000;
/// Most shared strings.
pub const MAX_STRINGS: u64 = 2_000_000;

#[derive(Clone, Copy, PartialEq)]
enum State {
    Text,
    /// Just after `<`.
    Open,
    /// In a start or end tag; the quote that is open, if any.
    Tag(Option<u8>),
    /// After `<!`, until it is clear what it is.
    Bang,
    Comment,
    CData,
    Instruction,
}

/// The scanner of one part.
pub struct XmlGuard {
    state: State,
    /// Bytes since the current token began.
    token: u64,
    /// Bytes since the current cell or string began; none outside.
    item: Option<u64>,
    /// Start of the current tag, enough for its name and the attributes of `sst`.
    tag: Vec<u8>,
    /// The last two bytes before the current one.
    tail: [u8; 2],
    strings: u64,
    cells: u64,
}

impl XmlGuard {
    pub fn new() -> Self {
        Self {
            state: State::Text,
            token: 0,
            item: None,
            tag: Vec::with_capacity(512),
            tail: [0; 2],
            strings: 0,
            cells: 0,
        }
    }

    /// Looks at the next bytes of the part.
    pub fn feed(&mut self, bytes: &[u8]) -> Result<(), ErrorCode> {
        for &byte in bytes {
            self.token += 1;
            if let Some(item) = &mut self.item {
                *item += 1;
                if *item > MAX_PIECE {
                    return Err(ErrorCode::OversizedPart);
                }
            }
            if self.token > MAX_PIECE {
                return Err(ErrorCode::OversizedPart);
            }
            self.step(byte)?;
            self.tail = [self.tail[1], byte];
        }
        Ok(())
    }

    fn step(&mut self, byte: u8) -> Result<(), ErrorCode> {
        match self.state {
            State::Text => {
                if byte == b'<' {
                    self.enter(State::Open);
                }
            }
            State::Open => {
                self.tag.clear();
                match byte {
                    b'!' => self.state = State::Bang,
                    b'?' => self.state = State::Instruction,
                    _ => {
                        self.state = State::Tag(None);
                        return self.in_tag(byte, None);
                    }
                }
            }
            State::Tag(quote) => return self.in_tag(byte, quote),
            State::Bang => return self.in_bang(byte),
            State::Comment if byte == b'>' && self.tail == *b"--" => self.enter(State::Text),
            State::CData if byte == b'>' && self.tail == *b"]]" => self.enter(State::Text),
            State::Instruction if byte == b'>' && self.tail[1] == b'?' => self.enter(State::Text),
            State::Comment | State::CData | State::Instruction => {}
        }
        Ok(())
    }

    fn enter(&mut self, state: State) {
        self.state = state;
        self.token = 0;
    }

    fn in_bang(&mut self, byte: u8) -> Result<(), ErrorCode> {
        self.tag.push(byte);
        if self.tag == b"--" {
            self.state = State::Comment;
        } else if self.tag == b"[CDATA[" {
            self.state = State::CData;
        } else if !b"--".starts_with(&self.tag) && !b"[CDATA[".starts_with(&self.tag) {
            // A document type: no spreadsheet program writes one.
            return Err(ErrorCode::DamagedWorkbook);
        }
        Ok(())
    }

    fn in_tag(&mut self, byte: u8, quote: Option<u8>) -> Result<(), ErrorCode> {
        match quote {
            Some(open) if byte == open => self.state = State::Tag(None),
            Some(_) => {}
            None if byte == b'>' => {
                let result = self.tag_ends();
                self.enter(State::Text);
                return result;
            }
            None if matches!(byte, b'"' | b'\'') => self.state = State::Tag(Some(byte)),
            None => {}
        }
        if self.tag.len() < 512 {
            self.tag.push(byte);
        }
        Ok(())
    }

    fn tag_ends(&mut self) -> Result<(), ErrorCode> {
        let closing = self.tag.first() == Some(&b'/');
        let body = self.tag.get(usize::from(closing)..).unwrap_or_default();
        let end = body.iter().position(|b| b.is_ascii_whitespace() || *b == b'/').unwrap_or(body.len());
        let name = body.get(..end).unwrap_or_default();
        let local = name.rsplit(|b| *b == b':').next().unwrap_or_default();
        match local {
            b"c" | b"si" => {
                let empty = self.tail[1] == b'/';
                self.item = (!closing && !empty).then_some(0);
                if !closing {
                    let counter = if local == b"c" { &mut self.cells } else { &mut self.strings };
                    *counter += 1;
                }
            }
            b"sst" if !closing && claimed_strings(body) > MAX_STRINGS => {
                return Err(ErrorCode::TooManyStrings);
            }
            _ => {}
        }
        if self.strings > MAX_STRINGS {
            return Err(ErrorCode::TooManyStrings);
        }
        if self.cells > MAX_CELL_ELEMENTS { Err(ErrorCode::TooManyCells) } else { Ok(()) }
    }
}

/// The largest number in any attribute of the `sst` element: the parser reserves memory for `uniqueCount`.
fn claimed_strings(tag: &[u8]) -> u64 {
    if tag.len() >= 500 {
        // Not all of it was kept; no program writes such a tag.
        return u64::MAX;
    }
    tag.split(|b| matches!(b, b'"' | b'\''))
        .skip(1)
        .step_by(2)
        .filter(|value| !value.is_empty() && value.iter().all(u8::is_ascii_digit))
        .map(|digits| {
            digits.iter().fold(0u64, |n, d| n.saturating_mul(10).saturating_add(u64::from(d - b'0')))
        })
        .max()
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scan(text: &str) -> Result<(), ErrorCode> {
        XmlGuard::new().feed(text.as_bytes())
    }

    #[test]
    fn ordinary_markup_passes() {
        let text = r#"<?xml version="1.0"?><!-- a > b --><x:sst uniqueCount="2"><si><t a='>'>A</t></si>
            <si><t><![CDATA[<<]]></t></si></x:sst>"#;
        assert_eq!(scan(text), Ok(()));
    }

    #[test]
    fn a_claim_of_many_strings_is_refused() {
        assert_eq!(scan(r#"<sst count="1" uniqueCount='99999999999'>"#), Err(ErrorCode::TooManyStrings));
        assert_eq!(scan(&format!("<sst {}>", "a=\"\" ".repeat(200))), Err(ErrorCode::TooManyStrings));
    }

    #[test]
    fn long_pieces_are_refused_however_they_are_hidden() {
        let long = "x".repeat(5 << 20);
        let many = "<t>xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx</t>".repeat(120_000);
        for text in [
            format!("<t>{long}</t>"),
            format!("<!-- {long}"),
            format!("<t a=\"{}\">", "<".repeat(5 << 20)),
            format!("<![CDATA[{}", "<".repeat(5 << 20)),
            format!("<si>{many}</si>"),
            format!("<c r=\"A1\"><is>{many}</is></c>"),
        ] {
            assert_eq!(scan(&text), Err(ErrorCode::OversizedPart));
        }
        assert_eq!(scan(&format!("<worksheet>{many}</worksheet>")), Ok(()));
    }

    #[test]
    fn a_document_type_is_refused() {
        assert_eq!(scan("<!DOCTYPE x>"), Err(ErrorCode::DamagedWorkbook));
    }
}
