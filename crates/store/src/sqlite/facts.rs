//! Every kind of fact and the table that keeps it, matched in one place: a new kind does not compile until it is here.
//! Serves every step. It refuses to know what a fact means.

use std::collections::BTreeMap;

use method::change::{Fact, Key, Kind};
use method::direction::{Direction, Week};
use method::id::{DirectionId, Id, Ids, SeekerId, WeekId};
use method::seeker::Seeker;
use rusqlite::Connection;

use super::rows::{self, Owner, Rows, kept};

/// Evaluates an expression with the noun of a kind: `with_noun!(kind, Noun => rows::one::<Noun>(…))`.
macro_rules! with_noun {
    ($kind:expr, $noun:ident => $body:expr) => {
        $crate::sqlite::facts::with_noun!(@match $kind, $noun, $body;
            Seeker: seeker, Strength: seeker, Position: seeker, School: seeker, Followed: seeker, Direction: direction, Week: direction,
            Idea: direction, Source: list, Person: list, Record: list, Apart: list, Correspondence: list, Acquaintance: list, Case: case,
            QuestionPlan: questions, Story: story, Wording: ask, Ask: ask, Conversation: conversation, Referral: conversation,
            Commitment: conversation, Earlier: conversation, Later: follow_through, WeekLine: follow_through, Opportunity: momentum, LastThanks: momentum)
    };
    (@match $kind:expr, $noun:ident, $body:expr; $($name:ident: $step:ident),+) => {
        match $kind {
            $(method::change::Kind::$name => {
                type $noun = method::$step::$name;
                $body
            })+
        }
    };
}
pub(super) use with_noun;

/// The fact that stands with that key.
pub fn standing(file: &Connection, owner: Owner, key: Key) -> rusqlite::Result<Option<Fact>> {
    let found = with_noun!(key.kind, Noun => rows::one::<Noun>(file, owner, key.number)?.map(Fact::from));
    Ok(found.or_else(|| untold(owner, key)))
}

/// All facts of a kind.
pub fn all(file: &Connection, owner: Owner, kind: Kind) -> rusqlite::Result<Vec<Fact>> {
    Ok(with_noun!(kind, Noun => rows::all::<Noun>(file, owner)?.into_iter().map(Fact::from).collect()))
}

/// The numbers of all rows of a kind, whether they read back or not.
pub fn numbers(file: &Connection, owner: Owner, kind: Kind) -> rusqlite::Result<Vec<u64>> {
    let (sql, owner) = with_noun!(kind, Noun => {
        let (_, rest) = Noun::SELECT_ALL.split_once(" FROM ").unwrap_or_default();
        (format!("SELECT id FROM {rest}"), Noun::owner(owner))
    });
    let mut statement = file.prepare(&sql)?;
    statement.query_map([owner], |row| row.get::<_, i64>(0))?.map(|id| id.map(i64::unsigned_abs)).collect()
}

/// The table that keeps a kind.
pub fn table(kind: Kind) -> &'static str {
    with_noun!(kind, Noun => Noun::TABLE)
}

/// Writes a fact, in place of the one with the same key.
pub fn put(file: &Connection, owner: Owner, fact: &Fact) -> rusqlite::Result<()> {
    match fact {
        Fact::Seeker(fact) => rows::put(file, owner, fact),
        Fact::Strength(fact) => rows::put(file, owner, fact),
        Fact::Position(fact) => rows::put(file, owner, fact),
        Fact::School(fact) => rows::put(file, owner, fact),
        Fact::Followed(fact) => rows::put(file, owner, fact),
        Fact::Direction(fact) => rows::put(file, owner, fact),
        Fact::Week(fact) => rows::put(file, owner, fact),
        Fact::Idea(fact) => rows::put(file, owner, fact),
        Fact::Source(fact) => rows::put(file, owner, fact),
        Fact::Person(fact) => rows::put(file, owner, fact),
        Fact::Record(fact) => rows::put(file, owner, fact),
        Fact::Apart(fact) => rows::put(file, owner, fact),
        Fact::Correspondence(fact) => rows::put(file, owner, fact),
        Fact::Acquaintance(fact) => rows::put(file, owner, fact),
        Fact::Case(fact) => rows::put(file, owner, fact),
        Fact::QuestionPlan(fact) => rows::put(file, owner, fact),
        Fact::Story(fact) => rows::put(file, owner, fact),
        Fact::Wording(fact) => rows::put(file, owner, fact),
        Fact::Ask(fact) => rows::put(file, owner, fact),
        Fact::Conversation(fact) => rows::put(file, owner, fact),
        Fact::Referral(fact) => rows::put(file, owner, fact),
        Fact::Commitment(fact) => rows::put(file, owner, fact),
        Fact::Earlier(fact) => rows::put(file, owner, fact),
        Fact::Later(fact) => rows::put(file, owner, fact),
        Fact::WeekLine(fact) => rows::put(file, owner, fact),
        Fact::Opportunity(fact) => rows::put(file, owner, fact),
        Fact::LastThanks(fact) => rows::put(file, owner, fact),
    }
}

/// Removes a fact. What a campaign always has goes back to what it is before anything was told.
pub fn take(file: &Connection, owner: Owner, key: Key) -> rusqlite::Result<()> {
    match untold(owner, key) {
        Some(fact) => put(file, owner, &fact),
        None => with_noun!(key.kind, Noun => rows::take::<Noun>(file, owner, key.number)),
    }
}

/// What a campaign always has, before anything was told: its seeker, its direction and its week.
pub fn untold(owner: Owner, key: Key) -> Option<Fact> {
    let (seeker, campaign) = (owner.seeker.unsigned_abs(), owner.campaign.unsigned_abs());
    match key.kind {
        Kind::Seeker if key.number == seeker => Some(Seeker::unknown(SeekerId::from_number(seeker)).into()),
        Kind::Direction if key.number == campaign => Some(Direction::unset(DirectionId::from_number(campaign)).into()),
        Kind::Week if key.number == campaign => Some(Week::unplanned(WeekId::from_number(campaign)).into()),
        _ => None,
    }
}

/// The ids that may be given next.
pub fn ids(file: &Connection) -> rusqlite::Result<Ids> {
    let mut statement = file.prepare_cached("SELECT kind, last FROM counters")?;
    let rows = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?)))?;
    let mut last = BTreeMap::new();
    for row in rows {
        let (word, number) = row?;
        let kind = Kind::from_word(&word).ok_or_else(|| rows::unreadable(0, "counters", "kind"))?;
        last.insert(kind, number.unsigned_abs());
    }
    Ok(Ids::after(last))
}

/// Remembers how far ids were given.
pub fn keep_ids(file: &Connection, last: &BTreeMap<Kind, u64>) -> rusqlite::Result<()> {
    let mut statement = file.prepare_cached(
        "INSERT INTO counters (kind, last) VALUES (?, ?) ON CONFLICT (kind) DO UPDATE SET last = max(last, excluded.last)",
    )?;
    last.iter().try_for_each(|(kind, number)| statement.execute((kind.word(), kept(*number))).map(drop))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::sqlite::Sqlite;
    use crate::sqlite::open::Place;

    fn columns(store: &Sqlite, table: &str) -> BTreeSet<String> {
        let mut names = store.file.prepare(&format!("SELECT name FROM pragma_table_info('{table}')")).unwrap();
        names.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    }

    #[test]
    fn every_column_has_a_privacy_class_and_every_field_a_column() {
        let folder = tempfile::tempdir().unwrap();
        let store = Sqlite::open(folder.path().join("campaign.db"), Place::Given).unwrap();
        for kind in Kind::ALL {
            let (fields, table) = with_noun!(*kind, Noun => (Noun::FIELDS, Noun::TABLE));
            let mut columns = columns(&store, table);
            assert!(columns.remove("id"), "{table} has no id");
            let owners = ["seeker_id", "campaign_id"].map(|owner| columns.remove(owner));
            assert!(owners[0] != owners[1], "{table} has one owner");
            let classed: BTreeSet<String> = fields.iter().map(|field| field.name.to_owned()).collect();
            assert_eq!(
                columns, classed,
                "{table}: give each column its line in the noun's FIELDS, and the other way round"
            );
        }
    }

    #[test]
    fn every_table_names_its_owner_or_belongs_to_one_that_does() {
        let folder = tempfile::tempdir().unwrap();
        let store = Sqlite::open(folder.path().join("campaign.db"), Place::Given).unwrap();
        let mut tables = store.file.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").unwrap();
        let tables: Vec<String> = tables.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
        let of_the_file = ["counters", "keeping"];
        for table in tables.iter().filter(|table| !of_the_file.contains(&table.as_str())) {
            let columns = columns(&store, table);
            let owned = ["seeker_id", "campaign_id", "step"].iter().any(|owner| columns.contains(*owner));
            assert!(owned, "{table} belongs to nobody");
        }
    }

    /// Taking somebody off the list looks for whoever mentions them, once for each such column.
    #[test]
    fn every_mention_has_an_index() {
        let folder = tempfile::tempdir().unwrap();
        let store = Sqlite::open(folder.path().join("campaign.db"), Place::Given).unwrap();
        for kind in Kind::ALL {
            let table = table(*kind);
            let sql = format!("SELECT \"from\" FROM pragma_foreign_key_list('{table}')");
            let mut mentions = store.file.prepare(&sql).unwrap();
            let mentions: Vec<String> = mentions.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
            for column in mentions {
                let sql = format!("EXPLAIN QUERY PLAN SELECT 1 FROM {table} WHERE \"{column}\" = 1");
                let plan: String = store.file.query_row(&sql, [], |row| row.get("detail")).unwrap();
                assert!(plan.starts_with("SEARCH"), "{table}.{column}: {plan}");
            }
        }
    }
}
