//! How close the seeker and a person are, from 0 to 1, and when they were last in touch.
//!
//! Serves the list and the ways in. Closeness sorts and tests; it is never shown as a grade, and nobody is suggested for
//! closeness alone (E1). The day of a click on a network counts for nothing here.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use jiff::civil::Date;

use crate::ask::Answer;
use crate::campaign::Campaign;
use crate::day::days_between;
use crate::id::PersonId;
use crate::list::so_far::SoFar;
use crate::list::{Letters, Person};

/// What is known of the ties between the seeker and everybody on the list, on one day.
#[derive(Debug)]
pub struct Ties<'a> {
    campaign: &'a Campaign,
    today: Date,
    /// What happened so far, for whoever needs both.
    pub so_far: SoFar<'a>,
    wrote: Arc<BTreeMap<PersonId, Wrote>>,
}

/// When the seeker and a person wrote to each other or met, as letters and calendars show. It exists only where the
/// seeker wrote, or met them, at least once: what came in and was never answered makes no tie.
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
    /// Those days, each counting half with every half year before the last of them.
    pub lately: f64,
    /// In how many earlier years there was something at the time of the year that comes now, the first of them left out.
    pub returns: u32,
}

impl Wrote {
    /// Whether both wrote.
    pub fn both(&self) -> bool {
        self.received_days > 0 && self.sent_days > 0
    }

    /// Whether it is known from a calendar only.
    pub fn only_met(&self) -> bool {
        self.sent_days == 0
    }
}

impl<'a> Ties<'a> {
    /// The ties of this campaign on that day. Built once for everybody: one pass over addresses and letters.
    pub fn of(campaign: &'a Campaign, today: Date) -> Self {
        let letters = campaign.correspondence.values().map(|letters| letters.address.as_str());
        let holders = if campaign.correspondence.is_empty() { HashMap::new() } else { holders(campaign, letters) };
        Ties { campaign, today, so_far: SoFar::of(campaign), wrote: Arc::new(wrote(campaign, today, &holders)) }
    }

    /// The same where it is known already when everybody wrote, from ties to the same people on the same day: see
    /// [`Ties::letters`].
    pub(super) fn with_letters(campaign: &'a Campaign, today: Date, wrote: Arc<BTreeMap<PersonId, Wrote>>) -> Self {
        Ties { campaign, today, so_far: SoFar::of(campaign), wrote }
    }

    /// When everybody wrote, to be kept.
    pub(super) fn letters(&self) -> Arc<BTreeMap<PersonId, Wrote>> {
        Arc::clone(&self.wrote)
    }

    /// The tie to one person on that day; of the others no letters are counted.
    pub fn of_one(campaign: &'a Campaign, today: Date, id: PersonId) -> Self {
        let shown = campaign.shown(id);
        let addresses = shown.emails().into_iter().chain(shown.links());
        let holders: HashMap<&str, Vec<PersonId>> = addresses.map(|address| (address, vec![id])).collect();
        Ties { campaign, today, so_far: SoFar::of(campaign), wrote: Arc::new(wrote(campaign, today, &holders)) }
    }

    /// The same without what was asked and talked about from that day on.
    #[must_use]
    pub fn before(&self, day: Date) -> Self {
        let so_far = SoFar::before(self.campaign, day);
        Ties { campaign: self.campaign, today: self.today, so_far, wrote: Arc::clone(&self.wrote) }
    }

    /// Everybody with whom something is on record: a conversation, an ask, a referral, letters.
    pub fn everybody(&self) -> BTreeSet<PersonId> {
        self.so_far.everybody().chain(self.wrote.keys().copied()).collect()
    }

    /// When they wrote to each other; none without a tie.
    pub fn wrote(&self, id: PersonId) -> Option<&Wrote> {
        self.wrote.get(&id)
    }

    /// The last day on which a conversation was held, an ask was answered, they met by the calendar, or a letter went in
    /// either direction of a correspondence that is a tie. None when nothing of the kind is on record.
    pub fn last_in_touch_on(&self, id: PersonId) -> Option<Date> {
        let held = self.so_far.conversations(id).iter().map(|held| held.held_on);
        let answered =
            self.so_far.asks(id).iter().filter_map(|ask| {
                ask.answered_on.filter(|_| ask.answer.is_some_and(|answer| answer != Answer::Silent))
            });
        let wrote = self.wrote(id).map(|wrote| wrote.last_on);
        held.chain(answered).filter(|day| *day <= self.today).chain(wrote).max()
    }

    /// Closeness from 0 (nothing known) to below 1.
    ///
    /// Each sign is a share of what is missing to 1, so that signs add up, no sign takes anything away, and no sum
    /// passes 1: `1 − Π (1 − share)`. The shares:
    /// - marked as close 0.6, as known and respected 0.3;
    /// - known since: up to 0.3, half of it after five years;
    /// - the newest conversation: 0.5, halved with every year since;
    /// - letters and meetings: 0.6 × recency × regularity × mutuality, each from 0 to 1, see below.
    ///
    /// *Recency* is `120 / (120 + days since the last)`, nine tenths of it; the last tenth is for those who come back every
    /// year at this time. *Regularity* is `(n / (n + 1))^0.7` with the number of days of letters, each counting half with
    /// every half year that it is ago. *Mutuality* is `1.1 x / (x + 0.1)` with `x` the smaller over the larger number of
    /// days of the two sides, one added to each, so that one letter too few says little and one of sixty says much; in a
    /// meeting both spoke.
    ///
    /// The shares of marks, years and conversations are a first setting, not a finding; the signs are those of E6. What
    /// letters are worth was tried on mailboxes that were made up, see docs/benchmarks.md. Rounded to thousandths.
    pub fn closeness(&self, id: PersonId) -> f64 {
        self.closeness_on(id, self.today)
    }

    /// Closeness as time would have faded it by that day, with everything that is on record.
    pub fn closeness_on(&self, id: PersonId, day: Date) -> f64 {
        self.closeness_of(id, self.campaign.people.get(&id), day)
    }

    /// The same for whoever has at hand what was told of them: of thousands it need not be looked up.
    pub(crate) fn closeness_of(&self, id: PersonId, person: Option<&Person>, day: Date) -> f64 {
        let (newest, wrote) = (self.newest_conversation(id), self.wrote(id));
        let is_told = person.is_some_and(|person| person.close || person.respected || person.known_since_on.is_some());
        // Most of a long list are mere names.
        if !is_told && newest.is_none() && wrote.is_none() {
            return 0.0;
        }
        let marked = |mark: bool, share: f64| if mark { share } else { 0.0 };
        let known_since = person.and_then(|person| person.known_since_on);
        let shares = [
            marked(person.is_some_and(|person| person.close), 0.6),
            marked(person.is_some_and(|person| person.respected), 0.3),
            known_since.map_or(0.0, |since| {
                let years = years_between(since, day);
                0.3 * years / (years + 5.0)
            }),
            newest.map_or(0.0, |held_on| 0.5 * recency(held_on, day)),
            wrote.map_or(0.0, |wrote| letters(wrote, day)),
        ];
        let missing: f64 = shares.iter().map(|share| 1.0 - share).product();
        libm::round((1.0 - missing) * 1000.0) / 1000.0
    }

    fn newest_conversation(&self, id: PersonId) -> Option<Date> {
        let held = self.so_far.conversations(id).iter().map(|held| held.held_on);
        held.filter(|day| *day <= self.today).max()
    }
}

/// After so many days of silence letters count half.
const SILENCE: f64 = 120.0;

/// After so many days one more day of letters counts half.
const FADES: f64 = 180.0;

fn letters(wrote: &Wrote, day: Date) -> f64 {
    let silent = f64::from(days_between(wrote.last_on, day).max(0));
    let recency = 0.9 * SILENCE / (SILENCE + silent) + 0.05 * f64::from(wrote.returns.min(2));
    let lately = wrote.lately * libm::exp2(-silent / FADES);
    let regularity = libm::pow(lately / (lately + 1.0), 0.7);
    let both = |days: u32| f64::from(days) + f64::from(wrote.met_days) + 1.0;
    let (sent, received) = (both(wrote.sent_days), both(wrote.received_days));
    let balance = sent.min(received) / sent.max(received);
    0.6 * recency * regularity * 1.1 * balance / (balance + 0.1)
}

/// 1 on the day, a half after a year, a quarter after two.
fn recency(from: Date, day: Date) -> f64 {
    libm::exp2(-years_between(from, day))
}

/// None of them below 0.
fn years_between(from: Date, day: Date) -> f64 {
    f64::from(days_between(from, day).max(0)) / 365.25
}

/// Letters by person: correspondence hangs on addresses, and an address may be told or stand in a record.
fn wrote(campaign: &Campaign, today: Date, holders: &HashMap<&str, Vec<PersonId>>) -> BTreeMap<PersonId, Wrote> {
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
    let tie = |(person, days)| Some((person, sum(&days, today)?));
    days.into_iter().filter_map(tie).collect()
}

fn sum(days: &BTreeMap<Date, Letters>, today: Date) -> Option<Wrote> {
    let count =
        |pick: fn(&Letters) -> bool| u32::try_from(days.values().filter(|day| pick(day)).count()).unwrap_or(u32::MAX);
    let mut written = days.iter().filter(|(_, day)| day.all() > 0);
    let first_on = *written.next()?.0;
    let last_on = written.next_back().map_or(first_on, |(day, _)| *day);
    let on = || days.iter().filter(|(_, day)| day.all() > 0).map(|(day, _)| *day);
    let wrote = Wrote {
        sent_days: count(|day| day.sent > 0),
        received_days: count(|day| day.received > 0),
        met_days: count(|day| day.met > 0),
        days: count(|day| day.all() > 0),
        first_on,
        last_on,
        lately: on().map(|day| libm::exp2(-f64::from(days_between(day, last_on)) / FADES)).sum(),
        returns: returns(on(), today),
    };
    (wrote.sent_days > 0 || wrote.met_days > 0).then_some(wrote)
}

/// Who has which of these addresses; people who share one share its letters. Only these are looked up: a list of thirty
/// thousand has far more addresses than anybody writes to.
fn holders<'a>(campaign: &Campaign, wanted: impl Iterator<Item = &'a str>) -> HashMap<&'a str, Vec<PersonId>> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::{CorrespondenceId, Id};
    use crate::list::{Correspondence, Person};
    use jiff::civil::date;

    const TODAY: Date = date(2026, 11, 22);

    fn ana() -> PersonId {
        PersonId::from_number(1)
    }

    fn with(change: impl FnOnce(&mut Person)) -> Campaign {
        let mut person = Person::named(ana(), "Ana Pereira", date(2026, 9, 1));
        person.emails = vec!["ana@example.com".into()];
        change(&mut person);
        let mut campaign = Campaign::default();
        campaign.apply([person.into()]);
        campaign
    }

    fn letters(campaign: &mut Campaign, address: &str, days: &[(Date, u32, u32)]) {
        let number = campaign.correspondence.len() as u64 + 1;
        campaign.apply([Correspondence {
            id: CorrespondenceId::from_number(number),
            importer: format!("importer{number}"),
            address: address.into(),
            days: days
                .iter()
                .map(|(day, sent, received)| {
                    let letters = Letters { sent: *sent, received: *received, met: 0 };
                    (*day, letters)
                })
                .collect(),
        }
        .into()]);
    }

    fn closeness(campaign: &Campaign) -> f64 {
        Ties::of(campaign, TODAY).closeness(ana())
    }

    #[test]
    fn nothing_known_is_zero() {
        assert_eq!(closeness(&with(|_| ())), 0.0);
        assert_eq!(closeness(&Campaign::default()), 0.0);
    }

    #[test]
    fn each_mark_brings_closer_and_nothing_reaches_one() {
        let close = closeness(&with(|person| person.close = true));
        let both = with(|person| {
            person.close = true;
            person.respected = true;
        });
        let all = with(|person| {
            person.close = true;
            person.respected = true;
            person.known_since_on = Some(date(1990, 1, 1));
        });
        assert!(0.0 < close && close < closeness(&both));
        assert!(closeness(&both) < closeness(&all) && closeness(&all) < 1.0);
    }

    #[test]
    fn letters_that_were_never_answered_by_the_seeker_make_no_tie() {
        let mut campaign = with(|_| ());
        letters(&mut campaign, "ana@example.com", &[(date(2026, 11, 1), 0, 3)]);
        let ties = Ties::of(&campaign, TODAY);
        assert_eq!(ties.closeness(ana()), 0.0);
        assert_eq!(ties.last_in_touch_on(ana()), None);
    }

    #[test]
    fn letters_of_two_addresses_and_two_importers_count_as_one_correspondence() {
        let mut campaign = with(|person| person.links = vec!["linkedin.com/in/ana".into()]);
        letters(&mut campaign, "ana@example.com", &[(date(2026, 3, 1), 0, 1)]);
        letters(&mut campaign, "linkedin.com/in/ana", &[(date(2026, 2, 1), 1, 0), (date(2026, 3, 1), 0, 1)]);
        let ties = Ties::of(&campaign, TODAY);
        let wrote = ties.wrote(ana()).expect("a tie");
        assert_eq!((wrote.sent_days, wrote.received_days, wrote.days), (1, 1, 2));
        assert_eq!(ties.last_in_touch_on(ana()), Some(date(2026, 3, 1)));
    }

    #[test]
    fn newer_and_mutual_letters_bring_closer() {
        let of = |days: &[(Date, u32, u32)]| {
            let mut campaign = with(|_| ());
            letters(&mut campaign, "ana@example.com", days);
            closeness(&campaign)
        };
        let mutual = of(&[(date(2026, 10, 1), 1, 1)]);
        assert!(mutual > of(&[(date(2020, 10, 1), 1, 1)]));
        assert!(mutual > of(&[(date(2026, 10, 1), 1, 0)]));
        assert!(mutual < of(&[(date(2026, 9, 1), 1, 1), (date(2026, 10, 1), 1, 1)]));
    }

    #[test]
    fn whoever_comes_back_every_year_at_this_time_is_closer_than_one_who_does_not() {
        let of = |month: i8| {
            let mut campaign = with(|_| ());
            let days: Vec<_> = (2023..=2025).map(|year| (date(year, month, 20), 1, 1)).collect();
            letters(&mut campaign, "ana@example.com", &[days, vec![(date(2026, 6, 20), 1, 1)]].concat());
            let ties = Ties::of(&campaign, TODAY);
            (ties.wrote(ana()).unwrap().returns, ties.closeness(ana()))
        };
        let (christmas, summer) = (of(12), of(8));
        assert_eq!((christmas.0, summer.0), (2, 0));
        assert!(christmas.1 > summer.1);
    }

    #[test]
    fn one_letter_too_few_says_little_and_one_of_sixty_says_much() {
        let of = |sent: u32, received: u32| {
            let mut campaign = with(|_| ());
            let day = |number: u32| crate::day::plus_days(TODAY, -i32::try_from(number).unwrap());
            let days = (0..60).map(|number| (day(number), u32::from(number < sent), u32::from(number < received)));
            letters(&mut campaign, "ana@example.com", &days.collect::<Vec<_>>());
            closeness(&campaign)
        };
        assert!(of(50, 60) > 0.9 * of(60, 60));
        assert!(of(1, 60) < 0.3 * of(60, 60));
    }

    #[test]
    fn a_meeting_is_a_tie_although_nobody_wrote() {
        let met = |days: &[Date]| {
            let mut campaign = with(|_| ());
            let days = days.iter().map(|day| (*day, Letters { met: 1, ..Letters::default() })).collect();
            let id = CorrespondenceId::from_number(1);
            campaign.apply([Correspondence {
                id,
                importer: "calendar".into(),
                address: "ana@example.com".into(),
                days,
            }
            .into()]);
            campaign
        };
        let once = met(&[date(2026, 10, 1)]);
        let ties = Ties::of(&once, TODAY);
        assert_eq!(ties.last_in_touch_on(ana()), Some(date(2026, 10, 1)));
        assert!(ties.wrote(ana()).is_some_and(|tie| tie.only_met() && !tie.both()));
        assert!(ties.closeness(ana()) < closeness(&met(&[date(2026, 9, 1), date(2026, 10, 1)])));
    }

    #[test]
    fn a_letter_from_the_future_is_not_believed() {
        let mut campaign = with(|_| ());
        letters(&mut campaign, "ana@example.com", &[(date(2027, 1, 1), 1, 1)]);
        assert_eq!(Ties::of(&campaign, TODAY).last_in_touch_on(ana()), None);
    }
}
