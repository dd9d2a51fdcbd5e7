//! `Profile.csv`: the seeker's name and headline.
//!
//! Serves the list, where the name tells the seeker's own messages from the others. It refuses the address, the day of
//! birth and whatever else stands there that a search does not need.

use method::list::reading::{Me, SeekerRow};

use super::{Care, gather, value};
use crate::sources::{Found, Source, Start};
use crate::table::{Cells, Header, Table};

/// The importer.
pub(crate) const SOURCE: Source = Source { kind: "linkedin_profile", title: "LinkedIn profile", recognise, read };

fn is_header(header: &Header) -> bool {
    header.has(&["first name", "last name", "headline"]) && !header.has(&["connected on"])
}

fn recognise(start: &Start) -> bool {
    Header::find(start.text, is_header).is_some()
}

fn read(text: &str, _me: &Me, tick: &mut dyn FnMut(usize)) -> Vec<Found> {
    let Some(table) = Table::find(text, is_header, Cells::Long) else {
        return Vec::new();
    };
    let [given, family, headline] = ["first name", "last name", "headline"].map(|name| table.column(name));
    let gathered = gather(&table, Care::Usual, tick, |row, _| {
        let names = [row.cell(given), row.cell(family)];
        let name = names.into_iter().flatten().collect::<Vec<_>>().join(" ");
        let (name, headline) = ((!name.is_empty()).then_some(name), value(row, headline));
        if name.is_none() && headline.is_none() {
            return Err("First Name, Last Name and Headline are empty.".into());
        }
        Ok(SeekerRow::Profile { name, headline })
    });
    gathered.found(SOURCE.kind)
}
