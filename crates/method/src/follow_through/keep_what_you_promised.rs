//! Keep what you promised, by the day you named.
//!
//! Serves following through. A promise without a day is due within five business days. It stands until it is kept or
//! released, in the next search too.

use jiff::civil::Date;

use crate::campaign::Campaign;
use crate::change::Decision;
use crate::conversation::promise::settle_commitment;
use crate::conversation::{Commitment, CommitmentState};
use crate::follow_through::due::{Due, MoveRule, Unneeded};
use crate::follow_through::resting::standing;
use crate::follow_through::view::View;
use crate::id::{CommitmentId, Id, Ids};
use crate::rules::Rule;

/// The rule.
pub const RULE: Rule = Rule {
    name: "keep_what_you_promised",
    says: "Keep what you promised, by the day you named; within a week when you named none.",
    why: "A small promise kept is the best reason for somebody to name you further.",
    evidence: &["M11"],
};

/// The rule, as it makes moves.
pub const MOVE: MoveRule =
    MoveRule { rule: &RULE, code: "keep", due, done, by_saying: true, unneeded: Unneeded::Says(release) };

/// Business days within which a promise without a day is due.
const WITHOUT_A_DAY: u32 = 5;

fn due(view: &View) -> Vec<Due> {
    let due = standing(view.campaign).into_iter().map(|promise| Due {
        person: Some(promise.person),
        about: promise.id.into(),
        due_on: due_on(view, promise),
        expires_on: None,
        text: format!("Keep your promise to {}: {}.", view.name(promise.person), promise.text.trim_end_matches('.')),
        why: why(view, promise),
        command: None,
    });
    due.collect()
}

fn due_on(view: &View, promise: &Commitment) -> Date {
    match promise.due_on {
        Some(named) => view.workdays.on_or_before(named).max(promise.made_on),
        None => view.workdays.after(promise.made_on, WITHOUT_A_DAY),
    }
}

fn why(view: &View, promise: &Commitment) -> String {
    let made = view.when(promise.made_on);
    match promise.due_on {
        Some(named) => format!("You promised it {made}, by {}.", view.day(named)),
        None => format!("You promised it {made}."),
    }
}

fn done(campaign: &Campaign, _: &Ids, today: Date, due: &Due) -> Decision {
    settle_commitment(campaign, today, CommitmentId::from_number(due.about.number), CommitmentState::Kept)
}

/// A promise that is not needed any more is released, so that the timeline says the same.
fn release(campaign: &Campaign, _: &Ids, today: Date, due: &Due) -> Decision {
    settle_commitment(campaign, today, CommitmentId::from_number(due.about.number), CommitmentState::Released)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::follow_through::scene::{Scene, check};

    #[rstest::rstest]
    #[case::on_its_day(Scene::on(16).promises("Maria", Some(19)), 16, &["19 keep-m1"])]
    #[case::on_friday_when_its_day_is_a_sunday(Scene::on(16).promises("Maria", Some(22)), 16, &["20 keep-m1"])]
    #[case::within_a_week_when_no_day_was_named(Scene::on(16).promises("Maria", None), 16, &["23 keep-m1"])]
    #[case::it_stands_until_kept(Scene::on(16).promises("Maria", Some(19)), 60, &["19 keep-m1"])]
    #[case::far_ahead_it_is_silent(Scene::on(16).promises("Maria", Some(30)), 16, &[])]
    #[case::kept_is_kept(Scene::on(16).promises("Maria", Some(19)).done("keep-m1"), 19, &[])]
    #[case::not_needed_is_released(Scene::on(16).promises("Maria", Some(19)).not_needed("keep-m1"), 19, &[])]
    #[case::theirs_is_not_yours(Scene::on(16).promised_by("Maria", 19), 19, &[])]
    #[case::it_rests_when_they_decline(
        Scene::on(16).promises("Maria", Some(19)).asks("Maria").declines("Maria"), 19, &[])]
    #[case::and_comes_back_when_you_talk_after_all(
        Scene::on(16).promises("Maria", Some(19)).asks("Maria").declines("Maria").later_on(18).talks_with("Maria"),
        18, &["19 keep-m1"])]
    #[case::nothing_for_those_set_aside(Scene::on(16).promises("Maria", Some(19)).sets_aside("Maria"), 19, &[])]
    fn one_keeps_it(#[case] scene: Scene, #[case] today: i32, #[case] moves: &[&str]) {
        check(&MOVE, scene, today, moves);
    }
}
