//! The eight steps stand on every floor, in the order of the method.
//!
//! The convention for nouns is mechanical. A step's nouns live in its module file, `crates/method/src/story.rs`; that
//! file may use earlier steps only and never the whole `Campaign`. Rules, reports and decisions live in the folder
//! beside it, `crates/method/src/story/`; they may see everything.

use crate::source::{Source, reached};
use crate::tree::{exists, hold, read};

/// The steps in the order of the method.
const STEPS: &[&str] = &["list", "case", "questions", "story", "ask", "conversation", "follow_through", "momentum"];

/// The floors on which every step has its own file.
const FLOORS: &[&str] = &["crates/method/src", "crates/store/src/sqlite", "crates/cli/src"];

#[test]
fn every_step_stands_on_every_floor() {
    let files = FLOORS.iter().flat_map(|floor| STEPS.iter().map(move |step| format!("{floor}/{step}.rs")));
    let findings: Vec<String> =
        files.filter(|file| !exists(file)).map(|file| format!("{file} does not exist")).collect();
    hold(&findings, "each floor has one file per step, so that a step can be read through all of them");
}

#[test]
fn method_declares_the_steps_in_order() {
    let source = noun_file("crates/method/src/lib.rs");
    let code = source.code();
    let modules = code.lines().filter_map(|line| line.trim().strip_prefix("pub mod ")?.strip_suffix(';'));
    let declared: Vec<&str> = modules.filter(|module| STEPS.contains(module)).collect();
    assert_eq!(
        declared, STEPS,
        "crates/method/src/lib.rs declares the steps with `pub mod`, in the order of the method"
    );
}

/// Nouns of a step that stand in a file of their own, because its first file would grow too long.
const MORE_NOUNS: &[&str] = &["list/ties"];

#[test]
fn nouns_use_nouns_of_earlier_steps_only() {
    let mut findings = Vec::new();
    for (place, step) in STEPS.iter().enumerate() {
        let more = MORE_NOUNS.iter().filter(|file| file.starts_with(&format!("{step}/")));
        for file in std::iter::once(step).chain(more) {
            let source = noun_file(&format!("crates/method/src/{file}.rs"));
            findings.extend(later_steps(&source, &STEPS[place + 1..]));
        }
    }
    hold(
        &findings,
        "move a rule, report or decision into the step's folder; let a later noun point back to an earlier",
    );
}

/// Where a noun file reaches a later step or names the whole campaign, tests left out.
fn later_steps(source: &Source, later: &[&str]) -> Vec<String> {
    let code: String = source.code().lines().take(source.lines_without_tests()).flat_map(|line| [line, "\n"]).collect();
    let paths = [reached(&code, "crate::"), reached(&code, "super::")].concat();
    let steps = paths.into_iter().filter(|(_, part)| later.contains(&part.as_str()));
    let mut findings: Vec<String> =
        steps.map(|(line, step)| format!("{}:{line}: uses the later step {step}", source.path)).collect();
    for (line, text) in code.lines().enumerate() {
        if text.split(|sign: char| !sign.is_alphanumeric() && sign != '_').any(|word| word == "Campaign") {
            findings.push(format!("{}:{}: names the whole Campaign", source.path, line + 1));
        }
    }
    findings
}

fn noun_file(path: &str) -> Source {
    Source::new(path, read(path))
}

#[test]
fn a_later_step_is_found_however_it_is_written() {
    let check = |text: &str, expected: usize| {
        let source = Source::new("crates/method/src/case.rs", text.to_string());
        assert_eq!(later_steps(&source, &STEPS[2..]).len(), expected, "{text}");
    };
    check("use crate::list::Person; // crate::story", 0);
    check("use crate::story::Story;", 1);
    check("use crate::{list::Person, ask::{Ask, Answer}, momentum};", 2);
    check("pub fn f(a: &super::ask::Ask) {}", 1);
    check("use crate::campaign::Campaign;", 1);
    check("use crate::id::CampaignId;", 0);
    check("#[cfg(test)]\nmod tests { use crate::story::Story; }", 0);
}
