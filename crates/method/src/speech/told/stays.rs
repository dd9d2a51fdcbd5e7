//! What stays with the seeker of a conversation, as it can be said to the one who said it. Serves the thank-you and the
//! questions. What judges the talk, or speaks of them in their absence, is for nobody else and is left out.

use super::{lower, speaks_to_them};
use crate::speech::everyday::is_everyday;
use crate::speech::name::words_of;
use crate::speech::{fold, phrase, says, sentence, sentences};

/// What was learned in a conversation, as it can be said to the one who said it: "What stays with me: the first evening
/// decides." The first sentence that fits; never one about them by any part of their name, or about "her" or "him", and no
/// judgement of the talk. What they "said to do" is turned: "your advice to look at ports".
pub fn learned(told: &str, name: &str) -> Option<String> {
    let names = words_of(name);
    let fits = |text: &String| {
        speaks_to_them(text) && !judges_the_talk(text) && !names.iter().any(|name| is_called(text, name))
    };
    let first = sentences(told).filter_map(phrase).filter_map(|text| turned(&text)).find(fits)?;
    Some(format!("What stays with me: {first}"))
}

/// What somebody said, as it is said to themselves. What cannot be turned gives none.
fn turned(text: &str) -> Option<String> {
    let begins = |start: &str| text.get(..start.len()).filter(|head| head.eq_ignore_ascii_case(start));
    let rest = |starts: &[&str]| starts.iter().find_map(|start| begins(start).map(|_| text[start.len()..].trim()));
    if let Some(fact) = rest(FACTS) {
        return Some(sentence(fact));
    }
    if let Some(advice) = rest(ADVICE) {
        let first = advice.split(' ').next().unwrap_or_default().to_lowercase();
        let is_advice = !["me", "him", "her", "us", "them"].contains(&first.as_str());
        return is_advice.then(|| sentence_of("your advice to", advice));
    }
    rest(REPORTED).is_none().then(|| sentence(text))
}

fn sentence_of(start: &str, rest: &str) -> String {
    format!("{start} {}.", lower(rest).trim_end_matches('.'))
}

const FACTS: &[&str] =
    &["said that ", "said to me that ", "told me that ", "told me, that ", "says that ", "says to me that "];

const ADVICE: &[&str] = &[
    "said to ",
    "told me to ",
    "says to ",
    "advised me to ",
    "advised to ",
    "said i should ",
    "told me i should ",
    "your advice to ",
    "advice to ",
];

/// Words that begin what the seeker noted of somebody in their absence.
const REPORTED: &[&str] = &[
    "said ",
    "told ",
    "says ",
    "thinks ",
    "thought ",
    "wants ",
    "wanted ",
    "advised ",
    "mentioned ",
    "recommended ",
    "suggested ",
    "asked ",
    "knows ",
    "seemed ",
    "seems ",
    "was ",
    "is ",
    "has ",
    "had ",
    "will ",
    "would ",
    "offered ",
    "promised ",
    "named ",
];

/// Words that judge, and what they judge; a sentence with both is for nobody else, nor is one that begins with nothing.
const TALK: &[&str] = &["talk", "call", "chat", "conversation", "meeting", "answer", "atmosphere", "mood"];
const NOTHING: &[&str] =
    &["nothing", "not much", "little", "no", "none", "not a lot", "hardly anything", "nil", "not really"];

/// Whether it says how the talk went, and not what was said in it.
fn judges_the_talk(text: &str) -> bool {
    let said = fold(text);
    let words: Vec<&str> = said.split(' ').collect();
    let starts = |start: &&str| said == **start || said.starts_with(&format!("{start} "));
    let is_short = words.len() <= 5;
    let of_the_talk = words.iter().skip(usize::from(is_call_to(&words))).any(|word| TALK.contains(word));
    let says_nothing = words.len() < 2 || said == "half hour" || (NOTHING.iter().any(starts) && !says_more(&words));
    is_short && (of_the_talk || says_nothing)
}

/// "Call the union first" is advice, and "Call went well" is about the talk.
fn is_call_to(words: &[&str]) -> bool {
    matches!(words, ["call" | "answer", "the" | "your" | "my" | "a", ..])
}

/// "No agency places nurses" says something, and "No idea what next" does not.
fn says_more(words: &[&str]) -> bool {
    matches!(words, ["no", what, _, _, ..] if !NO_MORE.contains(what))
}

/// What somebody had none of, when nothing came of a talk.
const NO_MORE: &[&str] = &["clue", "help", "idea", "ideas", "interest", "luck", "name", "names", "news"];

/// Names that are words of every day besides.
const NAMES_AND_WORDS: &[&str] = &[
    "an", "art", "best", "bill", "day", "do", "drew", "field", "grace", "hope", "joy", "le", "little", "long", "mark",
    "may", "my", "rose", "so", "sue", "to", "will", "young",
];

/// Whether this word of a name stands in it. One that is a word of every day as well counts only when it is written large.
fn is_called(text: &str, name: &str) -> bool {
    let is_word = NAMES_AND_WORDS.contains(&name) || is_everyday(name);
    let mut said = text.split_whitespace().filter(|word| says(word, name));
    said.any(|word| !is_word || word.contains(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("It takes a year", Some("What stays with me: It takes a year."))]
    #[case("She was tired. It takes a year.", Some("What stays with me: It takes a year."))]
    #[case("Ana went the same way", None)]
    #[case("ana's way took a year", None)]
    #[case("Young-Pereira thinks it takes a year", None)]
    #[case("Brien went the same way", None)]
    #[case("A doctor needs young helpers", Some("What stays with me: A doctor needs young helpers."))]
    #[case("a cold talk", None)]
    #[case("nothing much", None)]
    #[case("Told me nothing", None)]
    #[case("said to look at ports", Some("What stays with me: your advice to look at ports."))]
    #[case("Told me to ask the union first.", Some("What stays with me: your advice to ask the union first."))]
    #[case("said to me that nobody hires in winter", Some("What stays with me: Nobody hires in winter."))]
    #[case("said to him it was late", None)]
    #[case("Call the union first", Some("What stays with me: Call the union first."))]
    #[case("Call went well", None)]
    #[case("Answer was short", None)]
    #[case("Meeting was short", None)]
    #[case("Mood was cold", None)]
    #[case("Conversation was nice", None)]
    #[case("half hour", None)]
    #[case("Little came of it", None)]
    #[case("None of it helped", None)]
    #[case("No idea what next", None)]
    #[case("No agency places nurses", Some("What stays with me: No agency places nurses."))]
    #[case("said that nobody hires in winter", Some("What stays with me: Nobody hires in winter."))]
    #[case("", None)]
    fn what_was_learned_is_said_or_left_out(#[case] told: &str, #[case] said: Option<&str>) {
        assert_eq!(learned(told, "Dr. Ana Young O'Brien, MD").as_deref(), said);
    }
}
