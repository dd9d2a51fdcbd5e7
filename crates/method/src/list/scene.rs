//! Small invented campaigns that the tests of this step share.

use jiff::civil::{Date, date};

use crate::campaign::Campaign;
use crate::conversation::Referral;
use crate::id::{Id, Ids, PersonId, RecordId, ReferralId, SourceId};
use crate::list::reading::{Findings, PersonRow, Reading};
use crate::list::{Person, Record, Source};

/// A Sunday.
pub(crate) const TODAY: Date = date(2026, 11, 22);

pub(crate) fn p(number: u64) -> PersonId {
    PersonId::from_number(number)
}

/// People known by name only: p1, p2 and so on.
pub(crate) fn people(names: &[&str]) -> Campaign {
    let mut campaign = Campaign::default();
    let told = (1..).zip(names);
    campaign.apply(told.map(|(number, name)| Person::named(p(number), *name, TODAY).into()));
    campaign
}

/// Ana Pereira with a record of one file, and Bo Lind of whom only was told.
pub(crate) fn ana() -> Campaign {
    let mut campaign = people(&["", "Bo Lind"]);
    campaign.apply([
        Person::untold(p(1), TODAY).into(),
        Person { title: Some("Foreman".into()), ..Person::named(p(2), "Bo Lind", TODAY) }.into(),
        source(1).into(),
        record(1, 1, "Ana Pereira").into(),
    ]);
    campaign
}

pub(crate) fn source(number: u64) -> Source {
    Source {
        id: SourceId::from_number(number),
        importer: "linkedin_connections".into(),
        file: "Connections.csv".into(),
        digest: format!("d{number}"),
        imported_on: TODAY,
        said: None,
    }
}

/// A record of source s1: Ana at Harbor Freight, or somebody else there.
pub(crate) fn record(number: u64, person: u64, name: &str) -> Record {
    let short = name.split(' ').next().unwrap_or_default().to_lowercase();
    Record {
        id: RecordId::from_number(number),
        person: p(person),
        source: SourceId::from_number(1),
        row_key: format!("key {number}"),
        place: u32::try_from(number).unwrap(),
        name: name.into(),
        given: None,
        family: None,
        emails: vec![format!("{short}@harbor.example")],
        phones: Vec::new(),
        links: vec![format!("linkedin.com/in/{}", name.to_lowercase().replace(' ', "-"))],
        organization: Some("Harbor Freight".into()),
        title: Some("Planner".into()),
        connected_on: Some(date(2020, 5, 4)),
        birthday: None,
        postal: Vec::new(),
        other_names: Vec::new(),
        past: Vec::new(),
    }
}

/// One person named another today.
pub(crate) fn referral(number: u64, by: u64, person: u64) -> Referral {
    Referral {
        id: ReferralId::from_number(number),
        by: p(by),
        person: p(person),
        conversation: None,
        ask: None,
        named_on: TODAY,
        introduction: false,
        introduced_on: None,
        reported_on: None,
    }
}

/// A file of people.
pub(crate) fn file(kind: &str, digest: &str, rows: Vec<PersonRow>) -> Reading {
    Reading {
        file: format!("{kind}.csv"),
        kind: kind.into(),
        digest: digest.into(),
        read: rows.len(),
        findings: Findings::People(rows),
        problems: Vec::new(),
        columns: Vec::new(),
        said: Vec::new(),
        left_out: None,
    }
}

/// A row of a file of people, recognised by its key.
pub(crate) fn row(key: &str, name: &str) -> PersonRow {
    PersonRow { place: 1, key: key.into(), name: name.into(), ..PersonRow::default() }
}

/// Ids that go on after everything in a campaign.
pub(crate) fn ids_after(campaign: &Campaign) -> Ids {
    use crate::change::{Kind, Noun};
    let mut last: std::collections::BTreeMap<Kind, u64> = std::collections::BTreeMap::new();
    for fact in campaign.facts() {
        let key = fact.key();
        let number = last.entry(key.kind).or_default();
        *number = key.number.max(*number);
    }
    Ids::after(last)
}
