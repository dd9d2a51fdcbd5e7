//! Which column of a table is what: as the seeker said, else guessed by the headings of the nouns.
//!
//! Serves the list. A column that means nothing here is left alone; it refuses to guess by what stands in the cells.

use method::field::Field;
use method::list::reading::ColumnUse;
use method::list::{Person, Record};
use thiserror::Error;

use crate::table::Header;

/// What a column can be: the name of its field, and whether several columns may hold it.
const SLOTS: [(&str, bool); 11] = [
    ("name", false),
    ("given", false),
    ("family", false),
    ("emails", true),
    ("phones", true),
    ("links", true),
    ("organization", false),
    ("title", false),
    ("birthday", false),
    ("postal", true),
    ("other_names", true),
];

/// Says of a column that it is left alone, whatever its heading.
const NOTHING: &str = "nothing";

/// Headings of what somebody did rather than of who they are: such a table lists no people.
const OF_A_CAREER: [&str; 4] = ["started on", "finished on", "start date", "end date"];

/// Which column the seeker says is what: `name=Who`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Map(Vec<(&'static str, String)>);

/// A wish that cannot be followed.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum WrongMap {
    /// It is not written like one.
    #[error("“{0}” does not say which column is what")]
    NoPair(String),
    /// There is no such field.
    #[error("“{0}” is nothing that halfhour keeps of a person")]
    NoField(String),
}

impl WrongMap {
    /// The way out.
    pub fn hint(&self) -> String {
        let names: Vec<&str> = SLOTS.iter().map(|(name, _)| *name).collect();
        format!(
            "Write FIELD=COLUMN, for instance name=Who. The fields are {}; {NOTHING}=COLUMN leaves a column alone.",
            names.join(", ")
        )
    }
}

impl Map {
    /// Reads pairs such as `name=Who`; a field may be called by its name, its label or one of its headings.
    ///
    /// # Errors
    /// When one is no pair, or names no field.
    pub fn parse<S: AsRef<str>>(pairs: &[S]) -> Result<Self, WrongMap> {
        let one = |pair: &str| {
            let cut = pair.split_once('=').map(|(field, column)| (field.trim(), column.trim()));
            let (field, column) =
                cut.filter(|(_, column)| !column.is_empty()).ok_or_else(|| WrongMap::NoPair(pair.to_owned()))?;
            let slot = slot_named(field).ok_or_else(|| WrongMap::NoField(field.to_owned()))?;
            Ok((slot, column.to_owned()))
        };
        pairs.iter().map(|pair| one(pair.as_ref())).collect::<Result<_, _>>().map(Map)
    }

    /// Everything that a column can be, by its name here and its name for people; not used comes last.
    pub fn choices() -> Vec<(&'static str, &'static str)> {
        let label = |slot: &'static str| fields(slot).next().map_or(slot, |field| field.label);
        SLOTS.iter().map(|(slot, _)| (*slot, label(slot))).chain([(NOTHING, "not used")]).collect()
    }

    /// Whether some column holds names, told in whole or in parts.
    pub fn names_somebody(&self) -> bool {
        self.0.iter().any(|(slot, _)| ["name", "given", "family"].contains(slot))
    }

    /// Whether the seeker said anything.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The columns that are named.
    pub fn columns(&self) -> Vec<&str> {
        self.0.iter().map(|(_, column)| column.as_str()).collect()
    }

    /// Whether a table has every column that is named, and one of them is a name, told or guessed.
    pub(crate) fn fits(&self, header: &Header) -> bool {
        let has = |column: &String| header.written().iter().any(|own| plain(own) == plain(column));
        !self.is_empty() && self.0.iter().all(|(_, column)| has(column)) && Columns::of(header, self).has_a_name()
    }
}

fn fields(slot: &str) -> impl Iterator<Item = &'static Field> {
    Person::FIELDS.iter().chain(Record::FIELDS).filter(move |field| field.name == slot)
}

fn slot_named(word: &str) -> Option<&'static str> {
    let word = plain(word);
    if word == NOTHING {
        return Some(NOTHING);
    }
    let called = |field: &Field| {
        let mut names = [field.name, field.label].into_iter().chain(field.headings.iter().copied());
        names.any(|name| plain(name) == word)
    };
    SLOTS.iter().map(|(slot, _)| *slot).find(|slot| fields(slot).any(called))
}

/// Letters and nothing else, in lower case: `E-mail 2 Address` and `email_address` are the same heading.
fn plain(heading: &str) -> String {
    heading.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect()
}

/// What each column of one table was taken for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Columns(Vec<Option<&'static str>>);

impl Columns {
    /// As the map says, the rest by headings.
    pub(crate) fn of(header: &Header, map: &Map) -> Self {
        let told = |column: &str| map.0.iter().find(|(_, own)| plain(own) == plain(column)).map(|(slot, _)| *slot);
        let said: Vec<Option<&'static str>> = header.written().iter().map(|column| told(column)).collect();
        let mut columns = Columns(said.clone());
        for (slot, may_repeat) in SLOTS.iter().filter(|(slot, _)| !said.contains(&Some(slot))) {
            let mut ranked: Vec<(usize, usize)> = header.names().enumerate().filter_map(ranked_as(slot)).collect();
            ranked.retain(|(_, at)| columns.0[*at].is_none());
            ranked.sort_unstable();
            let count = if *may_repeat { ranked.len() } else { 1 };
            ranked.iter().take(count).for_each(|(_, at)| columns.0[*at] = Some(slot));
        }
        columns.0.iter_mut().filter(|slot| **slot == Some(NOTHING)).for_each(|slot| *slot = None);
        columns
    }

    /// Where this stands, in the order of the table.
    pub(crate) fn all(&self, slot: &str) -> Vec<usize> {
        self.0.iter().enumerate().filter(|(_, own)| **own == Some(slot)).map(|(at, _)| at).collect()
    }

    /// Where this stands first.
    pub(crate) fn first(&self, slot: &str) -> Option<usize> {
        self.0.iter().position(|own| *own == Some(slot))
    }

    fn has_a_name(&self) -> bool {
        ["name", "given", "family"].iter().any(|slot| self.first(slot).is_some())
    }

    /// Whether the table lists people as far as its headings tell: a name, and how to reach them or where they work.
    pub(crate) fn tell_of_people(&self, header: &Header) -> bool {
        let more = ["emails", "phones", "organization"].iter().any(|slot| self.first(slot).is_some());
        self.has_a_name() && more && !OF_A_CAREER.iter().any(|name| header.has(&[name]))
    }

    /// For the eyes of the seeker.
    pub(crate) fn uses(&self, header: &Header) -> Vec<ColumnUse> {
        let columns = header.written().iter().zip(&self.0);
        columns.map(|(column, field)| ColumnUse { column: column.clone(), field: *field }).collect()
    }
}

/// How well a heading names this: its place among the headings of the field, and its own place in the table.
fn ranked_as<'h>(slot: &'static str) -> impl Fn((usize, &'h str)) -> Option<(usize, usize)> {
    let headings: Vec<String> = fields(slot).flat_map(|field| field.headings).map(|heading| plain(heading)).collect();
    move |(at, name)| headings.iter().position(|heading| *heading == plain(name)).map(|rank| (rank, at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn header(line: &str) -> Header {
        Header::find(&format!("{line}\n"), |_| true).unwrap()
    }

    fn guessed(line: &str, map: &[&str]) -> Vec<Option<&'static str>> {
        Columns::of(&header(line), &Map::parse(map).unwrap()).0
    }

    #[rstest]
    #[case("Name,E-mail,Employer", &[], &[Some("name"), Some("emails"), Some("organization")])]
    #[case::a_title_beside_a_job("Title,Name,Job Title", &[], &[None, Some("name"), Some("title")])]
    #[case::numbers_and_signs("first_name,LAST NAME:,Email 1,Email 2", &[], &[Some("given"), Some("family"), Some("emails"), Some("emails")])]
    #[case::as_told("Who,Company,Firm", &["name=Who", "company=firm"], &[Some("name"), None, Some("organization")])]
    #[case::told_to_leave_it("Name,Email,Phone", &["nothing=Email"], &[Some("name"), None, Some("phones")])]
    #[case::told_instead_of_guessed("Name,Real Name", &["name=Real Name"], &[None, Some("name")])]
    fn columns_are_what_their_headings_say(
        #[case] line: &str,
        #[case] map: &[&str],
        #[case] expected: &[Option<&str>],
    ) {
        assert_eq!(guessed(line, map), expected);
    }

    #[rstest]
    #[case("Name,Email", true)]
    #[case("First Name,Surname,Company", true)]
    #[case::a_list_of_courses("Name,Url,Authority", false)]
    #[case::a_career("Name,Company,Started On", false)]
    #[case::expenses("Day,Amount,For", false)]
    fn a_table_of_people_has_names_and_something_to_reach_them_by(#[case] line: &str, #[case] expected: bool) {
        let header = header(line);
        assert_eq!(Columns::of(&header, &Map::default()).tell_of_people(&header), expected);
    }

    #[test]
    fn a_map_fits_a_table_that_has_its_columns() {
        let map = Map::parse(&["name=Who"]).unwrap();
        assert!(map.fits(&header("who,what")) && !map.fits(&header("when,what")));
        assert!(!Map::default().fits(&header("name,email")));
        assert!(!Map::parse(&["email=what"]).unwrap().fits(&header("who,what")), "nobody could be named");
    }

    #[test]
    fn a_wrong_map_says_what_is_wrong() {
        assert_eq!(Map::parse(&["name"]), Err(WrongMap::NoPair("name".into())));
        assert_eq!(Map::parse(&["shoe=Size"]), Err(WrongMap::NoField("shoe".into())));
    }
}
