//! The method cannot know what day it is, and touches nothing outside itself.
//!
//! Clippy holds calls by their resolved path, through crates/method/clippy.toml; this test holds whole modules of the
//! standard library, which clippy cannot, and that the clippy list still stands.

use crate::source::{Source, reached};
use crate::tree::{hold, read, rust};

/// Modules of `std` that reach out of the program.
const OUTSIDE: &[&str] = &["fs", "env", "net", "process", "os", "thread"];

/// Words of code that read a clock, draw lots or print.
const WORDS: &[&str] = &[
    "SystemTime",
    "Instant::now",
    "Zoned::now",
    "Timestamp::now",
    "stdin()",
    "stdout()",
    "stderr()",
    "print!",
    "println!",
    "eprint!",
    "eprintln!",
    "dbg!",
    "rand::",
    "getrandom",
    "RandomState",
];

/// What crates/method/clippy.toml must go on forbidding.
const BANNED_BY_CLIPPY: &[&str] = &[
    "std::time::SystemTime",
    "std::time::Instant",
    "jiff::Zoned::now",
    "jiff::Timestamp::now",
    "std::fs::File",
    "std::fs::read_to_string",
    "std::env::var",
    "std::net::TcpStream",
    "std::process::Command",
    "std::println",
    "std::eprintln",
];

#[test]
fn method_has_no_clock_disk_network_or_printing() {
    let findings: Vec<String> = rust("crates/method/src/").iter().flat_map(outside).collect();
    hold(&findings, "take the day, the ids and the text as parameters; a floor above fetches them");
}

#[test]
fn clippy_bans_the_same_in_method() {
    let banned = read("crates/method/clippy.toml");
    let missing = BANNED_BY_CLIPPY.iter().filter(|path| !banned.contains(&format!("\"{path}\"")));
    let findings: Vec<String> = missing.map(|path| format!("crates/method/clippy.toml does not ban {path}")).collect();
    hold(&findings, "put the line back; the method stays pure because clippy says so while somebody types");
}

fn outside(source: &Source) -> Vec<String> {
    let code = source.code();
    let mut findings = Vec::new();
    for (line, module) in reached(&code, "std::") {
        if OUTSIDE.contains(&module.as_str()) {
            findings.push(format!("{}:{line}: std::{module}", source.path));
        }
    }
    for (line, text) in code.lines().enumerate() {
        for word in WORDS.iter().filter(|word| names(text, word)) {
            findings.push(format!("{}:{}: {word}", source.path, line + 1));
        }
    }
    findings
}

/// Whether `word` stands in `text` and is not the end of a longer name.
fn names(text: &str, word: &str) -> bool {
    let longer = |at: usize| text[..at].ends_with(|sign: char| sign.is_alphanumeric() || sign == '_');
    text.match_indices(word).any(|(at, _)| !longer(at))
}

#[test]
fn a_way_out_is_found_however_it_is_written() {
    let check = |text: &str, expected: usize| {
        let source = Source::new("crates/method/src/case.rs", text.to_string());
        assert_eq!(outside(&source).len(), expected, "{text}");
    };
    check("use std::collections::BTreeMap; // std::fs", 0);
    check("use std::{collections::BTreeMap, fs::{self, File}, env};", 2);
    check("let day = jiff::Zoned::now();", 1);
    check("println!(\"print!\");", 1);
    check("let brand::Name = blueprint!();", 0);
}
