//! One person as an address book tells them: values as written, made into a row.
//!
//! Serves the list. What an address book calls a web page is kept only where it is one person's profile. It refuses a
//! row without a name, and to take one value that cannot be read for a reason to lose the others.

use std::collections::HashMap;

use method::list::reading::PersonRow;
use method::list::written;

use crate::dates::{self, Order};
use crate::gather::{Reason, folded, quoted};
use crate::links;

/// How often a key occurred so far in one file.
pub(crate) type Seen = HashMap<String, u32>;

/// Values as written.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Person {
    /// The id that the address book gave the entry.
    pub uid: Option<String>,
    /// The whole name; else it is put together from its parts.
    pub name: Option<String>,
    pub given: Option<String>,
    /// Names between the given and the family name.
    pub middle: Option<String>,
    pub family: Option<String>,
    pub other_names: Vec<String>,
    /// Each may hold several addresses.
    pub emails: Vec<String>,
    pub phones: Vec<String>,
    pub links: Vec<String>,
    pub organization: Option<String>,
    pub title: Option<String>,
    pub birthday: Option<String>,
    /// Each one address, possibly over several lines.
    pub postal: Vec<String>,
}

/// Why a row without a name is left out.
const NAMELESS: &str = "It has no name.";
/// Nobody is called by more letters than these: a text ran into the column.
const LONGEST_NAME: usize = 300;
/// The same, where only an organization is named.
const ORGANIZATION: &str = "It names an organization and no person.";

impl Person {
    /// The row at this place of a file. What cannot be read is noted.
    pub(crate) fn into_row(
        self,
        place: u32,
        order: Order,
        notes: &mut Vec<Reason>,
        seen: &mut Seen,
    ) -> Result<PersonRow, Reason> {
        let Some(name) = self.whole_name() else {
            let only_organization = self.organization.as_deref().and_then(written::line).is_some();
            return Err(if only_organization { ORGANIZATION } else { NAMELESS }.into());
        };
        let letters = name.chars().count();
        if letters > LONGEST_NAME {
            return Err(format!("Its name has {letters} letters, so it is no name.").into());
        }
        let emails = emails(&self.emails, notes);
        let phones = phones(&self.phones, notes);
        let birthday = self.birthday.as_deref().map(str::trim).filter(|written| is_told(written));
        let birthday = birthday.and_then(|written| {
            let day = dates::birthday(written, order);
            if day.is_none() {
                notes.push(format!("Birthday {} is no day that can be read.", quoted(written)).into());
            }
            day
        });
        let other_names = distinct(self.other_names.iter().filter_map(|other| written::line(other)));
        Ok(PersonRow {
            place,
            key: numbered(key(self.uid.as_deref(), &name, emails.first(), phones.first()), seen),
            given: self.given.as_deref().and_then(written::line),
            family: self.family.as_deref().and_then(written::line),
            emails,
            phones,
            links: distinct(self.links.iter().filter_map(|link| links::profile(link))),
            organization: self.organization.as_deref().and_then(written::line),
            title: self.title.as_deref().and_then(written::line),
            birthday,
            postal: distinct(self.postal.iter().filter_map(|address| one_line(address))),
            other_names: other_names.into_iter().filter(|other| folded(other) != folded(&name)).collect(),
            name,
            ..PersonRow::default()
        })
    }

    fn whole_name(&self) -> Option<String> {
        let line = |value: &Option<String>| value.as_deref().and_then(written::line);
        if let Some(name) = line(&self.name) {
            return Some(name);
        }
        let parts: Vec<String> = [&self.given, &self.middle, &self.family].into_iter().filter_map(line).collect();
        match parts.is_empty() {
            true => self.other_names.iter().find_map(|other| written::line(other)),
            false => Some(parts.join(" ")),
        }
    }
}

/// How the same entry is recognised in a later file: by its id and name, else by its name with the first address or
/// number. One address may be a household's, so it is never enough.
pub(crate) fn key(uid: Option<&str>, name: &str, email: Option<&String>, phone: Option<&String>) -> String {
    let name = folded(name);
    match (uid, email, phone) {
        (Some(uid), ..) => format!("uid:{uid}|{name}"),
        (None, Some(email), _) => format!("email:{email}|{name}"),
        (None, None, Some(phone)) => format!("phone:{}|{name}", digits(phone)),
        (None, None, None) => format!("name:{name}"),
    }
}

/// The key, with its number where it occurs again: two entries of one file are never taken for one here.
pub(crate) fn numbered(key: String, seen: &mut Seen) -> String {
    let times = seen.entry(key.clone()).or_insert(0);
    *times += 1;
    if *times == 1 { key } else { format!("{key}|{times}") }
}

fn emails(written: &[String], notes: &mut Vec<Reason>) -> Vec<String> {
    let mut all = Vec::new();
    for value in written.iter().map(|value| value.trim()).filter(|value| is_told(value)) {
        let parts = value.split([',', ';', ' ', '\n', '\r']).filter(|part| !part.is_empty());
        let found: Vec<String> = parts.filter_map(links::email).collect();
        if found.is_empty() {
            notes.push(format!("E-mail {} is no address.", quoted(value)).into());
        }
        all.extend(found);
    }
    distinct(all.into_iter())
}

fn phones(written: &[String], notes: &mut Vec<Reason>) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for value in written.iter().filter(|value| is_told(value)) {
        let Some(line) = written::line(value.trim().trim_start_matches("tel:")) else { continue };
        if digits(&line).len() < 3 {
            notes.push(format!("Phone {} is no number.", quoted(&line)).into());
        } else if !all.iter().any(|known| digits(known) == digits(&line)) {
            all.push(line);
        }
    }
    all
}

fn digits(phone: &str) -> String {
    phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()
}

/// Several lines as one, with commas between.
fn one_line(address: &str) -> Option<String> {
    let lines = address.lines().filter_map(|line| written::line(line.trim().trim_end_matches(',')));
    let line = lines.collect::<Vec<_>>().join(", ");
    (!line.is_empty()).then_some(line)
}

/// Whether a value is more than what programs write for nothing.
fn is_told(value: &str) -> bool {
    !matches!(value.trim(), "" | "NA" | "N/A" | "n/a" | "NULL" | "null" | "0/0/00" | "-")
}

fn distinct(values: impl Iterator<Item = String>) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for value in values {
        if !all.contains(&value) {
            all.push(value);
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn row(person: Person) -> (Result<PersonRow, Reason>, Vec<Reason>) {
        let mut notes = Vec::new();
        (person.into_row(1, Order::MonthFirst, &mut notes, &mut Seen::new()), notes)
    }

    fn named(name: &str) -> Person {
        Person { name: Some(name.into()), ..Person::default() }
    }

    #[rstest]
    #[case::whole(named("Ana Pereira"), "Ana Pereira")]
    #[case::parts(Person { given: Some("Ana".into()), middle: Some("M.".into()), family: Some("Pereira".into()), ..Person::default() }, "Ana M. Pereira")]
    #[case::a_blank_whole(Person { given: Some("Ana".into()), ..named(" ") }, "Ana")]
    #[case::a_nickname_is_a_name_too(Person { other_names: vec!["Annie".into()], ..Person::default() }, "Annie")]
    fn a_name_is_whole_or_put_together(#[case] person: Person, #[case] name: &str) {
        assert_eq!(row(person).0.unwrap().name, name);
    }

    #[test]
    fn what_has_no_name_is_left_out_with_the_reason() {
        let shop = Person { organization: Some("Quay Bakery".into()), ..Person::default() };
        assert_eq!(row(shop).0, Err(ORGANIZATION.into()));
        let book = Person { name: Some("x".repeat(400)), ..Person::default() };
        assert_eq!(row(book).0, Err("Its name has 400 letters, so it is no name.".into()));
        assert_eq!(row(Person::default()).0, Err(NAMELESS.into()));
    }

    #[test]
    fn what_cannot_be_read_is_noted_and_the_rest_stays() {
        let person = Person {
            emails: vec!["ana@example.com, ANA@example.com".into(), "/o=Exchange/cn=ana".into()],
            phones: vec!["tel:+1-555-0100".into(), "+1 555 0100".into(), "ask".into()],
            links: vec!["https://northwind.example/team".into(), "linkedin.com/in/ana".into()],
            birthday: Some("spring".into()),
            postal: vec!["1 Quay Street,\nHull".into(), String::new()],
            ..named("Ana")
        };
        let (row, notes) = row(person);
        let row = row.unwrap();
        assert_eq!((row.emails, row.phones), (vec!["ana@example.com".to_owned()], vec!["+1-555-0100".to_owned()]));
        assert_eq!(
            (row.links, row.postal),
            (vec!["linkedin.com/in/ana".to_owned()], vec!["1 Quay Street, Hull".to_owned()])
        );
        assert_eq!(notes.len(), 3, "{notes:?}");
    }

    #[test]
    fn two_entries_of_a_household_keep_their_own_keys() {
        let mut seen = Seen::new();
        let mut key_of = |name: &str| {
            let person = Person { emails: vec!["home@example.com".into()], ..named(name) };
            person.into_row(1, Order::MonthFirst, &mut Vec::new(), &mut seen).unwrap().key
        };
        let keys = [key_of("Ana"), key_of("Bo"), key_of("ANA")];
        assert_eq!(keys, ["email:home@example.com|ana", "email:home@example.com|bo", "email:home@example.com|ana|2"]);
    }
}
