//! How long the search for duplicates and an import take in a crowd that is made up, with many widespread names.

use std::time::{Duration, Instant};

use jiff::civil::{Date, date};
use method::campaign::Campaign;
use method::id::Ids;
use method::list::duplicates::duplicates;
use method::list::import::import;
use method::list::reading::{Findings, PersonRow, Reading};

const TODAY: Date = date(2026, 11, 23);

/// Measures and prints.
pub fn measure() {
    println!("| work | people | seconds | offered |");
    println!("|---|---|---|---|");
    for people in [5_000, 20_000, 80_000] {
        let (campaign, _) = imported(people);
        let (took, offered) = fastest(|| duplicates(&campaign).len());
        println!("| full duplicates | {people} | {:.2} | {offered} |", took.as_secs_f64());
    }
    let (campaign, ids) = imported(10_000);
    let more = file("more", rows(1_000, 77));
    let (took, changes) = fastest(|| import(&campaign, &ids, TODAY, std::slice::from_ref(&more)).changes.len());
    println!("| import of 1,000 into | 10000 | {:.3} | {changes} changes |", took.as_secs_f64());
}

fn fastest(work: impl Fn() -> usize) -> (Duration, usize) {
    let run = || {
        let start = Instant::now();
        let outcome = work();
        (start.elapsed(), outcome)
    };
    (0..3).map(|_| run()).min().unwrap_or_default()
}

fn imported(people: u32) -> (Campaign, Ids) {
    let (mut campaign, ids) = (Campaign::default(), Ids::default());
    let changes = import(&campaign, &ids, TODAY, &[file("crowd", rows(people, 7))]).changes;
    campaign.apply(changes);
    (campaign, ids)
}

fn file(kind: &str, rows: Vec<PersonRow>) -> Reading {
    Reading {
        file: format!("{kind}.csv"),
        kind: kind.into(),
        digest: kind.into(),
        read: rows.len(),
        findings: Findings::People(rows),
        problems: Vec::new(),
        columns: Vec::new(),
        said: Vec::new(),
        left_out: None,
    }
}

const GIVEN: &[&str] = &[
    "Maria",
    "John",
    "Ana",
    "Mohammed",
    "Wei",
    "Li",
    "James",
    "Robert",
    "Elena",
    "Peter",
    "Katharina",
    "Bob",
    "Yuki",
    "Olga",
    "Carlos",
    "Fatima",
    "Raj",
    "Ingrid",
    "Zoe",
    "Tobias",
    "Priya",
    "Hiro",
    "Noor",
    "Lars",
];
const FAMILY: &[&str] = &[
    "Smith",
    "Garcia",
    "Wang",
    "Kim",
    "Nguyen",
    "Silva",
    "Müller",
    "Johnson",
    "Khan",
    "Rossi",
    "Ivanov",
    "Sato",
    "Okafor",
    "Lindqvist",
    "Pereira",
    "Haddad",
];
const PARTS: &[&str] =
    &["bar", "len", "quo", "dar", "mi", "tos", "vel", "kan", "ru", "pel", "gor", "shi", "wen", "ost"];

/// Invented rows, the same for the same seed: a third has a widespread name, every tenth is there twice.
fn rows(people: u32, seed: u64) -> Vec<PersonRow> {
    let mut dice = Dice(seed);
    let mut rows: Vec<PersonRow> = Vec::new();
    for place in 1..=people {
        if place % 10 == 0
            && let Some(before) = rows.last().cloned()
        {
            rows.push(again(&mut dice, before, place));
            continue;
        }
        let given = dice.one_of(GIVEN).to_owned();
        let family = if dice.below(3) == 0 { dice.one_of(FAMILY).to_owned() } else { made_up(&mut dice) };
        let at = made_up(&mut dice);
        rows.push(PersonRow {
            place,
            key: place.to_string(),
            name: format!("{given} {family}"),
            emails: vec![format!("{}.{}@{}.example", given, place, at).to_lowercase()],
            phones: vec![format!("+47 {:08}", dice.below(90_000_000))],
            links: vec![format!("linkedin.com/in/{given}-{place}-{seed}").to_lowercase()],
            organization: Some(format!("{} {}", at, dice.one_of(PARTS))),
            title: Some(format!("{} planner", dice.one_of(PARTS))),
            ..PersonRow::default()
        });
    }
    rows
}

fn again(dice: &mut Dice, before: PersonRow, place: u32) -> PersonRow {
    let name = before.name.to_uppercase();
    let phones = if dice.below(2) == 0 { before.phones } else { Vec::new() };
    PersonRow {
        place,
        key: place.to_string(),
        name,
        phones,
        organization: before.organization,
        emails: vec![format!("home{place}@home.example")],
        ..PersonRow::default()
    }
}

fn made_up(dice: &mut Dice) -> String {
    let parts = 2 + dice.below(2);
    let name: String = (0..parts).map(|_| dice.one_of(PARTS)).collect();
    name[..1].to_uppercase() + &name[1..]
}

/// Numbers that look thrown (xorshift), the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 20).unwrap_or(0) % most
    }

    fn one_of<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.below(all.len())]
    }
}
