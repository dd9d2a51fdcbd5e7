//! Ids: short, kind first, the same in every process, and never given twice.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt;

use crate::change::Kind;

/// An id of one kind of fact. It is written as a letter and a number, for instance `p12`.
pub trait Id: Copy + Ord {
    /// What it names.
    const KIND: Kind;
    /// Its number.
    fn number(self) -> u64;
    /// The id with that number.
    fn from_number(number: u64) -> Self;
}

/// The next free ids. The store hands them in and writes back how far they were used.
#[derive(Debug, Default, Clone)]
pub struct Ids {
    last: RefCell<BTreeMap<Kind, u64>>,
}

impl Ids {
    /// Ids that go on after the given ones.
    pub fn after(last: BTreeMap<Kind, u64>) -> Self {
        Self { last: RefCell::new(last) }
    }

    /// A fresh id.
    pub fn fresh<I: Id>(&self) -> I {
        let mut last = self.last.borrow_mut();
        let number = last.entry(I::KIND).or_insert(0);
        *number += 1;
        I::from_number(*number)
    }

    /// The last number given for each kind.
    pub fn last(&self) -> BTreeMap<Kind, u64> {
        self.last.borrow().clone()
    }
}

/// Why a text is not an id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not an id")]
pub struct NotAnId(String);

/// Reads `letter` + number; used by every id type.
pub(crate) fn parse_number(text: &str, letter: char) -> Result<u64, NotAnId> {
    text.strip_prefix(letter)
        .filter(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
        .and_then(|digits| digits.parse().ok())
        .ok_or_else(|| NotAnId(text.to_owned()))
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident = $kind:ident $letter:literal),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u64);

        impl Id for $name {
            const KIND: Kind = Kind::$kind;
            fn number(self) -> u64 { self.0 }
            fn from_number(number: u64) -> Self { Self(number) }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { write!(f, "{}{}", $letter, self.0) }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { fmt::Display::fmt(self, f) }
        }

        impl std::str::FromStr for $name {
            type Err = NotAnId;
            fn from_str(text: &str) -> Result<Self, NotAnId> { parse_number(text, $letter).map(Self) }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> { to.collect_str(self) }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let text = <std::borrow::Cow<'de, str> as serde::Deserialize>::deserialize(from)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    )+
        /// The letter with which ids of a kind begin.
        pub fn letter(kind: Kind) -> char {
            match kind { $(Kind::$kind => $letter),+ }
        }
    };
}

ids! {
    /// The one who searches.
    SeekerId = Seeker 'u',
    /// Something that the seeker does well.
    StrengthId = Strength 't',
    /// A place where the seeker worked.
    PositionId = Position 'j',
    /// A school that the seeker attended.
    SchoolId = School 'h',
    /// An organization that the seeker follows on a network.
    FollowedId = Followed 'g',
    /// Where one search should go.
    DirectionId = Direction 'd',
    /// The seeker's own plan for a week.
    WeekId = Week 'n',
    /// A direction worth trying out in conversations.
    IdeaId = Idea 'i',
    /// A file that was imported.
    SourceId = Source 's',
    /// A person.
    PersonId = Person 'p',
    /// One row of one source.
    RecordId = Record 'r',
    /// Two people who are not one.
    ApartId = Apart 'x',
    /// When the seeker and one address wrote to each other.
    CorrespondenceId = Correspondence 'w',
    /// Two people who know each other.
    AcquaintanceId = Acquaintance 'b',
    /// Why this person, for what purpose, toward which outcome.
    CaseId = Case 'k',
    /// The questions for one person.
    QuestionPlanId = QuestionPlan 'q',
    /// A version of the seeker's story.
    StoryId = Story 'y',
    /// The seeker's own words for an ask.
    WordingId = Wording 'v',
    /// A request for a meeting.
    AskId = Ask 'a',
    /// A conversation that was held.
    ConversationId = Conversation 'c',
    /// A person named by a person.
    ReferralId = Referral 'f',
    /// A promise by either side.
    CommitmentId = Commitment 'm',
    /// What is left of earlier searches with one person.
    EarlierId = Earlier 'e',
    /// A move put off to another day.
    LaterId = Later 'l',
    /// What changes after a week. The other letters are taken, and nobody types this one.
    WeekLineId = WeekLine 'ω',
    /// Something that the conversations led to.
    OpportunityId = Opportunity 'o',
    /// A thank-you at the end of the search.
    LastThanksId = LastThanks 'z',
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_as_it_is_written() {
        let ids = Ids::default();
        let first: PersonId = ids.fresh();
        assert_eq!(first.to_string(), "p1");
        assert_eq!("p1".parse::<PersonId>(), Ok(first));
        assert_eq!(ids.fresh::<PersonId>().to_string(), "p2");
        assert_eq!(ids.fresh::<AskId>().to_string(), "a1");
    }

    #[test]
    fn what_is_no_id_is_refused() {
        for text in ["", "p", "12", "a1", "p-1", "p1x", "p99999999999999999999"] {
            assert!(text.parse::<PersonId>().is_err(), "{text}");
        }
    }
}
