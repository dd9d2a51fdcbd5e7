//! Eighth step, momentum: whether the search gains speed, and what it led to (rows M4, M16, M17).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::change::{Key, Noun};
use crate::field::{Field, mine, theirs};
use crate::id::{ConversationId, LastThanksId, OpportunityId, PersonId};
use crate::words::words;

pub mod add_opportunity;
pub mod ahead;
pub mod better;
pub mod chains;
pub mod chance;
pub mod claim_only_what_is_nearly_sure;
pub mod closing;
pub mod compared;
pub mod edit_opportunity;
pub mod funnel;
pub mod gauge;
pub mod judge_the_pace_from_eight_conversations_on;
mod last_words;
pub mod lineage;
pub mod map;
pub mod opportunities;
mod posterior;
mod retold;
pub mod share;
pub mod step_opportunity;
pub mod still_open;
pub mod tally;
pub mod thank_at_the_end;
pub mod weeks;

words! {
    /// How far an opportunity went.
    pub enum OpportunityState {
        /// Heard of.
        HeardOf = "heard_of",
        /// Applied for.
        Applied = "applied",
        /// Interviewed for.
        Interview = "interview",
        /// Offered.
        Offer = "offer",
        /// Taken.
        Taken = "taken",
        /// Gone.
        Gone = "gone",
    }
}

/// One step of an opportunity.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OpportunityStep {
    /// What it became.
    pub state: OpportunityState,
    /// The day.
    pub on: Date,
}

/// Something that could become work.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Opportunity {
    /// Its id.
    pub id: OpportunityId,
    /// What it is.
    pub title: String,
    /// Where.
    pub organization: Option<String>,
    /// The person through whom it came; none when it came another way.
    pub through: Option<PersonId>,
    /// The conversation in which it came up.
    pub conversation: Option<ConversationId>,
    /// Its steps so far, oldest first; never empty.
    pub steps: Vec<OpportunityStep>,
    /// What the seeker wants to remember.
    pub notes: Option<String>,
}

impl Opportunity {
    /// Labels and privacy of the columns.
    pub const FIELDS: &[Field] = &[
        mine("title", "Opportunity", "What it is."),
        mine("organization", "Organization", "Where."),
        theirs("through", "Through", "The person it came through."),
        mine("conversation", "In", "The conversation in which it came up."),
        mine("steps", "Steps", "How far it went, and when."),
        mine("notes", "Notes", "Whatever you want to remember."),
    ];

    /// What it is now.
    pub fn state(&self) -> OpportunityState {
        self.steps.last().map_or(OpportunityState::HeardOf, |step| step.state)
    }
}

impl Noun for Opportunity {
    fn key(&self) -> Key {
        self.id.into()
    }
    fn mentions(&self) -> Vec<Key> {
        let mut keys: Vec<Key> = self.through.map(Key::from).into_iter().collect();
        keys.extend(self.conversation.map(Key::from));
        keys
    }
}

/// Somebody who helped was thanked when the search came to its end.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LastThanks {
    /// Its id.
    pub id: LastThanksId,
    /// Who.
    pub person: PersonId,
    /// The day.
    pub thanked_on: Date,
}

impl LastThanks {
    /// Labels and privacy of the columns.
    pub const FIELDS: &[Field] = &[
        theirs("person", "Person", "Who was thanked."),
        mine("thanked_on", "Thanked on", "The day you thanked them at the end of the search."),
    ];
}

impl Noun for LastThanks {
    fn key(&self) -> Key {
        self.id.into()
    }
    fn mentions(&self) -> Vec<Key> {
        vec![self.person.into()]
    }
}
