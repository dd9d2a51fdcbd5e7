//! `cargo xtask test`: runs the stages in their order and stops at the first that fails.
//!
//! Each stage says its name and result in one line. It refuses names that it does not know, so that a typing mistake
//! in a script cannot pass as success.

use std::time::Instant;

use anyhow::{Result, bail};

use crate::stages::{BROWSER, STAGES, Stage};

/// The last line when the journeys were left out.
const LEFT_OUT: &str = "xtask: browser was left out, because --without-browser was said; no journey was made";

/// What the command line asked for.
#[derive(Debug, PartialEq)]
struct Wanted {
    install: bool,
    without_browser: bool,
    stages: Vec<&'static str>,
}

/// Runs the stages that `arguments` name, all of them when none is named.
pub fn run(arguments: &[String]) -> Result<()> {
    let wanted = parse(arguments)?;
    for stage in STAGES.iter().filter(|stage| wanted.runs(stage.name)) {
        let started = Instant::now();
        let result = (stage.run)(wanted.install);
        println!("{}", line(stage, result.is_ok(), started.elapsed().as_secs_f32()));
        result?;
    }
    if wanted.leaves_out(BROWSER) {
        println!("{LEFT_OUT}");
    }
    Ok(())
}

impl Wanted {
    fn runs(&self, stage: &str) -> bool {
        self.stages.contains(&stage) && !self.leaves_out(stage)
    }

    fn leaves_out(&self, stage: &str) -> bool {
        self.without_browser && stage == BROWSER && self.stages.contains(&stage)
    }
}

fn parse(arguments: &[String]) -> Result<Wanted> {
    let mut wanted = Wanted { install: false, without_browser: false, stages: Vec::new() };
    for argument in arguments {
        if argument == "--install" {
            wanted.install = true;
        } else if argument == "--without-browser" {
            wanted.without_browser = true;
        } else if let Some(stage) = STAGES.iter().find(|stage| stage.name == argument) {
            wanted.stages.push(stage.name);
        } else {
            let names: Vec<_> = STAGES.iter().map(|stage| stage.name).collect();
            bail!("cargo xtask test does not know {argument}; the stages are {}", names.join(", "));
        }
    }
    if wanted.stages.is_empty() {
        wanted.stages = STAGES.iter().map(|stage| stage.name).collect();
    }
    Ok(wanted)
}

fn line(stage: &Stage, passed: bool, seconds: f32) -> String {
    let name = stage.name;
    if passed {
        format!("xtask: {name} passed in {seconds:.1} s")
    } else {
        format!("xtask: {name} failed after {seconds:.1} s; this stage alone: cargo xtask test {name}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(arguments: &[&str]) -> Result<Wanted> {
        parse(&arguments.iter().map(|argument| argument.to_string()).collect::<Vec<_>>())
    }

    #[test]
    fn without_names_every_stage_runs() {
        assert_eq!(parsed(&[]).unwrap().stages.len(), STAGES.len());
        assert_eq!(parsed(&["--install"]).unwrap().stages.len(), STAGES.len());
    }

    #[test]
    fn a_named_stage_runs_alone() {
        let wanted = Wanted { install: true, without_browser: false, stages: vec!["lints"] };
        assert_eq!(parsed(&["lints", "--install"]).unwrap(), wanted);
    }

    #[test]
    fn the_journeys_are_left_out_only_when_that_is_said() {
        let check = |arguments: &[&str], runs: bool, left_out: bool| {
            let wanted = parsed(arguments).unwrap();
            assert_eq!((wanted.runs(BROWSER), wanted.leaves_out(BROWSER)), (runs, left_out), "{arguments:?}");
            assert!(wanted.stages == [BROWSER] || wanted.runs("lints"), "{arguments:?}");
        };
        check(&[], true, false);
        check(&["browser"], true, false);
        check(&["--without-browser"], false, true);
        check(&["lints", "--without-browser"], false, false);
    }

    #[test]
    fn an_unknown_stage_is_refused_with_the_names_that_exist() {
        let message = parsed(&["lint"]).unwrap_err().to_string();
        assert!(message.contains("lint;") && message.contains("licences"), "{message}");
    }

    #[test]
    fn a_failed_stage_says_how_to_run_it_alone() {
        assert!(line(&STAGES[1], false, 0.5).ends_with("cargo xtask test format"));
    }
}
