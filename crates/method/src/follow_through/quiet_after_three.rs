//! After three quiet business days, try a second person in that organization (E15).
//!
//! Where nobody else there is on the list, somebody elsewhere is as good a call meanwhile.
//!
//! Serves following through. It is silent where the organization is not known, or somebody there was asked since; until
//! then nobody else there is asked in parallel. From the seventh business day on the next rule takes over.

use jiff::civil::Date;

use crate::ask::marks::mark_second_tried;
use crate::campaign::Campaign;
use crate::change::Decision;
use crate::follow_through::due::{Due, MoveRule, Unneeded};
use crate::follow_through::silence::{self, Stage, silences};
use crate::follow_through::view::View;
use crate::id::{AskId, Id, Ids};
use crate::rules::Rule;
use crate::speech::ways::typed;

/// The rule.
pub const RULE: Rule = Rule {
    name: "quiet_after_three",
    says: "When an ask stays quiet for three working days, try a second person there, or call somebody elsewhere.",
    why: "People are busy, and silence is seldom a no. A second door keeps you moving.",
    evidence: &["E15"],
};

/// Its short name in ids.
pub(super) const CODE: &str = "quiet";

/// The rule, as it makes moves.
pub const MOVE: MoveRule =
    MoveRule { rule: &RULE, code: CODE, due, done, by_saying: true, unneeded: Unneeded::ForGood };

fn due(view: &View) -> Vec<Due> {
    let due = silences(view).into_iter().filter_map(|(ask, stage)| {
        let Stage::SecondPerson(due_on, organization) = stage else {
            return None;
        };
        let is_another_there = silence::is_another_there(view, ask, &organization);
        let (text, command) = if is_another_there {
            (format!("Try a second person at {organization}."), format!("halfhour next --at {}", typed(&organization)))
        } else {
            ("Call somebody else meanwhile.".to_owned(), "halfhour next".to_owned())
        };
        Some(Due {
            person: Some(ask.person),
            about: ask.id.into(),
            due_on,
            expires_on: None,
            text,
            why: format!("{} has not answered since {}.", view.name(ask.person), view.day(ask.asked_on)),
            command: Some(command),
        })
    });
    due.collect()
}

fn done(campaign: &Campaign, _: &Ids, today: Date, due: &Due) -> Decision {
    mark_second_tried(campaign, today, AskId::from_number(due.about.number))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::follow_through::scene::{Scene, check};

    fn asked_at_harborview() -> Scene {
        Scene::on(9).knows("Maria", "Harborview").knows("Dan", "harborview").asks("Maria")
    }

    #[rstest::rstest]
    #[case::after_three_working_days(asked_at_harborview(), 12, &["12 quiet-a1"])]
    #[case::until_the_next_rule_takes_over(asked_at_harborview(), 18, &[])]
    #[case::not_after_an_answer(asked_at_harborview().accepts("Maria", 17), 12, &[])]
    #[case::a_second_person_there_was_asked(asked_at_harborview().later_on(12).asks("Dan"), 12, &["17 quiet-a2"])]
    #[case::however_the_name_is_written(
        asked_at_harborview().knows("Ruth", "The Harborview, Inc.").later_on(12).asks("Ruth"), 12, &["17 quiet-a2"])]
    #[case::not_where_the_search_is_quiet(asked_at_harborview().works_at("Harborview"), 12, &[])]
    #[case::done_is_done(asked_at_harborview().later_on(12).done("quiet-a1"), 12, &[])]
    #[case::nowhere_to_try_somebody_else(Scene::on(9).asks("Maria"), 12, &[])]
    fn a_second_person_is_tried(#[case] scene: Scene, #[case] today: i32, #[case] moves: &[&str]) {
        check(&MOVE, scene, today, moves);
    }

    #[rstest::rstest]
    #[case::somebody_is_there(
        asked_at_harborview(),
        "Try a second person at Harborview.",
        "halfhour next --at \"Harborview\""
    )]
    #[case::nobody_is(Scene::on(9).knows("Maria", "Harborview").asks("Maria"), NOBODY.0, NOBODY.1)]
    #[case::they_are_set_aside(asked_at_harborview().sets_aside("Dan"), NOBODY.0, NOBODY.1)]
    #[case::they_are_forgotten(asked_at_harborview().forgets("Dan"), NOBODY.0, NOBODY.1)]
    fn the_step_leads_somewhere(#[case] scene: Scene, #[case] text: &str, #[case] command: &str) {
        let moves = crate::follow_through::moves::moves(&scene.campaign, crate::follow_through::scene::day(12));
        let part = moves.iter().flat_map(|one| &one.parts).find(|part| part.rule == RULE.name).unwrap();
        assert_eq!((part.text.as_str(), part.command.as_deref()), (text, Some(command)));
    }

    const NOBODY: (&str, &str) = ("Call somebody else meanwhile.", "halfhour next");
}
