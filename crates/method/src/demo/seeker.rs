//! Maren Holt, who is invented: what she can do, where she has been, and where she wants to go.

use jiff::civil::{Date, date};

use crate::campaign::Campaign;
use crate::change::Decision;
use crate::direction::SearchKind;
use crate::direction::steer::{Steering, steer};
use crate::direction::week::{WeekEdit, plan_week};
use crate::id::Ids;
use crate::list::edit::ListEdit;
use crate::list::reading::SeekerRow;
use crate::seeker::edit::{SeekerEdit, edit_seeker};
use crate::seeker::strengths::{ToldStrength, edit_strengths};

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

const STRENGTHS: [&str; 3] = [
    "training new crews: I brought 34 new hands up to speed in one season, without one accident",
    "calming a busy shift: on my shift the night handover went from forty minutes to fifteen",
    "writing instructions that people follow: the handover card I wrote is used in all three terminals",
];

/// What she tells herself, on the day on which the search begins: four decisions, none of which needs another.
pub(super) fn told(campaign: &Campaign, ids: &Ids) -> Decision {
    let list = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    let set = |words: &[&str]| ListEdit { set: Some(list(words)), ..ListEdit::default() };
    let edit = SeekerEdit { employer: Some("Kestrel Freight".to_owned()), ..SeekerEdit::default() };
    let steering = Steering {
        search: Some(SearchKind::ChangeCareers),
        fields: set(&["workplace training", "safety education"]),
        roles: set(&["training coordinator", "learning designer"]),
        organizations: set(&["Riverbend Hospital", "City Transit Authority", "Northlight Energy", "Tallgrass Foods"]),
        places: set(&["Port Alder"]),
    };
    let week =
        WeekEdit { set: Some(list(&["tue 10:00", "thu 10:00"])), conversations: Some(Some(2)), ..WeekEdit::default() };
    let strengths: Vec<ToldStrength> = STRENGTHS.iter().map(|told| ToldStrength::parse(told)).collect();
    let told = [
        edit_seeker(campaign, &edit)?,
        steer(campaign, &steering)?,
        plan_week(campaign, &week)?,
        edit_strengths(campaign, ids, &strengths, &[])?,
    ];
    Ok(told.into_iter().flatten().collect())
}

/// The day in the year on which she and somebody last wrote, or first did; never a day to come.
pub(super) fn letter_on(today: Date, years: i16, first: bool) -> Date {
    let (month, day) = if first { (3, 9) } else { (5, 17) };
    let on = Date::new(today.year().saturating_add(years), month, day).unwrap_or(today);
    on.min(crate::day::plus_days(today, -100))
}
