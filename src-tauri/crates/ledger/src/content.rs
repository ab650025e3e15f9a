//! The hash that binds an approval to what was approved (section 9).
//!
//! What is hashed are values with their lengths under a domain and a version, never serialised text: the same content has
//! the same hash whatever library or field order writes it to a screen.

use sha2::{Digest, Sha256};

const MAGIC: &[u8; 16] = b"cairn-content/1\n";

hex_bytes!(
    /// The hash of a piece of content.
    ContentHash, 32, "content hash"
);

/// Hashes a piece of content, value by value. Every value begins with a byte that says what it is, and everything of
/// variable length is preceded by its length, so that no two different sequences of values give the same bytes.
#[derive(Debug, Clone)]
pub struct ContentHasher(Sha256);

impl ContentHasher {
    /// Begins a piece of content of one kind, e.g. `soa`, in one version of its fields. A change of what is hashed, or
    /// in which order, needs a new version.
    #[must_use]
    pub fn new(domain: &str, version: u32) -> Self {
        let mut hasher = Self(Sha256::new_with_prefix(MAGIC));
        hasher.put(b'd', domain.as_bytes());
        hasher.0.update(version.to_be_bytes());
        hasher
    }

    /// The name of the value that follows.
    #[must_use]
    pub fn field(self, name: &str) -> Self {
        self.with(b'f', name.as_bytes())
    }

    /// A text, as UTF-8.
    #[must_use]
    pub fn text(self, value: &str) -> Self {
        self.with(b't', value.as_bytes())
    }

    /// A text that may be missing; a missing one differs from an empty one.
    #[must_use]
    pub fn optional(self, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.text(value),
            None => self.absent(),
        }
    }

    /// Bytes.
    #[must_use]
    pub fn bytes(self, value: &[u8]) -> Self {
        self.with(b'b', value)
    }

    /// A whole number, as 8 bytes in two's complement, big-endian.
    #[must_use]
    pub fn integer(self, value: i64) -> Self {
        self.fixed(b'i', &value.to_be_bytes())
    }

    /// True or false.
    #[must_use]
    pub fn boolean(self, value: bool) -> Self {
        self.fixed(b'o', &[u8::from(value)])
    }

    /// A value that is missing.
    #[must_use]
    pub fn absent(self) -> Self {
        self.fixed(b'n', &[])
    }

    /// The number of items that follow. The caller then writes the items, in an order that the content defines.
    #[must_use]
    pub fn list(self, items: u64) -> Self {
        self.fixed(b'l', &items.to_be_bytes())
    }

    /// The hash of everything so far.
    #[must_use]
    pub fn finish(self) -> ContentHash {
        ContentHash(self.0.finalize().into())
    }

    fn put(&mut self, kind: u8, bytes: &[u8]) {
        self.0.update([kind]);
        self.0.update((bytes.len() as u64).to_be_bytes());
        self.0.update(bytes);
    }

    fn with(mut self, kind: u8, bytes: &[u8]) -> Self {
        self.put(kind, bytes);
        self
    }

    fn fixed(mut self, kind: u8, bytes: &[u8]) -> Self {
        self.0.update([kind]);
        self.0.update(bytes);
        self
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn bytes_are_as_documented() {
        let mut expected = b"cairn-content/1\nd\0\0\0\0\0\0\0\x03soa\0\0\0\x01".to_vec();
        expected.extend_from_slice(b"f\0\0\0\0\0\0\0\x01at\0\0\0\0\0\0\0\x02xy");
        expected.extend_from_slice(b"i\xff\xff\xff\xff\xff\xff\xff\xfeo\x01nl\0\0\0\0\0\0\0\x05");
        expected.extend_from_slice(b"b\0\0\0\0\0\0\0\x01\x07");
        let hash = ContentHasher::new("soa", 1)
            .field("a")
            .text("xy")
            .integer(-2)
            .boolean(true)
            .absent()
            .list(5)
            .bytes(&[7])
            .finish();
        assert_eq!(hash.as_bytes(), Sha256::digest(expected).as_slice());
    }

    #[test]
    fn near_misses_differ() {
        let new = || ContentHasher::new("soa", 1);
        let hashes = [
            new().finish(),
            ContentHasher::new("soa", 2).finish(),
            ContentHasher::new("gap", 1).finish(),
            new().text("").finish(),
            new().optional(None).finish(),
            new().optional(Some("a")).finish(),
            new().bytes(b"a").finish(),
            new().field("a").finish(),
            new().text("ab").text("c").finish(),
            new().text("a").text("bc").finish(),
            new().text("abc").finish(),
            new().integer(0).finish(),
            new().integer(1).finish(),
            new().list(0).finish(),
            new().boolean(false).finish(),
            new().boolean(true).finish(),
        ];
        let distinct: std::collections::HashSet<_> = hashes.iter().collect();
        assert_eq!(distinct.len(), hashes.len());
    }

    proptest! {
        #![proptest_config(crate::properties())]

        #[test]
        fn lists_of_texts_have_their_own_hash(one: Vec<String>, other: Vec<String>) {
            let hash = |texts: &[String]| {
                let start = ContentHasher::new("test", 1).list(texts.len() as u64);
                texts.iter().fold(start, |hasher, text| hasher.text(text)).finish()
            };
            prop_assert_eq!(one == other, hash(&one) == hash(&other));
        }
    }
}
