//! Rows to nouns and back, written once for every step.
//!
//! `rows!` names a noun's table, owner and columns. The struct is built column by column, so the compiler finds a column
//! that was forgotten. It refuses to guess: a value that does not read back is an error that names its column.

use method::change::Fact;
use rusqlite::types::{Type, Value, ValueRef};
use rusqlite::{Connection, OptionalExtension, Row, Statement};

/// Whose rows are meant. Every statement is bound to one of the two.
#[derive(Debug, Clone, Copy)]
pub struct Owner {
    /// The seeker's number.
    pub seeker: i64,
    /// Their campaign's number.
    pub campaign: i64,
}

/// A noun that is kept as rows of one table.
pub trait Rows: Sized + Into<Fact> {
    /// The table.
    const TABLE: &'static str;
    /// One row by owner and id.
    const SELECT_ONE: &'static str;
    /// All rows of an owner, in the order of their ids. They are read as they lie: an index would find each of them alone,
    /// which takes twice as long.
    const SELECT_ALL: &'static str;
    /// How many rows an owner has.
    const COUNT: &'static str;
    /// The rows of an owner, for those who go on with ` AND …`.
    const SELECT_SOME: &'static str;
    /// Writes a row, in place of the one with the same id.
    const UPSERT: &'static str;
    /// Removes a row by owner and id.
    const DELETE: &'static str;

    /// Which of the two owns it.
    fn owner(owner: Owner) -> i64;
    /// The number of its id.
    fn number(&self) -> u64;
    /// Binds the columns in their order, from that parameter on.
    fn bind(&self, statement: &mut Statement<'_>, first: usize) -> rusqlite::Result<()>;
    /// Builds the noun from a row of `SELECT id, columns…`.
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self>;
}

/// A value of a noun, as one column keeps it.
pub trait Column: Sized {
    /// What is written.
    fn save(&self) -> Value;
    /// What is read; none when it cannot be meant.
    fn load(value: ValueRef<'_>) -> Option<Self>;
}

/// A value that does not read back.
#[derive(Debug, thiserror::Error)]
#[error("the column {column} of {table} holds something that cannot be read")]
pub struct Unreadable {
    table: &'static str,
    column: &'static str,
}

/// Reads one column, and names it when that fails.
pub fn column<T: Column>(
    row: &Row<'_>,
    place: usize,
    table: &'static str,
    column: &'static str,
) -> rusqlite::Result<T> {
    let value = row.get_ref(place)?;
    T::load(value).ok_or_else(|| unreadable(place, table, column))
}

/// The error for a value that does not read back.
pub fn unreadable(place: usize, table: &'static str, column: &'static str) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(place, Type::Null, Box::new(Unreadable { table, column }))
}

/// The noun with that number, if it stands.
pub fn one<N: Rows>(file: &Connection, owner: Owner, number: u64) -> rusqlite::Result<Option<N>> {
    let mut statement = file.prepare_cached(N::SELECT_ONE)?;
    statement.query_row((N::owner(owner), kept(number)), N::from_row).optional()
}

/// All of an owner's.
pub fn all<N: Rows>(file: &Connection, owner: Owner) -> rusqlite::Result<Vec<N>> {
    all_by(file, owner, |noun| noun)
}

/// All of an owner's, gathered by what each is known by. Room for them is made at once: of thirty thousand, a list that
/// grows would be moved a dozen times.
pub fn all_by<N: Rows, T, C: FromIterator<T>>(
    file: &Connection,
    owner: Owner,
    by: impl Fn(N) -> T,
) -> rusqlite::Result<C> {
    let mut statement = file.prepare_cached(N::SELECT_ALL)?;
    let mut rows = statement.query([N::owner(owner)])?;
    let count: u32 = file.prepare_cached(N::COUNT)?.query_row([N::owner(owner)], |row| row.get(0))?;
    let mut nouns = Vec::with_capacity(count as usize);
    while let Some(row) = rows.next()? {
        nouns.push(by(N::from_row(row)?));
    }
    Ok(nouns.into_iter().collect())
}

/// Writes one, in place of the one with the same number.
pub fn put<N: Rows>(file: &Connection, owner: Owner, noun: &N) -> rusqlite::Result<()> {
    let mut statement = file.prepare_cached(N::UPSERT)?;
    statement.raw_bind_parameter(1, kept(noun.number()))?;
    statement.raw_bind_parameter(2, N::owner(owner))?;
    noun.bind(&mut statement, 3)?;
    statement.raw_execute().map(drop)
}

/// Removes the one with that number.
pub fn take<N: Rows>(file: &Connection, owner: Owner, number: u64) -> rusqlite::Result<()> {
    let mut statement = file.prepare_cached(N::DELETE)?;
    statement.execute((N::owner(owner), kept(number))).map(drop)
}

/// The number as SQLite keeps it; none of ours is ever as large as where the two differ.
pub fn kept(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// Maps a noun to a table: `rows! { Ask: "asks" of campaign { person, form } }`.
macro_rules! rows {
    ($noun:ident: $table:literal of $owner:ident { $($column:ident),+ $(,)? }) => {
        impl $crate::sqlite::rows::Rows for $noun {
            const TABLE: &'static str = $table;
            const SELECT_ONE: &'static str = concat!(
                "SELECT id", $(", \"", stringify!($column), "\"",)+
                " FROM ", $table, " WHERE ", stringify!($owner), "_id = ? AND id = ?"
            );
            const SELECT_ALL: &'static str = concat!(
                "SELECT id", $(", \"", stringify!($column), "\"",)+
                " FROM ", $table, " NOT INDEXED WHERE ", stringify!($owner), "_id = ? ORDER BY id"
            );
            const COUNT: &'static str =
                concat!("SELECT count(*) FROM ", $table, " WHERE ", stringify!($owner), "_id = ?");
            const SELECT_SOME: &'static str = concat!(
                "SELECT id", $(", \"", stringify!($column), "\"",)+
                " FROM ", $table, " WHERE ", stringify!($owner), "_id = ?"
            );
            const UPSERT: &'static str = concat!(
                "INSERT INTO ", $table, " (id, ", stringify!($owner), "_id", $(", \"", stringify!($column), "\"",)+
                ") VALUES (?, ?", $($crate::sqlite::rows::mark!($column),)+
                ") ON CONFLICT (id) DO UPDATE SET ",
                $("\"", stringify!($column), "\" = excluded.\"", stringify!($column), "\", ",)+
                stringify!($owner), "_id = excluded.", stringify!($owner), "_id"
            );
            const DELETE: &'static str =
                concat!("DELETE FROM ", $table, " WHERE ", stringify!($owner), "_id = ? AND id = ?");

            fn owner(owner: $crate::sqlite::rows::Owner) -> i64 {
                owner.$owner
            }

            fn number(&self) -> u64 {
                method::id::Id::number(self.id)
            }

            fn bind(&self, statement: &mut rusqlite::Statement<'_>, first: usize) -> rusqlite::Result<()> {
                let mut place = first..;
                $(statement.raw_bind_parameter(
                    place.next().unwrap_or_default(),
                    $crate::sqlite::rows::Column::save(&self.$column),
                )?;)+
                Ok(())
            }

            fn from_row(row: &rusqlite::Row<'_>) -> rusqlite::Result<Self> {
                let mut place = 0..;
                let mut next = || place.next().unwrap_or_default();
                Ok($noun {
                    id: $crate::sqlite::rows::column(row, next(), $table, "id")?,
                    $($column: $crate::sqlite::rows::column(row, next(), $table, stringify!($column))?,)+
                })
            }
        }
    };
}

/// One more parameter, whatever the column.
macro_rules! mark {
    ($column:ident) => {
        ", ?"
    };
}

pub(super) use {mark, rows};
