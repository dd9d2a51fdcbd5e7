//! `Endorsement_Received_Info.csv`: who said that the seeker does something well.
//!
//! Serves the list: these people know the seeker's work. Several skills by one person are the same row again. It refuses
//! to take a click for a proof: no strength comes from here.

use std::collections::HashMap;

use method::list::reading::{Findings, Me, PersonRow};
use method::list::written;

use super::{Care, gather, quoted, value};
use crate::links;
use crate::sources::{Found, Source, Start};
use crate::table::{Cells, Header, Table};

/// The importer.
pub(crate) const SOURCE: Source =
    Source { kind: "linkedin_endorsements", title: "LinkedIn endorsements", recognise, read };

fn is_header(header: &Header) -> bool {
    header.has(&["skill name", "endorser first name", "endorser last name"])
}

fn recognise(start: &Start) -> bool {
    Header::find(start.text, is_header).is_some()
}

fn read(text: &str, _me: &Me, tick: &mut dyn FnMut(usize)) -> Vec<Found> {
    let Some(table) = Table::find(text, is_header, Cells::Short) else {
        return Vec::new();
    };
    let [given, family, link, skill] =
        ["endorser first name", "endorser last name", "endorser public url", "skill name"]
            .map(|name| table.column(name));
    let mut seen: HashMap<(String, Option<String>), u32> = HashMap::new();
    let gathered = gather(&table, Care::Usual, tick, |row, notes| {
        let part = |column| value(row, column).and_then(|part| written::line(&part));
        let (given, family) = (part(given), part(family));
        let name = [given.as_deref(), family.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(" ");
        if name.is_empty() {
            return Err("Endorser First Name and Endorser Last Name are empty: they may have left LinkedIn.".into());
        }
        let written = value(row, link);
        let link = written.as_deref().and_then(links::link);
        if let (Some(written), None) = (&written, &link) {
            notes.push(format!("Endorser Public Url {} is no link.", quoted(written)).into());
        }
        // Nobody says twice that the seeker does the same thing well: then they are namesakes.
        let mut nth = || *seen.entry((name.clone(), part(skill))).and_modify(|nth| *nth += 1).or_insert(1);
        let key = match &link {
            Some(link) => format!("link:{link}"),
            None => match nth() {
                1 => format!("name:{name}"),
                nth => format!("name:{name}|{nth}"),
            },
        };
        let links = link.into_iter().collect();
        Ok(PersonRow { place: row.place(), key, name, given, family, links, ..PersonRow::default() })
    });
    vec![gathered.into_found(SOURCE.kind, Findings::People)]
}
