//! Findings as people read them: each phrase once, with the plain name of every fault in it. Serves the doors and the
//! remarks of the steps. Programs get the findings themselves.

use super::{Finding, Severity, asks_for_a_job, asks_who_is_hiring, makes_it_their_problem};

/// One phrase of a draft, and all that is said about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pointed<'a> {
    /// The words, on one line and without markup.
    pub quote: &'a str,
    /// What the words do, as it follows them: "asks for a job, and asks who is hiring". Empty for advice.
    pub does: String,
    /// What was found in them; never empty.
    pub findings: Vec<&'a Finding>,
}

impl Pointed<'_> {
    /// Whether it is advice only.
    pub fn is_advice(&self) -> bool {
        self.does.is_empty()
    }
}

/// Each phrase once, in the order of the text. Of several pieces of advice on words that overlap, the first is given.
pub fn pointed(findings: &[Finding]) -> Vec<Pointed<'_>> {
    let mut said: Vec<Pointed> = Vec::new();
    for finding in findings {
        let is_advice = finding.severity == Severity::Advice;
        let overlaps = |one: &Pointed| one.findings[0].start < finding.end && finding.start < one.findings[0].end;
        if is_advice && said.iter().any(|one| one.is_advice() && overlaps(one)) {
            continue;
        }
        let same = |one: &&mut Pointed| {
            !is_advice
                && !one.is_advice()
                && (one.findings[0].start, one.findings[0].end) == (finding.start, finding.end)
        };
        if let Some(one) = said.iter_mut().find(same) {
            one.does = format!("{}, and {}", one.does, does(finding));
            one.findings.push(finding);
        } else {
            said.push(Pointed { quote: &finding.plain, does: does(finding).to_owned(), findings: vec![finding] });
        }
    }
    said
}

/// What a fault is called where people read it; nothing for advice.
fn does(finding: &Finding) -> &'static str {
    const NAMES: [(&str, &str); 3] = [
        (asks_for_a_job::RULE.rule.name, "asks for a job"),
        (asks_who_is_hiring::RULE.rule.name, "asks who is hiring"),
        (makes_it_their_problem::RULE.rule.name, "makes it their problem"),
    ];
    NAMES.iter().find(|(rule, _)| *rule == finding.rule).map_or("", |(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::super::check;
    use super::*;

    fn told(text: &str) -> Vec<(String, String)> {
        let findings = check(text);
        pointed(&findings).into_iter().map(|one| (one.quote.to_owned(), one.does)).collect()
    }

    #[test]
    fn two_faults_in_the_same_words_are_told_once_by_both_names() {
        let told = told("Would your group have room for someone like me?");
        assert_eq!(told.len(), 1, "{told:?}");
        assert_eq!(told[0].1, "asks for a job, and asks who is hiring");
    }

    #[test]
    fn a_letter_in_markup_is_quoted_as_it_is_read() {
        let text = "<p>Could you tell me, are there any <b>openings</b> in&nbsp;your group?</p>";
        assert_eq!(told(text)[0].0, "are there any openings");
        assert!(check(text)[0].quote.contains("<b>"), "programs get exactly the words between the places");
    }

    #[test]
    fn a_phrase_gets_one_piece_of_advice() {
        for text in ["Could I pick your brain over coffee about things?", "Sorry to bother you, can I pick your brain?"]
        {
            let findings = check(text);
            let all = pointed(&findings);
            for (at, one) in all.iter().enumerate() {
                let later = all[at + 1..].iter();
                let overlaps = |other: &&Pointed| other.findings[0].start < one.findings[0].end;
                assert_eq!(later.filter(overlaps).count(), 0, "{text}");
            }
        }
    }
}
