//! The files of the repository, by their path from its root, and how a broken rule is reported.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::source::Source;

/// The folder that holds the workspace's Cargo.toml.
pub fn root() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask).to_path_buf()
}

/// Every file that git tracks or would track, sorted; where git is missing, every file outside hidden and built folders.
pub fn files() -> Vec<String> {
    let mut files = listed_by_git().unwrap_or_else(|| walked(&root(), ""));
    files.retain(|file| exists(file));
    files.sort();
    files.dedup();
    files
}

/// Whether a path from the root leads to a file or a folder.
pub fn exists(path: &str) -> bool {
    root().join(path).exists()
}

/// The text of a file; empty when it is not there or not text.
pub fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_default()
}

/// Every Rust file whose path begins so.
pub fn rust(prefix: &str) -> Vec<Source> {
    let wanted = |file: &&String| file.starts_with(prefix) && file.ends_with(".rs");
    files().iter().filter(wanted).map(|file| Source::new(file, read(file))).collect()
}

/// Fails with every finding and, under them, the way out.
#[track_caller]
pub fn hold(findings: &[String], way_out: &str) {
    assert!(findings.is_empty(), "\n{}\n\nThe way out: {way_out}\n", findings.join("\n"));
}

fn listed_by_git() -> Option<Vec<String>> {
    let arguments = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
    let output = Command::new("git").args(arguments).current_dir(root()).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    let files: Vec<String> = text.split('\0').filter(|file| !file.is_empty()).map(String::from).collect();
    (output.status.success() && !files.is_empty()).then_some(files)
}

fn walked(folder: &Path, prefix: &str) -> Vec<String> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{prefix}{name}");
        if !entry.path().is_dir() {
            files.push(path);
        } else if name != "target" && (!name.starts_with('.') || name == ".ci") {
            files.extend(walked(&entry.path(), &format!("{path}/")));
        }
    }
    files
}

#[test]
fn walking_finds_what_git_lists() {
    let walked = walked(&root(), "");
    let missing: Vec<String> = files().into_iter().filter(|file| file.ends_with(".rs")).collect();
    let missing: Vec<String> = missing.into_iter().filter(|file| !walked.contains(file)).collect();
    hold(&missing, "mend `walked` in tests/house/tree.rs");
}
