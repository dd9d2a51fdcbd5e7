//! Which ways there are to a person and into an organization: the steps as a graph, and the best ways through it in words.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::circle::Circle;
use super::graph::{self, Arc, Search, cost};
use super::request::request;
use super::step::{ON_THE_LIST, between, given, own, toward, way};
use super::{LONGEST, MOST, Path, Target, may_be_called};
use crate::campaign::{Campaign, Shown};
use crate::day::{spoken, spoken_month};
use crate::id::PersonId;
use crate::list::closeness::Ties;
use crate::list::slate::keep_the_search_quiet::employers;
use crate::organization::key;

/// What the rules of a way look at.
pub(super) struct View<'a> {
    pub campaign: &'a Campaign,
    pub circle: &'a Circle,
    pub ties: Ties<'a>,
    pub today: Date,
}

/// How a way ends at its last person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum End {
    /// They are who is sought.
    Sought,
    /// They are there; what is said of it.
    There(String),
    /// They were there; what is said of it.
    Was(String),
    /// They spoke of it; what is said of it.
    SpokeOfIt(String),
}

impl End {
    /// How probable it is that whoever is reached there opens the door. First settings, not findings.
    fn opens(&self) -> f64 {
        match self {
            End::Sought | End::There(_) => 1.0,
            End::Was(_) => 0.5,
            End::SpokeOfIt(_) => 0.3,
        }
    }
}

/// The best ways, the strongest first.
pub(super) fn ways(campaign: &Campaign, circle: &Circle, today: Date, target: &Target) -> Vec<Path> {
    let view = View { campaign, circle, ties: circle.ties(campaign, today), today };
    let ends = match target {
        Target::Person(id) => BTreeMap::from([(*id, End::Sought)]),
        Target::Organization(name) => key(name).map(|key| view.ends(&key)).unwrap_or_default(),
    };
    let may = view.may_be_called(&ends);
    let found = graph::ways(circle.graph(), &view.search(&ends, &may), MOST);
    let ids = |nodes: &[u32]| nodes.iter().filter_map(|node| circle.person(*node)).collect::<Vec<PersonId>>();
    let mut paths: Vec<Path> = found.iter().filter_map(|found| view.told(target, &ids(&found.nodes), &ends)).collect();
    // What is rounded may be equal where the sums were not: stable.
    paths.sort_by(|a, b| b.strength.total_cmp(&a.strength));
    paths
}

impl View<'_> {
    /// Who may be called: whoever is sought, and everybody who was not set aside and may hear of the search.
    fn may_be_called(&self, ends: &BTreeMap<PersonId, End>) -> Vec<bool> {
        let employers = employers(self.campaign);
        let mut may = vec![false; self.circle.size()];
        for told in self.campaign.people.values().filter(|told| !told.forgotten) {
            let is_sought = || ends.get(&told.id) == Some(&End::Sought);
            // Where the search is quiet nowhere, nobody's organization matters.
            let shown = (!employers.is_empty()).then(|| self.campaign.shown(told.id));
            let organization = shown.as_ref().and_then(Shown::organization);
            if (may_be_called(told, organization, &employers) || is_sought())
                && let Some(number) = self.circle.number(told.id)
            {
                may[number as usize] = true;
            }
        }
        may
    }

    /// Where ways begin and end. A way over others begins with somebody whom the seeker knows or who named somebody; whoever
    /// is only on the list can be called, and is asked for nobody else.
    fn search(&self, ends: &BTreeMap<PersonId, End>, may: &[bool]) -> Search {
        let number = |id: PersonId| self.circle.number(id).filter(|number| may[*number as usize]);
        let gave_a_name: BTreeSet<PersonId> = self.campaign.referrals.values().map(|referral| referral.by).collect();
        let begin = |number: u32| {
            let id = self.circle.person(number).filter(|_| may[number as usize])?;
            let known = self.ties.closeness(id);
            let at_least = if ends.contains_key(&id) || gave_a_name.contains(&id) { ON_THE_LIST } else { 0.0 };
            cost(known.max(at_least))
        };
        let begins = (0..).take(self.circle.size()).map(begin).collect();
        let end = |(id, end): (&PersonId, &End)| Some((number(*id)?, cost(end.opens())?));
        let sought = ends.iter().filter(|(_, end)| **end == End::Sought);
        let shared = sought.filter_map(|(id, _)| number(*id)).collect();
        let closed = may.iter().map(|may| !may).collect();
        let (ends, also) = (ends.iter().filter_map(end).collect(), self.names_given());
        Search { begins, ends, longest: LONGEST, shared, closed, also }
    }

    /// The steps from those who gave a name, which the circle does not know, in the order of who was named.
    fn names_given(&self) -> Vec<Arc> {
        let referrals = self.campaign.referrals.values().filter(|referral| referral.by != referral.person);
        let named = referrals.filter_map(|referral| {
            let (by, to) = (self.circle.number(referral.by)?, self.circle.number(referral.person)?);
            Some((by, to, cost(given(referral))?))
        });
        let mut named: Vec<Arc> = named.collect();
        named.sort_unstable_by_key(|(_, to, _)| *to);
        named
    }

    /// Who opens an organization, given by its key: whoever is there, whoever was there, and whoever spoke of it.
    fn ends(&self, wanted: &str) -> BTreeMap<PersonId, End> {
        let mut ends = BTreeMap::new();
        for shown in self.circle.around(wanted).map(|id| self.campaign.shown(id)) {
            if shown.organization().and_then(key).as_deref() == Some(wanted) {
                ends.insert(shown.id, End::There(works_there(&shown)));
            } else if let Some(was) = self.used_to_be_there(&shown, wanted) {
                ends.insert(shown.id, End::Was(was));
            }
        }
        for held in self.campaign.conversations.values() {
            if held.organizations.iter().any(|name| key(name).as_deref() == Some(wanted)) {
                let name = self.campaign.name(held.person);
                let said = format!("{name} spoke of it on {}", spoken(held.held_on, self.today));
                ends.entry(held.person).or_insert(End::SpokeOfIt(said));
            }
        }
        ends
    }

    /// What earlier files, or the addresses that they wrote from, tell.
    fn used_to_be_there(&self, shown: &Shown<'_>, wanted: &str) -> Option<String> {
        let name = shown.name();
        let past = shown.records.iter().flat_map(|record| &record.past);
        let there = past.filter(|past| past.organization.as_deref().and_then(key).as_deref() == Some(wanted));
        if let Some(until) = there.map(|past| past.until_on).max() {
            return Some(format!("{name} used to be there; a file of {} no longer said so", spoken_month(until)));
        }
        let stay = self.circle.stays(shown.id).iter().rev().find(|stay| stay.key == wanted)?;
        Some(format!("{name} {}", stay.said()))
    }

    /// A way in words.
    fn told(&self, target: &Target, way_of: &[PersonId], ends: &BTreeMap<PersonId, End>) -> Option<Path> {
        let (first, last) = (way_of.first()?, way_of.last()?);
        let end = ends.get(last)?;
        let mut steps = vec![own(self, *first)];
        for two in way_of.windows(2) {
            steps.push(between(self, two[0], two[1])?);
        }
        let name = self.campaign.name(*last);
        let mut step = |said: &str, weakness: String| {
            steps.push(toward(self.campaign.person_ref(*last), end.opens(), said.to_owned(), weakness));
        };
        match end {
            End::Was(said) => step(said, format!("{name} is not there any more; ask whom they still know")),
            End::SpokeOfIt(said) => step(said, format!("{name} named nobody there yet; ask whom they know")),
            End::Sought | End::There(_) => {}
        }
        let about = if let End::There(said) = end { Some(said.clone()) } else { None };
        way(self, steps, about, request(self, target, way_of, end))
    }
}

fn works_there(shown: &Shown<'_>) -> String {
    let name = shown.name();
    shown.title().map_or_else(|| format!("{name} works there"), |title| format!("{name} works there: {title}"))
}
