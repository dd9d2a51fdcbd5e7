//! Fourth step, the story: what the seeker says of themselves so that others say "tell me more" (row M15).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::change::{Key, Noun};
use crate::field::{Field, mine};
use crate::id::StoryId;

pub mod beats;
pub mod find;
pub mod report;
pub mod story_asks_for_no_job;
pub mod story_does_not_end_flat;
pub mod story_fits_ninety_seconds;
pub mod story_is_no_list_of_duties;
pub mod story_names_a_direction;
pub mod story_shows_a_proof;
pub mod story_speaks_plainly;
pub mod story_tells_what_changed;
pub mod write_story;

/// One version of the story. Versions are added, never overwritten, so that each conversation can say which was told.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Story {
    /// Its id.
    pub id: StoryId,
    /// What the seeker calls this version.
    pub name: String,
    /// The words to say.
    pub text: String,
    /// The day on which it was written.
    pub written_on: Date,
    /// Not told any more.
    pub dropped: bool,
}

impl Story {
    /// Labels and privacy of the columns.
    pub const FIELDS: &[Field] = &[
        mine("name", "Version", "What you call it."),
        mine("text", "Story", "The words that you say."),
        mine("written_on", "Written on", "The day."),
        mine("dropped", "Laid aside", "Not told any more."),
    ];
}

impl Noun for Story {
    fn key(&self) -> Key {
        self.id.into()
    }
}
