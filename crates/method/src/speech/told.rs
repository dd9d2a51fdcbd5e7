//! What the seeker told about a person, as it can be said to that person's face. Serves the ask and the call sheet.
//! A telling about "her" or "him" is not turned round: it is left out, and asked for again as it would be said.

use jiff::civil::Date;

use super::{fold, phrase, sentence};
use crate::list::Person;

pub use stays::learned;

mod stays;

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
