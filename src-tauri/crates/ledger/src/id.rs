//! Identifiers that are hashes: of an entry's line, of a public key.

use sha2::{Digest, Sha256};

hex_bytes!(
    /// The id of an entry: SHA-256 of its header line including the final LF (section 2).
    EntryId, 32, "entry id"
);

hex_bytes!(
    /// The id of a device's key: the first 16 bytes of SHA-256 of the 32 public key bytes (section 4).
    DeviceKeyId, 16, "device id"
);

/// The id of the entry with this header line; `line` includes the final LF.
///
/// The line is not parsed: any text has an id, so that a damaged line can still be named.
#[must_use]
pub fn entry_id(line: &str) -> EntryId {
    id_of_bytes(line.as_bytes())
}

/// As [`entry_id`], for bytes that may not be UTF-8 because someone changed them.
pub(crate) fn id_of_bytes(line: &[u8]) -> EntryId {
    EntryId(Sha256::digest(line).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_form_is_strict() {
        let id = entry_id("abc");
        let text = id.to_string();
        // FIPS 180-2, appendix B.1.
        assert_eq!(text, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(text.parse(), Ok(id));
        assert!(text.to_uppercase().parse::<EntryId>().is_err());
        assert!(text.get(2..).unwrap().parse::<EntryId>().is_err());
        assert!(format!("{text}00").parse::<EntryId>().is_err());
        assert_eq!(EntryId::try_from(id.as_bytes().as_slice()), Ok(id));
        assert!(DeviceKeyId::try_from(id.as_bytes().as_slice()).is_err());
    }
}
