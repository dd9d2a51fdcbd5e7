//! Few steps, and each of them a real tie: the direct way first (rows M7, M17).

use crate::rules::Rule;

/// The direct way comes first.
pub const RULE: Rule = Rule {
    name: "take_the_direct_way",
    says: "Go through somebody you know, in as few steps as you can, and know which step is the weakest.",
    why: "At every step a part of what was asked is not passed on, so short ways arrive and long ones do not.",
    evidence: &["M7", "M17", "E5", "E6"],
};
