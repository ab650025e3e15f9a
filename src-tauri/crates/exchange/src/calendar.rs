//! Calendars in iCalendar (RFC 5545): whole-day events and tasks that any calendar program takes in.

use cairn_domain::time::{Date, Timestamp};
use ics::components::Property;
use ics::properties::{Categories, Description, DtEnd, DtStart, Due, Sequence, Summary, Trigger};
use ics::{Alarm, Event, ICalendar, ToDo, escape_text};

/// Longest line in octets, its break not counted.
const LONGEST_LINE: usize = 75;

/// A calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    /// The program that made it, for the calendar's PRODID.
    pub product: String,
    /// The state of the data; the same data give the same bytes.
    pub at: Timestamp,
    /// A number that only grows, so that programs know which file is the newer one.
    pub sequence: u64,
    /// The entries.
    pub entries: Vec<CalendarEntry>,
}

/// What an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryKind {
    /// Something on its days.
    Event,
    /// Something to do until its last day.
    Task,
}

/// A whole-day entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarEntry {
    /// A name that stays the same when the file is written again, so that programs replace instead of double.
    pub id: String,
    /// An event or a task.
    pub kind: EntryKind,
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
    /// Days before it, at its first day of an event and at its last of a task, on which to remind; none for no reminder.
    pub remind: Option<u32>,
}

impl Calendar {
    /// The file. Text is escaped and long lines are folded as the format asks.
    #[must_use]
    pub fn to_ics(&self) -> Vec<u8> {
        let mut calendar = ICalendar::new("2.0", escape_text(self.product.as_str()));
        let stamp = self.at.as_str().get(..19).unwrap_or_default().replace(['-', ':'], "");
        for entry in &self.entries {
            let stamp = format!("{stamp}Z");
            let start = whole_day(DtStart::new(plain(&entry.first)));
            match entry.kind {
                EntryKind::Event => {
                    let mut event = Event::new(entry.id.clone(), stamp);
                    self.common(entry).into_iter().for_each(|property| event.push(property));
                    event.push(start);
                    // The end of a whole-day event is the day after its last day.
                    event.push(whole_day(DtEnd::new(plain(&entry.last.plus_days(1)))));
                    entry.alarm().into_iter().for_each(|alarm| event.add_alarm(alarm));
                    calendar.add_event(event);
                }
                EntryKind::Task => {
                    let mut task = ToDo::new(entry.id.clone(), stamp);
                    self.common(entry).into_iter().for_each(|property| task.push(property));
                    // A task may not be due on the very day it begins.
                    if entry.first < entry.last {
                        task.push(start);
                    }
                    task.push(whole_day(Due::new(plain(&entry.last))));
                    entry.alarm().into_iter().for_each(|alarm| task.add_alarm(alarm));
                    calendar.add_todo(task);
                }
            }
        }
        folded(&calendar.to_string()).into_bytes()
    }

    fn common(&self, entry: &CalendarEntry) -> Vec<Property<'static>> {
        let mut properties: Vec<Property<'static>> = vec![
            Sequence::new(self.sequence.to_string()).into(),
            Summary::new(escape_text(entry.title.clone())).into(),
            Categories::new(escape_text(entry.category.clone())).into(),
        ];
        if !entry.detail.is_empty() {
            properties.push(Description::new(escape_text(entry.detail.clone())).into());
        }
        properties
    }
}

impl CalendarEntry {
    /// A reminder so many days before.
    fn alarm(&self) -> Option<Alarm<'static>> {
        let mut trigger = Trigger::new(format!("-P{}D", self.remind?));
        if self.kind == EntryKind::Task {
            trigger.add(ics::parameters::Related::End);
        }
        Some(Alarm::display(trigger, Description::new(escape_text(self.title.clone()))))
    }
}

/// Lines of at most 75 octets, never broken inside a character; the space that begins a continued line counts.
fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 60);
    for line in text.replace("\r\n ", "").split_terminator("\r\n") {
        let mut room = LONGEST_LINE;
        for character in line.chars() {
            if character.len_utf8() > room {
                out.push_str("\r\n ");
                room = LONGEST_LINE - 1;
            }
            room -= character.len_utf8();
            out.push(character);
        }
        out.push_str("\r\n");
    }
    out
}

fn plain(date: &Date) -> String {
    date.as_str().replace('-', "")
}

fn whole_day<'a, P: Into<Property<'a>>>(property: P) -> Property<'a> {
    let mut property = property.into();
    property.add(ics::parameters::Value::DATE);
    property
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(kind: EntryKind, title: &str, first: &str, last: &str) -> CalendarEntry {
        CalendarEntry {
            id: "step-gap@workspace".to_owned(),
            kind,
            title: title.to_owned(),
            detail: "One\nTwo".to_owned(),
            category: "Roadmap".to_owned(),
            first: first.parse().unwrap(),
            last: last.parse().unwrap(),
            remind: Some(7),
        }
    }

    fn written(entries: Vec<CalendarEntry>) -> String {
        let at = "2026-11-24T10:00:00.000Z".parse().unwrap();
        let calendar = Calendar { product: "-//Cairn//EN".to_owned(), at, sequence: 41, entries };
        assert_eq!(calendar.to_ics(), calendar.to_ics());
        String::from_utf8(calendar.to_ics()).unwrap()
    }

    #[test]
    fn events_are_whole_days_with_escaped_text() {
        let title =
            "Gap analysis; part 1, with a title that is much longer than the seventy-five bytes of a line";
        let text = written(vec![entry(EntryKind::Event, title, "2026-12-31", "2026-12-31")]);
        assert!(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"), "{text}");
        assert!(text.contains("DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n"), "{text}");
        assert!(text.contains("Gap analysis\\; part 1\\, with"), "{text}");
        assert!(text.contains("DESCRIPTION:One\\nTwo\r\n"), "{text}");
        assert!(text.contains("UID:step-gap@workspace\r\nDTSTAMP:20261124T100000Z\r\n"), "{text}");
        assert!(text.contains("SEQUENCE:41\r\n"), "{text}");
        assert!(text.contains("BEGIN:VALARM\r\n") && text.contains("TRIGGER:-P7D\r\n"), "{text}");
    }

    #[test]
    fn tasks_are_due_on_their_last_day() {
        let text = written(vec![entry(EntryKind::Task, "Write it", "2026-12-30", "2027-01-04")]);
        assert!(text.contains("BEGIN:VTODO\r\n") && !text.contains("VEVENT"), "{text}");
        assert!(text.contains("DTSTART;VALUE=DATE:20261230\r\nDUE;VALUE=DATE:20270104\r\n"), "{text}");
        assert!(text.contains("TRIGGER;RELATED=END:-P7D\r\n"), "{text}");
        let text = written(vec![entry(EntryKind::Task, "Write it", "2027-01-04", "2027-01-04")]);
        assert!(!text.contains("DTSTART"), "{text}");
    }

    #[test]
    fn long_lines_are_folded_at_75_octets_and_unfold_to_the_same_text() {
        let title = "Überprüfung der Folgenabschätzung 影響評価 ".repeat(9);
        let text = written(vec![entry(EntryKind::Event, title.trim(), "2026-12-31", "2026-12-31")]);
        assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
        assert!(text.split("\r\n").any(|line| line.len() > 72 && line.starts_with(' ')), "{text}");
        assert!(!text.replace("\r\n", "").contains(['\r', '\n']), "{text}");
        assert!(text.replace("\r\n ", "").contains(&format!("SUMMARY:{}\r\n", title.trim())), "{text}");
    }
}
