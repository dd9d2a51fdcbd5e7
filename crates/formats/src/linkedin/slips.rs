//! What is kept of a message or an invitation: who, to whom, when. Nothing else of the row is ever looked at.
//!
//! Serves the list. It refuses to touch the columns of subject, content and message: no value of theirs is read,
//! stored or quoted.

use jiff::civil::Date;
use method::list::reading::Problem;

use super::value;
use crate::dates::{self, Order};
use crate::links;
use crate::table::{Row, Table};

/// A message or an invitation without what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Slip {
    /// The nth record after the header, from 1.
    pub place: u32,
    /// The line on which it starts, from 1.
    pub line: u32,
    /// The conversation it belongs to, when the file says so.
    pub thread: Option<String>,
    /// Name of the sender.
    pub from: Option<String>,
    /// Link of the sender.
    pub from_link: Option<String>,
    /// Names of the recipients, as one text.
    pub to: Option<String>,
    /// Links of the recipients.
    pub to_links: Vec<String>,
    /// The day; none when there is none that can be read.
    pub on: Option<Date>,
    /// Whether the seeker wrote it, when the file says so.
    pub sent: Option<bool>,
    /// Whether it was never sent.
    pub draft: bool,
}

impl Slip {
    /// A problem at the place of this slip: the row is left out.
    pub(super) fn rejected(&self, reason: impl Into<String>) -> Problem {
        Problem { place: self.place, line: self.line, reason: reason.into(), rejected: true, skipped: self.draft }
    }
}

/// Where everything stands. Names of columns are in lower case.
pub(super) struct Columns {
    pub thread: Option<usize>,
    pub from: Option<usize>,
    pub from_link: Option<usize>,
    pub to: Option<usize>,
    pub to_links: Option<usize>,
    pub on: Option<usize>,
    pub direction: Option<usize>,
    pub drafts: Vec<usize>,
    pub folder: Option<usize>,
    pub order: Order,
}

impl Columns {
    /// The order of day and month in the column of days.
    pub(super) fn order(table: &Table<'_>, on: Option<usize>) -> Order {
        let written: Vec<String> = table.rows().filter_map(|row| value(&row, on)).collect();
        Order::of(written.iter().map(|day| day.as_str().into()))
    }

    pub(super) fn slip(&self, row: &Row<'_>) -> Slip {
        let links = row.cell(self.to_links);
        let to_links = links.iter().flat_map(|all| all.split([',', ';', ' ', '\n'])).filter_map(links::link);
        let yes = |column: usize| value(row, Some(column)).is_some_and(|cell| is_yes(&cell));
        let folder = value(row, self.folder).unwrap_or_default().to_lowercase();
        Slip {
            place: row.place(),
            line: row.line(),
            thread: value(row, self.thread),
            from: value(row, self.from),
            from_link: row.cell(self.from_link).and_then(|link| links::link(&link)),
            to: value(row, self.to),
            to_links: to_links.collect(),
            on: value(row, self.on).and_then(|day| dates::day_on_linkedin(&day, self.order).ok()),
            sent: value(row, self.direction).and_then(|direction| sent(&direction)),
            draft: self.drafts.iter().copied().any(yes) || matches!(folder.as_str(), "draft" | "drafts"),
        }
    }
}

fn is_yes(cell: &str) -> bool {
    ["yes", "true", "1"].iter().any(|yes| cell.eq_ignore_ascii_case(yes))
}

fn sent(direction: &str) -> Option<bool> {
    match direction.to_lowercase().as_str() {
        "outgoing" | "sent" => Some(true),
        "incoming" | "received" => Some(false),
        _ => None,
    }
}
