//! Everything that hangs together by proof with the rows of an import, and which of these proofs hold.
//!
//! Serves the question which rows are about the same person. The web holds the rows of earlier files too, so that who is one
//! depends on the rows and not on which came first: a row that comes later may show that two were joined who are not one.
//! It refuses to part whom the seeker made one: only those are parted whom nothing but proof had joined.

use std::collections::{BTreeMap, BTreeSet};

use super::roll::Roll;
use super::same::MOST;
use crate::id::{PersonId, RecordId};
use crate::list::duplicates::card::Card;
use crate::list::duplicates::proof::{claims, is_denied, is_proof};
use crate::list::duplicates::torn::{Proof, proof, torn, webs};
use crate::list::duplicates::weigh::weigh;

/// What follows from the web.
pub(super) struct Judged {
    /// The proofs that join nobody.
    pub(super) torn: BTreeSet<Proof>,
    /// Whom on the list a proof joins that did not hold before.
    pub(super) mended: Vec<(PersonId, PersonId)>,
    /// The rows of earlier files that were joined to somebody by proofs which no longer hold, each with those that go along.
    pub(super) parted: Vec<Vec<RecordId>>,
}

/// Judges the web around these new proofs. Places are those of the cards on the roll, then those of the rows.
pub(super) fn judge(roll: &Roll<'_>, rows: &[(usize, Card)], new: BTreeSet<Proof>) -> Judged {
    let web = Web::of(roll, rows, new);
    Judged { mended: web.mended(), parted: web.parted(), torn: web.torn }
}

struct Web<'a> {
    roll: &'a Roll<'a>,
    rows: &'a [(usize, Card)],
    proofs: BTreeSet<Proof>,
    torn: BTreeSet<Proof>,
    /// The proofs among earlier rows that did not hold before this import; told only where some are torn now.
    torn_before: BTreeSet<Proof>,
}

impl<'a> Web<'a> {
    fn of(roll: &'a Roll<'a>, rows: &'a [(usize, Card)], new: BTreeSet<Proof>) -> Self {
        let mut web = Web { roll, rows, proofs: new, torn: BTreeSet::new(), torn_before: BTreeSet::new() };
        web.follow();
        web.torn = torn(&web.proofs, |one, other| web.is_denied(one, other));
        if !web.torn.is_empty() {
            let before = web.before().collect();
            web.torn_before = torn(&before, |one, other| web.is_denied(one, other));
        }
        web
    }

    /// Adds the proofs among earlier rows that the new ones lead to.
    fn follow(&mut self) {
        let listed = self.roll.cards();
        let ends = self.proofs.iter().flat_map(|(one, other)| [*one, *other]);
        let mut reached: BTreeSet<usize> = ends.filter(|place| *place < listed.len()).collect();
        let mut next: Vec<usize> = reached.iter().copied().collect();
        while let Some(place) = next.pop() {
            let card = &listed[place].card;
            for claim in claims(card) {
                for (other, held) in self.roll.claimants(&claim).take(MOST).filter(|(other, _)| *other != place) {
                    let apart = self.roll.are_apart(listed[place].person, held.person);
                    if !apart && is_proof(&weigh(card, &held.card, self.roll.len())) {
                        self.proofs.insert(proof(place, other));
                        next.extend(reached.insert(other).then_some(other));
                    }
                }
            }
        }
    }

    fn before(&self) -> impl Iterator<Item = Proof> {
        self.proofs.iter().copied().filter(|(_, later)| *later < self.roll.cards().len())
    }

    fn is_denied(&self, one: usize, other: usize) -> bool {
        is_denied(&weigh(self.card(one), self.card(other), self.roll.len()))
    }

    fn card(&self, place: usize) -> &Card {
        let listed = self.roll.cards();
        listed.get(place).map_or_else(|| &self.rows[place - listed.len()].1, |held| &held.card)
    }

    fn mended(&self) -> Vec<(PersonId, PersonId)> {
        let person = |place: usize| self.roll.cards()[place].person;
        let mended = self.torn_before.difference(&self.torn);
        mended.map(|(one, other)| (person(*one), person(*other))).filter(|(one, other)| one != other).collect()
    }

    fn parted(&self) -> Vec<Vec<RecordId>> {
        let listed = self.roll.cards();
        let ends = self.before().filter(|proof| self.torn.contains(proof) && !self.torn_before.contains(proof));
        let people = ends.map(|(one, other)| (listed[one].person, listed[other].person));
        let people: BTreeSet<PersonId> = people.filter(|(one, other)| one == other).map(|(one, _)| one).collect();
        if people.is_empty() {
            return Vec::new();
        }
        let before = webs(self.before().filter(|proof| !self.torn_before.contains(proof)));
        let now = webs(self.proofs.difference(&self.torn).copied());
        people.into_iter().flat_map(|person| self.parts_to_go(person, &before, &now)).collect()
    }

    fn parts_to_go(
        &self,
        person: PersonId,
        before: &BTreeMap<usize, usize>,
        now: &BTreeMap<usize, usize>,
    ) -> Vec<Vec<RecordId>> {
        let cards = self.roll.cards().iter().enumerate().filter(|(_, held)| held.person == person);
        let (told, rows): (Vec<_>, Vec<_>) = cards.partition(|(_, held)| held.record.is_none());
        let were_one = rows.windows(2).all(|two| {
            let web = before.get(&two[0].0);
            web.is_some() && web == before.get(&two[1].0)
        });
        if !were_one || rows.len() != self.roll.records_of(person).len() {
            return Vec::new();
        }
        let part_of = |place: usize| now.get(&place).copied().unwrap_or(place);
        let told: BTreeSet<usize> = told.iter().map(|(place, _)| part_of(*place)).collect();
        let mut parts: BTreeMap<usize, Vec<RecordId>> = BTreeMap::new();
        for (place, held) in &rows {
            parts.entry(part_of(*place)).or_default().extend(held.record);
        }
        let denied = |part: usize| rows.iter().any(|(place, _)| part_of(*place) == part && self.takes_a_side(*place));
        let stays = parts.iter().max_by_key(|(part, records)| {
            (told.contains(*part), denied(**part), records.len(), std::cmp::Reverse(records.iter().min().copied()))
        });
        let stays = stays.map(|(part, _)| *part);
        parts.into_iter().filter(|(part, _)| Some(*part) != stays).map(|(_, records)| records).collect()
    }

    /// Whether the card is surely another's than a card that a torn proof leads to.
    fn takes_a_side(&self, place: usize) -> bool {
        self.torn.iter().any(|(one, other)| self.is_denied(place, *one) || self.is_denied(place, *other))
    }
}
