//! People who do what the seeker would like to do; how they came to it is not on record (row M2).

use super::view::{Candidate, View};
use super::work::role;
use super::{Group, Suggest};
use crate::rules::Rule;

/// Those who do it already.
pub const RULE: Rule = Rule {
    name: "ask_those_who_do_it_already",
    says: "Call people whose title is a role of your direction.",
    why: "They know what the work is like and how one comes to it.",
    evidence: &["M2", "M1"],
};

pub(super) const SUGGEST: Suggest = Suggest { rule: &RULE, group: Group::MadeYourMove, order, reasons };

/// Whoever is known best comes first, and those of whom only a name is known come last.
fn order(view: &View<'_>, candidate: &Candidate<'_>) -> Option<i64> {
    candidate.work()?.role?;
    Some(-view.thousandths(candidate))
}

fn reasons(view: &View<'_>, candidate: &Candidate<'_>) -> Vec<String> {
    role(view, candidate).into_iter().collect()
}
