//! The catalogue of every rule: what it says, and what it rests on.
//!
//! Each rule stands in a file of its own, beside the step that it serves, and here in one line. Every move, every
//! suggestion and every finding names its rule.

/// One rule of the method.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// Its name, a sentence in snake case: `thank_within_a_day`.
    pub name: &'static str,
    /// What it says, as one would tell a friend.
    pub says: &'static str,
    /// Why, in one sentence.
    pub why: &'static str,
    /// Ids of the evidence that it rests on; `method` and the row where it is the method itself, such as `M11`.
    pub evidence: &'static [&'static str],
}

/// Every rule, step by step.
pub const RULES: &[&Rule] = &[
    // case
    &crate::case::purpose_is_not_vague::RULE,
    &crate::case::outcome_is_not_a_job::RULE,
    &crate::case::a_reason_for_this_person::RULE,
    // questions
    &crate::questions::questions_before_the_ask::RULE,
    &crate::questions::questions_stay_open::RULE,
    &crate::questions::questions_do_not_ask_for_a_job::RULE,
    &crate::questions::ends_with_another_person::RULE,
    // story
    &crate::story::story_fits_ninety_seconds::RULE,
    &crate::story::story_names_a_direction::RULE,
    &crate::story::story_does_not_end_flat::RULE,
    // ask
    &crate::ask::one_open_ask_at_a_time::RULE,
    &crate::ask::one_organization_at_a_time::RULE,
];
