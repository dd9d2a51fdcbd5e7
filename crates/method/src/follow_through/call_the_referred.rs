//! Call the person you were referred to within two business days, naming who referred you (E5).
//!
//! Serves following through. Where an introduction was offered, it waits five business days for it. It ends when they
//! are asked, met or to be left alone. It says nothing of people at the seeker's employer while the search is quiet there.
//! Chains break where nobody calls, so it never gives up by itself.

use jiff::civil::Date;

use crate::ask::Form;
use crate::ask::log::{AskMade, log_ask};
use crate::campaign::Campaign;
use crate::change::{Decision, Refusal};
use crate::conversation::Referral;
use crate::day::workdays::Workdays;
use crate::follow_through::due::{Due, MoveRule, Unneeded};
use crate::follow_through::view::View;
use crate::id::{Ids, ReferralId};
use crate::rules::Rule;
use crate::speech::name::in_a_sentence;

/// The rule.
pub const RULE: Rule = Rule {
    name: "call_the_referred",
    says: "Call the person you were referred to within two working days, and say who named them.",
    why: "Most chains end because nobody takes the next step. A name opens the door best while it is fresh.",
    evidence: &["M11", "E5"],
};

/// The rule, as it makes moves.
pub const MOVE: MoveRule =
    MoveRule { rule: &RULE, code: "call", due, done, by_saying: true, unneeded: Unneeded::ForGood };

/// The id of the part about that referral.
pub(crate) fn part(referral: ReferralId) -> String {
    format!("{}-{referral}", MOVE.code)
}

/// Business days after they were named, or introduced.
const CALL_WITHIN: u32 = 2;
/// Business days for which an offered introduction is awaited.
const AWAIT_INTRODUCTION: u32 = 5;

fn due(view: &View) -> Vec<Due> {
    let waiting: Vec<&Referral> = view.campaign.referrals.values().filter(|referral| view.waits(referral)).collect();
    let due = waiting.iter().map(|referral| Due {
        person: Some(referral.person),
        about: referral.id.into(),
        due_on: due_on(view, &waiting, referral),
        expires_on: None,
        text: format!("{}.", words(view.campaign, referral)),
        why: why(view, referral),
        command: Some(format!("halfhour ask {}", referral.person)),
    });
    due.collect()
}

/// Whoever was named by several people is called once, on the earliest of the days.
fn due_on(view: &View, waiting: &[&Referral], referral: &Referral) -> Date {
    let same_person = waiting.iter().filter(|other| other.person == referral.person);
    let earliest = same_person
        .map(|other| own_day(&view.workdays, other))
        .min()
        .unwrap_or_else(|| own_day(&view.workdays, referral));
    let not_before = view.campaign.people.get(&referral.person).and_then(|person| person.not_before_on);
    // They shall not be called sooner, so a day off moves that day on and not back.
    not_before.map_or(earliest, |day| view.workdays.on_or_after(day).max(earliest))
}

fn own_day(workdays: &Workdays, referral: &Referral) -> Date {
    match (referral.introduction, referral.introduced_on) {
        (_, Some(introduced_on)) => workdays.after(introduced_on, CALL_WITHIN),
        (true, None) => workdays.after(referral.named_on, AWAIT_INTRODUCTION),
        (false, None) => workdays.after(referral.named_on, CALL_WITHIN),
    }
}

/// Whether nothing is awaited before the seeker calls: no introduction was offered, or it came, or has not come in time.
pub(crate) fn is_your_turn(workdays: &Workdays, referral: &Referral, today: Date) -> bool {
    !referral.introduction || referral.introduced_on.is_some() || until(workdays, referral) <= today
}

/// The day from which on the seeker calls although an introduction has not come.
pub(crate) fn until(workdays: &Workdays, referral: &Referral) -> Date {
    own_day(workdays, referral)
}

/// What to do, without its full stop.
pub(crate) fn words(campaign: &Campaign, referral: &Referral) -> String {
    let name = |person| in_a_sentence(campaign.shown(person).name());
    format!("Call {} and say that {} named them", name(referral.person), name(referral.by))
}

fn why(view: &View, referral: &Referral) -> String {
    let (by, when) = (view.name(referral.by), view.when(referral.named_on));
    match (referral.introduction, referral.introduced_on) {
        (_, Some(introduced_on)) => format!("{by} introduced you {}.", view.when(introduced_on)),
        (true, None) => format!("{by} offered {when} to introduce you. If that has not come, your own call does it."),
        (false, None) => format!("{by} named them {when}."),
    }
}

fn done(campaign: &Campaign, ids: &Ids, today: Date, due: &Due) -> Decision {
    asked_by_call(campaign, ids, today, due)
}

/// The seeker called and asked for a half hour today.
pub(super) fn asked_by_call(campaign: &Campaign, ids: &Ids, today: Date, due: &Due) -> Decision {
    let person = due.person.ok_or_else(|| {
        Refusal::method("That move is about nobody in particular.", "`halfhour ask log PERSON` records a call.")
    })?;
    log_ask(campaign, ids, today, person, AskMade { form: Form::Call, on: None, words: None })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::follow_through::scene::{Scene, check};

    #[rstest::rstest]
    #[case::within_two_working_days(Scene::on(19).referred_by("Maria", "Dan"), 19, &["23 call-f1"])]
    #[case::an_offered_introduction_gets_a_week(Scene::on(19).offered_by("Maria", "Dan"), 19, &["26 call-f1"])]
    #[case::an_introduction_that_came_is_taken_up(
        Scene::on(16).offered_by("Maria", "Dan").later_on(17).introduced_to("Dan"), 17, &["19 call-f1"])]
    #[case::it_waits_for_as_long_as_it_takes(Scene::on(2).referred_by("Maria", "Dan"), 60, &["4 call-f1"])]
    #[case::asking_ends_it(Scene::on(19).referred_by("Maria", "Dan").later_on(20).asks("Dan"), 20, &[])]
    #[case::meeting_ends_it(Scene::on(19).referred_by("Maria", "Dan").later_on(20).talks_with("Dan"), 20, &[])]
    #[case::not_needed_it_is_let_be(Scene::on(19).referred_by("Maria", "Dan").not_needed("call-f1"), 30, &[])]
    #[case::named_anew_they_are_called_after_all(
        Scene::on(16).referred_by("Maria", "Dan").not_needed("call-f1").later_on(19).referred_by("Ruth", "Dan"),
        19, &["23 call-f2"])]
    #[case::done_is_an_ask(Scene::on(19).referred_by("Maria", "Dan").done("call-f1"), 19, &[])]
    #[case::setting_aside_ends_it(Scene::on(19).referred_by("Maria", "Dan").sets_aside("Dan"), 19, &[])]
    #[case::one_who_declined_is_left_alone(
        Scene::on(9).asks("Dan").declines("Dan").later_on(19).referred_by("Maria", "Dan"), 19, &[])]
    #[case::one_who_let_an_ask_go_by_may_be_called_with_a_name(
        Scene::on(2).asks("Dan").lets_go("Dan").later_on(19).referred_by("Maria", "Dan"), 19, &["23 call-f1"])]
    #[case::one_met_before_may_be_called_with_a_name(
        Scene::on(2).talks_with("Dan").later_on(19).referred_by("Maria", "Dan"), 19, &["23 call-f1"])]
    #[case::named_by_two_one_call_does(
        Scene::on(16).referred_by("Maria", "Dan").later_on(17).offered_by("Ruth", "Dan"), 17, &["18 call-f1", "18 call-f2"])]
    #[case::one_who_said_not_now_is_asked_again_instead(
        Scene::on(9).asks("Dan").not_now("Dan", 30).later_on(19).referred_by("Maria", "Dan"), 19, &[])]
    #[case::a_not_now_that_was_settled_since_is_no_obstacle(
        Scene::on(2).asks("Dan").not_now("Dan", 5).later_on(5).asks("Dan").lets_go("Dan").later_on(19).referred_by("Maria", "Dan"),
        19, &["23 call-f1"])]
    #[case::a_not_now_that_ended_in_a_talk_is_no_obstacle(
        Scene::on(2).asks("Dan").not_now("Dan", 5).later_on(6).talks_with("Dan").later_on(19).referred_by("Maria", "Dan"),
        19, &["23 call-f1"])]
    #[case::nobody_at_your_own_employer_hears_of_it(
        Scene::on(19).works_at("Mercy Health").knows("Dan", "Mercy Health Inc.").referred_by("Maria", "Dan"), 19, &[])]
    #[case::unless_they_may_know(
        Scene::on(19).works_at("Mercy Health").knows("Dan", "Mercy Health").releases("Dan").referred_by("Maria", "Dan"),
        19, &["23 call-f1"])]
    #[case::not_before_the_day_the_seeker_chose(
        Scene::on(19).referred_by("Maria", "Dan").not_before("Dan", 25), 19, &["25 call-f1"])]
    #[case::and_when_that_is_a_saturday_on_monday(
        Scene::on(19).referred_by("Maria", "Dan").not_before("Dan", 28), 24, &["30 call-f1"])]
    fn the_referred_are_called(#[case] scene: Scene, #[case] today: i32, #[case] moves: &[&str]) {
        check(&MOVE, scene, today, moves);
    }
}
