//! After a conversation the next half hour goes to somebody else (row M13).

use super::Hold;
use super::view::{Candidate, View};
use crate::day::{days_between, spoken};
use crate::rules::Rule;

/// Eight weeks between two conversations with one person.
pub const RULE: Rule = Rule {
    name: "let_a_conversation_rest",
    says: "Whoever you met is not suggested again for eight weeks, unless somebody names them to you.",
    why: "New half hours bring new people; what is due with this one comes up among your moves.",
    evidence: &["M13"],
};

pub(super) const HOLD: Hold = Hold { rule: &RULE, of_a_past: true, reason };

/// How long, in days.
const REST: i32 = 56;

fn reason(view: &View<'_>, candidate: &Candidate<'_>) -> Option<String> {
    let held = view.ties.so_far.conversations(candidate.id()).last()?;
    let rests = days_between(held.held_on, view.today) < REST && !view.ties.so_far.is_named_anew(candidate.id());
    rests.then(|| format!("You spoke on {}", spoken(held.held_on, view.today)))
}
