//! Find a day after a yes without one, or after a meeting that fell through (M11).
//!
//! Serves following through. Without it an accepted ask whose meeting was cancelled would be nobody's move. After a
//! month it may be let go, and says so.

use jiff::civil::Date;

use crate::ask::{Answer, Ask, MeetingState};
use crate::campaign::Campaign;
use crate::change::{Decision, Refusal};
use crate::day::plus_days;
use crate::follow_through::due::{Due, MoveRule, Unneeded};
use crate::follow_through::prepare_before_the_meeting::ask_of;
use crate::follow_through::view::View;
use crate::id::Ids;
use crate::rules::Rule;

/// The rule.
pub const RULE: Rule = Rule {
    name: "set_up_the_meeting",
    says: "After a yes, find the day; after a meeting that fell through, find another.",
    why: "They said yes once, and would most likely say it again.",
    evidence: &["M11"],
};

/// The rule, as it makes moves.
pub const MOVE: MoveRule =
    MoveRule { rule: &RULE, code: "arrange", due, done, by_saying: false, unneeded: Unneeded::ForGood };

/// Days after which it may be let go.
const LET_GO_AFTER: i32 = 30;

fn due(view: &View) -> Vec<Due> {
    let accepted = view.campaign.asks.values().filter(|ask| ask.answer == Some(Answer::Accepted));
    let open = accepted.filter(|ask| {
        ask.planned_meeting().is_none()
            && view.talk_after(ask.id).is_none()
            && view.last_ask_to(ask.person).is_some_and(|last| last.id == ask.id)
            && !view.leaves_alone(ask.person)
    });
    let due = open.map(|ask| {
        let (due_on, why) = day_and_reason(view, ask);
        Due {
            person: Some(ask.person),
            about: ask.id.into(),
            due_on,
            expires_on: Some(plus_days(due_on, LET_GO_AFTER)),
            text: format!("Find a day with {}.", view.name(ask.person)),
            why,
            command: Some(format!("halfhour ask answer {} accepted --on DAY", ask.person)),
        }
    });
    due.collect()
}

fn day_and_reason(view: &View, ask: &Ask) -> (Date, String) {
    let yes_on = ask.answered_on.unwrap_or(ask.asked_on);
    match ask.meeting.as_ref().map(|meeting| (meeting.state, view.campaign.at_home(meeting).on)) {
        Some((MeetingState::Missed, on)) => {
            (view.workdays.after(on, 1), format!("Your meeting on {} did not take place.", view.day(on)))
        }
        Some((_, on)) => {
            (view.workdays.on_or_before(on).max(yes_on), format!("Your meeting on {} was called off.", view.day(on)))
        }
        None => (view.workdays.after(yes_on, 1), format!("They said yes {}; a day is missing.", view.when(yes_on))),
    }
}

fn done(campaign: &Campaign, _: &Ids, _: Date, due: &Due) -> Decision {
    let person = ask_of(campaign, due)?.person;
    Err(Refusal::method(
        "Only a day that is agreed does that.",
        format!("`halfhour ask answer {person} accepted --on DAY` writes it down."),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::follow_through::scene::{Scene, check};

    #[rstest::rstest]
    #[case::by_the_day_of_the_meeting_that_was_called_off(
        Scene::on(16).asks("Maria").accepts("Maria", 19).cancelled("Maria"), 16, &["19 arrange-a1"])]
    #[case::the_day_after_one_that_was_missed(
        Scene::on(16).asks("Maria").accepts("Maria", 19).missed("Maria"), 19, &["20 arrange-a1"])]
    #[case::not_while_a_meeting_stands(Scene::on(16).asks("Maria").accepts("Maria", 19), 19, &[])]
    #[case::not_once_they_talked(
        Scene::on(16).asks("Maria").accepts("Maria", 19).cancelled("Maria").later_on(20).talks_with("Maria"), 20, &[])]
    #[case::it_does_not_end_without_a_word(
        Scene::on(2).asks("Maria").accepts("Maria", 3).missed("Maria"), 40, &["4 arrange-a1"])]
    #[case::let_go_is_gone(
        Scene::on(2).asks("Maria").accepts("Maria", 3).missed("Maria").later_on(40).not_needed("arrange-a1"), 41, &[])]
    fn another_day_is_found(#[case] scene: Scene, #[case] today: i32, #[case] moves: &[&str]) {
        check(&MOVE, scene, today, moves);
    }
}
