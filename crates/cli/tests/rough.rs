//! The real binary in rough weather: two of it at once, one that is killed, names that give orders to the terminal,
//! arguments that are no text.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use unicode_width::UnicodeWidthStr;

const HEADER: &str = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n";

fn halfhour(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_halfhour"));
    command.current_dir(folder).env("HALFHOUR_DATA", "campaign.db").env("HOME", folder).env("COLUMNS", "100");
    command
}

fn run(folder: &Path, arguments: &[impl AsRef<OsStr>]) -> Output {
    halfhour(folder).args(arguments).output().unwrap()
}

fn told(folder: &Path, arguments: &[&str]) -> String {
    let output = run(folder, arguments);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn two_at_once_lose_nothing_and_each_tells_its_own_step() {
    let folder = tempfile::tempdir().unwrap();
    let add_many = |who: &str| {
        for nth in 0..15 {
            let name = format!("{who} {nth}");
            assert_eq!(told(folder.path(), &["list", "add", &name]), format!("Added {name}.\n"));
        }
    };
    std::thread::scope(|scope| {
        scope.spawn(|| add_many("Ana"));
        scope.spawn(|| add_many("Ben"));
    });
    assert!(told(folder.path(), &["list", "-n", "1"]).contains("30 people"));
    assert_eq!(told(folder.path(), &["doctor"]), "campaign.db is sound.\n");
}

#[test]
fn an_import_that_is_killed_leaves_nothing_half() {
    let folder = tempfile::tempdir().unwrap();
    let rows: String = (0..4_000).map(|n| format!("Ana{n},Berg,https://www.linkedin.com/in/a{n},,,,\n")).collect();
    std::fs::write(folder.path().join("Connections.csv"), format!("{HEADER}{rows}")).unwrap();
    told(folder.path(), &["list", "add", "Ben Okafor"]);
    for pause in [5, 50, 150, 250, 350] {
        let mut import = halfhour(folder.path());
        let mut import = import.args(["import", "Connections.csv"]).stdout(Stdio::null()).spawn().unwrap();
        std::thread::sleep(std::time::Duration::from_millis(pause));
        let _ = import.kill();
        import.wait().unwrap();
        let people = told(folder.path(), &["list", "-n", "1"]);
        assert!(people.contains("1 person.") || people.contains("4001 people"), "{people}");
        assert_eq!(told(folder.path(), &["doctor"]), "campaign.db is sound.\n");
    }
}

#[test]
fn no_name_gives_orders_to_the_terminal_or_breaks_the_table() {
    let folder = tempfile::tempdir().unwrap();
    let long = "ä".repeat(300);
    let names = ["\u{1b}[31mEve\u{9b}0m", "\u{202e}Neb", "דנה כהן", "👩‍👩‍👧‍👦 🦊", "张伟", &long, "p1"];
    let rows: String = names.iter().map(|name| format!("\"{name}\",,,,\"{name}\",,1 Jan 2021\n")).collect();
    std::fs::write(folder.path().join("Connections.csv"), format!("{HEADER}{rows}")).unwrap();
    told(folder.path(), &["import", "Connections.csv"]);
    let list = told(folder.path(), &["list"]);
    let orders = |text: &str| text.chars().any(|letter| matches!(letter, '\u{1b}' | '\u{9b}' | '\u{202e}'));
    assert!(!orders(&list), "{list}");
    let stages: Vec<usize> =
        list.lines().filter_map(|line| line.split_once("not asked")).map(|(row, _)| row.width()).collect();
    assert_eq!(stages.len(), names.len());
    assert!(stages.iter().all(|column| *column == stages[0]), "{list}");
    let unknown = run(folder.path(), &["list", "show", "\u{1b}[31m\u{202e}nobody"]);
    assert!(!orders(&String::from_utf8(unknown.stderr).unwrap()));
}

#[cfg(unix)]
#[test]
fn an_argument_that_is_no_text_is_an_error_in_words() {
    use std::os::unix::ffi::OsStrExt;
    let folder = tempfile::tempdir().unwrap();
    let output = run(folder.path(), &[OsStr::new("list"), OsStr::from_bytes(b"\xff")]);
    assert_eq!(output.status.code(), Some(2), "{}", String::from_utf8_lossy(&output.stderr));
}
