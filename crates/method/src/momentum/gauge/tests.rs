//! Weeks, the pace, the funnel and the chains, on small searches and on those thrown together by chance.

use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::*;
use crate::ask::Answer;
use crate::conversation::Ladder::{self, Listened, MadeTheCall, NamedSomeone, NotMuch};
use crate::day::plus_days;
use crate::momentum::chains::WaitsFor;
use crate::momentum::compared::Compared;
use crate::momentum::judge_the_pace_from_eight_conversations_on::Outcome;
use crate::momentum::map::{Place, map};
use crate::scene::{Scene, TODAY, campaigns};

const NAMES: [&str; 5] = ["Ana Pereira", "Bo Lind", "Chidi Okafor", "Dana Whitfield", "Emre Aydin"];

fn november(day: i8) -> Date {
    date(2026, 11, day)
}

fn of(scene: &Scene) -> Momentum {
    momentum(&scene.campaign, TODAY)
}

/// A chain in one line: who, and in brackets whom they led to.
fn line(chain: &Chain) -> String {
    let led_to: Vec<String> = chain.led_to.iter().map(line).collect();
    let given = chain.person.name.split(' ').next().unwrap();
    if led_to.is_empty() { given.to_owned() } else { format!("{given} ({})", led_to.join(", ")) }
}

fn lines(scene: &Scene) -> Vec<String> {
    of(scene).chains.iter().map(line).collect()
}

/// On whom the first chain waits, since when and for what.
fn waits(scene: &Scene) -> Option<(String, Date, WaitsFor)> {
    let chain = of(scene).chains.into_iter().next().unwrap();
    Some((chain.waiting_on?.name, chain.since_on?, chain.waits_for?))
}

#[test]
fn nothing_happened_yet() {
    let momentum = momentum(&Campaign::default(), TODAY);
    assert!(momentum.weeks.is_empty() && momentum.chains.is_empty());
    assert_eq!(momentum.sustain.conversations, 0);
    assert!(momentum.funnel.iter().all(|step| step.people == 0));
}

#[test]
fn empty_weeks_are_weeks_too() {
    let mut scene = Scene::of(&NAMES);
    scene.asked(1, november(4), None).met(2, november(18), MadeTheCall).named(2, 3, november(18));
    let weeks = of(&scene).weeks;
    let counts: Vec<_> = weeks.iter().map(|week| (week.starts_on, week.asks, week.held, week.referrals)).collect();
    assert_eq!(counts, [(november(2), 1, 0, 0), (november(9), 0, 0, 0), (november(16), 0, 1, 1)]);
    assert_eq!(weeks[2].ladder.made_the_call, 1);
}

#[test]
fn a_day_mistyped_by_centuries_does_not_make_a_hundred_thousand_weeks() {
    let mut scene = Scene::of(&NAMES);
    scene.met(1, date(26, 11, 2), NotMuch).asked(1, date(9999, 1, 1), None);
    assert_eq!(of(&scene).weeks.len(), 1044);
}

#[test]
fn the_funnel_counts_different_people() {
    let mut scene = Scene::of(&NAMES);
    scene.asked(1, november(2), Some(Answer::Silent)).asked(1, november(9), Some(Answer::Accepted));
    scene.asked(2, november(9), None);
    scene.met(1, november(10), Listened).met(1, november(17), NamedSomeone).met(3, november(18), MadeTheCall);
    let people: Vec<usize> = of(&scene).funnel.iter().map(|step| step.people).collect();
    assert_eq!(people, [5, 2, 1, 2, 2, 1]);
}

fn held(conversations: usize, naming: usize) -> Scene {
    let names: Vec<String> = (1..=conversations + naming).map(|number| format!("Person {number}")).collect();
    let mut scene = Scene::of(&names.iter().map(String::as_str).collect::<Vec<_>>());
    for number in 1..=conversations {
        scene.met(number as u64, november(2), Listened);
    }
    for number in 1..=naming {
        scene.named(number as u64, (conversations + number) as u64, november(2));
    }
    scene
}

#[test]
fn below_eight_conversations_there_is_no_figure() {
    let sustain = of(&held(7, 7)).sustain;
    assert_eq!((sustain.estimate, sustain.low, sustain.high, sustain.conversations), (None, None, None, 7));
    assert!(sustain.text.ends_with("So far there are 7; 1 more to go."));
}

#[test]
fn from_eight_on_there_is_one_with_its_interval() {
    let sustain = of(&held(8, 4)).sustain;
    let (estimate, low, high) = (sustain.estimate.unwrap(), sustain.low.unwrap(), sustain.high.unwrap());
    // Nobody named was met or lost yet: (1 + 4) / (1 + 8) named each, times the prior share of 1 / 2.8.
    assert!((estimate - 0.2).abs() < 0.01, "{estimate}");
    assert!(0.0 < low && low < estimate && estimate < high, "{sustain:?}");
}

#[test]
fn whoever_was_met_after_being_named_raises_the_pace_and_a_no_lowers_it() {
    let waiting = of(&held(8, 4)).sustain.estimate;
    let mut reached = held(8, 4);
    reached.met(9, november(9), Listened);
    let mut lost = held(8, 4);
    lost.asked(9, november(9), Some(Answer::Declined));
    assert!(of(&reached).sustain.estimate > waiting);
    assert!(of(&lost).sustain.estimate < waiting);
}

#[test]
fn where_each_names_three_and_all_are_met_the_search_feeds_itself() {
    let names: Vec<String> = (1..=40).map(|number| format!("Person {number}")).collect();
    let mut scene = Scene::of(&names.iter().map(String::as_str).collect::<Vec<_>>());
    for number in 1..=13 {
        scene.met(number, november(2), NamedSomeone);
        for named in 3 * number - 1..=3 * number + 1 {
            scene.named(number, named, november(2));
        }
    }
    let sustain = of(&scene).sustain;
    assert!(sustain.low.unwrap() > 1.0 && sustain.text.ends_with("Your search feeds itself."), "{}", sustain.text);
}

#[test]
fn where_nobody_names_anybody_the_list_keeps_the_pace() {
    let sustain = of(&held(20, 0)).sustain;
    assert!(sustain.text.ends_with("So your search also needs people from your list."), "{}", sustain.text);
}

#[test]
fn what_one_brings_is_told_step_by_step_each_a_part_of_the_one_before() {
    let mut scene = held(10, 6);
    scene.met(11, november(9), Listened).asked(12, november(9), Some(Answer::Declined));
    scene.asked(13, november(9), Some(Answer::Silent));
    let steps = of(&scene).sustain.brings;
    let outcomes: Vec<_> = steps.iter().map(|step| step.outcome).collect();
    assert_eq!(outcomes, [Outcome::Named, Outcome::Reached, Outcome::Held]);
    assert!(steps.windows(2).all(|pair| pair[0].estimate > pair[1].estimate), "{steps:?}");
    // Six named in eleven conversations: 7 / 12. Two of three answered: 3 / 5 of that.
    assert!((steps[0].estimate - 0.58).abs() < 0.001 && (steps[1].estimate - 0.35).abs() < 0.001, "{steps:?}");
}

#[test]
fn below_eight_conversations_nothing_is_forecast() {
    let ahead = of(&held(7, 7)).ahead;
    assert_eq!((ahead.low_weeks, ahead.from_the_list, ahead.assumes), (None, None, None));
    assert!(ahead.text.is_empty());
}

/// Two conversations a week, and a call in every second.
fn lively(until: i8) -> Scene {
    let names: Vec<String> = (1..=12).map(|number| format!("Person {number}")).collect();
    let mut scene = Scene::of(&names.iter().map(String::as_str).collect::<Vec<_>>());
    for number in 1..=12_u64 {
        let on = plus_days(november(until), -3 * i32::try_from(number).unwrap());
        scene.met(number, on, if number % 2 == 0 { MadeTheCall } else { Listened });
    }
    scene
}

#[test]
fn the_look_ahead_is_a_range_with_what_it_assumes() {
    let ahead = of(&lively(22)).ahead;
    assert_eq!((ahead.low_weeks, ahead.high_weeks), (Some(1), Some(2)));
    assert_eq!(ahead.text[0], "At this pace, someone makes another call for you within 1 to 2 weeks.");
    assert!(ahead.text[1].contains("people from your list each week"), "{}", ahead.text[1]);
    assert!(ahead.assumes.unwrap().contains("about 2.0 conversations a week"));
}

#[test]
fn a_search_that_stands_still_is_told_so_and_a_closed_one_nothing() {
    let mut scene = lively(1);
    scene.campaign.direction.closed_on = None;
    let still = momentum(&scene.campaign, date(2026, 12, 6)).ahead;
    assert!(still.text[0].starts_with("Your last conversation was 5 weeks ago"), "{:?}", still.text);
    assert_eq!(still.low_weeks, None);
    scene.campaign.direction.closed_on = Some(TODAY);
    assert!(of(&scene).ahead.text.is_empty());
}

#[test]
fn whoever_feeds_the_search_themselves_needs_few_from_the_list() {
    let few = of(&lively(22)).ahead.from_the_list.unwrap();
    let mut fed = lively(22);
    fed.campaign.referrals.clear();
    for number in 1..=11 {
        fed.named(number, number + 1, november(1));
    }
    // Everybody but the first was named before they were met.
    for held in fed.campaign.conversations.values_mut() {
        held.held_on = held.held_on.max(november(2));
    }
    assert!(of(&fed).ahead.from_the_list.unwrap().1 < few.1);
}

/// So many conversations with people who were named, and as many with others; the first ones led further.
fn two_groups(each: usize, named_further: usize, others_further: usize) -> Scene {
    let names: Vec<String> = (1..=2 * each + 1).map(|number| format!("Person {number}")).collect();
    let mut scene = Scene::of(&names.iter().map(String::as_str).collect::<Vec<_>>());
    for place in 0..each {
        let named = place as u64 + 2;
        scene.named(1, named, november(1));
        scene.met(named, november(9), if place < named_further { NamedSomeone } else { NotMuch });
        let other = (place + each) as u64 + 2;
        scene.met(other, november(9), if place < others_further { MadeTheCall } else { NotMuch });
    }
    scene
}

#[test]
fn what_nearly_surely_led_further_is_claimed() {
    let claim = of(&two_groups(20, 18, 4)).claim.unwrap();
    assert_eq!((claim.about, claim.led_further, claim.others), (Compared::Group, (18, 20), (4, 20)));
    assert_eq!(claim.comparisons, 2);
    assert_eq!(
        claim.text,
        "People who were named to you led further: 18 of 20 named someone or made the call, against 4 of 20 of the \
         others. That is hardly chance, even counting that 2 things were compared."
    );
}

#[rstest::rstest]
#[case::too_few_on_each_side(7, 7, 0)]
#[case::a_difference_that_may_be_chance(12, 8, 5)]
#[case::none_at_all(20, 10, 10)]
fn otherwise_nothing_is_claimed(#[case] each: usize, #[case] named: usize, #[case] others: usize) {
    assert_eq!(of(&two_groups(each, named, others)).claim, None);
}

#[test]
fn a_chain_goes_three_deep() {
    let mut scene = Scene::of(&NAMES);
    scene.met(1, november(2), NamedSomeone).named(1, 2, november(2));
    scene.met(2, november(9), NamedSomeone).named(2, 3, november(9)).named(1, 4, november(3));
    assert_eq!(lines(&scene), ["Ana (Bo (Chidi), Dana)"]);
    assert_eq!(of(&scene).chains[0].depth, 3);
}

#[rstest::rstest]
#[case::each_names_the_other(&[(1, 2), (2, 1)], &["Ana (Bo)"])]
#[case::oneself(&[(1, 1)], &[])]
#[case::round_the_table(&[(1, 2), (2, 3), (3, 1)], &["Ana (Bo (Chidi))"])]
#[case::named_by_two(&[(1, 3), (2, 3)], &["Ana (Chidi)"])]
#[case::named_by_two_and_back(&[(1, 3), (2, 3), (3, 2)], &["Ana (Chidi (Bo))"])]
fn names_that_go_in_circles_make_a_tree(#[case] referrals: &[(u64, u64)], #[case] expected: &[&str]) {
    let mut scene = Scene::of(&NAMES);
    for (by, person) in referrals {
        scene.named(*by, *person, november(2));
    }
    assert_eq!(lines(&scene), expected);
}

#[test]
fn whoever_was_met_before_came_through_nobody() {
    let mut scene = Scene::of(&NAMES);
    scene.met(2, november(2), Listened).named(1, 2, november(9));
    assert!(lines(&scene).is_empty());
}

#[test]
fn a_chain_waits_on_whoever_has_the_next_word() {
    let mut scene = Scene::of(&NAMES);
    scene.met(1, november(2), NamedSomeone).named(1, 2, november(2));
    assert_eq!(waits(&scene), Some(("Bo Lind".into(), november(2), WaitsFor::YourAsk)));
    scene.last_referral(|referral| referral.introduction = true);
    assert_eq!(waits(&scene), Some(("Ana Pereira".into(), november(2), WaitsFor::Introduction)));
    scene.last_referral(|referral| referral.introduced_on = Some(november(5)));
    assert_eq!(waits(&scene), Some(("Bo Lind".into(), november(5), WaitsFor::YourAsk)));
    scene.asked(2, november(6), None);
    assert_eq!(waits(&scene), Some(("Bo Lind".into(), november(6), WaitsFor::Answer)));
    scene.meeting(2, november(9), november(24));
    assert_eq!(waits(&scene), Some(("Bo Lind".into(), november(9), WaitsFor::Conversation)));
    scene.met(2, november(17), Listened);
    assert_eq!(waits(&scene), None);
}

#[rstest::rstest]
#[case(Answer::Declined)]
#[case(Answer::Silent)]
#[case(Answer::SomeoneElse)]
fn a_chain_that_ended_waits_on_nobody(#[case] answer: Answer) {
    let mut scene = Scene::of(&NAMES);
    scene.named(1, 2, november(2)).asked(2, november(4), Some(answer));
    assert_eq!(waits(&scene), None);
}

#[test]
fn of_two_branches_the_longer_wait_is_told() {
    let mut scene = Scene::of(&NAMES);
    scene.named(1, 2, november(9)).named(1, 3, november(4));
    assert_eq!(waits(&scene), Some(("Chidi Okafor".into(), november(4), WaitsFor::YourAsk)));
}

#[test]
fn the_map_shows_everybody_who_was_asked_met_or_named_once() {
    let mut scene = Scene::of(&NAMES);
    scene.met(1, november(2), NamedSomeone).named(1, 2, november(2)).named(2, 3, november(9));
    scene.asked(4, november(3), None);
    let map = map(&scene.campaign, TODAY);
    let flat: Vec<(String, usize)> = map.led_to.iter().flat_map(flatten).collect();
    let expected = [("Ana Pereira", 1), ("Bo Lind", 2), ("Chidi Okafor", 3), ("Dana Whitfield", 1)];
    assert_eq!(flat, expected.map(|(name, generation)| (name.to_owned(), generation)));
    assert_eq!(map.led_to[0].ladder, Some(Ladder::NamedSomeone));
}

fn flatten(place: &Place) -> Vec<(String, usize)> {
    let below = place.led_to.iter().flat_map(flatten);
    std::iter::once((place.person.name.clone(), place.generation)).chain(below).collect()
}

proptest! {
    #[test]
    fn whatever_happened_momentum_has_an_answer(campaign in campaigns()) {
        let momentum = momentum(&campaign, TODAY);
        let held: usize = momentum.weeks.iter().map(|week| week.held).sum();
        prop_assert_eq!(held, momentum.sustain.conversations);
        let sustain = &momentum.sustain;
        prop_assert_eq!(sustain.estimate.is_some(), held >= 8);
        prop_assert_eq!(sustain.brings.len(), if held >= 8 { 3 } else { 0 });
        prop_assert!(held >= 8 || (momentum.ahead.text.is_empty() && momentum.ahead.pace.is_none()));
        if let (Some(low), Some(estimate), Some(high)) = (sustain.low, sustain.estimate, sustain.high) {
            prop_assert!(low <= estimate && estimate <= high && low >= 0.0 && high.is_finite());
        }
        prop_assert!(serde_json::to_string(&momentum).is_ok());
    }

    #[test]
    fn nobody_stands_on_the_map_twice(campaign in campaigns()) {
        let map = map(&campaign, TODAY);
        let mut ids = Vec::new();
        let mut open: Vec<&Place> = map.led_to.iter().collect();
        while let Some(place) = open.pop() {
            ids.push(place.person.id);
            open.extend(&place.led_to);
        }
        let all = ids.len();
        ids.sort();
        ids.dedup();
        prop_assert_eq!(ids.len(), all);
        let named = campaign.referrals.values().filter(|referral| referral.named_on <= TODAY);
        prop_assert!(named.into_iter().all(|referral| ids.contains(&referral.person)));
    }
}
