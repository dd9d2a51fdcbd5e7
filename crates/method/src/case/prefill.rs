//! A case made from the facts, for as long as the seeker has written none (row M8). It never invents: what is not told
//! is left out and asked for.

use jiff::civil::Date;

use super::bearing::bearing;
use super::near::is_near_field;
use crate::campaign::Campaign;
use crate::conversation::Referral;
use crate::conversation::earlier::talked_on;
use crate::id::PersonId;
use crate::organization::key;
use crate::speech::aim::{aim, fields, organizations, role};
use crate::speech::{list_of, name, sentence, told, work};

/// What the call is for, from the direction as far as it fits this person: somebody of another trade is asked how it looks
/// from there, and only somebody who is there is asked how things are done there. None while no direction is set.
pub fn purpose(campaign: &Campaign, today: Date, person: PersonId) -> Option<String> {
    let direction = &campaign.direction;
    let bears = bearing(campaign, today, person);
    if bears.elsewhere {
        let aim = aim(direction)?;
        return Some(format!("Hear how {aim} looks from another trade, and what I may overlook."));
    }
    let title = campaign.shown(person).title().unwrap_or_default().to_owned();
    let fields = fields(direction);
    let near = fields.iter().find(|field| is_near_field(&title, field));
    let mut parts = Vec::new();
    if let Some(field) = near.or(fields.first()) {
        parts.push(format!("about {field}"));
    }
    match role(direction) {
        Some(role) => parts.push(format!("what working as {role} takes")),
        None => {
            parts.extend(direction.roles.iter().find_map(|told| work::work(told)).map(|work| format!("about {work}")))
        }
    }
    let mut places = organizations(direction);
    places.truncate(2);
    if let Some(here) = bears.at {
        parts.push(format!("how things are done at {here}"));
    } else if parts.is_empty() && !places.is_empty() {
        parts.push(format!("how you see organizations like {}", list_of(&places, "or")));
    }
    (!parts.is_empty()).then(|| format!("Learn {}.", list_of(&parts, "and")))
}

/// What the seeker would have afterwards. Never a job; always one more person.
pub fn outcome(campaign: &Campaign) -> String {
    match aim(&campaign.direction) {
        Some(aim) => format!("A clearer view of {aim}, and one more person to talk to."),
        None => "Their view of what I could do next, and one more person to talk to.".to_owned(),
    }
}

/// Why this person, from whatever is known: who named them, where they work, how known, what is valued in them. It
/// speaks to them, as the ask does, so that one voice carries the seeker from the reason to the call.
pub fn why(campaign: &Campaign, today: Date, person: PersonId) -> Option<String> {
    let mut reasons = Vec::new();
    if let Some(named) = referral(campaign, person)
        && let Some(giver) = giver(campaign, named)
    {
        let how = if named.introduced_on.is_some() { "introduced us" } else { "gave me your name" };
        reasons.push(format!("{giver} {how}."));
    }
    let shown = campaign.shown(person);
    let bears = bearing(campaign, today, person);
    if bears.made_your_move {
        reasons.push("You made the move I am thinking about.".to_owned());
    }
    if bears.in_direction() {
        reasons.extend(works(shown.title(), shown.organization(), bears.at.is_some()));
    }
    if let Some(told) = shown.told() {
        // What cannot be said to them as it was told is left out here as in the ask.
        let how = told.how_known.as_deref().and_then(told::how_known);
        let since = how.is_none().then(|| told::acquaintance(told, today)).flatten();
        let valued = told.valued_for.as_deref().and_then(told::valued);
        let respected = told.respected.then(|| "I know and respect you.".to_owned());
        reasons.extend(how.into_iter().chain(valued.or(respected)).chain(since));
    }
    reasons.extend(was_there_too(campaign, shown.organization()));
    if let Some(last) = talked_on(campaign, person, today).max().filter(|_| reasons.is_empty()) {
        reasons.push(format!("We talked on {}.", crate::day::spoken(last, today)));
    }
    if reasons.is_empty() && bears.elsewhere {
        reasons.push("Your work is a long way from mine, so you may see what I do not.".to_owned());
    }
    (!reasons.is_empty()).then(|| reasons.join(" "))
}

/// "I worked at Mercy Health too, from 2014 to 2019." None where the seeker works there today: that is how they know.
fn was_there_too(campaign: &Campaign, organization: Option<&str>) -> Option<String> {
    let there = key(organization?)?;
    let mut mine = campaign.positions.values().filter(|one| key(&one.organization).as_ref() == Some(&there));
    let stay = mine.find(|one| one.ended_on.is_some())?;
    let place = work::organization(&stay.organization)?;
    let years = match (stay.started_on.map(Date::year), stay.ended_on.map(Date::year)) {
        (Some(from), Some(until)) if from < until => format!(", from {from} to {until}"),
        (_, Some(until)) => format!(", until {until}"),
        _ => String::new(),
    };
    Some(format!("I worked at {place} too{years}."))
}

/// "You work as Director of Nursing at Mercy Health, one of the places I have in mind."
fn works(title: Option<&str>, organization: Option<&str>, wanted: bool) -> Option<String> {
    let title = title.and_then(work::title).map(|title| format!(" as {title}"));
    let organization = organization.and_then(work::organization);
    let organization = organization.map(|organization| format!(" at {organization}"));
    let works = format!("{}{}", title.unwrap_or_default(), organization.unwrap_or_default());
    let wanted = if wanted { ", one of the places I have in mind" } else { "" };
    (!works.is_empty()).then(|| sentence(&format!("you work{works}{wanted}")))
}

/// The latest referral that named this person, in this search or before it.
pub fn referral(campaign: &Campaign, person: PersonId) -> Option<&Referral> {
    let named = campaign.names_ever();
    named.filter(|referral| referral.person == person).max_by_key(|referral| (referral.named_on, referral.id))
}

/// The giver's name as one says it; none when they were forgotten.
pub fn giver(campaign: &Campaign, referral: &Referral) -> Option<String> {
    name::said(campaign.shown(referral.by).name())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::{Scene, TODAY, p};
    use jiff::civil::date;

    /// Somebody with this work, while the search goes into workplace training and to Riverbend Hospital.
    fn scene(title: &str, organization: &str) -> Scene {
        let mut scene = Scene::of(&["Ana Pereira"]);
        scene.person(1, |ana| {
            ana.title = Some(title.to_owned()).filter(|title| !title.is_empty());
            ana.organization = Some(organization.to_owned()).filter(|name| !name.is_empty());
        });
        scene.campaign.direction.fields = vec!["workplace training".into(), "safety education".into()];
        scene.campaign.direction.organizations = vec!["Riverbend Hospital".into()];
        scene
    }

    #[rstest::rstest]
    #[case::there(
        "Quality Trainer",
        "Riverbend Hospital",
        "Learn about workplace training and how things are done at Riverbend Hospital."
    )]
    #[case::near_the_second_field("Safety Coordinator", "Kestrel Freight", "Learn about safety education.")]
    #[case::another_trade(
        "Rigger",
        "Bluewater Terminal",
        "Hear how workplace training looks from another trade, and what I may overlook."
    )]
    #[case::little_known("", "", "Learn about workplace training.")]
    fn the_purpose_fits_the_person(#[case] title: &str, #[case] organization: &str, #[case] said: &str) {
        assert_eq!(purpose(&scene(title, organization).campaign, TODAY, p(1)).as_deref(), Some(said));
    }

    #[test]
    fn a_reason_is_found_in_what_is_on_record() {
        let mut rigger = scene("Rigger", "Bluewater Terminal");
        assert_eq!(
            why(&rigger.campaign, TODAY, p(1)).as_deref(),
            Some("Your work is a long way from mine, so you may see what I do not.")
        );
        rigger.worked_at("Bluewater Terminal", 2014, 2019);
        assert_eq!(
            why(&rigger.campaign, TODAY, p(1)).as_deref(),
            Some("I worked at Bluewater Terminal too, from 2014 to 2019.")
        );
        rigger.person(1, |ana| ana.known_since_on = Some(date(2014, 1, 1)));
        assert!(why(&rigger.campaign, TODAY, p(1)).unwrap().starts_with("We've known each other since 2014."));
    }

    #[test]
    fn what_cannot_be_said_to_them_is_no_reason_as_it_stands() {
        let mut scene = scene("", "");
        scene.person(1, |ana| {
            (ana.how_known, ana.valued_for) = (Some("she trained me".into()), Some("honest".into()));
        });
        assert_eq!(why(&scene.campaign, TODAY, p(1)), None);
        scene.person(1, |ana| (ana.respected, ana.known_since_on) = (true, Some(date(2014, 1, 1))));
        let said = "I know and respect you. We've known each other since 2014.";
        assert_eq!(why(&scene.campaign, TODAY, p(1)).as_deref(), Some(said));
    }
}
