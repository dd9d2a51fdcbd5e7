//! From when to when: the two columns of days in positions and education.
//!
//! Serves the list. It refuses to guess: a day that cannot be read is noted and left empty.

use jiff::civil::Date;

use super::{Reason, quoted, value};
use crate::dates::{self, Order};
use crate::table::{Row, Table};

/// The two columns, and the order of day and month in them.
pub(super) struct Period {
    columns: [Option<usize>; 2],
    order: Order,
}

impl Period {
    pub(super) fn of(table: &Table<'_>, started: &str, ended: &str) -> Self {
        let columns = [table.column(started), table.column(ended)];
        let written: Vec<String> =
            table.rows().flat_map(|row| columns.map(|column| value(&row, column))).flatten().collect();
        Self { columns, order: Order::of(written.iter().map(|day| day.as_str().into())) }
    }

    /// First and last day. `names` are those of the columns, for people.
    pub(super) fn days(
        &self,
        row: &Row<'_>,
        names: [&str; 2],
        notes: &mut Vec<Reason>,
    ) -> (Option<Date>, Option<Date>) {
        let mut day = |at: usize| {
            let written = value(row, self.columns[at]).filter(|written| !written.eq_ignore_ascii_case("present"))?;
            let day = dates::day_of_period(&written, self.order);
            if day.is_none() {
                notes.push(format!("{} {} is no date that can be read.", names[at], quoted(&written)).into());
            }
            day
        };
        (day(0), day(1))
    }
}
