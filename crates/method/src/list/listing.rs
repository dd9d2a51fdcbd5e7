//! The list as it is shown: one row for each person, with where each is known from.
//!
//! Serves the first step and, word for word, `list --json`. Closeness is for sorting and tests; it refuses to grade a friend.

use jiff::civil::Date;
use serde::Serialize;

use crate::campaign::Campaign;
use crate::id::PersonId;
use crate::list::Record;
use crate::list::closeness::Ties;
use crate::list::stage::{Stage, stage_in};

/// One person of the list.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Listed {
    /// The id.
    pub id: PersonId,
    /// The name as shown.
    pub name: String,
    /// E-mail addresses, told ones first.
    pub emails: Vec<String>,
    /// Telephone numbers, told ones first.
    pub phones: Vec<String>,
    /// Links, told ones first.
    pub links: Vec<String>,
    /// Where they work.
    pub organization: Option<String>,
    /// What they do there.
    pub title: Option<String>,
    /// The files that tell about them, newest first.
    pub sources: Vec<Origin>,
    /// How far things have come with them.
    pub stage: Stage,
    /// From 0 to 1; never shown as a grade.
    pub closeness: f64,
    /// Since when the seeker knows them, as told. Never the day of a click on a network.
    pub known_since_on: Option<Date>,
    /// The last day of a conversation, an answer or a letter.
    pub last_in_touch_on: Option<Date>,
}

/// One row of one file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Origin {
    /// Which importer read it.
    pub kind: String,
    /// Its base name.
    pub file: String,
    /// The nth record of the file.
    pub place: u32,
}

impl Origin {
    /// Where that record comes from.
    pub fn of(campaign: &Campaign, record: &Record) -> Self {
        let source = campaign.sources.get(&record.source);
        Origin {
            kind: source.map_or_else(String::new, |source| source.importer.clone()),
            file: source.map_or_else(String::new, |source| source.file.clone()),
            place: record.place,
        }
    }
}

/// The rows for these people, in their order; the forgotten are left out.
pub fn listing(campaign: &Campaign, today: Date, people: &[PersonId]) -> Vec<Listed> {
    let ties = Ties::of(campaign, today);
    let known = |id: &&PersonId| campaign.knows(**id);
    people.iter().filter(known).map(|id| listed(campaign, &ties, *id)).collect()
}

fn listed(campaign: &Campaign, ties: &Ties<'_>, id: PersonId) -> Listed {
    let shown = campaign.shown(id);
    let owned = |values: Vec<&str>| values.into_iter().map(str::to_owned).collect();
    let records = shown.records.iter();
    Listed {
        id,
        name: shown.name().to_owned(),
        emails: owned(shown.emails()),
        phones: owned(shown.phones()),
        links: owned(shown.links()),
        organization: shown.organization().map(str::to_owned),
        title: shown.title().map(str::to_owned),
        sources: records.map(|record| Origin::of(campaign, record)).collect(),
        stage: stage_in(campaign, &ties.so_far, id),
        closeness: ties.closeness(id),
        known_since_on: shown.told().and_then(|person| person.known_since_on),
        last_in_touch_on: ties.last_in_touch_on(id),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::list::Person;
    use crate::list::scene::{TODAY, ana, p};

    #[test]
    fn a_row_has_the_promised_shape() {
        let mut campaign = ana();
        let bo = Person { respected: true, ..campaign.people[&p(2)].clone() };
        campaign.apply([bo.into()]);
        let rows = listing(&campaign, TODAY, &[p(1), p(2), p(9)]);
        let json = serde_json::to_value(rows).unwrap();
        let expected = serde_json::json!([
            {
                "id": "p1", "name": "Ana Pereira", "emails": ["ana@harbor.example"], "phones": [],
                "links": ["linkedin.com/in/ana-pereira"], "organization": "Harbor Freight", "title": "Planner",
                "sources": [{"kind": "linkedin_connections", "file": "Connections.csv", "place": 1}],
                "stage": "not_asked", "closeness": 0.0, "known_since_on": null, "last_in_touch_on": null
            },
            {
                "id": "p2", "name": "Bo Lind", "emails": [], "phones": [], "links": [], "organization": null,
                "title": "Foreman", "sources": [], "stage": "not_asked", "closeness": 0.3,
                "known_since_on": null, "last_in_touch_on": null
            }
        ]);
        assert_eq!(json, expected);
    }

    #[test]
    fn the_day_of_a_click_is_no_beginning() {
        let rows = listing(&ana(), TODAY, &[p(1)]);
        assert_eq!(rows[0].known_since_on, None);
    }
}
