//! One step of a way: from the seeker or somebody to the next, how strong it is, and what speaks for it.

use jiff::civil::Date;

use super::ways::View;
use super::{Path, Step, Weakest, expect_long_ways_to_break, go_through_those_who_know_them, take_the_direct_way};
use crate::campaign::PersonRef;
use crate::conversation::Referral;
use crate::day::{spoken, spoken_month};
use crate::follow_through::call_the_referred;
use crate::follow_through::silence::{ONCE_MORE_AFTER, SECOND_PERSON_AFTER};
use crate::id::PersonId;
use crate::list::closeness::Wrote;
use crate::list::organizations::others_at;
use crate::list::slate::HeldBack;
use crate::list::slate::keep_the_search_quiet::{employers, is_kept_from};
use crate::list::stays::years;

/// A step that has no day yet, with what speaks for it and what makes it weak.
pub(super) struct Bare {
    from: Option<PersonRef>,
    to: Option<PersonRef>,
    strength: f64,
    evidence: Vec<String>,
    weakness: String,
}

/// Somebody on the list of whom nothing else is known can still be called. A first setting, not a finding.
pub(super) const ON_THE_LIST: f64 = 0.05;

/// Whoever recommended the seeker, or was recommended, knows them from some work at least. A first setting, not a finding.
const RECOMMENDED: f64 = 0.3;

/// How well the seeker knows somebody, as far as a way asks.
pub(super) fn known(view: &View<'_>, id: PersonId) -> f64 {
    let at_least = if view.recommended.contains_key(&id) { RECOMMENDED } else { 0.0 };
    view.ties.closeness(id).max(at_least)
}

/// The seeker's own step to somebody on the list.
pub(super) fn own(view: &View<'_>, id: PersonId) -> Bare {
    let person = view.campaign.person_ref(id);
    let name = &person.name;
    let mut evidence = signs(view, id);
    let weakness = match evidence.first() {
        Some(sign) => format!("It rests on this: {sign}"),
        None => format!("Nothing says yet how well you know {name}"),
    };
    let known = known(view, id).max(ON_THE_LIST);
    let Some(referral) = to_call_on(view, id) else {
        if evidence.is_empty() {
            evidence.push(format!("{name} is on your list"));
        }
        return Bare { strength: known, from: None, to: Some(person), evidence, weakness };
    };
    let (_, named, of_a_name) = named_by(view, referral);
    let weakness = if evidence.is_empty() { of_a_name } else { weakness };
    evidence.extend(named);
    let strength = by_name(view, id).map_or(known, |(by, given)| known.max(by * given));
    Bare { strength, from: None, to: Some(person), evidence, weakness }
}

/// The name that was given of somebody, when it is the seeker's own turn to call, as the moves have it.
pub(super) fn to_call_on<'a>(view: &View<'a>, id: PersonId) -> Option<&'a Referral> {
    let named = view.ties.so_far.named(id).iter().filter(|referral| view.ties.so_far.waits(referral));
    let own = named.filter(|referral| call_the_referred::is_your_turn(&view.workdays, referral, view.today));
    own.max_by(|a, b| worth(view, a).total_cmp(&worth(view, b))).copied()
}

fn worth(view: &View<'_>, referral: &Referral) -> f64 {
    view.ties.closeness(referral.by).max(ON_THE_LIST) * given(referral)
}

/// How strong a call is that names whoever gave the name: how well that one is known, and how strong the name is.
pub(super) fn by_name(view: &View<'_>, id: PersonId) -> Option<(f64, f64)> {
    let referral = to_call_on(view, id)?;
    Some((view.ties.closeness(referral.by).max(ON_THE_LIST), given(referral)))
}

/// Signs that the seeker and a person know each other, the most telling first.
fn signs(view: &View<'_>, id: PersonId) -> Vec<String> {
    let name = view.campaign.name(id);
    let told = view.campaign.people.get(&id);
    let mut signs = Vec::new();
    if told.is_some_and(|told| told.close) {
        signs.push(format!("you are close to {name}"));
    }
    if told.is_some_and(|told| told.respected) {
        signs.push(format!("you know and respect {name}"));
    }
    if let Some(held) = view.ties.so_far.conversations(id).last() {
        signs.push(format!("you spoke with {name} on {}", spoken(held.held_on, view.today)));
    }
    if let Some(since) = told.and_then(|told| told.known_since_on) {
        signs.push(format!("you have known {name} since {}", since.year()));
    }
    if let Some(says) = view.recommended.get(&id) {
        let says = says.replace("They wrote", &format!("{name} wrote")).replace("for them", &format!("for {name}"));
        signs.push(says.replace("You wrote", "you wrote").replace("One of you", "one of you"));
    }
    if let Some(wrote) = view.ties.heard(id) {
        signs.extend(letters(wrote, &name));
    }
    signs
}

fn letters(wrote: &Wrote, name: &str) -> Vec<String> {
    let last = |span: (Date, Date)| spoken_month(span.1);
    let letters = wrote.letters.map(last).map(|last| match (wrote.both(), wrote.sent_days) {
        (true, _) => format!("you and {name} wrote to each other, last in {last}"),
        (false, 0) => format!("{name} wrote to you, last in {last}"),
        (false, _) => format!("you wrote to {name}, last in {last}"),
    });
    let met = wrote.meetings.map(last).map(|last| format!("you and {name} sat in meetings together, last in {last}"));
    letters.into_iter().chain(met).collect()
}

/// The step from somebody on the way to the next: the strongest sign that they know each other counts, the others stand
/// beside it.
pub(super) fn between(view: &View<'_>, from: PersonId, to: PersonId) -> Option<Bare> {
    let named = view.ties.so_far.named(to).iter().filter(|referral| referral.by == from);
    let mut signs: Vec<(f64, Vec<String>, String)> = named.map(|referral| named_by(view, referral)).collect();
    let (a, b) = (view.campaign.person_ref(from), view.campaign.person_ref(to));
    if let Some(pair) = view.circle.pair(from, to) {
        let last = spoken_month(pair.last_on);
        let since = if pair.since < pair.last_on.year() { format!(" from {} on,", pair.since) } else { String::new() };
        let said = format!(
            "{} and {} were on the same letters or in the same meetings,{since} last in {last}",
            a.name, b.name
        );
        let weakness = format!("That {} and {} know each other is read from letters and meetings only", a.name, b.name);
        signs.push((pair.passes_on(view.today), vec![said], weakness));
    }
    for place in view.circle.colleagues(from, to) {
        let said = format!("{} and {} were both at {} {}", a.name, b.name, place.place, years(place.years));
        let weakness =
            format!("{} and {} were at one place; whether they know each other is not known", a.name, b.name);
        signs.push((place.passes_on(), vec![said], weakness));
    }
    signs.sort_by(|one, other| other.0.total_cmp(&one.0));
    let (strength, weakness) = signs.first().map(|(strength, _, weakness)| (*strength, weakness.clone()))?;
    let evidence = signs.into_iter().flat_map(|(_, evidence, _)| evidence).collect();
    Some(Bare { from: Some(a), to: Some(b), strength, evidence, weakness })
}

/// How strong a name that was given is: an introduction made more than one that was offered, and that more than a bare
/// name. The figures are a first setting, not a finding.
pub(super) fn given(referral: &Referral) -> f64 {
    match (referral.introduced_on, referral.introduction) {
        (Some(_), _) => 0.9,
        (None, true) => 0.7,
        (None, false) => 0.5,
    }
}

fn named_by(view: &View<'_>, referral: &Referral) -> (f64, Vec<String>, String) {
    let (by, to) = (view.campaign.name(referral.by), view.campaign.name(referral.person));
    let mut evidence = vec![format!("{by} named {to} on {}", spoken(referral.named_on, view.today))];
    let weakness = match (referral.introduced_on, referral.introduction) {
        (Some(day), _) => {
            evidence.push(format!("{by} introduced you on {}", spoken(day, view.today)));
            format!("{to} knows of you through {by} only")
        }
        (None, true) => {
            evidence.push(format!("{by} offered to introduce you"));
            format!("{by} has not introduced you yet")
        }
        (None, false) => format!("{by} gave you the name and did not speak of introducing you"),
    };
    (given(referral), evidence, weakness)
}

/// The step from somebody into an organization in which nobody was named yet.
pub(super) fn toward(from: PersonRef, strength: f64, evidence: String, weakness: String) -> Bare {
    Bare { from: Some(from), to: None, strength, evidence: vec![evidence], weakness }
}

/// A whole way out of its steps, the first of them the seeker's own. `about` is said of its last person and weighs
/// nothing.
pub(super) fn way(
    view: &View<'_>,
    steps: Vec<Bare>,
    about: Option<String>,
    request: String,
    held_back: Vec<HeldBack>,
) -> Option<Path> {
    let strength: f64 = steps.iter().map(|step| step.strength).product();
    let weakest = steps.iter().min_by(|a, b| a.strength.total_cmp(&b.strength))?;
    let reason = sentence(&weakest.weakness);
    let weakest = Weakest { from: weakest.from.clone(), to: weakest.to.clone(), reason };
    let people: Vec<PersonRef> = steps.iter().filter_map(|step| step.to.clone()).collect();
    let evidence = about.into_iter().chain(steps.iter().flat_map(|step| step.evidence.clone()));
    let evidence = evidence.map(|text| sentence(&text)).collect();
    let is_reminded = people.get(1).is_some_and(|next| gave_the_name(view, people[0].id, next.id));
    let second = people.first().filter(|_| !is_reminded).and_then(|first| second_door(view, first.id));
    let first = if second.is_some() { SECOND_PERSON_AFTER } else { ONCE_MORE_AFTER };
    let days = expect_long_ways_to_break::days(&view.workdays, view.today, first, steps.len());
    let rule = match people.len() {
        0 | 1 => take_the_direct_way::RULE.name,
        2 => go_through_those_who_know_them::RULE.name,
        _ => expect_long_ways_to_break::RULE.name,
    };
    Some(Path {
        strength: rounded(strength),
        evidence,
        weakest,
        steps: steps.into_iter().zip(days).map(|(step, day)| dated(view, step, day, second)).collect(),
        request,
        warning: expect_long_ways_to_break::warning(people.len(), held_back.is_empty()),
        held_back,
        people,
        rule,
    })
}

/// Whether the one named the other, who waits to be called: then the first is reminded, and asked for no half hour.
pub(super) fn gave_the_name(view: &View<'_>, by: PersonId, next: PersonId) -> bool {
    view.ties.so_far.named(next).iter().any(|referral| referral.by == by && view.ties.so_far.waits(referral))
}

/// Where a second person may be tried when this one stays quiet, as the moves have it: in their organization, unless the
/// search is quiet there or nobody else there is known.
fn second_door<'a>(view: &View<'a>, id: PersonId) -> Option<&'a str> {
    let organization = view.campaign.shown(id).organization()?;
    let is_quiet = is_kept_from(&employers(view.campaign), Some(organization));
    (!is_quiet && others_at(view.campaign, id, organization).next().is_some()).then(|| organization.trim())
}

fn dated(view: &View<'_>, step: Bare, follow_up_on: Date, second: Option<&str>) -> Step {
    let by = spoken(follow_up_on, view.today);
    let follow_up = match (&step.from, &step.to) {
        (None, Some(to)) => match second {
            Some(there) => format!(
                "No answer by {by}: try a second person at {there}; by {}, ask {} once more",
                spoken(expect_long_ways_to_break::once_more_on(&view.workdays, view.today), view.today),
                to.name
            ),
            None => format!("No answer by {by}: ask {} once more", to.name),
        },
        (Some(from), Some(to)) => format!("Nothing from {} by {by}: ask {} how far it got", to.name, from.name),
        (Some(from), None) => format!("No name by {by}: ask {} once more", from.name),
        (None, None) => format!("Nothing by {by}: ask once more"),
    };
    Step {
        evidence: step.evidence.iter().map(|text| sentence(text)).collect(),
        strength: rounded(step.strength),
        from: step.from,
        to: step.to,
        follow_up_on,
        follow_up,
    }
}

fn rounded(strength: f64) -> f64 {
    libm::round(strength * 1000.0) / 1000.0
}

pub(super) fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
