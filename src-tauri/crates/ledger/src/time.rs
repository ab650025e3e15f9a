//! The one form of a moment: RFC 3339, UTC, milliseconds, `Z`.

/// The number of bytes of a moment.
pub(crate) const LENGTH: usize = 24;

const FORM: &[u8; LENGTH] = b"0000-00-00T00:00:00.000Z";

/// True if `text` is a moment of the calendar in the form `YYYY-MM-DDTHH:MM:SS.mmmZ`.
///
/// Years 0000 to 9999 of the proleptic Gregorian calendar; no leap second (`:60`). Moments of this form sort as text.
#[must_use]
pub fn is_time(text: &str) -> bool {
    let fits = text.len() == LENGTH
        && text.bytes().zip(FORM).all(|(byte, form)| match form {
            b'0' => byte.is_ascii_digit(),
            _ => byte == *form,
        });
    if !fits {
        return false;
    }
    let number = |from: usize, to: usize| text.get(from..to).and_then(|part| part.parse::<u32>().ok());
    let (Some(year), Some(month), Some(day)) = (number(0, 4), number(5, 7), number(8, 10)) else {
        return false;
    };
    let (Some(hour), Some(minute), Some(second)) = (number(11, 13), number(14, 16), number(17, 19)) else {
        return false;
    };
    (1..=days_in(year, month)).contains(&day) && hour <= 23 && minute <= 59 && second <= 59
}

/// Days of the month; 0 for a month that does not exist.
fn days_in(year: u32, month: u32) -> u32 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::is_time;

    #[test]
    fn only_real_moments_in_one_form() {
        for good in ["2026-11-23T14:02:11.000Z", "2028-02-29T23:59:59.999Z", "2000-02-29T00:00:00.000Z"] {
            assert!(is_time(good), "{good}");
        }
        for bad in [
            "",
            "2026-11-23",
            "2026-11-23T14:02:11Z",
            "2026-11-23T14:02:11.0000Z",
            "2026-11-23t14:02:11.000z",
            "2026-11-23T14:02:11.000+00:00",
            "2026-02-29T00:00:00.000Z",
            "1900-02-29T00:00:00.000Z",
            "2026-13-01T00:00:00.000Z",
            "2026-00-01T00:00:00.000Z",
            "2026-01-00T00:00:00.000Z",
            "2026-04-31T00:00:00.000Z",
            "2026-01-01T24:00:00.000Z",
            "2026-01-01T00:60:00.000Z",
            "2026-01-01T00:00:60.000Z",
            "2026-01-01T00:00:0٣.000Z",
        ] {
            assert!(!is_time(bad), "{bad}");
        }
    }
}
