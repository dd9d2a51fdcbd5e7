//! A case made from the facts, for as long as the seeker has written none (row M8). It never invents: what is not told
//! is left out and asked for.

use jiff::civil::Date;

use super::bearing::bearing;
use crate::campaign::Campaign;
use crate::conversation::Referral;
use crate::conversation::earlier::talked_on;
use crate::id::PersonId;
use crate::speech::aim::{aim, fields, organizations, role};
use crate::speech::{list_of, name, sentence, told, work};

/// What the call is for, from the direction; none while no direction is set.
pub fn purpose(campaign: &Campaign) -> Option<String> {
    let direction = &campaign.direction;
    let mut parts = Vec::new();
    if let Some(field) = fields(direction).first() {
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
    if !places.is_empty() {
        parts.push(format!("how things are done at {}", list_of(&places, "or")));
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
        if let Some(how) = told.how_known.as_deref() {
            reasons.push(
                told::how_known(how)
                    .unwrap_or_else(|| format!("How we know each other: {}", sentence_after_colon(how))),
            );
        }
        if let Some(valued) = told.valued_for.as_deref() {
            let said = told::valued(valued);
            reasons.push(said.unwrap_or_else(|| format!("What I value in you: {}", sentence_after_colon(valued))));
        } else if told.respected {
            reasons.push("I know and respect you.".to_owned());
        }
    }
    if let Some(last) = talked_on(campaign, person, today).max().filter(|_| reasons.is_empty()) {
        reasons.push(format!("We talked on {}.", crate::day::spoken(last, today)));
    }
    (!reasons.is_empty()).then(|| reasons.join(" "))
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

fn sentence_after_colon(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.ends_with(['.', '?', '!']) { text } else { text + "." }
}

/// The latest referral that named this person, in this search or before it.
pub fn referral(campaign: &Campaign, person: PersonId) -> Option<&Referral> {
    let before = campaign.earlier.values().flat_map(|one| &one.named);
    let named = before.chain(campaign.referrals.values());
    named.filter(|referral| referral.person == person).max_by_key(|referral| (referral.named_on, referral.id))
}

/// The giver's name as one says it; none when they were forgotten.
pub fn giver(campaign: &Campaign, referral: &Referral) -> Option<String> {
    name::said(campaign.shown(referral.by).name())
}
