//! Advice: praise by the yard.
//!
//! Serves the draft check. It refuses to call it a fault: the words may stay.

use crate::draft::Severity;
use crate::draft::asking::When::Said;
use crate::draft::rules::{Ask, DraftRule};
use crate::rules::Rule;

/// *Praise one thing that you know of them.*
pub const RULE: DraftRule = DraftRule {
    rule: Rule {
        name: "praise_one_true_thing",
        says: "Praise one thing that you know of them.",
        why: "Great praise makes people careful; one thing that you saw them do is believed.",
        evidence: &["M5"],
    },
    severity: Severity::Advice,
    asks: &[&[Ask {
        when: Said,
        phrases: &[
            "you are|'re ..3 amazing|incredible|awesome|brilliant|genius|legend|phenomenal|extraordinary|guru|rockstar|superstar|exceptional|unbelievable",
            "you are|'re ..1 the|my best|idol|hero|goat",
            "your ..2 amazing|incredible|impressive|stellar|illustrious|outstanding|remarkable|brilliant|extraordinary|exceptional|inspiring|phenomenal ..2 career|profile|work|background|journey|achievements|success|path|experience|leadership",
            "your ..1 esteemed|reputed|prestigious|renowned ..2",
            "huge|big|biggest|massive|great|avid fan ..2 of|$",
            "greatly|deeply|truly|immensely|hugely|so|really admire ..1 you|your",
            "in awe of ..1 you|your",
            "you are|'re ..2 such ..1 an|a ..1 inspiration|legend|star",
            "~inspire|inspired|inspiring|inspiration ..3 to me|all|us|everyone",
            "worship ..3",
            "second to none",
            "best in the world|business|field",
        ],
        instead: "Say one thing that you saw: “I remember how you calmed that ward in March.”",
    }]],
    by_meaning: &[],
    unless: &["fan of the|tea|jazz"],
    fires: FIRES,
    silent: SILENT,
};

const FIRES: &[&str] = &[
    "You're amazing.",
    "You are such an inspiration to me.",
    "I'm a huge fan of yours.",
    "Your incredible career speaks for itself.",
    "I so admire you.",
    "You're a legend, mate.",
    "I am in awe of your work.",
    "I seek guidance from your esteemed self.",
    "You are my idol.",
    "I came across your impressive profile.",
    "I have always been a big fan of your work.",
    "You're the best in the business.",
    "I deeply admire your vision.",
];

const SILENT: &[&str] = &[
    "I remember how you calmed that ward in March.",
    "You are free on Tuesday, I hear.",
    "What you said about listening first has stayed with me.",
    "I value your view.",
    "It was an amazing summer.",
    "The view from your office is incredible.",
    "I have always trusted your judgement.",
    "You taught me to write everything down.",
    "Your talk made me late for work.",
    "She is a fan of the opera.",
    "You noticed early what went wrong.",
    "I'd like to hear how you chose.",
];
