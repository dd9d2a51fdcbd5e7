//! The seeker's own word overrules every suggestion, for good.

use super::Hold;
use super::view::{Candidate, View};
use crate::rules::Rule;

/// Set aside is set aside, and not needed is not needed until somebody names them anew.
pub const RULE: Rule = Rule {
    name: "leave_out_whom_you_set_aside",
    says: "Whoever you set aside, or said not to need to call, is not suggested.",
    why: "It is your search and your list.",
    evidence: &["M7"],
};

pub(super) const HOLD: Hold = Hold { rule: &RULE, of_a_past: false, reason };

fn reason(view: &View<'_>, candidate: &Candidate<'_>) -> Option<String> {
    if candidate.told.set_aside {
        return Some("You set them aside".to_owned());
    }
    let not_needed = candidate.has_a_past && view.ties.so_far.calling_is_not_needed(candidate.id());
    not_needed.then(|| "You said that calling them is not needed".to_owned())
}
