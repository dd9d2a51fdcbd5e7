//! Character: what the seeker values in somebody, in their words, and where it is near a strength of their own (row M2).

use super::start_with_those_you_know_and_respect::in_your_words;
use super::view::{Candidate, View};
use crate::organization::plain;

/// What the seeker values in them, as a reason.
pub(super) fn character(view: &View<'_>, candidate: &Candidate<'_>) -> Option<String> {
    let valued = candidate.told.valued_for.as_deref()?;
    let said = in_your_words("What you value in them", Some(valued))?;
    let valued = plain(valued);
    let strengths = view.campaign.strengths.values().filter(|strength| !strength.dropped);
    let shared = strengths.map(|strength| strength.name.as_str()).find(|name| share_a_word(&valued, &plain(name)));
    Some(match shared {
        Some(strength) => format!("{said}; near your own strength “{}”", strength.trim()),
        None => said,
    })
}

/// Whether two phrases share a word of some length, endings aside: "calmly" and "calming".
fn share_a_word(one: &str, other: &str) -> bool {
    let stems = |phrase: &str| -> Vec<String> { phrase.split(' ').filter_map(stem).collect() };
    let other = stems(other);
    stems(one).iter().any(|stem| other.contains(stem))
}

/// The word without its ending; none for words too short to say anything.
fn stem(word: &str) -> Option<String> {
    let stem =
        ["ingly", "ness", "ing", "ely", "ly", "ed", "es", "s", "e"].iter().find_map(|end| word.strip_suffix(end));
    let stem = stem.filter(|stem| stem.len() >= 4).unwrap_or(word);
    (stem.len() >= 4 && !SAY_LITTLE.contains(&word)).then(|| stem.to_owned())
}

const SAY_LITTLE: &[&str] = &[
    "that", "this", "with", "they", "them", "their", "your", "have", "from", "when", "what", "where", "people",
    "things", "always", "very", "good", "well", "work", "works", "working", "make", "makes", "making", "about", "into",
    "over",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("how calmly she runs a ward", "calming a busy ward", true)]
    #[case("her patience", "patience with beginners", true)]
    #[case("plain speaking", "public speaking", true)]
    #[case("how she works with people", "working with people", false)]
    #[case("her wit", "his wit", false)]
    #[case("", "", false)]
    fn a_word_is_shared_endings_aside(#[case] one: &str, #[case] other: &str, #[case] shared: bool) {
        assert_eq!(share_a_word(one, other), shared);
    }
}
