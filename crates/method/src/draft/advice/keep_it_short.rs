//! Advice: a long ask is read later, and later often means never.
//!
//! Serves the draft check. It refuses to count where nobody said in which form the draft goes, unless it is very long.

use super::whole::{Longest, Place, Whole, WholeRule, place};
use crate::rules::Rule;

/// *Keep it short.*
pub const RULE: WholeRule = WholeRule {
    rule: Rule {
        name: "keep_it_short",
        says: "Keep it short.",
        why: "Short asks are answered more often: a hundred words in a mail or on a voicemail, two hundred in a call, 400 characters in a message.",
        evidence: &["E14"],
    },
    finds,
    instead: "Keep how you know each other, why them, and the half hour; the rest is for the talk.",
    examples_in: Longest { words: Some(12), chars: None },
    fires: FIRES,
    silent: SILENT,
};

/// Words beyond which a draft is long in any form.
const LONG_IN_ANY_FORM: usize = 250;

fn finds(draft: &Whole) -> Option<Place> {
    let most = draft.longest.words.unwrap_or(LONG_IN_ANY_FORM);
    let end = draft.words().last()?.end;
    let too_many_signs = draft.longest.chars.is_some_and(|most| end > most);
    (draft.length() > most || too_many_signs).then(|| draft.spoken().next_back()).flatten().and_then(place)
}

const FIRES: &[&str] = &[
    "I have been thinking for a long time about the talk that we had at the mill in the spring of last year.",
    "When I was a boy my father took me to the docks, and ever since then I have wanted to know how it is done.",
    "You will perhaps remember that we met in Leeds, at the dinner of the institute, beside the window with the view.",
    "My first years at the bank were spent in the cellar, counting notes, which taught me a patience that has served me since.",
    "Before I come to the point of this letter I should like to tell you a little about how I came to nursing.",
    "The reason why I write, after so many years in which neither of us has written, is that I have a few questions.",
    "It was raining on the day we closed the workshop, and everybody stood in the yard and nobody knew what to say.",
    "In the course of the last eleven years I have run three wards, two clinics and one very small hospital by the sea.",
    "I could tell you a great deal about rail, and perhaps I shall, but first I want to say how I found you.",
    "There are, as you know better than anyone else, many ways to price a kitchen, and I have tried most of them.",
    "Since the last time that we spoke, which must be nine years ago now, I have moved twice and learned to sail.",
    "Let me begin with the good news, which is that the roof has held, and then go on to the other news.",
];
const SILENT: &[&str] = &[
    "Would half an hour suit you?",
    "Are you open to that?",
    "I have three questions.",
    "You taught me to listen first.",
    "Hello Maya,",
    "Thank you for Tuesday.",
    "Where would you look?",
    "See you at ten.",
    "Whom would you talk to?",
    "I remember the ward.",
    "How did you choose?",
    "Best wishes, Ruth",
];
