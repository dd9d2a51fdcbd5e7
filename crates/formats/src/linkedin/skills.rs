//! `Skills.csv`: what the seeker does well, by name.
//!
//! Serves the list, and strengths later. Its header is the single word `Name`, which many tables have: it is the only
//! importer that wants the name of the file, too.

use method::list::reading::{Me, SeekerRow};

use super::{Care, gather, value};
use crate::sources::{Found, Source, Start};
use crate::table::{Cells, Header, Table};

/// The importer.
pub(crate) const SOURCE: Source = Source { kind: "linkedin_skills", title: "LinkedIn skills", recognise, read };

fn is_header(header: &Header) -> bool {
    header.width() == 1 && header.has(&["name"])
}

fn recognise(start: &Start) -> bool {
    start.name.to_lowercase().starts_with("skills") && Header::find(start.text, is_header).is_some()
}

fn read(text: &str, _me: &Me, tick: &mut dyn FnMut(usize)) -> Vec<Found> {
    let Some(table) = Table::find(text, is_header, Cells::Short) else {
        return Vec::new();
    };
    let column = table.column("name");
    let gathered = gather(&table, Care::Usual, tick, |row, _| {
        let name = value(row, column).ok_or("Name is empty.")?;
        Ok(SeekerRow::Skill { name })
    });
    gathered.found(SOURCE.kind)
}
