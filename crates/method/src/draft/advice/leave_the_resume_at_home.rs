//! Advice: a résumé that comes along turns a talk into an application.
//!
//! Serves the draft check. It refuses to call it a fault: the words may stay.

use crate::draft::Severity;
use crate::draft::asking::When::Said;
use crate::draft::rules::{Ask, DraftRule};
use crate::rules::Rule;

/// *Leave the résumé out of it.*
pub const RULE: DraftRule = DraftRule {
    rule: Rule {
        name: "leave_the_resume_at_home",
        says: "Leave the résumé out of it.",
        why: "With a résumé in hand, people look for a job to match instead of talking with you.",
        evidence: &["M5", "M10"],
    },
    severity: Severity::Advice,
    asks: &[&[Ask {
        when: Said,
        phrases: &[
            "attached|enclosed|attaching|enclosing|attach|enclose|pfa|herewith|below ..4 my|a|the|our|is|are|copy|updated|of ..3 resume|cv|biodata|vitae",
            "resume|cv|biodata|vitae ..1 @be|is|are|'s ..2 attached|enclosed|below|herewith|here|linked",
            "find|see ..3 my|the|our ..2 resume|cv|biodata|vitae",
            "resume|cv|biodata|vitae attached|enclosed|herewith",
            "pfa ..3",
            "sharing|sending|including|dropping ..3 my ..2 resume|cv|biodata",
        ],
        instead: "Leave it out, and bring it when they ask: “I have some questions about the work you do.”",
    }]],
    by_meaning: &[],
    unless: &[
        "did|not ..1 attach|attached|enclose|attaching|enclosing|sending|include",
        "have|has no|not ..3 resume|cv",
    ],
    fires: FIRES,
    silent: SILENT,
};

const FIRES: &[&str] = &[
    "I have attached my résumé.",
    "My CV is attached.",
    "Please find my CV enclosed.",
    "PFA my updated resume.",
    "I'm attaching my resume for context.",
    "I enclose my CV, in case it is of use.",
    "Attached is a copy of my resume.",
    "My biodata is enclosed herewith.",
    "See my CV below.",
    "Sharing my resume herewith.",
    "CV attached for your reference.",
    "Sending along my CV so you know what I've done.",
    "I am enclosing my curriculum vitae.",
];

const SILENT: &[&str] = &[
    "I have not attached a résumé, and I won't.",
    "My CV is a mess.",
    "How long was your CV when you moved?",
    "I attach the slides.",
    "Please find the minutes enclosed.",
    "He sent you his résumé.",
    "I brought no CV with me.",
    "You asked what I have done: nine years on a ward.",
    "I rewrote my résumé twice last year.",
    "The invoice is attached.",
    "Attached is the photo from Sunday.",
    "Who reads a CV these days?",
];
