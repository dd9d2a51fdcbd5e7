//! Rule: the story ends with an opening, not with a full stop (row M15). It looks at the last sentence only.

use super::story_names_a_direction::AHEAD;
use crate::case::remark::Remark;
use crate::rules::Rule;
use crate::speech::{last_sentence, says};

/// The rule.
pub const RULE: Rule = Rule {
    name: "story_does_not_end_flat",
    says: "End so that they want to ask.",
    why: "The best answer to a story is: tell me more.",
    evidence: &["M15"],
};

const FLAT: &[&str] = &[
    "that s it",
    "that is it",
    "that s all",
    "that is all",
    "that s me",
    "that is me",
    "that s about it",
    "that s my story",
    "and so on",
    "et cetera",
    "etc",
    "so yeah",
    "anyway",
    "i guess",
    "thank you",
    "thanks",
];

/// Points out a flat end.
pub fn remark(text: &str) -> Option<Remark> {
    let last = last_sentence(text);
    let opens = last.ends_with('?') || AHEAD.iter().any(|words| says(last, words));
    let flat = !opens && (last.is_empty() || FLAT.iter().any(|words| says(last, words)));
    flat.then(|| {
        Remark::by(&RULE, "It ends flat. Let the last sentence be what you want to do next, or a question to them.")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("I weld. So yeah, that's it.", true)]
    #[case("I weld. Thank you.", true)]
    #[case("I weld. Next I want to inspect.", false)]
    #[case("I weld. Where would you look, anyway?", false)]
    #[case("I weld, and nobody has had to weld it again.", false)]
    fn a_flat_end_is_pointed_out(#[case] text: &str, #[case] flat: bool) {
        assert_eq!(remark(text).is_some(), flat);
    }
}
