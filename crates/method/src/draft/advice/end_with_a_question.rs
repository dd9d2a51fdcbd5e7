//! Advice: an ask that ends without a question is easily left lying.
//!
//! Serves the draft check. It refuses to speak on a thank-you or a short line.

use super::whole::{Longest, Place, Whole, WholeRule, place};
use crate::rules::Rule;

/// *End with a question.*
pub const RULE: WholeRule = WholeRule {
    rule: Rule {
        name: "end_with_a_question",
        says: "End with a question.",
        why: "A question at the end tells the reader what to answer; without one a letter is easily left lying.",
        evidence: &["M5", "E14"],
    },
    finds,
    instead: "End with it: “Would you be open to half an hour?”",
    examples_in: Longest { words: None, chars: None },
    fires: FIRES,
    silent: SILENT,
};

/// Words that speak of a wish to meet or to hear.
const WISHES: &[&str] = &[
    "meet",
    "talk",
    "chat",
    "coffee",
    "hear",
    "advice",
    "view",
    "questions",
    "learn",
    "conversation",
    "lunch",
    "call",
    "ideas",
];

fn finds(draft: &Whole) -> Option<Place> {
    let wants = draft.spoken().any(|sentence| {
        let has = |words: &[&str]| sentence.tokens.iter().any(|token| token.is(words));
        has(&["i", "we"]) && has(&["would", "hope", "hoping", "want", "wanted", "wish", "like", "love"]) && has(WISHES)
    });
    let asked = draft.sentences.iter().any(|sentence| sentence.question);
    let last = draft.spoken().next_back()?;
    (wants && !asked).then_some(last).and_then(place)
}

const FIRES: &[&str] = &[
    "I would like to hear how you moved into training.",
    "I'd love to meet you and talk about rail.",
    "I have known you for years. I hope to get your advice on leaving the bank.",
    "I want to learn how you priced your first kitchen.",
    "I'd like to buy you a coffee and ask some questions.",
    "We would love to have a chat with you about the mill.",
    "I was hoping to have lunch with you and hear about wind.",
    "I would value your view, and I would like to call you.",
    "I wanted to talk with you about what comes after the ward.",
    "I'd love half an hour to hear how you chose. Let me know.",
    "I wish to learn from you how the court works.",
    "I'd like your ideas on where calm desks are needed. Best, Ann",
];

const SILENT: &[&str] = &[
    "I would like to hear how you moved into training. Would half an hour suit you?",
    "Thank you for the half hour on Tuesday.",
    "See you on Tuesday at ten.",
    "I start on Monday.",
    "I would like to work for a company that values patience. Where would you look?",
    "Would you sit down with me for half an hour? I have some questions.",
    "I passed the exam, and I wanted you to know.",
    "Your book came in the mail today.",
    "We moved to Leeds in May.",
    "I can show examples. What kinds of organizations could use that?",
    "Good luck with the roof.",
    "Are you open to half an hour? I'd love to hear how you chose. Best, Ann",
];
