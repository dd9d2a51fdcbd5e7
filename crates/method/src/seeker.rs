//! The one who searches: name, addresses, strengths with proof, and where they have been.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::change::{Key, Noun};
use crate::field::{Field, mine};
use crate::id::{FollowedId, PositionId, SchoolId, SeekerId, SourceId, StrengthId};

// Decisions.
pub mod edit;
pub mod past;
pub mod strengths;

// Rules.
pub mod proof;

// Reports.
pub mod me;
pub mod recognised_by;

/// The seeker. Everything is empty until told or imported.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Seeker {
    /// Its id.
    pub id: SeekerId,
    /// Their name, as they sign.
    pub name: Option<String>,
    /// One line about them.
    pub headline: Option<String>,
    /// Their e-mail addresses, lower case. They decide the direction of imported mail.
    pub addresses: Vec<String>,
    /// Links to their own profiles.
    pub links: Vec<String>,
    /// Whether they are employed now.
    pub employed_now: Option<bool>,
    /// Where they are employed now.
    pub employer: Option<String>,
}

impl Seeker {
    /// Labels and privacy of the columns.
    pub const FIELDS: &[Field] = &[
        mine("name", "Your name", "As you sign a message."),
        mine("headline", "About you", "One line, as you would say it."),
        mine("addresses", "Your e-mail addresses", "They tell which mail you wrote yourself."),
        mine("links", "Your profiles", "Links to pages about you."),
        mine("employed_now", "Employed now", "Turns on the quiet search."),
        mine("employer", "Your employer", "Where you work now. People there are held back until you release them."),
    ];

    /// A seeker of whom nothing is known yet.
    pub fn unknown(id: SeekerId) -> Self {
        Seeker {
            id,
            name: None,
            headline: None,
            addresses: Vec::new(),
            links: Vec::new(),
            employed_now: None,
            employer: None,
        }
    }
}

impl Noun for Seeker {
    fn key(&self) -> Key {
        self.id.into()
    }
}

/// Something that the seeker does well, and what shows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Strength {
    /// Its id.
    pub id: StrengthId,
    /// The strength, as a short phrase: "calming a busy ward".
    pub name: String,
    /// What shows it: one thing done, with its result.
    pub proof: Option<String>,
    /// The file that the proof was found in; none when told. Without a proof, the seeker took that one away, and no file
    /// brings another.
    pub proof_source: Option<SourceId>,
    /// The file it came from; none when told.
    pub source: Option<SourceId>,
    /// Taken away by the seeker; kept so that the next import does not bring it back.
    pub dropped: bool,
}

impl Strength {
    /// Labels and privacy of the columns.
    pub const FIELDS: &[Field] = &[
        mine("name", "Strength", "What you do best, in a few words.").headed(&["skill", "name"]),
        mine("proof", "Proof", "One thing you did, and what it changed."),
        mine("proof_source", "Proof from", "The file that the proof was found in."),
        mine("source", "From", "The file it came from."),
        mine("dropped", "Taken away", "Not shown any more."),
    ];
}

impl Noun for Strength {
    fn key(&self) -> Key {
        self.id.into()
    }
    fn mentions(&self) -> Vec<Key> {
        self.source.into_iter().chain(self.proof_source).map(Key::from).collect()
    }
}

/// A place where the seeker worked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Position {
    /// Its id.
    pub id: PositionId,
    /// The organization.
    pub organization: String,
    /// What they were there.
    pub title: Option<String>,
    /// First day; the first of the month or the year where no more is known.
    pub started_on: Option<Date>,
    /// Last day, by the same convention; none while it lasts.
    pub ended_on: Option<Date>,
    /// The file it came from; none when told.
    pub source: Option<SourceId>,
}

impl Position {
    /// Labels and privacy of the columns.
    pub const FIELDS: &[Field] = &[
        mine("organization", "Organization", "Where you worked.").headed(&["company name"]),
        mine("title", "Title", "What you were there.").headed(&["title"]),
        mine("started_on", "From", "The first day that you know.").headed(&["started on"]),
        mine("ended_on", "Until", "The last day; empty while it lasts.").headed(&["finished on"]),
        mine("source", "From", "The file it came from."),
    ];
}

impl Noun for Position {
    fn key(&self) -> Key {
        self.id.into()
    }
    fn mentions(&self) -> Vec<Key> {
        self.source.map(Key::from).into_iter().collect()
    }
}

/// A school that the seeker attended.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct School {
    /// Its id.
    pub id: SchoolId,
    /// The school.
    pub name: String,
    /// What was learned there.
    pub degree: Option<String>,
    /// First day, as for positions.
    pub started_on: Option<Date>,
    /// Last day, as for positions.
    pub ended_on: Option<Date>,
    /// The file it came from; none when told.
    pub source: Option<SourceId>,
}

impl School {
    /// Labels and privacy of the columns.
    pub const FIELDS: &[Field] = &[
        mine("name", "School", "Where you learned.").headed(&["school name"]),
        mine("degree", "Degree", "What you learned there.").headed(&["degree name"]),
        mine("started_on", "From", "The first day that you know.").headed(&["start date"]),
        mine("ended_on", "Until", "The last day that you know.").headed(&["end date"]),
        mine("source", "From", "The file it came from."),
    ];
}

impl Noun for School {
    fn key(&self) -> Key {
        self.id.into()
    }
    fn mentions(&self) -> Vec<Key> {
        self.source.map(Key::from).into_iter().collect()
    }
}

/// An organization that the seeker follows on a network, as a file says: a sign of where they would like to be.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Followed {
    /// Its id.
    pub id: FollowedId,
    /// The organization, as the file writes it.
    pub organization: String,
    /// Since when.
    pub followed_on: Option<Date>,
    /// The file it came from.
    pub source: Option<SourceId>,
}

impl Followed {
    /// Labels and privacy of the columns.
    pub const FIELDS: &[Field] = &[
        mine("organization", "Organization", "An organization that you follow on a network.").headed(&["organization"]),
        mine("followed_on", "Followed since", "The day on which you began to follow it.").headed(&["followed on"]),
        mine("source", "From", "The file it came from."),
    ];
}

impl Noun for Followed {
    fn key(&self) -> Key {
        self.id.into()
    }
    fn mentions(&self) -> Vec<Key> {
        self.source.map(Key::from).into_iter().collect()
    }
}
