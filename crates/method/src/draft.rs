//! The draft check: text in, findings out.
//!
//! It finds the three faults of the method in any text that somebody is about to send, quotes the words, says why and
//! shows another way to say it. It serves every step in which something is written and knows none of them. It refuses
//! to rewrite, to grade and to guess: where nothing is wrong it is silent.

pub mod asking;
pub mod asks_for_a_job;
pub mod asks_who_is_hiring;
mod classes;
mod denial;
mod english;
pub mod makes_it_their_problem;
mod own_text;
mod refers;
mod requests;
pub mod rules;
mod sentences;
mod shapes;
mod verbs;
mod wishes;
mod words;

use serde::Serialize;

pub use asking::When;
pub use english::looks_english;
pub use rules::{Ask, DraftRule};

/// Every rule of the draft check.
pub const DRAFT_RULES: &[&DraftRule] =
    &[&asks_for_a_job::RULE, &asks_who_is_hiring::RULE, &makes_it_their_problem::RULE];

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

/// The most findings that are returned; who needs more has read enough.
const MOST_FINDINGS: usize = 500;

/// Reads a draft and returns what the rules find in it, in the order of the text.
///
/// Only the writer's own words are read: no quoted reply, nobody else's speech, no markup. Time grows with the length
/// of the text, and a very long text is read up to a bound.
pub fn check(text: &str) -> Vec<Finding> {
    let own = own_text::own_text(text);
    let mut written: Option<Vec<char>> = None;
    let mut named = refers::Named::default();
    let (mut findings, mut pressing) = (Vec::new(), Vec::new());
    for mut sentence in sentences::sentences(&own) {
        named.resolve(&mut sentence);
        for hit in rules::hits(&sentence) {
            let chars = written.get_or_insert_with(|| text.chars().take(own.len()).collect());
            let place = if hit.pressed { &mut pressing } else { &mut findings };
            place.push(finding(&hit, &sentence, chars));
        }
        if findings.len() + pressing.len() >= MOST_FINDINGS {
            break;
        }
    }
    if !findings.is_empty() {
        findings.append(&mut pressing);
    }
    findings.sort_by_key(|finding| (finding.start, finding.end));
    findings.truncate(MOST_FINDINGS);
    findings
}

fn finding(hit: &rules::Hit, sentence: &sentences::Sentence, chars: &[char]) -> Finding {
    let rule = DRAFT_RULES[hit.rule];
    let (start, end) = (sentence.tokens[hit.start].start, sentence.tokens[hit.end - 1].end);
    Finding {
        rule: rule.rule.name,
        severity: rule.severity,
        start,
        end,
        quote: chars[start..end].iter().collect(),
        why: rule.rule.why,
        instead: hit.instead,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found(rule: &str, text: &str) -> Vec<String> {
        check(text).into_iter().filter(|f| f.rule == rule).map(|f| f.quote).collect()
    }

    #[test]
    fn every_example_of_every_rule_holds() {
        let mut wrong = Vec::new();
        for rule in DRAFT_RULES {
            assert!(rule.fires.len() >= 12 && rule.silent.len() >= 12, "{} needs more examples", rule.rule.name);
            wrong.extend(
                rule.fires
                    .iter()
                    .filter(|text| found(rule.rule.name, text).is_empty())
                    .map(|text| format!("{} misses: {text}", rule.rule.name)),
            );
            let all_silent = DRAFT_RULES.iter().flat_map(|other| other.silent);
            wrong.extend(
                all_silent
                    .filter(|text| !found(rule.rule.name, text).is_empty())
                    .map(|text| format!("{} wrongly: {text} {:?}", rule.rule.name, found(rule.rule.name, text))),
            );
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn one_phrase_can_be_two_faults() {
        let both = |text: &str| check(text).iter().map(|f| f.rule).collect::<Vec<_>>();
        assert_eq!(both("Would your group have room for someone like me?").len(), 2);
        assert_eq!(both("Let me know if you hear of any openings.").len(), 2);
        assert_eq!(both("Let me know if you hear of anything."), ["makes_it_their_problem"]);
        assert_eq!(both("Please keep me in mind."), ["makes_it_their_problem"]);
    }

    #[test]
    fn the_model_texts_of_the_method_are_left_in_peace() {
        let trades = [
            ("a nurse", "noticing early what goes wrong", "hospitals"),
            ("an accountant", "closing the books in three days", "firms"),
            ("a welder", "building it right the first time", "yards"),
            ("a teacher of chemistry", "explaining hard things simply", "schools"),
            ("a hiring manager", "hiring people who stay", "companies"),
        ];
        for (trade, strength, places) in trades {
            let texts = [
                format!(
                    "I have known you for nine years, and your view as {trade} means a lot to me. Would you sit down with me for half an \
                    hour? I have some questions and a few ideas. Are you open to that?"
                ),
                format!(
                    "I can show examples of how {strength} saved time and money. What kinds of {places} could use that?"
                ),
                format!(
                    "I would like to work for a company that values {strength}. Where would you look, and whom would you talk to?"
                ),
                format!(
                    "I'd love to work in one of the {places} that value {strength}. If you were me, where would you look and who would you \
                    call?"
                ),
            ];
            for text in texts {
                assert_eq!(check(&text), [], "{text}");
            }
        }
    }

    #[test]
    fn the_quote_is_the_text_between_its_ends() {
        let text = "Olá Zoë — « ok ». Could you pass my résumé on to HR?";
        let findings = check(text);
        let cut: String = text.chars().skip(findings[0].start).take(findings[0].end - findings[0].start).collect();
        assert_eq!(cut, findings[0].quote);
        assert_eq!(findings[0].quote, "Could you pass my résumé");
    }

    proptest! {
        #[test]
        fn no_text_makes_it_fall(text in any::<String>()) {
            check(&text);
        }

        #[test]
        fn no_row_of_its_own_words_makes_it_fall(words in proptest::collection::vec(
            prop::sample::select(vec!["you", "could", "not", "please", "pass", "my", "CV", "?", ",", "to", "hiring", "who", "is", "and", "help", "me",
                "get", "a", "job", "\n", "> ", "\"", "<p>", "On x wrote:", "if", "hear", "of", "anything", "I", "want", "for", "in", "with", "-", "'s", "&amp;"]), 0..60)) {
            let text = words.join(" ");
            for finding in check(&text) {
                prop_assert_eq!(text.chars().skip(finding.start).take(finding.end - finding.start).collect::<String>(), finding.quote);
            }
        }
    }
}
