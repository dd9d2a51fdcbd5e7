//! Documents are true: the paths that they name exist, and nothing names a folder of somebody's machine.

use std::process::Command;

use crate::tree::{exists, files, hold, read, root};

/// Documents that a stranger looks for.
const EXPECTED: &[&str] = &[
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "SECURITY.md",
    "LICENSE-MIT",
    "LICENSE-APACHE",
    "docs/adding.md",
    "docs/glossary.md",
];

/// How a path from the root of the repository begins.
const FOLDERS: &[&str] = &["crates/", "docs/", "tests/", "e2e/", "xtask/", ".ci/"];

/// How a path of one machine begins; pieced together, so that this file does not hold them itself.
const MACHINES: &[&str] =
    &[concat!("/wo", "rk/"), concat!("/tmp/", "wt"), concat!("/ro", "ot/"), concat!("/Us", "ers/")];

#[test]
fn the_documents_that_a_stranger_looks_for_exist() {
    let findings: Vec<String> = EXPECTED.iter().filter(|file| !exists(file)).map(|file| file.to_string()).collect();
    hold(&findings, "write the document, or say in EXPECTED why nobody misses it");
}

#[test]
fn documents_name_paths_that_exist() {
    let mut findings = Vec::new();
    for document in files().into_iter().filter(|file| is_document(file)) {
        for (line, text) in outside_fences(&read(&document)) {
            let paths = code_spans(&text).into_iter().filter(|span| is_path(span)).map(existing_part);
            let broken = paths.chain(links(&document, &text)).filter(|path| !exists(path));
            findings.extend(broken.map(|path| format!("{document}:{line}: {path} does not exist")));
        }
    }
    hold(&findings, "mend the path; a path that is a pattern shows its open part as <name>, {a,b} or *");
}

/// The changelog speaks of the past, where other paths existed.
fn is_document(file: &str) -> bool {
    let at_home = !file.contains('/') || file.starts_with("docs/");
    at_home && file.ends_with(".md") && file != "CHANGELOG.md"
}

fn outside_fences(text: &str) -> Vec<(usize, String)> {
    let mut fenced = false;
    let mut lines = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let is_fence = line.trim_start().starts_with("```");
        fenced ^= is_fence;
        if !fenced && !is_fence {
            lines.push((number + 1, line.to_string()));
        }
    }
    lines
}

fn code_spans(line: &str) -> Vec<&str> {
    line.split('`').skip(1).step_by(2).collect()
}

fn is_path(span: &str) -> bool {
    !span.contains(' ') && FOLDERS.iter().any(|folder| span.starts_with(folder))
}

/// A path up to the folder before its first open part; line numbers and fragments fall away.
fn existing_part(path: &str) -> String {
    let path = path.split([':', '#']).next().unwrap_or_default();
    match path.find(['<', '{', '*', '…']) {
        Some(open) => path[..open].rfind('/').map_or("", |end| &path[..end]).to_string(),
        None => path.to_string(),
    }
}

/// Targets of links to files and pictures, from the root of the repository.
fn links(document: &str, line: &str) -> Vec<String> {
    let folder = document.rfind('/').map_or("", |end| &document[..=end]);
    let starts = ["](", " src=\"", " srcset=\""].iter().flat_map(|start| line.split(start).skip(1));
    let targets = starts.filter_map(|rest| rest.split([')', '#', '"']).next());
    let files =
        targets.filter(|target| !target.is_empty() && !target.contains("://") && !target.starts_with("mailto:"));
    files.map(|target| format!("{folder}{target}")).collect()
}

#[test]
fn nothing_names_a_folder_of_one_machine() {
    let mut findings = Vec::new();
    for file in files() {
        for (number, line) in read(&file).lines().enumerate() {
            if MACHINES.iter().any(|machine| begins_a_path(line, machine)) {
                findings.push(format!("{file}:{}: {}", number + 1, line.trim()));
            }
        }
    }
    hold(&findings, "name paths from the root of the repository");
}

/// Whether `start` stands in the line where a path begins, not inside a web address or a longer path.
fn begins_a_path(line: &str, start: &str) -> bool {
    let inside = |at: usize| line[..at].ends_with(|sign: char| sign.is_alphanumeric() || "._-~/".contains(sign));
    line.match_indices(start).any(|(at, _)| !inside(at))
}

#[test]
fn continuous_integration_runs_the_test_command_of_the_readme() {
    let script = read(".ci/run");
    let commands: Vec<&str> = script.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).collect();
    assert_eq!(
        commands,
        ["set -eu", "cd \"$(dirname \"$0\")/..\"", "cargo xtask test"],
        ".ci/run does no more than that"
    );
    let runs = Command::new("test").args(["-x", ".ci/run"]).current_dir(root()).status();
    assert!(runs.is_ok_and(|status| status.success()), ".ci/run cannot be run: chmod +x .ci/run");
    for document in ["README.md", "CONTRIBUTING.md"] {
        assert!(read(document).contains("cargo xtask test"), "{document} does not say how to test: cargo xtask test");
    }
}

#[test]
fn paths_are_told_from_other_words() {
    assert_eq!(code_spans("see `docs/a.md` and `cargo x`"), ["docs/a.md", "cargo x"]);
    assert!(is_path("crates/method/src") && !is_path("cargo test") && !is_path("crates/a b"));
    assert_eq!(existing_part("crates/formats/tests/<source>/a.csv"), "crates/formats/tests");
    assert_eq!(existing_part("crates/method/src/{list,case}.rs"), "crates/method/src");
    assert_eq!(existing_part("docs/adding.md#rules"), "docs/adding.md");
    assert_eq!(
        links("docs/a.md", "[b](b.md#c) [d](https://e.org) [f](../README.md)"),
        ["docs/b.md", "docs/../README.md"]
    );
    assert_eq!(links("README.md", "<img src=\"docs/a.webp\" alt=\"a\">"), ["docs/a.webp"]);
    assert_eq!(outside_fences("a\n```\n`docs/no.md`\n```\nb").len(), 2);
    let machine = MACHINES[0];
    assert!(begins_a_path(&format!("cd {machine}x"), machine));
    assert!(!begins_a_path(&format!("https://example.org{machine}x"), machine));
}
