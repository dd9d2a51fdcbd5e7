//! The organizations of a search: where the seeker would like to be, those that were spoken of, and those where people
//! on the list are. One of them with everybody there, and what was said of it (rows M1, M7, M14).
//!
//! Serves the list and the ways in. Two ways of writing one name are one organization; it refuses to rank them.

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;

use crate::campaign::Campaign;
use crate::id::PersonId;
use crate::list::written::fold;
use crate::organization::{key, same};

mod one;

pub use one::{OrganizationReport, Said, There, WasThere, organization, organization_in};

/// One organization, as a line of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Organization {
    /// Its name, as it was written first.
    pub name: String,
    /// Whether the seeker would like to be there.
    pub is_wanted: bool,
    /// How many people on the list are there.
    pub people: usize,
    /// How many times it was spoken of: named in a conversation, somebody named who is there, or an opportunity there.
    pub spoken_of: usize,
    /// Whether the seeker follows it on a network.
    pub is_followed: bool,
}

/// Every organization once.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Organizations {
    /// Where the seeker would like to be, in their order.
    pub wanted: Vec<Organization>,
    /// Others that were spoken of, the most often named first.
    pub spoken_of: Vec<Organization>,
    /// Others where people on the list are, those with the most people first.
    pub others: Vec<Organization>,
    /// Others that the seeker follows on a network, where nobody is known, in the order of their names.
    pub followed: Vec<Organization>,
}

impl Organizations {
    /// All of them, in this order.
    pub fn all(&self) -> Vec<&Organization> {
        [&self.wanted, &self.spoken_of, &self.others, &self.followed].into_iter().flatten().collect()
    }
}

/// The organizations in whose names every word of the query stands; all of them for an empty query.
pub fn organizations(campaign: &Campaign, query: &str) -> Organizations {
    let mut counted = Counted::default();
    for name in &campaign.direction.organizations {
        counted.of(name).is_wanted = true;
    }
    let held = campaign.conversations.values().flat_map(|held| &held.organizations);
    let there = campaign.opportunities.values().filter_map(|opportunity| opportunity.organization.as_ref());
    for name in held.chain(there) {
        counted.of(name).spoken_of += 1;
    }
    for referral in campaign.referrals.values() {
        if let Some(name) = campaign.shown(referral.person).organization() {
            counted.of(name).spoken_of += 1;
        }
    }
    for shown in campaign.everybody() {
        if let Some(name) = shown.organization() {
            counted.of(name).people += 1;
        }
    }
    for followed in campaign.followed.values() {
        counted.of(&followed.organization).is_followed = true;
    }
    sorted(counted.all, query)
}

/// What makes two ways of writing a name one organization. Where the name has no letter, the name itself.
pub fn identity(name: &str) -> String {
    key(name).unwrap_or_else(|| fold(name))
}

/// The others on the list who are at that organization and were not set aside.
pub(crate) fn others_at<'a>(
    campaign: &'a Campaign,
    person: PersonId,
    organization: &'a str,
) -> impl Iterator<Item = PersonId> + 'a {
    let others = campaign.everybody().filter(move |one| one.id != person && one.told().is_some_and(|it| !it.set_aside));
    let there = others.filter(move |one| one.organization().is_some_and(|there| same(there, organization)));
    there.map(|one| one.id)
}

fn sorted(all: Vec<Organization>, query: &str) -> Organizations {
    let query = fold(query);
    let words: Vec<&str> = query.split_whitespace().collect();
    let mut sorted = Organizations::default();
    for one in all {
        if !words.is_empty() {
            let name = fold(&one.name);
            if !words.iter().all(|word| name.contains(word)) {
                continue;
            }
        }
        match (one.is_wanted, one.spoken_of, one.people) {
            (true, _, _) => sorted.wanted.push(one),
            (false, 0, 0) => sorted.followed.push(one),
            (false, 0, _) => sorted.others.push(one),
            (false, _, _) => sorted.spoken_of.push(one),
        }
    }
    sorted.spoken_of.sort_by(|a, b| b.spoken_of.cmp(&a.spoken_of).then_with(|| a.name.cmp(&b.name)));
    sorted.followed.sort_by_cached_key(|one| fold(&one.name));
    sorted.others.sort_by(|a, b| b.people.cmp(&a.people).then_with(|| a.name.cmp(&b.name)));
    sorted
}

/// Organizations while they are counted. Thousands of people share few ways of writing, so each is looked at once.
#[derive(Default)]
struct Counted<'a> {
    all: Vec<Organization>,
    by_identity: BTreeMap<String, usize>,
    as_written: HashMap<&'a str, usize>,
}

impl<'a> Counted<'a> {
    fn of(&mut self, name: &'a str) -> &mut Organization {
        let place = match self.as_written.get(name) {
            Some(place) => *place,
            None => {
                let place = *self.by_identity.entry(identity(name)).or_insert(self.all.len());
                if place == self.all.len() {
                    let name = name.trim().to_owned();
                    self.all.push(Organization { name, is_wanted: false, people: 0, spoken_of: 0, is_followed: false });
                }
                self.as_written.insert(name, place);
                place
            }
        };
        &mut self.all[place]
    }
}

#[cfg(test)]
mod tests;
