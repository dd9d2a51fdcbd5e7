//! Weighs what a sentence is made of: for turns of phrase that no rule has written down.
//!
//! Serves the draft check. Each fault is a sum of weights, one for each mark of the sentence; the weights stand in
//! `weighing/weights.txt`, are learned from labelled drafts by `cargo run -p method --example learn`, and can be read.
//! It refuses to learn while it checks, and to judge more than one sentence at a time.

pub mod marks;
pub mod meanings;

use std::sync::LazyLock;

use self::marks::{Earlier, Mark, each_mark, key_of};
use super::rules::Hit;
use super::sentences::Sentence;
use super::tables::Table;
use super::work;

/// How many faults are weighed; they are the first rules of the catalogue.
pub const FAULTS: usize = 3;

/// A number for each fault, in the order of the catalogue.
pub type PerFault = [f32; FAULTS];

/// Above this the marks alone make it a fault.
pub const LINE: PerFault = [0.05, 0.05, 0.05];

/// Below this the marks speak against a phrase that a rule found.
pub const DOUBT: PerFault = [-0.6, -0.6, -0.6];

const WEIGHTS: &str = include_str!("weighing/weights.txt");

struct Weights {
    /// Each mark by its key: its number, and what it adds.
    marks: Table<u64, (usize, PerFault)>,
    /// A bit for the end of every key, because most marks of a sentence are unknown.
    bits: Vec<u64>,
    lean: PerFault,
}

/// How many bits there are: eight for a mark.
const BITS: u64 = 1 << 17;

/// Room for the marks, so that the table need not grow while it is read.
const ROOM: usize = 1 << 14;

static LEARNED: LazyLock<Weights> = LazyLock::new(|| {
    let marks = Table::with_capacity_and_hasher(ROOM, Default::default());
    let mut weights = Weights { marks, bits: vec![0; (BITS / 64) as usize], lean: [0.0; FAULTS] };
    for (number, line) in WEIGHTS.lines().filter(|line| !line.starts_with('#')).enumerate() {
        let mut fields = line.split('\t');
        let Some(name) = fields.next() else { continue };
        let thousandths = [(); FAULTS].map(|()| fields.next().and_then(|field| field.parse::<i16>().ok()).unwrap_or(0));
        let adds = thousandths.map(|weight| f32::from(weight) / 1000.0);
        if name == "lean" {
            weights.lean = adds;
        } else {
            let key = key_of(name);
            weights.bits[place(key)] |= bit(key);
            weights.marks.insert(key, (number, adds));
        }
    }
    weights
});

fn place(key: u64) -> usize {
    ((key % BITS) / 64) as usize
}

fn bit(key: u64) -> u64 {
    1 << (key % 64)
}

impl Weights {
    fn get(&self, key: u64) -> Option<&(usize, PerFault)> {
        if self.bits[place(key)] & bit(key) == 0 { None } else { self.marks.get(&key) }
    }
}

/// What the weights say of one sentence.
#[derive(Debug)]
pub struct Weighed {
    sums: PerFault,
    /// Of every word and fault, how much the marks on it add; empty where no fault is found by them.
    words: Vec<PerFault>,
}

/// Weighs the sentences of a draft, in their order.
pub fn weighed(sentences: &[Sentence]) -> Vec<Weighed> {
    let mut scales = Scales { earlier: Earlier::default(), seen: vec![0; LEARNED.marks.len() + 1], known: Vec::new() };
    (1..).zip(sentences).map(|(number, sentence)| scales.weigh(number, sentence)).collect()
}

struct Scales {
    earlier: Earlier,
    /// Of each mark, in which sentence it was last seen: each counts once.
    seen: Vec<u32>,
    known: Vec<(PerFault, usize, usize)>,
}

impl Scales {
    fn weigh(&mut self, number: u32, sentence: &Sentence) -> Weighed {
        let Self { earlier, seen, known } = self;
        known.clear();
        each_mark(sentence, earlier, |mark: Mark| {
            work::did(1);
            if let Some((mark_number, adds)) = LEARNED.get(mark.key())
                && seen[*mark_number] != number
            {
                seen[*mark_number] = number;
                known.push((*adds, mark.from, mark.to));
            }
        });
        let share = share(known.len());
        let mut weighed = Weighed { sums: LEARNED.lean, words: Vec::new() };
        for (adds, _, _) in &*known {
            for (sum, add) in weighed.sums.iter_mut().zip(adds) {
                *sum += add * share;
            }
        }
        if weighed.faults().next().is_some() {
            weighed.words = laid_on(known, sentence.tokens.len());
        }
        weighed
    }
}

/// How much the marks on each word add, half on the first word of a mark and half on its last.
fn laid_on(known: &[(PerFault, usize, usize)], words: usize) -> Vec<PerFault> {
    let mut laid = vec![[0.0; FAULTS]; words];
    for (adds, from, to) in known {
        for (fault, add) in adds.iter().enumerate() {
            laid[*from][fault] += add / 2.0;
            laid[*to][fault] += add / 2.0;
        }
    }
    laid
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
