//! Advice: many asks in one letter get the answer to none.
//!
//! Serves the draft check. It refuses to count questions that lead to one and the same half hour below four.

use super::whole::{Longest, Place, Whole, WholeRule, place};
use crate::draft::sentences::Sentence;
use crate::rules::Rule;

/// *Ask one thing.*
pub const RULE: WholeRule = WholeRule {
    rule: Rule {
        name: "ask_one_thing",
        says: "Ask one thing.",
        why: "Many asks at once are work to answer; one is easy, and the others fit into the half hour.",
        evidence: &["M5", "E14"],
    },
    finds,
    instead: "Keep the half hour and ask the rest when you sit together.",
    examples_in: Longest { words: None, chars: None },
    fires: FIRES,
    silent: SILENT,
};

/// From so many asks on it is too many.
const MANY: usize = 4;

fn finds(draft: &Whole) -> Option<Place> {
    draft.sentences.iter().filter(|sentence| asks(sentence)).nth(MANY - 1).and_then(place)
}

fn asks(sentence: &Sentence) -> bool {
    let first = sentence.tokens.first();
    let please = first.is_some_and(|token| token.is(&["please", "kindly", "also"]));
    let enough = sentence.tokens.len() > 2;
    enough && (sentence.question || (please && sentence.tokens.len() > 4))
}

const FIRES: &[&str] = &[
    "How are you? How is the shop? What did you pay for it? Would you sell it?",
    "Could we meet? Would you bring the plans? Can I see the yard? May I speak with your brother too?",
    "Who owns the mill? Who runs it? Where do they buy? Would you show me?",
    "What do you read? What do you drink? Whom do you call? Where do you sleep?",
    "Would you call me? Please send me the book. Please tell me the name of the shop. Could we meet?",
    "How did you begin? When did you stop? Why did you stop? Would you do it again? Could we talk?",
    "Is rail growing? Is road shrinking? Are ships full? What would you learn?",
    "Could I visit? Could I bring a friend? Could we see the lab? Could you show us the slides?",
    "What is it like? What does it pay? Is it hard? Would you advise it?",
    "Would you read this? Would you mark it? Would you meet me? Would you call my teacher?",
    "Do you like Leeds? Is it wet there? Where do people live? What should I see?",
    "Can we talk on Monday? Or on Tuesday? Could you do Wednesday evening? What about Thursday at ten?",
];
const SILENT: &[&str] = &[
    "Would half an hour suit you?",
    "How are you? Would half an hour suit you?",
    "Where would you look, and whom would you talk to?",
    "How is Maya? I have three questions. Would you be open to half an hour?",
    "I have some questions and a few ideas. Are you open to that?",
    "Thank you. See you on Tuesday.",
    "What kinds of organizations could use that? Would you tell me over lunch?",
    "Is Tuesday good? Or Wednesday?",
    "Please come in by the yard.",
    "Did the roof hold? I hope so. May I call you for half an hour?",
    "You asked how it went. It went well.",
    "How did you choose? Half an hour would do. Is that all right?",
];
