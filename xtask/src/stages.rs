//! The stages of `cargo xtask test`: one table, and the commands behind it.
//!
//! Cheap stages come first. What a stage prints is left as the tool prints it.

use std::io;
use std::process::Stdio;

use anyhow::Result;

use crate::shell::{cargo, run, succeeds};
use crate::{licences, tools};

/// One part of the gate.
pub struct Stage {
    pub name: &'static str,
    pub what: &'static str,
    /// Takes whether missing system packages may be installed.
    pub run: fn(bool) -> Result<()>,
}

/// Every stage, in the order in which they run.
pub const STAGES: &[Stage] = &[
    Stage { name: "tools", what: "the system packages that the build needs are there", run: tools::check },
    Stage { name: "format", what: "cargo fmt changes nothing", run: |_| format() },
    Stage { name: "lints", what: "clippy finds nothing", run: |_| lints() },
    Stage { name: "tests", what: "every test passes, the examples in the documentation too", run: |_| tests() },
    Stage { name: "docs", what: "the documentation builds without a warning", run: |_| docs() },
    Stage { name: "licences", what: "every dependency has a permissive licence", run: |_| licences::check() },
];

fn format() -> Result<()> {
    run(&mut cargo("fmt --all --check"))
}

fn lints() -> Result<()> {
    run(&mut cargo("clippy --workspace --all-targets -- -D warnings"))
}

/// nextest writes its verdict to standard error; it is sent to standard output, where `cargo test` writes its own and
/// where the scripts that count tests read it.
fn tests() -> Result<()> {
    if !succeeds(&mut cargo("nextest --version")) {
        return run(&mut cargo("test --workspace --no-fail-fast"));
    }
    run(cargo("nextest run --workspace --no-fail-fast").stderr(Stdio::from(io::stdout())))?;
    run(&mut cargo("test --workspace --doc"))
}

/// Private items too: most of what is worth reading here is private, and its links shall hold as well.
fn docs() -> Result<()> {
    run(cargo("doc --workspace --no-deps --document-private-items").env("RUSTDOCFLAGS", "-D warnings"))
}
