//! The seeker's own words for an ask: for one person, or as their usual text with slots (row M5). It keeps words and
//! decides nothing.

use serde::{Deserialize, Serialize};

use super::Form;
use crate::change::{Key, Noun};
use crate::field::{Field, mine};
use crate::id::{PersonId, WordingId};

/// Own words for one form of the ask.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Wording {
    /// Its id.
    pub id: WordingId,
    /// Whom it is for; none when it is the usual text, with slots.
    pub person: Option<PersonId>,
    /// How it is asked.
    pub form: Form,
    /// The words.
    pub text: String,
}

impl Wording {
    /// Labels and privacy of the columns.
    pub const FIELDS: &[Field] = &[
        mine("person", "Person", "Whom these words are for; nobody in particular when they are your usual ones."),
        mine("form", "How", "By call, voicemail, e-mail or message."),
        mine("text", "Your words", "What you say or write."),
    ];
}

impl Noun for Wording {
    fn key(&self) -> Key {
        self.id.into()
    }
    fn mentions(&self) -> Vec<Key> {
        self.person.map(Key::from).into_iter().collect()
    }
}
