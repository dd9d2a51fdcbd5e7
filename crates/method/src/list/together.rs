//! What the seeker's own words say of working or learning together: "We worked together at Quay Ltd" (E6).
//!
//! Serves what is known of a tie. It takes a sentence only where every word of it is plain, and refuses to read more out of
//! words than they say: a denial, somebody else, or a place that is only named tell nothing.

use crate::organization::{distinctive, plain};
use crate::speech::sentences;

/// Whether one of the sentences says that the two worked together at that place.
pub fn worked_at(told: &str, place: &str) -> bool {
    sentences(told).any(|sentence| says(&plain(sentence), WORKED, place))
}

/// Whether one of the sentences says that the two learned together at that place.
pub fn learned_at(told: &str, place: &str) -> bool {
    sentences(told).any(|sentence| says(&plain(sentence), LEARNED, place))
}

/// Whether nothing in the words denies, or speaks of somebody else.
pub fn is_of_the_two(told: &str) -> bool {
    !plain(told).split(' ').any(|word| OF_OTHERS.contains(&word))
}

/// How a sentence begins that says it. After words with "we" it need not say "together"; the others say it themselves.
const WORKED: &[&str] = &[
    "we worked",
    "we both worked",
    "we all worked",
    "we used to work",
    "we work",
    "you and i worked",
    "we were colleagues",
    "we are colleagues",
    "i worked with you",
    "worked together",
    "colleagues",
    "old colleagues",
    "former colleagues",
];

const LEARNED: &[&str] = &[
    "we learned",
    "we learnt",
    "we studied",
    "we trained",
    "we both learned",
    "we both studied",
    "we both went",
    "you and i studied",
    "we went to school",
    "we were students",
    "we were classmates",
    "we were at school",
    "learned together",
    "studied together",
    "classmates",
    "fellow students",
];

/// What may stand between that and the place, besides a preposition.
const BETWEEN: &[&str] = &[
    "together",
    "side",
    "by",
    "alongside",
    "with",
    "each",
    "other",
    "the",
    "a",
    "same",
    "night",
    "day",
    "late",
    "early",
    "shift",
    "shifts",
    "in",
    "on",
    "team",
    "ward",
    "class",
    "office",
    "years",
    "for",
    "many",
    "two",
    "three",
    "four",
    "five",
];

const PREPOSITIONS: &[&str] = &["at", "for", "in", "to", "from"];

/// What may stand after the place, besides years.
const AFTER: &[&str] =
    &["from", "to", "until", "till", "in", "since", "and", "for", "years", "year", "ago", "together"];

const OF_OTHERS: &[&str] = &[
    "not",
    "never",
    "no",
    "nor",
    "neither",
    "nobody",
    "didnt",
    "dont",
    "werent",
    "wasnt",
    "havent",
    "without",
    "hardly",
    "almost",
    "against",
    "he",
    "she",
    "him",
    "her",
    "his",
    "they",
    "them",
    "their",
    "sister",
    "brother",
    "husband",
    "wife",
    "customer",
    "customers",
    "client",
    "clients",
];

fn says(sentence: &str, begins: &[&str], place: &str) -> bool {
    begins.iter().filter_map(|begin| after(sentence, begin)).any(|rest| {
        let words: Vec<&str> = rest.split(' ').filter(|word| !word.is_empty()).collect();
        (0..words.len()).any(|at| {
            PREPOSITIONS.contains(&words[at])
                && words[..at].iter().all(|word| BETWEEN.contains(word))
                && is_place(&words[at + 1..], place)
        })
    })
}

/// What follows these words at the beginning.
fn after<'a>(sentence: &'a str, begin: &str) -> Option<&'a str> {
    sentence.strip_prefix(begin).filter(|rest| rest.starts_with(' '))
}

/// Whether the words are the name of the place, as far as it tells it from others, and after it nothing but years.
fn is_place(words: &[&str], place: &str) -> bool {
    let name = plain(place);
    let of_name = |word: &&&str| name.split(' ').any(|one| one == **word) || **word == "the";
    let named = words.iter().take_while(of_name).count();
    let (named, rest) = words.split_at(named);
    let telling = distinctive(place);
    let is_year = |word: &str| word.len() <= 4 && word.chars().all(|letter| letter.is_ascii_digit());
    !telling.is_empty()
        && telling.iter().all(|word| named.contains(&word.as_str()))
        && rest.iter().all(|word| AFTER.contains(word) || is_year(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case::the_click("We worked together at Quay Ltd", true)]
    #[case::among_others("My neighbour. We worked together at Quay. We sing.", true)]
    #[case("Worked together at Quay Ltd from 2011 to 2014.", true)]
    #[case("we worked the night shift together at Quay", true)]
    #[case("Former colleagues at Quay", true)]
    #[case("We never worked at Quay Ltd together, she came after me", false)]
    #[case("She was our customer when we worked at Quay Ltd", false)]
    #[case("We worked on a case against Quay Ltd", false)]
    #[case("Her sister worked with me at Quay Ltd", false)]
    #[case("We worked together at Quay Ltd, she came after me", false)]
    #[case("We almost worked together at Quay Ltd", false)]
    #[case("We worked together at Quayside", false)]
    #[case("We worked for Quay customers", false)]
    #[case("", false)]
    fn only_plain_words_tell_of_working_together(#[case] told: &str, #[case] says: bool) {
        assert_eq!(worked_at(told, "Quay Ltd"), says);
    }

    #[rstest::rstest]
    #[case("We learned together at Port Alder College", true)]
    #[case("We both went to Port Alder College", true)]
    #[case("She teaches at Port Alder College", false)]
    #[case("We did not learn together at Port Alder College", false)]
    #[case("We worked together at Port Alder College", false)]
    fn only_plain_words_tell_of_learning_together(#[case] told: &str, #[case] says: bool) {
        assert_eq!(learned_at(told, "Port Alder College"), says);
    }
}
