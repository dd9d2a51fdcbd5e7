//! Let an ask go that stayed silent after asking once more (E15).
//!
//! Serves following through. Letting go is a step like any other: the ask is closed as silent and nags no more.

use jiff::civil::Date;

use crate::ask::answer::{Said, answer_ask};
use crate::campaign::Campaign;
use crate::change::Decision;
use crate::follow_through::due::{Due, MoveRule, Unneeded};
use crate::follow_through::prepare_before_the_meeting::ask_of;
use crate::follow_through::silence::{Stage, silences};
use crate::follow_through::view::View;
use crate::id::Ids;
use crate::rules::Rule;

/// The rule.
pub const RULE: Rule = Rule {
    name: "let_go_kindly",
    says: "When it stays quiet after that, let it go.",
    why: "It says nothing about you. Their door stays open, and your time goes to the next person.",
    evidence: &["E15", "M13"],
};

/// The rule, as it makes moves.
pub const MOVE: MoveRule =
    MoveRule { rule: &RULE, code: "letgo", due, done, by_saying: true, unneeded: Unneeded::ForGood };

fn due(view: &View) -> Vec<Due> {
    let due = silences(view).into_iter().filter_map(|(ask, stage)| {
        let Stage::LetGo(due_on) = stage else {
            return None;
        };
        Some(Due {
            person: Some(ask.person),
            about: ask.id.into(),
            due_on,
            expires_on: None,
            text: format!("Let your ask to {} go.", view.name(ask.person)),
            why: format!("It has been quiet since {}. Silence is seldom about you.", view.day(ask.asked_on)),
            command: None,
        })
    });
    due.collect()
}

fn done(campaign: &Campaign, ids: &Ids, today: Date, due: &Due) -> Decision {
    let person = ask_of(campaign, due)?.person;
    answer_ask(campaign, ids, today, person, Said::Silent, None)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::follow_through::scene::{Scene, check};

    #[rstest::rstest]
    #[case::seven_working_days_after_asking_once_more(
        Scene::on(2).asks("Maria").later_on(11).done("remind-a1"), 20, &["20 letgo-a1"])]
    #[case::also_when_nobody_asked_once_more(Scene::on(2).asks("Maria"), 20, &["20 letgo-a1"])]
    #[case::not_before(Scene::on(2).asks("Maria"), 19, &[])]
    #[case::letting_go_is_done(Scene::on(2).asks("Maria").later_on(20).done("letgo-a1"), 21, &[])]
    #[case::also_when_once_more_is_not_needed(
        Scene::on(2).asks("Maria").later_on(11).not_needed("remind-a1"), 13, &["20 letgo-a1"])]
    #[case::not_needed_it_stays_open(Scene::on(2).asks("Maria").later_on(20).not_needed("letgo-a1"), 30, &[])]
    #[case::asking_once_more_late_gives_it_time(
        Scene::on(2).asks("Maria").later_on(18).done("remind-a1"), 20, &["27 letgo-a1"])]
    fn it_is_let_go(#[case] scene: Scene, #[case] today: i32, #[case] moves: &[&str]) {
        check(&MOVE, scene, today, moves);
    }
}
