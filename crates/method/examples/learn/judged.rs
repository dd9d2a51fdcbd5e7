//! What the weights say of drafts, beside what their labels say.
//!
//! Serves `learn`: precision and recall of each fault where the lines of the check stand and where they could stand, and
//! the drafts that went wrong. It refuses to choose a line.

use method::draft::weighing::{DOUBT, LINE};

use crate::lessons::{Draft, FAULTS};

/// A draft, and what the weights say of it.
pub struct Judged<'a> {
    /// The draft with its labels.
    pub draft: &'a Draft,
    /// Of each sentence and fault, what its own marks add up to.
    pub sums: Vec<[f32; 3]>,
    /// What the whole draft adds.
    pub whole: [f32; 3],
}

impl Judged<'_> {
    fn found(&self, fault: usize) -> bool {
        self.found_with(fault, LINE[fault], DOUBT[fault])
    }

    fn found_with(&self, fault: usize, line: f32, doubt: f32) -> bool {
        (0..self.sums.len()).any(|at| self.found_in(at, fault, line, doubt))
    }

    /// Whether the fault is found in that sentence. The whole draft speaks up only in the one that says most of it; whether
    /// that is this one changes nothing for the draft.
    fn found_in(&self, at: usize, fault: usize, line: f32, doubt: f32) -> bool {
        let sum = self.sums[at][fault];
        sum + self.whole[fault] > line || (self.draft.sentences[at].found[fault] && sum > doubt)
    }
}

/// Prints the figures of a set, and with `misses` what went wrong.
pub fn show(name: &str, judged: &[Judged], misses: bool) {
    println!("{name}: {} drafts", judged.len());
    for (fault, (letter, _)) in FAULTS.iter().enumerate() {
        let (precision, recall) = figures(judged, fault, |one| one.found(fault));
        let (alone, found_alone) =
            figures(judged, fault, |one| one.draft.sentences.iter().any(|sentence| sentence.found[fault]));
        println!(
            "  {letter} precision {precision:.2} recall {recall:.2} · phrases alone {alone:.2} {found_alone:.2}; other lines:"
        );
        for line in [-0.2, -0.1, 0.0, 0.1, 0.2, 0.3, 0.4] {
            for doubt in [-0.6, -0.4, -0.2, -0.1, 0.0, 0.2] {
                let (precision, recall) = figures(judged, fault, |one| one.found_with(fault, line, doubt));
                print!("  {line}/{doubt}: {precision:.2} {recall:.2}");
            }
            println!();
        }
    }
    let clean: Vec<&Judged> = judged.iter().filter(|one| one.draft.has == [false; 3]).collect();
    let wrongly = clean.iter().filter(|one| (0..3).any(|fault| one.found(fault))).count();
    println!("  {wrongly} of {} clean drafts wrongly", clean.len());
    if misses {
        show_misses(judged);
    }
}

/// Precision and recall of a fault.
fn figures(judged: &[Judged], fault: usize, finds: impl Fn(&Judged) -> bool) -> (f64, f64) {
    let found: Vec<&Judged> = judged.iter().filter(|one| finds(one)).collect();
    let right = found.iter().filter(|one| one.draft.has[fault]).count();
    let with_it = judged.iter().filter(|one| one.draft.has[fault]).count();
    let of = |whole: usize| right as f64 / whole.max(1) as f64;
    (of(found.len()), of(with_it))
}

fn show_misses(judged: &[Judged]) {
    for (fault, (letter, _)) in FAULTS.iter().enumerate() {
        for one in judged.iter().filter(|one| one.draft.has[fault] && !one.found(fault)) {
            let best = one.sums.iter().map(|sum| sum[fault]).fold(f32::MIN, f32::max);
            println!("missed {letter} {best:.1} {:+.1}: {}", one.whole[fault], one.draft.quotes(fault));
        }
        for one in judged.iter().filter(|one| !one.draft.has[fault] && one.found(fault)) {
            for (at, sentence) in one.draft.sentences.iter().enumerate() {
                if one.found_in(at, fault, LINE[fault], DOUBT[fault]) {
                    let by = if sentence.found[fault] { " phrase" } else { "" };
                    let (sum, whole) = (one.sums[at][fault], one.whole[fault]);
                    println!("wrong {letter} {sum:.1} {whole:+.1}{by} [{}]: {}", one.draft.letters, sentence.text);
                }
            }
        }
    }
}
