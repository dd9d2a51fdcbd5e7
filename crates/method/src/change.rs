//! Every fact that may be written, and every no.
//!
//! A decision returns [`Change`]s. A change says what shall stand; whoever keeps the campaign remembers what stood
//! before, which gives undo and history. Nothing else ever writes.

use serde::{Deserialize, Serialize};

use crate::ask::Ask;
use crate::ask::wording::Wording;
use crate::case::Case;
use crate::conversation::{Commitment, Conversation, Earlier, Referral};
use crate::direction::{Direction, Idea, Week};
use crate::follow_through::{Later, WeekLine};
use crate::id::Id;
use crate::list::{Acquaintance, Apart, Correspondence, Person, Record, Source};
use crate::momentum::{LastThanks, Opportunity};
use crate::questions::QuestionPlan;
use crate::seeker::{Followed, Position, School, Seeker, Strength};
use crate::story::Story;
use crate::words::words;

/// One thing to be written.
#[derive(Debug, Clone, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "nearly every change is a write")]
pub enum Change {
    /// This fact shall stand, in place of the one with the same key.
    Write(Fact),
    /// The fact with this key shall stand no longer.
    Remove(Key),
}

impl Change {
    /// The fact that it is about.
    pub fn key(&self) -> Key {
        match self {
            Change::Write(fact) => fact.key(),
            Change::Remove(key) => *key,
        }
    }
}

/// Which fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// Its kind.
    pub kind: Kind,
    /// The number of its id.
    pub number: u64,
}

impl<I: Id> From<I> for Key {
    fn from(id: I) -> Self {
        Key { kind: I::KIND, number: id.number() }
    }
}

impl std::fmt::Display for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}{}", crate::id::letter(self.kind), self.number)
    }
}

/// What every fact can say of itself.
pub trait Noun {
    /// Its own key.
    fn key(&self) -> Key;
    /// The facts that must stand for this one to make sense.
    fn mentions(&self) -> Vec<Key> {
        Vec::new()
    }
}

macro_rules! facts {
    ($($(#[$doc:meta])* $kind:ident = $word:literal),+ $(,)?) => {
        words! {
            /// The kinds of facts, in the order in which they are exported.
            pub enum Kind { $($(#[$doc])* $kind = $word),+ }
        }

        /// A fact: one noun of the campaign, whole.
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        #[serde(tag = "kind", rename_all = "snake_case")]
        pub enum Fact { $($(#[$doc])* $kind($kind)),+ }

        impl Noun for Fact {
            fn key(&self) -> Key {
                match self { $(Fact::$kind(fact) => fact.key()),+ }
            }
            fn mentions(&self) -> Vec<Key> {
                match self { $(Fact::$kind(fact) => fact.mentions()),+ }
            }
        }

        $(impl From<$kind> for Fact {
            fn from(fact: $kind) -> Self { Fact::$kind(fact) }
        }

        impl From<$kind> for Change {
            fn from(fact: $kind) -> Self { Change::Write(Fact::$kind(fact)) }
        })+
    };
}

facts! {
    /// The one who searches.
    Seeker = "seeker",
    /// Something that the seeker does well.
    Strength = "strength",
    /// A place where the seeker worked.
    Position = "position",
    /// A school that the seeker attended.
    School = "school",
    /// An organization that the seeker follows on a network.
    Followed = "followed",
    /// Where the search should go.
    Direction = "direction",
    /// The seeker's own plan for a week.
    Week = "week",
    /// A direction worth trying out.
    Idea = "idea",
    /// A file that was imported.
    Source = "source",
    /// What the seeker told about a person.
    Person = "person",
    /// One row of one source.
    Record = "record",
    /// Two people who are not one, as the seeker said.
    Apart = "apart",
    /// When the seeker and one address wrote to each other, or met.
    Correspondence = "correspondence",
    /// Two people who know each other.
    Acquaintance = "acquaintance",
    /// Why this person.
    Case = "case",
    /// The questions for one person.
    QuestionPlan = "question_plan",
    /// A version of the story.
    Story = "story",
    /// The seeker's own words for an ask.
    Wording = "wording",
    /// A request for a meeting.
    Ask = "ask",
    /// A conversation that was held.
    Conversation = "conversation",
    /// A person named by a person.
    Referral = "referral",
    /// A promise by either side.
    Commitment = "commitment",
    /// What is left of earlier searches with one person.
    Earlier = "earlier",
    /// A move put off to another day.
    Later = "later",
    /// What changes after a week, in the seeker's own words.
    WeekLine = "week_line",
    /// What the conversations led to.
    Opportunity = "opportunity",
    /// A thank-you at the end of the search.
    LastThanks = "last_thanks",
}

words! {
    /// Why something was not done. It decides the exit code and the page, never the words.
    pub enum No {
        /// Nobody of that name is on the list.
        Unknown = "unknown",
        /// Several could be meant.
        Ambiguous = "ambiguous",
        /// The command line or the form is wrong.
        Usage = "usage",
        /// The method says no, and nothing was written.
        Method = "refused",
        /// Somebody else changed it meanwhile.
        Stale = "stale",
    }
}

/// A no, in words, with the way out.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize)]
#[error("{message}")]
pub struct Refusal {
    /// Why.
    pub kind: No,
    /// What is the matter, in one plain sentence.
    pub message: String,
    /// What to do instead.
    pub hint: String,
}

impl Refusal {
    /// A no of the given kind.
    pub fn new(kind: No, message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { kind, message: message.into(), hint: hint.into() }
    }

    /// The method says no.
    pub fn method(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::new(No::Method, message, hint)
    }

    /// What was asked for is not there.
    pub fn unknown(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::new(No::Unknown, message, hint)
    }

    /// What was typed cannot be meant.
    pub fn usage(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::new(No::Usage, message, hint)
    }

    /// The same no, with another way out.
    #[must_use]
    pub fn hinting(self, hint: impl Into<String>) -> Self {
        Self { hint: hint.into(), ..self }
    }
}

/// What a decision comes to.
pub type Decision = Result<Vec<Change>, Refusal>;
