//! Dates as people write them.

use cairn_domain::time::Date;
use serde::{Deserialize, Serialize};

/// How `03/04/2025` is to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case")]
pub enum DateOrder {
    /// 3 April.
    DayMonth,
    /// March 4.
    MonthDay,
}

/// What a text says about a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DateText {
    /// A calendar date.
    Day(Date),
    /// A year, a quarter or a month, but no day. Nothing is made up for it.
    NoDay,
    /// No date.
    Other,
}

/// Reads a text as a date. A time of day after it is dropped.
#[must_use]
pub fn parse(text: &str, order: DateOrder) -> DateText {
    let text = text.trim();
    if text.is_empty() || text.len() > 40 || !text.is_ascii() {
        return DateText::Other;
    }
    let lower = text.to_ascii_lowercase();
    let mut parts: Vec<&str> = split(&lower);
    drop_time(&mut parts);
    match parts.as_slice() {
        [year] if is_year(year) => DateText::NoDay,
        [a, b] => two_parts(a, b),
        [a, b, c] => three_parts(a, b, c, order, lower.contains('.')),
        _ => DateText::Other,
    }
}

/// The first day of the year, quarter or month a text names without a day. None for a financial year, which begins on
/// another day everywhere. Only for somebody who asked for it: [`parse`] makes nothing up.
#[must_use]
pub fn first_day(text: &str) -> Option<Date> {
    let lower = text.trim().to_ascii_lowercase();
    if parse(&lower, DateOrder::MonthDay) != DateText::NoDay {
        return None;
    }
    let (year_part, other) = match split(&lower).as_slice() {
        [year] => (number(year)?, None),
        // "Jul-25" has a year of two digits behind the name of the month; elsewhere the year has four.
        [a, b] if is_year(a) => (number(a)?, Some(*b)),
        [a, b] => (year(b)?, Some(*a)),
        _ => return None,
    };
    let first_month = match other {
        None => 1,
        Some(quarter) if quarter.len() == 2 && quarter.starts_with('q') => {
            number(quarter.get(1..)?)?.checked_sub(1)? * 3 + 1
        }
        Some(text) => month(text).or_else(|| number(text))?,
    };
    format!("{year_part:04}-{first_month:02}-01").parse().ok()
}

/// The order that the day/month/year texts of a column prove, or none when all of them can be read both ways.
///
/// `Some` also when a single text proves it; texts that prove the opposite are left to be reported one by one.
#[must_use]
pub fn proven_order<'a>(texts: impl Iterator<Item = &'a str>) -> Option<DateOrder> {
    let (mut day_first, mut month_first) = (0u32, 0u32);
    for (first, second) in texts.filter_map(slash_pair) {
        day_first += u32::from(first > 12 && second <= 12);
        month_first += u32::from(second > 12 && first <= 12);
    }
    match (day_first, month_first) {
        (0, 0) => None,
        (days, months) if days > months => Some(DateOrder::DayMonth),
        _ => Some(DateOrder::MonthDay),
    }
}

/// Whether the text can be read as day/month and as month/day with different results.
#[must_use]
pub fn is_ambiguous(text: &str) -> bool {
    slash_pair(text).is_some_and(|(a, b)| a <= 12 && b <= 12 && a != b)
}

/// The first two numbers of `a/b/year` or `a-b-year`.
fn slash_pair(text: &str) -> Option<(u32, u32)> {
    let mut parts = split(text.trim());
    drop_time(&mut parts);
    match parts.as_slice() {
        [a, b, year] if !text.contains('.') && !is_year(a) && number(year).is_some() => {
            Some((number(a)?, number(b)?))
        }
        _ => None,
    }
}

fn split(text: &str) -> Vec<&str> {
    text.split(['/', '-', '.', ',', ' ']).filter(|part| !part.is_empty()).collect()
}

/// Cuts off a time of day (`00:00:00`, `12:00 am`, `2025-01-01t08:00`).
fn drop_time(parts: &mut Vec<&str>) {
    let Some(at) = parts.iter().position(|part| part.contains(':')) else {
        return;
    };
    let joined = parts.get(at).and_then(|part| part.split_once('t'));
    parts.truncate(at);
    if let Some((day, _)) = joined {
        parts.push(day);
    }
}

fn number(text: &str) -> Option<u32> {
    let text = text.strip_suffix(|c: char| c.is_ascii_alphabetic()).map_or(text, |_| {
        ["st", "nd", "rd", "th"].iter().find_map(|end| text.strip_suffix(end)).unwrap_or(text)
    });
    (text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && number(text).is_some_and(|year| (1900..=2200).contains(&year))
}

/// The month of an English name or its first three letters.
fn month(text: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let found = MONTHS.iter().position(|name| *name == text || text.len() >= 3 && name.starts_with(text))?;
    u32::try_from(found + 1).ok()
}

fn two_parts(a: &str, b: &str) -> DateText {
    let month_part =
        |text: &str| month(text).is_some() || number(text).is_some_and(|n| (1..=12).contains(&n));
    let quarter = |text: &str| matches!(text, "q1" | "q2" | "q3" | "q4" | "fy");
    let short_year = |text: &str| text.len() == 2 && number(text).is_some();
    let no_day = (month_part(a) || quarter(a)) && is_year(b)
        || (month_part(b) || quarter(b)) && is_year(a)
        || month(a).is_some() && short_year(b);
    if no_day { DateText::NoDay } else { DateText::Other }
}

fn three_parts(a: &str, b: &str, c: &str, order: DateOrder, dotted: bool) -> DateText {
    let found = if is_year(a) {
        (number(a), month(b).or_else(|| number(b)), number(c))
    } else if let Some(named) = month(a) {
        (year(c), Some(named), number(b))
    } else if let Some(named) = month(b) {
        (year(c), Some(named), number(a))
    } else if dotted || order == DateOrder::DayMonth {
        (year(c), number(b), number(a))
    } else {
        (year(c), number(a), number(b))
    };
    let (Some(year), Some(month), Some(day)) = found else {
        return DateText::Other;
    };
    format!("{year:04}-{month:02}-{day:02}").parse().map_or(DateText::Other, DateText::Day)
}

/// A year of four digits, or of two: 00 to 68 are this century, as spreadsheet programs read them.
fn year(text: &str) -> Option<u32> {
    match number(text)? {
        short if text.len() == 2 => Some(if short <= 68 { 2000 + short } else { 1900 + short }),
        full if is_year(text) => Some(full),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str, order: DateOrder) -> Option<String> {
        match parse(text, order) {
            DateText::Day(date) => Some(date.to_string()),
            _ => None,
        }
    }

    #[test]
    fn days_in_many_forms() {
        for text in [
            "2025-03-04",
            "2025/03/04",
            "2025-03-04T08:15:00",
            "2025-03-04 00:00:00",
            "4.3.2025",
            "04.03.25",
            "4 March 2025",
            "March 4, 2025",
            "4-Mar-2025",
            "4-Mar-25",
            "Mar 4th 2025",
            "03/04/2025 12:00:00 AM",
            "3/4/2025 0:00",
            "3/4/25",
        ] {
            assert_eq!(day(text, DateOrder::MonthDay).as_deref(), Some("2025-03-04"), "{text}");
        }
        assert_eq!(day("03/04/2025", DateOrder::DayMonth).as_deref(), Some("2025-04-03"));
    }

    #[test]
    fn a_month_or_a_year_is_not_made_into_a_day() {
        for text in ["03/2025", "2025", "Jul-25", "July 2025", "2025-07", "Q3 2024", "FY 2024"] {
            assert_eq!(parse(text, DateOrder::DayMonth), DateText::NoDay, "{text}");
        }
        assert_eq!(first_day("4 March 2025"), None, "it names its day");
        for (text, day) in [
            ("03/2025", "2025-03-01"),
            ("2025", "2025-01-01"),
            ("Jul-25", "2025-07-01"),
            ("July 2025", "2025-07-01"),
            ("2025-07", "2025-07-01"),
            ("Q3 2024", "2024-07-01"),
            ("2024 Q1", "2024-01-01"),
        ] {
            assert_eq!(first_day(text).map(|day| day.to_string()).as_deref(), Some(day), "{text}");
        }
        assert_eq!(first_day("FY 2024"), None, "nobody knows when it begins");
        for text in
            ["soon", "13/13/2025", "2025-02-30", "30/02/2025", "1/2/3", "N/A", "12", "", "mid 2025 or so"]
        {
            assert_eq!(parse(text, DateOrder::DayMonth), DateText::Other, "{text}");
        }
    }

    #[test]
    fn the_order_is_proven_by_days_above_twelve() {
        assert_eq!(proven_order(["01/02/2025", "01/15/2025"].into_iter()), Some(DateOrder::MonthDay));
        assert_eq!(proven_order(["31/01/2025"].into_iter()), Some(DateOrder::DayMonth));
        assert_eq!(proven_order(["01/02/2025", "31.01.2025", "2025-01-31"].into_iter()), None);
        assert!(
            is_ambiguous("01/02/2025 00:00:00") && !is_ambiguous("02/02/2025") && !is_ambiguous("2025-01-02")
        );
    }
}
