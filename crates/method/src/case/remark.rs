//! A remark: something pointed out about the seeker's own words. Serves the case, the questions, the story and the ask.
//! It never changes the words and never stands in the way.

use serde::Serialize;

use crate::draft::pointed::{Pointed, pointed};
use crate::draft::{Finding, Severity, asks_for_a_job, asks_who_is_hiring, check};
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
    other_faults(text, |_| false)
}

/// The same without what asks for a job in a sentence of which that is `named` already: where a rule of the step has said
/// so, the check does not say it once more.
pub fn other_faults(text: &str, named: impl Fn(&str) -> bool) -> Vec<Remark> {
    let about_a_job = [asks_for_a_job::RULE.rule.name, asks_who_is_hiring::RULE.rule.name];
    let mut findings = check(text);
    findings.retain(|finding| {
        finding.severity == Severity::Fault
            && !(about_a_job.contains(&finding.rule) && named(&sentence_around(text, finding)))
    });
    pointed(&findings).iter().map(Remark::of).collect()
}

/// The sentence in which it was found.
fn sentence_around(text: &str, finding: &Finding) -> String {
    let ends = |letter: &char| matches!(letter, '.' | '?' | '!' | '\n');
    let letters: Vec<char> = text.chars().collect();
    let before = letters[..finding.start].iter().rposition(ends).map_or(0, |end| end + 1);
    let after = letters[finding.end..].iter().position(ends).map_or(letters.len(), |end| finding.end + end);
    letters[before..after].iter().collect()
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
