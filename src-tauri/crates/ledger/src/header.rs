//! The header of an entry: one canonical text line (section 2).

use uuid::Uuid;

use crate::fixed::from_hex;
use crate::id::{DeviceKeyId, EntryId, entry_id};
use crate::time::is_time;

/// The longest header line in bytes, LF included. The fields' own limits stay below it.
pub const MAX_LINE: usize = 1024;

/// The first field: format name and version.
const TAG: &str = "cairn-entry/1";
/// The number of fields.
const FIELDS: usize = 16;
/// An empty field.
const EMPTY: &str = "-";
const MAX_ACTION: usize = 64;
const MAX_SUBJECT: usize = 128;
const MAX_APP: usize = 64;

/// What an entry does. Its words are the `kind` field of the header.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The first entry of a workspace; the only one without a parent.
    Genesis,
    /// A migration of the file's tables; it carries no changeset.
    Schema,
    /// An ordinary change of the organisation's data.
    Change,
    /// A change that takes an earlier one back.
    Undo,
    /// Two histories brought together; the only kind with two parents.
    Merge,
    /// A member admitted, changed or retired.
    Member,
    /// A device key admitted or revoked.
    Device,
    /// An approval given, refused or withdrawn.
    Approval,
    /// A batch of events sealed under a Merkle root.
    Seal,
    /// Payloads or sealed events removed on purpose.
    Erase,
}

impl Kind {
    /// All kinds in the order of the format document.
    pub const ALL: [Self; 10] = [
        Self::Genesis,
        Self::Schema,
        Self::Change,
        Self::Undo,
        Self::Merge,
        Self::Member,
        Self::Device,
        Self::Approval,
        Self::Seal,
        Self::Erase,
    ];

    /// The word in the header.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Genesis => "genesis",
            Self::Schema => "schema",
            Self::Change => "change",
            Self::Undo => "undo",
            Self::Merge => "merge",
            Self::Member => "member",
            Self::Device => "device",
            Self::Approval => "approval",
            Self::Seal => "seal",
            Self::Erase => "erase",
        }
    }

    /// How many parents an entry of this kind has.
    #[must_use]
    pub const fn parents(self) -> usize {
        match self {
            Self::Genesis => 0,
            Self::Merge => 2,
            _ => 1,
        }
    }
}

impl std::fmt::Display for Kind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl std::str::FromStr for Kind {
    type Err = HeaderError;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word).ok_or(HeaderError::Field("kind"))
    }
}

/// Why a line is not a header, or a header cannot be written as a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum HeaderError {
    /// The line is longer than [`MAX_LINE`] bytes.
    #[error("the header line has {0} bytes; at most {MAX_LINE} are allowed")]
    TooLong(usize),
    /// The line does not end with exactly one LF.
    #[error("the header line does not end with one line feed")]
    LineEnd,
    /// A byte outside printable ASCII and TAB, at this offset.
    #[error("the header line has a forbidden byte at offset {0}")]
    Byte(usize),
    /// Another number of fields than 16.
    #[error("the header line has {0} fields instead of 16")]
    FieldCount(usize),
    /// The line is of another format or version.
    #[error("the header line does not start with `cairn-entry/1`")]
    Version,
    /// The named field is not in its canonical form.
    #[error("the header field `{0}` is not in its canonical form")]
    Field(&'static str),
}

/// The header of an entry. Every value has exactly one text form, and every line exactly one value.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Header {
    /// The stamp of the write transaction (a UUIDv7); unique in the ledger, equal to `rev` of the rows written.
    pub stamp: Uuid,
    /// What the entry does.
    pub kind: Kind,
    /// The workspace the entry belongs to.
    pub workspace: Uuid,
    /// The key that signs the entry.
    pub device: DeviceKeyId,
    /// The number of this entry among those of its device, from 1 without gaps.
    pub seq: u64,
    /// The entries this one follows: none (genesis), one, or two (merge; first parent first, distinct).
    pub parents: Vec<EntryId>,
    /// The member who acts.
    pub actor: Uuid,
    /// The use case, e.g. `soa.decide`: lower-case ASCII letters, digits, `.`, `-`, `_`; starts with a letter;
    /// at most 64 bytes.
    pub action: String,
    /// The record the action is about, if it is about one: printable ASCII without space, 1 to 128 bytes, not `-`.
    pub subject: Option<String>,
    /// When: `YYYY-MM-DDTHH:MM:SS.mmmZ`, UTC, never before the times of the parents.
    pub time: String,
    /// The program that wrote the entry, e.g. `cairn/0.1.0`: printable ASCII without space, 1 to 64 bytes, not `-`.
    pub app: String,
    /// The schema version of the recorded tables.
    pub schema: u32,
    /// The hash of the shape of the recorded tables in that schema version.
    pub shape: [u8; 32],
    /// The number of payload bytes (without the salt).
    pub payload_length: u64,
    /// SHA-256 of salt and payload; see [`crate::payload_hash`].
    pub payload_hash: [u8; 32],
}

impl Header {
    /// The canonical line, final LF included.
    ///
    /// # Errors
    /// When a field breaks the rules given at it, so that no line that [`Header::parse`] refuses is ever written.
    pub fn to_line(&self) -> Result<String, HeaderError> {
        self.check()?;
        let line = self.write();
        if line.len() > MAX_LINE { Err(HeaderError::TooLong(line.len())) } else { Ok(line) }
    }

    /// Reads one line; `line` includes the final LF.
    ///
    /// # Errors
    /// When `line` is not byte for byte what [`Header::to_line`] gives for some header.
    pub fn parse(line: &str) -> Result<Self, HeaderError> {
        if line.len() > MAX_LINE {
            return Err(HeaderError::TooLong(line.len()));
        }
        let body = line.strip_suffix('\n').ok_or(HeaderError::LineEnd)?;
        if let Some(at) = body.bytes().position(|byte| byte != b'\t' && !(0x20..=0x7e).contains(&byte)) {
            return Err(HeaderError::Byte(at));
        }
        let fields: Vec<&str> = body.split('\t').collect();
        let count = fields.len();
        let fields = <[&str; FIELDS]>::try_from(fields).map_err(|_| HeaderError::FieldCount(count))?;
        let [tag, stamp, kind, workspace, device, seq, parents, actor, action, rest @ ..] = fields;
        let [subject, time, app, schema, shape, payload_length, payload_hash] = rest;
        if tag != TAG {
            return Err(HeaderError::Version);
        }
        let header = Self {
            stamp: uuid(stamp, "stamp")?,
            kind: kind.parse()?,
            workspace: uuid(workspace, "workspace")?,
            device: device.parse().map_err(|_| HeaderError::Field("device"))?,
            seq: number(seq, "seq")?,
            parents: parse_parents(parents)?,
            actor: uuid(actor, "actor")?,
            action: action.to_owned(),
            subject: (subject != EMPTY).then(|| subject.to_owned()),
            time: time.to_owned(),
            app: app.to_owned(),
            schema: u32::try_from(number(schema, "schema")?).map_err(|_| HeaderError::Field("schema"))?,
            shape: from_hex(shape, "shape").map_err(|_| HeaderError::Field("shape"))?,
            payload_length: number(payload_length, "payload-length")?,
            payload_hash: from_hex(payload_hash, "payload hash")
                .map_err(|_| HeaderError::Field("payload-hash"))?,
        };
        header.check()?;
        Ok(header)
    }

    /// The entry id: the hash of the line. Only meaningful for a header that [`Header::to_line`] accepts.
    #[must_use]
    pub fn id(&self) -> EntryId {
        entry_id(&self.write())
    }

    /// The line without the checks.
    fn write(&self) -> String {
        let parents = match self.parents.as_slice() {
            [] => EMPTY.to_owned(),
            some => some.iter().map(ToString::to_string).collect::<Vec<_>>().join(","),
        };
        format!(
            "{TAG}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n",
            self.stamp.hyphenated(),
            self.kind,
            self.workspace.hyphenated(),
            self.device,
            self.seq,
            parents,
            self.actor.hyphenated(),
            self.action,
            self.subject.as_deref().unwrap_or(EMPTY),
            self.time,
            self.app,
            self.schema,
            hex::encode(self.shape),
            self.payload_length,
            hex::encode(self.payload_hash),
        )
    }

    /// The rules that the types alone do not give.
    fn check(&self) -> Result<(), HeaderError> {
        let distinct = !matches!(self.parents.as_slice(), [first, second] if first == second);
        let rules = [
            (self.seq >= 1, "seq"),
            (self.parents.len() == self.kind.parents() && distinct, "parents"),
            (is_action(&self.action), "action"),
            (self.subject.as_deref().is_none_or(|subject| is_word(subject, MAX_SUBJECT)), "subject"),
            (is_time(&self.time), "time"),
            (is_word(&self.app, MAX_APP), "app"),
        ];
        match rules.iter().find(|(holds, _)| !holds) {
            Some((_, field)) => Err(HeaderError::Field(field)),
            None => Ok(()),
        }
    }
}

fn is_action(text: &str) -> bool {
    text.len() <= MAX_ACTION
        && text.starts_with(|first: char| first.is_ascii_lowercase())
        && text.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'.' | b'-' | b'_'))
}

fn is_word(text: &str, longest: usize) -> bool {
    (1..=longest).contains(&text.len()) && text != EMPTY && text.bytes().all(|byte| byte.is_ascii_graphic())
}

/// A decimal number without sign and without leading zeros.
fn number(text: &str, field: &'static str) -> Result<u64, HeaderError> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let canonical = digits && (text == "0" || !text.starts_with('0'));
    text.parse().ok().filter(|_| canonical).ok_or(HeaderError::Field(field))
}

/// A UUID in lower-case hyphenated form.
fn uuid(text: &str, field: &'static str) -> Result<Uuid, HeaderError> {
    let mut buffer = [0u8; uuid::fmt::Hyphenated::LENGTH];
    match Uuid::try_parse(text) {
        Ok(id) if id.hyphenated().encode_lower(&mut buffer) == text => Ok(id),
        _ => Err(HeaderError::Field(field)),
    }
}

fn parse_parents(text: &str) -> Result<Vec<EntryId>, HeaderError> {
    if text == EMPTY {
        return Ok(Vec::new());
    }
    text.split(',').map(|id| id.parse().map_err(|_| HeaderError::Field("parents"))).collect()
}

#[cfg(test)]
#[path = "header_tests.rs"]
mod tests;
