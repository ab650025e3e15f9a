//! Values of recorded columns: text, whole numbers or nothing, and the types they are read into.

use std::collections::BTreeSet;
use std::str::FromStr;

use cairn_domain::id::{MemberId, RecordId, Stamp};
use cairn_domain::time::{Date, Timestamp};
use rusqlite::types::{ToSql, ToSqlOutput, Value as SqlValue, ValueRef};
use serde::{Deserialize, Serialize};

/// A stored value. Recorded tables hold no fractions: scores and money are whole numbers.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Value {
    /// Nothing.
    Null,
    /// A whole number.
    Integer(i64),
    /// Text.
    Text(String),
}

impl Value {
    /// The text, if it is one.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Null | Self::Integer(_) => None,
        }
    }

    /// From what SQLite holds; `None` for kinds that recorded tables never hold.
    pub(crate) fn of(value: ValueRef<'_>) -> Option<Self> {
        match value {
            ValueRef::Null => Some(Self::Null),
            ValueRef::Integer(number) => Some(Self::Integer(number)),
            ValueRef::Text(bytes) => std::str::from_utf8(bytes).ok().map(|text| Self::Text(text.to_owned())),
            ValueRef::Real(_) | ValueRef::Blob(_) => None,
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Option<String>> for Value {
    fn from(text: Option<String>) -> Self {
        text.map_or(Self::Null, Self::Text)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Integer(number)
    }
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::Null => ToSqlOutput::Owned(SqlValue::Null),
            Self::Integer(number) => ToSqlOutput::Owned(SqlValue::Integer(*number)),
            Self::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
        })
    }
}

/// A type that a column holds.
pub trait Cell: Sized {
    /// The stored form.
    fn to_value(&self) -> Value;

    /// Reads the stored form.
    ///
    /// # Errors
    /// What is wrong with it, in a few words.
    fn from_value(value: Value) -> Result<Self, String>;
}

impl Cell for String {
    fn to_value(&self) -> Value {
        Value::Text(self.clone())
    }

    fn from_value(value: Value) -> Result<Self, String> {
        match value {
            Value::Text(text) => Ok(text),
            other => Err(format!("{other:?} is not text")),
        }
    }
}

impl Cell for i64 {
    fn to_value(&self) -> Value {
        Value::Integer(*self)
    }

    fn from_value(value: Value) -> Result<Self, String> {
        match value {
            Value::Integer(number) => Ok(number),
            other => Err(format!("{other:?} is not a whole number")),
        }
    }
}

impl Cell for bool {
    fn to_value(&self) -> Value {
        Value::Integer(i64::from(*self))
    }

    fn from_value(value: Value) -> Result<Self, String> {
        match value {
            Value::Integer(0) => Ok(false),
            Value::Integer(1) => Ok(true),
            other => Err(format!("{other:?} is neither 0 nor 1")),
        }
    }
}

impl<T: Cell> Cell for Option<T> {
    fn to_value(&self) -> Value {
        self.as_ref().map_or(Value::Null, Cell::to_value)
    }

    fn from_value(value: Value) -> Result<Self, String> {
        match value {
            Value::Null => Ok(None),
            other => T::from_value(other).map(Some),
        }
    }
}

fn parsed<T>(value: Value) -> Result<T, String>
where
    T: FromStr,
    T::Err: std::fmt::Display,
{
    String::from_value(value)?.parse().map_err(|error: T::Err| error.to_string())
}

macro_rules! text_cells {
    ($($kind:ty),+ $(,)?) => {$(
        impl Cell for $kind {
            fn to_value(&self) -> Value {
                Value::Text(self.to_string())
            }

            fn from_value(value: Value) -> Result<Self, String> {
                parsed(value)
            }
        }
    )+};
}

text_cells!(
    RecordId,
    MemberId,
    Stamp,
    Date,
    Timestamp,
    cairn_domain::record::RecordKind,
    cairn_domain::role::MemberKind,
    cairn_domain::role::Affiliation,
    cairn_domain::gap::Conformity,
    cairn_domain::gap::Maturity,
    cairn_domain::gap::Answer,
    cairn_domain::gap::Grade,
    cairn_domain::gap::Confidence,
    cairn_domain::requirement::RequirementRef,
    cairn_domain::soa::Decision,
    cairn_domain::soa::Delivery,
    cairn_domain::soa::ControlStatus,
    cairn_domain::soa::ExclusionBasis,
    cairn_domain::state::ActionStatus,
    cairn_domain::state::ApprovalState,
    cairn_domain::state::ApprovalManner,
    cairn_domain::state::DocumentKind,
    cairn_domain::state::DocumentState,
    cairn_domain::state::ClassificationState,
    cairn_domain::state::AssessmentState,
    cairn_domain::state::AssessmentKind,
    cairn_domain::state::PackState,
    cairn_domain::state::SweepState,
    cairn_domain::state::SweepAnswer,
    cairn_domain::state::CandidateState,
    cairn_domain::state::ObligationStatus,
    cairn_domain::state::ScreeningLevel,
    cairn_domain::state::RequestState,
    cairn_domain::state::FileState,
    cairn_domain::state::ReuseState,
    cairn_domain::state::Pass,
    cairn_domain::system::Known,
    cairn_domain::system::SystemStatus,
);

/// Columns that hold JSON text: sets of words and structures that are never searched by part.
macro_rules! json_cells {
    ($($kind:ty),+ $(,)?) => {$(
        impl Cell for $kind {
            fn to_value(&self) -> Value {
                // These types have text keys only, so writing them cannot fail.
                Value::Text(serde_json::to_string(self).unwrap_or_default())
            }

            fn from_value(value: Value) -> Result<Self, String> {
                serde_json::from_str(&String::from_value(value)?).map_err(|error| error.to_string())
            }
        }
    )+};
}

json_cells!(
    serde_json::Value,
    BTreeSet<cairn_domain::role::Role>,
    BTreeSet<cairn_domain::soa::Reason>,
    std::collections::BTreeMap<String, String>,
);

#[cfg(test)]
mod tests {
    use cairn_domain::soa::{ControlStatus, Reason};

    use super::*;

    #[test]
    fn cells_come_back_and_refuse_what_they_are_not() {
        let date: Date = "2026-11-23".parse().unwrap();
        assert_eq!(Date::from_value(date.to_value()), Ok(date));
        assert_eq!(Option::<i64>::from_value(Value::Null), Ok(None));
        assert!(bool::from_value(Value::Integer(2)).is_err());
        assert!(ControlStatus::from_value("done".into()).is_err());
        let reasons = BTreeSet::from([Reason::Law, Reason::RiskTreatment]);
        assert_eq!(BTreeSet::<Reason>::from_value(reasons.to_value()), Ok(reasons));
    }
}
