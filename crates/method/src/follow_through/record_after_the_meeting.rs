//! Write down how it went, from the day of a meeting on.
//!
//! Serves following through. Before that day it stands in the week as the meeting itself, so that nobody misses it. It
//! ends when the talk is recorded, or the meeting was called off or missed; saying "done" alone is refused.

use jiff::civil::Date;

use crate::campaign::Campaign;
use crate::change::{Decision, Refusal};
use crate::follow_through::due::{Due, MoveRule, Unneeded};
use crate::follow_through::prepare_before_the_meeting::{ask_of, meetings_ahead};
use crate::follow_through::view::View;
use crate::id::Ids;
use crate::rules::Rule;

/// The rule.
pub const RULE: Rule = Rule {
    name: "record_after_the_meeting",
    says: "Write down how it went on the day of the meeting.",
    why: "Names and promises fade within hours, and the next steps follow from them.",
    evidence: &["M11", "M16"],
};

/// The rule, as it makes moves.
pub const MOVE: MoveRule = MoveRule {
    rule: &RULE,
    code: "record",
    due,
    done,
    by_saying: false,
    unneeded: Unneeded::Says(say_what_became_of_it),
};

fn due(view: &View) -> Vec<Due> {
    let due = meetings_ahead(view).map(|(ask, meeting)| {
        let (name, home) = (view.name(ask.person), view.campaign.at_home(meeting));
        let text = if home.on < view.today {
            format!("Write down how it went with {name}.")
        } else {
            format!("Meet {name}{}, then write down how it went.", home.at_time())
        };
        let why = if home.on < view.today {
            format!("You were to meet {}. What comes next follows from it.", view.when(home.on))
        } else {
            "They said yes to your half hour.".to_owned()
        };
        let command = Some(format!("halfhour conversation {}", ask.person));
        Due { person: Some(ask.person), about: ask.id.into(), due_on: home.on, expires_on: None, text, why, command }
    });
    due.collect()
}

fn done(campaign: &Campaign, _: &Ids, _: Date, due: &Due) -> Decision {
    let person = ask_of(campaign, due)?.person;
    Err(Refusal::method(
        format!("Only writing down how it went with {} does that.", campaign.name(person)),
        format!(
            "`halfhour conversation {person}` records it. If it did not take place, say so with \
             `halfhour ask missed {person}`."
        ),
    ))
}

/// A meeting took place or it did not; either is worth knowing.
fn say_what_became_of_it(campaign: &Campaign, _: &Ids, _: Date, due: &Due) -> Decision {
    let person = ask_of(campaign, due)?.person;
    Err(Refusal::method(
        format!("Your meeting with {} stands, so what became of it is needed.", campaign.name(person)),
        format!(
            "Called off: `halfhour ask cancel {person}`. It did not take place: `halfhour ask missed {person}`. It did: \
             `halfhour conversation {person}`"
        ),
    ))
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;
    use jiff::civil::time;

    use super::*;
    use crate::change::No;
    use crate::day::own_clock::OwnClock;
    use crate::follow_through::done::done;
    use crate::follow_through::moves::moves;
    use crate::follow_through::scene::{Scene, check, day};

    #[rstest::rstest]
    #[case::on_the_day(Scene::on(16).asks("Maria").accepts("Maria", 19), 19, &["19 record-a1"])]
    #[case::until_it_is_recorded(Scene::on(16).asks("Maria").accepts("Maria", 19), 30, &["19 record-a1"])]
    #[case::the_meeting_stands_in_the_week(Scene::on(16).asks("Maria").accepts("Maria", 19), 16, &["19 record-a1"])]
    #[case::recording_does_it(Scene::on(16).asks("Maria").accepts("Maria", 19).later_on(19).talks_with("Maria"), 20, &[])]
    #[case::missed_is_no_talk(Scene::on(16).asks("Maria").accepts("Maria", 19).later_on(19).missed("Maria"), 20, &[])]
    #[case::nothing_for_those_set_aside(Scene::on(16).asks("Maria").accepts("Maria", 19).sets_aside("Maria"), 19, &[])]
    fn one_writes_it_down(#[case] scene: Scene, #[case] today: i32, #[case] moves: &[&str]) {
        check(&MOVE, scene, today, moves);
    }

    #[test]
    fn a_meeting_in_another_zone_is_on_the_day_that_it_is_here() {
        let mut scene = Scene::on(16).asks("Maria").accepts("Maria", 19);
        scene.campaign.own_clock = OwnClock::new(|there, _| Some(there.saturating_sub(10.hours())));
        let mut ask = scene.campaign.asks.values().next().unwrap().clone();
        let meeting = ask.meeting.as_mut().unwrap();
        (meeting.time, meeting.zone) = (Some(time(9, 0, 0, 0)), Some("Asia/Tokyo".to_owned()));
        scene.campaign.apply([ask.into()]);
        let moves = moves(&scene.campaign, day(16));
        let told: Vec<(Date, &str, &str)> =
            moves.iter().map(|one| (one.due_on, one.text.as_str(), one.why.as_str())).collect();
        let prepare = (
            "Confirm your half hour with Maria, and prepare for it.",
            "You meet on Wednesday 18 November at 23:00 your time. One line from you is enough to confirm it.",
        );
        assert_eq!(told[0], (day(17), prepare.0, prepare.1));
        assert_eq!((told[1].0, told[1].1), (day(18), "Meet Maria at 23:00 your time, then write down how it went."));
    }

    #[test]
    fn saying_done_is_not_enough() {
        let scene = Scene::on(16).asks("Maria").accepts("Maria", 19);
        let no = done(&scene.campaign, &scene.ids, day(19), "record-a1", None).unwrap_err();
        assert_eq!(no.kind, No::Method);
        assert!(no.hint.starts_with("`halfhour conversation p1`"), "{}", no.hint);
    }
}
