//! Confirm a meeting on the business day before, and prepare for it.
//!
//! Serves following through. What was agreed on that day or later is confirmed already. It falls silent once the day of the meeting is over, or the talk is recorded.

use jiff::civil::Date;

use crate::ask::marks::{found, mark_prepared};
use crate::ask::{Ask, Meeting};
use crate::campaign::Campaign;
use crate::change::{Decision, Refusal};
use crate::day::plus_days;
use crate::follow_through::due::{Due, MoveRule, Unneeded};
use crate::follow_through::view::View;
use crate::id::{AskId, Id, Ids};
use crate::rules::Rule;

/// The rule.
pub const RULE: Rule = Rule {
    name: "prepare_before_the_meeting",
    says: "Confirm a meeting on the working day before, and prepare for it.",
    why: "A line keeps it from being forgotten. And a half hour is short: with your questions ready you can spend it listening.",
    evidence: &["M9", "M11", "E20"],
};

/// The rule, as it makes moves.
pub const MOVE: MoveRule =
    MoveRule { rule: &RULE, code: "prepare", due, done, by_saying: true, unneeded: Unneeded::ForGood };

fn due(view: &View) -> Vec<Due> {
    let asks = meetings_ahead(view).filter(|(ask, _)| ask.prepared_on.is_none());
    let due = asks.map(|(ask, meeting)| {
        let home = view.campaign.at_home(meeting);
        let (name, due_on) = (view.name(ask.person), day_before(view, ask, home.on));
        let meet = format!("You meet {}{}.", view.when(home.on), home.at_time());
        let is_confirmed = ask.answered_on.is_some_and(|agreed_on| agreed_on >= due_on);
        let (text, why) = if is_confirmed || view.today >= home.on {
            (format!("Prepare for your half hour with {name}."), meet)
        } else {
            let text = format!("Confirm your half hour with {name}, and prepare for it.");
            (text, format!("{meet} One line from you is enough to confirm it."))
        };
        Due {
            person: Some(ask.person),
            about: ask.id.into(),
            due_on,
            expires_on: Some(home.on),
            text,
            why,
            command: Some(format!("halfhour sheet {}", ask.person)),
        }
    });
    due.collect()
}

/// Meetings that stand and were not talked about yet, with those whom one may call.
pub(crate) fn meetings_ahead<'a>(view: &View<'a>) -> impl Iterator<Item = (&'a Ask, &'a Meeting)> {
    let meetings = view.campaign.asks.values().filter_map(|ask| Some((ask, ask.planned_meeting()?)));
    meetings.filter(|(ask, _)| view.talk_after(ask.id).is_none() && !view.leaves_alone(ask.person))
}

/// Never before the meeting was agreed.
fn day_before(view: &View, ask: &Ask, meets_on: Date) -> Date {
    let before = view.workdays.on_or_before(plus_days(meets_on, -1));
    before.max(ask.answered_on.unwrap_or(ask.asked_on)).min(meets_on)
}

fn done(campaign: &Campaign, _: &Ids, today: Date, due: &Due) -> Decision {
    mark_prepared(campaign, today, AskId::from_number(due.about.number))
}

/// The ask that a part is about.
pub(super) fn ask_of<'a>(campaign: &'a Campaign, due: &Due) -> Result<&'a Ask, Refusal> {
    found(campaign, AskId::from_number(due.about.number))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::follow_through::scene::{Scene, check, day};

    #[rstest::rstest]
    #[case::on_the_working_day_before(Scene::on(16).asks("Maria").accepts("Maria", 19), 17, &["18 prepare-a1"])]
    #[case::on_friday_for_a_monday(Scene::on(16).asks("Maria").accepts("Maria", 23), 17, &["20 prepare-a1"])]
    #[case::at_once_for_tomorrow(Scene::on(16).asks("Maria").accepts("Maria", 17), 16, &["16 prepare-a1"])]
    #[case::at_once_for_today(Scene::on(16).asks("Maria").accepts("Maria", 16), 16, &["16 prepare-a1"])]
    #[case::still_on_the_day_itself(Scene::on(16).asks("Maria").accepts("Maria", 19), 19, &["18 prepare-a1"])]
    #[case::no_longer_the_day_after(Scene::on(16).asks("Maria").accepts("Maria", 19), 20, &[])]
    #[case::done_is_done(Scene::on(16).asks("Maria").accepts("Maria", 19).done("prepare-a1"), 17, &[])]
    #[case::not_for_a_meeting_that_was_called_off(Scene::on(16).asks("Maria").accepts("Maria", 19).cancelled("Maria"), 17, &[])]
    fn one_prepares(#[case] scene: Scene, #[case] today: i32, #[case] moves: &[&str]) {
        check(&MOVE, scene, today, moves);
    }

    #[rstest::rstest]
    #[case::the_day_before(19, 18, "Confirm your half hour with Maria, and prepare for it.")]
    #[case::some_days_ahead(19, 16, "Confirm your half hour with Maria, and prepare for it.")]
    #[case::agreed_yesterday_for_today(17, 16, "Prepare for your half hour with Maria.")]
    #[case::on_the_day_it_is_too_late_for_that(19, 19, "Prepare for your half hour with Maria.")]
    fn what_was_agreed_earlier_is_confirmed(#[case] meeting: i32, #[case] today: i32, #[case] text: &str) {
        let scene = Scene::on(16).asks("Maria").accepts("Maria", meeting);
        let due = due(&View::of(&scene.campaign, day(today)));
        assert_eq!(due[0].text, text);
        assert_eq!(due[0].why.contains("confirm"), text.starts_with("Confirm"));
    }
}
