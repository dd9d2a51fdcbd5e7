//! `Positions.csv`: where the seeker worked, as what, and when.
//!
//! Serves the list: shared employers make people like the seeker. It refuses a position without an organization, and
//! leaves descriptions where they are.

use method::list::reading::{Me, SeekerRow};

use super::period::Period;
use super::{Care, gather, value};
use crate::sources::{Found, Source, Start};
use crate::table::{Cells, Header, Table};

/// The importer.
pub(crate) const SOURCE: Source = Source { kind: "linkedin_positions", title: "LinkedIn positions", recognise, read };

fn is_header(header: &Header) -> bool {
    header.has(&["company name", "title", "started on"])
}

fn recognise(start: &Start) -> bool {
    Header::find(start.text, is_header).is_some()
}

fn read(text: &str, _me: &Me, tick: &mut dyn FnMut(usize)) -> Vec<Found> {
    let Some(table) = Table::find(text, is_header, Cells::Long) else {
        return Vec::new();
    };
    let [organization, title] = ["company name", "title"].map(|name| table.column(name));
    let period = Period::of(&table, "started on", "finished on");
    let gathered = gather(&table, Care::Usual, tick, |row, notes| {
        let organization = value(row, organization).ok_or("Company Name is empty.")?;
        let (started_on, ended_on) = period.days(row, ["Started On", "Finished On"], notes);
        Ok(SeekerRow::Position { organization, title: value(row, title), started_on, ended_on })
    });
    gathered.found(SOURCE.kind)
}
