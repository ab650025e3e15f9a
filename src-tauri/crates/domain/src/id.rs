//! Identifiers as types, so that no bare string or number crosses a function.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::time::{Date, Timestamp};

/// Text that is not an identifier of the expected form.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{value}` is not a {kind}")]
pub struct IdError {
    /// The kind of identifier expected.
    pub kind: &'static str,
    /// The text found.
    pub value: String,
}

macro_rules! uuid_id {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
        #[serde(transparent)]
        #[ts(type = "string")]
        pub struct $name(pub Uuid);

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.hyphenated().fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = IdError;

            /// Accepts the canonical form only: lower-case, hyphenated.
            fn from_str(value: &str) -> Result<Self, Self::Err> {
                match Uuid::try_parse(value) {
                    Ok(id) if id.hyphenated().to_string() == value => Ok(Self(id)),
                    _ => Err(IdError { kind: stringify!($name), value: value.to_owned() }),
                }
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }
    };
}

uuid_id!(
    /// A workspace: one organisation, one file. UUIDv7, drawn once at creation.
    WorkspaceId
);
uuid_id!(
    /// A record: anything a person can open. UUIDv7, or UUIDv5 where a natural key exists.
    RecordId
);
uuid_id!(
    /// A member (person or agent); the record id of the member's record.
    MemberId
);
uuid_id!(
    /// The stamp of one write transaction: a UUIDv7 that goes into the ledger entry and into every row written.
    Stamp
);

impl RecordId {
    /// The day on which the id was drawn; none for ids that come from a natural key.
    #[must_use]
    pub fn drawn_on(self) -> Option<Date> {
        let (seconds, nanos) = self.0.get_timestamp()?.to_unix();
        let millis = i64::try_from(seconds).ok()? * 1000 + i64::from(nanos / 1_000_000);
        Timestamp::from_millis(millis).ok().map(|time| time.date())
    }
}

impl From<MemberId> for RecordId {
    fn from(member: MemberId) -> Self {
        Self(member.0)
    }
}

impl From<RecordId> for MemberId {
    fn from(record: RecordId) -> Self {
        Self(record.0)
    }
}

/// The id of a row that has a natural key: the same key gives the same id on every laptop.
///
/// UUIDv5 in the namespace of the workspace, over `table`, a NUL and `key`. Used for gap lines, answers, SoA rows
/// and control status, so that two people who touch the same line offline made the same row.
#[must_use]
pub fn natural_id(workspace: WorkspaceId, table: &str, key: &str) -> RecordId {
    let mut name = Vec::with_capacity(table.len() + key.len() + 1);
    name.extend_from_slice(table.as_bytes());
    name.push(0);
    name.extend_from_slice(key.as_bytes());
    RecordId(Uuid::new_v5(&workspace.0, &name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_canonical_form_is_an_id() {
        let text = "0192f0c1-2b5e-7c3a-9d4e-5f6a7b8c9d0e";
        assert_eq!(RecordId::from_str(text).unwrap().to_string(), text);
        for bad in ["", "0192F0C1-2B5E-7C3A-9D4E-5F6A7B8C9D0E", "0192f0c12b5e7c3a9d4e5f6a7b8c9d0e", "x"] {
            assert!(RecordId::from_str(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn an_id_knows_its_day_unless_it_comes_from_a_key() {
        let drawn = RecordId::from_str("0192f0c1-2b5e-7c3a-9d4e-5f6a7b8c9d0e").unwrap();
        assert_eq!(drawn.drawn_on().unwrap().to_string(), "2024-11-03");
        assert_eq!(natural_id(WorkspaceId(Uuid::from_u128(1)), "soa_row", "iso42001:A.2.2").drawn_on(), None);
    }

    #[test]
    fn natural_ids_depend_on_workspace_table_and_key() {
        let a = WorkspaceId(Uuid::from_u128(1));
        let b = WorkspaceId(Uuid::from_u128(2));
        let id = natural_id(a, "soa_row", "iso42001:A.2.2");
        assert_eq!(id, natural_id(a, "soa_row", "iso42001:A.2.2"));
        assert_ne!(id, natural_id(b, "soa_row", "iso42001:A.2.2"));
        assert_ne!(id, natural_id(a, "soa_ro", "wiso42001:A.2.2"));
    }
}
