//! The seeker's own word overrules every suggestion, for good.

use super::Hold;
use super::view::{Candidate, View};
use crate::rules::Rule;

/// Set aside is set aside.
pub const RULE: Rule = Rule {
    name: "leave_out_whom_you_set_aside",
    says: "Whoever you set aside is never suggested.",
    why: "It is your search and your list.",
    evidence: &["M7"],
};

pub(super) const HOLD: Hold = Hold { rule: &RULE, of_a_past: false, reason };

fn reason(_: &View<'_>, candidate: &Candidate<'_>) -> Option<String> {
    let set_aside = candidate.told.set_aside;
    set_aside.then(|| "You set them aside".to_owned())
}
