//! Chance that is the same on every machine and in every run. It is handed a seed and refuses to make one up.

/// A row of even draws.
#[derive(Debug, Clone)]
pub struct Chance(u64);

impl Chance {
    /// The row that belongs to these numbers. Other numbers give another row.
    pub fn of(seeds: &[u64]) -> Self {
        let mut chance = Chance(0x5EED);
        for seed in seeds {
            chance.0 = chance.next().wrapping_add(*seed);
        }
        chance
    }

    /// SplitMix64 by Steele, Lea and Flood.
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// From 0 to below 1.
    pub fn even(&mut self) -> f64 {
        // 32 bits are plenty, and every one of them fits into a float.
        let top = u32::try_from(self.next() >> 32).unwrap_or(u32::MAX);
        f64::from(top) / (f64::from(u32::MAX) + 1.0)
    }

    /// Whether something of that probability happens.
    pub fn happens(&mut self, probability: f64) -> bool {
        self.even() < probability
    }

    /// A whole number from `low` to `high`, both included.
    pub fn between(&mut self, low: u64, high: u64) -> u64 {
        low + self.next() % (high - low + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_numbers_give_the_same_row_and_others_another() {
        let draws = |seeds: &[u64]| {
            let mut chance = Chance::of(seeds);
            [chance.even(), chance.even()]
        };
        assert_eq!(draws(&[1, 2]), draws(&[1, 2]));
        assert_ne!(draws(&[1, 2]), draws(&[2, 1]));
    }

    #[test]
    fn draws_are_even() {
        let mut chance = Chance::of(&[7]);
        let happened = (0..10_000).filter(|_| chance.happens(0.36)).count();
        assert!((3_400..3_800).contains(&happened), "{happened}");
        assert!((0..1_000).all(|_| (2..=4).contains(&chance.between(2, 4))));
    }
}
