//! After an ask that came to nothing the person is left in peace for a while (row M11).

use super::Hold;
use super::view::{Candidate, View};
use crate::ask::Answer;
use crate::day::{days_between, spoken};
use crate::rules::Rule;

/// Six weeks after silence, after "not now" without a day, and after another person's name.
pub const RULE: Rule = Rule {
    name: "let_an_ask_rest",
    says: "Whoever you asked in the last six weeks is not suggested, unless somebody named them since.",
    why: "Asked twice in a few weeks is pressed, and there are others to call.",
    evidence: &["M11", "E15"],
};

pub(super) const HOLD: Hold = Hold { rule: &RULE, of_a_past: true, reason };

/// How long, in days.
const REST: i32 = 42;

fn reason(view: &View<'_>, candidate: &Candidate<'_>) -> Option<String> {
    let ask = view.ties.so_far.ask_that_stands(candidate.id())?;
    let asked = spoken(ask.asked_on, view.today);
    let day = ask.answered_on.unwrap_or(ask.asked_on);
    if days_between(day, view.today) >= REST || view.ties.so_far.is_named_anew(candidate.id()) {
        return None;
    }
    let answered = spoken(day, view.today);
    match ask.answer? {
        Answer::Silent => Some(format!("You asked on {asked} and heard nothing")),
        Answer::NotNow if ask.until_on.is_none() => Some(format!("Not now, they said on {answered}")),
        Answer::SomeoneElse => Some(format!("They named someone else instead on {answered}")),
        Answer::NotNow | Answer::Accepted | Answer::Declined => None,
    }
}
