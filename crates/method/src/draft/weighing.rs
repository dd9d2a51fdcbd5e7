//! Weighs what a sentence is made of: for turns of phrase that no rule has written down.
//!
//! Serves the draft check. Each fault is a sum of weights, one for each mark of the sentence; the weights stand in
//! `weighing/weights.txt`, are learned from labelled drafts by `cargo run -p method --example learn`, and can be read.
//! It refuses to learn while it checks, and to judge more than one sentence at a time.

pub mod marks;
mod meanings;

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

use self::marks::{Earlier, Mark, each_mark, key_of};
use super::rules::Hit;
use super::sentences::Sentence;

/// How many faults are weighed; they are the first rules of the catalogue.
pub const FAULTS: usize = 3;

/// A number for each fault, in the order of the catalogue.
pub type PerFault = [f32; FAULTS];

/// Above this the marks alone make it a fault.
const LINE: PerFault = [0.05, 0.05, 0.05];

/// Below this the marks speak against a phrase that a rule found.
const DOUBT: PerFault = [-0.6, -0.6, -0.6];

const WEIGHTS: &str = include_str!("weighing/weights.txt");

struct Weights {
    marks: HashMap<u64, (u32, PerFault), BuildHasherDefault<AsItIs>>,
    lean: PerFault,
}

static LEARNED: LazyLock<Weights> = LazyLock::new(|| {
    let mut weights = Weights { marks: HashMap::default(), lean: [0.0; FAULTS] };
    for (number, line) in (0..).zip(WEIGHTS.lines().filter(|line| !line.starts_with('#'))) {
        let mut fields = line.split('\t');
        let Some(name) = fields.next() else { continue };
        let per_fault = [(); FAULTS].map(|()| fields.next().and_then(|field| field.parse().ok()).unwrap_or(0.0));
        if name == "lean" {
            weights.lean = per_fault;
        } else {
            weights.marks.insert(key_of(name), (number, per_fault));
        }
    }
    weights
});

/// The keys are spread already.
#[derive(Default)]
struct AsItIs(u64);

impl Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |sum, byte| sum.rotate_left(8) ^ u64::from(*byte));
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = number;
    }
}

/// What the weights say of one sentence.
#[derive(Debug)]
pub struct Weighed {
    sums: PerFault,
    /// Of every word and fault, how much the marks on it add.
    words: Vec<PerFault>,
}

/// Weighs the sentences of a draft, in their order.
pub fn weighed(sentences: &[Sentence]) -> Vec<Weighed> {
    let mut earlier = Earlier::default();
    sentences.iter().map(|sentence| weigh(sentence, &mut earlier)).collect()
}

fn weigh(sentence: &Sentence, earlier: &mut Earlier) -> Weighed {
    let mut known: Vec<(u32, PerFault, usize, usize)> = Vec::new();
    each_mark(sentence, earlier, |mark: Mark| {
        if let Some((number, weights)) = LEARNED.marks.get(&mark.key()) {
            known.push((*number, *weights, mark.from, mark.to));
        }
    });
    known.sort_unstable_by_key(|mark| mark.0);
    known.dedup_by_key(|mark| mark.0);
    let share = share(known.len());
    let mut weighed = Weighed { sums: LEARNED.lean, words: vec![[0.0; FAULTS]; sentence.tokens.len()] };
    for (_, weights, from, to) in known {
        for (fault, weight) in weights.iter().enumerate() {
            let adds = weight * share;
            weighed.sums[fault] += adds;
            weighed.words[from][fault] += adds / 2.0;
            weighed.words[to][fault] += adds / 2.0;
        }
    }
    weighed
}

/// How much one known mark of so many counts: a long sentence is not more of a fault than a short one.
#[expect(clippy::cast_precision_loss, reason = "a sentence has a few thousand marks at most")]
pub fn share(marks: usize) -> f32 {
    (30.0 / marks.max(1) as f32).sqrt()
}

impl Weighed {
    /// Whether what a rule found of this fault is doubted.
    pub fn doubts(&self, fault: usize) -> bool {
        fault < FAULTS && self.sums[fault] < DOUBT[fault]
    }

    /// The faults that the marks alone show.
    pub fn faults(&self) -> impl Iterator<Item = usize> {
        (0..FAULTS).filter(|fault| self.sums[*fault] > LINE[*fault])
    }

    /// The sum of a fault, to learn from and to show.
    pub fn sum(&self, fault: usize) -> f32 {
        self.sums[fault]
    }

    /// A finding for a fault: the clause whose words weigh most, with those beside it that add to it.
    pub fn hit(&self, fault: usize, sentence: &Sentence, instead: &'static str) -> Hit {
        let (start, end) = self.heaviest(fault, sentence);
        Hit { rule: fault, start, at: start, end, instead, pressed: false }
    }

    fn heaviest(&self, fault: usize, sentence: &Sentence) -> (usize, usize) {
        let tokens = &sentence.tokens;
        let mut best = (0, tokens.len());
        let (mut most, mut start) = (f32::MIN, 0);
        for at in 0..=tokens.len() {
            if at < tokens.len() && !tokens[at].mark {
                continue;
            }
            let sum: f32 = self.words[start..at].iter().map(|word| word[fault]).sum();
            if at > start + 1 && sum > most {
                (most, best) = (sum, (start, at));
            }
            start = at + 1;
        }
        best
    }
}
