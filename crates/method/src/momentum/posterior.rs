//! The distribution of a Gamma-distributed rate times a Beta-distributed share, exact up to rounding.
//!
//! Serves the pace. No sampling: the same record gives the same figure everywhere.

/// Mean and 80% interval of a figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Credible {
    pub mean: f64,
    /// The 10% quantile.
    pub low: f64,
    /// The 90% quantile.
    pub high: f64,
}

/// Of Gamma(`shape`, `rate`) times Beta(`a`, `b`); all four positive, `a` and `b` at least 1.
pub(super) fn product((shape, rate): (f64, f64), (a, b): (f64, f64)) -> Credible {
    let shares = Shares::of(a, b);
    let below = |value: f64| shares.mean_of(|share| gamma_p(shape, rate * value / share));
    let mean = shape / rate * a / (a + b);
    Credible { mean, low: quantile(0.1, mean, below), high: quantile(0.9, mean, below) }
}

/// Of Gamma(`shape`, `rate`) alone; both positive.
pub(super) fn rate((shape, rate): (f64, f64)) -> Credible {
    let below = |value: f64| gamma_p(shape, rate * value);
    let mean = shape / rate;
    Credible { mean, low: quantile(0.1, mean, below), high: quantile(0.9, mean, below) }
}

/// A Beta distribution as many narrow steps, each with its weight.
struct Shares {
    steps: Vec<(f64, f64)>,
}

const STEPS: u32 = 256;

impl Shares {
    /// By the midpoint rule, which needs neither end: the density may be infinitely steep there.
    fn of(a: f64, b: f64) -> Self {
        let middle = |step: u32| (f64::from(step) + 0.5) / f64::from(STEPS);
        let log = |share: f64| (a - 1.0) * libm::log(share) + (b - 1.0) * libm::log1p(-share);
        let top = (0..STEPS).map(|step| log(middle(step))).fold(f64::NEG_INFINITY, f64::max);
        let weigh = |step| (middle(step), libm::exp(log(middle(step)) - top));
        Shares { steps: (0..STEPS).map(weigh).collect() }
    }

    fn mean_of(&self, value: impl Fn(f64) -> f64) -> f64 {
        let weights: f64 = self.steps.iter().map(|(_, weight)| weight).sum();
        // Steps without weight are not worth a look, and most are when much is known.
        let telling = self.steps.iter().filter(|(_, weight)| *weight > 1e-9);
        telling.map(|(share, weight)| weight * value(*share)).sum::<f64>() / weights
    }
}

/// Where a rising function reaches `level`; to a ten-thousandth of the mean.
fn quantile(level: f64, mean: f64, below: impl Fn(f64) -> f64) -> f64 {
    let (mut low, mut high) = (0.0, mean);
    for _ in 0..60 {
        if below(high) >= level {
            break;
        }
        low = high;
        high *= 2.0;
    }
    while high - low > mean * 1e-4 {
        let middle = (low + high) / 2.0;
        if middle <= low || middle >= high {
            break;
        }
        if below(middle) < level { low = middle } else { high = middle }
    }
    (low + high) / 2.0
}

/// The regularised lower incomplete gamma function: the probability that Gamma(`a`, 1) is below `x`. By its series
/// below the mean, by the continued fraction of its complement above (Abramowitz and Stegun 6.5.29 and 6.5.31).
fn gamma_p(a: f64, x: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    let front = libm::exp(a * libm::log(x) - x - libm::lgamma(a));
    if x < a + 1.0 { front * series(a, x) } else { 1.0 - front * fraction(a, x) }.clamp(0.0, 1.0)
}

const CLOSE: f64 = 1e-12;
const TERMS: u32 = 10_000;

fn series(a: f64, x: f64) -> f64 {
    let mut term = 1.0 / a;
    let mut sum = term;
    for n in 1..TERMS {
        term *= x / (a + f64::from(n));
        sum += term;
        if term < sum * CLOSE {
            break;
        }
    }
    sum
}

/// Lentz's method.
fn fraction(a: f64, x: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let away = |value: f64| if value.abs() < TINY { TINY } else { value };
    let mut b = x + 1.0 - a;
    let mut c = 1.0 / TINY;
    let mut d = 1.0 / away(b);
    let mut sum = d;
    for n in 1..TERMS {
        let n = f64::from(n);
        let term = -n * (n - a);
        b += 2.0;
        d = 1.0 / away(term * d + b);
        c = away(b + term / c);
        sum *= d * c;
        if (d * c - 1.0).abs() < CLOSE {
            break;
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(a: f64, b: f64, within: f64) {
        assert!((a - b).abs() < within, "{a} is not {b}");
    }

    #[rstest::rstest]
    #[case(0.1)]
    #[case(1.0)]
    #[case(5.0)]
    #[case(40.0)]
    fn with_shape_one_it_is_the_exponential_distribution(#[case] x: f64) {
        near(gamma_p(1.0, x), 1.0 - libm::exp(-x), 1e-12);
    }

    #[rstest::rstest]
    #[case(3, 2.5)]
    #[case(12, 6.0)]
    #[case(12, 20.0)]
    #[case(40, 40.0)]
    fn with_a_whole_shape_it_counts_poisson_events(#[case] shape: u32, #[case] x: f64) {
        let mut term = libm::exp(-x);
        let mut fewer = term;
        for n in 1..shape {
            term *= x / f64::from(n);
            fewer += term;
        }
        near(gamma_p(f64::from(shape), x), 1.0 - fewer, 1e-10);
    }

    /// For Exp(1) times a share that is uniform, P(below s) = 1 − e^(−s) + s E₁(s), and E₁(1) = 0.219383934….
    #[test]
    fn a_product_has_its_closed_form() {
        let shares = Shares::of(1.0, 1.0);
        let below_one = shares.mean_of(|share| gamma_p(1.0, 1.0 / share));
        near(below_one, 1.0 - libm::exp(-1.0) + 0.219_383_934_395_520_3, 1e-5);
    }

    /// A share that is nearly surely one leaves the exponential distribution, whose quantiles are −ln(1 − level).
    #[test]
    fn with_a_sure_share_the_quantiles_are_those_of_the_rate() {
        let of = product((1.0, 1.0), (100_000.0, 1.0));
        near(of.mean, 1.0, 1e-3);
        near(of.low, -libm::log(0.9), 5e-3);
        near(of.high, -libm::log(0.1), 2e-2);
    }

    /// The 10% and 90% quantiles of a chi-squared distribution with eight degrees of freedom, which is twice Gamma(4, 1),
    /// are 3.4895 and 13.3616 in every table.
    #[test]
    fn a_rate_has_the_quantiles_of_the_tables() {
        let of = rate((4.0, 0.5));
        near(of.mean, 8.0, 1e-9);
        near(of.low, 3.4895, 2e-3);
        near(of.high, 13.3616, 2e-3);
    }

    #[test]
    fn more_of_the_same_narrows_the_interval() {
        let few = product((9.0, 9.0), (3.0, 3.0));
        let many = product((901.0, 901.0), (301.0, 301.0));
        near(few.mean, many.mean, 1e-9);
        assert!(many.high - many.low < (few.high - few.low) / 5.0);
        assert!(many.low < many.mean && many.mean < many.high);
    }
}
