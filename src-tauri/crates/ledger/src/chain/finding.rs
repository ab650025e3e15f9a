//! What verification can find.

use crate::id::EntryId;

/// What is wrong. The words are part of the format document (section 6) and equal in every verifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// The line is not a header in canonical form.
    BadHeader,
    /// The stored id is not the hash of the line.
    WrongId,
    /// The same entry a second time.
    DuplicateEntry,
    /// The entry belongs to another workspace.
    OtherWorkspace,
    /// Another entry has the same stamp.
    DuplicateStamp,
    /// The first entry is not a genesis, or a later one is.
    MisplacedGenesis,
    /// A parent was not stored before the entry.
    UnknownParent,
    /// The entry claims to be older than a parent.
    TimeBeforeParent,
    /// The payload has another length than the header says.
    PayloadLength,
    /// The payload or its salt is not the one that was signed.
    PayloadHash,
    /// The payload is not there though it is demanded.
    PayloadMissing,
    /// The payload bytes are not in the payload format.
    BadPayload,
    /// A number of the device's sequence is missing before the entry.
    SequenceGap,
    /// The device's sequence number was used before.
    SequenceRepeat,
    /// No key is known for the device, or the known one does not hash to the device id.
    UnknownDevice,
    /// The key belongs to another member than the actor.
    ActorMismatch,
    /// The signature is not one of the device's key over the entry.
    BadSignature,
    /// The entry is a second end of the history, never merged.
    SecondHead,
    /// There is no entry at all.
    EmptyLedger,
    /// A record around an entry (a line of `entries.jsonl`) cannot be read.
    BadRecord,
    /// The list of keys cannot be read, or a key in it is not usable.
    BadKeys,
    /// The checkpoint is not in its canonical form.
    BadCheckpoint,
    /// The checkpoint is of another workspace.
    CheckpointWorkspace,
    /// The head the checkpoint names is not in the ledger.
    CheckpointHead,
    /// The history of the head has another number of entries than the checkpoint says.
    CheckpointCount,
    /// No known key has signed the checkpoint, or a known key's signature on it is not good.
    CheckpointSignature,
}

impl Code {
    /// The word in reports and in the format document.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::BadHeader => "bad-header",
            Self::WrongId => "wrong-id",
            Self::DuplicateEntry => "duplicate-entry",
            Self::OtherWorkspace => "other-workspace",
            Self::DuplicateStamp => "duplicate-stamp",
            Self::MisplacedGenesis => "misplaced-genesis",
            Self::UnknownParent => "unknown-parent",
            Self::TimeBeforeParent => "time-before-parent",
            Self::PayloadLength => "payload-length",
            Self::PayloadHash => "payload-hash",
            Self::PayloadMissing => "payload-missing",
            Self::BadPayload => "bad-payload",
            Self::SequenceGap => "sequence-gap",
            Self::SequenceRepeat => "sequence-repeat",
            Self::UnknownDevice => "unknown-device",
            Self::ActorMismatch => "actor-mismatch",
            Self::BadSignature => "bad-signature",
            Self::SecondHead => "second-head",
            Self::EmptyLedger => "empty-ledger",
            Self::BadRecord => "bad-record",
            Self::BadKeys => "bad-keys",
            Self::BadCheckpoint => "bad-checkpoint",
            Self::CheckpointWorkspace => "checkpoint-workspace",
            Self::CheckpointHead => "checkpoint-head",
            Self::CheckpointCount => "checkpoint-count",
            Self::CheckpointSignature => "checkpoint-signature",
        }
    }
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// One thing that is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What is wrong.
    pub code: Code,
    /// The place of the entry in stored order, from 1; 0 when the finding is about no single entry.
    pub number: u64,
    /// The id computed from the entry's line.
    pub entry: Option<EntryId>,
    /// The values that disagree, for a technical reader; not a sentence and not stable.
    pub detail: String,
}
