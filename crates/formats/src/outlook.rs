//! The CSV that Outlook exports: up to 92 columns, often in an 8-bit code page.
//!
//! Serves the list. Of addresses and numbers it takes those of every place. It refuses numbers of
//! others and of fax machines, notes, and the days
//! of other people whom a card mentions.

use method::list::reading::{Findings, Me};

use crate::dates::Order;
use crate::gather::{Care, gather, value};
use crate::person::{Person, Seen};
use crate::sources::{Found, Source, Start};
use crate::table::{Cells, Header, Row, Table};

/// The importer.
pub(crate) const SOURCE: Source = Source { kind: "outlook", title: "Outlook people", recognise, read };

const EMAILS: [&str; 3] = ["e-mail address", "e-mail 2 address", "e-mail 3 address"];
/// Their own numbers; an assistant's, and the company's main one, ring somebody else.
const PHONES: [&str; 9] = [
    "mobile phone",
    "primary phone",
    "business phone",
    "business phone 2",
    "home phone",
    "home phone 2",
    "other phone",
    "car phone",
    "radio phone",
];
const LINKS: [&str; 2] = ["web page", "personal web page"];
const PLACES: [&str; 3] = ["business", "home", "other"];

fn is_header(header: &Header) -> bool {
    let has_any = |names: &[&str]| names.iter().any(|name| header.has(&[name]));
    header.has(&["first name", "last name", "e-mail address"])
        && has_any(&["e-mail 2 address", "e-mail display name", "business street", "business phone"])
}

fn recognise(start: &Start) -> bool {
    Header::find(start.text, is_header).is_some()
}

fn read(text: &str, _me: &Me, tick: &mut dyn FnMut(usize)) -> Vec<Found> {
    let Some(table) = Table::find(text, is_header, Cells::Long) else {
        return Vec::new();
    };
    let columns = Columns::of(&table);
    let mut seen = Seen::new();
    let gathered = gather(&table, Care::Usual, tick, |row, notes| {
        columns.person(row).into_row(row.place(), columns.order, notes, &mut seen)
    });
    vec![gathered.into_found(SOURCE.kind, Findings::People)]
}

/// Where everything stands.
struct Columns {
    given: Option<usize>,
    middle: Option<usize>,
    family: Option<usize>,
    nickname: Option<usize>,
    organization: Option<usize>,
    title: Option<usize>,
    birthday: Option<usize>,
    emails: Vec<usize>,
    phones: Vec<usize>,
    links: Vec<usize>,
    /// Street, town, state, code and country of each place.
    postal: Vec<[Option<usize>; 5]>,
    order: Order,
}

impl Columns {
    fn of(table: &Table<'_>) -> Self {
        let column = |name: &str| table.column(name);
        let all = |names: &[&str]| names.iter().filter_map(|name| column(name)).collect();
        let birthday = column("birthday");
        let days: Vec<String> = table.rows().filter_map(|row| value(&row, birthday)).collect();
        let postal = |place: &str| {
            ["street", "city", "state", "postal code", "country/region"].map(|part| {
                let short = part.split('/').next().unwrap_or(part);
                column(&format!("{place} {part}")).or_else(|| column(&format!("{place} {short}")))
            })
        };
        Self {
            given: column("first name"),
            middle: column("middle name"),
            family: column("last name"),
            nickname: column("nickname"),
            organization: column("company"),
            title: column("job title"),
            birthday,
            emails: all(&EMAILS),
            phones: all(&PHONES),
            links: all(&LINKS),
            postal: PLACES.map(postal).to_vec(),
            order: Order::of(days.iter().map(|day| day.as_str().into())),
        }
    }

    fn person(&self, row: &Row<'_>) -> Person {
        let all = |columns: &[usize]| columns.iter().filter_map(|column| value(row, Some(*column))).collect();
        let address = |parts: &[Option<usize>; 5]| {
            let parts: Vec<String> = parts.iter().filter_map(|part| value(row, *part)).collect();
            parts.join("\n")
        };
        Person {
            given: value(row, self.given),
            middle: value(row, self.middle),
            family: value(row, self.family),
            other_names: value(row, self.nickname).into_iter().collect(),
            emails: all(&self.emails),
            phones: all(&self.phones),
            links: all(&self.links),
            organization: value(row, self.organization),
            title: value(row, self.title),
            birthday: value(row, self.birthday),
            postal: self.postal.iter().map(address).collect(),
            ..Person::default()
        }
    }
}
