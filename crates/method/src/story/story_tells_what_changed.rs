//! Rule: the story says what changed because of you (row M15). It looks for words of change, and keeps still when it finds
//! one; it does not judge how large the change was.

use super::story_names_a_direction::AHEAD;
use crate::case::remark::Remark;
use crate::rules::Rule;
use crate::speech::{fold, says};

/// The rule.
pub const RULE: Rule = Rule {
    name: "story_tells_what_changed",
    says: "Say what was different afterwards.",
    why: "What you did becomes worth hearing when they see what it did for somebody.",
    evidence: &["M15"],
};

/// Words that say that something is not as it was.
const CHANGE: &str = "fell fall falls drop dropped drops rose grew grown cut halved doubled tripled saved saves fewer less \
    faster sooner safer quicker cheaper better calmer shorter longer easier stopped ended finally since afterwards \
    instead reduced raised improved increased decreased won passed survived recovered opened spared gained record changed became";

/// The same in several words.
const PHRASES: &[&str] = &[
    "so that",
    "without one",
    "without a",
    "without an",
    "without any",
    "up to speed",
    "because of",
    "which meant",
    "as a result",
    "that meant",
    "on time",
    "in time",
    "from then on",
    "to this day",
    "had to be done again",
    "do it now",
    "does it now",
    "use it now",
    "uses it now",
    "still use",
    "still uses",
    "able to",
    "at last",
    "went down",
    "went up",
    "came down",
    "half as",
    "twice as",
    "on budget",
    "out of",
];

/// Whether a change is told. What is wished for changed nothing yet, so a sentence counts up to where it looks ahead.
pub(super) fn tells_what_changed(text: &str) -> bool {
    let sentences = text.split(['.', '!', '\n']).filter(|sentence| !sentence.contains('?'));
    sentences.map(|sentence| format!(" {} ", fold(sentence))).any(|sentence| {
        let ahead = AHEAD.iter().filter_map(|words| sentence.find(&format!(" {words} "))).min();
        let past = &sentence[..ahead.unwrap_or(sentence.len())];
        past.split(' ').any(|word| CHANGE.split_whitespace().any(|known| known == word))
            || PHRASES.iter().any(|phrase| says(past, phrase))
    })
}

/// Points out a story in which nothing changed.
pub fn remark(text: &str) -> Option<Remark> {
    (!text.trim().is_empty() && !tells_what_changed(text)).then(|| {
        Remark::by(&RULE, "It does not say yet what changed. Add what was different afterwards, and for whom.")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("I led a team of ten. Next I want to lead a larger one.", true)]
    #[case("I trained forty drivers. I want to train more of them.", true)]
    #[case("I wrote three manuals. I'd like to write for a hospital.", true)]
    #[case("I was responsible for the stock of two shops. I want to plan.", true)]
    #[case("I ran a lab with five people. I want to run another.", true)]
    #[case("I have cooked for two hundred guests a night. I want my own kitchen.", true)]
    #[case("I taught mathematics for nine years. I want to write textbooks.", true)]
    #[case("I designed 12 apps. I want to design for old people.", true)]
    #[case("I did the books of four companies. I want to do one well.", true)]
    #[case("I drove 300,000 miles. I'd like to plan routes.", true)]
    #[case("I planned supplies for a brigade. Next I want to work in relief.", true)]
    #[case("I welded 400 joints on the ferry. Next I want to inspect.", true)]
    #[case("I trained forty drivers, and accidents fell.", false)]
    #[case("I wrote a manual that two other wards use now, and calls are fewer.", false)]
    #[case("Out of 400 joints, two had to be done again.", false)]
    #[case("We opened on time.", false)]
    #[case("I changed the menu, so that half the food was not thrown away.", false)]
    #[case("Two other wards do it now.", false)]
    #[case("Since then nobody waits.", false)]
    #[case("The queue halved.", false)]
    #[case("The team could finally go home at five.", false)]
    #[case("What I do best is finding what does not add up. I want to do better work.", true)]
    #[case("We cut waiting by half, and I'd like to do that in clinics.", false)]
    #[case("I trained 34 new hands without one accident.", false)]
    #[case("It saved them a week.", false)]
    #[case("Nine in ten passed.", false)]
    #[case("", false)]
    fn a_story_in_which_nothing_changed_is_pointed_out(#[case] text: &str, #[case] out: bool) {
        assert_eq!(remark(text).is_some(), out);
    }
}
