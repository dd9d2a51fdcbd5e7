//! Choose whom to call next: after a talk that was not much help, or when nothing at all is open (M12, M13).
//!
//! Serves following through. It names nobody: whom to call, and why, is the slate's to say. Choosing is done by asking.

use jiff::civil::Date;

use crate::campaign::Campaign;
use crate::change::{Decision, Refusal};
use crate::conversation::{Conversation, Ladder};
use crate::day::plus_days;
use crate::follow_through::due::{Due, MoveRule, Unneeded};
use crate::follow_through::prepare_before_the_meeting::meetings_ahead;
use crate::follow_through::view::View;
use crate::id::Ids;
use crate::rules::Rule;

/// The rule.
pub const RULE: Rule = Rule {
    name: "choose_the_next",
    says: "After a talk that led nowhere, and when nothing is open, choose the next person.",
    why: "If the first person is not much help, the next may be. One call is a small step.",
    evidence: &["M12", "M13", "E11"],
};

/// The rule, as it makes moves.
pub const MOVE: MoveRule =
    MoveRule { rule: &RULE, code: "next", due, done, by_saying: false, unneeded: Unneeded::RestsFor(7) };

/// Days after which a talk that led nowhere no longer asks for a next one.
const LET_GO_AFTER: i32 = 14;

fn due(view: &View) -> Vec<Due> {
    after_not_much(view).or_else(|| when_nothing_is_open(view)).into_iter().collect()
}

fn after_not_much(view: &View) -> Option<Due> {
    let talks = view.campaign.conversations.values();
    let last = talks.max_by_key(|talk| (talk.held_on, talk.id)).filter(|talk| talk.ladder == Ladder::NotMuch)?;
    let asked_since = view.campaign.asks.values().any(|ask| ask.asked_on >= last.held_on && Some(ask.id) != last.ask);
    let still_of_use = view.today <= plus_days(last.held_on, LET_GO_AFTER);
    (!asked_since && still_of_use && !somebody_waits(view)).then(|| after(view, last))
}

fn after(view: &View, talk: &Conversation) -> Due {
    Due {
        person: None,
        about: talk.id.into(),
        due_on: view.workdays.after(talk.held_on, 1),
        expires_on: Some(plus_days(talk.held_on, LET_GO_AFTER)),
        text: "Choose whom to call next.".to_owned(),
        why: format!("Your last talk, {}, led to little. It happens; the next may help.", view.when(talk.held_on)),
        command: Some("halfhour next".to_owned()),
    }
}

fn when_nothing_is_open(view: &View) -> Option<Due> {
    let asked = view.campaign.asks.values().any(|ask| ask.is_open() && !view.leaves_alone(ask.person));
    let open = view.is_busy || asked || meetings_ahead(view).next().is_some() || somebody_waits(view);
    (!open).then(|| nothing_open(view))
}

/// A free day of the week has no calls; the move waits for the next working day.
fn nothing_open(view: &View) -> Due {
    let due_on = view.workdays.on_or_after(view.today);
    let nobody = view.campaign.people.is_empty();
    let (text, why, command) = if nobody {
        (
            "Write down the people you know.",
            "Your list is empty, and every search begins with one name.",
            "list add NAME",
        )
    } else {
        ("Choose whom to call next.", "Nothing is open at the moment. One call sets things moving.", "next")
    };
    Due {
        person: None,
        about: view.campaign.direction.id.into(),
        due_on,
        expires_on: None,
        text: text.to_owned(),
        why: why.to_owned(),
        command: Some(format!("halfhour {command}")),
    }
}

fn somebody_waits(view: &View) -> bool {
    view.campaign.referrals.values().any(|referral| view.waits(referral))
}

fn done(_: &Campaign, _: &Ids, _: Date, _: &Due) -> Decision {
    Err(Refusal::method(
        "The next person is chosen by asking them.",
        "`halfhour next` says whom to call and why, `halfhour ask log PERSON` records the ask.",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::follow_through::scene::{Scene, check};

    #[rstest::rstest]
    #[case::with_an_empty_list(Scene::on(16), 16, &["16 next-d1"])]
    #[case::when_nothing_is_open(Scene::on(16).knows("Maria", "Harborview"), 16, &["16 next-d1"])]
    #[case::not_on_a_sunday(Scene::on(16).knows("Maria", "Harborview"), 22, &["23 next-d1"])]
    #[case::not_while_an_ask_is_open(Scene::on(16).asks("Maria"), 16, &[])]
    #[case::not_while_somebody_waits_for_a_call(Scene::on(16).referred_by("Maria", "Dan"), 16, &[])]
    #[case::after_a_talk_that_led_nowhere(Scene::on(16).talks_with("Maria"), 16, &["17 next-c1"])]
    #[case::not_after_one_that_did(Scene::on(16).talks_and_learns("Maria"), 16, &[])]
    #[case::asking_the_next_does_it(Scene::on(16).talks_with("Maria").asks("Dan"), 16, &[])]
    #[case::a_far_promise_is_no_busy_week(Scene::on(2).promises("Maria", Some(30)), 3, &["3 next-d1"])]
    fn the_next_is_chosen(#[case] scene: Scene, #[case] today: i32, #[case] moves: &[&str]) {
        check(&MOVE, scene, today, moves);
    }
}
