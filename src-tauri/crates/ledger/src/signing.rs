//! Signatures over entry ids (section 4).

use ed25519_dalek::{Signer, Verifier};

use crate::id::EntryId;
use crate::key::{PublicKey, SigningKey};

/// Separates entry signatures from every other use of the key.
const DOMAIN: &str = "cairn-entry/1\n";

/// Below this many, checking one by one is as quick as another batch.
const SMALLEST_BATCH: usize = 4;

hex_bytes!(
    /// An Ed25519 signature (RFC 8032): 64 bytes, in text 128 lower-case hexadecimal digits.
    Signature, 64, "signature"
);

/// At least one signature of a batch is not good; [`find_bad`] names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a signature of the batch is not good")]
pub struct BatchFailed;

/// The 78 bytes that are signed for an entry: `cairn-entry/1`, LF, the id in hexadecimal; no LF at the end.
#[must_use]
pub fn signed_bytes(id: &EntryId) -> Vec<u8> {
    format!("{DOMAIN}{id}").into_bytes()
}

/// Signs an entry. The same key and id give the same signature.
#[must_use]
pub fn sign(key: &SigningKey, id: &EntryId) -> Signature {
    sign_bytes(key, &signed_bytes(id))
}

/// True if `signature` is the key's signature over the entry.
#[must_use]
pub fn verify(key: &PublicKey, id: &EntryId, signature: &Signature) -> bool {
    key.0.verify(&signed_bytes(id), &dalek(signature)).is_ok()
}

/// As [`verify`], and refuses signatures that could be valid for more than one key or message. For packages, where the
/// same bytes must be judged alike by every other implementation.
#[must_use]
pub fn verify_strict(key: &PublicKey, id: &EntryId, signature: &Signature) -> bool {
    verify_bytes_strict(key, &signed_bytes(id), signature)
}

/// Checks many signatures at once, about twice as fast as one by one.
///
/// # Errors
/// [`BatchFailed`] when at least one is not good.
pub fn verify_batch(items: &[(EntryId, Signature, PublicKey)]) -> Result<(), BatchFailed> {
    let texts: Vec<Vec<u8>> = items.iter().map(|(id, _, _)| signed_bytes(id)).collect();
    let messages: Vec<&[u8]> = texts.iter().map(Vec::as_slice).collect();
    let signatures: Vec<_> = items.iter().map(|(_, signature, _)| dalek(signature)).collect();
    let keys: Vec<_> = items.iter().map(|(_, _, key)| key.0).collect();
    ed25519_dalek::verify_batch(&messages, &signatures, &keys).map_err(|_| BatchFailed)
}

/// The places of the bad signatures in `items`, ascending: a batch, halved as long as it fails.
#[must_use]
pub fn find_bad(items: &[(EntryId, Signature, PublicKey)]) -> Vec<usize> {
    let mut bad = Vec::new();
    // Halves still to be looked at, the left one on top: places come out in order.
    let mut open = vec![(0, items)];
    while let Some((from, part)) = open.pop() {
        if part.len() <= SMALLEST_BATCH {
            let single =
                part.iter().enumerate().filter(|(_, (id, signature, key))| !verify(key, id, signature));
            bad.extend(single.map(|(at, _)| from + at));
        } else if verify_batch(part).is_err() {
            let (left, right) = part.split_at(part.len() / 2);
            open.push((from + left.len(), right));
            open.push((from, left));
        }
    }
    bad
}

/// Signs bytes that carry their own domain (checkpoints).
pub(crate) fn sign_bytes(key: &SigningKey, bytes: &[u8]) -> Signature {
    Signature(key.0.sign(bytes).to_bytes())
}

/// Strict check of a signature over bytes that carry their own domain.
pub(crate) fn verify_bytes_strict(key: &PublicKey, bytes: &[u8], signature: &Signature) -> bool {
    key.0.verify_strict(bytes, &dalek(signature)).is_ok()
}

fn dalek(signature: &Signature) -> ed25519_dalek::Signature {
    ed25519_dalek::Signature::from_bytes(&signature.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::entry_id;

    fn items(count: u8) -> Vec<(EntryId, Signature, PublicKey)> {
        (0..count)
            .map(|n| {
                let key = SigningKey::generate([n % 3 + 1; 32]);
                let id = entry_id(&n.to_string());
                (id, sign(&key, &id), key.public())
            })
            .collect()
    }

    #[test]
    fn signed_text_is_as_documented() {
        let id = EntryId([0xab; 32]);
        assert_eq!(signed_bytes(&id), format!("cairn-entry/1\n{}", "ab".repeat(32)).as_bytes());
    }

    #[test]
    fn good_ones_pass_in_every_way() {
        let items = items(20);
        for (id, signature, key) in &items {
            assert!(verify(key, id, signature) && verify_strict(key, id, signature));
        }
        assert_eq!(verify_batch(&items), Ok(()));
        assert_eq!(verify_batch(&[]), Ok(()));
        assert!(find_bad(&items).is_empty());
    }

    #[test]
    fn every_changed_byte_of_a_signature_is_found() {
        let (id, signature, key) = *items(1).first().unwrap();
        for at in 0..64 {
            let mut other = signature;
            *other.0.get_mut(at).unwrap() ^= 1;
            assert!(!verify(&key, &id, &other), "byte {at}");
            assert!(!verify_strict(&key, &id, &other), "byte {at}");
            assert!(verify_batch(&[(id, other, key)]).is_err(), "byte {at}");
        }
    }

    #[test]
    fn bad_ones_are_named() {
        for bad in [vec![0], vec![19], vec![3, 4], vec![0, 7, 19], (0..20).collect()] {
            let mut items = items(20);
            for at in &bad {
                let item = items.get_mut(*at).unwrap();
                item.0 = entry_id("another entry");
            }
            assert_eq!(find_bad(&items), bad);
        }
    }
}
