//! What a rule sees that looks at a draft as a whole.
//!
//! Serves the advice of the draft check. It refuses to look at quoted replies and markup, as everything here does.

use crate::draft::sentences::{Sentence, Token};
use crate::rules::Rule;

/// How long a draft may be in its form. None: nobody said in which form it goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Longest {
    /// In words.
    pub words: Option<usize>,
    /// In Unicode scalar values.
    pub chars: Option<usize>,
}

/// A draft as its sentences.
#[derive(Debug)]
pub struct Whole<'a> {
    /// The writer's own sentences.
    pub sentences: &'a [Sentence],
    /// How long it may be.
    pub longest: Longest,
}

/// Where a rule has something to say, in Unicode scalar values of the draft, end exclusive.
pub type Place = (usize, usize);

/// A rule that looks at a draft as a whole. It finds one place at most.
#[derive(Debug)]
pub struct WholeRule {
    /// Its name, what it says, why, and what it rests on.
    pub rule: Rule,
    /// Looks at the draft.
    pub finds: fn(&Whole) -> Option<Place>,
    /// How it could be said instead.
    pub instead: &'static str,
    /// How long the drafts in the examples may be.
    pub examples_in: Longest,
    /// Drafts in which it must find something.
    pub fires: &'static [&'static str],
    /// Drafts in which it must find nothing.
    pub silent: &'static [&'static str],
}

impl Whole<'_> {
    /// The words of the draft, without marks.
    pub fn words(&self) -> impl Iterator<Item = &Token> {
        self.sentences.iter().flat_map(|sentence| &sentence.tokens).filter(|token| !token.mark)
    }

    /// How many words were written; *I'm* is one.
    pub fn length(&self) -> usize {
        let mut last = usize::MAX;
        self.words().filter(|token| std::mem::replace(&mut last, token.start) != token.start).count()
    }

    /// The sentences of more than a few words: no greeting and no name below.
    pub fn spoken(&self) -> impl DoubleEndedIterator<Item = &Sentence> {
        self.sentences.iter().filter(|sentence| sentence.tokens.iter().filter(|token| !token.mark).count() > 3)
    }
}

/// From the first word of a sentence to its last.
pub fn place(sentence: &Sentence) -> Option<Place> {
    Some((sentence.tokens.first()?.start, sentence.tokens.last()?.end))
}
