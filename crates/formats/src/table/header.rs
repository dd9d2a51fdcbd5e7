//! Finds the header of a table by its names.
//!
//! Serves the list. Notes, blank lines and whatever else an export puts before the header are passed over; a header
//! that does not stand near the top is refused, since it is then a line of text.

use std::borrow::Cow;

use super::split::{blank_lines, line_end, split};

/// How many lines are looked at for a header.
const LINES: u32 = 100;

/// How many bytes are looked at for a header.
const BYTES: usize = 64 << 10;

/// What may stand between cells, in the order of trying.
const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// The names of a table's columns, and where its rows start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Header {
    /// The names as [`fold`] leaves them, in the order of the file.
    names: Vec<String>,
    /// The same as they are written, trimmed.
    written: Vec<String>,
    /// The byte between two cells.
    pub separator: u8,
    /// Where the first row starts, in bytes of the text.
    pub rows_at: usize,
    /// The line on which the first row starts, from 1.
    pub rows_line: u32,
}

impl Header {
    /// The first line near the top of `text` whose names satisfy `wanted`.
    pub(crate) fn find(text: &str, wanted: impl Fn(&Header) -> bool) -> Option<Header> {
        let (mut at, mut lines) = blank_lines(text, 0);
        while at < text.len().min(BYTES) && lines < LINES {
            let (end, next) = line_end(text, at);
            // Nothing so long is a header, and to look at it once for every kind of table would take seconds.
            if end - at <= BYTES {
                let found = SEPARATORS.iter().map(|separator| Header::at(text, at, lines, *separator)).find(&wanted);
                if found.is_some() {
                    return found;
                }
            }
            (at, lines) = (next, lines + 1);
            let (next, blank) = blank_lines(text, at);
            (at, lines) = (next, lines.saturating_add(blank));
        }
        None
    }

    fn at(text: &str, at: usize, lines_before: u32, separator: u8) -> Header {
        let row = split(text, at, separator, false);
        let mut names: Vec<String> = row.cells.iter().map(|name| fold(name)).collect();
        while names.len() > 1 && names.last().is_some_and(String::is_empty) {
            names.pop();
        }
        let written = row.cells.iter().take(names.len()).map(|name| visible(name).trim().to_owned()).collect();
        Header { names, written, separator, rows_at: row.end, rows_line: lines_before.saturating_add(2) }
    }

    /// Where the column of that name stands, in lower case and counted from 0. Of two the first.
    pub(crate) fn column(&self, name: &str) -> Option<usize> {
        self.names.iter().position(|own| own == name)
    }

    /// Whether all these columns are there, in any order.
    pub(crate) fn has(&self, names: &[&str]) -> bool {
        names.iter().all(|name| self.column(name).is_some())
    }

    /// The names in lower case, in the order of the file.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }

    /// The names as they are written.
    pub(crate) fn written(&self) -> &[String] {
        &self.written
    }

    /// How many columns there are.
    pub(crate) fn width(&self) -> usize {
        self.names.len()
    }
}

/// The first line that looks like a header: what to show of a table that nobody knows. At most twelve names.
pub(crate) fn first_columns(text: &str) -> Option<Vec<String>> {
    let widest = widest(text)?;
    let printable = |name: &str| name.chars().filter(|c| !c.is_control() && *c != '\u{feff}').take(40).collect();
    let names: Vec<String> = widest.iter().take(12).map(|name| printable(name.trim())).collect();
    (names.len() > 1 && names.iter().any(|name| !name.is_empty())).then_some(names)
}

fn visible(name: &str) -> String {
    name.chars().filter(|c| !matches!(c, '\u{feff}' | '\u{200b}' | '\0' | '"')).collect()
}

/// The cells of the first line that has as many as the line after it, or of the very first line.
fn widest(text: &str) -> Option<Vec<Cow<'_, str>>> {
    let cells = |at: usize| {
        let all = SEPARATORS.iter().map(|separator| split(text, at, *separator, false).cells);
        all.max_by_key(Vec::len).unwrap_or_default()
    };
    let (first, _) = blank_lines(text, 0);
    let mut at = first;
    let mut after_a_sentence = false;
    for _ in 0..LINES.min(20) {
        let (end, behind) = line_end(text, at);
        let next = blank_lines(text, behind).0;
        let (own, following) = (cells(at), cells(next));
        if own.len() > 1 && own.len() == following.len() {
            let is_quoted = text.get(at..end).is_some_and(|line| line.contains('"'));
            // Two lines of running text may have one comma each; more of them, or quotation marks, make a table whose
            // columns are questions.
            if own.len() > COMMAS_OF_A_SENTENCE || is_quoted || (reads_like_names(&own) && !after_a_sentence) {
                return Some(own);
            }
            // What follows in the same shape is no header of its own.
            after_a_sentence = true;
        }
        at = next;
    }
    // A line alone is running text when its commas have a space behind them.
    let alone = cells(first);
    (!alone.iter().skip(1).any(|cell| cell.starts_with(' ')) && reads_like_names(&alone)).then_some(alone)
}

/// Into so many parts two neighbouring sentences may well be divided by their commas.
const COMMAS_OF_A_SENTENCE: usize = 2;

/// Whether these may be the names of columns: a few words each, and no end of a sentence, which is not that of a short
/// name such as `Mobile No.`. Otherwise it is running text with a comma in it.
fn reads_like_names(cells: &[Cow<'_, str>]) -> bool {
    const WORDS: usize = 5;
    const SHORT: usize = 2;
    let ends = |cell: &str| cell.trim_end().ends_with(['.', '!', '?', ':']);
    let is_name = |cell: &str| {
        let words = cell.split_whitespace().count();
        words <= SHORT || (words <= WORDS && !ends(cell))
    };
    let is_heading = cells.first().is_some_and(|cell| cell.starts_with("# "));
    !is_heading && cells.iter().all(|cell| is_name(cell))
}

/// Lower case, without marks at the edges, single spaces.
fn fold(name: &str) -> String {
    visible(name).to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}
