//! The small language in which rules write down phrases, and how a phrase is found in a sentence.
//!
//! Serves the draft check. A phrase is a row of parts with spaces between them:
//! `word`, `*ending`, `~verb` in any form, `@class`, `one|other`; a part with `?` may be missing; `..3` is up to three words of any
//! kind, `,,3` up to three words or marks, `_3` up to three words that can stand before a noun; `!word` looks ahead and must not find it; `$` is the end
//! of a clause and a leading `^` its beginning. Only `,,3` looks past a mark such as a comma: phrases live in clauses.

use std::sync::LazyLock;

use super::classes::class;
use super::sentences::Token;
use super::tables::Table;
use super::trades::ends_like;
use super::work;

/// A phrase that was read and can be looked for.
#[derive(Debug)]
pub struct Shape {
    parts: Vec<Part>,
    opens_clause: bool,
}

#[derive(Debug)]
enum Part {
    Word { among: Among, optional: bool },
    Gap { most: usize, over: Stops },
    Not(Among),
    End,
}

/// Every word and verb of the phrases with its number, so that words are compared as numbers.
#[derive(Debug, Default)]
pub struct Vocabulary(Table<&'static str, usize>);

impl Vocabulary {
    fn learn(&mut self, word: &'static str) -> usize {
        let next = self.0.len();
        *self.0.entry(word).or_insert(next)
    }

    fn number(&self, word: &str) -> Option<usize> {
        if word.is_empty() { None } else { self.0.get(word).copied() }
    }

    /// The words of a sentence with their numbers.
    pub fn numbered<'a>(&self, tokens: &'a [Token]) -> Vec<Numbered<'a>> {
        let numbered = |token: &'a Token| Numbered {
            word: self.number(&token.text),
            verb: self.number(token.verb),
            refers: self.number(token.refers),
            stops: stops(token),
            token,
        };
        tokens.iter().map(numbered).collect()
    }
}

/// A word of a sentence and its numbers in the vocabulary, none for what no phrase knows.
#[derive(Debug)]
pub struct Numbered<'a> {
    token: &'a Token,
    word: Option<usize>,
    verb: Option<usize>,
    refers: Option<usize>,
    stops: Stops,
}

/// Which gaps a word ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stops {
    None,
    BeforeANoun,
    Words,
    All,
}

/// A set of numbers of a vocabulary, one bit each.
#[derive(Debug, Default)]
struct Numbers(Vec<u64>);

impl Numbers {
    fn add(&mut self, number: usize) {
        if self.0.len() <= number / 64 {
            self.0.resize(number / 64 + 1, 0);
        }
        self.0[number / 64] |= 1 << (number % 64);
    }

    fn hold(&self, number: Option<usize>) -> bool {
        number.is_some_and(|number| self.0.get(number / 64).is_some_and(|bits| bits >> (number % 64) & 1 == 1))
    }
}

/// A word or verb with which a phrase can begin, as its number.
#[derive(Debug, Clone, Copy)]
enum Beginning {
    Word(usize),
    Verb(usize),
}

#[derive(Debug, Default)]
struct Among {
    words: Numbers,
    verbs: Numbers,
    endings: Vec<&'static str>,
    or_end: bool,
    /// The same words and verbs one by one, for the index.
    each: Vec<Beginning>,
}

impl Among {
    fn read(text: &'static str, known: &mut Vocabulary) -> Self {
        let mut among = Self::default();
        for choice in text.split('|') {
            match choice.strip_prefix('@') {
                Some(name) => class(name).split_whitespace().for_each(|word| among.add(word, known)),
                None => among.add(choice, known),
            }
        }
        among
    }

    fn add(&mut self, word: &'static str, known: &mut Vocabulary) {
        self.or_end |= word == "$";
        if let Some(ending) = word.strip_prefix('*') {
            self.endings.push(ending);
        } else if let Some(verb) = word.strip_prefix('~') {
            self.verbs.add(known.learn(verb));
            self.each.push(Beginning::Verb(known.learn(verb)));
        } else {
            self.words.add(known.learn(word));
            self.each.push(Beginning::Word(known.learn(word)));
        }
    }

    #[inline]
    fn holds(&self, word: &Numbered) -> bool {
        self.words.hold(word.word)
            || (word.verb.is_some() && self.verbs.hold(word.verb))
            || (word.refers.is_some() && self.words.hold(word.refers))
            || self.endings.iter().any(|ending| ends_like(&word.token.text, ending))
    }
}

impl Shape {
    /// Reads a phrase.
    pub fn read(phrase: &'static str, known: &mut Vocabulary) -> Self {
        let (opens_clause, phrase) = phrase.strip_prefix("^ ").map_or((false, phrase), |rest| (true, rest));
        let parts = phrase.split_whitespace().map(|part| read_part(part, known)).collect();
        Self { parts, opens_clause }
    }

    /// Where the phrase ends if it begins at this word.
    pub fn end_from(&self, tokens: &[Token], numbered: &[Numbered], at: usize) -> Option<usize> {
        if self.opens_clause && !opens_clause(tokens, at) {
            return None;
        }
        run(&self.parts, numbered, at)
    }
}

fn read_part(text: &'static str, known: &mut Vocabulary) -> Part {
    if text == "$" {
        Part::End
    } else if let Some(words) = text.strip_prefix('!') {
        Part::Not(Among::read(words, known))
    } else if let Some(most) = text.strip_prefix("..").and_then(|most| most.parse().ok()) {
        Part::Gap { most, over: Stops::Words }
    } else if let Some(most) = text.strip_prefix(",,").and_then(|most| most.parse().ok()) {
        Part::Gap { most, over: Stops::All }
    } else if let Some(most) = text.strip_prefix('_').and_then(|most| most.parse().ok()) {
        Part::Gap { most, over: Stops::BeforeANoun }
    } else {
        let optional = text.ends_with('?');
        Part::Word { among: Among::read(text.trim_end_matches('?'), known), optional }
    }
}

fn run(parts: &[Part], tokens: &[Numbered], at: usize) -> Option<usize> {
    work::did(1);
    let Some((part, rest)) = parts.split_first() else {
        return Some(at);
    };
    match part {
        Part::Word { among, optional } => {
            let taken = tokens.get(at).filter(|token| among.holds(token)).and_then(|_| run(rest, tokens, at + 1));
            let ended = || {
                if among.or_end && ends_clause(tokens, at) { run(rest, tokens, at) } else { None }
            };
            taken.or_else(ended).or_else(|| if *optional { run(rest, tokens, at) } else { None })
        }
        Part::Gap { most, over } => {
            for skipped in 0..=*most {
                if let Some(end) = run(rest, tokens, at + skipped) {
                    return Some(end);
                }
                if tokens.get(at + skipped)?.stops >= *over {
                    return None;
                }
            }
            None
        }
        Part::Not(among) => {
            if tokens.get(at).is_some_and(|token| among.holds(token)) {
                return None;
            }
            run(rest, tokens, at)
        }
        Part::End => {
            if ends_clause(tokens, at) {
                return run(rest, tokens, at);
            }
            None
        }
    }
}

fn stops(token: &Token) -> Stops {
    match token.text.as_str() {
        "not" | "never" => Stops::All,
        _ if token.mark => Stops::Words,
        text if NEVER_BEFORE_A_NOUN.contains_key(text) => Stops::BeforeANoun,
        _ => Stops::None,
    }
}

fn ends_clause(tokens: &[Numbered], at: usize) -> bool {
    tokens.get(at).is_none_or(|word| word.token.mark)
}

/// Words that end a noun phrase, so that *a view on the job* is no job.
static NEVER_BEFORE_A_NOUN: LazyLock<Table<&str, ()>> =
    LazyLock::new(|| NOT_BEFORE_A_NOUN.split_whitespace().map(|word| (word, ())).collect());

const NOT_BEFORE_A_NOUN: &str = "\
    on about of to in for at from by into over who how what when where why which that whether if and but \
    i you he she we they it me us him them is are was were be am do does did can could would will might \
    may should half hour minutes than";

/// Words that begin a clause and still leave what follows at its beginning.
const JOINS: &[&str] = &[
    "and", "but", "so", "or", "also", "if", "whether", "then", "just", "btw", "anyway", "maybe", "well", "hey", "hi",
    "hello", "please",
];

/// Whether a clause begins at this word.
pub fn opens_clause(tokens: &[Token], at: usize) -> bool {
    at == 0 || tokens[at - 1].mark || tokens[at - 1].is(JOINS)
}

/// Many phrases, found by the word that they begin with.
#[derive(Debug, Default)]
pub struct Index {
    words: Vec<Vec<usize>>,
    verbs: Vec<Vec<usize>>,
}

impl Index {
    /// Notes that the phrase with this number begins with these words.
    pub fn add(&mut self, phrase: usize, shape: &Shape) {
        if let Some(Part::Word { among, .. }) = shape.parts.first() {
            for begins in &among.each {
                let (rows, number) = match *begins {
                    Beginning::Word(number) => (&mut self.words, number),
                    Beginning::Verb(number) => (&mut self.verbs, number),
                };
                if rows.len() <= number {
                    rows.resize(number + 1, Vec::new());
                }
                rows[number].push(phrase);
            }
        }
    }

    /// The numbers of the phrases that could begin with this word.
    pub fn beginning_with(&self, word: &Numbered) -> impl Iterator<Item = usize> {
        let words = word.word.and_then(|number| self.words.get(number)).into_iter().flatten();
        let verbs = word.verb.and_then(|number| self.verbs.get(number)).into_iter().flatten();
        words.chain(verbs).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::super::sentences::sentences;
    use super::*;

    fn check(phrase: &'static str, text: &str, found: bool) {
        let chars: Vec<char> = text.chars().collect();
        let tokens = &sentences(&chars)[0].tokens;
        let mut known = Vocabulary::default();
        let shape = Shape::read(phrase, &mut known);
        let numbered = known.numbered(tokens);
        let any = (0..tokens.len()).any(|at| shape.end_from(tokens, &numbered, at).is_some());
        assert_eq!(any, found, "{phrase} in {text}");
    }

    #[test]
    fn phrases_are_found() {
        check("~pass my _2 @cv on?", "he passed my old CV on", true);
        check("~give me _3 @job", "give me a steady job", true);
        check("~give me _3 @job", "give me a view on the job", false);
        check("~refer me !to", "refer me to her", false);
        check("^ any openings", "do you have any openings", false);
        check("^ any openings", "hi Ann, any openings", true);
        check("help me $", "help me find it", false);
    }
}
