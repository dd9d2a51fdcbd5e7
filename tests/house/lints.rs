//! Clippy holds what it can; this holds that nobody switches it off in silence.
//!
//! Functions over 60 lines, `unwrap`, `expect`, printing and `unsafe` are clippy's and rustc's business. An exception is
//! written as `#[expect(clippy::unwrap_used, reason = "...")]`, on the smallest item that needs it.

use crate::source::Source;
use crate::tree::{files, hold, read, rust};

/// Lines that the workspace's Cargo.toml keeps.
const WORKSPACE: &[&str] = &[
    "unsafe_code = \"forbid\"",
    "missing_docs = \"warn\"",
    "unwrap_used = \"warn\"",
    "expect_used = \"warn\"",
    "print_stdout = \"warn\"",
    "print_stderr = \"warn\"",
    "dbg_macro = \"warn\"",
    "todo = \"warn\"",
    "unimplemented = \"warn\"",
    "too_many_lines = \"warn\"",
];

/// Lines that every clippy.toml keeps. A crate's own file replaces the one at the root, so each repeats them.
const CLIPPY: &[&str] =
    &["allow-unwrap-in-tests = true", "allow-expect-in-tests = true", "too-many-lines-threshold = 60"];

#[test]
fn the_workspace_keeps_its_lints() {
    let findings = missing("Cargo.toml", WORKSPACE);
    hold(&findings, "put the line back, and make the exception where it is needed, with its reason");
}

#[test]
fn every_crate_inherits_the_lints() {
    // The fuzzers stand outside the workspace, and their macro needs what it forbids.
    let inside = |file: &String| file.ends_with("/Cargo.toml") && !file.starts_with("fuzz/");
    let crates = files().into_iter().filter(inside);
    let findings: Vec<String> = crates.flat_map(|file| missing(&file, &["[lints]\nworkspace = true"])).collect();
    hold(&findings, "end the crate's Cargo.toml with those two lines");
}

#[test]
fn every_clippy_file_keeps_the_settings() {
    let settings = files().into_iter().filter(|file| file.ends_with("clippy.toml"));
    let findings: Vec<String> = settings.flat_map(|file| missing(&file, CLIPPY)).collect();
    hold(&findings, "copy the line from clippy.toml at the root");
}

#[test]
fn every_exception_gives_its_reason() {
    let findings: Vec<String> = rust("").iter().flat_map(silent_exceptions).collect();
    hold(&findings, "write `#[expect(the_lint, reason = \"why it holds here\")]`");
}

fn missing(file: &str, lines: &[&str]) -> Vec<String> {
    let text = read(file);
    let missing = lines.iter().filter(|line| !text.contains(*line));
    missing.map(|line| format!("{file} does not hold `{}`", line.replace('\n', " "))).collect()
}

/// Attributes that switch a lint off and do not say why.
fn silent_exceptions(source: &Source) -> Vec<String> {
    let code = source.code();
    let mut findings = Vec::new();
    for (at, _) in code.match_indices("#[").chain(code.match_indices("#![")) {
        let attribute = &code[at..at + code[at..].find(']').unwrap_or(0)];
        let switches_off = attribute.contains("allow(") || attribute.contains("expect(");
        if switches_off && !attribute.contains("reason =") {
            let line = code[..at].matches('\n').count() + 1;
            findings.push(format!("{}:{line}: {attribute}]", source.path));
        }
    }
    findings
}

#[test]
fn an_exception_without_a_reason_is_found() {
    let check = |text: &str, expected: usize| {
        let source = Source::new("a.rs", text.to_string());
        assert_eq!(silent_exceptions(&source).len(), expected, "{text}");
    };
    check("#![allow(clippy::unwrap_used)]", 1);
    check("#[cfg_attr(test, allow(dead_code))]\nfn a() {}", 1);
    check("#[expect(\n    clippy::unwrap_used,\n    reason = \"just parsed\"\n)]\nfn a() {}", 0);
    check("// #[allow(dead_code)]\nlet a = text.expect(\"b\");", 0);
}
