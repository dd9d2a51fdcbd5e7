//! Which direct ways there are to a person, and into an organization.

use jiff::civil::Date;

use crate::campaign::{Campaign, Shown};
use crate::day::{spoken, spoken_month};
use crate::id::PersonId;
use crate::list::closeness::Ties;
use crate::list::path::Path;
use crate::list::path::step::{named, own, toward, way};
use crate::organization::key;

/// What the rules of a way look at.
struct View<'a> {
    campaign: &'a Campaign,
    ties: Ties<'a>,
    today: Date,
}

/// To somebody on the list: through each of those who named them, and by calling them.
pub(super) fn to_person(campaign: &Campaign, today: Date, id: PersonId) -> Vec<Path> {
    let view = View { campaign, ties: Ties::of(campaign, today), today };
    view.ways_to(id, None)
}

/// Into an organization, given by its key: through whoever is there, whoever was there, and whoever spoke of it.
pub(super) fn into_organization(campaign: &Campaign, today: Date, wanted: &str) -> Vec<Path> {
    let view = View { campaign, ties: Ties::of(campaign, today), today };
    let mut ways = Vec::new();
    for shown in campaign.everybody() {
        if shown.organization().and_then(key).as_deref() == Some(wanted) {
            ways.extend(view.ways_to(shown.id, Some(&works_there(&shown))));
        } else if let Some(until) = used_to_be_there(&shown, wanted) {
            ways.extend(view.through_one_who_was_there(&shown, until));
        }
    }
    ways.extend(view.through_those_who_spoke_of_it(wanted));
    ways
}

impl View<'_> {
    fn is_known(&self, id: PersonId) -> bool {
        self.campaign.people.get(&id).is_some_and(|person| !person.forgotten)
    }

    fn ways_to(&self, id: PersonId, about: Option<&str>) -> Vec<Path> {
        let View { campaign, ties, today } = self;
        let about = about.map(str::to_owned);
        let named_by = ties.so_far.named(id).iter();
        let named_by = named_by.filter(|referral| referral.by != id && self.is_known(referral.by));
        let through = named_by.filter_map(|referral| {
            let steps = vec![own(campaign, ties, *today, referral.by), named(campaign, *today, referral)];
            way(steps, about.clone())
        });
        through.chain(way(vec![own(campaign, ties, *today, id)], about.clone())).collect()
    }

    fn through_one_who_was_there(&self, shown: &Shown<'_>, until_on: Date) -> Option<Path> {
        let name = shown.name();
        let was = format!("{name} used to be there; a file of {} no longer said so", spoken_month(until_on));
        let weakness = format!("{name} is not there any more; ask whom they still know");
        let last = toward(self.campaign.person_ref(shown.id), 0.5, was, weakness);
        way(vec![own(self.campaign, &self.ties, self.today, shown.id), last], None)
    }

    fn through_those_who_spoke_of_it(&self, wanted: &str) -> Vec<Path> {
        let conversations = self.campaign.conversations.values();
        let spoke_of_it = conversations.filter(|held| {
            self.is_known(held.person) && held.organizations.iter().any(|name| key(name).as_deref() == Some(wanted))
        });
        spoke_of_it
            .filter_map(|held| {
                let person = self.campaign.person_ref(held.person);
                let said = format!("{} spoke of it on {}", person.name, spoken(held.held_on, self.today));
                let weakness = format!("{} named nobody there yet; ask whom they know", person.name);
                let last = toward(person, 0.3, said, weakness);
                way(vec![own(self.campaign, &self.ties, self.today, held.person), last], None)
            })
            .collect()
    }
}

fn works_there(shown: &Shown<'_>) -> String {
    let name = shown.name();
    shown.title().map_or_else(|| format!("{name} works there"), |title| format!("{name} works there: {title}"))
}

/// The day of the import that no longer said so.
fn used_to_be_there(shown: &Shown<'_>, wanted: &str) -> Option<Date> {
    let past = shown.records.iter().flat_map(|record| &record.past);
    let there = past.filter(|past| past.organization.as_deref().and_then(key).as_deref() == Some(wanted));
    there.map(|past| past.until_on).max()
}
