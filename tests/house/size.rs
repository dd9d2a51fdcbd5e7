//! Files stay small enough to be read at one sitting, and say at their top what they are for.

use crate::source::Source;
use crate::tree::{files, hold, rust};

/// No file is longer than this, its tests left out.
const LONGEST: usize = 500;

/// Half of the files are shorter than this, their tests left out.
const MEDIAN: usize = 150;

#[test]
fn no_file_is_too_long() {
    let sources = rust("");
    let long = sources.iter().filter(|source| source.lines_without_tests() > LONGEST);
    let findings: Vec<String> =
        long.map(|source| format!("{}: {} lines without tests", source.path, source.lines_without_tests())).collect();
    hold(&findings, &format!("split the file along its meaning; {LONGEST} lines is the most"));
}

#[test]
fn the_median_file_is_short() {
    let sources = rust("");
    let mut lines: Vec<usize> =
        sources.iter().filter(|source| !source.is_test()).map(Source::lines_without_tests).collect();
    lines.sort_unstable();
    let median = lines.get(lines.len() / 2).copied().unwrap_or(0);
    assert!(
        median < MEDIAN,
        "half of the files have {median} lines or more; split the longest ones until it is {MEDIAN}"
    );
}

#[test]
fn every_module_opens_with_what_it_is_for() {
    let sources = rust("");
    let silent = sources.iter().filter(|source| !opens_with_words(&source.text));
    let findings: Vec<String> = silent.map(|source| source.path.clone()).collect();
    hold(&findings, "begin the file with `//!`: what it is, which step it serves, what it refuses to do");
}

fn opens_with_words(text: &str) -> bool {
    let opening = text.lines().find(|line| !line.trim().is_empty()).and_then(|line| line.strip_prefix("//!"));
    opening.is_some_and(|words| words.trim().len() > 20)
}

#[test]
fn no_module_file_is_called_mod() {
    let findings: Vec<String> = files().into_iter().filter(|file| file.ends_with("/mod.rs")).collect();
    hold(&findings, "`list.rs` beside `list/`: a file's name says what is in it");
}
