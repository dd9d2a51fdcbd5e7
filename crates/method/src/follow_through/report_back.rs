//! Tell whoever referred you how it went, within two business days of that conversation (E23).
//!
//! Serves following through. It is a courtesy without evidence either way, and says so; two weeks later it is let go.

use jiff::civil::Date;

use crate::campaign::Campaign;
use crate::change::Decision;
use crate::conversation::{Conversation, Referral, thanks};
use crate::day::{plus_business_days, plus_days};
use crate::follow_through::due::{Due, MoveRule};
use crate::follow_through::view::View;
use crate::id::{Id, Ids, ReferralId};
use crate::rules::Rule;

/// The rule.
pub const RULE: Rule = Rule {
    name: "report_back",
    says: "Tell the one who named somebody how it went.",
    why: "It is a courtesy: people like to know what became of their advice. Nobody has measured it.",
    evidence: &["E23"],
};

/// The rule, as it makes moves.
pub const MOVE: MoveRule = MoveRule { rule: &RULE, code: "report", due, done };

/// Business days after the talk.
const WITHIN: u32 = 2;
/// Days after its day on which it is said for the last time.
const LET_GO_AFTER: i32 = 14;

fn due(view: &View) -> Vec<Due> {
    let open = view.campaign.referrals.values().filter(|referral| referral.reported_on.is_none());
    let told = open.filter_map(|referral| Some((referral, first_talk(view, referral)?)));
    let due = told.filter(|(referral, _)| worth_telling(view, referral)).map(|(referral, talk)| {
        let due_on = plus_business_days(talk.held_on, WITHIN);
        let named = view.name(referral.person);
        Due {
            person: Some(referral.by),
            about: referral.id.into(),
            due_on,
            expires_on: Some(plus_days(due_on, LET_GO_AFTER)),
            text: format!("Tell {} how it went with {named}.", view.name(referral.by)),
            why: format!("They named {named}, and you talked {}.", view.when(talk.held_on)),
            command: None,
        }
    });
    due.collect()
}

/// The first talk with the one who was named, from then on.
fn first_talk<'a>(view: &View<'a>, referral: &Referral) -> Option<&'a Conversation> {
    let talks = view.talks_with(referral.person).iter().copied();
    talks.filter(|talk| talk.held_on >= referral.named_on).min_by_key(|talk| (talk.held_on, talk.id))
}

fn worth_telling(view: &View, referral: &Referral) -> bool {
    let forgotten = view.campaign.people.get(&referral.person).is_none_or(|person| person.forgotten);
    !forgotten && !view.leaves_alone(referral.by)
}

fn done(campaign: &Campaign, _: &Ids, today: Date, due: &Due) -> Decision {
    thanks::report_back(campaign, today, ReferralId::from_number(due.about.number))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::follow_through::scene::{Scene, check};

    fn talked_with_dan() -> Scene {
        Scene::on(9).referred_by("Maria", "Dan").later_on(19).talks_with("Dan")
    }

    #[rstest::rstest]
    #[case::within_two_working_days(talked_with_dan(), 19, &["23 report-f1"])]
    #[case::not_before_the_talk(Scene::on(9).referred_by("Maria", "Dan"), 19, &[])]
    #[case::a_talk_before_they_were_named_is_no_news(
        Scene::on(9).talks_with("Dan").later_on(16).referred_by("Maria", "Dan"), 17, &[])]
    #[case::two_weeks_later_it_is_let_go(talked_with_dan(), 38, &[])]
    #[case::done_is_done(talked_with_dan().done("report-f1"), 20, &[])]
    #[case::nothing_to_those_set_aside(talked_with_dan().sets_aside("Maria"), 20, &[])]
    fn one_tells_who_named_them(#[case] scene: Scene, #[case] today: i32, #[case] moves: &[&str]) {
        check(&MOVE, scene, today, moves);
    }
}
