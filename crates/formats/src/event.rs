//! One half hour as a calendar file (iCalendar, RFC 5545), so that a meeting stands in the seeker's own calendar too.
//!
//! Serves the ask, the meeting that comes of it. The same meeting gives the same bytes, and a calendar that had it before
//! moves its own entry, because the name stays and the sequence rises, whatever is changed or taken back. A meeting in a
//! zone of its own is written in UTC, which needs no table of zones and is understood everywhere; one without is the
//! seeker's own local time and is written floating, since their calendar knows best where they are. It invites nobody, and it refuses a zone that nobody knows.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, ToSpan};
use method::ask::{Ask, Meeting, MeetingState};
use method::campaign::Campaign;
use method::day::days_between;

/// How long a meeting is, in minutes.
const MINUTES: i64 = 30;

/// How long a line may be, in octets, its end not counted.
const LINE: usize = 75;

/// The day from which days are counted.
const FIRST: Date = jiff::civil::date(2020, 1, 1);

/// How new an entry is that is written on this day, when `step` is the number of the newest step of history. It grows with
/// every step, one that takes another back too, and with every day; so a calendar takes what it reads later for newer.
pub fn sequence(step: u64, today: Date) -> u32 {
    let days = u64::try_from(days_between(FIRST, today)).unwrap_or(0);
    // RFC 5545 reads it as a signed number of 32 bits.
    u32::try_from(step.saturating_add(days)).unwrap_or(u32::MAX).min(i32::MAX.unsigned_abs())
}

/// Why a meeting has no calendar file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoEvent {
    /// The zone is not in the list of zones of this machine.
    #[error("“{0}” is not a time zone that this machine knows, so the hour cannot be told to a calendar.")]
    UnknownZone(String),
}

/// One meeting, ready to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    pub(crate) uid: String,
    pub(crate) sequence: u32,
    pub(crate) start: Start,
    pub(crate) summary: String,
    pub(crate) description: String,
    pub(crate) location: Option<String>,
    pub(crate) is_cancelled: bool,
}

/// When it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Start {
    /// Only the day is agreed.
    Day(Date),
    /// At the seeker's own local time.
    Floating(DateTime),
    /// At an instant.
    Instant(Timestamp),
}

impl Event {
    /// The event of a meeting that an ask led to, with its [`sequence`].
    ///
    /// # Errors
    /// When its zone is unknown.
    pub fn of(campaign: &Campaign, ask: &Ask, meeting: &Meeting, sequence: u32) -> Result<Self, NoEvent> {
        let with = campaign.shown(ask.person);
        let phones = with.phones().into_iter().map(|phone| format!("Telephone: {phone}"));
        let emails = with.emails().into_iter().map(|email| format!("E-mail: {email}"));
        let purpose = campaign.cases.values().find(|case| case.person == ask.person).map(|case| case.purpose.clone());
        let description: Vec<String> = purpose.into_iter().chain(phones).chain(emails).collect();
        let is_cancelled = meeting.state == MeetingState::Cancelled || was_held_before(campaign, ask, meeting);
        Ok(Event {
            // The id of the ask stays when two people turn out to be one; its day tells two campaigns apart.
            uid: format!("{}-{}@halfhour.invalid", ask.id, ask.asked_on),
            sequence,
            start: start(meeting.on, meeting.time, meeting.zone.as_deref())?,
            summary: format!("Half an hour with {}", with.name()),
            description: description.join("\n"),
            location: meeting.place.clone(),
            is_cancelled,
        })
    }

    /// The whole file, for a calendar. `stamped_at` is when it is written.
    pub fn file(&self, stamped_at: Timestamp) -> String {
        let mut lines = Lines::default();
        lines.add("BEGIN", "VCALENDAR");
        lines.add("VERSION", "2.0");
        lines.add("PRODID", "-//halfhour//half an hour//EN");
        lines.add("METHOD", if self.is_cancelled { "CANCEL" } else { "PUBLISH" });
        self.entry(&mut lines, stamped_at);
        lines.add("END", "VCALENDAR");
        lines.finish()
    }

    /// The event as one entry of a calendar.
    pub(crate) fn entry(&self, lines: &mut Lines, stamped_at: Timestamp) {
        lines.add("BEGIN", "VEVENT");
        lines.add("UID", &self.uid);
        lines.add("DTSTAMP", &utc(stamped_at));
        lines.add("SEQUENCE", &self.sequence.to_string());
        lines.add("STATUS", if self.is_cancelled { "CANCELLED" } else { "CONFIRMED" });
        self.when_and_where(lines);
        if !self.description.is_empty() {
            lines.add("DESCRIPTION", &escaped(&self.description));
        }
        lines.add("END", "VEVENT");
    }

    /// The event alone: as little as a telephone needs that reads it from a picture, where every letter makes the picture
    /// finer.
    pub fn short(&self) -> String {
        let mut lines = Lines::default();
        lines.add("BEGIN", "VEVENT");
        self.when_and_where(&mut lines);
        lines.add("END", "VEVENT");
        lines.0
    }

    fn when_and_where(&self, lines: &mut Lines) {
        match self.start {
            Start::Day(on) => {
                lines.add("DTSTART;VALUE=DATE", &on.strftime("%Y%m%d").to_string());
                // A day without an hour keeps nobody from arranging something else on it.
                lines.add("TRANSP", "TRANSPARENT");
            }
            Start::Floating(at) => {
                lines.add("DTSTART", &local(at));
                lines.add("DTEND", &local(at.saturating_add(MINUTES.minutes())));
            }
            Start::Instant(at) => {
                let end = at.checked_add(SignedDuration::from_mins(MINUTES)).unwrap_or(at);
                lines.add("DTSTART", &utc(at));
                lines.add("DTEND", &utc(end));
            }
        }
        lines.add("SUMMARY", &escaped(&self.summary));
        if let Some(place) = &self.location {
            lines.add("LOCATION", &escaped(place));
        }
    }
}

fn start(on: Date, time: Option<Time>, zone: Option<&str>) -> Result<Start, NoEvent> {
    let Some(time) = time else { return Ok(Start::Day(on)) };
    let at = on.to_datetime(time);
    let Some(zone) = zone else { return Ok(Start::Floating(at)) };
    let known = TimeZone::get(zone).and_then(|zone| at.to_zoned(zone));
    Ok(Start::Instant(known.map_err(|_| NoEvent::UnknownZone(zone.to_owned()))?.timestamp()))
}

fn local(at: DateTime) -> String {
    at.strftime("%Y%m%dT%H%M%S").to_string()
}

fn utc(at: Timestamp) -> String {
    at.strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// Text as a value: what would end a value or a line is written otherwise, other orders to a machine are left out.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.replace("\r\n", "\n").chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' | '\r' => escaped.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// Lines of a calendar file, folded where they are too long.
#[derive(Default)]
pub(crate) struct Lines(String);

impl Lines {
    /// The whole text.
    pub(crate) fn finish(self) -> String {
        self.0
    }

    /// A line longer than 75 octets goes on in the next one behind a space. No letter is cut in two.
    pub(crate) fn add(&mut self, name: &str, value: &str) {
        let mut room = LINE;
        for letter in name.chars().chain([':']).chain(value.chars()) {
            if letter.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = LINE - 1;
            }
            self.0.push(letter);
            room -= letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// Whether they talked before the appointed day: then nothing is left of it, and its time is free again.
fn was_held_before(campaign: &Campaign, ask: &Ask, meeting: &Meeting) -> bool {
    let before = campaign.earlier.values().flat_map(|one| &one.conversations);
    // Talks have the seeker's own days, a meeting those of its zone.
    let on = campaign.at_home(meeting).on;
    let mut talks = campaign.conversations.values().chain(before);
    talks.any(|talk| talk.ask == Some(ask.id) && talk.held_on < on)
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};
    use method::ask::{Answer, Form};
    use method::conversation::record::{Debrief, record_conversation};
    use method::day::own_clock::OwnClock;
    use method::id::{AskId, Id, Ids, PersonId};
    use method::list::Person;
    use rstest::rstest;

    use super::*;

    fn meeting() -> Meeting {
        Meeting {
            on: date(2026, 11, 24),
            time: Some(time(14, 0, 0, 0)),
            zone: None,
            place: Some("the café; by the gate, left".to_owned()),
            state: MeetingState::Planned,
            moved: 0,
        }
    }

    fn event(name: &str, meeting: &Meeting) -> Result<Event, NoEvent> {
        let (ask, person) = (AskId::from_number(12), PersonId::from_number(7));
        let mut campaign = Campaign::default();
        let mut told = Person::named(person, name, date(2026, 9, 1));
        told.phones = vec!["+1 555 0100".to_owned()];
        campaign.apply([told.into()]);
        Event::of(&campaign, &Ask::made(ask, person, Form::Call, date(2026, 11, 20)), meeting, 2523)
    }

    fn file(name: &str, meeting: &Meeting) -> String {
        event(name, meeting).unwrap().file("2026-11-23T08:00:00Z".parse().unwrap())
    }

    /// The lines as a reader sees them, and never one that is too long.
    fn unfolded(file: &str) -> Vec<String> {
        assert!(file.split("\r\n").all(|line| line.len() <= LINE && !line.contains(['\n', '\r'])), "{file}");
        file.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
    }

    #[test]
    fn a_half_hour_is_one_event() {
        let lines = unfolded(&file("Ana Pereira", &meeting()));
        let expected = [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//halfhour//half an hour//EN",
            "METHOD:PUBLISH",
            "BEGIN:VEVENT",
            "UID:a12-2026-11-20@halfhour.invalid",
            "DTSTAMP:20261123T080000Z",
            "SEQUENCE:2523",
            "STATUS:CONFIRMED",
            "DTSTART:20261124T140000",
            "DTEND:20261124T143000",
            "SUMMARY:Half an hour with Ana Pereira",
            "LOCATION:the café\\; by the gate\\, left",
            "DESCRIPTION:Telephone: +1 555 0100",
            "END:VEVENT",
            "END:VCALENDAR",
        ];
        assert_eq!(lines, expected);
    }

    #[rstest]
    #[case::own_time(None, Some("14:00"), &["DTSTART:20261124T140000", "DTEND:20261124T143000"])]
    #[case::another_zone(Some("Europe/Berlin"), Some("14:00"), &["DTSTART:20261124T130000Z", "DTEND:20261124T133000Z"])]
    #[case::across_midnight(Some("America/New_York"), Some("18:45"), &["DTSTART:20261124T234500Z", "DTEND:20261125T001500Z"])]
    #[case::only_the_day(Some("Europe/Berlin"), None, &["DTSTART;VALUE=DATE:20261124", "TRANSP:TRANSPARENT"])]
    fn the_hour_is_right(#[case] zone: Option<&str>, #[case] at: Option<&str>, #[case] expected: &[&str]) {
        let time = at.map(|at| at.parse().unwrap());
        let lines = unfolded(&file("Ana", &Meeting { zone: zone.map(str::to_owned), time, ..meeting() }));
        assert_eq!(lines[9..11], *expected);
    }

    #[test]
    fn an_unknown_zone_is_no_guess() {
        let unknown = event("Ana", &Meeting { zone: Some("Europe/Atlantis".into()), ..meeting() });
        assert_eq!(unknown, Err(NoEvent::UnknownZone("Europe/Atlantis".into())));
    }

    #[test]
    fn a_calendar_takes_the_newest_and_keeps_one_entry() {
        let told = |state| {
            let lines = unfolded(&file("Ana", &Meeting { state, ..meeting() }));
            [3, 5, 8].map(|place| lines[place].clone()).join(" ")
        };
        let uid = "UID:a12-2026-11-20@halfhour.invalid";
        assert_eq!(told(MeetingState::Planned), format!("METHOD:PUBLISH {uid} STATUS:CONFIRMED"));
        assert_eq!(told(MeetingState::Cancelled), format!("METHOD:CANCEL {uid} STATUS:CANCELLED"));
        let (day, next) = (date(2026, 11, 23), date(2026, 11, 24));
        assert!(sequence(7, day) < sequence(8, day) && sequence(8, day) < sequence(8, next));
        assert_eq!(sequence(u64::MAX, day), i32::MAX.unsigned_abs());
    }

    #[test]
    fn a_meeting_that_was_held_earlier_stands_no_more() {
        let (ids, day) = (Ids::default(), date(2026, 11, 20));
        let ana = Person::named(ids.fresh(), "Ana", day);
        let mut ask = Ask::made(ids.fresh(), ana.id, Form::Call, day);
        ask.answer = Some(Answer::Accepted);
        ask.meeting = Some(meeting());
        let held = |ask: &Ask, own_clock, held_on| {
            let mut campaign = Campaign::default();
            campaign.own_clock = own_clock;
            campaign.apply([ana.clone().into(), ask.clone().into()]);
            let told = Debrief::of(ana.id, held_on);
            let changes = record_conversation(&campaign, &ids, date(2026, 11, 25), &told).unwrap();
            campaign.apply(changes);
            Event::of(&campaign, ask, ask.meeting.as_ref().unwrap(), 0).unwrap().is_cancelled
        };
        let is_cancelled = |held_on| held(&ask, OwnClock::default(), held_on);
        assert!(is_cancelled(date(2026, 11, 23)), "its time is free again");
        assert!(!is_cancelled(date(2026, 11, 24)), "it was held when it was agreed");
        let there = Some(Meeting { zone: Some("Asia/Tokyo".into()), ..meeting() });
        let there = Ask { meeting: there, ..ask.clone() };
        let far_west = OwnClock::new(|there, _| Some(there.saturating_sub(15.hours())));
        assert!(!held(&there, far_west, date(2026, 11, 23)), "it was the 23rd here");
    }

    #[test]
    fn who_it_is_with_may_turn_out_to_be_another() {
        let uid = |person| {
            let ask = Ask::made(AskId::from_number(12), PersonId::from_number(person), Form::Call, date(2026, 11, 20));
            Event::of(&Campaign::default(), &ask, &meeting(), 0).unwrap().uid
        };
        assert_eq!(uid(7), uid(3));
    }

    #[rstest]
    #[case::long(&"Ana Pereira ".repeat(25))]
    #[case::two_octets(&"ä".repeat(300))]
    #[case::four_octets(&"🦊".repeat(300))]
    #[case::right_to_left(&"דנה כהן ".repeat(30))]
    #[case::that_would_end_a_line("Ana\r\nBEGIN:VALARM\nX\u{7}")]
    fn any_name_stays_one_line(#[case] name: &str) {
        let lines = unfolded(&file(name, &meeting()));
        let summary: Vec<_> = lines.iter().filter(|line| line.starts_with("SUMMARY:")).collect();
        let told = summary[0].replace("\\n", "\n").replace("SUMMARY:Half an hour with ", "");
        assert_eq!((summary.len(), lines.len()), (1, 16));
        assert_eq!(told, name.replace("\r\n", "\n").replace('\u{7}', ""));
    }

    #[test]
    fn what_a_picture_holds_is_short() {
        let short = event("Ana Pereira", &meeting()).unwrap().short();
        assert!(short.len() < 200 && short.contains("DTSTART:20261124T140000\r\n"), "{short}");
    }
}
