//! A calendar of public holidays: whole days with their names, as days off.
//!
//! Serves following through (business days). What has a time of day is no holiday, and neither is what a calendar calls an
//! observance. It looks a year back and two years ahead, and stops at no event that cannot be read.

use std::collections::BTreeMap;
use std::io::Read;

use calcard::common::timezone::Tz;
use calcard::icalendar::ICalendar;
use jiff::civil::Date;
use method::day::workdays::DayOff;
use method::day::{days_between, plus_days};
use serde::Serialize;

use crate::encoding;

/// The largest file that is read, in bytes.
pub const AT_MOST: usize = 8 << 20;

/// The most events that are looked at.
const MOST_EVENTS: usize = 20_000;

/// The longest holiday, in days; what is longer is something else.
const LONGEST: i32 = 31;

/// How far ahead days are taken, in days.
const AHEAD: i32 = 731;

/// The most times that one event is followed.
const MOST_TIMES: usize = 1_000;

/// What comes round so often is no holiday.
const OFTEN: &[&str] = &["FREQ=DAILY", "FREQ=WEEKLY", "FREQ=HOURLY", "FREQ=MINUTELY", "FREQ=SECONDLY"];

/// More days in a year than any country has public holidays.
const MANY: usize = 60;

/// Why nothing could be taken from a file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoHolidays {
    /// It cannot be read.
    #[error("The file could not be read: {0}.")]
    Unreadable(String),
    /// It is larger than any calendar of holidays.
    #[error("The file is larger than a calendar of holidays.")]
    TooLarge,
    /// It is something else.
    #[error("The file is no calendar (.ics).")]
    NoCalendar,
    /// It holds no events.
    #[error("The calendar has no events.")]
    Empty,
}

impl NoHolidays {
    /// The way out.
    pub fn hint(&self) -> &'static str {
        "Search for the public holidays of your country or region as an .ics file, or write days off one by one."
    }
}

/// What a calendar of holidays says.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Holidays {
    /// Events that were read. Those that are days off and those that were left out add up to it.
    pub read: usize,
    /// Events that are days off.
    pub taken: usize,
    /// Their days, each once.
    pub days: Vec<DayOff>,
    /// Events that were left out, by reason.
    pub left_out: Vec<LeftOut>,
}

impl Holidays {
    /// How many of its days lie within a year of that day, where they are more than public holidays can be: then the file
    /// is perhaps another calendar.
    pub fn suspiciously_many(&self, today: Date) -> Option<usize> {
        let within = self.days.iter().filter(|day| day.on < plus_days(today, 365)).count();
        (within > MANY).then_some(within)
    }
}

/// Events that were left out for one reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LeftOut {
    /// The reason, in a few words.
    pub reason: &'static str,
    /// How many.
    pub count: usize,
    /// The line on which the first of them begins, from 1.
    pub line: usize,
}

/// Reads a calendar of holidays, as it matters on that day.
///
/// # Errors
/// When it cannot be read, is too large, or is no calendar with events.
pub fn read(input: impl Read, today: Date) -> Result<Holidays, NoHolidays> {
    let mut bytes = Vec::new();
    let limit = u64::try_from(AT_MOST).unwrap_or(u64::MAX);
    input.take(limit + 1).read_to_end(&mut bytes).map_err(|problem| NoHolidays::Unreadable(problem.to_string()))?;
    if bytes.len() > AT_MOST {
        return Err(NoHolidays::TooLarge);
    }
    let text = encoding::decode(&bytes);
    let text = text.trim_start_matches('\u{feff}');
    let starts = text.trim_start().get(..15).is_some_and(|start| start.eq_ignore_ascii_case("BEGIN:VCALENDAR"));
    if !starts {
        return Err(NoHolidays::NoCalendar);
    }
    let events = events(text);
    if events.is_empty() {
        return Err(NoHolidays::Empty);
    }
    Ok(gathered(&events, today))
}

fn gathered(events: &[Event], today: Date) -> Holidays {
    let mut days: BTreeMap<Date, Option<String>> = BTreeMap::new();
    let mut left_out: Vec<LeftOut> = Vec::new();
    let mut taken = 0;
    for event in events {
        match event.days(today) {
            Ok(found) => {
                taken += 1;
                for on in found {
                    let name = days.entry(on).or_default();
                    *name = name.take().or_else(|| event.name());
                }
            }
            Err(reason) => match left_out.iter_mut().find(|known| known.reason == reason) {
                Some(known) => known.count += 1,
                None => left_out.push(LeftOut { reason, count: 1, line: event.line }),
            },
        }
    }
    let days = days.into_iter().map(|(on, name)| DayOff { on, name }).collect();
    Holidays { read: events.len(), taken, days, left_out }
}

/// One event as its lines, folded ones joined.
struct Event {
    line: usize,
    lines: Vec<String>,
    ended: bool,
}

/// The events of a calendar. One that breaks off ends where the next begins.
fn events(text: &str) -> Vec<Event> {
    let mut events: Vec<Event> = Vec::new();
    let mut is_inside = false;
    let mut nested = 0_usize;
    for (number, line) in (1..).zip(text.lines()) {
        let is = |word: &str| line.trim().eq_ignore_ascii_case(word);
        if is("BEGIN:VEVENT") {
            if events.len() == MOST_EVENTS {
                break;
            }
            events.push(Event { line: number, lines: Vec::new(), ended: false });
            (is_inside, nested) = (true, 0);
        } else if is_inside && is("END:VEVENT") {
            if let Some(event) = events.last_mut() {
                event.ended = true;
            }
            is_inside = false;
        } else if let Some(event) = events.last_mut().filter(|_| is_inside) {
            event.take(line, &mut nested);
        }
    }
    events
}

impl Event {
    fn take(&mut self, line: &str, nested: &mut usize) {
        let begins = |word: &str| line.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
        if begins("BEGIN:") {
            *nested += 1;
        } else if begins("END:") {
            *nested = nested.saturating_sub(1);
        } else if *nested == 0 {
            match (line.strip_prefix([' ', '\t']), self.lines.last_mut()) {
                (Some(more), Some(last)) => last.push_str(more),
                _ => self.lines.push(line.to_owned()),
            }
        }
    }

    /// What stands behind the name of a property and its parameters.
    fn value(&self, name: &str) -> Option<(&str, &str)> {
        self.lines.iter().find_map(|line| {
            let rest = line.get(name.len()..)?;
            let here = line.get(..name.len())?.eq_ignore_ascii_case(name) && rest.starts_with([':', ';']);
            here.then(|| rest.split_once(':')).flatten().map(|(parameters, value)| (parameters, value.trim()))
        })
    }

    fn name(&self) -> Option<String> {
        let (_, value) = self.value("SUMMARY")?;
        let plain = value.replace("\\,", ",").replace("\\;", ";").replace("\\n", " ").replace("\\\\", "\\");
        let words: Vec<&str> = plain.split_whitespace().collect();
        let name: String = words.join(" ").chars().filter(|letter| !letter.is_control()).take(80).collect();
        Some(name).filter(|name| !name.is_empty())
    }

    /// Its days from a year ago until two years ahead, or why it is none.
    fn days(&self, today: Date) -> Result<Vec<Date>, &'static str> {
        if !self.ended {
            return Err("breaks off before its end");
        }
        if self.value("STATUS").is_some_and(|(_, status)| status.eq_ignore_ascii_case("CANCELLED")) {
            return Err("called off");
        }
        let from = whole_day(self.value("DTSTART"))?;
        if self.is_observance() {
            return Err("an observance, not a public holiday");
        }
        let until =
            self.value("DTEND").and_then(|end| whole_day(Some(end)).ok()).map_or(1, |end| days_between(from, end));
        let length = until.max(1);
        if length > LONGEST {
            return Err("longer than a month");
        }
        let starts = if self.value("RRULE").is_some() { self.repeated(from)? } else { vec![from] };
        let days = starts.iter().flat_map(|start| (0..length).map(|far| plus_days(*start, far)));
        let days: Vec<Date> = days.collect();
        let near: Vec<Date> =
            days.iter().copied().filter(|day| *day >= today && *day <= plus_days(today, AHEAD)).collect();
        match days.iter().any(|day| *day > plus_days(today, AHEAD)) {
            _ if !near.is_empty() => Ok(near),
            true => Err("more than two years ahead"),
            false => Err("over already"),
        }
    }

    /// What calendars of holidays add besides: days that have a name but are no day off.
    fn is_observance(&self) -> bool {
        let says = |name: &str| {
            let (_, value) = self.value(name)?;
            value.get(..10).map(|start| start.eq_ignore_ascii_case("observance"))
        };
        says("DESCRIPTION").or_else(|| says("CATEGORIES")).unwrap_or(false)
    }

    /// The first days of an event that repeats.
    fn repeated(&self, from: Date) -> Result<Vec<Date>, &'static str> {
        let rule = self.value("RRULE").map(|(_, rule)| rule.to_ascii_uppercase()).unwrap_or_default();
        if rule.split(';').any(|part| OFTEN.contains(&part.trim())) {
            return Err("comes round every day or every week, so it is no public holiday");
        }
        let wanted = ["DTSTART", "RRULE", "RDATE", "EXDATE"];
        let lines = self.lines.iter().filter(|line| wanted.iter().any(|name| line.starts_with(name)));
        let lines: String = lines.map(|line| format!("{line}\r\n")).collect();
        let whole = format!(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\n{lines}END:VEVENT\r\nEND:VCALENDAR\r\n"
        );
        let calendar = ICalendar::parse(whole).map_err(|_| "how it repeats cannot be read")?;
        let found = calendar.expand_dates(Tz::Floating, MOST_TIMES);
        if !found.errors.is_empty() || found.events.is_empty() {
            return Ok(vec![from]);
        }
        let days = found.events.iter().filter_map(|one| one.start.date_naive().to_string().parse().ok());
        Ok(days.collect())
    }
}

/// A value that is a whole day.
fn whole_day(value: Option<(&str, &str)>) -> Result<Date, &'static str> {
    let (_, value) = value.ok_or("without a day")?;
    let digits = value.get(..8).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()));
    let digits = digits.ok_or("its day cannot be read")?;
    if value.len() > 8 {
        return Err("with a time of day");
    }
    let number = |from: usize, to: usize| digits.get(from..to).and_then(|part| part.parse::<i16>().ok());
    let small = |from: usize, to: usize| digits.get(from..to).and_then(|part| part.parse::<i8>().ok());
    let day = number(0, 4).zip(small(4, 6)).zip(small(6, 8));
    day.and_then(|((year, month), day)| Date::new(year, month, day).ok()).ok_or("its day cannot be read")
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use rstest::rstest;

    use super::*;

    const TODAY: Date = date(2026, 11, 23);

    fn calendar(events: &[&str]) -> String {
        let events: String = events.iter().map(|one| format!("BEGIN:VEVENT\r\n{one}\r\nEND:VEVENT\r\n")).collect();
        format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{events}END:VCALENDAR\r\n")
    }

    fn told(events: &[&str]) -> Vec<String> {
        let found = read(calendar(events).as_bytes(), TODAY).unwrap();
        let days = found.days.iter().map(|day| format!("{} {}", day.on, day.name.as_deref().unwrap_or("-")));
        days.chain(found.left_out.iter().map(|one| format!("{}: {}", one.count, one.reason))).collect()
    }

    #[rstest]
    #[case::one_day("SUMMARY:Christmas\\, first day\r\nDTSTART;VALUE=DATE:20261225\r\nDTEND;VALUE=DATE:20261226", &["2026-12-25 Christmas, first day"])]
    #[case::without_an_end("DTSTART;VALUE=DATE:20261225", &["2026-12-25 -"])]
    #[case::two_days("SUMMARY:New\r\n  Year\r\nDTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270102",
        &["2026-12-31 New Year", "2027-01-01 New Year"])]
    #[case::every_year("SUMMARY:Labour\r\nDTSTART;VALUE=DATE:19900501\r\nRRULE:FREQ=YEARLY", &["2027-05-01 Labour", "2028-05-01 Labour"])]
    #[case::every_day("DTSTART;VALUE=DATE:20261201\r\nRRULE:FREQ=DAILY", &["1: comes round every day or every week, so it is no public holiday"])]
    #[case::every_week("DTSTART;VALUE=DATE:20261201\r\nRRULE:WKST=MO;freq=weekly;BYDAY=MO", &["1: comes round every day or every week, so it is no public holiday"])]
    #[case::every_month_is_rare_enough("DTSTART;VALUE=DATE:20280901\r\nRRULE:FREQ=MONTHLY;COUNT=2", &["2028-09-01 -", "2028-10-01 -"])]
    #[case::with_a_time("DTSTART:20261225T100000Z", &["1: with a time of day"])]
    #[case::over("DTSTART;VALUE=DATE:20260101", &["1: over already"])]
    #[case::far_ahead("DTSTART;VALUE=DATE:20300101", &["1: more than two years ahead"])]
    #[case::a_school_term("DTSTART;VALUE=DATE:20261201\r\nDTEND;VALUE=DATE:20270201", &["1: longer than a month"])]
    #[case::an_observance("DESCRIPTION:Observance\\nTo hide these\r\nDTSTART;VALUE=DATE:20261206", &["1: an observance, not a public holiday"])]
    #[case::a_public_holiday("DESCRIPTION:Public holiday\r\nDTSTART;VALUE=DATE:20261208", &["2026-12-08 -"])]
    #[case::called_off("STATUS:CANCELLED\r\nDTSTART;VALUE=DATE:20261208", &["1: called off"])]
    #[case::no_such_day("DTSTART;VALUE=DATE:20261340", &["1: its day cannot be read"])]
    #[case::nonsense("DTSTART;VALUE=DATE:🦊🦊🦊", &["1: its day cannot be read"])]
    #[case::an_alarm_inside("BEGIN:VALARM\r\nSUMMARY:Ring\r\nEND:VALARM\r\nDTSTART;VALUE=DATE:20261208", &["2026-12-08 -"])]
    fn an_event_is_a_day_off_or_says_why_not(#[case] event: &str, #[case] expected: &[&str]) {
        assert_eq!(told(&[event]), expected);
    }

    #[test]
    fn everything_that_was_read_is_accounted_for() {
        let file = calendar(&["DTSTART;VALUE=DATE:20261225", "DTSTART;VALUE=DATE:20261225\r\nSUMMARY:Noel", "X:1"]);
        let broken = file.replace("X:1\r\nEND:VEVENT\r\n", "X:1\r\n");
        let found = read(broken.as_bytes(), TODAY).unwrap();
        assert_eq!((found.read, found.taken, found.days.len()), (3, 2, 1));
        assert_eq!(found.days[0].name.as_deref(), Some("Noel"), "a name is better than none");
        assert_eq!(found.left_out, [LeftOut { reason: "breaks off before its end", count: 1, line: 10 }]);
    }

    #[test]
    fn more_days_than_holidays_can_be_are_noticed() {
        let day = |far: i32| format!("DTSTART;VALUE=DATE:{}", plus_days(TODAY, far).strftime("%Y%m%d"));
        let many = |count: i32| {
            let days: Vec<String> = (1..=count).map(|far| day(far * 3)).collect();
            let days: Vec<&str> = days.iter().map(String::as_str).collect();
            read(calendar(&days).as_bytes(), TODAY).unwrap().suspiciously_many(TODAY)
        };
        assert_eq!((many(60), many(61), many(200)), (None, Some(61), Some(121)));
    }

    #[test]
    fn another_file_is_named_as_such() {
        assert_eq!(read(&b"name,day\n"[..], TODAY), Err(NoHolidays::NoCalendar));
        assert_eq!(read(&b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"[..], TODAY), Err(NoHolidays::Empty));
        assert_eq!(read(&b""[..], TODAY), Err(NoHolidays::NoCalendar));
        assert_eq!(read(std::io::repeat(b' '), TODAY), Err(NoHolidays::TooLarge));
    }
}
