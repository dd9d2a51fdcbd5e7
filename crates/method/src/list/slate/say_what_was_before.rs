//! What was between the seeker and somebody who comes up again: said with every suggestion, so that no call begins in
//! the dark.

use super::view::{Candidate, View};
use crate::ask::Answer;
use crate::day::spoken;
use crate::rules::Rule;

/// The past is said with every suggestion, and orders nobody but behind those who were not asked yet.
pub const RULE: Rule = Rule {
    name: "say_what_was_before",
    says: "Before you call somebody again, see what was between you last.",
    why: "Whoever follows through takes up where the last talk ended.",
    evidence: &["M11"],
};

/// The last thing that happened, when they were asked or met before.
pub(super) fn before(view: &View<'_>, candidate: &Candidate<'_>) -> Option<String> {
    let so_far = &view.ties.so_far;
    let Some(ask) = so_far.ask_that_stands(candidate.id()) else {
        let held = so_far.conversations(candidate.id()).last()?;
        return Some(format!("You last spoke on {}", spoken(held.held_on, view.today)));
    };
    let answered = spoken(ask.answered_on.unwrap_or(ask.asked_on), view.today);
    Some(match (ask.answer?, ask.until_on) {
        (Answer::NotNow, Some(until)) => format!("They said not before {}", spoken(until, view.today)),
        (Answer::NotNow, None) => format!("Not now, they said on {answered}"),
        (Answer::SomeoneElse, _) => format!("They named someone else instead on {answered}"),
        (Answer::Declined, _) => format!("They said no on {answered}"),
        (Answer::Accepted, _) => format!("They said yes on {answered}"),
        (Answer::Silent, _) => format!("You asked on {} and heard nothing", spoken(ask.asked_on, view.today)),
    })
}

/// Whoever was met, or asked in vain, comes after those who were not. "Not now" is no such case: it was an invitation to
/// ask again.
pub(super) fn again(view: &View<'_>, candidate: &Candidate<'_>) -> bool {
    let so_far = &view.ties.so_far;
    if !candidate.has_a_past {
        return false;
    }
    match so_far.ask_that_stands(candidate.id()) {
        Some(ask) => ask.answer != Some(Answer::NotNow),
        None => !so_far.conversations(candidate.id()).is_empty(),
    }
}
