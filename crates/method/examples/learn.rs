//! Learns the weights of the draft check from labelled drafts.
//!
//! It serves the authors of the draft check: `cargo run -p method --example learn` reads every set in
//! crates/method/tests/drafts but the half of the corpus that is held out, and writes
//! crates/method/src/draft/weighing/weights.txt anew. `learn try FILE…` learns from the sets without those files and says
//! how well their drafts are judged then; `learn fifths FILE…` also learns from the four fifths of those drafts that it
//! does not judge; `misses` before a file shows what went wrong. It refuses to read the half that is held out.
#![expect(clippy::print_stdout, clippy::disallowed_macros, reason = "a program that is started by hand")]
#![expect(clippy::disallowed_methods, reason = "it reads and writes files of the repository")]

#[path = "learn/judged.rs"]
mod judged;
#[path = "learn/lessons.rs"]
mod lessons;
#[path = "learn/margin.rs"]
mod margin;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use method::draft::weighing::marks::WANTED;
use method::draft::weighing::moved;

use judged::{Judged, show};
use lessons::{Draft, FAULTS, drafts, examples, own_words};
use margin::{Row, learned};

/// A mark that fewer sentences have says nothing.
const FEWEST: usize = 3;

/// So many drafts that stand beside one another go into the same fifth: many are twins.
const TOGETHER: usize = 20;

/// Weights smaller than this are left out.
const SMALLEST: f32 = 0.045;

/// How often the examples of the rules are told, and what halfhour itself would say; they weigh more than any draft.
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
    for said in own_snapshots()? {
        known.extend((0..OWN).flat_map(|_| own_words(&said)));
    }
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

/// What halfhour has invented seekers say.
fn own_snapshots() -> Result<Vec<String>, Failure> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/prepared/snapshots");
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    files.retain(|file| ["_ask.snap", "_story.snap"].iter().any(|end| file.to_string_lossy().ends_with(end)));
    files.sort();
    files.iter().map(|file| Ok(std::fs::read_to_string(file)?)).collect()
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
    /// Per fault, the weights of the marks in a sentence, and last how much it leans by itself.
    weights: Vec<Vec<f32>>,
    /// The same of the marks in a whole draft.
    whole: Vec<Vec<f32>>,
}

impl Taught {
    fn of(drafts: &[&Draft]) -> Self {
        let mut times: BTreeMap<&String, usize> = BTreeMap::new();
        for mark in drafts.iter().flat_map(|draft| &draft.sentences).flat_map(|sentence| &sentence.marks) {
            *times.entry(mark).or_default() += 1;
        }
        let kept = times.into_iter().filter(|(_, times)| *times >= FEWEST).map(|(mark, _)| mark.clone());
        let numbers: BTreeMap<String, usize> = kept.zip(0..).collect();
        let mut taught = Self { numbers, weights: Vec::new(), whole: Vec::new() };
        for fault in 0..FAULTS.len() {
            let sentences = drafts.iter().flat_map(|draft| &draft.sentences);
            let rows: Vec<(Row, f32)> = sentences
                .filter_map(|sentence| {
                    Some((taught.row(&sentence.marks, fault), if sentence.has[fault]? { 1.0 } else { -1.0 }))
                })
                .collect();
            taught.weights.push(learned(&rows, taught.numbers.len() + 1));
            let rows: Vec<(Row, f32)> = drafts
                .iter()
                .filter_map(|draft| Some((taught.whole_row(draft), if draft.known(fault)? { 1.0 } else { -1.0 })))
                .collect();
            taught.whole.push(learned(&rows, taught.numbers.len() + 1));
        }
        taught.without_the_small()
    }

    /// The same without the marks that weigh next to nothing: they are not written, and so must not be counted.
    fn without_the_small(self) -> Self {
        let lean = self.numbers.len();
        let is_kept = |number: usize| self.each().any(|weights| weights[number].abs() >= SMALLEST);
        let kept: Vec<(String, usize)> =
            self.numbers.iter().filter(|(_, number)| is_kept(**number)).map(|(mark, at)| (mark.clone(), *at)).collect();
        let of_kept = |weights: &Vec<f32>| {
            let numbers = kept.iter().map(|(_, number)| *number).chain([lean]);
            numbers.map(|number| weights[number]).collect::<Vec<f32>>()
        };
        let (weights, whole) = (self.weights.iter().map(of_kept).collect(), self.whole.iter().map(of_kept).collect());
        Self { numbers: kept.into_iter().map(|(mark, _)| mark).zip(0..).collect(), weights, whole }
    }

    /// Every list of weights, in the order in which they are written.
    fn each(&self) -> impl Iterator<Item = &Vec<f32>> {
        self.weights.iter().chain(&self.whole)
    }

    fn whole_row(&self, draft: &Draft) -> Row {
        let all: BTreeSet<&String> = draft.sentences.iter().flat_map(|sentence| &sentence.marks).collect();
        let marks: Vec<usize> = all.into_iter().filter_map(|mark| self.numbers.get(mark).copied()).collect();
        let share = method::draft::weighing::share(marks.len());
        Row { marks, share, lean: self.numbers.len() }
    }

    fn row(&self, marks: &BTreeSet<String>, fault: usize) -> Row {
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
        let row = self.whole_row(draft);
        let whole = [0, 1, 2].map(|fault| moved(row.times(&self.whole[fault])));
        let sums: Vec<[f32; 3]> = draft
            .sentences
            .iter()
            .map(|sentence| [0, 1, 2].map(|fault| self.row(&sentence.marks, fault).times(&self.weights[fault])))
            .collect();
        Judged { draft, sums, whole }
    }
}

fn by_fifths<'a>(known: &'a [Draft], drafts: &'a [Draft]) -> Vec<Judged<'a>> {
    let mut judged = Vec::new();
    for fifth in 0..5 {
        let (here, rest): (Vec<_>, Vec<_>) =
            drafts.iter().enumerate().partition(|(number, _)| number / TOGETHER % 5 == fifth);
        let taught: Vec<&Draft> = known.iter().chain(rest.into_iter().map(|(_, draft)| draft)).collect();
        let taught = Taught::of(&taught);
        judged.extend(here.into_iter().map(|(_, draft)| taught.judge(draft)));
    }
    judged
}

fn write(known: &[Draft]) -> Result<(), Failure> {
    let all: Vec<&Draft> = known.iter().collect();
    let taught = Taught::of(&all);
    let mut text = String::from(
        "# What each mark adds, in thousandths, to asks_for_a_job, asks_who_is_hiring and makes_it_their_problem: thrice where\n\
         # it stands in a sentence, then thrice where it stands anywhere in a draft.\n\
         # Written by `cargo run -p method --example learn`; the marks are explained in weighing/marks.rs.\n",
    );
    let line = |name: &str, number: usize| {
        let fields: Vec<String> = taught.each().map(|weights| format!("{:.0}", weights[number] * 1000.0)).collect();
        format!("{name}\t{}\n", fields.join("\t"))
    };
    text += &line("lean", taught.numbers.len());
    for (name, number) in &taught.numbers {
        text += &line(name, *number);
    }
    std::fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/draft/weighing/weights.txt"), text)?;
    println!("{} drafts, {} marks", known.len(), taught.numbers.len());
    Ok(())
}
