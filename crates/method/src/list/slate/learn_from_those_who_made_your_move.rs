//! People who came from where the seeker is and are where the seeker wants to be (row M2).

use super::look_into_organizations_you_want::wanted;
use super::view::{Candidate, View};
use super::work::{Origin, field, is_in_direction, origin, role};
use super::{Group, Suggest};
use crate::rules::Rule;

/// Those who made the move.
pub const RULE: Rule = Rule {
    name: "learn_from_those_who_made_your_move",
    says: "Call people who came from where you are and are where you want to be.",
    why: "They did what you are about to try, and can say how they did it.",
    evidence: &["M2", "E6"],
};

pub(super) const SUGGEST: Suggest = Suggest { rule: &RULE, group: Group::MadeYourMove, order, reasons };

/// Whoever was at the same place comes first, then whoever did the same work, then whoever was at a place with a name like
/// it; of these, whoever is known best: they know who is calling.
fn order(view: &View<'_>, candidate: &Candidate<'_>) -> Option<i64> {
    // Few have a past on record, so that it is looked at first.
    let strength = match origin(view, candidate)? {
        Origin::SamePlace(_) => 0,
        Origin::SameWork(_) => 1,
        Origin::PlaceLikeIt(_) => 2,
    };
    is_in_direction(candidate).then(|| strength * 1001 - view.thousandths(candidate))
}

fn reasons(view: &View<'_>, candidate: &Candidate<'_>) -> Vec<String> {
    let Some(origin) = origin(view, candidate) else {
        return Vec::new();
    };
    let there = role(view, candidate).or_else(|| field(view, candidate)).or_else(|| wanted(candidate));
    [origin.said()].into_iter().chain(there).collect()
}
