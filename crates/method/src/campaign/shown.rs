//! A person as shown: what the seeker told first, then what the records say, in their order.
//!
//! Serves every step. It keeps nothing, and refuses to put a title beside an organization that it is not of.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::id::PersonId;
use crate::list::birthday::Birthday;
use crate::list::{Person, Record};
use crate::organization::same;

/// A person in output: id and name, nothing else.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct PersonRef {
    /// The id.
    pub id: PersonId,
    /// The name as shown.
    pub name: String,
}

/// A person as shown: the seeker's own words first, then the first record that says it.
#[derive(Debug, Clone)]
pub struct Shown<'a> {
    /// The id.
    pub id: PersonId,
    pub(super) person: Option<&'a Person>,
    /// The records: of several kinds of file in their order, of one kind the newest first.
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
        let is_named_so = |record: &&&Record| !told || record.name == self.name();
        let recorded = self.records.iter().filter(is_named_so).find_map(|record| record.given.as_deref());
        recorded.unwrap_or_else(|| self.name().split_whitespace().next().unwrap_or("someone"))
    }

    /// Where they work.
    pub fn organization(&self) -> Option<&'a str> {
        let told = self.person.and_then(|person| person.organization.as_deref());
        told.or_else(|| self.recorded_organization())
    }

    fn recorded_organization(&self) -> Option<&'a str> {
        self.records.iter().find_map(|record| record.organization.as_deref())
    }

    /// What they do there. A title belongs to the organization that is shown: it comes from the first record that has
    /// one and names that organization, or none. So a record that says nothing of a title takes none away, and the
    /// seeker's word for the organization takes the title only where that is another one.
    pub fn title(&self) -> Option<&'a str> {
        let told = self.person.and_then(|person| person.title.as_deref());
        if told.is_some() {
            return told;
        }
        let is_told = self.person.is_some_and(|person| person.organization.is_some());
        let current = self.organization();
        let belongs = |record: &&&Record| match (record.organization.as_deref(), current) {
            (Some(one), Some(other)) => one == other || same(one, other),
            _ => !is_told,
        };
        let titled = self.records.iter().filter(|record| record.title.is_some());
        titled.filter(belongs).find_map(|record| record.title.as_deref())
    }

    /// E-mail addresses, told ones first.
    pub fn emails(&self) -> Vec<&'a str> {
        self.gather(|person| &person.emails, |record| &record.emails)
    }

    /// Telephone numbers, told ones first.
    pub fn phones(&self) -> Vec<&'a str> {
        let mut digits: BTreeSet<String> = BTreeSet::new();
        let mut phones = self.gather(|person| &person.phones, |record| &record.phones);
        // Blanks and dashes make no other number.
        phones.retain(|phone| {
            digits.insert(phone.chars().filter(|sign| sign.is_alphanumeric() || *sign == '+').collect())
        });
        phones
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::Campaign;
    use crate::id::{Id, SourceId};
    use crate::list::scene::{p, record};
    use rstest::rstest;

    /// What is shown of somebody of whom these records tell, the oldest first.
    fn shown(works: &[(&str, &str)]) -> (Option<String>, Option<String>) {
        let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        let mut campaign = Campaign::default();
        campaign.apply((1..).zip(works).map(|(number, (organization, title))| {
            let source = SourceId::from_number(number);
            let (organization, title) = (some(organization), some(title));
            Record { source, organization, title, ..record(number, 1, "Ana Pereira") }.into()
        }));
        let shown = campaign.shown(p(1));
        (shown.organization().map(str::to_owned), shown.title().map(str::to_owned))
    }

    #[rstest]
    #[case::the_same("Harbor", Some("Nurse"))]
    #[case::written_otherwise("Harbor, Inc.", Some("Nurse"))]
    #[case::elsewhere("Quay", None)]
    fn the_seekers_word_for_the_organization_takes_no_title_that_is_of_it(
        #[case] told: &str,
        #[case] title: Option<&str>,
    ) {
        let mut campaign = Campaign::default();
        let told = Person { organization: Some(told.into()), ..Person::untold(p(1), crate::list::scene::TODAY) };
        let work = |number, organization: Option<&str>, title: &str| Record {
            organization: organization.map(str::to_owned),
            title: Some(title.to_owned()),
            ..record(number, 1, "Ana Pereira")
        };
        campaign.apply([told.into(), work(1, Some("Harbor"), "Nurse").into(), work(2, None, "Baker").into()]);
        assert_eq!(campaign.shown(p(1)).title(), title);
    }

    #[test]
    fn one_number_stands_once_however_it_is_written() {
        let mut campaign = Campaign::default();
        let phones = |number, phone: &str| Record { phones: vec![phone.into()], ..record(number, 1, "Ana Pereira") };
        campaign.apply([
            phones(1, "+47 22 33 44 55").into(),
            phones(2, "+4722334455").into(),
            phones(3, "555 0100").into(),
        ]);
        assert_eq!(campaign.shown(p(1)).phones(), ["555 0100", "+4722334455"]);
    }

    #[rstest]
    #[case::one_says_no_title(&[("Harbor", "Nurse"), ("Harbor", "")], "Harbor", "Nurse")]
    #[case::in_the_other_order(&[("Harbor", ""), ("Harbor", "Nurse")], "Harbor", "Nurse")]
    #[case::written_otherwise(&[("Harbor, Inc.", "Nurse"), ("Harbor", "")], "Harbor", "Nurse")]
    #[case::the_newest_title(&[("Harbor", "Nurse"), ("Harbor", "Head nurse"), ("Harbor", "")], "Harbor", "Head nurse")]
    #[case::no_organization(&[("Harbor", "Nurse"), ("", "")], "Harbor", "Nurse")]
    #[case::a_title_alone(&[("Harbor", ""), ("", "Nurse")], "Harbor", "Nurse")]
    #[case::elsewhere(&[("Harbor", "Nurse"), ("Quay", "")], "Quay", "")]
    #[case::and_back(&[("Harbor", "Nurse"), ("Quay", "Clerk"), ("Harbor", "")], "Harbor", "Nurse")]
    fn a_title_stays_with_its_organization(
        #[case] works: &[(&str, &str)],
        #[case] organization: &str,
        #[case] title: &str,
    ) {
        let (found, what) = shown(works);
        assert_eq!((found.unwrap_or_default().as_str(), what.unwrap_or_default().as_str()), (organization, title));
    }
}
