//! Everything by which one entry can be compared with another, made ready once.
//!
//! Serves the question whether two entries are one person. It is made from a row of a file, or from all that is known of a
//! person; it holds no id, and refuses to know which file came first.

use super::born::Born;
use super::postal::Postal;
use super::reach::{Address, Phone, Profile};
use super::word::words;
use super::written_name::Name;
use crate::campaign::Shown;
use crate::list::reading::PersonRow;
use crate::list::{Person, Record};
use crate::organization;

/// One entry, ready to be compared.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Card {
    /// Each way in which the name is written.
    pub names: Vec<Name>,
    /// E-mail addresses.
    pub emails: Vec<Address>,
    /// Telephone numbers.
    pub phones: Vec<Phone>,
    /// Links.
    pub links: Vec<Profile>,
    /// Organizations.
    pub organizations: Vec<Named>,
    /// Titles.
    pub titles: Vec<Named>,
    /// Days of birth.
    pub born: Vec<Born>,
    /// Postal addresses.
    pub postal: Vec<Postal>,
}

/// Something with a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// As written.
    pub written: String,
    /// What is equal for every way of writing it.
    pub key: String,
}

impl Card {
    /// From one row of a file.
    pub fn of_row(row: &PersonRow) -> Self {
        let mut card = Card::default();
        card.name(&row.name, row.given.as_deref(), row.family.as_deref());
        card.also_called(&row.other_names);
        card.reached(&row.emails, &row.phones, &row.links);
        card.work(row.organization.as_deref(), row.title.as_deref());
        row.past.iter().for_each(|place| card.work(place.organization.as_deref(), place.title.as_deref()));
        card.birthday(row.birthday.map(Born::from));
        row.postal.iter().for_each(|line| card.postal(line));
        card
    }

    /// From one record.
    pub fn of_record(record: &Record) -> Self {
        let mut card = Card::default();
        card.add_record(record);
        card
    }

    /// From what the seeker told.
    pub fn of_told(person: &Person) -> Self {
        let mut card = Card::default();
        card.add_told(person);
        card
    }

    /// From all that is known of a person.
    pub fn of_person(shown: &Shown<'_>) -> Self {
        let mut card = Card::default();
        if let Some(told) = shown.told() {
            card.add_told(told);
        }
        shown.records.iter().for_each(|record| card.add_record(record));
        card
    }

    fn add_told(&mut self, person: &Person) {
        if let Some(name) = &person.name {
            self.name(name, None, None);
        }
        self.reached(&person.emails, &person.phones, &person.links);
        self.work(person.organization.as_deref(), person.title.as_deref());
    }

    /// Adds what one record says.
    pub fn add_record(&mut self, record: &Record) {
        self.name(&record.name, record.given.as_deref(), record.family.as_deref());
        self.also_called(&record.other_names);
        self.reached(&record.emails, &record.phones, &record.links);
        self.work(record.organization.as_deref(), record.title.as_deref());
        for past in &record.past {
            self.work(past.organization.as_deref(), past.title.as_deref());
        }
        self.birthday(record.birthday.map(Born::from));
        record.postal.iter().for_each(|line| self.postal(line));
    }

    /// Adds a way to write the name.
    pub fn name(&mut self, written: &str, given: Option<&str>, family: Option<&str>) {
        let name = Name::of(written, given, family);
        let is_known = self.names.iter().any(|known| known.given == name.given && known.family == name.family);
        if !name.is_empty() && !is_known {
            self.names.push(name);
        }
    }

    fn also_called(&mut self, others: &[String]) {
        let also = others.iter().flat_map(|other| words(other));
        let also: Vec<_> = also.filter(|word| !word.is_initial()).collect();
        if let Some(name) = self.names.last_mut() {
            name.also.extend(also);
        }
    }

    /// Adds addresses, numbers and links.
    pub fn reached(&mut self, emails: &[String], phones: &[String], links: &[String]) {
        for address in emails.iter().map(|email| Address::of(email)) {
            if !self.emails.iter().any(|known| known.key == address.key) {
                self.emails.push(address);
            }
        }
        for phone in phones.iter().filter_map(|phone| Phone::of(phone)) {
            if !self.phones.iter().any(|known| known.key == phone.key) {
                self.phones.push(phone);
            }
        }
        for link in links.iter().map(|link| Profile::of(link)) {
            if !self.links.contains(&link) {
                self.links.push(link);
            }
        }
    }

    /// Adds where they work or worked.
    pub fn work(&mut self, organization: Option<&str>, title: Option<&str>) {
        let add = |to: &mut Vec<Named>, written: &str, key: Option<String>| {
            if let Some(key) = key.filter(|key| !to.iter().any(|known| known.key == *key)) {
                to.push(Named { written: written.trim().to_owned(), key });
            }
        };
        if let Some(written) = organization {
            add(&mut self.organizations, written, organization::key(written));
        }
        if let Some(written) = title {
            let key: Vec<String> = words(written).into_iter().map(|word| word.text).collect();
            add(&mut self.titles, written, Some(key.join(" ")).filter(|key| !key.is_empty()));
        }
    }

    /// Adds a day of birth.
    pub fn birthday(&mut self, born: Option<Born>) {
        self.born.extend(born.filter(|born| !self.born.contains(born)));
    }

    /// Adds a postal address.
    pub fn postal(&mut self, line: &str) {
        self.postal.extend(Postal::of(line).filter(|postal| !self.postal.contains(postal)));
    }
}
