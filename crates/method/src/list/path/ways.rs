//! Which ways there are to a person and into an organization: the steps as a graph, and the best ways through it in words.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::circle::Circle;
use super::graph::{self, Arc, Search, cost};
use super::request::request;
use super::step::{ON_THE_LIST, between, by_name, gave_the_name, given, known, own, to_call_on, toward, way};
use super::{LONGEST, MOST, Path, Target};
use crate::campaign::{Campaign, Shown};
use crate::day::spoken;
use crate::day::workdays::Workdays;
use crate::id::{PersonId, SourceId};
use crate::list::Person;
use crate::list::closeness::Ties;
use crate::list::slate::keep_the_search_quiet::{employers, is_kept_from};
use crate::list::slate::{
    HeldBack, accept_a_no, let_a_conversation_rest, meeting_comes_first, not_now, wait_for_the_answer,
};
use crate::list::stays::{Besides, besides};
use crate::list::tie::recommended;
use crate::organization::key;

/// What the rules of a way look at.
pub(super) struct View<'a> {
    pub campaign: &'a Campaign,
    pub circle: &'a Circle,
    pub ties: Ties<'a>,
    pub today: Date,
    pub workdays: Workdays,
    /// Who recommended the seeker, or was recommended by them, and how that is said.
    pub recommended: BTreeMap<PersonId, &'static str>,
    /// Who is not to be asked now, and why: of those who were asked, met or named, and of those at whom ways end.
    pub held: BTreeMap<PersonId, HeldBack>,
}

/// The ways, and who stands on none.
pub(super) struct Ways {
    pub paths: Vec<Path>,
    pub held_back: Vec<HeldBack>,
}

/// What beginning with somebody who is not to be asked now costs besides: more than any way without.
const HELD: u32 = 400_000_000;

/// What beginning with anybody else costs besides where somebody there was named and waits for the seeker's call, who comes
/// first here as on the slate: more than any way costs, and less than to be held back.
const AFTER_A_NAME: u32 = 150_000_000;

/// How many of those who stand on no way are named.
const MOST_HELD_BACK: usize = 10;

/// How a way ends at its last person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum End {
    /// They are who is sought.
    Sought,
    /// They are there; what is said of it.
    There(String),
    /// They are probably there still; what is said of it.
    Probably(String),
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
            End::Probably(_) => 0.8,
            End::Was(_) => 0.5,
            End::SpokeOfIt(_) => 0.3,
        }
    }
}

/// The best ways: those first on which everybody may be asked now, and of these the strongest.
pub(super) fn ways(campaign: &Campaign, circle: &Circle, today: Date, target: &Target) -> Ways {
    let (ties, workdays) = (circle.ties(campaign, today), campaign.week.workdays());
    let recommended = recommendations(campaign);
    let mut view = View { campaign, circle, ties, today, workdays, recommended, held: BTreeMap::new() };
    let ends = match target {
        Target::Person(id) => BTreeMap::from([(*id, End::Sought)]),
        Target::Organization(name) => key(name).map(|key| view.ends(&key)).unwrap_or_default(),
    };
    view.held = view.held(&ends);
    let may = view.may_be_called(&ends);
    let found = graph::ways(circle.graph(), &view.search(&ends, &may), MOST);
    let ids = |nodes: &[u32]| nodes.iter().filter_map(|node| circle.person(*node)).collect::<Vec<PersonId>>();
    let mut paths: Vec<Path> = found.iter().filter_map(|found| view.told(target, &ids(&found.nodes), &ends)).collect();
    let order = |path: &Path| (!path.held_back.is_empty(), !view.begins_with_a_name(path, &ends));
    // What is rounded may be equal where the sums were not: stable.
    paths.sort_by(|a, b| order(a).cmp(&order(b)).then(b.strength.total_cmp(&a.strength)));
    Ways { paths, held_back: view.left_out(target, &ends, &may) }
}

impl View<'_> {
    /// Why people are not to be asked now. Whoever was never asked, met or named, and is told no day, is looked at only
    /// where a way ends.
    fn held(&self, ends: &BTreeMap<PersonId, End>) -> BTreeMap<PersonId, HeldBack> {
        let has_a_day = self.campaign.people.values().filter(|told| told.not_before_on.is_some()).map(|told| told.id);
        let of: BTreeSet<PersonId> =
            self.ties.so_far.everybody().chain(has_a_day).chain(ends.keys().copied()).collect();
        not_now(self.campaign, &self.ties, self.today, of.into_iter())
    }

    /// Who may be called: whoever is sought, and everybody who did not decline, was not set aside and may hear of the
    /// search.
    fn may_be_called(&self, ends: &BTreeMap<PersonId, End>) -> Vec<bool> {
        let employers = employers(self.campaign);
        let mut may = vec![false; self.circle.size()];
        for told in self.campaign.people.values().filter(|told| !told.forgotten) {
            let is_sought = || ends.get(&told.id) == Some(&End::Sought);
            // Where the search is quiet nowhere, nobody's organization matters.
            let shown = (!employers.is_empty()).then(|| self.campaign.shown(told.id));
            let organization = shown.as_ref().and_then(Shown::organization);
            if (self.may(told, organization, &employers) || is_sought())
                && let Some(number) = self.circle.number(told.id)
            {
                may[number as usize] = true;
            }
        }
        may
    }

    /// Whoever declined or was set aside, or must not hear of the search at work, is on no way, as on no slate.
    fn may(&self, told: &Person, organization: Option<&str>, employers: &BTreeSet<String>) -> bool {
        let declined = || self.held.get(&told.id).is_some_and(|one| one.rule == accept_a_no::RULE.name);
        let kept_quiet = || !told.released && !employers.is_empty() && is_kept_from(employers, organization);
        !told.set_aside && !kept_quiet() && !declined()
    }

    /// Who would have stood on a way, and why they do not: those at whom ways end, and those who named whoever is sought.
    fn left_out(&self, target: &Target, ends: &BTreeMap<PersonId, End>, may: &[bool]) -> Vec<HeldBack> {
        let of: BTreeSet<PersonId> = match target {
            Target::Person(id) => self.ties.so_far.named(*id).iter().map(|referral| referral.by).collect(),
            Target::Organization(_) => ends.keys().copied().collect(),
        };
        let is_out = |id: &PersonId| self.circle.number(*id).is_some_and(|number| !may[number as usize]);
        let out = of.into_iter().filter(is_out).filter_map(|id| self.held.get(&id).cloned());
        out.take(MOST_HELD_BACK).collect()
    }

    /// Those on a way who are not to be asked now. Whoever named the next one is free to be reminded of it, although their
    /// own half hour has been.
    fn held_on(&self, way: &[PersonId]) -> Vec<HeldBack> {
        let is_reminded = |place: usize, one: &HeldBack| {
            let next = way.get(place + 1);
            one.rule == let_a_conversation_rest::RULE.name
                && next.is_some_and(|next| gave_the_name(self, one.person.id, *next))
        };
        let held = way.iter().enumerate().filter_map(|(place, id)| Some((place, self.held.get(id)?)));
        held.filter(|(place, one)| !is_reminded(*place, one)).map(|(_, one)| one.clone()).collect()
    }

    /// Whether a way into an organization is a call to somebody there who was named, as the slate has it first.
    fn begins_with_a_name(&self, path: &Path, ends: &BTreeMap<PersonId, End>) -> bool {
        let [only] = path.people.as_slice() else { return false };
        let is_there = matches!(ends.get(&only.id), Some(End::There(_) | End::Probably(_)));
        is_there && to_call_on(self, only.id).is_some()
    }

    /// Where ways begin and end. A way over others begins with somebody whom the seeker knows or who named somebody; whoever
    /// is only on the list can be called, and is asked for nobody else.
    fn search(&self, ends: &BTreeMap<PersonId, End>, may: &[bool]) -> Search {
        let number = |id: PersonId| self.circle.number(id).filter(|number| may[*number as usize]);
        let gave_a_name: BTreeSet<PersonId> = self.campaign.names_ever().map(|referral| referral.by).collect();
        let begin = |number: u32| {
            let id = self.circle.person(number).filter(|_| may[number as usize])?;
            let known = known(self, id);
            let at_least = if ends.contains_key(&id) || gave_a_name.contains(&id) { ON_THE_LIST } else { 0.0 };
            let with_a_name = by_name(self, id).and_then(|(by, given)| Some(cost(by)? + cost(given)?));
            let costs = cost(known.max(at_least)).into_iter().chain(with_a_name).min()?;
            let waits =
                matches!(ends.get(&id), Some(End::There(_) | End::Probably(_))) && to_call_on(self, id).is_some();
            let besides = if self.held.contains_key(&id) { HELD } else { 0 } + if waits { 0 } else { AFTER_A_NAME };
            Some(costs + besides)
        };
        let begins = (0..).take(self.circle.size()).map(begin).collect();
        let end = |(id, end): (&PersonId, &End)| Some((number(*id)?, cost(end.opens())?));
        let sought = ends.iter().filter(|(_, end)| **end == End::Sought);
        let shared = sought.filter_map(|(id, _)| number(*id)).collect();
        let closed = may.iter().map(|may| !may).collect();
        let only_first = self.only_first(ends);
        let (ends, also) = (ends.iter().filter_map(end).collect(), self.names_given());
        Search { begins, ends, longest: LONGEST, shared, closed, only_first, also }
    }

    /// Whom nobody else need introduce: who is not to be asked now because the seeker asked or met them. Whoever is sought
    /// and held back for another reason may be come to over others.
    fn only_first(&self, ends: &BTreeMap<PersonId, End>) -> Vec<bool> {
        let mut only_first = vec![false; self.circle.size()];
        for one in self.held.values() {
            let is_known =
                [let_a_conversation_rest::RULE.name, meeting_comes_first::RULE.name, wait_for_the_answer::RULE.name]
                    .contains(&one.rule);
            let is_sought = ends.get(&one.person.id) == Some(&End::Sought);
            if let Some(number) = self.circle.number(one.person.id).filter(|_| is_known || !is_sought) {
                only_first[number as usize] = true;
            }
        }
        only_first
    }

    /// The steps from those who gave a name, which the circle does not know, in the order of who was named.
    fn names_given(&self) -> Vec<Arc> {
        let referrals = self.campaign.names_ever().filter(|referral| referral.by != referral.person);
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
            } else if let Some(end) = self.besides(&shown, wanted) {
                ends.insert(shown.id, end);
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

    /// What earlier files, the addresses that they wrote from, or the seeker's own words tell.
    fn besides(&self, shown: &Shown<'_>, wanted: &str) -> Option<End> {
        let name = shown.name();
        let found = besides(self.campaign, shown, self.circle.stays(shown.id), wanted, self.today)?;
        let says = format!("{name} {}", found.says());
        Some(match found {
            // Nothing says that they went, and it is not long ago.
            Besides::Recommended(on) if shown.organization().is_none() && on.year() + 1 >= self.today.year() => {
                End::Probably(says)
            }
            Besides::NoLonger(_) | Besides::Recommended(_) | Besides::Was(_) => End::Was(says),
            Besides::ProbablyStill(_) => End::Probably(says),
        })
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
            End::Probably(said) => step(said, format!("Whether {name} is still there is not known")),
            End::Was(said) => step(said, format!("{name} was there before; ask whom they still know")),
            End::SpokeOfIt(said) => step(said, format!("{name} named nobody there yet; ask whom they know")),
            End::Sought | End::There(_) => {}
        }
        let about = if let End::There(said) = end { Some(said.clone()) } else { None };
        let held = self.held_on(way_of);
        let request = request(self, target, way_of, end, &held);
        way(self, steps, about, request, held)
    }
}

/// Those of whom a file of recommendations tells.
fn recommendations(campaign: &Campaign) -> BTreeMap<PersonId, &'static str> {
    let files: BTreeMap<SourceId, &'static str> =
        campaign.sources.values().filter_map(|source| Some((source.id, recommended(source)?))).collect();
    let records = campaign.records.values().filter(|_| !files.is_empty());
    records.filter_map(|record| Some((record.person, *files.get(&record.source)?))).collect()
}

fn works_there(shown: &Shown<'_>) -> String {
    let name = shown.name();
    shown.title().map_or_else(|| format!("{name} works there"), |title| format!("{name} works there: {title}"))
}
