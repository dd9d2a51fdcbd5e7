//! `Contacts.csv`: the phone book that the seeker once let LinkedIn upload.
//!
//! Serves the list. It refuses the places and messengers that stand there, which a search does not need.

use method::list::reading::{Findings, Me};

use super::{Care, gather, value};
use crate::dates::Order;
use crate::person::{Person, Seen};
use crate::sources::{Found, Source, Start};
use crate::table::{Cells, Header, Table};

/// The importer.
pub(crate) const SOURCE: Source =
    Source { kind: "linkedin_phone_book", title: "LinkedIn uploaded phone book", recognise, read };

fn is_header(header: &Header) -> bool {
    header.has(&["firstname", "lastname", "emails", "phonenumbers"])
}

fn recognise(start: &Start) -> bool {
    Header::find(start.text, is_header).is_some()
}

fn read(text: &str, _me: &Me, tick: &mut dyn FnMut(usize)) -> Vec<Found> {
    let Some(table) = Table::find(text, is_header, Cells::Short) else {
        return Vec::new();
    };
    let mut seen = Seen::new();
    let gathered = gather(&table, Care::Usual, tick, |row, notes| {
        let one = |name: &str| value(row, table.column(name));
        let several = |name: &str| {
            let cell = one(name).unwrap_or_default();
            cell.split([',', ';', '|']).map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
        };
        let person = Person {
            name: one("fullname"),
            given: one("firstname"),
            family: one("lastname"),
            emails: several("emails"),
            phones: several("phonenumbers"),
            links: [several("sites"), several("profiles")].concat(),
            organization: one("companies"),
            title: one("title"),
            birthday: one("birthday"),
            postal: one("addresses").into_iter().collect(),
            ..Person::default()
        };
        person.into_row(row.place(), Order::MonthFirst, notes, &mut seen)
    });
    vec![gathered.into_found(SOURCE.kind, Findings::People)]
}
