//! The way in: how to come to be introduced to a person, or into an organization (row M7; the question `path`).
//!
//! Serves the list. A way begins with somebody whom the seeker knows and goes on over people who know each other, as far
//! as letters, meetings, names that were given and years at one place show. It refuses to take a click on a network, or a
//! large organization, for an acquaintance.

use jiff::civil::Date;
use serde::Serialize;

use crate::campaign::{Campaign, PersonRef};
use crate::change::Refusal;
use crate::id::PersonId;
use crate::list::path::circle::Circle;
use crate::list::slate::HeldBack;
use crate::list::slate::keep_the_search_quiet::{employers, is_kept_from};

pub mod circle;
pub mod expect_long_ways_to_break;
pub mod go_through_those_who_know_them;
pub mod graph;
mod note;
mod request;
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
    /// The ways: those first on which everybody may be asked now, of these whoever there was named, then the strongest.
    pub paths: Vec<Path>,
    /// Who is there, was there or named them, and stands on no way, with the reason; at most ten.
    pub held_back: Vec<HeldBack>,
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
    /// Its steps, each with what speaks for it and the day to follow up on.
    pub steps: Vec<Step>,
    /// What to ask the first of them.
    pub request: String,
    /// Those on it who are not to be asked now, with the reason; ways without any come first.
    pub held_back: Vec<HeldBack>,
    /// What is to be expected of a long way; none for a short one.
    pub warning: Option<String>,
    /// The rule that suggests it.
    pub rule: &'static str,
}

/// One step of a way.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Step {
    /// From whom; none when it is the seeker's own step.
    pub from: Option<PersonRef>,
    /// To whom; none when it is a step into an organization, to nobody known there.
    pub to: Option<PersonRef>,
    /// From 0 to 1: how probable it is that it is taken.
    pub strength: f64,
    /// What speaks for it.
    pub evidence: Vec<String>,
    /// The day on which the seeker follows up when nothing has come of it.
    pub follow_up_on: Date,
    /// What to do on that day.
    pub follow_up: String,
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

/// How many people a way may have: chains that arrived took about four steps (E5).
const LONGEST: usize = 4;

/// The best ways to that person or into that organization, over the acquaintances that the campaign has.
///
/// # Errors
/// When nobody has that id, or the organization's name has no letter in it.
pub fn path(campaign: &Campaign, today: Date, target: &Target) -> Result<Paths, Refusal> {
    path_in(campaign, &Circle::of(campaign, today), today, target)
}

/// The same over a circle that was made before, of the same people.
///
/// # Errors
/// As [`path`].
pub fn path_in(campaign: &Campaign, circle: &Circle, today: Date, target: &Target) -> Result<Paths, Refusal> {
    let name = match target {
        Target::Person(id) => person_name(campaign, *id)?,
        Target::Organization(name) => {
            crate::organization::key(name).ok_or_else(|| {
                Refusal::usage(
                    "An organization needs a name.",
                    "Name a person or an organization: `halfhour path \"Riverbend Hospital\"`.",
                )
            })?;
            name.trim().to_owned()
        }
    };
    let ways::Ways { paths, held_back } = ways::ways(campaign, circle, today, target);
    let is_employer = matches!(target, Target::Organization(name) if is_kept_from(&employers(campaign), Some(name)));
    let note = note::note(&name, target, circle.is_bare(), &paths, (!held_back.is_empty(), is_employer));
    Ok(Paths { target: name, paths, held_back, note })
}

fn person_name(campaign: &Campaign, id: PersonId) -> Result<String, Refusal> {
    let person = campaign.people.get(&id).filter(|person| !person.forgotten);
    person.map(|_| campaign.name(id)).ok_or_else(|| {
        Refusal::unknown(format!("Nobody on your list has the id {id}."), "`halfhour list` shows everybody.")
    })
}

#[cfg(test)]
mod tests;
