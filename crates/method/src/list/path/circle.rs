//! Who knows whom among the people on the list, as one compact value: shared letters and meetings, and the same small
//! organization in the same years (E6).
//!
//! Serves the way in. It is made once from all acquaintances, of which there may be hundreds of thousands, and asked many
//! times. It refuses to take a large organization for an acquaintance, and everything that has no dates.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use jiff::civil::Date;

use crate::campaign::{Campaign, Shown};
use crate::day::days_between;
use crate::id::PersonId;
use crate::list::Acquaintance;
use crate::list::closeness::{Ties, Wrote};
use crate::list::path::graph::{self, Graph, cost};
use crate::list::stays::{self, By, Stay};

mod around;

/// With more people known to be or have been at one organization than this, being there at the same time says nothing.
const SMALL: usize = 12;

/// Who knows whom. People are numbers here, in the order of their ids.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Circle {
    people: Vec<PersonId>,
    /// In the order of `a` and `b`, each pair once.
    pairs: Vec<Pair>,
    /// As `pairs`.
    colleagues: Vec<Colleagues>,
    stays: BTreeMap<PersonId, Vec<Stay>>,
    /// What pairs and colleagues are worth on the day on which the circle was made.
    graph: Graph,
    /// Who is or was at an organization, by its key.
    around: HashMap<String, Vec<u32>>,
    wrote: Arc<BTreeMap<PersonId, Wrote>>,
    /// The day on which it was made.
    made_on: Date,
}

/// Two who shared letters or meetings; `a` is the smaller number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair {
    a: u32,
    b: u32,
    /// In parts of [`Acquaintance::WHOLE`].
    weight: u64,
    /// The first year of it.
    pub since: i16,
    /// The last day of it.
    pub last_on: Date,
}

/// Two who were at one small organization in the same years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Colleagues {
    a: u32,
    b: u32,
    /// The organization.
    pub place: String,
    /// The first and the last year that both were there.
    pub years: (i16, i16),
}

impl Pair {
    /// How probable it is that the one passes something on to the other: at most 0.7, as an introduction that was offered;
    /// 0.35 for two who had one letter or meeting to themselves, close to what chains lose at each step (E5); more with
    /// more, `weight / (weight + 1)`; halved with every five years since the last. A first setting, not a finding.
    pub fn passes_on(&self, today: Date) -> f64 {
        let weight = self.weight as f64 / f64::from(Acquaintance::WHOLE);
        let silent = f64::from(days_between(self.last_on, today).max(0)) / 365.25;
        0.7 * weight / (weight + 1.0) * libm::exp2(-silent / 5.0)
    }
}

impl Colleagues {
    /// As for a pair: at most 0.25, half of it after two years together. Having been at one place is a hint that they may
    /// know each other, and less than a letter that both stood on. A first setting, not a finding.
    pub fn passes_on(&self) -> f64 {
        let together = f64::from(self.years.1 - self.years.0) + 1.0;
        0.25 * together / (together + 2.0)
    }
}

impl Circle {
    /// Everybody on the list, with the acquaintances that the campaign has.
    pub fn of(campaign: &Campaign, today: Date) -> Self {
        Circle::with(campaign, campaign.acquaintances.values(), today)
    }

    /// Everybody on the list, with these acquaintances.
    pub fn with<'a>(campaign: &Campaign, acquaintances: impl Iterator<Item = &'a Acquaintance>, today: Date) -> Self {
        let everybody: Vec<Shown<'_>> = campaign.everybody().collect();
        let people: Vec<PersonId> = everybody.iter().map(|shown| shown.id).collect();
        let pairs = pairs(campaign, &people, acquaintances, today);
        let stays = stays::of(campaign, &everybody, today);
        let around = around::around(&everybody, &stays);
        let colleagues = colleagues(&people, &stays, |key| around.get(key).map_or(0, Vec::len));
        let graph = Graph::of(people.len(), &arcs(&pairs, &colleagues, today));
        let wrote = Ties::of(campaign, today).letters();
        Circle { people, pairs, colleagues, stays, graph, around, wrote, made_on: today }
    }

    /// The ties of the seeker to the people of this circle, without counting all letters again. The campaign is the one
    /// that the circle was made of, or has moved on since in nothing that a circle is made of.
    pub(super) fn ties<'a>(&self, campaign: &'a Campaign, today: Date) -> Ties<'a> {
        Ties::with_letters(campaign, today, Arc::clone(&self.wrote))
    }

    /// Everybody who is or was at an organization, given by its key, as far as files and addresses tell.
    pub(super) fn around(&self, key: &str) -> impl Iterator<Item = PersonId> + '_ {
        self.around.get(key).into_iter().flatten().filter_map(|number| self.person(*number))
    }

    /// How many people there are.
    pub fn size(&self) -> usize {
        self.people.len()
    }

    /// The number of a person; none when they are not on the list.
    pub fn number(&self, id: PersonId) -> Option<u32> {
        number(&self.people, id)
    }

    /// Who has that number.
    pub fn person(&self, number: u32) -> Option<PersonId> {
        self.people.get(number as usize).copied()
    }

    /// Whether nobody is known to know anybody.
    pub fn is_bare(&self) -> bool {
        self.pairs.is_empty() && self.colleagues.is_empty()
    }

    /// Whether anybody is known to know that person.
    pub fn is_known_to_anybody(&self, id: PersonId) -> bool {
        self.number(id).is_some_and(|one| !self.graph.leading_to(one).is_empty())
    }

    /// All steps between two people, by what they were worth on the day on which the circle was made.
    pub(super) fn graph(&self) -> &Graph {
        &self.graph
    }

    /// Where somebody was, and in which years.
    pub fn stays(&self, id: PersonId) -> &[Stay] {
        self.stays.get(&id).map_or(&[], Vec::as_slice)
    }

    /// The day on which it was made.
    pub fn made_on(&self) -> Date {
        self.made_on
    }

    /// What two shared by letters and meetings.
    pub fn pair(&self, one: PersonId, other: PersonId) -> Option<&Pair> {
        let two = self.two(one, other)?;
        let place = self.pairs.binary_search_by_key(&two, |pair| (pair.a, pair.b)).ok()?;
        self.pairs.get(place)
    }

    /// Where two were at the same time.
    pub fn colleagues(&self, one: PersonId, other: PersonId) -> &[Colleagues] {
        let Some(two) = self.two(one, other) else { return &[] };
        let from = self.colleagues.partition_point(|place| (place.a, place.b) < two);
        let until = self.colleagues.partition_point(|place| (place.a, place.b) <= two);
        &self.colleagues[from..until]
    }

    fn two(&self, one: PersonId, other: PersonId) -> Option<(u32, u32)> {
        let (one, other) = (self.number(one)?, self.number(other)?);
        Some((one.min(other), one.max(other)))
    }
}

fn number(people: &[PersonId], id: PersonId) -> Option<u32> {
    people.binary_search(&id).ok().and_then(|place| u32::try_from(place).ok())
}

/// All steps, in both directions.
fn arcs(pairs: &[Pair], colleagues: &[Colleagues], today: Date) -> Vec<graph::Arc> {
    let mut arcs = Vec::with_capacity(2 * (pairs.len() + colleagues.len()));
    let pairs = pairs.iter().map(|pair| (pair.a, pair.b, pair.passes_on(today)));
    let colleagues = colleagues.iter().map(|two| (two.a, two.b, two.passes_on()));
    for (a, b, strength) in pairs.chain(colleagues) {
        if let Some(cost) = cost(strength) {
            arcs.extend([(a, b, cost), (b, a, cost)]);
        }
    }
    arcs
}

/// Acquaintances hang on addresses; here they come to the people who have them. There are far more acquaintances than
/// people, so that each of them costs two look-ups and nothing else.
fn pairs<'a>(
    campaign: &Campaign,
    people: &[PersonId],
    acquaintances: impl Iterator<Item = &'a Acquaintance>,
    today: Date,
) -> Vec<Pair> {
    let mut acquaintances = acquaintances.filter(|one| one.last_on <= today).peekable();
    if acquaintances.peek().is_none() {
        return Vec::new();
    }
    let holders = holders(campaign, people);
    let of = |address: &str| holders.get(address).map_or(&[][..], Vec::as_slice);
    let mut pairs: Vec<Pair> = Vec::new();
    for one in acquaintances {
        let (left, right) = (of(&one.a), of(&one.b));
        if left.is_empty() || right.is_empty() {
            continue;
        }
        let weight = one.years.iter().map(|(_, weight)| u64::from(*weight)).sum();
        let since = one.years.first().map_or(one.last_on.year(), |(year, _)| *year);
        for a in left {
            let others = right.iter().filter(|b| *b != a);
            pairs.extend(others.map(|b| Pair { a: *a.min(b), b: *a.max(b), weight, since, last_on: one.last_on }));
        }
    }
    pairs.sort_unstable_by_key(|pair| (pair.a, pair.b));
    // Sums, the first year and the last day do not depend on the order.
    pairs.dedup_by(|other, pair| {
        let is_same = (other.a, other.b) == (pair.a, pair.b);
        if is_same {
            pair.weight += other.weight;
            pair.since = pair.since.min(other.since);
            pair.last_on = pair.last_on.max(other.last_on);
        }
        is_same
    });
    pairs
}

/// Who has which address, as numbers; an address may be told or stand in a record.
fn holders<'a>(campaign: &'a Campaign, people: &[PersonId]) -> HashMap<&'a str, Vec<u32>> {
    let mut holders: HashMap<&str, Vec<u32>> = HashMap::with_capacity(2 * people.len());
    let mut holds = |number: u32, address: &'a String| {
        let holders = holders.entry(address).or_default();
        if !holders.contains(&number) {
            holders.push(number);
        }
    };
    for (number, id) in (0..).zip(people) {
        let told = campaign.people.get(id);
        told.iter().flat_map(|told| told.emails.iter().chain(&told.links)).for_each(|address| holds(number, address));
    }
    for record in campaign.records.values() {
        if let Some(number) = number(people, record.person) {
            record.emails.iter().chain(&record.links).for_each(|address| holds(number, address));
        }
    }
    holders
}

/// Those who were at one organization in the same years, where so few are known that they may well have met.
fn colleagues(
    people: &[PersonId],
    stays: &BTreeMap<PersonId, Vec<Stay>>,
    known_at: impl Fn(&str) -> usize,
) -> Vec<Colleagues> {
    let mut at: BTreeMap<&str, Vec<(u32, &Stay)>> = BTreeMap::new();
    let all = stays.iter().flat_map(|(id, stays)| stays.iter().map(move |stay| (id, stay)));
    // Own words tell that somebody worked with the seeker, and of nobody else; the years are the seeker's.
    for (id, stay) in all.filter(|(_, stay)| stay.by != By::OwnWords) {
        if let Some(number) = number(people, *id) {
            at.entry(&stay.key).or_default().push((number, stay));
        }
    }
    let mut colleagues = Vec::new();
    for there in at.iter().filter(|(key, _)| known_at(key) <= SMALL).map(|(_, there)| there) {
        for (place, (a, one)) in there.iter().enumerate() {
            let others = there[place + 1..].iter().filter(|(b, _)| b != a);
            colleagues.extend(others.filter_map(|(b, other)| {
                let years = one.overlap(other)?;
                Some(Colleagues { a: *a.min(b), b: *a.max(b), place: one.name.clone(), years })
            }));
        }
    }
    colleagues.sort_by_key(|one| (one.a, one.b, one.years));
    colleagues
}

#[cfg(test)]
mod tests;
