//! Begin again with an easy message when nothing was asked for a while (E11).
//!
//! Serves following through. It asks for nothing and names nobody: whom one likes to write to, one knows best oneself.
//! It is silent until something was asked at all, and while anything is under way.

use jiff::civil::Date;

use crate::campaign::Campaign;
use crate::change::Decision;
use crate::day::plus_days;
use crate::direction::week::warmed_up;
use crate::follow_through::due::{Due, MoveRule, Unneeded};
use crate::follow_through::prepare_before_the_meeting::meetings_ahead;
use crate::follow_through::view::View;
use crate::id::Ids;
use crate::rules::Rule;

/// The rule.
pub const RULE: Rule = Rule {
    name: "warm_up",
    says: "When you have asked nobody for a while, first write to somebody you like, and ask for nothing.",
    why: "Writing to people one is close to makes it easier to write to the others. It takes five minutes.",
    evidence: &["E11", "M12"],
};

/// The rule, as it makes moves.
pub const MOVE: MoveRule =
    MoveRule { rule: &RULE, code: "warm", due, done, by_saying: true, unneeded: Unneeded::RestsFor(QUIET) };

/// Days without an ask or a conversation.
const QUIET: i32 = 14;

fn due(view: &View) -> Vec<Due> {
    let Some(last_on) = last_step(view).filter(|_| meetings_ahead(view).next().is_none()) else {
        return Vec::new();
    };
    if plus_days(last_on, QUIET) > view.today {
        return Vec::new();
    }
    vec![Due {
        person: None,
        about: view.campaign.direction.id.into(),
        // An easy message is never late.
        due_on: view.workdays.on_or_after(view.today),
        expires_on: None,
        text: "Write an easy message to somebody you like, and ask for nothing.".to_owned(),
        why: format!("Your last step was {}. An easy one first makes the next one easier.", view.when(last_on)),
        command: None,
    }]
}

/// The last day on which the seeker asked, talked or warmed up; none while the search has not begun.
fn last_step(view: &View) -> Option<Date> {
    let asks = view.campaign.asks.values().flat_map(|ask| [Some(ask.asked_on), ask.reminded_on]);
    let talks = view.campaign.conversations.values().map(|talk| Some(talk.held_on));
    let began = asks.chain(talks).flatten().max()?;
    Some(view.campaign.week.warmed_up_on.map_or(began, |day| day.max(began)))
}

fn done(campaign: &Campaign, _: &Ids, today: Date, _: &Due) -> Decision {
    Ok(warmed_up(campaign, today))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::follow_through::scene::{Scene, check};

    #[rstest::rstest]
    #[case::after_two_quiet_weeks(Scene::on(2).asks("Maria"), 16, &["16 warm-d1"])]
    #[case::never_overdue(Scene::on(2).asks("Maria"), 20, &["20 warm-d1"])]
    #[case::not_before_anything_was_asked(Scene::on(2).knows("Maria", "Mercy"), 30, &[])]
    #[case::not_while_a_meeting_is_ahead(Scene::on(2).asks("Maria").accepts("Maria", 20), 17, &[])]
    #[case::a_new_ask_starts_the_two_weeks_anew(Scene::on(2).asks("Maria").later_on(10).asks("Dan"), 16, &[])]
    #[case::not_needed_it_rests_as_long(Scene::on(2).asks("Maria").later_on(16).not_needed("warm-d1"), 29, &["30 warm-d1"])]
    #[case::done_it_rests_for_two_weeks(Scene::on(2).asks("Maria").later_on(16).done("warm-d1"), 20, &[])]
    #[case::not_on_a_day_off(Scene::on(1).asks("Maria"), 15, &["16 warm-d1"])]
    fn one_warms_up(#[case] scene: Scene, #[case] today: i32, #[case] moves: &[&str]) {
        check(&MOVE, scene, today, moves);
    }
}
