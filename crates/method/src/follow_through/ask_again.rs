//! Ask again once the day has come that they named with "not now".
//!
//! Serves following through. They said "not before", so a day off moves it to the business day after, never before.

use jiff::civil::Date;

use crate::ask::{Answer, Ask};
use crate::campaign::Campaign;
use crate::change::Decision;
use crate::day::plus_days;
use crate::follow_through::call_the_referred::asked_by_call;
use crate::follow_through::due::{Due, MoveRule, Unneeded};
use crate::follow_through::view::View;
use crate::id::Ids;
use crate::rules::Rule;

/// The rule.
pub const RULE: Rule = Rule {
    name: "ask_again",
    says: "Ask again once the day has come that they named.",
    why: "\"Not now\" with a day is nearly a yes, and asking again is what they suggested.",
    evidence: &["M11", "E13"],
};

/// The rule, as it makes moves.
pub const MOVE: MoveRule =
    MoveRule { rule: &RULE, code: "again", due, done, by_saying: true, unneeded: Unneeded::ForGood };

/// Days after a "not now" without a day.
const WITHOUT_A_DAY: i32 = 28;

fn due(view: &View) -> Vec<Due> {
    let put_off = view.campaign.asks.values().filter(|ask| ask.answer == Some(Answer::NotNow));
    let last = put_off.filter(|ask| view.last_ask_to(ask.person).is_some_and(|last| last.id == ask.id));
    let open = last.filter(|ask| {
        let talked = view.talks_with(ask.person).iter().any(|talk| talk.held_on >= answered_on(ask));
        !talked && !view.leaves_alone(ask.person)
    });
    let due = open.map(|ask| Due {
        person: Some(ask.person),
        about: ask.id.into(),
        due_on: due_on(view, ask),
        expires_on: None,
        text: format!("Ask {} again.", view.name(ask.person)),
        why: why(view, ask),
        command: Some(format!("halfhour ask {}", ask.person)),
    });
    due.collect()
}

fn answered_on(ask: &Ask) -> Date {
    ask.answered_on.unwrap_or(ask.asked_on)
}

fn due_on(view: &View, ask: &Ask) -> Date {
    let named = ask.until_on.unwrap_or_else(|| plus_days(answered_on(ask), WITHOUT_A_DAY));
    view.workdays.on_or_after(named)
}

fn why(view: &View, ask: &Ask) -> String {
    let answered = view.day(answered_on(ask));
    match ask.until_on {
        Some(until_on) => format!("On {answered} they said: not before {}.", view.day(until_on)),
        None => format!("On {answered} they said: not now."),
    }
}

fn done(campaign: &Campaign, ids: &Ids, today: Date, due: &Due) -> Decision {
    asked_by_call(campaign, ids, today, due)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::follow_through::scene::{Scene, check};

    #[rstest::rstest]
    #[case::on_the_day_they_named(Scene::on(9).asks("Maria").not_now("Maria", 19), 19, &["19 again-a1"])]
    #[case::on_monday_when_it_is_a_saturday(Scene::on(9).asks("Maria").not_now("Maria", 21), 20, &["23 again-a1"])]
    #[case::far_ahead_it_is_silent(Scene::on(2).asks("Maria").not_now("Maria", 19), 9, &[])]
    #[case::asking_ends_it(Scene::on(2).asks("Maria").not_now("Maria", 9).later_on(10).asks("Maria"), 11, &[])]
    #[case::talking_ends_it(Scene::on(2).asks("Maria").not_now("Maria", 9).later_on(10).talks_with("Maria"), 11, &[])]
    #[case::done_is_a_new_ask(Scene::on(2).asks("Maria").not_now("Maria", 9).later_on(9).done("again-a1"), 9, &[])]
    fn one_asks_again(#[case] scene: Scene, #[case] today: i32, #[case] moves: &[&str]) {
        check(&MOVE, scene, today, moves);
    }
}
