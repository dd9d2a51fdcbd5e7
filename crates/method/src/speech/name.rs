//! How a person is called to their face, and how the seeker names themselves. Serves the ask and the call sheet.
//! It refuses to greet with half a name, a title alone or an address.

use super::{capital, tidy};
use crate::campaign::Shown;
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
];

/// What to say after "Hello": the given name, or title and family name when the title is part of the name.
pub fn greeting(shown: &Shown<'_>) -> Option<String> {
    let name = full(shown.name())?;
    let words: Vec<&str> = name.split(' ').collect();
    let first = words.first()?;
    let called = if is_title(first) {
        // A rank may take two words: "Lt. Col. Anne Fry" is no lieutenant.
        let titles = words.iter().take_while(|word| is_title(word)).count();
        (words.len() > titles).then(|| format!("{} {}", words[..titles].join(" "), words[words.len() - 1]))?
    } else {
        // A given name of its own stands in a record; otherwise it is the first word of the name as one says it.
        let written = shown.name().split_whitespace().next();
        let given = Some(shown.given()).filter(|given| Some(*given) != written);
        let given = given.and_then(tidy).filter(|given| given.split(' ').all(is_whole));
        let first = is_whole(first).then(|| (*first).to_owned());
        given.or(first).unwrap_or_else(|| name.clone())
    };
    (called.chars().count() <= MOST_LETTERS).then(|| unshout(&called))
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

/// How the seeker signs; none until they said so.
pub fn own(seeker: &Seeker) -> Option<String> {
    full(seeker.name.as_deref()?)
}

/// Whether the word is a title: "Dr.", "Prof."
pub(crate) fn is_title(word: &str) -> bool {
    TITLES.contains(&word.trim_end_matches('.').to_lowercase().as_str())
}

/// An initial such as "J." is no name to call anybody by.
fn is_whole(word: &str) -> bool {
    !word.ends_with('.') && word.chars().filter(|letter| letter.is_alphabetic()).count() > 1
}

fn is_letters(text: &str) -> bool {
    text.chars().filter(|letter| letter.is_uppercase()).count() > 1 && !text.contains(' ')
}

fn unshout(name: &str) -> String {
    let shouted =
        name.chars().count() > 3 && name.chars().any(char::is_alphabetic) && !name.chars().any(char::is_lowercase);
    if !shouted {
        return name.to_owned();
    }
    let words: Vec<String> = name.split(' ').map(|word| capital(&word.to_lowercase())).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::Campaign;
    use crate::id::Ids;
    use crate::list::Person;
    use jiff::civil::date;

    #[rstest::rstest]
    #[case("Maya Osei", Some("Maya"))]
    #[case("Dr. Maya Osei", Some("Dr. Osei"))]
    #[case("Dr", None)]
    #[case("Lt. Col. (ret.) Anne Fry", Some("Lt. Col. Fry"))]
    #[case("Prof. Dr.", None)]
    #[case("Osei, Maya", Some("Maya"))]
    #[case("Maya Osei, RN", Some("Maya"))]
    #[case("J. Lee", Some("J. Lee"))]
    #[case("MAYA OSEI", Some("Maya"))]
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

    #[test]
    fn nobody_is_greeted_as_someone() {
        let campaign = Campaign::default();
        assert_eq!(greeting(&campaign.shown(Ids::default().fresh())), None);
    }
}
