//! First step, the list: who the seeker knows, and from which file that is known (row M7).
//!
//! A [`Record`] is one row of one source; a [`Person`] is what the seeker told. The two are kept apart, so that importing
//! again, merging and splitting never touch a word that the seeker wrote.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::change::{Key, Noun};
use crate::field::{Field, mine, theirs};
use crate::id::{ApartId, PersonId, RecordId, SourceId};
use crate::list::birthday::Birthday;
use crate::list::reading::Said;
pub use crate::list::ties::{Acquaintance, Correspondence, Letters};

// Decisions.
pub mod add;
pub mod apart;
pub mod edit;
pub mod forget;
pub mod import;
pub mod lines;
pub mod mark;
pub mod merge;
pub mod offered;
pub mod split;

// Reports and questions.
pub mod by_name;
pub mod closeness;
pub mod duplicates;
pub mod find;
pub mod listing;
pub mod organizations;
pub mod path;
pub mod portrait;
pub mod search;
pub mod slate;
pub mod stage;
pub mod tie;

// What these are made of.
pub mod address;
pub mod behind;
pub mod birthday;
mod join;
pub mod line;
pub mod reading;
pub mod role;
#[cfg(test)]
pub(crate) mod scene;
mod scrub;
pub mod so_far;
pub mod standing;
pub mod stays;
pub mod ties;
pub(crate) mod together;
pub mod written;

/// What the seeker told about a person. Empty values are filled from records when shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Person {
    /// Its id.
    pub id: PersonId,
    /// The name, when told; else the first record's.
    pub name: Option<String>,
    /// E-mail addresses told, lower case.
    pub emails: Vec<String>,
    /// Telephone numbers told.
    pub phones: Vec<String>,
    /// Links told.
    pub links: Vec<String>,
    /// The organization, when told.
    pub organization: Option<String>,
    /// The title, when told.
    pub title: Option<String>,
    /// Since when the seeker knows them, as the seeker said it. Never the day of a click on a network.
    pub known_since_on: Option<Date>,
    /// How they know each other: "we worked the night shift together".
    pub how_known: Option<String>,
    /// What the seeker values in them: "how calmly you run things".
    pub valued_for: Option<String>,
    /// Known and respected.
    pub respected: bool,
    /// Close.
    pub close: bool,
    /// Never to be suggested.
    pub set_aside: bool,
    /// Not to be suggested before this day.
    pub not_before_on: Option<Date>,
    /// Released from the quiet search although they work where the seeker works.
    pub released: bool,
    /// Whatever else the seeker wants to remember.
    pub notes: Option<String>,
    /// The day on which they came onto the list.
    pub listed_on: Date,
    /// Forgotten: nothing is known any more, only chains keep their place as "someone".
    pub forgotten: bool,
}

impl Person {
    /// Labels, privacy and import headings of the columns.
    pub const FIELDS: &[Field] = &[
        theirs("name", "Name", "As you would say it.").headed(&["full name", "name", "display name"]),
        theirs("emails", "E-mail", "Where they read mail.").headed(&[
            "e-mail",
            "email",
            "emails",
            "mail",
            "email address",
            "e-mail address",
            "primary email",
            "work email",
            "business email",
            "home email",
            "personal email",
            "other email",
        ]),
        theirs("phones", "Phone", "The number you would dial.").headed(&[
            "phone",
            "phones",
            "phone number",
            "telephone",
            "tel",
            "mobile",
            "mobile phone",
            "mobile number",
            "cell",
            "cell phone",
            "work phone",
            "business phone",
            "home phone",
        ]),
        theirs("links", "Links", "Pages about them.").headed(&[
            "linkedin",
            "linkedin url",
            "linkedin profile",
            "profile",
            "profile url",
            "url",
            "link",
            "website",
            "web page",
        ]),
        theirs("organization", "Organization", "Where they work.").headed(&[
            "company",
            "organization",
            "organisation",
            "company name",
            "organization name",
            "employer",
            "workplace",
        ]),
        theirs("title", "Title", "What they do there.").headed(&[
            "job title",
            "position",
            "role",
            "occupation",
            "title",
        ]),
        theirs("known_since_on", "Known since", "Since when you know each other."),
        theirs("how_known", "How you know each other", "In your words: we worked the night shift together."),
        theirs("valued_for", "What you value in them", "In your words. It becomes part of the ask."),
        theirs("respected", "Known and respected", "You know and respect them. The first calls go to them."),
        theirs("close", "Close", "You are close."),
        theirs("set_aside", "Set aside", "Never suggested."),
        theirs("not_before_on", "Not before", "Not suggested before this day."),
        theirs("released", "Released", "May be suggested although they work where you work."),
        theirs("notes", "Notes", "Whatever you want to remember.").headed(&["notes", "note"]),
        mine("listed_on", "On the list since", "The day they came onto the list."),
        mine("forgotten", "Forgotten", "Nothing is known of them any more."),
    ];

    /// A person of whom nothing was told yet.
    pub fn untold(id: PersonId, listed_on: Date) -> Self {
        Person {
            id,
            name: None,
            emails: Vec::new(),
            phones: Vec::new(),
            links: Vec::new(),
            organization: None,
            title: None,
            known_since_on: None,
            how_known: None,
            valued_for: None,
            respected: false,
            close: false,
            set_aside: false,
            not_before_on: None,
            released: false,
            notes: None,
            listed_on,
            forgotten: false,
        }
    }

    /// A person who is known by name only.
    pub fn named(id: PersonId, name: impl Into<String>, listed_on: Date) -> Self {
        Person { name: Some(name.into()), ..Person::untold(id, listed_on) }
    }
}

impl Noun for Person {
    fn key(&self) -> Key {
        self.id.into()
    }
}

/// A file, or a member of an archive, that was imported.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// Its id.
    pub id: SourceId,
    /// Which importer read it.
    pub importer: String,
    /// Base name; inside an archive `archive.zip/Member.csv`.
    pub file: String,
    /// SHA-256 of the content, lower-case hexadecimal.
    pub digest: String,
    /// The day of the import.
    pub imported_on: Date,
    /// What stands there about the seeker's work: a strength that is told later may find its proof in it. None for a file
    /// that was imported before this was kept.
    #[serde(default)]
    pub said: Option<Vec<Said>>,
}

/// Whose words on a person stand before whose: on a network people keep their own entry, in an address book somebody once
/// wrote them down, and a table may be of any age.
const KINDS: [&str; 5] = ["linkedin_connections", "vcard", "google_contacts", "outlook", "linkedin_phone_book"];

impl Source {
    /// Where what files of a kind say of a person stands beside what others say: the lowest comes first.
    pub(crate) fn precedence(importer: &str) -> (usize, &str) {
        (KINDS.iter().position(|kind| *kind == importer).unwrap_or(KINDS.len()), importer)
    }

    /// Labels and privacy of the columns.
    pub const FIELDS: &[Field] = &[
        mine("importer", "Kind", "What kind of file it is."),
        mine("file", "File", "Its name."),
        mine("digest", "Fingerprint", "Recognises the same content again."),
        mine("imported_on", "Imported on", "The day."),
        theirs("said", "About your work", "Sentences that may show a strength of yours, and whose they are."),
    ];
}

impl Noun for Source {
    fn key(&self) -> Key {
        self.id.into()
    }
}

/// One row of one source.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// Its id.
    pub id: RecordId,
    /// Whom it is about.
    pub person: PersonId,
    /// The file that gave its values.
    pub source: SourceId,
    /// Recognises the same row in a later file of the same kind.
    pub row_key: String,
    /// The nth record of its file, from 1.
    pub place: u32,
    /// The whole name as written.
    pub name: String,
    /// Given name, when told apart.
    pub given: Option<String>,
    /// Family name, when told apart.
    pub family: Option<String>,
    /// E-mail addresses, lower case.
    pub emails: Vec<String>,
    /// Telephone numbers as written.
    pub phones: Vec<String>,
    /// Links, normalised.
    pub links: Vec<String>,
    /// Where they work.
    pub organization: Option<String>,
    /// What they do there.
    pub title: Option<String>,
    /// The day of a click on a network. Never an acquaintance's beginning.
    pub connected_on: Option<Date>,
    /// The day of birth, when an address book told it.
    #[serde(default)]
    pub birthday: Option<Birthday>,
    /// Postal addresses, one line each.
    #[serde(default)]
    pub postal: Vec<String>,
    /// Other names: a nickname, a name before marriage.
    #[serde(default)]
    pub other_names: Vec<String>,
    /// What earlier files of the same kind said, oldest first.
    pub past: Vec<Past>,
}

/// Where somebody used to be, as an earlier file said.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Past {
    /// The organization.
    pub organization: Option<String>,
    /// The title.
    pub title: Option<String>,
    /// The day of the import that no longer said so, or on which a file saw them there.
    pub until_on: Date,
}

impl Record {
    /// Labels and privacy of the columns.
    pub const FIELDS: &[Field] = &[
        theirs("person", "Person", "Whom it is about."),
        mine("source", "File", "Where it comes from."),
        theirs("row_key", "Key", "Recognises the same row again."),
        mine("place", "Place", "The nth record of its file."),
        theirs("name", "Name", "As written."),
        theirs("given", "Given name", "As written.").headed(&["first name", "given name", "forename"]),
        theirs("family", "Family name", "As written.").headed(&["last name", "family name", "surname"]),
        theirs("emails", "E-mail", "Addresses."),
        theirs("phones", "Phone", "Numbers."),
        theirs("links", "Links", "Pages about them."),
        theirs("organization", "Organization", "Where they work."),
        theirs("title", "Title", "What they do there."),
        theirs("connected_on", "Connected on", "The day of a click on a network."),
        theirs("birthday", "Birthday", "The day of birth, with or without the year.").headed(&[
            "birthday",
            "birth date",
            "birthdate",
            "date of birth",
        ]),
        theirs("postal", "Postal address", "One line each.").headed(&[
            "address",
            "postal address",
            "mailing address",
            "home address",
            "business address",
        ]),
        theirs("other_names", "Other names", "A nickname, a name before marriage.").headed(&[
            "nickname",
            "other name",
            "other names",
            "maiden name",
        ]),
        theirs("past", "Used to be at", "What earlier files said."),
    ];
}

impl Noun for Record {
    fn key(&self) -> Key {
        self.id.into()
    }
    fn mentions(&self) -> Vec<Key> {
        vec![self.person.into(), self.source.into()]
    }
}

/// Two people of whom the seeker said that they are not one, however alike they look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Apart {
    /// Its id.
    pub id: ApartId,
    /// The older entry.
    pub a: PersonId,
    /// The newer one.
    pub b: PersonId,
}

impl Apart {
    /// Labels and privacy of the columns.
    pub const FIELDS: &[Field] =
        &[theirs("a", "One", "Who is not the other."), theirs("b", "The other", "Who is not the first.")];

    /// Says that two are not one, the older entry first.
    pub fn of(id: ApartId, one: PersonId, other: PersonId) -> Self {
        Apart { id, a: one.min(other), b: one.max(other) }
    }

    /// Whether it is about these two.
    pub fn is_about(&self, one: PersonId, other: PersonId) -> bool {
        (self.a, self.b) == (one.min(other), one.max(other))
    }
}

impl Noun for Apart {
    fn key(&self) -> Key {
        self.id.into()
    }
    fn mentions(&self) -> Vec<Key> {
        vec![self.a.into(), self.b.into()]
    }
}
