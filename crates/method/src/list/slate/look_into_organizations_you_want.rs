//! People who work where the seeker wants to be (rows M1, M7).

use super::view::{Candidate, View};
use super::{Group, Suggest};
use crate::rules::Rule;

/// People at organizations of the direction.
pub const RULE: Rule = Rule {
    name: "look_into_organizations_you_want",
    says: "Call people who work at the organizations of your direction.",
    why: "They see from within what you can only guess at from outside.",
    evidence: &["M1", "E1"],
};

pub(super) const SUGGEST: Suggest = Suggest { rule: &RULE, group: Group::TargetOrganization, order, reasons };

/// In the order of the direction. Inside one organization whoever is known best comes first: the seeker can tell them
/// where they know each other from.
fn order(view: &View<'_>, candidate: &Candidate<'_>) -> Option<i64> {
    let (place, _) = candidate.place()?.wanted?;
    Some(place * 1001 - view.thousandths(candidate))
}

fn reasons(_: &View<'_>, candidate: &Candidate<'_>) -> Vec<String> {
    wanted(candidate).into_iter().collect()
}

/// That they work at an organization of the direction.
pub(super) fn wanted(candidate: &Candidate<'_>) -> Option<String> {
    let (_, name) = candidate.place()?.wanted?;
    Some(if candidate.organization() == Some(name) {
        "Works at one of the organizations of your direction".to_owned()
    } else {
        format!("Works at one of the organizations of your direction, there called {name}")
    })
}
