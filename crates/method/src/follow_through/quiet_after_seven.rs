//! After seven quiet business days, ask once more, in another form (E15).
//!
//! Serves following through. Once means once: what follows is letting go.

use jiff::civil::Date;

use crate::ask::Form;
use crate::ask::marks::mark_reminded;
use crate::campaign::Campaign;
use crate::change::Decision;
use crate::follow_through::due::{Due, MoveRule, Unneeded};
use crate::follow_through::silence::{Stage, silences};
use crate::follow_through::view::View;
use crate::id::{AskId, Id, Ids};
use crate::rules::Rule;

/// The rule.
pub const RULE: Rule = Rule {
    name: "quiet_after_seven",
    says: "When an ask stays quiet for seven working days, ask once more, in another form.",
    why: "A message gets buried, a voicemail is missed. Another form may reach them.",
    evidence: &["E15"],
};

/// Its short name in ids.
pub(super) const CODE: &str = "remind";

/// The rule, as it makes moves.
pub const MOVE: MoveRule =
    MoveRule { rule: &RULE, code: CODE, due, done, by_saying: true, unneeded: Unneeded::ForGood };

fn due(view: &View) -> Vec<Due> {
    let due = silences(view).into_iter().filter_map(|(ask, stage)| {
        let Stage::OnceMore(due_on) = stage else {
            return None;
        };
        Some(Due {
            person: Some(ask.person),
            about: ask.id.into(),
            due_on,
            expires_on: None,
            text: format!("Ask {} once more, {}.", view.name(ask.person), another_form(ask.form)),
            why: format!("No answer since {}; one more try is welcome.", view.day(ask.asked_on)),
            command: Some(format!("halfhour ask {}", ask.person)),
        })
    });
    due.collect()
}

fn another_form(form: Form) -> &'static str {
    match form {
        Form::Call | Form::Voicemail => "this time by e-mail",
        Form::Email | Form::Message => "this time with a call",
    }
}

fn done(campaign: &Campaign, _: &Ids, today: Date, due: &Due) -> Decision {
    mark_reminded(campaign, today, AskId::from_number(due.about.number))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::follow_through::scene::{Scene, check};

    fn asked_at_harborview() -> Scene {
        Scene::on(9).knows("Maria", "Harborview").asks("Maria")
    }

    #[rstest::rstest]
    #[case::after_seven_working_days(asked_at_harborview(), 18, &["18 remind-a1"])]
    #[case::ahead_once_a_second_person_was_tried(
        asked_at_harborview().later_on(12).done("quiet-a1"), 12, &["18 remind-a1"])]
    #[case::not_while_a_second_person_is_still_to_be_tried(asked_at_harborview(), 17, &[])]
    #[case::once_means_once(asked_at_harborview().later_on(18).done("remind-a1"), 19, &[])]
    #[case::not_needed_it_goes_on_to_letting_go(
        Scene::on(9).asks("Maria").later_on(18).not_needed("remind-a1"), 18, &[])]
    #[case::where_no_second_person_is_needed_it_is_seen_ahead(
        asked_at_harborview().later_on(12).not_needed("quiet-a1"), 12, &["18 remind-a1"])]
    #[case::not_after_an_answer(asked_at_harborview().later_on(17).declines("Maria"), 18, &[])]
    #[case::putting_the_second_person_off_puts_this_off_too(
        asked_at_harborview().later_on(12).later("quiet-a1", 17), 18, &[])]
    fn one_asks_once_more(#[case] scene: Scene, #[case] today: i32, #[case] moves: &[&str]) {
        check(&MOVE, scene, today, moves);
    }
}
