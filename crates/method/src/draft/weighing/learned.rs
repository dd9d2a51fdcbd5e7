//! The weights as they were learned, and how they are added up.
//!
//! Serves the weighing of the draft check. They are read from `weights.txt` once. It refuses to know what a mark is.

use std::sync::LazyLock;

use super::marks::key_of;
use super::{FAULTS, PerFault};
use crate::draft::tables::Table;

const WEIGHTS: &str = include_str!("weights.txt");

/// Thousandths for each fault.
pub type Thousandths = [i16; FAULTS];

/// What a mark adds.
#[derive(Debug, Clone, Copy, Default)]
pub struct Adds {
    /// To the sum of a sentence in which it stands.
    pub to_sentence: Thousandths,
    /// To the sum of a draft in which it stands.
    pub to_whole: Thousandths,
}

/// What some marks add up to.
#[derive(Debug, Default)]
pub struct Sum {
    thousandths: [i32; FAULTS],
    /// How many marks are counted.
    marks: usize,
}

impl Sum {
    /// Adds what a mark adds, and counts it or not.
    pub fn add(&mut self, adds: Thousandths, is_counted: bool) {
        self.thousandths.iter_mut().zip(adds).for_each(|(sum, add)| *sum += i32::from(add));
        self.marks += usize::from(is_counted);
    }

    /// The sum beside what each fault has by itself.
    #[expect(clippy::cast_precision_loss, reason = "a sum of thousandths is far below sixteen millions")]
    pub fn beside(&self, lean: Thousandths) -> PerFault {
        let share = share(self.marks);
        let mut all = lean.map(f32::from);
        all.iter_mut().zip(self.thousandths).for_each(|(all, sum)| *all += sum as f32 * share);
        all.map(|thousandths| thousandths / 1000.0)
    }
}

/// The weights of all marks.
pub struct Weights {
    /// Each mark by its key: its number. Apart from what it adds, so that what is looked up often stays small.
    marks: Table<u64, u32>,
    /// What each adds, by its number.
    pub adds: Vec<Adds>,
    /// A bit for the end of every key, because most marks of a sentence are unknown.
    bits: Vec<u64>,
    /// What each fault has by itself.
    pub lean: Adds,
}

/// How many bits there are: four or five for a mark, as many as stay close at hand.
const BITS: u64 = 1 << 17;

/// Room for the marks, so that the table need not grow while it is read: as many as fit into so many places.
const ROOM: usize = (1 << 15) / 8 * 7;

/// The weights as they were learned.
pub static LEARNED: LazyLock<Weights> = LazyLock::new(|| {
    let marks = Table::with_capacity_and_hasher(ROOM, Default::default());
    let adds = Vec::with_capacity(ROOM);
    let mut weights = Weights { marks, adds, bits: vec![0; (BITS / 64) as usize], lean: Adds::default() };
    for line in WEIGHTS.lines().filter(|line| !line.starts_with('#')) {
        let mut fields = line.split('\t');
        let Some(name) = fields.next() else { continue };
        let mut next = || fields.next().and_then(|field| field.parse().ok()).unwrap_or(0);
        let adds = Adds { to_sentence: [(); FAULTS].map(|()| next()), to_whole: [(); FAULTS].map(|()| next()) };
        if name == "lean" {
            weights.lean = adds;
        } else {
            let key = key_of(name);
            weights.bits[place(key)] |= bit(key);
            weights.marks.insert(key, u32::try_from(weights.adds.len()).unwrap_or(u32::MAX));
            weights.adds.push(adds);
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
    /// The number of a mark, if it is known.
    pub fn number(&self, key: u64) -> Option<usize> {
        if self.bits[place(key)] & bit(key) == 0 { None } else { self.marks.get(&key).map(|number| *number as usize) }
    }
}

/// How much one known mark of so many counts: a long sentence or draft is not more of a fault than a short one.
#[expect(clippy::cast_precision_loss, reason = "a sentence has a few thousand marks at most")]
pub fn share(marks: usize) -> f32 {
    (30.0 / marks.max(1) as f32).sqrt()
}
