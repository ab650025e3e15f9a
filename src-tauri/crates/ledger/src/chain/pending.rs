//! Signatures set aside for a batch.

use crate::chain::finding::{Code, Finding};
use crate::id::EntryId;
use crate::key::PublicKey;
use crate::signing::{Signature, find_bad};

/// How many signatures go into one batch: larger ones gain little and cost more to halve when one is bad.
const BATCH: usize = 512;

/// Signatures not yet checked, with the places of their entries. Can be sent to another thread.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PendingSignatures {
    numbers: Vec<u64>,
    items: Vec<(EntryId, Signature, PublicKey)>,
}

impl PendingSignatures {
    pub(super) fn push(&mut self, number: u64, id: EntryId, signature: Signature, key: PublicKey) {
        self.numbers.push(number);
        self.items.push((id, signature, key));
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// True if there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Checks all, in batches; one finding of code [`Code::BadSignature`] for each bad one, in order.
    #[must_use]
    pub fn check(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        for (items, numbers) in self.items.chunks(BATCH).zip(self.numbers.chunks(BATCH)) {
            for at in find_bad(items) {
                if let (Some((id, _, key)), Some(number)) = (items.get(at), numbers.get(at)) {
                    findings.push(Finding {
                        code: Code::BadSignature,
                        number: *number,
                        entry: Some(*id),
                        detail: key.device_id().to_string(),
                    });
                }
            }
        }
        findings
    }
}
