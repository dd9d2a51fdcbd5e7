//! `cargo xtask bench`: measures what a figure in docs/benchmarks.md tells.
//!
//! It only starts the benches of the crates, built for release. It refuses to judge the figures.

use anyhow::{Result, bail};

use crate::shell::{cargo, run as start};

/// Runs the bench that is named.
pub fn run(arguments: &[String]) -> Result<()> {
    match arguments.first().map(String::as_str) {
        Some("check") => start(&mut cargo("bench --quiet --package method --bench check")),
        _ => bail!("Name what to measure: cargo xtask bench check"),
    }
}
