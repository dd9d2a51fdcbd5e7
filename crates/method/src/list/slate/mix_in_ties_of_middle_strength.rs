//! Ties of middle strength into the direction: not the closest, and no strangers (row M7).

use super::guess_until_you_mark::in_touch;
use super::look_into_organizations_you_want::wanted;
use super::view::{Candidate, View};
use super::work::{field, is_in_direction, role};
use super::{Group, Suggest};
use crate::rules::Rule;

/// Neither close nor a stranger.
pub const RULE: Rule = Rule {
    name: "mix_in_ties_of_middle_strength",
    says: "Call people whom you know a little and whose work is where you want to go.",
    why: "They hear of other things than your friends do, and still know who is calling.",
    evidence: &["E1", "E2", "E6"],
};

pub(super) const SUGGEST: Suggest = Suggest { rule: &RULE, group: Group::WeakIntoDirection, order, reasons };

/// What was measured are acquaintances in common; no file of the seeker's holds them, so this stands in, and says so.
pub const STAND_IN: &str = "Neither close nor a stranger, as far as letters, talks and years tell; they stand in for \
                            acquaintances in common, which no file holds";

/// Closeness above which somebody is near.
const NEAR: f64 = 0.45;

/// Closeness in the middle, where those stand who come first.
const MIDDLE: f64 = 0.2;

/// Whoever stands nearest to the middle comes first.
fn order(view: &View<'_>, candidate: &Candidate<'_>) -> Option<i64> {
    let closeness = view.closeness(candidate);
    let middling = closeness > 0.0 && closeness <= NEAR && !candidate.told.close;
    if !middling || !is_in_direction(candidate) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "closeness is below 1")]
    let away = ((closeness - MIDDLE).abs() * 1000.0) as i64;
    Some(away)
}

fn reasons(view: &View<'_>, candidate: &Candidate<'_>) -> Vec<String> {
    let there = role(view, candidate).or_else(|| field(view, candidate)).or_else(|| wanted(candidate));
    let since = candidate.known_since(view.today).map(|since| format!("Known since {}", since.year()));
    there.into_iter().chain(in_touch(view, candidate).or(since)).chain([STAND_IN.to_owned()]).collect()
}
