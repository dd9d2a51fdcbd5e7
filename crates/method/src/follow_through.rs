//! Seventh step, following through: what is due today and why, derived from what happened and never typed in (row M11).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::change::{Key, Noun};
use crate::field::{Field, mine};
use crate::id::{LaterId, WeekLineId};

pub mod ahead;
pub mod at_the_end;
pub mod done;
pub mod due;
pub mod later;
pub mod moves;
pub mod next_week;
pub mod not_needed;
pub mod resting;
pub mod review;
pub mod silence;
pub mod slots;
pub mod view;
pub mod waiting;
pub mod what_changes;
pub mod week_meetings;

// The rules, ordered by what is lost by waiting.
pub mod prepare_before_the_meeting;

pub mod record_after_the_meeting;

pub mod thank_within_a_day;

pub mod keep_what_you_promised;

pub mod call_the_referred;

pub mod set_up_the_meeting;

pub mod ask_again;

pub mod report_back;

pub mod remind_of_their_offer;

pub mod quiet_after_three;

pub mod quiet_after_seven;

pub mod let_go_kindly;

pub mod stay_in_touch;

pub mod warm_up;

pub mod choose_the_next;

#[cfg(test)]
mod properties;
#[cfg(test)]
pub(crate) mod scene;

/// A move that the seeker put off, or said not to need. Moves themselves are never stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Later {
    /// Its id.
    pub id: LaterId,
    /// The part of a move that was put off: its rule's short name and its subject's id, such as `thank-c3`.
    pub part: String,
    /// The day on which it comes back, if it does.
    pub until_on: Until,
}

/// Until when a move was put off. Written as the day, or as the word `never`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Until {
    /// It comes back on that day.
    Day(Date),
    /// It is not needed and comes back never.
    Never,
}

impl Until {
    const NEVER: &str = "never";

    /// The day, unless it never comes back.
    pub fn day(self) -> Option<Date> {
        match self {
            Until::Day(on) => Some(on),
            Until::Never => None,
        }
    }
}

impl std::fmt::Display for Until {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Until::Day(on) => on.fmt(f),
            Until::Never => f.write_str(Until::NEVER),
        }
    }
}

impl std::str::FromStr for Until {
    type Err = jiff::Error;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text == Until::NEVER { Ok(Until::Never) } else { text.parse().map(Until::Day) }
    }
}

impl Serialize for Until {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Until {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}

impl Later {
    /// Labels and privacy of the columns.
    pub const FIELDS: &[Field] =
        &[mine("part", "Move", "What was put off."), mine("until_on", "Until", "The day it comes back, or never.")];
}

/// What changes after a week, in the seeker's own words: the end of its review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WeekLine {
    /// Its id.
    pub id: WeekLineId,
    /// The Monday of the week.
    pub week_on: Date,
    /// The words.
    pub text: String,
}

impl WeekLine {
    /// Labels and privacy of the columns.
    pub const FIELDS: &[Field] = &[
        mine("week_on", "Week", "The Monday of the week."),
        mine("text", "What changes", "What you do otherwise from there, in your own words."),
    ];
}

impl Noun for WeekLine {
    fn key(&self) -> Key {
        self.id.into()
    }
}

impl Noun for Later {
    fn key(&self) -> Key {
        self.id.into()
    }
}
