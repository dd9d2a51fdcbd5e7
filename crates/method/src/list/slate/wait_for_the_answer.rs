//! Whoever was asked and has not answered is not suggested once more (row M11).

use super::Hold;
use super::view::{Candidate, View};
use crate::day::spoken;
use crate::rules::Rule;

/// An open ask is waited for.
pub const RULE: Rule = Rule {
    name: "wait_for_the_answer",
    says: "Whoever you asked is not suggested while the answer is open.",
    why: "When it has been quiet for long enough, your moves say so.",
    evidence: &["M11", "E15"],
};

pub(super) const HOLD: Hold = Hold { rule: &RULE, of_a_past: true, reason };

fn reason(view: &View<'_>, candidate: &Candidate<'_>) -> Option<String> {
    let ask = view.ties.so_far.ask_that_stands(candidate.id())?;
    ask.is_open().then(|| {
        let on = spoken(ask.asked_on, view.today);
        format!("You asked on {on}; no answer is noted yet")
    })
}
