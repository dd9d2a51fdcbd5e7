//! Second step, the case: for what purpose this person is called, and which outcome is sought (row M8).

use serde::{Deserialize, Serialize};

use crate::change::{Key, Noun};
use crate::field::{Field, mine, theirs};
use crate::id::{CaseId, PersonId};

pub mod a_reason_for_this_person;
pub mod about_them;
pub mod bearing;
pub(crate) mod near;
pub mod outcome_is_not_a_job;
pub mod prefill;
pub mod purpose_is_not_vague;
pub mod remark;
pub mod report;
pub mod set_case;
mod their_move;
pub mod version;
pub mod wants_a_job;
pub mod whom;

/// The case for one person, in the seeker's words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Case {
    /// Its id.
    pub id: CaseId,
    /// Whom it is for.
    pub person: PersonId,
    /// What the call is for.
    pub purpose: String,
    /// What the seeker hopes to know or have afterwards. Never a job.
    pub outcome: String,
    /// Why this person.
    pub why: String,
}

impl Case {
    /// Labels and privacy of the columns.
    pub const FIELDS: &[Field] = &[
        theirs("person", "Person", "Whom it is for."),
        mine("purpose", "Purpose", "What you call for: a field, a role, organizations."),
        mine("outcome", "Outcome", "What you hope to know afterwards."),
        theirs("why", "Why this person", "What they know that you need."),
    ];
}

impl Noun for Case {
    fn key(&self) -> Key {
        self.id.into()
    }
    fn mentions(&self) -> Vec<Key> {
        vec![self.person.into()]
    }
}
