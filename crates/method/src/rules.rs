//! The catalogue of every rule: what it says, and what it rests on.
//!
//! Each rule stands in a file of its own, beside the step that it serves, and here in one line. Every move, every
//! suggestion and every finding names its rule.

use crate::list::{path, slate};
use crate::{ask, case, draft, follow_through, momentum, questions, story};

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
    // list: whom to call next
    &slate::start_with_those_named_to_you::RULE,
    &slate::start_with_those_you_know_and_respect::RULE,
    &slate::learn_from_those_who_made_your_move::RULE,
    &slate::ask_those_who_do_it_already::RULE,
    &slate::mix_in_ties_of_middle_strength::RULE,
    &slate::look_into_organizations_you_want::RULE,
    &slate::wake_a_long_silent_tie::RULE,
    &slate::seek_a_view_from_outside::RULE,
    &slate::guess_until_you_mark::RULE,
    &slate::leave_out_whom_you_set_aside::RULE,
    &slate::accept_a_no::RULE,
    &slate::meeting_comes_first::RULE,
    &slate::wait_for_the_answer::RULE,
    &slate::wait_until_the_day::RULE,
    &slate::let_an_ask_rest::RULE,
    &slate::let_a_conversation_rest::RULE,
    &slate::keep_the_search_quiet::RULE,
    &slate::one_person_per_organization::RULE,
    &slate::show_the_comfortable_choice_too::RULE,
    &slate::look_for_people_like_you::RULE,
    &slate::say_what_was_before::RULE,
    // list: the way in
    &path::take_the_direct_way::RULE,
    &path::go_through_those_who_know_them::RULE,
    &path::expect_long_ways_to_break::RULE,
    // case
    &case::purpose_is_not_vague::RULE,
    &case::outcome_is_not_a_job::RULE,
    &case::a_reason_for_this_person::RULE,
    // questions
    &questions::questions_before_the_ask::RULE,
    &questions::questions_stay_open::RULE,
    &questions::questions_do_not_ask_for_a_job::RULE,
    &questions::strengths_have_proof::RULE,
    &questions::led_further::RULE,
    &questions::ends_with_another_person::RULE,
    // story
    &story::story_fits_ninety_seconds::RULE,
    &story::story_shows_a_proof::RULE,
    &story::story_tells_what_changed::RULE,
    &story::story_is_no_list_of_duties::RULE,
    &story::story_speaks_plainly::RULE,
    &story::story_names_a_direction::RULE,
    &story::story_does_not_end_flat::RULE,
    &story::story_asks_for_no_job::RULE,
    // ask
    &ask::one_open_ask_at_a_time::RULE,
    &ask::one_organization_at_a_time::RULE,
    // the draft check, which every text passes
    &draft::asks_for_a_job::RULE.rule,
    &draft::asks_who_is_hiring::RULE.rule,
    &draft::makes_it_their_problem::RULE.rule,
    &draft::advice::ask_for_half_an_hour::RULE.rule,
    &draft::advice::name_what_it_is_about::RULE.rule,
    &draft::advice::end_with_a_question::RULE.rule,
    &draft::advice::keep_it_short::RULE.rule,
    &draft::advice::more_about_them::RULE.rule,
    &draft::advice::ask_one_thing::RULE.rule,
    &draft::advice::leave_the_brain_alone::RULE.rule,
    &draft::advice::leave_the_resume_at_home::RULE.rule,
    &draft::advice::praise_one_true_thing::RULE.rule,
    &draft::advice::ask_without_apology::RULE.rule,
    // follow through, ordered by what is lost by waiting
    &follow_through::prepare_before_the_meeting::RULE,
    &follow_through::record_after_the_meeting::RULE,
    &follow_through::thank_within_a_day::RULE,
    &follow_through::keep_what_you_promised::RULE,
    &follow_through::call_the_referred::RULE,
    &follow_through::set_up_the_meeting::RULE,
    &follow_through::ask_again::RULE,
    &follow_through::report_back::RULE,
    &follow_through::remind_of_their_offer::RULE,
    &follow_through::quiet_after_three::RULE,
    &follow_through::quiet_after_seven::RULE,
    &follow_through::let_go_kindly::RULE,
    &follow_through::stay_in_touch::RULE,
    &follow_through::warm_up::RULE,
    &follow_through::choose_the_next::RULE,
    // momentum
    &momentum::judge_the_pace_from_eight_conversations_on::RULE,
    &momentum::claim_only_what_is_nearly_sure::RULE,
];
