//! What a rule of the draft check is, and how all of them are looked for at once.
//!
//! Serves the draft check. A rule is data: phrases and how they have to be meant. It refuses to hold a phrase itself;
//! each rule is one file.

use std::sync::LazyLock;

use super::asking::{When, may_wonder, meant};
use super::sentences::Sentence;
use super::shapes::{Index, Numbered, Shape, Vocabulary};
use super::{DRAFT_RULES, Severity};
use crate::rules::Rule;

/// One rule of the draft check, as the catalogue and the check know it.
#[derive(Debug)]
pub struct DraftRule {
    /// Its name, what it says, why, and what it rests on.
    pub rule: Rule,
    /// Whether it finds a fault or gives advice.
    pub severity: Severity,
    /// What it looks for.
    pub asks: &'static [&'static [Ask]],
    /// What to say instead where the weights alone found it: the first class of meaning that the quoted words have decides.
    pub by_meaning: &'static [(&'static str, &'static str)],
    /// Phrases with another sense; what overlaps with one of them is left in peace.
    pub unless: &'static [&'static str],
    /// Drafts in which it must find something.
    pub fires: &'static [&'static str],
    /// Drafts that come near and in which it must find nothing.
    pub silent: &'static [&'static str],
}

/// One kind of thing that a rule finds, with its own way to say it better.
#[derive(Debug)]
pub struct Ask {
    /// How the phrases have to be meant.
    pub when: When,
    /// The phrases, in the language of `shapes`.
    pub phrases: &'static [&'static str],
    /// How it could be said instead.
    pub instead: &'static str,
}

/// What a rule found in one sentence, in places of its words.
#[derive(Debug, Clone, Copy)]
pub struct Hit {
    /// Which rule, as its place in the catalogue.
    pub rule: usize,
    /// The first word, with the words that ask for it.
    pub start: usize,
    /// The first word of the phrase itself.
    pub at: usize,
    /// The word after the last.
    pub end: usize,
    /// How it could be said instead.
    pub instead: &'static str,
    /// Whether it counts only where the draft has a fault already.
    pub pressed: bool,
}

/// A phrase of a rule, read; without an `ask` it names another sense.
struct Phrase {
    rule: usize,
    ask: Option<&'static Ask>,
    shape: Shape,
}

struct Phrases {
    all: Vec<Phrase>,
    /// Those that a rule wants.
    wanted: Index,
    /// Those that have to be wondered about, looked for only where anything is.
    wondered: Index,
    /// Those with another sense, looked for only where something was found.
    other_senses: Index,
    vocabulary: Vocabulary,
}

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let mut all = Vec::new();
    let mut vocabulary = Vocabulary::default();
    for (rule, known) in DRAFT_RULES.iter().enumerate() {
        let wanted = known
            .asks
            .iter()
            .copied()
            .flatten()
            .flat_map(|ask| ask.phrases.iter().map(move |phrase| (Some(ask), *phrase)));
        let unless = known.unless.iter().map(|phrase| (None, *phrase));
        all.extend(wanted.chain(unless).map(|(ask, phrase)| Phrase {
            rule,
            ask,
            shape: Shape::read(phrase, &mut vocabulary),
        }));
    }
    let (mut wanted, mut wondered, mut other_senses) = (Index::default(), Index::default(), Index::default());
    for (number, phrase) in all.iter().enumerate() {
        let index = match phrase.ask {
            Some(ask) if ask.when == When::Wondered => &mut wondered,
            Some(_) => &mut wanted,
            None => &mut other_senses,
        };
        index.add(number, &phrase.shape);
    }
    Phrases { all, wanted, wondered, other_senses, vocabulary }
});

/// What the rules find in a sentence; of findings of one rule that overlap only the longest stays.
///
/// Rules that are doubted in this sentence are not looked for.
pub fn hits(sentence: &Sentence, doubted: impl Fn(usize) -> bool) -> Vec<Hit> {
    let numbered = PHRASES.vocabulary.numbered(&sentence.tokens);
    let mut found: Vec<Hit> = Vec::new();
    let mut look_for = |index: &Index| {
        each_phrase(index, sentence, &numbered, &doubted, |phrase, at, end| {
            if let Some(ask) = phrase.ask
                && let Some(start) = meant(ask.when, sentence, at, end)
            {
                let pressed = ask.when == When::Pressed;
                found.push(Hit { rule: phrase.rule, start, at, end, instead: ask.instead, pressed });
            }
        });
    };
    look_for(&PHRASES.wanted);
    if may_wonder(sentence) {
        look_for(&PHRASES.wondered);
    }
    if !found.is_empty() {
        each_phrase(&PHRASES.other_senses, sentence, &numbered, &doubted, |phrase, at, end| {
            found.retain(|hit| hit.rule != phrase.rule || hit.at >= end || at >= hit.end);
        });
    }
    longest(found)
}

/// Calls for every phrase of an index that stands in the sentence, with its first word and the word after its last.
fn each_phrase(
    index: &Index,
    sentence: &Sentence,
    numbered: &[Numbered],
    doubted: &impl Fn(usize) -> bool,
    mut stands: impl FnMut(&Phrase, usize, usize),
) {
    for (at, word) in numbered.iter().enumerate() {
        for number in index.beginning_with(word) {
            let phrase = &PHRASES.all[number];
            if doubted(phrase.rule) {
                continue;
            }
            if let Some(end) = phrase.shape.end_from(&sentence.tokens, numbered, at) {
                stands(phrase, at, end);
            }
        }
    }
}

fn longest(mut found: Vec<Hit>) -> Vec<Hit> {
    found.sort_by_key(|hit| (hit.rule, std::cmp::Reverse(hit.end - hit.start)));
    let mut kept: Vec<Hit> = Vec::new();
    for hit in found {
        if !kept.iter().any(|other| other.rule == hit.rule && overlap(&hit, other)) {
            kept.push(hit);
        }
    }
    kept
}

fn overlap(a: &Hit, b: &Hit) -> bool {
    a.start < b.end && b.start < a.end
}
