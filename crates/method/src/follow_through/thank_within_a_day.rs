//! Thank them within a working day of a conversation (E22).
//!
//! Serves following through. Two weeks after the talk it may be let go, and says so. Whoever came onto the list after that
//! gets no late thanks.

use jiff::civil::Date;

use crate::campaign::Campaign;
use crate::change::Decision;
use crate::conversation::Conversation;
use crate::conversation::thanks::thank;
use crate::day::plus_days;
use crate::follow_through::due::{Due, MoveRule, Unneeded};
use crate::follow_through::view::View;
use crate::id::{ConversationId, Id, Ids};
use crate::rules::Rule;

/// The rule.
pub const RULE: Rule = Rule {
    name: "thank_within_a_day",
    says: "Thank them within a working day.",
    why: "They gave you their time. Thanks are best while both of you remember what was said.",
    evidence: &["E22"],
};

/// The rule, as it makes moves.
pub const MOVE: MoveRule =
    MoveRule { rule: &RULE, code: "thank", due, done, by_saying: true, unneeded: Unneeded::ForGood };

/// Days after the talk after which it may be let go.
const LET_GO_AFTER: i32 = 14;

fn due(view: &View) -> Vec<Due> {
    let open = view.campaign.conversations.values().filter(|talk| talk.thanked_on.is_none());
    let due = open.filter(|talk| !view.leaves_alone(talk.person) && !came_late(view, talk)).map(|talk| Due {
        person: Some(talk.person),
        about: talk.id.into(),
        due_on: view.workdays.after(talk.held_on, 1),
        expires_on: Some(plus_days(talk.held_on, LET_GO_AFTER)),
        text: format!("Thank {}.", view.name(talk.person)),
        why: format!("They gave you their time {}.", view.when(talk.held_on)),
        command: None,
    });
    due.collect()
}

/// The command that shows a thank-you made of what was said; none where another rule made the move.
pub(super) fn draft(rule: &MoveRule, due: &Due) -> Option<String> {
    (rule.code == MOVE.code).then(|| format!("halfhour conversation thanks {}", due.about))
}

/// Whether they came onto the list when thanks for this were late already: a talk of long ago, written down for the record.
fn came_late(view: &View, talk: &Conversation) -> bool {
    let listed_on = view.campaign.people.get(&talk.person).map(|person| person.listed_on);
    listed_on.is_some_and(|on| on > plus_days(talk.held_on, LET_GO_AFTER))
}

fn done(campaign: &Campaign, _: &Ids, today: Date, due: &Due) -> Decision {
    thank(campaign, today, ConversationId::from_number(due.about.number))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::follow_through::scene::{Scene, check, day};

    #[rstest::rstest]
    #[case::the_day_after(Scene::on(24).talks_with("Maria"), 24, &["25 thank-c1"])]
    #[case::on_monday_after_a_friday(Scene::on(20).talks_with("Maria"), 20, &["23 thank-c1"])]
    #[case::on_monday_after_a_saturday(Scene::on(21).talks_with("Maria"), 22, &["23 thank-c1"])]
    #[case::overdue_it_keeps_its_day(Scene::on(10).talks_with("Maria"), 24, &["11 thank-c1"])]
    #[case::it_does_not_end_without_a_word(Scene::on(10).talks_with("Maria"), 40, &["11 thank-c1"])]
    #[case::four_weeks_later_it_is_over(Scene::on(10).talks_with("Maria"), 53, &[])]
    #[case::let_go_is_gone(Scene::on(10).talks_with("Maria").later_on(26).not_needed("thank-c1"), 27, &[])]
    #[case::not_needed_is_gone(Scene::on(24).talks_with("Maria").not_needed("thank-c1"), 25, &[])]
    #[case::done_is_done(Scene::on(24).talks_with("Maria").done("thank-c1"), 25, &[])]
    #[case::put_off_it_lives_longer(Scene::on(10).talks_with("Maria").later("thank-c1", 27), 28, &["27 thank-c1"])]
    #[case::nothing_for_one_who_declined_the_next_ask(
        Scene::on(24).talks_with("Maria").later_on(25).asks("Maria").declines("Maria"), 25, &[])]
    #[case::nothing_for_those_set_aside(Scene::on(24).talks_with("Maria").sets_aside("Maria"), 25, &[])]
    fn one_thanks(#[case] scene: Scene, #[case] today: i32, #[case] moves: &[&str]) {
        check(&MOVE, scene, today, moves);
    }

    #[test]
    fn a_talk_of_long_ago_that_is_only_written_down_asks_for_no_thanks() {
        let mut campaign = Scene::on(10).talks_with("Maria").campaign;
        campaign.people.values_mut().for_each(|person| person.listed_on = day(25));
        assert_eq!(due(&View::of(&campaign, day(25))), []);
    }
}
