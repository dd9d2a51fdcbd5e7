//! Advice: apologies for asking.
//!
//! Serves the draft check. It refuses to call it a fault: the words may stay.

use crate::draft::Severity;
use crate::draft::asking::When::Said;
use crate::draft::rules::{Ask, DraftRule};
use crate::rules::Rule;

/// *Ask without an apology.*
pub const RULE: DraftRule = DraftRule {
    rule: Rule {
        name: "ask_without_apology",
        says: "Ask without an apology.",
        why: "An apology tells the reader that what follows is a burden; half an hour is not.",
        evidence: &["M12", "E13"],
    },
    severity: Severity::Advice,
    asks: &[&[Ask {
        when: Said,
        phrases: &[
            "sorry|apologies|apologize|apologise|apology ..4 bother|bothering|disturb|disturbing|trouble|troubling|intrude|intruding|intrusion|inconvenience|imposing|ask|asking|writing|out|long|message|email|pest|nuisance|spam|again|burden",
            "hate|hated|loath|reluctant ..1 to ..1 ask|bother|impose|trouble|be|bug",
            "forgive|excuse|pardon me|my|the|this ..3 asking|bothering|intrusion|boldness|disturbance|writing|forwardness|troubling",
            "i know ..1 this is ..3 ask|weird|random|awkward|cheeky|forward|much",
            "i feel ..2 bad|terrible|awful|guilty ..2 asking|for|about",
            "do|does not ..1 mean|want|wish to ..1 bother|impose|intrude|trouble|be|waste",
            "waste|wasting ..1 your ..1 time",
            "if ..2 not too much ..1 trouble|bother",
            "sorry ..2 to be ..3",
        ],
        instead: "Leave it out, and leave the door open: “If it does not suit you, that is fine.”",
    }]],
    by_meaning: &[],
    unless: &["sorry ..2 to ..1 hear|miss|see", "sorry for your|the loss"],
    fires: FIRES,
    silent: SILENT,
};

const FIRES: &[&str] = &[
    "Sorry to bother you.",
    "I'm so sorry for the long message.",
    "Apologies for writing out of the blue.",
    "I hate to ask, but could we talk?",
    "Please forgive the intrusion.",
    "I know this is a big ask.",
    "I feel bad asking you this.",
    "I don't want to waste your time.",
    "If it's not too much trouble, could we talk?",
    "Sorry to disturb you, sir.",
    "Excuse me for troubling you.",
    "I don't mean to impose.",
    "I'm sorry to be a pest.",
];

const SILENT: &[&str] = &[
    "I was sorry to hear about your father.",
    "Sorry I missed you on Tuesday.",
    "If it does not suit you, that is fine.",
    "You never have to say sorry.",
    "I apologized to my sister.",
    "She hates mornings.",
    "Would half an hour suit you?",
    "There is no hurry.",
    "I'd rather not talk about the bank.",
    "He felt bad about the car.",
    "Forgive me if I call you Bill.",
    "It was no trouble at all.",
];
