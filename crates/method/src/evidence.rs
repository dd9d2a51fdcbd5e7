//! The catalogue of evidence: findings that rules rest on, each with its grade and source.
//!
//! A figure is shown in the help of a rule together with its source, never bare in anybody's face. Where a figure serves
//! as a prior, the seeker's own record replaces it.

use crate::words::words;

words! {
    /// How much a finding can carry.
    pub enum Grade {
        /// Causal, or very large.
        A = "a",
        /// Solid.
        B = "b",
        /// Small or old.
        C = "c",
        /// Craft: what people of the trade teach.
        Craft = "craft",
        /// Nothing direct is known; kept as a courtesy.
        None = "none",
    }
}

/// One finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Evidence {
    /// Its id, such as `E3`.
    pub id: &'static str,
    /// What was found, in a sentence.
    pub finding: &'static str,
    /// How much it can carry.
    pub grade: Grade,
    /// Who found it, where and when.
    pub source: &'static str,
}
