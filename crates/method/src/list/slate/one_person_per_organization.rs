//! Two people of one organization never stand on one slate (row M7).

use super::HeldBack;
use super::view::Candidate;
use crate::rules::Rule;

/// One person per organization.
pub const RULE: Rule = Rule {
    name: "one_person_per_organization",
    says: "A slate holds one person of each organization.",
    why: "Colleagues talk; the second one is still there when the first has answered.",
    evidence: &["E15"],
};

/// Held back in favour of `first`, who is of the same organization; a name that was given comes before whoever stood there.
pub(super) fn hold(candidate: &Candidate<'_>, first: &str, is_named: bool) -> HeldBack {
    let named = if is_named { " was named to you and" } else { "" };
    HeldBack {
        person: candidate.person(),
        reason: format!("{first} of the same organization{named} comes first"),
        rule: RULE.name,
    }
}
