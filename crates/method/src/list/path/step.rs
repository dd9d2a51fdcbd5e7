//! One step of a way: from the seeker or somebody to the next, how strong it is, and what speaks for it.

use jiff::civil::Date;

use crate::campaign::{Campaign, PersonRef};
use crate::conversation::Referral;
use crate::day::{spoken, spoken_month};
use crate::id::PersonId;
use crate::list::closeness::Ties;
use crate::list::path::{Path, Weakest, take_the_direct_way};

/// A step, with what speaks for it and what makes it weak.
pub(super) struct Step {
    from: Option<PersonRef>,
    to: Option<PersonRef>,
    strength: f64,
    evidence: Vec<String>,
    weakness: String,
}

/// Somebody on the list of whom nothing else is known can still be called. A first setting, not a finding.
const ON_THE_LIST: f64 = 0.05;

/// The seeker's own step to somebody on the list.
pub(super) fn own(campaign: &Campaign, ties: &Ties<'_>, today: Date, id: PersonId) -> Step {
    let person = campaign.person_ref(id);
    let name = &person.name;
    let mut evidence = acquaintance(campaign, ties, today, id);
    let weakness = match evidence.first() {
        Some(sign) => format!("It rests on this: {sign}"),
        None => format!("Nothing says yet how well you know {name}"),
    };
    if evidence.is_empty() {
        evidence.push(format!("{name} is on your list"));
    }
    let strength = ties.closeness(id).max(ON_THE_LIST);
    Step { from: None, to: Some(person), strength, evidence, weakness }
}

/// Signs that the seeker and a person know each other, the most telling first.
fn acquaintance(campaign: &Campaign, ties: &Ties<'_>, today: Date, id: PersonId) -> Vec<String> {
    let name = campaign.name(id);
    let told = campaign.people.get(&id);
    let mut signs = Vec::new();
    if told.is_some_and(|told| told.close) {
        signs.push(format!("you are close to {name}"));
    }
    if told.is_some_and(|told| told.respected) {
        signs.push(format!("you know and respect {name}"));
    }
    if let Some(held) = ties.so_far.conversations(id).last() {
        signs.push(format!("you spoke with {name} on {}", spoken(held.held_on, today)));
    }
    if let Some(since) = told.and_then(|told| told.known_since_on) {
        signs.push(format!("you have known {name} since {}", since.year()));
    }
    if let Some(wrote) = ties.wrote(id) {
        let last = spoken_month(wrote.last_on);
        signs.push(match wrote.both() {
            _ if wrote.only_met() => format!("you and {name} sat in meetings together, last in {last}"),
            true => format!("you and {name} wrote to each other, last in {last}"),
            false => format!("you wrote to {name}, last in {last}"),
        });
    }
    signs
}

/// The step from somebody to the one they named. An introduction made is stronger than one that was offered, and that
/// stronger than a bare name. The figures are a first setting, not a finding.
pub(super) fn named(campaign: &Campaign, today: Date, referral: &Referral) -> Step {
    let (by, to) = (campaign.person_ref(referral.by), campaign.person_ref(referral.person));
    let on = spoken(referral.named_on, today);
    let mut evidence = vec![format!("{} named {} on {on}", by.name, to.name)];
    let (strength, weakness) = match (referral.introduced_on, referral.introduction) {
        (Some(day), _) => {
            evidence.push(format!("{} introduced you on {}", by.name, spoken(day, today)));
            (0.9, format!("{} knows of you through {} only", to.name, by.name))
        }
        (None, true) => {
            evidence.push(format!("{} offered to introduce you", by.name));
            (0.7, format!("{} has not introduced you yet", by.name))
        }
        (None, false) => (0.5, format!("{} gave you the name and did not speak of introducing you", by.name)),
    };
    Step { from: Some(by), to: Some(to), strength, evidence, weakness }
}

/// The step from somebody into an organization in which nobody was named yet.
pub(super) fn toward(from: PersonRef, strength: f64, evidence: String, weakness: String) -> Step {
    Step { from: Some(from), to: None, strength, evidence: vec![evidence], weakness }
}

/// A whole way out of its steps, the first of them the seeker's own. `about` is said of its last person and weighs
/// nothing.
pub(super) fn way(steps: Vec<Step>, about: Option<String>) -> Option<Path> {
    let strength: f64 = steps.iter().map(|step| step.strength).product();
    let weakest = steps.iter().min_by(|a, b| a.strength.total_cmp(&b.strength))?;
    let reason = sentence(&weakest.weakness);
    let weakest = Weakest { from: weakest.from.clone(), to: weakest.to.clone(), reason };
    let people = steps.iter().filter_map(|step| step.to.clone()).collect();
    let evidence = about.into_iter().chain(steps.into_iter().flat_map(|step| step.evidence));
    Some(Path {
        people,
        strength: libm::round(strength * 1000.0) / 1000.0,
        evidence: evidence.map(|text| sentence(&text)).collect(),
        weakest,
        rule: take_the_direct_way::RULE.name,
    })
}

fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
