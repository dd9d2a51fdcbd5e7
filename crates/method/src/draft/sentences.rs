//! A text as sentences, and a sentence as words that know where they stand.
//!
//! Serves the draft check. It refuses to look at meaning; what somebody is asked is found in `asking`.

use std::collections::HashMap;

use super::own_text::NOTHING;
use super::verbs::{Form, verb};
use super::weighing::meanings::{Meant, meant};
use super::words::plain_words;
use super::work;

/// One plain word, or one mark between words.
#[derive(Debug, Clone)]
pub struct Token {
    /// The word in lower case, or the mark.
    pub text: String,
    /// The verb behind the word, empty if no rule knows it as one.
    pub verb: &'static str,
    /// The form of that verb.
    pub form: Option<Form>,
    /// The classes of meaning that it has by itself.
    pub meant: Meant,
    /// Where it begins in the text, in Unicode scalar values.
    pub start: usize,
    /// Where it ends, exclusive.
    pub end: usize,
    /// The word that it stands for, if it is a pronoun and that is known: *resume* for *it* after *I attach my résumé*.
    pub refers: &'static str,
    /// Whether it is a mark and no word.
    pub mark: bool,
    /// Whether it stands between quotation marks, as somebody else's words.
    pub spoken: bool,
    /// Whether it was written in letters that are not Latin ones.
    pub foreign: bool,
}

impl Token {
    /// Whether the word is one of these.
    pub fn is(&self, words: &[&str]) -> bool {
        words.contains(&self.text.as_str())
    }
}

/// The words of one sentence.
#[derive(Debug)]
pub struct Sentence {
    /// Its words and marks, without the closing mark.
    pub tokens: Vec<Token>,
    /// Whether it closes with a question mark.
    pub question: bool,
}

/// Longest sentence that is looked at as one, in words.
const LONGEST_SENTENCE: usize = 160;

/// Splits the writer's own text into sentences.
pub fn sentences(chars: &[char]) -> Vec<Sentence> {
    let mut found = Vec::new();
    let mut tokens: Vec<Token> = Vec::new();
    let mut at = 0;
    let mut spoken = Quotes::of(chars);
    let mut met = Met::default();
    while at < chars.len() {
        let c = chars[at];
        let next = if begins_word(chars, at) { word(chars, at, spoken.at(at), &mut met, &mut tokens) } else { at + 1 };
        let close = next == at + 1 && !begins_word(chars, at) && closes(chars, at);
        if close || tokens.len() >= LONGEST_SENTENCE {
            if !tokens.is_empty() {
                found.push(Sentence { tokens: std::mem::take(&mut tokens), question: asks(chars, at) });
            }
        } else if next == at + 1 && is_mark(chars, at) {
            tokens.push(mark(c, at));
        }
        at = next;
    }
    if !tokens.is_empty() {
        found.push(Sentence { tokens, question: false });
    }
    found
}

fn begins_word(chars: &[char], at: usize) -> bool {
    chars[at].is_alphanumeric()
        || (chars[at] == '/'
            && at > 0
            && chars[at - 1].is_alphabetic()
            && chars.get(at + 1).is_some_and(|c| c.is_alphabetic()))
}

fn is_mark(chars: &[char], at: usize) -> bool {
    match chars[at] {
        ',' | ';' | ':' | '(' | ')' | '–' | '—' => true,
        '-' => !(at > 0 && chars[at - 1].is_alphanumeric() && chars.get(at + 1).is_some_and(|c| c.is_alphanumeric())),
        c => {
            !c.is_ascii()
                && !c.is_alphanumeric()
                && !c.is_whitespace()
                && c != NOTHING
                && !is_quote(c)
                && c > '\u{2100}'
        }
    }
}

fn mark(c: char, at: usize) -> Token {
    let text = c.to_string();
    let meant = Meant::default();
    Token {
        text,
        verb: "",
        form: None,
        meant,
        refers: "",
        start: at,
        end: at + 1,
        mark: true,
        spoken: false,
        foreign: false,
    }
}

/// Reads the word that begins here and returns where it ends.
fn word(chars: &[char], at: usize, spoken: bool, met: &mut Met, tokens: &mut Vec<Token>) -> usize {
    let mut end = at + 1;
    let inside = |end: usize| {
        let c = chars[end];
        let next_is_letter = chars.get(end + 1).is_some_and(|c| c.is_alphanumeric());
        c.is_alphanumeric()
            || c == NOTHING
            || is_combining(c)
            || (is_apostrophe(c) && (next_is_letter || chars[end - 1] == 'n'))
    };
    while chars[at] != '/' && end < chars.len() && end - at < 60 && inside(end) {
        end += 1;
    }
    work::did(end - at);
    let (written, end) = match chars[at] {
        '/' => ("or", end),
        'C' | 'c' if end == at + 1 && chars[end..].iter().take(2).collect::<String>().eq_ignore_ascii_case(".v") => {
            ("cv", end + 2)
        }
        'w' if end == at + 1 && chars.get(end) == Some(&'/') => ("with", end + 1),
        _ => ("", end),
    };
    let known = if written.is_empty() { met.written(&chars[at..end]) } else { met.word(written) };
    let foreign = chars[at..end].iter().any(|letter| !is_latin(*letter));
    tokens.extend(known.iter().map(|(text, verb, form, meant)| Token {
        text: text.clone(),
        verb,
        form: *form,
        meant: *meant,
        refers: "",
        start: at,
        end,
        mark: false,
        spoken,
        foreign,
    }));
    end
}

/// Whether it is no letter, or a Latin one with or without marks.
fn is_latin(letter: char) -> bool {
    !letter.is_alphabetic() || letter <= '\u{24f}' || ('\u{1e00}'..='\u{1eff}').contains(&letter)
}

/// A plain word, the verb behind it and its form, and what it means by itself.
type Plain = (String, &'static str, Option<Form>, Meant);

/// The written words that were met, with the plain words that they stand for: each is looked up once.
#[derive(Default)]
struct Met {
    words: HashMap<String, Vec<Plain>>,
    written: String,
}

impl Met {
    fn written(&mut self, chars: &[char]) -> &[Plain] {
        let mut written = std::mem::take(&mut self.written);
        written.clear();
        written.extend(chars.iter().filter(|c| **c != NOTHING));
        if !self.words.contains_key(&written) {
            let plain = plain_words(&written).into_iter().map(plain).collect();
            self.words.insert(written.clone(), plain);
        }
        self.written = written;
        self.words.get(&self.written).map_or(&[], Vec::as_slice)
    }

    fn word(&mut self, word: &str) -> &[Plain] {
        self.words.entry(word.to_owned()).or_insert_with(|| vec![plain(word.to_owned())])
    }
}

fn plain(text: String) -> Plain {
    let (verb, form) = verb(&text).map_or(("", None), |(verb, form)| (verb, Some(form)));
    let meant = meant(&text, verb, form);
    (text, verb, form, meant)
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2018}' | '\u{02BC}' | '`' | '\u{B4}')
}

fn is_combining(c: char) -> bool {
    ('\u{300}'..='\u{36F}').contains(&c)
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\u{201C}' | '\u{201D}' | '\u{201E}' | '\u{AB}' | '\u{BB}')
}

/// Whether a sentence ends at this character.
fn closes(chars: &[char], at: usize) -> bool {
    match chars[at] {
        '!' | '?' | '…' | '\u{2022}' => true,
        '.' => full_stop(chars, at),
        '\n' => line_ends_sentence(chars, at),
        _ => false,
    }
}

const ABBREVIATIONS: &[&str] = &["mr", "mrs", "ms", "dr", "prof", "st", "eg", "ie", "vs", "approx", "sr", "jr"];

fn full_stop(chars: &[char], at: usize) -> bool {
    let start = (0..at).rev().take(12).take_while(|k| chars[*k].is_alphanumeric()).last().unwrap_or(at);
    let before: String = chars[start..at].iter().collect::<String>().to_lowercase();
    let letter =
        before.chars().count() == 1 && !before.chars().all(|c| c.is_numeric()) && before != "i" && before != "u";
    let next = chars.get(at + 1).copied().unwrap_or('\n');
    let glued = next.is_lowercase() || next.is_ascii_digit() || matches!(next, ',' | '@' | '/');
    !(glued || letter || ABBREVIATIONS.contains(&before.as_str()))
}

/// A line break ends a sentence at an empty line, before a list, and after a line that is short.
fn line_ends_sentence(chars: &[char], at: usize) -> bool {
    let rest = &chars[at + 1..];
    let indent = rest.iter().take(80).take_while(|c| **c == ' ' || **c == '\t' || **c == '\r').count();
    let Some(next) = rest.get(indent).copied() else {
        return true;
    };
    let length = (0..at).rev().take(60).take_while(|k| chars[*k] != '\n').count();
    let numbered = next.is_ascii_digit() && rest.get(indent + 1).is_some_and(|c| matches!(c, '.' | ')'));
    matches!(next, '\n' | '-' | '*' | '•' | '–') || numbered || (length < 50 && !next.is_lowercase())
}

/// Whether the marks that close a sentence here hold a question mark.
fn asks(chars: &[char], at: usize) -> bool {
    chars[at..]
        .iter()
        .take(4)
        .take_while(|c| matches!(c, '?' | '!' | '.' | '…' | ')' | '"' | '\u{201D}'))
        .any(|c| *c == '?')
}

/// Where the text stands between quotation marks.
struct Quotes {
    spans: Vec<(usize, usize)>,
    next: usize,
}

impl Quotes {
    /// Pairs of quotation marks within one paragraph. A draft that is quoted as a whole is nobody else's words.
    fn of(chars: &[char]) -> Self {
        let mut spans = Vec::new();
        let mut open: Option<usize> = None;
        for at in 0..chars.len() {
            match (open, chars[at]) {
                (Some(_), '\n') if chars.get(at + 1) == Some(&'\n') => open = None,
                (None, c) if is_quote(c) && c != '\u{201D}' => open = Some(at),
                (Some(start), c) if is_quote(c) => {
                    spans.push((start, at));
                    open = None;
                }
                _ => {}
            }
        }
        spans.retain(|(start, end)| (end - start) * 2 < chars.len());
        Self { spans, next: 0 }
    }

    fn at(&mut self, at: usize) -> bool {
        while self.spans.get(self.next).is_some_and(|span| span.1 < at) {
            self.next += 1;
        }
        self.spans.get(self.next).is_some_and(|span| span.0 < at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let chars: Vec<char> = text.chars().collect();
        let found: Vec<String> = sentences(&chars)
            .iter()
            .map(|s| {
                s.tokens.iter().map(|t| t.text.as_str()).collect::<Vec<_>>().join(" ")
                    + if s.question { "?" } else { "" }
            })
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn sentences_are_told_apart() {
        check("Hi Ann,\nhow are you? I'm fine.", &["hi ann , how are you?", "i am fine"]);
        check("Hi Ann,\n\nHow are you", &["hi ann ,", "how are you"]);
        check("Is Dr. Long (e.g. Ann) in?!", &["is dr long ( e g ann ) in?"]);
        check(
            "a long line that was wrapped by a mail program at some\nplace goes on",
            &["a long line that was wrapped by a mail program at some place goes on"],
        );
        check("my C.V. and CV/resume", &["my cv and cv or resume"]);
    }
}
