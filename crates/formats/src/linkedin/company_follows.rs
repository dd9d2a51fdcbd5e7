//! `Company Follows.csv`: the organizations that the seeker follows.
//!
//! Serves the list and the ways in: whoever follows an organization has thought of being there. It refuses to take it for
//! a wish: where the search should go is told by the seeker.

use method::list::reading::{Me, SeekerRow};

use super::{Care, gather, quoted, value};
use crate::dates::{self, Order};
use crate::sources::{Found, Source, Start};
use crate::table::{Cells, Header, Table};

/// The importer.
pub(crate) const SOURCE: Source =
    Source { kind: "linkedin_company_follows", title: "LinkedIn organizations followed", recognise, read };

fn is_header(header: &Header) -> bool {
    header.has(&["organization", "followed on"])
}

fn recognise(start: &Start) -> bool {
    Header::find(start.text, is_header).is_some()
}

fn read(text: &str, _me: &Me, tick: &mut dyn FnMut(usize)) -> Vec<Found> {
    let Some(table) = Table::find(text, is_header, Cells::Short) else {
        return Vec::new();
    };
    let [organization, since] = ["organization", "followed on"].map(|name| table.column(name));
    let days: Vec<String> = table.rows().filter_map(|row| value(&row, since)).collect();
    let order = Order::of(days.iter().map(|day| day.as_str().into()));
    let gathered = gather(&table, Care::Usual, tick, |row, notes| {
        let organization = value(row, organization).ok_or("Organization is empty.")?;
        let written = value(row, since);
        let day = written.as_deref().map(|day| dates::day_on_linkedin(day, order));
        if let (Some(Err(no_day)), Some(written)) = (day, &written) {
            notes.push(format!("Followed On {} {}.", quoted(written), no_day.reason()).into());
        }
        Ok(SeekerRow::Follows { organization, followed_on: day.and_then(Result::ok) })
    });
    gathered.found(SOURCE.kind)
}
