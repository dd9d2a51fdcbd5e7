//! Which rows are about the same person, and about whom on the list.
//!
//! Serves the import of the first step. Proof is what `duplicates::proof` takes for it, or being the same row of an earlier
//! file. Rows are compared with rows and not with people, so that it does not matter which file came first. What the
//! seeker split or called two people stays two, and what was known with a row already proves nothing new. A row that
//! is proven to be one with two who surely are not one joins neither, as `duplicates::torn` has it.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::roll::Roll;
use super::rows::{Row, Table};
use super::web;
use crate::id::{Ids, PersonId, RecordId};
use crate::list::duplicates::card::Card;
use crate::list::duplicates::proof::{claims, is_denied, is_proof};
use crate::list::duplicates::torn::proof;
use crate::list::duplicates::weigh::weigh;
use crate::list::merge::Becomes;

/// With more claimants than these of one claim a row is not compared: what so many have is nobody's own.
pub(super) const MOST: usize = 64;

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
    /// The place of each row of each table among the cards.
    rows: Vec<Vec<usize>>,
    /// What proves rows to be one with others, in the order in which it is taken up.
    proofs: Vec<Proven>,
    /// The rows that proved two people on the list to be one.
    joining: HashSet<usize>,
    becomes: Becomes,
    parted: Vec<Vec<RecordId>>,
}

/// A row of this import is proven to be one with somebody.
struct Proven {
    row: usize,
    other: Other,
}

/// Another card, by its place on the roll or among the rows of this import.
enum Other {
    Listed(usize),
    Row(usize),
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
        proofs: Vec::new(),
        joining: HashSet::new(),
        becomes: Becomes::new(),
        parted: Vec::new(),
    };
    for table in tables {
        let places = table.rows.iter().map(|row| same.place(roll, table, row)).collect();
        same.rows.push(places);
    }
    same.join(roll);
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

/// The cards on the list that are proven to be one with this one; those of whoever shares most with it come first, then
/// those of the oldest.
fn proven_on_the_list(roll: &Roll<'_>, card: &Card, claims: &[String]) -> Vec<usize> {
    let mut shared: BTreeMap<PersonId, usize> = BTreeMap::new();
    let mut places: Vec<(PersonId, usize)> = Vec::new();
    for claim in claims {
        for (place, other) in roll.claimants(claim).take(MOST) {
            if is_proof(&weigh(card, &other.card, roll.len())) {
                *shared.entry(other.person).or_default() += 1;
                places.push((other.person, place));
            }
        }
    }
    places.sort_by_key(|(person, place)| (Reverse(shared[person]), *person, *place));
    places.dedup();
    places.into_iter().map(|(_, place)| place).collect()
}

impl<'a> Same<'a> {
    /// Gives the row a group of its own, or that of its earlier self, and notes what it proves.
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
        let row = self.cards.len();
        let listed = proven_on_the_list(roll, &card, &new).into_iter().map(Other::Listed);
        let here = self.proven_in_this_import(&card, &new, roll.len()).into_iter().map(Other::Row);
        self.proofs.extend(listed.chain(here).map(|other| Proven { row, other }));
        self.cards.push((own, card));
        self.held[own].push(row);
        for claim in new {
            self.of_claim.entry(claim).or_default().push(row);
        }
        row
    }

    fn proven_in_this_import(&self, card: &Card, claims: &[String], entries: usize) -> BTreeSet<usize> {
        let claimants = claims.iter().filter_map(|claim| self.of_claim.get(claim));
        let places = claimants.flat_map(|places| places.iter().take(MOST)).copied();
        places.filter(|place| is_proof(&weigh(card, &self.cards[*place].1, entries))).collect()
    }

    /// Makes one whoever is proven to be, where the proof holds.
    fn join(&mut self, roll: &Roll<'_>) {
        let listed = roll.cards().len();
        let proofs = std::mem::take(&mut self.proofs);
        let place = |other: &Other| match other {
            Other::Listed(place) => *place,
            Other::Row(row) => listed + row,
        };
        let new = proofs.iter().map(|proven| proof(listed + proven.row, place(&proven.other)));
        let web = web::judge(roll, &self.cards, new.collect());
        for Proven { row, other } in proofs {
            if !web.torn.contains(&proof(listed + row, place(&other))) {
                let group = match other {
                    Other::Listed(place) => self.group_of(roll.cards()[place].person),
                    Other::Row(other) => self.cards[other].0,
                };
                if self.unite(roll, self.cards[row].0, group) {
                    self.joining.insert(row);
                }
            }
        }
        for (one, other) in web.mended {
            let (one, other) = (self.group_of(one), self.group_of(other));
            self.unite(roll, one, other);
        }
        self.parted = web.parted;
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

    /// Makes two groups one, unless that would join two whom the seeker told apart, or who surely are not one. The oldest
    /// person on the list stands above. Gives whether two people on the list became one.
    fn unite(&mut self, roll: &Roll<'_>, a: usize, b: usize) -> bool {
        let (a, b) = (self.top(a), self.top(b));
        let rank = |group: usize| (self.listed[group].is_none(), self.listed[group], group);
        let (above, below) = if rank(a) <= rank(b) { (a, b) } else { (b, a) };
        let apart = |one: &PersonId| self.members[below].iter().any(|other| roll.are_apart(*one, *other));
        if a == b || self.members[above].iter().any(apart) || self.are_denied(roll, above, below) {
            return false;
        }
        self.above[below] = above;
        let joined = std::mem::take(&mut self.members[below]);
        self.members[above].extend(joined);
        let held = std::mem::take(&mut self.held[below]);
        self.held[above].extend(held);
        self.listed[below].is_some()
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

    /// The rows of earlier files, person by person, that are proven no longer to be about whom they were taken to be about.
    pub(super) fn parted(&self) -> &[Vec<RecordId>] {
        &self.parted
    }

    /// Whether a row of this import has that address.
    pub(super) fn has(&self, address: &str) -> bool {
        self.addresses.contains(address)
    }

    /// Whom each row of each table is about, in the order of the rows. New people get their ids in that order.
    pub(super) fn people(&self, ids: &Ids) -> Vec<Vec<Who>> {
        let mut new: HashMap<usize, PersonId> = HashMap::new();
        let mut who = |row: &usize| {
            let (top, is_proof) = (self.top(self.cards[*row].0), self.joining.contains(row));
            if let Some(person) = self.listed[top] {
                return Who { person, is_new: false, is_proof };
            }
            let is_new = !new.contains_key(&top);
            let person = *new.entry(top).or_insert_with(|| ids.fresh());
            Who { person, is_new, is_proof }
        };
        let rows = self.rows.iter();
        rows.map(|places| places.iter().map(&mut who).collect()).collect()
    }
}
