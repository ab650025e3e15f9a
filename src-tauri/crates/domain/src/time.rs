//! Dates and times as validated text: the same form in the file, the ledger and on the wire.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Text that is not a calendar date or a UTC time of the stored form.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a {1}")]
pub struct TimeError(pub String, pub &'static str);

/// A calendar date, `YYYY-MM-DD`, that exists. Sorts as text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string", rename = "CalendarDate")]
pub struct Date(String);

/// A moment in UTC, `YYYY-MM-DDTHH:MM:SS.mmmZ` (RFC 3339 with milliseconds). Sorts as text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct Timestamp(String);

impl Date {
    /// The stored text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The date as a calendar value.
    #[must_use]
    pub fn civil(&self) -> jiff::civil::Date {
        self.0.parse().unwrap_or_default()
    }

    /// The date so many days later, or earlier when negative. Stays itself where the calendar ends.
    #[must_use]
    pub fn plus_days(&self, days: i32) -> Self {
        let span = jiff::Span::new().try_days(days).unwrap_or_default();
        self.civil().checked_add(span).map_or_else(|_| self.clone(), |date| Self(date.to_string()))
    }

    /// The date so many working days later, or earlier when negative: Saturdays and Sundays do not count. 0 stays,
    /// whatever the day.
    #[must_use]
    pub fn plus_working_days(&self, days: i32) -> Self {
        let mut at = self.clone();
        let mut left = days;
        while left != 0 {
            let next = at.plus_days(left.signum());
            if next == at {
                break;
            }
            at = next;
            left -= if at.is_working_day() { left.signum() } else { 0 };
        }
        at
    }

    /// Whether it lies from Monday to Friday.
    #[must_use]
    pub fn is_working_day(&self) -> bool {
        self.civil().weekday().to_monday_zero_offset() < 5
    }

    /// The same day so many years later; 29 February becomes the 28th where the year has none. Stays itself where the
    /// calendar ends.
    #[must_use]
    pub fn plus_years(&self, years: i16) -> Self {
        let span = jiff::Span::new().try_years(years).unwrap_or_default();
        self.civil().checked_add(span).map_or_else(|_| self.clone(), |date| Self(date.to_string()))
    }

    /// Whether the day can belong to a plan or a record of ours. A day before the year 2000 is a slip of the keyboard.
    #[must_use]
    pub fn is_plausible(&self) -> bool {
        self.civil().year() >= 2000
    }

    /// Whole days from `earlier` to this date; negative when this date is before it.
    #[must_use]
    pub fn days_since(&self, earlier: &Self) -> i32 {
        earlier.civil().until(self.civil()).map_or(0, |span| span.get_days())
    }
}

impl Timestamp {
    /// The stored text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The calendar date in UTC.
    #[must_use]
    pub fn date(&self) -> Date {
        Date(self.0.get(..10).unwrap_or_default().to_owned())
    }

    /// Milliseconds since 1970-01-01T00:00:00Z.
    #[must_use]
    pub fn millis(&self) -> i64 {
        self.0.parse::<jiff::Timestamp>().map_or(0, jiff::Timestamp::as_millisecond)
    }

    /// The moment `millis` milliseconds after 1970-01-01T00:00:00Z.
    ///
    /// # Errors
    /// When the moment lies outside the years 0 to 9999.
    pub fn from_millis(millis: i64) -> Result<Self, TimeError> {
        let moment = jiff::Timestamp::from_millisecond(millis)
            .map_err(|_| TimeError(millis.to_string(), "UTC time in milliseconds"))?;
        format!("{moment:.3}").parse()
    }
}

impl FromStr for Date {
    type Err = TimeError;

    fn from_str(value: &str) -> Result<Self, Self::Err> {
        match value.parse::<jiff::civil::Date>() {
            Ok(date) if date.to_string() == value => Ok(Self(value.to_owned())),
            _ => Err(TimeError(value.to_owned(), "date (YYYY-MM-DD)")),
        }
    }
}

impl FromStr for Timestamp {
    type Err = TimeError;

    fn from_str(value: &str) -> Result<Self, Self::Err> {
        match value.parse::<jiff::Timestamp>() {
            Ok(moment) if format!("{moment:.3}") == value => Ok(Self(value.to_owned())),
            _ => Err(TimeError(value.to_owned(), "UTC time (YYYY-MM-DDTHH:MM:SS.mmmZ)")),
        }
    }
}

macro_rules! text_forms {
    ($name:ident) => {
        impl TryFrom<String> for $name {
            type Error = TimeError;
            fn try_from(value: String) -> Result<Self, Self::Error> {
                value.parse()
            }
        }
        impl From<$name> for String {
            fn from(value: $name) -> Self {
                value.0
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

text_forms!(Date);
text_forms!(Timestamp);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn working_days_leave_out_the_weekend() {
        let friday: Date = "2026-11-27".parse().unwrap();
        assert_eq!(friday.plus_working_days(1).as_str(), "2026-11-30");
        assert_eq!(friday.plus_working_days(6).as_str(), "2026-12-07");
        assert_eq!("2026-11-30".parse::<Date>().unwrap().plus_working_days(-1), friday);
        assert!(friday.is_working_day() && !friday.plus_days(1).is_working_day());
        assert_eq!(friday.plus_days(1).plus_working_days(0), friday.plus_days(1));
    }

    #[test]
    fn a_year_later_is_the_same_day() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        assert_eq!(day("2026-11-23").plus_years(1), day("2027-11-23"));
        assert_eq!(day("2028-02-29").plus_years(1), day("2029-02-28"));
        assert!(day("2000-01-01").is_plausible() && !day("1999-12-31").is_plausible());
        assert!(!day("0001-01-01").is_plausible());
    }

    #[test]
    fn dates_must_exist() {
        assert!(Date::from_str("2028-02-29").is_ok());
        for bad in ["2027-02-29", "2026-1-5", "23.11.2026", "", "2026-11-23T00:00"] {
            assert!(Date::from_str(bad).is_err(), "{bad}");
        }
        let later: Date = "2027-03-12".parse().unwrap();
        assert_eq!(later.days_since(&"2026-11-23".parse().unwrap()), 109);
    }

    #[test]
    fn times_have_one_form() {
        let time: Timestamp = "2026-11-23T14:02:11.000Z".parse().unwrap();
        assert_eq!(time.date().as_str(), "2026-11-23");
        assert_eq!(Timestamp::from_millis(time.millis()), Ok(time));
        for bad in ["2026-11-23T14:02:11Z", "2026-11-23T14:02:11.000+01:00", "2026-11-23 14:02:11.000Z"] {
            assert!(Timestamp::from_str(bad).is_err(), "{bad}");
        }
    }
}
