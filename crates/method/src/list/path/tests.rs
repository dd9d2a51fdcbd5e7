//! Which ways are found, how they are ranked, and what is said of each.

use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::*;
use crate::ask::Answer;
use crate::change::No;
use crate::conversation::Ladder;
use crate::scene::{Scene, TODAY, campaigns, p};

const NAMES: [&str; 4] = ["Ana Pereira", "Bo Lind", "Chidi Okafor", "Dana Whitfield"];
const NAMED_ON: Date = date(2026, 11, 12);

fn to(scene: &Scene, number: u64) -> Paths {
    path(&scene.campaign, TODAY, &Target::Person(p(number))).unwrap()
}

fn into(scene: &Scene, organization: &str) -> Paths {
    path(&scene.campaign, TODAY, &Target::Organization(organization.into())).unwrap()
}

/// The people of each way, by their numbers.
fn people(paths: &Paths) -> Vec<Vec<PersonId>> {
    paths.paths.iter().map(|path| path.people.iter().map(|person| person.id).collect()).collect()
}

#[test]
fn to_a_person_there_is_the_direct_call_and_whoever_named_them() {
    let mut scene = Scene::of(&NAMES);
    scene.respected(1).met(1, NAMED_ON, Ladder::NamedSomeone).named(1, 2, NAMED_ON);
    let paths = to(&scene, 2);
    assert_eq!(people(&paths), [vec![p(2)], vec![p(1), p(2)]]);
    assert_eq!(paths.paths[0].request, "Call Bo Lind and say that Ana Pereira named them", "as the moves have it");
    let weakest = &paths.paths[1].weakest;
    assert_eq!(weakest.reason, "Ana Pereira gave you the name and did not speak of introducing you");
    assert_eq!(weakest.from.as_ref().map(|person| person.id), Some(p(1)));
    assert!(paths.paths[0].evidence.contains(&"Ana Pereira named Bo Lind on Thursday 12 November".to_owned()));
}

#[test]
fn an_introduction_is_a_stronger_way_than_a_name() {
    let strength = |change: fn(&mut crate::conversation::Referral)| {
        let mut scene = Scene::of(&NAMES);
        scene.respected(1).named(1, 2, NAMED_ON).last_referral(change);
        to(&scene, 2).paths[0].strength
    };
    let name = strength(|_| ());
    let offered = strength(|referral| referral.introduction = true);
    let made = strength(|referral| referral.introduced_on = Some(NAMED_ON));
    assert!(name < offered && offered < made);
}

#[test]
fn into_an_organization_lead_those_who_are_there_were_there_and_spoke_of_it() {
    let mut scene = Scene::of(&NAMES);
    scene.at(1, "Riverbend Hospital Inc.").respected(1);
    scene.respected(2).used_to_be_at(2, "RIVERBEND HOSPITAL", date(2026, 3, 3));
    scene.met(3, date(2026, 11, 2), Ladder::Listened);
    let mut held = scene.campaign.conversations.values().next().unwrap().clone();
    held.organizations = vec!["Riverbend Hospital".into()];
    scene.write(held);
    let paths = into(&scene, "Riverbend Hospital");
    assert_eq!(paths.paths.len(), 3);
    let evidence: Vec<&str> = paths.paths.iter().flat_map(|path| &path.evidence).map(String::as_str).collect();
    for expected in [
        "Ana Pereira works there",
        "Bo Lind used to be there; a file of March 2026 no longer said so",
        "Chidi Okafor spoke of it on Monday 2 November",
    ] {
        assert!(evidence.contains(&expected), "{expected}: {evidence:?}");
    }
}

#[test]
fn whoever_recommended_you_is_a_way_in_before_those_who_are_only_on_the_list() {
    let mut scene = Scene::of(&NAMES);
    for number in 1..=3 {
        scene.at(number, "Riverbend Hospital");
    }
    scene.used_to_be_at(4, "RIVERBEND HOSPITAL", date(2018, 3, 4));
    let record = scene.campaign.records.values().next().unwrap().clone();
    let (importer, file) = ("linkedin_recommendations".into(), "Recommendations_Received.csv".into());
    scene.write(crate::list::Source { id: record.source, importer, file, ..crate::list::scene::source(2) });
    let first = &into(&scene, "Riverbend Hospital").paths[0];
    let expected = [
        "Dana Whitfield wrote a recommendation for you",
        "Dana Whitfield was there in March 2018, when the recommendation was written",
    ];
    assert_eq!(first.evidence, expected);
    assert_eq!(first.weakest.reason, "It rests on this: Dana Whitfield wrote a recommendation for you");
}

#[test]
fn a_bare_connection_is_a_weak_way_and_says_so() {
    let mut scene = Scene::of(&NAMES);
    scene.connected(1, date(2012, 3, 14));
    let paths = to(&scene, 1);
    assert!(paths.paths[0].strength < 0.1);
    assert_eq!(paths.paths[0].weakest.reason, "Nothing says yet how well you know Ana Pereira");
    assert_eq!(paths.paths[0].evidence, ["Ana Pereira is on your list"]);
}

#[test]
fn where_no_way_is_known_the_next_conversation_may_know_one() {
    let paths = into(&Scene::of(&NAMES), "Riverbend Hospital");
    assert!(paths.paths.is_empty());
    assert!(paths.note.starts_with("No way to Riverbend Hospital is known yet. In your next conversation, ask"));
}

#[test]
fn with_an_export_of_a_network_alone_only_direct_ways_are_claimed() {
    let mut scene = Scene::of(&NAMES);
    scene.connected(1, date(2012, 3, 14)).connected(2, date(2013, 3, 14)).at(1, "Riverbend").at(2, "Riverbend");
    let paths = to(&scene, 2);
    assert_eq!(people(&paths), [vec![p(2)]]);
    assert!(
        paths.note.starts_with("Only direct ways are known yet") && paths.note.contains("your mail or your calendar")
    );
}

/// Letters that these people stood on together, two and two, ten whole ones each in this year.
fn letters_between(scene: &mut Scene, pairs: &[(u64, u64)]) {
    for (place, (a, b)) in (1..).zip(pairs) {
        scene.acquainted(place, *a, *b, &[(2026, 4200)], date(2026, 10, 1));
    }
}

/// Nine people with addresses.
fn nine() -> Scene {
    let names: Vec<String> = (1..=9).map(|number| format!("Person {number}")).collect();
    let mut scene = Scene::of(&names.iter().map(String::as_str).collect::<Vec<_>>());
    for number in 1..=9 {
        scene.person(number, |person| person.emails = vec![format!("p{number}@example.com")]);
    }
    scene
}

#[test]
fn a_way_goes_over_people_who_stood_on_the_same_letters() {
    let mut scene = nine();
    scene.respected(1).at(3, "Riverbend Hospital");
    letters_between(&mut scene, &[(1, 2), (2, 3)]);
    let paths = into(&scene, "Riverbend Hospital");
    assert_eq!(people(&paths), [vec![p(1), p(2), p(3)]]);
    let way = &paths.paths[0];
    assert_eq!(way.rule, "expect_long_ways_to_break");
    assert!(way.warning.as_ref().is_some_and(|warning| warning.starts_with("A way of three steps")));
    assert_eq!(
        way.evidence,
        [
            "Person 3 works there",
            "You know and respect Person 1",
            "Person 1 and Person 2 were on the same letters or in the same meetings, last in October 2026",
            "Person 2 and Person 3 were on the same letters or in the same meetings, last in October 2026",
        ]
    );
    assert!(paths.note.starts_with("Who knows whom is read from letters and meetings"));
}

#[test]
fn each_step_has_a_day_and_words_to_follow_up() {
    let mut scene = nine();
    scene.respected(1);
    letters_between(&mut scene, &[(1, 2)]);
    let way = &to(&scene, 2).paths[0];
    let steps: Vec<(Date, &str)> = way.steps.iter().map(|step| (step.follow_up_on, step.follow_up.as_str())).collect();
    assert_eq!(
        steps,
        [
            (date(2026, 12, 2), "No answer by Wednesday 2 December: ask Person 1 once more"),
            (date(2026, 12, 8), "Nothing from Person 2 by Tuesday 8 December: ask Person 1 how far it got"),
        ]
    );
    let product: f64 = way.steps.iter().map(|step| step.strength).product();
    assert!((product - way.strength).abs() < 0.002);
}

#[test]
fn three_ways_share_nobody_but_the_one_who_is_sought() {
    let mut scene = nine();
    scene.respected(1).respected(2).respected(4);
    letters_between(&mut scene, &[(1, 9), (2, 3), (3, 9), (4, 3), (4, 1)]);
    assert_eq!(people(&to(&scene, 9)), [vec![p(1), p(9)], vec![p(2), p(3), p(9)], vec![p(9)]]);
}

#[test]
fn no_way_has_more_than_four_people_and_nobody_who_was_set_aside() {
    let mut scene = nine();
    scene.person(1, |person| person.close = true);
    for number in 2..=9 {
        scene.person(number, |person| person.set_aside = true);
    }
    letters_between(&mut scene, &[(1, 2), (2, 3), (3, 4), (4, 5)]);
    assert_eq!(people(&to(&scene, 2)), [vec![p(1), p(2)], vec![p(2)]]);
    assert_eq!(people(&to(&scene, 3)), [vec![p(3)]], "not over the one who was set aside");
    for number in 2..=9 {
        scene.person(number, |person| person.set_aside = false);
    }
    let lengths = |number| to(&scene, number).paths.iter().map(|path| path.people.len()).max();
    assert_eq!((lengths(4), lengths(5)), (Some(4), Some(1)), "p5 is five people away from p1");
}

#[test]
fn the_strongest_sign_counts_and_the_others_stand_beside_it() {
    let mut scene = nine();
    scene.respected(1).named(1, 2, date(2026, 11, 20)).last_referral(|referral| referral.introduction = true);
    letters_between(&mut scene, &[(1, 2)]);
    let way = &to(&scene, 2).paths[0];
    assert_eq!(way.steps[1].strength, 0.7);
    assert_eq!(way.steps[1].evidence.len(), 3, "{:?}", way.steps[1].evidence);
}

#[test]
fn a_quiet_ask_is_followed_up_as_the_moves_have_it() {
    let mut scene = nine();
    scene.at(1, "Quay Ltd");
    let once_more = "No answer by Wednesday 2 December: ask Person 1 once more";
    let follow_up = |scene: &Scene| to(scene, 1).paths[0].steps[0].follow_up.clone();
    assert_eq!(follow_up(&scene), once_more, "nobody else there is known");
    scene.at(2, "Quay");
    let expected = "No answer by Thursday 26 November: try a second person at Quay Ltd; by Wednesday 2 December, ask Person \
                    1 once more";
    assert_eq!(follow_up(&scene), expected);
    scene.employed_at("Quay");
    assert_eq!(follow_up(&scene), once_more, "quiet there");
}

/// Four people at one organization, one of whom is free.
fn used_up() -> Scene {
    let mut scene = nine();
    for number in 1..=4 {
        scene.at(number, "Riverbend");
    }
    scene.respected(1).met(1, date(2026, 11, 12), Ladder::Listened);
    scene.respected(2).asked(2, date(2026, 11, 2), Some(Answer::Declined));
    scene.respected(3).person(3, |person| person.set_aside = true);
    scene
}

#[test]
fn whoever_is_free_comes_before_whoever_was_met_and_a_no_stands() {
    let paths = into(&used_up(), "Riverbend");
    assert_eq!(people(&paths), [vec![p(4)], vec![p(1)]]);
    let spent = &paths.paths[1];
    assert_eq!(spent.held_back[0].reason, "You spoke on Thursday 12 November");
    assert_eq!(
        spent.request,
        "Your half hour with Person has been, so a short message does: ask whom else you should talk to at Riverbend"
    );
    let out: Vec<(PersonId, &str)> = paths.held_back.iter().map(|one| (one.person.id, one.reason.as_str())).collect();
    assert_eq!(out, [(p(2), "They said no on Monday 2 November"), (p(3), "You set them aside")]);
}

#[test]
fn whoever_is_sought_is_shown_with_what_holds_them_back() {
    let paths = to(&used_up(), 3);
    assert_eq!((paths.paths[0].held_back[0].reason.as_str(), people(&paths)), ("You set them aside", vec![vec![p(3)]]));
    assert_eq!(paths.paths[0].request, "Leave Person be for now");
}

#[test]
fn whoever_was_named_there_is_called_first_and_by_that_name() {
    let mut scene = nine();
    scene.at(1, "Riverbend").respected(1).person(1, |person| person.close = true).at(2, "Riverbend");
    assert_eq!(people(&into(&scene, "Riverbend"))[0], [p(1)]);
    scene.named(5, 2, NAMED_ON);
    let paths = into(&scene, "Riverbend");
    assert_eq!(people(&paths)[..2], [vec![p(2)], vec![p(1)]], "as the slate has it");
    assert_eq!(paths.paths[0].request, "Call Person 2 and say that Person 5 named them");
}

#[test]
fn while_an_introduction_is_awaited_the_way_goes_over_whoever_offered_it() {
    let mut scene = nine();
    scene.respected(1).named(1, 2, date(2026, 11, 20)).last_referral(|referral| referral.introduction = true);
    let paths = to(&scene, 2);
    assert_eq!(people(&paths), [vec![p(1), p(2)], vec![p(2)]]);
    assert!(
        paths.paths.iter().all(|path| path.request.starts_with("Person 1 offered to introduce you to Person 2. If"))
    );
    scene.last_referral(|referral| referral.named_on = date(2026, 11, 2));
    assert_eq!(to(&scene, 2).paths[0].request, "Call Person 2 and say that Person 1 named them");
}

#[test]
fn at_the_seekers_own_employer_the_reason_is_said() {
    let mut scene = nine();
    scene.at(1, "Riverbend").employed_at("Riverbend");
    let paths = into(&scene, "Riverbend");
    assert!(paths.paths.is_empty() && paths.held_back.len() == 1);
    assert!(paths.note.starts_with("You work at Riverbend, so your search is quiet there"), "{}", paths.note);
}

#[rstest::rstest]
#[case::direct(1, "Ask Person for half an hour")]
#[case::named(2, "Call Person 2 and say that Person 1 named them")]
#[case::acquainted(
    3,
    "Ask Person for half an hour, and at its end whether you should talk to Person 3 and whether they would introduce you"
)]
fn what_to_ask_the_first(#[case] target: u64, #[case] expected: &str) {
    let mut scene = nine();
    scene.respected(1).named(1, 2, NAMED_ON);
    letters_between(&mut scene, &[(1, 3)]);
    assert_eq!(to(&scene, target).paths[0].request, expected);
}

#[test]
fn whoever_wrote_from_an_address_there_used_to_be_there() {
    let mut scene = nine();
    scene.at(1, "Riverbend Hospital").at(2, "Quay School").wrote(2, &[date(2014, 3, 1), date(2016, 3, 1)]);
    scene.person(2, |person| person.emails = vec!["p2@riverbend.example".into()]);
    let mut letters = scene.campaign.correspondence.values().next().unwrap().clone();
    letters.address = "p2@riverbend.example".into();
    scene.write(letters);
    let paths = into(&scene, "Riverbend Hospital");
    let said = "Person 2 wrote to you from an address at riverbend.example from 2014 to 2016".to_owned();
    assert!(paths.paths.iter().any(|path| path.evidence.contains(&said)), "{paths:?}");
}

#[test]
fn whoever_wrote_from_an_address_there_lately_is_asked_whether_they_are_there_still() {
    let mut scene = nine();
    scene.at(1, "Riverbend").wrote(2, &[date(2026, 3, 1), date(2026, 11, 1)]);
    scene.person(2, |person| person.emails = vec!["p2@riverbend.example".into()]);
    let mut letters = scene.campaign.correspondence.values().next().unwrap().clone();
    letters.address = "p2@riverbend.example".into();
    scene.write(letters);
    let paths = into(&scene, "Riverbend");
    let way = paths.paths.iter().find(|path| path.people[0].id == p(2)).unwrap();
    assert!(way.request.starts_with("Ask Person for half an hour: whether they are still at Riverbend"), "{way:?}");
    assert!(!format!("{way:?}").contains("was there before"));
}

#[rstest::rstest]
#[case(Target::Person(p(9)), No::Unknown)]
#[case(Target::Organization(" — ".into()), No::Usage)]
fn what_cannot_be_sought_is_refused(#[case] target: Target, #[case] kind: No) {
    assert_eq!(path(&Scene::of(&NAMES).campaign, TODAY, &target).unwrap_err().kind, kind);
}

proptest! {
    #[test]
    fn ways_are_few_different_and_ranked(campaign in campaigns(), number in 1..=9_u64) {
        for target in [Target::Person(p(number)), Target::Organization("acme".into())] {
            let Ok(paths) = path(&campaign, TODAY, &target) else { continue };
            prop_assert!(paths.paths.len() <= 3);
            let in_order = paths.paths.is_sorted_by(|a, b| {
                let (is_held, other_is) = (!a.held_back.is_empty(), !b.held_back.is_empty());
                // Into an organization, whoever there was named comes first.
                let is_stronger = a.strength >= b.strength || matches!(target, Target::Organization(_));
                (!is_held && other_is) || (is_held == other_is && is_stronger)
            });
            prop_assert!(in_order);
            for (place, path) in paths.paths.iter().enumerate() {
                prop_assert!((0.0..=1.0).contains(&path.strength));
                prop_assert!(!path.people.is_empty() && !path.evidence.is_empty());
                for other in &paths.paths[place + 1..] {
                    let shared = path.people.iter().filter(|person| other.people.contains(person));
                    prop_assert!(shared.into_iter().all(|person| target == Target::Person(person.id)));
                }
            }
        }
    }
}

#[test]
fn whoever_was_set_aside_is_on_no_way_unless_one_asks_for_them() {
    let mut scene = Scene::of(&NAMES);
    scene.at(1, "Riverbend").at(2, "Riverbend").person(1, |person| person.set_aside = true);
    assert_eq!(people(&into(&scene, "Riverbend")), [vec![p(2)]]);
    scene.named(1, 2, NAMED_ON);
    assert_eq!(people(&to(&scene, 2)), [vec![p(2)]]);
    assert_eq!(people(&to(&scene, 1)), [vec![p(1)]]);
}

#[test]
fn while_the_search_is_quiet_no_way_leads_through_the_seekers_own_employer() {
    let mut scene = Scene::of(&NAMES);
    scene.campaign.seeker.employed_now = Some(true);
    scene.campaign.seeker.employer = Some("Quay Ltd".into());
    scene.at(1, "Quay").named(1, 2, NAMED_ON);
    assert_eq!(people(&to(&scene, 2)), [vec![p(2)]]);
    scene.person(1, |person| person.released = true);
    assert_eq!(to(&scene, 2).paths.len(), 2);
}
