//! How well people who stand twice are found, on labelled sets, and how fast: `cargo xtask bench matching`.
//!
//! It reads the sets from the folders that it is given and prints a table. The sets are other people's and are not kept
//! here. It refuses to tune anything: the thresholds are those that everybody gets.

#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::disallowed_macros,
    reason = "a measurement reads files, looks at the clock and prints"
)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Instant;

use method::list::duplicates::born::Born;
use method::list::duplicates::card::Card;
use method::list::duplicates::{Verdict, pairs};

#[path = "matching/csv.rs"]
mod csv;
#[path = "matching/crowd.rs"]
mod crowd;

/// A labelled set: the entries, and who each of them is.
struct Set {
    name: &'static str,
    note: &'static str,
    files: &'static [&'static str],
    read: fn(&BTreeMap<String, String>) -> (Card, String),
}

const SETS: &[Set] = &[
    Set { name: "FEBRL 1", note: "tuned on", files: &["dataset1.csv"], read: febrl },
    Set { name: "FEBRL 2", note: "tuned on", files: &["dataset2.csv"], read: febrl },
    Set { name: "FEBRL 3", note: "", files: &["dataset3.csv"], read: febrl },
    Set { name: "FEBRL 4", note: "", files: &["dataset4a.csv", "dataset4b.csv"], read: febrl },
    Set { name: "fake_1000", note: "", files: &["fake_1000.csv"], read: fake },
    Set { name: "historical_50k", note: "", files: &["historical_50k.csv"], read: historical },
];

fn main() {
    let folders: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    println!("| set | entries | true pairs | precision | recall | F1 | precision of *same* | *same* | seconds |");
    println!("|---|---|---|---|---|---|---|---|---|");
    for set in SETS {
        match read(set, &folders) {
            Some(entries) => judge(set, &entries),
            None => println!("| {} | not found: {} | | | | | | | |", set.name, set.files.join(", ")),
        }
    }
    println!();
    crowd::measure();
}

fn read(set: &Set, folders: &[PathBuf]) -> Option<Vec<(Card, String)>> {
    let mut entries = Vec::new();
    for file in set.files {
        let found = folders.iter().find_map(|folder| std::fs::read_to_string(Path::new(folder).join(file)).ok())?;
        entries.extend(csv::rows(&found).iter().map(set.read));
    }
    Some(entries)
}

fn judge(set: &Set, entries: &[(Card, String)]) {
    let cards: Vec<Card> = entries.iter().map(|(card, _)| card.clone()).collect();
    let start = Instant::now();
    let found = pairs(&cards);
    let seconds = start.elapsed().as_secs_f64();
    let is_true = |a: usize, b: usize| entries[a].1 == entries[b].1;
    let mut who: BTreeMap<&str, usize> = BTreeMap::new();
    entries.iter().for_each(|(_, label)| *who.entry(label).or_default() += 1);
    let all: usize = who.values().map(|count| count * (count - 1) / 2).sum();
    let said = found.iter().filter(|pair| pair.verdict != Verdict::Possible);
    let (right, wrong): (Vec<_>, Vec<_>) = said.partition(|pair| is_true(pair.a, pair.b));
    let same: Vec<_> = found.iter().filter(|pair| pair.verdict == Verdict::Same).collect();
    let same_right = same.iter().filter(|pair| is_true(pair.a, pair.b)).count();
    let (precision, recall) = (share(right.len(), right.len() + wrong.len()), share(right.len(), all));
    let f1 = 2.0 * precision * recall / (precision + recall).max(f64::EPSILON);
    let name = if set.note.is_empty() { set.name.to_owned() } else { format!("{} ({})", set.name, set.note) };
    println!(
        "| {name} | {} | {all} | {precision:.3} | {recall:.3} | {f1:.3} | {:.4} | {} | {seconds:.2} |",
        entries.len(),
        share(same_right, same.len()),
        same.len(),
    );
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        return 1.0;
    }
    let number = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    number(part) / number(whole)
}

fn of<'a>(row: &'a BTreeMap<String, String>, column: &str) -> &'a str {
    row.get(column).map_or("", String::as_str)
}

/// Names, postal address and birthday; the number of the social insurance is left out, nobody's address book has it.
fn febrl(row: &BTreeMap<String, String>) -> (Card, String) {
    let mut card = Card::default();
    card.name("", Some(of(row, "given_name")), Some(of(row, "surname")));
    let columns = ["street_number", "address_1", "address_2", "suburb", "state", "postcode"];
    card.postal(&columns.map(|column| of(row, column)).join(" "));
    card.birthday(Born::of(of(row, "date_of_birth")));
    let label = of(row, "rec_id").split('-').nth(1).unwrap_or_default();
    (card, label.to_owned())
}

fn fake(row: &BTreeMap<String, String>) -> (Card, String) {
    let mut card = Card::default();
    card.name("", Some(of(row, "first_name")), Some(of(row, "surname")));
    let email = of(row, "email").to_lowercase();
    card.reached(&Some(email).filter(|email| !email.is_empty()).into_iter().collect::<Vec<_>>(), &[], &[]);
    card.postal(of(row, "city"));
    card.birthday(Born::of(of(row, "dob")));
    (card, of(row, "cluster").to_owned())
}

fn historical(row: &BTreeMap<String, String>) -> (Card, String) {
    let mut card = Card::default();
    card.name(of(row, "full_name"), None, None);
    card.name("", Some(of(row, "first_name")), Some(of(row, "surname")));
    card.postal(&[of(row, "birth_place"), of(row, "postcode_fake")].join(" "));
    card.work(None, Some(of(row, "occupation")));
    card.birthday(Born::of(of(row, "dob")));
    (card, of(row, "cluster").to_owned())
}
