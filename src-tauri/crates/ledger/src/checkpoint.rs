//! Checkpoints: a head and its count in a C2SP signed-note envelope (section 5).
//!
//! A checkpoint that has left the machine (on paper, in a bundle, with a teammate) fixes the history before it: nobody,
//! not even the holder of the keys, can change that history and still end at the same head.
//! Envelope: <https://c2sp.org/signed-note>, signature type 0x01 (Ed25519). Body: modelled on
//! <https://c2sp.org/tlog-checkpoint>, with a chain head in the place of a tree root.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::fixed::from_hex;
use crate::id::EntryId;
use crate::key::{PublicKey, SigningKey};
use crate::signing::{Signature, sign_bytes, verify_bytes_strict};

/// The longest note in bytes.
pub const MAX_NOTE: usize = 16_384;
/// The most signatures on one note.
pub const MAX_SIGNATURES: usize = 16;

const ORIGIN: &str = "cairn-ledger/1/";
const KEY_NAME: &str = "cairn-device/";
/// The em dash and space that begin a signature line.
const SIGNATURE_MARK: &str = "\u{2014} ";
/// C2SP signed-note: the type of a plain Ed25519 signature.
const ED25519: u8 = 0x01;
const KEY_ID: usize = 4;

/// Why text is not a checkpoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CheckpointError {
    /// Longer than [`MAX_NOTE`] bytes.
    #[error("the checkpoint has {0} bytes; at most {MAX_NOTE} are allowed")]
    TooLong(usize),
    /// There is no blank line between the body and at least one signature.
    #[error("the checkpoint has no signatures after a blank line")]
    Unsigned,
    /// The named line of the body is missing or not in its canonical form.
    #[error("the line `{0}` of the checkpoint is not in its canonical form")]
    Body(&'static str),
    /// Something follows the last line of the body.
    #[error("the body of the checkpoint has lines that this version does not know")]
    Trailing,
    /// A signature line is not in its canonical form, or there are too many.
    #[error("a signature line of the checkpoint is not in its canonical form")]
    SignatureLine,
}

/// What a checkpoint states.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Checkpoint {
    /// The workspace; part of the origin line.
    pub workspace: Uuid,
    /// The last entry.
    pub head: EntryId,
    /// The number of entries in the history of the head: itself and all its ancestors; at least 1.
    pub count: u64,
    /// The hash of the recorded tables at the head, where one was computed (bundles and packages).
    pub state: Option<[u8; 32]>,
    /// The hash of the manifest of the package the checkpoint ships in.
    pub manifest: Option<[u8; 32]>,
}

/// One signature line of a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteSignature {
    /// The name of the key; for device keys `cairn-device/` and the device id.
    pub name: String,
    /// The first four bytes that say which key it is.
    pub key_id: [u8; 4],
    /// The signature; 64 bytes for Ed25519, any number for kinds of keys unknown here.
    pub signature: Vec<u8>,
}

/// A checkpoint with its signatures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedCheckpoint {
    /// What is stated.
    pub checkpoint: Checkpoint,
    /// Who states it; at least one.
    pub signatures: Vec<NoteSignature>,
}

impl Checkpoint {
    /// The body of the note: the bytes that are signed, ending with LF.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut text = format!(
            "{ORIGIN}{}\n{}\n{}\n",
            self.workspace.hyphenated(),
            self.count,
            STANDARD.encode(self.head.as_bytes())
        );
        for (name, hash) in [("state", self.state), ("manifest", self.manifest)] {
            if let Some(hash) = hash {
                text.push_str(&format!("{name} {}\n", hex::encode(hash)));
            }
        }
        text
    }

    /// SHA-256 of the body: the short form of a checkpoint for the foot of a page.
    #[must_use]
    pub fn digest(&self) -> [u8; 32] {
        Sha256::digest(self.to_text()).into()
    }

    /// The checkpoint with one signature.
    #[must_use]
    pub fn sign(&self, key: &SigningKey) -> SignedCheckpoint {
        let mut signed = SignedCheckpoint { checkpoint: *self, signatures: Vec::new() };
        signed.add(key);
        signed
    }

    /// Reads a body.
    ///
    /// # Errors
    /// When `text` is not what [`Checkpoint::to_text`] gives for a checkpoint with a count of at least 1.
    pub fn parse(text: &str) -> Result<Self, CheckpointError> {
        let mut lines = text.strip_suffix('\n').ok_or(CheckpointError::Trailing)?.split('\n').peekable();
        let checkpoint = Self {
            workspace: lines
                .next()
                .and_then(|line| Uuid::try_parse(line.strip_prefix(ORIGIN)?).ok())
                .ok_or(CheckpointError::Body("origin"))?,
            count: lines
                .next()
                .and_then(|line| line.parse().ok())
                .filter(|count| *count >= 1)
                .ok_or(CheckpointError::Body("count"))?,
            head: lines
                .next()
                .and_then(|line| STANDARD.decode(line).ok())
                .and_then(|bytes| EntryId::try_from(bytes.as_slice()).ok())
                .ok_or(CheckpointError::Body("head"))?,
            state: extension(&mut lines, "state")?,
            manifest: extension(&mut lines, "manifest")?,
        };
        // One comparison refuses every other spelling of the same values.
        if checkpoint.to_text() == text { Ok(checkpoint) } else { Err(CheckpointError::Trailing) }
    }
}

fn extension<'a>(
    lines: &mut std::iter::Peekable<impl Iterator<Item = &'a str>>,
    name: &'static str,
) -> Result<Option<[u8; 32]>, CheckpointError> {
    let Some(value) = lines.peek().and_then(|line| line.strip_prefix(name)?.strip_prefix(' ')) else {
        return Ok(None);
    };
    let hash = from_hex(value, name).map_err(|_| CheckpointError::Body(name))?;
    lines.next();
    Ok(Some(hash))
}

impl SignedCheckpoint {
    /// Adds a signature; one that the key has already given is not repeated.
    pub fn add(&mut self, key: &SigningKey) {
        let public = key.public();
        let (name, key_id) = (key_name(&public), key_id(&public));
        if !self.signatures.iter().any(|line| line.name == name && line.key_id == key_id) {
            let signature = sign_bytes(key, self.checkpoint.to_text().as_bytes()).as_bytes().to_vec();
            self.signatures.push(NoteSignature { name, key_id, signature });
        }
    }

    /// The whole note: body, blank line, signature lines.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut text = self.checkpoint.to_text();
        text.push('\n');
        for line in &self.signatures {
            let blob = STANDARD.encode([line.key_id.as_slice(), &line.signature].concat());
            text.push_str(&format!("{SIGNATURE_MARK}{} {blob}\n", line.name));
        }
        text
    }

    /// Reads a note. The signatures are not checked; see [`SignedCheckpoint::verify`].
    ///
    /// # Errors
    /// When `text` is not in canonical form.
    pub fn parse(text: &str) -> Result<Self, CheckpointError> {
        if text.len() > MAX_NOTE {
            return Err(CheckpointError::TooLong(text.len()));
        }
        let (body, rest) = text.split_once("\n\n").ok_or(CheckpointError::Unsigned)?;
        let checkpoint = Checkpoint::parse(&format!("{body}\n"))?;
        let lines = rest.strip_suffix('\n').ok_or(CheckpointError::Unsigned)?;
        let signatures: Vec<NoteSignature> =
            lines.split('\n').map(signature_line).collect::<Result<_, _>>()?;
        if signatures.len() > MAX_SIGNATURES {
            return Err(CheckpointError::SignatureLine);
        }
        Ok(Self { checkpoint, signatures })
    }

    /// What `key` says about this checkpoint. Lines of other keys are passed over, as the envelope demands.
    #[must_use]
    pub fn verify(&self, key: &PublicKey) -> Signed {
        let (name, key_id) = (key_name(key), key_id(key));
        let text = self.checkpoint.to_text();
        let mut verdict = Signed::NotSigned;
        for line in self.signatures.iter().filter(|line| line.name == name && line.key_id == key_id) {
            let good = Signature::try_from(line.signature.as_slice())
                .is_ok_and(|signature| verify_bytes_strict(key, text.as_bytes(), &signature));
            if !good {
                return Signed::Bad;
            }
            verdict = Signed::Good;
        }
        verdict
    }
}

/// What a key says about a checkpoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signed {
    /// The key has signed it.
    Good,
    /// A line claims the key's signature and it is not good.
    Bad,
    /// No line names the key.
    NotSigned,
}

/// The name of a device key in signature lines.
fn key_name(key: &PublicKey) -> String {
    format!("{KEY_NAME}{}", key.device_id())
}

/// C2SP signed-note: the first four bytes of SHA-256(name, LF, signature type, public key).
fn key_id(key: &PublicKey) -> [u8; KEY_ID] {
    let digest: [u8; 32] = Sha256::new()
        .chain_update(key_name(key))
        .chain_update([b'\n', ED25519])
        .chain_update(key.as_bytes())
        .finalize()
        .into();
    digest.first_chunk().copied().unwrap_or_default()
}

fn signature_line(line: &str) -> Result<NoteSignature, CheckpointError> {
    let refused = CheckpointError::SignatureLine;
    let (name, blob) =
        line.strip_prefix(SIGNATURE_MARK).and_then(|rest| rest.split_once(' ')).ok_or(refused)?;
    // Narrower than the envelope, which allows any Unicode without spaces and plus signs.
    if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'+') {
        return Err(refused);
    }
    let bytes = STANDARD.decode(blob).map_err(|_| refused)?;
    let (key_id, signature) = bytes.split_first_chunk::<KEY_ID>().ok_or(refused)?;
    if signature.is_empty() {
        return Err(refused);
    }
    Ok(NoteSignature { name: name.to_owned(), key_id: *key_id, signature: signature.to_vec() })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn example() -> Checkpoint {
        Checkpoint {
            workspace: Uuid::from_u128(0x77),
            head: EntryId([0xfb; 32]),
            count: 12,
            state: Some([1; 32]),
            manifest: None,
        }
    }

    fn key(seed: u8) -> SigningKey {
        SigningKey::from_bytes(&[seed; 32])
    }

    #[test]
    fn text_is_as_documented() {
        let expected = format!(
            "cairn-ledger/1/00000000-0000-0000-0000-000000000077\n12\n{}=\nstate {}\n",
            "+/v7".repeat(10) + "+/s",
            "01".repeat(32)
        );
        assert_eq!(example().to_text(), expected);
        let note = example().sign(&key(1)).to_text();
        let device = key(1).public().device_id();
        assert!(note.starts_with(&format!("{expected}\n— cairn-device/{device} ")), "{note}");
        assert_eq!(note.lines().count(), 6);
    }

    #[test]
    fn signatures_are_told_apart() {
        let mut signed = example().sign(&key(1));
        signed.add(&key(2));
        signed.add(&key(2));
        assert_eq!(signed.signatures.len(), 2);
        let read = SignedCheckpoint::parse(&signed.to_text()).unwrap();
        assert_eq!(read, signed);
        assert_eq!(read.verify(&key(1).public()), Signed::Good);
        assert_eq!(read.verify(&key(2).public()), Signed::Good);
        assert_eq!(read.verify(&key(3).public()), Signed::NotSigned);
        let other = SignedCheckpoint { checkpoint: Checkpoint { count: 13, ..example() }, ..signed };
        assert_eq!(other.verify(&key(1).public()), Signed::Bad);
    }

    #[test]
    fn signatures_of_unknown_kinds_are_kept_and_passed_over() {
        let mut signed = example().sign(&key(1));
        signed.signatures.push(NoteSignature {
            name: "witness.example".into(),
            key_id: [9; 4],
            signature: vec![1],
        });
        let read = SignedCheckpoint::parse(&signed.to_text()).unwrap();
        assert_eq!(read, signed);
        assert_eq!(read.verify(&key(1).public()), Signed::Good);
    }

    #[test]
    fn no_changed_byte_of_a_note_passes() {
        let note = example().sign(&key(1)).to_text();
        for at in 0..note.len() {
            for bit in 0..8 {
                let mut bytes = note.clone().into_bytes();
                *bytes.get_mut(at).unwrap() ^= 1 << bit;
                let passes = String::from_utf8(bytes)
                    .ok()
                    .and_then(|text| SignedCheckpoint::parse(&text).ok())
                    .is_some_and(|signed| signed.verify(&key(1).public()) == Signed::Good);
                assert!(!passes, "byte {at} bit {bit}");
            }
        }
    }

    #[test]
    fn other_spellings_are_refused() {
        let text = example().to_text();
        let state = format!("state {}\n", "01".repeat(32));
        for (from, to) in [
            ("\n12\n", "\n012\n"),
            ("\n12\n", "\n0\n"),
            ("\n12\n", "\n+12\n"),
            ("-000000000077", "-00000000007G"),
            ("cairn-ledger/1/0", "cairn-ledger/2/0"),
            ("\nstate ", "\nstate  "),
            ("\nstate ", "\nstatus "),
            (&state, "manifest 00\n"),
            (&state, &state.repeat(2)),
            (&state, &format!("manifest {}\n{state}", "02".repeat(32))),
            ("=", ""),
            ("\n12", "\r\n12"),
        ] {
            assert_ne!(text.replace(from, to), text, "{from:?}");
            assert!(Checkpoint::parse(&text.replace(from, to)).is_err(), "{from:?} -> {to:?}");
        }
        assert!(Checkpoint::parse("").is_err());
        let note = example().sign(&key(1)).to_text();
        for bad in [
            text.clone(),
            format!("{text}\n"),
            note.replace('—', "-"),
            note.trim_end().to_owned(),
            format!("{note}\n"),
            format!("{text}\n{}", "— a AAAAAAA=\n".repeat(MAX_SIGNATURES + 1)),
            "x".repeat(MAX_NOTE + 1),
        ] {
            assert!(SignedCheckpoint::parse(&bad).is_err(), "{bad:?}");
        }
    }

    proptest! {
        #![proptest_config(crate::properties())]

        #[test]
        fn any_checkpoint_comes_back(
            workspace: u128,
            head: [u8; 32],
            count in 1..=u64::MAX,
            state: Option<[u8; 32]>,
            manifest: Option<[u8; 32]>,
        ) {
            let workspace = Uuid::from_u128(workspace);
            let checkpoint = Checkpoint { workspace, head: EntryId(head), count, state, manifest };
            prop_assert_eq!(Checkpoint::parse(&checkpoint.to_text()), Ok(checkpoint));
        }
    }
}
