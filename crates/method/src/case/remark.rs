//! A remark: something pointed out about the seeker's own words. Serves the case, the questions, the story and the ask.
//! It never changes the words and never stands in the way.

use serde::Serialize;

use crate::draft::pointed::{Pointed, pointed};
use crate::draft::{Severity, check};
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

    /// What the draft check says of one phrase.
    fn of(phrase: &Pointed) -> Self {
        let first = phrase.findings[0];
        Remark {
            rule: first.rule,
            text: format!("“{}” {}. {} Instead: {}", phrase.quote, phrase.does, first.why, first.instead),
        }
    }
}

/// The faults that the draft check finds in words of the seeker's own, wherever they are written (row M10). Advice is left
/// to the ask: it is about letters.
pub fn faults(text: &str) -> Vec<Remark> {
    let mut findings = check(text);
    findings.retain(|finding| finding.severity == Severity::Fault);
    pointed(&findings).iter().map(Remark::of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_named_quoted_and_said_better() {
        let said = faults("Are there any openings at Mercy Health? I remember the ward.");
        assert_eq!(said.len(), 1, "{said:?}");
        assert_eq!(said[0].rule, "asks_who_is_hiring");
        assert!(
            said[0].text.contains("” asks who is hiring.") && said[0].text.contains("Instead: "),
            "{}",
            said[0].text
        );
        assert_eq!(faults("Learn how wards train, and one more person to talk to."), vec![]);
    }
}
