//! What an event says: who was asked to come, who declined, and on which days it was held.
//!
//! Serves calendars. It is the only module that knows how calendars are encoded. Days are those of the event's own time
//! zone. It refuses to go on forever: an event that repeats is followed until today, and not more than so often.

use std::collections::BTreeSet;
use std::str::FromStr;

use calcard::common::timezone::Tz;
use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarEntry, ICalendarParameterName, ICalendarParameterValue,
    ICalendarParticipationStatus, ICalendarProperty, ICalendarStatus, ICalendarUserTypes, ICalendarValue,
};
use jiff::civil::Date;

use super::text::{EventText, Texts};
use crate::links;
use crate::mail::day::is_believed;
use crate::mail::decode::{Party, shown};

/// How often an event that repeats is followed at most.
const MOST_TIMES: usize = 20_000;

/// Somebody who was asked to come, or who asked.
#[derive(Debug)]
pub(super) struct Guest {
    /// Who.
    pub party: Party,
    /// Whether they said no.
    pub declined: bool,
}

/// One event.
#[derive(Debug, Default)]
pub(super) struct Event {
    /// Everybody in it, whoever asked included. Rooms and things are left out.
    pub guests: Vec<Guest>,
    /// Whether it was called off.
    pub cancelled: bool,
    /// Whether it has no time, only a day.
    pub is_whole_day: bool,
    /// The days on which it was held, until today.
    pub days: BTreeSet<Date>,
    /// Whether it was held on a day that nobody believes.
    is_too_early: bool,
    /// Why its days cannot be told.
    pub flaw: Option<&'static str>,
    /// What else could not be read.
    pub notes: Vec<String>,
}

/// One event, or all events of one series, in the order in which they were handed in.
pub(super) struct Series {
    /// The events.
    pub events: Vec<Event>,
}

impl Series {
    /// Reads the texts of one series. None when they are no events at all.
    pub(super) fn read(texts: &[EventText], zones: &Texts, today: Date) -> Option<Series> {
        let whole = whole(texts, zones);
        let calendar = ICalendar::parse(whole).ok()?;
        let places: Vec<usize> = (0..calendar.components.len())
            .filter(|place| calendar.components[*place].component_type.is_event())
            .collect();
        if places.len() != texts.len() {
            return None;
        }
        let mut events: Vec<Event> =
            places.iter().map(|place| event(&calendar.components[*place], &calendar)).collect();
        let found = calendar.expand_dates(Tz::Floating, most_times(texts, today));
        let event_at = |comp_id: u32| places.iter().position(|place| u32::try_from(*place) == Ok(comp_id));
        for error in &found.errors {
            if let Some(event) = event_at(error.comp_id).and_then(|at| events.get_mut(at)) {
                event.flaw = Some("When it was, or how it repeats, cannot be read.");
            }
        }
        for one in &found.events {
            let day = one.start.date_naive().to_string().parse::<Date>().ok().filter(|day| *day <= today);
            if let (Some(event), Some(day)) = (event_at(one.comp_id).and_then(|at| events.get_mut(at)), day) {
                event.is_too_early |= !is_believed(day);
                event.days.extend(is_believed(day).then_some(day));
            }
        }
        for event in events.iter_mut().filter(|event| event.is_too_early && event.days.is_empty()) {
            event.flaw.get_or_insert("It is dated before there were such calendars.");
        }
        Some(Series { events })
    }
}

/// A calendar of these events and of the zones that they name.
fn whole(texts: &[EventText], zones: &Texts) -> String {
    let mut whole = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n".to_owned();
    let names = |zone: &str| texts.iter().any(|one| one.text.contains(zone));
    zones.zones.iter().filter(|(name, _)| names(name)).for_each(|(_, zone)| whole.push_str(zone));
    texts.iter().for_each(|one| whole.push_str(&one.text));
    whole.push_str("END:VCALENDAR\r\n");
    whole
}

/// How many times lie between the first day and today: one a day, and some more; where it repeats within a day, as many
/// as are followed at all.
fn most_times(texts: &[EventText], today: Date) -> usize {
    let has = |word: &str| texts.iter().any(|one| one.text.contains(word));
    // Holidays repeat forever and have nobody in them: there is nothing to follow.
    if !has("ATTENDEE") && !has("ORGANIZER") {
        return 1;
    }
    let often = ["FREQ=SECONDLY", "FREQ=MINUTELY", "FREQ=HOURLY", "BYHOUR", "BYMINUTE", "BYSECOND"];
    if texts.iter().any(|one| often.iter().any(|word| one.text.contains(word))) {
        return MOST_TIMES;
    }
    let first = texts.iter().filter_map(|one| one.starts_on()).min();
    let days = first.map_or(0, |first| method::day::days_between(first, today).max(0));
    let seldom = has("FREQ=YEARLY") && !has("BYDAY") && !has("BYYEARDAY") && !has("BYMONTHDAY");
    let days = if seldom { days / 30 } else { days };
    usize::try_from(days).unwrap_or(0).saturating_mul(2).saturating_add(50).min(MOST_TIMES)
}

fn event(component: &ICalendarComponent, calendar: &ICalendar) -> Event {
    let mut event = Event { cancelled: component.status() == Some(&ICalendarStatus::Cancelled), ..Event::default() };
    for entry in &component.entries {
        match entry.name {
            ICalendarProperty::Attendee | ICalendarProperty::Organizer => event.guests.extend(guest(entry)),
            ICalendarProperty::Dtstart => {
                let time = entry.values.first().and_then(|value| value.as_partial_date_time());
                event.is_whole_day = time.is_some_and(|time| time.has_date() && !time.has_time());
                event.notes.extend(unknown_zone(entry, calendar));
            }
            ICalendarProperty::Rrule if !matches!(entry.values.first(), Some(ICalendarValue::RecurrenceRule(_))) => {
                event.notes.push("How it repeats cannot be read; its first day counts.".to_owned());
            }
            _ => {}
        }
    }
    event
}

fn unknown_zone(entry: &ICalendarEntry, calendar: &ICalendar) -> Option<String> {
    let zone = entry.tz_id()?;
    let name = |one: &ICalendarComponent| {
        let entry = one.property(&ICalendarProperty::Tzid)?;
        entry.values.first()?.as_text().map(|name| name == zone)
    };
    let defined = calendar.timezones().any(|one| name(one) == Some(true));
    let known = defined || calendar.build_tz_resolver().resolve(zone).is_some() || Tz::from_str(zone).is_ok();
    let short: String = zone.chars().filter(|letter| !letter.is_control()).take(40).collect();
    (!known).then(|| format!("The time zone “{short}” is not known; the day is taken as it is written."))
}

fn guest(entry: &ICalendarEntry) -> Option<Guest> {
    let text = |name: ICalendarParameterName| entry.parameter(&name).and_then(ICalendarParameterValue::as_text);
    let is_thing = matches!(
        entry.parameter(&ICalendarParameterName::Cutype),
        Some(ICalendarParameterValue::Cutype(
            ICalendarUserTypes::Room | ICalendarUserTypes::Resource | ICalendarUserTypes::Group
        ))
    );
    let declined = matches!(
        entry.parameter(&ICalendarParameterName::Partstat),
        Some(ICalendarParameterValue::Partstat(ICalendarParticipationStatus::Declined))
    );
    let address = entry.calendar_address().and_then(links::email);
    let address = address.or_else(|| links::email(text(ICalendarParameterName::Email)?))?;
    let name = text(ICalendarParameterName::Cn).and_then(|name| shown(name, &address));
    (!is_thing).then_some(Guest { party: Party { address, name }, declined })
}
