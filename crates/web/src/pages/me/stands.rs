//! What stands in each form of the seeker's page, for whoever typed something else meanwhile. Serves `me`.

use method::campaign::Campaign;
use method::seeker::me::me;

use super::{Part, week};
use crate::pages::parts::form::Stands;
use crate::pages::parts::quiet;

/// The fields of one part, as they stand.
pub fn of(campaign: &Campaign, part: Part) -> Stands {
    let line = |text: &Option<String>| text.clone().unwrap_or_default();
    match part {
        Part::You => {
            let seeker = &campaign.seeker;
            let [employed, employer] = quiet::stands(seeker);
            vec![
                ("Your name", "name", line(&seeker.name)),
                ("One line about you", "headline", line(&seeker.headline)),
                ("Your e-mail addresses", "addresses", seeker.addresses.join("\n")),
                ("Your profiles", "links", seeker.links.join("\n")),
                employed,
                employer,
            ]
        }
        Part::Strengths => {
            let told = me(campaign).strengths.into_iter().map(|one| match one.proof {
                Some(proof) => format!("{}: {proof}", one.name),
                None => one.name,
            });
            vec![("What you do best", "", told.collect::<Vec<_>>().join("\n"))]
        }
        Part::Direction => direction(campaign),
        Part::Week => {
            let plan = &campaign.week;
            let slots: Vec<String> = plan.slots.iter().map(ToString::to_string).collect();
            let weekdays: Vec<String> = week::days(plan).iter().map(ToString::to_string).collect();
            vec![
                ("Times for calls", "slots", slots.join("\n")),
                (
                    "Conversations a week",
                    "conversations",
                    plan.conversations.map(|number| number.to_string()).unwrap_or_default(),
                ),
                ("Your weekdays", "weekday", weekdays.join("\n")),
                ("Days off", "days_off", week::days_off(plan)),
            ]
        }
        Part::Ideas | Part::Past | Part::Search => Vec::new(),
    }
}

/// Where the search should go, as it stands.
pub fn direction(campaign: &Campaign) -> Stands {
    let direction = &campaign.direction;
    vec![
        ("You would like to", "search", direction.search.map(|kind| kind.word().to_owned()).unwrap_or_default()),
        ("Fields", "fields", direction.fields.join("\n")),
        ("Roles", "roles", direction.roles.join("\n")),
        ("Organizations", "organizations", direction.organizations.join("\n")),
        ("Places", "places", direction.places.join("\n")),
    ]
}
