//! Rule: the story says where it should go next (rows M14, M15; E10). It looks for the seeker's own direction and for
//! words about what is next, and keeps still when it finds either.

use crate::case::remark::Remark;
use crate::direction::Direction;
use crate::rules::Rule;
use crate::speech::says;

/// The rule.
pub const RULE: Rule = Rule {
    name: "story_names_a_direction",
    says: "Say where you want to do it next.",
    why: "They can only think of a place and a person when they know where you are going.",
    evidence: &["M14", "M15", "E10"],
};

/// Words about what is next.
pub(super) const AHEAD: &[&str] = &[
    "next",
    "i want",
    "i would like",
    "i d like",
    "i hope",
    "i am looking",
    "i m looking",
    "i am drawn",
    "i m drawn",
    "toward",
    "towards",
    "i am exploring",
    "i m exploring",
    "i am curious",
    "i m curious",
    "i am moving",
    "i m moving",
];

/// Points out a story without a direction.
pub fn remark(direction: &Direction, text: &str) -> Option<Remark> {
    let named = direction.fields.iter().chain(&direction.roles).chain(&direction.organizations);
    let ahead = AHEAD.iter().any(|words| says(text, words)) || named.into_iter().any(|name| says(text, name));
    (!ahead).then(|| {
        Remark::by(&RULE, "It does not say yet where you want to go. Say what you want to do next, and where.")
    })
}
