//! Who on the list has which address, and which rows are known: looked up for every row, so found at once.
//!
//! Serves the import of the first step. It refuses to look at the forgotten.

use std::collections::HashMap;

use crate::campaign::Campaign;
use crate::id::{PersonId, RecordId};
use crate::list::Record;

/// The roll of everybody on the list.
pub(super) struct Roll<'a> {
    campaign: &'a Campaign,
    holders: HashMap<&'a str, Vec<PersonId>>,
    records: HashMap<(&'a str, &'a str), RecordId>,
}

impl<'a> Roll<'a> {
    pub(super) fn of(campaign: &'a Campaign) -> Self {
        let mut roll = Roll {
            campaign,
            holders: HashMap::with_capacity(campaign.records.len() * 2),
            records: HashMap::with_capacity(campaign.records.len()),
        };
        for person in campaign.people.values().filter(|person| !person.forgotten) {
            roll.hold(person.id, person.emails.iter().chain(&person.links));
        }
        for record in campaign.records.values() {
            roll.hold(record.person, record.emails.iter().chain(&record.links));
            if let Some(source) = campaign.sources.get(&record.source) {
                roll.records.insert((source.importer.as_str(), record.row_key.as_str()), record.id);
            }
        }
        roll
    }

    fn hold(&mut self, person: PersonId, addresses: impl Iterator<Item = &'a String>) {
        for address in addresses {
            let holders = self.holders.entry(address).or_default();
            if !holders.contains(&person) {
                holders.push(person);
                holders.sort_unstable();
            }
        }
    }

    /// Everybody who has this address, the oldest first. Several only where the seeker split them on purpose.
    pub(super) fn holders(&self, address: &str) -> &[PersonId] {
        self.holders.get(address).map_or(&[], Vec::as_slice)
    }

    /// Whether somebody has this address.
    pub(super) fn has(&self, address: &str) -> bool {
        self.holders.contains_key(address)
    }

    /// The record of that row of an earlier file of the same kind, as it stood before the import.
    pub(super) fn record(&self, kind: &str, key: &str) -> Option<&'a Record> {
        self.campaign.records.get(self.records.get(&(kind, key))?)
    }
}
