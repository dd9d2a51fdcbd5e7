//! Every command that a transcript or a document names must be one that can be typed: a hint that fails when it is pasted
//! is worse than none. Commands stand between backticks, or alone on an indented line.

use std::path::{Path, PathBuf};

use crate::editor::words;

#[test]
fn every_command_that_is_named_can_be_typed() {
    let mut wrong = Vec::new();
    let mut seen = 0;
    for file in files() {
        let text = std::fs::read_to_string(&file).expect("the file can be read");
        for (number, line) in (1..).zip(text.lines()) {
            for command in named(line) {
                seen += 1;
                if let Err(problem) = read(&command) {
                    wrong.push(format!("{}:{number}: {command}\n    {problem}", file.display()));
                }
            }
        }
    }
    assert!(seen > 300, "only {seen} commands were found; are they looked for in the right way?");
    assert!(wrong.is_empty(), "These commands cannot be typed:\n{}", wrong.join("\n"));
}

fn files() -> Vec<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let scripts = std::fs::read_dir(here.join("tests/scripts")).expect("the scripts are there");
    let scripts = scripts.filter_map(|entry| Some(entry.ok()?.path()));
    let mut files: Vec<PathBuf> = scripts.filter(|path| path.extension().is_some_and(|end| end == "snap")).collect();
    files.extend(
        ["README.md", "SECURITY.md", "docs/json.md", "docs/method.md"].map(|name| here.join("../..").join(name)),
    );
    files
}

/// The commands that a line names; what was typed in a transcript may be wrong on purpose.
fn named(line: &str) -> Vec<String> {
    if line.starts_with("$ ") || line.starts_with("full$ ") {
        return Vec::new();
    }
    let line = line.replace("\\\"", "\"");
    let quoted = line.split('`').skip(1).step_by(2).map(str::to_owned);
    let alone = line.trim().to_owned();
    let alone = (line.starts_with("  ") && !line.contains('`')).then_some(alone);
    // After a colon at the end of an error's hint.
    let last = line.rsplit_once(": halfhour ").map(|(_, end)| format!("halfhour {}", end.trim_end_matches('.')));
    let last = last.filter(|_| line.starts_with("! ") && !line.contains('`'));
    quoted.chain(alone).chain(last).filter(|words| words.starts_with("halfhour ")).collect()
}

fn read(command: &str) -> Result<(), String> {
    let words = words::split(command).ok_or("a quote is not closed")?;
    let typed = words.iter().map(|word| match word.as_str() {
        "N" => "2",
        "ID" => "o1",
        "STATE" => "offer",
        "ANSWER" => "accepted",
        word => word,
    });
    match crate::args::command().try_get_matches_from(typed) {
        Ok(_) => Ok(()),
        Err(problem) if problem.kind() == clap::error::ErrorKind::DisplayHelp => Ok(()),
        Err(problem) => Err(problem.to_string().lines().next().unwrap_or_default().to_owned()),
    }
}
