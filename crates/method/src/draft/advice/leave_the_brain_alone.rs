//! Advice: *pick your brain* asks for a yield and names no subject.
//!
//! Serves the draft check. It refuses to call it a fault: the words may stay.

use crate::draft::Severity;
use crate::draft::asking::When::Said;
use crate::draft::rules::{Ask, DraftRule};
use crate::rules::Rule;

/// *Ask a question, not for a brain to pick.*
pub const RULE: DraftRule = DraftRule {
    rule: Rule {
        name: "leave_the_brain_alone",
        says: "Ask a question, not for a brain to pick.",
        why: "It sounds like taking something and does not say what about.",
        evidence: &["M5"],
    },
    severity: Severity::Advice,
    asks: &[&[Ask {
        when: Said,
        phrases: &["~pick|~tap|~use|~borrow|~steal|~raid ..1 your|ur|her|his|their ..1 brain|brains"],
        instead: "Name the subject: “I have three questions about how you moved into training. Would half an hour suit you?”",
    }]],
    by_meaning: &[],
    unless: &["~pick the|a"],
    fires: FIRES,
    silent: SILENT,
};

const FIRES: &[&str] = &[
    "Could I pick your brain?",
    "I'd love to pick your brains over coffee.",
    "May I pick your brain about nursing?",
    "Mind if I pick ur brain for a bit?",
    "I was hoping to pick your brain on this.",
    "Would it be all right to pick your brains sometime?",
    "Let me pick your brain!",
    "I want to tap your brain on rail.",
    "Can I borrow your brain for half an hour?",
    "I would like to pick your esteemed brain.",
    "Happy to buy lunch if I can pick your brain.",
    "I keep wanting to pick your brain.",
    "Could we talk? I'd like to use your brain.",
];

const SILENT: &[&str] = &[
    "I study how the brain picks words.",
    "You have a fine brain for figures.",
    "My brain is full.",
    "Please pick a day.",
    "Would you pick a place?",
    "You taught me to use my brain.",
    "I picked apples all week.",
    "Could you pick me up at the station?",
    "Her book on the brain is good.",
    "It was a no-brainer.",
    "I'd like to ask you three questions about how you moved into training.",
    "Would half an hour suit you?",
];
