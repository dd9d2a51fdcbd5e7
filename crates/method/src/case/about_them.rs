//! Whether words that were written for one person speak of them, so that they would be wrong for anybody else. Serves usual
//! words and questions that are kept for next time. It looks at what is told and on record, and would rather ask once too
//! often than carry a fact over.

use jiff::civil::Date;

use super::prefill::referral;
use crate::campaign::{Campaign, Shown};
use crate::conversation::earlier::talked_on;
use crate::id::PersonId;
use crate::organization::distinctive;
use crate::speech::{everyday, fold, says};

/// The first sentence that still speaks of this person: by a word of their name, or by what was told of them.
pub fn about_them(
    campaign: &Campaign,
    mut sentences: impl Iterator<Item = String>,
    shown: &Shown<'_>,
) -> Option<String> {
    let told = shown.told();
    let since = told.and_then(|told| told.known_since_on).map(|since| since.year().to_string());
    let own = own_words(campaign);
    let facts = [
        told.and_then(|told| told.how_known.as_deref()),
        told.and_then(|told| told.valued_for.as_deref()),
        told.and_then(|told| told.notes.as_deref()),
        shown.title(),
        shown.organization(),
    ];
    let work = work_of(shown, &own);
    let days = days_with(campaign, shown.id);
    let facts: Vec<Vec<String>> = facts.into_iter().flatten().map(|fact| telling_words(fact, &own)).collect();
    let giver = referral(campaign, shown.id).map(|named| campaign.name(named.by));
    let names = fold(&format!("{} {}", shown.name(), giver.unwrap_or_default()));
    let mut names = names.split(' ').filter(|word| word.len() > 2 && !own.contains(&(*word).to_owned()));
    let names: Vec<&str> = names.by_ref().collect();
    sentences.find(|sentence| {
        let said = telling_words(sentence, &own);
        let shares = |fact: &Vec<String>| {
            let shared = fact.iter().filter(|word| said.contains(word)).count();
            shared >= 2 || shared == 1 && fact.len() == 1
        };
        names.iter().any(|name| says(sentence, name))
            || since.as_ref().is_some_and(|since| says(sentence, since))
            || facts.iter().any(shares)
            || work.iter().any(|word| names_work(sentence, word))
            || speaks_of_a_talk(sentence, &days)
    })
}

/// The words that tell where somebody works, and what they do there; each of them alone speaks of them.
fn work_of(shown: &Shown<'_>, own: &[String]) -> Vec<String> {
    let place = shown.organization().map(distinctive).unwrap_or_default();
    let title = shown.title().map(|title| telling_words(title, own)).unwrap_or_default();
    place.into_iter().chain(title).filter(|word| !own.contains(word)).collect()
}

/// Whether a sentence has this word of their work. A word of every day, such as "open", counts only as a name: written
/// large inside a sentence.
fn names_work(sentence: &str, word: &str) -> bool {
    let is_everyday = everyday::is_everyday(word) || EVERY_LETTER.contains(&word);
    let words = sentence.split_whitespace().enumerate();
    let mut found = words.filter(|(_, said)| fold(said).split(' ').any(|one| one == word));
    found.any(|(place, said)| !is_everyday || place > 0 && said.starts_with(char::is_uppercase))
}

/// Words of names that stand in letters to anybody.
const EVERY_LETTER: &[&str] = &[
    "open", "first", "one", "good", "next", "new", "time", "people", "best", "talk", "call", "thank", "kind", "would",
];

/// The days of conversations, meetings and letters with somebody.
fn days_with(campaign: &Campaign, id: PersonId) -> Vec<Date> {
    let held = talked_on(campaign, id, Date::MAX);
    let asks = campaign.asks.values().filter(|ask| ask.person == id);
    let met = asks.filter_map(|ask| ask.meeting.as_ref()).map(|meeting| campaign.at_home(meeting).on);
    let shown = campaign.shown(id);
    let letters = campaign.correspondence.values().filter(|one| shown.emails().contains(&one.address.as_str()));
    let wrote = letters.flat_map(|one| one.days.keys().copied());
    held.chain(met).chain(wrote).collect()
}

/// Whether a sentence speaks of what there was between the two: an earlier talk, or a day of one.
fn speaks_of_a_talk(sentence: &str, days: &[Date]) -> bool {
    let together = ["we", "we ve", "our", "us"].iter().any(|word| says(sentence, word));
    let names = |day: &Date| {
        let month = day.strftime("%B");
        [format!("{} {month}", day.day()), format!("{month} {}", day.day()), format!("in {month}")]
            .iter()
            .any(|said| says(sentence, said))
    };
    EARLIER_TALKS.iter().any(|said| says(sentence, said))
        || together && TIMES_AGO.iter().any(|said| says(sentence, said))
        || days.iter().any(names)
}

const EARLIER_TALKS: &[&str] = &[
    "our talk",
    "our conversation",
    "our call",
    "our meeting",
    "our chat",
    "when we met",
    "when we spoke",
    "when we talked",
    "since we met",
    "since we spoke",
    "since we talked",
    "was good to talk",
    "was good to see you",
    "was good to speak",
    "thank you again",
    "thanks again",
    "you told me",
    "you mentioned",
];

const TIMES_AGO: &[&str] = &["yesterday", "last week", "last month", "last year", "the other day", "a few days ago"];

/// Words that say something: long ones, without those of the seeker's own search.
fn telling_words(text: &str, own: &[String]) -> Vec<String> {
    const SAY_LITTLE: &[&str] = &[
        "about",
        "half",
        "hour",
        "have",
        "here",
        "know",
        "known",
        "like",
        "other",
        "that",
        "their",
        "things",
        "this",
        "what",
        "when",
        "where",
        "with",
        "work",
        "working",
        "would",
        "your",
        "each",
        "from",
        "some",
        "questions",
        "value",
    ];
    let plain = fold(text);
    let mut words: Vec<String> = plain
        .split(' ')
        .filter(|word| word.len() > 3 && !SAY_LITTLE.contains(word) && !own.iter().any(|own| own == word))
        .map(str::to_owned)
        .collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// The words of the seeker's own name and direction, which may be said to anybody.
fn own_words(campaign: &Campaign) -> Vec<String> {
    let direction = &campaign.direction;
    let texts = direction.fields.iter().chain(&direction.roles).chain(&direction.organizations);
    let texts = texts.chain(campaign.seeker.name.as_ref()).chain(campaign.strengths.values().map(|one| &one.name));
    let texts = texts.chain(campaign.ideas.values().map(|idea| &idea.text));
    texts.flat_map(|text| fold(text).split(' ').map(str::to_owned).collect::<Vec<_>>()).collect()
}
