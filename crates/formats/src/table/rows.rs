//! The rows of a table as importers see them: cells by column, flaws in words.
//!
//! Serves the list. It refuses to hand out a cell that may stand in a wrong column.

use std::borrow::Cow;
use std::ops::RangeInclusive;

use method::list::reading::Problem;

use super::header::Header;
use super::records::{Cells, Flaw, Layout, Record, Records};

/// A table in a text.
#[derive(Debug, Clone)]
pub(crate) struct Table<'t> {
    text: &'t str,
    header: Header,
    cells: Cells,
}

impl<'t> Table<'t> {
    /// The table whose header satisfies `wanted`.
    pub(crate) fn find(text: &'t str, wanted: impl Fn(&Header) -> bool, cells: Cells) -> Option<Self> {
        let header = Header::find(text, wanted)?;
        Some(Self { text, header, cells })
    }

    /// The names of the columns.
    pub(crate) fn header(&self) -> &Header {
        &self.header
    }

    /// The byte between two cells.
    pub(crate) fn separator(&self) -> u8 {
        self.header.separator
    }

    /// The line on which the header stands, from 1.
    pub(crate) fn header_line(&self) -> u32 {
        self.header.rows_line.saturating_sub(1)
    }

    /// The column of that name, in lower case.
    pub(crate) fn column(&self, name: &str) -> Option<usize> {
        self.header.column(name)
    }

    /// The rows, those that cannot be read included. It may be asked for again.
    pub(crate) fn rows(&self) -> impl Iterator<Item = Row<'t>> + use<'t> {
        let width = self.header.width();
        let layout = Layout { separator: self.header.separator, width, cells: self.cells };
        let records = Records::new(self.text, layout, self.header.rows_at, self.header.rows_line);
        records.map(move |record| Row { record, width })
    }
}

/// One row.
#[derive(Debug)]
pub(crate) struct Row<'t> {
    record: Record<'t>,
    width: usize,
}

impl Row<'_> {
    /// The nth record after the header, from 1.
    pub(crate) fn place(&self) -> u32 {
        self.record.place
    }

    /// The line on which the row starts, from 1.
    pub(crate) fn line(&self) -> u32 {
        self.record.line
    }

    /// The lines that the row takes up.
    pub(crate) fn lines(&self) -> RangeInclusive<u32> {
        self.record.line..=self.record.last
    }

    /// Where the next row starts, in bytes of the text.
    pub(crate) fn end(&self) -> usize {
        self.record.end
    }

    /// What stands in a column, trimmed and without NUL characters; none when nothing does.
    pub(crate) fn cell(&self, column: Option<usize>) -> Option<Cow<'_, str>> {
        let cell = self.record.cells.get(column?)?;
        let clean = if cell.contains('\0') {
            Cow::Owned(cell.replace('\0', "").trim().to_owned())
        } else {
            Cow::Borrowed(cell.trim())
        };
        (!clean.is_empty()).then_some(clean)
    }

    /// A problem at the place of this row.
    pub(crate) fn problem(&self, reason: impl Into<String>, rejected: bool) -> Problem {
        Problem { place: self.record.place, line: self.record.line, reason: reason.into(), rejected, skipped: false }
    }

    /// What is wrong with the row as a whole. A row that is missing cells at its end is still good for those that
    /// stand before them.
    pub(crate) fn flaw(&self) -> Option<Problem> {
        let width = self.width;
        let (reason, rejected) = match self.record.flaw {
            None => return self.damage(),
            Some(_) if self.is_blank() => return Some(self.problem("The row is empty.", true)),
            Some(Flaw::TooFew(found)) => {
                (format!("The row has {found} of {width} columns; the missing ones were taken as empty."), false)
            }
            Some(Flaw::TooMany(found)) => {
                let why = "a comma or a semicolon may stand in it without quotation marks";
                (format!("The row has {found} columns and the header has {width}: {why}."), true)
            }
            Some(Flaw::StrayQuote) => {
                ("A quotation mark opens and never closes; the line was read as it stands.".to_owned(), false)
            }
            Some(Flaw::Torn(last)) if last == self.record.line => (
                format!("The quotation marks in line {last} do not add up, so its columns cannot be told apart."),
                true,
            ),
            Some(Flaw::Torn(last)) => {
                let first = self.record.line;
                (
                    format!(
                        "A quotation mark opens in line {first} and never closes; lines {first} to {last} were left out."
                    ),
                    true,
                )
            }
        };
        Some(self.problem(reason, rejected))
    }

    /// The same for tables of messages, where a piece of a text must never pass for a row: a row that is missing
    /// cells is left out.
    pub(crate) fn strict_flaw(&self) -> Option<Problem> {
        let Some(Flaw::TooFew(found)) = self.record.flaw else {
            return self.flaw();
        };
        let width = self.width;
        Some(self.problem(format!("The row has {found} of {width} columns, so it may be a piece of a text."), true))
    }

    /// Whether no column holds anything.
    fn is_blank(&self) -> bool {
        let cells = &self.record.cells;
        !cells.is_empty()
            && cells.iter().all(|cell| cell.trim_matches(|c: char| c == '\0' || c.is_whitespace()).is_empty())
    }

    fn damage(&self) -> Option<Problem> {
        let holds = |mark: char| self.record.cells.iter().any(|cell| cell.contains(mark));
        if self.is_blank() {
            Some(self.problem("The row is empty.", true))
        } else if holds('\0') {
            Some(self.problem("The row holds NUL characters; they were left out.", false))
        } else if holds('\u{fffd}') {
            Some(self.problem("Some characters of the row could not be read.", false))
        } else {
            None
        }
    }
}
