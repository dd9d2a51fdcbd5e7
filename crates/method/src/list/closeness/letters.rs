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
    /// Those days, each counting half with every 150 days before the last of them.
    pub lately: f64,
    /// How much they come back at the time of the year that comes now, from 0 to below 1.
    pub season: f64,
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
const FADES: f64 = 150.0;

/// So much of what is missing is made up for by those who come back every year at the time that comes now.
const SEASON: f64 = 0.2;

/// What letters and meetings are worth on that day, from 0 to 0.6; see [`super::Ties::closeness`].
pub(super) fn share(wrote: &Wrote, day: Date) -> f64 {
    let silent = f64::from(days_between(wrote.last_on, day).max(0));
    let recency = SILENCE / (SILENCE + silent);
    let lately = wrote.lately * libm::exp2(-silent / FADES);
    let regularity = libm::pow(lately / (lately + 1.0), 0.7);
    let both = |days: u32| f64::from(days) + f64::from(wrote.met_days) + 1.0;
    let (sent, received) = (both(wrote.sent_days), both(wrote.received_days));
    let balance = sent.min(received) / sent.max(received);
    let mutuality = 1.1 * balance / (balance + 0.1);
    0.6 * (1.0 - (1.0 - recency * regularity) * (1.0 - SEASON * wrote.season)) * mutuality
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
        season: season(on(), today),
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

/// How much somebody comes back at the time of the year that comes now: 0 for letters all the year round, near 1 for many
/// years in which they came in the half year that comes now and at no other time. One day more is added to each half, and
/// one year to the years, because one summer is no habit.
fn season(days: impl Iterator<Item = Date>, today: Date) -> f64 {
    const YEAR: i32 = 365;
    let ago: Vec<i32> = days.map(|day| days_between(day, today) - 1).filter(|ago| *ago >= 0).collect();
    let then: Vec<i32> = ago.iter().copied().filter(|ago| ago.rem_euclid(YEAR) >= YEAR / 2).collect();
    let years = then.iter().map(|ago| ago.div_euclid(YEAR)).collect::<BTreeSet<i32>>().len() as f64;
    let share = (then.len() as f64 + 1.0) / (ago.len() as f64 + 2.0);
    (2.0 * share - 1.0).max(0.0) * years / (years + 1.0)
}
