//! What both have in common speaks for a call, whichever rule suggests them (row M2).

use crate::rules::Rule;

/// Character and work alike are a reason beside others, and order nobody.
pub const RULE: Rule = Rule {
    name: "look_for_people_like_you",
    says: "What you value in somebody, and what you both do, is a reason to call them.",
    why: "People of your character and skills can tell how they came to what they do.",
    evidence: &["M2"],
};
