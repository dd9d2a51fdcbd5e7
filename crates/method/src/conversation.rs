//! Sixth step, the conversation: how far it went, what was learned, who was named and what was promised
//! (rows M3, M13, M16).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::change::{Key, Noun};
use crate::field::{Field, mine, theirs};
use crate::id::{AskId, CommitmentId, ConversationId, PersonId, ReferralId, StoryId};
use crate::questions::Question;
use crate::words::words;

pub use earlier::Earlier;

pub mod ask_behind;
pub mod capture_referral;
pub mod earlier;
pub mod edit;
pub mod ideas;
pub mod promise;
pub mod record;
pub mod record_talks;
pub mod rung;
pub mod talks;
pub mod thank_you;
pub mod thanks;
pub mod what_follows;

words! {
    /// How far a conversation went. The order is the ladder's; what lies behind it is E21.
    pub enum Ladder {
        /// It happens. The next may be better.
        NotMuch = "not_much",
        /// They listened: "tell me more".
        Listened = "listened",
        /// They named someone, with or without an organization.
        NamedSomeone = "named_someone",
        /// They made the call for the seeker.
        MadeTheCall = "made_the_call",
    }
}

words! {
    /// What a conversation did to an idea.
    pub enum Warmth {
        /// It speaks for it.
        Warmer = "warmer",
        /// It speaks against it.
        Colder = "colder",
    }
}

/// A direction that came up, and whether it looks better or worse since.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Heard {
    /// The direction, as the idea is called.
    pub direction: String,
    /// Warmer or colder.
    pub warmth: Warmth,
}

/// A conversation that was held.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Conversation {
    /// Its id.
    pub id: ConversationId,
    /// With whom.
    pub person: PersonId,
    /// The ask that led to it; a conversation needs none.
    pub ask: Option<AskId>,
    /// The day.
    pub held_on: Date,
    /// How far it went.
    pub ladder: Ladder,
    /// What was learned, in the seeker's words.
    pub learned: Option<String>,
    /// Directions that became warmer or colder.
    pub directions: Vec<Heard>,
    /// Organizations that were named without a person.
    pub organizations: Vec<String>,
    /// Which version of the story was told.
    pub story: Option<StoryId>,
    /// The day on which the seeker thanked them.
    pub thanked_on: Option<Date>,
    /// The day on which the seeker last wrote to them since, to stay in touch.
    #[serde(default)]
    pub in_touch_on: Option<Date>,
    /// The questions that led further, as they were asked.
    #[serde(default)]
    pub led_further: Vec<Question>,
}

impl Conversation {
    /// Labels and privacy of the columns.
    pub const FIELDS: &[Field] = &[
        theirs("person", "Person", "With whom."),
        mine("ask", "Ask", "The ask that led to it."),
        mine("held_on", "Held on", "The day."),
        mine("ladder", "How far it went", "Not much, listened, named someone, made the call."),
        theirs("learned", "What you learned", "In your words."),
        mine("directions", "Directions", "Warmer or colder since."),
        theirs("organizations", "Organizations", "Named without a person."),
        mine("story", "Story", "The version you told."),
        mine("thanked_on", "Thanked on", "The day you thanked them."),
        mine("in_touch_on", "In touch on", "The day you last wrote to them since."),
        mine("led_further", "Led further", "The questions that led further."),
    ];
}

impl Noun for Conversation {
    fn key(&self) -> Key {
        self.id.into()
    }
    fn mentions(&self) -> Vec<Key> {
        let mut keys: Vec<Key> = vec![self.person.into()];
        keys.extend(self.ask.map(Key::from));
        keys.extend(self.story.map(Key::from));
        keys
    }
}

/// A person named by a person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Referral {
    /// Its id.
    pub id: ReferralId,
    /// Who named them.
    pub by: PersonId,
    /// Who was named.
    pub person: PersonId,
    /// The conversation in which it happened; none when it came with the answer to an ask.
    pub conversation: Option<ConversationId>,
    /// The ask to which it was the answer.
    pub ask: Option<AskId>,
    /// The day.
    pub named_on: Date,
    /// Whether the giver said they would make it warm themselves.
    pub introduction: bool,
    /// The day on which they did.
    pub introduced_on: Option<Date>,
    /// The day on which the seeker told the giver how it went. A courtesy; no evidence either way (E23).
    pub reported_on: Option<Date>,
}

impl Referral {
    /// Labels and privacy of the columns.
    pub const FIELDS: &[Field] = &[
        theirs("by", "Named by", "Who named them."),
        theirs("person", "Named", "Who was named."),
        mine("conversation", "In", "The conversation in which it happened."),
        mine("ask", "Answering", "The ask to which it was the answer."),
        mine("named_on", "Named on", "The day."),
        theirs("introduction", "Introduction", "They said they would introduce you."),
        theirs("introduced_on", "Introduced on", "The day they did."),
        mine("reported_on", "Reported back on", "The day you told them how it went."),
    ];
}

impl Noun for Referral {
    fn key(&self) -> Key {
        self.id.into()
    }
    fn mentions(&self) -> Vec<Key> {
        let mut keys: Vec<Key> = vec![self.by.into(), self.person.into()];
        keys.extend(self.conversation.map(Key::from));
        keys.extend(self.ask.map(Key::from));
        keys
    }
}

words! {
    /// Who promised.
    pub enum Side {
        /// The seeker.
        Mine = "mine",
        /// The other.
        Theirs = "theirs",
    }
}

words! {
    /// What became of a promise.
    pub enum CommitmentState {
        /// It stands.
        Open = "open",
        /// It was kept.
        Kept = "kept",
        /// It is no longer expected.
        Released = "released",
    }
}

/// A promise by either side.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Commitment {
    /// Its id.
    pub id: CommitmentId,
    /// The other person.
    pub person: PersonId,
    /// The conversation in which it was made.
    pub conversation: Option<ConversationId>,
    /// Who promised.
    pub side: Side,
    /// What, as a short phrase: "send the training outline".
    pub text: String,
    /// The day on which it was made.
    pub made_on: Date,
    /// The day by which; none when no day was named.
    pub due_on: Option<Date>,
    /// What became of it.
    pub state: CommitmentState,
    /// The day on which it was kept or released.
    pub settled_on: Option<Date>,
    /// The day on which the seeker reminded them of it, kindly and once.
    #[serde(default)]
    pub reminded_on: Option<Date>,
}

impl Commitment {
    /// Labels and privacy of the columns.
    pub const FIELDS: &[Field] = &[
        theirs("person", "Person", "The other side."),
        mine("conversation", "In", "The conversation in which it was made."),
        mine("side", "Who promised", "You or they."),
        theirs("text", "Promise", "What was promised."),
        mine("made_on", "Made on", "The day."),
        mine("due_on", "Due on", "The day by which."),
        mine("state", "State", "Open, kept or released."),
        mine("settled_on", "Settled on", "The day it was kept or released."),
        mine("reminded_on", "Reminded on", "The day you reminded them."),
    ];
}

impl Noun for Commitment {
    fn key(&self) -> Key {
        self.id.into()
    }
    fn mentions(&self) -> Vec<Key> {
        let mut keys: Vec<Key> = vec![self.person.into()];
        keys.extend(self.conversation.map(Key::from));
        keys
    }
}
