//! The draft check: text in, findings out.
//!
//! It finds the three faults of the method in any text that somebody is about to send, quotes the words, says why and
//! shows another way to say it. It serves every step in which something is written and knows none of them. It refuses
//! to rewrite, to grade and to guess: where nothing is wrong it is silent.

pub mod advice;
pub mod asking;
pub mod asks_for_a_job;
pub mod asks_who_is_hiring;
mod classes;
mod denial;
mod english;
pub mod makes_it_their_problem;
mod own_text;
pub mod pointed;
mod refers;
mod requests;
pub mod rules;
mod sentences;
mod shapes;
mod tables;
mod trades;
mod verbs;
pub mod weighing;
mod wishes;
mod words;
mod work;

use serde::Serialize;

pub use advice::whole::Longest;
pub use asking::When;
pub use english::looks_english;
pub use rules::{Ask, DraftRule};

/// Every rule of the draft check that looks for words; faults first, then advice.
pub const DRAFT_RULES: &[&DraftRule] = &[
    &asks_for_a_job::RULE,
    &asks_who_is_hiring::RULE,
    &makes_it_their_problem::RULE,
    &advice::leave_the_brain_alone::RULE,
    &advice::leave_the_resume_at_home::RULE,
    &advice::praise_one_true_thing::RULE,
    &advice::ask_without_apology::RULE,
    &advice::name_what_it_is_about::RULE,
];

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
    /// The same words for people: on one line, without markup.
    #[serde(skip)]
    pub plain: String,
    /// What the rule says, so that two faults in the same words can be told apart.
    #[serde(skip)]
    pub says: &'static str,
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
    check_in_form(text, Longest::default())
}

/// Whether anything in it is the writer's own: not all of it quoted, forwarded or markup.
pub fn has_own_words(text: &str) -> bool {
    own_text::own_text(text).into_iter().any(char::is_alphanumeric)
}

/// As `check`, for a draft of which is known how long it may be in its form.
pub fn check_in_form(text: &str, longest: Longest) -> Vec<Finding> {
    let own = own_text::own_text(text);
    let sentences = read(&own);
    let mut found = hits(&sentences);
    if !found.iter().any(|(_, hit)| !hit.pressed && DRAFT_RULES[hit.rule].severity == Severity::Fault) {
        found.retain(|(_, hit)| !hit.pressed);
    }
    let written = Written { chars: &text.chars().take(own.len()).collect::<Vec<char>>(), own: &own };
    let mut findings: Vec<Finding> = found.iter().map(|(sentence, hit)| finding(hit, sentence, written)).collect();
    if !findings.iter().any(|finding| finding.severity == Severity::Fault) && looks_english(text) {
        findings.extend(advice_on_the_whole(&advice::whole::Whole { sentences: &sentences, longest }, written));
    }
    findings.sort_by_key(|finding| (finding.start, finding.end));
    findings
}

/// A text as it was written, and what of it are the writer's own words; character by character at the same places.
#[derive(Clone, Copy)]
struct Written<'a> {
    chars: &'a [char],
    own: &'a [char],
}

impl Written<'_> {
    fn exactly(self, start: usize, end: usize) -> String {
        self.chars[start..end].iter().collect()
    }

    fn plain(self, start: usize, end: usize) -> String {
        let own: String = self.own[start..end].iter().filter(|c| **c != own_text::NOTHING).collect();
        own.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

fn read(own: &[char]) -> Vec<sentences::Sentence> {
    let mut sentences = sentences::sentences(own);
    let mut named = refers::Named::default();
    sentences.iter_mut().for_each(|sentence| named.resolve(sentence));
    sentences
}

/// What the phrases of the rules find where the weights do not doubt it, and what the weights find alone. The draft as a
/// whole speaks up only for a fault that nothing else shows.
fn hits(sentences: &[sentences::Sentence]) -> Vec<(&sentences::Sentence, rules::Hit)> {
    let (weighed, lifted) = weighing::weighed(sentences);
    let found = sentences.iter().zip(&weighed).enumerate().flat_map(|(at, (sentence, weighed))| {
        let mut found = rules::hits(sentence, |rule| weighed.doubts(rule));
        for fault in weighed.faults() {
            if !found.iter().any(|hit| hit.rule == fault) {
                found.push(weighed.hit(fault, sentence));
            }
        }
        found.into_iter().map(move |hit| (at, hit))
    });
    let mut found: Vec<(usize, rules::Hit)> = found.take(MOST_FINDINGS).collect();
    for (fault, at) in lifted.into_iter().enumerate() {
        if let Some(at) = at.filter(|_| found.iter().all(|(_, hit)| hit.rule != fault)) {
            found.push((at, weighed[at].hit(fault, &sentences[at])));
        }
    }
    found.sort_by_key(|(at, _)| *at);
    found.into_iter().map(|(at, hit)| (&sentences[at], hit)).collect()
}

/// A sentence of a draft as the weights are learned from it.
#[derive(Debug)]
pub struct TakenApart {
    /// Where it begins, in Unicode scalar values of the text.
    pub start: usize,
    /// Where it ends, exclusive.
    pub end: usize,
    /// The names of its marks, each once.
    pub marks: std::collections::BTreeSet<String>,
    /// The faults that the phrases of the rules find in it, in the order of the catalogue.
    pub found: [bool; weighing::FAULTS],
}

/// Takes a draft apart, to learn weights from it.
pub fn taken_apart(text: &str) -> Vec<TakenApart> {
    let sentences = read(&own_text::own_text(text));
    let mut earlier = weighing::marks::Earlier::default();
    let apart = sentences.iter().filter(|sentence| !sentence.tokens.is_empty()).map(|sentence| {
        let mut marks = std::collections::BTreeSet::new();
        weighing::marks::each_mark(sentence, &mut earlier, |mark| {
            marks.insert(mark.name());
        });
        let hits = rules::hits(sentence, |_| false);
        let found = [0, 1, 2].map(|fault| hits.iter().any(|hit| hit.rule == fault && !hit.pressed));
        let (start, end) = (sentence.tokens[0].start, sentence.tokens[sentence.tokens.len() - 1].end);
        TakenApart { start, end, marks, found }
    });
    apart.collect()
}

fn advice_on_the_whole(draft: &advice::whole::Whole, written: Written) -> Vec<Finding> {
    let spoken = advice::WHOLE_RULES.iter().filter_map(|known| {
        let (start, end) = (known.finds)(draft)?;
        Some(Finding {
            rule: known.rule.name,
            severity: Severity::Advice,
            start,
            end,
            quote: written.exactly(start, end),
            plain: written.plain(start, end),
            says: known.rule.says,
            why: known.rule.why,
            instead: known.instead,
        })
    });
    spoken.collect()
}

/// The first and the last word to quote; one word alone, such as *rent*, is quoted with its clause, if that is short.
fn quoted(hit: &rules::Hit, tokens: &[sentences::Token]) -> (usize, usize) {
    let (first, last) = (hit.start, hit.end - 1);
    if first < last {
        return (first, last);
    }
    let from = (0..first).rev().find(|at| tokens[*at].mark).map_or(0, |mark| mark + 1);
    let to = (last..tokens.len()).find(|at| tokens[*at].mark).unwrap_or(tokens.len());
    if to > last && to - from <= SHORT_CLAUSE { (from, to - 1) } else { (first, last) }
}

/// In words.
const SHORT_CLAUSE: usize = 9;

fn finding(hit: &rules::Hit, sentence: &sentences::Sentence, written: Written) -> Finding {
    let rule = DRAFT_RULES[hit.rule];
    let (first, last) = quoted(hit, &sentence.tokens);
    let (start, end) = (sentence.tokens[first].start, sentence.tokens[last].end);
    Finding {
        rule: rule.rule.name,
        severity: rule.severity,
        start,
        end,
        quote: written.exactly(start, end),
        plain: written.plain(start, end),
        says: rule.rule.says,
        why: rule.rule.why,
        instead: hit.instead,
    }
}

#[cfg(test)]
mod tests;
