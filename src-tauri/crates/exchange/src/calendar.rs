//! Calendars in iCalendar (RFC 5545): whole-day entries that any calendar program takes in.

use cairn_domain::time::{Date, Timestamp};
use ics::properties::{Categories, Description, DtEnd, DtStart, Summary};
use ics::{Event, ICalendar, escape_text};

/// A calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    /// The program that made it, for the calendar's PRODID.
    pub product: String,
    /// The state of the data; the same data give the same bytes.
    pub at: Timestamp,
    /// The entries.
    pub entries: Vec<CalendarEntry>,
}

/// A whole-day entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarEntry {
    /// A name that stays the same when the file is written again, so that programs replace instead of double.
    pub id: String,
    /// What it is.
    pub title: String,
    /// More about it; may be empty.
    pub detail: String,
    /// A word to group by.
    pub category: String,
    /// First day.
    pub first: Date,
    /// Last day.
    pub last: Date,
}

impl Calendar {
    /// The file. Text is escaped and long lines are folded as the format asks.
    #[must_use]
    pub fn to_ics(&self) -> Vec<u8> {
        let mut calendar = ICalendar::new("2.0", escape_text(self.product.as_str()));
        let stamp = self.at.as_str().get(..19).unwrap_or_default().replace(['-', ':'], "");
        for entry in &self.entries {
            let mut event = Event::new(entry.id.clone(), format!("{stamp}Z"));
            event.push(Summary::new(escape_text(entry.title.clone())));
            if !entry.detail.is_empty() {
                event.push(Description::new(escape_text(entry.detail.clone())));
            }
            event.push(Categories::new(escape_text(entry.category.clone())));
            event.push(whole_day(DtStart::new(plain(&entry.first))));
            // The end of a whole-day entry is the day after its last day.
            event.push(whole_day(DtEnd::new(plain(&entry.last.plus_days(1)))));
            calendar.add_event(event);
        }
        calendar.to_string().into_bytes()
    }
}

fn plain(date: &Date) -> String {
    date.as_str().replace('-', "")
}

fn whole_day<'a, P: Into<ics::components::Property<'a>>>(property: P) -> ics::components::Property<'a> {
    let mut property = property.into();
    property.add(ics::parameters::Value::DATE);
    property
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_whole_days_with_escaped_text_and_folded_lines() {
        let calendar = Calendar {
            product: "-//Cairn//EN".to_owned(),
            at: "2026-11-24T10:00:00.000Z".parse().unwrap(),
            entries: vec![CalendarEntry {
                id: "step-gap@workspace".to_owned(),
                title: "Gap analysis; part 1, with a title that is much longer than the seventy-five bytes of a line"
                    .to_owned(),
                detail: "One\nTwo".to_owned(),
                category: "Roadmap".to_owned(),
                first: "2026-12-31".parse().unwrap(),
                last: "2026-12-31".parse().unwrap(),
            }],
        };
        let text = String::from_utf8(calendar.to_ics()).unwrap();
        assert!(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"), "{text}");
        assert!(text.contains("DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n"), "{text}");
        assert!(text.contains("Gap analysis\\; part 1\\, with"), "{text}");
        assert!(text.contains("DESCRIPTION:One\\nTwo\r\n"), "{text}");
        assert!(text.contains("DTSTAMP:20261124T100000Z"), "{text}");
        assert!(text.lines().all(|line| line.len() <= 75), "{text}");
        assert_eq!(calendar.to_ics(), calendar.to_ics());
    }
}
