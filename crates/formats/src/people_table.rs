//! Any other table that lists people: its columns are guessed by their headings, or told by the seeker.
//!
//! Serves the list. What each column was taken for is shown before anything is imported. It refuses a table whose
//! headings name nobody, and to guess at a table that was not named by itself, such as one of many in an archive.

use method::list::reading::{Findings, Me};

use crate::columns::{Columns, Map};
use crate::dates::Order;
use crate::gather::{Care, gather, value};
use crate::person::{Person, Seen};
use crate::sources::{Found, Source, Start};
use crate::table::{Cells, Header, Row, Table};

/// The importer.
pub(crate) const SOURCE: Source = Source { kind: "table", title: "a table of people", recognise, read };

fn is_header(header: &Header) -> bool {
    header.width() > 1 && Columns::of(header, &Map::default()).tell_of_people(header)
}

fn recognise(start: &Start) -> bool {
    Header::find(start.text, is_header).is_some()
}

/// Whether a text has a table with the columns that the seeker named.
pub(crate) fn fits(text: &str, map: &Map) -> bool {
    !map.is_empty() && Header::find(text, |header| map.fits(header)).is_some()
}

fn read(text: &str, _me: &Me, tick: &mut dyn FnMut(usize)) -> Vec<Found> {
    read_as(text, &Map::default(), tick)
}

/// Reads the table with what the seeker said of its columns.
pub(crate) fn read_as(text: &str, map: &Map, tick: &mut dyn FnMut(usize)) -> Vec<Found> {
    let mapped = Table::find(text, |header| map.fits(header), Cells::Long);
    let Some(table) = mapped.or_else(|| Table::find(text, is_header, Cells::Long)) else {
        return Vec::new();
    };
    let columns = Columns::of(table.header(), map);
    let birthday = columns.first("birthday");
    let days: Vec<String> = table.rows().filter_map(|row| value(&row, birthday)).collect();
    let order = Order::of(days.iter().map(|day| day.as_str().into()));
    let mut seen = Seen::new();
    let gathered = gather(&table, Care::Usual, tick, |row, notes| {
        person(row, &columns).into_row(row.place(), order, notes, &mut seen)
    });
    let found = gathered.into_found(SOURCE.kind, Findings::People);
    vec![Found { columns: columns.uses(table.header()), ..found }]
}

fn person(row: &Row<'_>, columns: &Columns) -> Person {
    let one = |slot| value(row, columns.first(slot));
    let all = |slot| columns.all(slot).into_iter().filter_map(|column| value(row, Some(column)));
    let several = |slot| all(slot).flat_map(|cell| cut(&cell)).collect();
    Person {
        name: one("name"),
        given: one("given"),
        family: one("family"),
        other_names: several("other_names"),
        emails: several("emails"),
        phones: several("phones"),
        links: several("links"),
        organization: one("organization"),
        title: one("title"),
        birthday: one("birthday"),
        postal: all("postal").collect(),
        ..Person::default()
    }
}

/// Several values in one cell.
fn cut(cell: &str) -> Vec<String> {
    let parts = cell.split([';', '|', '\n']).flat_map(|part| part.split(":::"));
    parts.map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}
