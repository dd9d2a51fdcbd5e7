//! What an importer found in one file, in the words of the method.
//!
//! Serves the first step, the list. `formats` fills these values from bytes; the decision to import turns them into
//! changes. A reading holds who, when and where, and refuses to hold what was written: no message text has a place here.
//! What was written about the seeker's own work stands in it sentence by sentence, and any of them may become a proof.

use std::collections::BTreeMap;
use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::list::birthday::Birthday;
use crate::list::{Letters, Past};

/// Everything that one file, or one member of an archive, yielded.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Reading {
    /// Base name of the file; inside an archive `archive.zip/Member.csv`.
    pub file: String,
    /// Which importer read it, for instance `linkedin_connections`.
    pub kind: String,
    /// SHA-256 of the content in lower-case hexadecimal. The same content is never read twice.
    pub digest: String,
    /// Rows, cards or messages that were read, rejected ones included.
    pub read: usize,
    /// What was found.
    pub findings: Findings,
    /// What could not be read, or only in part, in the order of the file.
    pub problems: Vec<Problem>,
    /// For a table whose columns were guessed: each column, and what it was taken for. Empty for files that are known.
    pub columns: Vec<ColumnUse>,
    /// What stands there about the seeker's work. It is kept with the file, for strengths that are told later.
    #[serde(skip)]
    pub said: Vec<Said>,
    /// The rows that were left out, as they stand in the file. It goes to the seeker and is never kept.
    #[serde(skip)]
    pub left_out: Option<LeftOut>,
}

/// What one column of a table was taken for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ColumnUse {
    /// Its heading, as written.
    pub column: String,
    /// The field of [`crate::list::Record::FIELDS`] or [`crate::list::Person::FIELDS`]; none when it is not used.
    pub field: Option<&'static str>,
}

/// One sentence about what the seeker did, as it stands in a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// The sentence.
    pub text: String,
    /// Who said it, when it was not the seeker.
    pub by: Option<String>,
    /// The strengths that it shows although it does not name them, as the file tells by other words.
    pub of: Vec<String>,
}

impl Said {
    /// A sentence of the seeker's own.
    pub fn by_the_seeker(text: String) -> Self {
        Said { text, by: None, of: Vec::new() }
    }
}

/// Rows that were left out, as a file that can be mended and imported again. Of messages it holds places only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// How such a file ends: `csv` or `vcf`; `zip` where it holds several.
    pub extension: &'static str,
    /// Its content: the bytes of the rows as they stood, each with the reason.
    pub bytes: Vec<u8>,
}

impl Reading {
    /// How many rows were left out altogether.
    pub fn rejected(&self) -> usize {
        if let Findings::Exchanges(found) = &self.findings {
            return self.read.saturating_sub(found.counted);
        }
        self.problems.iter().filter(|problem| problem.rejected).count()
    }
}

/// The kinds of things that files tell.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Findings {
    /// People whom the seeker knows.
    People(Vec<PersonRow>),
    /// Facts about the seeker.
    Seeker(Vec<SeekerRow>),
    /// When the seeker and others wrote to each other.
    Correspondence(Vec<Letter>),
    /// The same out of a mailbox or a calendar, already added up: such files may be of any size.
    Exchanges(Exchanges),
}

/// One person as one row of one file shows them.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct PersonRow {
    /// The nth record after the header, from 1.
    pub place: u32,
    /// How the same row is recognised in a later file of the same kind: by its link, else its e-mail address, else by
    /// the name as written, the day, and which occurrence of that pair it is.
    pub key: String,
    /// The whole name as written.
    pub name: String,
    /// Given name, when the file tells it apart.
    pub given: Option<String>,
    /// Family name, when the file tells it apart.
    pub family: Option<String>,
    /// E-mail addresses in lower case.
    pub emails: Vec<String>,
    /// Telephone numbers as written.
    pub phones: Vec<String>,
    /// Links to profiles, normalised to `host/path` without scheme, `www.`, query or final slash.
    pub links: Vec<String>,
    /// Where they work now.
    pub organization: Option<String>,
    /// What they do there.
    pub title: Option<String>,
    /// The day of a click, not of an acquaintance.
    pub connected_on: Option<Date>,
    /// The day of birth.
    pub birthday: Option<Birthday>,
    /// Postal addresses, one line each.
    pub postal: Vec<String>,
    /// Other names: a nickname, a name before marriage. Never a second way to write [`PersonRow::name`].
    pub other_names: Vec<String>,
    /// Where they were on a day that the file tells, and may not be any more.
    pub past: Vec<Past>,
}

/// One fact about the seeker, with the key by which a later file recognises it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SeekerRow {
    /// Name and headline.
    Profile {
        /// The seeker's name.
        name: Option<String>,
        /// One line about them.
        headline: Option<String>,
    },
    /// A place where the seeker worked.
    Position {
        /// The organization's name.
        organization: String,
        /// What they were there.
        title: Option<String>,
        /// First day; the first of the month or year where the file tells no more.
        started_on: Option<Date>,
        /// Last day, by the same convention; none while it lasts.
        ended_on: Option<Date>,
    },
    /// A school that the seeker attended.
    School {
        /// The school's name.
        name: String,
        /// What was learned there.
        degree: Option<String>,
        /// First day, as for positions.
        started_on: Option<Date>,
        /// Last day, as for positions.
        ended_on: Option<Date>,
    },
    /// Something that the seeker does well.
    Skill {
        /// Its name.
        name: String,
    },
    /// An organization that the seeker follows on a network.
    Follows {
        /// Its name.
        organization: String,
        /// Since when.
        followed_on: Option<Date>,
    },
    /// An e-mail address of the seeker's, in lower case.
    Address {
        /// The address.
        email: String,
    },
    /// The seeker's own profile, normalised as in [`PersonRow::links`].
    Link {
        /// The link.
        link: String,
    },
}

/// One message or invitation: with whom, when and in which direction. Never what.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Letter {
    /// The nth record after the header, from 1.
    pub place: u32,
    /// The other's profile link or e-mail address, normalised as in [`PersonRow`].
    pub address: String,
    /// The day.
    pub on: Date,
    /// Whether the seeker wrote it.
    pub sent: bool,
}

/// What a mailbox or a calendar tells, added up by address and day.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Exchanges {
    /// Messages, or meetings, of which something counts.
    pub counted: usize,
    /// Why others were left out although they could be read, and how many for each reason.
    pub skipped: BTreeMap<&'static str, usize>,
    /// How many could not be read. [`Reading::problems`] names the first of them.
    pub rejected: usize,
    /// With whom, by address in lower case.
    pub with: BTreeMap<String, Exchanged>,
    /// Who shared something with whom, by their two addresses in the order of the alphabet.
    pub acquaintances: BTreeMap<(String, String), Shared>,
}

/// What was exchanged with one address.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Exchanged {
    /// The name that stood beside the address last.
    pub name: Option<String>,
    /// Letters and meetings by day.
    pub days: BTreeMap<Date, Letters>,
}

/// What two addresses shared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Shared {
    /// How much in which year, in parts of [`crate::list::Acquaintance::WHOLE`].
    pub years: BTreeMap<i16, u32>,
    /// The last day.
    pub last_on: Date,
}

/// Something in a file that could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The nth record after the header, from 1; a preamble does not count.
    pub place: u32,
    /// The line on which that record starts, from 1.
    pub line: u32,
    /// Why, in plain words that name the column.
    pub reason: String,
    /// Whether the whole row was left out; otherwise only one value of it was.
    pub rejected: bool,
    /// Whether it was left out because it is no message at all, such as a draft. Among messages it counts as skipped.
    #[serde(skip)]
    pub skipped: bool,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let outcome = if self.rejected { "left out" } else { "kept" };
        write!(f, "record {}, line {}, {outcome}: {}", self.place, self.line, self.reason)
    }
}

/// What is already known of the seeker when a file is opened: it decides the direction of a message.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Me {
    /// Names.
    pub names: Vec<String>,
    /// E-mail addresses in lower case.
    pub addresses: Vec<String>,
    /// Profile links, normalised.
    pub links: Vec<String>,
    /// The day on which files are read: what a calendar has for later has not happened. None is the machine's own day.
    pub today: Option<Date>,
}
