//! One entry as one line of JSON.

use std::io::{self, BufRead, Read, Write};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};

use crate::fixed::from_hex;
use crate::signing::Signature;

/// The longest line of `entries.jsonl` in bytes, LF included: 256 MiB.
pub const MAX_RECORD: u64 = 256 * 1024 * 1024;

/// An entry with all that is stored of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// The header line, LF included. Not parsed: what is wrong with it is for the verifier to say.
    pub line: String,
    /// The signature of the device.
    pub signature: Signature,
    /// The payload; `None` if it was left out or erased.
    pub body: Option<Body>,
}

/// A payload with its salt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body {
    /// The 16 bytes hashed before the payload.
    pub salt: [u8; 16],
    /// The payload bytes.
    pub payload: Vec<u8>,
}

/// Why a line of `entries.jsonl` cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum RecordError {
    /// The file cannot be read on.
    #[error("the entries cannot be read: {0}")]
    Io(#[from] io::Error),
    /// The line is longer than [`MAX_RECORD`]; nothing after it is read.
    #[error("a record has more than {MAX_RECORD} bytes")]
    TooLong,
    /// The line does not end with LF.
    #[error("a record does not end with a line feed")]
    LineEnd,
    /// The line is not a JSON object with exactly the four members.
    #[error("a record is not the expected JSON object: {0}")]
    Json(#[from] serde_json::Error),
    /// A member is not in its canonical form, or only one of salt and payload is there.
    #[error("the member `{0}` of a record is not in its canonical form")]
    Member(&'static str),
}

/// The members in the order in which they are written.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Wire {
    line: String,
    signature: String,
    // A member that is missing is not the same as null: absence must be said.
    #[serde(deserialize_with = "Option::deserialize")]
    salt: Option<String>,
    #[serde(deserialize_with = "Option::deserialize")]
    payload: Option<String>,
}

impl Record {
    fn to_wire(&self) -> Wire {
        Wire {
            line: self.line.clone(),
            signature: self.signature.to_string(),
            salt: self.body.as_ref().map(|body| hex::encode(body.salt)),
            payload: self.body.as_ref().map(|body| STANDARD.encode(&body.payload)),
        }
    }

    fn from_wire(wire: Wire) -> Result<Self, RecordError> {
        let signature = wire.signature.parse().map_err(|_| RecordError::Member("signature"))?;
        let body = match (wire.salt, wire.payload) {
            (None, None) => None,
            (Some(salt), Some(payload)) => Some(Body {
                salt: from_hex(&salt, "salt").map_err(|_| RecordError::Member("salt"))?,
                payload: STANDARD.decode(payload).map_err(|_| RecordError::Member("payload"))?,
            }),
            (Some(_), None) => return Err(RecordError::Member("payload")),
            (None, Some(_)) => return Err(RecordError::Member("salt")),
        };
        Ok(Self { line: wire.line, signature, body })
    }

    /// Reads one line of `entries.jsonl`, LF included.
    ///
    /// # Errors
    /// When the line is not a record; see [`RecordError`].
    pub fn parse(line: &[u8]) -> Result<Self, RecordError> {
        let body = line.strip_suffix(b"\n").ok_or(RecordError::LineEnd)?;
        Self::from_wire(serde_json::from_slice(body)?)
    }
}

/// Writes `entries.jsonl`. The same records give the same bytes.
#[derive(Debug)]
pub struct RecordWriter<W> {
    out: W,
}

impl<W: Write> RecordWriter<W> {
    /// A writer to `out`, which should be buffered.
    pub fn new(out: W) -> Self {
        Self { out }
    }

    /// Writes the next entry in stored order.
    ///
    /// # Errors
    /// When `out` refuses the bytes.
    pub fn write(&mut self, record: &Record) -> io::Result<()> {
        serde_json::to_writer(&mut self.out, &record.to_wire())?;
        self.out.write_all(b"\n")
    }

    /// Flushes and gives `out` back.
    ///
    /// # Errors
    /// When `out` cannot be flushed.
    pub fn finish(mut self) -> io::Result<W> {
        self.out.flush()?;
        Ok(self.out)
    }
}

/// Reads `entries.jsonl`, one record per step. After a record that cannot be parsed it goes on with the next line; after
/// an error of the file or a record of more than [`MAX_RECORD`] bytes it ends.
#[derive(Debug)]
pub struct RecordReader<R> {
    input: R,
    line: Vec<u8>,
    ended: bool,
}

impl<R: BufRead> RecordReader<R> {
    /// A reader from `input`.
    pub fn new(input: R) -> Self {
        Self { input, line: Vec::new(), ended: false }
    }

    fn read_line(&mut self) -> Result<bool, RecordError> {
        self.line.clear();
        (&mut self.input).take(MAX_RECORD + 1).read_until(b'\n', &mut self.line)?;
        if self.line.len() as u64 > MAX_RECORD {
            Err(RecordError::TooLong)
        } else {
            Ok(!self.line.is_empty())
        }
    }
}

impl<R: BufRead> Iterator for RecordReader<R> {
    type Item = Result<Record, RecordError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        match self.read_line() {
            Ok(true) => Some(Record::parse(&self.line)),
            Ok(false) => None,
            Err(stop) => {
                self.ended = true;
                Some(Err(stop))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn written(records: &[Record]) -> Vec<u8> {
        let mut writer = RecordWriter::new(Vec::new());
        for record in records {
            writer.write(record).unwrap();
        }
        writer.finish().unwrap()
    }

    fn example() -> Record {
        let body = Some(Body { salt: [1; 16], payload: vec![0xfb, 0xff] });
        Record { line: "a\tb\n".into(), signature: Signature([2; 64]), body }
    }

    #[test]
    fn text_is_as_documented() {
        let with = format!(
            "{{\"line\":\"a\\tb\\n\",\"signature\":\"{}\",\"salt\":\"{}\",\"payload\":\"+/8=\"}}\n",
            "02".repeat(64),
            "01".repeat(16)
        );
        let without = format!(
            "{{\"line\":\"a\\tb\\n\",\"signature\":\"{}\",\"salt\":null,\"payload\":null}}\n",
            "02".repeat(64)
        );
        let records = [example(), Record { body: None, ..example() }];
        assert_eq!(String::from_utf8(written(&records)).unwrap(), with + &without);
    }

    #[test]
    fn other_forms_are_refused_and_reading_goes_on() {
        let good = String::from_utf8(written(&[example()])).unwrap();
        let salt = "01".repeat(16);
        let bad = [
            good.replace("\"salt\"", "\"Salt\""),
            good.replace(&format!("\"salt\":\"{salt}\","), ""),
            good.replace(&format!("\"{salt}\""), "null"),
            good.replace("\"+/8=\"", "null"),
            good.replace("+/8=", "+/9="),
            good.replace("+/8=", "+/8"),
            good.replace(&salt, &salt.replace("01", "0A")),
            good.replace(&"02".repeat(64), "02"),
            good.replace("{\"line\"", "{\"line\":\"\",\"line\""),
            "\n".to_owned(),
            "[]\n".to_owned(),
            "null\n".to_owned(),
        ];
        let text = bad.concat() + &good + good.trim_end();
        let read: Vec<_> = RecordReader::new(text.as_bytes()).collect();
        assert_eq!(read.len(), bad.len() + 2);
        for (at, record) in read.iter().enumerate() {
            assert_eq!(record.is_ok(), at == bad.len(), "record {at}: {record:?}");
        }
        assert!(matches!(read.last(), Some(Err(RecordError::LineEnd))));
        assert!(Record::parse(b"{\"line\":\"\xff\"}\n").is_err());
    }

    #[test]
    fn an_endless_line_ends_at_the_limit() {
        let mut reader = RecordReader::new(io::BufReader::new(io::repeat(b'x')));
        assert!(matches!(reader.next(), Some(Err(RecordError::TooLong))));
        assert!(reader.next().is_none());
    }

    proptest! {
        #![proptest_config(crate::properties())]

        #[test]
        fn any_records_come_back(
            parts in prop::collection::vec((any::<String>(), any::<Option<([u8; 16], Vec<u8>)>>()), 0..5),
        ) {
            let records: Vec<Record> = parts
                .into_iter()
                .map(|(line, body)| Record {
                    line,
                    signature: Signature([7; 64]),
                    body: body.map(|(salt, payload)| Body { salt, payload }),
                })
                .collect();
            let text = written(&records);
            let read: Vec<Record> = RecordReader::new(text.as_slice()).collect::<Result<_, _>>().unwrap();
            prop_assert_eq!(read, records);
        }
    }
}
