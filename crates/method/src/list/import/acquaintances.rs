//! Who shared letters and meetings with whom becomes acquaintance: two addresses, and how much in which year.
//!
//! Serves the import of the first step. Of two files of one importer the greater weight of a year counts, so that
//! importing again, in whichever order, changes nothing. It refuses to make anybody a person.

use std::collections::{BTreeMap, HashMap};

use crate::campaign::Campaign;
use crate::change::Change;
use crate::id::{AcquaintanceId, Ids};
use crate::list::Acquaintance;
use crate::list::reading::Shared;

/// Where pairs are noted.
pub(super) struct Pairs<'a> {
    campaign: &'a Campaign,
    ids: &'a Ids,
    /// By importer and both addresses. Made when it is needed first: most imports tell of no pairs.
    known: Option<HashMap<(String, String, String), AcquaintanceId>>,
    written: BTreeMap<AcquaintanceId, Acquaintance>,
}

impl<'a> Pairs<'a> {
    pub(super) fn new(campaign: &'a Campaign, ids: &'a Ids) -> Self {
        Pairs { campaign, ids, known: None, written: BTreeMap::new() }
    }

    /// Notes the pairs of one file, and gives of how many something was new.
    pub(super) fn take(&mut self, kind: &str, found: &BTreeMap<(String, String), Shared>) -> usize {
        if found.is_empty() {
            return 0;
        }
        let campaign = self.campaign;
        let mut known = self.known.take().unwrap_or_else(|| known(campaign));
        let mut added = 0;
        for ((a, b), shared) in found {
            let place = (kind.to_owned(), a.clone(), b.clone());
            let standing =
                known.get(&place).and_then(|id| self.written.get(id).or_else(|| campaign.acquaintances.get(id)));
            let mut pair = standing.cloned().unwrap_or_else(|| Acquaintance {
                id: self.ids.fresh(),
                importer: kind.to_owned(),
                a: a.clone(),
                b: b.clone(),
                years: Vec::new(),
                last_on: shared.last_on,
            });
            if grow(&mut pair, shared) {
                added += 1;
                known.insert(place, pair.id);
                self.written.insert(pair.id, pair);
            }
        }
        self.known = Some(known);
        added
    }

    pub(super) fn changes(self) -> impl Iterator<Item = Change> {
        self.written.into_values().map(Change::from)
    }
}

fn known(campaign: &Campaign) -> HashMap<(String, String, String), AcquaintanceId> {
    let pairs = campaign.acquaintances.values();
    pairs.map(|pair| ((pair.importer.clone(), pair.a.clone(), pair.b.clone()), pair.id)).collect()
}

/// Takes over what is more; gives whether anything was.
fn grow(pair: &mut Acquaintance, shared: &Shared) -> bool {
    let mut grew = shared.last_on > pair.last_on;
    pair.last_on = pair.last_on.max(shared.last_on);
    for (year, weight) in &shared.years {
        match pair.years.binary_search_by_key(year, |(year, _)| *year) {
            Ok(place) => {
                let known = &mut pair.years[place].1;
                grew |= weight > known;
                *known = (*known).max(*weight);
            }
            Err(place) => {
                grew = true;
                pair.years.insert(place, (*year, *weight));
            }
        }
    }
    grew
}
