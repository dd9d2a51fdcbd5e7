//! One word per thing, in code, on screen and in documents. docs/glossary.md says which word is the right one.
//!
//! Reads every Rust file and every document, identifiers cut into their parts. What other people write keeps its words:
//! the two tables of exceptions are short, and each line of them has its reason.

use crate::source::{Kind, Source};
use crate::tree::{files, hold, read, rust};

/// Words that are never right, and the right one.
const BANNED: &[(&[&str], &str)] = &[
    (&["contact", "contacts"], "person; as a verb: call, write to, ask"),
    (&["prospect", "prospects"], "person"),
    (&["entity", "entities"], "the thing itself: person, organization, record"),
    (&["pipeline", "pipelines"], "campaign, or the moves"),
    (&["crm"], "campaign"),
];

/// Words before "lead" that make it a noun. The verb is welcome: questions lead to answers.
const BEFORE_A_NOUN: &[&str] = &[
    "a", "an", "the", "each", "every", "this", "no", "any", "new", "sales", "warm", "cold", "hot", "your", "my",
    "struct", "enum", "mod", "type", "let", "mut", "pub", "fn",
];

/// Words after "lead" that make it part of a title somebody holds.
const AFTER_IN_A_TITLE: &[&str] = &["engineer", "developer", "designer", "architect", "scientist", "analyst", "nurse"];

/// Names that others gave, and what halfhour says that it is not.
const NAMES: &[(&str, &str)] = &[
    ("Contacts.csv", "a file in a LinkedIn export"),
    ("contacts.csv", "what Google calls its export"),
    ("contacts.vcf", "what address books call their export"),
    ("google_contacts", "the importer of that product's files"),
    ("GoogleContacts", "the importer of that product's files"),
    ("Google Contacts", "a product"),
    ("Apple Contacts", "a product"),
    ("sales CRM", "what halfhour is not"),
];

/// Where other people's words stand.
struct Elsewhere {
    /// How the path begins.
    path: &'static str,
    /// Whether only strings and comments are free, and identifiers are not.
    quoted_only: bool,
    #[expect(dead_code, reason = "read by whoever reads the table")]
    reason: &'static str,
}

const ELSEWHERE: &[Elsewhere] = &[
    Elsewhere { path: "docs/glossary.md", quoted_only: false, reason: "names the words that are not used" },
    Elsewhere { path: "tests/house/words.rs", quoted_only: false, reason: "names the words that are not used" },
    Elsewhere { path: "crates/formats/", quoted_only: true, reason: "headings and values of other people's files" },
    Elsewhere { path: "crates/method/src/list/role.rs", quoted_only: true, reason: "names of shared mailboxes" },
    Elsewhere { path: "crates/method/src/draft", quoted_only: true, reason: "drafts that people write" },
    Elsewhere { path: "crates/method/tests/draft", quoted_only: true, reason: "drafts that people write" },
];

#[test]
fn every_thing_has_one_word() {
    let documents = files().into_iter().filter(|file| file.ends_with(".md"));
    let documents = documents.map(|file| (read(&file), file));
    let sources = rust("").into_iter().map(|source| (own_words(&source), source.path));
    let findings: Vec<String> = documents.chain(sources).flat_map(|(text, path)| wrong_words(&path, &text)).collect();
    hold(&findings, "use the word of docs/glossary.md; a name that others gave goes into NAMES, with its reason");
}

/// A Rust file without what only quotes other people.
fn own_words(source: &Source) -> String {
    let quotes = ELSEWHERE.iter().any(|place| place.quoted_only && source.path.starts_with(place.path));
    if quotes { source.only(&[Kind::Code]) } else { source.text.clone() }
}

fn wrong_words(path: &str, text: &str) -> Vec<String> {
    if ELSEWHERE.iter().any(|place| !place.quoted_only && path.starts_with(place.path)) {
        return Vec::new();
    }
    let mut findings = Vec::new();
    for (number, line) in text.lines().enumerate() {
        for (word, right) in wrong_in_line(line) {
            findings.push(format!("{path}:{}: \"{word}\"; the word is {right}", number + 1));
        }
    }
    findings
}

fn wrong_in_line(line: &str) -> Vec<(String, &'static str)> {
    let line = NAMES.iter().fold(line.to_string(), |line, (name, _)| line.replace(name, "|"));
    let parts = parts(&line);
    let mut wrong = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        let banned = BANNED.iter().find(|(words, _)| words.contains(&part.as_str()));
        wrong.extend(banned.map(|(_, right)| (part.clone(), *right)));
        if is_noun_lead(&parts, at) {
            wrong.push((part.clone(), "person"));
        }
    }
    wrong
}

fn is_noun_lead(parts: &[String], at: usize) -> bool {
    let is = |place: Option<usize>, words: &[&str]| {
        place.and_then(|place| parts.get(place)).is_some_and(|part| words.contains(&part.as_str()))
    };
    is(Some(at), &["lead", "leads"])
        && (is(at.checked_sub(1), BEFORE_A_NOUN) || is(Some(at + 1), &["id", "ids"]))
        && !is(Some(at + 1), AFTER_IN_A_TITLE)
}

/// Words in small letters: `GoogleContacts_CSVFile` has the parts google, contacts, csv and file.
pub fn parts(text: &str) -> Vec<String> {
    let signs: Vec<char> = text.chars().collect();
    let mut parts = vec![String::new()];
    for (at, sign) in signs.iter().enumerate() {
        let after_small = at > 0 && signs[at - 1].is_lowercase();
        let before_small = signs.get(at + 1).is_some_and(|next| next.is_lowercase());
        let ends_a_run = at > 0 && signs[at - 1].is_uppercase() && before_small;
        if !sign.is_alphabetic() || (sign.is_uppercase() && (after_small || ends_a_run)) {
            parts.push(String::new());
        }
        if sign.is_alphabetic() {
            parts.last_mut().into_iter().for_each(|part| part.extend(sign.to_lowercase()));
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

#[test]
fn names_are_cut_into_their_parts() {
    assert_eq!(parts("GoogleContacts_CSVFile, x2y"), ["google", "contacts", "csv", "file", "x", "y"]);
}

#[test]
fn a_wrong_word_is_found_in_every_shape() {
    let check = |line: &str, expected: usize| assert_eq!(wrong_in_line(line).len(), expected, "{line}");
    check("let first_contact = ContactRow::new(\"contacts\");", 3);
    check("whoever we contacted, in the context of contactless identity", 0);
    check("Bring Contacts.csv and google_contacts", 0);
    check("It is not a sales CRM, and no other CRM", 1);
    check("A Prospect, or the pipeline", 2);
    check("questions that lead somewhere; this leads to a call", 1);
    check("the lead; struct Lead; lead_id", 3);
    check("was a Lead Engineer; what they led to", 0);
}

#[test]
fn strings_of_importers_are_free_and_their_names_are_not() {
    let source = Source::new("crates/formats/src/a.rs", "let contact = \"Contact\"; // Contact".into());
    assert_eq!(wrong_words(&source.path, &own_words(&source)).len(), 1);
}
