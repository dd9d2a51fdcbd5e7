//! `messages.csv`: with whom the seeker wrote, and when.
//!
//! Serves the list. It finds out which profile is the seeker's own, and gives it as a second reading. In exports that
//! tell names only (2018) or no links of recipients (until 2023), a letter's address is the link that another message
//! tells for that name, else `name:` and the name as written. It refuses to read what was written.

use method::list::reading::{Findings, Me, SeekerRow};

use super::letters::Mailbox;
use super::own::Own;
use super::recipients::Directory;
use super::slips::Columns;
use super::{Care, gather};
use crate::sources::{Found, Source, Start};
use crate::table::{Cells, Header, Table};

/// The importer.
pub(crate) const SOURCE: Source = Source { kind: "linkedin_messages", title: "LinkedIn messages", recognise, read };

/// The kind of the second reading.
const OWN_LINK: &str = "linkedin_own_link";

fn is_header(header: &Header) -> bool {
    header.has(&["from", "to", "date"])
        && (header.has(&["conversation id"])
            || header.has(&["content", "folder"])
            || header.has(&["content", "direction"]))
}

fn recognise(start: &Start) -> bool {
    Header::find(start.text, is_header).is_some()
}

fn read(text: &str, me: &Me, tick: &mut dyn FnMut(usize)) -> Vec<Found> {
    let Some(table) = Table::find(text, is_header, Cells::Long) else {
        return Vec::new();
    };
    let columns = columns(&table);
    let gathered = gather(&table, Care::Strict, tick, |row, _| Ok(columns.slip(row)));
    let own = Own::find(&gathered.rows, me);
    let directory = Directory::of(&gathered.rows);
    let mailbox = Mailbox {
        own: &own,
        directory,
        one_recipient: false,
        links_are_told: columns.from_link.is_some(),
        day: "DATE",
    };
    let (letters, refused) = mailbox.letters(&gathered.rows);
    let mut problems = gathered.problems;
    problems.extend(refused);
    problems.sort_by_key(|problem| problem.place);
    let letters = Found::new(SOURCE.kind, gathered.read, Findings::Correspondence(letters), problems);
    std::iter::once(letters).chain(own.found.map(own_link)).collect()
}

fn own_link(link: String) -> Found {
    let findings = Findings::Seeker(vec![SeekerRow::Link { link }]);
    Found::new(OWN_LINK, 1, findings, Vec::new())
}

fn columns(table: &Table<'_>) -> Columns {
    let on = table.column("date");
    let drafts = ["is message draft", "is conversation draft"];
    Columns {
        thread: table.column("conversation id"),
        from: table.column("from"),
        from_link: table.column("sender profile url"),
        to: table.column("to"),
        to_links: table.column("recipient profile urls"),
        on,
        direction: table.column("direction"),
        drafts: drafts.iter().filter_map(|name| table.column(name)).collect(),
        folder: table.column("folder"),
        order: Columns::order(table, on),
    }
}
