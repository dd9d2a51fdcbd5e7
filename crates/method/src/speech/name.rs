//! How a person is called to their face, and how the seeker names themselves. Serves the ask and the call sheet.
//! It refuses to greet with half a name, a title alone or an address.

use std::collections::BTreeSet;

use super::{is_shouted, tidy};
use crate::campaign::{Campaign, Shown};
use crate::id::PersonId;
use crate::seeker::Seeker;

/// Longer names are left out of a greeting.
const MOST_LETTERS: usize = 40;

const TITLES: &[&str] = &[
    "dr",
    "prof",
    "professor",
    "mr",
    "mrs",
    "ms",
    "miss",
    "sir",
    "dame",
    "rev",
    "fr",
    "sr",
    "hon",
    "judge",
    "pastor",
    "rabbi",
    "imam",
    "capt",
    "captain",
    "col",
    "colonel",
    "gen",
    "general",
    "lt",
    "lieutenant",
    "maj",
    "major",
    "cmdr",
    "commander",
    "adm",
    "admiral",
    "sgt",
    "sergeant",
    "cpl",
    "corporal",
    "chief",
    "reverend",
    "nurse",
    "sister",
    "brother",
    "father",
];

/// Titles that go with the given name: "Sister Mary", not "Sister Agnes".
const WITH_THE_GIVEN_NAME: &[&str] = &["sister", "brother", "father"];

/// What somebody is and not how one calls them: "Nurse Joy" is Joy.
const LEFT_OUT: &[&str] = &["nurse"];

/// What stands behind a name and belongs to no greeting: "Mary O'Brien III".
const BEHIND: &[&str] = &["ii", "iii", "iv", "jr", "sr", "esq", "md", "rn", "phd", "mba"];

/// What to say after "Hello": the given name, or title and family name when the title is part of the name.
pub fn greeting(shown: &Shown<'_>) -> Option<String> {
    let name = full(shown.name())?;
    let words = without_what_stands_around(&name);
    let first = words.first()?;
    let called = if is_title(first) {
        // A rank may take two words: "Lt. Col. Anne Fry" is no lieutenant.
        let titles = words.iter().take_while(|word| is_title(word)).count();
        let name = if is_one_of(first, WITH_THE_GIVEN_NAME) { words.get(titles) } else { words[titles..].last() };
        format!("{} {}", words[..titles].join(" "), name?)
    } else if is_one_of(name.split(' ').next()?, LEFT_OUT) {
        (*first).to_owned()
    } else {
        // A given name of its own stands in a record; otherwise it is the first word of the name as one says it.
        let written = shown.name().split_whitespace().next();
        let given = Some(shown.given()).filter(|given| Some(*given) != written);
        let given = given.and_then(tidy).filter(|given| given.split(' ').all(is_whole));
        let first = is_whole(first).then(|| (*first).to_owned());
        given.or(first).unwrap_or_else(|| name.clone())
    };
    let called = if is_shouted(&name, 3) { spoken(&called) } else { called };
    (called.chars().count() <= MOST_LETTERS).then_some(called)
}

/// The words of a name without an occupation in front and without what stands behind, as long as a name is left.
fn without_what_stands_around(name: &str) -> Vec<&str> {
    let words: Vec<&str> = name.split(' ').collect();
    let before = words.iter().take_while(|word| is_one_of(word, LEFT_OUT)).count();
    let behind = words.iter().rev().take_while(|word| is_one_of(word, BEHIND)).count();
    let names = words.get(before..words.len() - behind).unwrap_or_default();
    names.to_vec()
}

/// The whole name as one would say it: without letters after it, family name last.
pub fn full(name: &str) -> Option<String> {
    let name = tidy(name).filter(|name| name != "someone")?;
    let said = match name.split_once(", ") {
        // "Osei, Maya" is turned round; "Maya Osei, RN" loses its letters.
        Some((family, given)) if !family.contains(' ') && !is_letters(given) => {
            format!("{given} {family}")
        }
        Some((name, _)) => name.to_owned(),
        None => name,
    };
    (said.chars().count() <= MOST_LETTERS && !said.contains(',')).then_some(said)
}

/// The whole name of somebody who is spoken of, or who signs: as [`full`], and never in nothing but capitals.
pub fn said(name: &str) -> Option<String> {
    let name = full(name)?;
    Some(if is_shouted(&name, 3) { spoken(&name) } else { name })
}

/// A name as it stands in the middle of a sentence of ours, whatever else was written into it: without the signs that
/// would end the sentence there.
pub fn in_a_sentence(name: &str) -> String {
    let ends = |letter: char| matches!(letter, '?' | '!' | '…' | '¿' | '¡') || letter.is_control();
    let words = name.split(|letter: char| ends(letter) || letter.is_whitespace());
    let kept: Vec<&str> =
        words.filter(|word| word.chars().any(char::is_alphanumeric)).map(without_stray_stops).collect();
    if kept.is_empty() { "someone".to_owned() } else { kept.join(" ") }
}

/// One full stop may stand behind a word of a name: "Jr."
fn without_stray_stops(word: &str) -> &str {
    let word = word.trim_start_matches('.');
    let bare = word.trim_end_matches('.');
    word.get(..=bare.len()).unwrap_or(bare)
}

/// How the seeker signs; none until they said so.
pub fn own(seeker: &Seeker) -> Option<String> {
    said(seeker.name.as_deref()?)
}

/// A few people as one names them, or how many they are. Whoever was forgotten is left out; none when nobody is left.
pub fn those(campaign: &Campaign, people: &[PersonId]) -> Option<String> {
    let different: BTreeSet<PersonId> = people.iter().copied().collect();
    let names: Vec<String> = different.iter().filter_map(|id| said(campaign.shown(*id).name())).collect();
    some_of(&names)
}

/// "A", "A and B", "A, B and C", "4 people"; none when there are none.
pub fn some_of(names: &[String]) -> Option<String> {
    match names {
        [] => None,
        [one] => Some(one.clone()),
        [first @ .., last] if first.len() < 3 => Some(format!("{} and {last}", first.join(", "))),
        more => Some(format!("{} people", more.len())),
    }
}

/// Whether the word is a title: "Dr.", "Prof."
pub(crate) fn is_title(word: &str) -> bool {
    is_one_of(word, TITLES)
}

/// The words by which somebody is spoken of, folded: without titles, without what stands behind a name, and without
/// initials.
pub(super) fn words_of(name: &str) -> Vec<String> {
    let name = super::fold(name);
    let around = |word: &&str| is_title(word) || LEFT_OUT.contains(word) || BEHIND.contains(word);
    name.split(' ').filter(|word| word.len() > 1 && !around(word)).map(str::to_owned).collect()
}

fn is_one_of(word: &str, words: &[&str]) -> bool {
    words.contains(&word.trim_end_matches('.').to_lowercase().as_str())
}

/// An initial such as "J." is no name to call anybody by.
fn is_whole(word: &str) -> bool {
    !word.ends_with('.') && word.chars().filter(|letter| letter.is_alphabetic()).count() > 1
}

fn is_letters(text: &str) -> bool {
    text.chars().filter(|letter| letter.is_uppercase()).count() > 1 && !text.contains(' ')
}

/// A name in capitals, as one writes it: "ANNE-MARIE O'NEIL" is Anne-Marie O'Neil. Initials stay as they are.
fn spoken(name: &str) -> String {
    let words: Vec<String> = name
        .split(' ')
        .map(|word| if word.contains('.') && !is_title(word) { word.to_owned() } else { written(word) })
        .collect();
    words.join(" ")
}

/// Large where a part of the word begins, small elsewhere.
fn written(word: &str) -> String {
    let mut begins = true;
    let mut written = String::with_capacity(word.len());
    for letter in word.chars() {
        if begins {
            written.push(letter)
        } else {
            written.extend(letter.to_lowercase())
        }
        begins = !letter.is_alphabetic();
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::Campaign;
    use crate::id::Ids;
    use crate::list::Person;
    use jiff::civil::date;

    #[rstest::rstest]
    #[case("Dr. Maya Osei Jr.", "Dr. Maya Osei Jr.")]
    #[case("J.R. Lee... ?!", "J.R. Lee.")]
    #[case("Who?…\nMe", "Who Me")]
    #[case("?…", "someone")]
    fn a_name_keeps_a_sentence_whole(#[case] name: &str, #[case] said: &str) {
        assert_eq!(in_a_sentence(name), said);
    }

    #[rstest::rstest]
    #[case("Maya Osei", Some("Maya"))]
    #[case("Dr. Maya Osei", Some("Dr. Osei"))]
    #[case("Dr", None)]
    #[case("Lt. Col. (ret.) Anne Fry", Some("Lt. Col. Fry"))]
    #[case("Prof. Dr.", None)]
    #[case("Dr. Mary-Jane O'Brien III", Some("Dr. O'Brien"))]
    #[case("Dr. Maya Osei Jr.", Some("Dr. Osei"))]
    #[case("John Reed IV", Some("John"))]
    #[case("Nurse Joy", Some("Joy"))]
    #[case("Nurse", None)]
    #[case("Sister Mary Agnes", Some("Sister Mary"))]
    #[case("Brother", None)]
    #[case("Father Tom Reed II", Some("Father Tom"))]
    #[case("Reverend Anne Fry", Some("Reverend Fry"))]
    #[case("III", None)]
    #[case("Osei, Maya", Some("Maya"))]
    #[case("Maya Osei, RN", Some("Maya"))]
    #[case("J. Lee", Some("J. Lee"))]
    #[case("MAYA OSEI", Some("Maya"))]
    #[case("SAM LEE", Some("Sam"))]
    #[case("ANNE-MARIE O'NEIL", Some("Anne-Marie"))]
    #[case("DR. MAYA OSEI", Some("Dr. Osei"))]
    #[case("DJ", Some("DJ"))]
    #[case("Jo", Some("Jo"))]
    #[case("maya@example.org", None)]
    #[case("   ", None)]
    fn a_greeting_is_a_name_one_would_say(#[case] name: &str, #[case] called: Option<&str>) {
        let person = Person::named(Ids::default().fresh(), name, date(2026, 11, 23));
        let mut campaign = Campaign::default();
        let id = person.id;
        campaign.apply([person.into()]);
        assert_eq!(greeting(&campaign.shown(id)).as_deref(), called);
    }

    #[rstest::rstest]
    #[case("RUTH ADLER", Some("Ruth Adler"))]
    #[case("Ruth Adler, PhD", Some("Ruth Adler"))]
    #[case("J.R. O'NEIL", Some("J.R. O'Neil"))]
    #[case("ruth", Some("ruth"))]
    #[case("", None)]
    fn a_name_is_not_shouted(#[case] name: &str, #[case] spoken_of: Option<&str>) {
        assert_eq!(said(name).as_deref(), spoken_of);
    }

    #[test]
    fn nobody_is_greeted_as_someone() {
        let campaign = Campaign::default();
        assert_eq!(greeting(&campaign.shown(Ids::default().fresh())), None);
    }
}
