//! Means with their intervals. It refuses a mean without one.

use std::fmt;

/// A mean over seekers, and how surely it is known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spread {
    /// The mean.
    pub mean: f64,
    /// Half of the 95% interval, by the normal distribution.
    pub half: f64,
}

/// The spread of these values.
pub fn of(values: &[f64]) -> Spread {
    let many = f64::from(u32::try_from(values.len()).unwrap_or(u32::MAX));
    let mean = values.iter().sum::<f64>() / many;
    let variance = values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / (many - 1.0).max(1.0);
    Spread { mean, half: 1.96 * (variance / many).sqrt() }
}

impl fmt::Display for Spread {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{:.1} ± {:.1}", self.mean, self.half)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_seekers_make_the_interval_narrower() {
        let few = of(&[2.0, 4.0, 6.0, 8.0]);
        let many = of(&[2.0, 4.0, 6.0, 8.0].repeat(25));
        assert_eq!((few.mean, many.mean), (5.0, 5.0));
        assert!(many.half < few.half / 4.0);
        assert_eq!(of(&[3.0, 3.0]).to_string(), "3.0 ± 0.0");
    }
}
