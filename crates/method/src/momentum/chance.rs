//! Draws from distributions, from a seed that is handed in: the same seed gives the same draws everywhere.
//!
//! Serves the forecast and the measurements of the figures. It refuses true randomness: a figure that changes when nobody
//! did anything tells nothing.

/// A stream of draws.
#[derive(Debug, Clone)]
pub struct Chance {
    state: u64,
    /// The second of a pair of normal draws, kept for the next.
    spare: Option<f64>,
}

impl Chance {
    /// The stream of that seed.
    pub fn seeded(seed: u64) -> Self {
        Chance { state: seed, spare: None }
    }

    /// SplitMix64, whose constants are those of its authors (Steele, Lea and Flood 2014).
    fn bits(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Between 0 and 1, neither of them reached.
    pub fn uniform(&mut self) -> f64 {
        let high = u32::try_from(self.bits() >> 32).unwrap_or_default();
        (f64::from(high) + 0.5) / 4_294_967_296.0
    }

    /// Whether something happens that happens with this probability.
    pub fn happens(&mut self, probability: f64) -> bool {
        self.uniform() < probability
    }

    /// Exponential with this rate; infinite when the rate is zero.
    pub fn wait(&mut self, rate: f64) -> f64 {
        -libm::log(self.uniform()) / rate
    }

    /// Gamma with this shape and rate, both positive (Marsaglia and Tsang 2000).
    pub fn gamma(&mut self, shape: f64, rate: f64) -> f64 {
        if shape < 1.0 {
            let smaller = libm::pow(self.uniform(), 1.0 / shape);
            return self.gamma(shape + 1.0, rate) * smaller;
        }
        let d = shape - 1.0 / 3.0;
        let c = 1.0 / libm::sqrt(9.0 * d);
        loop {
            let normal = self.normal();
            let v = libm::pow(1.0 + c * normal, 3.0);
            if v > 0.0 && libm::log(self.uniform()) < 0.5 * normal * normal + d - d * v + d * libm::log(v) {
                return d * v / rate;
            }
        }
    }

    /// Beta with these two positive weights.
    pub fn beta(&mut self, a: f64, b: f64) -> f64 {
        let (x, y) = (self.gamma(a, 1.0), self.gamma(b, 1.0));
        x / (x + y)
    }

    /// How many events happen while on average that many do.
    pub fn poisson(&mut self, mean: f64) -> u32 {
        let mut events = 0;
        let mut at = self.wait(1.0);
        while at < mean {
            events += 1;
            at += self.wait(1.0);
        }
        events
    }

    /// Standard normal, by the polar method.
    fn normal(&mut self) -> f64 {
        if let Some(spare) = self.spare.take() {
            return spare;
        }
        loop {
            let (x, y) = (2.0 * self.uniform() - 1.0, 2.0 * self.uniform() - 1.0);
            let square = x * x + y * y;
            if square > 0.0 && square < 1.0 {
                let scale = libm::sqrt(-2.0 * libm::log(square) / square);
                self.spare = Some(y * scale);
                return x * scale;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DRAWS: u32 = 20_000;

    fn mean_and_variance(mut draw: impl FnMut(&mut Chance) -> f64) -> (f64, f64) {
        let mut chance = Chance::seeded(7);
        let drawn: Vec<f64> = (0..DRAWS).map(|_| draw(&mut chance)).collect();
        let mean = drawn.iter().sum::<f64>() / f64::from(DRAWS);
        let variance = drawn.iter().map(|one| (one - mean) * (one - mean)).sum::<f64>() / f64::from(DRAWS);
        (mean, variance)
    }

    fn near((mean, variance): (f64, f64), expected: (f64, f64)) {
        assert!((mean - expected.0).abs() < 0.03 * expected.0.max(1.0), "{mean} is not {}", expected.0);
        assert!((variance - expected.1).abs() < 0.1 * expected.1.max(0.2), "{variance} is not {}", expected.1);
    }

    #[test]
    fn draws_have_the_mean_and_the_variance_of_their_distribution() {
        near(mean_and_variance(Chance::uniform), (0.5, 1.0 / 12.0));
        near(mean_and_variance(|chance| chance.wait(2.0)), (0.5, 0.25));
        near(mean_and_variance(|chance| chance.gamma(3.0, 2.0)), (1.5, 0.75));
        near(mean_and_variance(|chance| chance.gamma(0.5, 1.0)), (0.5, 0.5));
        near(mean_and_variance(|chance| chance.beta(2.0, 3.0)), (0.4, 0.04));
        near(mean_and_variance(|chance| f64::from(chance.poisson(4.0))), (4.0, 4.0));
    }

    #[test]
    fn the_same_seed_gives_the_same_draws() {
        let drawn = |seed| Chance::seeded(seed).gamma(2.0, 1.0);
        assert!((drawn(1) - drawn(1)).abs() < f64::EPSILON && (drawn(1) - drawn(2)).abs() > 1e-9);
    }
}
