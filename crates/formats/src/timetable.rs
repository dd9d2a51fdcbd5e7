//! The seeker's whole calendar as one file (iCalendar, RFC 5545): meetings, times for calls, and what is due.
//!
//! Serves following through. A meeting and a time for a call are half an hour; what is due is an entry for its day, and an
//! overdue one stands on today, where it is seen. Each entry keeps its name for as long as it stands. Nothing is invited,
//! nothing rings, and whoever is set aside or forgotten is not in it.

use jiff::Timestamp;
use jiff::civil::Date;
use method::ask::{Meeting, MeetingState};
use method::campaign::Campaign;
use method::day::plus_days;
use method::follow_through::moves::{Move, moves_written_out};
use method::follow_through::slots::{SlotAhead, SlotFor};

use crate::event::{Event, Lines, Start, sequence};

/// For how many days a meeting stays in the file once it is over.
const KEPT: i32 = 60;

/// The calendar on one day.
#[derive(Debug, Clone, Copy)]
pub struct Timetable<'a> {
    /// The campaign.
    pub campaign: &'a Campaign,
    /// The day.
    pub today: Date,
    /// The times for calls that lie ahead, as [`method::follow_through::slots::slots`] gives them.
    pub slots: &'a [SlotAhead],
    /// The number of the newest step of history. It only grows, and so does the sequence of whatever may have changed.
    pub step: u64,
}

impl Timetable<'_> {
    /// The whole file. `stamped_at` is when it is written.
    pub fn file(&self, stamped_at: Timestamp) -> String {
        let mut lines = Lines::default();
        lines.add("BEGIN", "VCALENDAR");
        lines.add("VERSION", "2.0");
        lines.add("PRODID", "-//halfhour//half an hour//EN");
        lines.add("METHOD", "PUBLISH");
        lines.add("X-WR-CALNAME", "halfhour");
        // How often a program that subscribed may look again.
        lines.add("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
        lines.add("X-PUBLISHED-TTL", "PT1H");
        for event in self.meetings().into_iter().chain(self.times()).chain(self.due()) {
            event.entry(&mut lines, stamped_at);
        }
        lines.add("END", "VCALENDAR");
        lines.finish()
    }

    /// Meetings that stand or were called off, those of searches that ended among them. One in a zone that nobody knows is
    /// left out; the meeting itself says so.
    fn meetings(&self) -> Vec<Event> {
        let from = plus_days(self.today, -KEPT);
        let asks = self.campaign.asks_ever().filter_map(|ask| Some((ask, ask.meeting.as_ref()?)));
        let shown = asks.filter(|(ask, meeting)| {
            self.campaign.is_here(ask.person)
                && self.campaign.at_home(meeting).on >= from
                && meeting.state != MeetingState::Missed
        });
        let event = |ask, meeting| Event::of(self.campaign, ask, meeting, self.sequence()).ok();
        shown.filter_map(|(ask, meeting)| Some(self.truly(meeting, event(ask, meeting)?))).collect()
    }

    /// Closing a search calls nobody off: what was agreed stands, and its entry says so.
    fn truly(&self, meeting: &Meeting, mut event: Event) -> Event {
        let is_closed = self.campaign.direction.closed_on.is_some();
        if is_closed && !event.is_cancelled && self.campaign.at_home(meeting).on >= self.today {
            let stands = "Your search is closed. This meeting stands until you call it off.";
            event.description = [stands, event.description.as_str()].join("\n").trim_end().to_owned();
        }
        event
    }

    /// Times for calls. The time of a meeting is the meeting itself.
    fn times(&self) -> Vec<Event> {
        let times = self.slots.iter().filter(|slot| matches!(slot.what, SlotFor::Call | SlotFor::Open));
        let event = |slot: &SlotAhead| Event {
            uid: format!("time-{}-{}@halfhour.invalid", slot.on, slot.time.strftime("%H%M")),
            sequence: self.sequence(),
            start: Start::Floating(slot.on.to_datetime(slot.time)),
            summary: match &slot.person {
                Some(person) => format!("Call {}", person.name),
                None => "Time for a call".to_owned(),
            },
            description: slot.why.clone(),
            location: None,
            is_cancelled: false,
        };
        times.map(event).collect()
    }

    /// What is due. A meeting stands there already as itself, and a call that has its time by then stands there.
    fn due(&self) -> Vec<Event> {
        let due = moves_written_out(self.campaign, self.today);
        due.iter().filter_map(|one| self.whole_day(one)).collect()
    }

    fn whole_day(&self, one: &Move) -> Option<Event> {
        let has_a_time = |rule: &str| {
            let due_on = one.due_on.max(self.today);
            let mut times = self.slots.iter().filter(|slot| slot.what == SlotFor::Call && slot.on <= due_on);
            times.any(|slot| slot.rule == Some(rule) && one.person.is_some() && slot.person == one.person)
        };
        let is_meeting = |rule: &str| rule == "record_after_the_meeting" && one.due_on >= self.today;
        let parts: Vec<_> = one.parts.iter().filter(|part| !is_meeting(part.rule) && !has_a_time(part.rule)).collect();
        let (first, more) = parts.split_first()?;
        let name = one.person.as_ref().map(|person| person.name.as_str()).filter(|_| !more.is_empty());
        let summary = name.map_or_else(|| first.text.clone(), |name| format!("{name}: {} things", parts.len()));
        let told = |text: &str, why: &str| if more.is_empty() { why.to_owned() } else { format!("{text} {why}") };
        let description: Vec<String> = parts.iter().map(|part| told(&part.text, &part.why)).collect();
        Some(Event {
            uid: format!("{}@halfhour.invalid", one.id),
            sequence: self.sequence(),
            start: Start::Day(one.due_on.max(self.today)),
            summary,
            description: description.join("\n"),
            location: None,
            is_cancelled: false,
        })
    }

    fn sequence(&self) -> u32 {
        sequence(self.step, self.today)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use method::demo::demo;
    use method::direction::Slot;
    use method::direction::begin::begin_anew;
    use method::direction::close::close_search;
    use method::follow_through::done::done;
    use method::follow_through::slots::slots;
    use method::id::Ids;

    use super::*;

    const TODAY: Date = date(2026, 11, 23);

    fn search() -> (Campaign, Ids) {
        let (mut campaign, ids) = (Campaign::default(), Ids::default());
        campaign.apply(demo(&campaign, &ids, TODAY).unwrap());
        campaign.week.slots = ["tue 10", "thu 10"].iter().filter_map(|text| Slot::parse(text)).collect();
        (campaign, ids)
    }

    fn file(campaign: &Campaign, today: Date, step: u64) -> String {
        let slots = slots(campaign, today, 14, Vec::new);
        let file = Timetable { campaign, today, slots: &slots, step }.file("2026-11-23T08:00:00Z".parse().unwrap());
        file.replace("\r\n ", "")
    }

    fn values<'a>(file: &'a str, name: &str) -> Vec<&'a str> {
        file.lines().filter_map(|line| line.strip_prefix(name)?.strip_prefix(':')).collect()
    }

    #[test]
    fn every_entry_has_a_name_of_its_own_and_keeps_it() {
        let (campaign, ids) = search();
        let first = file(&campaign, TODAY, 7);
        let mut names = values(&first, "UID");
        let all = names.len();
        assert_eq!(all, values(&first, "SUMMARY").len());
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all, "{first}");
        let mut after = campaign.clone();
        after.apply(done(&campaign, &ids, TODAY, "thank-c12", None).unwrap());
        let second = file(&after, TODAY, 8);
        let left = values(&second, "UID");
        assert!(!left.contains(&"thank-c12@halfhour.invalid"));
        assert!(values(&first, "UID").iter().filter(|name| left.contains(name)).count() >= left.len() - 1);
    }

    #[test]
    fn times_are_half_an_hour_and_what_is_overdue_stands_on_today() {
        let (campaign, _) = search();
        let file = file(&campaign, date(2026, 12, 8), 7);
        assert!(file.contains("DTSTART:20261208T100000\r\nDTEND:20261208T103000\r\n"), "{file}");
        let days: Vec<&str> = values(&file, "DTSTART;VALUE=DATE");
        assert!(!days.is_empty() && days.iter().all(|day| *day >= "20261208"), "{days:?}");
    }

    /// A phone keeps the file, and shows it on any day.
    #[test]
    fn no_entry_speaks_of_today_yesterday_or_tomorrow() {
        let (campaign, _) = search();
        for far in 0..30 {
            let file = file(&campaign, plus_days(TODAY, far), 7);
            for text in values(&file, "SUMMARY").into_iter().chain(values(&file, "DESCRIPTION")) {
                let mut words = text.split(|letter: char| !letter.is_alphabetic());
                assert!(
                    !words.any(|word| ["today", "yesterday", "tomorrow"].contains(&word.to_lowercase().as_str())),
                    "{text}"
                );
            }
        }
    }

    #[test]
    fn a_call_that_is_overdue_stands_on_today_and_not_only_on_the_time_that_is_next() {
        let (campaign, _) = search();
        let file = file(&campaign, TODAY, 7);
        let (_, entry) = file.split_once("SUMMARY:Call Tobias Krenn and say").expect(&file);
        assert!(entry.starts_with(" that Ngozi Eze named them."), "{entry}");
        let before = file.split_once("SUMMARY:Call Tobias Krenn and say").unwrap().0;
        assert!(before.contains("DTSTART;VALUE=DATE:20261123\r\nTRANSP:TRANSPARENT\r\n"), "{before}");
        assert!(file.contains("SUMMARY:Call Tobias Krenn\r\n"), "the time that is next offers them too: {file}");
    }

    #[test]
    fn what_was_agreed_outlives_its_search_and_says_so_while_that_is_closed() {
        let (mut campaign, ids) = search();
        let said = "Your search is closed. This meeting stands until you call it off.";
        assert!(!file(&campaign, TODAY, 7).contains(said));
        campaign.apply(close_search(&campaign, TODAY, true).unwrap());
        let meetings = |file: &str| file.matches("UID:a").count();
        let closed = file(&campaign, TODAY, 8);
        assert_eq!(closed.matches(said).count(), 2);
        campaign.apply(begin_anew(&campaign, &ids, TODAY, true).unwrap());
        let anew = file(&campaign, TODAY, 9);
        assert_eq!(
            (anew.matches(said).count(), meetings(&anew)),
            (0, meetings(&closed)),
            "it goes on in a search that is open"
        );
    }

    #[test]
    fn what_is_read_later_counts_as_newer() {
        let (campaign, _) = search();
        let sequence = |today, step| {
            let times = file(&campaign, today, step);
            let (_, entry) = times.split_once("UID:time-2026-12-01").unwrap();
            values(entry, "SEQUENCE")[0].parse::<u32>().unwrap()
        };
        assert!(sequence(TODAY, 7) < sequence(TODAY, 8));
        assert!(sequence(TODAY, 8) < sequence(date(2026, 11, 24), 8));
        assert_eq!(sequence(TODAY, u64::MAX), i32::MAX.unsigned_abs());
    }
}
