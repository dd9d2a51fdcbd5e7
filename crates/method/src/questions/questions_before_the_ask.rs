//! Rule: the questions come before the ask (row M6). There is no call sheet without them.

use crate::change::Refusal;
use crate::rules::Rule;
use crate::speech::ways;

/// The rule.
pub const RULE: Rule = Rule {
    name: "questions_before_the_ask",
    says: "Have your questions before you ask for the half hour.",
    why: "You bring the questions, not the answers; with them the call is easy to make and worth their time.",
    evidence: &["M6"],
};

/// The no when there is nothing to ask from.
pub fn refusal() -> Refusal {
    Refusal::method(
        "There is no question to ask yet: neither what you do well nor where you want to go is known.",
        format!("{}\n{}", ways::direction(), ways::strength()),
    )
}
