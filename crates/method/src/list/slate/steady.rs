//! How the places are shared, that they move with the record, and that nobody loses one because a day has passed.

use std::collections::BTreeSet;

use jiff::civil::Date;
use proptest::prelude::*;

use super::truth::campaigns_with_work;
use super::*;
use crate::ask::Answer;
use crate::day::{plus_days, week_start};
use crate::direction::SearchKind;
use crate::id::Id;
use crate::scene::{Scene, TODAY, p};

/// Thirty people: five of each group that needs no more than a mark, a letter or a place, and ten of whom nothing is known.
fn many() -> Scene {
    let names: Vec<String> = (1..=30).map(|number| format!("Person {number:02}")).collect();
    let mut scene = Scene::of(&names.iter().map(String::as_str).collect::<Vec<_>>());
    scene.campaign.direction.roles = vec!["Training coordinator".into()];
    for number in 1..=5 {
        scene.respected(number);
        scene.person(number + 5, |person| person.title = Some("Training coordinator".into()));
        scene.wants(&format!("Wanted {number}")).at(number + 10, &format!("Wanted {number}"));
        scene.known_since(number + 15, 2010);
    }
    scene
}

fn groups(scene: &Scene, day: Date) -> Vec<&'static str> {
    slate(&scene.campaign, day, 5).slate.iter().map(|one| one.group.word()).collect()
}

fn people(campaign: &Campaign, day: Date) -> BTreeSet<PersonId> {
    slate(campaign, day, 5).slate.iter().map(|one| one.person.id).collect()
}

#[test]
fn the_first_week_begins_with_those_you_know_and_respect() {
    let expected = ["know_and_respect", "know_and_respect", "know_and_respect", "made_your_move", "know_and_respect"];
    assert_eq!(groups(&many(), TODAY), expected);
}

#[test]
fn once_calls_were_made_every_group_has_its_place() {
    let mut scene = many();
    scene.asked(30, plus_days(TODAY, -20), None);
    let expected = ["know_and_respect", "made_your_move", "target_organization", "long_silent", "know_and_respect"];
    assert_eq!(groups(&scene, TODAY), expected);
}

#[test]
fn names_that_were_given_come_first_and_leave_room_for_others() {
    let mut scene = many();
    for number in 21..=29 {
        scene.named(30, number, plus_days(TODAY, -3));
    }
    let groups = groups(&scene, TODAY);
    assert_eq!(groups[0], "referred");
    assert!(groups.iter().filter(|group| **group == "referred").count() <= 3 && groups.contains(&"made_your_move"));
}

#[test]
fn while_careers_change_one_in_five_is_from_outside() {
    let mut scene = many();
    scene.campaign.direction.search = Some(SearchKind::ChangeCareers);
    scene.worked_at("Harbor Hospital", 2010, 2020);
    for number in 21..=24 {
        scene.person(number, |person| {
            person.title = Some("Pastry chef".into());
            person.how_known = Some("from the choir".into());
        });
    }
    for fives in [5, 10] {
        let slate = slate(&scene.campaign, TODAY, fives).slate;
        assert_eq!(slate.iter().filter(|one| one.group == Group::OutsideView).count(), fives / 5);
    }
}

/// Asks of long ago to one group, answered one way, and as many to another, answered the other way.
fn record(well: u64, badly: u64) -> Scene {
    let mut scene = many();
    for (first, answer) in [(well, Answer::Accepted), (badly, Answer::Declined)] {
        for number in first..first + 4 {
            for weeks in 10..16 {
                scene.asked(number, plus_days(TODAY, -7 * weeks), Some(answer));
            }
        }
    }
    scene
}

#[test]
fn a_group_that_answers_gets_more_places_over_many_weeks() {
    let share = |scene: &Scene, group: &str| -> usize {
        let weeks = (0..30).map(|week| plus_days(TODAY, 7 * week));
        weeks.map(|day| groups(scene, day).iter().filter(|one| **one == group).count()).sum()
    };
    // Those who were asked are not free themselves: another fifteen of the kind are.
    let with_more = |mut scene: Scene| {
        for number in 21..=26 {
            scene.person(number, |person| person.title = Some("Training coordinator".into()));
        }
        for number in 27..=30 {
            scene.respected(number);
        }
        scene
    };
    let movers = with_more(record(6, 1));
    let respected = with_more(record(1, 6));
    assert!(share(&movers, "made_your_move") > share(&respected, "made_your_move"));
    assert!(share(&movers, "know_and_respect") < share(&respected, "know_and_respect"));
}

#[test]
fn a_place_is_kept_until_that_person_is_asked_or_set_aside() {
    let mut scene = many();
    let monday = week_start(TODAY);
    let before = people(&scene.campaign, monday);
    let first = *before.iter().next().unwrap();
    scene.asked(first.number(), plus_days(monday, 1), None);
    let after = people(&scene.campaign, plus_days(monday, 2));
    assert_eq!(before.difference(&after).collect::<Vec<_>>(), [&first]);
    assert_eq!(after.len(), 5);
    let second = *after.iter().next_back().unwrap();
    scene.person(second.number(), |person| person.set_aside = true);
    let last = people(&scene.campaign, TODAY);
    assert_eq!(after.difference(&last).collect::<Vec<_>>(), [&second]);
}

#[test]
fn whoever_is_imported_in_the_week_waits_for_a_free_place() {
    let mut scene = many();
    let before = people(&scene.campaign, TODAY);
    scene.write(crate::list::Person {
        title: Some("Training coordinator".into()),
        known_since_on: Some(plus_days(TODAY, -9000)),
        ..crate::list::Person::named(p(99), "Newly Listed", plus_days(TODAY, -1))
    });
    assert_eq!(people(&scene.campaign, TODAY), before);
    scene.respected(99);
    assert!(people(&scene.campaign, TODAY).contains(&p(99)), "a mark is the seeker's own word");
}

#[test]
fn a_place_that_becomes_free_goes_to_somebody_who_was_named_and_waits() {
    let mut scene = many();
    let monday = week_start(TODAY);
    for number in 21..=26 {
        scene.named(30, number, plus_days(monday, -3));
    }
    let before = people(&scene.campaign, monday);
    let named = |people: &BTreeSet<PersonId>| people.iter().filter(|one| (21..=26).contains(&one.number())).count();
    let on_monday = named(&before);
    for one in before.iter().filter(|one| one.number() >= 21).take(2) {
        scene.met(one.number(), plus_days(monday, 1), crate::conversation::Ladder::Listened);
    }
    let after = people(&scene.campaign, plus_days(monday, 1));
    assert_eq!((named(&after), after.len()), (on_monday, 5), "{before:?} {after:?}");
    assert!(before.iter().filter(|one| one.number() < 21).all(|one| after.contains(one)));
}

#[test]
fn nobody_takes_the_place_of_a_colleague_who_was_named() {
    let mut scene = many();
    for number in 21..=26 {
        scene.named(30, number, plus_days(TODAY, -10));
    }
    let first = people(&scene.campaign, TODAY).into_iter().find(|one| one.number() < 21).unwrap();
    scene.at(26, "Harbor Hospital").at(first.number(), "Harbor Hospital");
    let slate = slate(&scene.campaign, TODAY, 5);
    let held = slate.held_back.iter().find(|held| held.person.id == first).unwrap();
    assert_eq!(held.reason, "Person 26 of the same organization was named to you and comes first");
    assert!(slate.slate.iter().all(|one| one.person.id != first));
    assert!(slate.held_back.iter().all(|held| held.person.id != p(26)));
}

/// Without what is dated later: no door takes down a call, a talk or a name of a day that is still to come, and no file
/// holds a letter of one.
fn written_until(mut campaign: Campaign, day: Date) -> Campaign {
    campaign.asks.retain(|_, ask| ask.asked_on <= day);
    campaign.conversations.retain(|_, held| held.held_on <= day);
    campaign.referrals.retain(|_, named| named.named_on <= day);
    campaign.correspondence.values_mut().for_each(|letters| letters.days.retain(|on, _| *on <= day));
    campaign
}

proptest! {
    #[test]
    fn days_that_pass_move_nobody(campaign in campaigns_with_work(), from in 0..7_i32, to in 0..7_i32) {
        let monday = week_start(TODAY);
        let campaign = written_until(campaign, plus_days(monday, from.min(to)));
        let (before, after) = (plus_days(monday, from.min(to)), plus_days(monday, from.max(to)));
        let (before, after) = (slate(&campaign, before, 5), people(&campaign, after));
        for one in &before.slate {
            prop_assert!(after.contains(&one.person.id), "{one:?} lost the place");
        }
    }

    #[test]
    fn whoever_is_asked_frees_one_place_and_no_other(campaign in campaigns_with_work(), place in 0..5_usize) {
        let before = people(&campaign, TODAY);
        let Some(asked) = before.iter().nth(place).copied() else { return Ok(()) };
        let mut scene = Scene { campaign };
        scene.asked(asked.number(), TODAY, None);
        let after = people(&scene.campaign, TODAY);
        // A talk on the very day settles the ask, and they are free again.
        prop_assume!(!after.contains(&asked));
        for one in before.iter().filter(|one| **one != asked) {
            prop_assert!(after.contains(one), "{one} lost the place");
        }
    }

    #[test]
    fn nobody_stands_twice_and_nobody_was_asked_lately_or_said_no(campaign in campaigns_with_work(), n in 0..12_usize) {
        let slate = slate(&campaign, TODAY, n).slate;
        let people: BTreeSet<PersonId> = slate.iter().map(|one| one.person.id).collect();
        prop_assert_eq!(people.len(), slate.len());
        for one in &slate {
            let asks = campaign.asks.values().filter(|ask| ask.person == one.person.id);
            let last = asks.max_by_key(|ask| (ask.asked_on, ask.id));
            let held = campaign.conversations.values().filter(|held| held.person == one.person.id);
            let settled = last.is_some_and(|last| held.into_iter().any(|held| held.held_on >= last.asked_on));
            if let Some(last) = last.filter(|_| !settled) {
                prop_assert!(last.answer.is_some() && last.answer != Some(Answer::Declined), "{last:?}");
            }
            prop_assert!(!campaign.people[&one.person.id].set_aside);
        }
    }
}
