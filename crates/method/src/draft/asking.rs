//! Who asks whom for what: whether words in a sentence are asked of the reader, wondered about or wished for.
//!
//! Serves the draft check. *Could you pass my résumé on*, *he passed my résumé on* and *thank you for passing my résumé
//! on* hold the same words; here they are told apart by the speaker, the verb's form, negation and reported speech. It
//! refuses to know any phrase of a rule.

use super::denial::{clause_start, denied, reported, thanked};
use super::requests::{BESIDE, asked, before, done};
use super::sentences::{Sentence, Token};
use super::shapes::opens_clause;
use super::wishes::wished;

/// How a phrase has to be meant for a rule to speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// The reader is asked to do what the phrase's first verb says.
    Asked,
    /// As before, or the reader is asked whether it was done.
    AskedOrDone,
    /// The writer asks, openly or in passing, whether it is so.
    Wondered,
    /// The writer wishes to do what the phrase's first verb says.
    Wished,
    /// The words are said at all, not denied and not told of somebody else.
    Said,
    /// As before, in a draft that has a fault already: what else is told of need then presses on the reader.
    Pressed,
}

/// Where the words begin that mean it, if the words from `at` to `end` are meant in this way.
pub fn meant(when: When, sentence: &Sentence, at: usize, end: usize) -> Option<usize> {
    let tokens = &sentence.tokens;
    if tokens[at].spoken {
        return None;
    }
    let start = match when {
        When::Asked => asked(sentence, at, 0)?,
        When::AskedOrDone => asked(sentence, at, 0).or_else(|| done(tokens, at))?,
        When::Wondered => wondered(sentence, at, end)?,
        When::Wished => wished(tokens, at)?,
        When::Said | When::Pressed => at,
    };
    let clause = clause_start(tokens, at);
    if denied(tokens, clause, at, sentence.question) || reported(tokens, clause, at) || thanked(tokens, clause, at) {
        return None;
    }
    Some(start.min(at))
}

/// Whether anything could be wondered about in this sentence; where not, nothing of that kind need be looked for.
pub fn may_wonder(sentence: &Sentence) -> bool {
    let tokens = &sentence.tokens;
    let cue = |token: &Token| token.is(WONDERING) || token.is(&["should", "know", "see", "confirm", "check", "find"]);
    sentence.question
        || tokens.iter().any(cue)
        || tagged(tokens)
        || (0..tokens.len()).any(|k| (opens_clause(tokens, k) || tokens[k].is(TURNING)) && inverted(tokens, k))
}

/// Words with which a question begins in the middle of a sentence.
const TURNING: &[&str] = &["can", "could", "would", "will", "do", "are", "is"];

#[rustfmt::skip]
const WONDERING: &[&str] = &[
    "if", "whether", "wondering", "wonder", "wondered", "curious", "hoping", "chance", "possible", "tell", "enquire", "inquire",
    "ask", "asking", "case", "confirm", "checking", "check",
];

/// Words of seeing and knowing after which *I* tells something and does not ask.
#[rustfmt::skip]
const KNOWING: &[&str] = &[
    "know", "see", "hear", "read", "notice", "understand", "find", "remember", "think", "believe", "get", "have",
];

/// Whether the writer asks if this is so, openly, in passing or in half a sentence.
fn wondered(sentence: &Sentence, at: usize, end: usize) -> Option<usize> {
    let tokens = &sentence.tokens;
    if tokens[at..end].iter().any(|t| t.is(&["no", "not", "never"])) {
        return None;
    }
    let clause = clause_start(tokens, at);
    let subject = (clause..at)
        .rev()
        .find(|k| !tokens[*k].is(BESIDE) && !tokens[*k].is(&["have", "had", "will", "would", "could", "to"]));
    if subject.is_some_and(|k| tokens[k].is(&["i", "we", "he", "she"])) && !inverted(tokens, clause) {
        return None;
    }
    let cue = (clause..end)
        .find(|k| (tokens[*k].is(WONDERING) || should_it(tokens, *k) || to_know(tokens, *k)) && !opposed(tokens, *k));
    let told = (clause..at)
        .find(|k| KNOWING.contains(&tokens[*k].verb) && before(tokens, *k).is_some_and(|k| tokens[k].is(&["i", "we"])));
    if !tagged(tokens) && told.is_some_and(|told| cue.is_none_or(|cue| cue < told || cue >= at)) {
        return None;
    }
    let offers = |k: usize| tokens[k].is(&["if"]) && offers_help(tokens, k);
    let cue = cue.filter(|k| !offers(*k));
    if (clause..at).any(offers) {
        return None;
    }
    let earlier = (clause.saturating_sub(4)..clause).any(|k| tokens[k].is(&["if", "whether"]) && !opposed(tokens, k));
    let here = sentence.question && (inverted(tokens, clause) || !turns_later(tokens, end));
    let asks = here || tagged(tokens) || cue.is_some() || earlier || inverted(tokens, clause);
    asks.then_some(at)
}

/// *if you need a hand, I am around*: offered, not asked.
fn offers_help(tokens: &[Token], at: usize) -> bool {
    let asked = at > 0
        && (at.saturating_sub(5)..at)
            .any(|k| tokens[k].is(WONDERING) || tokens[k].is(&["know", "sure", "see", "hear"]));
    let you = tokens.get(at + 1).is_some_and(|t| t.is(&["you"]));
    let next = tokens[at + 1..].iter().skip(1).find(|t| !t.is(&["ever", "do", "should", "still"]));
    !asked && you && next.is_some_and(|t| ["need", "want", "like"].contains(&t.verb))
}

/// Whether the question that the mark belongs to is asked later: *there is an opening on Thursday, so could we meet?*
fn turns_later(tokens: &[Token], from: usize) -> bool {
    (from..tokens.len()).any(|k| {
        tokens[k].is(&[
            "could", "can", "may", "would", "shall", "might", "do", "are", "have", "how", "what", "where", "whom",
        ]) && k > 0
            && (tokens[k - 1].mark || tokens[k - 1].is(&["so", "and", "but"]))
            && tokens.len() > k + 3
            && tokens.get(k + 1).is_some_and(|t| t.is(&["i", "we", "you", "would", "do", "did", "could", "is"]))
    })
}

/// *or not*, *or nah*, *or what* at the end, and *you know if* at the beginning: questions of people who text.
fn tagged(tokens: &[Token]) -> bool {
    let ends = tokens.len() > 2
        && tokens[tokens.len() - 2].is(&["or", "yea", "yeah"])
        && tokens[tokens.len() - 1].is(&["not", "nah", "no", "what", "nope", "na"]);
    let first = tokens.iter().position(|t| !t.is(&["hey", "hi", "yo", "mate", "bro", "so", "and", "hello", ","]));
    let knows = first.is_some_and(|k| {
        tokens[k].is(&["you"])
            && tokens.get(k + 1).is_some_and(|t| t.is(&["know", "guys", "lot", "got", "hear", "seen"]))
            && tokens.get(k + 2).is_some_and(|t| {
                t.is(&["if", "of", "anyone", "anybody", "any", "got", "after", "hiring", "who", "where"])
            })
    });
    let right = tokens.len() > 3
        && tokens[tokens.len() - 2].is(&["that", "it", "this"])
        && tokens[tokens.len() - 1].is(&["right", "true", "so", "correct"]);
    ends || knows || right
}

/// *I would like to know*, *I want to see*.
fn to_know(tokens: &[Token], at: usize) -> bool {
    let to = at > 0 && tokens[at - 1].is(&["to"]);
    tokens[at].is(&["know", "see", "confirm", "check", "find"]) && (to || at == 0)
}

/// *should you hear*, *should anything arise*: an *if* by another name.
fn should_it(tokens: &[Token], at: usize) -> bool {
    let turned = tokens.get(at + 1).is_some_and(|t| t.is(&["you", "there", "any", "anything", "a", "an", "something"]));
    let begins = at == 0 || tokens[at - 1].mark || tokens[at - 1].is(&["know", "and", "but", "me", "please"]);
    tokens[at].is(&["should"]) && turned && begins
}

/// *no matter whether*, *regardless of whether*, *no idea whether*.
fn opposed(tokens: &[Token], at: usize) -> bool {
    (at.saturating_sub(3)..at).any(|k| tokens[k].is(&["matter", "regardless", "idea", "care"]))
}

/// *do you*, *is there*, *are they*: a question even without its mark.
fn inverted(tokens: &[Token], clause: usize) -> bool {
    let first = (clause..tokens.len())
        .find(|k| !tokens[*k].is(BESIDE) && !tokens[*k].is(&["hey", "hi", "hello", "and", "but", "so", "or"]));
    first.is_some_and(|k| {
        tokens[k].is(&[
            "do", "does", "is", "are", "have", "has", "can", "could", "would", "will", "might", "any", "who", "which",
        ]) && tokens.get(k + 1).is_none_or(|t| {
            t.is(&["you", "there", "your", "anyone", "anybody", "they", "it", "any", "is", "are", "the", "company"])
        })
    })
}
