//! First step, the list, as rows: people, what files say of them, and who wrote to whom when. Besides the rows, the
//! narrow ways in which a scope reads them. It refuses to keep what was written.

use std::collections::BTreeMap;

use jiff::civil::Date;
use method::id::{Id, PersonId};
use method::list::{Acquaintance, Apart, Correspondence, Person, Record, Source};
use rusqlite::{Connection, Row};

use super::rows::{Owner, Rows, column, kept, rows};

rows! { Source: "sources" of seeker { importer, file, digest, imported_on, said } }
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
    let mut statement = file.prepare_cached(&format!("{} AND told ORDER BY id", Person::SELECT_SOME))?;
    statement.query_map([owner.seeker], Person::from_row)?.collect()
}

/// Everybody. Of most people nothing was told, and all there is of them is the day on which they came onto the list: of
/// thirty thousand their other columns are not even looked at.
pub fn everybody(file: &Connection, owner: Owner) -> rusqlite::Result<BTreeMap<PersonId, Person>> {
    let mut told: BTreeMap<PersonId, Person> =
        told_people(file, owner)?.into_iter().map(|person| (person.id, person)).collect();
    let sql = "SELECT id, listed_on FROM people NOT INDEXED WHERE seeker_id = ? ORDER BY id";
    let mut statement = file.prepare_cached(sql)?;
    let person = |row: &Row<'_>| {
        let id = column(row, 0, Person::TABLE, "id")?;
        let person = match told.remove(&id) {
            Some(person) => person,
            None => Person::untold(id, column::<Date>(row, 1, Person::TABLE, "listed_on")?),
        };
        Ok((id, person))
    };
    statement.query_map([owner.seeker], person)?.collect()
}

/// The records of one person.
pub fn records_of(file: &Connection, owner: Owner, person: PersonId) -> rusqlite::Result<Vec<Record>> {
    let mut statement = file.prepare_cached(&format!("{} AND person = ? ORDER BY id", Record::SELECT_SOME))?;
    statement.query_map((owner.seeker, kept(person.number())), Record::from_row)?.collect()
}

/// The correspondence with one address.
pub fn letters_of(file: &Connection, owner: Owner, address: &str) -> rusqlite::Result<Vec<Correspondence>> {
    let mut statement = file.prepare_cached(&format!("{} AND address = ? ORDER BY id", Correspondence::SELECT_SOME))?;
    statement.query_map((owner.seeker, address), Correspondence::from_row)?.collect()
}
