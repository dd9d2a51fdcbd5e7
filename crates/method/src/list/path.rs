//! The way in: how to come to be introduced to a person, or into an organization (row M7; the question `path`).
//!
//! Serves the list. It knows direct ways only, and says so: whoever is there or was there and stands on the list, whoever
//! named the person, whoever named the organization. It refuses to take a click on a network for an acquaintance.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::Serialize;

use crate::campaign::{Campaign, PersonRef};
use crate::change::Refusal;
use crate::id::PersonId;
use crate::list::slate::keep_the_search_quiet::{employers, is_kept_from};

mod step;
pub mod take_the_direct_way;
pub mod target;
mod ways;

/// Where the seeker wants to get.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// To a person.
    Person(PersonId),
    /// Into an organization, by its name.
    Organization(String),
}

/// The best ways, at most three, on which nobody stands twice.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Paths {
    /// The person's or the organization's name.
    pub target: String,
    /// The ways, the strongest first.
    pub paths: Vec<Path>,
    /// What is not known, and what would add more.
    pub note: String,
}

/// One way.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Path {
    /// The people on the way, whom the seeker calls first first.
    pub people: Vec<PersonRef>,
    /// From 0 to 1, for sorting and tests; the product of its steps.
    pub strength: f64,
    /// What speaks for it, step by step.
    pub evidence: Vec<String>,
    /// Its weakest step.
    pub weakest: Weakest,
    /// The rule that suggests it.
    pub rule: &'static str,
}

/// The weakest step of a way.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Weakest {
    /// From whom; none when it is the seeker's own step.
    pub from: Option<PersonRef>,
    /// To whom; none when it is a step into an organization, to nobody known there.
    pub to: Option<PersonRef>,
    /// Why it is weak.
    pub reason: String,
}

/// How many ways are shown.
const MOST: usize = 3;

/// The best ways to that person or into that organization.
///
/// # Errors
/// When nobody has that id, or the organization's name has no letter in it.
pub fn path(campaign: &Campaign, today: Date, target: &Target) -> Result<Paths, Refusal> {
    let (name, mut ways) = match target {
        Target::Person(id) => (person_name(campaign, *id)?, ways::to_person(campaign, today, *id)),
        Target::Organization(name) => {
            let key = crate::organization::key(name).ok_or_else(|| {
                Refusal::usage(
                    "An organization needs a name.",
                    "Name a person or an organization: `halfhour path \"Riverbend Hospital\"`.",
                )
            })?;
            (name.trim().to_owned(), ways::into_organization(campaign, today, &key))
        }
    };
    let employers = employers(campaign);
    ways.retain(|way| {
        way.people
            .iter()
            .all(|person| *target == Target::Person(person.id) || may_be_called(campaign, &employers, person.id))
    });
    // Stable: where two ways are as strong as each other, the order of the list stands.
    ways.sort_by(|a, b| b.strength.total_cmp(&a.strength));
    let mut paths: Vec<Path> = Vec::new();
    for way in ways {
        if paths.len() < MOST && paths.iter().all(|path| really_different(path, &way, target)) {
            paths.push(way);
        }
    }
    let note = note(&name, paths.is_empty());
    Ok(Paths { target: name, paths, note })
}

/// Two ways are really different when nobody stands on both, the person who is sought aside.
fn really_different(a: &Path, b: &Path, target: &Target) -> bool {
    let between = |path: &Path| -> Vec<PersonId> {
        let ids = path.people.iter().map(|person| person.id);
        ids.filter(|id| *target != Target::Person(*id)).collect()
    };
    let (a, b) = (between(a), between(b));
    (!a.is_empty() || !b.is_empty()) && a.iter().all(|id| !b.contains(id))
}

/// Whoever was set aside, or must not hear of the search at work, is on no way, as on no slate.
fn may_be_called(campaign: &Campaign, employers: &BTreeSet<String>, id: PersonId) -> bool {
    campaign.people.get(&id).is_some_and(|person| {
        !person.set_aside && (person.released || !is_kept_from(employers, campaign.shown(id).organization()))
    })
}

fn person_name(campaign: &Campaign, id: PersonId) -> Result<String, Refusal> {
    let person = campaign.people.get(&id).filter(|person| !person.forgotten);
    person.map(|_| campaign.name(id)).ok_or_else(|| {
        Refusal::unknown(format!("Nobody on your list has the id {id}."), "`halfhour list` shows everybody.")
    })
}

fn note(target: &str, nothing: bool) -> String {
    const MORE: &str = "Only direct ways are known yet: people on your list who are there or used to be, and people who \
                        named somebody there. Each conversation that you note, and each newer export that you import, \
                        can add one.";
    if nothing {
        format!("No way to {target} is known yet. In your next conversation, ask whom they know there. {MORE}")
    } else {
        MORE.to_owned()
    }
}

#[cfg(test)]
mod tests;
