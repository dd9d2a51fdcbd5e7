//! Who is or was around an organization. Serves the ways into one: thousands of people share few names, so each name is
//! made comparable once. It refuses to say more than that somebody may have been there; the ways look closer.

use std::collections::{BTreeMap, HashMap};

use crate::campaign::Shown;
use crate::id::PersonId;
use crate::list::stays::Stay;
use crate::organization::key;

/// The numbers of the people by the key of the organization, in the order of the numbers, each once.
pub(super) fn around(everybody: &[Shown<'_>], stays: &BTreeMap<PersonId, Vec<Stay>>) -> HashMap<String, Vec<u32>> {
    let mut by_name: HashMap<&str, Vec<u32>> = HashMap::new();
    let mut around: HashMap<String, Vec<u32>> = HashMap::new();
    for (number, shown) in (0..).zip(everybody) {
        let past = shown.records.iter().flat_map(|record| &record.past);
        let past = past.filter_map(|past| past.organization.as_deref());
        for name in shown.organization().into_iter().chain(past) {
            by_name.entry(name).or_default().push(number);
        }
        for stay in stays.get(&shown.id).into_iter().flatten() {
            around.entry(stay.key.clone()).or_default().push(number);
        }
    }
    for (name, numbers) in by_name {
        if let Some(key) = key(name) {
            around.entry(key).or_default().extend(numbers);
        }
    }
    for numbers in around.values_mut() {
        numbers.sort_unstable();
        numbers.dedup();
    }
    around
}
