//! `Recommendations_Received.csv` and `Recommendations_Given.csv`: who wrote about whom, and where they were then.
//!
//! Serves the list. The organization and the title are those of that day, so they count as past. The file has no links:
//! when a file of connections is read with it, somebody whose name stands there once is that connection. Of the text only
//! sentences about the seeker are read, which may prove a strength. It refuses what the seeker wrote about others.

use std::collections::HashMap;

use method::list::Past;
use method::list::reading::{Findings, Me, PersonRow, Reading, Said};
use method::list::written;
use method::seeker::proof::sentences;

use super::{Care, connections, folded, gather, quoted, value};
use crate::dates::{self, Order};
use crate::sources::{Found, Source, Start};
use crate::table::{Cells, Header, Table};

/// The importer.
pub(crate) const SOURCE: Source =
    Source { kind: "linkedin_recommendations", title: "LinkedIn recommendations", recognise, read };

fn is_header(header: &Header) -> bool {
    let has_day = header.has(&["creation date"]) || header.has(&["creation date.1"]);
    has_day && header.has(&["first name", "last name", "company", "job title", "text"])
}

fn recognise(start: &Start) -> bool {
    Header::find(start.text, is_header).is_some()
}

fn read(text: &str, _me: &Me, tick: &mut dyn FnMut(usize)) -> Vec<Found> {
    let Some(table) = Table::find(text, is_header, Cells::Long) else {
        return Vec::new();
    };
    let [given, family, company, title] =
        ["first name", "last name", "company", "job title"].map(|name| table.column(name));
    let text = table.column("text");
    let mut said = Vec::new();
    let on = ["creation date", "creation date.1"].iter().find_map(|name| table.column(name));
    let days: Vec<String> = table.rows().filter_map(|row| value(&row, on)).collect();
    let order = Order::of(days.iter().map(|day| day.as_str().into()));
    let gathered = gather(&table, Care::Strict, tick, |row, notes| {
        let part = |column| value(row, column).and_then(|part| written::line(&part));
        let (given, family) = (part(given), part(family));
        let name = [given.as_deref(), family.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(" ");
        if name.is_empty() {
            return Err("First Name and Last Name are empty: this person may have left LinkedIn.".into());
        }
        let written = value(row, on).unwrap_or_default();
        let day = dates::day_on_linkedin(&written, order);
        if let Err(no_day) = day {
            notes.push(format!("Creation Date {} {}.", quoted(&written), no_day.reason()).into());
        }
        let (organization, title) = (part(company), part(title));
        // Who has no link is told apart from a namesake by where they were.
        let key = match &organization {
            Some(organization) => format!("name:{name}|{}", folded(organization)),
            None => format!("name:{name}"),
        };
        let sentences = sentences(&value(row, text).unwrap_or_default());
        said.extend(sentences.into_iter().map(|text| Said { text, by: Some(name.clone()), of: Vec::new() }));
        let place = day.ok().filter(|_| organization.is_some() || title.is_some());
        let past = place.map(|until_on| Past { organization, title, until_on }).into_iter().collect();
        Ok(PersonRow { place: row.place(), key, name, given, family, past, ..PersonRow::default() })
    });
    let mut found = gathered.into_found(SOURCE.kind, Findings::People);
    // What may stand in a row that was left out is what somebody wrote.
    found.cut = None;
    found.said = said;
    vec![found]
}

/// Only what others wrote is about the seeker. The two files have the same columns, so their name has to tell.
pub(crate) fn keep_received(readings: &mut [Reading]) {
    let of_kind = readings.iter_mut().filter(|reading| reading.kind == SOURCE.kind);
    let others =
        of_kind.filter(|reading| !crate::unusable::base_name(&reading.file).to_lowercase().contains("received"));
    others.for_each(|reading| reading.said.clear());
}

/// Gives those who recommended the link of the only connection of that name.
pub(crate) fn find_links(readings: &mut [Reading]) {
    let mut links: HashMap<String, Option<String>> = HashMap::new();
    for row in rows_of(readings, connections::SOURCE.kind) {
        let Some(link) = row.links.first() else { continue };
        let known = links.entry(folded(&row.name)).or_insert_with(|| Some(link.clone()));
        if known.as_ref() != Some(link) {
            *known = None;
        }
    }
    for row in rows_of(readings, SOURCE.kind).filter(|row| row.links.is_empty()) {
        row.links.extend(links.get(&folded(&row.name)).cloned().flatten());
    }
}

fn rows_of<'r>(readings: &'r mut [Reading], kind: &'static str) -> impl Iterator<Item = &'r mut PersonRow> {
    let of_kind = readings.iter_mut().filter(move |reading| reading.kind == kind);
    of_kind.flat_map(|reading| match &mut reading.findings {
        Findings::People(rows) => rows.iter_mut(),
        _ => [].iter_mut(),
    })
}
