//! Advice: an ask that speaks of its writer more than of its reader.
//!
//! Serves the draft check. It refuses to count in short drafts, where one *I* more says nothing.

use super::whole::{Longest, Place, Whole, WholeRule, place};
use crate::rules::Rule;

/// *Say more about them than about you.*
pub const RULE: WholeRule = WholeRule {
    rule: Rule {
        name: "more_about_them",
        says: "Say more about them than about you.",
        why: "People answer when they see why it is them you ask; your own story has its time in the half hour.",
        evidence: &["E14"],
    },
    finds,
    instead: "Say what you know of them and why you ask them: “You moved from the ward into training, and I remember how you explained things.”",
    examples_in: Longest { words: None, chars: None },
    fires: FIRES,
    silent: SILENT,
};

/// Fewer words than this are not weighed.
const WEIGHED_FROM: usize = 35;

fn finds(draft: &Whole) -> Option<Place> {
    let count = |words: &[&str]| draft.words().filter(|word| word.is(words)).count();
    let (mine, theirs) = (count(&["i", "me", "my", "mine", "myself"]), count(&["you", "your", "yours", "yourself"]));
    let about_me = mine >= 6 && mine > theirs * 3;
    let first = draft.spoken().find(|sentence| sentence.tokens.iter().any(|token| token.is(&["i", "my"])))?;
    (draft.length() >= WEIGHED_FROM && about_me).then_some(first).and_then(place)
}

const FIRES: &[&str] = &[
    "I am a nurse and I have worked on wards since I left school. I like my work and I know my patients. I have led a team, I have trained my colleagues and I want to do more of it. May I ask you about it for half an hour?",
    "I am writing because I left the bank in May. I was there for nineteen years, I ran my desk, I built my team and I closed my books on time. I think that I have earned a change. Would half an hour suit you?",
    "My name is Ann and I weld. I learned it from my father, I passed my tests, I worked in three yards and I have never missed a day. I am careful and I am quick. I would like to hear how the trade is doing. Could you spare half an hour?",
    "I moved here in June. I have been looking at what I could do with my degree, my languages and my years at sea. I cook, I sail and I keep accounts. I am told that I explain well. Would you have half an hour for me?",
    "I have thought about my life. I was a lawyer, I was a good one, and I did not like it. I paint now, I teach my neighbours and I sleep at night. I want to know what I should do next. Half an hour, perhaps?",
    "I built my shop from nothing. I sold it in January, and I made a profit. I have my health, I have my savings and I have my mornings. I would like to begin again. I am not in a hurry. May I ask you some questions?",
    "I teach chemistry. I have doubled my results, I have written my own book and I run my department. I give talks, I mark papers and I coach. I feel that I could do more. Would you sit down with me for half an hour?",
    "I drove lorries. I was on the road for my whole life, I know my way from Oslo to Rome, and I have my licence still. I am sixty, I am fit and I like my peace. I want to train drivers. Have you half an hour?",
    "I finished my studies in March. I wrote my thesis on bridges, I spent my summer in a lab and I learned my second language. I play chess, I row and I read. I hope to build things that last. Could I call you for half an hour?",
    "I have kept my notes of every ward round that I did. I learned from my mistakes, I changed my habits and I saw my patients get well. I want to teach what I know, and I would like to do it soon. May I call you?",
    "My work at the museum ended and I have my mornings free. I clean paintings, I mix my own colours and I write my reports by hand. I have time, I have patience and I have my tools. I wonder what comes next. May I ask you?",
    "I am an electrician. I wired my first house at sixteen, I have my own van and I pay my bills. I trained my brother, I trained my cousin and I liked it. I think I may be a teacher. Would you have half an hour for my questions?",
];
const SILENT: &[&str] = &[
    "You moved from the ward into training, and I remember how you explained things to us. You never raised your voice. I have some questions about how you did it, and I would be glad to hear what you would do differently. Would you have half an hour for me?",
    "I am a nurse.",
    "I like my work, and I know my patients.",
    "Would half an hour suit you?",
    "Thank you for the book. Your chapter on boards made me laugh, and I have read it twice. You write as you speak. Could I ask you, over half an hour, how you came to write it at all?",
    "I have known you for nine years, and your view means a lot to me. Would you sit down with me for half an hour? I have some questions and a few ideas. Are you open to that?",
    "I start on Monday. I am happy, and I wanted you to know.",
    "I would like to work for a company that values patience. Where would you look, and whom would you talk to?",
    "You know the docks. You know the yards. I know three of them. How do you see the next ten years?",
    "I can show examples of how calm handovers saved my plant time and money. What kinds of organizations could use that?",
    "My sister sends her love. I do too.",
    "Your talk on water made me late for work, and I told everyone at my gym about it. You said that rules follow rivers. I plan bus lines, and I see the same thing every day. Would you have half an hour to tell me where you saw it first?",
];
