//! The export that LinkedIn sends to its members: a ZIP of tables, or the single tables.
//!
//! Serves the list: connections become people, five tables tell about the seeker, messages and invitations say who
//! wrote to whom and when. Files come from LinkedIn itself or out of spreadsheet programs, in every shape since 2018.
//! It refuses to keep what was written.

pub(crate) mod connections;
pub(crate) mod education;
pub(crate) mod email_addresses;
pub(crate) mod invitations;
mod letters;
pub(crate) mod messages;
mod own;
mod period;
pub(crate) mod positions;
pub(crate) mod profile;
mod recipients;
pub(crate) mod skills;
mod slips;

use std::borrow::Cow;

use method::list::reading::{Findings, Problem, SeekerRow};

use crate::sources::Found;
use crate::table::{Row, Table};

/// What was gathered from the rows of one table.
struct Gathered<T> {
    read: usize,
    rows: Vec<T>,
    problems: Vec<Problem>,
}

/// Why a row is left out.
type Reason = Cow<'static, str>;

/// Which rows are left out before anybody looks at their cells.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Care {
    /// Those whose cells do not stand in their columns.
    Usual,
    /// Those, too, that may be a piece of a text that somebody wrote.
    Strict,
}

/// Goes through all rows. `one` makes something of a row, notes what it could not read of it, or says why not.
fn gather<T>(
    table: &Table<'_>,
    care: Care,
    tick: &mut dyn FnMut(usize),
    mut one: impl FnMut(&Row<'_>, &mut Vec<Reason>) -> Result<T, Reason>,
) -> Gathered<T> {
    let mut all = Gathered { read: 0, rows: Vec::new(), problems: Vec::new() };
    let mut notes = Vec::new();
    for row in table.rows() {
        all.read += 1;
        tick(row.end());
        let flaw = if care == Care::Strict { row.strict_flaw() } else { row.flaw() };
        let hopeless = flaw.as_ref().is_some_and(|flaw| flaw.rejected);
        all.problems.extend(flaw);
        if hopeless {
            continue;
        }
        let made = one(&row, &mut notes);
        all.problems.extend(notes.drain(..).map(|note| row.problem(note, false)));
        match made {
            Ok(value) => all.rows.push(value),
            Err(reason) => all.problems.push(row.problem(reason, true)),
        }
    }
    all
}

impl Gathered<SeekerRow> {
    fn found(self, kind: &'static str) -> Vec<Found> {
        vec![Found { kind, read: self.read, findings: Findings::Seeker(self.rows), problems: self.problems }]
    }
}

/// What stands in a cell; none where a program wrote `NA` or the like for nothing.
fn value(row: &Row<'_>, column: Option<usize>) -> Option<String> {
    let cell = row.cell(column)?;
    (!matches!(&*cell, "NA" | "N/A" | "n/a" | "#N/A" | "NULL" | "null" | "NaN" | "nan")).then(|| cell.into_owned())
}

/// The beginning of a value in quotation marks, short enough for a message. Never for what people wrote.
fn quoted(value: &str) -> String {
    let short: String = value.chars().filter(|c| !c.is_control()).take(30).collect();
    let more = if value.chars().count() > 30 { "…" } else { "" };
    format!("“{short}{more}”")
}

/// A name for comparing: lower case, single spaces.
fn folded(name: &str) -> String {
    name.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}
