//! `Email Addresses.csv`: the seeker's own addresses.
//!
//! Serves the list: they decide which mail is the seeker's. It refuses what is no address.

use method::list::reading::{Me, SeekerRow};

use super::{Care, gather, quoted, value};
use crate::links;
use crate::sources::{Found, Source, Start};
use crate::table::{Cells, Header, Table};

/// The importer.
pub(crate) const SOURCE: Source =
    Source { kind: "linkedin_email_addresses", title: "LinkedIn e-mail addresses", recognise, read };

fn is_header(header: &Header) -> bool {
    header.has(&["email address", "confirmed", "primary"])
}

fn recognise(start: &Start) -> bool {
    Header::find(start.text, is_header).is_some()
}

fn read(text: &str, _me: &Me, tick: &mut dyn FnMut(usize)) -> Vec<Found> {
    let Some(table) = Table::find(text, is_header, Cells::Short) else {
        return Vec::new();
    };
    let column = table.column("email address");
    let gathered = gather(&table, Care::Usual, tick, |row, _| {
        let written = value(row, column).ok_or("Email Address is empty.")?;
        let email =
            links::email(&written).ok_or_else(|| format!("Email Address {} is no address.", quoted(&written)))?;
        Ok(SeekerRow::Address { email })
    });
    gathered.found(SOURCE.kind)
}
