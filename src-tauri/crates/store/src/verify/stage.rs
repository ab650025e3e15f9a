//! What a verification is busy with.

use cairn_domain::words;

words! {
    /// What a verification is busy with.
    VerifyStage = "verify-stage" {
        /// Chain, signatures, payloads and replay.
        Ledger = "ledger",
        /// Comparing recorded rows.
        Rows = "rows",
        /// Hashing attached files.
        Blobs = "blobs",
    }
}
