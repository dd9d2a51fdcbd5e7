//! A day before which somebody is not to be asked: they said so, or the seeker did (row M11).

use super::Hold;
use super::view::{Candidate, View};
use crate::ask::Answer;
use crate::day::spoken;
use crate::rules::Rule;

/// Not before the day.
pub const RULE: Rule = Rule {
    name: "wait_until_the_day",
    says: "Whoever is not to be asked before a day is not suggested before it.",
    why: "A day that was named is kept.",
    evidence: &["M11"],
};

pub(super) const HOLD: Hold = Hold { rule: &RULE, of_a_past: false, reason };

fn reason(view: &View<'_>, candidate: &Candidate<'_>) -> Option<String> {
    let ahead = |day: &jiff::civil::Date| *day > view.today;
    if let Some(day) = candidate.told.not_before_on.filter(ahead) {
        return Some(format!("Not before {}, as you noted", spoken(day, view.today)));
    }
    let ask = view.ties.so_far.ask_that_stands(candidate.id())?;
    let day = ask.until_on.filter(|_| ask.answer == Some(Answer::NotNow));
    let day = day.filter(ahead)?;
    Some(format!("Not before {}, they said", spoken(day, view.today)))
}
