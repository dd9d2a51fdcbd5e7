//! Maren Holt, who is invented: what she can do, where she has been, and where she wants to go.

use jiff::civil::{Date, Weekday, date, time};

use crate::campaign::Campaign;
use crate::change::Change;
use crate::direction::{Direction, SearchKind, Slot, Week};
use crate::id::Ids;
use crate::list::reading::SeekerRow;
use crate::seeker::{Seeker, Strength};

/// What a file would tell of her.
pub(super) fn rows() -> Vec<SeekerRow> {
    let position = |organization: &str, title: &str, from: i16, until: Option<i16>| SeekerRow::Position {
        organization: organization.to_owned(),
        title: Some(title.to_owned()),
        started_on: Some(date(from, 1, 1)),
        ended_on: until.map(|until| date(until, 1, 1)),
    };
    let headline = "Shift manager who trains crews".to_owned();
    vec![
        SeekerRow::Profile { name: Some("Maren Holt".to_owned()), headline: Some(headline) },
        SeekerRow::Address { email: "maren.holt@example.com".to_owned() },
        position("Kestrel Freight", "Shift Manager", 2019, None),
        position("Bluewater Terminal", "Yard Coordinator", 2014, Some(2019)),
        position("Lindqvist Logistics", "Dispatcher", 2010, Some(2014)),
        SeekerRow::School {
            name: "Port Alder Community College".to_owned(),
            degree: Some("Logistics".to_owned()),
            started_on: Some(date(2008, 1, 1)),
            ended_on: Some(date(2010, 1, 1)),
        },
    ]
}

const STRENGTHS: [(&str, &str); 3] = [
    ("training new crews", "I brought 34 new hands up to speed in one season, without one accident"),
    ("calming a busy shift", "on my shift the night handover went from forty minutes to fifteen"),
    ("writing instructions that people follow", "the handover card I wrote is used in all three terminals"),
];

/// What she tells herself, on the day on which the search begins.
pub(super) fn told(campaign: &Campaign, ids: &Ids) -> Vec<Change> {
    let list = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    let seeker =
        Seeker { employed_now: Some(true), employer: Some("Kestrel Freight".to_owned()), ..campaign.seeker.clone() };
    let direction = Direction {
        search: Some(SearchKind::ChangeCareers),
        fields: list(&["workplace training", "safety education"]),
        roles: list(&["training coordinator", "learning designer"]),
        organizations: list(&["Riverbend Hospital", "City Transit Authority", "Northlight Energy", "Tallgrass Foods"]),
        places: list(&["Port Alder"]),
        ..campaign.direction.clone()
    };
    let slot = |weekday| Slot { weekday, time: time(10, 0, 0, 0) };
    let slots = vec![slot(Weekday::Tuesday), slot(Weekday::Thursday)];
    let week = Week { slots, conversations: Some(2), ..campaign.week.clone() };
    let mut changes: Vec<Change> = vec![seeker.into(), direction.into(), week.into()];
    changes.extend(STRENGTHS.iter().map(|(name, proof)| {
        let (name, proof) = ((*name).to_owned(), Some((*proof).to_owned()));
        Change::from(Strength { id: ids.fresh(), name, proof, source: None, dropped: false })
    }));
    changes
}

/// The day in the year on which she and somebody last wrote, or first did; never a day to come.
pub(super) fn letter_on(today: Date, years: i16, first: bool) -> Date {
    let (month, day) = if first { (3, 9) } else { (5, 17) };
    let on = Date::new(today.year().saturating_add(years), month, day).unwrap_or(today);
    on.min(crate::day::plus_days(today, -100))
}
