//! Learns the weights of the draft check from labelled drafts.
//!
//! It serves the authors of the draft check: `cargo run -p method --example learn` reads every set in
//! crates/method/tests/drafts but the half of the corpus that is held out, and writes
//! crates/method/src/draft/weighing/weights.txt anew. `learn try FILE…` learns from the sets without those files and says
//! how well their drafts are judged then; `learn fifths FILE…` also learns from the four fifths of those drafts that it
//! does not judge; `misses` before a file shows what went wrong. It refuses to read the half that is held out.
#![expect(clippy::print_stdout, clippy::disallowed_macros, reason = "a program that is started by hand")]
#![expect(clippy::disallowed_methods, reason = "it reads and writes files of the repository")]

#[path = "learn/lessons.rs"]
mod lessons;
#[path = "learn/margin.rs"]
mod margin;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use method::draft::weighing::marks::WANTED;
use method::draft::weighing::{DOUBT, LINE};

use lessons::{Draft, FAULTS, drafts, examples};
use margin::{Row, learned};

/// A mark that fewer sentences have says nothing.
const FEWEST: usize = 3;

/// Weights smaller than this are left out.
const SMALLEST: f32 = 0.02;

/// How often the examples of the rules are told; they say what a rule is, so they weigh more than any draft.
const OWN: usize = 3;

/// The fault for which the marks of who wants what are weighed: for the others they found nothing more.
const ASKS_FOR_A_JOB: usize = 0;

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let named: Vec<PathBuf> = arguments.iter().filter(|word| word.ends_with(".txt")).map(PathBuf::from).collect();
    let misses = arguments.iter().any(|word| word == "misses");
    let sets = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/drafts");
    let mut known = read(&sets_in(&sets, &named)?)?;
    known.extend((0..OWN).flat_map(|_| examples()));
    match arguments.first().map(String::as_str) {
        None => write(&known),
        Some("try") => {
            let taught: Vec<&Draft> = known.iter().collect();
            let taught = Taught::of(&taught);
            for file in &named {
                let drafts = read(std::slice::from_ref(file))?;
                let judged: Vec<Judged> = drafts.iter().map(|draft| taught.judge(draft)).collect();
                show(&file.display().to_string(), &judged, misses);
            }
            Ok(())
        }
        Some("fifths") => {
            let drafts = read(&named)?;
            show("fifths", &by_fifths(&known, &drafts), misses);
            Ok(())
        }
        Some(other) => Err(format!("{other} is no chore of this program: try, fifths, or nothing").into()),
    }
}

fn sets_in(folder: &Path, without: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    let mut sets = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let left_out =
            path.ends_with("corpus_held_out.txt") || without.iter().any(|w| w.file_name() == path.file_name());
        if path.extension().is_some_and(|end| end == "txt") && !left_out {
            sets.push(path);
        }
    }
    sets.sort();
    Ok(sets)
}

fn read(files: &[PathBuf]) -> Result<Vec<Draft>, Failure> {
    let mut all = Vec::new();
    for file in files {
        all.extend(drafts(&std::fs::read_to_string(file)?));
    }
    Ok(all)
}

/// What was learned from some drafts.
struct Taught {
    numbers: BTreeMap<String, usize>,
    /// Per fault, the weights of the marks, and last how much it leans by itself.
    weights: Vec<Vec<f32>>,
}

impl Taught {
    fn of(drafts: &[&Draft]) -> Self {
        let mut times: BTreeMap<&String, usize> = BTreeMap::new();
        for mark in drafts.iter().flat_map(|draft| &draft.sentences).flat_map(|sentence| &sentence.marks) {
            *times.entry(mark).or_default() += 1;
        }
        let kept = times.into_iter().filter(|(_, times)| *times >= FEWEST).map(|(mark, _)| mark.clone());
        let numbers: BTreeMap<String, usize> = kept.zip(0..).collect();
        let mut taught = Self { numbers, weights: Vec::new() };
        for fault in 0..FAULTS.len() {
            let sentences = drafts.iter().flat_map(|draft| &draft.sentences);
            let rows: Vec<(Row, f32)> = sentences
                .filter_map(|sentence| {
                    Some((taught.row(&sentence.marks, fault), if sentence.has[fault]? { 1.0 } else { -1.0 }))
                })
                .collect();
            let weights = learned(&rows, taught.numbers.len() + 1);
            taught.weights.push(weights);
        }
        taught
    }

    fn row(&self, marks: &std::collections::BTreeSet<String>, fault: usize) -> Row {
        let (wanted, others): (Vec<_>, Vec<_>) =
            marks.iter().partition(|mark| WANTED.iter().any(|start| mark.starts_with(start)));
        let known = |marks: Vec<&String>| -> Vec<usize> {
            marks.into_iter().filter_map(|mark| self.numbers.get(mark).copied()).collect()
        };
        let mut marks = known(others);
        let share = method::draft::weighing::share(marks.len());
        if fault == ASKS_FOR_A_JOB {
            marks.extend(known(wanted));
        }
        Row { marks, share, lean: self.numbers.len() }
    }

    fn judge<'a>(&self, draft: &'a Draft) -> Judged<'a> {
        let sums: Vec<[f32; 3]> = draft
            .sentences
            .iter()
            .map(|sentence| [0, 1, 2].map(|fault| self.row(&sentence.marks, fault).times(&self.weights[fault])))
            .collect();
        let found = [0, 1, 2].map(|fault| {
            sums.iter()
                .zip(&draft.sentences)
                .any(|(sum, sentence)| sum[fault] > LINE[fault] || (sentence.found[fault] && sum[fault] > DOUBT[fault]))
        });
        Judged { draft, sums, found }
    }
}

/// A draft, and what the weights say of it.
struct Judged<'a> {
    draft: &'a Draft,
    sums: Vec<[f32; 3]>,
    found: [bool; 3],
}

fn by_fifths<'a>(known: &'a [Draft], drafts: &'a [Draft]) -> Vec<Judged<'a>> {
    let mut judged = Vec::new();
    for fifth in 0..5 {
        let (here, rest): (Vec<_>, Vec<_>) = drafts.iter().enumerate().partition(|(number, _)| number % 5 == fifth);
        let taught: Vec<&Draft> = known.iter().chain(rest.into_iter().map(|(_, draft)| draft)).collect();
        let taught = Taught::of(&taught);
        judged.extend(here.into_iter().map(|(_, draft)| taught.judge(draft)));
    }
    judged
}

fn show(name: &str, judged: &[Judged], misses: bool) {
    println!("{name}: {} drafts", judged.len());
    for (fault, (letter, _)) in FAULTS.iter().enumerate() {
        let count = |found: bool, has: bool| {
            judged.iter().filter(|one| one.found[fault] == found && one.draft.has[fault] == has).count()
        };
        let by_rules = |has: bool| {
            let found = |one: &&Judged| one.draft.sentences.iter().any(|sentence| sentence.found[fault]);
            judged.iter().filter(|one| one.draft.has[fault] == has).filter(found).count()
        };
        let (right, wrong, missed) = (count(true, true), count(true, false), count(false, true));
        let of = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
        println!(
            "  {letter} precision {:.2} recall {:.2} ({right} right, {wrong} wrong, {missed} missed) · phrases alone {:.2} {:.2}",
            of(right, right + wrong),
            of(right, right + missed),
            of(by_rules(true), by_rules(true) + by_rules(false)),
            of(by_rules(true), right + missed),
        );
        for line in [-0.2, -0.1, 0.0, 0.05, 0.1, 0.2, 0.3, 0.4] {
            for doubt in [-0.8, -0.6, -0.4, -0.2, 0.0] {
                let found = |one: &&Judged| {
                    one.sums
                        .iter()
                        .zip(&one.draft.sentences)
                        .any(|(sum, sentence)| sum[fault] > line || (sentence.found[fault] && sum[fault] > doubt))
                };
                let right = judged.iter().filter(found).filter(|one| one.draft.has[fault]).count();
                let all = judged.iter().filter(found).count();
                print!("  {line}/{doubt}: {:.2} {:.2}", of(right, all), of(right, count(true, true) + missed));
            }
            println!();
        }
    }
    let clean = judged.iter().filter(|one| one.draft.has == [false; 3]);
    let wrongly = clean.clone().filter(|one| one.found != [false; 3]).count();
    println!("  {wrongly} of {} clean drafts wrongly", clean.count());
    if misses {
        show_misses(judged);
    }
}

fn show_misses(judged: &[Judged]) {
    for (fault, (letter, _)) in FAULTS.iter().enumerate() {
        for one in judged.iter().filter(|one| one.draft.has[fault] && !one.found[fault]) {
            let best = one.sums.iter().map(|sum| sum[fault]).fold(f32::MIN, f32::max);
            println!("missed {letter} {best:.1}: {}", one.draft.quotes(fault));
        }
        for one in judged.iter().filter(|one| !one.draft.has[fault] && one.found[fault]) {
            for (sum, sentence) in one.sums.iter().zip(&one.draft.sentences) {
                if sum[fault] > LINE[fault] || (sentence.found[fault] && sum[fault] > DOUBT[fault]) {
                    let by = if sentence.found[fault] { " phrase" } else { "" };
                    println!("wrong {letter} {:.1}{by} [{}]: {}", sum[fault], one.draft.letters, sentence.text);
                }
            }
        }
    }
}

fn write(known: &[Draft]) -> Result<(), Failure> {
    let all: Vec<&Draft> = known.iter().collect();
    let taught = Taught::of(&all);
    let mut text = String::from(
        "# What each mark of a sentence adds, in thousandths, to asks_for_a_job, asks_who_is_hiring and makes_it_their_problem.\n\
         # Written by `cargo run -p method --example learn`; the marks are explained in weighing/marks.rs.\n",
    );
    let line = |name: &str, number: usize| {
        let fields: Vec<String> =
            taught.weights.iter().map(|weights| format!("{:.0}", weights[number] * 1000.0)).collect();
        format!("{name}\t{}\n", fields.join("\t"))
    };
    text += &line("lean", taught.numbers.len());
    for (name, number) in &taught.numbers {
        if taught.weights.iter().any(|weights| weights[*number].abs() >= SMALLEST) {
            text += &line(name, *number);
        }
    }
    std::fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/draft/weighing/weights.txt"), text)?;
    println!("{} drafts, {} marks", known.len(), taught.numbers.len());
    Ok(())
}
