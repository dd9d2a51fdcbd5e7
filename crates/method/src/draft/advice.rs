//! Advice on a draft: what could be better and may stay.
//!
//! Serves the draft check. One file per rule; those that look at words share the engine of the faults, those that look
//! at the draft as a whole are in `whole`. It refuses to speak where a fault stands: first things first.

pub mod ask_for_half_an_hour;
pub mod ask_one_thing;
pub mod ask_without_apology;
pub mod end_with_a_question;
pub mod keep_it_short;
pub mod leave_the_brain_alone;
pub mod leave_the_resume_at_home;
pub mod more_about_them;
pub mod name_what_it_is_about;
pub mod praise_one_true_thing;
pub mod whole;

use whole::WholeRule;

/// Every rule that looks at the draft as a whole.
pub const WHOLE_RULES: &[&WholeRule] = &[
    &ask_for_half_an_hour::RULE,
    &end_with_a_question::RULE,
    &keep_it_short::RULE,
    &more_about_them::RULE,
    &ask_one_thing::RULE,
];
