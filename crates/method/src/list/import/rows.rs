//! Rows about people become records, and new people where nobody fits.
//!
//! Serves the import of the first step. It refuses rows without a name, and to lose what a former file said.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};

use jiff::civil::Date;

use super::account::Tally;
use super::roll::Roll;
use super::same::Who;
use crate::campaign::Campaign;
use crate::change::Change;
use crate::id::{Ids, PersonId, RecordId, SourceId};
use crate::list::duplicates::card::Card;
use crate::list::duplicates::proof::is_proof;
use crate::list::duplicates::weigh::weigh;
use crate::list::join::unite;
use crate::list::reading::{Findings, PersonRow, Reading};
use crate::list::{Past, Person, Record, written};

/// The rows of one file of people.
pub(super) struct Table {
    pub(super) kind: String,
    pub(super) rows: Vec<Row>,
    rejected: usize,
}

/// A row, together with those that are the same row again in the same file.
pub(super) struct Row {
    pub(super) told: PersonRow,
    /// For each further row of the same key, whether it told something that the ones before did not.
    again: Vec<bool>,
}

/// The files of people among these readings.
pub(super) fn tables(roll: &Roll<'_>, readings: &[&Reading]) -> Vec<Table> {
    let table = |reading: &&Reading| match &reading.findings {
        Findings::People(rows) => Some(table(roll, reading, rows)),
        _ => None,
    };
    readings.iter().filter_map(table).collect()
}

fn table(roll: &Roll<'_>, reading: &Reading, told: &[PersonRow]) -> Table {
    let mut rows: Vec<Row> = Vec::with_capacity(told.len());
    let mut places: HashMap<String, usize> = HashMap::with_capacity(told.len());
    for mut row in told.iter().filter_map(cleaned) {
        if row.emails.iter().any(|email| row.key.ends_with(email)) {
            let before = places.get(row.key.as_str()).and_then(|place| rows.get(*place)).map(|row: &Row| &row.told);
            row.key = key_in_a_household(roll, &reading.kind, &row, before);
        }
        match places.get(row.key.as_str()) {
            Some(place) => {
                let first = &mut rows[*place];
                let before = first.told.clone();
                tell_again(&mut first.told, &row);
                first.again.push(first.told != before);
            }
            None => {
                places.insert(row.key.clone(), rows.len());
                rows.push(Row { told: row, again: Vec::new() });
            }
        }
    }
    Table { kind: reading.kind.clone(), rows, rejected: reading.rejected() + nameless(told) }
}

/// The key of a row that is known by an e-mail address alone. Where somebody else of the household has the address, in
/// this file or in an earlier one of its kind, the name becomes part of the key.
fn key_in_a_household(roll: &Roll<'_>, kind: &str, row: &PersonRow, before: Option<&PersonRow>) -> String {
    let with_name = format!("{} {}", row.key, written::fold(&row.name));
    let card = Card::of_row(row);
    let is_another = |other: &Card| {
        let weighed = weigh(&card, other, roll.len());
        (weighed.is_household() || weighed.shares_a_mailbox()) && !is_proof(&weighed)
    };
    let stands = roll.record(kind, &row.key).map(Card::of_record);
    let taken = stands.iter().chain(&before.map(Card::of_row)).any(is_another);
    if taken || roll.record(kind, &with_name).is_some() { with_name } else { row.key.clone() }
}

/// The row without what cannot be seen. Importers leave out rows without a name; should one slip through, it is left
/// out here.
fn cleaned(row: &PersonRow) -> Option<PersonRow> {
    let line = |value: &Option<String>| value.as_deref().and_then(written::line);
    let lines = |values: &[String]| values.iter().filter_map(|value| written::line(value)).collect();
    Some(PersonRow {
        name: written::line(&row.name)?,
        given: line(&row.given),
        family: line(&row.family),
        organization: line(&row.organization),
        title: line(&row.title),
        postal: lines(&row.postal),
        other_names: lines(&row.other_names),
        ..row.clone()
    })
}

fn nameless(rows: &[PersonRow]) -> usize {
    rows.iter().filter(|row| !is_named(row)).count()
}

fn is_named(row: &PersonRow) -> bool {
    written::line(&row.name).is_some()
}

fn tell_again(first: &mut PersonRow, row: &PersonRow) {
    first.name.clone_from(&row.name);
    let later = |first: &mut Option<String>, row: &Option<String>| {
        if row.is_some() {
            first.clone_from(row);
        }
    };
    later(&mut first.given, &row.given);
    later(&mut first.family, &row.family);
    later(&mut first.organization, &row.organization);
    later(&mut first.title, &row.title);
    unite(&mut first.emails, &row.emails);
    unite(&mut first.phones, &row.phones);
    unite(&mut first.links, &row.links);
    unite(&mut first.postal, &row.postal);
    unite(&mut first.other_names, &row.other_names);
    first.past.extend(row.past.iter().filter(|place| !first.past.contains(place)).cloned().collect::<Vec<_>>());
    first.connected_on = row.connected_on.or(first.connected_on);
    first.birthday = row.birthday.or(first.birthday);
}

/// Where rows become records.
pub(super) struct Desk<'a> {
    campaign: &'a Campaign,
    ids: &'a Ids,
    today: Date,
    roll: &'a Roll<'a>,
    people: Vec<Person>,
    records: BTreeMap<RecordId, Record>,
    new: HashMap<(String, String), RecordId>,
    /// The records of each person that this import wrote.
    of_person: HashMap<PersonId, Vec<RecordId>>,
    known: HashMap<PersonId, HashSet<String>>,
    /// What kind of file each is that this import read.
    kinds: HashMap<SourceId, String>,
}

enum Outcome {
    Created,
    Merged,
    Unchanged,
}

impl<'a> Desk<'a> {
    pub(super) fn new(campaign: &'a Campaign, ids: &'a Ids, today: Date, roll: &'a Roll<'a>) -> Self {
        Desk {
            campaign,
            ids,
            today,
            roll,
            people: Vec::new(),
            records: BTreeMap::new(),
            new: HashMap::new(),
            of_person: HashMap::new(),
            known: HashMap::new(),
            kinds: HashMap::new(),
        }
    }

    /// The tally of a file whose content was imported before. Of whom nothing stands any more was forgotten since.
    pub(super) fn all_unchanged(&self, reading: &Reading) -> Tally {
        let Findings::People(rows) = &reading.findings else {
            return Tally::default();
        };
        let nameless = nameless(rows);
        let is_gone = |row: &&PersonRow| is_named(row) && self.roll.record(&reading.kind, &row.key).is_none();
        let somebody_was = self.campaign.people.values().any(|person| person.forgotten);
        let forgotten = if somebody_was { rows.iter().filter(is_gone).count() } else { 0 };
        Tally {
            read: rows.len() + reading.rejected(),
            unchanged: rows.len() - nameless - forgotten,
            rejected: reading.rejected() + nameless,
            forgotten,
            ..Tally::default()
        }
    }

    /// Takes the rows of one file, each with whom it is about.
    pub(super) fn take(&mut self, table: &Table, people: &[Who], source: SourceId) -> Tally {
        self.kinds.insert(source, table.kind.clone());
        let mut tally = Tally { rejected: table.rejected, ..Tally::default() };
        for (row, who) in table.rows.iter().zip(people) {
            let outcome = self.take_row(&table.kind, &row.told, *who, source);
            let is_unchanged = matches!(outcome, Outcome::Unchanged);
            match outcome {
                Outcome::Created => tally.created += 1,
                Outcome::Merged => tally.merged += 1,
                Outcome::Unchanged => tally.unchanged += 1,
            }
            let merged = row.again.iter().filter(|told| **told && !is_unchanged).count();
            tally.merged += merged;
            tally.unchanged += row.again.len() - merged;
        }
        tally.read = tally.created + tally.merged + tally.unchanged + tally.rejected;
        tally
    }

    fn take_row(&mut self, kind: &str, row: &PersonRow, who: Who, source: SourceId) -> Outcome {
        if let Some(record) = self.record(kind, &row.key) {
            let updated = updated(&record, row, source, self.today);
            if updated == record {
                return if who.is_proof { Outcome::Merged } else { Outcome::Unchanged };
            }
            self.tell(&updated);
            self.write(updated);
            return Outcome::Merged;
        }
        let id = self.ids.fresh();
        let record = recorded(id, who.person, source, row);
        let is_news = self.tell(&record) || (!who.is_new && self.shows_otherwise(&record));
        self.new.insert((kind.to_owned(), row.key.clone()), id);
        self.write(record);
        if who.is_new {
            self.people.push(Person::untold(who.person, self.today));
            Outcome::Created
        } else if is_news || who.is_proof {
            Outcome::Merged
        } else {
            Outcome::Unchanged
        }
    }

    fn write(&mut self, record: Record) {
        self.of_person.entry(record.person).or_default().push(record.id);
        self.records.insert(record.id, record);
    }

    /// Whether the person's name, or where they work, is shown otherwise with this record, though it tells nothing new:
    /// what an older file said may be the newest again.
    fn shows_otherwise(&self, record: &Record) -> bool {
        let written = || self.of_person.get(&record.person).into_iter().flatten().filter_map(|id| self.records.get(id));
        let kind = |source| self.kinds.get(&source).map(String::as_str);
        let before = self.campaign.shown_with(record.person, written(), kind);
        let after = self.campaign.shown_with(record.person, written().chain([record]), kind);
        (before.name(), before.organization(), before.title()) != (after.name(), after.organization(), after.title())
    }

    /// The record of this row as it stands now.
    fn record(&self, kind: &str, key: &str) -> Option<Record> {
        let before = self.roll.record(kind, key).map(|record| record.id);
        let id = before.or_else(|| self.new.get(&(kind.to_owned(), key.to_owned())).copied())?;
        let record = self.records.get(&id).or_else(|| self.campaign.records.get(&id));
        record.cloned()
    }

    /// Whether the record says something about the person that was not known; it is known from now on.
    fn tell(&mut self, record: &Record) -> bool {
        let campaign = self.campaign;
        let known = self.known.entry(record.person).or_insert_with(|| known(campaign, record.person));
        let mut is_news = false;
        for value in values(record) {
            is_news |= known.insert(value.into_owned());
        }
        is_news
    }

    pub(super) fn changes(self) -> impl Iterator<Item = Change> {
        let people = self.people.into_iter().map(Change::from);
        people.chain(self.records.into_values().map(Change::from))
    }
}

fn known(campaign: &Campaign, person: PersonId) -> HashSet<String> {
    let shown = campaign.shown(person);
    let mut known: HashSet<String> = HashSet::new();
    if let Some(told) = shown.told() {
        let one = [&told.name, &told.organization, &told.title];
        known.extend(one.into_iter().flatten().cloned());
        known.extend([&told.emails, &told.phones, &told.links].into_iter().flatten().cloned());
    }
    known.extend(shown.records.iter().flat_map(|record| values(record)).map(Cow::into_owned));
    known
}

fn values(record: &Record) -> impl Iterator<Item = Cow<'_, str>> {
    let one = [Some(&record.name), record.organization.as_ref(), record.title.as_ref()];
    let many = [&record.emails, &record.phones, &record.links, &record.postal, &record.other_names];
    let written = one.into_iter().flatten().chain(many.into_iter().flatten()).map(|value| Cow::from(value.as_str()));
    written.chain(record.birthday.map(|day| Cow::from(day.to_string())))
}

fn recorded(id: RecordId, person: PersonId, source: SourceId, row: &PersonRow) -> Record {
    Record {
        id,
        person,
        source,
        row_key: row.key.clone(),
        place: row.place,
        name: row.name.clone(),
        given: row.given.clone(),
        family: row.family.clone(),
        emails: row.emails.clone(),
        phones: row.phones.clone(),
        links: row.links.clone(),
        organization: row.organization.clone(),
        title: row.title.clone(),
        connected_on: row.connected_on,
        birthday: row.birthday,
        postal: row.postal.clone(),
        other_names: row.other_names.clone(),
        past: row.past.clone(),
    }
}

/// The record after a later file of its kind. Where they work is what the later file says, and what was said before is
/// kept as past; an address once told is never lost; a day that the later file does not tell stays.
fn updated(record: &Record, row: &PersonRow, source: SourceId, today: Date) -> Record {
    let mut next = Record {
        name: row.name.clone(),
        given: row.given.clone().or_else(|| record.given.clone()),
        family: row.family.clone().or_else(|| record.family.clone()),
        emails: newest_first(&row.emails, &record.emails),
        phones: newest_first(&row.phones, &record.phones),
        links: newest_first(&row.links, &record.links),
        organization: row.organization.clone(),
        title: row.title.clone(),
        connected_on: row.connected_on.or(record.connected_on),
        birthday: row.birthday.or(record.birthday),
        postal: newest_first(&row.postal, &record.postal),
        other_names: newest_first(&row.other_names, &record.other_names),
        ..record.clone()
    };
    let told = row.past.iter().filter(|place| !record.past.contains(place));
    next.past.extend(told.cloned());
    if next == *record {
        return next;
    }
    let worked = record.organization.is_some() || record.title.is_some();
    if worked && (&next.organization, &next.title) != (&record.organization, &record.title) {
        next.past.push(Past {
            organization: record.organization.clone(),
            title: record.title.clone(),
            until_on: today,
        });
    }
    next.source = source;
    next.place = row.place;
    next
}

/// The known values as they stood when nothing is new; else those of the later file, then the others.
fn newest_first(later: &[String], known: &[String]) -> Vec<String> {
    if later.iter().all(|value| known.contains(value)) {
        return known.to_vec();
    }
    let mut all = Vec::with_capacity(later.len() + known.len());
    unite(&mut all, later);
    unite(&mut all, known);
    all
}
