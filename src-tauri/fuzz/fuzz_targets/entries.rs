//! Any bytes as a header, payload, checkpoint or line of an export: what is read is written the same way again.
#![no_main]

use cairn_ledger::export::{Keys, Record};
use cairn_ledger::{Header, Payload, SignedCheckpoint};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(payload) = Payload::decode(bytes) {
        assert_eq!(payload.encode(), bytes);
    }
    let _ = Record::parse(bytes);
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    if let Ok(header) = Header::parse(text) {
        assert_eq!(header.to_line().expect("what was read can be written"), text);
    }
    if let Ok(checkpoint) = SignedCheckpoint::parse(text) {
        assert_eq!(checkpoint.to_text(), text);
    }
    let _ = Keys::parse(text);
});
