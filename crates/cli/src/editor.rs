//! The seeker's own editor, for texts that do not fit into a flag. Serves the case, the questions and the story.
//!
//! The text lies in a folder and a file that only the seeker may read, and the editor is closed before anything is
//! written to the campaign. It refuses to lose words: when they cannot be taken, the file stays and is named.

pub mod words;

use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus};

use tempfile::TempDir;

use crate::failure::Failure;
use crate::plain_text;

/// Opens the text in the seeker's editor, below a few lines of explanation that are left out again, and hands over what
/// came back. None when nothing was changed. What `take` refuses stays in a file, which the failure names.
///
/// # Errors
/// When no editor is named or it fails, when what came back is no text, and whatever `take` says.
pub fn edit<T>(
    title: &str,
    explanation: &[String],
    text: &str,
    take: impl FnOnce(&str) -> Result<T, Failure>,
) -> Result<Option<T>, Failure> {
    let editor = editor()?;
    let head: String = explanation.iter().map(|line| format!("# {line}\n")).collect();
    let whole = format!("{head}\n{}\n", text.trim_end());
    let page = Page::lay_out(title, &whole)?;
    let ended = open(&editor, &page.file).map_err(|problem| unopened(&editor[0], &problem))?;
    let back = page.read_back();
    let untouched = back.as_ref().is_ok_and(|back| *back == whole);
    if !ended.success() {
        let failure = Failure::file(
            format!("Your editor `{}` ended with an error ({ended}), and nothing was written.", editor[0]),
            "Try again, or name another one: EDITOR=nano halfhour …",
        );
        return Err(if untouched { failure } else { page.keep(failure) });
    }
    let back = match back {
        Ok(back) => back,
        Err(failure) => return Err(page.keep(failure)),
    };
    if untouched {
        return Ok(None);
    }
    let own = without_explanation(&back, &head);
    take(&own).map(Some).map_err(|failure| page.keep(beside_the_newer(failure, &own)))
}

/// Opens the file and waits until the editor is closed. Where programs read the output, the editor keeps out of it.
fn open(editor: &[String], file: &Path) -> io::Result<ExitStatus> {
    let mut command = Command::new(&editor[0]);
    command.args(&editor[1..]).arg(file);
    if !io::stdout().is_terminal() {
        command.stdout(io::stderr());
    }
    command.status()
}

/// The words of `VISUAL` or `EDITOR`, or an editor at hand; at least one.
fn editor() -> Result<Vec<String>, Failure> {
    let named = ["VISUAL", "EDITOR"].into_iter().filter_map(|name| Some((name, std::env::var(name).ok()?)));
    let Some((name, line)) = named.into_iter().find(|(_, line)| !line.trim().is_empty()) else {
        return at_hand().ok_or_else(|| {
            Failure::usage(
                "No editor is named, so nothing was opened.",
                "Name one: EDITOR=nano halfhour … Or tell it with flags; --help shows them.",
            )
        });
    };
    words::split(&line).filter(|words| !words.is_empty()).ok_or_else(|| {
        Failure::usage(
            format!("{name} is set to `{line}`, and a quote in it is not closed."),
            "Name your editor again: EDITOR=nano halfhour …",
        )
    })
}

/// A simple editor that most machines have, for somebody at a terminal who never named one.
fn at_hand() -> Option<Vec<String>> {
    let name = if cfg!(windows) { "notepad.exe" } else { "nano" };
    let folders = std::env::var_os("PATH").filter(|_| io::stdin().is_terminal())?;
    std::env::split_paths(&folders).any(|folder| folder.join(name).is_file()).then(|| vec![name.to_owned()])
}

fn unopened(editor: &str, problem: &io::Error) -> Failure {
    Failure::file(
        format!("Your editor `{editor}` could not be started: {problem}."),
        "Name another one: EDITOR=nano halfhour … Or tell it with flags; --help shows them.",
    )
}

/// A text in a file, while an editor has it.
struct Page {
    folder: TempDir,
    file: PathBuf,
}

impl Page {
    fn lay_out(title: &str, text: &str) -> Result<Self, Failure> {
        let mut builder = tempfile::Builder::new();
        builder.prefix("halfhour-");
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
        let folder = builder.tempdir().map_err(|problem| unwritten(&std::env::temp_dir(), &problem))?;
        let file = folder.path().join(format!("{title}.txt"));
        let mut options = fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let written = options.open(&file).and_then(|mut page| page.write_all(text.as_bytes()));
        written.map_err(|problem| unwritten(&file, &problem))?;
        Ok(Self { folder, file })
    }

    /// Reads the file again by its name: editors often write a new one in its place.
    fn read_back(&self) -> Result<String, Failure> {
        if !self.file.exists() {
            return Err(Failure::file("Your editor left no file behind, and nothing was written.", "Try again."));
        }
        let text = plain_text::from_file(&self.file)?;
        Ok(text.trim_start_matches('\u{feff}').replace("\r\n", "\n"))
    }

    /// Leaves the file where it is, when anything is in it, and says where.
    fn keep(self, mut failure: Failure) -> Failure {
        if fs::metadata(&self.file).is_ok_and(|about| about.len() > 0) {
            let _ = self.folder.keep();
            failure.hint = format!("{}\nYour text is kept in {}", failure.hint, self.file.display());
        }
        failure
    }
}

fn unwritten(place: &Path, problem: &io::Error) -> Failure {
    Failure::file(
        format!("No file for your editor could be written at {}: {problem}.", place.display()),
        "Free some space there, or name another folder: TMPDIR=FOLDER halfhour …",
    )
}

/// The text without the lines above it that explained what to do.
fn without_explanation(text: &str, head: &str) -> String {
    let explains = |line: &&str| line.trim().is_empty() || head.lines().any(|head| head == line.trim_end());
    let lines: Vec<&str> = text.lines().skip_while(explains).collect();
    lines.join("\n").trim_end().to_owned()
}

/// A stale edit is shown beside the newer words, which the failure tells already.
fn beside_the_newer(mut failure: Failure, own: &str) -> Failure {
    if failure.kind == "stale" {
        failure.message = format!("{}\nYou wrote:\n{own}", failure.message);
    }
    failure
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("# One line.\n\nMine.\n", "Mine.")]
    #[case("# One line.\n# 1 in my ward\n", "# 1 in my ward")]
    #[case("Mine.\n# One line.\n", "Mine.\n# One line.")]
    #[case("", "")]
    fn only_our_own_lines_are_left_out(#[case] back: &str, #[case] own: &str) {
        assert_eq!(without_explanation(back, "# One line.\n"), own);
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_may_read_the_page() {
        use std::os::unix::fs::PermissionsExt as _;
        let page = Page::lay_out("case", "Mine.").unwrap();
        let mode = |place: &Path| fs::metadata(place).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(page.folder.path()), mode(&page.file)), (0o700, 0o600));
    }
}
