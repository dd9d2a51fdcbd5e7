//! Which rows are about the same person, and about whom on the list.
//!
//! Serves the import of the first step. Proof is the same link or the same e-mail address, or being the same row of an earlier file. What the seeker split stays
//! split: an address that was known with a row already proves nothing new.

use std::collections::{BTreeMap, HashMap};

use super::roll::Roll;
use super::rows::Table;
use crate::id::{Ids, PersonId};
use crate::list::merge::Becomes;

/// Groups of rows and people that are one person each.
pub(super) struct Same<'a> {
    /// The group above each; a top group stands above itself.
    above: Vec<usize>,
    /// The person on the list, for groups that began as one.
    listed: Vec<Option<PersonId>>,
    of_person: HashMap<PersonId, usize>,
    of_address: HashMap<&'a str, usize>,
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
        of_person: HashMap::new(),
        of_address: HashMap::new(),
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

impl<'a> Same<'a> {
    fn place(&mut self, roll: &Roll<'_>, table: &'a Table, row: &'a super::rows::Row) -> usize {
        let key = (table.kind.as_str(), row.told.key.as_str());
        let record = roll.record(key.0, key.1);
        let own = match (record, self.of_row.get(&key)) {
            (Some(record), _) => self.group_of(record.person),
            (None, Some(group)) => *group,
            (None, None) => self.group(None),
        };
        self.of_row.insert(key, own);
        let known = |address: &String| {
            record.is_some_and(|record| record.emails.contains(address) || record.links.contains(address))
        };
        let mut shared: Option<PersonId> = None;
        let mut is_proven = record.is_some();
        let addresses = row.told.emails.iter().chain(&row.told.links);
        for address in addresses.filter(|address| !known(address)) {
            match roll.holders(address) {
                [] => {
                    let claimed = *self.of_address.entry(address).or_insert(own);
                    is_proven |= self.unite(own, claimed);
                }
                [one] => {
                    let group = self.group_of(*one);
                    self.unite(own, group);
                    is_proven = true;
                }
                [oldest, ..] => shared = shared.or(Some(*oldest)),
            }
        }
        if let Some(oldest) = shared.filter(|_| !is_proven) {
            let group = self.group_of(oldest);
            self.unite(own, group);
        }
        own
    }

    fn group(&mut self, listed: Option<PersonId>) -> usize {
        let group = self.above.len();
        self.above.push(group);
        self.listed.push(listed);
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

    /// Makes two groups one. The oldest person on the list stands above; gives whether they were two.
    fn unite(&mut self, a: usize, b: usize) -> bool {
        let (a, b) = (self.top(a), self.top(b));
        let rank = |group: usize| (self.listed[group].is_none(), self.listed[group], group);
        let (above, below) = if rank(a) <= rank(b) { (a, b) } else { (b, a) };
        if a != b && self.listed[below].is_some() {
            self.proofs += 1;
        }
        self.above[below] = above;
        a != b
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
        self.of_address.contains_key(address)
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
