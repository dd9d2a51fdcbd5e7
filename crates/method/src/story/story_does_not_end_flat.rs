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
    "that s pretty much it",
    "that s pretty much me",
    "and that s where i am",
    "so here i am",
    "i m open to anything",
    "i am open to anything",
    "whatever comes",
    "as you can see on my resume",
    "as you can see on my cv",
    "happy to answer any questions",
    "any questions",
];

/// Points out a flat end.
pub fn remark(text: &str) -> Option<Remark> {
    let last = last_sentence(text);
    let asks = last.ends_with('?') && !says(last, "any questions");
    let opens = asks || AHEAD.iter().any(|words| says(last, words));
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
    #[case("I weld. That's pretty much it.", true)]
    #[case("I weld. And so on.", true)]
    #[case("I weld. So here I am.", true)]
    #[case("I weld. I'm open to anything.", true)]
    #[case("I weld. Any questions?", true)]
    #[case("I weld. As you can see on my résumé, I also paint.", true)]
    #[case("I weld. That's me!", true)]
    #[case("I weld. Happy to answer any questions.", true)]
    #[case("I weld. Anyway.", true)]
    #[case("I weld. I guess that is all.", true)]
    #[case("I weld, and nobody has had to weld it again.", false)]
    #[case("I weld. I'd like to bring that to inspection.", false)]
    #[case("I weld. Thanks to that, I want to inspect.", false)]
    #[case("I weld. What would you look at in my place?", false)]
    #[case("I weld. I'm curious how inspectors see it.", false)]
    #[case("That is all I ever wanted: to weld.", true)]
    #[case("I weld. Ferries above all.", false)]
    #[case("I weld. And I sing.", false)]
    #[case("I weld. I hope to teach it.", false)]
    fn a_flat_end_is_pointed_out(#[case] text: &str, #[case] flat: bool) {
        assert_eq!(remark(text).is_some(), flat);
    }
}
