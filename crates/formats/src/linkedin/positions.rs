//! `Positions.csv`: where the seeker worked, as what, and when.
//!
//! Serves the list: shared employers make people like the seeker, and a sentence of a description may prove a strength. It
//! refuses a position without an organization.

use method::list::reading::{Me, Said, SeekerRow};
use method::seeker::proof::sentences;

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
    let [organization, title, description] = ["company name", "title", "description"].map(|name| table.column(name));
    let mut said = Vec::new();
    let period = Period::of(&table, "started on", "finished on");
    let gathered = gather(&table, Care::Usual, tick, |row, notes| {
        let organization = value(row, organization).ok_or("Company Name is empty.")?;
        let (started_on, ended_on) = period.days(row, ["Started On", "Finished On"], notes);
        let sentences = sentences(&value(row, description).unwrap_or_default());
        said.extend(sentences.into_iter().map(Said::by_the_seeker));
        Ok(SeekerRow::Position { organization, title: value(row, title), started_on, ended_on })
    });
    let mut found = gathered.found(SOURCE.kind);
    found.iter_mut().for_each(|one| one.said = std::mem::take(&mut said));
    found
}
