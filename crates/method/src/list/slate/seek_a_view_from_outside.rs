//! One in five from beyond the seeker's own organizations and fields, while they change careers (row M3).

use super::view::{Candidate, View};
use super::work::is_near_your_own;
use super::{Group, Suggest};
use crate::rules::Rule;

/// The view from outside.
pub const RULE: Rule = Rule {
    name: "seek_a_view_from_outside",
    says: "While you change careers, one person in five comes from beyond your organizations and fields.",
    why: "People of your own line of work know the same directions; others think of new ones.",
    evidence: &["M3", "E5"],
};

pub(super) const SUGGEST: Suggest = Suggest { rule: &RULE, group: Group::OutsideView, order, reasons };

/// Only somebody of whom more is known than a name: a stranger in a strange field owes nobody a view. The closest first.
fn order(view: &View<'_>, candidate: &Candidate<'_>) -> Option<i64> {
    let aims = view.aims();
    let own_is_known = !(aims.was.is_empty() && aims.places.is_empty());
    let theirs_is_known = candidate.title().is_some() || candidate.organization().is_some();
    if !aims.changes_careers || !own_is_known || !theirs_is_known {
        return None;
    }
    let told = candidate.told;
    let closeness = view.closeness(candidate);
    let is_known = closeness > 0.0 || told.how_known.is_some() || told.valued_for.is_some();
    if !is_known || is_near_your_own(candidate) {
        return None;
    }
    Some(-view.thousandths(candidate))
}

fn reasons(view: &View<'_>, candidate: &Candidate<'_>) -> Vec<String> {
    let outside = "What they do, and where, shares no word with your work or your direction".to_owned();
    let since = candidate.known_since(view.today).map(|since| format!("Known since {}", since.year()));
    [outside].into_iter().chain(since).collect()
}
