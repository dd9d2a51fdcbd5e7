//! `Connections.csv`: the people whom the seeker is connected with.
//!
//! Serves the list. It refuses a row without any name, and to take the day of a click for the day of an acquaintance.

use std::collections::HashMap;

use jiff::civil::Date;
use method::list::reading::{Findings, Me, PersonRow};
use method::list::written;

use super::{Care, Gathered, Reason, gather, quoted, value};
use crate::dates::{self, Order};
use crate::links;
use crate::sources::{Found, Source, Start};
use crate::table::{Cells, Header, Row, Table};

/// The importer.
pub(crate) const SOURCE: Source =
    Source { kind: "linkedin_connections", title: "LinkedIn connections", recognise, read };

fn is_header(header: &Header) -> bool {
    header.has(&["first name", "last name", "connected on"])
}

fn recognise(start: &Start) -> bool {
    Header::find(start.text, is_header).is_some()
}

fn read(text: &str, _me: &Me, tick: &mut dyn FnMut(usize)) -> Vec<Found> {
    let Some(table) = Table::find(text, is_header, Cells::Short) else {
        return Vec::new();
    };
    let columns = Columns::of(&table);
    let mut seen = HashMap::new();
    let gathered = gather(&table, Care::Usual, tick, |row, notes| columns.person(row, notes, &mut seen));
    let Gathered { read, rows, problems } = gathered;
    vec![Found { kind: SOURCE.kind, read, findings: Findings::People(rows), problems }]
}

/// How often a name and a day occurred so far among the rows without link and address.
type Seen = HashMap<String, u32>;

/// Where everything stands, and what this file means by it.
struct Columns {
    given: Option<usize>,
    family: Option<usize>,
    link: Option<usize>,
    email: Option<usize>,
    organization: Option<usize>,
    title: Option<usize>,
    connected_on: Option<usize>,
    order: Order,
    na_is_nothing: bool,
}

impl Columns {
    fn of(table: &Table<'_>) -> Self {
        let column = |name: &str| table.column(name);
        let (link, email, connected_on) = (column("url"), column("email address"), column("connected on"));
        let na = |row: &Row<'_>, column| row.cell(column).is_some_and(|cell| cell == "NA");
        let days: Vec<String> = table.rows().filter_map(|row| Some(row.cell(connected_on)?.into_owned())).collect();
        Self {
            given: column("first name"),
            family: column("last name"),
            link,
            email,
            organization: column("company"),
            title: column("position"),
            connected_on,
            order: Order::of(days.iter().map(|day| day.as_str().into())),
            na_is_nothing: table.rows().any(|row| na(&row, link) || na(&row, email)),
        }
    }

    fn person(&self, row: &Row<'_>, notes: &mut Vec<Reason>, seen: &mut Seen) -> Result<PersonRow, Reason> {
        let (given, family) = (self.name(row, self.given), self.name(row, self.family));
        let name = [given.as_deref(), family.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(" ");
        if name.is_empty() {
            return Err("First Name and Last Name are empty: this person may have left LinkedIn.".into());
        }
        let link = self.link(row, notes);
        let emails = self.emails(row, notes);
        let written = value(row, self.connected_on);
        let connected_on = written.as_deref().and_then(|written| self.day(written, notes));
        let key = match (&link, emails.first()) {
            (Some(link), _) => format!("link:{link}"),
            (None, Some(email)) => format!("email:{email}"),
            (None, None) => {
                let day = connected_on.map(|day| day.to_string()).or(written).unwrap_or_default();
                numbered(format!("name:{name}|{day}"), seen)
            }
        };
        Ok(PersonRow {
            place: row.place(),
            key,
            name,
            given,
            family,
            emails,
            links: link.into_iter().collect(),
            organization: value(row, self.organization),
            title: value(row, self.title),
            connected_on,
            ..PersonRow::default()
        })
    }

    /// A name as written; none when nothing of it can be seen. `NA` is somebody's family name, unless the file writes it
    /// where it can be nothing else than nothing.
    fn name(&self, row: &Row<'_>, column: Option<usize>) -> Option<String> {
        let name = row.cell(column).filter(|name| !(self.na_is_nothing && name == "NA"))?;
        written::line(&name).map(|_| name.into_owned())
    }

    fn link(&self, row: &Row<'_>, notes: &mut Vec<Reason>) -> Option<String> {
        let written = value(row, self.link)?;
        let link = links::link(&written);
        if link.is_none() {
            notes.push(format!("URL {} is no link.", quoted(&written)).into());
        }
        link
    }

    fn emails(&self, row: &Row<'_>, notes: &mut Vec<Reason>) -> Vec<String> {
        let Some(written) = value(row, self.email) else {
            return Vec::new();
        };
        let parts = written.split([',', ';', ' ']).filter(|part| !part.is_empty());
        let emails: Vec<String> = parts.filter_map(links::email).collect();
        if emails.is_empty() {
            notes.push(format!("Email Address {} is no address.", quoted(&written)).into());
        }
        emails
    }

    fn day(&self, written: &str, notes: &mut Vec<Reason>) -> Option<Date> {
        dates::day_on_linkedin(written, self.order)
            .inspect_err(|no_day| notes.push(format!("Connected On {} {}.", quoted(written), no_day.reason()).into()))
            .ok()
    }
}

fn numbered(pair: String, seen: &mut Seen) -> String {
    let times = seen.entry(pair.clone()).or_insert(0);
    *times += 1;
    format!("{pair}|{times}")
}
