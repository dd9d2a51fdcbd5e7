//! One row of delimited text: cells, quotation marks, line ends.
//!
//! Serves the list. It takes LF, CRLF and a lone CR for a line end, even mixed in one file, and says whether the
//! quotation marks added up; it refuses to decide what to do when they did not.

use std::borrow::Cow;

/// How far a quoted cell may reach. LinkedIn allows 8,000 characters in a message.
const CELL_BYTES: usize = 256 << 10;

/// One row as its quotation marks say.
#[derive(Debug)]
pub(super) struct Split<'t> {
    /// The cells, unquoted.
    pub cells: Vec<Cow<'t, str>>,
    /// Where the next row starts, in bytes.
    pub end: usize,
    /// How many line ends it takes up, its own included; at least 1.
    pub lines: u32,
    /// Whether every quoted cell was closed.
    pub closed: bool,
    /// Whether, besides, nothing stood between a closing quotation mark and the next separator.
    pub sound: bool,
}

/// The row that starts at the byte `at`. With `over_lines` a quoted cell may hold line ends.
pub(super) fn split(text: &str, at: usize, separator: u8, over_lines: bool) -> Split<'_> {
    let bytes = text.as_bytes();
    let mut row = Split { cells: Vec::new(), end: at, lines: 1, closed: true, sound: true };
    loop {
        if bytes.get(row.end) == Some(&b'"') {
            quoted(text, separator, over_lines, &mut row);
        } else {
            let end = plain_end(bytes, row.end, separator);
            row.cells.push(Cow::Borrowed(&text[row.end..end]));
            row.end = end;
        }
        if bytes.get(row.end) == Some(&separator) {
            row.end += 1;
        } else {
            row.end = after_line_end(bytes, row.end);
            return row;
        }
    }
}

/// Reads the quoted cell at the end of `row`, which stands on the opening quotation mark.
fn quoted<'t>(text: &'t str, separator: u8, over_lines: bool, row: &mut Split<'t>) {
    let bytes = text.as_bytes();
    let (mut from, mut at) = (row.end + 1, row.end + 1);
    let limit = at.saturating_add(CELL_BYTES).min(bytes.len());
    let mut value = Cow::Borrowed("");
    loop {
        match bytes.get(at) {
            Some(b'"') if bytes.get(at + 1) == Some(&b'"') => {
                value += &text[from..=at];
                at += 2;
                from = at;
            }
            Some(b'"') => {
                value += &text[from..at];
                from = at + 1;
                at = plain_end(bytes, from, separator);
                row.sound &= at == from;
                break;
            }
            Some(b'\r' | b'\n') if over_lines && at < limit => {
                at = after_line_end(bytes, at);
                row.lines = row.lines.saturating_add(1);
            }
            Some(byte) if at < limit && !matches!(byte, b'\r' | b'\n') => at += 1,
            _ => {
                at = plain_end(bytes, floor(text, at), b'\n');
                row.closed = false;
                row.sound = false;
                break;
            }
        }
    }
    value += &text[from.min(at)..at];
    row.cells.push(value);
    row.end = at;
}

fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn plain_end(bytes: &[u8], at: usize, separator: u8) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    rest.iter().position(|byte| *byte == separator || matches!(byte, b'\r' | b'\n')).map_or(bytes.len(), |n| at + n)
}

fn after_line_end(bytes: &[u8], at: usize) -> usize {
    match (bytes.get(at), bytes.get(at + 1)) {
        (Some(b'\r'), Some(b'\n')) => at + 2,
        (Some(b'\r' | b'\n'), _) => at + 1,
        _ => at,
    }
}

/// The end of the line at `at`, and the beginning of the next one.
pub(super) fn line_end(text: &str, at: usize) -> (usize, usize) {
    let end = plain_end(text.as_bytes(), at, b'\n');
    (end, after_line_end(text.as_bytes(), end))
}

/// The first byte from `at` on that ends no line, and how many line ends were passed.
pub(super) fn blank_lines(text: &str, mut at: usize) -> (usize, u32) {
    let bytes = text.as_bytes();
    let mut lines: u32 = 0;
    while let Some(b'\r' | b'\n') = bytes.get(at) {
        at = after_line_end(bytes, at);
        lines = lines.saturating_add(1);
    }
    (at, lines)
}
