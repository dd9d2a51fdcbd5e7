//! The stages of `cargo xtask test`: one table, and the commands behind it.
//!
//! Cheap stages come first. What a stage prints is left as the tool prints it.

use std::ffi::OsStr;
use std::io;
use std::process::Stdio;

use anyhow::Result;

use crate::shell::{cargo, run, succeeds};
use crate::{browser, calendars, licences, tools};

/// One part of the gate.
pub struct Stage {
    pub name: &'static str,
    pub what: &'static str,
    /// Takes whether missing system packages may be installed.
    pub run: fn(install: bool) -> Result<()>,
}

/// Every stage, in the order in which they run.
pub const STAGES: &[Stage] = &[
    Stage { name: "tools", what: "the system packages that the build needs are there", run: tools::for_the_build },
    Stage { name: "format", what: "cargo fmt changes nothing", run: |_| format() },
    Stage { name: "lints", what: "clippy finds nothing", run: |_| lints() },
    Stage { name: "tests", what: "every test passes, the examples in the documentation too", run: |_| tests() },
    Stage { name: "docs", what: "the documentation builds without a warning", run: |_| docs() },
    Stage { name: "licences", what: "every dependency has a permissive licence", run: |_| licences::check() },
    Stage {
        name: "calendar",
        what: "a parser that is not ours reads every calendar that we write",
        run: calendars::read,
    },
    Stage { name: BROWSER, what: "the journeys in a real Chromium succeed", run: browser::journeys },
];

/// The stage that may be left out, because it needs a browser.
pub const BROWSER: &str = "browser";

fn format() -> Result<()> {
    run(&mut cargo("fmt --all --check"))
}

fn lints() -> Result<()> {
    run(&mut cargo("clippy --workspace --all-targets -- -D warnings"))
}

fn tests() -> Result<()> {
    let what = "--workspace --exclude e2e --no-fail-fast";
    test(what, &[])?;
    if has_nextest() { run(&mut cargo("test --workspace --exclude e2e --doc")) } else { Ok(()) }
}

/// Runs tests, with nextest where it is there. It writes its verdict to standard error; that is sent to standard output,
/// where `cargo test` writes its own and where the scripts that count tests read it.
pub fn test(what: &str, variables: &[(&str, &OsStr)]) -> Result<()> {
    if !has_nextest() {
        return run(cargo(&format!("test {what}")).envs(variables.iter().copied()));
    }
    let mut nextest = cargo(&format!("nextest run {what}"));
    run(nextest.envs(variables.iter().copied()).stderr(Stdio::from(io::stdout())))
}

/// Runs tests that the stage of all tests leaves to a stage of their own.
pub fn test_ignored(what: &str, variables: &[(&str, &OsStr)]) -> Result<()> {
    let only = if has_nextest() { "--run-ignored only" } else { "-- --ignored" };
    test(&format!("{what} {only}"), variables)
}

fn has_nextest() -> bool {
    succeeds(&mut cargo("nextest --version"))
}

/// Private items too: most of what is worth reading here is private, and its links shall hold as well.
fn docs() -> Result<()> {
    run(cargo("doc --workspace --no-deps --document-private-items").env("RUSTDOCFLAGS", "-D warnings"))
}
