//! The fault of making the search the reader's problem: watching out, open-ended chores, pity, pressure, deadlines.
//!
//! Serves the draft check (M10). It refuses to mind that hard times are told; only what is pressed on the reader counts.

mod chores;
mod pressure;
mod watching;

use super::Severity;
use super::rules::DraftRule;
use crate::rules::Rule;

/// *Do not make your search their problem.*
pub const RULE: DraftRule = DraftRule {
    rule: Rule {
        name: "makes_it_their_problem",
        says: "Do not make your search their problem.",
        why: "It hands the reader a task or a weight without an end; half an hour with an end is easy to say yes to.",
        evidence: &["M10"],
    },
    severity: Severity::Fault,
    asks: &[watching::ASKS, chores::ASKS, pressure::ASKS],
    by_meaning: &[
        ("REVIEW", ONE_QUESTION),
        ("CV", ONE_QUESTION),
        ("CHORE", ONE_QUESTION),
        ("LIST", ONE_PERSON),
        ("AROUND", ONE_PERSON),
        ("HEAR", ONE_PERSON),
        ("TELL", ONE_PERSON),
        ("EYE", ONE_PERSON),
        ("MIND", ONE_PERSON),
        ("HURRY", CALM),
        ("PITY", CALM),
        ("GUILT", CALM),
        ("HELP", HALF_HOUR),
    ],
    unless: UNLESS,
    fires: FIRES,
    silent: SILENT,
};

const HALF_HOUR: &str =
    "Ask for one thing that ends: “Would you sit down with me for half an hour? I will bring the questions.”";
const ONE_QUESTION: &str =
    "Do that work yourself and ask one question about it: “Which part of what I do would matter most in your field?”";
const ONE_PERSON: &str = "Ask for one person instead: “Who is one person you would talk to about this?”";
const CALM: &str = "Say plainly what you would like and leave the door open: “If it suits you, I would value half an hour. If not, that is fine.”";

/// Other senses of watching, helping and hurrying.
const UNLESS: &[&str] = &[
    "my name|application|cv|resume ..1 on|onto|in",
    "everyone|everybody ..1 else|that|my",
    "~help me ..1 find|get something|anything to|on|about|for",
    "who|whom|where|what|how ..2 would|could|should|do|did ..1 you ~talk|~look|~speak|~ask|~meet|~call|~turn|~go|~start|~begin|~do|~choose|~find",
    "half an|hour",
    "~get someone|somebody|anyone ..4 to",
    "~share|~send|~forward|~pass|~circulate my _3 cv|resume|profile|application",
    "any chance|way|possibility",
    "~put me|my ..2 on|forward",
    "~consider|~hire|~employ|~recommend|~refer me",
    "would do ..1 differently|today",
    "who|people are|is|were|was desperate",
    "good on you",
    "count on you for|to !help",
    "ring|call|come|write|visit whenever",
    "lift|raise a hand|glass for|in|if",
    "rent|rents a|the|chair|chairs|car|room|out|boat|hall|ladder",
    "no one|nobody ..2 else",
    "which of the|your|these|them",
    "tour|view|story|part|picture|idea|sense|account of",
    "what happened",
    "have to answer|decide|reply",
    "at the end of the month|week|year",
    "keep|keeping an? eye on the|your",
    "questions|anything ..3 me|us before|by",
    "would|do you like|want me|us to",
    "your|its ..1 notes|wife|invitation",
    "this|the invitation|article|book|note|song",
    "companies|firms|places ..4 hiring|recruiting",
    "who|whom|where ..4 send my",
    "~let me know if|when|whenever|which|what|whether|how ..1 you|that|it|this|any|tuesday|monday|wednesday|thursday|friday ..2 suit|suits|need|free|want|can|could|like|would|are|have|prefer|works|work|fancy|ever",
    "~do|~say|~try nothing",
    "please please let|say|tell|come|pass on|me|us|along ..1 my",
    "ring|call|phone|look round|around the block|clock|world",
    "any|anything ..2 you would|do|find",
    "name|names of ..4 book|books|film|author|song|wine|restaurant|town|street|tool|article|place|hotel",
    "you had|were to ~find",
    "eye|eyes|ear on|for|to my|the|him|her|it|them ..1 dog|dogs|kids|children|house|bag|plants|clock|time|ball|road|cat|bike",
    "something|anything comes|came up and|on|we|that|at|with|i|then",
    "anything|something ..1 you|i ..1 need",
    "keep|bear in mind that",
    "time is running out|smoothly",
    "anything i can",
    "not feel|need|have to ..4",
    "whatever|anything you can|could ~tell|~teach|~say|~remember|~share",
    "~let me know if ..2 you ..2 ~find time|half|any time",
    "save the date|a seat|me a seat|you",
    "at|in|by|on your|the own? pace|convenience",
    "a list of questions|three|my",
    "your _1 list|book|reading",
    "deadline for|of the|your|our|application",
];

const FIRES: &[&str] = &[
    "Please keep an eye out for me.",
    "Do keep me in mind.",
    "Let me know if you hear of anything!",
    "If you hear of any openings, please tell me.",
    "Anything would help at this point.",
    "I'm desperate, you are my last hope.",
    "Could you review my resume and tell me what to change?",
    "Kindly help me sir, my children are hungry and I depend on you.",
    "I need your answer by Friday.",
    "hey can u ask around for me",
    "Would you make me a list of companies that I should write to?",
    "Any help would be greatly appreciated.",
    "I'm counting on you, mate.",
    "Would you mind looking over my CV?",
    "Could you go through your contacts and see who might fit?",
    "Can you share my post with your network?",
    "If anything comes up, give me a shout.",
    "lmk if u come across anything",
    "Please help me with my job search.",
    "Reply asap please, my rent is due.",
    "I don't know who else to turn to.",
    "It would be great if you could spread the word among your colleagues.",
    "You owe me one, remember?",
    "If you could bear her in mind, we would be so thankful.",
    "I wouldn't ask if I weren't desperate.",
    "Please don't forget to think of me when a place comes free.",
];

const SILENT: &[&str] = &[
    "My mother is very ill. Please keep her in your thoughts.",
    "Please do not write if things are bad at home; I can wait.",
    "Please don't keep an eye out for me; I only have three questions.",
    "Thanks for keeping me in mind last year. I found something in the end.",
    "It has been a hard year, and I lost my job in May. Your view on the trade would mean a lot.",
    "Would you mind if I called you on Tuesday for half an hour?",
    "Bear in mind that I know nothing about shipping.",
    "If something comes up and you cannot make it, we can move it.",
    "My mother kept an eye out for the postman every day.",
    "Could you keep an eye on the clock for us?",
    "There is no hurry, and please don't look through your contacts.",
    "I rewrote my CV four times and learned little. How do you read one?",
    "Who is one person you would talk to about this?",
    "Any advice on how to begin would be welcome.",
    "need ur thoughts on nursing lol",
    "need your honest view on moving into teaching, 20 min?",
    "If word reaches you of when the funeral is, do pass it along.",
    "I would not ask if I did not think you would enjoy the question.",
    "You were the first who came to mind when I thought of patient teachers.",
    "She told me that I should ask everyone to spread the word, and I said no.",
    "I help people who are desperate to sell their house. What do you see in the market?",
    "I review résumés for a living and would like to stop. May I ask how you did?",
    "Are you free for half an hour by the end of next week?",
    "Let me know if Tuesday suits you.",
    "I can show examples of how a calm desk saved my clients time and money. What kinds of organizations could use that?",
    "You never asked me for anything, and you helped me all the same. Thank you.",
];
