//! What the seeker reads about their own search, said to somebody else: a coach is not "you" (row M16).
//!
//! Serves the page to share. It changes whose search it is and nothing of what is said.

use crate::momentum::funnel::Step;

/// Sentences of momentum, with the seeker out of them.
const OF_THE_SEEKER: &[(&str, &str)] = &[
    ("you need nobody new from your list", "nobody new from the list is needed"),
    ("Your search feeds itself", "The search feeds itself"),
    ("your search", "the search"),
    ("your list", "the list"),
    ("Your last conversation", "The last conversation"),
    (" call for you", " call"),
];

/// A sentence about the search, for somebody else.
pub(super) fn retold(text: &str) -> String {
    OF_THE_SEEKER.iter().fold(text.to_owned(), |text, (own, other)| text.replace(own, other))
}

impl Step {
    /// As it is said to somebody else.
    pub fn said_of_another(self) -> &'static str {
        match self {
            Step::OnTheList => "On the list",
            Step::Asked | Step::Accepted | Step::NamedSomeone => self.in_plain_words(),
            Step::Held => "Talked",
            Step::MadeTheCall => "Made a call",
        }
    }
}
