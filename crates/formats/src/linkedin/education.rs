//! `Education.csv`: the schools that the seeker attended.
//!
//! Serves the list: shared schools make people like the seeker. It refuses a row without a school, and leaves notes and
//! activities where they are.

use method::list::reading::{Me, SeekerRow};

use super::period::Period;
use super::{Care, gather, value};
use crate::sources::{Found, Source, Start};
use crate::table::{Cells, Header, Table};

/// The importer.
pub(crate) const SOURCE: Source = Source { kind: "linkedin_education", title: "LinkedIn education", recognise, read };

fn is_header(header: &Header) -> bool {
    header.has(&["school name", "start date"])
}

fn recognise(start: &Start) -> bool {
    Header::find(start.text, is_header).is_some()
}

fn read(text: &str, _me: &Me, tick: &mut dyn FnMut(usize)) -> Vec<Found> {
    let Some(table) = Table::find(text, is_header, Cells::Long) else {
        return Vec::new();
    };
    let [school, degree] = ["school name", "degree name"].map(|name| table.column(name));
    let period = Period::of(&table, "start date", "end date");
    let gathered = gather(&table, Care::Usual, tick, |row, notes| {
        let name = value(row, school).ok_or("School Name is empty.")?;
        let (started_on, ended_on) = period.days(row, ["Start Date", "End Date"], notes);
        Ok(SeekerRow::School { name, degree: value(row, degree), started_on, ended_on })
    });
    gathered.found(SOURCE.kind)
}
