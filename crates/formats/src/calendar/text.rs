//! The events of a calendar one by one, as text, with only those lines that say who and when.
//!
//! Serves calendars. Folded lines are joined; what is nested in an event, such as an alarm, passes by. It refuses to
//! hold an event larger than [`EVENT_BYTES`], and every line that says what an event is about.

use std::collections::BTreeMap;
use std::io;

use jiff::civil::Date;

use crate::encoding;
use crate::window::Window;

/// The most that is kept of one event: 256 KiB.
const EVENT_BYTES: usize = 256 << 10;

/// The most that is kept of one line, its folded parts included: 16 KiB.
const LINE_BYTES: usize = 16 << 10;

/// The most time zones that a calendar may define.
const MOST_ZONES: usize = 500;

/// The lines that are kept, by the names of their properties.
const WANTED: [&str; 14] = [
    "UID",
    "DTSTART",
    "DTEND",
    "DURATION",
    "RRULE",
    "RDATE",
    "EXDATE",
    "RECURRENCE-ID",
    "STATUS",
    "ORGANIZER",
    "ATTENDEE",
    "SEQUENCE",
    "TZID",
    "X-MICROSOFT-CDO-TZID",
];

/// An event as text.
pub(super) struct EventText {
    /// `BEGIN:VEVENT` to `END:VEVENT`.
    pub text: String,
    /// The line on which it begins, from 1.
    pub line: u32,
    /// Whether its end was there.
    pub ended: bool,
    /// Its number in the file, from 1; whoever counts sets it.
    pub place: u32,
}

impl EventText {
    /// The id of the series that it belongs to; none when it stands alone.
    pub(super) fn series(&self) -> Option<String> {
        let repeats = ["RRULE", "RDATE", "RECURRENCE-ID"].iter().any(|name| self.value(name).is_some());
        let uid = self.value("UID").filter(|_| repeats)?;
        Some(uid.trim().to_owned())
    }

    /// The day with which it begins, as written.
    pub(super) fn starts_on(&self) -> Option<Date> {
        let value = self.value("DTSTART")?.rsplit(':').next()?.trim();
        let digits = value.get(..8).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
        Date::new(digits[..4].parse().ok()?, digits[4..6].parse().ok()?, digits[6..].parse().ok()?).ok()
    }

    /// What stands behind the name of a property, its parameters included.
    fn value(&self, name: &str) -> Option<&str> {
        self.text.lines().find_map(|line| {
            let start = line.get(..name.len())?;
            let rest = &line[name.len()..];
            (start.eq_ignore_ascii_case(name) && rest.starts_with([':', ';'])).then(|| &rest[1..])
        })
    }
}

/// Goes through a calendar.
#[derive(Default)]
pub(super) struct Texts {
    /// The zones that were defined so far, by name, as text.
    pub zones: BTreeMap<String, String>,
    line: Vec<u8>,
    next: Vec<u8>,
    next_number: u32,
    has_next: bool,
    number: u32,
    again: bool,
}

impl Texts {
    /// The next event; none at the end.
    pub(super) fn next_event(&mut self, window: &mut Window<'_>) -> io::Result<Option<EventText>> {
        while self.step(window)? {
            if is(&self.line, b"BEGIN:VTIMEZONE") {
                self.zone(window)?;
            } else if is(&self.line, b"BEGIN:VEVENT") {
                return self.event(window).map(Some);
            }
        }
        Ok(None)
    }

    fn event(&mut self, window: &mut Window<'_>) -> io::Result<EventText> {
        let mut event = EventText { text: "BEGIN:VEVENT\r\n".to_owned(), line: self.number, ended: false, place: 0 };
        let mut depth = 0_usize;
        while self.step(window)? {
            if is(&self.line, b"END:VEVENT") {
                event.text.push_str("END:VEVENT\r\n");
                event.ended = true;
                break;
            }
            if is(&self.line, b"BEGIN:VEVENT") || is(&self.line, b"END:VCALENDAR") {
                self.give_back();
                break;
            }
            if starts(&self.line, b"BEGIN:") {
                depth += 1;
            } else if starts(&self.line, b"END:") {
                depth = depth.saturating_sub(1);
            } else if depth == 0 && is_wanted(&self.line) && event.text.len() < EVENT_BYTES {
                push(&mut event.text, &self.line);
            }
        }
        Ok(event)
    }

    /// Keeps the definition of a zone whole: events are read with it.
    fn zone(&mut self, window: &mut Window<'_>) -> io::Result<()> {
        let (mut text, mut name) = ("BEGIN:VTIMEZONE\r\n".to_owned(), None);
        while self.step(window)? {
            if is(&self.line, b"BEGIN:VEVENT") || is(&self.line, b"END:VCALENDAR") {
                self.give_back();
                return Ok(());
            }
            if text.len() < LINE_BYTES {
                push(&mut text, &self.line);
            }
            if starts(&self.line, b"TZID") {
                let line = String::from_utf8_lossy(&self.line);
                name = line.split_once(':').map(|(_, name)| name.trim().to_owned());
            }
            if is(&self.line, b"END:VTIMEZONE") {
                break;
            }
        }
        if let Some(name) = name.filter(|_| self.zones.len() < MOST_ZONES && text.len() < LINE_BYTES) {
            self.zones.insert(name, text);
        }
        Ok(())
    }

    /// Moves on to the next line, its folded parts joined. False at the end.
    fn step(&mut self, window: &mut Window<'_>) -> io::Result<bool> {
        if std::mem::take(&mut self.again) {
            return Ok(true);
        }
        if !self.ahead(window)? {
            return Ok(false);
        }
        std::mem::swap(&mut self.line, &mut self.next);
        (self.has_next, self.number) = (false, self.next_number);
        self.line.truncate(LINE_BYTES);
        while self.ahead(window)? {
            if !matches!(self.next.first(), Some(b' ' | b'\t')) {
                break;
            }
            let room = LINE_BYTES - self.line.len().min(LINE_BYTES);
            let more = &self.next[1..];
            self.line.extend_from_slice(&more[..more.len().min(room)]);
            self.has_next = false;
        }
        Ok(true)
    }

    fn ahead(&mut self, window: &mut Window<'_>) -> io::Result<bool> {
        if !self.has_next {
            self.next_number = window.line_number();
            self.has_next = window.line(&mut self.next)?;
        }
        Ok(self.has_next)
    }

    /// The line will come again.
    fn give_back(&mut self) {
        self.again = true;
    }
}

fn is(line: &[u8], word: &[u8]) -> bool {
    line.trim_ascii().eq_ignore_ascii_case(word)
}

fn starts(line: &[u8], word: &[u8]) -> bool {
    line.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
}

fn is_wanted(line: &[u8]) -> bool {
    let end = line.iter().position(|byte| matches!(byte, b':' | b';')).unwrap_or(0);
    let name = line[..end].rsplit(|byte| *byte == b'.').next().unwrap_or_default();
    WANTED.iter().any(|wanted| name.eq_ignore_ascii_case(wanted.as_bytes()))
}

fn push(text: &mut String, line: &[u8]) {
    text.push_str(&encoding::decode(line));
    text.push_str("\r\n");
}
