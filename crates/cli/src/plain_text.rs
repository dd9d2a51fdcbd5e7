//! Plain text from a file or from standard input. Serves the draft check, the story and the editor. It refuses folders,
//! what is no text, and more than a megabyte; it never reads further than that.

use std::fs::File;
use std::io::{self, ErrorKind, IsTerminal, Read, Write};
use std::path::Path;

use crate::failure::Failure;

/// The longest text that is read, in bytes.
const LONGEST: u64 = 1 << 20;

/// The text of a file.
///
/// # Errors
/// Names the file and the way out.
pub fn from_file(path: &Path) -> Result<String, Failure> {
    let name = path.display().to_string();
    let file = File::open(path).map_err(|problem| unopened(&name, &problem))?;
    if file.metadata().is_ok_and(|about| about.is_dir()) {
        return Err(Failure::file(format!("{name} is a folder."), "Name a text file in it."));
    }
    read(file, &name)
}

/// The text on standard input; somebody at a terminal is told how to end it.
///
/// # Errors
/// As [`from_file`].
pub fn from_input() -> Result<String, Failure> {
    let input = io::stdin();
    if input.is_terminal() {
        // Nobody may be reading it; then nothing is lost.
        let _ = writeln!(anstream::stderr(), "Write or paste it here. Then press Enter and Ctrl-D.");
    }
    read(input.lock(), "Standard input")
}

fn read(from: impl Read, name: &str) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    from.take(LONGEST + 1).read_to_end(&mut bytes).map_err(|problem| unopened(name, &problem))?;
    if bytes.contains(&0) {
        return Err(no_text(name));
    }
    if bytes.len() as u64 > LONGEST {
        return Err(Failure::file(
            format!("{name} has more than 1 MB; no more than that is read."),
            "Take a shorter part.",
        ));
    }
    String::from_utf8(bytes).map_err(|_| no_text(name))
}

fn no_text(name: &str) -> Failure {
    Failure::file(format!("{name} is not plain text."), "Save the words as plain text (UTF-8), or paste them.")
}

fn unopened(name: &str, problem: &io::Error) -> Failure {
    match problem.kind() {
        ErrorKind::NotFound => Failure::file(
            format!("There is no file `{name}`."),
            // A name may have a space in it as well as words that were meant to be read.
            if name.contains(' ') {
                "Look at how it is spelled, and in which folder you are. To have words read and no file, leave it out and type \
                 or paste them; Ctrl-D ends them."
            } else {
                "Look at how it is spelled, and in which folder you are."
            },
        ),
        ErrorKind::PermissionDenied => {
            Failure::file(format!("{name} may not be read by you."), "Copy it to a place of your own.")
        }
        ErrorKind::IsADirectory => Failure::file(format!("{name} is a folder."), "Name a text file in it."),
        _ => Failure::file(format!("{name} could not be read: {problem}."), "Copy it to a place of your own."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_megabyte_is_read_and_no_more() {
        assert_eq!(read(io::repeat(b'a').take(LONGEST), "It").map(|text| text.len()), Ok(1 << 20));
        let failure = read(io::repeat(b'a'), "It").unwrap_err();
        assert!(failure.message.contains("1 MB"), "{failure:?}");
    }

    #[rstest::rstest]
    #[case(b"caf\xe9")]
    #[case(b"\x89PNG\r\n\x1a\n\0\0")]
    #[case(b"\xff\xfeH\0i\0")]
    fn what_is_no_text_is_refused(#[case] bytes: &[u8]) {
        assert!(read(bytes, "It").is_err());
    }

    #[rstest::rstest]
    #[case::a_name("nowhere.txt", false)]
    #[case::a_name_of_two_words("my draft.txt", true)]
    #[case::words("Hi Ana, are you hiring?", true)]
    fn what_is_not_there_is_misspelled_or_no_file_at_all(#[case] name: &str, #[case] may_be_words: bool) {
        let hint = unopened(name, &io::Error::from(ErrorKind::NotFound)).hint;
        assert!(hint.contains("spelled"), "{hint}");
        assert_eq!(hint.contains("Ctrl-D"), may_be_words, "{hint}");
    }

    #[test]
    fn a_text_is_left_as_it_is() {
        assert_eq!(read("\u{feff}Hi\r\n".as_bytes(), "It").as_deref(), Ok("\u{feff}Hi\r\n"));
    }
}
