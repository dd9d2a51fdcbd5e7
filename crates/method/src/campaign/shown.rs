//! A person as shown: what the seeker told first, then what the newest record says.
//!
//! Serves every step. It keeps nothing, and refuses to mix one record's title with another's organization.

use serde::Serialize;

use crate::id::PersonId;
use crate::list::birthday::Birthday;
use crate::list::{Person, Record};

/// A person in output: id and name, nothing else.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct PersonRef {
    /// The id.
    pub id: PersonId,
    /// The name as shown.
    pub name: String,
}

/// A person as shown: the seeker's own words first, then the newest record.
#[derive(Debug, Clone)]
pub struct Shown<'a> {
    /// The id.
    pub id: PersonId,
    pub(super) person: Option<&'a Person>,
    /// The records, newest first.
    pub records: Vec<&'a Record>,
}

impl<'a> Shown<'a> {
    /// What the seeker told; none when the person is not loaded or not there.
    pub fn told(&self) -> Option<&'a Person> {
        self.person
    }

    /// The name; "someone" when nothing is known any more.
    pub fn name(&self) -> &'a str {
        let told = self.person.and_then(|person| person.name.as_deref());
        told.or_else(|| self.records.first().map(|record| record.name.as_str())).unwrap_or("someone")
    }

    /// The first word of the name, as one would say it on the telephone.
    pub fn given(&self) -> &'a str {
        let told = self.person.is_some_and(|person| person.name.is_some());
        let recorded = self.records.iter().find_map(|record| record.given.as_deref()).filter(|_| !told);
        recorded.unwrap_or_else(|| self.name().split_whitespace().next().unwrap_or("someone"))
    }

    /// Where they work.
    pub fn organization(&self) -> Option<&'a str> {
        let told = self.person.and_then(|person| person.organization.as_deref());
        told.or_else(|| self.records.iter().find_map(|record| record.organization.as_deref()))
    }

    /// What they do there. A title belongs to the organization that is shown, so it is not taken from another record.
    pub fn title(&self) -> Option<&'a str> {
        let told = self.person.and_then(|person| person.title.as_deref());
        if told.is_some() || self.person.is_some_and(|person| person.organization.is_some()) {
            return told;
        }
        let current = self.records.iter().find(|record| record.organization.is_some());
        current.or(self.records.first()).and_then(|record| record.title.as_deref())
    }

    /// E-mail addresses, told ones first.
    pub fn emails(&self) -> Vec<&'a str> {
        self.gather(|person| &person.emails, |record| &record.emails)
    }

    /// Telephone numbers, told ones first.
    pub fn phones(&self) -> Vec<&'a str> {
        self.gather(|person| &person.phones, |record| &record.phones)
    }

    /// Links, told ones first.
    pub fn links(&self) -> Vec<&'a str> {
        self.gather(|person| &person.links, |record| &record.links)
    }

    /// Postal addresses, one line each.
    pub fn postal(&self) -> Vec<&'a str> {
        self.recorded(|record| &record.postal)
    }

    /// Other names that files tell, such as a nickname.
    pub fn other_names(&self) -> Vec<&'a str> {
        self.recorded(|record| &record.other_names)
    }

    /// The day of birth; one with a year stands before one without.
    pub fn birthday(&self) -> Option<Birthday> {
        let mut days = self.records.iter().filter_map(|record| record.birthday);
        days.clone().find(|day| day.year().is_some()).or_else(|| days.next())
    }

    fn recorded(&self, recorded: impl Fn(&'a Record) -> &'a Vec<String>) -> Vec<&'a str> {
        self.gather(|_| const { &Vec::new() }, recorded)
    }

    fn gather(
        &self,
        told: impl Fn(&'a Person) -> &'a Vec<String>,
        recorded: impl Fn(&'a Record) -> &'a Vec<String>,
    ) -> Vec<&'a str> {
        let mut values: Vec<&str> = Vec::new();
        let all = self.person.map(&told).into_iter().chain(self.records.iter().map(|record| recorded(record)));
        for value in all.flatten() {
            if !values.contains(&value.as_str()) {
                values.push(value);
            }
        }
        values
    }
}
