//! Labelled drafts as lessons: each sentence with its marks, and whether it has a fault.
//!
//! Serves `learn`. It refuses to guess: where a draft has a fault and nothing tells which sentence, none is a lesson.

use std::collections::BTreeSet;

use method::draft::advice::WHOLE_RULES;
use method::draft::{DRAFT_RULES, taken_apart};

pub const FAULTS: [(char, &str); 3] =
    [('J', "asks_for_a_job"), ('H', "asks_who_is_hiring"), ('P', "makes_it_their_problem")];

/// Which fault is quoted, and the words.
type Quotes = Vec<(usize, String)>;

/// A labelled draft.
pub struct Draft {
    /// The letters that stand before the bar.
    pub letters: String,
    /// Which faults it has.
    pub has: [bool; 3],
    /// Its sentences.
    pub sentences: Vec<Sentence>,
    quoted: Quotes,
}

/// One sentence of it.
pub struct Sentence {
    /// The names of its marks.
    pub marks: BTreeSet<String>,
    /// The faults that the phrases of the rules find.
    pub found: [bool; 3],
    /// Whether it has each fault, if that is known.
    pub has: [Option<bool>; 3],
    /// Its words.
    pub text: String,
}

impl Draft {
    /// Whether it has a fault, if that is known.
    pub fn known(&self, fault: usize) -> Option<bool> {
        let none = self.sentences.iter().all(|sentence| sentence.has[fault] == Some(false));
        if self.has[fault] { Some(true) } else { none.then_some(false) }
    }

    /// The words that carry a fault, as the labeller quoted them.
    pub fn quotes(&self, fault: usize) -> String {
        let quoted: Vec<&str> =
            self.quoted.iter().filter(|(of, _)| *of == fault).map(|(_, words)| words.as_str()).collect();
        let whole = || self.sentences.iter().map(|sentence| sentence.text.as_str()).collect::<Vec<_>>().join(". ");
        if quoted.is_empty() { whole() } else { quoted.join(" || ") }
    }
}

/// The drafts of a set; a line such as `#J words` below a draft quotes the words that carry the fault.
pub fn drafts(set: &str) -> Vec<Draft> {
    let mut drafts: Vec<(String, String, Quotes)> = Vec::new();
    for line in set.lines() {
        if let Some(rest) = line.strip_prefix('#') {
            let quote = FAULTS.iter().position(|(letter, _)| rest.starts_with(&format!("{letter} ")));
            if let (Some(fault), Some(draft)) = (quote, drafts.last_mut()) {
                draft.2.push((fault, rest[2..].replace('¶', "\n")));
            }
        } else if let Some((letters, text)) = line.split_once('|') {
            drafts.push((letters.to_owned(), text.replace('¶', "\n"), Vec::new()));
        }
    }
    drafts.into_iter().map(|(letters, text, quoted)| draft(letters, &text, quoted)).collect()
}

/// The examples of the rules that find faults: where one fires, and where all stay silent.
pub fn examples() -> Vec<Draft> {
    let mut all = Vec::new();
    for (fault, rule) in DRAFT_RULES.iter().enumerate().take(FAULTS.len()) {
        all.extend(rule.silent.iter().map(|text| draft(String::new(), text, Vec::new())));
        for text in rule.fires {
            let mut known = draft(FAULTS[fault].0.to_string(), text, Vec::new());
            for sentence in &mut known.sentences {
                let fires = sentence.has[fault];
                sentence.has = [None; 3];
                sentence.has[fault] = fires;
            }
            all.push(known);
        }
    }
    let advice = WHOLE_RULES.iter().flat_map(|known| known.fires.iter().chain(known.silent));
    all.extend(advice.map(|text| draft(String::new(), text, Vec::new())));
    all.extend(questions().iter().map(|text| draft(String::new(), text, Vec::new())));
    all
}

/// What halfhour has ten invented seekers say: each line of a script, an ask and a story is a good draft.
pub fn own_words(snapshot: &str) -> Vec<Draft> {
    let (_, said) = snapshot.rsplit_once("---\n").unwrap_or(("", snapshot));
    let lines = said.lines().filter(|line| !line.starts_with(['?', '=', '#']));
    let words = lines.map(|line| match line.strip_prefix("- when ").and_then(|answer| answer.split_once(": ")) {
        Some((_, answer)) => answer,
        None => line.trim_start_matches("Subject: "),
    });
    words.filter(|words| words.contains(' ')).map(|words| draft(String::new(), words, Vec::new())).collect()
}

/// The library of questions, its slots filled: what halfhour itself would have people say is no fault.
fn questions() -> Vec<String> {
    let lines = LIBRARY.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(": "));
    let filled = lines.flat_map(|(_, text)| {
        FILLED.map(|filled| filled.iter().fold(text.to_owned(), |text, (slot, words)| text.replace(slot, words)))
    });
    filled.collect()
}

const LIBRARY: &str = include_str!("../../src/questions/library.txt");

const FILLED: [[(&str, &str); 8]; 2] = [
    [
        ("{strength}", "noticing early what goes wrong"),
        ("{proof}", "I cut the waiting time on my ward by a third."),
        ("{role}", "a nurse"),
        ("{field}", "home care"),
        ("{aim}", "home care"),
        ("{organization}", "Harbour Hospital"),
        ("{move}", "from nursing into training"),
        ("{idea}", "a school for carers"),
    ],
    [
        ("{strength}", "building it right the first time"),
        ("{proof}", "Not one of my forty boilers came back."),
        ("{role}", "an inspector"),
        ("{field}", "ship building"),
        ("{aim}", "work as an inspector"),
        ("{organization}", "Northside Yards"),
        ("{move}", "from working as a welder into inspection"),
        ("{idea}", "testing hulls for small yards"),
    ],
];

fn draft(letters: String, text: &str, quoted: Quotes) -> Draft {
    let has = FAULTS.map(|(letter, _)| letters.contains(letter));
    let plain = letters_only(text);
    let spans: Vec<(usize, usize, usize)> =
        quoted.iter().flat_map(|(fault, words)| spans(&plain, *fault, words)).collect();
    let chars: Vec<char> = text.chars().collect();
    let apart = taken_apart(text);
    let single = apart.len() == 1;
    let sentences = apart.into_iter().map(|part| {
        let known = [0, 1, 2].map(|fault| match () {
            () if !has[fault] => Some(false),
            () if single => Some(true),
            () if spans.iter().any(|span| span.0 == fault) => {
                Some(spans.iter().any(|span| span.0 == fault && shares(span, part.start, part.end)))
            }
            () => part.found[fault].then_some(true),
        });
        let text = chars[part.start..part.end].iter().map(|c| if *c == '\n' { ' ' } else { *c }).collect();
        Sentence { marks: part.marks, found: part.found, has: known, text }
    });
    Draft { has, sentences: sentences.collect(), letters, quoted }
}

/// The letters and digits of a text in lower case, each with its place.
fn letters_only(text: &str) -> Vec<(char, usize)> {
    let placed = text.chars().enumerate().filter(|(_, c)| c.is_alphanumeric());
    placed.map(|(at, c)| (c.to_lowercase().next().unwrap_or(c), at)).collect()
}

/// Where a quote stands in the text: the fault, and the first and last place.
fn spans(text: &[(char, usize)], fault: usize, words: &str) -> Option<(usize, usize, usize)> {
    let wanted: Vec<char> = letters_only(words).into_iter().map(|(c, _)| c).collect();
    if wanted.is_empty() {
        return None;
    }
    let at = text.windows(wanted.len()).position(|window| window.iter().map(|(c, _)| c).eq(&wanted))?;
    Some((fault, text[at].1, text[at + wanted.len() - 1].1 + 1))
}

/// Whether a quote and a sentence share enough words.
fn shares(span: &(usize, usize, usize), start: usize, end: usize) -> bool {
    let common = span.2.min(end).saturating_sub(span.1.max(start));
    common * 3 >= (span.2 - span.1).min(end - start)
}
