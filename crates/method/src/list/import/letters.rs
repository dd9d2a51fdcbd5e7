//! Letters become correspondence: how many on which day, in each direction, with one address.
//!
//! Serves the import of the first step. It refuses to count a letter twice, and knows nothing of what was written.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::civil::Date;

use super::account::Offered;
use crate::campaign::Campaign;
use crate::change::Change;
use crate::id::{CorrespondenceId, Ids};
use crate::list::reading::Letter;
use crate::list::{Correspondence, Letters};

/// Where letters are counted.
pub(super) struct Book<'a> {
    campaign: &'a Campaign,
    ids: &'a Ids,
    known: HashMap<(String, String), CorrespondenceId>,
    written: BTreeMap<CorrespondenceId, Correspondence>,
}

impl<'a> Book<'a> {
    pub(super) fn new(campaign: &'a Campaign, ids: &'a Ids) -> Self {
        let known = campaign.correspondence.values();
        Book {
            campaign,
            ids,
            known: known.map(|one| ((one.importer.clone(), one.address.clone()), one.id)).collect(),
            written: BTreeMap::new(),
        }
    }

    /// Counts the letters of one file. On each day the greater number wins, so that overlapping files never count a
    /// letter twice. Gives how many letters were new.
    pub(super) fn take(&mut self, kind: &str, found: &[Letter]) -> usize {
        let mut counted: BTreeMap<&str, BTreeMap<Date, Letters>> = BTreeMap::new();
        for letter in found {
            let day = counted.entry(&letter.address).or_default().entry(letter.on).or_default();
            let way = if letter.sent { &mut day.sent } else { &mut day.received };
            *way = way.saturating_add(1);
        }
        let mut added = 0;
        for (address, days) in counted {
            let mut one = self.with(kind, address);
            let before = added;
            for (day, letters) in days {
                let known = one.days.entry(day).or_default();
                added += letters.sent.saturating_sub(known.sent) as usize;
                added += letters.received.saturating_sub(known.received) as usize;
                known.sent = known.sent.max(letters.sent);
                known.received = known.received.max(letters.received);
            }
            if added > before {
                self.known.insert((kind.to_owned(), address.to_owned()), one.id);
                self.written.insert(one.id, one);
            }
        }
        added
    }

    fn standing(&self, kind: &str, address: &str) -> Option<&Correspondence> {
        let id = self.known.get(&(kind.to_owned(), address.to_owned()))?;
        self.written.get(id).or_else(|| self.campaign.correspondence.get(id))
    }

    fn with(&self, kind: &str, address: &str) -> Correspondence {
        self.standing(kind, address).cloned().unwrap_or_else(|| Correspondence {
            id: self.ids.fresh(),
            importer: kind.to_owned(),
            address: address.to_owned(),
            days: BTreeMap::new(),
        })
    }

    /// Those in a file who are not on the list and with whom there was mail both ways, the busiest first.
    pub(super) fn offered(&self, kind: &str, found: &[Letter], listed: impl Fn(&str) -> bool) -> Vec<Offered> {
        let addresses: BTreeSet<&str> = found.iter().map(|letter| letter.address.as_str()).collect();
        let strangers = addresses.into_iter().filter(|address| !listed(address));
        let mut offered: Vec<Offered> = strangers.filter_map(|address| self.figures(kind, address)).collect();
        offered.sort_by(|a, b| (b.sent + b.received, &a.address).cmp(&(a.sent + a.received, &b.address)));
        offered
    }

    fn figures(&self, kind: &str, address: &str) -> Option<Offered> {
        let days = &self.standing(kind, address)?.days;
        let sum = |way: fn(&Letters) -> u32| days.values().map(way).fold(0, u32::saturating_add);
        let (sent, received) = (sum(|day| day.sent), sum(|day| day.received));
        let (last_on, _) = days.last_key_value().filter(|_| sent > 0 && received > 0)?;
        Some(Offered { address: address.to_owned(), sent, received, last_on: *last_on })
    }

    pub(super) fn changes(self) -> impl Iterator<Item = Change> {
        self.written.into_values().map(Change::from)
    }
}
