//! What the seeker told about a person, as it can be said to that person's face. Serves the ask and the call sheet.
//! A telling about "her" or "him" is not turned round: it is left out, and asked for again as it would be said.

use jiff::civil::Date;

use super::everyday::is_everyday;
use super::name::words_of;
use super::{fold, phrase, says, sentence};
use crate::list::Person;

const THIRD_PERSON: &[&str] = &["he", "she", "they", "him", "her", "them", "his", "hers", "their", "theirs"];

const SHARED_PAST: &[&str] = &[
    "met",
    "taught",
    "went",
    "grew",
    "sang",
    "ran",
    "built",
    "sat",
    "shared",
    "fought",
    "flew",
    "sailed",
    "wrote",
    "did",
    "made",
    "were",
    "have",
    "know",
    "used",
    "live",
    "work",
    "volunteer",
    "sing",
    "play",
    "go",
];

/// How the two know each other, as a sentence: "We worked the night shift together." Of several sentences the first two that
/// can be said.
pub fn how_known(told: &str) -> Option<String> {
    let said: Vec<String> = super::sentences(told).filter_map(one_how_known).take(2).collect();
    (!said.is_empty()).then(|| said.join(" "))
}

fn one_how_known(told: &str) -> Option<String> {
    let text = phrase(told).filter(|text| speaks_to_them(text))?;
    let first = text.split(' ').next().unwrap_or_default().to_lowercase();
    let many = text.contains(' ');
    match first.as_str() {
        "we" | "we've" | "we’ve" | "we're" | "we’re" | "you" | "i" | "i've" | "i’ve" if many => {
            Some(sentence(&text))
        }
        "from" | "through" if many => Some(sentence(&format!("we know each other {}", lower(&text)))),
        verb if many && (SHARED_PAST.contains(&verb) || is_past(verb)) => {
            Some(sentence(&format!("we {}", lower(&text))))
        }
        _ => None,
    }
}

/// How known and since when, in one or two short sentences; only what was told.
pub fn acquaintance(person: &Person, today: Date) -> Option<String> {
    let how = person.how_known.as_deref().and_then(how_known);
    let since = person.known_since_on.filter(|since| *since <= today).map(Date::year);
    match (how, since) {
        (Some(how), Some(since)) if since != today.year() && !says_when(&how, since) => {
            let how = how.trim_end_matches('.');
            let known = if how.contains("know each other") { "" } else { " and we've known each other" };
            Some(format!("{how},{known} since {since}."))
        }
        (Some(how), _) => Some(how),
        (None, Some(since)) if since == today.year() => Some("We got to know each other earlier this year.".to_owned()),
        (None, Some(since)) => Some(format!("We've known each other since {since}.")),
        (None, None) => None,
    }
}

fn says_when(how: &str, since: i16) -> bool {
    how.contains(&since.to_string()) || fold(how).contains("since")
}

/// What the seeker values in them, as a sentence: "I value how calmly you run things."
pub fn valued(told: &str) -> Option<String> {
    let text = phrase(told)?;
    let text = small_start(&text);
    let words: Vec<&str> = text.split(' ').collect();
    let rest = words.get(1..).unwrap_or_default().join(" ");
    let said = match *words.first()? {
        "you" if words.len() > 1 => format!("that you {rest}"),
        "how" | "that" if words.contains(&"you") => text.clone(),
        "the" if text.starts_with("the way you ") => text.clone(),
        "your" if words.len() > 1 => text.clone(),
        "her" | "his" | "their" if words.len() > 1 => format!("your {rest}"),
        _ if is_quality(&words) => format!("your {text}"),
        _ => return None,
    };
    speaks_to_them(&said).then(|| format!("I value {said}."))
}

/// Nouns by which people name what they value, and endings of such nouns.
const QUALITIES: &[&str] = &[
    "advice",
    "calm",
    "candor",
    "candour",
    "care",
    "common sense",
    "courage",
    "eye",
    "fairness",
    "feedback",
    "friendship",
    "honesty",
    "humor",
    "humour",
    "insight",
    "integrity",
    "judgement",
    "judgment",
    "kindness",
    "knowledge",
    "listening",
    "opinion",
    "opinions",
    "patience",
    "perspective",
    "sense",
    "talk",
    "taste",
    "view",
    "views",
    "warmth",
    "wisdom",
    "work",
];
const QUALITY_ENDINGS: &[&str] = &["ness", "ment", "ity", "ence", "ance", "ship", "manship"];
const JOINTS: &[&str] = &["under", "with", "in", "of", "for", "about", "when", "to", "at", "on", "and", "as"];

/// Whether the phrase is a noun that can follow "your": "straight talk", "calm under pressure".
fn is_quality(words: &[&str]) -> bool {
    let end = words.iter().position(|word| JOINTS.contains(word)).unwrap_or(words.len());
    let begins_with_verb = words
        .first()
        .is_some_and(|word| words.len() > 1 && word.ends_with('s') && !word.ends_with("ss") && *word != "less");
    let always =
        words.first().is_some_and(|word| ["always", "never", "the", "a", "an", "i", "we", "my"].contains(word));
    // "calm and kind" is no noun, "calm under pressure" is.
    let joined = words.get(end).is_some_and(|word| *word == "and");
    end > 0
        && !always
        && !begins_with_verb
        && !joined
        && (QUALITIES.contains(&words[end - 1])
            || QUALITY_ENDINGS
                .iter()
                .any(|ending| words[end - 1].len() > ending.len() + 2 && words[end - 1].ends_with(ending)))
}

/// What was learned in a conversation, as it can be said to the one who said it: "What stays with me: the first evening
/// decides." The first sentence that fits; never one about them by any part of their name, or about "her" or "him", and no
/// judgement of the talk. What they "said to do" is turned: "your advice to look at ports".
pub fn learned(told: &str, name: &str) -> Option<String> {
    let names = words_of(name);
    let fits = |text: &String| {
        speaks_to_them(text) && !judges_the_talk(text) && !names.iter().any(|name| is_called(text, name))
    };
    let first = super::sentences(told).filter_map(phrase).filter_map(|text| turned(&text)).find(fits)?;
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
const TALK: &[&str] = &["talk", "call", "chat", "conversation", "meeting", "answer", "atmosphere", "mood", "half hour"];
const NOTHING: &[&str] =
    &["nothing", "not much", "little", "no", "none", "not a lot", "hardly anything", "nil", "not really"];

/// Whether it says how the talk went, and not what was said in it.
fn judges_the_talk(text: &str) -> bool {
    let said = fold(text);
    let words: Vec<&str> = said.split(' ').collect();
    let starts = |start: &&str| said == **start || said.starts_with(&format!("{start} "));
    let is_short = words.len() <= 5;
    // "Call the union first" is advice; "a cold call" is about the talk.
    let of_the_talk = words.iter().skip(1).any(|word| TALK.contains(word)) || said == "half hour";
    // "No agency places nurses" says something.
    let may_say_more = ["no", "little", "none"].contains(words.first().unwrap_or(&"")) && words.len() > 3;
    let says_nothing = words.len() < 2 || (NOTHING.iter().any(starts) && !may_say_more);
    is_short && (of_the_talk || says_nothing)
}

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

/// Whether nobody is "her" or "him" in it.
pub(crate) fn speaks_to_them(text: &str) -> bool {
    !fold(text).split(' ').any(|word| THIRD_PERSON.contains(&word))
}

fn is_past(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ed")
}

pub(crate) fn lower(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// The first word small, unless it is a short form.
fn small_start(text: &str) -> String {
    let shouted = text.chars().nth(1).is_some_and(char::is_uppercase);
    if shouted { text.to_owned() } else { lower(text) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::Ids;
    use jiff::civil::date;

    #[rstest::rstest]
    #[case("we worked the night shift together", Some("We worked the night shift together."))]
    #[case("worked together at Mercy", Some("We worked together at Mercy."))]
    #[case("Met at the union hall.", Some("We met at the union hall."))]
    #[case("from choir", Some("We know each other from choir."))]
    #[case("you taught me to weld", Some("You taught me to weld."))]
    #[case("she trained me", None)]
    #[case("old boss", None)]
    #[case("we", None)]
    fn how_known_is_said_or_left_out(#[case] told: &str, #[case] said: Option<&str>) {
        assert_eq!(how_known(told).as_deref(), said);
    }

    #[rstest::rstest]
    #[case(
        "We worked together at Quay Ltd. We learned together at Port Alder College",
        Some("We worked together at Quay Ltd. We learned together at Port Alder College.")
    )]
    #[case("My neighbour. We worked together at Quay Ltd", Some("We worked together at Quay Ltd."))]
    #[case("She runs a mill. She taught me", None)]
    fn of_several_sentences_those_that_can_be_said_are_said(#[case] told: &str, #[case] said: Option<&str>) {
        assert_eq!(how_known(told).as_deref(), said);
    }

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
    #[case("No agency places nurses", Some("What stays with me: No agency places nurses."))]
    #[case("said that nobody hires in winter", Some("What stays with me: Nobody hires in winter."))]
    #[case("", None)]
    fn what_was_learned_is_said_or_left_out(#[case] told: &str, #[case] said: Option<&str>) {
        assert_eq!(learned(told, "Dr. Ana Young O'Brien, MD").as_deref(), said);
    }

    #[rstest::rstest]
    #[case("how calmly you run things", Some("I value how calmly you run things."))]
    #[case("Your straight answers", Some("I value your straight answers."))]
    #[case("her patience", Some("I value your patience."))]
    #[case("you never raise your voice", Some("I value that you never raise your voice."))]
    #[case("straight talk", Some("I value your straight talk."))]
    #[case("calm under pressure", Some("I value your calm under pressure."))]
    #[case("calm and kind", None)]
    #[case("honest", None)]
    #[case("gives honest feedback", None)]
    #[case("how she runs things", None)]
    #[case("her way with his patients", None)]
    fn what_is_valued_is_said_or_left_out(#[case] told: &str, #[case] said: Option<&str>) {
        assert_eq!(valued(told).as_deref(), said);
    }

    #[rstest::rstest]
    #[case(Some("we met in 2014"), Some(2014), Some("We met in 2014."))]
    #[case(Some("we sang together"), Some(2014), Some("We sang together, and we've known each other since 2014."))]
    #[case(Some("from choir"), Some(2014), Some("We know each other from choir, since 2014."))]
    #[case(Some("we sang together"), Some(2026), Some("We sang together."))]
    #[case(None, Some(2014), Some("We've known each other since 2014."))]
    #[case(None, Some(2026), Some("We got to know each other earlier this year."))]
    #[case(None, Some(2031), None)]
    #[case(None, None, None)]
    fn since_when_is_said_only_when_told(
        #[case] how: Option<&str>,
        #[case] year: Option<i16>,
        #[case] said: Option<&str>,
    ) {
        let today = date(2026, 11, 23);
        let mut person = Person::named(Ids::default().fresh(), "Maya", today);
        person.how_known = how.map(str::to_owned);
        person.known_since_on = year.map(|year| date(year, 1, 1));
        assert_eq!(acquaintance(&person, today).as_deref(), said);
    }
}
