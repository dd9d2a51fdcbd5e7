//! Letters and meetings by person: on how many days, since when and until when, and what they are worth (E6).
//!
//! Serves closeness, and the sentences on a tie. What came in and was never answered is kept for a sentence, and is no tie.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::civil::Date;

use crate::campaign::Campaign;
use crate::day::days_between;
use crate::id::PersonId;
use crate::list::Letters;

/// When the seeker and a person wrote to each other or met, as letters and calendars show. It makes a tie only where the
/// seeker wrote, or met them, at least once: see [`Wrote::is_a_tie`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Wrote {
    /// Days on which the seeker wrote.
    pub sent_days: u32,
    /// Days on which they wrote.
    pub received_days: u32,
    /// Days with a meeting in the calendar.
    pub met_days: u32,
    /// Days with any of these.
    pub days: u32,
    /// The first of those days.
    pub first_on: Date,
    /// The last of those days.
    pub last_on: Date,
    /// The first and the last day with a letter in either direction.
    pub letters: Option<(Date, Date)>,
    /// The first and the last day with a meeting.
    pub meetings: Option<(Date, Date)>,
    /// Those days, each counting half with every half year before the last of them.
    pub lately: f64,
    /// In how many earlier years there was something at the time of the year that comes now, the first of them left out.
    pub returns: u32,
}

impl Wrote {
    /// Whether the seeker wrote or met them; what came in and was never answered makes no tie.
    pub fn is_a_tie(&self) -> bool {
        self.sent_days > 0 || self.met_days > 0
    }

    /// Whether both wrote.
    pub fn both(&self) -> bool {
        self.received_days > 0 && self.sent_days > 0
    }
}

/// After so many days of silence letters count half.
const SILENCE: f64 = 120.0;

/// After so many days one more day of letters counts half.
const FADES: f64 = 180.0;

/// What letters and meetings are worth on that day, from 0 to 0.6; see [`super::Ties::closeness`].
pub(super) fn share(wrote: &Wrote, day: Date) -> f64 {
    let silent = f64::from(days_between(wrote.last_on, day).max(0));
    let recency = 0.9 * SILENCE / (SILENCE + silent) + 0.05 * f64::from(wrote.returns.min(2));
    let lately = wrote.lately * libm::exp2(-silent / FADES);
    let regularity = libm::pow(lately / (lately + 1.0), 0.7);
    let both = |days: u32| f64::from(days) + f64::from(wrote.met_days) + 1.0;
    let (sent, received) = (both(wrote.sent_days), both(wrote.received_days));
    let balance = sent.min(received) / sent.max(received);
    0.6 * recency * regularity * 1.1 * balance / (balance + 0.1)
}

/// Letters by person: correspondence hangs on addresses, and an address may be told or stand in a record.
pub(super) fn wrote(
    campaign: &Campaign,
    today: Date,
    holders: &HashMap<&str, Vec<PersonId>>,
) -> BTreeMap<PersonId, Wrote> {
    let mut days: BTreeMap<PersonId, BTreeMap<Date, Letters>> = BTreeMap::new();
    for correspondence in campaign.correspondence.values() {
        for person in holders.get(correspondence.address.as_str()).into_iter().flatten() {
            let days = days.entry(*person).or_default();
            for (day, letters) in correspondence.days.range(..=today) {
                let known = days.entry(*day).or_default();
                *known = known.or_more(*letters);
            }
        }
    }
    days.into_iter().filter_map(|(person, days)| Some((person, sum(&days, today)?))).collect()
}

fn sum(days: &BTreeMap<Date, Letters>, today: Date) -> Option<Wrote> {
    let count =
        |pick: fn(&Letters) -> bool| u32::try_from(days.values().filter(|day| pick(day)).count()).unwrap_or(u32::MAX);
    let mut written = days.iter().filter(|(_, day)| day.all() > 0);
    let first_on = *written.next()?.0;
    let last_on = written.next_back().map_or(first_on, |(day, _)| *day);
    let on = || days.iter().filter(|(_, day)| day.all() > 0).map(|(day, _)| *day);
    let span = |pick: fn(&Letters) -> bool| {
        let mut days = days.iter().filter(|(_, day)| pick(day)).map(|(day, _)| *day);
        let first = days.next()?;
        Some((first, days.next_back().unwrap_or(first)))
    };
    Some(Wrote {
        sent_days: count(|day| day.sent > 0),
        received_days: count(|day| day.received > 0),
        met_days: count(|day| day.met > 0),
        days: count(|day| day.all() > 0),
        first_on,
        last_on,
        letters: span(|day| day.sent > 0 || day.received > 0),
        meetings: span(|day| day.met > 0),
        lately: on().map(|day| libm::exp2(-f64::from(days_between(day, last_on)) / FADES)).sum(),
        returns: returns(on(), today),
    })
}

/// Who has which of these addresses; people who share one share its letters. Only these are looked up: a list of thirty
/// thousand has far more addresses than anybody writes to.
pub(super) fn holders<'a>(
    campaign: &Campaign,
    wanted: impl Iterator<Item = &'a str>,
) -> HashMap<&'a str, Vec<PersonId>> {
    let mut addresses: HashMap<&str, Vec<PersonId>> = wanted.map(|address| (address, Vec::new())).collect();
    let mut holds = |person: PersonId, address: &String| {
        if let Some(people) = addresses.get_mut(address.as_str()).filter(|people| !people.contains(&person)) {
            people.push(person);
        }
    };
    for person in campaign.people.values() {
        person.emails.iter().chain(&person.links).for_each(|address| holds(person.id, address));
    }
    for record in campaign.records.values() {
        record.emails.iter().chain(&record.links).for_each(|address| holds(record.person, address));
    }
    addresses
}

/// In how many years before this one there was something in what was then the coming half year, less one: once is no habit.
fn returns(days: impl Iterator<Item = Date>, today: Date) -> u32 {
    const YEAR: i32 = 365;
    let ago = days.map(|day| days_between(day, today) - 1);
    let ago = ago.filter(|ago| *ago >= 0 && ago.rem_euclid(YEAR) >= YEAR / 2);
    let years: BTreeSet<i32> = ago.map(|ago| ago.div_euclid(YEAR)).collect();
    u32::try_from(years.len()).unwrap_or(u32::MAX).saturating_sub(1)
}
