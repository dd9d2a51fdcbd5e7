//! Advice: a meeting without an end is hard to say yes to.
//!
//! Serves the draft check. It refuses to speak where no meeting is asked for.

use super::whole::{Longest, Place, Whole, WholeRule, place};
use crate::draft::sentences::{Sentence, Token};
use crate::rules::Rule;

/// *Ask for half an hour.*
pub const RULE: WholeRule = WholeRule {
    rule: Rule {
        name: "ask_for_half_an_hour",
        says: "Ask for half an hour.",
        why: "A meeting without an end is hard to say yes to; half an hour can be found.",
        evidence: &["M5"],
    },
    finds,
    instead: "Say how long: “Would you sit down with me for half an hour?”",
    examples_in: Longest { words: None, chars: None },
    fires: FIRES,
    silent: SILENT,
};

const MEETING: &[&str] = &[
    "meet",
    "talk",
    "chat",
    "call",
    "coffee",
    "lunch",
    "speak",
    "conversation",
    "catch",
    "sit",
    "zoom",
    "tea",
    "pint",
];
const ASKING: &[&str] = &[
    "could", "would", "can", "may", "might", "love", "like", "free", "fancy", "up", "open", "let", "shall", "u", "time",
];
const WITH_AN_END: &[&str] = &[
    "half", "hour", "hours", "hr", "hrs", "minute", "minutes", "min", "mins", "thirty", "30", "20", "twenty",
    "quarter", "15",
];

fn finds(draft: &Whole) -> Option<Place> {
    if draft.words().any(|word| word.is(WITH_AN_END) || word.text.starts_with("30")) {
        return None;
    }
    draft.spoken().find(|sentence| asks_to_meet(sentence)).and_then(place)
}

fn asks_to_meet(sentence: &Sentence) -> bool {
    let tokens = &sentence.tokens;
    let has = |words: &[&str]| tokens.iter().any(|token: &Token| token.is(words));
    let you = has(&["you", "we", "us", "your"]);
    sentence.question && you && has(MEETING) && has(ASKING) && !has(&["whom", "who", "when", "not"])
}

const FIRES: &[&str] = &[
    "Could we meet for a coffee?",
    "Would you have lunch with me next week?",
    "Can we talk about how you moved into training?",
    "Would you be up for a chat about rail?",
    "May I call you about the first year of your shop?",
    "Could I buy you a coffee and hear how you chose?",
    "Are you free for a call with me on Tuesday?",
    "Fancy a pint? I'd like to hear how you got into wind, would you meet me?",
    "Shall we catch up and talk about planning?",
    "Might we speak about how the trade has changed?",
    "Would you like to sit down with me some day?",
    "Can u chat sunday about how you got into events?",
];

const SILENT: &[&str] = &[
    "Would you sit down with me for half an hour?",
    "Could we meet for a coffee? Thirty minutes would do.",
    "Are you free for a 30 minute call?",
    "Where would you look, and whom would you talk to?",
    "What kinds of organizations could use that?",
    "I met your sister for lunch.",
    "Thank you for the coffee.",
    "Are you open to that?",
    "When did you first talk to the board?",
    "Do you remember our lunches?",
    "Twenty minutes on the phone would be plenty. Could we talk?",
    "I would like to work for a company that values patience. Where would you look?",
];
