//! Tell whoever referred you how it went, within two business days of that conversation (E23).
//!
//! Serves following through. It is a courtesy without evidence either way, and says so; two weeks later it may be
//! let go, and says so.

use jiff::civil::Date;

use crate::campaign::Campaign;
use crate::change::Decision;
use crate::conversation::{Conversation, Referral, thanks};
use crate::day::plus_days;
use crate::follow_through::due::{Due, MoveRule, Unneeded};
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
pub const MOVE: MoveRule =
    MoveRule { rule: &RULE, code: "report", due, done, by_saying: true, unneeded: Unneeded::ForGood };

/// Business days after the talk.
const WITHIN: u32 = 2;
/// Days after its day after which it may be let go.
const LET_GO_AFTER: i32 = 14;

fn due(view: &View) -> Vec<Due> {
    let news = news(view);
    // Whoever named the same person twice is told once.
    let said = |place: usize| news[..place].iter().any(|earlier| is_same_news(earlier, &news[place]));
    let once = news.iter().enumerate().filter(|(place, _)| !said(*place));
    let due = once.map(|(_, (referral, talk))| {
        let due_on = view.workdays.after(talk.held_on, WITHIN);
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

/// Referrals of which the giver was not told yet, each with the talk that it led to.
fn news<'a>(view: &View<'a>) -> Vec<(&'a Referral, &'a Conversation)> {
    let open = view.campaign.referrals.values().filter(|referral| referral.reported_on.is_none());
    let news = open.filter_map(|referral| Some((referral, first_talk(view, referral)?)));
    news.filter(|(referral, _)| worth_telling(view, referral)).collect()
}

fn is_same_news(one: &(&Referral, &Conversation), other: &(&Referral, &Conversation)) -> bool {
    (one.0.by, one.1.id) == (other.0.by, other.1.id)
}

/// The first talk with the one who was named, from then on.
fn first_talk<'a>(view: &View<'a>, referral: &Referral) -> Option<&'a Conversation> {
    let talks = view.talks_with(referral.person).iter().copied();
    talks.filter(|talk| talk.held_on >= referral.named_on).min_by_key(|talk| (talk.held_on, talk.id))
}

fn worth_telling(view: &View, referral: &Referral) -> bool {
    view.campaign.knows(referral.person) && !view.leaves_alone(referral.by)
}

fn done(campaign: &Campaign, _: &Ids, today: Date, due: &Due) -> Decision {
    let id = ReferralId::from_number(due.about.number);
    let view = View::of(campaign, today);
    let news = news(&view);
    let told = news.iter().find(|(referral, _)| referral.id == id);
    let same = news.iter().filter(|one| one.0.id != id && told.is_some_and(|told| is_same_news(told, one)));
    let mut changes = thanks::report_back(campaign, today, id)?;
    for (referral, _) in same {
        changes.extend(thanks::report_back(campaign, today, referral.id)?);
    }
    Ok(changes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::follow_through::scene::{Scene, check};

    fn talked_with_dan() -> Scene {
        Scene::on(9).referred_by("Maria", "Dan").later_on(19).talks_with("Dan")
    }

    /// Dan was asked between the two times, so that the second name is a referral of its own.
    fn named_twice() -> Scene {
        let scene = Scene::on(9).referred_by("Maria", "Dan").later_on(10).asks("Dan");
        scene.later_on(11).referred_by("Maria", "Dan").later_on(19)
    }

    #[rstest::rstest]
    #[case::within_two_working_days(talked_with_dan(), 19, &["23 report-f1"])]
    #[case::not_before_the_talk(Scene::on(9).referred_by("Maria", "Dan"), 19, &[])]
    #[case::a_talk_before_they_were_named_is_no_news(
        Scene::on(9).talks_with("Dan").later_on(16).referred_by("Maria", "Dan"), 17, &[])]
    #[case::it_does_not_end_without_a_word(talked_with_dan(), 38, &["23 report-f1"])]
    #[case::done_is_done(talked_with_dan().done("report-f1"), 20, &[])]
    #[case::one_who_named_them_twice_is_told_once(named_twice().talks_with("Dan"), 19, &["23 report-f1"])]
    #[case::and_has_heard_it_then(named_twice().talks_with("Dan").done("report-f1"), 19, &[])]
    #[case::a_later_name_waits_for_its_own_talk(
        talked_with_dan().later_on(20).referred_by("Maria", "Dan").done("report-f1").later_on(21).talks_with("Dan"),
        21, &["24 report-f2"])]
    #[case::nothing_to_one_who_declined_since(talked_with_dan().asks("Maria").declines("Maria"), 19, &[])]
    #[case::one_who_gave_a_name_hears_of_it_though_the_named_declined_the_next_ask(
        talked_with_dan().asks("Dan").declines("Dan"), 19, &["23 report-f1"])]
    #[case::nothing_to_those_set_aside(talked_with_dan().sets_aside("Maria"), 20, &[])]
    fn one_tells_who_named_them(#[case] scene: Scene, #[case] today: i32, #[case] moves: &[&str]) {
        check(&MOVE, scene, today, moves);
    }
}
