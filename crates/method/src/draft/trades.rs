//! Words that name trades by their ending: a welder, a machinist, a technician.
//!
//! Serves the draft check. It refuses words that end so and are none, such as *weather* and *number*.

use std::sync::LazyLock;

use super::tables::Table;

/// Whether a word ends like the name of a trade and is no other word.
pub fn ends_like(word: &str, ending: &str) -> bool {
    word.as_bytes().last() == ending.as_bytes().last()
        && word.len() > ending.len() + 2
        && word.ends_with(ending)
        && !OTHER.contains_key(word)
}

static OTHER: LazyLock<Table<&str, ()>> =
    LazyLock::new(|| OTHER_WORDS.split_whitespace().map(|word| (word, ())).collect());

/// Words that end like the name of a trade and are none.
const OTHER_WORDS: &str = "\
    after another answer answers australian author barrier beer beers better bigger bitter border borders \
    borrower brilliant brother brothers buffer butter calendar canadian career careers center chamber chance \
    chapter chapters character characters cheer clever closer cluster color colors computer computers consider \
    constant copper corner counter cover covers customer customers daughter daughters december deliver differ \
    dinner discover disorder distant doctor dollar door doors eager earlier easier easter either elegant error \
    errors ever exist exists factor factors father fathers favor favors feather finger fingers fist floor floors \
    flower flowers folder former frontier further gather german giant grant grants guardian hammer harder header \
    higher honor hours however human humor hundreds important indian inner insist instant italian labor ladder \
    larger later layer layers leather letter letters list lists longer lower lumber major man manner manners \
    master masters matter matters member members men mentor mentors minor mirror mist mother mothers motor \
    murder neighbor neighbors neighbour neighbours neither never newsletter newsletters nicer nigerian november \
    number numbers october odor offer offers older opener order orders other others ours outer over paper papers \
    partner peer peers plant plants pleasant pointer pointers poor poster posters power prayer prayers prefer \
    printer proper quarter quarters rather reader readers refer register relevant reluctant remember reminder \
    resist restaurant restaurants river roman russian semester senior september server servers shoulder shower \
    significant silver sister sisters slender smaller sober sooner stranger strangers suffer summer super supper \
    tender theater timber together tower tractor transfer trigger twist under upper user users vacant voter \
    voters wander want wants water weather whatever whether winter woman women wonder younger yours";
