//! First step, the list, as rows: people, what files say of them, and who wrote to whom when. Besides the rows, the
//! narrow ways in which a scope reads them. It refuses to keep what was written.

use method::id::{Id, PersonId};
use method::list::{Acquaintance, Apart, Correspondence, Person, Record, Source};
use rusqlite::Connection;

use super::rows::{Owner, Rows, kept, rows};

rows! { Source: "sources" of seeker { importer, file, digest, imported_on } }
rows! {
    Person: "people" of seeker {
        name, emails, phones, links, organization, title, known_since_on, how_known, valued_for, respected, close,
        set_aside, not_before_on, released, notes, listed_on, forgotten,
    }
}
rows! {
    Record: "records" of seeker {
        person, source, row_key, place, name, given, family, emails, phones, links, organization, title, connected_on,
        birthday, postal, other_names, past,
    }
}
rows! { Apart: "aparts" of seeker { a, b } }
rows! { Correspondence: "correspondence" of seeker { importer, address, days } }
rows! { Acquaintance: "acquaintances" of seeker { importer, a, b, years, last_on } }

/// The people of whom the seeker told anything. The same words as in the index of the schema.
pub fn told_people(file: &Connection, owner: Owner) -> rusqlite::Result<Vec<Person>> {
    let sql = Person::SELECT_ALL.replace(" ORDER BY", " AND told ORDER BY");
    let mut statement = file.prepare_cached(&sql)?;
    statement.query_map([owner.seeker], Person::from_row)?.collect()
}

/// The records of one person.
pub fn records_of(file: &Connection, owner: Owner, person: PersonId) -> rusqlite::Result<Vec<Record>> {
    let sql = Record::SELECT_ALL.replace(" ORDER BY", " AND person = ? ORDER BY");
    let mut statement = file.prepare_cached(&sql)?;
    statement.query_map((owner.seeker, kept(person.number())), Record::from_row)?.collect()
}

/// The correspondence with one address.
pub fn letters_of(file: &Connection, owner: Owner, address: &str) -> rusqlite::Result<Vec<Correspondence>> {
    let sql = Correspondence::SELECT_ALL.replace(" ORDER BY", " AND address = ? ORDER BY");
    let mut statement = file.prepare_cached(&sql)?;
    statement.query_map((owner.seeker, address), Correspondence::from_row)?.collect()
}
