//! What a sentence is made of: its words, their classes of meaning and how these stand to one another.
//!
//! Serves the weighing of the draft check. A mark has a name that can be read: `w:` a word, `b:` and `t:` two and three in
//! a row, `c:` a class of meaning, `d:` two classes one after the other, `n:` two near one another, `q:` a class in a
//! question, `x:` a class with one that an earlier sentence named, `a:` what the reader is asked to do and `v:` what the
//! writer wishes to do: a verb or its class, and with it a class of what follows. It refuses to weigh them.

use std::sync::LazyLock;

use super::meanings::{Class, Classes, NAMES, class, classes_of, plain};
use crate::draft::asking::{When, meant};
use crate::draft::sentences::{Sentence, Token};

/// How many words after a verb may be what is done.
const OBJECT: usize = 7;

/// How many words apart two classes still stand near one another.
const NEAR: usize = 3;

/// Longest sentence that may lean on the one before by its words alone.
const SHORT: usize = 8;

/// Classes that the next sentences may lean on: *I attach my résumé. Please give them to her.*
const REMEMBERED: [&str; 6] = ["CV", "JOB", "VACANCY", "CHIEF", "PITY", "HIRE"];

static LEANED_ON: LazyLock<Vec<Class>> = LazyLock::new(|| REMEMBERED.iter().filter_map(|name| class(name)).collect());

/// For how many sentences they are remembered.
const SENTENCES: usize = 3;

/// A word or a class, with a number for its name that is made once.
#[derive(Debug, Clone, Copy)]
struct Part<'a> {
    name: &'a str,
    number: u64,
}

impl<'a> Part<'a> {
    fn of(name: &'a str) -> Self {
        let spread = |sum: u64, byte: u8| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        Self { name, number: name.bytes().fold(0xcbf2_9ce4_8422_2325, spread) }
    }
}

const NOTHING: Part = Part { name: "", number: 0 };

static CLASSES: LazyLock<Vec<Part>> = LazyLock::new(|| NAMES.iter().map(|name| Part::of(name)).collect());

/// One thing that a sentence is made of.
#[derive(Debug, Clone, Copy)]
pub struct Mark<'a> {
    kind: u8,
    parts: [Part<'a>; 3],
    /// The first word that it lies on.
    pub from: usize,
    /// The last word that it lies on.
    pub to: usize,
}

/// The beginnings of the marks of who wants what; they are weighed for `asks_for_a_job` alone.
pub const WANTED: [&str; 2] = ["a:", "v:"];

impl Mark<'_> {
    /// Whether it tells who wants what; such a mark does not make its sentence longer.
    pub fn tells_who_wants(&self) -> bool {
        WANTED.iter().any(|start| start.as_bytes()[0] == self.kind)
    }

    /// Its name, as the weights have it.
    pub fn name(&self) -> String {
        let parts: Vec<&str> = self.parts.iter().map(|part| part.name).filter(|part| !part.is_empty()).collect();
        format!("{}:{}", char::from(self.kind), parts.join(" "))
    }

    /// A number for its name; the same as `key_of` has for it.
    pub fn key(&self) -> u64 {
        let mix = |sum: u64, part: &Part| (sum.rotate_left(23) ^ part.number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let key = self.parts.iter().fold(u64::from(self.kind), mix);
        key ^ (key >> 29)
    }
}

/// The number of a mark by its name.
pub fn key_of(name: &str) -> u64 {
    let mut parts = [NOTHING; 3];
    for (part, word) in parts.iter_mut().zip(name.get(2..).unwrap_or("").split(' ')) {
        *part = Part::of(word);
    }
    Mark { kind: name.bytes().next().unwrap_or(0), parts, from: 0, to: 0 }.key()
}

/// The classes that earlier sentences named, and how long ago.
#[derive(Debug, Default)]
pub struct Earlier {
    named: Vec<(Class, usize)>,
}

impl Earlier {
    fn take_in(&mut self, classes: &[Classes]) {
        self.named.iter_mut().for_each(|(_, ago)| *ago += 1);
        self.named.retain(|(_, ago)| *ago < SENTENCES);
        for number in LEANED_ON.iter().filter(|number| classes.iter().any(|here| here.hold(**number))) {
            self.named.retain(|(known, _)| known != number);
            self.named.push((*number, 0));
        }
    }
}

/// Calls for every mark of a sentence, some of them more than once.
pub fn each_mark(sentence: &Sentence, earlier: &mut Earlier, mut marked: impl FnMut(Mark)) {
    let tokens = &sentence.tokens;
    if tokens.is_empty() {
        return;
    }
    let plain: Vec<&str> = tokens.iter().map(word).collect();
    let classes = classes_of(tokens, &plain);
    let words: Vec<Part> = plain.into_iter().map(Part::of).collect();
    each_row(&words, sentence.question, &mut marked);
    each_class(&classes, sentence.question, &mut marked);
    each_neighbor(&classes, &mut marked);
    each_remembered(&words, &classes, earlier, &mut marked);
    each_wanted(sentence, &classes, &mut marked);
    earlier.take_in(&classes);
}

fn word(token: &Token) -> &str {
    if token.mark { "," } else { plain(token) }
}

/// One, two and three words in a row; the beginning and the end of the sentence count as words.
fn each_row(words: &[Part], question: bool, marked: &mut impl FnMut(Mark)) {
    let ends = [Part::of("^"), Part::of(if question { "?" } else { "." })];
    let row: Vec<Part> = ends[..1].iter().chain(words).chain(&ends[1..]).copied().collect();
    let place = |k: usize| k.saturating_sub(1).min(words.len() - 1);
    for k in 0..row.len() {
        let mut parts = [row[k], NOTHING, NOTHING];
        marked(Mark { kind: b'w', parts, from: place(k), to: place(k) });
        if k + 1 < row.len() {
            parts[1] = row[k + 1];
            marked(Mark { kind: b'b', parts, from: place(k), to: place(k + 1) });
        }
        if k + 2 < row.len() {
            parts[2] = row[k + 2];
            marked(Mark { kind: b't', parts, from: place(k), to: place(k + 2) });
        }
    }
}

fn each_class(classes: &[Classes], question: bool, marked: &mut impl FnMut(Mark)) {
    for (at, here) in classes.iter().enumerate() {
        for class in here.each() {
            let parts = [CLASSES[class], NOTHING, NOTHING];
            marked(Mark { kind: b'c', parts, from: at, to: at });
            if question {
                marked(Mark { kind: b'q', parts, from: at, to: at });
            }
        }
    }
}

/// Classes beside one another, words without any left out, and classes near one another.
fn each_neighbor(classes: &[Classes], marked: &mut impl FnMut(Mark)) {
    for (at, here) in classes.iter().enumerate().filter(|(_, here)| !here.is_empty()) {
        let mut others = (at + 1..classes.len()).filter(|k| !classes[*k].is_empty());
        let next = others.next();
        for to in next.into_iter().chain(others.take_while(|k| k - at <= NEAR)) {
            for (first, second) in here.each().flat_map(|first| classes[to].each().map(move |second| (first, second))) {
                let parts = [CLASSES[first], CLASSES[second], NOTHING];
                if Some(to) == next {
                    marked(Mark { kind: b'd', parts, from: at, to });
                }
                if to - at <= NEAR {
                    marked(Mark { kind: b'n', parts, from: at, to });
                }
            }
        }
    }
}

/// Who wants whom to do what: the verbs that the reader is asked to do and that the writer wishes to do, where nothing
/// takes them back.
fn each_wanted(sentence: &Sentence, classes: &[Classes], marked: &mut impl FnMut(Mark)) {
    let tokens = &sentence.tokens;
    for at in (0..tokens.len()).filter(|at| tokens[*at].form.is_some()) {
        let wants = [(b'a', When::Asked), (b'v', When::Wished)];
        let Some((kind, _)) = wants.into_iter().find(|(_, when)| meant(*when, sentence, at, at + 1).is_some()) else {
            continue;
        };
        let verb = std::iter::once(Part::of(tokens[at].verb)).chain(classes[at].each().map(|class| CLASSES[class]));
        let after = (at + 1..tokens.len()).take(OBJECT).take_while(|k| !tokens[*k].mark);
        for verb in verb {
            marked(Mark { kind, parts: [verb, NOTHING, NOTHING], from: at, to: at });
            for to in after.clone() {
                for class in classes[to].each() {
                    marked(Mark { kind, parts: [verb, CLASSES[class], NOTHING], from: at, to });
                }
            }
        }
    }
}

fn each_remembered(words: &[Part], classes: &[Classes], earlier: &Earlier, marked: &mut impl FnMut(Mark)) {
    for (known, _) in &earlier.named {
        for (at, here) in classes.iter().enumerate() {
            let with = |other| Mark { kind: b'x', parts: [CLASSES[*known], other, NOTHING], from: at, to: at };
            here.each().for_each(|class| marked(with(CLASSES[class])));
            if words.len() <= SHORT || ["it", "them", "one", "that", "this", "so"].contains(&words[at].name) {
                marked(with(words[at]));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::sentences::sentences;

    fn wanted(text: &str) -> Vec<String> {
        let sentence = sentences(&text.chars().collect::<Vec<_>>()).remove(0);
        let mut names = Vec::new();
        each_mark(&sentence, &mut Earlier::default(), |mark| {
            if mark.tells_who_wants() {
                names.push(mark.name());
            }
        });
        names
    }

    #[test]
    fn marks_tell_who_wants_whom_to_do_what() {
        let has = |text: &str, mark: &str| wanted(text).iter().any(|name| name == mark);
        assert!(has("Could you hand my résumé to her?", "a:PASS CV"));
        assert!(has("I would love to join your team.", "v:JOIN ORG"));
        assert_eq!(wanted("He handed my résumé to her."), [""; 0]);
        assert!(!has("I am not asking you to hand my résumé to her.", "a:PASS CV"));
    }
}
