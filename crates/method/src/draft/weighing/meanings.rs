//! Classes of meaning: which words stand for hiring, passing on, standing watch, need, hurry and the like.
//!
//! Serves the weighing of the draft check, so that a turn of phrase that was never seen still shows what it is made of.
//! It refuses to decide anything: a word may belong to several classes, and none of them is a fault.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::draft::classes;
use crate::draft::sentences::Token;
use crate::draft::trades::ends_like;
use crate::draft::verbs::Form;

/// The number of a class, as its place in `NAMES`.
pub type Class = usize;

/// One class a line: its name, a colon, its words. Words joined by `_` have to stand side by side.
const MEANINGS: &str = include_str!("meanings.txt");

/// Classes that no list of words describes: people of a trade, a pronoun for a post, the forms of a verb.
const BY_FORM: [&str; 4] = ["STAFF", "THE_POST", "DONE", "DOING"];

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
    classes: Vec<Class>,
    /// Phrases that it begins.
    phrases: Vec<(Vec<&'static str>, Class)>,
}

struct Meanings {
    words: HashMap<&'static str, Meaning>,
    /// Forms of the words of the list, and the word.
    forms: HashMap<String, &'static str>,
    /// Endings of trades.
    trades: Vec<&'static str>,
}

static ALL: LazyLock<Meanings> = LazyLock::new(|| {
    let mut words: HashMap<&'static str, Meaning> = HashMap::new();
    let mut forms = HashMap::new();
    for (number, (_, row)) in rows().enumerate() {
        for word in row.split_whitespace() {
            let parts: Vec<&str> = word.split('_').collect();
            parts.iter().for_each(|part| add_forms(part, &mut forms));
            match parts[..] {
                [single] => words.entry(single).or_default().classes.push(BY_FORM.len() + number),
                _ => words.entry(parts[0]).or_default().phrases.push((parts, BY_FORM.len() + number)),
            }
        }
    }
    let staff = classes::class("staff").split_whitespace();
    let (trades, people): (Vec<_>, Vec<_>) = staff.partition(|word| word.starts_with('*'));
    people.into_iter().for_each(|word| words.entry(word).or_default().classes.push(0));
    Meanings { words, forms, trades: trades.into_iter().map(|ending| &ending[1..]).collect() }
});

/// Notes the forms that lead back to a word; a word of the list itself stays what it is.
fn add_forms(word: &'static str, forms: &mut HashMap<String, &'static str>) {
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

/// A word in the form in which the list has it: *hires*, *hiring* and *hired* as *hire*.
pub fn plain(token: &Token) -> &str {
    if token.verb.is_empty() { ALL.forms.get(&token.text).copied().unwrap_or(&token.text) } else { token.verb }
}

/// The classes of every word of a sentence.
pub fn classes_of(tokens: &[Token], plain: &[&str]) -> Vec<Vec<Class>> {
    (0..tokens.len()).map(|at| classes_at(tokens, plain, at)).collect()
}

fn classes_at(tokens: &[Token], plain: &[&str], at: usize) -> Vec<Class> {
    let token = &tokens[at];
    let mut found = Vec::new();
    if token.mark {
        return found;
    }
    let either = [plain[at], token.text.as_str()];
    let looked_for = if either[0] == either[1] { &either[..1] } else { &either[..] };
    for meaning in looked_for.iter().filter_map(|word| ALL.words.get(word)) {
        found.extend(&meaning.classes);
        let phrases = meaning.phrases.iter().filter(|(parts, _)| stand(parts, tokens, plain, at));
        found.extend(phrases.map(|(_, class)| *class));
    }
    found.extend(by_form(token));
    found.sort_unstable();
    found.dedup();
    found
}

fn stand(parts: &[&str], tokens: &[Token], plain: &[&str], at: usize) -> bool {
    at + parts.len() <= tokens.len()
        && parts.iter().enumerate().all(|(k, part)| *part == plain[at + k] || *part == tokens[at + k].text)
}

fn by_form(token: &Token) -> impl Iterator<Item = Class> {
    let staff = ALL.trades.iter().any(|ending| ends_like(&token.text, ending));
    let post = token.refers == "=job";
    let done = token.form == Some(Form::Past);
    let doing = token.form == Some(Form::Ing);
    let papers = PAPERS.filter(|_| token.refers == "resume");
    [staff, post, done, doing].into_iter().enumerate().filter(|(_, is)| *is).map(|(number, _)| number).chain(papers)
}
