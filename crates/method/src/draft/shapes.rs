//! The small language in which rules write down phrases, and how a phrase is found in a sentence.
//!
//! Serves the draft check. A phrase is a row of parts with spaces between them:
//! `word`, `*ending`, `~verb` in any form, `@class`, `one|other`; a part with `?` may be missing; `..3` is up to three words of any
//! kind, `,,3` up to three words or marks, `_3` up to three words that can stand before a noun; `!word` looks ahead and must not find it; `$` is the end
//! of a clause and a leading `^` its beginning. Only `,,3` looks past a mark such as a comma: phrases live in clauses.

use std::collections::HashMap;

use super::classes::class;
use super::sentences::Token;

/// A phrase that was read and can be looked for.
#[derive(Debug)]
pub struct Shape {
    parts: Vec<Part>,
    opens_clause: bool,
}

#[derive(Debug)]
enum Part {
    Word { among: Among, optional: bool },
    Gap { most: usize, over: Over },
    Not(Among),
    End,
}

/// What may stand in a gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Over {
    Words,
    WordsAndMarks,
    WordsBeforeANoun,
}

#[derive(Debug, Default)]
struct Among {
    words: Vec<&'static str>,
    verbs: Vec<&'static str>,
    endings: Vec<&'static str>,
    or_end: bool,
}

impl Among {
    fn read(text: &'static str) -> Self {
        let mut among = Self::default();
        for choice in text.split('|') {
            match choice.strip_prefix('@') {
                Some(name) => class(name).split_whitespace().for_each(|word| among.add(word)),
                None => among.add(choice),
            }
        }
        among
    }

    fn add(&mut self, word: &'static str) {
        self.or_end |= word == "$";
        match (word.strip_prefix('~'), word.strip_prefix('*')) {
            (Some(verb), _) => self.verbs.push(verb),
            (_, Some(ending)) => self.endings.push(ending),
            _ => self.words.push(word),
        }
    }

    fn holds(&self, token: &Token) -> bool {
        self.words.contains(&token.text.as_str())
            || (!token.verb.is_empty() && self.verbs.contains(&token.verb))
            || (!token.refers.is_empty() && self.words.contains(&token.refers))
            || self.endings.iter().any(|ending| ends_like(&token.text, ending))
    }
}

/// Whether a word ends like the name of a trade; *weather* and *number* do and are none.
fn ends_like(word: &str, ending: &str) -> bool {
    word.len() > ending.len() + 2 && word.ends_with(ending) && !NO_TRADES.contains(&word)
}

impl Shape {
    /// Reads a phrase.
    pub fn read(phrase: &'static str) -> Self {
        let (opens_clause, phrase) = phrase.strip_prefix("^ ").map_or((false, phrase), |rest| (true, rest));
        let parts = phrase.split_whitespace().map(read_part).collect();
        Self { parts, opens_clause }
    }

    /// Where the phrase ends if it begins at this word.
    pub fn end_from(&self, tokens: &[Token], at: usize) -> Option<usize> {
        if self.opens_clause && !opens_clause(tokens, at) {
            return None;
        }
        run(&self.parts, tokens, at)
    }
}

fn read_part(text: &'static str) -> Part {
    if text == "$" {
        Part::End
    } else if let Some(words) = text.strip_prefix('!') {
        Part::Not(Among::read(words))
    } else if let Some(most) = text.strip_prefix("..").and_then(|most| most.parse().ok()) {
        Part::Gap { most, over: Over::Words }
    } else if let Some(most) = text.strip_prefix(",,").and_then(|most| most.parse().ok()) {
        Part::Gap { most, over: Over::WordsAndMarks }
    } else if let Some(most) = text.strip_prefix('_').and_then(|most| most.parse().ok()) {
        Part::Gap { most, over: Over::WordsBeforeANoun }
    } else {
        let optional = text.ends_with('?');
        Part::Word { among: Among::read(text.trim_end_matches('?')), optional }
    }
}

fn run(parts: &[Part], tokens: &[Token], at: usize) -> Option<usize> {
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
                let token = tokens.get(at + skipped)?;
                if stops(*over, token) {
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

fn stops(over: Over, token: &Token) -> bool {
    (token.mark && over != Over::WordsAndMarks)
        || token.is(&["not", "never"])
        || (over == Over::WordsBeforeANoun && token.is(NEVER_BEFORE_A_NOUN))
}

fn ends_clause(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_none_or(|token| token.mark)
}

/// Words that end like the name of a trade and are none.
#[rustfmt::skip]
const NO_TRADES: &[&str] = &[
    "another", "other", "others", "number", "numbers", "paper", "papers", "matter", "matters", "computer", "computers", "weather", "summer",
    "winter", "water", "dinner", "letter", "letters", "answer", "answers", "offer", "offers", "order", "orders", "power", "shoulder", "partner",
    "floor", "door", "doors", "color", "favor", "error", "errors", "mirror", "center", "never", "ever", "over", "under", "after", "rather",
    "either", "whether", "whatever", "however", "together", "corner", "chapter", "chapters", "quarter", "quarters", "better", "later", "earlier",
    "sooner", "longer", "further", "harder", "easier", "bigger", "smaller", "larger", "older", "younger", "lower", "higher", "closer", "nicer",
    "mother", "father", "brother", "sister", "daughter", "mothers", "fathers", "brothers", "sisters", "daughters", "remember", "member", "members", "december", "november",
    "october", "september", "flower", "flowers", "shower", "tower", "river", "silver", "paper", "layer", "layers", "finger", "fingers", "feather", "wonder", "consider",
    "neither", "newsletter", "newsletters", "register", "semester", "theater", "easter", "career", "careers", "cheer", "beer", "beers", "peer", "peers",
    "customer", "customers", "reader", "readers", "borrower", "stranger", "strangers", "voter", "voters", "user", "users", "character", "characters", "master", "masters", "prayer", "prayers", "supper", "butter", "cover", "covers", "manner", "manners", "chance", "error", "minor", "major", "senior",
    "poor", "motor", "tractor", "mentor", "mentors", "doctor", "neighbor", "neighbour", "neighbors", "neighbours", "odor", "humor", "labor", "honor", "factor", "factors", "author",
    "important", "relevant", "instant", "distant", "restaurant", "restaurants", "grant", "grants", "want", "wants", "plant", "plants", "constant", "significant", "reluctant", "pleasant", "brilliant", "elegant", "vacant", "giant", "hundreds",
    "list", "lists", "exist", "exists", "twist", "fist", "resist", "insist", "mist", "guardian", "italian", "indian", "australian", "canadian", "nigerian", "russian",
    "human", "german", "woman", "women", "men", "man", "roman", "hours", "yours", "ours", "floors", "colors", "errors", "favors", "transfer", "buffer", "trigger", "folder", "header", "server", "servers", "printer", "calendar", "poster", "posters", "chamber", "cluster", "counter", "copper", "leather", "timber", "lumber", "ladder", "barrier", "frontier", "border", "borders", "murder", "disorder", "reminder", "pointer", "pointers", "opener", "former", "inner", "outer", "upper", "proper", "super", "eager", "clever", "bitter", "sober", "tender", "slender", "wander", "gather", "deliver", "discover", "differ", "suffer", "refer", "prefer", "hammer", "dollar",
];

/// Words that end a noun phrase, so that *a view on the job* is no job.
const NEVER_BEFORE_A_NOUN: &[&str] = &[
    "on", "about", "of", "to", "in", "for", "at", "from", "by", "into", "over", "who", "how", "what", "when", "where",
    "why", "which", "that", "whether", "if", "and", "but", "i", "you", "he", "she", "we", "they", "it", "me", "us",
    "him", "them", "is", "are", "was", "were", "be", "am", "do", "does", "did", "can", "could", "would", "will",
    "might", "may", "should", "half", "hour", "minutes", "than",
];

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
    words: HashMap<&'static str, Vec<usize>>,
    verbs: HashMap<&'static str, Vec<usize>>,
}

impl Index {
    /// Notes that the phrase with this number begins with these words.
    pub fn add(&mut self, number: usize, shape: &Shape) {
        if let Some(Part::Word { among, .. }) = shape.parts.first() {
            among.words.iter().for_each(|word| self.words.entry(word).or_default().push(number));
            among.verbs.iter().for_each(|verb| self.verbs.entry(verb).or_default().push(number));
        }
    }

    /// The numbers of the phrases that could begin with this word.
    pub fn beginning_with(&self, token: &Token) -> impl Iterator<Item = usize> {
        let words = self.words.get(token.text.as_str()).into_iter().flatten();
        let verbs = self.verbs.get(token.verb).into_iter().flatten();
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
        let shape = Shape::read(phrase);
        let any = (0..tokens.len()).any(|at| shape.end_from(tokens, at).is_some());
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
