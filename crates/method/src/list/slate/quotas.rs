//! How the places of a slate are shared among the groups: by the stage of the search, and by what the seeker's own record
//! says of each group.
//!
//! The shares are a first setting, tried in the worlds of `cargo xtask simulate`; a record replaces them bit by bit.

use super::record::{Record, draw};
use super::view::View;
use super::{Group, SUGGEST, guess_until_you_mark};

/// The people of one group in the order in which they come, and its claim to places.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Claim {
    pub group: Group,
    /// Whether these are the guesses, which stand apart from those who are marked.
    pub is_guess: bool,
    /// The larger, the more places.
    pub share: f64,
}

/// Which claim a rule's people belong to.
pub(super) fn claim_of(place: usize) -> (Group, bool) {
    let rule = &SUGGEST[place];
    (rule.group, rule.rule.name == guess_until_you_mark::RULE.name)
}

/// The claims of this week, in the order of the rules. They stay the same until the week is over.
pub(super) fn claims(view: &View<'_>) -> Vec<Claim> {
    let monday = view.week_starts_on;
    let is_first_week = view.campaign.asks.values().all(|ask| ask.asked_on >= monday);
    let somebody_is_marked = view.campaign.people.values().any(|person| person.respected && !person.forgotten);
    let record = Record::of(view);
    let mut claims: Vec<Claim> = Vec::new();
    for (group, is_guess) in (0..SUGGEST.len()).map(claim_of) {
        if claims.iter().any(|claim| (claim.group, claim.is_guess) == (group, is_guess)) {
            continue;
        }
        let base = if is_guess { guesses(somebody_is_marked) } else { share(group, is_first_week) };
        let drawn = if is_guess || !record.says_enough() { 1.0 } else { draw(record.of_group(group), monday, group) };
        claims.push(Claim { group, is_guess, share: base * drawn });
    }
    claims
}

/// The first week begins with those whom the seeker knows and respects. Later everybody has their place; those who made the
/// move, and those who are known, more of them than a name at a wanted organization.
fn share(group: Group, is_first_week: bool) -> f64 {
    match group {
        Group::Referred => 6.0,
        Group::KnowAndRespect if is_first_week => 6.0,
        Group::MadeYourMove if is_first_week => 3.0,
        Group::KnowAndRespect | Group::MadeYourMove => 4.0,
        Group::WeakIntoDirection | Group::LongSilent | Group::TargetOrganization if is_first_week => 1.0,
        Group::WeakIntoDirection | Group::LongSilent => 2.0,
        Group::TargetOrganization => 1.4,
        // They have a place of their own, the last of five.
        Group::OutsideView => 0.0,
    }
}

/// Guesses stand in for the marked ones. Nobody marks everybody, so that they keep a smaller share once somebody is marked:
/// one strong tie still beats one weak tie (E2).
fn guesses(somebody_is_marked: bool) -> f64 {
    if somebody_is_marked { 2.0 } else { 3.0 }
}
