//! After seven quiet business days, ask once more, in another form (E15).
//!
//! Serves following through. Once means once: what follows is letting go.

use jiff::civil::Date;

use crate::ask::marks::mark_reminded;
use crate::ask::{Ask, Form};
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
            text: text(view, ask),
            why: format!("No answer since {}; one more try is welcome.", view.day(ask.asked_on)),
            command: Some(format!("halfhour ask {} --form {}", ask.person, another_form(view, ask).word())),
        })
    });
    due.collect()
}

fn text(view: &View, ask: &Ask) -> String {
    let name = view.name(ask.person);
    match (ask.form, another_form(view, ask)) {
        (Form::Voicemail, _) => format!("Call {name} again, as you said on their voicemail."),
        (_, Form::Email) => format!("Ask {name} once more, this time by e-mail."),
        (Form::Message, Form::Message) => format!("Send {name} one more message."),
        (_, Form::Message) => format!("Ask {name} once more, this time with a message."),
        (_, Form::Call | Form::Voicemail) => format!("Ask {name} once more, this time with a call."),
    }
}

/// Another way to reach them, of those that are known. A voicemail says that the seeker calls again, and so it is.
pub(super) fn another_form(view: &View, ask: &Ask) -> Form {
    let shown = view.campaign.shown(ask.person);
    let by_mail = !shown.emails().is_empty();
    let by_phone = !shown.phones().is_empty();
    let by_message = by_phone || !shown.links().is_empty();
    match ask.form {
        Form::Voicemail => Form::Call,
        Form::Call if !by_mail && by_message => Form::Message,
        Form::Call => Form::Email,
        Form::Message if !by_phone && by_mail => Form::Email,
        Form::Message if !by_phone && by_message => Form::Message,
        Form::Email if !by_phone && by_message => Form::Message,
        Form::Email | Form::Message => Form::Call,
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

    #[rstest::rstest]
    #[case::nothing_is_known(Form::Call, None, "by e-mail", "email")]
    #[case::only_their_number(Form::Call, Some(PHONE), "with a message", "message")]
    #[case::their_address(Form::Call, Some(MAIL), "by e-mail", "email")]
    #[case::as_the_voicemail_says(Form::Voicemail, Some(PHONE), "as you said on their voicemail", "call")]
    #[case::a_letter(Form::Email, Some(PHONE), "with a call", "call")]
    #[case::only_a_page(Form::Email, Some("linkedin.com/in/maria"), "with a message", "message")]
    #[case::only_a_page_again(Form::Message, Some("linkedin.com/in/maria"), "one more message", "message")]
    #[case::only_an_address(Form::Message, Some(MAIL), "by e-mail", "email")]
    fn the_other_form_is_one_by_which_they_can_be_reached(
        #[case] form: Form,
        #[case] reach: Option<&str>,
        #[case] says: &str,
        #[case] word: &str,
    ) {
        let mut campaign = asked_at_harborview().campaign;
        let ask = campaign.asks.values_mut().next().unwrap();
        ask.form = form;
        let person = ask.person;
        let told = campaign.people.get_mut(&person).unwrap();
        match reach {
            Some(MAIL) => told.emails = vec![MAIL.to_owned()],
            Some(PHONE) => told.phones = vec![PHONE.to_owned()],
            other => told.links.extend(other.map(str::to_owned)),
        }
        let moves = crate::follow_through::moves::moves(&campaign, crate::follow_through::scene::day(18));
        let part = moves.iter().flat_map(|one| &one.parts).find(|part| part.rule == RULE.name).unwrap();
        assert!(part.text.contains(says), "{}", part.text);
        assert_eq!(part.command.as_deref(), Some(format!("halfhour ask {person} --form {word}").as_str()));
    }

    const PHONE: &str = "+1 555 0100";
    const MAIL: &str = "maria@example.com";
}
