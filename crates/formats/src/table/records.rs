//! Takes delimited text apart into rows, and knows on which line each one starts.
//!
//! Serves the list. It refuses to let one stray quotation mark swallow the rest of a file, which is why it is not
//! left to a general reader: a row that runs over several lines and does not come out with the columns of the header
//! is taken apart again line by line, and what cannot be saved is reported with its lines.

use std::borrow::Cow;
use std::cmp::Ordering;

use super::split::{Split, blank_lines, line_end, split};

/// A row of the file, with its place and what is wrong with it.
#[derive(Debug)]
pub(crate) struct Record<'t> {
    /// The nth record after the header, from 1.
    pub place: u32,
    /// The line on which it starts, from 1.
    pub line: u32,
    /// The line on which it ends.
    pub last: u32,
    /// Where the next one starts, in bytes of the text.
    pub end: usize,
    /// The cells; none when nothing of the row can be trusted.
    pub cells: Vec<Cow<'t, str>>,
    /// What is wrong with the row as a whole.
    pub flaw: Option<Flaw>,
}

/// What can be wrong with a row as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Flaw {
    /// Fewer cells than the header has; those that are there stand in their columns.
    TooFew(usize),
    /// More cells than the header has: no cell is sure to stand in its column.
    TooMany(usize),
    /// A quotation mark opens and never closes; the line was read as it stands and fits the header.
    StrayQuote,
    /// Quotation marks are wrong from the row's first line to this one: nothing of it can be trusted.
    Torn(u32),
}

/// What the cells of a table usually hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cells {
    /// Names and days: a cell of several lines is suspicious.
    Short,
    /// Texts that people wrote: cells of many lines are usual.
    Long,
}

/// How many bytes may be read in vain while looking for the end of a quoted cell, per file. After that a cell ends
/// with its line. It keeps a file made of quotation marks from taking for ever.
const VAIN_BYTES: usize = 32 << 20;

/// The rows of a text, one by one.
#[derive(Debug, Clone)]
pub(crate) struct Records<'t> {
    text: &'t str,
    layout: Layout,
    at: usize,
    line: u32,
    place: u32,
    vain: usize,
}

/// How the rows of a text are built.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Layout {
    /// The byte between two cells.
    pub separator: u8,
    /// How many cells the header has.
    pub width: usize,
    /// What the cells hold.
    pub cells: Cells,
}

impl<'t> Records<'t> {
    /// The rows from the byte `at` on, which is the beginning of `line`.
    pub(crate) fn new(text: &'t str, layout: Layout, at: usize, line: u32) -> Self {
        Self { text, layout, at, line, place: 0, vain: 0 }
    }

    /// Whether the quotation marks of a row can be believed.
    fn trusted(&self, row: &Split<'t>) -> bool {
        let fits = row.cells.len() == self.layout.width;
        match row.lines {
            _ if !row.closed => false,
            1 => row.sound || fits,
            _ => row.sound && !self.hides_rows(row, fits),
        }
    }

    /// Whether lines inside a row of several lines are whole rows by themselves.
    fn hides_rows(&self, row: &Split<'t>, fits: bool) -> bool {
        if self.layout.width < 2 {
            return false;
        }
        let (first_end, mut at) = line_end(self.text, self.at);
        if !fits && self.as_it_stands(first_end).len() == self.layout.width {
            return true;
        }
        let mut whole = 0;
        while at < row.end {
            whole += u32::from(self.stands_alone(at));
            at = line_end(self.text, at).1;
        }
        if fits && self.layout.cells == Cells::Long { whole * 2 > row.lines } else { whole > 0 }
    }

    /// Where the quotation marks do not add up: the first line as it stands when that fits, else everything up to
    /// the next line that is a whole row by itself is given up.
    fn mend(&mut self, torn: &Split<'t>) -> (Vec<Cow<'t, str>>, Flaw) {
        self.vain = self.vain.saturating_add(torn.end - self.at);
        let (first_end, after_first) = line_end(self.text, self.at);
        let plain = self.as_it_stands(first_end);
        if plain.len() == self.layout.width {
            self.advance(after_first, 1);
            return (plain, Flaw::StrayQuote);
        }
        let (mut at, mut lines) = (after_first, 1);
        while at < torn.end && !self.stands_alone(at) {
            at = line_end(self.text, at).1;
            lines += 1;
        }
        let last = self.line.saturating_add(lines - 1);
        self.advance(at, lines);
        (Vec::new(), Flaw::Torn(last))
    }

    /// The current line cut at every separator, quotation marks at the edges of a cell dropped.
    fn as_it_stands(&self, end: usize) -> Vec<Cow<'t, str>> {
        let cells = self.text[self.at..end].split(char::from(self.layout.separator));
        cells.map(|cell| Cow::Borrowed(cell.trim_matches('"'))).collect()
    }

    /// Whether one line is a whole row without its neighbours.
    fn stands_alone(&self, at: usize) -> bool {
        let row = split(self.text, at, self.layout.separator, false);
        row.sound && row.cells.len() == self.layout.width
    }

    fn advance(&mut self, at: usize, lines: u32) {
        self.at = at;
        self.line = self.line.saturating_add(lines);
    }
}

impl<'t> Iterator for Records<'t> {
    type Item = Record<'t>;

    fn next(&mut self) -> Option<Record<'t>> {
        let (at, lines) = blank_lines(self.text, self.at);
        self.advance(at, lines);
        if self.at >= self.text.len() {
            return None;
        }
        self.place = self.place.saturating_add(1);
        let line = self.line;
        let mut row = split(self.text, self.at, self.layout.separator, self.vain < VAIN_BYTES);
        drop_blank_tail(&mut row.cells, self.layout.width);
        let (cells, flaw) = if self.trusted(&row) {
            self.advance(row.end, row.lines);
            let flaw = miscounted(row.cells.len(), self.layout.width);
            (row.cells, flaw)
        } else {
            let (cells, flaw) = self.mend(&row);
            (cells, Some(flaw))
        };
        let last = self.line.saturating_sub(1).max(line);
        Some(Record { place: self.place, line, last, end: self.at, cells, flaw })
    }
}

fn miscounted(found: usize, width: usize) -> Option<Flaw> {
    match found.cmp(&width) {
        Ordering::Less => Some(Flaw::TooFew(found)),
        Ordering::Equal => None,
        Ordering::Greater => Some(Flaw::TooMany(found)),
    }
}

/// Spreadsheet programs fill rows up with empty cells.
fn drop_blank_tail(cells: &mut Vec<Cow<'_, str>>, width: usize) {
    while cells.len() > width && cells.last().is_some_and(|cell| cell.trim().is_empty()) {
        cells.pop();
    }
}
