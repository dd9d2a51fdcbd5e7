//! Transcripts of the real binary: each script in `scripts/` is played in an empty folder, and what came out is held by
//! a snapshot beside it. Read a snapshot as one reads over somebody's shoulder.
//!
//! A script has one direction per line:
//!
//! ```text
//! # words for the reader
//! day 2026-11-23           the day for the commands that follow
//! write NAME               a file with the indented lines that follow (`|` keeps an empty one, `repeat N LINE` writes
//!                          a line so often, with its number in place of `{n}`)
//! same A B                 both files hold the same bytes
//! holds-nothing-of NAME W  no byte of the file, or of what SQLite keeps beside it, tells that word
//! zip NAME MEMBER…         an archive of files written before
//! locked NAME MEMBER…      the same, as if encrypted
//! png NAME · bomb NAME     a picture; an archive that unpacks to far too much
//! folder NAME · readonly NAME · truncate NAME · newer NAME (a campaign file of a later version)
//! $ halfhour …             a command; its standard error is marked with `!`, its exit code is told unless it is 0
//! full$ halfhour …         the same on a disk that is full after 400 kB more
//! ```

#![expect(clippy::expect_used, reason = "a script that cannot be played is a failed test")]

#[path = "support/files.rs"]
mod files;
#[path = "support/words.rs"]
mod words;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

#[rstest::rstest]
fn plays_as_before(#[files("tests/scripts/*.txt")] script: PathBuf) {
    let name = script.file_stem().expect("a script has a name").to_string_lossy().into_owned();
    let folder = tempfile::tempdir().expect("a folder to play in");
    let text = std::fs::read_to_string(&script).expect("the script can be read");
    let played = Play { folder: folder.path(), day: String::new(), out: String::new() }.play(&text);

    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("scripts");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    // What the clock says, and where the folder lies, differs from one run to the next.
    settings.add_filter(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z", "[instant]");
    settings.add_filter(r"(?m)^(\s*\d+  )\d{4}-\d\d-\d\d \d\d:\d\d", "$1[when]");
    settings.add_filter(&regex_of(folder.path()), "[folder]");
    settings.bind(|| insta::assert_snapshot!(name, played));
}

fn regex_of(path: &Path) -> String {
    path.display().to_string().replace('.', r"\.")
}

const HALFHOUR: &str = env!("CARGO_BIN_EXE_halfhour");

/// No file may grow beyond 400 kB, and the system says so with an error instead of ending the program.
fn on_a_full_disk() -> Command {
    let mut shell = Command::new("bash");
    shell.args(["-c", "trap '' XFSZ; ulimit -f 400; exec \"$0\" \"$@\"", HALFHOUR]);
    shell
}

struct Play<'a> {
    folder: &'a Path,
    day: String,
    out: String,
}

impl Play<'_> {
    fn play(mut self, script: &str) -> String {
        let mut lines = script.lines().peekable();
        while let Some(line) = lines.next() {
            if let Some(command) = line.strip_prefix("$ ") {
                self.run("$", command, Command::new(HALFHOUR));
            } else if let Some(command) = line.strip_prefix("full$ ") {
                self.run("full$", command, on_a_full_disk());
            } else if let Some(day) = line.strip_prefix("day ") {
                self.day = day.trim().to_owned();
                let _ = writeln!(self.out, "[{}]", self.day);
            } else if let Some(name) = line.strip_prefix("write ") {
                let mut text = String::new();
                while let Some(content) = lines.next_if(|next| files::is_content(next)) {
                    text.push_str(&files::content(content));
                }
                files::write(self.folder, name.trim(), text.as_bytes());
            } else if line.is_empty() || line.starts_with('#') {
                let _ = writeln!(self.out, "{line}");
            } else {
                files::prepare(self.folder, line);
            }
        }
        self.out
    }

    fn run(&mut self, prompt: &str, typed: &str, mut command: Command) {
        let words = words::split(typed);
        assert_eq!(words.first().map(String::as_str), Some("halfhour"), "only halfhour is run: {typed}");
        command.current_dir(self.folder).env("HALFHOUR_DATA", "campaign.db").env("HOME", self.folder).env("TZ", "UTC");
        command.env_remove("EDITOR").env_remove("VISUAL").env_remove("XDG_DATA_HOME").env("COLUMNS", "100");
        command.args(&words[1..]);
        if !self.day.is_empty() {
            command.args(["--today", &self.day]);
        }
        let output = command.output().expect("halfhour can be run");
        let _ = writeln!(self.out, "{prompt} {typed}");
        self.out.push_str(&String::from_utf8_lossy(&output.stdout));
        for line in String::from_utf8_lossy(&output.stderr).lines() {
            let _ = writeln!(self.out, "{}", format!("! {line}").trim_end());
        }
        match output.status.code() {
            Some(0) => {}
            Some(code) => drop(writeln!(self.out, "(exit {code})")),
            None => self.out.push_str("(killed)\n"),
        }
    }
}
