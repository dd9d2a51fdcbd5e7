//! While the seeker is employed, nobody at their employer hears of the search by accident.

use super::Hold;
use super::view::{Candidate, View};
use crate::rules::Rule;

/// The quiet search.
pub const RULE: Rule = Rule {
    name: "keep_the_search_quiet",
    says: "While you are employed, people at your employer are held back until you release each of them.",
    why: "Who hears of your search at work is yours to decide.",
    evidence: &["M1", "M7"],
};

pub(super) const HOLD: Hold = Hold { rule: &RULE, reason };

fn reason(view: &View<'_>, candidate: &Candidate<'_>) -> Option<String> {
    let quiet = candidate.key.as_ref().is_some_and(|key| view.employers.contains(key));
    (quiet && !candidate.told.released).then(|| {
        let id = candidate.id();
        format!(
            "They work where you work now, and your search is quiet there. If they may know of it: \
             `halfhour list mark {id} --released`"
        )
    })
}
