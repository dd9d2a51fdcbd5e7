//! Classes of meaning: which words stand for hiring, passing on, standing watch, need, hurry and the like.
//!
//! Serves the weighing of the draft check, so that a turn of phrase that was never seen still shows what it is made of.
//! It refuses to decide anything: a word may belong to several classes, and none of them is a fault.

use std::sync::LazyLock;

use crate::draft::classes;
use crate::draft::sentences::Token;
use crate::draft::tables::Table;
use crate::draft::trades::ends_like;
use crate::draft::verbs::Form;

/// The number of a class, as its place in `NAMES`.
pub type Class = usize;

/// Some classes, one bit each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Classes(u128);

impl Classes {
    fn add(&mut self, class: Class) {
        self.0 |= 1 << class;
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether a class is among them.
    pub fn hold(self, class: Class) -> bool {
        self.0 >> class & 1 == 1
    }

    /// Each of them, in the order of `NAMES`.
    pub fn each(self) -> impl Iterator<Item = Class> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let class = (left != 0).then(|| left.trailing_zeros() as Class)?;
            left &= left - 1;
            Some(class)
        })
    }
}

/// One class a line: its name, a colon, its words. Words joined by `_` have to stand side by side.
const MEANINGS: &str = include_str!("meanings.txt");

/// Classes that no list of words describes: people of a trade, a pronoun for a post, the forms of a verb.
const BY_FORM: [&str; 4] = ["STAFF", "THE_POST", "DONE", "DOING"];

/// The place of a pronoun for a post among them.
const THE_POST: Class = 1;

/// The names of all classes.
pub static NAMES: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let listed = rows().map(|(name, _)| name);
    BY_FORM.into_iter().chain(listed).collect()
});

static PAPERS: LazyLock<Option<Class>> = LazyLock::new(|| class("CV"));

/// The lines of the list that hold words.
fn rows() -> impl Iterator<Item = (&'static str, &'static str)> {
    MEANINGS.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(':'))
}

/// What is known of a word.
#[derive(Default)]
struct Meaning {
    classes: Classes,
    /// Phrases that it begins.
    phrases: Vec<(Vec<&'static str>, Class)>,
}

struct Meanings {
    words: Table<&'static str, Meaning>,
    /// Forms of the words of the list, and the word.
    forms: Table<String, &'static str>,
    /// Endings of trades.
    trades: Vec<&'static str>,
}

static ALL: LazyLock<Meanings> = LazyLock::new(|| {
    let mut words: Table<&'static str, Meaning> = Table::default();
    let mut forms = Table::default();
    for (number, (_, row)) in rows().enumerate() {
        for word in row.split_whitespace() {
            let parts: Vec<&str> = word.split('_').collect();
            parts.iter().for_each(|part| add_forms(part, &mut forms));
            match parts[..] {
                [single] => words.entry(single).or_default().classes.add(BY_FORM.len() + number),
                _ => words.entry(parts[0]).or_default().phrases.push((parts, BY_FORM.len() + number)),
            }
        }
    }
    let staff = classes::class("staff").split_whitespace();
    let (trades, people): (Vec<_>, Vec<_>) = staff.partition(|word| word.starts_with('*'));
    people.into_iter().for_each(|word| words.entry(word).or_default().classes.add(0));
    Meanings { words, forms, trades: trades.into_iter().map(|ending| &ending[1..]).collect() }
});

/// Notes the forms that lead back to a word; a word of the list itself stays what it is.
fn add_forms(word: &'static str, forms: &mut Table<String, &'static str>) {
    forms.insert(word.to_owned(), word);
    let stem = match word {
        _ if word.len() < 3 => return,
        _ if word.ends_with('y') => format!("{}ie", &word[..word.len() - 1]),
        _ => word.to_owned(),
    };
    let silent = word.strip_suffix('e').unwrap_or(word);
    for form in [format!("{stem}s"), format!("{word}es"), format!("{silent}ing"), format!("{silent}ed")] {
        forms.entry(form).or_insert(word);
    }
}

/// The number of a class by its name.
pub fn class(name: &str) -> Option<Class> {
    NAMES.iter().position(|known| *known == name)
}

/// What a word means by itself, whatever stands beside it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Meant {
    /// The word in the form in which the list has it, if it is another: *hires*, *hiring* and *hired* as *hire*.
    plain: Option<&'static str>,
    classes: Classes,
    begins_a_phrase: bool,
}

impl Meant {
    /// Whether the word has this class by itself.
    pub fn has(&self, class: Class) -> bool {
        self.classes.hold(class)
    }
}

/// What a word means by itself, with the verb behind it.
pub fn meant(text: &str, verb: &'static str, form: Option<Form>) -> Meant {
    let plain = if verb.is_empty() { ALL.forms.get(text).copied() } else { Some(verb) };
    let mut meant = Meant { plain, ..Meant::default() };
    for meaning in either(text, plain) {
        meant.classes.0 |= meaning.classes.0;
        meant.begins_a_phrase |= !meaning.phrases.is_empty();
    }
    let staff = ALL.trades.iter().any(|ending| ends_like(text, ending));
    let by_form = [staff, false, form == Some(Form::Past), form == Some(Form::Ing)];
    by_form.iter().enumerate().filter(|(_, is)| **is).for_each(|(class, _)| meant.classes.add(class));
    meant
}

/// What the list knows of a word, as it stands and in its plain form.
fn either(text: &str, plain: Option<&'static str>) -> impl Iterator<Item = &'static Meaning> {
    let other = plain.filter(|plain| *plain != text);
    ALL.words.get(text).into_iter().chain(other.and_then(|plain| ALL.words.get(plain)))
}

/// A word in the form in which the list has it.
pub fn plain(token: &Token) -> &str {
    token.meant.plain.unwrap_or(&token.text)
}

/// The classes of every word of a sentence.
pub fn classes_of(tokens: &[Token], plain: &[&str]) -> Vec<Classes> {
    (0..tokens.len()).map(|at| classes_at(tokens, plain, at)).collect()
}

fn classes_at(tokens: &[Token], plain: &[&str], at: usize) -> Classes {
    let token = &tokens[at];
    let mut found = token.meant.classes;
    if token.meant.begins_a_phrase {
        let phrases = either(&token.text, token.meant.plain).flat_map(|meaning| &meaning.phrases);
        phrases.filter(|(parts, _)| stand(parts, tokens, plain, at)).for_each(|(_, class)| found.add(*class));
    }
    match token.refers {
        "=job" => found.add(THE_POST),
        "resume" => PAPERS.iter().for_each(|papers| found.add(*papers)),
        _ => {}
    }
    found
}

fn stand(parts: &[&str], tokens: &[Token], plain: &[&str], at: usize) -> bool {
    at + parts.len() <= tokens.len()
        && parts.iter().enumerate().all(|(k, part)| *part == plain[at + k] || *part == tokens[at + k].text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_a_bit_for_every_class() {
        assert!(NAMES.len() <= 128);
        let mut some = Classes::default();
        [NAMES.len() - 1, 0, 7].into_iter().for_each(|class| some.add(class));
        assert_eq!(some.each().collect::<Vec<_>>(), [0, 7, NAMES.len() - 1]);
        assert!(some.hold(7) && !some.hold(8) && !some.is_empty());
    }
}
