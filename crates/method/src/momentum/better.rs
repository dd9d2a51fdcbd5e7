//! How probable it is that one share is greater than another, from how often each came about.
//!
//! Serves the one claim that momentum makes. It is reckoned in closed form and refuses to sample.

use crate::momentum::tally::Tries;

/// The probability that the first of two shares is the greater one, each believed to be anything before its tries.
pub fn is_greater(first: Tries, second: Tries) -> f64 {
    let weights = |tries: Tries| (1.0 + number(tries.came), 1.0 + number(tries.lost));
    let ((_, b1), (a2, b2)) = (weights(first), weights(second));
    // With whole weights the integral over both is a finite sum of ratios of beta functions.
    let term = |i: usize| {
        let i = number(i);
        libm::exp(log_beta(a2 + i, b1 + b2) - libm::log(b1 + i) - log_beta(1.0 + i, b1) - log_beta(a2, b2))
    };
    (0..=first.came).map(term).sum::<f64>().clamp(0.0, 1.0)
}

/// How many times more probable these tries are if the first share is the greater one than if both are the same. Before,
/// each share is believed to be anything. However often it is looked at while tries come in, it grows beyond twenty by
/// chance in at most one case of twenty: that is what makes it fit for a page that is looked at every week.
pub fn evidence(first: Tries, second: Tries) -> f64 {
    let weights = |came: usize, lost: usize| log_beta(1.0 + number(came), 1.0 + number(lost));
    let different = weights(first.came, first.lost) + weights(second.came, second.lost);
    let same = weights(first.came + second.came, first.lost + second.lost);
    2.0 * is_greater(first, second) * libm::exp(different - same)
}

fn log_beta(a: f64, b: f64) -> f64 {
    libm::lgamma(a) + libm::lgamma(b) - libm::lgamma(a + b)
}

fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(first: (usize, usize), second: (usize, usize)) -> f64 {
        let tries = |(came, lost)| Tries { came, lost };
        is_greater(tries(first), tries(second))
    }

    /// With one success, the density of the first is 2x; the second is uniform: the integral of 2x · x is 2/3. With two
    /// successes it is the integral of 3x³, which is 3/4.
    #[rstest::rstest]
    #[case((0, 0), (0, 0), 0.5)]
    #[case((1, 0), (0, 0), 2.0 / 3.0)]
    #[case((2, 0), (0, 0), 0.75)]
    #[case((0, 1), (0, 0), 1.0 / 3.0)]
    #[case((40, 60), (40, 60), 0.5)]
    fn it_has_its_closed_form(#[case] first: (usize, usize), #[case] second: (usize, usize), #[case] expected: f64) {
        let found = of(first, second);
        assert!((found - expected).abs() < 1e-9, "{found} is not {expected}");
    }

    /// One success each way: if both are the same, its probability is 1/2 as well as if they differ, and of the half of
    /// those in which the first is greater it has two thirds. Two unlike tries: 1/4 against 1/6, and five sixths.
    #[rstest::rstest]
    #[case((0, 0), (0, 0), 1.0)]
    #[case((1, 0), (0, 0), 4.0 / 3.0)]
    #[case((1, 0), (0, 1), 2.5)]
    fn evidence_has_its_closed_form(
        #[case] first: (usize, usize),
        #[case] second: (usize, usize),
        #[case] expected: f64,
    ) {
        let tries = |(came, lost)| Tries { came, lost };
        let found = evidence(tries(first), tries(second));
        assert!((found - expected).abs() < 1e-9, "{found} is not {expected}");
    }

    #[test]
    fn the_two_ways_round_make_one() {
        let (first, second) = ((9, 3), (5, 15));
        assert!((of(first, second) + of(second, first) - 1.0).abs() < 1e-9);
        assert!(of(first, second) > 0.99);
    }
}
