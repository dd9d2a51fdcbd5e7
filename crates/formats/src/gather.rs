//! Going through the rows of a table: what each importer of tables does alike.
//!
//! Serves the list. It refuses to lose a row: each one is gathered, or left out with its reason and its lines.

use std::borrow::Cow;

use method::list::reading::{Findings, Problem, SeekerRow};

use crate::rejects::{Cut, Form};
use crate::sources::Found;
use crate::table::{Row, Table};

/// What was gathered from the rows of one table.
pub(crate) struct Gathered<T> {
    pub read: usize,
    pub rows: Vec<T>,
    pub problems: Vec<Problem>,
    /// Where the rows stand that were left out.
    pub cut: Cut,
}

/// Why a row is left out.
pub(crate) type Reason = Cow<'static, str>;

/// Which rows are left out before anybody looks at their cells.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Care {
    /// Those whose cells do not stand in their columns.
    Usual,
    /// Those, too, that may be a piece of a text that somebody wrote.
    Strict,
}

/// Goes through all rows. `one` makes something of a row, notes what it could not read of it, or says why not.
pub(crate) fn gather<T>(
    table: &Table<'_>,
    care: Care,
    tick: &mut dyn FnMut(usize),
    mut one: impl FnMut(&Row<'_>, &mut Vec<Reason>) -> Result<T, Reason>,
) -> Gathered<T> {
    let form = Form::Table { separator: table.separator(), head: table.header_line() };
    let mut all = Gathered { read: 0, rows: Vec::new(), problems: Vec::new(), cut: Cut { form, rows: Vec::new() } };
    let mut notes = Vec::new();
    for row in table.rows() {
        all.read += 1;
        tick(row.end());
        let flaw = if care == Care::Strict { row.strict_flaw() } else { row.flaw() };
        let hopeless = flaw.as_ref().is_some_and(|flaw| flaw.rejected);
        all.problems.extend(flaw);
        if hopeless {
            all.cut.rows.push(row.lines());
            continue;
        }
        let made = one(&row, &mut notes);
        all.problems.extend(notes.drain(..).map(|note| row.problem(note, false)));
        match made {
            Ok(value) => all.rows.push(value),
            Err(reason) => {
                all.cut.rows.push(row.lines());
                all.problems.push(row.problem(reason, true));
            }
        }
    }
    all
}

impl<T> Gathered<T> {
    /// What an importer found that makes these findings of its rows.
    pub(crate) fn into_found(self, kind: &'static str, findings: impl Fn(Vec<T>) -> Findings) -> Found {
        let Gathered { read, rows, problems, cut } = self;
        Found { cut: Some(cut), ..Found::new(kind, read, findings(rows), problems) }
    }
}

impl Gathered<SeekerRow> {
    pub(crate) fn found(self, kind: &'static str) -> Vec<Found> {
        vec![self.into_found(kind, Findings::Seeker)]
    }
}

/// What stands in a cell; none where a program wrote `NA` or the like for nothing.
pub(crate) fn value(row: &Row<'_>, column: Option<usize>) -> Option<String> {
    let cell = row.cell(column)?;
    (!matches!(&*cell, "NA" | "N/A" | "n/a" | "#N/A" | "NULL" | "null" | "NaN" | "nan")).then(|| cell.into_owned())
}

/// The beginning of a value in quotation marks, short enough for a message. Never for what people wrote.
pub(crate) fn quoted(value: &str) -> String {
    let short: String = value.chars().filter(|c| !c.is_control()).take(30).collect();
    let more = if value.chars().count() > 30 { "…" } else { "" };
    format!("“{short}{more}”")
}

/// A name for comparing: lower case, single spaces.
pub(crate) fn folded(name: &str) -> String {
    name.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}
