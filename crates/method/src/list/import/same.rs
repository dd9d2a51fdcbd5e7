//! Which rows are about the same person, and about whom on the list.
//!
//! Serves the import of the first step. Proof is what `duplicates::proof` takes for it, or being the same row of an earlier
//! file. Rows are compared with rows and not with people, so that it does not matter which file came first. What the
//! seeker split or called two people stays two, a row that resembles two who are surely not one joins them not, and what was known with a row already proves nothing new.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};

use super::roll::Roll;
use super::rows::{Row, Table};
use crate::id::{Ids, PersonId};
use crate::list::duplicates::card::Card;
use crate::list::duplicates::proof::{claims, is_denied, is_proof};
use crate::list::duplicates::weigh::weigh;
use crate::list::merge::Becomes;

/// With more claimants than these of one claim a row is not compared: what so many have is nobody's own.
const MOST: usize = 64;

/// Groups of rows and people that are one person each.
pub(super) struct Same<'a> {
    /// The group above each; a top group stands above itself.
    above: Vec<usize>,
    /// The person on the list, for groups that began as one.
    listed: Vec<Option<PersonId>>,
    /// The people on the list within a group, for top groups.
    members: Vec<Vec<PersonId>>,
    /// The cards of the rows within a group, for top groups.
    held: Vec<Vec<usize>>,
    of_person: HashMap<PersonId, usize>,
    /// The rows of this import that make a claim: their groups and cards.
    of_claim: HashMap<String, Vec<usize>>,
    cards: Vec<(usize, Card)>,
    addresses: HashSet<&'a str>,
    of_row: HashMap<(&'a str, &'a str), usize>,
    /// The group of each row of each table, and whether that row proved two people on the list to be one.
    rows: Vec<Vec<(usize, bool)>>,
    /// How often two people on the list turned out to be one so far.
    proofs: usize,
    becomes: Becomes,
}

/// Finds out who is who.
pub(super) fn find<'a>(roll: &Roll<'_>, tables: &'a [Table]) -> Same<'a> {
    let mut same = Same {
        above: Vec::new(),
        listed: Vec::new(),
        members: Vec::new(),
        held: Vec::new(),
        of_person: HashMap::new(),
        of_claim: HashMap::new(),
        cards: Vec::new(),
        addresses: HashSet::new(),
        of_row: HashMap::new(),
        rows: Vec::new(),
        proofs: 0,
        becomes: Becomes::new(),
    };
    for table in tables {
        let mut place = |row| {
            let before = same.proofs;
            (same.place(roll, table, row), same.proofs > before)
        };
        let groups = table.rows.iter().map(&mut place).collect();
        same.rows.push(groups);
    }
    same.note_who_becomes_whom();
    same
}

/// The person of each row: somebody on the list, or somebody new.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Who {
    pub(super) person: PersonId,
    pub(super) is_new: bool,
    /// Whether the row proved two people on the list to be one.
    pub(super) is_proof: bool,
}

/// Who on the list is proven to be the one on this card; whoever shares most with it comes first, then the oldest.
fn proven_on_the_list(roll: &Roll<'_>, card: &Card, claims: &[String]) -> Vec<PersonId> {
    let mut shared: BTreeMap<PersonId, usize> = BTreeMap::new();
    for claim in claims {
        for (person, other) in roll.claimants(claim).take(MOST) {
            if is_proof(&weigh(card, other, roll.len())) {
                *shared.entry(person).or_default() += 1;
            }
        }
    }
    let mut people: Vec<PersonId> = shared.keys().copied().collect();
    people.sort_by_key(|person| (Reverse(shared[person]), *person));
    people
}

impl<'a> Same<'a> {
    fn place(&mut self, roll: &Roll<'_>, table: &'a Table, row: &'a Row) -> usize {
        let key = (table.kind.as_str(), row.told.key.as_str());
        let record = roll.record(key.0, key.1);
        let own = match (record, self.of_row.get(&key)) {
            (Some(record), _) => self.group_of(record.person),
            (None, Some(group)) => *group,
            (None, None) => self.group(None),
        };
        self.of_row.insert(key, own);
        self.addresses.extend(row.told.emails.iter().chain(&row.told.links).map(String::as_str));
        let card = Card::of_row(&row.told);
        let known = record.map(|record| claims(&Card::of_record(record))).unwrap_or_default();
        let mut new = claims(&card);
        new.retain(|claim| !known.contains(claim));
        let on_the_list = proven_on_the_list(roll, &card, &new);
        let in_this_import = self.proven_in_this_import(&card, &new, roll.len());
        let place = self.cards.len();
        self.cards.push((own, card));
        let top = self.top(own);
        self.held[top].push(place);
        for person in on_the_list {
            let group = self.group_of(person);
            self.unite(roll, own, group);
        }
        for group in in_this_import {
            self.unite(roll, own, group);
        }
        for claim in new {
            self.of_claim.entry(claim).or_default().push(place);
        }
        own
    }

    fn proven_in_this_import(&self, card: &Card, claims: &[String], entries: usize) -> Vec<usize> {
        let claimants = claims.iter().filter_map(|claim| self.of_claim.get(claim));
        let places = claimants.flat_map(|places| places.iter().take(MOST));
        let others = places.filter_map(|place| self.cards.get(*place));
        others.filter(|(_, other)| is_proof(&weigh(card, other, entries))).map(|(group, _)| *group).collect()
    }

    fn group(&mut self, listed: Option<PersonId>) -> usize {
        let group = self.above.len();
        self.above.push(group);
        self.listed.push(listed);
        self.members.push(listed.into_iter().collect());
        self.held.push(Vec::new());
        group
    }

    fn group_of(&mut self, person: PersonId) -> usize {
        if let Some(group) = self.of_person.get(&person) {
            return *group;
        }
        let group = self.group(Some(person));
        self.of_person.insert(person, group);
        group
    }

    fn top(&self, group: usize) -> usize {
        let mut top = group;
        while self.above[top] != top {
            top = self.above[top];
        }
        top
    }

    /// Whether somebody of one group is surely another than somebody of the other. Where the cards of one group say so
    /// of each other, the seeker made them one, and knows better.
    fn are_denied(&self, roll: &Roll<'_>, one: usize, other: usize) -> bool {
        let denied = |ones: &[Cow<'_, Card>], others: &[Cow<'_, Card>]| {
            ones.iter().any(|one| others.iter().any(|other| is_denied(&weigh(one, other, roll.len()))))
        };
        let (ones, others) = (self.cards_of(roll, one), self.cards_of(roll, other));
        denied(&ones, &others) && !denied(&ones, &ones) && !denied(&others, &others)
    }

    fn cards_of(&self, roll: &Roll<'_>, group: usize) -> Vec<Cow<'_, Card>> {
        let rows = self.held[group].iter().filter_map(|place| self.cards.get(*place)).map(|(_, card)| card);
        let listed = self.members[group].iter().flat_map(|person| roll.cards_of(*person));
        rows.map(Cow::Borrowed).chain(listed.map(Cow::Owned)).take(MOST).collect()
    }

    /// Makes two groups one, unless that would join two whom the seeker told apart, or who surely are not one. The oldest person on the list stands
    /// above.
    fn unite(&mut self, roll: &Roll<'_>, a: usize, b: usize) {
        let (a, b) = (self.top(a), self.top(b));
        let rank = |group: usize| (self.listed[group].is_none(), self.listed[group], group);
        let (above, below) = if rank(a) <= rank(b) { (a, b) } else { (b, a) };
        let apart = |one: &PersonId| self.members[below].iter().any(|other| roll.are_apart(*one, *other));
        if a == b || self.members[above].iter().any(apart) || self.are_denied(roll, above, below) {
            return;
        }
        if self.listed[below].is_some() {
            self.proofs += 1;
        }
        self.above[below] = above;
        let joined = std::mem::take(&mut self.members[below]);
        self.members[above].extend(joined);
        let held = std::mem::take(&mut self.held[below]);
        self.held[above].extend(held);
    }

    fn note_who_becomes_whom(&mut self) {
        let people: BTreeMap<PersonId, usize> = self.of_person.iter().map(|(id, group)| (*id, *group)).collect();
        for (person, group) in people {
            if let Some(oldest) = self.listed[self.top(group)].filter(|oldest| *oldest != person) {
                self.becomes.insert(person, oldest);
            }
        }
    }

    /// Which people on the list turn out to be one.
    pub(super) fn becomes(&self) -> &Becomes {
        &self.becomes
    }

    /// Whether a row of this import has that address.
    pub(super) fn has(&self, address: &str) -> bool {
        self.addresses.contains(address)
    }

    /// Whom each row of each table is about, in the order of the rows. New people get their ids in that order.
    pub(super) fn people(&self, ids: &Ids) -> Vec<Vec<Who>> {
        let mut new: HashMap<usize, PersonId> = HashMap::new();
        let mut who = |(group, is_proof): &(usize, bool)| {
            let (top, is_proof) = (self.top(*group), *is_proof);
            if let Some(person) = self.listed[top] {
                return Who { person, is_new: false, is_proof };
            }
            let is_new = !new.contains_key(&top);
            let person = *new.entry(top).or_insert_with(|| ids.fresh());
            Who { person, is_new, is_proof }
        };
        let rows = self.rows.iter();
        rows.map(|groups| groups.iter().map(&mut who).collect()).collect()
    }
}
