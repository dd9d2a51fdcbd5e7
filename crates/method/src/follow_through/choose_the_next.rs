//! Choose whom to call next: after a talk that was not much help, when less is under way than the week's plan asks for,
//! or, without a plan, when nothing at all is open (M12, M13, E30).
//!
//! Serves following through. It names nobody: whom to call, and why, is the slate's to say. Choosing is done by asking.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::campaign::Campaign;
use crate::change::{Decision, Refusal};
use crate::conversation::{Conversation, Ladder};
use crate::day::{plus_days, week_start};
use crate::follow_through::due::{Due, MoveRule, Unneeded};
use crate::follow_through::prepare_before_the_meeting::meetings_ahead;
use crate::follow_through::slots;
use crate::follow_through::view::View;
use crate::id::{Ids, PersonId};
use crate::rules::Rule;

/// The rule.
pub const RULE: Rule = Rule {
    name: "choose_the_next",
    says: "After a talk that led nowhere, and when less is under way than you planned, choose the next person.",
    why: "If the first person is not much help, the next may be. One call is a small step.",
    evidence: &["M12", "M13", "E11", "E30"],
};

/// The rule, as it makes moves.
pub const MOVE: MoveRule =
    MoveRule { rule: &RULE, code: "next", due, done, by_saying: false, unneeded: Unneeded::RestsFor(7) };

/// Days after which a talk that led nowhere no longer asks for a next one.
const LET_GO_AFTER: i32 = 14;

fn due(view: &View) -> Vec<Due> {
    let short = after_not_much(view).or_else(|| when_less_is_under_way(view));
    short.or_else(|| when_nothing_is_open(view)).into_iter().collect()
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

/// The seeker's own plan asks for more than is asked, arranged or held this week, and than are named to be called.
fn when_less_is_under_way(view: &View) -> Option<Due> {
    let planned = usize::try_from(view.campaign.week.goal()).ok().filter(|planned| *planned > 0)?;
    let under_way = under_way(view);
    let waiting: BTreeSet<PersonId> =
        view.campaign.referrals.values().filter(|one| view.waits(one)).map(|one| one.person).collect();
    if view.campaign.people.is_empty() || under_way + waiting.len() >= planned {
        return None;
    }
    let plan = if planned == 1 { "one conversation".to_owned() } else { format!("{planned} conversations") };
    let so_far = match under_way {
        0 => "none is under way".to_owned(),
        1 => "one is under way".to_owned(),
        more => format!("{more} are under way"),
    };
    Some(Due {
        due_on: slots::next_day(view).unwrap_or_else(|| view.workdays.on_or_after(view.today)),
        why: format!("Your plan for a week is {plan}; {so_far}."),
        ..nothing_open(view)
    })
}

/// Asks that are open, meetings that stand, and what was held this week already, each person once.
fn under_way(view: &View) -> usize {
    let open = view.campaign.asks.values().filter(|ask| ask.is_open() && !view.leaves_alone(ask.person));
    let (monday, held) = (week_start(view.today), view.campaign.conversations.values());
    let held = held.filter(|talk| (monday..=view.today).contains(&talk.held_on));
    let people = open.map(|ask| ask.person).chain(held.map(|talk| talk.person));
    people.chain(meetings_ahead(view).map(|(ask, _)| ask.person)).collect::<BTreeSet<_>>().len()
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
    #[case::when_less_is_open_than_planned(Scene::on(16).plans(2, &[]).asks("Maria"), 16, &["16 next-d1"])]
    #[case::on_the_next_day_of_your_own_times(Scene::on(16).plans(2, &["thu 10"]).asks("Maria"), 16, &["19 next-d1"])]
    #[case::one_for_each_of_your_times(Scene::on(16).plans(0, &["tue 10", "thu 10"]).asks("Maria"), 16, &["17 next-d1"])]
    #[case::not_when_enough_is_under_way(Scene::on(16).plans(2, &[]).asks("Maria").asks("Dan"), 16, &[])]
    #[case::a_conversation_of_this_week_counts(
        Scene::on(16).plans(2, &[]).asks("Maria").talks_and_learns("Dan"), 16, &[])]
    #[case::so_does_somebody_who_waits_for_a_call(
        Scene::on(13).plans(1, &[]).referred_by("Maria", "Dan").later_on(16), 16, &[])]
    #[case::a_far_promise_is_no_busy_week(Scene::on(2).promises("Maria", Some(30)), 3, &["3 next-d1"])]
    fn the_next_is_chosen(#[case] scene: Scene, #[case] today: i32, #[case] moves: &[&str]) {
        check(&MOVE, scene, today, moves);
    }
}
