//! The CSV that Google Contacts exports: its header until 2024 and the one since.
//!
//! Serves the list. Several values of one kind stand in numbered columns, or in one cell with ` ::: ` between. It
//! refuses notes, groups and whatever else a search does not need.

use method::list::reading::{Findings, Me};

use crate::gather::{Care, gather, value};
use crate::numbered::Numbered;
use crate::person::{Person, Seen};
use crate::sources::{Found, Source, Start};
use crate::table::{Cells, Header, Row, Table};

/// The importer.
pub(crate) const SOURCE: Source = Source { kind: "google_contacts", title: "Google Contacts", recognise, read };

/// What stands between several values in one cell.
const BETWEEN: &str = ":::";

fn is_header(header: &Header) -> bool {
    let until_2024 = header.has(&["given name", "family name", "group membership"]);
    let since = header.has(&["first name", "last name", "organization name", "labels"]);
    until_2024 || since || header.has(&["e-mail 1 - value"])
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
        columns.person(row).into_row(row.place(), crate::dates::Order::MonthFirst, notes, &mut seen)
    });
    vec![gathered.into_found(SOURCE.kind, Findings::People)]
}

/// Where everything stands.
struct Columns {
    name: Option<usize>,
    given: Option<usize>,
    middle: Option<usize>,
    family: Option<usize>,
    other_names: Vec<usize>,
    emails: Vec<usize>,
    phones: Vec<usize>,
    links: Vec<usize>,
    postal: Vec<usize>,
    organization: Option<usize>,
    title: Option<usize>,
    birthday: Option<usize>,
}

impl Columns {
    fn of(table: &Table<'_>) -> Self {
        let either = |names: &[&str]| names.iter().find_map(|name| table.column(name));
        let numbered = |before: &str, after: &str| Numbered { before, after }.columns(table.header());
        Self {
            name: either(&["name"]),
            given: either(&["given name", "first name"]),
            middle: either(&["additional name", "middle name"]),
            family: either(&["family name", "last name"]),
            other_names: ["nickname", "maiden name"].iter().filter_map(|name| table.column(name)).collect(),
            emails: numbered("e-mail ", " - value"),
            phones: numbered("phone ", " - value"),
            links: numbered("website ", " - value"),
            postal: numbered("address ", " - formatted"),
            organization: either(&["organization name", "organization 1 - name"]),
            title: either(&["organization title", "organization 1 - title"]),
            birthday: either(&["birthday"]),
        }
    }

    fn person(&self, row: &Row<'_>) -> Person {
        let first = |column| value(row, column).and_then(|cell| several(&cell).next());
        let all = |columns: &[usize]| {
            let cells = columns.iter().filter_map(|column| value(row, Some(*column)));
            cells.flat_map(|cell| several(&cell).collect::<Vec<_>>()).collect()
        };
        Person {
            name: value(row, self.name),
            given: value(row, self.given),
            middle: value(row, self.middle),
            family: value(row, self.family),
            other_names: all(&self.other_names),
            emails: all(&self.emails),
            phones: all(&self.phones),
            links: all(&self.links),
            postal: all(&self.postal),
            organization: first(self.organization),
            title: first(self.title),
            birthday: value(row, self.birthday),
            ..Person::default()
        }
    }
}

fn several(cell: &str) -> impl Iterator<Item = String> {
    let values: Vec<String> = cell.split(BETWEEN).map(|one| one.trim().to_owned()).collect();
    values.into_iter().filter(|one| !one.is_empty())
}
