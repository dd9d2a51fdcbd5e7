//! Where there is no direct way, over people who know each other (rows M7, M17).

use crate::rules::Rule;

/// Ask those who know them to introduce you.
pub const RULE: Rule = Rule {
    name: "go_through_those_who_know_them",
    says: "Ask somebody you know to introduce you to somebody they know, and look at what says that the two know each \
           other.",
    why: "Letters that both stood on, meetings that both sat in and years at one small place are what a tie can be told by.",
    evidence: &["M7", "M17", "E6"],
};
