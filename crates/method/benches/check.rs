//! How well the draft check tells good drafts from bad ones, and how fast it reads.
//!
//! It serves M10. `cargo xtask bench check` prints precision and recall per fault for both halves of the corpus, for the
//! check and for a plain list of words, and the check's speed beside that of splitting a text into words. It refuses to
//! name a draft: of the half that the author of the rules has not read, only figures leave this program.
#![expect(clippy::print_stdout, clippy::disallowed_macros, reason = "a bench talks to whoever started it")]
#![expect(clippy::disallowed_types, clippy::disallowed_methods, reason = "a bench measures time")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use method::draft::{Severity, check};

#[path = "../tests/drafts/labelled.rs"]
mod labelled;
use labelled::{FAULTS, Labelled, labelled};

/// The program asks for memory in this way too.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const HALVES: [(&str, &str); 2] = [
    ("development", include_str!("../tests/drafts/corpus_development.txt")),
    ("held out", include_str!("../tests/drafts/corpus_held_out.txt")),
];

/// Words that a plain list would look for, one list per fault, in the order of `FAULTS`.
const WORD_LISTS: [&[&str]; 3] = [
    &[
        "job",
        "hire",
        "interview",
        "referral",
        "recommend",
        "refer",
        "resume",
        "cv",
        "position",
        "put in a word",
        "good word",
    ],
    &["hiring", "opening", "openings", "vacancy", "vacancies", "recruiting", "headcount", "positions", "jobs", "roles"],
    &[
        "keep an eye",
        "in mind",
        "hear of",
        "anything",
        "help me",
        "desperate",
        "urgent",
        "asap",
        "review",
        "list of",
        "let me know",
    ],
];

fn main() {
    let started = Instant::now();
    black_box(check(black_box("Would you be open to half an hour?")));
    let first = started.elapsed();
    println!("{:<12} {:<10} {:<24} precision  recall  drafts with it", "half", "by", "fault");
    for (half, set) in HALVES {
        let drafts = labelled(set);
        show(half, "check", &drafts, &found_by_check);
        show(half, "word list", &drafts, &found_by_words);
    }
    speed();
    println!("the first draft, for which every table is made: {:.3} ms", first.as_secs_f64() * 1e3);
}

/// Which faults a judge finds in a text, in the order of `FAULTS`.
type Judge = dyn Fn(&str) -> [bool; 3];

fn found_by_check(text: &str) -> [bool; 3] {
    let findings = check(text);
    FAULTS.map(|fault| findings.iter().any(|f| f.severity == Severity::Fault && f.rule == fault.1))
}

fn found_by_words(text: &str) -> [bool; 3] {
    let plain: String = text.to_lowercase().replace('é', "e");
    let plain: String = plain.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let plain = format!(" {} ", plain.split_whitespace().collect::<Vec<_>>().join(" "));
    WORD_LISTS.map(|list| list.iter().any(|word| plain.contains(&format!(" {word} "))))
}

fn show(half: &str, by: &str, drafts: &[Labelled], judge: &Judge) {
    let judged: Vec<([bool; 3], &Labelled)> = drafts.iter().map(|draft| (judge(&draft.text), draft)).collect();
    for (place, (_, fault)) in FAULTS.iter().enumerate() {
        let count = |found: bool, labelled: bool| {
            let same = judged.iter().filter(|(f, draft)| f[place] == found && draft.faults.contains(fault) == labelled);
            u32::try_from(same.count()).unwrap_or(u32::MAX)
        };
        let (right, wrong, missed) = (count(true, true), count(true, false), count(false, true));
        let share = |other: u32| f64::from(right) / f64::from(right + other).max(1.0);
        println!(
            "{half:<12} {by:<10} {fault:<24} {:>9.2} {:>7.2} {:>8} of {}",
            share(wrong),
            share(missed),
            right + missed,
            drafts.len()
        );
    }
}

/// Reads 100 kB of drafts and one usual draft, and splits the same into words.
fn speed() {
    let drafts = labelled(HALVES[0].1);
    let long: String = drafts.iter().map(|draft| draft.text.as_str()).collect::<Vec<_>>().join("\n\n");
    let long: String = long.chars().cycle().take(100_000).collect();
    let mut by_length: Vec<&str> = drafts.iter().map(|draft| draft.text.as_str()).collect();
    by_length.sort_by_key(|text| text.len());
    let usual = by_length[by_length.len() / 2];
    for (what, text) in [("100 kB", long.as_str()), ("a usual draft", usual)] {
        let read = fastest(&|| {
            black_box(check(black_box(text)));
        });
        let split = fastest(&|| {
            black_box(black_box(text).split_whitespace().map(str::to_lowercase).collect::<Vec<_>>());
        });
        let ratio = read.as_secs_f64() / split.as_secs_f64().max(1e-9);
        println!("{what}: {:.3} ms, {ratio:.0} times as long as splitting into words", read.as_secs_f64() * 1e3);
    }
}

/// The fastest of twenty runs: what the machine can do when it is left alone.
fn fastest(run: &dyn Fn()) -> Duration {
    let timed = (0..20).map(|_| {
        let started = Instant::now();
        run();
        started.elapsed()
    });
    timed.min().unwrap_or_default()
}
