//! Remind somebody kindly, and once, of what they offered (M11).
//!
//! Serves following through. It waits until their own day has passed, or a good week where none was named. A second
//! reminder would be pressure, so there is none; three weeks later it may be left with them, and says so.

use jiff::civil::Date;

use crate::campaign::Campaign;
use crate::change::Decision;
use crate::conversation::promise::remind;
use crate::conversation::{Commitment, CommitmentState, Side};
use crate::day::plus_days;
use crate::follow_through::due::{Due, MoveRule, Unneeded};
use crate::follow_through::view::View;
use crate::id::{CommitmentId, Id, Ids};
use crate::rules::Rule;

/// The rule.
pub const RULE: Rule = Rule {
    name: "remind_of_their_offer",
    says: "When nothing came of what they offered, remind them kindly, and only once.",
    why: "People mean what they offer, and forget it in a busy week. One friendly line is welcome; two are pressure.",
    evidence: &["M11"],
};

/// The rule, as it makes moves.
pub const MOVE: MoveRule =
    MoveRule { rule: &RULE, code: "offer", due, done, by_saying: true, unneeded: Unneeded::ForGood };

/// Working days after the day that they named.
const AFTER_THEIR_DAY: u32 = 2;
/// Working days after they offered it, where they named no day.
const WITHOUT_A_DAY: u32 = 7;
/// Days after which it may be left with them.
const LET_GO_AFTER: i32 = 21;

fn due(view: &View) -> Vec<Due> {
    let theirs = view.campaign.commitments.values().filter(|promise| promise.side == Side::Theirs);
    let open = theirs.filter(|promise| promise.state == CommitmentState::Open && promise.reminded_on.is_none());
    let due = open.filter(|promise| !view.leaves_alone(promise.person)).map(|promise| {
        let due_on = due_on(view, promise);
        Due {
            person: Some(promise.person),
            about: promise.id.into(),
            due_on,
            expires_on: Some(plus_days(due_on, LET_GO_AFTER)),
            text: format!(
                "Remind {} kindly of what they offered: {}.",
                view.name(promise.person),
                promise.text.trim_end_matches('.')
            ),
            why: format!("They offered it {}. Once is enough; then leave it with them.", view.when(promise.made_on)),
            command: None,
        }
    });
    due.collect()
}

fn due_on(view: &View, promise: &Commitment) -> Date {
    match promise.due_on {
        Some(named) => view.workdays.after(named, AFTER_THEIR_DAY),
        None => view.workdays.after(promise.made_on, WITHOUT_A_DAY),
    }
}

fn done(campaign: &Campaign, _: &Ids, today: Date, due: &Due) -> Decision {
    remind(campaign, today, CommitmentId::from_number(due.about.number))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::follow_through::scene::{Scene, check};

    #[rstest::rstest]
    #[case::two_working_days_after_their_day(Scene::on(9).gets_a_promise_of("Maria", Some(12)), 16, &["16 offer-m1"])]
    #[case::seven_where_they_named_none(Scene::on(9).gets_a_promise_of("Maria", None), 14, &["18 offer-m1"])]
    #[case::only_once(Scene::on(9).gets_a_promise_of("Maria", Some(12)).later_on(16).done("offer-m1"), 30, &[])]
    #[case::it_does_not_end_without_a_word(Scene::on(2).gets_a_promise_of("Maria", Some(3)), 27, &["5 offer-m1"])]
    #[case::not_what_you_promised(Scene::on(9).promises("Maria", Some(12)), 16, &[])]
    #[case::nothing_of_those_set_aside(Scene::on(9).gets_a_promise_of("Maria", Some(12)).sets_aside("Maria"), 16, &[])]
    fn they_are_reminded_once(#[case] scene: Scene, #[case] today: i32, #[case] moves: &[&str]) {
        check(&MOVE, scene, today, moves);
    }
}
