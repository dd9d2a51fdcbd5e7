//! `Invitations.csv`: who asked whom to connect, and when.
//!
//! Serves the list. Older exports tell names only: the address is then `name:` and the name as written, and so it is
//! where the file gives a URN, which no other file knows. It refuses to read the words of an invitation.

use method::list::reading::{Findings, Me};

use super::letters::Mailbox;
use super::own::Own;
use super::recipients::Directory;
use super::slips::Columns;
use super::{Care, gather};
use crate::sources::{Found, Source, Start};
use crate::table::{Cells, Header, Table};

/// The importer.
pub(crate) const SOURCE: Source =
    Source { kind: "linkedin_invitations", title: "LinkedIn invitations", recognise, read };

fn is_header(header: &Header) -> bool {
    header.has(&["from", "to", "sent at", "direction"])
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
    let mailbox = Mailbox { own: &own, directory, one_recipient: true, links_are_told: false, day: "Sent At" };
    let (letters, refused) = mailbox.letters(&gathered.rows);
    let mut problems = gathered.problems;
    problems.extend(refused);
    problems.sort_by_key(|problem| problem.place);
    vec![Found::new(SOURCE.kind, gathered.read, Findings::Correspondence(letters), problems)]
}

fn columns(table: &Table<'_>) -> Columns {
    let either = |names: [&str; 2]| names.iter().find_map(|name| table.column(name));
    let on = table.column("sent at");
    Columns {
        thread: None,
        from: table.column("from"),
        from_link: either(["inviterprofileurl", "inviterprofileurn"]),
        to: table.column("to"),
        to_links: either(["inviteeprofileurl", "inviteeprofileurn"]),
        on,
        direction: table.column("direction"),
        drafts: Vec::new(),
        folder: None,
        order: Columns::order(table, on),
    }
}
