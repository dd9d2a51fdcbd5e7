//! What files show of ties: who wrote to whom and met whom, and who knows whom. Nouns of the first step, the list.
//!
//! They hang on addresses and refuse to hold a word of what was written.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::change::{Key, Noun};
use crate::field::{Field, mine, theirs};
use crate::id::{AcquaintanceId, CorrespondenceId};

/// When the seeker and one address wrote to each other or met, by day. Never what was written or said.
///
/// It hangs on the address and not on a person, so that it does not matter which file came first, and nobody becomes a
/// person by having written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Correspondence {
    /// Its id.
    pub id: CorrespondenceId,
    /// Which importer saw it; the same letter seen twice by one importer counts once.
    pub importer: String,
    /// The other's e-mail address or profile link, normalised.
    pub address: String,
    /// Letters and meetings by day.
    pub days: BTreeMap<Date, Letters>,
}

/// Letters and meetings of one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Letters {
    /// Written by the seeker.
    pub sent: u32,
    /// Written to the seeker.
    pub received: u32,
    /// Meetings that a calendar has. Files from before there were any do not name them.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub met: u32,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands in a reference")]
fn is_zero(count: &u32) -> bool {
    *count == 0
}

impl Letters {
    /// Of each the greater number: what two files that overlap say of one day.
    #[must_use]
    pub fn or_more(self, other: Letters) -> Letters {
        Letters {
            sent: self.sent.max(other.sent),
            received: self.received.max(other.received),
            met: self.met.max(other.met),
        }
    }

    /// Everything together.
    pub fn all(self) -> u32 {
        self.sent.saturating_add(self.received).saturating_add(self.met)
    }
}

impl Correspondence {
    /// Labels and privacy of the columns.
    pub const FIELDS: &[Field] = &[
        mine("importer", "Kind", "What kind of file told it."),
        theirs("address", "Address", "Whom you wrote to or heard from."),
        theirs("days", "Days", "How many letters on which day, in each direction, and how many meetings."),
    ];

    /// Whether the seeker ever wrote or met them. What came in and was never answered makes no tie.
    pub fn is_a_tie(&self) -> bool {
        self.days.values().any(|letters| letters.sent > 0 || letters.met > 0)
    }
}

impl Noun for Correspondence {
    fn key(&self) -> Key {
        self.id.into()
    }
}

/// Two people who know each other, as far as files show: they stood on the same letters or sat in the same meetings.
///
/// It hangs on two addresses and not on people, like [`Correspondence`], so that merging and splitting people leaves it
/// alone and nobody becomes a person by having been copied in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acquaintance {
    /// Its id.
    pub id: AcquaintanceId,
    /// Which importer saw it; of two files of one importer the greater weight of a year counts.
    pub importer: String,
    /// One address, the first of the two in the order of the alphabet.
    pub a: String,
    /// The other address.
    pub b: String,
    /// How much they shared in which year, in parts of [`Acquaintance::WHOLE`]; each year once, in their order.
    pub years: Vec<(i16, u32)>,
    /// The last day on which they shared something.
    pub last_on: Date,
}

impl Acquaintance {
    /// The weight of a letter or a meeting that two people have to themselves. One of `n` people, the seeker included,
    /// weighs `1/(n-1)` of it for each pair. It can be divided by every number up to seven, so that sums are exact and
    /// do not depend on their order.
    pub const WHOLE: u32 = 420;

    /// On a letter, or in a meeting, of more people than this nobody is taken to know anybody.
    pub const MOST_PEOPLE: usize = 8;

    /// Labels and privacy of the columns.
    pub const FIELDS: &[Field] = &[
        mine("importer", "Kind", "What kind of file told it."),
        theirs("a", "One address", "One of the two."),
        theirs("b", "Other address", "The other of the two."),
        theirs("years", "Years", "How much they shared in which year."),
        theirs("last_on", "Last on", "The last day on which they shared something."),
    ];

    /// The sum over all letters and meetings of `1/(n-1)`.
    pub fn weight(&self) -> f64 {
        self.years.iter().map(|(_, weight)| f64::from(*weight)).sum::<f64>() / f64::from(Self::WHOLE)
    }

    /// What one letter or meeting of so many people, the seeker included, weighs for each pair among them; nothing
    /// where they are too many, or too few for anybody but the seeker to meet anybody.
    pub fn share(people: usize) -> u32 {
        let others = u32::try_from(people.saturating_sub(1)).unwrap_or(u32::MAX);
        if (3..=Self::MOST_PEOPLE).contains(&people) { Self::WHOLE / others } else { 0 }
    }
}

impl Noun for Acquaintance {
    fn key(&self) -> Key {
        self.id.into()
    }
}
