//! The rows that were left out, cut from the file as they stand, with their reasons: to be mended and imported again.
//!
//! Serves the list. A table gives its header and the rows, each behind its reason; an address book gives the cards. It
//! refuses to hand out what people wrote to each other: of messages, and of what has no rows, it tells places only.

use std::borrow::Cow;
use std::io::{Cursor, Result, Write as _};
use std::ops::RangeInclusive;

use method::list::reading::{LeftOut, Problem, Reading};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::content::Content;
use crate::encoding;

/// Where the rows stand that were left out, in lines counted from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cut {
    pub form: Form,
    /// One for each row, in the order of the file.
    pub rows: Vec<RangeInclusive<u32>>,
}

/// What the rows of a file look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// Delimited text, with the line of its header.
    Table {
        /// The byte between two cells.
        separator: u8,
        /// The line of the header.
        head: u32,
    },
    /// Cards of an address book.
    Cards,
}

/// The problems for which something was left out; none when nothing was.
fn rejected(problems: &[Problem]) -> Option<Vec<&Problem>> {
    let rejected: Vec<&Problem> = problems.iter().filter(|problem| problem.rejected && !problem.skipped).collect();
    (!rejected.is_empty()).then_some(rejected)
}

/// What was left out of messages and meetings that passed by: where they stand, and why.
pub(crate) fn places_of(problems: &[Problem]) -> Option<LeftOut> {
    Some(LeftOut { extension: "csv", bytes: places(&rejected(problems)?) })
}

/// What was left out of one content; none when nothing was.
pub(crate) fn left_out(content: &Content, text: &str, cut: Option<&Cut>, problems: &[Problem]) -> Option<LeftOut> {
    let rejected = rejected(problems)?;
    let bytes = if encoding::is_wide(&content.bytes) { text.as_bytes() } else { &content.bytes };
    let lines = Lines { bytes: bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes), at: 0, line: 1 };
    let (extension, bytes) = match cut {
        Some(Cut { form: Form::Table { separator, head }, rows }) => {
            ("csv", table(lines, *separator, *head, rows, &rejected))
        }
        Some(Cut { form: Form::Cards, rows }) => ("vcf", cards(lines, rows, &rejected)),
        None => ("csv", places(&rejected)),
    };
    Some(LeftOut { extension, bytes })
}

/// The reason stands in the first column: a row that is broken has no end to put it at.
fn table(
    mut lines: Lines<'_>,
    separator: u8,
    head: u32,
    rows: &[RangeInclusive<u32>],
    rejected: &[&Problem],
) -> Vec<u8> {
    let is_utf8 = lines.is_utf8();
    let mut out = b"Reason".to_vec();
    out.push(separator);
    write_lines(&mut out, lines.take(&(head..=head)));
    for row in rows {
        let reason = rejected.iter().find(|problem| problem.line == *row.start());
        let reason = reason.map(|problem| told(problem, is_utf8)).unwrap_or_default();
        out.extend(format!("\"{}\"", reason.replace('"', "\"\"")).into_bytes());
        out.push(separator);
        write_lines(&mut out, lines.take(row));
    }
    out
}

/// The reason stands on a line of its own before the card, where no address book looks.
fn cards(mut lines: Lines<'_>, rows: &[RangeInclusive<u32>], rejected: &[&Problem]) -> Vec<u8> {
    let is_utf8 = lines.is_utf8();
    let mut out = Vec::new();
    for row in rows {
        if let Some(problem) = rejected.iter().find(|problem| problem.line == *row.start()) {
            out.extend(format!("# {}\r\n", told(problem, is_utf8)).into_bytes());
        }
        write_lines(&mut out, lines.take(row));
    }
    out
}

fn places(rejected: &[&Problem]) -> Vec<u8> {
    let mut out = String::from("Place,Line,Reason\n");
    for problem in rejected {
        let reason = problem.reason.replace('"', "\"\"");
        out.push_str(&format!("{},{},\"{reason}\"\n", problem.place, problem.line));
    }
    out.into_bytes()
}

/// The reason with its place; in plain letters where the file is not in UTF-8, so that it stays readable in either.
fn told(problem: &Problem, is_utf8: bool) -> String {
    let told = format!("record {}, line {}: {}", problem.place, problem.line, problem.reason);
    let plain = |letter: char| match letter {
        '“' | '”' => '\'',
        letter if letter.is_ascii() => letter,
        _ => '?',
    };
    if is_utf8 { told } else { told.chars().map(plain).collect() }
}

fn write_lines(out: &mut Vec<u8>, lines: &[u8]) {
    out.extend_from_slice(lines);
    if !lines.ends_with(b"\n") && !lines.ends_with(b"\r") {
        out.push(b'\n');
    }
}

/// Bytes by their lines, asked for from the first to the last.
struct Lines<'b> {
    bytes: &'b [u8],
    at: usize,
    line: u32,
}

impl<'b> Lines<'b> {
    fn is_utf8(&self) -> bool {
        std::str::from_utf8(self.bytes).is_ok()
    }

    /// These lines, with their ends.
    fn take(&mut self, lines: &RangeInclusive<u32>) -> &'b [u8] {
        while self.line < *lines.start() && self.at < self.bytes.len() {
            self.pass();
        }
        let from = self.at;
        while self.line <= *lines.end() && self.at < self.bytes.len() {
            self.pass();
        }
        &self.bytes[from..self.at]
    }

    fn pass(&mut self) {
        let rest = &self.bytes[self.at..];
        let end = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(rest.len());
        let ended = match rest.get(end..) {
            Some([b'\r', b'\n', ..]) => 2,
            Some([_, ..]) => 1,
            _ => 0,
        };
        self.at += end + ended;
        self.line = self.line.saturating_add(1);
    }
}

/// Everything that was left out of these readings, as one file: as it is when it comes from one source, else a ZIP with
/// one member for each, which can be imported as it is. None when nothing was left out.
///
/// # Errors
/// Only when the machine runs out of memory.
pub fn file(readings: &[Reading]) -> Result<Option<LeftOut>> {
    let all: Vec<(&Reading, &LeftOut)> =
        readings.iter().filter_map(|reading| Some((reading, reading.left_out.as_ref()?))).collect();
    if let [] | [_] = all.as_slice() {
        return Ok(all.first().map(|(_, one)| (*one).clone()));
    }
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (nth, (reading, one)) in (1..).zip(all) {
        zip.start_file(format!("{nth} {}.{}", stem(&reading.file), one.extension), SimpleFileOptions::default())?;
        zip.write_all(&one.bytes)?;
    }
    Ok(Some(LeftOut { extension: "zip", bytes: zip.finish()?.into_inner() }))
}

/// The name of a file, or of a member, without folders and ending.
fn stem(file: &str) -> Cow<'_, str> {
    let base = file.rsplit('/').next().unwrap_or(file);
    base.rsplit_once('.').map_or(base, |(stem, _)| stem).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(place: u32, line: u32, reason: &str) -> Problem {
        Problem { place, line, reason: reason.into(), rejected: true, skipped: false }
    }

    fn cut(bytes: &[u8], form: Form, rows: &[RangeInclusive<u32>], problems: &[Problem]) -> String {
        let content = Content { file: "f".into(), bytes: bytes.to_vec() };
        let cut = Cut { form, rows: rows.to_vec() };
        let left = left_out(&content, &content.text(), Some(&cut), problems).unwrap();
        String::from_utf8_lossy(&left.bytes).into_owned()
    }

    const TABLE: Form = Form::Table { separator: b';', head: 2 };

    #[test]
    fn rows_stand_under_their_header_behind_their_reason() {
        let left =
            cut(b"\xef\xbb\xbfNotes:\r\nA;B\r\n1;2\r\n\"x\ny\";z\r\n", TABLE, &[4..=5], &[problem(2, 4, "no “name”")]);
        assert_eq!(left, "Reason;A;B\r\n\"record 2, line 4: no “name”\";\"x\ny\";z\r\n");
    }

    #[test]
    fn bytes_of_a_code_page_stay_as_they_are() {
        let content = Content { file: "f".into(), bytes: b"\nA;B\nJos\xe9;\n".to_vec() };
        let cut = Cut { form: TABLE, rows: vec![3..=3] };
        let left = left_out(&content, &content.text(), Some(&cut), &[problem(1, 3, "“é”")]).unwrap();
        assert_eq!(left.bytes, b"Reason;A;B\n\"record 1, line 3: '?'\";Jos\xe9;\n");
    }

    #[test]
    fn a_card_without_a_line_end_gets_one() {
        let left = cut(b"a\nBEGIN:VCARD\nX", Form::Cards, &[2..=3], &[problem(1, 2, "cut off")]);
        assert_eq!(left, "# record 1, line 2: cut off\r\nBEGIN:VCARD\nX\n");
    }

    #[test]
    fn of_messages_only_places_are_told() {
        let content = Content { file: "f".into(), bytes: b"secret".to_vec() };
        let left = left_out(&content, "secret", None, &[problem(1, 2, "a \"b\"")]).unwrap();
        assert_eq!(left.bytes, b"Place,Line,Reason\n1,2,\"a \"\"b\"\"\"\n");
        let draft = Problem { skipped: true, ..problem(1, 2, "a draft") };
        assert_eq!(left_out(&content, "secret", None, &[draft]), None);
    }
}
