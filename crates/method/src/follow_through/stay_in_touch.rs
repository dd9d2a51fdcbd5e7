//! Stay in touch with those who named somebody or made a call for the seeker (E3, E23).
//!
//! Serves following through. Six quiet weeks after the last word it suggests a line that asks for nothing. It says so for
//! two weeks and then waits for the next time; nobody is owed it.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::campaign::Campaign;
use crate::change::Decision;
use crate::conversation::thanks::keep_in_touch;
use crate::conversation::{Conversation, Ladder};
use crate::day::plus_days;
use crate::follow_through::due::{Due, MoveRule, Unneeded};
use crate::follow_through::view::View;
use crate::id::{ConversationId, Id, Ids, PersonId};
use crate::rules::Rule;

/// The rule.
pub const RULE: Rule = Rule {
    name: "stay_in_touch",
    says: "Write to those who helped after six quiet weeks, and ask for nothing.",
    why: "Whoever helped once likes to hear how it goes. A tie that is kept warm is there when you need it.",
    evidence: &["E3", "E23"],
};

/// The rule, as it makes moves.
pub const MOVE: MoveRule =
    MoveRule { rule: &RULE, code: "touch", due, done, by_saying: true, unneeded: Unneeded::RestsFor(QUIET) };

/// Days without a word.
const QUIET: i32 = 42;
/// Days for which it is said.
const LET_GO_AFTER: i32 = 14;

fn due(view: &View) -> Vec<Due> {
    let helped = helpers(view).into_values().filter(|talk| !view.leaves_alone(talk.person));
    let days = helped.map(|talk| (talk, last_word(view, talk.person)));
    let days = days.map(|(talk, last_on)| (talk, last_on, view.workdays.on_or_after(plus_days(last_on, QUIET))));
    let due = days.filter(|(.., due_on)| view.sees(*due_on)).map(|(talk, last_on, due_on)| Due {
        person: Some(talk.person),
        about: talk.id.into(),
        due_on,
        expires_on: Some(plus_days(due_on, LET_GO_AFTER)),
        text: format!("Write {} a line about how it goes.", view.name(talk.person)),
        why: format!("They {}, and you last had a word {}.", what_they_did(talk), view.when(last_on)),
        command: None,
    });
    due.collect()
}

fn what_they_did(talk: &Conversation) -> &'static str {
    if talk.ladder == Ladder::MadeTheCall { "made a call for you" } else { "named somebody to you" }
}

/// The last talk of each in which they helped.
fn helpers<'a>(view: &View<'a>) -> BTreeMap<PersonId, &'a Conversation> {
    let helped = view.campaign.conversations.values().filter(|talk| talk.ladder >= Ladder::NamedSomeone);
    let mut last: BTreeMap<PersonId, &Conversation> = BTreeMap::new();
    for talk in helped {
        let newest = last.entry(talk.person).or_insert(talk);
        if (talk.held_on, talk.id) > (newest.held_on, newest.id) {
            *newest = talk;
        }
    }
    last
}

/// The day on which anything last passed between the two.
fn last_word(view: &View, person: PersonId) -> Date {
    let campaign = view.campaign;
    let talks = view.talks_with(person).iter().flat_map(|talk| [Some(talk.held_on), talk.thanked_on, talk.in_touch_on]);
    let asks = campaign.asks.values().filter(|ask| ask.person == person);
    let asks = asks.flat_map(|ask| [Some(ask.asked_on), ask.answered_on, ask.reminded_on]);
    let told =
        campaign.referrals.values().filter(|referral| referral.by == person).map(|referral| referral.reported_on);
    let words = talks.chain(asks).chain(told).flatten().filter(|day| *day <= view.today);
    words.max().unwrap_or(view.today)
}

fn done(campaign: &Campaign, _: &Ids, today: Date, due: &Due) -> Decision {
    keep_in_touch(campaign, today, ConversationId::from_number(due.about.number))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::follow_through::scene::{Scene, check};

    /// Maria named Dan on Monday 2 November; six weeks later it is Monday 14 December, day 44.
    fn named_dan() -> Scene {
        Scene::on(2).referred_by("Maria", "Dan").done("thank-c1")
    }

    #[rstest::rstest]
    #[case::after_six_quiet_weeks(named_dan(), 44, &["44 touch-c1"])]
    #[case::a_week_ahead_it_is_seen(named_dan(), 37, &["44 touch-c1"])]
    #[case::not_sooner(named_dan(), 36, &[])]
    #[case::a_later_word_counts(named_dan().later_on(12).asks("Maria"), 44, &[])]
    #[case::two_weeks_later_it_is_let_go(named_dan(), 59, &[])]
    #[case::done_it_comes_back_in_six_weeks(named_dan().later_on(44).done("touch-c1"), 86, &["86 touch-c1"])]
    #[case::not_with_those_who_only_listened(Scene::on(2).talks_and_learns("Maria").done("thank-c1"), 44, &[])]
    #[case::not_with_those_set_aside(named_dan().sets_aside("Maria"), 44, &[])]
    fn those_who_helped_hear_from_you(#[case] scene: Scene, #[case] today: i32, #[case] moves: &[&str]) {
        check(&MOVE, scene, today, moves);
    }
}
