//! Third step, the questions: what to ask in half an hour, before anybody is asked for it (rows M6, M9).

use serde::{Deserialize, Serialize};

use crate::change::{Key, Noun};
use crate::field::{Field, mine, theirs};
use crate::id::{PersonId, QuestionPlanId};
use crate::words::words;

pub mod ends_with_another_person;
pub mod led_further;
pub mod library;
pub mod minutes;
pub mod next_time;
pub mod plan;
pub mod questions_before_the_ask;
pub mod questions_do_not_ask_for_a_job;
pub mod questions_stay_open;
pub mod report;
pub mod set_questions;
pub mod slots;
pub mod strengths_have_proof;

words! {
    /// What a question is after. The order is that of a good half hour (E20).
    pub enum QuestionKind {
        /// How they did it.
        HowTheyDidIt = "how_they_did_it",
        /// What changes in their field.
        Trends = "trends",
        /// What they see that others do not.
        Insight = "insight",
        /// What they would do.
        Advice = "advice",
        /// What to read, join or visit.
        Resources = "resources",
        /// What could be done next.
        Assignments = "assignments",
        /// Where a strength could be of use.
        StrengthToPlace = "strength_to_place",
        /// Whether a direction is a good one.
        Direction = "direction",
        /// Who else; always the last.
        People = "people",
        /// The seeker's own.
        Own = "own",
    }
}

/// One question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// What it is after.
    pub kind: QuestionKind,
    /// The words to say.
    pub text: String,
    /// Whether the seeker keeps it for the half hours to come, with whomever they are.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub next_time: bool,
}

impl Question {
    /// A question for this half hour.
    pub fn new(kind: QuestionKind, text: impl Into<String>) -> Self {
        Question { kind, text: text.into(), next_time: false }
    }
}

/// The questions for one person, in the order in which they are asked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct QuestionPlan {
    /// Its id.
    pub id: QuestionPlanId,
    /// Whom they are for.
    pub person: PersonId,
    /// The questions. The last one asks for another person.
    pub questions: Vec<Question>,
}

impl QuestionPlan {
    /// Labels and privacy of the columns.
    pub const FIELDS: &[Field] = &[
        theirs("person", "Person", "Whom they are for."),
        mine("questions", "Questions", "What you want to ask, in order."),
    ];
}

impl Noun for QuestionPlan {
    fn key(&self) -> Key {
        self.id.into()
    }
    fn mentions(&self) -> Vec<Key> {
        vec![self.person.into()]
    }
}
