//! The catalogue of every rule: what it says, and what it rests on.
//!
//! Each rule stands in a file of its own, beside the step that it serves, and here in one line. Every move, every
//! suggestion and every finding names its rule.

use crate::follow_through;

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
    // Following through, ordered by what is lost by waiting.
    &follow_through::prepare_before_the_meeting::RULE,
    &follow_through::record_after_the_meeting::RULE,
    &follow_through::thank_within_a_day::RULE,
    &follow_through::keep_what_you_promised::RULE,
    &follow_through::call_the_referred::RULE,
    &follow_through::set_up_the_meeting::RULE,
    &follow_through::ask_again::RULE,
    &follow_through::report_back::RULE,
    &follow_through::quiet_after_three::RULE,
    &follow_through::quiet_after_seven::RULE,
    &follow_through::let_go_kindly::RULE,
    &follow_through::choose_the_next::RULE,
];
