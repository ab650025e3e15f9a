//! Numbers and dates as text.

use crate::{Value, Words};

impl Words {
    /// A whole number with thousands separators.
    #[must_use]
    pub fn number(&self, number: i64) -> String {
        grouped(&number.to_string())
    }

    /// A date `YYYY-MM-DD` (or a longer time that begins with one) for documents: 23 November 2026.
    #[must_use]
    pub fn date(&self, date: &str) -> String {
        self.write_date(date, "month")
    }

    /// A date for lists: 23 Nov 2026.
    #[must_use]
    pub fn date_short(&self, date: &str) -> String {
        self.write_date(date, "month-short")
    }

    /// Text that is not a date comes back as it is.
    fn write_date(&self, date: &str, months: &str) -> String {
        let parts = || {
            let year = date.get(..4)?;
            let month: u8 = date.get(5..7)?.parse().ok()?;
            let day: u8 = date.get(8..10)?.parse().ok()?;
            ((1..=12).contains(&month) && year.bytes().all(|b| b.is_ascii_digit()))
                .then_some((year, month, day))
        };
        let Some((year, month, day)) = parts() else {
            return date.to_owned();
        };
        let month = self.say(&format!("{months}-{month}"));
        self.say_with(
            "date-long",
            &[("day", Value::Number(day.into())), ("month", month.into()), ("year", year.into())],
        )
    }
}

/// Groups the digits of a whole number by three; a fraction stays as it is.
pub(crate) fn grouped(number: &str) -> String {
    let (sign, digits) = number.strip_prefix('-').map_or(("", number), |rest| ("-", rest));
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(w, f)| (w, Some(f)));
    let mut text = String::from(sign);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    if let Some(fraction) = fraction {
        text.push('.');
        text.push_str(fraction);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn digits_are_grouped_by_three() {
        for (number, text) in
            [("0", "0"), ("999", "999"), ("1000", "1,000"), ("-1234567", "-1,234,567"), ("1234.5", "1,234.5")]
        {
            assert_eq!(grouped(number), text);
        }
    }
}
