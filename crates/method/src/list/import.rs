//! Bringing in what files tell: people, the seeker's own past, and who wrote to whom and when.
//!
//! Serves the first step. The same content changes nothing the second time, and a later file only what it tells anew. It
//! refuses to guess: who is one person without being asked about stands in `duplicates/proof.rs`.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::campaign::Campaign;
use crate::change::{Change, Key, Kind, Noun};
use crate::id::{Ids, RecordId, SourceId};
use crate::list::merge::merged;
use crate::list::reading::{Findings, Reading};
use crate::list::{Person, Record, Source};

pub mod account;
mod acquaintances;
mod facts;
mod letters;
mod roll;
mod rows;
mod same;
mod web;

use account::{Account, Facts, Messages, Skipped, SourceAccount};

/// What an import comes to.
#[derive(Debug, Clone, PartialEq)]
pub struct Import {
    /// The changes; none when everything was known.
    pub changes: Vec<Change>,
    /// What became of every row.
    pub account: Account,
}

/// Brings in these readings, in their order.
///
/// A row that is proven to be about somebody on the list is about them; a row that an earlier file of the same
/// kind had is that row again. A later file wins over what an earlier one of its kind said, and where somebody used to
/// work is kept. If a row proves that two people on the list are one, they become one and the older id stays. What
/// the seeker told is never overridden.
pub fn import(campaign: &Campaign, ids: &Ids, today: Date, readings: &[Reading]) -> Import {
    let mut sources = Sources::of(campaign);
    let fresh: Vec<&Reading> = readings.iter().filter(|one| sources.wants(one)).collect();
    let roll = roll::Roll::of(campaign);
    let tables = rows::tables(&roll, &fresh);
    let same = same::find(&roll, &tables);
    if !same.parted().is_empty() {
        return import_after_parting(campaign, ids, today, readings, same.parted());
    }
    let mut changes = merged(campaign, same.becomes());
    let campaign = if changes.is_empty() {
        Cow::Borrowed(campaign)
    } else {
        let mut moved = campaign.clone();
        moved.apply(changes.iter().cloned());
        Cow::Owned(moved)
    };
    let mut people = tables.iter().zip(same.people(ids));
    let mut hands = Hands {
        desk: rows::Desk::new(&campaign, ids, today, &roll),
        book: letters::Book::new(&campaign, ids),
        pairs: acquaintances::Pairs::new(&campaign, ids),
        own: facts::Own::new(&campaign, ids),
    };
    let mut accounts: Vec<SourceAccount> = Vec::new();
    for reading in readings {
        let source = sources.wants(reading).then(|| sources.note(ids, today, reading));
        if let Some(known) = sources.hear_again(reading) {
            hands.own.hear(&reading.said, known);
        }
        account::file(&mut accounts, hands.take(reading, source, &mut people));
    }
    for source in hands.own.prove() {
        account::count_proof(&mut accounts, readings, |reading| sources.any_id(reading) == Some(source));
    }
    for reading in readings {
        let listed = |address: &str| roll.has(address) || same.has(address);
        hands.offer(reading, &mut accounts, listed);
    }
    changes.extend(sources.new.into_iter().chain(sources.heard).map(Change::from));
    changes.extend(hands.desk.changes());
    changes.extend(hands.book.changes());
    changes.extend(hands.pairs.changes());
    changes.extend(hands.own.changes());
    Import { changes: settled(changes), account: Account::of(accounts) }
}

/// Gives rows of earlier files that no longer prove to be about the same person to people of their own, then brings the
/// readings in.
fn import_after_parting(
    campaign: &Campaign,
    ids: &Ids,
    today: Date,
    readings: &[Reading],
    parted: &[Vec<RecordId>],
) -> Import {
    let mut changes: Vec<Change> = Vec::new();
    let mut new: BTreeSet<Key> = BTreeSet::new();
    for records in parted {
        let own: Person = Person::untold(ids.fresh(), today);
        let theirs = records.iter().filter_map(|id| campaign.records.get(id));
        changes.extend(theirs.map(|record| Change::from(Record { person: own.id, ..record.clone() })));
        new.insert(own.id.into());
        changes.push(own.into());
    }
    let mut moved = campaign.clone();
    moved.apply(changes.iter().cloned());
    let then = import(&moved, ids, today, readings);
    changes.extend(then.changes);
    let mut changes = settled(changes);
    // Whoever was only parted to join somebody else was never written.
    changes.retain(|change| !matches!(change, Change::Remove(key) if new.contains(key)));
    Import { changes, account: then.account }
}

/// What became of every row if these readings were brought in. Nothing is decided and nothing written.
pub fn rehearse(campaign: &Campaign, today: Date, readings: &[Reading]) -> Account {
    import(campaign, &unused_ids(campaign), today, readings).account
}

/// Ids that nobody has yet.
fn unused_ids(campaign: &Campaign) -> Ids {
    let mut last: BTreeMap<Kind, u64> = BTreeMap::new();
    for key in campaign.facts().iter().map(Noun::key) {
        let number = last.entry(key.kind).or_default();
        *number = key.number.max(*number);
    }
    Ids::after(last)
}

/// The four places where findings are taken up.
struct Hands<'a> {
    desk: rows::Desk<'a>,
    book: letters::Book<'a>,
    pairs: acquaintances::Pairs<'a>,
    own: facts::Own<'a>,
}

impl<'a> Hands<'a> {
    /// Takes up one reading; one without a source was imported before and only counts.
    fn take<'t>(
        &mut self,
        reading: &'a Reading,
        source: Option<SourceId>,
        tables: &mut impl Iterator<Item = (&'t rows::Table, Vec<same::Who>)>,
    ) -> SourceAccount {
        let mut account = SourceAccount::of(reading);
        if let Some(source) = source {
            self.own.hear(&reading.said, source);
        }
        match &reading.findings {
            Findings::People(_) => {
                let fresh = source.and_then(|source| Some((source, tables.next()?)));
                account.people = match fresh {
                    Some((source, (table, people))) => self.desk.take(table, &people, source),
                    None => self.desk.all_unchanged(reading),
                };
            }
            Findings::Seeker(rows) => {
                let added = source.map_or(0, |source| self.own.take(rows, source));
                account.facts = Some(Facts::of(rows.len(), added, reading.rejected()));
            }
            Findings::Correspondence(found) => {
                let added = source.map_or(0, |_| self.book.take(&reading.kind, found));
                account.facts = Some(Facts::of(found.len(), added, reading.rejected()));
                account.messages = Some(Messages::of(reading, found));
            }
            Findings::Exchanges(found) => {
                let kind = &reading.kind;
                let added = source.map_or(0, |_| {
                    self.book.take_days(kind, found.with.iter().map(|(a, one)| (a.as_str(), &one.days)))
                });
                account.acquaintances = source.map_or(0, |_| self.pairs.take(kind, &found.acquaintances));
                account.facts = Some(Facts::of(letters::count(found), added, found.rejected));
                account.messages = Some(Messages::added_up(reading, found));
                account.skipped = Skipped::of(&found.skipped);
            }
        }
        account
    }

    /// Offers those with whom there was mail both ways, once everybody of this import is known.
    fn offer(&self, reading: &Reading, accounts: &mut [SourceAccount], listed: impl Fn(&str) -> bool) {
        let addresses: BTreeMap<&str, Option<&str>> = match &reading.findings {
            Findings::Correspondence(found) => found.iter().map(|letter| (letter.address.as_str(), None)).collect(),
            Findings::Exchanges(found) => {
                found.with.iter().map(|(address, one)| (address.as_str(), one.name.as_deref())).collect()
            }
            Findings::People(_) | Findings::Seeker(_) => return,
        };
        if let Some(account) = account::of(accounts, reading) {
            let known = |address: &str| listed(address) || self.own.has(address);
            account.offered = self.book.offered(&reading.kind, &addresses, known);
        }
    }
}

/// Which content is known, and which is new.
struct Sources<'a> {
    campaign: &'a Campaign,
    known: BTreeMap<(&'a str, &'a str), &'a Source>,
    new: Vec<Source>,
    /// Known ones that now say what stands there about the seeker's work.
    heard: Vec<Source>,
}

impl<'a> Sources<'a> {
    fn of(campaign: &'a Campaign) -> Self {
        let known = campaign.sources.values().map(|one| ((one.importer.as_str(), one.digest.as_str()), one));
        Sources { campaign, known: known.collect(), new: Vec::new(), heard: Vec::new() }
    }

    fn known(&self, reading: &Reading) -> Option<&'a Source> {
        self.known.get(&(reading.kind.as_str(), reading.digest.as_str())).copied()
    }

    /// Keeps what a known file says about the seeker's work, when it was imported before that was kept. Once somebody is
    /// forgotten it is left alone: what they wrote would come back.
    fn hear_again(&mut self, reading: &Reading) -> Option<SourceId> {
        let known = self.known(reading).filter(|one| one.said.is_none() && !reading.said.is_empty())?;
        let is_new = !self.heard.iter().any(|one| one.id == known.id);
        if !is_new || self.campaign.people.values().any(|person| person.forgotten) {
            return None;
        }
        self.heard.push(Source { said: Some(reading.said.clone()), ..known.clone() });
        Some(known.id)
    }

    /// Whether it tells anything, and no earlier import had this content. The same content twice in one import does no
    /// harm. A file of which nothing could be used is not remembered: it may tell something once more is known, such as
    /// the seeker's name.
    fn wants(&self, reading: &Reading) -> bool {
        self.known(reading).is_none() && reading.read > reading.rejected()
    }

    /// The id of a file that is new in this import.
    fn id(&self, reading: &Reading) -> Option<SourceId> {
        let same = |one: &&Source| one.importer == reading.kind && one.digest == reading.digest;
        self.new.iter().find(same).map(|one| one.id)
    }

    /// The id of a file, new or known.
    fn any_id(&self, reading: &Reading) -> Option<SourceId> {
        self.id(reading).or(self.known(reading).map(|one| one.id))
    }

    fn note(&mut self, ids: &Ids, today: Date, reading: &Reading) -> SourceId {
        if let Some(noted) = self.id(reading) {
            return noted;
        }
        let id = ids.fresh();
        self.new.push(Source {
            id,
            importer: reading.kind.clone(),
            file: reading.file.clone(),
            digest: reading.digest.clone(),
            imported_on: today,
            said: Some(reading.said.clone()),
        });
        id
    }
}

/// One change for each fact: the last one, in the place of the first.
fn settled(changes: Vec<Change>) -> Vec<Change> {
    let mut places: BTreeMap<Key, usize> = BTreeMap::new();
    let mut settled: Vec<Change> = Vec::with_capacity(changes.len());
    for change in changes {
        match places.get(&change.key()) {
            Some(place) => settled[*place] = change,
            None => {
                places.insert(change.key(), settled.len());
                settled.push(change);
            }
        }
    }
    settled
}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
