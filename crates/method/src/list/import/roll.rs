//! Who on the list has which address, and which rows are known: looked up for every row, so found at once.
//!
//! Serves the import of the first step. It refuses to look at the forgotten.

use std::collections::{HashMap, HashSet};

use crate::campaign::Campaign;
use crate::id::{PersonId, RecordId};
use crate::list::Record;
use crate::list::duplicates::card::Card;
use crate::list::duplicates::proof::claims;

/// One card of somebody on the list.
pub(super) struct Held {
    pub(super) person: PersonId,
    /// The row of a file that says so; none for what the seeker told.
    pub(super) record: Option<RecordId>,
    pub(super) card: Card,
}

/// The roll of everybody on the list.
pub(super) struct Roll<'a> {
    campaign: &'a Campaign,
    addresses: HashSet<&'a str>,
    /// What the seeker told and what each row of a file says, each as one card.
    cards: Vec<Held>,
    /// The places of the cards that make a claim.
    claims: HashMap<String, Vec<usize>>,
    records: HashMap<(&'a str, &'a str), RecordId>,
    apart: HashSet<(PersonId, PersonId)>,
}

impl<'a> Roll<'a> {
    pub(super) fn of(campaign: &'a Campaign) -> Self {
        let mut roll = Roll {
            campaign,
            addresses: HashSet::with_capacity(campaign.records.len() * 2),
            cards: Vec::with_capacity(campaign.records.len() + campaign.people.len()),
            claims: HashMap::with_capacity(campaign.records.len() * 2),
            records: HashMap::with_capacity(campaign.records.len()),
            apart: campaign.aparts.values().map(|apart| (apart.a, apart.b)).collect(),
        };
        for person in campaign.people.values().filter(|person| !person.forgotten) {
            roll.addresses.extend(person.emails.iter().chain(&person.links).map(String::as_str));
            roll.hold(Held { person: person.id, record: None, card: Card::of_told(person) });
        }
        for record in campaign.records.values() {
            roll.addresses.extend(record.emails.iter().chain(&record.links).map(String::as_str));
            roll.hold(Held { person: record.person, record: Some(record.id), card: Card::of_record(record) });
            if let Some(source) = campaign.sources.get(&record.source) {
                roll.records.insert((source.importer.as_str(), record.row_key.as_str()), record.id);
            }
        }
        roll
    }

    fn hold(&mut self, held: Held) {
        let claims = claims(&held.card);
        if claims.is_empty() {
            return;
        }
        let place = self.cards.len();
        self.cards.push(held);
        for claim in claims {
            self.claims.entry(claim).or_default().push(place);
        }
    }

    /// What the seeker told and what each row says of that person, each as one card.
    pub(super) fn cards_of(&self, person: PersonId) -> Vec<Card> {
        let shown = self.campaign.shown(person);
        let records = shown.records.iter().map(|record| Card::of_record(record));
        shown.told().map(Card::of_told).into_iter().chain(records).collect()
    }

    /// Every card that makes this claim, with its place.
    pub(super) fn claimants(&self, claim: &str) -> impl Iterator<Item = (usize, &Held)> {
        let places = self.claims.get(claim).into_iter().flatten();
        places.filter_map(|place| Some((*place, self.cards.get(*place)?)))
    }

    /// All cards that make a claim, in their places.
    pub(super) fn cards(&self) -> &[Held] {
        &self.cards
    }

    /// The rows of files that are about that person.
    pub(super) fn records_of(&self, person: PersonId) -> Vec<RecordId> {
        self.campaign.shown(person).records.iter().map(|record| record.id).collect()
    }

    /// Whether somebody has this address.
    pub(super) fn has(&self, address: &str) -> bool {
        self.addresses.contains(address)
    }

    /// Whether the seeker said that these two are not one.
    pub(super) fn are_apart(&self, one: PersonId, other: PersonId) -> bool {
        !self.apart.is_empty() && self.apart.contains(&(one.min(other), one.max(other)))
    }

    /// How many entries the list has, as far as a comparison asks.
    pub(super) fn len(&self) -> usize {
        self.campaign.people.len()
    }

    /// The record of that row of an earlier file of the same kind, as it stood before the import.
    pub(super) fn record(&self, kind: &str, key: &str) -> Option<&'a Record> {
        self.campaign.records.get(self.records.get(&(kind, key))?)
    }
}
