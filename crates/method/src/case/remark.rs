//! A remark: something pointed out about the seeker's own words. Serves the case, the questions, the story and the ask.
//! It never changes the words and never stands in the way.

use serde::Serialize;

use crate::rules::Rule;

/// One thing pointed out, with the rule that says so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Remark {
    /// The rule's name.
    pub rule: &'static str,
    /// What could be better, and how; one or two plain sentences.
    pub text: String,
}

impl Remark {
    /// A remark by this rule.
    pub fn by(rule: &Rule, text: impl Into<String>) -> Self {
        Remark { rule: rule.name, text: text.into() }
    }
}
