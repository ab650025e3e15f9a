//! The payload of an entry: what changed and why (section 3).

use sha2::{Digest, Sha256};

/// The first 16 bytes of every payload: format name and version, ended by LF.
const MAGIC: &[u8; 16] = b"cairn-payload/1\n";

/// Why bytes are not a payload.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PayloadError {
    /// The bytes do not begin with the magic of this version.
    #[error("the payload does not start with `cairn-payload/1`")]
    Version,
    /// A section is longer than what is left.
    #[error("the payload ends inside the section `{0}`")]
    Short(&'static str),
    /// Bytes follow the last section.
    #[error("the payload has {0} bytes after its last section")]
    Trailing(usize),
    /// A text section is not UTF-8.
    #[error("the section `{0}` of the payload is not UTF-8")]
    Text(&'static str),
}

/// What an entry changed and why.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Payload {
    /// The SQLite changeset of the recorded tables; empty for an act that changes no row.
    pub changeset: Vec<u8>,
    /// The person's why, as typed; may be empty.
    pub reason: String,
    /// Locale key and arguments of the sentence that history shows. The ledger does not interpret it.
    pub message: String,
}

/// The sections of a payload, borrowed from its bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sections<'a> {
    /// See [`Payload::changeset`].
    pub changeset: &'a [u8],
    /// See [`Payload::reason`].
    pub reason: &'a str,
    /// See [`Payload::message`].
    pub message: &'a str,
}

impl Payload {
    /// The canonical bytes.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let sections = [self.changeset.as_slice(), self.reason.as_bytes(), self.message.as_bytes()];
        let length: usize = sections.iter().map(|section| section.len() + 8).sum();
        let mut bytes = Vec::with_capacity(MAGIC.len() + length);
        bytes.extend_from_slice(MAGIC);
        for section in sections {
            bytes.extend_from_slice(&(section.len() as u64).to_be_bytes());
            bytes.extend_from_slice(section);
        }
        bytes
    }

    /// Reads the canonical bytes.
    ///
    /// # Errors
    /// When `bytes` is not what [`Payload::encode`] gives for some payload.
    pub fn decode(bytes: &[u8]) -> Result<Self, PayloadError> {
        let Sections { changeset, reason, message } = Sections::read(bytes)?;
        Ok(Self { changeset: changeset.to_owned(), reason: reason.to_owned(), message: message.to_owned() })
    }
}

impl<'a> Sections<'a> {
    /// As [`Payload::decode`], without copying.
    ///
    /// # Errors
    /// When `bytes` is not what [`Payload::encode`] gives for some payload.
    pub fn read(bytes: &'a [u8]) -> Result<Self, PayloadError> {
        let rest = bytes.strip_prefix(MAGIC).ok_or(PayloadError::Version)?;
        let (changeset, rest) = section(rest, "changeset")?;
        let (reason, rest) = section(rest, "reason")?;
        let (message, rest) = section(rest, "message")?;
        if !rest.is_empty() {
            return Err(PayloadError::Trailing(rest.len()));
        }
        Ok(Self { changeset, reason: text(reason, "reason")?, message: text(message, "message")? })
    }
}

fn section<'a>(bytes: &'a [u8], name: &'static str) -> Result<(&'a [u8], &'a [u8]), PayloadError> {
    let short = PayloadError::Short(name);
    let (length, rest) = bytes.split_first_chunk::<8>().ok_or(short)?;
    let length = usize::try_from(u64::from_be_bytes(*length)).map_err(|_| short)?;
    rest.split_at_checked(length).ok_or(short)
}

fn text<'a>(bytes: &'a [u8], name: &'static str) -> Result<&'a str, PayloadError> {
    std::str::from_utf8(bytes).map_err(|_| PayloadError::Text(name))
}

/// SHA-256 of the 16 salt bytes followed by the payload bytes.
///
/// The salt is stored beside the payload and erased with it; without it the hash in the header cannot be used to guess
/// what a short payload said.
#[must_use]
pub fn payload_hash(salt: &[u8; 16], payload: &[u8]) -> [u8; 32] {
    Sha256::new().chain_update(salt).chain_update(payload).finalize().into()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn example() -> Payload {
        Payload { changeset: vec![0, 255, 10], reason: "Because ä".into(), message: "history-change".into() }
    }

    #[test]
    fn bytes_are_as_documented() {
        let bytes = Payload { changeset: vec![7], reason: "r".into(), message: String::new() }.encode();
        let mut expected = b"cairn-payload/1\n".to_vec();
        expected.extend_from_slice(&[0, 0, 0, 0, 0, 0, 0, 1, 7]);
        expected.extend_from_slice(&[0, 0, 0, 0, 0, 0, 0, 1, b'r']);
        expected.extend_from_slice(&[0; 8]);
        assert_eq!(bytes, expected);
    }

    #[test]
    fn every_cut_and_every_addition_is_refused() {
        let bytes = example().encode();
        for length in 0..bytes.len() {
            assert!(Payload::decode(bytes.get(..length).unwrap()).is_err(), "cut at {length}");
        }
        let longer = [bytes.as_slice(), b"x"].concat();
        assert_eq!(Payload::decode(&longer), Err(PayloadError::Trailing(1)));
        let mut huge = bytes.clone();
        huge.get_mut(16..24).unwrap().fill(0xff);
        assert_eq!(Payload::decode(&huge), Err(PayloadError::Short("changeset")));
    }

    #[test]
    fn text_must_be_utf8() {
        let mut bytes = example().encode();
        let at = bytes.windows(2).position(|pair| pair == "ä".as_bytes()).unwrap();
        *bytes.get_mut(at).unwrap() = 0xff;
        assert_eq!(Payload::decode(&bytes), Err(PayloadError::Text("reason")));
    }

    #[test]
    fn hash_depends_on_salt_and_on_every_byte() {
        let payload = example().encode();
        let hash = payload_hash(&[1; 16], &payload);
        assert_ne!(hash, payload_hash(&[2; 16], &payload));
        for at in 0..payload.len() {
            let mut other = payload.clone();
            *other.get_mut(at).unwrap() ^= 1;
            assert_ne!(hash, payload_hash(&[1; 16], &other));
        }
    }

    proptest! {
        #![proptest_config(crate::properties())]

        #[test]
        fn any_payload_comes_back(changeset: Vec<u8>, reason: String, message: String) {
            let payload = Payload { changeset, reason, message };
            prop_assert_eq!(Payload::decode(&payload.encode()), Ok(payload));
        }

        #[test]
        fn what_decodes_encodes_to_the_same_bytes(
            changeset in prop::collection::vec(any::<u8>(), 0..20),
            at in 0usize..80,
            bit in 0u8..8,
        ) {
            let mut bytes = Payload { changeset, reason: "a".into(), message: "b".into() }.encode();
            if let Some(byte) = bytes.get_mut(at) {
                *byte ^= 1 << bit;
            }
            if let Ok(payload) = Payload::decode(&bytes) {
                prop_assert_eq!(payload.encode(), bytes);
            }
        }
    }
}
