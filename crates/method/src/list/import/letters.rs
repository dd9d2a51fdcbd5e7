//! Letters become correspondence: how many on which day, in each direction, with one address.
//!
//! Serves the import of the first step. It refuses to count a letter twice, and knows nothing of what was written.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;

use super::account::Offered;
use crate::campaign::Campaign;
use crate::change::Change;
use crate::id::{CorrespondenceId, Ids};
use crate::list::reading::{Exchanges, Letter};
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
        self.take_days(kind, counted.iter().map(|(address, days)| (*address, days)))
    }

    /// The same for letters and meetings that are added up already.
    pub(super) fn take_days<'d>(
        &mut self,
        kind: &str,
        counted: impl Iterator<Item = (&'d str, &'d BTreeMap<Date, Letters>)>,
    ) -> usize {
        let mut added = 0;
        for (address, days) in counted {
            let mut one = self.with(kind, address);
            let before = added;
            for (day, letters) in days.iter().filter(|(_, letters)| letters.all() > 0) {
                let known = one.days.entry(*day).or_default();
                let more = known.or_more(*letters);
                added += more.all().saturating_sub(known.all()) as usize;
                *known = more;
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

    /// Those in a file who are not on the list and with whom there was mail both ways, or a second meeting; the busiest
    /// first. Handed in are their addresses, with a name where the file has one.
    pub(super) fn offered(
        &self,
        kind: &str,
        addresses: &BTreeMap<&str, Option<&str>>,
        listed: impl Fn(&str) -> bool,
    ) -> Vec<Offered> {
        let strangers = addresses.iter().filter(|(address, _)| !listed(address));
        let offer = |(address, name): (&&str, &Option<&str>)| {
            Some(Offered { name: name.map(str::to_owned), ..self.figures(kind, address)? })
        };
        let mut offered: Vec<Offered> = strangers.filter_map(offer).collect();
        let busy = |one: &Offered| one.sent.saturating_add(one.received).saturating_add(one.met);
        offered.sort_by(|a, b| busy(b).cmp(&busy(a)).then_with(|| a.address.cmp(&b.address)));
        offered
    }

    fn figures(&self, kind: &str, address: &str) -> Option<Offered> {
        let days = &self.standing(kind, address)?.days;
        let sum = |way: fn(&Letters) -> u32| days.values().map(way).fold(0, u32::saturating_add);
        let (sent, received, met) = (sum(|day| day.sent), sum(|day| day.received), sum(|day| day.met));
        let (last_on, _) = days.last_key_value().filter(|_| (sent > 0 && received > 0) || met > 1)?;
        Some(Offered { address: address.to_owned(), name: None, sent, received, met, last_on: *last_on })
    }

    pub(super) fn changes(self) -> impl Iterator<Item = Change> {
        self.written.into_values().map(Change::from)
    }
}

/// How many letters and meetings were found.
pub(super) fn count(found: &Exchanges) -> usize {
    let days = found.with.values().flat_map(|one| one.days.values());
    days.map(|day| day.all() as usize).fold(0, usize::saturating_add)
}
