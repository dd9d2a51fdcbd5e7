//! Advice: asks that could be about anything.
//!
//! Serves the draft check. It refuses to call it a fault: the words may stay.

use crate::draft::Severity;
use crate::draft::asking::When::Said;
use crate::draft::rules::{Ask, DraftRule};
use crate::rules::Rule;

/// *Say what it is about.*
pub const RULE: DraftRule = DraftRule {
    rule: Rule {
        name: "name_what_it_is_about",
        says: "Say what it is about.",
        why: "People help when they can see with what: a field, a role, an organization.",
        evidence: &["E10"],
    },
    severity: Severity::Advice,
    asks: &[&[Ask {
        when: Said,
        phrases: &[
            "chat|talk|speak|call|catch|conversation|meet|connect ..2 about|on|around ..1 things|stuff|life|work|career|careers|opportunities|possibilities|options|everything|anything|whatever $",
            "chat|talk|speak|conversation|connect ..2 about|on|regarding ..1 my ..1 career|future|options|situation|search|life|plans|goals|journey $",
            "general|some|any|career ..1 advice|guidance|tips|pointers|wisdom $",
            "advice|guidance|tips|thoughts ..1 about|on|for|regarding ..1 my ..1 career|future|life|situation|search|options|plans $",
            "explore|discuss|explore ..2 opportunities|possibilities|synergies|options|collaboration",
            "something ..1 new|different|exciting|else|challenging|bigger $",
            "open to ..1 anything|everything|whatever|all|any ..2",
            "i|we ..2 need|want a|any|some|another ..1 job|work $",
            "looking|searching|hunting for a|any|some|another ..1 job|work $",
            "any|whatever industry|field|role|sector|direction|kind|area ..1 $",
            "new challenge|challenges|opportunities|adventure|horizons",
            "next|the next|a new chapter|step|big ..1 $",
            "connect ..1 sometime|soon|again|$ ",
            "figure|figuring ..1 out ..1 what|my ..1 next|to|life|path ..3 $",
        ],
        instead: "Name field, role or organization: “I have questions about moving from the ward into training.”",
    }]],
    by_meaning: &[],
    unless: &["about|on|in|into your|how|what|the ..3"],
    fires: FIRES,
    silent: SILENT,
};

const FIRES: &[&str] = &[
    "I'd like to talk about my career.",
    "Could we have a chat about things?",
    "I'd love some general advice.",
    "I want to explore opportunities with you.",
    "I'm looking for something new.",
    "I am open to anything.",
    "Could I get your advice on my future?",
    "I am ready for a new challenge.",
    "I'm searching for something different.",
    "It would be great to discuss possibilities.",
    "Any career advice?",
    "I'd like to speak with you about my situation.",
    "I'm open to whatever comes.",
    "I need a job.",
    "I am looking for a job.",
    "I want another job.",
];

const SILENT: &[&str] = &[
    "I have questions about moving from the ward into training.",
    "I'd like to hear how you moved from sales into product.",
    "Could we talk about what a foreman needs to know?",
    "Your advice on cutting the menu helped.",
    "I want to find out where patience is valued.",
    "She tried something new with the roof.",
    "I am thinking of going from mining into wind.",
    "What is changing in your trade?",
    "Would you tell me about the first year of your shop?",
    "I'd like to work in a hospital.",
    "The shop is open to everyone.",
    "How do planners see rail?",
    "I need a job where patience counts.",
    "I do not need a job.",
];
