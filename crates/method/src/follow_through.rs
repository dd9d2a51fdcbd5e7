//! Seventh step, following through: what is due today and why, derived from what happened and never typed in (row M11).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::change::{Key, Noun};
use crate::field::{Field, mine};
use crate::id::LaterId;

pub mod ahead;
pub mod done;
pub mod due;
pub mod later;
pub mod moves;
pub mod silence;
pub mod view;
pub mod waiting;

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

/// A move that the seeker put off. Moves themselves are never stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Later {
    /// Its id.
    pub id: LaterId,
    /// The part of a move that was put off: its rule's short name and its subject's id, such as `thank-c3`.
    pub part: String,
    /// The day on which it comes back.
    pub until_on: Date,
}

impl Later {
    /// Labels and privacy of the columns.
    pub const FIELDS: &[Field] =
        &[mine("part", "Move", "What was put off."), mine("until_on", "Until", "The day it comes back.")];
}

impl Noun for Later {
    fn key(&self) -> Key {
        self.id.into()
    }
}
