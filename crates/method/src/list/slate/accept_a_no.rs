//! Whoever said no is not asked again (row M5: an open yes-or-no close).

use super::Hold;
use super::view::{Candidate, View};
use crate::ask::Answer;
use crate::day::spoken;
use crate::rules::Rule;

/// A no stands.
pub const RULE: Rule = Rule {
    name: "accept_a_no",
    says: "Whoever said no is not suggested again.",
    why: "A question that may be answered with no has to take a no.",
    evidence: &["M5"],
};

pub(super) const HOLD: Hold = Hold { rule: &RULE, of_a_past: true, reason };

fn reason(view: &View<'_>, candidate: &Candidate<'_>) -> Option<String> {
    let ask = view.ties.so_far.ask_that_stands(candidate.id())?;
    (ask.answer == Some(Answer::Declined)).then(|| {
        let on = spoken(ask.answered_on.unwrap_or(ask.asked_on), view.today);
        format!("They said no on {on}")
    })
}
