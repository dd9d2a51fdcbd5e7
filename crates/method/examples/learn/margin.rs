//! Weights that part two kinds of sentences with the widest margin.
//!
//! Serves `learn`: a linear support vector machine with squared hinge loss, solved in its dual, one sentence after the
//! other (Hsieh and others, 2008). The order is shuffled by a fixed rule, so that the same lessons give the same weights.

/// How much a lesson that is judged wrongly costs beside large weights.
const COST: f32 = 0.02;

/// How often all lessons are gone through.
const ROUNDS: usize = 40;

/// The marks of a sentence as numbers; each counts `share`.
pub struct Row {
    /// The numbers of its marks.
    pub marks: Vec<usize>,
    /// How much each counts.
    pub share: f32,
    /// The number of the weight that every sentence has.
    pub lean: usize,
}

impl Row {
    /// The sum of the weights of its marks.
    pub fn times(&self, weights: &[f32]) -> f32 {
        self.marks.iter().map(|mark| weights[*mark]).sum::<f32>() * self.share + weights[self.lean]
    }

    #[expect(clippy::cast_precision_loss, reason = "a sentence has a few thousand marks at most")]
    fn length(&self) -> f32 {
        self.marks.len() as f32 * self.share * self.share + 1.0
    }

    fn add(&self, weights: &mut [f32], step: f32) {
        for mark in &self.marks {
            weights[*mark] += step * self.share;
        }
        weights[self.lean] += step;
    }
}

/// The weights, one for each mark and one for the lean, learned from rows with their side, 1 or -1.
pub fn learned(rows: &[(Row, f32)], marks: usize) -> Vec<f32> {
    let mut weights = vec![0.0; marks];
    let mut dual = vec![0.0_f32; rows.len()];
    let mut order: Vec<usize> = (0..rows.len()).collect();
    let mut seed: u64 = 7;
    for _ in 0..ROUNDS {
        for at in (1..order.len()).rev() {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let other = usize::try_from(seed >> 33).unwrap_or(0) % (at + 1);
            order.swap(at, other);
        }
        for at in &order {
            let (row, side) = &rows[*at];
            let slope = side * row.times(&weights) - 1.0 + dual[*at] / (2.0 * COST);
            let new = (dual[*at] - slope / (row.length() + 1.0 / (2.0 * COST))).max(0.0);
            row.add(&mut weights, (new - dual[*at]) * side);
            dual[*at] = new;
        }
    }
    weights
}
