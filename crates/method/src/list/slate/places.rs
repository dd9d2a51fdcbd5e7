//! Who takes which place: five at a time, mixed from the groups, and the same all week.
//!
//! Nothing is stored. Groups, shares and orders are those of the Monday, so that a day that passes moves nobody. The places
//! are given in one order, as they would have been on Monday; whoever was asked since keeps a place in that order and none
//! on the slate, so that the next in order steps in and nobody else moves: first those who were named and wait. Whoever became
//! free or came onto the list since Monday only takes a place that would stay empty, those of an earlier day first. Where
//! somebody was named, nobody else of their organization comes before them.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use jiff::civil::Date;

use super::quotas::{Claim, claim_of, claims};
use super::view::{Candidate, View};
use super::{Group, HeldBack, Ranked, SUGGEST, one_person_per_organization};
use crate::id::PersonId;

/// A slate is mixed five by five; the last of five belongs to a view from outside.
pub(super) const FIVE: usize = 5;

/// Who stands on the slate, and who would but for somebody of the same organization.
pub(super) struct Places {
    pub taken: Vec<Ranked>,
    pub colleagues: Vec<(Ranked, HeldBack)>,
}

/// The first `n` places. A longer slate begins like the shorter one.
pub(super) fn places(view: &View<'_>, ranked: &[Ranked], n: usize) -> Places {
    let mut filling = Filling {
        view,
        claims: claims(view).into_iter().map(|claim| (claim, 0)).collect(),
        organizations: BTreeMap::new(),
        behind: BTreeMap::new(),
        places: Places { taken: Vec::new(), colleagues: Vec::new() },
    };
    let whole = n.div_ceil(FIVE).saturating_mul(FIVE).min(ranked.len());
    let of_monday = |one: &&Ranked| one.came_up_on.is_none() && (!one.is_held || one.left_on.is_some());
    filling.keep_for_the_named(ranked.iter().filter(of_monday));
    filling.fill(ranked.iter().filter(of_monday), whole);
    // Whoever was asked leaves the organization to a second person there, if a place is free (E15).
    filling.organizations.retain(|_, first| first.left_on.is_none());
    let behind = std::mem::take(&mut filling.behind);
    // Whoever is held back by that very ask was never free of it.
    let came_free =
        |one: &Ranked| behind.get(&one.id).copied().filter(|day| one.left_on.is_none_or(|left| left > *day));
    let since =
        |one: &Ranked| one.came_up_on.or_else(|| came_free(one)).filter(|_| !one.is_held || one.left_on.is_some());
    let days: BTreeSet<Date> = ranked.iter().filter_map(since).collect();
    for day in days {
        filling.fill(ranked.iter().filter(|one| since(one) == Some(day)), whole);
        filling.organizations.retain(|_, first| first.left_on.is_none());
    }
    let behind = std::mem::take(&mut filling.behind);
    filling.fill(ranked.iter().filter(|one| !one.is_held && behind.contains_key(&one.id)), whole);
    let mut places = filling.places;
    places.taken.retain(|one| one.left_on.is_none());
    // People of one group stand together.
    places.taken.chunks_mut(FIVE).for_each(<[Ranked]>::sort_unstable);
    places.taken.truncate(n);
    places
}

fn is_named(one: &Ranked) -> bool {
    claim_of(one.place).0 == Group::Referred
}

/// Who of an organization has the place.
struct First {
    id: PersonId,
    name: String,
    /// When they were asked, if since Monday, so that the place is empty.
    left_on: Option<Date>,
    /// Whether somebody named them to the seeker.
    is_named: bool,
}

struct Filling<'v, 'a> {
    view: &'v View<'a>,
    /// Each claim with the places that it has taken.
    claims: Vec<(Claim, u32)>,
    /// Who of each organization stands on the slate.
    organizations: BTreeMap<String, First>,
    /// Colleagues of those who were asked this week, with the day.
    behind: BTreeMap<PersonId, Date>,
    places: Places,
}

impl Filling<'_, '_> {
    /// Those who were named come before their colleagues, so that nobody else of their organization takes a place.
    fn keep_for_the_named<'r>(&mut self, ranked: impl Iterator<Item = &'r Ranked>) {
        for one in ranked.filter(|one| is_named(one)) {
            let Some(candidate) = self.view.candidate(one.id) else { continue };
            if candidate.key().is_some_and(|key| !self.organizations.contains_key(key)) {
                self.remember(&candidate, one);
            }
        }
    }

    /// Five by five: as they would have been on Monday, then those who were named and wait for a place that has become free
    /// since, then the others in their order.
    fn fill<'r>(&mut self, ranked: impl Iterator<Item = &'r Ranked>, whole: usize) {
        let mut waiting: Vec<VecDeque<&Ranked>> = vec![VecDeque::new(); self.claims.len()];
        for one in ranked {
            let claim = self.claims.iter().position(|(claim, _)| (claim.group, claim.is_guess) == claim_of(one.place));
            waiting[claim.unwrap_or_default()].push_back(one);
        }
        for free in (FIVE..=whole.next_multiple_of(FIVE)).step_by(FIVE).map(|all| all.min(whole)) {
            let five_more = self.places.taken.len() + free.saturating_sub(self.standing());
            while self.places.taken.len() < five_more && self.next(&mut waiting) {}
            while self.standing() < free && self.next_named(&mut waiting) {}
            while self.standing() < free && self.next(&mut waiting) {}
        }
    }

    /// How many of the places are taken by somebody who can be called.
    fn standing(&self) -> usize {
        self.places.taken.iter().filter(|one| one.left_on.is_none()).count()
    }

    /// Gives the next place to whoever's turn it is; false when nobody waits any more.
    fn next(&mut self, waiting: &mut [VecDeque<&Ranked>]) -> bool {
        if self.is_for_outside() && self.find_outside(waiting) {
            return true;
        }
        let claim = self.turn(waiting);
        claim.is_some_and(|claim| self.next_of(claim, waiting))
    }

    /// Gives the next place to somebody who was named.
    fn next_named(&mut self, waiting: &mut [VecDeque<&Ranked>]) -> bool {
        let claim = self.claims.iter().position(|(claim, _)| claim.group == Group::Referred);
        claim.is_some_and(|claim| self.next_of(claim, waiting))
    }

    fn next_of(&mut self, claim: usize, waiting: &mut [VecDeque<&Ranked>]) -> bool {
        let Some(one) = waiting[claim].pop_front() else { return false };
        if self.take(one) {
            self.claims[claim].1 += 1;
        }
        true
    }

    /// Whether the next place is the last of five and the four before are all from within.
    fn is_for_outside(&self) -> bool {
        let taken = &self.places.taken;
        let these = taken.len() / FIVE * FIVE;
        taken.len() % FIVE == FIVE - 1 && taken[these..].iter().all(|one| claim_of(one.place).0 != Group::OutsideView)
    }

    /// Gives the place to somebody from outside; if nobody else is, to a long-silent one who is that too.
    fn find_outside(&mut self, waiting: &mut [VecDeque<&Ranked>]) -> bool {
        for group in [Group::OutsideView, Group::LongSilent] {
            let Some(claim) = self.claims.iter().position(|(claim, _)| claim.group == group) else { continue };
            let found = (0..waiting[claim].len()).find_map(|at| {
                let place = self.outside(waiting[claim][at])?;
                Some((at, place))
            });
            if let Some((at, place)) = found
                && let Some(one) = waiting[claim].remove(at)
            {
                return self.take(&Ranked { place, ..*one });
            }
        }
        false
    }

    /// The place of the rule that looks outside, where it speaks for them and their organization is not on the slate.
    fn outside(&self, one: &Ranked) -> Option<usize> {
        let candidate = self.view.candidate(one.id)?;
        let is_free =
            candidate.key().and_then(|key| self.organizations.get(key)).is_none_or(|first| first.id == one.id);
        let place = SUGGEST.iter().position(|rule| rule.group == Group::OutsideView)?;
        (is_free && (SUGGEST[place].order)(self.view, &candidate).is_some()).then_some(place)
    }

    /// Whose turn it is (Sainte-Laguë's rule): the largest share by the odd number that belongs to the places taken. Groups
    /// without a share come when nobody else is left.
    fn turn(&self, waiting: &[VecDeque<&Ranked>]) -> Option<usize> {
        let open = || (0..waiting.len()).filter(|claim| !waiting[*claim].is_empty());
        let weight = |claim: usize| {
            let (claim, taken) = self.claims[claim];
            claim.share / f64::from(2 * taken + 1)
        };
        // Of equal ones the first; without any share, the first as well.
        open().fold(None, |best, claim| match best {
            Some(best) if weight(best) >= weight(claim) => Some(best),
            _ => Some(claim),
        })
    }

    /// Gives them a place, unless somebody of the same organization has one.
    fn take(&mut self, one: &Ranked) -> bool {
        let Some(candidate) = self.view.candidate(one.id) else { return false };
        let first = candidate.key().and_then(|key| self.organizations.get(key));
        if let Some(first) = first.filter(|first| first.id != one.id) {
            if let Some(day) = first.left_on {
                self.behind.insert(one.id, day);
            } else if one.left_on.is_none() {
                self.places
                    .colleagues
                    .push((*one, one_person_per_organization::hold(&candidate, &first.name, first.is_named)));
            }
            return false;
        }
        self.remember(&candidate, one);
        self.places.taken.push(*one);
        true
    }

    fn remember(&mut self, candidate: &Candidate<'_>, one: &Ranked) {
        if let Some(key) = candidate.key() {
            let name = candidate.shown.name().to_owned();
            let first = First { id: one.id, name, left_on: one.left_on, is_named: is_named(one) };
            self.organizations.insert(key.to_owned(), first);
        }
    }
}
